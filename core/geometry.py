"""Boxes and similarity transforms of the plane. Knows nothing of faces or pictures' content."""

from dataclasses import dataclass

import numpy as np

from core.arrays import Floats, Points


@dataclass(frozen=True, slots=True)
class Box:
    """Half-open rectangle in pixels, [x0, x1) × [y0, y1); may be empty or lie outside a picture."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """Width in pixels; never negative for boxes made by this module."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Height in pixels."""
        return self.y1 - self.y0

    @property
    def centre(self) -> tuple[float, float]:
        """The middle, (x, y)."""
        return ((self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2)

    @property
    def area(self) -> float:
        """Area in pixels; 0 for an empty box."""
        return max(self.width, 0.0) * max(self.height, 0.0)

    @property
    def slices(self) -> tuple[slice, slice]:
        """Index (rows, columns) of the pixels of a whole-numbered box that lies inside its picture."""
        return (slice(int(self.y0), int(self.y1)), slice(int(self.x0), int(self.x1)))

    def expand(self, share: float) -> "Box":
        """Grown on every side by `share` of its size; negative shrinks."""
        dx, dy = self.width * share, self.height * share
        return Box(self.x0 - dx, self.y0 - dy, self.x1 + dx, self.y1 + dy)

    def square(self) -> "Box":
        """The square with the same centre and the longer side."""
        (x, y), half = self.centre, max(self.width, self.height) / 2
        return Box(x - half, y - half, x + half, y + half)

    def rounded_out(self) -> "Box":
        """The smallest box of whole pixels that holds this one."""
        return Box(np.floor(self.x0), np.floor(self.y0), np.ceil(self.x1), np.ceil(self.y1))

    def clip_to(self, width: int, height: int) -> "Box":
        """The part inside a picture; empty (zero width or height) if there is none."""
        x0, y0 = min(max(self.x0, 0.0), width), min(max(self.y0, 0.0), height)
        return Box(x0, y0, max(min(self.x1, width), x0), max(min(self.y1, height), y0))

    def shift(self, dx: float, dy: float) -> "Box":
        """Moved by (dx, dy)."""
        return Box(self.x0 + dx, self.y0 + dy, self.x1 + dx, self.y1 + dy)

    def overlap(self, other: "Box") -> float:
        """Intersection over union with another box, in [0, 1]."""
        common = Box(max(self.x0, other.x0), max(self.y0, other.y0), min(self.x1, other.x1), min(self.y1, other.y1))
        shared = common.area if common.width > 0 and common.height > 0 else 0.0
        whole = self.area + other.area - shared
        return shared / whole if whole > 0 else 0.0


def box_of(points: Points) -> Box:
    """The smallest box that holds all points; shape (n, 2) or (n, 3)."""
    low, high = points[:, :2].min(axis=0), points[:, :2].max(axis=0)
    return Box(float(low[0]), float(low[1]), float(high[0]), float(high[1]))


def similarity(source: Points, target: Points) -> Floats:
    """The 2×3 matrix of rotation, uniform scale and shift that takes `source` nearest to `target`, both (n, 2).

    Least squares after Umeyama (1991), without reflection. Raises ValueError if the source points coincide.
    """
    mean_s, mean_t = source.mean(axis=0), target.mean(axis=0)
    s, t = (source - mean_s).astype(np.float64), (target - mean_t).astype(np.float64)
    power = float((s**2).sum())
    if power == 0:
        raise ValueError("points coincide")
    a = float((s * t).sum()) / power
    b = float((s[:, 0] * t[:, 1] - s[:, 1] * t[:, 0]).sum()) / power
    linear = np.array([[a, -b], [b, a]])
    return np.column_stack([linear, mean_t - linear @ mean_s]).astype(np.float32)


def transform(points: Points, matrix: Floats) -> Points:
    """Points (n, 2) moved by a 2×3 matrix."""
    return (points @ matrix[:, :2].T + matrix[:, 2]).astype(np.float32)


def invert(matrix: Floats) -> Floats:
    """The 2×3 matrix that undoes `matrix`. Raises numpy.linalg.LinAlgError if it cannot be undone."""
    linear = np.linalg.inv(matrix[:, :2].astype(np.float64))
    return np.column_stack([linear, -linear @ matrix[:, 2]]).astype(np.float32)
