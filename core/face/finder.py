"""Every face of a film, frame by frame: looks where faces were, and now and then where new ones may be.

Knows nothing of who is who; `core.face.track` does. The same object serves a film and a camera.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import cycle, islice
from typing import Protocol

import numpy as np

from core.arrays import Image
from core.face.detect import Detection, detect, windows
from core.face.landmarks import FaceFound, region_of_detection, region_of_mesh, settle, with_lips
from core.geometry import Box, box_of
from core.models.face_detector import FaceDetector
from core.models.face_landmarks import FaceMesh
from core.models.lip_landmarks import LipMesh
from core.weights import weights_file

WEIGHTS, DETECTOR_FILE, MESH_FILE = "face_mesh", "face_detection_short_range.tflite", "face_landmark.tflite"
LIPS_FILE = "face_landmark_with_attention.tflite"

SMALLEST = 0.05
"""Smallest face looked for unless told otherwise, as a share of the picture's longer side."""

_LEAST_PIXELS = 24  # the mesh of a smaller face is a guess

_SAME = 0.5  # overlap of two meshes' boxes that makes them one face
_SWELL, _USUAL = 1.4, 0.2  # greatest change of area against the usual one, and how quickly that follows
_TIGHT = 1.03  # greatest share of the usual size that a region may have: a wider one would show the neighbour
_AROUND = 1.0  # share of a lost face's size by which the window round it is larger on every side
_LOOKS = 1  # windows looked at in every frame for new faces


@dataclass(frozen=True, slots=True)
class Followed:
    """A face and the area that its box has had of late, in square pixels."""

    face: FaceFound
    area: float


class FaceSource(Protocol):
    """What finds faces in frames given in order; the back ends."""

    def reset(self) -> None:
        """Forget where faces were, as at a cut."""

    def update(self, image: Image) -> list[FaceFound]:
        """Every face of the next frame."""


class FaceFinder:
    """Finds faces in frames given in order. One object per film and thread.

    `smallest` is the smallest face looked for, as a share of the picture's longer side. Raises WeightsError if the
    three networks are not there.
    """

    def __init__(self, smallest: float = SMALLEST) -> None:
        self._smallest = smallest
        self._detector = FaceDetector(weights_file(WEIGHTS, DETECTOR_FILE))
        self._mesh = FaceMesh(weights_file(WEIGHTS, MESH_FILE))
        self._lips = LipMesh(weights_file(WEIGHTS, LIPS_FILE))
        self.reset()

    def reset(self) -> None:
        """Forget where faces were: the next frame is searched as a whole. To be called at a cut."""
        self._followed: list[Followed] = []
        self._size = (0, 0)
        self._windows: Iterator[Box] = iter(())

    def update(self, image: Image) -> list[FaceFound]:
        """Faces of the next frame, the longest known first, their lips where a second look finds them."""
        after = [(before, follow(self._mesh, image, before)) for before in self._followed]
        known = distinct([now for _, now in after if now is not None])
        lost = [before.face for before, now in after if now is None]
        new = detect(self._detector, image, self._where(image, lost))
        fresh = [settle(self._mesh, image, region_of_detection(face)) for face in new if not _is_known(face, known)]
        self._followed = distinct(known + [meet(face) for face in fresh if face is not None])
        return [with_lips(self._lips, image, followed.face) for followed in self._followed]

    def _where(self, image: Image, lost: list[FaceFound]) -> list[Box]:
        """Windows of this frame: all of them at the start, later the next in turn and those round faces just lost."""
        height, width = image.shape[:2]
        everywhere = windows(width, height, max(int(self._smallest * max(width, height)), _LEAST_PIXELS))
        if self._size != (width, height):
            self._size = (width, height)
            self._windows = cycle(_alternating(everywhere))
            return list(everywhere)
        around = [box_of(face.points).square().expand(_AROUND).rounded_out() for face in lost]
        return [*islice(self._windows, _LOOKS), *around]


def _alternating(everywhere: tuple[Box, ...]) -> list[Box]:
    """The whole picture, and one of the closer windows, in turn."""
    closer = everywhere[1:]
    return [box for window in closer for box in (everywhere[0], window)] or [everywhere[0]]


def meet(face: FaceFound) -> Followed:
    """A face that is followed from now on."""
    return Followed(face, box_of(face.points).area)


def follow(net: FaceMesh, image: Image, before: Followed) -> Followed | None:
    """The face in the frame after, or None if it is lost.

    A mesh that swells or shrinks within a few frames is stretched over two people, or slipping off one.
    """
    region = region_of_mesh(before.face.points)
    usual = np.sqrt(before.area / max(box_of(before.face.points).area, 1.0))
    found = settle(net, image, replace(region, side=region.side * min(float(usual) * _TIGHT, 1.0)))
    if found is None:
        return None
    area = box_of(found.points).area
    if not 1 / _SWELL < area / max(before.area, 1.0) < _SWELL:
        return None
    return Followed(found, before.area + _USUAL * (area - before.area))


def distinct(followed: list[Followed]) -> list[Followed]:
    """Faces without those that lie on an earlier one of the list."""
    kept: list[Followed] = []
    for one in followed:
        box = box_of(one.face.points)
        if all(box.overlap(box_of(other.face.points)) <= _SAME for other in kept):
            kept.append(one)
    return kept


def _is_known(face: Detection, known: list[Followed]) -> bool:
    """Whether the middle of a detection lies on a mesh that is followed already."""
    x, y = face.box.centre
    boxes = [box_of(other.face.points) for other in known]
    return any(box.x0 <= x < box.x1 and box.y0 <= y < box.y1 for box in boxes)
