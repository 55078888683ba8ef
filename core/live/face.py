"""The picture of a live session: a still, a held frame, or a clip there and back; made ready once and kept.

Knows no sound. Of a clip the longest stretch is used in which the face can be moved, so that the picture need not jump
over frames where the head is turned away: both its ends are shown once, then it runs the other way.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import groupby
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.analysis import Analysis, AnalysisOptions, analyse
from core.arrays import Floats, Image, Sound
from core.cast import cast
from core.dub import Dubber, FrameResult, Speaker
from core.engines import FaceView, LiveEngine, Patch, ReadFrames, Refusal
from core.errors import FaceError
from core.face.track import FaceTrack
from core.job import Job, Progress
from core.media.info import VideoInfo
from core.media.probe import probe
from core.media.reader import VideoReader
from core.pictures import Picture
from core.project import Clip, Look, Span, Voice
from core.schedule import Slot
from core.timing import frame_at

FULL_RATE = Fraction(30)
"""Pictures a second that are never exceeded; films with more are shown at a half or a third of their rate."""

STILL_RATE = Fraction(25)
"""Pictures a second of one whose source stands still."""

MEMORY = 600 << 20
"""Bytes of pictures that are kept; a longer stretch is cut."""


@dataclass(frozen=True, slots=True)
class FaceSource:
    """Which face is to speak: of this film or picture, the frame `held` only, or all of it; `face` as in `Clip`."""

    path: Path
    held: int | None = None
    face: int | None = None
    look: Look = field(default_factory=Look)


class LiveFace:
    """Pictures made ready for one engine, which is asked for nothing but new mouths from now on.

    `rate` is how many pictures a second are made of it at full pace, `size` (width, height) in pixels.
    """

    def __init__(self, source: FaceSource, rates: tuple[Fraction, Fraction], ready: "_Ready") -> None:
        self.source = source
        self.rate, self._own_rate = rates
        self._ready = ready
        self._dubber = Dubber(_Kept(ready), [_speaker(source, ready)])
        height, width = ready.images[0].shape[:2]
        self.size = (width, height)

    def __len__(self) -> int:
        """Pictures of the stretch that is shown there and back."""
        return len(self._ready.images)

    def place(self, number: int) -> int:
        """Which picture of the stretch belongs to a picture number of the session."""
        return there_and_back(frame_at(number / self.rate, self._own_rate), len(self))

    def picture(self, number: int) -> Image:
        """The picture as it is in the film."""
        return self._ready.images[self.place(number)]

    def speak(self, number: int, feature: object) -> FrameResult:
        """Picture `number` of the session with the mouth that `feature` tells."""
        place = self.place(number)
        self._ready.feature, self._ready.generating = feature, 0.0
        return self._dubber.dub([Picture(place, Slot(place, place), self._ready.images[place])])[0]

    @property
    def generating(self) -> float:
        """Seconds that the engine took for the mouth of the picture that was made last."""
        return self._ready.generating

    def notices(self) -> tuple[str, ...]:
        """What has happened since the last call that a person should know."""
        return self._dubber.notices()


def there_and_back(step: int, count: int) -> int:
    """Place number `step` of a walk over `count` places there and back: 0 1 2 3 2 1 0 1 …, the ends once each."""
    if count == 1:
        return 0
    along = step % (2 * (count - 1))
    return min(along, 2 * (count - 1) - along)


def prepare_face(source: FaceSource, engine: LiveEngine) -> Job[LiveFace]:
    """Make a face ready; progress counts pictures. Raises MediaError, FaceError and WeightsError."""
    info = probe(source.path)
    for notice in info.notices:
        yield Progress(0, info.frames, "film", notice=notice)
    analysis = yield from analyse(info, AnalysisOptions())
    role = max(cast(analysis, Span(0, info.frames), source.face), key=lambda role: int(role.frames.sum()))
    with VideoReader(info) as reader:
        frames = _frames(source, info, analysis, role.track)
        person = yield from engine.study(role.track, lambda rows: (frame.image for frame in reader.frames(rows)))
        stretch = yield from _encoded(reader, frames, role.track, engine, person)
    if len(stretch) < len(frames):
        yield Progress(0, 0, "faces", notice=_shortened(len(stretch), len(frames), info))
    ready = _Ready(engine, role.track, person, stretch)
    divider = max(1, -(-info.rate // FULL_RATE))
    rate = STILL_RATE if len(stretch) == 1 else info.rate / divider
    return LiveFace(source, (rate, info.rate), ready)


class _Ready:
    """What is kept of every picture: itself, its points, and what the engine made of its face."""

    def __init__(self, engine: LiveEngine, track: FaceTrack, person: Any, stretch: Sequence["_Seen"]) -> None:
        self.engine, self.track, self.person = engine, track, person
        self.images = [seen.view.image for seen in stretch]
        self.points = np.stack([seen.view.points for seen in stretch])
        self.faces = [seen.face for seen in stretch]
        self.feature: object = None
        self.generating = 0.0


@dataclass(frozen=True, slots=True)
class _Seen:
    """A face in its frame, and what the engine makes of it."""

    view: FaceView
    face: Any


class _Kept:
    """An engine that has seen all faces already."""

    def __init__(self, ready: _Ready) -> None:
        self.spec = ready.engine.spec
        self._ready = ready

    def study(self, track: FaceTrack, read: ReadFrames) -> Job[Any]:
        """As `Engine.study`."""
        return self._ready.engine.study(track, read)

    def encode_audio(self, sound: Sound, times: NDArray[np.float64], rows: Floats | None = None) -> Sequence[Any]:
        """As `Engine.encode_audio`."""
        return self._ready.engine.encode_audio(sound, times, rows)

    def encode_faces(self, faces: Sequence[FaceView], person: Any) -> Sequence[Any]:
        """What is kept of these faces."""
        del person
        return [self._ready.faces[face.index] for face in faces]

    def generate(self, faces: Sequence[Any], features: Sequence[Any], presence: Floats) -> list[Patch | Refusal]:
        """As `Engine.generate`."""
        began = perf_counter()
        made = self._ready.engine.generate(faces, features, presence)
        self._ready.generating += perf_counter() - began
        return made

    def notices(self) -> tuple[str, ...]:
        """As `Engine.notices`."""
        return self._ready.engine.notices()

    def close(self) -> None:
        """The engine is its owner's to close."""


class _Now(Sequence[Any]):
    """The same feature for every picture: what is heard now."""

    def __init__(self, ready: _Ready) -> None:
        self._ready = ready

    def __len__(self) -> int:
        return len(self._ready.images)

    def __getitem__(self, index: Any) -> Any:
        return self._ready.feature


def _speaker(source: FaceSource, ready: _Ready) -> Speaker:
    """The mouth is ours in every picture: between two sentences it is at rest, not the film's own."""
    count = len(ready.images)
    boxes = np.concatenate([ready.points[..., :2].min(axis=1), ready.points[..., :2].max(axis=1)], axis=1)
    track = replace(
        ready.track,
        start=0,
        boxes=boxes.astype(np.float32),
        points=ready.points,
        present=np.ones(count, bool),
        confidence=np.ones(count, np.float32),
        landmarks=None,
    )
    clip = Clip("live", Span(0, count), Voice(source.path), source.face, source.look)
    return Speaker(clip, track, ready.person, _Now(ready), np.ones(count, bool), np.ones(count, np.float32))


def _frames(source: FaceSource, info: VideoInfo, analysis: Analysis, track: FaceTrack) -> list[int]:
    """The longest run of frames without a cut in which the face is seen, as far as memory reaches; or the one held."""
    if source.held is not None:
        held = min(max(source.held, 0), info.frames - 1)
        if not track.seen(held):
            raise FaceError(f"The face is not seen in frame {held + 1}.", "Hold another frame.")
        return [held]
    seen = [frame for frame in range(track.start, track.stop) if track.seen(frame)]
    run = _longest(seen, analysis.cuts)
    room = max(1, MEMORY // (info.width * info.height * 3))
    return run[:room]


def _longest(frames: Sequence[int], cuts: Sequence[int] = ()) -> list[int]:
    """The longest run of neighbours of the same shot among rising numbers."""

    def shot_of(row: int) -> tuple[int, int]:
        return frames[row] - row, int(np.searchsorted(cuts, frames[row], side="right"))

    runs: Iterator[list[int]] = (list(rows) for _, rows in groupby(range(len(frames)), shot_of))
    return [frames[row] for row in max(runs, key=len)]


def _encoded(
    reader: VideoReader, frames: Sequence[int], track: FaceTrack, engine: LiveEngine, person: Any
) -> Job[list[_Seen]]:
    """The longest stretch of the frames in which the engine can move the mouth. Raises FaceError if there is none."""
    stretch: list[_Seen] = []
    best: list[_Seen] = []
    reason = ""
    for done, frame in enumerate(reader.frames(frames)):
        points = track.at(frame.index)
        assert points is not None
        seen = _look(FaceView(frame.index, frame.image, points), engine, person)
        stretch = [] if isinstance(seen, Refusal) else [*stretch, seen]
        reason = seen.reason if isinstance(seen, Refusal) else reason
        best = max(best, stretch, key=len)
        yield Progress(done + 1, len(frames), "pictures")
    if not best:
        raise FaceError(f"The face cannot be made to speak: {reason}.", "Choose another clip, or another face.")
    return best


def _look(view: FaceView, engine: LiveEngine, person: Any) -> _Seen | Refusal:
    """What the engine makes of a face, or why it refuses to move it."""
    (face,) = engine.encode_faces([view], person)
    refusal = engine.refusal(face)
    return Refusal(refusal) if refusal else _Seen(view, face)


def _shortened(count: int, of: int, info: VideoInfo) -> str:
    seconds = float(count / info.rate)
    return f"{seconds:.1f} s of {float(of / info.rate):.1f} s are shown: elsewhere the face cannot be moved."
