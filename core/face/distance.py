"""Signed distances to outlines, sampled coarsely and interpolated. Knows no faces and no pictures' content.

A distance field is smooth across its outline, so that a coarse grid of exact distances gives the outline to a small
fraction of a pixel, moves with it without steps, and costs the same in every resolution.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats, Points
from core.geometry import Box


@dataclass(frozen=True, slots=True)
class Grid:
    """Coarse samples of a rectangle: `columns` × `rows` of them, `cell` pixels apart, the first at (x, y) of the frame.

    The samples need not lie on pixels: a grid that keeps its place relative to what it measures keeps its small errors
    there too, so that they do not flicker.
    """

    x: float
    y: float
    cell: float
    columns: int
    rows: int

    @staticmethod
    def over(box: Box, pad: float, cell: float) -> "Grid":
        """The grid over a box and at least `pad` pixels and a cell around it, anchored at the box's corner."""
        around = int(np.ceil(pad / cell)) + 1
        columns, rows = (int(np.ceil(length / cell)) + 2 * around + 1 for length in (box.width, box.height))
        return Grid(box.x0 - around * cell, box.y0 - around * cell, cell, columns, rows)

    @property
    def pixels(self) -> Box:
        """The whole pixels of the frame among the samples."""
        x1, y1 = self.x + (self.columns - 1) * self.cell, self.y + (self.rows - 1) * self.cell
        return Box(np.ceil(self.x), np.ceil(self.y), np.floor(x1) + 1, np.floor(y1) + 1)

    def places(self) -> tuple[Floats, Floats]:
        """Columns and rows of the frame on which the samples lie, (rows, columns) each."""
        xs = self.x + np.arange(self.columns) * self.cell
        ys = self.y + np.arange(self.rows) * self.cell
        columns, rows = np.meshgrid(xs.astype(np.float32), ys.astype(np.float32))
        return columns, rows

    def to_polygon(self, polygon: Points) -> Floats:
        """Signed distance (rows, columns) in pixels to a closed polygon (n, 2), positive inside.

        Inside is what the polygon winds around at all, so that an outline folded by a turned head has no holes.
        """
        xs, ys = self.places()
        start = polygon[:, None]
        edge = np.roll(polygon, -1, axis=0)[:, None] - start
        dx, dy = xs.reshape(1, -1) - start[..., 0], ys.reshape(1, -1) - start[..., 1]
        distance = np.sqrt(_squared_to_edges(dx, dy, edge).min(axis=0))
        signed = np.where(_winding(dx, dy, edge) != 0, distance, -distance)
        return np.asarray(signed.reshape(self.rows, self.columns), np.float32)

    def to_region(self, inside: NDArray[np.uint8], box: Box) -> Floats:
        """Signed distance (rows, columns) in pixels of the frame to a mask of 0 and 1 whose pixels fill `box`."""
        scale = box.width / inside.shape[1]
        here = self.pixels
        beyond = max(box.x0 - here.x0, box.y0 - here.y0, here.x1 - box.x1, here.y1 - box.y1, 0.0) + self.cell
        border = int(np.ceil(beyond / scale)) + 1
        padded = cv2.copyMakeBorder(inside, border, border, border, border, cv2.BORDER_CONSTANT, value=0)
        signed = cv2.distanceTransform(padded, cv2.DIST_L2, 5) - cv2.distanceTransform(1 - padded, cv2.DIST_L2, 5)
        xs, ys = self.places()
        columns = (xs + 0.5 - box.x0) / scale - 0.5 + border
        rows = (ys + 0.5 - box.y0) / scale - 0.5 + border
        sampled = cv2.remap(signed, columns, rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        return np.asarray(sampled * np.float32(scale), np.float32)

    def full(self, samples: Floats) -> Floats:
        """Samples (rows, columns) interpolated to every pixel of `pixels`."""
        box = self.pixels
        down = _hats(np.arange(box.y0, box.y1) - self.y, self.cell, self.rows)
        across = _hats(np.arange(box.x0, box.x1) - self.x, self.cell, self.columns)
        return np.asarray(down @ samples @ across.T, np.float32)


def _hats(at: NDArray[np.float64], cell: float, count: int) -> Floats:
    """Weights (n, count) with which `count` samples, `cell` apart, give their linear interpolation at `at` (n,)."""
    away = np.abs(at[:, None] / cell - np.arange(count))
    return np.maximum(1.0 - away, 0.0).astype(np.float32)


def _squared_to_edges(dx: Floats, dy: Floats, edge: Points) -> Floats:
    """Squared distance of every point to every edge, (n, points); dx, dy are counted from the edge's start."""
    ex, ey = edge[..., 0], edge[..., 1]
    share = np.clip((dx * ex + dy * ey) / np.maximum(ex**2 + ey**2, np.float32(1e-9)), 0, 1)
    return np.asarray((dx - share * ex) ** 2 + (dy - share * ey) ** 2, np.float32)


def _winding(dx: Floats, dy: Floats, edge: Points) -> NDArray[np.int64]:
    """How often the polygon winds around every point, (points,): Sunday's crossing count."""
    ex, ey = edge[..., 0], edge[..., 1]
    left = ex * dy - ey * dx
    up = (dy >= 0) & (dy < ey) & (left > 0)
    down = (dy < 0) & (dy >= ey) & (left < 0)
    return np.asarray(up.sum(axis=0) - down.sum(axis=0), np.int64)
