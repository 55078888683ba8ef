"""Puts the training into the window: its dock, the blind comparison, and the question when the window is closed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.blind import BlindTest
from app.commands import Commands
from app.language import tr
from app.main_window import MainWindow
from app.panels.blind_test import BlindTestDialog
from app.panels.training import TrainingPanel
from app.speaker import Output
from app.tasks import Tasks
from app.training import Phase, Training
from core.media.player import Player

if TYPE_CHECKING:
    from core.machine import Machine

KEYS = "Ctrl+T"


class TrainingDock(QObject):
    """Everything of the training that the program has to hold."""

    def __init__(
        self, commands: Commands, window: MainWindow, errands: Tasks, open_speaker: Callable[[Player], Output]
    ) -> None:
        super().__init__(window)
        self._commands, self._window, self._errands, self._open = commands, window, errands, open_speaker
        self.training = Training(commands.desk)
        self.panel = TrainingPanel(commands, self.training, errands, commands.desk.work.upkeep)
        self.dialog: BlindTestDialog | None = None
        self._learns = False
        window.add_dock(self.panel, KEYS)
        window.closing_checks.append(self.training.may_leave)
        self.training.leaving.connect(window.close)
        self.panel.comparison_wanted.connect(self.compare)
        self.training.changed.connect(self._share_card)

    def compare(self) -> None:
        """Let the person compare the last outcome with its base, blindly."""
        outcome = self.training.outcome
        films = [path for path in outcome.pairs if path.is_file()] if outcome is not None else []
        if not films:
            self._commands.desk.notifier.warning(tr("The films to compare are not there any more."))
            return
        self._commands.desk.playback.stop()
        self.dialog = BlindTestDialog(BlindTest(films), self._errands, self._open, self._window)
        self.dialog.open()

    def _share_card(self) -> None:
        """Let exports of large engines wait while something is learned; where there is no card both can go on."""
        learns = self.training.phase in (Phase.RUNNING, Phase.STOPPING)
        if learns == self._learns or self.training.phase is Phase.STOPPING:
            return
        self._learns = learns
        self._give_way(learns)
        if learns:
            machine = self._commands.desk.work.upkeep.machine()
            self._errands.run_quietly(machine, self._learn_machine, on_error=lambda _: self._give_way(False))

    def _learn_machine(self, machine: Machine) -> None:
        if machine.device.is_cpu:
            self._give_way(False)

    def _give_way(self, gives: bool) -> None:
        self._commands.desk.exports.give_way(gives)

    def close(self) -> None:
        """End the training program and be silent."""
        if self.dialog is not None:
            self.dialog.player.stop()
        self.training.close()
