"""A face's own axes in the picture: places on a face that stay where they are while it moves. Knows no pixels.

The origin is the base of the nose, which no jaw moves; one unit across or down is the face's scale
(`core.face.mesh.FaceFrame`). The axes lean with the head and shorten as it turns.
"""

from dataclasses import dataclass

import numpy as np

from core.arrays import Floats, Points
from core.face import mesh
from core.project import Correction

_FLATTEST = 0.2
"""The least area of the axes' square, as a share of the frontal one: beyond it a turned head's are not followed."""

_ALONG = 0.25
"""How far around a point that is moved others go along: standard deviation, as a share of the face's scale."""


@dataclass(frozen=True, slots=True)
class FaceAxes:
    """`origin` (2,) in pixels, `matrix` (2, 2) whose columns are one unit across and down, `scale` in pixels."""

    origin: Floats
    matrix: Floats
    scale: float

    def to_picture(self, places: Points) -> Points:
        """Pixels (n, 2) of places (n, 2) on the face."""
        return np.asarray(places @ self.matrix.T + self.origin, np.float32)

    def to_face(self, pixels: Points) -> Points:
        """Places (n, 2) on the face of pixels (n, 2)."""
        return np.asarray((pixels - self.origin) @ np.linalg.inv(self.matrix).T, np.float32)


def axes_of(points: Points) -> FaceAxes:
    """The axes of a face's mesh points, (468, 3)."""
    face = mesh.face_frame(points)
    scale = max(face.scale, 1.0)
    matrix = np.column_stack([face.right[:2], face.down[:2]])
    if np.linalg.det(matrix) < _FLATTEST:
        down = face.down[:2] / max(float(np.linalg.norm(face.down[:2])), 1e-6)
        matrix = np.column_stack([(down[1], -down[0]), down])
        if np.linalg.det(matrix) < _FLATTEST:
            matrix = np.eye(2, dtype=np.float32)
    return FaceAxes(points[mesh.NOSE_BASE, :2].copy(), (matrix * scale).astype(np.float32), scale)


def corrected(points: Points, correction: Correction | None) -> Points:
    """Mesh points (468, 3) after a correction by hand: sized about their middle, moved, then single points nudged."""
    if correction is None:
        return points
    axes = axes_of(points)
    middle = np.append((points[:, :2].min(axis=0) + points[:, :2].max(axis=0)) / 2, 0)
    moved = (points - middle) * np.float32(correction.size) + middle
    moved[:, :2] += axes.matrix @ np.array([correction.dx, correction.dy], np.float32)
    placed = moved.copy()
    for nudge in correction.nudges:
        away = ((placed - placed[nudge.point]) ** 2).sum(axis=1) / (_ALONG * axes.scale) ** 2
        way = axes.matrix @ np.array([nudge.dx, nudge.dy], np.float32)
        moved[:, :2] += np.exp(-away / 2)[:, None] * way
    return np.asarray(moved, np.float32)
