"""The colour difference of two pictures along a seam. Knows nothing of faces and of masks' shapes."""

import cv2
import numpy as np
from numpy.typing import NDArray

from core.arrays import Alpha, Floats, Image

_RING = (0.02, 0.6)
"""Weights between which a pixel counts as seam: beside the frame's own pixels, yet not where the mouth moves."""

_SIDE = 48
"""Samples along the shorter side of the pictures: medians need no more."""

_ENOUGH = 12
"""Fewest samples of the seam that say anything."""

_NOISE = 0.5
"""Differences up to this many levels are no difference."""

_MOST = 24.0
"""Largest correction in levels; more is another picture and no cast."""


def colour_offset(ours: Image, theirs: Image, alpha: Alpha) -> Floats | None:
    """What must be added to `ours` so that it meets `theirs` along the seam, (height, width, 3); None if nothing.

    The seam is where `alpha` is small to middle. The difference is a plane per channel through the medians of the
    seam's left, right, upper and lower halves: medians ignore a chin that moved or a hair that crosses, and a plane
    carries the difference inwards without following anything that happens on the seam. Bounded by ±24 levels.
    """
    height, width = alpha.shape
    step = max(min(height, width) // _SIDE, 1)
    ring = alpha[::step, ::step]
    seam = np.nonzero((ring > _RING[0]) & (ring < _RING[1]))
    if len(seam[0]) < _ENOUGH:
        return None
    difference = theirs[::step, ::step][seam].astype(np.float32) - ours[::step, ::step][seam]
    down = _line(seam[0] * step, difference, height)
    across = _line(seam[1] * step, difference, width)
    if not (np.any(down) or np.any(across)):
        return None
    return np.asarray(cv2.merge([_bounded(down[:, None, i] + across[None, :, i]) for i in range(3)]))


def _bounded(plane: Floats) -> Floats:
    """A plane (height, width) within ± the largest correction; looks at its corners first, because most are."""
    corners = plane[:: max(len(plane) - 1, 1), :: max(plane.shape[1] - 1, 1)]
    return plane if np.abs(corners).max() <= _MOST else np.clip(plane, -_MOST, _MOST)


def _line(at: NDArray[np.int64], difference: Floats, length: int) -> Floats:
    """Half of the seam's difference (n, 3) as a straight line along one axis of `length` pixels, (length, 3).

    The line joins the medians of the seam's two halves at their mean positions; `at` (n,) are the positions. Half,
    because the lines of both axes are added.
    """
    first = at <= np.median(at)
    if first.all():  # the seam's half or more lies on its last line, as at the picture's border: no slope to be seen
        return np.tile(_median(difference) * np.float32(0.5), (length, 1))
    low, high = _median(difference[first]), _median(difference[~first])
    start, stop = float(at[first].mean()), float(at[~first].mean())
    where = (np.arange(length, dtype=np.float32) - start) / (stop - start)
    return np.asarray(low * 0.5 + (where[:, None] - np.float32(0.25)) * (high - low), np.float32)


def _median(difference: Floats) -> Floats:
    """Median of every channel (3,), drawn towards 0 by the noise, so that there is no step at its edge."""
    middle = np.median(difference, axis=0)
    return np.asarray(np.sign(middle) * np.maximum(np.abs(middle) - _NOISE, 0), np.float32)
