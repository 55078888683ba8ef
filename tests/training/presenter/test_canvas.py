"""Soft shapes on the drawing plane."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.presenter.canvas import Canvas, curve, over, step


@given(st.lists(st.floats(-5, 5), min_size=3, max_size=8))
def test_a_curve_passes_its_points_and_never_leaves_their_range(values):
    points = list(enumerate(values))
    at = np.linspace(-1, len(values), 300)
    drawn = curve(points, at)
    assert drawn.min() >= min(values) - 1e-4
    assert drawn.max() <= max(values) + 1e-4
    assert curve(points, np.arange(len(values))) == pytest.approx(values, abs=0.02 * (np.ptp(values) + 1e-6))


def test_a_step_may_rise_or_fall():
    at = np.array([0.0, 0.5, 1.0])
    assert step(at, 0, 1) == pytest.approx([0, 0.5, 1])
    assert step(at, 1, 0) == pytest.approx([1, 0.5, 0])


def test_what_is_laid_over_with_half_opacity_is_half_seen():
    below, opacity = np.zeros((2, 2, 3)), np.full((2, 2), 0.5)
    assert np.all(over(below, np.ones(3), opacity) == 0.5)


@pytest.mark.parametrize("radius", [0.1, 2.0])
def test_blurring_keeps_the_mean(radius):
    canvas = Canvas.of(0, 0, 20, 20, 10)
    picture = np.zeros((200, 200), np.float32)
    picture[80:120, 80:120] = 1
    assert canvas.blurred(picture, radius).mean() == pytest.approx(picture.mean(), rel=0.03)
