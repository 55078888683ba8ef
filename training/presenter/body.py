"""Neck, shoulders and clothes. Knows nothing of the head but where it casts its shadow."""

import cv2
import numpy as np

from core.arrays import Floats
from training.presenter.appearance import Appearance
from training.presenter.canvas import Canvas, blob, curve, over, step
from training.presenter.hair import Layer
from training.presenter.light import Surface, lit

_SHOULDERS = [(8.0, 4.1), (11.0, 4.15), (13.0, 4.7), (14.5, 6.6), (15.6, 10.5), (16.6, 14.4), (17.8, 17.2),
              (20.0, 19.2), (24.0, 20.2), (32.0, 20.8)]  # fmt: skip
"""Half width of neck and shoulders at heights y."""


def body(canvas: Canvas, look: Appearance) -> Layer:
    """The upper body from the neck down, lit."""
    x, y = canvas.plane()
    half = curve(_SHOULDERS, y)
    inside = step((half - np.abs(x)) * np.float32(canvas.detail), -0.5, 1.5) * step(y, 7.8, 8.2)
    skin = _neck(x, y, canvas, look)
    blouse, blouse_at = _blouse(x, y, canvas, look)
    jacket, jacket_at = _jacket(x, y, half, canvas, look)
    colour = over(over(skin, blouse, blouse_at), jacket, jacket_at)
    return Layer(colour, inside)


def _neck(x: Floats, y: Floats, canvas: Canvas, look: Appearance) -> Floats:
    """Neck and breast: a column with the two sinews, the hollow between the collar bones, the shadow of the chin."""
    column = 4.1 * np.sqrt(np.maximum(1 - (x / 4.6) ** 2, 0)) * step(y, 17.0, 11.5)
    chest = 3.2 - 0.012 * x**2 - 0.05 * (y - 16)
    z = np.maximum(column, 0) + chest * step(y, 11.5, 17.0) + 0.25 * np.sqrt(np.maximum(column, 0.01))
    sinew = np.abs(x) - (3.0 - 0.42 * (y - 9.5))
    z += 0.30 * np.exp(-0.5 * (sinew / 0.55) ** 2) * step(y, 9.5, 12.0) * step(y, 16.6, 15.0)
    z += 0.24 * np.exp(-0.5 * ((y - 16.3 + 0.10 * np.abs(x)) / 0.38) ** 2) * step(np.abs(x), 0.7, 2.0)
    z -= 0.30 * blob(x, y, (0, 16.2), (0.55, 0.5))
    colour = np.broadcast_to(look.skin * 0.84, (*x.shape, 3)).astype(np.float32)
    light = lit(
        Surface(canvas.blurred(z.astype(np.float32), 0.2), colour, np.full_like(x, 0.25)), canvas, shadows=False
    )
    chin = step(y - 11.9 + 0.075 * (x - 0.6) ** 2, 2.6, -1.4)
    side = step(np.abs(x), 2.6, 4.6) * step(y, 14.5, 11.0)
    dark = np.array([0.17, 0.095, 0.085], np.float32)
    near = step(y - 11.4 + 0.10 * (x - 0.4) ** 2, 1.5, -0.4)
    light = over(light, light * dark, np.clip(chin * 0.80, 0, 1))
    light = over(light, light * (0.45, 0.36, 0.34), near)
    return over(light, light * dark, np.clip(side * 0.62, 0, 1))


def _blouse(x: Floats, y: Floats, canvas: Canvas, look: Appearance) -> tuple[Floats, Floats]:
    """A blouse with an open collar: light cloth with soft folds that run to the neckline."""
    edge = 16.9 + 2.9 * np.exp(-((np.abs(x) / 2.3) ** 1.6)) - 0.42 * np.abs(x)
    at = step((y - edge) * np.float32(canvas.detail), -0.7, 0.7)
    folds = 0.16 * np.sin(x * 2.1 + 0.9 * np.sin(y * 0.6) + 0.35 * (y - 18)) + 0.09 * np.sin(x * 4.7 - 0.5 * y)
    hem = 0.30 * np.exp(-0.5 * ((y - edge - 0.25) / 0.16) ** 2)
    z = canvas.blurred((folds + hem - 0.015 * x**2).astype(np.float32), 0.12)
    colour = np.broadcast_to(look.blouse * 0.82, (*x.shape, 3)).astype(np.float32)
    light = lit(Surface(z, colour, np.full_like(x, 0.05)), canvas, (0.3, 0.3, 0.3), shadows=False)
    return light, at


def _jacket(x: Floats, y: Floats, half: Floats, canvas: Canvas, look: Appearance) -> tuple[Floats, Floats]:
    """A jacket with lapels over shoulders of a round section."""
    both = np.abs(x)
    opening = curve([(12.0, 5.2), (15.0, 5.4), (18.0, 4.9), (22.0, 3.6), (27.0, 1.8), (32.0, 0.6)], y)
    at = step((both - opening) * np.float32(canvas.detail), -0.7, 0.7) * step(y, 13.4, 13.8)
    z = 3.2 * np.sqrt(np.maximum(1 - (both / np.maximum(half + 0.4, 1)) ** 2.6, 0)) + 0.16 * (y - 16)
    lapel_edge = curve([(14.0, 6.3), (17.0, 8.0), (19.5, 8.9), (20.3, 7.2), (21.0, 8.0), (26.0, 4.6), (32.0, 1.6)], y)
    lapel = step((lapel_edge - both) * np.float32(canvas.detail), -1.0, 1.0)
    z = z + 0.20 * canvas.blurred(lapel, 0.06)
    folds = 0.05 * np.sin(both * 1.1 - 0.75 * y) * step(both, 9.0, 13.5) + 0.05 * np.sin(both * 2.3 + y * 0.5)
    z = canvas.blurred((z + folds).astype(np.float32), 0.09)
    random = np.random.default_rng(look.seed + 21)
    weave = cv2.GaussianBlur(random.normal(0, 1, x.shape).astype(np.float32), (0, 0), 0.8)
    colour = look.jacket * (1 + 0.10 * weave)[..., None]
    light = lit(Surface(z, colour.astype(np.float32), np.full_like(x, 0.10)), canvas, (0.15, 0.15, 0.15), shadows=False)
    seam = np.exp(-0.5 * ((both - lapel_edge) / 0.09) ** 2) + 0.8 * np.exp(-0.5 * ((both - opening) / 0.12) ** 2)
    arm = np.exp(-0.5 * ((both - 15.6 - 0.10 * (y - 20)) / 0.22) ** 2) * step(y, 17.5, 20.0)
    light = over(light, light * 0.45, np.clip(0.75 * seam + 0.4 * arm, 0, 1))
    return np.asarray(light, np.float32), at
