"""How a stored picture is turned and mirrored to be seen upright. Knows nothing of files."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, degrees
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

_TURNS = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}


@dataclass(frozen=True, slots=True)
class Orientation:
    """First mirrored left to right, if so, then turned by `rotation` degrees clockwise: 0, 90, 180 or 270."""

    rotation: int = 0
    mirrored: bool = False

    @property
    def swaps(self) -> bool:
        """Whether width and height change places."""
        return self.rotation % 180 == 90

    def upright(self, picture: NDArray[Any]) -> NDArray[Any]:
        """The picture as it is to be seen; shape (height, width) or (height, width, channels)."""
        flipped = cv2.flip(picture, 1) if self.mirrored else picture
        return cv2.rotate(flipped, _TURNS[self.rotation]) if self.rotation else np.ascontiguousarray(flipped)


EXIF = {
    1: Orientation(),
    2: Orientation(0, True),
    3: Orientation(180),
    4: Orientation(180, True),
    5: Orientation(270, True),
    6: Orientation(90),
    7: Orientation(90, True),
    8: Orientation(270),
}
"""The values of the tag Orientation (EXIF 2.32, 4.6.4 A)."""


def orientation_of(matrix: Sequence[int]) -> Orientation:
    """Orientation from the nine numbers of a display matrix (ISO 14496-12, 8.2.2).

    They are 16.16 fixed point but for the last column. The point (x, y) goes to (a x + c y, b x + d y), with y
    downwards. Angles between the quarters go to the nearest one; a matrix that flattens the picture counts as none.
    """
    a, b, c, d = matrix[0], matrix[1], matrix[3], matrix[4]
    determinant = a * d - b * c
    if determinant == 0:
        return Orientation()
    sign = 1 if determinant > 0 else -1
    quarters = round(degrees(atan2(sign * b, sign * a)) / 90)
    return Orientation(quarters % 4 * 90, sign < 0)
