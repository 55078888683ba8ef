"""What was painted once is not painted again, comes back to the last bit, and never stands for something else."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core.arrays import Floats, Image
from core.engines import kept_paintings
from core.engines.kept_paintings import KeptPaintings

RANDOM = np.random.default_rng(5)
CROPS: list[Image] = list(RANDOM.integers(0, 256, (6, 256, 256, 3), np.uint8))
WINDOWS: list[Floats] = list(RANDOM.normal(size=(6, 50, 384)).astype(np.float32))


class Clock:
    """Stands still but for what the networks take."""

    def __init__(self) -> None:
        self.now = 0.0

    def perf_counter(self) -> float:
        self.now += 0.001
        return self.now


class Networks:
    """Latents tell the crop's mean; a painting is noise that depends on both inputs. Counts what it is asked."""

    def __init__(self, clock: Clock, seconds: float = 1.0) -> None:
        self.clock, self.seconds = clock, seconds
        self.encoded, self.painted = [], []  # type: list[int], list[int]
        self.blind = False
        self.closed = 0

    def encode(self, crops: Image) -> Floats:
        self.encoded.append(len(crops))
        means = crops.reshape(len(crops), -1).mean(axis=1).astype(np.float32)
        return np.ones((len(crops), 8, 32, 32), np.float32) * means[:, None, None, None]

    def generate(self, latents: Floats, audio: Floats) -> list[Image | None]:
        self.painted.append(len(latents))
        self.clock.now += self.seconds
        return [None if self.blind else painting(*row) for row in zip(latents, audio, strict=True)]

    def notices(self) -> tuple[str, ...]:
        return ("painted",)

    def close(self) -> None:
        self.closed += 1


def painting(latent: Floats, window: Floats) -> Image:
    seed = int(latent[0, 0, 0] * 1e6) ^ int(abs(window[0, 0]) * 1e6)
    return np.random.default_rng(seed).integers(0, 256, (256, 256, 3), np.uint8)


@pytest.fixture(autouse=True)
def clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clock:
    monkeypatch.setenv("DUBWRIGHT_CACHE", str(tmp_path))
    clock = Clock()
    monkeypatch.setattr(kept_paintings, "time", clock)
    return clock


@pytest.fixture
def networks(clock: Clock) -> Networks:
    return Networks(clock)


@pytest.fixture
def kept(networks: Networks) -> Iterator[KeptPaintings]:
    kept = KeptPaintings(networks, "encoder", "painter")
    yield kept
    kept.close()


def test_a_face_is_encoded_once(kept: KeptPaintings, networks: Networks) -> None:
    first = kept.encode([CROPS[0], CROPS[1], CROPS[0]])
    again = kept.encode([CROPS[1], CROPS[2]])
    assert networks.encoded == [2, 1]
    assert first[0].key == first[2].key != first[1].key
    assert (first[1].values == again[0].values).all()
    assert [latent.values.dtype for latent in (*first, *again)] == [np.float32] * 5
    assert kept.encode([]) == []


def test_what_was_made_comes_back_in_another_session(kept: KeptPaintings, networks: Networks, clock: Clock) -> None:
    latents = kept.encode(CROPS[:3])
    images = kept.paint(latents, WINDOWS[:3])
    kept.close()
    fresh = Networks(clock)
    later = KeptPaintings(fresh, "encoder", "painter")
    recalled = later.encode(CROPS[:3])
    for before, after in zip(latents, recalled, strict=True):
        assert (before.values == after.values).all()
    for before, after in zip(images, later.paint(recalled, WINDOWS[:3]), strict=True):
        assert before is not None
        assert after is not None
        assert (before == after).all()
    assert fresh.encoded == fresh.painted == []
    later.close()


@pytest.mark.parametrize(("encoder", "painter"), [("other", "painter"), ("encoder", "other")])
def test_other_networks_paint_anew(kept: KeptPaintings, clock: Clock, encoder: str, painter: str) -> None:
    kept.paint(kept.encode(CROPS[:1]), WINDOWS[:1])
    fresh = Networks(clock)
    other = KeptPaintings(fresh, encoder, painter)
    other.paint(other.encode(CROPS[:1]), WINDOWS[:1])
    assert fresh.painted == [1]
    assert len(fresh.encoded) == (encoder == "other")
    other.close()


def test_only_what_is_new_is_painted(kept: KeptPaintings, networks: Networks) -> None:
    latents = kept.encode(CROPS)
    kept.paint(latents[:2], WINDOWS[:2])
    images = kept.paint(
        [latents[5], latents[1], latents[5], latents[1]], [WINDOWS[5], WINDOWS[1], WINDOWS[5], WINDOWS[0]]
    )
    assert networks.painted == [2, 2]
    for image, row, column in zip(images, (5, 1, 5, 1), (5, 1, 5, 0), strict=True):
        assert image is not None
        assert (image == painting(latents[row].values, WINDOWS[column])).all()


def test_no_picture_is_not_kept(kept: KeptPaintings, networks: Networks) -> None:
    latents = kept.encode(CROPS[:2])
    networks.blind = True
    assert kept.paint(latents, WINDOWS[:2]) == [None, None]
    networks.blind = False
    assert all(image is not None for image in kept.paint(latents, WINDOWS[:2]))


def test_what_is_painted_faster_than_kept_is_not_kept(clock: Clock) -> None:
    fast = Networks(clock, seconds=0.0)
    kept = KeptPaintings(fast, "encoder", "painter")
    latents = kept.encode(CROPS)
    for row in range(6):
        kept.paint(latents[row : row + 1], WINDOWS[row : row + 1])
    for row in range(6):
        kept.paint(latents[row : row + 1], WINDOWS[row : row + 1])
    assert len(fast.painted) == 11
    kept.close()


def test_a_cache_that_cannot_be_used_costs_time_only(tmp_path: Path, networks: Networks) -> None:
    (tmp_path / "latents.sqlite").mkdir()
    (tmp_path / "paintings.sqlite").mkdir()
    kept = KeptPaintings(networks, "encoder", "painter")
    for _ in range(2):
        latents = kept.encode(CROPS[:2])
        assert all(image is not None for image in kept.paint(latents, WINDOWS[:2]))
    assert networks.painted == [2, 2]
    assert len(kept.notices()) == 3
    assert kept.notices() == ("painted",)
    kept.close()


def test_closing_gives_the_networks_back(kept: KeptPaintings, networks: Networks) -> None:
    kept.close()
    assert networks.closed == 1
