"""A live session on the worker: begun, ended and watched from here. Knows no widget, and not how pictures are made.

While it runs the worker does nothing else: whatever was being computed goes on when it has ended. Pictures come through
a slot for one: where the window is slower than the session, it shows the newest and no queue grows.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.document import Document
from app.language import tr
from app.tasks import Tasks
from app.worker import PREPARING, Task
from core.errors import MediaError
from core.job import Job, Progress
from core.project import DubProject, Footage
from core.recovery import Unfinished, unfinished_recordings

if TYPE_CHECKING:
    from core.live.face import LiveFace
    from core.live.figures import Figures, LiveFrame, LiveReport
    from core.live.session import LiveSession, Sink
    from core.live.source import SoundSource
    from core.media.devices import Device


GATE = -50.0
"""Level in dBFS below which a sound is taken for noise."""


@dataclass(frozen=True, slots=True)
class LiveWish:
    """How a session is wanted.

    `device` is a microphone's name, empty for the preferred one; `gate` in dBFS, minus infinity for none. With
    `monitor` one hears oneself, as late as the picture; `record` is the film that is written, `camera` says that other
    programs see the picture as a webcam.
    """

    device: str = ""
    gate: float = GATE
    monitor: bool = False
    record: Path | None = None
    camera: bool = False


class LiveWork(Protocol):
    """What a live session needs of `core`; all but `level`, `figures`, `dropped` and `stop` happens on the worker."""

    @property
    def level(self) -> float:
        """Loudness of the microphone now, 0..1."""

    @property
    def figures(self) -> Figures | None:
        """How late pictures are, of the session that runs or ran last."""

    @property
    def dropped(self) -> int:
        """Pictures of it that could not be made in time."""

    def microphones(self) -> Job[tuple[Device, ...]]:
        """Look for microphones. Raises DeviceError if sound cannot be used at all."""

    def speak(self, footage: Footage, project: DubProject, wish: LiveWish, sink: Sink) -> Job[LiveReport]:
        """Make the film's face speak until `stop`. Raises DeviceError if something wished for is missing."""

    def stop(self) -> None:
        """End what `speak` does."""

    def close(self) -> None:
        """Give back memory."""


class Live(QObject):
    """Starts and ends live sessions with the film of the document."""

    changed = Signal(bool)
    """A session runs now, or none."""

    found = Signal(object)
    """Microphones: a tuple of `core.media.devices.Device`."""

    pictured = Signal(object)
    """A `LiveFrame` to show; the newest there is."""

    ended = Signal(object)
    """The `LiveReport` of a session that came to its end."""

    _arrived = Signal()

    def __init__(self, document: Document, tasks: Tasks, work: LiveWork | None = None) -> None:
        super().__init__(document)
        self._document, self._tasks = document, tasks
        self._work: LiveWork = work or CoreLive()
        self._task: Task | None = None
        self._newest: tuple[LiveFrame, float] | None = None
        self._spoke = False
        self._shown: list[float] = []
        self._arrived.connect(self._show, Qt.ConnectionType.QueuedConnection)
        tasks.ended.connect(self._end)
        document.changed.connect(self._follow)

    @property
    def runs(self) -> bool:
        """Whether a session runs, or is about to."""
        return self._task is not None

    @property
    def can_start(self) -> bool:
        """Whether there is a film to speak."""
        return self._document.project.footage is not None

    @property
    def level(self) -> float:
        """Loudness of the microphone now, 0..1."""
        return self._work.level if self.runs else 0.0

    @property
    def latency(self) -> float:
        """Seconds from the microphone to the finished picture, the median of the last two seconds."""
        return self._work.figures.usual if self.runs and self._work.figures is not None else 0.0

    @property
    def figures(self) -> Figures | None:
        """How late the pictures of the session that runs are; None before its first."""
        return self._work.figures if self.runs and self._spoke else None

    @property
    def dropped(self) -> int:
        """Pictures of it that could not be made in time."""
        return self._work.dropped if self.runs else 0

    @property
    def film(self) -> Path | None:
        """The film whose face speaks."""
        footage = self._document.project.footage
        return footage.path if footage is not None else None

    @property
    def rate(self) -> float:
        """Pictures shown in the last second."""
        since = perf_counter() - 1
        self._shown = [at for at in self._shown if at > since]
        return float(len(self._shown))

    def look(self) -> None:
        """Look for microphones."""
        if not self.runs:
            self._tasks.run(tr("Looking for microphones"), self._work.microphones(), self.found.emit, PREPARING)

    def start(self, wish: LiveWish | None = None) -> None:
        """Begin, as it is wished."""
        project = self._document.project
        if self.runs or project.footage is None:
            return
        self._shown, self._spoke = [], False
        job = self._work.speak(project.footage, project, wish or LiveWish(), self)
        self._task = self._tasks.run(tr("Live: everything else waits"), job, self.ended.emit, PREPARING)
        self.changed.emit(True)

    def stop(self) -> None:
        """End the session."""
        self._work.stop()
        if self._task is not None and not self._spoke:
            self._task.cancel()  # it is still being made ready

    def put(self, frame: LiveFrame) -> None:
        """Take a picture; called on the worker's thread."""
        waiting, self._spoke = self._newest is not None, True
        self._newest = (frame, perf_counter())
        if not waiting:
            self._arrived.emit()

    def finish_left(self) -> None:
        """Make films of recordings that a program which died has left, one after another, and tell of each."""
        try:
            found = unfinished_recordings()
        except MediaError:
            return  # there is no place where any could be noted, which was told when the project's was looked for
        for left in found:
            title = tr("Finishing the recording {name}").format(name=left.out.name)
            self._tasks.run(title, _finished(left), self._tell_finished)

    def close(self) -> None:
        """Give back memory. Only when the worker has ended."""
        self._work.close()

    def _tell_finished(self, made: Path | None) -> None:
        if made is not None:
            told = tr("A live recording that was cut off was finished: {place}.")
            self._tasks.notice(told.format(place=made))

    @Slot()
    def _show(self) -> None:
        newest, self._newest = self._newest, None
        if newest is None or not self.runs:
            return
        frame, finished = newest
        self.pictured.emit(frame)
        now = perf_counter()
        self._shown.append(now)
        if self._work.figures is not None:
            self._work.figures.add_display(now - finished)

    def _end(self, task: Task) -> None:
        if task is self._task:
            self._task = self._newest = None
            self.changed.emit(False)

    def _follow(self, before: DubProject, after: DubProject) -> None:
        if before.footage != after.footage and self._task is not None:
            self.stop()


class CoreLive:
    """`core.live`, loaded when it is first used; what it made ready is kept from session to session.

    `opened` gives the source of the voice for the name of a microphone.
    """

    def __init__(self, opened: Callable[[str], AbstractContextManager[SoundSource]] | None = None) -> None:
        self._opened = opened or _microphone
        self._session: LiveSession | None = None
        self._source: SoundSource | None = None

    @property
    def level(self) -> float:
        """As `LiveWork.level`."""
        source = self._source
        return source.level if source is not None else 0.0

    @property
    def figures(self) -> Figures | None:
        """As `LiveWork.figures`."""
        return self._session.figures if self._session is not None else None

    @property
    def dropped(self) -> int:
        """As `LiveWork.dropped`."""
        pace = self._session.pace if self._session is not None else None
        return pace.dropped if pace is not None else 0

    def microphones(self) -> Job[tuple[Device, ...]]:
        """As `LiveWork.microphones`."""
        yield Progress(0, 0, "microphones")
        from core.media import portaudio
        from core.media.devices import inputs

        portaudio.rescan()
        return inputs()

    def speak(self, footage: Footage, project: DubProject, wish: LiveWish, sink: Sink) -> Job[LiveReport]:
        """As `LiveWork.speak`."""
        yield Progress(0, 0, "live")
        from core.live.face import FaceSource
        from core.live.session import LiveOptions, LiveSession

        self._session = self._session or LiveSession()
        clip = project.clips[0] if project.clips else None
        wanted = FaceSource(footage.path, face=clip.face, look=clip.look) if clip else FaceSource(footage.path)
        ready = yield from self._session.prepare(wanted, project.engine)
        try:
            with ExitStack() as opened:
                self._source = source = opened.enter_context(self._opened(wish.device))
                sinks = [sink, *_outlets(wish, ready, source, opened)]
                if wish.monitor:
                    source = _monitored(source, self._session, opened)
                return (yield from self._session.run(source, sinks, LiveOptions(wish.gate)))
        finally:
            self._source = None

    def stop(self) -> None:
        """As `LiveWork.stop`."""
        if self._session is not None:
            self._session.stop()

    def close(self) -> None:
        """As `LiveWork.close`."""
        if self._session is not None:
            self._session.close()


def _finished(left: Unfinished) -> Job[Path | None]:
    """As `core.live.unfinished.finish`."""
    yield Progress(0, 0, "recording")
    from core.live.unfinished import finish

    return (yield from finish(left))


def _microphone(device: str) -> AbstractContextManager[SoundSource]:
    """The microphone of this name. Raises DeviceError if there is none."""
    from core.live.source import RATE, live_ring
    from core.media.devices import Microphone, find_input

    return Microphone(find_input(device), RATE, live_ring())


def _outlets(wish: LiveWish, face: LiveFace, source: SoundSource, opened: ExitStack) -> list[Sink]:
    """What takes the pictures beside the window. Raises MediaError and DeviceError."""
    sinks: list[Sink] = []
    if wish.record is not None:
        from core.live.recording import Recording

        inputs = (face.source.path,)
        sinks.append(opened.enter_context(Recording(wish.record, source.ring, face.rate, face.size, inputs)))
    if wish.camera:
        from core.live.camera import VirtualCamera

        sinks.append(opened.enter_context(VirtualCamera(face.size, face.rate)))
    return sinks


def _monitored(source: SoundSource, session: LiveSession, opened: ExitStack) -> SoundSource:
    """The source, heard on the preferred loudspeaker as late as its pictures. Raises DeviceError."""
    from core.live.monitor import Monitor, Monitored
    from core.media.devices import find_output

    def late() -> float:
        return session.figures.usual if session.figures is not None else 0.0

    return Monitored(source, opened.enter_context(Monitor(source, find_output(), late)))
