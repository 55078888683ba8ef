"""The playhead and the project become a picture: asked for here, computed on the worker, the newest request wins.

While nothing is asked, frames round the playhead are made ready and kept. Knows neither how a picture is made nor how
it is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.document import Document
from app.kept_frames import KeptFrames, usual_budget
from app.language import tr
from app.tasks import Tasks
from app.widgets.video_view import Gaze, View
from app.work import Session
from app.worker import FILLING, PREPARING, SPARE, GpuWorker, Task
from core.job import Job, Progress
from core.project import DubProject, EngineChoice, Footage
from core.seen import bare, seen

if TYPE_CHECKING:
    from core.preview import FilmFacts, PreviewFrame


_IDLE_MS = 300
"""Milliseconds without a request after which frames are made ready."""

_SETTLED_MS = 120
"""Milliseconds for which the playhead rests before the frame itself takes the place of a rough picture."""

_NEAR = 12
"""Frames ahead that the decoder passes in about the time of one: no rough picture is needed before them."""


@dataclass(frozen=True, slots=True)
class FrameRequest:
    """What a picture was asked for; `number` counts requests."""

    project: DubProject
    index: int
    number: int = 0


class Preview(QObject):
    """Follows the document: opens its film, makes its voices ready, asks for the frame at the playhead."""

    moved = Signal(int)
    """The playhead stands at another frame."""

    viewed = Signal(object)
    """Another `View` was chosen."""

    gazed = Signal(object)
    """The person wants to see another part of the picture: a `Gaze`."""

    learned = Signal(object)
    """What is known of the film now: `FilmFacts`, or None when another film begins."""

    shown = Signal(object)
    """The picture to show: a `PreviewFrame`, or None when there is no film."""

    filled = Signal()
    """Other frames than before are ready: `kept.spans()`."""

    def __init__(self, document: Document, worker: GpuWorker, tasks: Tasks, session: Session) -> None:
        super().__init__(document)
        self._document = document
        self._worker = worker
        self._tasks = tasks
        self._session = session
        self._playhead = 0
        self._view = View.DUBBED
        self._facts: FilmFacts | None = None
        self._pictured = False
        self._opening: Task | None = None
        self._readying: Task | None = None
        self._filling: Task | None = None
        self._asked = self._answered = 0
        self._rests = True
        self._lent = self._has_rough = False
        self._stood = 0
        self._roughing: Task | None = None
        self.kept = KeptFrames(usual_budget())
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self._fill)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._ask)
        document.changed.connect(self._follow)

    @property
    def playhead(self) -> int:
        """Number of the frame that is shown, or will be as soon as it is computed."""
        return self._playhead

    @property
    def session(self) -> Session:
        """Where frames come from; only the worker may use it."""
        return self._session

    @property
    def view(self) -> View:
        """What is shown of a frame."""
        return self._view

    @property
    def facts(self) -> FilmFacts | None:
        """What is known of the film."""
        return self._facts

    @property
    def frames(self) -> int:
        """Number of frames of the film, 0 without one."""
        footage = self._document.project.footage
        return footage.frames if footage else 0

    def seek(self, frame: int) -> None:
        """Move the playhead; beyond the film it stops at its ends."""
        wanted = min(max(frame, 0), max(self.frames - 1, 0))
        if wanted != self._playhead:
            self._playhead = wanted
            self.moved.emit(wanted)
            self.refresh()

    def step(self, frames: int) -> None:
        """Move the playhead by some frames."""
        self.seek(self._playhead + frames)

    def set_view(self, view: View) -> None:
        """Choose what is shown of a frame."""
        if view is not self._view:
            self._view = view
            self.viewed.emit(view)

    def look(self, gaze: Gaze) -> None:
        """See another part of the picture, closer or as a whole."""
        self.gazed.emit(gaze)

    def refresh(self) -> None:
        """Show the picture at the playhead if it is ready, else ask for it in place of any that is waiting.

        Where that takes long a rough one is shown at once, and the frame itself as soon as the playhead rests.
        """
        if not self.frames:
            return
        self._stop_filling()
        self._settled.stop()
        request = self._request()
        self.kept.begin(request.project)
        self.kept.move(self._playhead)
        known = self.kept.get(request.project, request.index)
        if known is not None:
            self._answered = request.number
            self.shown.emit(known)
        elif self._has_rough and self._rests and not 0 <= self._playhead - self._stood <= _NEAR:
            self._want(_glimpse(self._session, request), partial(self._show_rough, request))
            self._settled.start()
        else:
            self._ask()
        self._idle.start()

    def rest(self, rests: bool) -> None:
        """Whether frames may be made ready while nothing is asked; not while the film plays."""
        self._rests = rests
        if rests:
            self._idle.start()
        else:
            self._stop_filling()

    def lend(self) -> Job[None]:
        """The job that gives the memory of a large engine to others. Until `take_back`, new frames stay as filmed.

        The engine `instant` needs next to nothing and goes on.
        """
        self._lent = True
        self._stop_filling()
        return _unload(self._session, self.lends)

    @property
    def lends(self) -> bool:
        """Whether frames stay as filmed because the engine's memory is lent."""
        return self._lent and is_large(self._document.project)

    def take_back(self) -> None:
        """Use the engine again."""
        self._lent = False
        if is_large(self._document.project):
            self._make_ready(self._document.project)

    def close(self) -> None:
        """Give back what the session holds. Only when the worker has ended."""
        self._session.close()

    def _request(self) -> FrameRequest:
        self._asked += 1
        return FrameRequest(seen(self._document.project), self._playhead, self._asked)

    def _want(self, job: Job[Any], show: Callable[[PreviewFrame | None], None]) -> None:
        self._worker.request(Task(job, self._tasks.fail, on_done=show))

    def _ask(self) -> None:
        """Ask for the frame itself."""
        request = self._request()
        self._want(_one(self._session, request), partial(self._show, request))

    def _show_rough(self, request: FrameRequest, frame: PreviewFrame | None) -> None:
        """Show a rough picture unless it comes too late; where there is none the frame itself is waited for."""
        if frame is None:
            self._has_rough = False
        elif request.number > self._answered and request.project.footage == self._document.project.footage:
            self._answered = request.number
            self.shown.emit(frame)

    def _show(self, request: FrameRequest, frame: PreviewFrame | None) -> None:
        """Show an answer unless it is of another film.

        Answers for older looks and older places of the same film are shown: they come in order, the newest always
        comes last, and without them nothing would move while a slider is dragged. Only where a newer one was ready and
        is seen already, an older one is not.
        """
        if frame is None or request.project.footage != self._document.project.footage:
            return
        self._stood = request.index
        self._keep(request.project, frame)
        for notice in frame.notices:
            self._tasks.notice(notice)
        if request.number > self._answered:
            self._answered = request.number
            self._pictured = True
            self.shown.emit(frame)

    def _keep(self, project: DubProject, frame: PreviewFrame) -> None:
        """Keep a frame that will not become another: one that waits for its voice will."""
        if frame.dubbed is not None or not project.clips:
            self.kept.put(project, replace(frame, notices=()))
            self.filled.emit()

    def _fill(self) -> None:
        """Make frames ready; goes on until as many are kept as may be, or until something is asked."""
        if self._roughing is not None and self._rests:
            self._roughing.go_on()
        project = seen(self._document.project)
        if self._rests and self.frames and project.clips and self._filling is None:
            job = _fill(self._session, project, self.kept)
            self._filling = Task(job, self._fail_filling, self._end_filling, self._tell_filling, rank=FILLING)
            self._worker.submit(self._filling)

    def _stop_filling(self) -> None:
        self._idle.stop()
        if self._roughing is not None:
            self._roughing.hold()
        if self._filling is not None:
            self._filling.cancel()
            self._filling = None

    def _end_filling(self, _: object) -> None:
        self._filling = None
        self.filled.emit()

    def _fail_filling(self, error: Exception) -> None:
        self._filling = None
        self._tasks.fail(error)

    def _tell_filling(self, progress: Progress) -> None:
        if progress.notice:
            self._tasks.notice(progress.notice)
        self.filled.emit()

    def _show_first(self, _: Progress) -> None:
        """The first picture can be had long before all faces are found."""
        if not self._pictured:
            self.refresh()

    def _follow(self, before: DubProject, after: DubProject) -> None:
        if before.footage != after.footage:
            self._open(after)
        elif bare(before) != bare(after):
            self._make_ready(after)
        if seen(before) != seen(after):
            self.refresh()

    def _open(self, project: DubProject) -> None:
        self._stop_filling()
        self._settled.stop()
        for task in (self._opening, self._readying, self._roughing):
            if task is not None:
                task.cancel()
        self._playhead = 0
        self._facts = None
        self._pictured = self._has_rough = False
        self._stood = 0
        self.learned.emit(None)
        self.shown.emit(None)
        self.moved.emit(0)
        if project.footage is not None:
            self._opening = self._tasks.run(
                tr("Looking at {name}").format(name=project.footage.path.name),
                self._session.open(project.footage),
                partial(self._learn, project.footage),
                PREPARING,
                self._show_first,
            )
            self._make_ready(project)

    def _learn(self, footage: Footage, facts: FilmFacts) -> None:
        if footage == self._document.project.footage:
            self._facts = facts
            self.learned.emit(facts)
            self.refresh()
            job = self._session.make_rough(footage)
            self._roughing = self._tasks.run_quietly(job, partial(self._use_rough, footage), SPARE)

    def _use_rough(self, footage: Footage, has_rough: bool) -> None:
        if footage == self._document.project.footage:
            self._has_rough, self._roughing = has_rough, None

    def _make_ready(self, project: DubProject) -> None:
        if self._readying is not None:
            self._readying.cancel()
        self._readying = None
        if project.clips and not self.lends:
            job = self._session.ready(project)
            self._readying = self._tasks.run(tr("Preparing the voice"), job, lambda _: self.refresh(), PREPARING)


def _unload(session: Session, is_large: bool) -> Job[None]:
    yield Progress(0, 0, "weights")
    if is_large:
        session.unload()


def is_large(project: DubProject) -> bool:
    """Whether the engine of a project needs memory worth speaking of."""
    return project.engine.engine != EngineChoice().engine


def _one(session: Session, request: FrameRequest) -> Job[Any]:
    """The job of a single frame: the way to it, which a newer request ends, and then the frame in one step."""
    yield from session.reach(request.project, request.index)
    return session.frame(request.project, request.index)


def _glimpse(session: Session, request: FrameRequest) -> Job[Any]:
    """The job of a single rough picture, done in one step."""
    yield from ()
    return session.glimpse(request.project, request.index)


def _fill(session: Session, project: DubProject, kept: KeptFrames) -> Job[None]:
    """Make frames of a project ready, those of most use first."""
    footage = project.footage
    while footage is not None and (index := kept.wanted(footage.frames)) is not None:
        yield from session.reach(project, index)
        frame = session.frame(project, index)
        if frame is None or frame.dubbed is None:
            return
        for notice in frame.notices:
            yield Progress(index, footage.frames, "frames", notice=notice)
        kept.put(project, replace(frame, notices=()))
        yield Progress(index, footage.frames, "frames")
