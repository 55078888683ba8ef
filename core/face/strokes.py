"""Strokes of a brush on a mask. Knows where a face is, nothing of its picture.

The weight of a stroke comes from the exact distance of every pixel to its line, so that it is as steady as the face.
"""

from collections.abc import Sequence

import numpy as np

from core.arrays import Alpha, Floats, Points
from core.face.axes import FaceAxes
from core.geometry import Box, box_of
from core.project import Stroke


def painted(alpha: Alpha, box: Box, strokes: Sequence[Stroke], axes: FaceAxes) -> tuple[Alpha, Box]:
    """Weights of the whole pixels of `box` after strokes, and the box they fill then: larger where they add beyond it.

    What is added and taken goes from none to all of the weight, in the order of the strokes. The border stays 0.
    """
    paths = [axes.to_picture(np.array(stroke.path, np.float32)) for stroke in strokes]
    whole = box
    for stroke, path in zip(strokes, paths, strict=True):
        if stroke.adds:
            whole = _around(whole, _reach(path, stroke.radius * axes.scale))
    sides = (box.y0 - whole.y0, whole.y1 - box.y1), (box.x0 - whole.x0, whole.x1 - box.x1)
    made = np.pad(alpha, [(int(low), int(high)) for low, high in sides])
    for stroke, path in zip(strokes, paths, strict=True):
        part = _reach(path, stroke.radius * axes.scale)
        here = part.shift(-whole.x0, -whole.y0).clip_to(made.shape[1], made.shape[0])
        if here.area > 0:
            weight = _weight(path, here.shift(whole.x0, whole.y0), stroke.radius * axes.scale, stroke.softness)
            under = made[here.slices]
            made[here.slices] = under + (1 - under) * weight if stroke.adds else under * (1 - weight)
    return made, whole


def _reach(path: Points, radius: float) -> Box:
    """Whole pixels that a stroke may touch, and one more on every side."""
    box = box_of(path)
    return Box(box.x0 - radius - 1, box.y0 - radius - 1, box.x1 + radius + 2, box.y1 + radius + 2).rounded_out()


def _around(one: Box, other: Box) -> Box:
    return Box(min(one.x0, other.x0), min(one.y0, other.y0), max(one.x1, other.x1), max(one.y1, other.y1))


def _weight(path: Points, box: Box, radius: float, softness: float) -> Alpha:
    """Weight (rows, columns) of a stroke in the pixels of `box`: 1 on its line, 0 from `radius` on."""
    nearest = np.full((int(box.height), int(box.width)), np.float32(radius) ** 2)
    ends = path[1:] if len(path) > 1 else path
    for start, end in zip(path, ends, strict=False):
        part = _reach(np.stack([start, end]), radius).shift(-box.x0, -box.y0).clip_to(*nearest.shape[::-1])
        if part.area > 0:
            squared = _squared(part.shift(box.x0, box.y0), start, end)
            np.minimum(nearest[part.slices], squared, out=nearest[part.slices])
    share = np.clip((radius - np.sqrt(nearest)) / max(softness * radius, 1.0), 0, 1)
    return np.asarray(share * share * (3 - 2 * share), np.float32)


def _squared(box: Box, start: Floats, end: Floats) -> Floats:
    """Squared distance of every pixel of `box` to the line from `start` to `end`."""
    dx = np.arange(box.x0, box.x1, dtype=np.float32)[None] - start[0]
    dy = np.arange(box.y0, box.y1, dtype=np.float32)[:, None] - start[1]
    ex, ey = end - start
    along = np.clip((dx * ex + dy * ey) / max(float(ex * ex + ey * ey), 1e-9), 0, 1)
    return np.asarray((dx - along * ex) ** 2 + (dy - along * ey) ** 2, np.float32)
