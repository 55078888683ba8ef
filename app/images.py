"""Arrays of pixels as Qt's images, without a copy; the only place where the two meet. Knows nothing of video."""

import numpy as np
from PySide6.QtGui import QImage

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
