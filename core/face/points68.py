"""The 68 points that most of the field counts a face in, from what this program knows of one. Knows no pictures.

The numbering is that of iBUG 300-W (Sagonas et al. 2013): 0-16 jaw from ear to ear, 17-26 brows, 27-30 ridge of the
nose, 31-35 nostrils, 36-47 eyes, 48-59 outer and 60-67 inner lips; left is the viewer's. The table from the mesh was
made by anatomy: the jaw by arc length along the mesh's outline, the ridge by the heights of MediaPipe's canonical
face between the eyes' corners and the nose's base.
"""

import numpy as np

from core.arrays import Points

RIDGE_UPPER, RIDGE, RIDGE_TIP = 28, 29, 30
"""The middle of the nose's ridge, and the points above and below it."""

_FROM_MESH: tuple[tuple[int, ...], ...] = (
    (127,), (234,), (93, 132), (58,), (172,), (136,), (150, 149), (176,),  # jaw, left
    (152,),
    (400,), (379, 378), (365,), (397,), (288,), (323, 361), (454,), (356,),  # jaw, right
    (70,), (63,), (105,), (66,), (107,), (336,), (296,), (334,), (293,), (300,),  # brows
    (168, 6), (197,), (5,), (4, 1),  # ridge of the nose
    (98,), (97,), (2,), (326,), (327,),  # nostrils
    (33,), (160,), (158,), (133,), (153,), (144,),  # left eye
    (362,), (385,), (387,), (263,), (373,), (380,),  # right eye
    (61,), (40, 39), (37,), (0,), (267,), (270, 269), (291,),  # outer lips, upper
    (321, 405), (314,), (17,), (84,), (91, 181),  # outer lips, lower
    (78,), (81,), (13,), (311,), (308,), (402,), (14,), (178,),  # inner lips
)  # fmt: skip
"""Mesh points whose mean is each of the 68."""

_FIRST = np.array([group[0] for group in _FROM_MESH])
_LAST = np.array([group[-1] for group in _FROM_MESH])

_FROM_106 = (
    1, 10, 12, 14, 16, 3, 5, 7, 0, 23, 21, 19, 32, 30, 28, 26, 17,
    43, 48, 49, 51, 50, 102, 103, 104, 105, 101, 72, 73, 74, 86, 78, 79, 80, 85, 84,
    35, 41, 42, 39, 37, 36, 89, 95, 96, 93, 91, 90,
    52, 64, 63, 71, 67, 68, 61, 58, 59, 53, 56, 55, 65, 66, 62, 70, 69, 57, 60, 54,
)  # fmt: skip
"""Where each of the 68 stands among the 106 points of insightface's `2d106det`."""


def from_mesh(points: Points) -> Points:
    """The 68 points (68, 2) float32 of a mesh (468, 2 or 3), in the same pixels."""
    flat = points[:, :2]
    return np.asarray((flat[_FIRST] + flat[_LAST]) / 2, np.float32)


def from_landmarks(landmarks: Points) -> Points:
    """The 68 points (68, 2) float32 of landmarks as an insightface pack gives them: (106, 2), or (68, 2 or 3).

    Raises ValueError for another number of points.
    """
    if len(landmarks) == len(_FROM_106):
        return landmarks[:, :2].astype(np.float32)
    if len(landmarks) != 106:
        raise ValueError(f"{len(landmarks)} landmarks are neither 68 nor 106")
    return landmarks[list(_FROM_106), :2].astype(np.float32)
