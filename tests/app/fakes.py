"""Jobs and answers that stand in for `core` and for the person, so that the window is tested by itself."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent

from app.application import Application
from app.work import Work
from core.dub import Kind, Outcome
from core.errors import MediaError
from core.geometry import Box
from core.inspection import FaceInspection, Inspection, Seam
from core.job import Job, Progress
from core.media.encoders import EncoderStatus
from core.media.info import VideoInfo
from core.media.player import Player, Silence, SilentSpeaker
from core.project import Clip, DubProject, Footage, Span
from core.report import ExportReport, PassedRange
from tests.app.fake_upkeep import FakeUpkeep

FRAMES = 100
FORMATS = ("h264", "hevc", "prores", "ffv1")


@dataclass(frozen=True)
class FakeFace:
    id: int
    start: int
    stop: int
    seen: int
    portrait: Any = None


@dataclass(frozen=True)
class FakeFacts:
    info: VideoInfo
    faces: tuple[FakeFace, ...]


@dataclass(frozen=True)
class FakeFrame:
    index: int
    original: Any
    dubbed: Any
    outcomes: tuple[Any, ...] = ()
    notices: tuple[str, ...] = ()
    faces: tuple[Any, ...] = ()
    rough: bool = False


def report_of(out: Path, *passed: PassedRange, notices: tuple[str, ...] = ()) -> ExportReport:
    return ExportReport(out, Fraction(25), FRAMES, 80, 13, passed, notices, {"whole": 1.0})


class FakeTrouble(StrEnum):
    NO_FACE = "no face"


@dataclass(frozen=True)
class FakeProblem:
    span: Span
    clip: str = "voice"
    trouble: FakeTrouble = FakeTrouble.NO_FACE


@dataclass(frozen=True)
class FakeSurvey:
    project: DubProject
    info: VideoInfo
    film: Any = None
    voices: dict[Path, Any] = field(default_factory=dict)
    people: tuple[Any, ...] = ()
    cuts: tuple[int, ...] = (50,)
    problems: tuple[Any, ...] = ()
    spoken: tuple[tuple[Clip, Span], ...] = ()
    judged: tuple[Any, ...] = ()

    def with_judged(self, judged: Any) -> "FakeSurvey":
        found = (*self.problems, *([] if judged.problem is None else [judged.problem]))
        return replace(self, problems=found, judged=(*self.judged, judged))


class FakeOutput:
    """A loudspeaker whose clock a test turns."""

    def __init__(self, speakers: "FakeSpeakers", player: Player) -> None:
        self._speaker = SilentSpeaker(player.rate, player.pull, lambda: speakers.now)
        self._speakers = speakers
        self.closed = False

    @property
    def failure(self) -> Any:
        return self._speakers.failure

    def clock(self) -> float | None:
        return self._speaker.clock() if self._speakers.ready else None

    def close(self) -> None:
        self.closed = True


@dataclass
class FakeSpeakers:
    now: float = 50.0
    ready: bool = True
    failure: Any = None
    opened: list[FakeOutput] = field(default_factory=list)

    def open(self, player: Player) -> FakeOutput:
        self.opened.append(FakeOutput(self, player))
        return self.opened[-1]

    def close(self) -> None:
        pass


def info_of(footage: Footage) -> VideoInfo:
    ticks = tuple(range(footage.frames))
    return VideoInfo(footage.path, 64, 36, footage.rate, True, ticks, 1 / footage.rate, footage.frames / footage.rate)


@dataclass
class FakeSession:
    """Gives grey pictures whose level is the frame's number; the dubbed one is one level brighter."""

    pause: float = 0.0
    asked: list[int] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    log: list[str] = field(default_factory=list)
    threads: set[str] = field(default_factory=set)
    faces: tuple[FakeFace, ...] = (FakeFace(0, 0, FRAMES, 90), FakeFace(3, 10, 40, 30))
    verdict: Any = None
    has_rough: bool = False
    glimpsed: list[int] = field(default_factory=list)
    way: int = 0
    passed: list[int] = field(default_factory=list)
    _footage: Footage | None = None
    _ready: bool = False

    def open(self, footage: Footage) -> Job[Any]:
        self._footage, self._ready = footage, False
        self.log.append("open")
        for step in range(3):
            time.sleep(self.pause)
            yield Progress(step, 3, "faces")
        return FakeFacts(info_of(footage), self.faces)

    def ready(self, project: DubProject) -> Job[bool]:
        self.log.append("ready")
        self._ready = False
        yield Progress(0, 1, "voice")
        self._ready = bool(project.clips)
        return self._ready

    def frame(self, project: DubProject, index: int) -> Any:
        if self._footage is None or project.footage != self._footage:
            return None
        time.sleep(self.pause)
        self.threads.add(threading.current_thread().name)
        self.asked.append(index)
        picture = np.full((36, 64, 3), index, np.uint8)
        notices, self.notices = tuple(self.notices), []
        return FakeFrame(index, picture, picture + 1 if self._ready else None, (), notices)

    def reach(self, project: DubProject, index: int) -> Job[None]:
        for _ in range(self.way):
            time.sleep(self.pause)
            self.passed.append(index)
            yield Progress(0, 0, "reading")

    def inspect(self, project: DubProject, index: int) -> Inspection | None:
        if not self._ready:
            return None
        self.threads.add(threading.current_thread().name)
        level, box = np.full((20, 20, 3), index, np.uint8), Box(10, 10, 30, 30)
        outcome = Outcome("a", Kind.PASSED, "head turned too far") if index == 7 else Outcome("a", Kind.DUBBED)
        weights, points = np.ones((20, 20), np.float32), np.full((468, 3), 20, np.float32)
        face = FaceInspection(outcome, 0.75, -12.0, points, box, level, level + 1, weights, Seam(8.0, 1.5))
        return Inspection(index, (face,), {"reading": 0.002, "mouths": 0.031})

    def unload(self) -> None:
        self.log.append("unload")
        self._ready = False

    def make_rough(self, footage: Footage) -> Job[bool]:
        yield Progress(0, 1, "pictures")
        return self.has_rough

    def glimpse(self, project: DubProject, index: int) -> Any:
        if not self.has_rough:
            return None
        self.glimpsed.append(index)
        return FakeFrame(index, np.full((36, 64, 3), index, np.uint8), None, rough=True)

    def judge(self, project: DubProject, clip: Clip, span: Span) -> Job[Any]:
        self.threads.add(threading.current_thread().name)
        yield Progress(0, 1, "in step")
        if not self._ready:
            return None
        self.log.append(f"judge {span.start}")
        return replace(self.verdict, clip=clip.id, span=span)

    def close(self) -> None:
        self.log.append("close")


@dataclass
class FakeDialogs:
    """Answers with what was laid ready, and remembers what it was asked with."""

    film_path: Path | None = None
    voice_path: Path | None = None
    project_path: Path | None = None
    save_path: Path | None = None
    export_path: Path | None = None
    suggested: list[Path] = field(default_factory=list)

    def film(self) -> Path | None:
        return self.film_path

    def voice(self) -> Path | None:
        return self.voice_path

    def project(self) -> Path | None:
        return self.project_path

    def save_as(self, suggested: Path) -> Path | None:
        self.suggested.append(suggested)
        return self.save_path

    def export_as(self, suggested: Path) -> Path | None:
        self.suggested.append(suggested)
        return self.export_path


@dataclass
class FakeWork:
    """Jobs that end at once, or that a test holds: `exporting` gives the job of an export."""

    session: FakeSession = field(default_factory=FakeSession)
    exports: list[tuple[DubProject, Path]] = field(default_factory=list)
    exporting: Callable[[Path], Job[Any]] | None = None
    mixed: list[DubProject] = field(default_factory=list)
    mixing_error: Exception | None = None
    surveyed: list[DubProject] = field(default_factory=list)
    problems: tuple[Any, ...] = ()
    spoken: tuple[Span, ...] = ()
    devices: tuple[Any, ...] = ()
    moved: dict[Path, Path] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)
    upkeep: FakeUpkeep = field(default_factory=FakeUpkeep)

    def work(self) -> Work:
        return Work(
            self._identify,
            self._hear,
            self._export,
            lambda: self.session,
            self._mix,
            self._survey,
            self._thumbnails,
            self._microphones,
            self._find_moved,
            self.upkeep.upkeep(),
            self._encoders,
        )

    def _encoders(self) -> Job[Any]:
        yield Progress(0, 0, "formats")
        return tuple(EncoderStatus(name, name not in self.broken, self.broken.get(name, "")) for name in FORMATS)

    def _find_moved(self, project: DubProject, folder: Path) -> Job[Any]:
        yield Progress(0, 0, "files")
        return self.moved

    def _microphones(self) -> Job[Any]:
        yield Progress(0, 1, "microphones")
        return self.devices

    def _mix(self, project: DubProject) -> Job[Any]:
        self.mixed.append(project)
        yield Progress(0, 1, "sound")
        if self.mixing_error is not None:
            raise self.mixing_error
        return Silence(48_000, 2)

    def _survey(self, project: DubProject) -> Job[Any]:
        yield Progress(0, 1, "timeline")
        self.surveyed.append(project)
        spoken = tuple((clip, span) for clip in project.clips for span in self.spoken)
        found = self.problems if project.clips else ()
        return FakeSurvey(project, info_of(project.footage), problems=found, spoken=spoken)

    def _thumbnails(self, info: VideoInfo, frames: Sequence[int], height: int) -> Job[Any]:
        made = {}
        for frame in frames:
            made[frame] = np.full((height, height * 2, 3), frame, np.uint8)
            yield Progress(len(made), len(frames), "pictures")
        return made

    def _identify(self, path: Path) -> Job[Footage]:
        yield Progress(0, 1, "film")
        if "broken" in path.name:
            raise MediaError(f"{path.name} is not a film that can be read.", "Choose another file.")
        return Footage(path, f"print of {path.name}", FRAMES, Fraction(25))

    def _hear(self, path: Path) -> Job[Fraction | None]:
        yield Progress(0, 1, "voice")
        if "silent" in path.name:
            raise MediaError(f"{path.name} has no sound.", "Choose another file.")
        return Fraction(len(path.stem), 5)

    def _export(self, project: DubProject, out: Path) -> Job[Any]:
        self.exports.append((project, out))
        return (yield from (self.exporting or _at_once)(out))


def _at_once(out: Path) -> Job[Any]:
    yield Progress(FRAMES, FRAMES, "frames")
    return report_of(out)


def endless_export(log: list[str], seconds: float = 0.02) -> Callable[[Path], Job[Any]]:
    """An export that goes on until it is cancelled; it cleans up then."""

    def job(out: Path) -> Job[Any]:
        part = out.with_suffix(".part")
        part.write_bytes(b"")
        try:
            for done in range(1, 1_000_000):
                time.sleep(seconds)
                yield Progress(done % 1000, 1000, "frames", np.full((36, 64, 3), done % 255, np.uint8))
        finally:
            part.unlink()
            log.append("closed")

    return job


def busy_export(seconds: float) -> Callable[[Path], Job[Any]]:
    """An export that computes without a pause, as the real one does: in libraries that release the interpreter."""
    matrix = np.ones((384, 384), np.float32)

    def job(out: Path) -> Job[Any]:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for _ in range(4):
                matrix @ matrix
            yield Progress(1, 100, "frames", np.zeros((1080, 1920, 3), np.uint8))
        return report_of(out)

    return job


def paths(*names: str) -> Sequence[Path]:
    return [Path("/films") / name for name in names]


def end(application: Application) -> None:
    """End the program and take its window away; one that stays costs every later test the time of dressing it."""
    application.shut_down()
    application.window.hide()
    application.window.deleteLater()
    application.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
