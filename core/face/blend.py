"""Lays a generated mouth over a frame: mask, feather, colour. Knows nothing of models and of video files.

This is the one mask path of preview, export and live. The mask is worked out from exact distances to an outline that
moves with the face, on a coarse grid, so that it is steady in time and costs the same in every resolution. Its weight
rises from exactly 0 on the outline to exactly 1 on the lips; there is no edge at which it jumps.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import cv2
import numpy as np

from core.arrays import Alpha, Floats, Image, Points
from core.face import mesh
from core.face.axes import axes_of
from core.face.distance import Grid
from core.face.parse_mask import SIDE, Classes, FaceLabels, region_mask
from core.face.points68 import RIDGE, from_mesh
from core.face.seam import colour_offset
from core.face.strokes import painted
from core.geometry import Box, box_of
from core.project import Look, Region, Stroke

_CELLS_PER_SCALE = 16
"""Cells of the grid of distances on one face scale; finer changes no weight by more than 0.01."""

_LIP_RIM = 0.04
"""How far around the lips the weight is still 1, as a share of the face's scale."""

_LEAST_RISE = 0.05
"""The distance that the mask keeps for its rise around the lips, however narrow the region is; same unit."""

_ABOVE = 3.0
"""Pixels above its border with which the lower half of a label map is cut out, so that the cut is never seen."""

_OUTLINE = (323, 361, 288, 397, 365, 379, 378, 400, 377, mesh.CHIN, 148, 176, 149, 150, 136, 172, 58, 132, 93,
            50, 36, 203, 98, 97, mesh.NOSE_BASE, 326, 327, 423, 266, 280)  # fmt: skip
"""The lower face without the nose: jaw line from the right to the left ear, back over the cheeks below the nose."""

_LIPS = (*mesh.UPPER_OUTER, *mesh.LOWER_OUTER)


class PatchLike(Protocol):
    """A piece of a frame: pixels (height, width, 3) and where their top left corner lies in the frame."""

    @property
    def x(self) -> int:
        """Column of the frame at which the piece begins; may be negative."""

    @property
    def y(self) -> int:
        """Row of the frame at which the piece begins; may be negative."""

    @property
    def image(self) -> Image:
        """The pixels."""


@dataclass(frozen=True, slots=True)
class Mask:
    """Weight of the generated picture, 0 to 1, in a rectangle whose top left pixel is (x, y) of the frame.

    The rectangle may reach beyond the frame. Outside it the weight is 0, and so it is on its border. `feather` is the
    width of the rise in pixels.
    """

    x: int
    y: int
    alpha: Alpha
    feather: float

    @property
    def box(self) -> Box:
        """The rectangle in pixels of the frame."""
        height, width = self.alpha.shape
        return Box(self.x, self.y, self.x + width, self.y + height)

    def scaled(self, share: float) -> "Mask":
        """The same mask with every weight multiplied by `share`, 0 to 1: for engines that do not ease by themselves."""
        return self if share == 1 else Mask(self.x, self.y, self.alpha * np.float32(share), self.feather)


def mask(
    points: Points, look: Look, reach: float = 0.0, labels: FaceLabels | None = None, strokes: Sequence[Stroke] = ()
) -> Mask:
    """The mask of a face with mesh `points` (468, 2 or 3), in pixels of the frame.

    `reach` is how far below the chin the generated picture may differ, as a share of the face's scale. The outline is
    moved by `look.margin`; the weight rises inwards from it over `look.feather`. The lips and what lies `reach` below
    them always have the full weight, which is `look.strength`; `strokes` add to it and take from it, there too.
    Raises ValueError if `look.region` needs a label map and there is none; `Region.MESH` ignores `labels`.
    """
    face = mesh.face_frame(points)
    lips = _lips(points, face, reach)
    pad = face.scale * (max(look.margin, 0.0) + _LIP_RIM + _LEAST_RISE)
    cell = face.scale / _CELLS_PER_SCALE
    if look.region is Region.MESH:
        outline = _outline(points, face, reach, look.feather)
        grid = Grid.over(box_of(np.concatenate([outline, lips])), pad, cell)
        inside = grid.to_polygon(outline)
    elif labels is not None:
        border = float(from_mesh(points)[RIDGE, 1])
        region, box = _below(labels, look, border)
        grid = Grid.over(box_of(np.concatenate([_corners(box, labels.box, cell), lips])), pad, cell)
        inside = np.minimum(grid.to_region(region, box), grid.places()[1] - np.float32(border))
    else:
        raise ValueError(f"the region {look.region.value} needs a label map")
    feather = look.feather * face.scale
    alpha = _rise(grid, inside + look.margin * face.scale, grid.to_polygon(lips), feather, face.scale)
    box = grid.pixels
    if strokes:
        alpha, box = painted(alpha, box, strokes, axes_of(points))
    return _trimmed(alpha * np.float32(look.strength), box, feather)


def lay_over(frame: Image, patch: PatchLike, mask: Mask, match_colour: bool = True) -> Image:
    """A copy of `frame` with `patch` laid over it by the weights of `mask`.

    Only pixels of positive weight are touched. Where the patch ends within the picture and the mask does not, the
    weight falls to 0 towards the patch's edge. With `match_colour` the patch is first moved to the colours of the
    frame around the seam (`core.face.seam`).
    """
    result = frame.copy()
    height, width = frame.shape[:2]
    rows, columns = patch.image.shape[:2]
    piece = Box(patch.x, patch.y, patch.x + columns, patch.y + rows).clip_to(width, height)
    box = _common(piece, mask.box)
    if box.area == 0:
        return result
    alpha = mask.alpha[box.shift(-mask.x, -mask.y).slices]
    alpha = _fall_to_edges(alpha, box, mask, (width, height))
    ours = patch.image[box.shift(-patch.x, -patch.y).slices]
    theirs = frame[box.slices]
    offset = colour_offset(ours, theirs, alpha) if match_colour else None
    result[box.slices] = _mixed(ours, theirs, alpha, offset)
    return result


def _outline(points: Points, face: mesh.FaceFrame, reach: float, feather: float) -> Points:
    """The outline (n, 2), moved down below the mouth, fully at the chin, so that a lower chin lies inside.

    An engine that moves the chin moves the edge of the jaw as well; seen through half a weight, it would be seen
    twice. For such an engine the jaw is therefore moved outwards and down by the feather, as far as the engine reaches.
    """
    flat, right, down = points[list(_OUTLINE), :2], face.right[:2], face.down[:2]
    mouth = points[mesh.LIP_UPPER_INNER, :2]
    below, across = (flat - mouth) @ down, (flat - mouth) @ right
    chin = max(float((points[mesh.CHIN, :2] - mouth) @ down), 1e-3)
    nose = max(float((mouth - points[mesh.NOSE_BASE, :2]) @ down), 1e-3)
    aside = min(feather, reach) * np.clip(1 + below / nose, 0, 1) * across / max(float(np.abs(across).max()), 1e-3)
    lower = (reach + min(feather, reach)) * np.clip(below / chin, 0, 1)
    return (flat + (np.outer(aside, right) + np.outer(lower, down)) * face.scale).astype(np.float32)


def _lips(points: Points, face: mesh.FaceFrame, reach: float) -> Points:
    """The hull (n, 2) of the lips where they are and, for a dropped jaw, as far down as the patch may differ."""
    lips = points[list(_LIPS), :2]
    lower = lips[len(mesh.UPPER_OUTER) :] + face.down[:2] * (reach * face.scale)
    hull = cv2.convexHull(np.concatenate([lips, lower]).astype(np.float32))
    return np.asarray(hull[:, 0], np.float32)


def _below(labels: FaceLabels, look: Look, border: float) -> tuple[Classes, Box]:
    """The region's mask from a little above the row `border` of the frame, cut to what is in it, and its box.

    The border itself is drawn by the caller: it lies between pixels and moves with the face, and rows do not.
    """
    pixel = labels.box.width / SIDE
    first = int(np.clip((border - _ABOVE - labels.box.y0) / pixel, 0, SIDE - 1))
    lower = region_mask(labels, look.region, look.cheeks)[first:]
    x, y, columns, rows = cv2.boundingRect(lower)
    region = lower[y : y + max(rows, 1), x : x + max(columns, 1)]
    x0, y0 = labels.box.x0 + x * pixel, labels.box.y0 + (first + y) * pixel
    return region, Box(x0, y0, x0 + region.shape[1] * pixel, y0 + region.shape[0] * pixel)


def _corners(box: Box, whole: Box, cell: float) -> Points:
    """Two corners (2, 2) around `box`, the first a whole number of cells from that of the label map.

    The grid then keeps its place on the face when a pixel of the labels flickers at the edge of the region.
    """
    x0 = whole.x0 + np.floor((box.x0 - whole.x0) / cell) * cell
    y0 = whole.y0 + np.floor((box.y0 - whole.y0) / cell) * cell
    return np.array([(x0, y0), (box.x1, box.y1)], np.float32)


def _rise(grid: Grid, inside: Floats, lips: Floats, feather: float, scale: float) -> Alpha:
    """Weights of every pixel from the signed distances to the outline and to the lips, (rows, columns) of the grid.

    The rise is `feather` pixels wide, or as wide as there is room between outline and lips. Where the region comes
    nearer to the lips than the least rise, or cuts them, it is widened.
    """
    rim = lips + _LIP_RIM * scale
    depth = grid.full(np.maximum(inside, rim + _LEAST_RISE * scale))
    width = depth - np.minimum(grid.full(rim), 0)
    np.clip(width, 1.0, max(feather, 1.0), out=width)
    share = np.divide(depth, width, out=width)
    np.clip(share, 0.0, 1.0, out=share)
    return np.asarray(share * share * (3.0 - 2.0 * share), np.float32)


def _trimmed(alpha: Alpha, box: Box, feather: float) -> Mask:
    """The weights of `box` as a mask that is no larger than what is not 0, and a border of 0."""
    weighty = alpha > 0
    rows, columns = np.flatnonzero(weighty.any(axis=1)), np.flatnonzero(weighty.any(axis=0))
    if len(rows) == 0:
        return Mask(int(box.x0), int(box.y0), alpha[:1, :1], feather)
    y0, y1, x0, x1 = rows[0] - 1, rows[-1] + 2, columns[0] - 1, columns[-1] + 2
    return Mask(int(box.x0 + x0), int(box.y0 + y0), np.ascontiguousarray(alpha[y0:y1, x0:x1]), feather)


def _common(one: Box, other: Box) -> Box:
    """The part that two boxes share; empty if there is none."""
    x0, y0 = max(one.x0, other.x0), max(one.y0, other.y0)
    return Box(x0, y0, max(min(one.x1, other.x1), x0), max(min(one.y1, other.y1), y0))


def _fall_to_edges(alpha: Alpha, box: Box, whole: Mask, size: tuple[int, int]) -> Alpha:
    """`alpha` of `box`, falling to 0 at those of its edges that cut the whole mask within a picture of `size`."""
    wanted = whole.box.clip_to(*size)
    across = _fall(alpha.shape[1], box.x0 > wanted.x0, box.x1 < wanted.x1, whole.feather)
    down = _fall(alpha.shape[0], box.y0 > wanted.y0, box.y1 < wanted.y1, whole.feather)
    if across is None and down is None:
        return alpha
    ones = np.ones(1, np.float32)
    return np.asarray(alpha * (ones if across is None else across)[None] * (ones if down is None else down)[:, None])


def _fall(length: int, low: bool, high: bool, feather: float) -> Floats | None:
    """Weights (length,) that fall to 0 towards the low end, the high end or both; None if towards neither."""
    if not (low or high):
        return None
    width = max(min(feather, length / 2), 1.0)
    at = np.arange(length, dtype=np.float32)
    ends = np.minimum(at if low else np.inf, length - 1 - at if high else np.inf)
    share = np.clip(ends / width, 0.0, 1.0)
    return np.asarray(share * share * (3.0 - 2.0 * share), np.float32)


def _mixed(ours: Image, theirs: Image, alpha: Alpha, offset: Floats | None) -> Image:
    """`theirs` + `alpha` × (`ours` + `offset` − `theirs`), rounded to the nearest level."""
    if offset is None:
        return np.asarray(cv2.blendLinear(ours, theirs, alpha, 1.0 - alpha), np.uint8)
    moved = cv2.subtract(cv2.add(offset, ours, dtype=cv2.CV_32F), theirs, dtype=cv2.CV_32F)
    cv2.multiply(moved, cv2.merge((alpha, alpha, alpha)), dst=moved)
    return np.asarray(cv2.add(moved, theirs, dtype=cv2.CV_8U), np.uint8)
