"""The dock of the engine: which one makes the mouth, with which weights, how it is run, and what this machine has.

Every control is one decision of the project. An engine whose weights are not here is not chosen; the way to them is
shown instead.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QDockWidget, QFileDialog, QPushButton, QVBoxLayout
from PySide6.QtWidgets import QWidget as Widget

from app.commands import Commands
from app.language import tr
from app.tasks import Tasks
from app.upkeep import Page, Upkeep
from app.widgets.choice import Choice
from app.widgets.section import Section, muted, scrolled
from app.widgets.slider import ValueSlider
from core import edit
from core.project import Decoder, DubProject, EngineChoice

if TYPE_CHECKING:
    from core.machine import Machine
    from core.weights_list import WeightsEntry

INSTANT, MUSETALK = "instant", "musetalk"
FOLDER = object()
"""Stands in the list of weights for a folder that is still to be chosen."""

_TINY, _PARSER = "taesd", "face-parsing"
_MARGIN = 0.07  # of the face's scale; where the slider begins when the trained margin is left


@dataclass(frozen=True, slots=True)
class _Known:
    """What was found on this machine."""

    machine: Machine
    weights: tuple[WeightsEntry, ...]

    def has(self, name: str) -> bool:
        """Whether a set can be used now."""
        return any(entry.set.name == name and entry.is_here for entry in self.weights)


class EnginePanel(QDockWidget):
    """Everything of the engine. `errands` runs what looks at this machine."""

    known = Signal()
    """What this machine has was found out."""

    def __init__(self, commands: Commands, errands: Tasks, upkeep: Upkeep) -> None:
        super().__init__(tr("Engine"))
        self.setObjectName("engine")
        self._commands, self._errands, self._upkeep = commands, errands, upkeep
        self._found: _Known | None = None
        self._asks = False
        self.engine = Choice(tr("Engine"), tr("What makes the mouth"))
        self.about = muted()
        self.weights = Choice(tr("Weights"), tr("Which networks paint the mouth"))
        self.decoder = Choice(tr("Decoder"), tr("How pictures are made of what the networks think"))
        tip = tr(
            "Moves the border between kept and new picture down the nose, opening the mouth more; share of the face."
        )
        self.shift = ValueSlider(tr("Border shift"), "", (-0.3, 0.3), 0.01, tip)
        self.trained = QCheckBox(tr("Chin margin as trained"))
        self.trained.setAccessibleName(tr("Chin margin as trained"))
        tip = tr("How much is seen below the chin; share of the face.")
        self.margin = ValueSlider(tr("Chin margin"), "", (0.0, 0.5), 0.01, tip)
        self.machine = muted(tr("Looking …"))
        self.machine.setAccessibleName(tr("This machine"))
        self.get = QPushButton(tr("Weights …"))
        self.get.setAccessibleName(tr("Show the page of weights"))
        self._arrange()
        self._connect()
        self.show_project(commands.desk.document.project)

    def show_project(self, project: DubProject) -> None:
        """Show the decisions of a project; nothing is edited by it."""
        choice = project.engine
        self.engine.show_value(choice.engine)
        self.about.setText(_about(choice.engine))
        self._musetalk.setVisible(choice.engine == MUSETALK)
        self._offer_weights(choice.weights)
        self.decoder.show_value(choice.decoder)
        self.shift.show_value(choice.bbox_shift)
        with QSignalBlocker(self.trained):
            self.trained.setChecked(choice.chin_margin is None)
        self.margin.setVisible(choice.chin_margin is not None)
        self.margin.show_value(_MARGIN if choice.chin_margin is None else choice.chin_margin)

    def look(self) -> None:
        """Find out anew what this machine has."""
        if not self._asks:
            self._asks = True
            self._errands.run(tr("Looking at this machine"), self._upkeep.machine(), self._learn_machine)

    def _learn_machine(self, machine: Machine) -> None:
        def learn(weights: tuple[WeightsEntry, ...]) -> None:
            self._found, self._asks = _Known(machine, weights), False
            self.machine.setText(_told(machine))
            self._offer_weights(self._choice.weights)
            self.known.emit()

        self._errands.run(tr("Looking for weights"), self._upkeep.weights(), learn)

    @property
    def _choice(self) -> EngineChoice:
        return self._commands.desk.document.project.engine

    def _offer_weights(self, chosen: str) -> None:
        """The sets that are here, a folder, and what is chosen although it may not be here."""
        named: dict[object, str] = {"": tr("The best there is")}
        for entry in self._found.weights if self._found is not None else ():
            if entry.is_here and entry.set.engine == MUSETALK and (entry.set.own or "musetalk" in entry.set.name):
                named[entry.set.name] = entry.set.name if entry.set.own else entry.set.title.partition(":")[0]
        if chosen not in named:
            named[chosen] = Path(chosen).name
        named[FOLDER] = tr("A folder …")
        self.weights.offer(named)
        self.weights.show_value(chosen)

    def _choose_engine(self, engine: str) -> None:
        missing = () if self._found is None else self._found.machine.fit(engine).missing
        if missing:
            names = ", ".join(entry.set.name for entry in missing)
            self._refuse(tr("This engine needs weights that are not here: {names}.").format(names=names))
        else:
            self._edit(tr("Engine"), engine=engine)

    def _choose_weights(self, chosen: object) -> None:
        if chosen is FOLDER:
            folder = QFileDialog.getExistingDirectory(self, tr("Folder of weights"))
            if not folder:
                self._offer_weights(self._choice.weights)
                return
            chosen = str(Path(folder).absolute())
        self._edit(tr("Weights"), weights=chosen)

    def _choose_decoder(self, decoder: Decoder) -> None:
        if decoder is Decoder.TINY and self._found is not None and not self._found.has(_TINY):
            self._refuse(tr("The quick decoder needs the weights “{name}”.").format(name=_TINY))
        else:
            self._edit(tr("Decoder"), decoder=decoder)

    def _refuse(self, text: str) -> None:
        """Leave the project as it is, and show the way to what it would take."""
        self.show_project(self._commands.desk.document.project)
        self._commands.desk.notifier.warning(text, tr("Get them on the page of weights, then choose again."))
        self._commands.show_page(Page.WEIGHTS)

    def _edit(self, title: str, gesture: object = None, **changes: object) -> None:
        choice: EngineChoice = replace(self._choice, **changes)  # type: ignore[arg-type] # names are spelt out below
        self._commands.change(title, edit.set_engine(choice), gesture)

    def _connect(self) -> None:
        self.engine.chosen.connect(self._choose_engine)
        self.weights.chosen.connect(self._choose_weights)
        self.decoder.chosen.connect(self._choose_decoder)
        self.shift.changed.connect(lambda value, gesture: self._edit(tr("Border shift"), gesture, bbox_shift=value))
        self.trained.toggled.connect(
            lambda on: self._edit(tr("Chin margin"), chin_margin=None if on else self.margin.value)
        )
        self.margin.changed.connect(lambda value, gesture: self._edit(tr("Chin margin"), gesture, chin_margin=value))
        self.get.clicked.connect(lambda: self._commands.show_page(Page.WEIGHTS))
        self.visibilityChanged.connect(self._come_into_sight)
        desk = self._commands.desk
        desk.document.changed.connect(lambda _, project: self.show_project(project))

    def _come_into_sight(self, visible: bool) -> None:
        if visible:
            self.look()

    def _arrange(self) -> None:
        self.engine.offer(_names())
        self.decoder.offer({Decoder.FULL: tr("Full, sharp"), Decoder.TINY: tr("Tiny, quick and softer")})
        options = (self.weights, self.decoder, self.shift, self.trained, self.margin)
        self._musetalk = Section(tr("How it is run"), *options)
        inside = Widget()
        inside.setObjectName("panel")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(14)
        layout.addWidget(Section(tr("Engine"), self.engine, self.about))
        layout.addWidget(self._musetalk)
        layout.addWidget(Section(tr("This machine"), self.machine, self.get))
        layout.addStretch(1)
        self.setWidget(scrolled(inside, tr("Engine")))
        self.setMinimumWidth(340)


def _names() -> dict[str, str]:
    return {INSTANT: tr("Built-in, at once"), MUSETALK: tr("MuseTalk, painted")}


def _about(engine: str) -> str:
    if engine == INSTANT:
        return tr("Moves the lips, jaw and cheeks of the real picture. Needs no download and no graphics card.")
    return tr("Networks paint the lower face anew. Slow without a graphics card; what was painted once is kept.")


def _told(machine: Machine) -> str:
    """Device, number format and memory, a line each."""
    memory = tr("{free:.1f} of {all:.1f} GB of memory are free").format(
        free=machine.free / 1e9, all=machine.memory / 1e9
    )
    takes = machine.fit(MUSETALK)
    words = tr("MuseTalk takes about {size:.1f} GB: it fits.") if takes.fits else tr(
        "MuseTalk takes about {size:.1f} GB: too much here."
    )  # fmt: skip
    return "\n".join([machine.device.title, machine.device.precision, memory, words.format(size=takes.memory / 1e9)])
