"""Which pixels of a face-parsing label map are replaced. Knows no networks and no frames.

The label maps are 512 × 512 with the 19 classes of CelebAMask-HQ (Lee et al. 2020, arXiv 1907.11922), made of a square
cut around the face. The three regions and the widths of the jaw's cheek bands follow MuseTalk (Zhang et al. 2024,
arXiv 2410.10122), whose published results were made with them.
"""

from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from core.geometry import Box
from core.project import CHEEKS, Region

SIDE = 512
"""Width and height of a label map."""

SKIN, NOSE, MOUTH, UPPER_LIP, LOWER_LIP, NECK = 1, 10, 11, 12, 13, 14

Classes = NDArray[np.uint8]
"""A label map or a mask of 0 and 1, (512, 512)."""


@dataclass(frozen=True, slots=True)
class FaceLabels:
    """A label map (512, 512) and the square of the frame, in its pixels, that it was made of."""

    classes: Classes
    box: Box

    def __post_init__(self) -> None:
        if self.classes.shape != (SIDE, SIDE):
            raise ValueError(f"a label map of {self.classes.shape}")


def region_mask(labels: FaceLabels, region: Region, cheeks: tuple[int, int] = CHEEKS) -> Classes:
    """1 where the region lies in the label map, else 0, (512, 512); the whole face, not only its lower half.

    `cheeks` are the distances from the middle column, in columns of the label map, at which the left and the right
    cheek band begin; only the jaw region looks at them.
    Raises ValueError for `Region.MESH`, which needs no label map.
    """
    if region is Region.MESH:
        raise ValueError("the mesh region is not made of a label map")
    classes = labels.classes
    if region is Region.JAW:
        chosen = _jaw(classes, cheeks)
    else:
        chosen = np.isin(classes, (SKIN, NECK) if region is Region.NECK else (SKIN,)).astype(np.uint8)
    chosen[np.isin(classes, (MOUTH, UPPER_LIP, LOWER_LIP))] = 1
    return chosen


def _jaw(classes: Classes, cheeks: tuple[int, int]) -> Classes:
    """The skin without the nose, grown across the jaw line and kept narrow where the cheeks meet hair and ears."""
    grown = cv2.dilate((classes == SKIN).astype(np.uint8), _dilate_kernel())
    narrow = cv2.erode(grown, _erode_kernel(), iterations=2)
    left, right = SIDE // 2 - cheeks[0], SIDE // 2 + cheeks[1]
    jaw = grown.copy()
    jaw[:, : left + 1] = narrow[:, : left + 1]
    jaw[:, right:] = narrow[:, right:]
    jaw[classes == NOSE] = 0
    return jaw.astype(np.uint8)


@cache
def _dilate_kernel() -> Classes:
    """Reaches 16 pixels up, 6 down and 10 to either side: the chin grows more than the cheeks."""
    kernel = np.zeros((33, 33), np.uint8)
    for row in range(10, 33):
        half = min(row - 10, 10)
        kernel[row, 16 - half : 17 + half] = 1
    return kernel


@cache
def _erode_kernel() -> Classes:
    """A flat ellipse: takes 17 pixels from the sides and one from top and bottom."""
    kernel = np.zeros((3, 35), np.uint8)
    kernel[1], kernel[:, 17] = 1, 1
    return kernel
