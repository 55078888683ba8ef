"""A second pair of eyes for measuring results: the 478-point mesh that looks at lips more closely than ours.

For tests and reports only. It is third-party data beside the checkout, never shipped, and nothing of the product
depends on it. The file is a zip archive; the mesh in it takes crops of 256 pixels and has our 468 points before its 10
of the irises.
"""

import zipfile
from pathlib import Path
from typing import Protocol

import numpy as np

from core.arrays import Floats, Image, Points
from core.face.landmarks import region_of_mesh, settle
from core.face.mesh import LIP_LOWER_INNER, LIP_UPPER_INNER
from core.models.tflite import TfliteNet
from tests.shared import ROOT

ARCHIVE = ROOT / "weights" / "face_landmarks" / "face_landmarker.task"
_MEMBER, _POINTS, _PRESENCE = "face_landmarks_detector.tflite", "Identity", "Identity_1"


class RefinedMesh:
    """The network, in the shape of `core.models.face_landmarks.FaceMesh`; `scratch` is a folder to unpack it into."""

    def __init__(self, scratch: Path) -> None:
        with zipfile.ZipFile(ARCHIVE) as archive:
            self._net = TfliteNet(Path(archive.extract(_MEMBER, scratch)))
        self.side = self._net.side

    def look(self, crop: Image) -> tuple[Points, float]:
        """Points (478, 3) in pixels of a (side, side, 3) crop, and the probability that it shows a face."""
        points, presence = self._net.run(crop.astype(np.float32) * np.float32(1 / 255), _POINTS, _PRESENCE)
        return points.reshape(-1, 3) - np.array([0.5, 0.5, 0], np.float32), float(1 / (1 + np.exp(-presence.item())))


class Mesh(Protocol):
    """What finds the points of a face in a crop."""

    side: int

    def look(self, crop: Image) -> tuple[Points, float]: ...


def seen_gap(net: Mesh, image: Image, points: Points) -> float:
    """Opening of the inner lips in pixels of the picture, near a face with mesh `points`; NaN if no face is seen."""
    found = settle(net, image, region_of_mesh(points))  # type: ignore[arg-type]  # it has what settle asks for
    return float("nan") if found is None else _across(found.points)


def _across(points: Floats) -> float:
    return float(np.linalg.norm(points[LIP_UPPER_INNER, :2] - points[LIP_LOWER_INNER, :2]))
