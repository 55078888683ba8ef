"""Crops of faces: the published rule to the pixel, and our own where the published one goes wrong."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.arrays import Image, Points
from core.face.crop import SIDE, CropRule, cut_out, face_box, published_box, put_back, shift_range
from core.face.points68 import RIDGE
from core.geometry import Box
from tests.shared import parity

GOLDEN = "golden"


def golden(name: str) -> Any:
    with np.load(parity(f"{GOLDEN}/{name}.npz")) as file:
        return dict(file)


def edges(box: Box | None) -> list[int]:
    return [0, 0, 0, 0] if box is None else [int(edge) for edge in (box.x0, box.y0, box.x1, box.y1)]


def box_from(values: Any) -> Box:
    return Box(*map(float, values))


def face(x: float = 100, y: float = 100, width: float = 80) -> Points:
    """A face whose box is (x, y) to (x + width, y + width), with its border in the middle."""
    points = np.full((68, 2), (x + width / 2, y + width / 2), np.float32)
    points[0], points[16], points[8] = (x, y + width / 3), (x + width, y + width / 3), (x + width / 2, y + width)
    points[27:31, 1] = y + width / 2 + np.array([-20, -10, 0, 12])
    return points


@pytest.mark.parity
def test_published_boxes_are_exact() -> None:
    data = golden("b_crop_box")
    (margin,) = data["extra_margin"]
    for row, height in enumerate(data["frame_hw"][:, 0]):
        points = data["landmarks"][row]
        detected = box_from(data["detector_box"][row]) if data["has_face"][row] else None
        for column, shift in enumerate(data["bbox_shift"]):
            box = published_box(points, CropRule(float(shift)), int(height), detected)
            assert edges(box) == data["box_v1"][row, column].tolist(), (data["names"][row], shift)
        box = published_box(points, CropRule(0, float(margin)), int(height), detected)
        assert edges(box) == data["box_v15"][row, 0].tolist(), data["names"][row]


@pytest.mark.parity
def test_where_our_box_differs_from_the_published_one_it_leaves_the_picture_or_is_refused() -> None:
    data = golden("b_crop_box")
    same = 0
    for row, (height, width) in enumerate(data["frame_hw"]):
        points = np.trunc(data["landmarks"][row])
        ours, theirs = face_box(points, CropRule(0, 10)), data["box_v15"][row, 0]
        if ours is None or ours != ours.clip_to(int(width), int(height)):
            continue
        if data["source"][row, 1] == 0:
            assert edges(ours) == theirs.tolist(), data["names"][row]
            same += 1
    assert same >= 4


@pytest.mark.parity
def test_published_range_of_the_shift() -> None:
    data = golden("b_crop_box")
    for row in np.flatnonzero(data["has_face"]):
        least, greatest = shift_range(np.trunc(data["landmarks"][row]))
        assert [greatest, -least] == data["range_minus_plus"][row].tolist(), data["names"][row]


@pytest.mark.parity
def test_published_crops() -> None:
    data = golden("c_crops")
    for row in range(4):
        frame = data[f"frame{row}"]
        detected = box_from(data[f"detector_box{row}"])
        box = published_box(data[f"landmarks{row}"], CropRule(0, float(data["extra_margin"])), len(frame), detected)
        assert box is not None
        assert edges(box) == data["box_v15"][row].tolist()
        assert np.abs(cut_out(frame, box).astype(int) - data["crops_bgr"][row]).max() <= 1


def test_the_border_lies_in_the_middle_of_the_box_wherever_the_face_is() -> None:
    for y in (-60.0, 100.0, 900.0):
        box = face_box(face(y=y), CropRule(shift=5))
        assert box is not None
        assert box.centre[1] == pytest.approx(y + 45, abs=1)


def test_margin_and_shift_are_what_they_say() -> None:
    plain = face_box(face(), CropRule())
    assert plain == Box(100, 100, 180, 180)
    assert face_box(face(), CropRule(margin=7)) == Box(100, 100, 180, 187)
    assert face_box(face(), CropRule(shift=-6)) == Box(100, 88, 180, 180)
    assert shift_range(face()) == (-10, 12)


@pytest.mark.parametrize("points", [np.zeros((68, 2)), np.full((68, 2), np.nan), np.full((68, 2), np.inf)])
def test_points_that_enclose_nothing_give_no_box(points: Points) -> None:
    assert face_box(points.astype(np.float32), CropRule()) is None


def test_a_border_below_the_chin_gives_no_box_that_is_upside_down() -> None:
    points = face()
    points[RIDGE, 1] = 300
    assert face_box(points, CropRule()) is None


def ramp(height: int = 120, width: int = 90) -> Image:
    rows, columns = np.mgrid[:height, :width]
    return np.stack([rows * 2, columns * 2, rows + columns], axis=-1).astype(np.uint8)


@given(
    x=st.integers(-150, 150),
    y=st.integers(-150, 150),
    width=st.integers(1, 200),
    height=st.integers(1, 200),
)
def test_a_crop_beyond_the_border_shifts_no_pixel(x: int, y: int, width: int, height: int) -> None:
    """The same box cut from a picture that was enlarged by repeating its border gives the same crop."""
    image, pad = ramp(), 400
    large = np.pad(image, ((pad, pad), (pad, pad), (0, 0)), mode="edge")
    box = Box(x, y, x + width, y + height)
    assert (cut_out(image, box) == cut_out(large, box.shift(pad, pad))).all()


def test_there_and_back_keeps_a_smooth_picture() -> None:
    image, box = ramp(), Box(10, 5, 80, 110)
    back = put_back(cut_out(image, box), box)
    assert back.shape == (105, 70, 3)
    assert np.abs(back.astype(int) - image[box.slices]).max() <= 3
    assert cut_out(image, box).shape == (SIDE, SIDE, 3)
