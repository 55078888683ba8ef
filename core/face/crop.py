"""Which square of a frame an inpainting network sees of a face, and how it gets there. Knows no networks.

                 x0 ┌──────────┐ x1     x0, x1   leftmost and rightmost of 68 points
              y0    │  eyes    │        y1       lowest of them; the chin margin comes below
    ridge of nose ──┼──────────┼──      the border of the mask: y0 lies as far above it as y1 below
                    │  mouth   │
              y1    └──────────┘
                    ··· chin margin ···

The box is stretched to a square, as the published weights were trained. It is whole pixels, so that what is cut out
and what is put back are the same pixels. A box that leaves the picture keeps its shape: what lies outside is filled
with the nearest pixels of the picture, and nothing is shifted or stretched by the border.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from core.arrays import Image, Points
from core.face.points68 import RIDGE, RIDGE_TIP, RIDGE_UPPER
from core.geometry import Box

SIDE = 256
"""Rows and columns of a crop."""


@dataclass(frozen=True, slots=True)
class CropRule:
    """Where the box lies, in pixels: `shift` moves the mask's border down (opens the mouth more), `margin` the chin."""

    shift: float = 0.0
    margin: float = 0.0


def face_box(points: Points, rule: CropRule) -> Box | None:
    """The box around a face's 68 points (68, 2), in whole pixels; None if the points enclose nothing.

    It may reach beyond the picture.
    """
    if not np.isfinite(points).all():
        return None
    box = _around(points, rule.shift)
    box = Box(round(box.x0), round(box.y0), round(box.x1), round(box.y1 + rule.margin))
    return box if _holds_something(box) else None


def published_box(points: Points, rule: CropRule, height: int, detected: Box | None) -> Box | None:
    """The box as the published MuseTalk makes it, for comparison with it and for footage prepared by it.

    Points are cut to whole pixels; a box never begins above the picture; `detected` stands in for a box that is empty
    or begins left of the picture, and None says that no face was detected; the margin ends at the picture's `height`.
    """
    if detected is None:
        return None
    box = _around(np.trunc(points), rule.shift)
    box = Box(box.x0, max(0.0, box.y0), box.x1, box.y1)
    if not _holds_something(box) or box.x0 < 0:
        box = detected
    return Box(box.x0, box.y0, box.x1, min(box.y1 + rule.margin, height)) if rule.margin else box


def shift_range(points: Points) -> tuple[float, float]:
    """Least and greatest shift, in pixels, that keep the border on the ridge of the nose, for 68 points (68, 2).

    Weights are trained on borders between the points above and below the middle of the ridge; further away the
    mouth is no longer the one they know.
    """
    ridge = points[:, 1]
    return (float(ridge[RIDGE_UPPER] - ridge[RIDGE]), float(ridge[RIDGE_TIP] - ridge[RIDGE]))


def piece(image: Image, box: Box) -> Image:
    """The pixels of a box of whole pixels; those outside the picture repeat its border."""
    height, width = image.shape[:2]
    inside = box.clip_to(width, height)
    if inside == box:
        return image[box.slices]
    rows = np.clip(np.arange(int(box.y0), int(box.y1)), 0, height - 1)
    columns = np.clip(np.arange(int(box.x0), int(box.x1)), 0, width - 1)
    return image[rows[:, None], columns]


def cut_out(image: Image, box: Box) -> Image:
    """What a box of whole pixels holds, (SIDE, SIDE, 3); pixels outside the picture repeat its border.

    Lanczos over eight pixels, without smoothing before a reduction: the published weights are fed like this.
    """
    return cv2.resize(piece(image, box), (SIDE, SIDE), interpolation=cv2.INTER_LANCZOS4).astype(np.uint8, copy=False)


def put_back(crop: Image, box: Box) -> Image:
    """A crop at the size of its box again, (box.height, box.width, 3)."""
    size = (int(box.width), int(box.height))
    return cv2.resize(crop, size, interpolation=cv2.INTER_LINEAR).astype(np.uint8, copy=False)


def _around(points: Points, shift: float) -> Box:
    """From the extremes of the points; the top mirrors the lowest point at the border."""
    low, high = points.min(axis=0), points.max(axis=0)
    border = float(points[RIDGE, 1]) + shift
    lowest = max(float(np.delete(points[:, 1], RIDGE).max()), border)  # the border counts where it was moved to
    return Box(float(low[0]), 2 * border - lowest, float(high[0]), lowest)


def _holds_something(box: Box) -> bool:
    return box.width > 0 and box.height > 0
