"""The shape and the colour of a head without hair, eyes and lips. Knows nothing of lamps and of motion.

The face is a height field of hills and hollows on an egg, in the proportions of an adult face (Farkas 1994,
Anthropometry of the Head and Face): centimetres on a `Canvas`.
"""

import numpy as np

from core.arrays import Floats
from training.presenter.appearance import Appearance
from training.presenter.canvas import Canvas, blob, curve, over, step

MOUTH_Y = 6.75
CHIN_Y = 11.2
EYE_X = 3.12

OUTLINE = [(-11.6, 3.6), (-10.0, 5.6), (-8.0, 6.6), (-6.0, 7.05), (-3.5, 7.15), (-1.0, 7.0), (1.0, 6.85),
           (3.0, 6.6), (5.0, 6.12), (6.75, 5.5), (8.2, 4.85), (9.4, 4.2), (10.3, 3.7), (11.2, 3.2)]  # fmt: skip
"""Half width of the head at heights y, before crown and chin are rounded off."""

_PROFILE = [(-11.6, 1.0), (-10.5, 5.4), (-8.5, 7.8), (-6.0, 8.8), (-3.5, 9.25), (-2.0, 9.35), (-0.6, 9.0), (1.0, 8.9),
            (3.0, 8.95), (5.0, 9.15), (6.75, 9.15), (8.3, 8.75), (9.6, 8.75), (10.4, 8.35), (10.9, 7.6),
            (11.2, 6.6)]  # fmt: skip
"""Height of the middle line without nose and lips at heights y."""


def half_width(y: Floats) -> Floats:
    """Half width of the head at heights y; 0 above and below it."""
    chin = 1 - np.clip((y - 8.3) / (CHIN_Y - 8.3), 0, 1) ** 2.6
    crown = 1 - np.clip((-8.0 - y) / 3.6, 0, 1) ** 2.2
    return np.asarray(curve(OUTLINE, y) * np.sqrt(chin * crown), np.float32)


def coverage(x: Floats, y: Floats, detail: float) -> Floats:
    """1 inside the head's outline, 0 outside, with an edge about one pixel wide."""
    width = half_width(y)
    slope = (half_width(y + 0.01) - half_width(y - 0.01)) / 0.02
    inside = (width - np.abs(x)) / np.sqrt(1 + slope**2)
    inside = np.where(width > 0, inside, -1.0)
    return step(np.asarray(inside * detail, np.float32), -0.5, 1.5)


def height(x: Floats, y: Floats, canvas: Canvas) -> Floats:
    """The face in centimetres towards the viewer."""
    width = np.maximum(half_width(y), 0.05)
    u = np.clip(np.abs(x) / width, 0, 1)
    z = curve(_PROFILE, y) * np.sqrt(np.maximum(1 - u**2.3, 0.0))
    return canvas.blurred(z + _sockets(x, y) + _nose(x, y) + _cheeks(x, y) + _muzzle(x, y), 0.07)


def skin(x: Floats, y: Floats, look: Appearance) -> Floats:
    """Colour of the skin, linear, (h, w, 3): redder cheeks, nose and chin, paler forehead, cooler around the eyes."""
    colour = np.broadcast_to(look.skin, (*x.shape, 3)).astype(np.float32)
    both = np.abs(x)
    flush = 0.75 * blob(both, y, (4.2, 3.6), (1.7, 1.3), -0.3) + 0.55 * blob(x, y, (0, 3.7), (1.0, 0.8))
    flush += 0.30 * blob(x, y, (0, 9.9), (1.4, 0.8)) + 0.35 * blob(both, y, (1.4, 4.2), (0.5, 0.5))
    flush += 0.22 * blob(both, y, (3.1, -1.0), (1.4, 0.5))
    colour = colour * (1 + flush[..., None] * look.flush)
    pale = 0.5 * blob(x, y, (0, -4.5), (3.2, 2.0)) + 0.4 * blob(both, y, (2.9, 1.6), (1.2, 0.45))
    colour = colour * (1 + pale[..., None] * np.array([0.05, 0.07, 0.08], np.float32))
    tired = blob(both, y, (2.2, 0.75), (0.9, 0.28), 0.25)
    colour = colour * (1 - tired[..., None] * np.array([0.10, 0.14, 0.10], np.float32))
    return np.asarray(colour * (1 + _mottle(x.shape, look.seed)[..., None] * look.mottle), np.float32)


def gloss(x: Floats, y: Floats) -> Floats:
    """How much the skin shines: more on forehead, nose and chin, (h, w)."""
    shine = 0.45 + 0.5 * blob(x, y, (0, 2.6), (0.7, 1.8)) + 0.3 * blob(x, y, (0, -4.5), (2.6, 1.6))
    shine += 0.3 * blob(x, y, (0, 9.7), (0.9, 0.6)) + 0.25 * blob(np.abs(x), y, (4.0, 2.0), (1.0, 0.7))
    return np.asarray(shine, np.float32)


def nostrils(colour: Floats, x: Floats, y: Floats) -> Floats:
    """The lit face with the dark of the nostrils laid over it."""
    both = np.abs(x)
    hole = blob(both, y, (0.60, 4.44), (0.25, 0.085), 0.28)
    dark = np.array([0.055, 0.016, 0.012], np.float32)
    crease = blob(both, y, (1.62, 4.05), (0.07, 0.40), -0.30)
    colour = over(colour, colour * np.array([0.62, 0.48, 0.45], np.float32), np.clip(crease * 0.8, 0, 1))
    return over(colour, dark, np.clip(hole**1.2 * 1.15, 0, 0.9))


def _sockets(x: Floats, y: Floats) -> Floats:
    both = np.abs(x)
    z = -0.75 * blob(both, y, (EYE_X, -0.15), (1.7, 0.75)) - 0.55 * blob(both, y, (1.5, -0.2), (0.55, 0.7))
    z += 0.62 * blob(both, y, (EYE_X, 0.0), (1.15, 0.62))
    z += 0.34 * blob(both, y, (2.9, -2.1), (1.9, 0.55), 0.10)
    z -= 0.07 * blob(both, y, (2.9, 1.05), (1.2, 0.22), 0.12)
    z -= 0.35 * blob(both, y, (6.6, -3.2), (1.0, 2.2))
    return np.asarray(z, np.float32)


def _nose(x: Floats, y: Floats) -> Floats:
    both = np.abs(x)
    rise = curve([(-2.2, 0.0), (-0.6, 0.30), (1.0, 0.95), (2.6, 1.55), (3.6, 1.70), (4.3, 1.1), (5.0, 0.0)], y)
    wide = curve([(-2.2, 0.95), (0.0, 0.60), (1.6, 0.66), (3.0, 0.80), (3.8, 0.85), (5.1, 0.8)], y)
    ridge = rise * np.exp(-0.5 * (x / wide) ** 2)
    tip = 0.80 * _ball(x, y, (0, 3.72), (0.98, 0.86))
    wings = 0.66 * _ball(both, y, (1.08, 3.98), (0.60, 0.60))
    fold = -0.14 * blob(both, y, (1.78, 4.1), (0.16, 0.45), -0.25)
    return np.asarray(ridge + tip + wings + fold, np.float32)


def _ball(x: Floats, y: Floats, at: tuple[float, float], size: tuple[float, float]) -> Floats:
    """A round hill of height 1 that ends at `size`, steeper than a Gaussian."""
    r2 = ((x - at[0]) / size[0]) ** 2 + ((y - at[1]) / size[1]) ** 2
    return np.asarray(np.maximum(1 - r2, 0) ** 0.75 + 0.12 * np.exp(-r2 / 1.2), np.float32)


def _cheeks(x: Floats, y: Floats) -> Floats:
    both = np.abs(x)
    z = 0.42 * blob(both, y, (4.4, 2.4), (1.5, 1.1), -0.35) - 0.28 * blob(both, y, (4.9, 6.2), (1.2, 1.7), 0.25)
    along = np.clip((y - 4.2) / 3.0, 0, 1)
    groove = both - (1.95 + 1.25 * along)
    z += (-0.085 * np.exp(-0.5 * (groove / 0.16) ** 2) + 0.10 * np.exp(-0.5 * ((groove - 0.5) / 0.5) ** 2)) * (
        step(y, 3.9, 4.8) * step(y, 7.4, 6.2)
    )
    return np.asarray(z, np.float32)


def _muzzle(x: Floats, y: Floats) -> Floats:
    both = np.abs(x)
    z = 0.42 * blob(x, y, (0, 6.7), (1.9, 1.3)) - 0.34 * blob(x, y, (0, 8.35), (1.5, 0.42))
    z += 0.42 * blob(x, y, (0, 9.75), (1.25, 0.75)) - 0.16 * blob(both, y, (2.85, 7.0), (0.4, 0.5))
    z += 0.07 * blob(both, y, (0.42, 5.55), (0.16, 0.5)) - 0.09 * blob(x, y, (0, 5.5), (0.2, 0.5))
    return np.asarray(z, np.float32)


def _mottle(shape: tuple[int, ...], seed: int) -> Floats:
    """Slight unevenness of real skin: noise of three sizes, about -1 to 1."""
    random = np.random.default_rng(seed)
    canvas = Canvas(0, 0, shape[1], shape[0], 1.0)
    total = np.zeros(shape[:2], np.float32)
    for radius, gain in ((1.0, 0.35), (4.0, 0.8), (22.0, 1.0)):
        noise = canvas.blurred(random.normal(0, 1, shape[:2]).astype(np.float32), radius)
        total += gain * noise / noise.std()
    return total
