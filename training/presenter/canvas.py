"""A piece of the drawing plane in centimetres, and soft shapes on it. Knows nothing of what is drawn.

The plane is that of a frontal head: the origin lies between the pupils, x grows to the viewer's right, y downwards, and
z towards the viewer.
"""

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats

Field = NDArray[np.floating[Any]]
"""Numbers of every pixel, in whatever precision they were found; what is kept is `Floats`."""

_TABLE = 1024
"""Places at which a curve is worked out before it is looked up."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """`width` × `height` pixels, `detail` of them on a centimetre, the first pixel at (x0, y0) centimetres."""

    x0: float
    y0: float
    width: int
    height: int
    detail: float

    @staticmethod
    def of(x0: float, y0: float, x1: float, y1: float, detail: float) -> "Canvas":
        """The canvas that covers [x0, x1] × [y0, y1] centimetres."""
        return Canvas(x0, y0, round((x1 - x0) * detail), round((y1 - y0) * detail), detail)

    def plane(self) -> tuple[Floats, Floats]:
        """Places x and y of every pixel in centimetres, (height, width) each."""
        xs = self.x0 + np.arange(self.width, dtype=np.float32) / np.float32(self.detail)
        ys = self.y0 + np.arange(self.height, dtype=np.float32) / np.float32(self.detail)
        x, y = np.meshgrid(xs.astype(np.float32), ys.astype(np.float32))
        return x, y

    def to_pixels(self, points: Floats) -> Floats:
        """Points (n, 2) in centimetres as pixels of the canvas."""
        return np.asarray((points - (self.x0, self.y0)) * self.detail, np.float32)

    def blurred(self, picture: Field, radius: float) -> Floats:
        """The picture blurred by a Gaussian whose deviation is `radius` centimetres; wide ones on a smaller copy."""
        deviation = radius * self.detail
        smaller = max(int(deviation / 4), 1)
        size = (max(picture.shape[1] // smaller, 8), max(picture.shape[0] // smaller, 8))
        small = picture if smaller == 1 else cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
        soft = cv2.GaussianBlur(small, (0, 0), deviation / smaller, borderType=cv2.BORDER_REPLICATE)
        if smaller > 1:
            soft = cv2.resize(soft, (picture.shape[1], picture.shape[0]), interpolation=cv2.INTER_CUBIC)
        return np.asarray(soft, np.float32)


def step(value: Field, low: float, high: float) -> Floats:
    """0 up to `low`, 1 from `high` on, smooth between; `low` may be the larger one, then it falls."""
    share = np.clip((value - np.float32(low)) / np.float32(high - low), 0, 1)
    return np.asarray(share * share * (3 - 2 * share), np.float32)


def blob(x: Field, y: Field, at: tuple[float, float], size: tuple[float, float], turn: float = 0.0) -> Floats:
    """A Gaussian hill of height 1 at `at`, with deviations `size`, turned by `turn` radians."""
    dx, dy = x - np.float32(at[0]), y - np.float32(at[1])
    c, s = np.float32(np.cos(turn)), np.float32(np.sin(turn))
    u, v = (c * dx + s * dy) / np.float32(size[0]), (c * dy - s * dx) / np.float32(size[1])
    return np.asarray(np.exp(-0.5 * (u * u + v * v)), np.float32)


def curve(points: list[tuple[float, float]], at: Field) -> Floats:
    """A smooth curve through (position, value) pairs, evaluated at `at`; flat beyond its ends (monotone cubic)."""
    where, value = (np.array(column, np.float64) for column in zip(*points, strict=True))
    places = np.linspace(where[0], where[-1], _TABLE)
    return np.interp(at, places, _hermite(where, value, places)).astype(np.float32)


def over(below: Field, colour: Field, opacity: Field) -> Floats:
    """`colour` (3,) or (h, w, 3) laid over `below` (h, w, 3) with `opacity` (h, w)."""
    return np.asarray(below + (colour - below) * opacity[..., None], np.float32)


def _hermite(where: NDArray[np.float64], value: NDArray[np.float64], at: NDArray[np.float64]) -> NDArray[np.float64]:
    """Cubic through (`where`, `value`) that stays between neighbouring values (Fritsch and Carlson 1980)."""
    slope = np.diff(value) / np.diff(where)
    before, after = np.insert(slope, 0, slope[0]), np.append(slope, slope[-1])
    tangent = np.where(before * after > 0, (before + after) / 2, 0)
    limit = 3 * np.minimum(np.abs(before), np.abs(after))
    tangent = np.clip(tangent, -limit, limit)
    k = np.clip(np.searchsorted(where, at, side="right") - 1, 0, len(slope) - 1)
    width = where[k + 1] - where[k]
    t = (at - where[k]) / width
    ends = (1 + 2 * t) * (1 - t) ** 2 * value[k] + t**2 * (3 - 2 * t) * value[k + 1]
    return np.asarray(ends + width * (t * (1 - t) ** 2 * tangent[k] - t**2 * (1 - t) * tangent[k + 1]))
