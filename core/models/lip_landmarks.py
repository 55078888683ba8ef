"""The lips of a face, looked at by themselves: an upright 192-pixel crop in, 80 points out. Knows nothing of frames.

MediaPipe's face mesh with attention (Grishchenko et al. 2020, arXiv 2006.10962). A first mesh says where the lips are;
that part of the features is cut out, turned upright and looked at once more, which puts the rims of the lips where they
are seen. Two operations between both looks exist in MediaPipe's own program only: they are written here, and the
network is run in two pieces. Eyes and irises are not looked at again.
"""

from pathlib import Path

import cv2
import numpy as np

from core.arrays import Floats, Image, Points
from core.models.tflite import TfliteNet, unreadable
from core.models.tflite_part import cut_out

_PIXELS, _FEATURES, _MESH, _PART, _LIPS = 0, 35, 191, 199, 697
"""Tensors of the network: the crop; features (48, 48, 32); the first mesh, in cells of them; the part of them round the
lips (16, 16, 32); the lips in there, in pixels of the crop."""

_MOUTH_LEFT, _MOUTH_RIGHT = 61, 291
_CELLS = 16
_WIDER = 1.5
"""Side of the lips' part over the box of the lips, as the network was trained."""

LIPS = (
    61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 185, 40, 39, 37, 0, 267, 269, 270, 409,
    78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 191, 80, 81, 82, 13, 312, 311, 310, 415,
    76, 77, 90, 180, 85, 16, 315, 404, 320, 307, 306, 184, 74, 73, 72, 11, 302, 303, 304, 408,
    62, 96, 89, 179, 86, 15, 316, 403, 319, 325, 292, 183, 42, 41, 38, 12, 268, 271, 272, 407,
)  # fmt: skip
"""Points of the 468-point mesh that are looked at, in the network's order."""


class LipMesh:
    """The network. Raises WeightsError if the file cannot be read."""

    def __init__(self, path: Path) -> None:
        try:
            first, second = cut_out(path.read_bytes(), (_PIXELS, [_FEATURES, _MESH]), (_PART, [_LIPS]))
        except (OSError, ValueError) as error:
            raise unreadable(path) from error
        self._first, self._second = TfliteNet(path, first), TfliteNet(path, second)
        self.side = self._first.side

    def look(self, crop: Image) -> Points:
        """Points `LIPS` (80, 2) in pixels of a (side, side, 3) crop that shows a face.

        The network counts from the crop's edge; we count from the first pixel's centre.
        """
        features, mesh = self._first.run_all(crop.astype(np.float32) * np.float32(1 / 255))
        to_features = _around_lips(mesh[0, :, :2])
        (lips,) = self._second.run_all(_cut(features[0], to_features))
        pixels = self.side / features.shape[1]  # of the crop, in a cell of the features
        points = lips[0] @ to_features[:, :2].T + to_features[:, 2] * pixels
        return np.asarray(points - np.float32(0.5), np.float32)


def _around_lips(first: Points) -> Floats:
    """The 2×3 matrix from the lips' part, `_CELLS` a side, to the features: upright along the corners of the mouth."""
    along = first[_MOUTH_RIGHT] - first[_MOUTH_LEFT]
    right = along / max(float(np.linalg.norm(along)), 1e-6)
    axes = np.stack([right, [-right[1], right[0]]], axis=1)
    upright = first[list(LIPS)] @ axes
    low, high = upright.min(axis=0), upright.max(axis=0)
    linear = axes * ((high - low) * _WIDER / _CELLS)
    return np.column_stack([linear, axes @ (low + high) / 2 - linear @ [_CELLS / 2, _CELLS / 2]]).astype(np.float32)


def _cut(features: Floats, to_features: Floats) -> Floats:
    """The lips' part (16, 16, 32) of features (48, 48, 32), sampled at the middles of its cells; 0 outside."""
    cells = np.arange(_CELLS, dtype=np.float32) + np.float32(0.5)
    places = np.stack(np.meshgrid(cells, cells), axis=-1) @ to_features[:, :2].T + to_features[:, 2] - np.float32(0.5)
    across, down = (np.ascontiguousarray(places[..., axis]) for axis in (0, 1))
    planes = [
        cv2.remap(np.ascontiguousarray(features[..., at : at + 4]), across, down, cv2.INTER_LINEAR)
        for at in range(0, features.shape[-1], 4)  # OpenCV takes four channels at a time
    ]
    return np.concatenate(planes, axis=-1)
