"""The training program as a process of its own: begun, listened to, stopped. Knows no widget and not what is learned.

It has memory of its own, its death is not ours, and it is asked to stop by a line on its standard input. If this
program dies, that input ends, and the training saves its work and ends too.
"""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal, Slot

from app.training_lines import value_of
from core.paths import RESOURCES, is_bundle

_LAST_WORDS = 4000  # characters of the standard error that are kept
_COURTESY = 10  # by how much it is nicer than the window (nice(1))
_PATIENCE_MS = 10_000  # at the end of the program


@dataclass(frozen=True, slots=True)
class Ending:
    """How the process ended: `code`, unless it `died`; `began` is False if it could not be started at all.

    `words` is the end of what it wrote on its standard error.
    """

    code: int
    died: bool
    began: bool
    words: str


def trainer_command() -> tuple[str, ...]:
    """The program and its first arguments: beside this one where it was built, else of this interpreter."""
    if is_bundle():
        own = Path(sys.executable)
        return (str(own.with_name(f"dubwright-train{own.suffix}")),)
    return (sys.executable, "-m", "training")


class Trainer(QObject):
    """Runs the training program, one at a time."""

    told = Signal(object)
    """What it said: a value of `app.training_lines`."""

    ended = Signal(object)
    """An `Ending`; nothing is told afterwards."""

    def __init__(self, command: Sequence[str] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = tuple(command) or trainer_command()
        self._words = ""
        self._process: QProcess | None = None

    @property
    def runs(self) -> bool:
        """Whether the process is there."""
        return self._process is not None

    @property
    def pid(self) -> int:
        """The process's id; 0 if none is there."""
        return self._process.processId() if self._process is not None else 0

    def start(self, arguments: Sequence[str]) -> None:
        """Start the program with these arguments. Raises RuntimeError if it runs already."""
        if self._process is not None:
            raise RuntimeError("the training program runs already")
        self._words = ""
        process = self._process = QProcess(self)
        process.setProgram(self._command[0])
        process.setArguments([*self._command[1:], *arguments])
        process.setProcessEnvironment(_environment())
        process.started.connect(self._step_back)
        process.readyReadStandardOutput.connect(self._listen)
        process.readyReadStandardError.connect(self._overhear)
        process.finished.connect(self._finish)
        process.errorOccurred.connect(self._fail)
        process.start()

    def stop(self) -> None:
        """Ask it to save its work and end."""
        if self._process is not None:
            self._process.write(b"stop\n")

    def kill(self) -> None:
        """End it at once."""
        if self._process is not None:
            self._process.kill()

    def close(self) -> None:
        """End it, gently if it does so in time; nothing is told any more."""
        process, self._process = self._process, None
        if process is None:
            return
        process.disconnect(self)
        process.write(b"stop\n")
        process.closeWriteChannel()
        if not process.waitForFinished(_PATIENCE_MS):
            process.kill()
            process.waitForFinished()

    @Slot()
    def _step_back(self) -> None:
        """Let the window go first. On Linux, threads inherit it from the one that is there now."""
        if sys.platform == "linux":
            with suppress(OSError):  # it may have ended already
                os.setpriority(os.PRIO_PROCESS, self.pid, _COURTESY)

    @Slot()
    def _listen(self) -> None:
        while self._process is not None and self._process.canReadLine():
            self._take(bytes(self._process.readLine().data()))

    def _take(self, line: bytes) -> None:
        text = line.decode("utf-8", "replace").strip()
        if not text:
            return
        try:
            value = value_of(text)
        except ValueError:  # a library speaks where only we should
            self._remember(text + "\n")
            return
        if value is not None:
            self.told.emit(value)

    @Slot()
    def _overhear(self) -> None:
        if self._process is not None:
            self._remember(bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace"))

    def _remember(self, text: str) -> None:
        self._words = (self._words + text)[-_LAST_WORDS:]

    @Slot(int, QProcess.ExitStatus)
    def _finish(self, code: int, status: QProcess.ExitStatus) -> None:
        self._listen()
        self._overhear()
        if self._process is not None:
            self._take(bytes(self._process.readAllStandardOutput().data()))  # a line that was cut off
        self._end(Ending(code, status is QProcess.ExitStatus.CrashExit, True, self._words.strip()))

    @Slot(QProcess.ProcessError)
    def _fail(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._end(Ending(-1, False, False, self._command[0]))

    def _end(self, ending: Ending) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
            self.ended.emit(ending)


def _environment() -> QProcessEnvironment:
    """What a program of ours needs to find its modules and to speak UTF-8 everywhere."""
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("PYTHONIOENCODING", "utf-8")
    environment.insert("PYINSTALLER_RESET_ENVIRONMENT", "1")  # it is not a part of this process
    if not is_bundle():
        there = environment.value("PYTHONPATH")
        environment.insert("PYTHONPATH", os.pathsep.join([str(RESOURCES.parent), *([there] if there else [])]))
    return environment
