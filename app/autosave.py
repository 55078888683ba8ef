"""Saves the project aside every few seconds, so that a killed program loses little. Knows no widget.

The copy is written on a thread of its own: a slow disk must not be felt, and the worker may be busy for long.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from app.document import Document
from app.language import tr
from app.notify import Notifier
from app.words import shortly
from core.errors import ProjectError
from core.project import DubProject, Take
from core.recovery import Lost, SafeCopy, clear_unreadable, lost_projects

EVERY_MS = 4000
"""Milliseconds between two looks at the project."""


class Autosave(QObject):
    """Keeps a copy of a project that is not saved, or for which a take is being recorded; takes it away when it is."""

    def __init__(self, document: Document, notifier: Notifier, unfinished: Callable[[], Take | None]) -> None:
        """`unfinished` gives the take that is being recorded."""
        super().__init__(document)
        self._document, self._notifier, self._unfinished = document, notifier, unfinished
        self._copy = self._begin()
        self._kept: tuple[DubProject, Path | None, Take | None] | None = None
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
        take = self._unfinished()
        present = (self._document.project, self._document.path, take)
        if self._document.is_saved and take is None:
            if self._kept is not None:
                self._kept, self._writing = None, self._thread.submit(self._copy.forget)
        elif present != self._kept:
            self._kept = present
            self._writing = self._thread.submit(self._copy.keep, *present)

    def offer(self) -> None:
        """Ask about projects that a program which died has left; the newest that is wanted is opened."""
        if self._copy is None:
            return
        for error in clear_unreadable():
            self._notifier.error(error)
        for lost in lost_projects():
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
        """Go on with a project. One that was damaged is to be saved elsewhere, so that the file it had stays whole."""
        path = None if lost.faults else lost.path
        self._document.recover(lost.project, path)
        self._kept = (lost.project, path, None)
        if lost.take is not None:
            told = tr("What was recorded until the end is in the list of takes: {name}.")
            self._notifier.notice(told.format(name=lost.take.path.name))
        try:
            if self._copy is not None:
                self._copy.keep(*self._kept)
            self._let_go(lost)
        except ProjectError as error:
            self._notifier.error(error)  # what was left stays where it is

    def _let_go(self, lost: Lost) -> None:
        """What was left is kept elsewhere now; of a damaged copy, all that was in it stays too. Raises ProjectError."""
        if not lost.faults:
            lost.forget()
            return
        what = tr("What had been kept aside is damaged: what could not be read is left out or as usual: {places}.")
        hint = tr("Look it over, then save it under another name; the damaged copy stays as {place}.")
        place = lost.put_aside()
        self._notifier.warning(what.format(places=shortly(lost.faults)), hint.format(place=place))

    def _tell(self) -> None:
        """Tell once that nothing can be kept."""
        error = None if self._writing is None else self._writing.exception()
        self._writing = None
        if error is not None:
            self._kept = None
            if not self._told:
                self._told = True
                self._notifier.error(error)
