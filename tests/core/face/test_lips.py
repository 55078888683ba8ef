import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.face import lips, mesh
from core.face.lips import Habits
from core.face.mouth_shape import MouthShape
from tests.core.face.faces import face_mesh

CLOSED = lips.measure(face_mesh())
HABITS = Habits(opening=0.18, closed=0.0, width=CLOSED.width, upper=CLOSED.upper, lower=CLOSED.lower)
UNIT = st.floats(0, 1)
SHAPES = st.builds(MouthShape, st.floats(0, 1.25), UNIT, UNIT, UNIT, UNIT)


def posed(points: np.ndarray, shape: MouthShape, presence: float = 1.0) -> np.ndarray:
    """The mesh after the move, with its depth, so that it can be measured like any other."""
    result = points.copy()
    result[:, :2] = lips.pose(points, shape, HABITS, HABITS.width, presence).points
    return result


def thickness(points: np.ndarray) -> float:
    measured = lips.measure(points)
    return float(measured.upper[3:8].mean() + measured.lower[3:8].mean())


@pytest.mark.parametrize("source", [0.0, 0.06, 0.15, 0.25])
@pytest.mark.parametrize("wanted", [0.3, 0.6, 1.0])
def test_the_opening_is_what_is_asked_for_whatever_the_source_says(source: float, wanted: float) -> None:
    gap = mesh.lip_gap(posed(face_mesh(source), MouthShape(open=wanted)))
    assert lips.seen(gap) == pytest.approx(1.15 * 0.18 * wanted, abs=0.012)


@pytest.mark.parametrize("source", [0.0, 0.06, 0.15, 0.25])
@pytest.mark.parametrize("opening", [0.0, 1.0])
def test_pressed_lips_touch_over_their_whole_length(source: float, opening: float) -> None:
    after = posed(face_mesh(source), MouthShape(open=opening, press=1))
    between = (after[list(mesh.LOWER_INNER), 1] - after[list(mesh.UPPER_INNER), 1]) / mesh.face_frame(after).scale
    assert between.max() < 0.004


def test_lips_that_touch_already_are_pressed_a_little_and_only_for_a_closure() -> None:
    before = face_mesh(0.0)
    scale = mesh.face_frame(before).scale
    pressed, calm = posed(before, MouthShape(press=1)), posed(before, MouthShape())
    assert -0.025 * scale < pressed[14, 1] - pressed[13, 1] < 0
    assert calm[14, 1] - calm[13, 1] == pytest.approx(0, abs=0.3)


@settings(max_examples=40, deadline=None)
@given(SHAPES, st.floats(0, 0.25), st.floats(-30, 30))
def test_without_presence_nothing_moves(shape: MouthShape, source: float, yaw: float) -> None:
    points = face_mesh(source, yaw=yaw)
    pose = lips.pose(points, shape, HABITS, HABITS.width, 0.0)
    assert np.array_equal(pose.points, points[:, :2])
    assert np.array_equal(pose.origin, points[:, :2])


@settings(max_examples=40, deadline=None)
@given(SHAPES, st.floats(0, 0.25), st.floats(-35, 35))
def test_nose_eyes_and_upper_cheeks_never_move_and_all_is_finite(shape: MouthShape, source: float, yaw: float) -> None:
    points = face_mesh(source, yaw=yaw)
    pose = lips.pose(points, shape, HABITS, HABITS.width)
    still = list(lips.STILL)
    assert np.array_equal(pose.points[still], points[still, :2])
    assert np.isfinite(pose.points).all()
    assert np.abs(pose.points - points[:, :2]).max() < 0.5 * mesh.face_frame(points).scale


@settings(max_examples=60, deadline=None)
@given(SHAPES, st.floats(0, 0.25))
def test_lips_stay_between_nose_and_chin_in_their_order(shape: MouthShape, source: float) -> None:
    after = posed(face_mesh(source), shape)
    column = [mesh.NOSE_BASE, mesh.UPPER_OUTER[5], mesh.UPPER_MIDDLE[5], mesh.LOWER_MIDDLE[5], mesh.LOWER_OUTER[5], 18]
    assert (np.diff(after[column, 1]) > 0).all()


def test_a_smile_closed_for_p_keeps_its_lips() -> None:
    smile = face_mesh(0.15, width=0.85)
    outer = list(mesh.UPPER_OUTER[1:-1])
    smile[outer, 1] += 0.5 * (smile[list(mesh.UPPER_INNER[1:-1]), 1] - smile[outer, 1])  # thinned by the smile
    after = posed(smile, MouthShape(press=1))
    assert thickness(after) > 0.8 * thickness(face_mesh())


def test_a_closing_mouth_takes_its_outer_rims_along() -> None:
    before = face_mesh(0.2)
    assert thickness(posed(before, MouthShape())) > 0.95 * thickness(before)


def test_rounding_draws_the_corners_together_and_turns_the_lips_out() -> None:
    flat, round_ = posed(face_mesh(), MouthShape(open=0.3)), posed(face_mesh(), MouthShape(open=0.3, round=1))
    assert mesh.mouth_width(round_) < 0.85 * mesh.mouth_width(flat)
    assert thickness(round_) > 1.12 * thickness(flat)


def test_rounded_lips_come_forward_on_a_turned_head() -> None:
    for yaw in (-25.0, 25.0):
        points = face_mesh(yaw=yaw)
        nose = np.sign(points[mesh.NOSE_TIP, 0] - points[[33, 263], 0].mean() + np.sin(np.radians(yaw)))
        flat, round_ = posed(points, MouthShape(open=0.3)), posed(points, MouthShape(open=0.3, round=1))
        assert np.sign(round_[13, 0] - flat[13, 0]) == nose == np.sign(yaw)


def test_spreading_widens_the_mouth() -> None:
    assert mesh.mouth_width(posed(face_mesh(), MouthShape(wide=1))) > 1.05 * mesh.mouth_width(face_mesh())


def test_the_jaw_follows_the_lower_lip_and_the_neck_does_not() -> None:
    points = face_mesh()
    after = posed(points, MouthShape(open=1))
    lip, chin = after[14, 1] - points[14, 1], after[152, 1] - points[152, 1]
    assert 0.5 * lip < chin < 0.8 * lip
    assert np.array_equal(after[[132, 361]], points[[132, 361]])


def test_the_source_speech_is_taken_out_of_the_width() -> None:
    narrow, wide = (posed(face_mesh(width=width), MouthShape(open=0.4)) for width in (0.6, 0.72))
    assert mesh.mouth_width(narrow) == pytest.approx(mesh.mouth_width(wide), abs=0.01)


def test_a_tucked_lip_leaves_the_teeth_to_be_seen() -> None:
    after = posed(face_mesh(0.15), MouthShape(open=0.6, tuck=1))
    assert 0.015 < mesh.lip_gap(after) < 0.06


def test_colours_of_parted_lips_are_taken_from_within_the_lips() -> None:
    points = face_mesh(0.15)
    pose = lips.pose(points, MouthShape(press=1), HABITS, HABITS.width)
    assert pose.origin[13, 1] < points[13, 1] - 1
    assert pose.origin[14, 1] > points[14, 1] + 1
    closed = face_mesh(0.0)
    assert np.array_equal(lips.pose(closed, MouthShape(open=1), HABITS, HABITS.width).origin, closed[:, :2])


@given(st.floats(0, 0.4), st.floats(0, 0.4), st.floats(0, 1))
def test_what_is_put_is_seen_again_and_more_is_always_wider(one: float, other: float, rounded: float) -> None:
    assert lips.seen(lips.put(one, rounded), rounded) == pytest.approx(one)
    assert lips.put(max(one, other), rounded) >= lips.put(min(one, other), rounded)
    assert 0.3 * one <= lips.put(one, rounded) <= lips.put(one) <= one
