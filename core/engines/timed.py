"""An engine whose hearing, preparing and painting are timed apart, so that a report can say where the time went.

Knows no engine by its inside.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats, Sound
from core.engines import Engine, EngineSpec, FaceView, Patch, ReadFrames, Refusal
from core.face.track import FaceTrack
from core.job import Job
from core.stopwatch import Stopwatch

HEARING, PREPARING, PAINTING = "hear", "prepare", "paint"
"""Stages: features of sound; what is needed of each face; new mouths."""


@dataclass(frozen=True, slots=True)
class _TimedFeatures(Sequence[Any]):
    """Features, the making of which may be put off until they are asked for."""

    rows: Sequence[Any]
    watch: Stopwatch

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, index: Any) -> Any:
        with self.watch.stage(HEARING):
            return self.rows[index]


class TimedEngine:
    """Does what `engine` does; its time is added to stages of `watch`."""

    def __init__(self, engine: Engine, watch: Stopwatch) -> None:
        self._engine, self._watch = engine, watch

    @property
    def spec(self) -> EngineSpec:
        """As `Engine.spec`."""
        return self._engine.spec

    @spec.setter
    def spec(self, spec: EngineSpec) -> None:
        self._engine.spec = spec

    def study(self, track: FaceTrack, read: ReadFrames) -> Job[Any]:
        """As `Engine.study`; the caller times it."""
        return self._engine.study(track, read)

    def encode_audio(self, sound: Sound, times: NDArray[np.float64], rows: Floats | None = None) -> Sequence[Any]:
        """As `Engine.encode_audio`."""
        with self._watch.stage(HEARING):
            return _TimedFeatures(self._engine.encode_audio(sound, times, rows), self._watch)

    def encode_faces(self, faces: Sequence[FaceView], person: Any) -> Sequence[Any]:
        """As `Engine.encode_faces`."""
        with self._watch.stage(PREPARING):
            return self._engine.encode_faces(faces, person)

    def generate(self, faces: Sequence[Any], features: Sequence[Any], presence: Floats) -> list[Patch | Refusal]:
        """As `Engine.generate`."""
        with self._watch.stage(PAINTING):
            return self._engine.generate(faces, features, presence)

    def notices(self) -> tuple[str, ...]:
        """As `Engine.notices`."""
        return self._engine.notices()

    def close(self) -> None:
        """As `Engine.close`."""
        self._engine.close()
