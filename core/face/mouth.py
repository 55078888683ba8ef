"""Draws a face with its mouth in another shape: the one place where geometry, flow and the inside of the mouth meet.

Knows nothing of sound and of tracks. Works at the picture's own resolution and only around the mouth and the jaw.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from core.arrays import Alpha, Floats, Image, Points
from core.face import interior, lips, mesh, rims, warp
from core.face.ease import eased
from core.face.interior import Interior
from core.face.lips import Pose
from core.geometry import Box, box_of

REACH = 0.42
"""How far below the chin pixels may move, as a share of the face's scale."""

_SIDES = (132, 361, 58, 288, mesh.CHIN)
_LEAST_REGION = 16  # pixels


@dataclass(frozen=True, slots=True)
class Portrait:
    """A face that is to be redrawn: the whole picture, and what was seen in it once.

    - `points` (468, 3): the mesh with its lips as they are seen (`core.face.rims`)
    - `skin` (3,): colour of the cheeks
    """

    image: Image
    points: Points
    skin: Floats


@dataclass(frozen=True, slots=True)
class Flows:
    """Where colours come from, on one grid: above the line of the lips, below it, and smooth across it."""

    grid: warp.Grid
    above: Floats
    below: Floats
    mixed: Floats


def region(points: Points, width: int, height: int) -> Box:
    """The whole pixels of a picture of that size that may change for a face with mesh (468, 3)."""
    frame = mesh.face_frame(points)
    flat, down = points[:, :2], frame.down[:2] * frame.scale
    ends = np.stack([flat[mesh.NOSE_TIP] - 0.05 * down, flat[mesh.CHIN] + REACH * down])
    box = box_of(np.concatenate([flat[list(_SIDES)], flat[[mesh.NOSE_BASE]], ends]))
    side = 0.12 * frame.scale
    return Box(box.x0 - side, box.y0, box.x1 + side, box.y1).rounded_out().clip_to(width, height)


def look(image: Image, points: Points) -> Portrait:
    """See a face with mesh (468, 3) in a picture."""
    return Portrait(image, rims.refine(image, points), interior.skin_colour(image, points))


def draw(portrait: Portrait, pose: Pose, inside: Interior, own: float = 0.0) -> tuple[Box, Image] | None:
    """The changed region of a picture and its pixels, or None where the face lies outside the picture.

    `own`, 0 to 1, is how much of the source's own inside of the mouth shines through: 1 as the mouth becomes the
    source's again. The pixels on the border of the region are those of the picture.
    """
    height, width = portrait.image.shape[:2]
    area = region(portrait.points, width, height)
    if min(area.width, area.height) < _LEAST_REGION:
        return None
    flows = _flows(area, portrait.points, pose)
    result = warp.sample(portrait.image, flows.grid.at_pixels(flows.mixed, area), area)
    box = _mouth_box(portrait.points, pose).clip_to(width, height)
    if min(box.width, box.height) >= _LEAST_REGION / 2:
        mouth = _draw_lips(portrait, pose, flows, box)
        _fill(mouth, portrait, pose, (inside, own, box))
        _lay_in(result, mouth, box.shift(-area.x0, -area.y0))
    return area, result


def _flows(area: Box, points: Points, pose: Pose) -> Flows:
    frame = mesh.face_frame(points)
    grid = warp.Grid.over(area, frame.scale)
    above, below = (
        warp.flow(grid, pose.points[list(keys)], pose.origin[list(keys)])
        for keys in (lips.UPPER_FIELD, lips.LOWER_FIELD)
    )
    share = _below_line(grid.nodes(), pose, frame)[..., None]
    return Flows(grid, above, below, above + (below - above) * share)


def _below_line(nodes: Points, pose: Pose, frame: mesh.FaceFrame) -> Floats:
    """0 above the line where the lips meet, 1 below, rising over a tenth of the scale; the line has no ends."""
    down = frame.down[:2] / max(float(np.linalg.norm(frame.down[:2])), 1e-6)
    across = np.array([down[1], -down[0]], np.float32)
    line = _meeting_line(pose)
    height = np.interp(nodes @ across, line @ across, line @ down)
    share = np.clip((nodes @ down - height) / (0.1 * frame.scale) + 0.5, 0, 1)
    return np.asarray(share * share * (3 - 2 * share), np.float32)


def _meeting_line(pose: Pose) -> Points:
    """The line between the inner rims, (11, 2)."""
    return np.asarray((pose.points[list(mesh.UPPER_INNER)] + pose.points[list(mesh.LOWER_INNER)]) / 2, np.float32)


def _mouth_box(points: Points, pose: Pose) -> Box:
    """Whole pixels around the lips in their new place."""
    scale = mesh.face_frame(points).scale
    rims = [*mesh.UPPER_OUTER, *mesh.LOWER_OUTER]
    box = box_of(pose.points[rims])
    pad = 0.04 * scale
    return Box(box.x0 - pad, box.y0 - pad, box.x1 + pad, box.y1 + pad).rounded_out()


def _draw_lips(portrait: Portrait, pose: Pose, flows: Flows, box: Box) -> Floats:
    """The lips in their new place, (height, width, 3) float32, in a box of the frame."""
    side = _side_mask(pose, box, mesh.face_frame(portrait.points).scale)[..., None]
    above, below = (
        warp.sample(portrait.image, flows.grid.at_pixels(flow, box), box) for flow in (flows.above, flows.below)
    )
    picture = above.astype(np.float32)
    picture += (below - picture) * side
    return picture


def _fill(picture: Floats, portrait: Portrait, pose: Pose, how: tuple[Interior, float, Box]) -> None:
    """Put what is seen between the lips into their picture, or the fine shadow where they meet."""
    inside, own, box = how
    scale = mesh.face_frame(portrait.points).scale
    visible = (1 - own) * eased(pose.gap, 0.008, 0.03)
    if visible > 0:
        gap = interior.opening(portrait.points, pose.points, pose.gap, (int(box.x0), int(box.y0)))
        filling = interior.draw(inside, gap, portrait.skin, (int(box.width), int(box.height)), pose.tuck)
        picture += (filling - picture) * (_gap_mask(gap, picture.shape[:2], scale) * np.float32(visible))[..., None]
    seam = (1 - own) * eased(pose.source_gap, 0.02, 0.05) * (1 - eased(pose.gap, 0.004, 0.02))
    if seam > 0:
        picture *= (1 - 0.3 * seam * _seam_mask(pose, box, scale))[..., None]


def _side_mask(pose: Pose, box: Box, scale: float) -> Alpha:
    """1 below the line where the lips meet, 0 above, with a soft step of about a pixel."""
    line = _meeting_line(pose)
    along = line[-1] - line[0]
    across = np.array([-along[1], along[0]]) * 4
    ends = [
        line[0] - 3 * along,
        *line,
        line[-1] + 3 * along,
        line[-1] + 3 * along + across,
        line[0] - 3 * along + across,
    ]
    return _soft(_filled(np.array(ends), box), max(0.7, 0.006 * scale))


def _gap_mask(gap: interior.Opening, shape: tuple[int, int], scale: float) -> Alpha:
    ring = np.concatenate([gap.upper, gap.lower[::-1]])
    box = Box(0, 0, shape[1], shape[0])
    return _soft(_filled(ring, box), max(0.7, 0.007 * scale))


def _seam_mask(pose: Pose, box: Box, scale: float) -> Alpha:
    """The fine shadow where closed lips meet."""
    canvas = np.zeros((int(box.height), int(box.width)), np.uint8)
    line = _fixed_point(_meeting_line(pose) - np.array([box.x0, box.y0]))
    cv2.polylines(canvas, [line], False, 255, max(1, round(0.012 * scale)), cv2.LINE_AA, 4)
    return _soft(canvas, max(0.8, 0.009 * scale))


def _filled(polygon: Points, box: Box) -> Image:
    canvas = np.zeros((int(box.height), int(box.width)), np.uint8)
    cv2.fillPoly(canvas, [_fixed_point(polygon - np.array([box.x0, box.y0]))], 255, cv2.LINE_AA, 4)
    return canvas


def _fixed_point(points: Points) -> NDArray[np.int32]:
    """Coordinates as OpenCV draws them with a shift of 4: in sixteenths of a pixel."""
    return np.round(points * 16).astype(np.int32)


def _soft(mask: Image, sigma: float) -> Alpha:
    return np.asarray(cv2.GaussianBlur(mask, (0, 0), sigma), np.float32) / np.float32(255)


def _lay_in(result: Image, mouth: Floats, box: Box) -> None:
    """Put the picture of the mouth into the region, over a few pixels at its border."""
    height, width = mouth.shape[:2]
    rim = max(2, height // 14)
    across = np.clip(np.minimum(np.arange(width), np.arange(width)[::-1]) / rim, 0, 1)
    down = np.clip(np.minimum(np.arange(height), np.arange(height)[::-1]) / rim, 0, 1)
    weight = np.outer(down, across).astype(np.float32)[..., None]
    place = result[box.slices]
    place[:] = np.clip(place + (mouth - place) * weight + 0.5, 0, 255).astype(np.uint8)
