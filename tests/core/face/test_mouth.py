from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.face import lips, mesh, mouth
from core.face.borrowed import borrow
from core.face.lips import Habits
from core.face.mouth_shape import MouthShape
from tests.core.face.faces import LIP, face_mesh, face_picture

CLOSED = lips.measure(face_mesh())
HABITS = Habits(0.18, 0.0, CLOSED.width, CLOSED.upper, CLOSED.lower)
OPEN = face_mesh(0.2)
INSIDE = borrow(face_picture(OPEN), OPEN)


def drawn(points: np.ndarray, shape: MouthShape, presence: float = 1.0, own: float = 0.0) -> tuple[np.ndarray, ...]:
    """The whole picture before and after, and the region's slices."""
    image = face_picture(points)
    portrait = mouth.look(image, points)
    made = mouth.draw(portrait, lips.pose(portrait.points, shape, HABITS, HABITS.width, presence), INSIDE, own)
    assert made is not None
    after = image.copy()
    after[made[0].slices] = made[1]
    return image, after, made[1]


def dark(picture: np.ndarray, points: np.ndarray) -> int:
    """How many rows of the mouth's middle column are not lip or skin."""
    x = int(points[13, 0])
    strip = picture[int(points[0, 1]) - 10 : int(points[17, 1]) + 30, x - 3 : x + 4].astype(float).mean(axis=1)
    redness = strip[:, 0] - strip[:, 1:].mean(axis=-1)
    return int((redness < 25).sum())


@pytest.mark.parametrize("gap", [0.0, 0.05, 0.2])
def test_without_presence_the_picture_is_the_source_bit_for_bit(gap: float) -> None:
    before, after, _ = drawn(face_mesh(gap), MouthShape(open=1, round=1), presence=0.0, own=1.0)
    assert np.array_equal(before, after)


@settings(max_examples=12, deadline=None)
@given(st.floats(0, 1.25), st.floats(0, 1), st.floats(0, 0.25), st.floats(-30, 30))
def test_the_border_of_the_region_is_the_source(opening: float, rounding: float, gap: float, yaw: float) -> None:
    before, after, patch = drawn(face_mesh(gap, yaw=yaw), MouthShape(open=opening, round=rounding))
    assert patch.dtype == np.uint8
    ys, xs = np.nonzero((before != after).any(axis=-1))
    area = mouth.region(face_mesh(gap, yaw=yaw), 400, 400)
    if len(ys):
        assert area.y0 < ys.min() <= ys.max() < area.y1 - 1
        assert area.x0 < xs.min() <= xs.max() < area.x1 - 1


def test_a_closed_mouth_opens_and_an_open_one_closes() -> None:
    closed, open_ = face_mesh(0.0), face_mesh(0.2)
    assert dark(drawn(closed, MouthShape(open=1))[1], closed) > 15
    assert dark(drawn(open_, MouthShape(press=1))[1], open_) <= 5


def test_lips_closed_over_bared_teeth_show_no_tooth() -> None:
    points = face_mesh(0.2)
    _, after, _ = drawn(points, MouthShape(press=1))
    inner = after[185:215, 170:230].astype(float)
    assert inner[..., 1].max() < 170  # teeth are at 220, skin at 150


def test_nothing_changes_far_from_the_mouth() -> None:
    points = face_mesh(0.0)
    before, after, _ = drawn(points, MouthShape(open=1, wide=1))
    frame = mesh.face_frame(points)
    eyes = int(points[mesh.NOSE_TIP, 1] - 0.1 * frame.scale)
    below = int(points[mesh.CHIN, 1] + mouth.REACH * frame.scale) + 2
    assert np.array_equal(before[:eyes], after[:eyes])
    assert np.array_equal(before[below:], after[below:])


def test_the_mouth_eases_to_the_source_without_a_jump() -> None:
    points = face_mesh(0.12)
    steps = [drawn(points, MouthShape(open=0.1), share, 1 - share)[1].astype(int) for share in np.linspace(0, 1, 21)]
    changes = [np.abs(after - before).mean() for before, after in pairwise(steps)]
    assert max(changes) < 4 * np.mean(changes)


def test_lips_keep_their_colour() -> None:
    _, after, _ = drawn(face_mesh(0.0), MouthShape(open=0.8))
    lower = after[214:218, 195:205].reshape(-1, 3)
    assert np.median(lower, axis=0) == pytest.approx(LIP, abs=14)


def test_a_face_outside_the_picture_is_not_drawn() -> None:
    points = face_mesh(centre=(-500, 200))
    portrait = mouth.look(face_picture(face_mesh()), points)
    assert mouth.draw(portrait, lips.pose(points, MouthShape(open=1), HABITS, 0.7), INSIDE) is None


def test_a_face_half_outside_the_picture_is_borne() -> None:
    points = face_mesh(centre=(10, 395))
    image = face_picture(points)
    portrait = mouth.look(image, points)
    made = mouth.draw(portrait, lips.pose(points, MouthShape(open=1), HABITS, 0.7), INSIDE)
    if made is not None:
        assert made[1].shape == image[made[0].slices].shape
