"""The one thread that computes: it owns engines, decoders and everything of torch. Knows no window.

Two ways in. `request(task)` is for the picture at the playhead: only the newest counts, one that has not started is
dropped, and one that has is left at its next step. `submit(task)` is for long work: one task after another, in the
order of their rank, and a waiting picture is served between any two steps, so that scrubbing stays alive during an
export.

Whatever comes out is called back on the thread that made the worker. Tasks are plain objects and one long-lived QObject
posts their callbacks: a QObject for every task would be destroyed, with its queued signals, by whichever thread holds
the last reference.
"""

import os
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from core.job import Job, Progress

REPORT_EVERY = 1 / 30
"""Seconds between two reports of progress; a faster job must not flood the window."""

PREPARING, USUAL, PICTURING, EXPORTING, FILLING, SPARE = range(6)
"""Ranks: what the preview waits for goes before what the person can wait for, even when that has begun; then come small
pictures, films that are written, and last what nobody has asked for: frames that are made ready, and what is done in
spare time."""


_COURTESY = 5
"""By how much the worker, and all threads and programs that it starts, are nicer than the window (nice(1))."""


def _nothing(*_: object) -> None:
    """For callers who need not know."""


@dataclass(eq=False)
class Task:
    """A job and what is done on the window's thread with what comes out of it.

    Exactly one of `on_done`, `on_error` and `on_cancelled` is called, as the last. `title` is for the person who waits.
    """

    job: Job[Any]
    on_error: Callable[[Exception], None]
    on_done: Callable[[Any], None] = _nothing
    on_progress: Callable[[Progress], None] = _nothing
    on_cancelled: Callable[[], None] = _nothing
    title: str = ""
    rank: int = USUAL
    _cancelled: threading.Event = field(default_factory=threading.Event)
    _held: threading.Event = field(default_factory=threading.Event)
    _wake: Callable[[], None] = _nothing

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked for an end."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """End at the job's next step; its `finally` blocks run before `on_cancelled` is called."""
        self._cancelled.set()
        self._wake()

    @property
    def rests(self) -> bool:
        """Whether it is passed over for now: it is held, and nobody asked for its end."""
        return self._held.is_set() and not self._cancelled.is_set()

    def hold(self) -> None:
        """Rest after the present step; other work goes on. What the job holds (memory, files) it keeps."""
        self._held.set()

    def go_on(self) -> None:
        """Work again after `hold`."""
        self._held.clear()
        self._wake()


class GpuWorker(QThread):
    """Computes pictures and tasks, one step at a time."""

    _posted = Signal(object)  # a callable for the thread that made this object

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wake = threading.Condition()
        self._picture: Task | None = None
        self._tasks: list[Task] = []
        self._ending = self._ended = False
        self._reported: tuple[Task | None, float] = (None, 0.0)
        self._posted.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def request(self, picture: Task) -> None:
        """Ask for a picture, in place of any that has not started; one that has started ends at its next step."""
        with self._wake:
            if not self._ending:
                self._picture = picture
                self._wake.notify()

    def submit(self, task: Task) -> None:
        """Queue a task behind those of its rank."""
        with self._wake:
            if self._ending:
                return
            behind = [at for at, other in enumerate(self._tasks) if other.rank <= task.rank]
            self._tasks.insert(behind[-1] + 1 if behind else 0, task)
            task._wake = self._look_again  # noqa: SLF001 - a task that rests or ends is told to its worker alone
            self._wake.notify()

    def shut_down(self) -> None:
        """Cancel everything and wait for the thread to end; nothing is taken and nobody is called any more."""
        with self._wake:
            self._ending, self._picture = True, None
            for task in self._tasks:
                task.cancel()
            self._wake.notify()
        self.wait()
        self._ended = True

    def run(self) -> None:
        """Serve until shut down. Called by Qt on the new thread."""
        _step_back()
        while (work := self._next()) is not None:
            picture, task = work
            if picture is not None:
                while self._step(picture):
                    if self._is_stale():
                        picture.cancel()
            if task is not None and not self._step(task):
                with self._wake:
                    self._tasks.remove(task)

    def _next(self) -> tuple[Task | None, Task | None] | None:
        """Wait for work: the newest picture asked for, and the first task. None when all is over."""
        with self._wake:
            self._wake.wait_for(lambda: self._picture is not None or self._first() is not None or self._ending)
            picture, self._picture = self._picture, None
            task = self._first()
            return None if self._ending and task is None else (picture, task)

    def _is_stale(self) -> bool:
        """Whether a newer picture than the one in work was asked for, or none is wanted any more."""
        with self._wake:
            return self._picture is not None or self._ending

    def _first(self) -> Task | None:
        """The task whose turn it is."""
        return next((task for task in self._tasks if not task.rests), None)

    def _look_again(self) -> None:
        """A task may have become ready, or is to end."""
        with self._wake:
            self._wake.notify()

    def _step(self, task: Task) -> bool:
        """Advance a task once; False when it has ended."""
        try:
            if task.cancelled:
                task.job.close()
                self._posted.emit(task.on_cancelled)
                return False
            progress = next(task.job)
        except StopIteration as end:
            self._posted.emit(partial(task.on_done, end.value))
            return False
        except Exception as error:  # noqa: BLE001 - not swallowed: app.notify tells it
            self._posted.emit(partial(task.on_error, error))
            return False
        if self._is_due(task, progress):
            self._posted.emit(partial(task.on_progress, progress))
        return True

    def _is_due(self, task: Task, progress: Progress) -> bool:
        """Whether a step is reported: not too often, but always the first, the last and those that say something."""
        before, reported = self._reported
        now = time.monotonic()
        last = progress.total > 0 and progress.done >= progress.total
        if before is task and now - reported < REPORT_EVERY and not last and not progress.notice:
            return False
        self._reported = (task, now)
        return True

    @Slot(object)
    def _call(self, callback: Callable[[], None]) -> None:
        if not self._ended:  # else those who wanted to know may be gone
            callback()


def _step_back() -> None:
    """Let the window's thread go first where there are fewer processors than threads; elsewhere Qt's priority does it.

    On Linux every thread has a niceness of its own, and what a thread starts inherits it.
    """
    if sys.platform == "linux":
        own = threading.get_native_id()
        os.setpriority(os.PRIO_PROCESS, own, os.getpriority(os.PRIO_PROCESS, own) + _COURTESY)
