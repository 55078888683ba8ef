"""An engine for tests: the lower face is white while the sound is loud, and as it is otherwise."""

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from core.engines import EngineSpec, FaceView, Patch
from core.job import Job, Progress

LOUD = 0.2


class FlashStream:
    def __init__(self, engine: "FlashEngine") -> None:
        self._engine, self._sound = engine, np.zeros(0, np.float32)
        self._first = 0

    @property
    def known_until(self) -> float:
        return (self._first + len(self._sound)) / 16000 - self._engine.spec.look_ahead

    def push(self, sound: np.ndarray) -> None:
        self._engine.pushed += len(sound)
        whole = np.concatenate([self._sound, sound])
        surplus = max(0, len(whole) - 32000)
        self._first, self._sound = self._first + surplus, whole[surplus:]

    def feature(self, at: float) -> float:
        """Loudest sample within 20 ms."""
        middle = round(at * 16000) - self._first
        return float(np.abs(self._sound[max(0, middle - 320) : middle + 320]).max(initial=0.0))


class FlashEngine:
    spec = EngineSpec("flash", None, 0.02, 1, True, 0.1, "none")

    def __init__(self, choice: Any = None, look_ahead: float = 0.02) -> None:
        self.spec = replace(FlashEngine.spec, look_ahead=look_ahead)
        self.pushed = self.studied = 0
        self.busy = 0.0
        self.refused: set[int] = set()
        self.closed = False

    def study(self, track: Any, read: Any) -> Job[None]:
        yield Progress(0, 0)
        self.studied += 1

    def encode_audio(self, sound: Any, times: Any, rows: Any = None) -> list[float]:
        return [0.0] * len(times)

    def stream(self) -> FlashStream:
        return FlashStream(self)

    def encode_faces(self, faces: Sequence[FaceView], person: Any) -> Sequence[FaceView]:
        return faces

    def refusal(self, face: FaceView) -> str:
        return "looks away" if face.index in self.refused else ""

    def generate(self, faces: Sequence[FaceView], features: Sequence[float], presence: Any) -> list[Patch]:
        time.sleep(self.busy)
        return [self._patch(face, feature) for face, feature in zip(faces, features, strict=True)]

    def notices(self) -> tuple[str, ...]:
        return ()

    def close(self) -> None:
        self.closed = True

    def _patch(self, face: FaceView, feature: float) -> Patch:
        x0, y0 = np.floor(face.points[:, :2].min(axis=0)).astype(int)
        x1, y1 = np.ceil(face.points[:, :2].max(axis=0)).astype(int)
        piece = face.image[y0:y1, x0:x1]
        return Patch(int(x0), int(y0), np.full_like(piece, 255) if feature > LOUD else piece.copy())
