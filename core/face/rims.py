"""Moves the mesh's inner rims of the lips onto the rims that are seen in the picture. Knows nothing of mouth shapes.

A face mesh draws the line of closed lips up to a tenth of the mouth's width beside the real one, and the rim of an open mouth
partly over the teeth. What is warped along such a line tears. Here the colours across the lips are sampled at the nine
inner pairs of points, and the rims are moved to the darkest line (closed) or to where the lips' colour ends (open).
"""

import cv2
import numpy as np

from core.arrays import Floats, Image, Points
from core.face import mesh

_SAMPLES = 49
_REACH = 0.07
"""How far from the mesh's rims a rim is looked for, as a share of the face's scale."""

_OPEN = 0.03
"""Gap, as a share of the scale, from which lips are taken as open."""


def refine(image: Image, points: Points) -> Points:
    """The mesh (468, 3) with its inner and middle lip rings moved to what is seen in the picture; the rest is the same."""
    frame = mesh.face_frame(points)
    gap = mesh.lip_gap(points)
    openness = float(np.clip((gap - _OPEN) / 0.02, 0, 1))
    upper, lower = np.zeros(11, np.float32), np.zeros(11, np.float32)
    if openness < 1:
        offset = _seam_offset(image, points, frame) * (1 - openness)
        upper, lower = upper + offset, lower + offset
    if openness > 0:
        more_upper, more_lower = _rim_offsets(image, points, frame)
        upper, lower = upper + more_upper * openness, lower + more_lower * openness
    return _moved(points, upper, lower, frame)


def _moved(points: Points, upper: Floats, lower: Floats, frame: mesh.FaceFrame) -> Points:
    """Points with the rims moved down by `upper` and `lower` (11,) shares of the scale, the middle rings half as far."""
    result = points.copy()
    for rings, offset in (
        ((mesh.UPPER_INNER, mesh.UPPER_MIDDLE), upper),
        ((mesh.LOWER_INNER, mesh.LOWER_MIDDLE), lower),
    ):
        for ring, share in zip(rings, (1.0, 0.5), strict=True):
            keep = list(ring[1:-1])
            result[keep] += (offset[1:-1, None] * share * frame.scale) * frame.down
    return result


def _profiles(image: Image, centres: Points, frame: mesh.FaceFrame) -> Floats:
    """Lab colours (11, samples, 3) along the face's down through each centre (11, 2), over twice the reach, smoothed."""
    along = np.linspace(-_REACH, _REACH, _SAMPLES, dtype=np.float32) * frame.scale
    at = centres[:, None] + along[None, :, None] * frame.down[:2].astype(np.float32)
    colours = cv2.remap(image, np.ascontiguousarray(at[..., 0]), np.ascontiguousarray(at[..., 1]), cv2.INTER_LINEAR,
                        borderMode=cv2.BORDER_REPLICATE)  # fmt: skip
    lab = cv2.cvtColor(colours.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    return np.asarray(cv2.GaussianBlur(lab, (5, 3), 0), np.float32)


def _seam_offset(image: Image, points: Points, frame: mesh.FaceFrame) -> Floats:
    """How far the dark line between closed lips lies below the mesh's, (11,) in shares of the scale."""
    middle = (points[list(mesh.UPPER_INNER), :2] + points[list(mesh.LOWER_INNER), :2]) / 2
    light = _profiles(image, middle, frame)[..., 0]
    place = np.linspace(-_REACH, _REACH, _SAMPLES, dtype=np.float32)
    contrast = max(float(np.ptp(light)), 8.0)
    cost = (light - light.min(axis=1, keepdims=True)) / contrast + 0.25 * (place / _REACH) ** 2
    return _smooth(place[_cheapest_path(cost, 0.08)])


def _cheapest_path(cost: Floats, bend: float) -> Floats:
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
    """How far the rims of the open lips lie below the mesh's, upper and lower, (11,) in shares of the scale."""
    between = (points[list(mesh.UPPER_INNER), :2] + points[list(mesh.LOWER_INNER), :2]) / 2
    inside = _profiles(image, between, frame)[:, _SAMPLES // 2]
    offsets = []
    for inner, middle, inward in (
        (mesh.UPPER_INNER, mesh.UPPER_MIDDLE, 1),
        (mesh.LOWER_INNER, mesh.LOWER_MIDDLE, -1),
    ):
        profile = _profiles(image, points[list(inner), :2], frame)
        thickness = ((points[list(inner)] - points[list(middle)]) @ frame.down) * inward / max(frame.scale, 1e-6)
        offsets.append(_smooth(inward * _end_of_lip(profile[:, ::inward], inside, thickness)))
    return offsets[0], offsets[1]


def _end_of_lip(profile: Floats, inside: Floats, thickness: Floats) -> Floats:
    """Where the lips' colour gives way to that of the inside, (11,) towards the inside from the mesh's rim.

    `profile` (11, samples, 3) runs from within the lip to the inside of the mouth; pairs whose inside looks like the lip
    are left where they are.
    """
    place = np.linspace(-_REACH, _REACH, _SAMPLES, dtype=np.float32)
    body = (place >= -thickness[:, None] - 0.01) & (place <= -0.4 * thickness[:, None])
    lip = (profile * body[..., None]).sum(axis=1) / np.maximum(body.sum(axis=1), 1)[:, None]
    weights = np.array([0.6, 1.0, 1.0], np.float32)
    unlike = np.linalg.norm((profile - lip[:, None]) * weights, axis=-1)
    contrast = np.linalg.norm((inside - lip) * weights, axis=-1)
    looked = (place >= -0.6 * thickness[:, None]) & (place <= 0.03)
    beyond = looked & (unlike > 0.5 * contrast[:, None])
    first = np.where(beyond.any(axis=1), place[beyond.argmax(axis=1)], 0.0)
    sure = np.clip((contrast - 8) / 10, 0, 1)
    return np.asarray(np.clip(first, -0.05, 0.03) * sure, np.float32)


def _smooth(offset: Floats) -> Floats:
    """Offsets along the mouth without outliers; 0 in the corners."""
    padded = np.pad(offset[1:-1], 2, mode="edge")
    middle = np.median(np.lib.stride_tricks.sliding_window_view(padded, 3), axis=1)
    blurred = np.convolve(middle, np.array([0.25, 0.5, 0.25]), "valid")
    return np.concatenate([[0], blurred, [0]]).astype(np.float32)
