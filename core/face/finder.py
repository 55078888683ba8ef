"""Every face of a film, frame by frame: looks where faces were, and now and then where new ones may be.

Knows nothing of who is who; `core.face.track` does. The same object serves a film and a camera.
"""

from collections.abc import Iterator
from itertools import cycle, islice
from typing import Protocol

from core.arrays import Image
from core.face.detect import Detection, detect, windows
from core.face.landmarks import FaceFound, region_of_detection, region_of_mesh, settle
from core.geometry import Box, box_of
from core.models.face_detector import FaceDetector
from core.models.face_landmarks import FaceMesh
from core.weights import weights_file

WEIGHTS, DETECTOR_FILE, MESH_FILE = "face_mesh", "face_detection_short_range.tflite", "face_landmark.tflite"

SMALLEST = 0.05
"""Smallest face looked for unless told otherwise, as a share of the picture's longer side."""

_LEAST_PIXELS = 24  # the mesh of a smaller face is a guess

_SAME = 0.5  # overlap of two meshes' boxes that makes them one face
_SWELL = 1.35  # greatest change of area from a frame to the next
_LOOKS = 1  # windows looked at in every frame for new faces


class FaceSource(Protocol):
    """What finds faces in frames given in order; the back ends."""

    def reset(self) -> None:
        """Forget where faces were, as at a cut."""

    def update(self, image: Image) -> list[FaceFound]:
        """Every face of the next frame."""


class FaceFinder:
    """Finds faces in frames given in order. One object per film and thread.

    `smallest` is the smallest face looked for, as a share of the picture's longer side. Raises WeightsError if the
    two networks are not there.
    """

    def __init__(self, smallest: float = SMALLEST) -> None:
        self._smallest = smallest
        self._detector = FaceDetector(weights_file(WEIGHTS, DETECTOR_FILE))
        self._mesh = FaceMesh(weights_file(WEIGHTS, MESH_FILE))
        self.reset()

    def reset(self) -> None:
        """Forget where faces were: the next frame is searched as a whole. To be called at a cut."""
        self._faces: list[FaceFound] = []
        self._size = (0, 0)
        self._windows: Iterator[Box] = iter(())

    def update(self, image: Image) -> list[FaceFound]:
        """Faces of the next frame, the longest known first."""
        followed = [follow(self._mesh, image, face) for face in self._faces]
        known = distinct([face for face in followed if face is not None])
        new = detect(self._detector, image, self._where(image, search=len(known) < len(self._faces)))
        fresh = [settle(self._mesh, image, region_of_detection(face)) for face in new if not _is_known(face, known)]
        self._faces = distinct(known + [face for face in fresh if face is not None])
        return self._faces

    def _where(self, image: Image, search: bool) -> list[Box]:
        """Windows of this frame: all of them at the start, the whole picture after a loss, else the next in turn."""
        height, width = image.shape[:2]
        everywhere = windows(width, height, max(int(self._smallest * max(width, height)), _LEAST_PIXELS))
        if self._size != (width, height):
            self._size = (width, height)
            self._windows = cycle(_alternating(everywhere))
            return list(everywhere)
        looks = list(islice(self._windows, _LOOKS))
        return [everywhere[0], *looks] if search and everywhere[0] not in looks else looks


def _alternating(everywhere: tuple[Box, ...]) -> list[Box]:
    """The whole picture, and one of the closer windows, in turn."""
    closer = everywhere[1:]
    return [box for window in closer for box in (everywhere[0], window)] or [everywhere[0]]


def follow(net: FaceMesh, image: Image, before: FaceFound) -> FaceFound | None:
    """The face in the frame after, or None: a mesh that swells or shrinks at once is stretched over two people."""
    found = settle(net, image, region_of_mesh(before.points))
    if found is None:
        return None
    change = box_of(found.points).area / max(box_of(before.points).area, 1.0)
    return found if 1 / _SWELL < change < _SWELL else None


def distinct(faces: list[FaceFound]) -> list[FaceFound]:
    """Faces without those that lie on an earlier one of the list."""
    kept: list[FaceFound] = []
    for face in faces:
        box = box_of(face.points)
        if all(box.overlap(box_of(other.points)) <= _SAME for other in kept):
            kept.append(face)
    return kept


def _is_known(face: Detection, known: list[FaceFound]) -> bool:
    """Whether the middle of a detection lies on a mesh that is followed already."""
    x, y = face.box.centre
    boxes = [box_of(other.points) for other in known]
    return any(box.x0 <= x < box.x1 and box.y0 <= y < box.y1 for box in boxes)
