"""What a step of the small sync network's training is. Knows no command line and no folds.

stretches of several people ▸ vectors of lips and of sound ▸ each must find its own among all ▸ gradients
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from accelerate import Accelerator
from torch import Tensor
from torch.nn import functional

from core.arrays import Image
from core.errors import SettingsError
from core.job import Job
from core.models.sync_small import SyncNetwork
from training.average import Average
from training.checkpoints import Checkpoints
from training.loop import Metrics, learn
from training.recipe import SyncRecipe
from training.schedule import linear
from training.sync_samples import Stretch, Stretches

_FREE = {"steps", "folds", "tell_every", "checkpoint_every", "show_every", "keep"}
"""What may differ when a run goes on: nothing of it changes a step."""


@dataclass(frozen=True, slots=True)
class SyncRun:
    """One run: by which recipe, on which stretches, where its checkpoints go; `wants_stop` is asked every step."""

    recipe: SyncRecipe
    stretches: Stretches
    folder: Path
    wants_stop: Callable[[], bool] = lambda: False


def train_sync(run: SyncRun, on_metrics: Callable[[Metrics], None]) -> Job[SyncNetwork]:
    """Train until the recipe's last step, or until somebody wants it to stop; goes on from the newest checkpoint.

    Returns the network with averaged weights, where the recipe keeps an average. Raises SettingsError if the checkpoint
    belongs to another recipe, or the stretches cannot be divided among the processes; MediaError.
    """
    learner = _Learner(run)
    yield from learner.restore()
    yield from learn(learner, run.recipe, on_metrics, run.wants_stop)
    return learner.finished()


def matching_loss(lips: Tensor, sounds: Tensor, temperature: float) -> Tensor:
    """How badly every frame (n, t, width) finds its sound among all sounds, and every sound its frame.

    Cross entropy over cosines by `temperature`, in both directions (multi-way matching: Chung, Chung & Kang 2019,
    arXiv 1809.08001). The sounds next to the right one are left out: a frame more or less is no mistake.
    """
    count, length = lips.shape[:2]
    scores = lips.flatten(0, 1) @ sounds.flatten(0, 1).T / temperature
    frames = torch.arange(count * length, device=lips.device)
    apart = (frames[:, None] - frames[None]).abs()
    same = frames[:, None] // length == frames[None] // length
    scores = scores.masked_fill((apart == 1) & same, float("-inf"))
    return (functional.cross_entropy(scores, frames) + functional.cross_entropy(scores.T, frames)) / 2


def tensors_of(stretches: list[Stretch], device: torch.device) -> tuple[Tensor, Tensor]:
    """Mouths (n, t, 3, 64, 64) in [-1, 1] and windows (n, t, 80, 16) in about [-1, 1], in torch's default format."""
    mouths = torch.from_numpy(np.stack([stretch.mouths for stretch in stretches])).to(device)
    windows = torch.from_numpy(np.stack([stretch.windows for stretch in stretches])).to(device)
    exact = torch.get_default_dtype()
    return mouths.movedim(-1, 2).to(exact) / 127.5 - 1, windows.to(exact) / 4


class _Learner:
    """Network, optimiser and the number of the step; what a checkpoint holds."""

    def __init__(self, run: SyncRun) -> None:
        options = run.recipe.optimising
        self.run, self.step = run, 0
        self.accelerator = Accelerator()
        torch.manual_seed(run.recipe.seed)
        network = SyncNetwork(run.recipe.channels, run.recipe.width)
        self.average = Average(network, options.average)
        optimiser = torch.optim.AdamW(network.parameters(), options.rate, options.betas, options.epsilon, options.decay)
        self.network: Any = None
        self.optimiser: Any = None
        self.network, self.optimiser = self.accelerator.prepare(network, optimiser)
        if run.recipe.batch % self.accelerator.num_processes:
            reason = f"{run.recipe.batch} stretches cannot be divided among {self.accelerator.num_processes} processes."
            raise SettingsError(reason, "Change batch.")
        self._checkpoints = Checkpoints(run.folder, run.recipe.keep)

    @property
    def speaks(self) -> bool:
        """Whether this is the main process."""
        return bool(self.accelerator.is_main_process)

    def advance(self) -> Metrics:
        """One step of the optimiser. Several processes share its stretches, and compare all with all."""
        recipe = self.run.recipe
        rate = linear(self.step + 1, recipe.optimising.rate, recipe.optimising.warm_up, recipe.steps + 1)
        for group in self.optimiser.param_groups:
            group["lr"] = rate
        lips, sounds = self.network(*tensors_of(self._stretches(), self.accelerator.device))
        loss = matching_loss(self._of_all(lips), self._of_all(sounds), recipe.temperature)
        self.accelerator.backward(loss * self.accelerator.num_processes)  # gradients are averaged over the processes
        norm = self.accelerator.clip_grad_norm_(self.network.parameters(), recipe.optimising.clip)
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        self.step += 1
        self.average.follow(self._bare())
        return Metrics(self.step, {"matching": float(loss.detach())}, rate, float(norm))

    def agreed(self, wish: bool) -> bool:
        """Whether any process wishes something; all are told the same."""
        told: Tensor = self.accelerator.reduce(torch.tensor(float(wish), device=self.accelerator.device), "sum")
        return bool(told > 0)

    def save(self) -> None:
        """Write a checkpoint; every process waits until it is there."""
        if self.speaks:
            state = {
                "recipe": asdict(self.run.recipe),
                "network": self._bare().state_dict(),
                "optimiser": self.optimiser.state_dict(),
                "average": self.average.state(),
                "random": torch.get_rng_state(),
            }
            self._checkpoints.save(self.step, state)
        self.accelerator.wait_for_everyone()

    def picture(self) -> Image | None:
        """Nothing: vectors cannot be looked at."""
        return None

    def restore(self) -> Job[None]:
        """Go on from the newest checkpoint, if there is one."""
        state = yield from self._checkpoints.latest()
        if state is None:
            return
        mine = asdict(self.run.recipe)
        if any(state["recipe"].get(key) != mine[key] for key in mine if key not in _FREE):
            reason = f"The run in {self.run.folder} was begun with another recipe."
            raise SettingsError(reason, "Name another folder, or use the recipe it was begun with.")
        self.step = int(state["step"])
        self._bare().load_state_dict(state["network"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.average.restore(state["average"])
        torch.set_rng_state(state["random"])

    def finished(self) -> SyncNetwork:
        """The network with the weights that are to be used."""
        network = self._bare()
        self.average.give(network)
        return network.eval()

    def _of_all(self, vectors: Tensor) -> Tensor:
        """The vectors of all processes, in the order of the stretches; gradients go to those of this one alone."""
        if self.accelerator.num_processes == 1:
            return vectors
        pieces = list(self.accelerator.gather(vectors.detach()).split(len(vectors)))
        pieces[self.accelerator.process_index] = vectors
        return torch.cat(pieces)

    def _bare(self) -> SyncNetwork:
        network: SyncNetwork = self.accelerator.unwrap_model(self.network)
        return network

    def _stretches(self) -> list[Stretch]:
        count = self.run.recipe.batch // self.accelerator.num_processes
        first = self.step * self.run.recipe.batch + self.accelerator.process_index * count
        return [self.run.stretches.stretch(number) for number in range(first, first + count)]
