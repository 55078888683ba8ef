"""The inside of a mouth, taken from a picture in which it is open. Knows nothing of how it will be shown.

The mouth is rolled out flat along the dental arch, freed of the lips, and cut along the darkest path between the teeth.
"""

import cv2
import numpy as np

from core.arrays import Floats, Image, Points
from core.face import mesh, rims
from core.face.ease import rise
from core.face.interior import (
    ARCH,
    HALF_HEIGHT,
    HALF_WIDTH,
    Interior,
    Opening,
    layer_axes,
    opening,
    rolled_out,
    skin_colour,
    stacked,
    units,
)

_DEPTH_TINT = np.array([1.0, 0.88, 0.85], np.float32)
"""Colour of what light reaches the lower teeth and the tongue."""

_TRIM = 0.015
"""What is left out along the rims, as a share of the scale: lips and their shadow."""


def borrow(image: Image, points: Points) -> Interior:
    """The inside of the mouth that is open in this picture, mesh (468, 3)."""
    detail = float(np.clip(mesh.face_frame(points).scale, 48, 240))
    here = opening(points, rims.refine(image, points)[:, :2], 0.0, (0, 0))
    middle = (here.upper[5] + here.lower[5]) / 2
    flat = _flatten(image, middle, here, detail)
    upper, lower = (rolled_out(units(rim - middle, here), here) for rim in (here.upper, here.lower))
    top, bottom = (_rim_rows(rim, way, detail) for rim, way in ((upper, 1), (lower, -1)))
    bottom = np.maximum(bottom, top + 1)
    seam = _without_fangs(_darkest_path(flat, top, bottom), detail)
    rows = np.arange(flat.shape[0], dtype=np.float32)[:, None]
    above = np.clip(0.5 + (seam - rows) / (0.024 * detail), 0, 1)
    sides = _sideways(upper, detail)
    skin = skin_colour(image, points)
    return Interior(
        stacked(_filled(flat, top, bottom), above * sides),
        stacked(_deeper(_filled(flat, top, bottom)), (1 - above) * sides),
        _cavity_colour(flat, top, bottom, skin),
        skin,
        -units((here.nose - middle)[None], here)[0],
        float(upper[5, 1]),
        float(lower[5, 1]),
        detail,
    )


def _flatten(image: Image, middle: Points, here: Opening, detail: float) -> Floats:
    """The picture around the mouth, the dental arch rolled out flat."""
    xs, ys = layer_axes(detail)
    depth = np.minimum(xs * xs, HALF_WIDTH**2 / 2) * np.float32(ARCH)
    columns, rows = (
        middle[axis] + xs * here.right[axis] + ys * here.down[axis] - depth * here.forward[axis] for axis in (0, 1)
    )
    return np.asarray(cv2.remap(image, columns, rows, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE), np.float32)


def _rim_rows(rim: Floats, inward: int, detail: float) -> Floats:
    """Row of a rim for every column of the layer, a little inwards so that nothing of the lip is left."""
    columns = np.arange(round(2 * HALF_WIDTH * detail), dtype=np.float32)
    rows = np.interp(columns, (rim[:, 0] + HALF_WIDTH) * detail, (rim[:, 1] + HALF_HEIGHT) * detail)
    return np.asarray(rows + inward * _TRIM * detail, np.float32)


def _darkest_path(flat: Floats, top: Floats, bottom: Floats) -> Floats:
    """Row, for every column, of the path from side to side through the darkest of the inside: between the teeth."""
    rows = np.arange(flat.shape[0], dtype=np.float32)[:, None]
    share = (rows - top) / np.maximum(bottom - top, 1)
    outside = (share < 0.2) | (share > 0.95)
    cost = cv2.blur(flat.mean(axis=-1), (3, 3)) / 255 + 0.15 * np.abs(share - 0.6) + 10.0 * outside
    total, choice = cost[:, 0].copy(), np.zeros(cost.shape, np.int32)
    every = np.arange(len(cost))
    for column in range(1, cost.shape[1]):
        padded = np.pad(total, 1, constant_values=np.inf)
        options = np.stack([padded[:-2] + 0.02, padded[1:-1], padded[2:] + 0.02])
        best = options.argmin(axis=0)
        choice[:, column] = np.clip(every + best - 1, 0, len(cost) - 1)
        total = options.min(axis=0) + cost[:, column]
    path = np.empty(cost.shape[1], np.float32)
    row = int(total.argmin())
    for column in range(cost.shape[1] - 1, -1, -1):
        path[column] = row
        row = int(choice[row, column])
    width = max(3, round(0.04 * len(cost)) | 1)
    return np.asarray(cv2.blur(path[None], (width, 1))[0], np.float32)


def _without_fangs(seam: Floats, detail: float) -> Floats:
    """The path, kept from running down beside the front teeth: the edge of upper teeth rises towards the sides."""
    aside = np.abs((np.arange(len(seam), dtype=np.float32) + 0.5) / detail - HALF_WIDTH)
    front = float(np.median(seam[aside < 0.1]))
    return np.asarray(np.minimum(seam, front + (0.012 - 0.3 * np.maximum(aside - 0.1, 0)) * detail), np.float32)


def _filled(flat: Floats, top: Floats, bottom: Floats) -> Floats:
    """The inside of the mouth, its outermost rows repeated beyond its rims."""
    rows, columns = np.arange(flat.shape[0], dtype=np.float32)[:, None], np.arange(flat.shape[1], dtype=np.float32)
    from_row = np.clip(rows, top, np.maximum(bottom, top))
    across = np.broadcast_to(columns, from_row.shape).astype(np.float32)
    return np.asarray(cv2.remap(flat, across, from_row.astype(np.float32), cv2.INTER_LINEAR), np.float32)


def _deeper(colour: Floats) -> Floats:
    """The lower mouth in the shade of speech: tongue and gums, told by their redness, must not look like a lip."""
    brightest = colour.max(axis=-1)
    redness = (colour[..., 0] - colour[..., 1:].mean(axis=-1)) / np.maximum(brightest, 1)
    flesh = cv2.GaussianBlur(rise(redness, 0.12, 0.28), (0, 0), 1.5)
    return np.asarray(colour * (0.72 - 0.25 * flesh)[..., None] * _DEPTH_TINT, np.float32)


def _sideways(rim: Floats, detail: float) -> Floats:
    """Opacity of every column: falls to 0 towards the corners of the mouth, where it is dark."""
    xs = np.arange(round(2 * HALF_WIDTH * detail), dtype=np.float32) / detail - HALF_WIDTH
    middle, half = (rim[0, 0] + rim[-1, 0]) / 2, max(float(rim[-1, 0] - rim[0, 0]) / 2, 1e-3)
    return np.asarray(1 - rise(np.abs(xs - middle), half * 0.82, half * 0.98), np.float32)[None]


def _cavity_colour(flat: Floats, top: Floats, bottom: Floats, skin: Floats) -> Floats:
    """The darkest of what is seen; between closed teeth nothing is dark enough, so it is held well below the skin."""
    rows = np.arange(flat.shape[0], dtype=np.float32)[:, None]
    inside = flat[(rows > top) & (rows < bottom)]
    brightness = inside.mean(axis=1)
    darkest = np.median(inside[brightness <= np.percentile(brightness, 12)], axis=0)
    return np.asarray(darkest * min(1.0, 0.25 * float(skin.mean()) / max(float(darkest.mean()), 1.0)), np.float32)
