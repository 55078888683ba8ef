"""The 468-point face mesh of MediaPipe: an upright 192-pixel crop in, points out. Knows nothing of whole frames.

Kartynnik et al. 2019, arXiv 1907.06724. The crop is a square of 1.5 times the face, turned so that the eyes are level.
"""

from pathlib import Path

import numpy as np

from core.arrays import Image, Points
from core.models.tflite import TfliteNet

_POINTS, _PRESENCE = "conv2d_21", "conv2d_31"
_TO_CENTRES = np.array([0.5, 0.5, 0], np.float32)


class FaceMesh:
    """The network. Raises WeightsError if the file is damaged."""

    def __init__(self, path: Path) -> None:
        self._net = TfliteNet(path)
        self.side = self._net.side

    def look(self, crop: Image) -> tuple[Points, float]:
        """Points (468, 3) in pixels of a (side, side, 3) crop, and the probability that it shows a face.

        Depth is in the same unit, 0 near the middle of the head and negative towards the camera. The network counts
        from the crop's edge, as is seen by mirroring crops; we count from the first pixel's centre.
        """
        points, presence = self._net.run(crop.astype(np.float32) * np.float32(1 / 255), _POINTS, _PRESENCE)
        score = float(1 / (1 + np.exp(-np.clip(presence.item(), -80, 80))))
        return points.reshape(-1, 3) - _TO_CENTRES, score
