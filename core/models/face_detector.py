"""The short-range face detector of MediaPipe: a 128-pixel square in, scored boxes out. Knows nothing of whole frames.

BlazeFace (Bazarevsky et al. 2019, arXiv 1907.05047): 896 anchors on an 16×16 grid with 2 and an 8×8 grid with 6 a
cell. It was made for faces that fill at least an eighth of the square; smaller ones need a closer view.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from core.arrays import Floats, Image
from core.models.tflite import TfliteNet

KEYPOINTS = 6
"""Eye, eye, nose tip, mouth, ear, ear; the viewer's left first."""

_GRIDS = ((16, 2), (8, 6))  # cells a side, anchors a cell


@dataclass(frozen=True, slots=True)
class RawFaces:
    """What the network saw above the threshold, as shares of the square's side, not yet merged.

    - `scores` (n,) in [0, 1]
    - `boxes` (n, 4): x0, y0, x1, y1
    - `keypoints` (n, 6, 2)
    """

    scores: Floats
    boxes: Floats
    keypoints: Floats


class FaceDetector:
    """The network and its anchors. Raises WeightsError if the file is damaged."""

    def __init__(self, path: Path) -> None:
        self._net = TfliteNet(path)
        self.side = self._net.side

    def detect(self, square: Image, threshold: float) -> RawFaces:
        """Candidates with a score of at least `threshold` in a (side, side, 3) picture."""
        pixels = square.astype(np.float32) * np.float32(1 / 127.5) - np.float32(1)
        logits, offsets = self._net.run(pixels, "classificators", "regressors")
        scores = (1 / (1 + np.exp(-np.clip(logits[0, :, 0], -80, 80)))).astype(np.float32)
        kept = np.flatnonzero(scores >= threshold)
        return _decode(scores[kept], offsets[0, kept].reshape(-1, 2 + KEYPOINTS, 2), _anchors()[kept], self.side)


def _decode(scores: Floats, offsets: Floats, anchors: Floats, side: int) -> RawFaces:
    values = offsets / np.float32(side)
    centre, half = values[:, 0] + anchors, values[:, 1] / 2
    boxes = np.concatenate([centre - half, centre + half], axis=1)
    return RawFaces(scores, boxes, values[:, 2:] + anchors[:, None])


@cache
def _anchors() -> Floats:
    points = []
    for cells, repeats in _GRIDS:
        y, x = np.mgrid[:cells, :cells]
        points.append(np.repeat(np.stack([x, y], axis=-1).reshape(-1, 2) + 0.5, repeats, axis=0) / cells)
    return np.concatenate(points).astype(np.float32)
