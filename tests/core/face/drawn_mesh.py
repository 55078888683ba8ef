"""A mesh of a frontal face made of ellipses: every named point has a plausible place. For tests of geometry."""

import numpy as np

from core.arrays import Points
from core.face import mesh


def drawn_mesh(centre: tuple[float, float] = (640.0, 360.0), scale: float = 150.0, gap: float = 0.0) -> Points:
    """Mesh points (468, 3); `scale` is the face's scale in pixels, `gap` the opening of the lips in scales."""
    points = np.zeros((mesh.POINTS, 3), np.float32)
    turn = np.arange(len(mesh.OVAL)) / len(mesh.OVAL) * 2 * np.pi
    points[list(mesh.OVAL), :2] = np.stack([0.87 * np.sin(turn), 0.05 - 1.1 * np.cos(turn)], axis=-1)
    across = np.linspace(-1, 1, 11)
    arch = 1 - across**2
    for upper, lower, width, thick in (
        (mesh.UPPER_OUTER, mesh.LOWER_OUTER, 0.32, 0.09),
        (mesh.UPPER_MIDDLE, mesh.LOWER_MIDDLE, 0.30, 0.04),
        (mesh.UPPER_INNER, mesh.LOWER_INNER, 0.28, 0.0),
    ):
        points[list(upper), :2] = np.stack([width * across, 0.62 - thick * arch], axis=-1)
        points[list(lower), :2] = np.stack([width * across, 0.62 + (thick + gap) * arch], axis=-1)
    places = {
        mesh.EYE_LEFT: (-0.5, -0.2), mesh.EYE_RIGHT: (0.5, -0.2), mesh.NOSE_BRIDGE: (0, -0.2),
        mesh.NOSE_TIP: (0, 0.2), mesh.NOSE_BASE: (0, 0.3), 97: (-0.08, 0.31), 326: (0.08, 0.31), 98: (-0.18, 0.27),
        327: (0.18, 0.27), 203: (-0.27, 0.28), 423: (0.27, 0.28), 36: (-0.36, 0.17), 266: (0.36, 0.17),
        50: (-0.56, 0.13), 280: (0.56, 0.13),
    }  # fmt: skip
    for point, place in places.items():
        points[point, :2] = place
    return _placed(points, centre, scale)


def _placed(points: Points, centre: tuple[float, float], scale: float) -> Points:
    """The mesh at its place in the picture, in its size."""
    size = scale / mesh.face_frame(points).scale
    return np.asarray(points * np.float32(size) + np.array([*centre, 0], np.float32), np.float32)
