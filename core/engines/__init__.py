"""The plug-in point: what turns sound and a face into a mouth. Knows no engine by its inside.

An engine is owned by one thread. It never finds faces, never lays anything over a frame and reads no files but its
weights. Adding one is one file and one row in `ENGINES`.

Order of calls, by `core.dub.Dubber`: `study` once per person; `encode_audio` once per voice; then for every batch of
frames `encode_faces` and `generate`. The three are apart because their results are cached apart.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats, Image, Points, Sound
from core.errors import SettingsError
from core.face.track import FaceTrack
from core.job import Job
from core.project import EngineChoice

SAMPLE_RATE = 16_000
"""Samples a second of the sound that engines are given."""

ReadFrames = Callable[[Sequence[int]], Iterator[Image]]
"""Pictures of the given frame numbers of the film, which must be in ascending order."""


@dataclass(frozen=True, slots=True)
class EngineSpec:
    """What an engine is and needs.

    - `crop_size`: side of the square the engine works on, None = the footage's own resolution
    - `look_ahead`: seconds of future sound a frame depends on
    - `batch`: frames given to `generate` at once
    - `eases`: True if `generate` moves the mouth towards the original as `presence` falls; otherwise the caller
      cross-fades
    - `reach`: how far below the chin the result may differ from the source, as a share of the face's scale
    """

    name: str
    crop_size: int | None
    look_ahead: float
    batch: int
    eases: bool
    reach: float
    licence: str


@dataclass(frozen=True, slots=True)
class FaceView:
    """A face in its frame: frame number, the whole picture, mesh points (468, 3) in its pixels."""

    index: int
    image: Image
    points: Points


@dataclass(frozen=True, slots=True)
class Patch:
    """A generated piece of a frame: its pixels, and where their top left corner lies in the frame."""

    x: int
    y: int
    image: Image


@dataclass(frozen=True, slots=True)
class Refusal:
    """The engine leaves a frame as it is, and says why in a few words that a person understands."""

    reason: str


class Engine(Protocol):
    """Turns sound and faces into patches. `Person`, `Features` and `Faces` are its own; the caller only keeps them."""

    spec: EngineSpec

    def study(self, track: FaceTrack, read: ReadFrames) -> Job[Any]:
        """Look at one person once, before any frame of theirs; what is learned is passed to `encode_faces`."""

    def encode_audio(self, sound: Sound, times: NDArray[np.float64], rows: Floats | None = None) -> Sequence[Any]:
        """Features of mono 16 kHz sound, one item per video frame.

        `times` (n,) are the frames' presentation times in seconds of the *sound's* clock; they may lie before its
        start, after its end, and at uneven distances. `rows` is what `core.voice` has heard in the sound, if the caller
        has that already; it changes nothing but the work.
        """

    def encode_faces(self, faces: Sequence[FaceView], person: Any) -> Sequence[Any]:
        """What `generate` needs of each face; cacheable."""

    def generate(self, faces: Sequence[Any], features: Sequence[Any], presence: Floats) -> list[Patch | Refusal]:
        """New mouths, one per face. `presence` (n,) in [0, 1]: 1 is all ours, 0 is the original mouth."""

    def notices(self) -> tuple[str, ...]:
        """What has happened since the last call that a person should know, each a sentence."""

    def close(self) -> None:
        """Give back memory; may be called twice."""


class AudioStream(Protocol):
    """Features of a voice while it is spoken; seconds are counted from the first sample pushed.

    Away from the ends it tells what `Engine.encode_audio` tells of the whole sound, as far as the engine states.
    """

    @property
    def known_until(self) -> float:
        """Seconds up to which features can be had; negative before the first."""

    def push(self, sound: Sound) -> None:
        """Hear more mono 16 kHz sound (n,), in pieces of any length."""

    def feature(self, time: float) -> Any:
        """The feature of a frame at a time up to `known_until`, and not more than half a second before it."""


@runtime_checkable
class LiveEngine(Engine, Protocol):
    """An engine that can also hear a voice while it is spoken."""

    def stream(self) -> AudioStream:
        """Begin to listen. Streams are independent of each other. Raises WeightsError."""

    def refusal(self, face: Any) -> str:
        """Why `generate` would refuse this one of `encode_faces`, in a few words; empty if it would not."""


@runtime_checkable
class AdjustableEngine(Engine, Protocol):
    """An engine that can be run in another way without being loaded again."""

    def adjust(self, choice: EngineChoice) -> bool:
        """Run like this from now on; False, and nothing has changed, if that takes other networks.

        What was heard stays valid; faces are to be studied again, which costs little.
        """


ENGINES: dict[str, str] = {
    "instant": "core.engines.instant:InstantEngine",
    "musetalk": "core.engines.musetalk:MuseTalkEngine",
}


def load_engine(choice: EngineChoice) -> Engine:
    """The engine of a choice. Raises SettingsError for an unknown engine, and what its own construction raises."""
    if choice.engine not in ENGINES:
        hint = f"Known are: {', '.join(ENGINES)}. Choose one of them, or update Dubwright."
        raise SettingsError(f"There is no engine “{choice.engine}”.", hint)
    module, _, attribute = ENGINES[choice.engine].partition(":")
    engine: Engine = getattr(import_module(module), attribute)(choice)
    return engine
