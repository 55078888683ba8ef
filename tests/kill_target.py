"""`python -m tests.kill_target edit|export HOME`: the window at work, to be killed by `tests.kill_report`.

It is the program itself, started as a person starts it; only hands and eyes are added: somebody who edits (`edit`) or
who exports one film after another (`export`), who answers every question with its usual button, and who writes down in
HOME/told.jsonl what is seen. HOME holds a project `film.dub`.
"""

import hashlib
import json
import random
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

import app.application
from app.application import Application
from core import edit
from core.errors import MediaError
from core.export_queue import ExportQueue
from core.project import Dial, DubProject, Key, Look, Span
from core.project_damage import adapter

EDITS_EVERY_MS = 150
SAVES = 0.01
"""Share of the steps that save."""


def print_of(project: DubProject) -> str:
    """What tells one state of a project from all others."""
    return hashlib.sha1(adapter().dump_json(project)).hexdigest()


class Watched(Application):
    """The program with somebody before it."""

    home = Path()

    def __init__(self, qt: QApplication) -> None:
        super().__init__(qt)
        self._chance = random.Random()
        self.notifier.said.connect(lambda message: self.tell("said", text=message.text, hint=message.hint))
        self._answering = self._each(100, self._answer)

    def tell(self, event: str, **more: Any) -> None:
        with (self.home / "told.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps({"event": event, "time": time.time(), **more}) + "\n")

    def _each(self, milliseconds: int, call: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.timeout.connect(call)
        timer.start(milliseconds)
        return timer

    def _answer(self) -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            self.tell("asked", text=box.text())
            button = box.defaultButton()
            assert isinstance(button, QPushButton)
            button.click()

    def _with_project(self, begin: Callable[[], None]) -> None:
        """Go on with what was recovered, else with what was saved."""
        self.tell("recovered" if self.commands.has_film else "opened")
        if not self.commands.has_film:
            self.commands.take_project(self.home / "film.dub")
        waiting = self._each(20, lambda: None)

        def look() -> None:
            if self.commands.has_film:
                waiting.stop()
                begin()

        waiting.timeout.connect(look)


class Editor(Watched):
    """Somebody who edits and seldom saves."""

    def welcome(self) -> None:
        """The window can be used."""
        self._with_project(self._begin)

    def _begin(self) -> None:
        if self.document.path is None:
            self.document.path = self.home / "film.dub"  # as somebody answers who is asked where
        self._told()
        self._editing = self._each(EDITS_EVERY_MS, self._edit)

    def _told(self) -> None:
        self.tell("state", print=print_of(self.document.project))

    def _edit(self) -> None:
        chance, frames = self._chance, self.preview.frames
        if chance.random() < SAVES:
            self.commands.save()
            self.tell("saved")
            return
        step = chance.choice((self._change, self._change, self._change, self.document.undo, self.document.redo))
        step()
        self.preview.seek(chance.randrange(frames))
        self._told()

    def _change(self) -> None:
        chance, frames = self._chance, self.preview.frames
        clip = self.document.project.clips[0].id
        start = chance.randrange(frames - 20)
        change = chance.choice(
            (
                edit.set_marker(chance.randrange(frames), str(chance.random())),
                edit.set_in_out(Span(start, start + 20)),
                edit.set_look(clip, Look(feather=round(chance.random(), 3), strength=round(chance.random(), 3))),
                edit.set_key(clip, Dial.STRENGTH, Key(chance.randrange(frames), round(chance.random(), 3))),
                edit.use_original(clip, Span(start, start + 5)),
                edit.trim_clip(clip, Span(start, frames)),
            )
        )
        self.commands.change("Change", change)


class Exporter(Watched):
    """Somebody who lets one film after another be written."""

    def welcome(self) -> None:
        """The window can be used: go on with what was left, or begin another film."""
        films = sorted(path.name for path in (self.home / "films").iterdir())
        self.tell("found", states=self._states(), held=self.exports.queue.held, films=films)
        self.exports.changed.connect(self._follow)
        self.exports.progressed.connect(lambda progress: self.tell("progress", label=progress.label))
        if self.exports.queue.unfinished:
            self.exports.hold(False)
        else:
            self._with_project(self._export)

    def _states(self) -> list[str]:
        return [str(export.state) for export in self.exports.queue.exports]

    def _export(self) -> None:
        names = (self.home / "films" / f"dubbed-{number}.mp4" for number in range(1000))
        self.commands.export_to(self.document.project, next(name for name in names if not name.exists()))

    def _follow(self, queue: ExportQueue) -> None:
        self.tell("queue", states=self._states())
        if queue.exports and not queue.unfinished:
            for export in queue.exports:
                QTimer.singleShot(0, partial(self.exports.remove, export.id))
            QTimer.singleShot(0, self._after_all)

    def _after_all(self) -> None:
        if (self.home / "enough").exists():
            self.document.mark_saved(self.document.project, self.home / "film.dub")
            self.commands.close()
        else:
            self._with_project(self._export)


def main(kind: str, home: Path) -> int:
    Watched.home = home
    app.application.Application = {"edit": Editor, "export": Exporter}[kind]  # type: ignore[misc, assignment]
    return app.application.run(())


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1], Path(sys.argv[2])))
    except MediaError as error:
        sys.exit(error.message)
