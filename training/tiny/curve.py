"""How well held-out lips obey at every checkpoint of a run; what was measured once is kept. Knows no recipes."""

import json
from dataclasses import dataclass
from typing import Any

import torch

from core.cache import writing
from core.job import Job
from core.weights import read_table
from training.bootstrap import Interval, interval
from training.brush import NetworkBrush, load_brush
from training.checkpoints import Checkpoints
from training.tiny.known_mouths import FIGURES, Judge, gathered, judge_mouths
from training.train import TrainingRun

MOUTHS = "mouths.json"
"""Name of the file in a run's folder that keeps what was measured."""


@dataclass(frozen=True, slots=True)
class Point:
    """What was measured after so many steps: every figure of `known_mouths` for every held-out presenter."""

    step: int
    figures: dict[str, list[float]]

    def mean(self, name: str) -> Interval | None:
        """A figure over the presenters; None if no lips were seen."""
        return interval(self.figures[name])

    def line(self, title: str) -> str:
        """One line of a table."""
        told = "  ".join(f"{name} {_told(self.mean(name))}" for name in FIGURES)
        return f"{title} step {self.step:5}: {told}"


def measure_run(run: TrainingRun, judge: Judge, begun: bool = True) -> Job[tuple[Point, ...]]:
    """Judge every checkpoint of a run, as far as that was not done before; with `begun` also what it began with.

    What another judge found is forgotten.
    """
    table = read_table(run.folder / MOUTHS)
    kept: dict[str, Any] = table.get("steps", {}) if table.get("judge") == judge.told() else {}
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    brush = load_brush(run.folders, device)
    if begun and "0" not in kept:
        yield from _keep(run, kept, 0, brush, judge)
    for state in Checkpoints(run.folder).whole():
        if str(state["step"]) not in kept:
            brush.painter.load_state_dict({**state["painter"], **state["average"]})
            yield from _keep(run, kept, int(state["step"]), brush, judge)
    return tuple(sorted((Point(int(step), figures) for step, figures in kept.items()), key=lambda point: point.step))


def _keep(run: TrainingRun, kept: dict[str, Any], step: int, brush: NetworkBrush, judge: Judge) -> Job[None]:
    mouths = yield from judge_mouths(brush, judge)
    kept[str(step)] = gathered(mouths)
    with writing(run.folder / MOUTHS) as part:
        part.write_text(json.dumps({"judge": judge.told(), "steps": kept}, indent=1), encoding="utf-8")


def _told(found: Interval | None) -> str:
    return "not seen" if found is None else found.as_text()
