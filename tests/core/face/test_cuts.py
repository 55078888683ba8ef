"""Shot cuts: found on their frame; movement, flashes and fades are none."""

import cv2
import numpy as np
import pytest

from core.arrays import Image
from core.face.cuts import CutFinder, difference, signature
from tests.core.face.people import pictures
from tests.shared import media

SIZE = (180, 320)


def scene(seed: int) -> Image:
    """A large landscape of soft blobs, to be looked at through a window."""
    rng = np.random.default_rng(seed)
    noise = rng.integers(0, 256, (12, 20, 3), dtype=np.uint8)
    return np.asarray(cv2.resize(noise, (900, 500), interpolation=cv2.INTER_CUBIC))


def shot(seed: int, frames: int, speed: float = 2.0) -> list[Image]:
    """A pan over a scene."""
    land = scene(seed)
    starts = (int(number * speed) % 500 for number in range(frames))
    return [land[100 : 100 + SIZE[0], x : x + SIZE[1]].copy() for x in starts]


def cuts_of(images: list[Image], delay: int = 4) -> list[int]:
    finder = CutFinder(delay)
    found = [cut for image in images if (cut := finder.update(image).cut) is not None]
    return found + finder.finish()


def test_planted_cuts_are_found_on_their_frames() -> None:
    lengths = [20, 35, 12, 50, 8]
    images = [image for seed, length in enumerate(lengths) for image in shot(seed, length)]
    assert cuts_of(images) == np.cumsum(lengths)[:-1].tolist()


def test_a_cut_before_the_very_last_frame_is_found() -> None:
    assert cuts_of(shot(1, 20) + shot(2, 1)) == [20]


@pytest.mark.parametrize("speed", [0.0, 3.0, 10.0])
def test_a_pan_is_no_cut(speed: float) -> None:
    assert cuts_of(shot(3, 45, speed)) == []


@pytest.mark.parametrize("length", [1, 2, 3])
def test_a_flash_is_no_cut(length: int) -> None:
    images = shot(4, 40)
    for number in range(20, 20 + length):
        images[number] = np.full_like(images[number], 250)
    assert cuts_of(images) == []


def test_a_slow_fade_to_black_is_no_cut() -> None:
    images = shot(5, 40)
    faded = [np.asarray(image * max(1 - number / 30, 0)).astype(np.uint8) for number, image in enumerate(images)]
    assert cuts_of(faded) == []


def test_black_film_has_no_cuts() -> None:
    assert cuts_of([np.zeros((*SIZE, 3), np.uint8)] * 20) == []


def test_a_suspect_is_told_at_once() -> None:
    finder = CutFinder(4)
    verdicts = [finder.update(image) for image in shot(1, 10) + shot(2, 10)]
    assert [number for number, verdict in enumerate(verdicts) if verdict.suspect] == [10]


def test_exposure_does_not_count_and_places_do() -> None:
    image = scene(1)[:180, :320].copy()
    darker = (image * 0.85).astype(np.uint8)
    assert difference(signature(image), signature(darker)) < 1 < difference(signature(image), signature(scene(2)))


@pytest.mark.footage
def test_a_real_film_is_cut_where_it_was_cut() -> None:
    path = media("face_recognition/short_hamilton_clip.mp4")
    assert cuts_of(list(pictures(path, 300))) == [20, 82, 211]


@pytest.mark.footage
@pytest.mark.parametrize("clip", ["liveportrait/d12.mp4", "liveportrait/s13.mp4", "intel_samples/help.mkv"])
def test_real_movement_is_no_cut(clip: str) -> None:
    assert cuts_of(list(pictures(media(clip), 200))) == []
