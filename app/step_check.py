"""Finds out, while nothing else is asked, whether the dubbed mouths are in step with the voice. Knows no widget.

One stretch of speech after another is judged on the worker, those nearest to the playhead first, behind everything that
somebody waits for. Whoever moves the playhead or plays the film is not disturbed: the work rests until they pause.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.preview import Preview
from app.tasks import Tasks
from app.worker import SPARE, Task
from core.project import Clip, DubProject, Span

if TYPE_CHECKING:
    from core.in_step import Judged
    from core.preview import PreviewFrame
    from core.survey import Survey

_PAUSE_MS = 700
"""Milliseconds without a move of the playhead after which the work goes on."""


class StepCheck(QObject):
    """Judges what is known from a survey; `begin` again with every new one."""

    judged = Signal(object)
    """A stretch was judged: `Judged`. All were of the survey that was begun with last."""

    def __init__(self, preview: Preview, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._preview, self._tasks = preview, tasks
        self._project = DubProject()
        self._waiting: list[tuple[Clip, Span]] = []
        self._task: Task | None = None
        self._round = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._go_on)
        preview.moved.connect(self._rest)
        preview.shown.connect(self._look)

    def begin(self, survey: Survey | None) -> None:
        """Judge all that is spoken in a project, or with None nothing."""
        self.stop()
        if survey is None or not survey.project.clips:
            return
        self._project = survey.project
        self._waiting = list(survey.spoken)
        self._pause.start()

    def stop(self) -> None:
        """Judge nothing any more."""
        self._pause.stop()
        self._round += 1
        self._waiting = []
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _rest(self, _: int) -> None:
        if self._task is not None:
            self._task.hold()
        if self._waiting or self._task is not None:
            self._pause.start()

    def _look(self, frame: PreviewFrame | None) -> None:
        """Where dubbed pictures can be had, they can be judged."""
        if frame is not None and frame.dubbed is not None and self._waiting and self._task is None:
            self._pause.start()

    def _go_on(self) -> None:
        if self._task is not None:
            self._task.go_on()
        elif self._waiting:
            here = self._preview.playhead
            nearest = min(self._waiting, key=lambda each: abs((each[1].start + each[1].stop) / 2 - here))
            job = self._preview.session.judge(self._project, *nearest)
            self._task = self._tasks.run_quietly(job, partial(self._take, self._round, nearest), SPARE, self._fail)

    def _take(self, of_round: int, stretch: tuple[Clip, Span], found: Judged | None) -> None:
        """Tell what was found, and go on; without dubbed pictures wait for the first one."""
        if of_round != self._round:
            return
        self._task = None
        if found is not None:
            self._waiting.remove(stretch)
            self.judged.emit(found)
            self._go_on()

    def _fail(self, error: Exception) -> None:
        """One trouble is told once: the other stretches are of the same film."""
        self.stop()
        self._tasks.fail(error)
