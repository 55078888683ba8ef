"""What the training program says, as values: one JSON line, one value. Knows no process and no widget.

The lines are those of `core.console` and of the training program. Events that are not known are left alone: a later
program may have more to say.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError


@dataclass(frozen=True, slots=True)
class Clip:
    """A stretch of a film, in seconds; kept to learn from, or left out for these reasons."""

    begin: float
    end: float
    kept: bool
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Film:
    """What was found in a film; `trouble` says why nothing could be."""

    film: str
    trouble: str
    clips: tuple[Clip, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """What of the films can be learned from: `seconds`, of which `least` are needed."""

    films: tuple[Film, ...]
    seconds: float
    least: float

    @property
    def suffices(self) -> bool:
        """Whether there is enough."""
        return self.seconds >= self.least


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a run takes: bytes of memory, of which `free` are there, and seconds for `steps` steps."""

    memory: float
    free: float
    seconds: float
    steps: int


@dataclass(frozen=True, slots=True)
class Figures:
    """The losses of a step, by name."""

    step: int
    losses: dict[str, float]

    @property
    def error(self) -> float:
        """How far painted pictures are from the film."""
        return self.losses.get("pixel", sum(self.losses.values()))


@dataclass(frozen=True, slots=True)
class Sample:
    """A strip of held-out pictures painted after a step, and how far it is from the film."""

    step: int
    path: Path
    error: float


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was told of a run before it went on."""

    metrics: tuple[Figures, ...]
    samples: tuple[Sample, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """How far a part of the work is; `total` is 0 where nobody knows."""

    done: int
    total: int
    label: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that was done otherwise than expected."""

    text: str


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean over some groups, and the bounds within which it lies 95 times of 100."""

    mean: float
    low: float
    high: float
    groups: int


@dataclass(frozen=True, slots=True)
class Change:
    """A figure before and after; None where it was not measured."""

    before: Interval | None
    after: Interval | None
    difference: Interval | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a run: weights, the verdict on them, and films of both for a blind look."""

    folder: Path
    verdict: str
    seconds: int
    changes: dict[str, Change]
    pairs: tuple[Path, ...] = ()

    @property
    def name(self) -> str:
        """What the weights are called."""
        return self.folder.name


@dataclass(frozen=True, slots=True)
class Ended:
    """The program came to its end without weights: it was only a check, or it was stopped and has saved its work."""

    checked: bool = False
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class Trouble:
    """What went wrong, and what to do."""

    message: str
    hint: str = ""


Told = Check | Estimate | Figures | Sample | Earlier | Stage | Notice | Outcome | Ended | Trouble

_KINDS: dict[str, type[Any]] = {
    "check": Check,
    "estimate": Estimate,
    "metrics": Figures,
    "sample": Sample,
    "earlier": Earlier,
    "progress": Stage,
    "notice": Notice,
    "error": Trouble,
    "result": Ended,
    "outcome": Outcome,
}
_FIGURES = ("error", "mouth", "softness", "listening")


def value_of(line: str) -> Told | None:
    """What a line says; None for an event that is not known. Raises ValueError if it is no such line at all."""
    row = json.loads(line)
    if not isinstance(row, dict) or not isinstance(row.get("event"), str):
        raise ValueError(f"not a line of the training program: {line[:80]}")
    event = row["event"]
    if event == "result" and "proof" in row:
        event, row = "outcome", _flattened(row)
    if event not in _KINDS:
        return None
    try:
        value: Told = _adapter(event).validate_python(row)
    except ValidationError as error:
        raise ValueError(str(error)) from error
    return value


@cache
def _adapter(event: str) -> TypeAdapter[Any]:
    return TypeAdapter(_KINDS[event])


def _flattened(row: dict[str, Any]) -> dict[str, Any]:
    """A result whose proof lies beside it."""
    proof = row["proof"]
    changes = {name: proof[name] for name in _FIGURES if name in proof}
    return {**row, "verdict": proof["verdict"], "seconds": proof["seconds"], "changes": changes}


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be learned from, by which name, from which weights on (empty: the best there are), and how.

    `method` is “full”, “lora”, or “auto” for the one that fits the memory; `held_out` the share of the film's time that
    is kept back for the proof.
    """

    clips: tuple[Path, ...] = ()
    name: str = ""
    base: str = ""
    method: str = "auto"
    held_out: float = 0.1

    @property
    def is_whole(self) -> bool:
        """Whether it says enough to begin."""
        return bool(self.clips) and bool(self.name)

    @property
    def options(self) -> list[str]:
        """What the training program is told of it, its clips first."""
        base = ["--base", self.base] if self.base else []
        how = ["--method", self.method, "--held-out", f"{self.held_out:g}"]
        return [*map(str, self.clips), "--name", self.name, *base, *how]


@dataclass(frozen=True, slots=True)
class Kept:
    """What is remembered from start to start: the last wish, whether it was begun and not finished, what came of it."""

    wish: Wish = field(default_factory=Wish)
    unfinished: bool = False
    outcome: Outcome | None = None
