"""From a folder of films to shards: finds the clips, judges them, keeps the good ones. Knows no networks.

    films ▸ faces of every shot ▸ clips of one face at 25 frames a second ▸ judged ▸ shards, and a list of the others

Crops, landmarks and sound go through the same code as when a film is dubbed. Every film leaves a verdict beside the
shards: where there is one that was made under the same conditions, the film is not looked at again. That makes an
interrupted run go on, and lets several machines share a folder.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter, ValidationError

from core.analysis import Analysis, AnalysisOptions, analyse
from core.arrays import Image, Points, Sound
from core.cache import content_key
from core.errors import DubError, MediaError
from core.face.crop import CropRule, cut_out, face_box
from core.face.mesh import lip_gap
from core.face.points68 import from_mesh
from core.face.track import FaceTrack
from core.geometry import Box
from core.job import Job, Progress
from core.media.info import VideoInfo
from core.media.probe import fingerprint, probe
from core.media.reader import VideoReader
from core.media.sound import ENGINE_RATE, engine_sound, probe_sound
from core.models.mouth_motion import MOTION_RATE
from core.sync_judge import By, Lips, SyncJudge, chosen_judge
from core.voice import Voicing, observe
from training.filters import ClipFigures, Limits, level_db, reasons, sharpness
from training.shard import RATE, SUFFIX, ClipData, ShardFacts, encoded, write_shard

LONGEST = 30
"""Seconds of a clip, at most: as much as Whisper hears at once."""

ROOM = 0.12
"""Room that is kept around a face box, as a share of its size: for margins and for resampling."""

_FILMS = {".mp4", ".mov", ".mkv", ".webm", ".avi", ".m4v", ".mpg", ".mpeg", ".ts"}
_VISIBLE = 0.25  # a face of this share of the largest one's area counts as somebody who is seen
_JUDGED = 12  # frames whose sharpness is measured


@dataclass(frozen=True, slots=True)
class Preparation:
    """What to prepare: films below `source` go to `target`; this machine does part `part` of `parts`.

    `films` are prepared instead of those below the source, if there are any; `person` says whose all films are; `sync`
    who judges lips and sound, as in `core.sync_judge.chosen_judge`.
    """

    source: Path
    target: Path
    limits: Limits = field(default_factory=Limits)
    lossless: bool = False
    part: int = 0
    parts: int = 1
    films: tuple[Path, ...] = ()
    person: str = ""
    sync: str = ""


@dataclass(frozen=True, slots=True)
class ClipVerdict:
    """What became of one clip: the shard it is in, or why it is in none. Times in seconds of the film."""

    begin: float
    end: float
    shard: str
    reasons: tuple[str, ...]
    figures: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FilmVerdict:
    """What became of one film; `trouble` says why it could not be used at all, `by` who judged lips and sound."""

    film: str
    key: str
    clips: tuple[ClipVerdict, ...] = ()
    trouble: str = ""
    by: By = By.LIPS

    @property
    def kept(self) -> int:
        """Clips that became shards."""
        return sum(bool(clip.shard) for clip in self.clips)


def prepare(wanted: Preparation) -> Job[tuple[FilmVerdict, ...]]:
    """Prepare every film below a folder; the verdicts of this machine's part, in order of the films' names.

    Raises MediaError if there are no films, or the target cannot be written; WeightsError if nobody of that name can
    judge lips and sound.
    """
    films = list(wanted.films) or films_below(wanted.source)
    if not films:
        raise MediaError(
            f"There are no films in {wanted.source}.", "Name a folder that holds films of people who speak."
        )
    mine = films[wanted.part :: wanted.parts]
    verdicts, judge = [], chosen_judge(wanted.sync)
    for number, film in enumerate(mine):
        yield Progress(number, len(mine), film.name)
        verdicts.append((yield from _prepared(film, wanted, judge)))
    return tuple(verdicts)


def films_below(folder: Path) -> list[Path]:
    """Every film below a folder, in order of their paths."""
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in _FILMS and path.is_file())


def person_of(film: Path, source: Path) -> str:
    """Whose film it is taken to be: one folder, one person; films that lie in the source itself are one person each.

    Two people in one folder only make the test set smaller; one person in two folders would be seen in training and in
    the test.
    """
    return film.stem if film.parent == source else film.parent.relative_to(source).as_posix()


def _prepared(film: Path, wanted: Preparation, judge: SyncJudge) -> Job[FilmVerdict]:
    """The verdict on a film: the one that lies there, or a new one."""
    conditions = {**asdict(wanted.limits), "lossless": wanted.lossless, "room": ROOM, "longest": LONGEST}
    if wanted.person:
        conditions["person"] = wanted.person
    if judge.watches:
        conditions["sync"] = judge.key
    key = content_key(2, fingerprint(film), film.name, conditions)
    place = wanted.target / f"{film.stem}-{key[:10]}.json"
    there = _read(place, key)
    if there is not None:
        return there
    try:
        clips = yield from _clips_of(film, place.stem, wanted, judge)
        verdict = FilmVerdict(film.name, key, clips, by=judge.by)
    except DubError as error:
        verdict = FilmVerdict(film.name, key, trouble=error.message, by=judge.by)
    _write(place, verdict)
    return verdict


def _read(place: Path, key: str) -> FilmVerdict | None:
    """A verdict that was made before, if all its shards are still there."""
    try:
        verdict = TypeAdapter(FilmVerdict).validate_json(place.read_bytes())
    except (OSError, ValidationError):
        return None
    whole = all((place.parent / clip.shard).is_file() for clip in verdict.clips if clip.shard)
    return verdict if verdict.key == key and whole else None


def _write(place: Path, verdict: FilmVerdict) -> None:
    part = place.with_suffix(".part")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(asdict(verdict), indent=1), encoding="utf-8")
        part.replace(place)
    except OSError as error:
        raise MediaError(f"{place.parent} cannot be written: {error.strerror}.", "Name another folder.") from error


@dataclass(frozen=True, slots=True)
class _Film:
    """A film that is looked at: faces, sound, when that begins on the clock of the pictures, and who judges both."""

    info: VideoInfo
    analysis: Analysis
    voicing: Voicing
    sound_start: float
    judge: SyncJudge

    @property
    def sound(self) -> Sound:
        """Mono 16 kHz sound of the whole film."""
        return self.voicing.sound

    @property
    def times(self) -> NDArray[np.float64]:
        """Time of every frame in seconds after the first one."""
        return np.array([float(self.info.time_of(frame)) for frame in range(self.info.frames)])


@dataclass(frozen=True, slots=True)
class _Clip:
    """One face in successive frames; `frames` are the film's, one for every 25th of a second from `begin` on."""

    track: FaceTrack
    begin: float
    frames: NDArray[np.intp]

    @property
    def seconds(self) -> float:
        return len(self.frames) / RATE

    @property
    def times(self) -> NDArray[np.float64]:
        return self.begin + np.arange(len(self.frames)) / RATE


def _clips_of(film: Path, stem: str, wanted: Preparation, judge: SyncJudge) -> Job[tuple[ClipVerdict, ...]]:
    info = probe(film)
    seen = yield from analyse(info, AnalysisOptions())
    voicing = yield from observe(engine_sound(film))
    start = float(probe_sound(film).start - info.start)
    whole = _Film(info, seen, voicing, start, judge)
    facts = ShardFacts(film.name, seen.fingerprint, 0.0, wanted.person or person_of(film, wanted.source), {})
    verdicts = []
    for number, clip in enumerate(_found(whole)):
        yield Progress(0, 0, f"{film.name}: clip {number + 1}")
        verdicts.append(_judged(whole, clip, replace(facts, begin=clip.begin), f"{stem}-{number:03d}{SUFFIX}", wanted))
    return tuple(verdicts)


def _found(film: _Film) -> Iterator[_Clip]:
    """Every stretch of a shot in which a face is seen without a gap, in equal clips of `LONGEST` at most.

    Equal, because of a few seconds that are left over it cannot be told whether lips and sound belong together.
    """
    times = film.times
    for track in film.analysis.tracks:
        seen = track.start + np.flatnonzero(track.present)
        for run in np.split(seen, np.flatnonzero(np.diff(seen) > 1) + 1):
            if len(run) < 2:
                continue
            ticks = np.arange(times[run[0]], times[run[-1]] + 1e-6, 1 / RATE)
            nearest = _nearest(times, run, ticks)
            for part in np.array_split(np.arange(len(ticks)), -(-len(ticks) // (LONGEST * RATE))):
                yield _Clip(track, float(ticks[part[0]]), nearest[part])


def _nearest(times: NDArray[np.float64], run: NDArray[np.intp], ticks: NDArray[np.float64]) -> NDArray[np.intp]:
    """The frames of a run (n,) that are shown nearest to each tick; of two equally near the earlier one."""
    after = np.clip(np.searchsorted(times[run], ticks), 1, len(run) - 1)
    before = after - 1
    closer = ticks - times[run][before] <= times[run][after] - ticks
    return run[np.where(closer, before, after)]


def _judged(film: _Film, clip: _Clip, facts: ShardFacts, name: str, wanted: Preparation) -> ClipVerdict:
    """Judge a clip; a good one is written."""
    points = [clip.track.points[int(frame) - clip.track.start] for frame in clip.frames]
    boxes = [face_box(from_mesh(face), CropRule()) for face in points]
    figures = _figures(film, clip, points, boxes)
    why = reasons(figures, wanted.limits)
    if not why and any(box is None for box in boxes):
        why = ("the face is not made out in every frame",)
    if not why:
        whole = [box for box in boxes if box is not None]
        facts = replace(facts, figures=figures.table())
        pieces = _pieces(film, clip, whole, wanted.lossless)
        write_shard(wanted.target / name, _data(film, clip, facts, pieces, [from_mesh(face) for face in points], whole))
    table = {figure: round(value, 4) for figure, value in figures.table().items()}
    return ClipVerdict(clip.begin, clip.begin + clip.seconds, "" if why else name, why, table)


def _figures(film: _Film, clip: _Clip, points: Sequence[Points], boxes: Sequence[Box | None]) -> ClipFigures:
    heard = clip.times - film.sound_start
    first, last = (int(max(at, 0) * ENGINE_RATE) for at in (heard[0], heard[-1]))
    rows = np.clip((heard * MOTION_RATE).astype(int), 0, max(len(film.voicing.rows) - 1, 0))
    speech = film.voicing.speech[rows] if len(film.voicing.rows) else np.zeros(len(heard))
    widths = [box.width for box in boxes if box is not None]
    return ClipFigures(
        clip.seconds,
        float(np.median(widths)) if widths else 0.0,
        sharpness(_some_crops(film, clip, boxes)),
        _visible(film.analysis, clip),
        level_db(film.sound[first:last]),
        float((speech > 0.5).mean()),
        film.judge.judge(_lips(film, clip, points), film.voicing),
    )


def _lips(film: _Film, clip: _Clip, points: Sequence[Points]) -> Lips:
    """What the judge is given; frames of which it can have nothing are left out."""
    gaps, times = np.array([lip_gap(face) for face in points], np.float32), clip.times - film.sound_start
    if not film.judge.watches:
        return Lips(gaps, times)
    unique, first, place = np.unique(clip.frames, return_index=True, return_inverse=True)
    with VideoReader(film.info) as reader:
        frames = reader.frames([int(frame) for frame in unique])
        taken = [film.judge.look(frame.image, points[row]) for frame, row in zip(frames, first, strict=True)]
    looks = [(row, look) for row, at in enumerate(place) if (look := taken[int(at)]) is not None]
    rows = [row for row, _ in looks]
    return Lips(gaps[rows], times[rows], np.stack([look for _, look in looks]) if looks else None)


def _some_crops(film: _Film, clip: _Clip, boxes: Sequence[Box | None]) -> list[Image]:
    """The faces of `_JUDGED` frames at most, evenly spread."""
    places = {int(clip.frames[row]): boxes[row] for row in range(0, len(boxes), max(len(boxes) // _JUDGED, 1))}
    with VideoReader(film.info) as reader:
        seen = zip(reader.frames(list(places)), places.values(), strict=True)
        return [cut_out(frame.image, box) for frame, box in seen if box is not None]


def _visible(analysis: Analysis, clip: _Clip) -> int:
    """The largest number of people seen at once, of those who are not much smaller than the clip's."""
    own = _areas(clip.track, clip.frames)
    others = sum(
        (_areas(track, clip.frames) > _VISIBLE * own).astype(int)
        for track in analysis.tracks
        if track is not clip.track
    )
    return 1 + int(np.max(others)) if len(analysis.tracks) > 1 else 1


def _areas(track: FaceTrack, frames: NDArray[np.intp]) -> NDArray[np.float64]:
    rows = frames - track.start
    inside = (rows >= 0) & (rows < len(track.present))
    kept = np.where(inside, rows, 0)
    boxes = track.boxes[kept].astype(np.float64)
    areas: NDArray[np.float64] = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    return np.where(inside & track.present[kept], areas, 0.0)


def _pieces(film: _Film, clip: _Clip, boxes: list[Box], lossless: bool) -> list[tuple[bytes, Box]]:
    """The encoded piece of every frame, with its place in the frame."""
    pieces: list[tuple[bytes, Box]] = []
    with VideoReader(film.info) as reader:
        unique, place = np.unique(clip.frames, return_inverse=True)
        images = reader.frames([int(frame) for frame in unique])
        current, at = next(images), 0
        for row, box in enumerate(boxes):
            while at < place[row]:
                current, at = next(images), at + 1
            room = piece_box(box, film.info.width, film.info.height)
            pieces.append((encoded(np.ascontiguousarray(current.image[room.slices]), lossless), room))
    return pieces


def piece_box(box: Box, width: int, height: int) -> Box:
    """What a shard keeps of a frame of that size: the face box with room around it, inside the picture."""
    return box.expand(ROOM).rounded_out().clip_to(width, height)


def _data(
    film: _Film, clip: _Clip, facts: ShardFacts, pieces: list[tuple[bytes, Box]], points: list[Points], boxes: list[Box]
) -> ClipData:
    begin = round((clip.begin - film.sound_start) * ENGINE_RATE)
    count = len(boxes) * ENGINE_RATE // RATE
    sound = np.zeros(count, np.float32)
    heard = film.sound[max(begin, 0) : max(begin + count, 0)]
    offset = max(-begin, 0)
    sound[offset : offset + len(heard)] = heard[: count - offset]
    corners = np.array([(room.x0, room.y0) for _, room in pieces], np.int32)
    numbers = np.array([(box.x0, box.y0, box.x1, box.y1) for box in boxes], np.int32)
    return ClipData(facts, [data for data, _ in pieces], corners, np.stack(points).astype(np.float32), numbers, sound)
