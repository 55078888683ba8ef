"""A blind comparison: films in a drawn order, each with a drawn side, choices counted, and what they can mean.

Knows no widget and no player. Whether the left or the right picture is the new one is known here alone until the end.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import comb
from pathlib import Path

from app.language import tr

_CHANCE = 0.05


class Choice(StrEnum):
    """Which picture is better."""

    LEFT = "left"
    RIGHT = "right"
    EQUAL = "equal"


@dataclass(frozen=True, slots=True)
class Trial:
    """A film of both, and whether the new picture is shown at the left."""

    film: Path
    new_left: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """How often which was chosen."""

    new: int = 0
    old: int = 0
    equal: int = 0

    @property
    def chance(self) -> float:
        """How likely a result this uneven, or more so, is where nobody sees a difference: the exact sign test.

        Two-sided; those that looked alike say nothing and are left out (Dixon and Mood 1946).
        """
        count = self.new + self.old
        uneven = sum(comb(count, wins) for wins in range(max(self.new, self.old), count + 1))
        return float(min(1.0, 2 * uneven / 2**count)) if count else 1.0


class BlindTest:
    """One go through all films."""

    def __init__(self, films: Sequence[Path], chance: random.Random | None = None) -> None:
        """Raises ValueError without films."""
        if not films:
            raise ValueError("nothing to compare")
        drawn = chance or random.SystemRandom()
        ordered = drawn.sample(list(films), len(films))
        self.trials = tuple(Trial(film, drawn.random() < 0.5) for film in ordered)
        self._chosen: list[Choice] = []

    @property
    def number(self) -> int:
        """How many choices were made."""
        return len(self._chosen)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What was chosen of the films so far."""
        return tuple(self._chosen)

    @property
    def present(self) -> Trial | None:
        """What is compared now; None when all is done."""
        return self.trials[self.number] if self.number < len(self.trials) else None

    def choose(self, choice: Choice) -> None:
        """Choose, and go on to the next. Raises ValueError after the last."""
        if self.present is None:
            raise ValueError("everything was compared")
        self._chosen.append(choice)

    def take_back(self) -> None:
        """Forget the last choice, if there is one."""
        if self._chosen:
            self._chosen.pop()

    @property
    def tally(self) -> Tally:
        """The choices so far."""
        new = old = 0
        for trial, choice in zip(self.trials, self._chosen, strict=False):
            if choice is not Choice.EQUAL:
                is_new = (choice is Choice.LEFT) == trial.new_left
                new, old = new + is_new, old + (not is_new)
        return Tally(new, old, self.number - new - old)


def statement(tally: Tally) -> str:
    """What a tally says, in plain words."""
    counted = tr("New better: {new}. Old better: {old}. Alike: {equal}.")
    told = counted.format(new=tally.new, old=tally.old, equal=tally.equal)
    if tally.new + tally.old == 0:
        return f"{told} {tr('You saw no difference.')}"
    guess = tr("Somebody who only guesses gets a result this uneven, or more so, {often}.").format(
        often=_often(tally.chance)
    )
    if tally.chance > _CHANCE:
        return f"{told} {guess} {tr('That is no proof: it may well be chance.')}"
    winner = tr("You prefer the new one.") if tally.new > tally.old else tr("You prefer the old one.")
    return f"{told} {guess} {winner}"


def _often(chance: float) -> str:
    if chance > 0.995:
        return tr("nearly always")
    if chance >= 0.01:
        return tr("{count} times of 100").format(count=round(100 * chance))
    return tr("{count} times of 1000").format(count=max(round(1000 * chance), 1))
