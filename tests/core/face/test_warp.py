import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.face import warp
from core.geometry import Box

REGION = Box(20, 30, 180, 150)
GRID = warp.Grid.over(REGION, 100.0)
PLACES = np.array([[80, 80], [100, 95], [120, 80], [100, 60]], np.float32)


def noise(seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (200, 200, 3), np.uint8)


def warped(image: np.ndarray, target: np.ndarray, source: np.ndarray) -> np.ndarray:
    offsets = warp.flow(GRID, target, source)
    return warp.sample(image, GRID.at_pixels(offsets, REGION), REGION)


def test_points_that_stay_leave_every_pixel_as_it_is() -> None:
    image = noise()
    assert np.array_equal(warped(image, PLACES, PLACES), image[REGION.slices])


def test_the_colour_at_the_source_point_appears_at_the_target_point() -> None:
    image = np.zeros((200, 200, 3), np.uint8)
    cv2.circle(image, (100, 80), 6, (255, 255, 255), -1)
    target, source = np.array([[108, 92]], np.float32), np.array([[100, 80]], np.float32)
    result = warped(image, target, source)
    ys, xs = np.nonzero(result[..., 0] > 128)
    assert np.hypot(xs.mean() + REGION.x0 - 108, ys.mean() + REGION.y0 - 92) < 1.5  # of a way of 14


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.floats(-15, 15), st.floats(-15, 15)), min_size=4, max_size=4))
def test_the_border_of_the_region_is_the_source_bit_for_bit(moves: list[tuple[float, float]]) -> None:
    image = noise(1)
    result = warped(image, PLACES + np.array(moves, np.float32), PLACES)
    before = image[REGION.slices]
    for edge in (np.s_[0], np.s_[-1], np.s_[:, 0], np.s_[:, -1]):
        assert np.array_equal(result[edge], before[edge])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 200), st.floats(0, 200)), min_size=3, max_size=40), st.floats(-30, 30))
def test_a_flow_is_finite_wherever_the_points_lie(places: list[tuple[float, float]], move: float) -> None:
    points = np.array([*places, places[0]], np.float32)  # one point twice
    offsets = warp.flow(GRID, points, points + np.float32(move))
    assert np.isfinite(offsets).all()
    assert np.abs(offsets).max() < 400


def test_points_that_contradict_each_other_do_not_upset_their_surroundings() -> None:
    source = np.array([[100.0, 90], [100.0, 90.5]], np.float32)
    target = source + np.array([[0, 4], [0, -4]], np.float32)
    assert np.abs(warp.flow(GRID, target, source)).max() < 8


def test_samples_on_the_grid_are_found_again_at_their_pixels() -> None:
    nodes = GRID.nodes()
    at = GRID.at_pixels(nodes, REGION)
    inner = at[12:-12, 12:-12]
    ys, xs = np.mgrid[42:138, 32:168]
    assert np.abs(inner[..., 0] - xs).max() < 0.51
    assert np.abs(inner[..., 1] - ys).max() < 0.51


def test_a_flow_may_be_asked_for_in_part_of_the_region() -> None:
    offsets = warp.flow(GRID, PLACES + 5, PLACES)
    whole, part = GRID.at_pixels(offsets, REGION), GRID.at_pixels(offsets, Box(60, 60, 90, 100))
    assert part == pytest.approx(whole[30:70, 40:70], abs=0.05)
