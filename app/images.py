"""Arrays of pixels as Qt's images, without a copy, and small ones; the only place where the two meet.

Knows nothing of video.
"""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap

from core.arrays import Image


def to_qimage(image: Image) -> QImage:
    """An image that looks into `image`, RGB `uint8` (height, width, 3), and keeps it alive.

    Pixels are shared if rows lie densely, else copied once. Raises ValueError for any other kind of array.
    """
    if image.ndim != 3 or image.shape[2] != 3 or image.dtype != np.uint8 or image.size == 0:
        raise ValueError(f"{image.dtype} {image.shape} is not an RGB picture")
    dense = np.ascontiguousarray(image)
    height, width = dense.shape[:2]
    return QImage(dense.data, width, height, dense.strides[0], QImage.Format.Format_RGB888)


def difference(one: Image, other: Image, gain: int) -> Image:
    """How far two pictures of one size differ in every channel, `gain` times as large and at most 255."""
    import cv2  # not before somebody asks for this: it takes longer to load than the window

    return np.asarray(cv2.convertScaleAbs(cv2.absdiff(one, other), alpha=gain), np.uint8)


def small_pixmap(image: Image, size: tuple[int, int], ratio: float) -> QPixmap:
    """A picture fitted into `size` (width, height), with `ratio` pixels of the screen for each of its own."""
    width, height = (round(side * ratio) for side in size)
    keep = Qt.AspectRatioMode.KeepAspectRatio
    near = to_qimage(image).scaled(2 * width, 2 * height, keep)  # large pictures take milliseconds to smooth
    shown = near.scaled(width, height, keep, Qt.TransformationMode.SmoothTransformation)
    shown.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(shown)
