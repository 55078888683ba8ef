"""Faces in a picture of any size: where to look, and one answer per face. Knows nothing of time.

The network looks at a square. The whole picture is one square; windows that overlap by half show it small faces at
twice, four times … the size (see `windows`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np

from core.arrays import Image, Points
from core.geometry import Box
from core.models.face_detector import FaceDetector, RawFaces

THRESHOLD = 0.5
"""Least score of a detection; MediaPipe's own value."""

_SAME = 0.3  # intersection over union above which two detections are one face
_WITHIN = 0.7  # so is one of which this share lies within the other: a part of a face taken for a whole one


@dataclass(frozen=True, slots=True)
class Detection:
    """A face: tight box from brows to chin, six `keypoints` (6, 2) in pixels, `score` in [0, 1]."""

    box: Box
    keypoints: Points
    score: float


@cache
def windows(width: int, height: int, smallest: int) -> tuple[Box, ...]:
    """Squares to look at, the whole picture first, such that a face of `smallest` pixels fills an eighth of one.

    Every level halves the side; neighbours overlap by half, so that a face up to half a window is whole in one.
    """
    side = max(width, height)
    boxes = [_centred(width, height, side)]
    while side > 8 * smallest:
        side = -(-side // 2)
        boxes += [Box(x, y, x + side, y + side) for y in _starts(height, side) for x in _starts(width, side)]
    return tuple(boxes)


def detect(net: FaceDetector, image: Image, looks: Sequence[Box]) -> list[Detection]:
    """Faces seen in the given windows of a picture, the surest first, each once."""
    found = [face for window in looks for face in _look(net, image, window)]
    return merge(found)


def merge(found: Sequence[Detection]) -> list[Detection]:
    """One detection per face: overlapping ones are averaged by their scores, as BlazeFace (section 3.4) does."""
    left = sorted(found, key=lambda face: -face.score)
    merged = []
    while left:
        same = [face for face in left if _is_same(left[0].box, face.box)]
        merged.append(_average(same))
        left = [face for face in left if not any(face is other for other in same)]
    return merged


def _centred(width: int, height: int, side: int) -> Box:
    x, y = (width - side) // 2, (height - side) // 2
    return Box(x, y, x + side, y + side)


def _starts(length: int, side: int) -> list[int]:
    if length <= side:
        return [(length - side) // 2]
    count = int(np.ceil((length - side) / (side / 2))) + 1
    return [round(start) for start in np.linspace(0, length - side, count)]


def _look(net: FaceDetector, image: Image, window: Box) -> list[Detection]:
    raw = net.detect(_square_of(image, window, net.side), THRESHOLD)
    height, width = image.shape[:2]
    return [face for face in _placed(raw, window) if not _is_cut_off(face.box, window, Box(0, 0, width, height))]


def _square_of(image: Image, window: Box, side: int) -> Image:
    """The window reduced by averaging to (side, side, 3); black outside the picture."""
    height, width = image.shape[:2]
    inside = window.clip_to(width, height)
    scale = side / window.width
    x, y = round((inside.x0 - window.x0) * scale), round((inside.y0 - window.y0) * scale)
    size = (min(max(round(inside.width * scale), 1), side - x), min(max(round(inside.height * scale), 1), side - y))
    square = np.zeros((side, side, 3), np.uint8)
    square[y : y + size[1], x : x + size[0]] = cv2.resize(image[inside.slices], size, interpolation=cv2.INTER_AREA)
    return square


def _placed(raw: RawFaces, window: Box) -> list[Detection]:
    origin = np.array([window.x0, window.y0], np.float32)
    boxes = raw.boxes * np.float32(window.width) + np.tile(origin, 2)
    keypoints = raw.keypoints * np.float32(window.width) + origin - np.float32(0.5)
    return [
        Detection(Box(*map(float, box)), points, float(score))
        for box, points, score in zip(boxes, keypoints, raw.scores, strict=True)
    ]


def _is_cut_off(face: Box, window: Box, picture: Box) -> bool:
    """Whether a window's edge that is not the picture's cuts the face; a neighbouring window has all of it."""
    return (
        face.x0 < window.x0 > picture.x0
        or face.y0 < window.y0 > picture.y0
        or face.x1 > window.x1 < picture.x1
        or face.y1 > window.y1 < picture.y1
    )


def _is_same(one: Box, other: Box) -> bool:
    common = Box(max(one.x0, other.x0), max(one.y0, other.y0), min(one.x1, other.x1), min(one.y1, other.y1))
    shared = common.area if common.width > 0 and common.height > 0 else 0.0
    return shared > _WITHIN * min(one.area, other.area) or one.overlap(other) > _SAME


def _average(same: Sequence[Detection]) -> Detection:
    alike = [face for face in same if face.box.overlap(same[0].box) > _SAME]
    weights = np.array([face.score for face in alike], np.float32)
    weights /= weights.sum()
    box = weights @ np.array([[f.box.x0, f.box.y0, f.box.x1, f.box.y1] for f in alike], np.float32)
    keypoints = np.tensordot(weights, np.stack([face.keypoints for face in alike]), axes=1)
    return Detection(Box(*map(float, box)), keypoints.astype(np.float32), same[0].score)
