"""Moves the mesh's inner rims of the lips onto the rims that are seen in the picture. Knows nothing of mouth shapes.

A face mesh draws the line of closed lips up to a tenth of the mouth's width beside the real one, and the rim of an open
mouth partly over the teeth. What is warped along such a line tears. Here the colours across the lips are sampled at the
nine inner pairs of points, and the rims are moved to the darkest line (closed) or to where the lips' colour ends
(open).
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats, Image, Points
from core.face import mesh

_SAMPLES = 81
_REACH = 0.08
"""How far from the mesh's rims a rim is looked for, as a share of the face's scale."""

_LEAST_CONTRAST = 2.5
"""Difference of Lab colours below which anything looks like a lip: twice the noise of what is left after smoothing."""

_COLUMN = 0.26
"""How far from the middle of the mouth the lips reach, opened wide, in the same unit."""

_RINGS = (mesh.UPPER_OUTER, mesh.UPPER_INNER, mesh.LOWER_INNER, mesh.LOWER_OUTER)

_OPEN = 0.025
"""Gap, as a share of the scale, from which lips are taken as open."""


_WEIGHTS = np.array([0.35, 1.0, 0.7], np.float32)
"""Of L, a and b in the difference of two colours: shadows count less than hue."""


def refine(image: Image, points: Points) -> Points:
    """The mesh (468, 3) with its inner and middle lip rings moved to what is seen; the rest is the same."""
    frame = mesh.face_frame(points)
    gap = mesh.lip_gap(points)
    openness = float(np.clip((gap - _OPEN) / 0.03, 0, 1))
    upper, lower = np.zeros(11, np.float32), np.zeros(11, np.float32)
    if openness < 1:
        offset = _seam_offset(image, points, frame) * (1 - openness)
        upper, lower = upper + offset, lower + offset
    if openness > 0:
        more_upper, more_lower = _rim_offsets(image, points, frame)
        upper, lower = upper + more_upper * openness, lower + more_lower * openness
    return _moved(points, upper, lower, frame)


def _moved(points: Points, upper: Floats, lower: Floats, frame: mesh.FaceFrame) -> Points:
    """The mesh with the rims moved down by `upper` and `lower` (11,) shares of the scale, the middle rings half."""
    result = points.copy()
    for rings, offset in (
        ((mesh.UPPER_INNER, mesh.UPPER_MIDDLE), upper),
        ((mesh.LOWER_INNER, mesh.LOWER_MIDDLE), lower),
    ):
        for ring, share in zip(rings, (1.0, 0.5), strict=True):
            keep = list(ring[1:-1])
            result[keep] += (offset[1:-1, None] * share * frame.scale) * frame.down
    return result


def _between_rims(points: Points) -> Points:
    """The middle of every inner pair, (11, 3)."""
    return np.asarray((points[list(mesh.UPPER_INNER)] + points[list(mesh.LOWER_INNER)]) / 2, np.float32)


def _profiles(image: Image, centres: Points, frame: mesh.FaceFrame, reach: float) -> Floats:
    """Smoothed Lab colours (11, samples, 3) up and down from each centre (11, 2), `reach` shares of the scale."""
    along = np.linspace(-reach, reach, _SAMPLES, dtype=np.float32) * frame.scale
    at = centres[:, None] + along[None, :, None] * frame.down[:2].astype(np.float32)
    colours = cv2.remap(image, np.ascontiguousarray(at[..., 0]), np.ascontiguousarray(at[..., 1]), cv2.INTER_LINEAR,
                        borderMode=cv2.BORDER_REPLICATE)  # fmt: skip
    lab = cv2.cvtColor(colours.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    return np.asarray(cv2.GaussianBlur(lab, (5, 3), 0), np.float32)


def _seam_offset(image: Image, points: Points, frame: mesh.FaceFrame) -> Floats:
    """How far the dark line between closed lips lies below the mesh's, (11,) in shares of the scale."""
    middle = _between_rims(points)
    light = _profiles(image, middle[:, :2], frame, _REACH)[..., 0]
    place = np.linspace(-_REACH, _REACH, _SAMPLES, dtype=np.float32)
    contrast = max(float(np.ptp(light)), 8.0)
    cost = (light - light.min(axis=1, keepdims=True)) / contrast + 0.25 * (place / _REACH) ** 2
    return _smooth(_between_samples(cost[1:-1], _cheapest_path(cost[1:-1], 0.08), place))


def _cheapest_path(cost: Floats, bend: float) -> NDArray[np.intp]:
    """Column, for every row of `cost` (rows, columns), of the path of least cost; each column aside costs `bend`."""
    columns = np.arange(cost.shape[1])
    aside = bend * np.abs(columns[:, None] - columns[None])
    total, came = cost[0], []
    for row in cost[1:]:
        options = total[:, None] + aside
        came.append(options.argmin(axis=0))
        total = options.min(axis=0) + row
    path = [int(total.argmin())]
    for choice in reversed(came):
        path.append(int(choice[path[-1]]))
    return np.array(path[::-1])


def _rim_offsets(image: Image, points: Points, frame: mesh.FaceFrame) -> tuple[Floats, Floats]:
    """How far the rims of the open lips lie below the mesh's, upper and lower, (11,) in shares of the scale.

    Every column is cut into upper lip, inside and lower lip so that as much as possible of each looks like itself.
    """
    centre = _between_rims(points)
    heights = [
        ((points[list(ring)] - centre) @ frame.down / max(frame.scale, 1e-6)).astype(np.float32) for ring in _RINGS
    ]
    profile = _profiles(image, centre[:, :2], frame, _COLUMN)
    place = np.linspace(-_COLUMN, _COLUMN, _SAMPLES, dtype=np.float32)
    upper = _unlike_lip(profile, place, heights[0], heights[1])
    lower = _unlike_lip(profile, place, heights[3], heights[2])
    between = np.minimum(upper, lower)
    threshold = _threshold(between[(place >= heights[1][:, None]) & (place <= heights[2][:, None])])
    inside, above, below = (
        np.cumsum(np.clip(part / threshold - 1, -1, 1), axis=1) * (place[1] - place[0])
        for part in (between, upper, lower)
    )
    return (
        _least_cost(above + inside, place, heights[1], (heights[0], heights[2])),
        _least_cost(-inside - below, place, heights[2], (heights[1], heights[3])),
    )


def _threshold(inside: Floats) -> float:
    """The difference from the lips' colour at which the inside of the mouth begins: half of what is usual there."""
    return max(_LEAST_CONTRAST, 0.5 * float(np.percentile(inside, 70))) if inside.size else _LEAST_CONTRAST


def _unlike_lip(profile: Floats, place: Floats, outer: Floats, inner: Floats) -> Floats:
    """Distance (11, samples) of every colour from that of the lip between rims at heights (11,) each.

    The lip's colour is taken from the reddest part of where the mesh has it, which also holds where the mesh is wrong.
    """
    span = np.copysign(np.maximum(np.abs(inner - outer), 0.03), inner - outer)
    share = (place - outer[:, None]) / span[:, None]
    within = (share > 0.1) & (share < 1.1)
    within[[0, -1]] = False
    chosen = within & (profile[..., 1] >= np.percentile(profile[..., 1][within], 55)) if within.any() else within
    count = chosen.sum(axis=1)[:, None].astype(np.float32)
    total = np.stack([(profile[..., channel] * chosen).sum(axis=1) for channel in range(3)], axis=1)
    kernel = np.ones(5, np.float32)
    near = np.stack([np.convolve(total[:, channel], kernel, "same") for channel in range(3)], axis=1)
    lip = near / np.maximum(np.convolve(count[:, 0], kernel, "same"), 1)[:, None]
    return np.asarray(np.linalg.norm((profile - lip[:, None]) * _WEIGHTS, axis=-1), np.float32)


def _least_cost(cost: Floats, place: Floats, rim: Floats, limits: tuple[Floats, Floats]) -> Floats:
    """Offsets (11,) of a rim at heights `rim` to where the cost (11, samples) is least: near, and smooth along it."""
    offsets = np.linspace(-_REACH, _REACH, 29, dtype=np.float32)
    at = rim[:, None] + offsets
    costs = np.stack([np.interp(row, place, values) for row, values in zip(at, cost, strict=True)])
    costs += 8.0 * offsets**2
    low, high = (limit[:, None] for limit in limits)
    costs += 1.0 * ((at < low + 0.25 * (rim[:, None] - low)) | (at > high - 0.25 * (high - rim[:, None])))
    inner = costs[1:-1].astype(np.float32)
    return _smooth(_between_samples(inner, _cheapest_path(inner, 0.0006), offsets))


def _between_samples(cost: Floats, path: NDArray[np.intp], place: Floats) -> Floats:
    """Places of a path's minima, between the samples where parabolas through three of them have theirs."""
    rows, at = np.arange(len(cost)), np.clip(path, 1, cost.shape[1] - 2)
    before, here, after = cost[rows, at - 1], cost[rows, at], cost[rows, at + 1]
    bend = before - 2 * here + after
    shift = np.where(bend > 1e-9, 0.5 * (before - after) / np.maximum(bend, 1e-9), 0.0)
    shift = np.where(at == path, np.clip(shift, -0.5, 0.5), 0.0)
    return np.asarray(place[path] + shift * (place[1] - place[0]), np.float32)


def _smooth(offset: Floats) -> Floats:
    """Offsets of the nine inner pairs without outliers, and 0 for the corners, (11,)."""
    padded = np.pad(offset, 2, mode="edge")
    middle = np.median(np.lib.stride_tricks.sliding_window_view(padded, 3), axis=1)
    blurred = np.convolve(middle, np.array([0.25, 0.5, 0.25]), "valid")
    return np.concatenate([[0], blurred, [0]]).astype(np.float32)
