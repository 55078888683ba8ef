"""The recipe of the built-in engine's network: synthetic speech → weights. One loop that can be read.

Speech is made by a process of its own while the first of it is already being learned from. Which shards may be used at
which step is fixed and every sum is made on one thread, so the result depends on the plan alone, not on which of the
two is faster and on how many cores there are.

The network is taught only what the articulation table says of synthetic voices. It never sees film.
"""

import copy
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from core.arrays import Floats
from core.job import Job, Progress
from core.models.mouth_motion import CHANNELS, MOTION_RATE, SHAPES, MouthMotion, activated
from training.recipe import MouthRecipe, load_any
from training.speech import espeak, flite
from training.speech.corpus import Corpus, make_corpus
from training.views import Views

_PATIENCE = 0.2  # seconds between two looks for speech that is not made yet
_HELD_OUT = 0  # the shard that is never learned from

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


def usual(changes: Sequence[str] = ()) -> MouthRecipe:
    """The recipe by which the built-in network was made, `recipes/mouth.toml`, with changes. Raises SettingsError."""
    found = load_any("mouth", changes)
    assert isinstance(found, MouthRecipe)
    return found


def train_mouth(plan: MouthPlan) -> Job[MouthMotion]:
    """Make speech, learn from it, return the network. Progress counts steps and shows losses as notices.

    Raises SettingsError if a synthesiser is missing.
    """
    espeak.require()
    flite.require()
    torch.manual_seed(plan.recipe.seed)
    chance = np.random.default_rng(plan.recipe.seed)
    network = MouthMotion(plan.recipe.dropout)
    mean = copy.deepcopy(network).eval()
    optimiser = torch.optim.AdamW(network.parameters(), weight_decay=1e-2)
    rows = round(plan.recipe.seconds * MOTION_RATE)
    making = make_corpus(plan.corpus)
    with _one_thread(), closing(making):
        yield from _until(plan.corpus.backgrounds, making)
        views, total = Views.over(plan.corpus.backgrounds), 0.0
        for step in range(1, plan.recipe.steps + 1):
            for number in range(len(views.bands) + 1, plan.shards_at(step)):
                yield from _until(plan.corpus.shard(number), making)
                views.add(plan.corpus.shard(number))
            next(making, None)
            features, motion = views.batch(plan.recipe.batch, rows, chance)
            loss = mouth_loss(network(torch.from_numpy(features))[0], torch.from_numpy(motion))
            _descend(network, optimiser, loss, _rate(plan, step))
            _follow(mean, network, min(plan.recipe.averaging, step / (step + 10)))
            total += loss.item()
            if step % 100 == 0:
                yield Progress(step, plan.recipe.steps, "steps", notice=f"loss {total / 100:.4f}")
                total = 0.0
            else:
                yield Progress(step, plan.recipe.steps, "steps")
    return mean


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


def _rate(plan: MouthPlan, step: int) -> float:
    """Learning rate: up for 100 steps, then down along half a cosine."""
    return (
        plan.recipe.rate * min(1.0, step / 100) * (0.5 * (1 + float(np.cos(np.pi * step / plan.recipe.steps))) + 0.005)
    )


def _descend(network: nn.Module, optimiser: torch.optim.Optimizer, loss: Tensor, rate: float) -> None:
    for group in optimiser.param_groups:
        group["lr"] = rate
    optimiser.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]  # torch 2.13 leaves it untyped
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimiser.step()


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
