"""The paper's two ablations at small scale: which reference is shown, and how the margins are drawn.

Zhang et al. 2024 (arXiv 2410.10122), Table 3: informative references with k = 25, 50, 75 % against random ones;
Table 4: margins drawn independently for picture and reference, shared by both, or none. Every variant differs from the
method, 50 % and independent margins, in one place. It is trained with every seed, and judged by known mouths.

Before anything is trained, it can be measured what the pictures betray under each variant (`training.tiny.betrayal`).

    FOLDER/betrayed.json              that, seed by seed and presenter by presenter
    FOLDER/ablations/VARIANT-SEED/    a training run, and mouths.json
    FOLDER/ablations.json             every figure of every run

A run that is finished is not made again, one that was left goes on, so that variants may be divided among machines.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from core.cache import writing
from core.errors import SettingsError
from core.job import Job
from training.bootstrap import Interval, difference, interval
from training.checkpoints import Checkpoints
from training.recipe import load_recipe
from training.run_setup import Order, carry_out, set_up
from training.telling import Teller
from training.tiny.betrayal import Reading, betrayed
from training.tiny.course import HELD_OUT, Course, draw_clips, ground, judge_of, lay_ground, precision
from training.tiny.curve import measure_run

METHOD = "method"
"""The variant that the others are compared with."""

_INDEPENDENT = ("margins.mean=10", "margins.deviation=10")

VARIANTS: dict[str, tuple[str, ...]] = {
    METHOD: ("share=0.5", *_INDEPENDENT),
    "reference-random": ("share=0", *_INDEPENDENT),
    "reference-25": ("share=0.25", *_INDEPENDENT),
    "reference-75": ("share=0.75", *_INDEPENDENT),
    "margins-shared": ("share=0.5", *_INDEPENDENT, "margins.shared=true"),
    "margins-none": ("share=0.5",),
}
"""Changes of the recipe `tiny-stage1` by the variant's name."""

VOICES = 3
"""How many others' voices every held-out presenter is given."""

TABLE, BETRAYED = "ablations.json", "betrayed.json"


@dataclass(frozen=True, slots=True)
class Ablations:
    """Which variants are trained from which weights, with which seeds and further changes of the recipe.

    `begin` is a folder of networks; None begins with those of the course, which have learned nothing.
    """

    course: Course
    only: tuple[str, ...] = tuple(VARIANTS)
    seeds: tuple[int, ...] = (1, 2)
    begin: Path | None = None
    changes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        unknown = sorted(set(self.only) - set(VARIANTS))
        if unknown:
            raise SettingsError(f"There is no variant “{unknown[0]}”.", f"Known are {', '.join(VARIANTS)}.")


@dataclass(frozen=True, slots=True)
class Trial:
    """One variant with one seed: every figure for every held-out presenter. `step` is 0 where nothing was trained."""

    variant: str
    seed: int
    step: int
    figures: dict[str, list[float]]


def ablate(
    wanted: Ablations, teller: Teller, wants_stop: Callable[[], bool] = lambda: False
) -> Job[tuple[Trial, ...] | None]:
    """Train and judge what is not done yet, seed after seed; None if somebody wanted it to stop before the end.

    Raises what `training.tiny.course.follow` raises.
    """
    yield from lay_ground(wanted.course)
    trials: list[Trial] = []
    for seed in wanted.seeds:
        for variant in wanted.only:
            trial = yield from _trial(wanted, variant, seed, teller, wants_stop)
            if trial is None:
                return None
            trials.append(trial)
            _write(wanted.course.folder / TABLE, trials)
    return tuple(trials)


def measure_shown(wanted: Ablations, reading: Reading | None = None) -> Job[tuple[Trial, ...]]:
    """What the pictures betray under every variant, with nothing trained. Raises as `ablate`."""
    yield from draw_clips(wanted.course)
    trials = []
    for seed in wanted.seeds:
        for variant in wanted.only:
            recipe = load_recipe("tiny-stage1", [*wanted.changes, *VARIANTS[variant], f"seed={seed}"])
            figures = yield from betrayed(recipe, ground(wanted.course), reading)
            trials.append(Trial(variant, seed, 0, figures))
    _write(wanted.course.folder / BETRAYED, trials)
    return tuple(trials)


def as_text(trials: Sequence[Trial]) -> str:
    """Tables for a terminal: means over presenters, and differences from the method presenter by presenter."""
    names = tuple(trials[0].figures)
    variants = list(dict.fromkeys(trial.variant for trial in trials))
    rows = [f"{'variant':18}" + "".join(f"{name:>26}" for name in names)]
    rows += [_row(variant, [interval(_of(trials, variant, name)) for name in names]) for variant in variants]
    if METHOD in variants:
        rows.append("less the method, presenter by presenter:")
        for variant in (one for one in variants if one != METHOD):
            pairs = [(_of(trials, METHOD, name), _of(trials, variant, name)) for name in names]
            rows.append(_row(variant, [difference(method, other) for method, other in pairs]))
    return "\n".join(rows)


def as_json(trials: Sequence[Trial]) -> list[dict[str, Any]]:
    """JSON values."""
    return [{"variant": one.variant, "seed": one.seed, "step": one.step, **one.figures} for one in trials]


def _row(variant: str, cells: Sequence[Interval | None]) -> str:
    return f"{variant:18}" + "".join(f"{cell.as_text() if cell else '–':>26}" for cell in cells)


def _trial(
    wanted: Ablations, variant: str, seed: int, teller: Teller, wants_stop: Callable[[], bool]
) -> Job[Trial | None]:
    recipe = load_recipe("tiny-stage1", [precision(), *wanted.changes, *VARIANTS[variant], f"seed={seed}", "keep=1"])
    begin = wanted.begin or wanted.course.networks
    out = wanted.course.folder / "ablations" / f"{variant}-{seed}"
    ready = set_up(Order(recipe, wanted.course.clips, str(begin), out, held_out=HELD_OUT), wants_stop)
    yield from carry_out(ready.run, teller)
    if not Checkpoints(out).reached(recipe.steps):
        return None
    points = yield from measure_run(ready.run, judge_of(wanted.course, recipe, VOICES), begun=False)
    return Trial(variant, seed, points[-1].step, points[-1].figures)


def _of(trials: Sequence[Trial], variant: str, name: str) -> list[float]:
    """A figure of every presenter, the mean over the seeds: presenters are what may be drawn again."""
    seeds = [trial.figures[name] for trial in trials if trial.variant == variant]
    return [float(value) for value in np.mean(seeds, axis=0)]


def _write(path: Path, trials: Sequence[Trial]) -> None:
    with writing(path) as part:
        part.write_text(json.dumps(as_json(trials), indent=1), encoding="utf-8")
