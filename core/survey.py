"""What a timeline shows of a project: outlines of its sounds, who is seen when, what should be looked at.

Everything here was found by others; it is gathered and kept, so that an edit asks for no more than it changed.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from core.analysis import Analysis, analyse, options_for
from core.arrays import Floats, Image, frozen
from core.cache import content_key, entry, trim, writing
from core.engines import load_engine
from core.errors import FaceError, WeightsError
from core.in_step import Judged, spoken_stretches
from core.job import Job, Progress
from core.media.info import VideoInfo
from core.media.peaks import Peaks, peaks_of
from core.media.probe import fingerprint, probe
from core.media.reader import VideoReader
from core.problems import Problem, find_problems
from core.project import Clip, DubProject, EngineChoice, Footage, Span
from core.voice import listen, speech_spans

_KIND, _VERSION, _BUDGET = "speech", 1, 64 << 20


@dataclass(frozen=True, slots=True)
class VoiceLane:
    """A voice: its outline, and when somebody speaks in it as (from, to) in seconds of its own."""

    peaks: Peaks
    speech: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class PersonLane:
    """One person: row i of `present` (n,) bool and `confidence` (n,) is frame `start + i`; `tracks` are their ids."""

    tracks: tuple[int, ...]
    start: int
    present: NDArray[np.bool_]
    confidence: Floats


@dataclass(frozen=True, slots=True)
class Survey:
    """What is known of a project.

    - `film`: outline of the film's own sound, None if it has none
    - `spoken`: the stretches of its clips in which somebody speaks
    - `judged`: those of them of which is known how mouth and voice agree; a survey itself judges none
    """

    project: DubProject
    info: VideoInfo
    film: Peaks | None
    voices: dict[Path, VoiceLane]
    people: tuple[PersonLane, ...]
    cuts: tuple[int, ...]
    problems: tuple[Problem, ...]
    spoken: tuple[tuple[Clip, Span], ...] = ()
    judged: tuple[Judged, ...] = ()

    def with_judged(self, judged: Judged) -> "Survey":
        """The same with another stretch judged, which may be a problem."""
        found = (*self.problems, *([] if judged.problem is None else [judged.problem]))
        problems = tuple(sorted(found, key=lambda problem: (problem.span.start, problem.trouble)))
        return replace(self, problems=problems, judged=(*self.judged, judged))


class Surveyor:
    """Looks at one project after another; what it learned of the film and of voices is kept."""

    def __init__(self) -> None:
        self._film: tuple[Footage, VideoInfo, Analysis, Peaks | None] | None = None
        self._voices: dict[Path, tuple[str, VoiceLane]] = {}

    def survey(self, project: DubProject) -> Job[Survey | None]:
        """Everything of a project; None if it has no film. Raises MediaError and WeightsError as the stages do."""
        if project.footage is None:
            return None
        yield Progress(0, 0, "timeline")
        info, analysis, film = yield from self._film_of(project.footage)
        voices = {}
        for path in dict.fromkeys(clip.voice.path for clip in project.clips):
            voices[path] = yield from self._voice_of(path)
        problems: list[Problem] = []
        crop_size = _crop_size(project.engine)
        for clip in project.clips:
            try:
                problems += yield from find_problems(analysis, clip, crop_size)
            except FaceError as error:
                yield Progress(0, 0, "problems", notice=error.message)
        spoken = tuple(
            (clip, span)
            for clip in project.clips
            for span in spoken_stretches(clip, voices[clip.voice.path].speech, info.rate)
        )
        people = tuple(_people(analysis))
        return Survey(project, info, film, voices, people, analysis.cuts, tuple(problems), spoken)

    def _film_of(self, footage: Footage) -> Job[tuple[VideoInfo, Analysis, Peaks | None]]:
        if self._film is None or self._film[0] != footage:
            info = probe(footage.path)
            peaks = (yield from peaks_of(info.path, info.start, info.audio[0].index)) if info.audio else None
            analysis = yield from analyse(info, options_for(footage))
            self._film = (footage, info, analysis, peaks)
        _, info, analysis, peaks = self._film
        return info, analysis, peaks

    def _voice_of(self, path: Path) -> Job[VoiceLane]:
        content = fingerprint(path)
        if path not in self._voices or self._voices[path][0] != content:
            peaks = yield from peaks_of(path)
            self._voices[path] = (content, VoiceLane(peaks, (yield from _speech(path, content))))
        return self._voices[path][1]


def thumbnails(info: VideoInfo, frames: Sequence[int], height: int) -> Job[dict[int, Image]]:
    """Small pictures, `height` pixels high, of some frames. Progress counts them. Raises MediaError."""
    made: dict[int, Image] = {}
    with VideoReader(info) as reader:
        for frame in sorted(frames):
            image = reader.frame(frame).image
            width = max(1, round(float(image.shape[1] * height / image.shape[0] * info.pixel_aspect)))
            made[frame] = frozen(cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA))
            yield Progress(len(made), len(frames), "pictures")
    return made


def _crop_size(choice: EngineChoice) -> int | None:
    """The side of the square that an engine paints; None without limit or, which others tell, without weights."""
    try:
        with closing(load_engine(choice)) as engine:
            return engine.spec.crop_size
    except WeightsError:
        return None


def _people(analysis: Analysis) -> Iterator[PersonLane]:
    """One lane for every person, those seen longest first; tracks of unknown people have lanes of their own."""
    groups: dict[tuple[bool, int], list[int]] = {}
    for place, track in enumerate(analysis.tracks):
        known = track.person >= 0
        groups.setdefault((known, track.person if known else track.id), []).append(place)
    lanes = []
    for places in groups.values():
        tracks = [analysis.tracks[place] for place in places]
        start, stop = min(track.start for track in tracks), max(track.stop for track in tracks)
        present, confidence = np.zeros(stop - start, bool), np.zeros(stop - start, np.float32)
        for track in tracks:
            rows = slice(track.start - start, track.stop - start)
            present[rows] |= track.present
            confidence[rows] = np.maximum(confidence[rows], track.confidence)
        lanes.append(PersonLane(tuple(track.id for track in tracks), start, frozen(present), frozen(confidence)))
    yield from sorted(lanes, key=lambda lane: -int(lane.present.sum()))


def _speech(path: Path, content: str) -> Job[tuple[tuple[float, float], ...]]:
    """When somebody speaks, from the cache if it was listened to before."""
    kept = entry(_KIND, content_key(_VERSION, content), ".json")
    if kept.exists() and (known := _kept_speech(kept)) is not None:
        return known
    spans = tuple((float(start), float(stop)) for start, stop in speech_spans((yield from listen(path))))
    with writing(kept) as part:
        part.write_text(json.dumps(spans), encoding="utf-8")
    trim(_KIND, _BUDGET)
    return spans


def _kept_speech(path: Path) -> tuple[tuple[float, float], ...] | None:
    """Kept spans; None if the file is damaged: they can be found again."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return tuple((float(start), float(stop)) for start, stop in data)
    except (OSError, ValueError, TypeError):
        return None
