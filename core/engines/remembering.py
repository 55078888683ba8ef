"""An engine that remembers what another one made, so that a change costs only what it touches. Knows no engine inside.

For previews: a person moves one slider and looks at the same few frames again and again. An export has no use for it.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats, Image, Points, Sound
from core.engines import AdjustableEngine, Engine, FaceView, Patch, ReadFrames, Refusal
from core.face.track import FaceTrack
from core.job import Job
from core.project import EngineChoice

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

_PEOPLE, _VOICES, _MOUTHS = 64, 8, 200
"""How many studies, voices and mouths are kept; a mouth takes about as much as its crop of the picture."""


class Recent(Generic[K, V]):
    """The values used last, up to a number of them or of what `weigh` says of each."""

    def __init__(self, budget: float, weigh: Callable[[V], float] = lambda _: 1.0) -> None:
        self._budget, self._weigh = budget, weigh
        self._kept: OrderedDict[K, V] = OrderedDict()
        self._weight = 0.0

    def get(self, key: K) -> V | None:
        """The value, which counts as used by this, or None."""
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def put(self, key: K, value: V) -> V:
        """Keep a value, forgetting those that were not used for the longest time, and return it."""
        self.drop(key)
        self._kept[key] = value
        self._weight += self._weigh(value)
        while self._weight > self._budget and len(self._kept) > 1:
            self.drop(next(iter(self._kept)))
        return value

    def drop(self, key: K) -> None:
        """Forget a value if it is kept."""
        if key in self._kept:
            self._weight -= self._weigh(self._kept.pop(key))


@dataclass(frozen=True, slots=True)
class _Person:
    """A study, and the number by which what is made with it is remembered."""

    number: int
    study: Any


@dataclass(frozen=True, slots=True)
class _Feature:
    """The features of one frame, and which voice and frame they belong to."""

    key: tuple[str, int]
    row: Any


@dataclass(frozen=True, slots=True)
class _Voice(Sequence[_Feature]):
    """Features of a whole voice that know where they come from."""

    name: str
    rows: Sequence[Any]

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, index: Any) -> Any:
        return _Feature((self.name, index), self.rows[index])


@dataclass(frozen=True, slots=True)
class _Face:
    """A face that is not yet encoded: perhaps its mouth is known already."""

    view: FaceView
    person: _Person


@dataclass(frozen=True, slots=True)
class _Mouth:
    """What was made for a face in this very picture; in another one, with another face laid over, it is not valid.

    Nor is it where the face's `points` are others, which were corrected by hand.
    """

    image: Image
    points: Points
    made: Patch | Refusal


class RememberingEngine:
    """Does what `engine` does, and does it once for the same question."""

    def __init__(self, engine: Engine) -> None:
        self.spec = engine.spec
        self._engine = engine
        self._people: Recent[tuple[int, int, int], _Person] = Recent(_PEOPLE)
        self._voices: Recent[str, _Voice] = Recent(_VOICES)
        self._mouths: Recent[Hashable, _Mouth] = Recent(_MOUTHS)
        self._studied = 0

    def study(self, track: FaceTrack, read: ReadFrames) -> Job[_Person]:
        """As `Engine.study`; tracks of one film are told apart by number and extent."""
        key = (track.id, track.start, track.stop)
        known = self._people.get(key)
        if known is None:
            person = yield from self._engine.study(track, read)
            self._studied += 1
            known = self._people.put(key, _Person(self._studied, person))
        return known

    def encode_audio(self, sound: Sound, times: NDArray[np.float64], rows: Floats | None = None) -> Sequence[Any]:
        """As `Engine.encode_audio`."""
        name = hashlib.sha256(sound.tobytes() + times.tobytes()).hexdigest()
        known = self._voices.get(name)
        if known is None:
            known = self._voices.put(name, _Voice(name, self._engine.encode_audio(sound, times, rows)))
        return known

    def encode_faces(self, faces: Sequence[FaceView], person: _Person) -> Sequence[_Face]:
        """As `Engine.encode_faces`, put off until the mouth is asked for."""
        return [_Face(face, person) for face in faces]

    def generate(self, faces: Sequence[_Face], features: Sequence[_Feature], presence: Floats) -> list[Patch | Refusal]:
        """As `Engine.generate`; faces whose mouth is known are left out of the batch."""
        keys = [
            (face.view.index, face.person.number, feature.key, float(share))
            for face, feature, share in zip(faces, features, presence, strict=True)
        ]
        known = [self._known(key, face) for key, face in zip(keys, faces, strict=True)]
        missing = [row for row, made in enumerate(known) if made is None]
        fresh = self._make([faces[row] for row in missing], [features[row].row for row in missing], presence[missing])
        for row, made in zip(missing, fresh, strict=True):
            self._mouths.put(keys[row], _Mouth(faces[row].view.image, faces[row].view.points, made))
            known[row] = made
        return [made for made in known if made is not None]

    def adjust(self, choice: EngineChoice) -> bool:
        """As `AdjustableEngine.adjust`; False where the engine cannot."""
        if not isinstance(self._engine, AdjustableEngine) or not self._engine.adjust(choice):
            return False
        self.spec, self._people, self._mouths = self._engine.spec, Recent(_PEOPLE), Recent(_MOUTHS)
        return True

    def notices(self) -> tuple[str, ...]:
        """As `Engine.notices`."""
        return self._engine.notices()

    def close(self) -> None:
        """Close the engine and forget everything."""
        self._engine.close()
        self._people, self._voices, self._mouths = Recent(_PEOPLE), Recent(_VOICES), Recent(_MOUTHS)

    def _known(self, key: Hashable, face: _Face) -> Patch | Refusal | None:
        mouth = self._mouths.get(key)
        if mouth is None or mouth.image is not face.view.image:
            return None
        return mouth.made if np.array_equal(mouth.points, face.view.points) else None

    def _make(self, faces: Sequence[_Face], rows: Sequence[Any], presence: Floats) -> list[Patch | Refusal]:
        """New mouths; all faces of a batch are of one person."""
        if not faces:
            return []
        encoded = self._engine.encode_faces([face.view for face in faces], faces[0].person.study)
        return self._engine.generate(encoded, rows, presence)
