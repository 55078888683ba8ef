"""The open project: one immutable value, its history, where it is saved, and one signal for every change.

Knows neither the window nor what is computed from a project.
"""

from collections.abc import Callable, Hashable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.edit import Edit
from core.history import History
from core.project import DubProject


class Document(QObject):
    """Holds the project; every change of it goes through `edit`."""

    changed = Signal(object, object)
    """The project before and after a change; the two differ."""

    stepped = Signal()
    """The history, the file's name or the saved state may read otherwise now; always follows `changed`."""

    def __init__(self, project: DubProject | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = History(project or DubProject())
        self._telling = False
        self.path: Path | None = None

    @property
    def project(self) -> DubProject:
        """The project as it is now; safe to hand to any thread."""
        return self._history.value

    @property
    def is_saved(self) -> bool:
        """Whether closing now would lose nothing."""
        return self._history.is_saved

    @property
    def undo_text(self) -> str | None:
        """Name of the step that `undo` would take back, or None."""
        return self._history.undo_text

    @property
    def redo_text(self) -> str | None:
        """Name of the step that `redo` would bring back, or None."""
        return self._history.redo_text

    @property
    def steps(self) -> tuple[str, ...]:
        """Names of all steps, oldest first; that of the state which was opened is ""."""
        return self._history.texts

    @property
    def step(self) -> int:
        """Number of the step that led to the present state."""
        return self._history.at

    def edit(self, text: str, change: Edit, gesture: Hashable = None) -> None:
        """Apply a pure edit as one step named `text`; edits of one `gesture` (a drag) make one step.

        If `change` raises, nothing happened.
        """
        after = change(self.project)
        self._move(lambda: self._history.push(text, after, gesture))

    def undo(self) -> None:
        """Take back the last step, if there is one."""
        self._move(self._history.undo)

    def redo(self) -> None:
        """Bring back the step taken back last, if there is one."""
        self._move(self._history.redo)

    def go(self, step: int) -> None:
        """Go to the state after any step, as many undos or redos would. Raises IndexError where there is none."""
        self._move(lambda: self._history.go(step))

    def open(self, project: DubProject, path: Path | None = None) -> None:
        """Begin with another project, as it was read from `path`; there is nothing to undo then."""
        self.path = path

        def begin() -> None:
            self._history = History(project)

        self._move(begin)

    def recover(self, project: DubProject, path: Path | None) -> None:
        """Begin with a project that was lost before it could be saved to `path`."""
        self.open(project, path)
        self._history.mark_unsaved()
        self.stepped.emit()

    def mark_saved(self, project: DubProject, path: Path) -> None:
        """Remember that `project` lies at `path`; it counts as saved only if it is still the present one."""
        self.path = path
        if project == self.project:
            self._history.mark_saved()
        self.stepped.emit()

    def _move(self, move: Callable[[], None]) -> None:
        if self._telling:
            raise RuntimeError("an edit from within `changed` would be told to some before the change that led to it")
        before = self.project
        move()
        self._telling = True
        try:
            if self.project != before:
                self.changed.emit(before, self.project)
        finally:
            self._telling = False
        self.stepped.emit()
