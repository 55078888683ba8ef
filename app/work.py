"""What the window asks of `core`, as jobs that import what they need when the worker begins them.

So the window is there before torch, OpenCV and the decoders are loaded, and tests can put jobs of their own in place.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.upkeep import Upkeep, real_upkeep
from core.job import Job, Progress
from core.project import Clip, DubProject, Footage, Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from core.arrays import Image
    from core.in_step import Judged
    from core.inspection import Inspection
    from core.media.devices import Device
    from core.media.encoders import EncoderStatus
    from core.media.info import VideoInfo
    from core.media.player import Samples
    from core.preview import FilmFacts, PreviewFrame
    from core.report import ExportReport
    from core.survey import Survey, Surveyor


class Session(Protocol):
    """What the preview needs of `core.preview.PreviewSession`; everything but making it happens on the worker."""

    def open(self, footage: Footage) -> Job[FilmFacts]:
        """Look at another film: read it, find the faces."""

    def ready(self, project: DubProject) -> Job[bool]:
        """Make the clips of a project ready; whether dubbed pictures can be had now."""

    def frame(self, project: DubProject, index: int) -> PreviewFrame | None:
        """One frame of a project; None while its film is not open."""

    def reach(self, project: DubProject, index: int) -> Job[None]:
        """Go nearer to a frame that lies far from the one before, until somebody wants another one."""

    def make_rough(self, footage: Footage) -> Job[bool]:
        """Make rough pictures of a film in which going to a frame takes long; whether there are any then."""

    def glimpse(self, project: DubProject, index: int) -> PreviewFrame | None:
        """At once, a rough picture of a frame as it was filmed; None where there is none."""

    def inspect(self, project: DubProject, index: int) -> Inspection | None:
        """How one frame of a project was dubbed; None while it cannot be."""

    def judge(self, project: DubProject, clip: Clip, span: Span) -> Job[Judged | None]:
        """Whether the mouth that is seen in a stretch of a clip is in step with its voice; None while none is."""

    def unload(self) -> None:
        """Give back the engine's memory until a project is made ready again."""

    def close(self) -> None:
        """Give back files and memory."""


@dataclass(frozen=True, slots=True)
class TrainerCall:
    """How the training program is called: `command` (empty: the one that belongs to this), `options` of `finetune`."""

    command: tuple[str, ...] = ()
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """The jobs of `core` that the window knows."""

    identify: Callable[[Path], Job[Footage]]
    hear: Callable[[Path], Job[Fraction | None]]
    export: Callable[[DubProject, Path], Job[ExportReport]]
    session: Callable[[], Session]
    mix: Callable[[DubProject], Job[Samples | None]]
    survey: Callable[[DubProject], Job[Survey | None]]
    thumbnails: Callable[[VideoInfo, Sequence[int], int], Job[Mapping[int, Image]]]
    microphones: Callable[[], Job[tuple[Device, ...]]]
    find_moved: Callable[[DubProject, Path], Job[Mapping[Path, Path]]]
    upkeep: Upkeep
    encoders: Callable[[], Job[tuple[EncoderStatus, ...]]]
    trainer: TrainerCall = field(default_factory=TrainerCall)


def real_work() -> Work:
    """The work of `core`."""
    return Work(
        _identify,
        _hear,
        _export,
        _session,
        _mix,
        _LateSurveyor().survey,
        _thumbnails,
        _microphones,
        _find_moved,
        real_upkeep(),
        _encoders,
    )


def _identify(path: Path) -> Job[Footage]:
    """The film at `path`. Raises MediaError."""
    yield Progress(0, 0, "film")
    from core.media.probe import footage_of, probe

    info = probe(path)
    yield Progress(1, 2, "film")
    return footage_of(info)


def _hear(path: Path) -> Job[Fraction | None]:
    """Make sure that there is sound in a file; how many seconds, if the file tells. Raises MediaError."""
    yield Progress(0, 0, "voice")
    from core.media.sound import probe_sound

    return probe_sound(path).duration


def _export(project: DubProject, out: Path) -> Job[ExportReport]:
    """The project as a film at `out`."""
    yield Progress(0, 0, "starting")
    from core.render import export

    return (yield from export(project, out))


def _encoders() -> Job[tuple[EncoderStatus, ...]]:
    """Which of the formats that films are exported in this machine can write, and why not the others."""
    yield Progress(0, 0, "formats")
    from core.media.encoders import encoder_status

    statuses = []
    for name in ("h264", "hevc", "prores", "ffv1"):
        statuses.append(encoder_status(name))
        yield Progress(len(statuses), 4, "formats")
    return tuple(statuses)


def _mix(project: DubProject) -> Job[Samples | None]:
    """What is heard with a project. Raises MediaError."""
    yield Progress(0, 0, "sound")
    from core.media.probe import probe
    from core.soundtrack import MappedSound, heard

    if project.footage is None:
        return None
    path = yield from heard(project, probe(project.footage.path))
    return None if path is None else MappedSound(path)


def _thumbnails(info: VideoInfo, frames: Sequence[int], height: int) -> Job[Mapping[int, Image]]:
    """Small pictures of some frames."""
    yield Progress(0, 0, "pictures")
    from core.survey import thumbnails

    return (yield from thumbnails(info, frames, height))


def _microphones() -> Job[tuple[Device, ...]]:
    """The microphones there are, the preferred one first. Raises DeviceError."""
    yield Progress(0, 0, "microphones")
    from core.media import portaudio
    from core.media.devices import inputs

    portaudio.rescan()
    return inputs()


def _find_moved(project: DubProject, folder: Path) -> Job[Mapping[Path, Path]]:
    """Where files of a project lie now that are not where they were."""
    yield Progress(0, 0, "files")
    from core.relink import find_moved

    return (yield from find_moved(project, folder))


class _LateSurveyor:
    """A `core.survey.Surveyor` that is made when the worker first uses it."""

    def __init__(self) -> None:
        self._made: Surveyor | None = None

    def survey(self, project: DubProject) -> Job[Survey | None]:
        """As `Surveyor.survey`."""
        yield Progress(0, 0, "timeline")
        from core.survey import Surveyor

        if self._made is None:
            self._made = Surveyor()
        return (yield from self._made.survey(project))


def _session() -> Session:
    return _LateSession()


class _LateSession:
    """A `PreviewSession` that is made, and whose libraries are loaded, when the worker first uses it.

    From then on every library computes with one thread: a single frame is too little work to share, and the window,
    the decoder and an export want the other cores. The worker always opens a film here before it exports one, so the
    limits that an export sets and takes back lie within these.
    """

    def __init__(self) -> None:
        self._made: Session | None = None
        self._limits = ExitStack()

    def open(self, footage: Footage) -> Job[FilmFacts]:
        """As `PreviewSession.open`."""
        yield Progress(0, 0, "film")
        return (yield from self._session().open(footage))

    def ready(self, project: DubProject) -> Job[bool]:
        """As `PreviewSession.ready`."""
        yield Progress(0, 0, "voice")
        return (yield from self._session().ready(project))

    def frame(self, project: DubProject, index: int) -> PreviewFrame | None:
        """As `PreviewSession.frame`."""
        return self._session().frame(project, index)

    def reach(self, project: DubProject, index: int) -> Job[None]:
        """As `PreviewSession.reach`."""
        return self._session().reach(project, index)

    def make_rough(self, footage: Footage) -> Job[bool]:
        """As `PreviewSession.make_rough`."""
        yield Progress(0, 0, "pictures")
        return (yield from self._session().make_rough(footage))

    def glimpse(self, project: DubProject, index: int) -> PreviewFrame | None:
        """As `PreviewSession.glimpse`."""
        return self._session().glimpse(project, index)

    def inspect(self, project: DubProject, index: int) -> Inspection | None:
        """As `PreviewSession.inspect`."""
        return self._session().inspect(project, index)

    def judge(self, project: DubProject, clip: Clip, span: Span) -> Job[Judged | None]:
        """As `PreviewSession.judge`."""
        yield Progress(0, 0, "in step")
        return (yield from self._session().judge(project, clip, span))

    def unload(self) -> None:
        """As `PreviewSession.unload`."""
        if self._made is not None:
            self._made.unload()

    def close(self) -> None:
        """As `PreviewSession.close`."""
        if self._made is not None:
            self._made.close()
        self._limits.close()

    def _session(self) -> Session:
        if self._made is None:
            from core.device import single_threaded
            from core.preview import PreviewSession

            self._limits.enter_context(single_threaded())
            self._made = PreviewSession()
        return self._made
