"""The loop that every training goes through, whatever learns. Knows no networks, no data and no files.

    for every step: the learner advances;  now and then: figures, a checkpoint, a picture;  a wish to stop is asked for

What a step is, and what a checkpoint holds, is the learner's affair: see `training.train`, `training.sync_train` and
`training.mouth`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from core.arrays import Image
from core.job import Job, Progress


@dataclass(frozen=True, slots=True)
class Metrics:
    """Figures of one step: losses by name, each times its weight; the rate; the gradient's norm before clipping."""

    step: int
    losses: dict[str, float]
    rate: float
    norm: float


class Pace(Protocol):
    """How long a training is, and how often something happens, in steps; every recipe says so."""

    @property
    def steps(self) -> int:
        """Steps of the optimiser."""

    @property
    def tell_every(self) -> int:
        """Steps between figures."""

    @property
    def checkpoint_every(self) -> int:
        """Steps between checkpoints."""

    @property
    def show_every(self) -> int:
        """Steps between pictures."""


class Learner(Protocol):
    """Something that learns step by step. `step` counts those that were made, of earlier processes too."""

    @property
    def step(self) -> int:
        """Steps that were made."""

    @property
    def speaks(self) -> bool:
        """Whether this process is the one of several that tells about the training."""

    def advance(self) -> Metrics:
        """Make one step of the optimiser."""

    def agreed(self, wish: bool) -> bool:
        """Whether any process wishes something; all are told the same."""

    def save(self) -> None:
        """Write a checkpoint."""

    def picture(self) -> Image | None:
        """What the learner makes of held-out data by now, None if there is nothing to be seen."""


def _at_once() -> Job[None]:
    """Nothing to wait for."""
    yield from ()


def learn(
    learner: Learner,
    pace: Pace,
    on_metrics: Callable[[Metrics], None],
    wants_stop: Callable[[], bool],
    ready: Callable[[], Job[None]] = _at_once,
) -> Job[None]:
    """Advance until the last step, or until somebody wants it to stop; both leave a checkpoint.

    `ready` is waited for before every step: data may still be in the making.
    """
    while learner.step < pace.steps:
        yield from ready()
        metrics = learner.advance()
        if learner.speaks:
            on_metrics(metrics)
        stopping = learner.agreed(wants_stop())
        last = learner.step == pace.steps or stopping
        if last or learner.step % pace.checkpoint_every == 0:
            learner.save()
        shown = learner.picture() if last or learner.step % pace.show_every == 0 else None
        yield Progress(learner.step, pace.steps, "steps", shown)
        if stopping:
            break
