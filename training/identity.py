"""How alike two faces are to a recognition network of the ArcFace family that the user names. Knows no films.

Deng et al. 2019 (arXiv 1801.07698): the face is brought to 112 × 112 by five points; the cosine of two embeddings is
what the field calls CSIM. Figures of different networks cannot be compared: the file's name is told with them.
"""

import os
from enum import StrEnum
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from core.arrays import Floats, Image, Points
from core.errors import WeightsError

SIDE = 112
_PLACES = np.array(
    [(38.2946, 51.6963), (73.5318, 51.5014), (56.0252, 71.7366), (41.5493, 92.3655), (70.7299, 92.2041)], np.float32
)
"""Where eyes, nose and corners of the mouth lie in what such networks are trained on, in pixels."""


_PACKED = ("w600k_r50.onnx", "glintr100.onnx", "w600k_mbf.onnx")
"""What the recognition network is called in the packs buffalo_l, antelopev2 and buffalo_s."""


class Scaling(StrEnum):
    """What a network takes for a colour: most count from -1 to 1, some by ImageNet's mean and deviation."""

    SIGNED = "signed"
    IMAGENET = "imagenet"


_MEANS = {
    Scaling.SIGNED: ((127.5,) * 3, (127.5,) * 3),
    Scaling.IMAGENET: ((123.675, 116.28, 103.53), (58.395, 57.12, 57.375)),
}


class Identity:
    """The network. Raises WeightsError if the file is none of this family."""

    def __init__(self, path: Path, scaling: Scaling = Scaling.SIGNED) -> None:
        import onnxruntime
        from onnxruntime.capi import onnxruntime_pybind11_state as onnx

        try:
            self._session: Any = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
        except (onnx.Fail, onnx.InvalidGraph, onnx.InvalidProtobuf, onnx.NoSuchFile, onnx.InvalidArgument) as error:
            hint = "Name an ONNX file of the ArcFace family."
            raise WeightsError(f"{path} cannot be used as a recognition network.", hint) from error
        self._name = self._session.get_inputs()[0].name
        self.title = path.name
        self._mean, self._deviation = (np.array(row, np.float32) for row in _MEANS[scaling])

    def embedding(self, crop: Image, landmarks: Points) -> Floats:
        """Unit vector of a face, whose 68 landmarks (68, 2) are in the crop's pixels."""
        face = (aligned(crop, landmarks).astype(np.float32) - self._mean) / self._deviation
        (found,) = self._session.run(None, {self._name: face.transpose(2, 0, 1)[None]})[:1]
        vector = np.asarray(found, np.float32).ravel()
        return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-6), np.float32)


def pack_file() -> Path | None:
    """The recognition network of a pack that insightface has fetched for its user before; None if there is none."""
    models = Path(os.environ.get("INSIGHTFACE_HOME", "~/.insightface")).expanduser() / "models"
    found = [path for name in _PACKED for path in sorted(models.glob(f"*/{name}"))]
    return found[0] if found else None


def aligned(crop: Image, landmarks: Points) -> Image:
    """The face (112, 112, 3), moved, turned and scaled so that its five points lie where they should."""
    eyes = [landmarks[36:42].mean(axis=0), landmarks[42:48].mean(axis=0)]
    five = np.array([*eyes, landmarks[30], landmarks[48], landmarks[54]], np.float32)
    matrix, _ = cv2.estimateAffinePartial2D(five, _PLACES, method=cv2.LMEDS)
    if matrix is None:
        raise ValueError("five points that lie in one place")
    face: Image = cv2.warpAffine(crop, matrix, (SIDE, SIDE), flags=cv2.INTER_LINEAR)  # type: ignore[assignment]  # cv2's stubs say any number
    return face
