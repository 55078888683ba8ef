"""Moves pixels smoothly so that given points go where they are asked to. Knows nothing of lips and of mouths.

A flow is the answer to "where does this pixel's colour come from?". It is found by interpolation of the displacements
of scattered points with multiquadrics (Hardy 1971; Franke 1982 found them best of 29 methods), written in the space of
the result so that no inversion is needed, sampled on a coarse grid and brought to every pixel bilinearly.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from core.arrays import Floats, Image, Points
from core.geometry import Box

_SOFTNESS = 0.03
"""Radius, in units of length, within which the interpolant is rounded off around a point."""

_STIFFNESS = 0.003
"""How much smoothness is preferred to exactness: knots that contradict their neighbours are not reached."""

_BORDER_POINTS = 7
"""Points held still on every side of the region."""

_FADE = 0.12
"""Share of the region's width and height over which a flow falls to zero at its border."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Where a flow is sampled: the region of the frame (whole pixels), and how many columns and rows of samples.

    `unit` is the length in pixels in which distances are counted: the face's scale.
    """

    region: Box
    columns: int
    rows: int
    unit: float

    @staticmethod
    def over(region: Box, unit: float, cells: float = 20.0) -> "Grid":
        """The grid with `cells` samples on one unit of length, at least 4 each way."""
        cell = max(unit / cells, 2.0)
        return Grid(region, max(4, round(region.width / cell)), max(4, round(region.height / cell)), unit)

    @property
    def step(self) -> tuple[float, float]:
        """Distance of neighbouring samples in pixels, (x, y)."""
        return (self.region.width / self.columns, self.region.height / self.rows)

    def nodes(self) -> Points:
        """Pixel coordinates of the samples, (rows, columns, 2)."""
        (dx, dy), region = self.step, self.region
        xs = (np.arange(self.columns, dtype=np.float32) + 0.5) * dx + np.float32(region.x0 - 0.5)
        ys = (np.arange(self.rows, dtype=np.float32) + 0.5) * dy + np.float32(region.y0 - 0.5)
        return np.stack(np.meshgrid(xs, ys), axis=-1)

    def window(self) -> Floats:
        """Weight of every sample, (rows, columns): 0 on the border of the region, 1 inside, smooth between."""
        across, down = _edge_fade(self.columns), _edge_fade(self.rows)
        return np.outer(down, across).astype(np.float32)

    def at_pixels(self, samples: Floats, box: Box) -> Floats:
        """Samples (rows, columns, ...) interpolated to every pixel of a whole-numbered box of the frame."""
        dx, dy = self.step
        x = (box.x0 - self.region.x0 + 0.5) / dx - 0.5
        y = (box.y0 - self.region.y0 + 0.5) / dy - 0.5
        matrix = np.array([[1 / dx, 0, x], [0, 1 / dy, y]], np.float32)
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        size = (int(box.width), int(box.height))
        return np.asarray(
            cv2.warpAffine(samples, matrix, size, flags=flags, borderMode=cv2.BORDER_REPLICATE), np.float32
        )


def flow(grid: Grid, target: Points, source: Points) -> Floats:
    """Offsets (rows, columns, 2) in pixels from every sample of the grid to where its colour comes from.

    Colours at `source` (n, 2) appear at `target` (n, 2); the border of the region stays where it is.
    """
    centre = np.array(grid.region.centre, np.float32)
    border = _border(grid.region)
    knots = (np.concatenate([target, border]) - centre) / grid.unit
    values = np.concatenate([source - target, np.zeros_like(border)]) / grid.unit
    weights = _solve(knots.astype(np.float64), values.astype(np.float64))
    at = (grid.nodes().reshape(-1, 2) - centre) / np.float32(grid.unit)
    offsets = _evaluate(knots.astype(np.float32), weights, at).reshape(grid.rows, grid.columns, 2)
    return np.asarray(offsets * grid.window()[..., None] * np.float32(grid.unit), np.float32)


def sample(image: Image, offsets: Floats, box: Box) -> Image:
    """Pixels of a whole-numbered `box`, each taken from `offsets` (height, width, 2) beside its own place.

    Cubic interpolation; where the offset is less than 1/64 pixel the pixel is copied as it is.
    """
    xs = np.arange(int(box.x0), int(box.x1), dtype=np.float32)
    ys = np.arange(int(box.y0), int(box.y1), dtype=np.float32)[:, None]
    columns, rows = offsets[..., 0] + xs, offsets[..., 1] + ys
    return np.asarray(cv2.remap(image, columns, rows, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT_101), np.uint8)


def _edge_fade(count: int) -> Floats:
    place = np.arange(count, dtype=np.float32)
    share = np.clip(np.minimum(place, count - 1 - place) / max(_FADE * count, 1.0), 0, 1)
    return np.asarray(share * share * (3 - 2 * share), np.float32)


def _border(region: Box) -> Points:
    across = np.linspace(region.x0, region.x1, _BORDER_POINTS)
    down = np.linspace(region.y0, region.y1, _BORDER_POINTS)[1:-1]
    sides = [np.column_stack([across, np.full_like(across, y)]) for y in (region.y0, region.y1)]
    sides += [np.column_stack([np.full_like(down, x), down]) for x in (region.x0, region.x1)]
    return np.concatenate(sides).astype(np.float32)


def _solve(knots: Floats, values: Floats) -> Floats:
    """Weights of the multiquadrics and of the affine part, (n + 3, 2)."""
    count = len(knots)
    matrix = np.zeros((count + 3, count + 3))
    apart = knots[:, None] - knots[None]
    matrix[:count, :count] = -np.sqrt((apart**2).sum(axis=-1) + _SOFTNESS**2)
    matrix[np.arange(count), np.arange(count)] += _STIFFNESS
    matrix[:count, count] = matrix[count, :count] = 1
    matrix[:count, count + 1 :] = knots
    matrix[count + 1 :, :count] = knots.T
    right = np.concatenate([values, np.zeros((3, 2))])
    return np.asarray(np.linalg.solve(matrix, right), np.float32)


def _evaluate(knots: Floats, weights: Floats, at: Floats) -> Floats:
    count = len(knots)
    square = (at**2).sum(axis=1)[:, None] + ((knots**2).sum(axis=1) + np.float32(_SOFTNESS**2)) - 2 * (at @ knots.T)
    distance = np.sqrt(np.maximum(square, np.float32(1e-8)))
    return np.asarray(-distance @ weights[:count] + weights[count] + at @ weights[count + 1 :], np.float32)
