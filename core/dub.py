"""Frames in, dubbed frames out: the one place where faces, voices, engine and mask meet. Knows no files it writes.

Preview, export and live all go through `Dubber.dub`, so that what is seen is what is written.
"""

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.analysis import Analysis
from core.arrays import Alpha, Floats, Image, Points
from core.cast import Role, cast
from core.engines import Engine, FaceView, Patch, ReadFrames, Refusal
from core.face.axes import corrected
from core.face.blend import Mask, lay_over, mask
from core.face.parse import WEIGHTS, FaceParser, find_parser, square_of
from core.face.parse_mask import FaceLabels
from core.face.track import FaceTrack
from core.job import Job
from core.media.info import VideoInfo
from core.pictures import Picture
from core.presence import ease_at_edges
from core.project import Clip, DubProject, Look, Region, Stroke
from core.retouch import EASE, correction_at, is_original, look_at, strokes_at
from core.schedule import Slot, slot_time
from core.trace import FaceTrace, Trace
from core.voice import Voicing, listen, presence


class Kind(StrEnum):
    """What became of one face in one frame."""

    DUBBED = "dubbed"
    ORIGINAL = "original"  # nobody speaks: the mouth is the film's own, as wanted
    PASSED = "passed"  # it should have been dubbed and could not be


CHOSEN = "chosen"
"""The reason of an original that the person asked for, where it is not just that nobody speaks."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one clip's face in one frame, and why in a few words if it was passed through."""

    clip: str
    kind: Kind
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Masked:
    """One clip's face in one frame: its mesh points (468, 3) as used, and the mask by which its mouth was laid over.

    `mask` is None where the mouth is the film's own.
    """

    clip: str
    points: Points
    mask: Mask | None


@dataclass(frozen=True, slots=True)
class FrameResult:
    """One finished frame: `image` is the film's own array where nothing was changed. `faces` are those dubbed."""

    number: int
    image: Image
    alpha: Alpha | None
    outcomes: tuple[Outcome, ...]
    faces: tuple[Masked, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """One clip made ready: whose face, what was learned of it, and per frame of the result what is said.

    `wanted` (n,) tells frames that lie in the clip; `presence` (n,) float32 how much of the mouth is ours. `cuts` are
    the first frames of shots, in order.
    """

    clip: Clip
    track: FaceTrack
    person: Any
    features: Sequence[Any]
    wanted: NDArray[np.bool_]
    presence: Floats
    cuts: tuple[int, ...] = ()

    def points(self, slot: Slot) -> Points | None:
        """Mesh points of the face in a slot, as corrected by hand, or None where no face was seen."""
        points = points_of(self.track, slot)
        if points is None:
            return None
        return corrected(points, correction_at(self.clip.retouch.corrections, slot.source, self.cuts))


@dataclass(frozen=True, slots=True)
class Scene:
    """What a film and its analysis say about the frames of the result."""

    info: VideoInfo
    analysis: Analysis
    slots: tuple[Slot, ...]

    def times(self) -> NDArray[np.float64]:
        """Presentation time of every frame of the result in seconds of the film."""
        return np.array([float(slot_time(slot, self.info)) for slot in self.slots])

    def breaks(self) -> NDArray[np.bool_]:
        """Whether a shot cut lies between a frame of the result and the one before it, (n,)."""
        cuts = np.array(sorted(self.analysis.cuts), dtype=np.int64)
        sources = np.array([slot.source for slot in self.slots])
        shots = np.searchsorted(cuts, sources, side="right")
        return np.concatenate([[False], shots[1:] != shots[:-1]])


@dataclass(frozen=True, slots=True)
class Dressed:
    """What makes the mask of one face in one frame beside its points; `share` is how much of the mouth is ours."""

    look: Look
    strokes: tuple[Stroke, ...]
    labels: FaceLabels | None
    share: float

    @staticmethod
    def of(clip: Clip, frame: int, labels: FaceLabels | None, share: float) -> "Dressed":
        """As the clip says for a frame of the film; without a label map the face mesh makes the mask."""
        look = look_at(clip.look, clip.retouch, frame)
        if labels is None:
            look = replace(look, region=Region.MESH)
        return Dressed(look, strokes_at(clip.retouch, frame), labels, share)


class Dubber:
    """Lays new mouths over pictures, a batch at a time. Owned by one thread, like its engine and its parser.

    Without a parser the mask of the face mesh serves in place of those that need a label map.
    """

    def __init__(self, engine: Engine, speakers: Sequence[Speaker], parser: FaceParser | None = None) -> None:
        self._engine, self._parser = engine, parser
        self._speakers = tuple(speakers)
        self._untold = [_without_parser(self._speakers)] if parser is None else []

    def dub(self, pictures: Sequence[Picture], trace: Trace | None = None) -> list[FrameResult]:
        """The finished frames, one per picture, in order; `trace` is told how each face was done."""
        images = [picture.image for picture in pictures]
        outcomes: list[list[Outcome]] = [[] for _ in pictures]
        faces: list[list[Masked]] = [[] for _ in pictures]
        for speaker in self._speakers:
            for row, outcome, face in self._speak(speaker, pictures, images, trace):
                outcomes[row].append(outcome)
                if face is not None:
                    faces[row].append(face)
        return [
            FrameResult(picture.number, image, picture.alpha, tuple(found), tuple(met))
            for picture, image, found, met in zip(pictures, images, outcomes, faces, strict=True)
        ]

    def batches(self, pictures: Iterator[Picture]) -> Generator[list[FrameResult], None, None]:
        """Finished frames of any number of pictures, in batches of the engine's size."""
        batch: list[Picture] = []
        for picture in pictures:
            batch.append(picture)
            if len(batch) == self._engine.spec.batch:
                yield self.dub(batch)
                batch = []
        if batch:
            yield self.dub(batch)

    def found(self, picture: Picture) -> Iterator[tuple[str, Points | None, float]]:
        """Whose face each clip that wants a picture has in it: the clip, its mesh points or None, the confidence."""
        for speaker in self._speakers:
            if speaker.wanted[picture.number]:
                track, frame = speaker.track, picture.slot.source
                sure = float(track.confidence[frame - track.start]) if track.seen(frame) else 0.0
                yield speaker.clip.id, speaker.points(picture.slot), sure

    def notices(self) -> tuple[str, ...]:
        """What has happened since the last call that a person should know, each a sentence."""
        own, self._untold = [notice for notice in self._untold if notice], []
        return (*own, *self._engine.notices(), *(self._parser.notices() if self._parser is not None else ()))

    def _speak(
        self, speaker: Speaker, pictures: Sequence[Picture], images: list[Image], trace: Trace | None
    ) -> Iterator[tuple[int, Outcome, Masked | None]]:
        """Dub one speaker in all pictures, replacing items of `images`; yields (row, outcome, face if there is one)."""
        name, rows, views = speaker.clip.id, [], []
        for row, picture in enumerate(pictures):
            if not speaker.wanted[picture.number]:
                continue
            points = speaker.points(picture.slot)
            original = is_original(speaker.clip.retouch, picture.slot.source)
            if points is None and not original:
                yield row, Outcome(name, Kind.PASSED, "no face"), None
            elif points is None or original or speaker.presence[picture.number] == 0:
                reason = CHOSEN if original else ""
                yield row, Outcome(name, Kind.ORIGINAL, reason), None if points is None else Masked(name, points, None)
            else:
                rows.append(row)
                views.append(FaceView(picture.number, images[row], points))
        if not rows:
            return
        shares = np.array([speaker.presence[view.index] for view in views], np.float32)
        with _timed(trace, "faces"):
            faces = self._engine.encode_faces(views, speaker.person)
        with _timed(trace, "mouths"):
            made = self._engine.generate(faces, [speaker.features[view.index] for view in views], shares)
        look = speaker.clip.look
        patched = [place for place, patch in enumerate(made) if isinstance(patch, Patch)]
        with _timed(trace, "parsing"):
            labels = self._labels(look, [(pictures[rows[place]].image, views[place].points) for place in patched])
        known = dict(zip(patched, labels, strict=True))
        for place, (row, patch) in enumerate(zip(rows, made, strict=True)):
            face = FaceTrace(name, views[place].index, views[place].points, images[row], patch)
            if isinstance(patch, Refusal):
                yield row, Outcome(name, Kind.PASSED, patch.reason), Masked(name, face.points, None)
            else:
                dressed = Dressed.of(speaker.clip, pictures[row].slot.source, known[place], float(shares[place]))
                face = self._lay(face, patch, dressed, trace)
                images[row] = face.after if face.after is not None else images[row]
                yield row, Outcome(name, Kind.DUBBED), Masked(name, face.points, face.mask)
            if trace is not None:
                trace.add(face)

    def _lay(self, face: FaceTrace, patch: Patch, dressed: "Dressed", trace: Trace | None) -> FaceTrace:
        """The face with its mouth laid over the picture."""
        with _timed(trace, "mask"):
            laid = self._mask(face.points, dressed)
        with _timed(trace, "blending"):
            after = lay_over(face.before, patch, laid, dressed.look.match_colour)
        return replace(face, mask=laid, after=after)

    def _labels(self, look: Look, faces: Sequence[tuple[Image, Points]]) -> list[FaceLabels | None]:
        """The label map of each face in the film's own picture, None where the look needs none or there is none."""
        if look.region is Region.MESH or self._parser is None:
            return [None] * len(faces)
        squares = [square_of(points) for _, points in faces]
        seen = [(image, square) for (image, _), square in zip(faces, squares, strict=True) if square is not None]
        made = iter(self._parser.labels(seen))
        return [None if square is None else next(made) for square in squares]

    def _mask(self, points: Points, dressed: "Dressed") -> Mask:
        laid = mask(points, dressed.look, self._engine.spec.reach, dressed.labels, dressed.strokes)
        return laid if self._engine.spec.eases else laid.scaled(dressed.share)


def prepare(
    project: DubProject,
    scene: Scene,
    engine: Engine,
    read: ReadFrames,
    heard: dict[Path, Voicing] | None = None,
    parser: FaceParser | None = None,
) -> Job[Dubber]:
    """Make a project's clips ready: listen to the voices, study the faces.

    Voices in `heard` are not listened to again; those that are new are added to it. Without it only one voice at a time
    is held, as an hour of sound takes 230 MB.
    The caller owns engine and parser. Raises FaceError, MediaError, SettingsError and WeightsError.
    """
    kept = {} if heard is None else heard
    parts = [(clip, role) for clip in project.clips for role in cast(scene.analysis, clip.span, clip.face)]
    studied: dict[int, Any] = {}
    for _, role in parts:
        if role.track.id not in studied:
            studied[role.track.id] = yield from engine.study(role.track, read)
    speakers = {}
    for path in dict.fromkeys(clip.voice.path for clip in project.clips):
        voice = kept[path] if path in kept else (yield from listen(path))
        if heard is not None:
            heard[path] = voice
        for number, (clip, role) in enumerate(parts):
            if clip.voice.path == path:
                speakers[number] = _speaker(clip, role, studied[role.track.id], voice, scene, engine)
    return Dubber(engine, [speakers[number] for number in range(len(parts))], parser)


def needs_parser(project: DubProject) -> bool:
    """Whether a look of the project is made of label maps."""
    return any(clip.look.region is not Region.MESH for clip in project.clips)


@contextmanager
def parser_for(project: DubProject) -> Iterator[FaceParser | None]:
    """The face parser, if a look of the project needs one and its weights are there; closed afterwards.

    Raises WeightsError if the weights are damaged.
    """
    parser = find_parser(project.engine.weights) if needs_parser(project) else None
    try:
        yield parser
    finally:
        if parser is not None:
            parser.close()


def points_of(track: FaceTrack, slot: Slot) -> Points | None:
    """Mesh points of a track in a slot: between the two where one frame is cross-faded over another."""
    points = track.at(slot.source)
    under = track.at(slot.under) if slot.under is not None else None
    if points is None or under is None:
        return points
    mixed: Points = (points * np.float32(slot.weight) + under * np.float32(1 - slot.weight)).astype(np.float32)
    return mixed


def _timed(trace: Trace | None, stage: str) -> AbstractContextManager[None]:
    return nullcontext() if trace is None else trace.stage(stage)


def _without_parser(speakers: Iterable[Speaker]) -> str:
    """What to tell where masks are asked for that cannot be had; empty if there are none."""
    if all(speaker.clip.look.region is Region.MESH for speaker in speakers):
        return ""
    return f"The region of the mask needs the weights “{WEIGHTS}”, which are missing: the lower face is used instead."


def _speaker(clip: Clip, role: Role, person: Any, voice: Voicing, scene: Scene, engine: Engine) -> Speaker:
    """What is wanted is decided by the film's frames; what is said, by the voice's own clock."""
    times = scene.times()
    own = times - float(clip.voice.start)
    wanted = np.array([bool(role.frames[slot.source]) for slot in scene.slots])
    seen = np.array([role.track.seen(slot.source) for slot in scene.slots])
    ours = np.array([not is_original(clip.retouch, slot.source) for slot in scene.slots])
    eased = ease_at_edges(wanted & seen & ours, scene.breaks(), times, EASE)
    share = presence(voice, own, clip.look.hold, clip.look.fade) * eased
    features = engine.encode_audio(voice.sound, own, voice.rows)
    cuts = tuple(sorted(scene.analysis.cuts))
    return Speaker(clip, role.track, person, features, wanted, share.astype(np.float32), cuts)
