"""The product's own eyes for measuring results: its face mesh, and its closer look at the lips.

For reports only. `tests.refined_mesh` is the second pair, which the product does not use.
"""

from core.arrays import Image, Points
from core.face.finder import LIPS_FILE, MESH_FILE, WEIGHTS
from core.models.face_landmarks import FaceMesh
from core.models.lip_landmarks import LIPS, LipMesh
from core.weights import weights_file


class AttentionMesh:
    """Both networks on the same crop, in the shape of `core.models.face_landmarks.FaceMesh`."""

    def __init__(self) -> None:
        self._mesh, self._lips = FaceMesh(weights_file(WEIGHTS, MESH_FILE)), LipMesh(weights_file(WEIGHTS, LIPS_FILE))
        self.side = self._mesh.side

    def look(self, crop: Image) -> tuple[Points, float]:
        """Points (468, 3) in pixels of a (side, side, 3) crop, and the probability that it shows a face."""
        points, score = self._mesh.look(crop)
        points[list(LIPS), :2] = self._lips.look(crop)
        return points, score
