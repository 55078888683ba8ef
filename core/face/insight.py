"""Faces found by a model pack of the `insightface` package, for those who have one and accepted its licence.

A pack is a folder of ONNX files: a detector (SCRFD) and, if there are any, models for 106 or 68 landmarks and for an
ArcFace embedding. The mesh is still the built-in one, on the pack's boxes: engines always get the same 468 points.

The code of insightface is MIT; the packs that its authors publish are for non-commercial research only. The user
accepts that once per folder, in words; nothing is loaded before.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from core.arrays import Floats, Image, Points
from core.errors import SettingsError, WeightsError
from core.face.detect import Detection
from core.face.finder import LIPS_FILE, MESH_FILE, WEIGHTS, Followed, distinct, follow, meet
from core.face.landmarks import FaceFound, region_of_detection, settle, with_lips
from core.geometry import Box, box_of
from core.models.face_landmarks import FaceMesh
from core.models.lip_landmarks import LipMesh
from core.paths import weights_folder
from core.weights import weights_file

LICENCE = (
    "The models of an insightface pack are published for non-commercial research purposes only. "
    "I use this pack for such purposes, or hold a licence for others."
)
"""What the user accepts, word for word."""

_SAME = 0.3  # overlap of a detection with a known face that makes them one
_SEARCH, _RECOGNISE = 5, 4  # frames between searches; searches after which a known face is recognised anew
_SIDE = 640

_HAIRLINE = 0.13
"""How far a detector's box reaches above the mesh, as a share of the mesh's height (0.10 to 0.24 on six clips)."""


def accept_licence(folder: Path) -> None:
    """Record that the user accepted `LICENCE` for the pack in a folder. Raises OSError if it cannot be recorded."""
    accepted = _accepted()
    accepted[str(folder.resolve())] = {"licence": LICENCE, "accepted": datetime.now(UTC).isoformat(timespec="seconds")}
    _record().write_text(json.dumps(accepted, indent=2), encoding="utf-8")


def licence_accepted(folder: Path) -> bool:
    """Whether the present wording was accepted for the pack in a folder."""
    entry = _accepted().get(str(folder.resolve()))
    return isinstance(entry, dict) and entry.get("licence") == LICENCE


class InsightBackend:
    """Finds faces in frames given in order, like `core.face.finder.FaceFinder`, with the pack in `folder`.

    Raises SettingsError if its licence was not accepted, WeightsError if the folder holds no detector or a damaged
    file, or if the built-in mesh is missing.
    """

    def __init__(self, folder: Path) -> None:
        if not licence_accepted(folder):
            raise SettingsError(
                f"The licence of the face pack {folder.name} has not been accepted.",
                f"It reads: “{LICENCE}” If you accept it, add --accept-licence once.",
            )
        self._models = _load(folder)
        self._mesh = FaceMesh(weights_file(WEIGHTS, MESH_FILE))
        self._lips = LipMesh(weights_file(WEIGHTS, LIPS_FILE))
        self.reset()

    def reset(self) -> None:
        """Forget where faces were, as at a cut: the next frame is searched."""
        self._known: list[_Known] = []
        self._rest = 0

    def update(self, image: Image) -> list[FaceFound]:
        """Faces of the next frame, with embedding and landmarks where the pack has them."""
        bgr = np.ascontiguousarray(image[..., ::-1])
        followed = [self._follow(known, image, bgr) for known in self._known]
        faces = [known for known in followed if known is not None]
        if self._rest == 0 or len(faces) < len(followed):
            faces = self._search(faces, image, bgr)
            self._rest = _SEARCH
        self._rest -= 1
        kept = distinct([known.followed for known in faces])
        self._known = [known for known in faces if any(known.followed is one for one in kept)]
        return [with_lips(self._lips, image, known.followed.face) for known in self._known]

    def _follow(self, known: "_Known", image: Image, bgr: Image) -> "_Known | None":
        now = follow(self._mesh, image, known.followed)
        if now is None:
            return None
        landmarks = self._landmarks(bgr, now.face.points)
        face = replace(now.face, landmarks=landmarks, embedding=known.followed.face.embedding)
        return _Known(replace(now, face=face), known.searches)

    def _search(self, faces: list["_Known"], image: Image, bgr: Image) -> list["_Known"]:
        """The faces followed, recognised anew where it is time, and those that the detector finds beside them."""
        boxes, keypoints = self._models["detection"].detect(bgr, max_num=0, metric="default")
        found = list(faces)
        for edges, points in zip(boxes, keypoints, strict=True):
            seen = Detection(Box(*map(float, edges[:4])), points, float(edges[4]))
            place = _place_of(seen.box, faces)
            if place is None:
                found += self._meet(seen, image, bgr)
            elif found[place].searches % _RECOGNISE == 0:
                known = found[place]
                face = replace(known.followed.face, embedding=self._embedding(bgr, seen))
                found[place] = replace(known, followed=replace(known.followed, face=face))
        return [replace(known, searches=known.searches + 1) for known in found]

    def _meet(self, seen: Detection, image: Image, bgr: Image) -> list["_Known"]:
        mesh = settle(self._mesh, image, region_of_detection(seen))
        if mesh is None:
            return []
        landmarks, embedding = self._landmarks(bgr, mesh.points), self._embedding(bgr, seen)
        return [_Known(meet(replace(mesh, landmarks=landmarks, embedding=embedding)), 0)]

    def _landmarks(self, bgr: Image, mesh: Points) -> Points | None:
        """Landmarks in the box that a detector would give the face: what those networks were trained on.

        It is made of the mesh in every frame, so that landmarks do not jump where a search ends.
        """
        box = box_of(mesh)
        edges = np.array([box.x0, box.y0 - _HAIRLINE * box.height, box.x1, box.y1], np.float32)
        for name in ("landmark_2d_106", "landmark_3d_68"):
            if name in self._models:
                return np.asarray(self._models[name].get(bgr, _face(bbox=edges)), np.float32)
        return None

    def _embedding(self, bgr: Image, seen: Detection) -> Floats | None:
        if "recognition" not in self._models:
            return None
        values = np.asarray(self._models["recognition"].get(bgr, _face(kps=seen.keypoints)), np.float32)
        return np.asarray(values / max(float(np.linalg.norm(values)), 1e-6), np.float32)


@dataclass(frozen=True, slots=True)
class _Known:
    """A face that is followed; the detector has looked `searches` times since it was met."""

    followed: Followed
    searches: int


def _face(**fields: Floats) -> Any:
    from insightface.app.common import Face

    return Face(**fields)


def _place_of(box: Box, faces: Sequence[_Known]) -> int | None:
    """Place in the list of the face that a detection belongs to."""
    overlaps = [box_of(known.followed.face.points).overlap(box) for known in faces]
    best = max(range(len(overlaps)), key=overlaps.__getitem__, default=None)
    return best if best is not None and overlaps[best] > _SAME else None


def _load(folder: Path) -> dict[str, Any]:
    """The models of a pack by their task, on the processor."""
    files: Sequence[Path] = sorted(folder.glob("*.onnx"))
    if not files:
        raise WeightsError(
            f"There are no ONNX files in {folder}.", "Choose the folder of an unpacked insightface pack."
        )
    from google.protobuf.message import DecodeError  # type: ignore[import-untyped]  # no stubs installed
    from insightface.app import FaceAnalysis
    from onnxruntime.capi import onnxruntime_pybind11_state as onnx

    try:
        analysis = FaceAnalysis(name=str(folder), providers=["CPUExecutionProvider"])
        analysis.prepare(ctx_id=-1, det_size=(_SIDE, _SIDE))
    except (AssertionError, RuntimeError, ValueError, OSError, DecodeError, onnx.Fail, onnx.InvalidGraph,
            onnx.InvalidProtobuf, onnx.InvalidArgument) as error:  # fmt: skip
        raise WeightsError(
            f"The face pack {folder.name} cannot be used: {error or 'it has no detector'}.",
            "Unpack the insightface pack again.",
        ) from error
    models: dict[str, Any] = analysis.models
    return models


def _record() -> Path:
    return weights_folder() / "licences.json"


def _accepted() -> dict[str, Any]:
    """What was accepted so far; a damaged record counts as nothing accepted."""
    try:
        accepted = json.loads(_record().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return accepted if isinstance(accepted, dict) else {}
