"""The first thing a person sees: what this machine can do, what is ready, what can be had, and what is allowed.

Shown once, and from the menu Help whenever somebody wants it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.commands import Commands
from app.language import tr
from app.tasks import Tasks
from app.upkeep import Upkeep
from app.widgets.section import heading, muted
from app.widgets.task_row import in_words

if TYPE_CHECKING:
    from core.machine import EngineFit, Machine


class FirstStepsPage(QDialog):
    """A card for this machine, one for each engine, the notice, and the demo."""

    musetalk_wanted = Signal()
    """The person wants the weights of MuseTalk."""

    def __init__(self, commands: Commands, errands: Tasks, upkeep: Upkeep, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("First steps"))
        self.resize(720, 720)
        self._commands, self._errands, self._upkeep = commands, errands, upkeep
        self.machine = muted(tr("Looking …"))
        self.instant, self.musetalk, self.licence = muted(), muted(), muted()
        self.get = QPushButton(tr("&Get MuseTalk …"))
        self.get.setAccessibleName(tr("Get the weights of MuseTalk"))
        self.get.clicked.connect(self.musetalk_wanted)
        self.demo = QPushButton(tr("&Dub the demo"))
        self.demo.setObjectName("primary")
        self.demo.setAccessibleName(tr("Dub the demo"))
        self.demo.clicked.connect(self._dub_the_demo)
        self.begin = QPushButton(tr("&Begin"))
        self.begin.setAccessibleName(tr("Begin"))
        self.begin.clicked.connect(self.accept)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the machine each time the page is opened."""
        super().showEvent(event)
        if not event.spontaneous():
            self._errands.run(tr("Looking at this machine"), self._upkeep.machine(), self._show)

    def _show(self, machine: Machine) -> None:
        self.machine.setText(_told(machine))
        self.instant.setText(_state_of_instant(machine.fit("instant")))
        fit = machine.fit("musetalk")
        self.musetalk.setText(_state_of_musetalk(fit, machine.device.is_cpu))
        licences = dict.fromkeys(entry.set.licence for entry in fit.missing if entry.set.ask)
        self.licence.setText("\n".join(tr("Licence: {licence}").format(licence=licence) for licence in licences))
        self.licence.setVisible(bool(licences))
        self.get.setVisible(not fit.is_ready)

    def _dub_the_demo(self) -> None:
        self._errands.run(tr("Opening the demo"), self._upkeep.demo(), self._commands.dub_demo)
        self.accept()

    def _arrange(self) -> None:
        title = QLabel(tr("Welcome to Dubwright"))
        title.setObjectName("title")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(14)
        column.addWidget(title)
        column.addWidget(muted(tr("A film and a voice go in; the mouth in the film follows the voice.")))
        column.addWidget(_consent())
        column.addWidget(_card(tr("This machine"), self.machine))
        column.addWidget(_card(tr("Built-in engine"), self.instant))
        column.addWidget(_card(tr("MuseTalk, an engine that paints"), self.musetalk, self.licence, self.get))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(tr("First steps"))
        buttons = QHBoxLayout()
        buttons.setContentsMargins(24, 12, 24, 16)
        buttons.setSpacing(10)
        buttons.addStretch(1)
        buttons.addWidget(self.begin)
        buttons.addWidget(self.demo)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addLayout(buttons)
        self.demo.setDefault(True)


def _consent() -> QFrame:
    text = QLabel(tr("Dub only faces and voices that you may use: your own, or those of people who agreed."))
    text.setWordWrap(True)
    rule = tr("Who is seen or heard must know of it where the law asks for it, and so must who watches.")
    return _card(tr("What is allowed"), text, muted(rule))


def _card(title: str, *parts: QWidget) -> QFrame:
    card = QFrame()
    card.setObjectName("card")
    inner = QVBoxLayout(card)
    inner.setContentsMargins(18, 14, 18, 14)
    inner.setSpacing(6)
    inner.addWidget(heading(title))
    for part in parts:
        inner.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft if isinstance(part, QPushButton) else Qt.AlignmentFlag(0))
    return card


def _told(machine: Machine) -> str:
    kind = tr("The processor does the work.") if machine.device.is_cpu else tr("The graphics card does the work.")
    free, whole = machine.free / 1e9, machine.memory / 1e9
    memory = tr("{free:.1f} of {whole:.1f} GB of memory are free.").format(free=free, whole=whole)
    return f"{machine.device.title}\n{kind} {memory}"


def _state_of_instant(fit: EngineFit) -> str:
    if not fit.is_ready:
        return tr("Parts of it are missing. Help → Check this machine says what to do.")
    return tr("Ready. Works on every machine at once: it moves the lips, jaw and cheeks of the real picture.")


def _state_of_musetalk(fit: EngineFit, is_cpu: bool) -> str:
    from core.machine import FASTEST_LINE, SLOW_LINE, seconds_of_transfer

    size = tr("It takes about {size:.1f} GB of memory.").format(size=fit.memory / 1e9)
    fits = tr("That fits here.") if fit.fits else tr("This machine has too little.")
    pace = tr("Without a graphics card each frame takes a second or more.") if is_cpu else ""
    if fit.is_ready:
        return " ".join(part for part in (tr("Ready."), size, fits, pace) if part)
    fast, slow = (in_words(seconds_of_transfer(fit.to_fetch, line)) for line in (FASTEST_LINE, SLOW_LINE))
    load = tr("{size:.2f} GB are to be fetched once: {fast} over a line of 100 Mbit/s, {slow} over one of 10.")
    told = load.format(size=fit.to_fetch / 1e9, fast=fast, slow=slow)
    return " ".join(part for part in (told, size, fits, pace) if part)
