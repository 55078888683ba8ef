"""The only place that tells the person something: messages in the window, questions, the report of a defect.

A `DubError` is a sentence and a hint. Anything else is a defect of this program: the project is saved beside itself
first, a report without private paths is written and can be copied.
"""

import platform
import re
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QMessageBox, QPlainTextEdit, QVBoxLayout

from app.language import tr
from core.errors import DubError
from core.paths import log_folder

_SEEN = 20
"""Reports of one run that are written; a defect in every frame must not fill the disk."""

_QUOTED_PATH = re.compile(r"(['\"])(?:[A-Za-z]:)?[/\\][^'\"\n]*\1")
_PATH = re.compile(r"(?<![\w>])(?:[A-Za-z]:)?(?:[/\\][^/\\\s:\"'<>|]+)+")


class Kind(StrEnum):
    """How grave a message is. Shown by its icon and a word, not by a colour alone."""

    NOTICE = "notice"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence, and what to do about it."""

    kind: Kind
    text: str
    hint: str = ""


class Answer(StrEnum):
    """What becomes of changes that are not saved."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


class Notifier(QObject):
    """Tells the person. `said` carries every message to the window's message bar."""

    said = Signal(object)  # Message

    raised = Signal(object)
    """An exception of another thread: emitted there, told here."""

    def __init__(self, rescue: Callable[[], str], parent: QObject | None = None) -> None:
        """`rescue` saves the project beside itself and says in a sentence where, or that nothing is lost."""
        super().__init__(parent)
        self.raised.connect(self.error)
        self._rescue = rescue
        self._reports = 0
        self._dialog: CrashDialog | None = None

    def notice(self, text: str, hint: str = "") -> None:
        """Tell something that needs no answer."""
        self.said.emit(Message(Kind.NOTICE, text, hint))

    def warning(self, text: str, hint: str = "") -> None:
        """Tell something that the person may want to act on."""
        self.said.emit(Message(Kind.WARNING, text, hint))

    def error(self, error: BaseException) -> None:
        """Tell an error: what went wrong, or that this program has a defect."""
        if isinstance(error, DubError):
            self.said.emit(Message(Kind.ERROR, error.message, error.hint))
        else:
            self._defect(error)

    def ask_save(self, name: str) -> Answer:
        """Ask what becomes of the changes in the project `name`."""
        window = QApplication.activeWindow()
        box = QMessageBox(
            QMessageBox.Icon.Question,
            tr("Unsaved changes"),
            tr("Save the changes in “{name}”?").format(name=name),
            parent=window,
        )
        box.setInformativeText(tr("They are lost otherwise."))
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        answers = {buttons.Save: Answer.SAVE, buttons.Discard: Answer.DISCARD}
        return answers.get(buttons(box.exec()), Answer.CANCEL)

    def ask_stop_training(self, name: str) -> bool:
        """Ask whether a training that runs is to be stopped, its work saved, so that the program can end."""
        box = QMessageBox(
            QMessageBox.Icon.Question,
            tr("A training runs"),
            tr("“{name}” is still being trained.").format(name=name),
            parent=QApplication.activeWindow(),
        )
        box.setInformativeText(tr("Stopped, it is saved first, and goes on another time. That may take a minute."))
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Yes | buttons.Cancel)
        box.button(buttons.Yes).setText(tr("&Stop, save and leave"))
        box.button(buttons.Cancel).setText(tr("&Keep the window"))
        box.setDefaultButton(buttons.Cancel)
        return buttons(box.exec()) == buttons.Yes

    def ask_recover(self, name: str, kept: float) -> bool:
        """Ask whether a project that was lost, and kept aside at a time, is to be opened."""
        window = QApplication.activeWindow()
        when = datetime.fromtimestamp(kept).strftime("%H:%M")
        text = tr("Dubwright ended unexpectedly while you worked on {name}.").format(name=name)
        box = QMessageBox(QMessageBox.Icon.Question, tr("Recover your work"), text, parent=window)
        box.setInformativeText(
            tr("It was kept at {when}. Do you want to go on with it? Otherwise it is thrown away.").format(when=when)
        )
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Yes | buttons.No)
        box.button(buttons.Yes).setText(tr("&Recover"))
        box.button(buttons.No).setText(tr("&Throw away"))
        box.setDefaultButton(buttons.Yes)
        return buttons(box.exec()) == buttons.Yes

    def ended_unexpectedly(self, stack: Path) -> None:
        """Tell that the program died the last time, and offer to copy what it could write down: the file `stack`."""
        try:
            known = stack.read_text(encoding="utf-8", errors="replace")
        except OSError as error:
            known = str(error)
        advice = tr("Your work is offered for recovery where there was any that was not saved.")
        self._show_report(_report(known), tr("Dubwright ended unexpectedly the last time."), advice)

    def _defect(self, error: BaseException) -> None:
        traceback.print_exception(error, file=sys.stderr)
        self._reports += 1
        if self._reports > _SEEN:
            return
        report = crash_report(error)
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        with suppress(OSError):  # it is shown all the same, and can be copied
            (log_folder() / f"report-{stamp}-{self._reports}.txt").write_text(report, encoding="utf-8")
        self._show_report(report, tr("Something went wrong that should not be possible."), self._rescue())

    def _show_report(self, report: str, title: str, rescued: str) -> None:
        """Show a report, unless one is being looked at."""
        if self._dialog is None or not self._dialog.isVisible():
            self._dialog = CrashDialog(report, title, rescued)
            self._dialog.open()


class CrashDialog(QDialog):
    """Says that the program has a defect, that the work is safe, and offers the report to copy."""

    def __init__(self, report: str, title: str, rescued: str) -> None:
        super().__init__()
        self.setWindowTitle(tr("Dubwright has a defect"))
        self.setMinimumWidth(560)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(_label(title, "title"))
        advice = tr("You can go on working. Please send the report below to those who look after Dubwright.")
        layout.addWidget(_label(f"{rescued} {advice}", "body"))
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(tr("Report"))
        text.setMinimumHeight(220)
        layout.addWidget(text)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(tr("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        buttons.rejected.connect(self.reject)
        for button in buttons.buttons():
            button.setAccessibleName(button.text())
        layout.addWidget(buttons)


def crash_report(error: BaseException) -> str:
    """What those who mend the program need to know, without names of folders and people."""
    return _report("".join(traceback.format_exception(error)))


def _report(lines: str) -> str:
    import PySide6

    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    versions = f"Qt {qVersion()}, PySide6 {PySide6.__version__}"
    return redact(f"Dubwright report\n{system}\n{versions}\n\n{lines}")


def redact(text: str) -> str:
    """The text without the names of the person and of their folders and files; endings of files are kept."""
    program = str(Path(__file__).resolve().parent.parent)
    for known, name in ((program, "<dubwright>"), (sys.prefix, "<python>"), (sys.base_prefix, "<python>")):
        text = text.replace(known, name)
    text = _QUOTED_PATH.sub(_hidden, text)
    text = _PATH.sub(_hidden, text)
    return text.replace(Path.home().name, "<person>") if len(Path.home().name) > 2 else text


def _hidden(path: "re.Match[str]") -> str:
    quote = path.group()[-1] if path.group()[-1] in "'\"" else ""
    return f"{quote}<path>{Path(path.group().strip(quote or None)).suffix}{quote}"


def _label(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setWordWrap(True)
    return label
