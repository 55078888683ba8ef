"""Strokes add and take where they are drawn, go with the face, and leave the border of a mask at 0."""

import numpy as np
import pytest

from core.face.axes import axes_of, corrected
from core.face.blend import Mask, mask
from core.project import Correction, Look, Nudge, Span, Stroke
from tests.core.face.drawn_mesh import drawn_mesh

POINTS = drawn_mesh((300.0, 200.0), 80.0)
SPAN = Span(0, 1)


def weight(made: Mask, place: tuple[float, float], points: np.ndarray = POINTS) -> float:
    """The weight at a place of the face."""
    x, y = axes_of(points).to_picture(np.array([place], np.float32))[0].round().astype(int)
    inside = made.box.x0 <= x < made.box.x1 and made.box.y0 <= y < made.box.y1
    return float(made.alpha[y - made.y, x - made.x]) if inside else 0.0


@pytest.mark.parametrize("strength", [1.0, 0.5])
def test_a_brush_gives_the_full_weight_and_an_eraser_none_whatever_was_there(strength: float) -> None:
    look, far, mouth = Look(strength=strength), (-1.1, -0.5), (0.0, 0.35)
    plain = mask(POINTS, look)
    assert weight(plain, far) == 0
    assert weight(plain, mouth) > 0
    strokes = (Stroke(SPAN, True, 0.2, 0.5, (far,)), Stroke(SPAN, False, 0.2, 0.5, (mouth,)))
    drawn = mask(POINTS, look, strokes=strokes)
    assert weight(drawn, far) == pytest.approx(strength)
    assert weight(drawn, mouth) == 0
    border = np.concatenate([drawn.alpha[0], drawn.alpha[-1], drawn.alpha[:, 0], drawn.alpha[:, -1]])
    assert not border.any()
    assert ((drawn.alpha >= 0) & (drawn.alpha <= strength)).all()


def test_a_line_has_no_gaps_and_no_weight_beyond_its_radius() -> None:
    drawn = mask(POINTS, Look(), strokes=(Stroke(SPAN, True, 0.1, 0.3, ((-1.2, -0.8), (1.2, -0.8))),))
    assert all(weight(drawn, (x, -0.8)) > 0.99 for x in np.linspace(-1.2, 1.2, 30))
    assert all(weight(drawn, (x, -0.8 - 0.13)) == 0 for x in np.linspace(-1.2, 1.2, 30))


def test_a_stroke_goes_with_a_face_that_moves_leans_and_grows() -> None:
    stroke = Stroke(SPAN, True, 0.1, 0.5, ((-1.0, -0.5),))
    turn = np.deg2rad(20)
    leant = POINTS.copy()
    leant[:, :2] = (POINTS[:, :2] - 200) @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]]) * 1.5
    leant[:, 2] *= 1.5
    leant[:, :2] += 260
    assert weight(mask(leant, Look(), strokes=(stroke,)), (-1.0, -0.5), leant) > 0.99


def test_places_on_a_face_and_in_the_picture_undo_each_other() -> None:
    axes, places = axes_of(POINTS), np.array([[0.3, -0.2], [1.0, 0.5]], np.float32)
    assert axes.to_face(axes.to_picture(places)) == pytest.approx(places, abs=1e-5)


def test_a_correction_moves_sizes_and_nudges() -> None:
    scale = axes_of(POINTS).scale
    moved = corrected(POINTS, Correction(0, 0.5, 0.0, 1.2))
    assert np.ptp(moved[:, 0]) == pytest.approx(1.2 * np.ptp(POINTS[:, 0]), rel=1e-5)
    middles = [(each[:, 0].min() + each[:, 0].max()) / 2 for each in (moved, POINTS)]
    assert middles[0] - middles[1] == pytest.approx(0.5 * scale, rel=1e-3)
    nudged = corrected(POINTS, Correction(0, nudges=(Nudge(152, 0.0, 0.1),))) - POINTS
    assert nudged[152, 1] == pytest.approx(0.1 * scale, rel=1e-3)
    assert abs(nudged[10]).max() < 0.01 * scale
    assert corrected(POINTS, None) is POINTS
