"""A fine-tune seen from the window: wished for, checked, begun, stopped, gone on with, and what came of it.

Decides in which order things happen; the work is done by the training program (`app.trainer`). Knows no widget.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from pydantic import TypeAdapter, ValidationError
from PySide6.QtCore import QObject, Signal

from app.commands import Desk
from app.language import tr
from app.settings import config_folder
from app.trainer import Ending, Trainer
from app.training_lines import (
    Check,
    Earlier,
    Ended,
    Estimate,
    Figures,
    Kept,
    Notice,
    Outcome,
    Sample,
    Stage,
    Told,
    Trouble,
    Wish,
)
from app.training_words import trouble_of
from app.worker import FILLING, Task

LEARNING = "steps"
"""What the training program calls the stage in which it learns: only then it can save its work and stop."""

_FILE = "training.json"


class Phase(StrEnum):
    """What is being done."""

    IDLE = "idle"
    WAITING = "waiting"  # for the engine to give back its memory, and for what must end before
    CHECKING = "checking"
    RUNNING = "running"
    STOPPING = "stopping"


@dataclass(slots=True)
class Course:
    """What is known of the run that is shown."""

    check: Check | None = None
    estimate: Estimate | None = None
    learned: list[tuple[int, float]] = field(default_factory=list)
    """Steps, and how far painted pictures were from the film."""
    samples: list[Sample] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    trouble: Trouble | None = None
    told: str = ""
    """What became of it, in a sentence."""

    def take(self, value: Figures | Sample | Earlier) -> None:
        """Add what was learned. Steps that are repeated after a kill take the place of those that were lost."""
        if isinstance(value, Earlier):
            self.learned = [(each.step, each.error) for each in value.metrics]
            self.samples = list(value.samples)
        elif isinstance(value, Figures):
            while self.learned and self.learned[-1][0] >= value.step:
                self.learned.pop()
            self.learned.append((value.step, value.error))
        else:
            self.samples = [each for each in self.samples if each.step < value.step]
            self.samples.append(value)


class Training(QObject):
    """One fine-tune at a time."""

    changed = Signal()
    """Another phase, check, estimate or outcome."""

    grew = Signal()
    """There are new figures or samples in `course`."""

    progressed = Signal(object)
    """A part of the work went on: `Stage`."""

    made = Signal(str)
    """New weights are there, by this name."""

    leaving = Signal()
    """The work is saved, and the person wanted to leave."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.document)
        self._desk = desk
        self._trainer = Trainer(desk.work.trainer.command, self)
        self._kept = _load()
        self._wish = self._kept.wish
        self._task: Task | None = None
        self._stage = Stage(0, 0, "")
        self._leaves = self._finished = False
        self.phase = Phase.IDLE
        self.course = Course()
        self._trainer.told.connect(self._take)
        self._trainer.ended.connect(self._end)

    @property
    def kept(self) -> Kept:
        """What is remembered of the last time."""
        return self._kept

    @property
    def outcome(self) -> Outcome | None:
        """What came of the last run that ended."""
        return self._kept.outcome

    @property
    def runs(self) -> bool:
        """Whether something is being done."""
        return self.phase is not Phase.IDLE

    @property
    def lends(self) -> bool:
        """Whether the preview goes without its engine meanwhile."""
        return self.runs and self._desk.preview.lends

    def goes_on(self, wish: Wish) -> bool:
        """Whether a start would go on with a run that was begun."""
        return self._kept.unfinished and _same(wish, self._kept.wish)

    def check(self, wish: Wish) -> None:
        """Only look whether the clips and this machine are fit."""
        self._launch(wish, ["--check"])

    def estimate(self, wish: Wish) -> None:
        """Make the estimate anew after a change of what is wished for, if there was a check; seen clips are known."""
        if self.course.check is not None and wish.is_whole and not self.runs:
            self.course.estimate = None
            self.check(wish)

    def start(self, wish: Wish) -> None:
        """Begin, or go on with what was begun."""
        if self._kept.unfinished and wish.name == self._kept.wish.name and not _same(wish, self._kept.wish):
            text = tr("“{name}” was begun with other clips, weights or settings.").format(name=wish.name)
            self._tell(Trouble(text, tr("Choose another name, or all as it was to go on.")))
            self.changed.emit()
            return
        self._launch(wish, [])

    def stop(self) -> None:
        """Save what was learned and end; at once where nothing would be lost."""
        if self.phase is Phase.WAITING and self._task is not None:
            self._task.cancel()
            self._task = None
            self._rest(tr("Stopped before it began."))
        elif self.phase in (Phase.CHECKING, Phase.RUNNING):
            self._go_to(Phase.STOPPING)
            if self._stage.label == LEARNING:
                self._trainer.stop()
            else:
                self._trainer.kill()

    def may_leave(self) -> bool:
        """Whether the program may end now. Who wants to stop the training leaves when its work is saved."""
        if not self.runs:
            return True
        if self.phase is not Phase.STOPPING:
            if not self._desk.notifier.ask_stop_training(self._wish.name):
                return False
            self.stop()
        self._leaves = True
        return not self.runs

    def close(self) -> None:
        """End the process, if there is one still."""
        self._trainer.close()

    def _launch(self, wish: Wish, options: list[str]) -> None:
        if self.runs or not wish.is_whole:
            return
        only_checks = bool(options)
        if not (self.goes_on(wish) or only_checks):
            self._remember(Kept(wish))
            self.course = Course(self.course.check, self.course.estimate)
        self.course.trouble, self.course.told = None, ""
        self._wish, self._stage, self._finished = wish, Stage(0, 0, ""), False
        arguments = ["finetune", *wish.options, "--json", "--attended", *options, *self._desk.work.trainer.options]

        def begin(_: None) -> None:
            self._task = None
            self._trainer.start(arguments)
            self._go_to(Phase.CHECKING if only_checks else Phase.RUNNING)

        title = tr("The training waits for other work")
        self._task = self._desk.tasks.run(title, self._desk.preview.lend(), begin, FILLING)
        self._go_to(Phase.WAITING)

    def _take(self, value: Told) -> None:
        course = self.course
        if isinstance(value, Figures | Sample | Earlier):
            course.take(value)
            if not self._kept.unfinished:
                self._remember(Kept(self._wish, True))
            self.grew.emit()
            return
        if isinstance(value, Stage):
            self._stage = value
            self.progressed.emit(value)
            return
        if isinstance(value, Check):
            course.check, course.estimate = value, None
        elif isinstance(value, Estimate):
            course.estimate = value
        elif isinstance(value, Notice):
            course.notices = list(dict.fromkeys([*course.notices, value.text]))
        else:
            self._conclude(value)
        self.changed.emit()

    def _conclude(self, value: Outcome | Ended | Trouble) -> None:
        self._finished = True
        if isinstance(value, Trouble):
            self._tell(trouble_of(value))
        elif isinstance(value, Outcome):
            self._remember(Kept(self._wish, outcome=value))
            self.course.told = tr("The weights “{name}” are there.").format(name=value.name)
            self.made.emit(value.name)
        else:
            self.course.told = tr("The clips can be learned from.") if value.checked else self._stopped()

    def _end(self, ending: Ending) -> None:
        stopped = self.phase is Phase.STOPPING
        if not self._finished:
            if not ending.began:
                text = tr("The training program cannot be started: {program}.").format(program=ending.words)
                self._tell(Trouble(text, tr("Install Dubwright again, then start once more.")))
            elif stopped:
                self.course.told = self._stopped()
            else:
                self._tell(self._death(ending))
        self._rest(self.course.told)

    def _death(self, ending: Ending) -> Trouble:
        """What a process that said nothing at its end has come to."""
        text = tr("The training ended unexpectedly: it was ended from outside, or memory ran out.")
        if not ending.died:
            last = ending.words.splitlines()[-1] if ending.words else str(ending.code)
            text = tr("The training ended by a defect: {last}").format(last=last)
        hint = tr("Start again; clips that were looked at are remembered.")
        if self._kept.unfinished:
            hint = tr("Resume goes on from what was saved last. Close other programs if memory is short.")
        return Trouble(text, hint)

    def _stopped(self) -> str:
        if self._kept.unfinished and self.course.learned:
            return tr("Stopped after step {step}; Resume goes on.").format(step=self.course.learned[-1][0])
        return tr("Stopped.")

    def _rest(self, told: str) -> None:
        """Nothing is done any more: the preview has its engine again."""
        self.course.told = told
        self._desk.preview.take_back()
        self._go_to(Phase.IDLE)
        if self._leaves:
            self._leaves = False
            self.leaving.emit()

    def _go_to(self, phase: Phase) -> None:
        self.phase = phase
        self.changed.emit()

    def _tell(self, trouble: Trouble) -> None:
        """Say what went wrong."""
        self.course.trouble = trouble
        self._desk.notifier.warning(trouble.message, trouble.hint)

    def _remember(self, kept: Kept) -> None:
        self._kept = kept
        place = config_folder() / _FILE
        part = place.with_suffix(".part")
        try:
            part.write_bytes(TypeAdapter(Kept).dump_json(kept, indent=1))
            part.replace(place)
        except OSError as error:
            self._desk.notifier.warning(tr("What is trained cannot be noted."), error.strerror or str(error))


def _same(one: Wish, other: Wish) -> bool:
    return replace(one, clips=tuple(sorted(one.clips))) == replace(other, clips=tuple(sorted(other.clips)))


def _load() -> Kept:
    """What was remembered; nothing if that cannot be read, which costs a person four fields."""
    place: Path = config_folder() / _FILE
    try:
        return TypeAdapter(Kept).validate_json(place.read_bytes())
    except (OSError, ValidationError):
        return Kept()
