"""Saves the project aside every few seconds, so that a killed program loses little. Knows no widget.

The copy is written on a thread of its own: a slow disk must not be felt, and the worker may be busy for long.
"""

from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, QTimer

from app.document import Document
from app.language import tr
from app.notify import Notifier
from core.errors import ProjectError
from core.project import DubProject
from core.recovery import Lost, SafeCopy, lost_projects

EVERY_MS = 4000
"""Milliseconds between two looks at the project."""


class Autosave(QObject):
    """Keeps a copy of a project that is not saved; takes it away when it is."""

    def __init__(self, document: Document, notifier: Notifier) -> None:
        super().__init__(document)
        self._document, self._notifier = document, notifier
        self._copy = self._begin()
        self._kept: DubProject | None = None
        self._told = False
        self._writing: Future[None] | None = None
        self._thread = ThreadPoolExecutor(1, "autosave")
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.save)
        self._timer.start()

    def save(self) -> None:
        """Keep the project if it changed; returns before it is written."""
        if self._copy is None or (self._writing is not None and not self._writing.done()):
            return
        self._tell()
        project = self._document.project
        if self._document.is_saved:
            if self._kept is not None:
                self._kept, self._writing = None, self._thread.submit(self._copy.forget)
        elif project != self._kept:
            self._kept = project
            self._writing = self._thread.submit(self._copy.keep, project, self._document.path)

    def offer(self) -> None:
        """Ask about projects that a program which died has left; the newest that is wanted is opened."""
        for lost in lost_projects() if self._copy is not None else ():
            name = lost.path.name if lost.path is not None else tr("a project that had not been saved")
            if self._notifier.ask_recover(name, lost.kept):
                self._recover(lost)
                return
            lost.forget()

    def close(self) -> None:
        """Stop; a project that is not saved was left by the person, who was asked."""
        self._timer.stop()
        self._thread.shutdown()
        if self._copy is not None:
            self._copy.close()

    def _begin(self) -> SafeCopy | None:
        """The copy to keep; where none can be kept, that is told."""
        try:
            return SafeCopy()
        except OSError as error:
            reason = error.strerror or str(error)
            hint = tr("Save often, and see Help → Check this machine.")
            self._notifier.warning(
                tr("Your work cannot be kept aside against a crash: {reason}").format(reason=reason), hint
            )
            return None

    def _recover(self, lost: Lost) -> None:
        self._document.recover(lost.project, lost.path)
        self._kept = lost.project
        if self._copy is None:
            return
        try:
            self._copy.keep(lost.project, lost.path)
        except ProjectError as error:
            self._notifier.error(error)  # what was left stays where it is
        else:
            lost.forget()

    def _tell(self) -> None:
        """Tell once that nothing can be kept."""
        error = None if self._writing is None else self._writing.exception()
        self._writing = None
        if error is not None:
            self._kept = None
            if not self._told:
                self._told = True
                self._notifier.error(error)
