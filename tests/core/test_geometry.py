"""Boxes stay what they are called; transforms are undone by their inverse."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.geometry import Box, box_of, invert, similarity, transform

numbers = st.floats(min_value=-5000, max_value=5000, width=32)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    x0, y0 = draw(numbers), draw(numbers)
    return Box(x0, y0, x0 + draw(st.floats(1, 3000)), y0 + draw(st.floats(1, 3000)))


@given(boxes(), st.integers(1, 4000), st.integers(1, 4000))
def test_clipped_boxes_lie_inside(box: Box, width: int, height: int) -> None:
    clipped = box.clip_to(width, height)
    assert 0 <= clipped.x0 <= clipped.x1 <= width
    assert 0 <= clipped.y0 <= clipped.y1 <= height
    assert clipped.area <= box.area + 1e-6


@given(boxes())
def test_square_keeps_centre_and_holds_the_box(box: Box) -> None:
    square = box.square()
    assert square.width == pytest.approx(square.height)
    assert square.centre == pytest.approx(box.centre)
    assert square.width >= max(box.width, box.height) - 1e-6


@given(boxes())
def test_rounding_out_never_loses_a_pixel(box: Box) -> None:
    outer = box.rounded_out()
    assert outer.x0 <= box.x0
    assert outer.y1 >= box.y1
    assert outer.x0 == int(outer.x0)


@given(boxes(), boxes())
def test_overlap_is_symmetric_and_bounded(one: Box, other: Box) -> None:
    assert one.overlap(other) == pytest.approx(other.overlap(one))
    assert 0 <= one.overlap(other) <= 1 + 1e-9
    assert one.overlap(one) == pytest.approx(1)


@given(st.floats(-3, 3), st.floats(0.1, 10), numbers, numbers, st.integers(0, 2**31))
def test_similarity_is_found_and_undone(angle: float, scale: float, dx: float, dy: float, seed: int) -> None:
    points = np.random.default_rng(seed).uniform(-100, 100, (7, 2)).astype(np.float32)
    assume(float(np.ptp(points)) > 10)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]) * scale
    moved = (points @ turn.T + (dx, dy)).astype(np.float32)
    matrix = similarity(points, moved)
    size = 100 * scale + abs(dx) + abs(dy)
    assert np.abs(transform(points, matrix) - moved).max() < 1e-4 * size + 1e-3
    assert np.abs(transform(moved, invert(matrix)) - points).max() < (1e-4 * size + 1e-3) / scale * 3


def test_similarity_of_a_single_point_is_refused() -> None:
    with pytest.raises(ValueError, match="coincide"):
        similarity(np.ones((4, 2), np.float32), np.ones((4, 2), np.float32))


def test_box_of_points() -> None:
    assert box_of(np.array([[1, 5, 0], [3, 2, 9]], np.float32)) == Box(1, 2, 3, 5)
