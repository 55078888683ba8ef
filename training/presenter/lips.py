"""Lips, teeth and tongue in any shape of a mouth, and where exactly their edges lie. Knows nothing of the face around.

Everything is in centimetres on the plane of the face, with the jaw already dropped.
"""

from dataclasses import dataclass

import numpy as np

from core.arrays import Floats
from core.face.mouth_shape import MouthShape
from training.presenter.appearance import Appearance
from training.presenter.canvas import Canvas, blob, over, step
from training.presenter.light import Surface, lit

MOUTH_Y = 6.75
REST_HALF = 2.42
"""Half width of the mouth at rest."""

WIDEST_GAP = 1.50
"""Gap of `MouthShape.open` 1 in centimetres: a fifth of the face's scale."""


@dataclass(frozen=True, slots=True)
class MouthLines:
    """The edges of the lips: half width, gap in the middle, and four curves over u = x / `half` in [-1, 1]."""

    half: float
    gap: float
    round: float
    press: float
    tuck: float
    smile: float

    @property
    def drop(self) -> float:
        """How far the lower lip goes down."""
        return 0.86 * self.gap

    def meet(self, u: Floats) -> Floats:
        """The line on which the lips would meet: a soft M, its corners follow a smile and the dropped jaw."""
        bow = 0.07 * np.exp(-((u / 0.22) ** 2)) - 0.05 * np.exp(-(((np.abs(u) - 0.42) / 0.26) ** 2))
        corner = 0.22 * self.drop - 0.36 * self.smile
        return np.asarray(MOUTH_Y + bow + corner * np.abs(u) ** 2.2, np.float32)

    def inner(self, u: Floats) -> tuple[Floats, Floats]:
        """Edges of the opening: of the upper and of the lower lip."""
        arch = np.maximum(1 - np.abs(u) ** (2.2 + 0.6 * self.round), 0) ** (0.85 - 0.25 * self.round)
        lift = 0.10 * self.tuck * arch
        upper, lower = self.meet(u) - 0.14 * self.gap * arch - lift, self.meet(u) + 0.86 * self.gap * arch - 0.6 * lift
        return upper.astype(np.float32), lower.astype(np.float32)

    def outer(self, u: Floats) -> tuple[Floats, Floats]:
        """Edges of the red of the upper and of the lower lip."""
        upper, lower = self.inner(u)
        fuller = 1 - 0.16 * self.press + 0.20 * self.round - 0.05 * min(self.gap / WIDEST_GAP, 1)
        full = np.maximum(1 - np.abs(u) ** 2.0, 0)
        peak = 0.60 * full**0.72 + 0.20 * np.exp(-(((np.abs(u) - 0.20) / 0.17) ** 2)) * full
        below = 1.02 * np.maximum(1 - np.abs(u) ** 2.3, 0) ** 0.78 * (1 - 0.26 * self.tuck)
        return (upper - peak * fuller).astype(np.float32), (lower + below * fuller).astype(np.float32)


def mouth_lines(shape: MouthShape, smile: float = 0.0) -> MouthLines:
    """The edges of the lips in a shape; `smile` 0..1 widens and lifts the corners."""
    gap = WIDEST_GAP * shape.open * (1 - shape.press)
    gap += (0.20 - gap) * shape.tuck * (1 - shape.press)
    spread = 1 + 0.085 * shape.wide - 0.22 * shape.round + 0.05 * smile - 0.03 * min(shape.open, 1.2)
    return MouthLines(REST_HALF * spread, max(gap, 0.0), shape.round, shape.press, shape.tuck, smile)


def paint_mouth(face: Floats, x: Floats, y: Floats, lines: MouthLines, look: Appearance) -> Floats:
    """The mouth, painted over the lit face (h, w, 3) in place; x, y (h, w) are the places of its pixels on the plane.

    The pixels must lie evenly and nearly straight on the plane, as those of a slightly turned head do.
    """
    reach = np.abs(x) < REST_HALF * 1.5
    near = reach & (y > MOUTH_Y - 2.0) & (y < MOUTH_Y + 3.9)
    rows, columns = np.flatnonzero(near.any(axis=1)), np.flatnonzero(near.any(axis=0))
    part = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    face[part] = _mouth(face[part], x[part], y[part], lines, look)
    return face


def _mouth(face: Floats, x: Floats, y: Floats, lines: MouthLines, look: Appearance) -> Floats:
    u = x / np.float32(lines.half)
    detail = float(1 / np.median(np.diff(y, axis=0)))
    soft = 0.8 / detail
    inside = np.clip(u, -1, 1)
    upper_in, lower_in = lines.inner(inside)
    upper_out, lower_out = lines.outer(inside)
    within = step(1.0 - np.abs(u), -0.01, 0.02)
    face = _around(face, u, y, (upper_out, lower_out), lines)
    opening = step(y - upper_in, -soft, soft) * step(lower_in - y, -soft, soft) * within
    face = over(face, _inside(x, y, (upper_in, lower_in), lines), opening * step(np.full_like(x, lines.gap), 0.0, 0.06))
    red = _lip_light(u, y, lines, (upper_out, upper_in, lower_in, lower_out), look, detail)
    edge = soft * 2.6
    upper = step(y - upper_out, -edge * 0.4, edge) * step(upper_in - y, -soft, soft) * within
    lower = step(y - lower_in, -soft, soft) * step(lower_out - y, -edge * 0.4, edge) * within
    face = over(face, red, np.clip(upper + lower, 0, 1) * 0.96)
    return _seam(face, u, y, (upper_in, lower_in), within)


def _around(face: Floats, u: Floats, y: Floats, outer: tuple[Floats, Floats], lines: MouthLines) -> Floats:
    """Light and shade of the skin beside the lips: the hollow below the lower lip, the corners, a smile's folds."""
    below = np.exp(-0.5 * ((y - outer[1] - 0.22) / 0.16) ** 2) * step(np.abs(u), 0.85, 0.2)
    face = over(face, face * np.array([0.72, 0.58, 0.54], np.float32), below * 0.55)
    rim = np.exp(-0.5 * ((y - outer[0] + 0.07) / 0.05) ** 2) * step(np.abs(u), 0.75, 0.15)
    face = over(face, face * 1.10 + 0.01, rim * 0.55)
    corner_y = float(lines.meet(np.ones(1, np.float32))[0])
    corner = blob(np.abs(u), y, (1.06, corner_y), (0.075, 0.16))
    face = over(face, face * np.array([0.50, 0.36, 0.33], np.float32), np.clip(corner * 0.7, 0, 1))
    shade = blob(np.abs(u), y, (1.16, corner_y + 0.22), (0.12, 0.42))
    return over(face, face * np.array([0.78, 0.68, 0.66], np.float32), np.clip(shade * 0.5, 0, 1))


def _lip_light(
    u: Floats, y: Floats, lines: MouthLines, edges: tuple[Floats, Floats, Floats, Floats], look: Appearance,
    detail: float,
) -> Floats:  # fmt: skip
    """The lit red of both lips: two rolls, the lower one fuller, with fine upright creases and a moist shine."""
    upper_out, upper_in, lower_in, lower_out = edges
    t = np.clip((y - upper_out) / np.maximum(upper_in - upper_out, 0.05), 0, 1)
    v = np.clip((y - lower_in) / np.maximum(lower_out - lower_in, 0.05), 0, 1)
    is_upper = step(upper_in - y, -0.02, 0.02) * (y < (upper_in + lower_in) / 2 + 0.01)
    full = np.sqrt(np.maximum(1 - u**2, 0.0))
    fuller = 1 + 0.5 * lines.round
    roll_up = 0.30 * np.sin(np.pi * (0.12 + 0.80 * t)) * full * fuller
    roll_up += 0.06 * np.exp(-((u / 0.16) ** 2)) * np.sin(np.pi * t)
    roll_low = 0.46 * np.sin(np.pi * (0.10 + 0.86 * v)) ** 0.9 * full * fuller
    roll_low += 0.05 * np.exp(-(((np.abs(u) - 0.30) / 0.22) ** 2)) * np.sin(np.pi * v)
    z = np.where(is_upper > 0.5, roll_up, roll_low) - 0.9 * np.abs(u) ** 2.2
    creases = _creases(u)
    z = z + creases * 0.010 * full
    tone = 1 - 0.22 * np.where(is_upper > 0.5, t**2, (1 - v) ** 3) - 0.10 * creases
    colour = look.lips * tone[..., None] * np.where(is_upper > 0.5, 0.86, 1.0)[..., None]
    moist = np.float32(0.25 + 1.9 * look.lips.mean())  # a white shine looks like chalk on dark lips
    gloss = (np.where(is_upper > 0.5, 0.5, 1.5) + 0.3 * creases) * moist
    canvas = Canvas(0, 0, y.shape[1], y.shape[0], detail)
    surface = Surface(canvas.blurred(z.astype(np.float32), 0.035), colour.astype(np.float32), gloss.astype(np.float32))
    light = lit(surface, canvas, (0.42, 0.24, 0.22), shadows=False)
    shadow = 1 - 0.35 * np.exp(-v / 0.12) * step(np.full_like(u, lines.gap), 0.25, 0.0) * (1 - is_upper)
    return np.asarray(light * shadow[..., None], np.float32)


def _creases(u: Floats) -> Floats:
    """Fine upright lines of the lips, -1 to 1."""
    return np.asarray(
        0.5 * np.sin(u * 47 + 2.1 * np.sin(u * 9)) + 0.3 * np.sin(u * 83 + 1.0) + 0.2 * np.sin(u * 29 + 4.0), np.float32
    )


def _inside(x: Floats, y: Floats, edges: tuple[Floats, Floats], lines: MouthLines) -> Floats:
    """What is seen between the lips: dark, tongue, lower teeth that go with the jaw, upper teeth that stay."""
    upper_in, lower_in = edges
    dark = np.broadcast_to(np.array([0.030, 0.008, 0.008], np.float32), (*x.shape, 3)).astype(np.float32)
    jaw = MOUTH_Y + lines.drop * 0.94
    tongue = blob(x, y, (0, jaw + 0.05), (1.05, 0.34))
    dark = over(dark, np.array([0.30, 0.085, 0.080], np.float32), np.clip(tongue * 0.85, 0, 1))
    lower = _teeth(x, y - np.float32(jaw - 0.20), _LOWER_TEETH)
    dark = over(dark, np.array([0.52, 0.46, 0.40], np.float32) * 0.72 * lower[1][..., None], lower[0])
    upper = _teeth(x, np.float32(MOUTH_Y + 0.34 - 0.05 * lines.round) - y, _UPPER_TEETH)
    dark = over(dark, np.array([0.80, 0.735, 0.65], np.float32) * upper[1][..., None], upper[0])
    lip_shadow = 0.36 + 0.64 * step(y - upper_in, 0.0, 0.28)
    return np.asarray(dark * (lip_shadow * (0.55 + 0.45 * step(lower_in - y, 0.0, 0.22)))[..., None], np.float32)


_UPPER_TEETH = (0.0, 0.86, 1.50, 2.20, 2.75, 3.2)
_LOWER_TEETH = (0.0, 0.54, 1.12, 1.75, 2.3, 2.8)


def _teeth(x: Floats, height: Floats, borders: tuple[float, ...]) -> tuple[Floats, Floats]:
    """Opacity and brightness of a row of teeth; `height` is measured from the biting edge into the gum.

    Teeth at the sides look narrower and darker, because the row is an arch.
    """
    half_arch = 2.35
    around = np.arcsin(np.clip(np.abs(x) / half_arch, 0, 0.999)) * 1.62
    index = np.clip(np.searchsorted(np.array(borders), around, side="right") - 1, 0, len(borders) - 2)
    low, high = np.array(borders, np.float32)[index], np.array(borders, np.float32)[index + 1]
    within = (around - low) / (high - low)
    rounded = 0.10 * (2 * np.abs(within - 0.5)) ** 4 + np.array([0.0, 0.07, 0.0, 0.06, 0.08], np.float32)[index]
    opacity = step(height - rounded, -0.02, 0.05) * step(np.abs(x), half_arch, half_arch * 0.93)
    gap = np.exp(-0.5 * ((np.minimum(within, 1 - within) * (high - low)) / 0.035) ** 2)
    dome = 1 - 0.22 * (2 * np.abs(within - 0.5)) ** 3
    aside = np.sqrt(np.maximum(1 - (x / (half_arch * 1.12)) ** 2, 0.0)) ** 1.2
    shade = dome * aside * (1 - 0.38 * gap) * (0.86 + 0.14 * step(height, 0.05, 0.5))
    return np.asarray(opacity, np.float32), np.asarray(shade, np.float32)


def _seam(face: Floats, u: Floats, y: Floats, edges: tuple[Floats, Floats], within: Floats) -> Floats:
    """The dark line where lips touch, and the shade beside it."""
    upper_in, lower_in = edges
    middle = (upper_in + lower_in) / 2
    closed = step(lower_in - upper_in, 0.14, 0.0)
    thick = 0.040 + 0.030 * np.exp(-(((np.abs(u) - 0.85) / 0.2) ** 2))
    line = np.exp(-0.5 * ((y - middle) / thick) ** 2) * closed * within
    glow = np.exp(-0.5 * ((y - middle) / 0.12) ** 2) * closed * within
    face = over(face, face * np.array([0.55, 0.40, 0.38], np.float32), glow * 0.5)
    return over(face, np.array([0.055, 0.012, 0.012], np.float32), np.clip(line, 0, 1) * 0.88)
