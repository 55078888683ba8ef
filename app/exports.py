"""The queue of exports at work: one film after another on the worker, kept on disk at every change. Knows no widget.

Pausing rests the export that runs between two of its steps; previews and everything else go on meanwhile. What a
program that ended had still to write is taken over, and held until the person wants it. While a training has the memory
of the card, films of large engines wait, unless the person wants otherwise.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.language import tr
from app.notify import Notifier
from app.preview import is_large
from app.worker import EXPORTING, GpuWorker, Task
from core.errors import DubError
from core.export_queue import ExportQueue, Fault, new_export
from core.job import Job, Progress
from core.project import DubProject
from core.queue_file import QueueFile, inherit

if TYPE_CHECKING:
    from core.report import ExportReport

MakeJob = Callable[[DubProject, Path], "Job[ExportReport]"]


class Exports(QObject):
    """Writes the films of a queue."""

    changed = Signal(object)
    """The queue is another one now: `ExportQueue`."""

    progressed = Signal(object)
    """The export that runs went on: `Progress`."""

    written = Signal(object)
    """A film was written: `ExportReport`."""

    def __init__(
        self, worker: GpuWorker, make_job: MakeJob, notifier: Notifier, folder: Path, parent: QObject | None = None
    ) -> None:
        """`folder` is where queues are kept."""
        super().__init__(parent)
        self._worker, self._make_job, self._notifier = worker, make_job, notifier
        self._folder = folder
        self._file = QueueFile(folder)
        self._thread = ThreadPoolExecutor(1, "exports")
        self._keeping: Future[None] | None = None
        self._told = self._closed = self._gives_way = False
        self._task: Task | None = None
        self._queue = ExportQueue()

    @property
    def queue(self) -> ExportQueue:
        """The queue as it is now."""
        return self._queue

    @property
    def waits(self) -> bool:
        """Whether the next film waits for the memory of the card."""
        export = self._queue.next
        return self._gives_way and export is not None and is_large(export.project)

    def give_way(self, gives: bool) -> None:
        """Begin no film of a large engine, or do so again; one that has begun goes on."""
        if gives != self._gives_way:
            self._gives_way = gives
            self.changed.emit(self._queue)
            self._advance()

    def take_over(self) -> None:
        """Go on with what ended programs left: shown, but held until the person wants it."""
        left = inherit(self._folder)
        for notice in left.notices:
            self._notifier.notice(notice)
        queue = ExportQueue((*left.queue.exports, *self._queue.exports), held=left.queue.held)
        try:
            self._file.keep(queue)
        except DubError as error:
            self._notifier.error(error)
            left.refuse()
        else:
            left.accept()
        if left.queue.exports:
            self._queue = queue
            self.changed.emit(queue)
        count = len(queue.unfinished)
        if queue.held:
            text = tr("An export was not finished the last time.")
            text = text if count == 1 else tr("{count} exports were not finished the last time.").format(count=count)
            self._notifier.warning(text, tr("Choose Resume in the list of exports to go on, or remove them there."))

    def add(self, project: DubProject, out: Path) -> bool:
        """Write a project as a film, after those that wait; whether it was taken."""
        try:
            self._set(self._queue.add(new_export(project, out)))
        except ValueError:
            self._tell_taken(out)
            return False
        return True

    def hold(self, held: bool) -> None:
        """Let the export that runs rest, and begin no other; or go on."""
        if self._task is not None:
            self._task.hold() if held else self._task.go_on()
        self._set(replace(self._queue, held=held))

    def stop(self, name: str) -> None:
        """Do not write an export: one that runs ends at its next step, one that waits is left out."""
        running = self._queue.running
        if running is not None and running.id == name:
            assert self._task is not None
            self._task.cancel()
        elif self._queue.find(name).is_unfinished:
            self._set(self._queue.stopped(name))

    def again(self, name: str) -> None:
        """Write an export that failed, was stopped or is done once more."""
        try:
            self._set(self._queue.again(name))
        except ValueError:
            self._tell_taken(self._queue.find(name).out)

    def remove(self, name: str) -> None:
        """Take an export that does not run out of the list. Its film stays."""
        self._set(self._queue.removed(name))

    def move(self, name: str, by: int) -> None:
        """Write an export later, or earlier if negative."""
        self._set(self._queue.moved(name, by))

    def close(self) -> None:
        """The worker has ended: keep what is left for the next start."""
        self._closed = True
        self._thread.shutdown()
        try:
            self._file.keep(self._queue)
        except DubError as error:
            self._notifier.error(error)
        self._file.close()

    def _tell_taken(self, out: Path) -> None:
        text = tr("An export to {name} is already in the list.").format(name=out.name)
        self._notifier.warning(text, tr("Choose another file name, or stop that one."))

    def _set(self, queue: ExportQueue) -> None:
        if queue == self._queue:
            return
        self._queue = queue
        self._keep()
        self.changed.emit(queue)
        self._advance()

    def _advance(self) -> None:
        """Begin the next export, if none runs."""
        export = self._queue.next
        if export is None or self._closed or self.waits:
            return
        name = export.id

        def end(queue: Callable[[], ExportQueue]) -> None:
            self._task = None
            self._set(queue())

        def finish(report: ExportReport) -> None:
            end(lambda: self._queue.done(name, report))
            self.written.emit(report)

        def fail(error: Exception) -> None:
            end(lambda: self._queue.failed(name, _fault_of(error)))
            self._notifier.error(error)

        self._task = Task(
            self._make_job(export.project, export.out),
            fail,
            finish,
            self._tell,
            lambda: end(lambda: self._queue.stopped(name)),
            rank=EXPORTING,
        )
        self._set(self._queue.begin(name, time.time()))
        self._worker.submit(self._task)

    def _tell(self, progress: Progress) -> None:
        if progress.notice:
            self._notifier.notice(progress.notice)
        self.progressed.emit(progress)

    def _keep(self) -> None:
        """Write the queue down without waiting for the disk."""
        if self._keeping is not None and self._keeping.done() and not self._told:
            error = self._keeping.exception()
            if error is not None:
                self._told = True
                self._notifier.error(error)
        self._keeping = self._thread.submit(self._file.keep, self._queue)


def _fault_of(error: Exception) -> Fault:
    if isinstance(error, DubError):
        return Fault(error.message, error.hint)
    return Fault(tr("The export ended by a defect of Dubwright."), tr("Try it again; the report tells more."))
