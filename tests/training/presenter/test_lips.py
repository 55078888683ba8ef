"""The edges of painted lips."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.face.mouth_shape import MouthShape
from training.presenter.lips import mouth_lines

SHARES = np.linspace(-1, 1, 41, dtype=np.float32)
UNIT = st.floats(0, 1)
SHAPES = st.builds(MouthShape, open=st.floats(0, 1.25), wide=UNIT, round=UNIT, press=UNIT, tuck=UNIT)


@given(SHAPES, UNIT)
def test_edges_lie_in_their_order_and_meet_at_the_corners(shape, smile):
    lines = mouth_lines(shape, smile)
    upper_out, lower_out = lines.outer(SHARES)
    upper_in, lower_in = lines.inner(SHARES)
    assert np.all(upper_out <= upper_in + 1e-4)
    assert np.all(upper_in <= lower_in + 1e-4)
    assert np.all(lower_in <= lower_out + 1e-4)
    assert max(abs(upper_out[end] - lower_out[end]) for end in (0, -1)) < 0.02


@given(st.floats(0, 1), st.floats(0.05, 0.25))
def test_more_open_is_a_larger_gap(opening, more):
    assert mouth_lines(MouthShape(open=opening)).gap < mouth_lines(MouthShape(open=opening + more)).gap


@given(SHAPES)
def test_press_closes_whatever_the_rest_says(shape):
    pressed = MouthShape(shape.open, shape.wide, shape.round, 1.0, shape.tuck)
    assert mouth_lines(pressed).gap == 0


def test_wide_and_round_move_the_corners_apart_and_together():
    rest = mouth_lines(MouthShape()).half
    assert mouth_lines(MouthShape(wide=1)).half > rest > mouth_lines(MouthShape(round=1)).half


def test_a_tucked_lip_nearly_closes_an_open_mouth():
    assert mouth_lines(MouthShape(open=1, tuck=1)).gap < 0.2 * mouth_lines(MouthShape(open=1)).gap
