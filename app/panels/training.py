"""The dock of the training: clips, name and base, the check, start and stop, curves, samples, the verdict.

Decides nothing: `app.training` does. Curves are made, and their library loaded, when there is something to draw.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression, QTimer, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import (
    QDockWidget,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
)
from PySide6.QtWidgets import QWidget as Widget

from app.commands import Commands
from app.dialogs import FILM_ENDINGS
from app.language import tr
from app.panels.training_verdict import VerdictView
from app.tasks import Tasks
from app.training import Phase, Training
from app.training_lines import Stage, Wish
from app.training_words import estimate_of, notice_of, rows_of, summary_of
from app.upkeep import Upkeep
from app.widgets.choice import Choice
from app.widgets.file_list import FileList
from app.widgets.section import Section, muted, scrolled
from app.widgets.strips import StripView
from app.widgets.task_row import ProgressWords
from core import edit

if TYPE_CHECKING:
    from app.widgets.curves import Curves
    from core.weights_list import WeightsEntry

_NAME = QRegularExpression("[A-Za-z0-9][A-Za-z0-9._-]*")
_ENGINE = "musetalk"
_LINES = 6  # of the check that are seen at once
_SHARES = (0.05, 0.1, 0.2, 0.3)  # of a film's time that may be held out
_PAUSE_MS = 800  # after a choice, until the estimate is made anew


def ask_films(parent: Widget) -> list[Path]:
    """Ask by the desktop's own dialog for films."""
    kinds = tr("Films ({films});;All files (*)").format(films=" ".join(f"*{ending}" for ending in FILM_ENDINGS))
    names, _ = QFileDialog.getOpenFileNames(parent, tr("Clips of one person"), "", kinds)
    return [Path(name) for name in names]


def methods() -> dict[str, str]:
    """How weights can be adapted on this machine, by the training program's names; a library may be missing for one."""
    named = {"auto": tr("By the memory"), "full": tr("The whole network")}
    return {**named, "lora": tr("A small correction (LoRA)")} if find_spec("peft") is not None else named


class TrainingPanel(QDockWidget):
    """Everything of a fine-tune. `ask` asks for films."""

    comparison_wanted = Signal()
    """The person wants to compare blindly."""

    def __init__(
        self,
        commands: Commands,
        training: Training,
        errands: Tasks,
        upkeep: Upkeep,
        ask: Callable[[Widget], Sequence[Path]] = ask_films,
    ) -> None:
        super().__init__(tr("Training"))
        self.setObjectName("training")
        self._commands, self._training, self._ask = commands, training, ask
        self._errands, self._upkeep = errands, upkeep
        self._words = ProgressWords()
        self.curves: Curves | None = None
        self.clips = FileList(FILM_ENDINGS)
        self.clips.setAccessibleName(tr("Clips of one person"))
        self.clips.setAccessibleDescription(tr("Films can be dropped here."))
        self.add = _button(tr("Add &films …"), self._add)
        self.remove = _button(tr("&Remove"), self.clips.remove_chosen)
        self.remove.setAccessibleName(tr("Remove the chosen clips"))
        self._make_choices()
        self._changed = QTimer(self)
        self._changed.setSingleShot(True)
        self._changed.setInterval(_PAUSE_MS)
        self.check = _button(tr("&Check"), lambda: training.check(self.wish))
        self.check.setAccessibleName(tr("Check the clips and this machine"))
        self.start = _button(tr("&Start"), lambda: training.start(self.wish))
        self.start.setObjectName("primary")
        self.stop = _button(tr("S&top"), training.stop)
        self.stop.setAccessibleName(tr("Stop the training"))
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setAccessibleName(tr("What the training does"))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of the training"))
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.rows = QListWidget()
        self.rows.setAccessibleName(tr("What can be learned from, clip by clip"))
        self.rows.setWordWrap(True)
        self.estimate = muted()
        self.strips = StripView()
        self.verdict = VerdictView()
        self._arrange()
        self._show_wish(training.kept.wish)
        self._connect()
        self.refresh()
        self._show_growth()

    @property
    def wish(self) -> Wish:
        """What is wished for by what stands in the fields."""
        how = (self.method.value, self.held_out.value)
        return Wish(tuple(self.clips.files), self.name.text(), self.base.value, *how)

    def refresh(self) -> None:
        """Show what is the case now."""
        training, course = self._training, self._training.course
        for control in (self.clips, self.add, self.remove, self._name, self.base, self.method, self.held_out):
            control.setEnabled(not training.runs)
        self._show_buttons()
        self.told.setText(self._told())
        self.told.setVisible(bool(self.told.text()))
        self.bar.setVisible(training.runs)
        self._stage.setVisible(training.runs)
        if training.phase in (Phase.WAITING, Phase.STOPPING):
            self.bar.setRange(0, 0)
            self._stage.clear()
        self._checked.setVisible(course.check is not None)
        if course.check is not None:
            self.summary.setText(summary_of(course.check))
            self._show_rows(rows_of(course.check))
        self.estimate.setVisible(course.estimate is not None)
        self.estimate.setText(estimate_of(course.estimate) if course.estimate is not None else "")
        self.verdict.setVisible(training.outcome is not None and not training.runs)
        if training.outcome is not None:
            self.verdict.show_outcome(training.outcome)

    def _told(self) -> str:
        """Sentences: what is done, what went wrong, what is to be known."""
        training, course = self._training, self._training.course
        told = {
            Phase.WAITING: tr("The engine gives its memory back; other work that runs is finished first."),
            Phase.STOPPING: tr("Saving what was learned …"),
        }.get(training.phase, course.told)
        sentences = [told, *((course.trouble.message, course.trouble.hint) if course.trouble is not None else ())]
        if training.lends and training.phase is not Phase.WAITING:
            sentences.append(tr("The engine's memory is lent to the training: new frames are shown as filmed."))
        if training.runs:
            sentences += filter(None, map(notice_of, course.notices))
        return "\n".join(filter(None, sentences))

    def _show_buttons(self) -> None:
        training, wish = self._training, self.wish
        can = wish.is_whole and self.name.hasAcceptableInput() and not training.runs
        goes_on = training.goes_on(wish)
        self.check.setEnabled(can)
        self.start.setEnabled(can)
        self.start.setText(tr("Re&sume") if goes_on else tr("&Start"))
        self.start.setAccessibleName(tr("Resume the training") if goes_on else tr("Start the training"))
        self.stop.setEnabled(training.runs and training.phase is not Phase.STOPPING)

    def _show_rows(self, rows: list[str]) -> None:
        if rows != [self.rows.item(at).text() for at in range(self.rows.count())]:
            self.rows.clear()
            self.rows.addItems(rows)

    def _show_stage(self, stage: Stage) -> None:
        if self._training.phase is not Phase.STOPPING:
            self.bar.setRange(0, stage.total)
            self.bar.setValue(min(stage.done, stage.total))
            film = Path(stage.label).suffix.lower() in FILM_ENDINGS
            told = tr("Looking at {name}").format(name=stage.label) if film else ""
            self._stage.setText(told or self._words.of(stage.done, stage.total, stage.label))

    def _show_growth(self) -> None:
        course = self._training.course
        held_out = [(sample.step, sample.error) for sample in course.samples]
        if self.curves is None and (course.learned or held_out):
            from app.widgets.curves import Curves

            self.curves = Curves()
            self._course.add(self.curves)
        self._course.setVisible(self.curves is not None)
        if self.curves is not None:
            self.curves.show_points(course.learned, held_out)
        self._samples.setVisible(bool(course.samples))
        self.strips.show_strips([(sample.step, sample.path) for sample in course.samples])

    def _add(self) -> None:
        self.clips.add(self._ask(self))

    def _show_wish(self, wish: Wish) -> None:
        self._offer((), wish.base)
        self.clips.add(wish.clips)
        self.name.setText(wish.name)
        self.method.show_value(wish.method)
        self.held_out.show_value(wish.held_out)

    def _offer(self, entries: Sequence[WeightsEntry], chosen: str) -> None:
        named = {"": tr("The best there is")}
        for entry in entries:
            if entry.is_here and entry.set.engine == _ENGINE and (entry.set.own or _ENGINE in entry.set.name):
                named[entry.set.name] = entry.set.name if entry.set.own else entry.set.title.partition(":")[0]
        self.base.offer(named)
        self.base.show_value(chosen)

    def _use(self) -> None:
        outcome = self._training.outcome
        if outcome is not None:
            choice = self._commands.desk.document.project.engine
            wanted = replace(choice, engine=_ENGINE, weights=outcome.name)
            self._commands.change(tr("Use the new weights"), edit.set_engine(wanted))

    def look(self) -> None:
        """Look for weights to begin with."""
        chosen = self.base.value
        job = self._upkeep.weights()
        self._errands.run_quietly(job, lambda entries: self._offer(entries, chosen))

    def _connect(self) -> None:
        training = self._training
        training.changed.connect(self.refresh)
        training.changed.connect(self._show_growth)
        training.grew.connect(self._show_growth)
        training.progressed.connect(self._show_stage)
        training.made.connect(self.look)
        self.clips.changed.connect(self._show_buttons)
        self.name.textChanged.connect(self._show_buttons)
        for choice in (self.base, self.method, self.held_out):
            choice.chosen.connect(self._show_buttons)
            choice.chosen.connect(lambda _: self._changed.start())
        self._changed.timeout.connect(lambda: training.estimate(self.wish))
        self.verdict.use.clicked.connect(self._use)
        self.verdict.compare.clicked.connect(self.comparison_wanted)
        self.visibilityChanged.connect(lambda visible: self.look() if visible else None)

    def _make_choices(self) -> None:
        """Under which name, from which weights on, and how it is learned."""
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name of the new weights"))
        self.name.setPlaceholderText(tr("letters, digits, dots, dashes"))
        self.name.setValidator(QRegularExpressionValidator(_NAME, self.name))
        self.base = Choice(tr("Base"), tr("The weights that are adapted; they stay as they are"))
        self.method = Choice(tr("Method"), tr("What is learned: the whole network, or a small correction of it"))
        self.method.offer(methods())
        self.held_out = Choice(tr("Held out"), tr("How much of the film is kept back, to see whether it helped"))
        self.held_out.offer({share: tr("{share} % of the film").format(share=round(100 * share)) for share in _SHARES})

    def _arrange(self) -> None:
        hint = muted(tr("A minute or more of one person who faces the camera and speaks, with its own sound."))
        self._stage = muted()
        self.rows.setFixedHeight(_LINES * (self.rows.fontMetrics().height() + 9))
        self._checked = Section(tr("Check"), self.summary, self.rows)
        self._course = Section(tr("Difference from the film"))
        self._samples = Section(tr("Held-out samples"), self.strips)
        inside = Widget()
        inside.setObjectName("panel")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(14)
        layout.addWidget(Section(tr("Clips of one person"), hint, self.clips, _row(self.add, self.remove)))
        self._name = _named(tr("&Name"), self.name)
        layout.addWidget(Section(tr("New weights"), self._name, self.base, self.method, self.held_out))
        layout.addWidget(_row(self.check, self.start, self.stop))
        for part in (self.told, self.bar, self._stage, self._checked, self.estimate, self._course, self._samples):
            layout.addWidget(part)
        layout.addWidget(self.verdict)
        layout.addStretch(1)
        self.setWidget(scrolled(inside, tr("Training")))
        self.setMinimumWidth(360)


def _button(text: str, do: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setAccessibleName(text.replace("&", "").rstrip(" …"))
    button.clicked.connect(lambda: do())
    return button


def _row(*controls: Widget) -> Widget:
    row = Widget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    for control in controls:
        layout.addWidget(control)
    return row


def _named(text: str, field: Widget) -> Widget:
    """A field beside its name, aligned with a `Choice`."""
    label = QLabel(text)
    label.setBuddy(field)
    row = _row(label, field)
    layout = row.layout()
    assert isinstance(layout, QHBoxLayout)
    layout.setStretch(0, 2)
    layout.setStretch(1, 5)
    return row
