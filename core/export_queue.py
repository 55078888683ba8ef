"""Films that wait to be written, one after another: what is asked for, how far it got, and what came of it.

    waiting ─▸ running ─▸ done
       ▴          ├────▸ failed  ─┐
       ├──────────┴────▸ stopped ─┤ again
       └──────────────────────────┘

A frozen value; every change gives another one. Knows no disk, no worker and no window.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from uuid import uuid4

from core.project import DubProject
from core.report import ExportReport


class State(StrEnum):
    """How far an export is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


UNFINISHED = (State.WAITING, State.RUNNING)
"""States of exports that are still to be written."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an export failed: one sentence, and what to do."""

    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Export:
    """A project as it was when it was asked for, and where it is written. `out` is absolute.

    `began` is when its writing began, in seconds of `time.time`; 0 before that.
    """

    id: str
    project: DubProject
    out: Path
    state: State = State.WAITING
    began: float = 0.0
    report: ExportReport | None = None
    fault: Fault | None = None

    @property
    def is_unfinished(self) -> bool:
        """Whether it is still to be written."""
        return self.state in UNFINISHED


def new_export(project: DubProject, out: Path) -> Export:
    """An export under an id of its own."""
    return Export(uuid4().hex, project, out.absolute())


@dataclass(frozen=True, slots=True)
class ExportQueue:
    """Exports in the order in which they are written; at most one of them runs. `held`: nothing goes on for now."""

    exports: tuple[Export, ...] = ()
    held: bool = False

    def __post_init__(self) -> None:
        if len({export.id for export in self.exports}) != len(self.exports):
            raise ValueError("two exports of one id")
        if sum(export.state is State.RUNNING for export in self.exports) > 1:
            raise ValueError("two exports run at once")

    @property
    def running(self) -> Export | None:
        """The one that is being written."""
        return next((export for export in self.exports if export.state is State.RUNNING), None)

    @property
    def next(self) -> Export | None:
        """The one that is to be written next; None while one runs, while all are held, and when none waits."""
        if self.held or self.running is not None:
            return None
        return next((export for export in self.exports if export.state is State.WAITING), None)

    @property
    def unfinished(self) -> tuple[Export, ...]:
        """Those that are still to be written."""
        return tuple(export for export in self.exports if export.is_unfinished)

    def find(self, name: str) -> Export:
        """The export of that id. Raises KeyError if there is none."""
        for export in self.exports:
            if export.id == name:
                return export
        raise KeyError(name)

    def is_target(self, path: Path) -> bool:
        """Whether an unfinished export is written there."""
        return any(export.out == path.absolute() for export in self.unfinished)

    def add(self, export: Export) -> "ExportQueue":
        """With one more at the end. Raises ValueError if an unfinished one is written to the same place."""
        if self.is_target(export.out):
            raise ValueError(f"{export.out.name} is already in the queue")
        return replace(self, exports=(*self.exports, export))

    def begin(self, name: str, now: float) -> "ExportQueue":
        """With a waiting one that runs."""
        return self._changed(name, lambda export: replace(export, state=State.RUNNING, began=now))

    def done(self, name: str, report: ExportReport) -> "ExportQueue":
        """With one that is written."""
        return self._changed(name, lambda export: replace(export, state=State.DONE, report=report))

    def failed(self, name: str, fault: Fault) -> "ExportQueue":
        """With one that could not be written."""
        return self._changed(name, lambda export: replace(export, state=State.FAILED, fault=fault))

    def stopped(self, name: str) -> "ExportQueue":
        """With one that is not wanted now."""
        return self._changed(name, lambda export: replace(export, state=State.STOPPED))

    def again(self, name: str) -> "ExportQueue":
        """With one that waits as at first. Raises ValueError if an unfinished one is written to the same place."""
        if self.is_target(self.find(name).out):
            raise ValueError(f"{self.find(name).out.name} is already in the queue")
        return self._changed(name, waiting)

    def removed(self, name: str) -> "ExportQueue":
        """Without one. Raises ValueError if it runs."""
        if self.find(name).state is State.RUNNING:
            raise ValueError("an export that runs must be stopped first")
        return replace(self, exports=tuple(export for export in self.exports if export.id != name))

    def moved(self, name: str, by: int) -> "ExportQueue":
        """With one `by` places later, or earlier if negative; as far as there are places."""
        export = self.find(name)
        others = [other for other in self.exports if other.id != name]
        place = min(max(self.exports.index(export) + by, 0), len(others))
        return replace(self, exports=(*others[:place], export, *others[place:]))

    def _changed(self, name: str, change: Callable[[Export], Export]) -> "ExportQueue":
        self.find(name)
        return replace(self, exports=tuple(change(each) if each.id == name else each for each in self.exports))


def waiting(export: Export) -> Export:
    """The same export, before anything was done for it."""
    return replace(export, state=State.WAITING, began=0.0, report=None, fault=None)
