"""The recipe of the built-in engine's network: synthetic speech → weights. One loop that can be read.

Speech is made by a process of its own while the first of it is already being learned from. Which shards may be used at
which step is fixed and every sum is made on one thread, so the result depends on the plan alone, not on which of the
two is faster and on how many cores there are. Checkpoints hold everything that the next step depends on, so that a run
that was killed gives the weights of one that was not.

The network is taught only what the articulation table says of synthetic voices. It never sees film.
"""

import copy
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from core.arrays import Floats, Image
from core.errors import SettingsError
from core.job import Job
from core.models.mouth_motion import CHANNELS, MOTION_RATE, SHAPES, MouthMotion, activated
from training.checkpoints import Checkpoints
from training.loop import Metrics, learn
from training.recipe import MouthRecipe, load_any
from training.speech import espeak, flite
from training.speech.corpus import Corpus, make_corpus
from training.views import Views

_PATIENCE = 0.2  # seconds between two looks for speech that is not made yet
_HELD_OUT = 0  # the shard that is never learned from
_FREE = {"tell_every", "checkpoint_every", "show_every", "keep"}  # what may differ when a run goes on

# What counts how much. Sizes by squared error of place and of speed and by correlation, which is what the eye follows;
# closures and speech by cross entropy, the rare ones raised.
_SIZES = torch.tensor([1.5, 0.6, 0.7])
_FOLLOWING = torch.tensor([0.3, 0.1, 0.1])
_RARITY = torch.tensor([2.0, 3.0, 1.0])
_FLAGS = torch.tensor([0.24, 0.24, 0.12])


@dataclass(frozen=True, slots=True)
class MouthPlan:
    """Everything the result depends on, beside the versions of the libraries; `folder` is where speech is kept."""

    folder: Path
    recipe: MouthRecipe

    @property
    def corpus(self) -> Corpus:
        """All speech, with the shard that is not learned from."""
        return Corpus(self.folder, self.recipe.shards, self.recipe.shard_minutes, self.recipe.seed)

    @property
    def hours(self) -> float:
        """How much speech is learned from."""
        return self.recipe.minutes * self.recipe.speech / 60

    def shards_at(self, step: int) -> int:
        """Shards made by a step: three at the first, all from half of the way on."""
        shards = self.recipe.shards
        return min(shards, 3 + 2 * (shards - 3) * step // self.recipe.steps)


@dataclass(frozen=True, slots=True)
class MouthRun:
    """One run: what is planned, where its checkpoints go; `wants_stop` is asked after every step."""

    plan: MouthPlan
    folder: Path
    wants_stop: Callable[[], bool] = lambda: False


@dataclass(frozen=True, slots=True)
class Taught:
    """What came of a run: the mean of the weights after `step` steps, which took so many seconds in all processes."""

    network: MouthMotion
    step: int
    seconds: float


def usual(changes: Sequence[str] = ()) -> MouthRecipe:
    """The recipe by which the built-in network was made, `recipes/mouth.toml`, with changes. Raises SettingsError."""
    found = load_any("mouth", changes)
    assert isinstance(found, MouthRecipe)
    return found


def train_mouth(run: MouthRun, on_metrics: Callable[[Metrics], None]) -> Job[Taught]:
    """Make speech and learn from it until the recipe's last step, or until somebody wants it to stop.

    Goes on from the newest checkpoint. Raises SettingsError if a synthesiser is missing or the checkpoint belongs to
    another recipe, MediaError if a checkpoint cannot be written.
    """
    espeak.require()
    flite.require()
    corpus = run.plan.corpus
    with _one_thread(), closing(make_corpus(corpus)) as making:
        yield from _until(corpus.backgrounds, making)
        yield from _until(corpus.shard(_HELD_OUT), making)
        learner = _Learner(run)
        yield from learner.restore()
        yield from learn(learner, run.plan.recipe, on_metrics, run.wants_stop, lambda: learner.supplied(making))
    return learner.taught()


def mouth_loss(raw: Tensor, motion: Tensor) -> Tensor:
    """How far raw motion (batch, rows, 6) is from what it should be."""
    sizes, wanted = raw[..., :SHAPES], motion[..., :SHAPES]
    place = (torch.square(sizes - wanted) * _SIZES).mean()
    speed = (torch.square(sizes.diff(dim=1) - wanted.diff(dim=1)) * _SIZES).mean()
    following = ((1 - correlation(sizes, wanted)) * _FOLLOWING).sum(-1).mean()
    flags = functional.binary_cross_entropy_with_logits(
        raw[..., SHAPES:], motion[..., SHAPES:], reduction="none", pos_weight=_RARITY
    )
    return 6 * place + 12 * speed + following + (flags * _FLAGS).mean()


def correlation(one: Tensor, other: Tensor) -> Tensor:
    """Pearson correlation over time: (batch, rows, n) twice → (batch, n); 0 where nothing moves."""
    one, other = one - one.mean(1, keepdim=True), other - other.mean(1, keepdim=True)
    return (one * other).sum(1) / torch.sqrt(torch.square(one).sum(1) * torch.square(other).sum(1) + 1e-4)


@torch.inference_mode()
def held_out(network: MouthMotion, plan: MouthPlan) -> dict[str, float]:
    """Correlation per channel on speech that was never learned from, through microphones and noise like the rest."""
    views, chance = Views.over(plan.corpus.backgrounds), np.random.default_rng(0)
    views.add(plan.corpus.shard(_HELD_OUT))
    told, wanted = [], []
    for _ in range(8):
        features, motion = views.batch(8, round(plan.recipe.seconds * MOTION_RATE), chance)
        raw, _ = network(torch.from_numpy(features))
        told.append(activated(raw).reshape(-1, len(CHANNELS)).numpy())
        wanted.append(motion.reshape(-1, len(CHANNELS)))
    pairs = zip(CHANNELS, np.concatenate(told).T, np.concatenate(wanted).T, strict=True)
    return {channel: _pearson(one, other) for channel, one, other in pairs}


def _pearson(one: Floats, other: Floats) -> float:
    """Correlation of (n,) with (n,); 0 where one of them does not move."""
    return float(np.corrcoef(one, other)[0, 1]) if one.std() > 0 and other.std() > 0 else 0.0


class _Learner:
    """Network, its running mean, optimiser, chance and the number of the step; what a checkpoint holds."""

    speaks = True

    def __init__(self, run: MouthRun) -> None:
        recipe = run.plan.recipe
        torch.manual_seed(recipe.seed)
        self.run, self.step = run, 0
        self._chance = np.random.default_rng(recipe.seed)
        self._network = MouthMotion(recipe.dropout)
        self._mean = copy.deepcopy(self._network).eval()
        self._optimiser = torch.optim.AdamW(self._network.parameters(), weight_decay=1e-2)
        self._views = Views.over(run.plan.corpus.backgrounds)
        self._checkpoints = Checkpoints(run.folder, recipe.keep)
        self._earlier, self._started = 0.0, time.monotonic()

    def supplied(self, making: Job[None]) -> Job[None]:
        """Wait for the speech that the next step needs; what later ones need is made meanwhile."""
        plan = self.run.plan
        for number in range(len(self._views.bands) + 1, plan.shards_at(self.step + 1)):
            yield from _until(plan.corpus.shard(number), making)
            self._views.add(plan.corpus.shard(number))
        next(making, None)

    def advance(self) -> Metrics:
        """One step of the optimiser."""
        recipe = self.run.plan.recipe
        self.step += 1
        rate = _rate(recipe, self.step)
        features, motion = self._views.batch(recipe.batch, round(recipe.seconds * MOTION_RATE), self._chance)
        loss = mouth_loss(self._network(torch.from_numpy(features))[0], torch.from_numpy(motion))
        norm = _descend(self._network, self._optimiser, loss, rate)
        _follow(self._mean, self._network, min(recipe.averaging, self.step / (self.step + 10)))
        return Metrics(self.step, {"motion": loss.item()}, rate, norm)

    def agreed(self, wish: bool) -> bool:
        """The wish itself: there is one process."""
        return wish

    def save(self) -> None:
        """Write a checkpoint."""
        state = {
            "recipe": asdict(self.run.plan.recipe),
            "network": self._network.state_dict(),
            "mean": self._mean.state_dict(),
            "optimiser": self._optimiser.state_dict(),
            "random": torch.get_rng_state(),
            "chance": self._chance.bit_generator.state,
            "seconds": self._seconds(),
        }
        self._checkpoints.save(self.step, state)

    def picture(self) -> Image | None:
        """Nothing: motion is not drawn."""
        return None

    def restore(self) -> Job[None]:
        """Go on from the newest checkpoint, if there is one."""
        state = yield from self._checkpoints.latest()
        if state is None:
            return
        mine = asdict(self.run.plan.recipe)
        if any(state.get("recipe", {}).get(key) != mine[key] for key in mine if key not in _FREE):
            reason = f"The run in {self.run.folder} was begun with another recipe."
            raise SettingsError(reason, "Name another folder, or use the recipe it was begun with.")
        self.step, self._earlier = int(state["step"]), float(state["seconds"])
        self._network.load_state_dict(state["network"])
        self._mean.load_state_dict(state["mean"])
        self._optimiser.load_state_dict(state["optimiser"])
        torch.set_rng_state(state["random"])
        self._chance.bit_generator.state = state["chance"]

    def taught(self) -> Taught:
        """What came of it by now."""
        return Taught(self._mean, self.step, self._seconds())

    def _seconds(self) -> float:
        return self._earlier + time.monotonic() - self._started


def _rate(recipe: MouthRecipe, step: int) -> float:
    """Learning rate: up for 100 steps, then down along half a cosine."""
    return recipe.rate * min(1.0, step / 100) * (0.5 * (1 + float(np.cos(np.pi * step / recipe.steps))) + 0.005)


def _descend(network: nn.Module, optimiser: torch.optim.Optimizer, loss: Tensor, rate: float) -> float:
    """Move the weights; the gradient's norm before it was clipped."""
    for group in optimiser.param_groups:
        group["lr"] = rate
    optimiser.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]  # torch 2.13 leaves it untyped
    norm = torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimiser.step()
    return float(norm)


@torch.no_grad()
def _follow(mean: nn.Module, network: nn.Module, memory: float) -> None:
    for kept, now in zip(mean.parameters(), network.parameters(), strict=True):
        kept.lerp_(now, 1 - memory)


@contextmanager
def _one_thread() -> Iterator[None]:
    """Hold torch to one thread: two would add up in another order, and wait for each other on a busy machine."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def _until(path: Path, making: Job[None]) -> Job[None]:
    """Go on making speech until the file is there."""
    while not path.exists():
        yield next(making)
        time.sleep(_PATIENCE)
