"""Names for points of the 468-point face mesh, and the frame of reference of a face. Knows no networks, no pictures.

The numbering is that of MediaPipe's canonical face model (Kartynnik et al. 2019, arXiv 1907.06724). Left and
right are the viewer's.
"""

from dataclasses import dataclass

import numpy as np

from core.arrays import Floats, Points

POINTS = 468

EYE_LEFT, EYE_RIGHT = 33, 263  # outer corners
NOSE_BRIDGE, NOSE_TIP, NOSE_BASE = 168, 4, 2
FOREHEAD, CHIN = 10, 152
MOUTH_LEFT, MOUTH_RIGHT = 61, 291  # outer corners of the lips
LIP_UPPER_INNER, LIP_LOWER_INNER = 13, 14

# Upper and lower halves of the three rings of the lips, from the left corner to the right, 11 points each;
# the k-th upper and the k-th lower point lie above each other.
UPPER_OUTER = (61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291)
LOWER_OUTER = (61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291)
UPPER_MIDDLE = (76, 184, 74, 73, 72, 11, 302, 303, 304, 408, 306)
LOWER_MIDDLE = (76, 77, 90, 180, 85, 16, 315, 404, 320, 307, 306)
UPPER_INNER = (78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308)
LOWER_INNER = (78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308)

# Outline of the face, clockwise from the forehead.
OVAL = (10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176,
        149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FaceFrame:
    """Axes and scale of a face: unit vectors `right` and `down` in mesh space, (3,) each, and `scale` in pixels.

    The scale is the mean of the eye-corner distance and 1.2 times the nose bridge's height above the nose base;
    both shrink under different rotations, so that their mean is steady. A frontal adult's is about half the
    width of the face.
    """

    right: Floats
    down: Floats
    scale: float

    @property
    def yaw(self) -> float:
        """Turn of the head in degrees, positive towards the viewer's right; 0 is frontal."""
        return float(np.degrees(np.arcsin(np.clip(self.right[2], -1, 1))))


def face_frame(points: Points) -> FaceFrame:
    """The frame of reference of a face's mesh points, (468, 3)."""
    right = points[EYE_RIGHT] - points[EYE_LEFT]
    eyes = float(np.linalg.norm(right))
    right = right / max(eyes, 1e-6)
    down = points[CHIN] - points[FOREHEAD]
    down = down - right * float(np.dot(down, right))
    down = down / max(float(np.linalg.norm(down)), 1e-6)
    nose = float(np.linalg.norm(points[NOSE_BRIDGE] - points[NOSE_BASE]))
    return FaceFrame(right, down, (eyes + 1.2 * nose) / 2)


def lip_gap(points: Points) -> float:
    """Opening of the inner lips as a share of the face's scale; (468, 3). The measure used for all figures."""
    gap = float(np.linalg.norm(points[LIP_UPPER_INNER] - points[LIP_LOWER_INNER]))
    return gap / max(face_frame(points).scale, 1e-6)


def mouth_width(points: Points) -> float:
    """Distance of the mouth corners as a share of the face's scale; (468, 3)."""
    width = float(np.linalg.norm(points[MOUTH_LEFT] - points[MOUTH_RIGHT]))
    return width / max(face_frame(points).scale, 1e-6)
