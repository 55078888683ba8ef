"""Eyes and brows on a face. Knows nothing of the face's shape; everything in centimetres on the plane of the face."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats
from training.presenter.appearance import Appearance
from training.presenter.canvas import blob, curve, over, step

EYE_X = 3.12
HALF = 1.60
"""Half the distance of an eye's corners."""

_UPPER = [(-1.0, 0.20), (-0.82, -0.12), (-0.5, -0.44), (-0.1, -0.58), (0.3, -0.56), (0.65, -0.40), (1.0, -0.08)]
_LOWER = [(-1.0, 0.20), (-0.8, 0.28), (-0.4, 0.42), (0.1, 0.50), (0.5, 0.42), (0.8, 0.20), (1.0, -0.06)]
_IRIS = 0.63


@dataclass(frozen=True, slots=True)
class Gaze:
    """Where both eyes look, in centimetres of the iris's shift, and how far the lids are shut: 0 open, 1 shut."""

    x: float = 0.0
    y: float = 0.0
    shut: float = 0.0


def paint_eyes(face: Floats, x: Floats, y: Floats, gaze: Gaze, look: Appearance) -> Floats:
    """Eyes, painted over the lit face (h, w, 3) in place; x, y (h, w) are the places of its pixels on the plane."""
    for side in (-1, 1):
        at = (x * np.float32(side) - np.float32(EYE_X)) / np.float32(HALF)
        part = _part((np.abs(at) < 1.7) & (np.abs(y) < 1.6))
        face[part] = _eye(face[part], at[part], y[part], Gaze(gaze.x * side, gaze.y, gaze.shut), look)
    return face


def _eye(face: Floats, s: Floats, y: Floats, gaze: Gaze, look: Appearance) -> Floats:
    """One eye; `s` runs from -1 at the inner corner to 1 at the outer one."""
    upper_open, lower_open = curve(_UPPER, s), curve(_LOWER, s)
    lower = lower_open - np.float32(0.06 * gaze.shut)
    upper = upper_open + (lower - upper_open + 0.01) * np.float32(gaze.shut)
    within = step(1.02 - np.abs(s), 0.0, 0.06)
    opening = step(y - upper, -0.015, 0.03) * step(lower - y, -0.015, 0.03) * within
    face = _lids(face, s, y, (upper, lower), gaze.shut, look)
    ball = _ball(s, y, gaze, look)
    shade = 0.42 + 0.58 * step(y - upper, 0.0, 0.34)
    corner = 1 - 0.35 * step(np.abs(s), 0.55, 1.0)
    face = over(face, ball * (shade * corner)[..., None], opening)
    face = _glints(face, s, y, gaze, opening)
    return _lashes(face, s, y, (upper, lower), gaze.shut, within)


def _ball(s: Floats, y: Floats, gaze: Gaze, look: Appearance) -> Floats:
    """Eyeball under the room's light: white, iris with rays and a dark rim, pupil, the pink inner corner."""
    dx, dy = s * np.float32(HALF) - np.float32(gaze.x - 0.04), y - np.float32(gaze.y - 0.05)
    r, angle = np.hypot(dx, dy), np.arctan2(dy, dx)
    white = np.array([0.56, 0.53, 0.52], np.float32) * (1 - 0.10 * s**2)[..., None]
    pink = blob(s, y, (-0.95, 0.17), (0.10, 0.10))
    ball = over(white, np.array([0.50, 0.20, 0.17], np.float32), np.clip(pink * 0.9, 0, 1))
    rays = 0.16 * np.sin(angle * 23 + 2.0 * np.sin(angle * 5)) + 0.12 * np.sin(angle * 41 + 1.3)
    glow = 0.75 + 0.75 * step(dy, -0.45, 0.5)
    depth = (0.75 + rays * step(r, 0.15, 0.4)) * glow * (0.8 + 0.55 * step(r, 0.5, 0.24))
    iris = look.iris * (depth * np.float32(1.25))[..., None]
    iris = over(iris, iris * 0.22, step(r, 0.46, 0.63))
    iris = over(iris, np.array([0.006, 0.005, 0.006], np.float32), step(r, 0.275, 0.225))
    return over(ball, iris, step(r, _IRIS + 0.035, _IRIS - 0.035))


def _glints(face: Floats, s: Floats, y: Floats, gaze: Gaze, opening: Floats) -> Floats:
    """Reflections of the key lamp and, faint, of the fill; they stay where the lamps are."""
    dx = s * np.float32(HALF) - np.float32(gaze.x * 0.5)
    key = step(np.hypot(dx + 0.17, y + 0.27 - gaze.y * 0.5), 0.145, 0.075)
    soft = 0.22 * blob(dx, y, (0.2, 0.20), (0.14, 0.08), -0.4)
    face = over(face, np.array([1.5, 1.45, 1.38], np.float32), key * opening * 0.92)
    return over(face, np.array([0.8, 0.9, 1.0], np.float32), soft * opening)


def _lids(face: Floats, s: Floats, y: Floats, lids: tuple[Floats, Floats], shut: float, look: Appearance) -> Floats:
    """Crease above the upper lid, the lid's own light and shade, the moist rim of the lower lid."""
    upper, lower = lids
    crease_y = curve(_UPPER, s * np.float32(0.93)) - np.float32(0.30) - np.float32(0.06) * step(s, -0.2, 0.8)
    along = step(np.abs(s), 1.22, 0.75)
    crease = np.exp(-0.5 * ((y - crease_y) / 0.055) ** 2) * along * (1 - 0.55 * shut)
    soft = np.exp(-0.5 * ((y - crease_y) / 0.20) ** 2) * along
    dark = np.array([0.42, 0.30, 0.27], np.float32)
    face = over(face, face * dark, np.clip(0.62 * crease + 0.28 * soft, 0, 1))
    lid = step(y - crease_y, 0.02, 0.14) * step(upper - y, -0.02, 0.05) * along
    face = over(face, face * np.array([0.86, 0.74, 0.70], np.float32), lid * 0.75)
    under = np.exp(-0.5 * ((y - lower - 0.11) / 0.07) ** 2) * step(np.abs(s), 1.05, 0.6)
    face = over(face, face * np.array([0.80, 0.66, 0.62], np.float32), under * 0.6)
    rim = np.exp(-0.5 * ((y - lower - 0.015) / 0.035) ** 2) * step(np.abs(s), 1.0, 0.8) * (1 - shut)
    return over(face, look.skin * np.array([1.0, 0.78, 0.72], np.float32) * 0.95, rim * 0.55)


def _lashes(face: Floats, s: Floats, y: Floats, lids: tuple[Floats, Floats], shut: float, within: Floats) -> Floats:
    """The dark line of the upper lashes with single hairs at its outer half, and a faint lower one."""
    upper, lower = lids
    dark = np.array([0.012, 0.008, 0.008], np.float32)
    thick = 0.050 + 0.075 * step(s, -0.9, 0.7)
    line = step(np.abs(y - (upper - 0.2 * thick)) / thick, 1.15, 0.35) * step(s, -1.06, -0.75) * step(s, 1.10, 0.98)
    face = over(face, dark, line * 0.95)
    flow = s + (y - upper) * np.float32(0.75) * (0.35 + 0.65 * s)
    hairs = 0.5 + 0.5 * np.sin(flow * 34 + 1.2 * np.sin(flow * 7))
    length = (0.10 + 0.20 * step(s, -0.8, 0.9)) * (1 - 0.2 * shut)
    away = (upper - y) if shut < 0.6 else (y - lower) + 0.02
    tuft = step(away / length, 1.0, 0.1) * step(away, -0.03, 0.0) * hairs**2
    face = over(face, dark, tuft * step(s, -0.85, -0.3) * step(s, 1.25, 1.02) * 0.75)
    low = np.exp(-0.5 * ((y - lower - 0.03) / 0.028) ** 2) * step(s, -0.6, 0.6) * step(s, 1.04, 0.9)
    return over(face, dark * 3, low * 0.5 * (1 - shut) * within)


def paint_brows(face: Floats, x: Floats, y: Floats, look: Appearance, lift: float = 0.0) -> Floats:
    """Brows of many fine hairs, painted over the lit face in place; `lift` raises them, in centimetres."""
    part = _part((np.abs(x) < 6.2) & (y > -3.6) & (y < -0.9))
    face[part] = _brows(face[part], x[part], y[part], look, lift)
    return face


def _part(wanted: NDArray[np.bool_]) -> tuple[slice, slice]:
    """The rows and columns that hold all wanted pixels."""
    rows, columns = np.flatnonzero(wanted.any(axis=1)), np.flatnonzero(wanted.any(axis=0))
    return slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)


def _brows(face: Floats, x: Floats, y: Floats, look: Appearance, lift: float) -> Floats:
    both = np.abs(x)
    middle = curve([(1.15, -1.98), (2.2, -2.24), (3.6, -2.52), (4.6, -2.35), (5.5, -1.72)], both) - np.float32(lift)
    half = curve([(1.05, 0.15), (1.6, 0.33), (2.6, 0.34), (3.8, 0.26), (4.8, 0.14), (5.5, 0.03)], both)
    across = (y - middle) / half
    lean = both * 9 + across * np.where(both < 2.2, 3.2, 1.8)
    hairs = 0.74 + 0.26 * np.sin(lean * 2.6 + 1.8 * np.sin(both * 5.1)) * np.sin(lean * 4.1 + across * 3)
    ends = step(both, 1.0, 1.55) * step(both, 5.55, 4.7)
    body = step(np.abs(across), 1.35, 0.25) * ends
    shade = np.exp(-0.5 * (across / 1.1) ** 2) * ends
    face = over(face, face * np.array([0.55, 0.46, 0.42], np.float32), shade * 0.45)
    return over(face, look.brows * 0.62, np.clip(body * hairs, 0, 1) * 0.84)
