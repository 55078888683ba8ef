"""How long work shows itself on a terminal: a bar for people, JSON lines for programs. Knows no command and no job.

JSON lines, one object each, on standard output:

    {"event": "progress", "done": 12, "total": 250, "label": "frames"}
    {"event": "notice", "text": "…"}
    {"event": "result", …}                      the last line of a command that succeeded
    {"event": "error", "message": "…", "hint": "…", "exit": 3}
"""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING, Any, Protocol, TextIO

from core.errors import DubError
from core.job import Progress

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

_PERIOD = 0.1
"""Seconds between two lines or redraws of progress; the last one of a stage is always shown."""


class Console(Protocol):
    """Where a command speaks to.

    `stop` is set when the user wants to end: the next `progress` raises KeyboardInterrupt. The signal raises one too,
    but that may strike in a callback of native code, where it would be lost.
    """

    stop: bool

    def progress(self, step: Progress) -> None:
        """Show how far a job is, and its notice if it has one. Raises KeyboardInterrupt if `stop` is set."""

    def notice(self, text: str) -> None:
        """Say that something was done otherwise than expected."""

    def result(self, data: dict[str, Any], text: str) -> None:
        """Give the outcome: `data` to programs, `text` to people."""

    def error(self, error: DubError) -> None:
        """Say what went wrong and what to do."""

    def close(self) -> None:
        """Leave the terminal as it was."""


class JsonConsole:
    """Speaks to a program: JSON lines on standard output."""

    def __init__(self, out: TextIO | None = None) -> None:
        self.stop = False
        self._out = out or sys.stdout
        self._last = (0.0, "")

    def progress(self, step: Progress) -> None:
        """Write a progress line, at most ten a second."""
        _check(self)
        if step.notice:
            self.notice(step.notice)
        now, (before, label) = time.monotonic(), self._last
        if now - before >= _PERIOD or step.label != label or step.done == step.total:
            self._last = (now, step.label)
            self._write({"event": "progress", "done": step.done, "total": step.total, "label": step.label})

    def notice(self, text: str) -> None:
        """Write a notice line."""
        self._write({"event": "notice", "text": text})

    def result(self, data: dict[str, Any], text: str) -> None:  # noqa: ARG002 - the text is for people
        """Write the result line."""
        self._write({"event": "result", **data})

    def error(self, error: DubError) -> None:
        """Write the error line."""
        line = {"event": "error", "message": error.message, "hint": error.hint, "exit": error.exit_code}
        self._write(line)

    def close(self) -> None:
        """Nothing is left open."""

    def _write(self, line: dict[str, Any]) -> None:
        print(json.dumps(line, ensure_ascii=False), file=self._out, flush=True)


class TextConsole:
    """Speaks to a person: a bar on standard error if that is a terminal, the result on standard output."""

    def __init__(self) -> None:
        self.stop = False
        self._bar: Bar | None = None
        self._task: TaskID | None = None
        self._label = ""
        self._said: set[str] = set()

    def progress(self, step: Progress) -> None:
        """Move the bar; a new label starts a new line."""
        _check(self)
        if step.notice:
            self.notice(step.notice)
        if not sys.stderr.isatty():
            return
        bar = self._started()
        if self._task is None or step.label != self._label:
            self._task, self._label = bar.add_task(step.label, total=step.total or None), step.label
        bar.update(self._task, completed=step.done, total=step.total or None)

    def notice(self, text: str) -> None:
        """Write a sentence above the bar, once."""
        if text not in self._said:
            self._said.add(text)
            self._print(f"note: {text}")

    def result(self, data: dict[str, Any], text: str) -> None:  # noqa: ARG002 - the data are for programs
        """Write the text on standard output."""
        self.close()
        print(text, flush=True)  # noqa: T201 - its purpose

    def error(self, error: DubError) -> None:
        """Write one sentence and one hint on standard error."""
        self.close()
        self._print(f"{error.message}\n{error.hint}")

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = self._task = None

    def _started(self) -> Bar:
        if self._bar is None:
            from rich.console import Console as RichConsole
            from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
            from rich.progress import Progress as Bar

            columns = (TextColumn("{task.description:>12}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
            self._bar = Bar(*columns, console=RichConsole(stderr=True))
            self._bar.start()
        return self._bar

    def _print(self, text: str) -> None:
        if self._bar is not None:
            self._bar.console.print(text, markup=False, highlight=False)
        else:
            print(text, file=sys.stderr, flush=True)  # noqa: T201 - its purpose


def _check(console: Console) -> None:
    if console.stop:
        raise KeyboardInterrupt
