"""Faces in real pictures: all of them, small ones too, none where there is none."""

from collections.abc import Callable

import cv2
import numpy as np
import pytest

from core.arrays import Image
from core.face import mesh
from core.face.detect import Detection, merge, windows
from core.face.landmarks import Region, region_of_mesh
from core.geometry import Box, box_of, transform
from tests.core.face.people import finder, make_mesh, pictures
from tests.shared import media


def test_every_small_square_of_the_picture_lies_whole_in_a_window() -> None:
    looks = windows(1280, 720, 64)
    smallest = min(window.width for window in looks)
    half = smallest / 2
    for x in np.linspace(0, 1280 - half, 40):
        for y in np.linspace(0, 720 - half, 25):
            assert any(w.x0 <= x and w.y0 <= y and x + half <= w.x1 and y + half <= w.y1 for w in looks[1:])
    assert looks[0].width == 1280
    assert smallest <= 8 * 64


def test_windows_are_whole_pixels_and_small_pictures_need_one() -> None:
    for window in windows(843, 591, 24):
        assert all(float(edge).is_integer() for edge in (window.x0, window.y0, window.x1, window.y1))
    assert len(windows(160, 120, 24)) == 1


def detection(x: float, y: float, side: float, score: float) -> Detection:
    return Detection(Box(x, y, x + side, y + side), np.full((6, 2), x, np.float32), score)


def test_detections_of_one_face_are_averaged_by_their_scores() -> None:
    (face,) = merge([detection(100, 100, 80, 0.6), detection(108, 100, 80, 0.9)])
    assert face.score == 0.9
    assert 104 < face.box.x0 < 108
    assert len(merge([detection(100, 100, 80, 0.6), detection(300, 100, 80, 0.9)])) == 2


def test_a_part_of_a_face_is_no_face_of_its_own() -> None:
    (face,) = merge([detection(100, 100, 200, 0.8), detection(150, 150, 60, 0.7)])
    assert face.box.width == 200


def test_a_turned_face_gets_an_upright_crop_of_the_same_size() -> None:
    upright = make_mesh()
    turn = np.radians(35)
    spun = upright.copy()
    spun[:, :2] = upright[:, :2] @ np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]]).T
    region = region_of_mesh(spun.astype(np.float32))
    assert region.angle == pytest.approx(turn, abs=1e-3)
    assert region.side == pytest.approx(region_of_mesh(upright).side, rel=1e-3)
    eyes = transform(spun[[mesh.EYE_LEFT, mesh.EYE_RIGHT], :2], region.matrix(192))
    assert eyes[0, 1] == pytest.approx(eyes[1, 1], abs=0.01)


def test_the_middle_of_a_region_is_the_middle_of_its_crop() -> None:
    matrix = Region(50.0, 80.0, 384.0, 0.3).matrix(192)
    assert transform(np.array([[50, 80]], np.float32), matrix)[0] == pytest.approx([95.5, 95.5], abs=1e-4)


def test_no_face_in_noise_nor_in_black() -> None:
    source = finder()
    noise = np.random.default_rng(0).integers(0, 256, (240, 320, 3), dtype=np.uint8)
    for image in (noise, np.zeros((240, 320, 3), np.uint8), np.zeros((7, 5, 3), np.uint8)):
        source.reset()
        assert source.update(image) == []


@pytest.mark.footage
@pytest.mark.parametrize("clip", ["musetalk/yongen.mp4", "liveportrait/d14.mp4", "obama/rally.mp4"])
def test_one_face_is_found_in_every_frame(clip: str) -> None:
    source = finder()
    counts = {len(source.update(image)) for image in pictures(media(clip), 100)}
    assert counts == {1}


@pytest.mark.footage
def test_no_face_where_there_is_none() -> None:
    source = finder()
    assert all(source.update(image) == [] for image in pictures(media("intel_samples/bottle-detection.mp4"), 150))


@pytest.mark.footage
def test_both_of_two_people() -> None:
    faces = finder().update(next(pictures(media("face_recognition/two_people.jpg"), 1)))
    assert sorted(round(box_of(face.points).centre[0], -2) for face in faces) == [300, 900]


def two_people() -> Image:
    return next(pictures(media("face_recognition/two_people.jpg"), 1))


@pytest.mark.footage
def test_small_faces_of_a_large_picture() -> None:
    """Faces of a thirtieth of the picture's width, which the detector alone does not see."""
    small = cv2.resize(two_people(), None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    wide = np.full((900, 1600, 3), 90, np.uint8)
    wide[500 : 500 + small.shape[0], 1100 : 1100 + small.shape[1]] = small
    faces = finder().update(wide)
    assert len(faces) == 2
    assert all(30 < box_of(face.points).width < 70 for face in faces)


@pytest.mark.footage
def test_a_face_cut_by_the_border() -> None:
    image = two_people()
    middle = int(finder().update(image)[0].points[mesh.NOSE_BRIDGE, 0])
    left = int(
        box_of(finder().update(image)[0].points).x0 + 0.15 * (middle - box_of(finder().update(image)[0].points).x0)
    )
    faces = finder().update(np.ascontiguousarray(image[:, left:]))
    assert any(box_of(face.points).x0 < 5 for face in faces)


@pytest.mark.footage
@pytest.mark.parametrize(
    "change",
    [lambda image: image[:, ::-1], lambda image: np.pad(image, ((13, 0), (31, 0), (0, 0)), mode="edge")],
    ids=["mirrored", "shifted"],
)
def test_points_move_with_the_picture(change: Callable[[Image], Image]) -> None:
    """A mesh half a pixel of its crop beside the face would not be where the mirrored one is."""
    source, offsets = finder(), []
    for image in pictures(media("video_retalking/face2.mp4"), 12):
        source.reset()
        (plain,) = source.update(image)
        source.reset()
        changed = np.ascontiguousarray(change(image))
        (moved,) = source.update(changed)
        if changed.shape == image.shape:
            pairs = ((33, 263), (61, 291), (4, 4), (152, 152), (234, 454), (133, 362))
            offsets += [image.shape[1] - 1 - moved.points[b, 0] - plain.points[a, 0] for a, b in pairs]
        else:
            offsets += list((moved.points - plain.points)[:, 0] - 31)
    assert abs(float(np.mean(offsets))) < 0.6


@pytest.mark.footage
def test_a_head_that_jumps_is_caught_in_the_same_frame() -> None:
    image = next(pictures(media("video_retalking/face2.mp4"), 1))
    source = finder()
    for _ in range(3):
        (before,) = source.update(image)
    step = int(0.25 * box_of(before.points).width)
    (after,) = source.update(np.roll(image, step, axis=1))
    assert np.abs(after.points[:, 0] - before.points[:, 0] - step).mean() < 0.02 * box_of(before.points).width
