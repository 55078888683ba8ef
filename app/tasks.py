"""Long work the person waits for: started here, watched by whoever shows it. Knows no widget.

Between `app.worker`, which runs jobs, and the rows of the window, which show them.
"""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.notify import Notifier
from app.worker import USUAL, GpuWorker, Task
from core.job import Job, Progress

T = TypeVar("T")


class Tasks(QObject):
    """Hands jobs to the worker and tells of their beginning, progress and end. Errors go to the notifier."""

    began = Signal(object)  # Task
    progressed = Signal(object, object)  # Task, Progress
    ended = Signal(object)  # Task, however it ended

    def __init__(self, worker: GpuWorker, notifier: Notifier, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._notifier = notifier

    def run(
        self,
        title: str,
        job: Job[T],
        on_done: Callable[[T], None],
        rank: int = USUAL,
        on_progress: Callable[[Progress], None] | None = None,
        on_error: Callable[[Exception], None] | None = None,
    ) -> Task:
        """Run a job under a title; `on_done` gets its result. It can be cancelled through the task.

        An error is told, unless `on_error` takes it.
        """

        def finish(result: T) -> None:
            self.ended.emit(task)
            on_done(result)

        def fail(error: Exception) -> None:
            self.ended.emit(task)
            (on_error or self.fail)(error)

        def advance(progress: Progress) -> None:
            self._tell(task, progress)
            if on_progress is not None:
                on_progress(progress)

        task = Task(job, fail, finish, advance, lambda: self.ended.emit(task), title, rank)
        self.began.emit(task)
        self._worker.submit(task)
        return task

    def run_quietly(
        self,
        job: Job[T],
        on_done: Callable[[T], None],
        rank: int = USUAL,
        on_error: Callable[[Exception], None] | None = None,
    ) -> Task:
        """Run a job that nobody waits for: only its notices and errors are told, unless `on_error` takes these."""

        def advance(progress: Progress) -> None:
            if progress.notice:
                self.notice(progress.notice)

        task = Task(job, on_error or self.fail, on_done, advance, rank=rank)
        self._worker.submit(task)
        return task

    def fail(self, error: Exception) -> None:
        """Tell an error of a job."""
        self._notifier.error(error)

    def notice(self, text: str) -> None:
        """Tell what a person should know of a job or of what it made."""
        self._notifier.notice(text)

    def _tell(self, task: Task, progress: Progress) -> None:
        if progress.notice:
            self.notice(progress.notice)
        self.progressed.emit(task, progress)
