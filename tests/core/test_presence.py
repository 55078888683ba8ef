"""A mouth eases in and out at edges that can be seen, and only there."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.presence import ease_at_edges

flags = st.lists(st.booleans(), min_size=1, max_size=80).map(np.array)


def times(n: int) -> NDArray[np.float64]:
    return np.arange(n) / 25


@given(flags, st.randoms())
def test_outside_is_zero_and_the_curve_is_bounded(inside: NDArray[np.bool_], random: st.DataObject) -> None:
    breaks = np.array([random.random() < 0.1 for _ in inside])  # type: ignore[attr-defined]
    curve = ease_at_edges(inside, breaks, times(len(inside)), 0.2)
    assert (curve[~inside] == 0).all()
    assert ((curve >= 0) & (curve <= 1)).all()


def test_all_inside_is_all_ours() -> None:
    assert (ease_at_edges(np.ones(50, bool), np.zeros(50, bool), times(50), 0.2) == 1).all()


def test_edges_rise_and_fall_without_a_jump() -> None:
    inside = np.zeros(100, bool)
    inside[30:70] = True
    curve = ease_at_edges(inside, np.zeros(100, bool), times(100), 0.2)
    assert np.abs(np.diff(curve)).max() < 0.35
    assert (curve[35:64] == 1).all()
    assert np.allclose(curve, curve[::-1], atol=0.35)


def test_a_cut_is_no_edge() -> None:
    inside = np.zeros(60, bool)
    inside[20:40] = True
    breaks = np.zeros(60, bool)
    breaks[[20, 40]] = True
    curve = ease_at_edges(inside, breaks, times(60), 0.2)
    assert (curve[20:40] == 1).all()
