"""Whether the mouth that is seen in the dubbed film is in step with the voice, stretch by stretch of what is spoken.

Measured is what people will see: the finished picture, in which the face is looked for anew. Where the film's own mouth
is seen (the person was left as filmed, or could not be dubbed), it is that mouth that is measured. The caller says who
judges (`core.sync_judge`). Knows no files but its own cache.

    what is spoken   ████ ███████████      ██    ███████████████████████████████
    stretches        [───── 1 ──────]      [2]   [──── 3 ─────][──── 4 ────]      2 is too short to be judged
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.agreement import ENOUGH, IN_SYNC, Agreement, Verdict
from core.arrays import Floats, Image, Points
from core.blob_store import BlobStore
from core.cache import content_key
from core.dub import Dubber, FrameResult, Kind
from core.face.landmarks import PRESENT, find_mesh, region_of_mesh
from core.face.mesh import lip_gap
from core.job import Job, Progress
from core.media.info import VideoInfo
from core.media.probe import fingerprint
from core.media.reader import VideoReader
from core.models.face_landmarks import FaceMesh
from core.pictures import Picture
from core.problems import Problem, Trouble
from core.project import Clip, DubProject, Span
from core.schedule import Slot
from core.seen import stretches as alike
from core.sync_judge import By, GapJudge, Lips, SyncJudge
from core.voice import Voicing, speech_spans
from core.weights import weights_file

SPOKEN = 7.0
"""Seconds of speech in a stretch, about: enough to be judged, and short enough to say where something is wrong.

On 19 films of people who speak, cut so, 1 of 25 stretches is taken to be out of step with its own sound; of those that
are 6 to 10 frames late or early 1 % are not, and of those with the sound of another film 24 %."""

_MOSTLY = 0.5  # share of frames from which on a mouth counts as dubbed
_FAR = 2.0  # seconds of silence that end a stretch
_BESIDE = 0.25  # seconds beside speech in which the mouth is looked at as well
_VERSION, _BUDGET = 2, 16 << 20


@dataclass(frozen=True, slots=True)
class Judged:
    """A stretch of a clip: how its mouth agrees with its voice.

    `dubbed` is the share of its frames in which the mouth is ours; `still` tells that it does not move at all; `by`
    says who judged.
    """

    clip: str
    span: Span
    found: Agreement
    dubbed: float
    still: bool = False
    by: By = By.LIPS

    @property
    def verdict(self) -> Verdict:
        """What a person is told.

        Of a mouth as filmed that is in time but hardly agrees nothing is said: it may be hard to see. One that is
        dubbed moves as far as it should, or something is wrong with it.
        """
        if self.still:
            return Verdict.BAD
        hardly = self.found.verdict is Verdict.BAD and abs(self.found.lag) <= IN_SYNC
        doubtful = hardly and self.dubbed < _MOSTLY
        return Verdict.UNKNOWN if doubtful else self.found.verdict

    @property
    def problem(self) -> Problem | None:
        """What should be looked at: a mouth that is early or late, or does something else than the voice."""
        wrong = self.verdict in (Verdict.CHECK, Verdict.BAD)
        return Problem(self.clip, Trouble.OUT_OF_SYNC, self.span) if wrong else None


def spoken_stretches(clip: Clip, speech: Sequence[tuple[float, float]], rate: Fraction) -> tuple[Span, ...]:
    """The stretches of a clip in which its voice speaks, rising; what is spoken is (from, to) in seconds of the voice.

    Long speech is cut into stretches of about `SPOKEN` seconds, short ones that lie near each other are one.
    """
    first, last = clip.span.start / float(rate), clip.span.stop / float(rate)
    begin = float(clip.voice.start)
    heard = [(max(start + begin, first), min(stop + begin, last)) for start, stop in speech]
    pieces = [piece for start, stop in heard if start < stop for piece in _pieces(start, stop)]
    groups: list[list[tuple[float, float]]] = []
    for piece in pieces:
        if groups and piece[0] - groups[-1][-1][1] <= _FAR and _length(groups[-1]) + _length([piece]) <= 1.5 * SPOKEN:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    ends = [(group[0][0], group[-1][1]) for group in groups]
    return tuple(_framed(ends, clip.span, float(rate)))


@dataclass(frozen=True, slots=True)
class Dubbed:
    """A project made ready: its film, a dubber of its frames, what was heard of its clips' voices, and who judges.

    `still_valid` tells whether the dubber may be used; asked before each frame.
    """

    project: DubProject
    info: VideoInfo
    dubber: Dubber
    heard: Mapping[Path, Voicing]
    still_valid: Callable[[], bool]
    judge: SyncJudge = field(default_factory=GapJudge)


def judge(dubbed: Dubbed, clip: Clip, span: Span) -> Job[Judged | None]:
    """Judge a stretch of a clip, from the cache if its frames were judged before.

    None if the dubber is no longer valid. Progress counts frames. Raises MediaError if the film cannot be read,
    WeightsError without the network that sees faces.
    """
    store = BlobStore("in_step", _BUDGET)
    try:
        key = content_key(dubbed.judge.key, _key(dubbed.project, clip, span))
        known = store.get(key)
        if known is not None:
            figures, dubbed_share, still = json.loads(known)
            return Judged(clip.id, span, Agreement(*figures), dubbed_share, still, dubbed.judge.by)
        judged = yield from _judged(dubbed, clip, span)
        if judged is not None:
            store.put(key, json.dumps((astuple(judged.found), judged.dubbed, judged.still)).encode())
        return judged
    finally:
        store.close()


def _pieces(start: float, stop: float) -> Iterator[tuple[float, float]]:
    """Equal parts of a long stretch, each about `SPOKEN` seconds."""
    count = max(round((stop - start) / SPOKEN), 1)
    edges = [start + (stop - start) * number / count for number in range(count + 1)]
    yield from pairwise(edges)


def _length(group: Sequence[tuple[float, float]]) -> float:
    return sum(stop - start for start, stop in group)


def _framed(ends: Sequence[tuple[float, float]], within: Span, rate: float) -> Iterator[Span]:
    """Seconds as frames, with a little silence around them but never over each other."""
    before = within.start
    for number, (start, stop) in enumerate(ends):
        after = ends[number + 1][0] if number + 1 < len(ends) else within.stop / rate
        first = max(round((start - _BESIDE) * rate), before)
        last = min(round(min(stop + _BESIDE, (stop + after) / 2 if after > stop else stop) * rate), within.stop)
        if first < last:
            yield Span(first, last)
            before = last


def _key(project: DubProject, clip: Clip, span: Span) -> str:
    """Everything that the verdict on a stretch depends on; files are known by their content."""
    prints = {path: fingerprint(path) for path in dict.fromkeys(each.voice.path for each in project.clips)}
    states = [
        (max(start, span.start), min(stop, span.stop), repr(state))
        for start, stop, state in alike(project)
        if start < span.stop and span.start < stop
    ]
    film = None if project.footage is None else (project.footage.fingerprint, project.footage.face_pack)
    return content_key(_VERSION, film, clip.id, (span.start, span.stop), states, sorted(prints.values()))


def _judged(dubbed: Dubbed, clip: Clip, span: Span) -> Job[Judged | None]:
    voicing = dubbed.heard.get(clip.voice.path)
    if voicing is None:
        return None
    times = _times(dubbed.info, clip, span)
    rows = np.flatnonzero(_near_speech(times, voicing))
    seen = yield from _look(dubbed, clip, rows + span.start)
    if seen is None:
        return None
    made_out = np.isfinite(seen.gaps)
    at = times[rows][made_out]
    looks = np.stack(seen.looks) if seen.looks else None
    found = dubbed.judge.judge(Lips(seen.gaps[made_out], at, looks), voicing)
    still = not found.judged and _seconds_spoken(at, voicing) >= ENOUGH
    return Judged(clip.id, span, found, float(seen.ours.mean()) if len(rows) else 0.0, still, dubbed.judge.by)


@dataclass(frozen=True, slots=True)
class _Seen:
    """Finished frames: how open the mouth is (n,), NaN where no face is seen; whether it is ours (n,).

    `looks` are what the judge took of those in which a face is seen, if it takes anything.
    """

    gaps: Floats
    ours: NDArray[np.bool_]
    looks: list[Image]


def _look(dubbed: Dubbed, clip: Clip, frames: NDArray[np.intp]) -> Job[_Seen | None]:
    seen = _Seen(np.full(len(frames), np.nan, np.float32), np.zeros(len(frames), bool), [])
    net = FaceMesh(weights_file("face_mesh", "face_landmark.tflite"))
    with VideoReader(dubbed.info) as reader:
        yield from _wound(reader, dubbed.info, frames)
        for row, frame in enumerate(frames.tolist()):
            if not dubbed.still_valid():
                return None
            picture = Picture(frame, Slot(frame, dubbed.info.ticks[frame]), reader.frame(frame).image)
            result = dubbed.dubber.dub([picture])[0]
            _take(seen, row, dubbed.judge, _mouth(net, result, clip), result)
            seen.ours[row] = any(each.clip == clip.id and each.kind is Kind.DUBBED for each in result.outcomes)
            yield Progress(row + 1, len(frames), "in step")
    return seen


def _times(info: VideoInfo, clip: Clip, span: Span) -> NDArray[np.float64]:
    """When the frames of a span are shown, in seconds of the voice."""
    ticks = info.ticks[span.start : span.stop]
    return np.array([float((tick - info.ticks[0]) * info.time_base - clip.voice.start) for tick in ticks])


def _near_speech(times: NDArray[np.float64], voicing: Voicing) -> NDArray[np.bool_]:
    near = np.zeros(len(times), bool)
    for start, stop in speech_spans(voicing).tolist():
        near |= (times >= start - _BESIDE) & (times < stop + _BESIDE)
    return near


def _seconds_spoken(times: NDArray[np.float64], voicing: Voicing) -> float:
    """For how long somebody speaks in frames at these times of the voice."""
    spoken = np.zeros(len(times), bool)
    for start, stop in speech_spans(voicing).tolist():
        spoken |= (times >= start) & (times < stop)
    return float(spoken.sum() * np.median(np.diff(times))) if len(times) > 1 else 0.0


def _wound(reader: VideoReader, info: VideoInfo, frames: NDArray[np.intp]) -> Job[None]:
    """Stand before the first frame in small steps: from a far key frame it would be one long step."""
    if len(frames):
        first = int(frames[0])
        key = max((each for each in info.keys if each <= first), default=0)
        for frame in range(key, first, 2):
            reader.frame(frame)
            yield Progress(0, len(frames), "in step")


def _mouth(net: FaceMesh, result: FrameResult, clip: Clip) -> Points | None:
    """The points (468, 3) of a clip's face in a finished frame; None where it is not seen."""
    points = next((face.points for face in result.faces if face.clip == clip.id), None)
    if points is None:
        return None
    found = find_mesh(net, result.image, region_of_mesh(points))
    return found.points if found.score >= PRESENT else None


def _take(seen: _Seen, row: int, judge: SyncJudge, points: Points | None, result: FrameResult) -> None:
    """Note the gap of a frame and what the judge wants of it; where it can have nothing, no face counts as seen."""
    look = judge.look(result.image, points) if points is not None and judge.watches else None
    if points is not None and (look is not None or not judge.watches):
        seen.gaps[row] = lip_gap(points)
        seen.looks.extend([] if look is None else [look])
