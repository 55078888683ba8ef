"""The dialog of a blind comparison: two pictures, one voice, three answers, and at the end which was which.

Everything goes by keys: Left, Right and = choose, Backspace takes the last choice back.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from app.blind import BlindTest, Choice, Trial, statement
from app.blind_player import PairFilm, PairPlayer, load_pair
from app.language import tr
from app.speaker import Output
from app.tasks import Tasks
from app.widgets.section import muted
from app.widgets.video_view import VideoView
from core.media.player import Player

_KEYS = {
    Choice.LEFT: ("Left",),
    Choice.EQUAL: ("=", "Down"),
    Choice.RIGHT: ("Right",),
}


class BlindTestDialog(QDialog):
    """One comparison. `errands` loads the films."""

    def __init__(
        self, test: BlindTest, errands: Tasks, open_speaker: Callable[[Player], Output], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Compare blindly"))
        self.resize(QSize(760, 520).boundedTo(self.screen().availableSize()))
        self.test, self._errands = test, errands
        self.player = PairPlayer(open_speaker, self)
        self.heading = QLabel()
        self.heading.setObjectName("title")
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.left, self.right = VideoView(), VideoView()
        self.left.setAccessibleName(tr("Left picture"))
        self.right.setAccessibleName(tr("Right picture"))
        self.buttons = {
            Choice.LEFT: QPushButton(tr("← Left is better")),
            Choice.EQUAL: QPushButton(tr("= They look alike")),
            Choice.RIGHT: QPushButton(tr("Right is better →")),
        }
        self.back = QPushButton(tr("One back"))
        self.results = QListWidget()
        self.results.setAccessibleName(tr("What you chose, film by film"))
        self.leave = QPushButton(tr("Close"))
        self._arrange()
        self._connect()
        self._go_on()

    def done(self, result: int) -> None:
        """Be silent at the end, whichever way it came."""
        self.player.stop()
        super().done(result)

    def _choose(self, choice: Choice) -> None:
        if self.test.present is not None:
            self.test.choose(choice)
            self._go_on()

    def _take_back(self) -> None:
        if 0 < self.test.number < len(self.test.trials):
            self.test.take_back()
            self._go_on()

    def _go_on(self) -> None:
        """Show the next film, or what came out."""
        trial = self.test.present
        self.player.stop()
        self.back.setEnabled(self.test.number > 0 and trial is not None)
        if trial is None:
            self._reveal()
            return
        self._enable(False)
        count = tr("{number} of {count}").format(number=self.test.number + 1, count=len(self.test.trials))
        self.heading.setText(count)
        self._errands.run_quietly(load_pair(trial.film), partial(self._play, trial, self.test.number))

    def _play(self, trial: Trial, number: int, film: PairFilm) -> None:
        if self.test.present is trial and self.test.number == number and self.isVisible() and film.pictures:
            self._enable(True)
            self.player.play(film, trial.new_left)

    def _enable(self, can: bool) -> None:
        for button in self.buttons.values():
            button.setEnabled(can)

    def _reveal(self) -> None:
        self.heading.setText(tr("Which was which"))
        self.told.setText(statement(self.test.tally))
        for part in (self._pictures, self._answers, self._hint, self.back):
            part.hide()
        for trial, choice in zip(self.test.trials, self.test.choices, strict=True):
            self.results.addItem(_row(trial, choice))
        self.results.show()
        self.leave.setDefault(True)
        self.leave.setFocus()

    def _connect(self) -> None:
        self.player.shown.connect(self._show)
        for choice, button in self.buttons.items():
            button.clicked.connect(partial(self._choose, choice))
            for key in _KEYS[choice]:
                QShortcut(QKeySequence(key), self).activated.connect(button.click)
        self.back.clicked.connect(self._take_back)
        QShortcut(QKeySequence("Backspace"), self).activated.connect(self.back.click)
        self.leave.clicked.connect(self.accept)

    def _show(self, left: object, right: object) -> None:
        self.left.show_frame(left, None)  # type: ignore[arg-type] # a signal carries objects; these are pictures
        self.right.show_frame(right, None)  # type: ignore[arg-type] # as above

    def _arrange(self) -> None:
        self.told.setText(tr("Both say the same. Which mouth fits the voice better, and looks more real?"))
        self._pictures = _line(self.left, self.right)
        self._answers = _line(*self.buttons.values())
        self._hint = muted(
            tr("Keys: Left, Right, = if alike, Backspace for one back. At the end you see which was which.")
        )
        self.results.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.heading)
        layout.addWidget(self.told)
        layout.addWidget(self._pictures, 1)
        layout.addWidget(self._answers)
        layout.addWidget(self.results, 1)
        layout.addWidget(self._hint)
        bottom = QHBoxLayout()
        bottom.addWidget(self.back)
        bottom.addStretch(1)
        bottom.addWidget(self.leave)
        layout.addLayout(bottom)
        for button in (*self.buttons.values(), self.back, self.leave):
            button.setAccessibleName(button.text().strip("←→= "))
            button.setAutoDefault(False)


def _line(*parts: QWidget) -> QWidget:
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    for part in parts:
        layout.addWidget(part, 1)
    return line


def _row(trial: Trial, choice: Choice) -> str:
    """What was chosen of a film, and what that was."""
    name = trial.film.stem
    if choice is Choice.EQUAL:
        return tr("Film {name}: they looked alike").format(name=name)
    if (choice is Choice.LEFT) == trial.new_left:
        return tr("Film {name}: you chose the new one").format(name=name)
    return tr("Film {name}: you chose the old one").format(name=name)
