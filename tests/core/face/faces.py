"""A face of numbers and paint for tests: a mesh with the points that the program uses, and a picture that fits it."""

import cv2
import numpy as np

from core.arrays import Image, Points
from core.face import mesh

# Points in units of the distance of the outer eye corners, origin between the lips, x to the right, y down.
MIDDLE = {10: -1.35, 168: -0.78, 6: -0.65, 197: -0.55, 195: -0.45, 5: -0.38, 4: -0.33, 2: -0.22, 164: -0.17, 152: 0.62,
          175: 0.55, 199: 0.42, 200: 0.32, 18: 0.22, 9: -0.9, 151: -1.05}  # fmt: skip
PAIRS = {(33, 263): (-0.5, -0.78), (97, 326): (-0.08, -0.22), (98, 327): (-0.13, -0.24), (129, 358): (-0.2, -0.3),
         (205, 425): (-0.4, -0.2), (50, 280): (-0.5, -0.38), (117, 346): (-0.45, -0.5), (36, 266): (-0.33, -0.25),
         (132, 361): (-0.72, -0.1), (93, 323): (-0.76, -0.35), (234, 454): (-0.78, -0.6), (147, 376): (-0.62, -0.15),
         (213, 433): (-0.6, 0.0), (187, 411): (-0.48, -0.1), (207, 427): (-0.42, -0.02), (167, 393): (-0.08, -0.15),
         (165, 391): (-0.2, -0.12), (92, 322): (-0.3, -0.1), (186, 410): (-0.36, -0.06), (216, 436): (-0.42, -0.06),
         (57, 287): (-0.39, 0.02), (43, 273): (-0.34, 0.12), (202, 422): (-0.38, 0.2), (212, 432): (-0.46, 0.1),
         (214, 434): (-0.52, 0.08), (83, 313): (-0.1, 0.21), (182, 406): (-0.2, 0.19), (204, 424): (-0.26, 0.27),
         (211, 431): (-0.32, 0.36), (171, 396): (-0.14, 0.53), (169, 394): (-0.42, 0.38), (148, 377): (-0.12, 0.61),
         (176, 400): (-0.22, 0.58), (149, 378): (-0.32, 0.52), (150, 379): (-0.42, 0.44), (136, 365): (-0.52, 0.35),
         (172, 397): (-0.6, 0.24), (58, 288): (-0.68, 0.1), (206, 426): (-0.38, -0.12), (201, 421): (-0.1, 0.35),
         (208, 428): (-0.12, 0.45), (194, 418): (-0.2, 0.34), (106, 335): (-0.24, 0.22), (32, 262): (-0.26, 0.46),
         (101, 330): (-0.36, -0.42), (108, 337): (-0.16, -1.05)}  # fmt: skip
SKIN, LIP, TOOTH, DARK = (196, 150, 128), (168, 78, 84), (226, 220, 205), (36, 16, 16)


def face_mesh(
    gap: float = 0.0, centre: tuple[float, float] = (200, 190), size: float = 150, width: float = 0.66, yaw: float = 0.0
) -> Points:
    """A mesh (468, 3) with inner lips `gap` scales apart; `size` is the eye distance in pixels, `yaw` in degrees."""
    points = np.zeros((mesh.POINTS, 2))
    for index, y in MIDDLE.items():
        points[index] = 0, y
    for (left, right), (x, y) in PAIRS.items():
        points[left], points[right] = (x, y), (-x, y)
    scale = (1 + 1.2 * (0.78 - 0.22)) / 2
    _lips(points, gap * scale, width / 2)
    spread = np.column_stack([points, 0.35 * (points[:, 0] / 0.78) ** 2]) * size
    turn = np.radians(yaw)
    x, z = spread[:, 0].copy(), spread[:, 2].copy()
    spread[:, 0], spread[:, 2] = x * np.cos(turn) - z * np.sin(turn), x * np.sin(turn) + z * np.cos(turn)
    return (spread + np.array([*centre, 0])).astype(np.float32)


def face_picture(points: Points, shape: tuple[int, int] = (400, 400)) -> Image:
    """Skin with a fine pattern, lips, and teeth above a dark gap where the mesh is open."""
    noise = np.random.default_rng(5).normal(0, 6, (*shape, 1))
    image = np.clip(np.array(SKIN) + cv2.GaussianBlur(noise, (0, 0), 1.0)[..., None], 0, 255).astype(np.uint8)
    _polygon(image, points, (*mesh.UPPER_OUTER, *mesh.LOWER_OUTER[::-1]), LIP)
    _polygon(image, points, (*mesh.UPPER_INNER, *mesh.LOWER_INNER[::-1]), DARK)
    upper, lower = points[list(mesh.UPPER_INNER), :2], points[list(mesh.LOWER_INNER), :2]
    if mesh.lip_gap(points) > 0.02:
        teeth = np.concatenate([upper, (upper + 0.5 * (lower - upper))[::-1]])
        cv2.fillPoly(image, [np.round(teeth * 16).astype(np.int32)], TOOTH, cv2.LINE_AA, 4)
    else:
        cv2.polylines(image, [np.round((upper + lower) * 8).astype(np.int32)], False, DARK, 2, cv2.LINE_AA, 4)
    return cv2.GaussianBlur(image, (0, 0), 0.8)


def _lips(points: np.ndarray, gap: float, half: float) -> None:
    along = np.linspace(-1, 1, 11)
    bow = np.clip(1 - along**2, 0, None) ** 0.6
    opening = np.array([0, 0.30, 0.62, 0.86, 0.97, 1, 0.97, 0.86, 0.62, 0.30, 0]) * gap
    for ring, edge, reach in (
        (mesh.UPPER_INNER, -0.14 * opening, 0.86),
        (mesh.LOWER_INNER, 0.86 * opening, 0.86),
        (mesh.UPPER_MIDDLE, -0.14 * opening - 0.045 * bow, 0.93),
        (mesh.LOWER_MIDDLE, 0.86 * opening + 0.06 * bow, 0.93),
        (mesh.UPPER_OUTER, -0.14 * opening - 0.09 * bow, 1.0),
        (mesh.LOWER_OUTER, 0.86 * opening + 0.12 * bow, 1.0),
    ):
        points[list(ring)] = np.column_stack([along * half * reach, edge])
    jaw = 0.62 * 0.86 * gap
    for index in (152, 175, 199, 200, 18, 148, 377, 176, 400, 171, 396, 83, 313, 182, 406):
        points[index, 1] += jaw


def _polygon(image: Image, points: Points, indices: tuple[int, ...], colour: tuple[int, int, int]) -> None:
    cv2.fillPoly(image, [np.round(points[list(indices), :2] * 16).astype(np.int32)], colour, cv2.LINE_AA, 4)
