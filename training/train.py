"""What a step of the inpainting network's training is, to be read from top to bottom. Knows no command line.

    for every step: for every part of the batch: samples ▸ painted faces ▸ losses ▸ gradients;  then the weights move;
                    then the critics learn the same way;  now and then: a checkpoint, a picture, figures

A step's samples have numbers, and everything random follows from them: the same recipe gives the same weights, whether
it ran through, was killed and went on, or was divided among processes. Processes are those of `accelerate launch`.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from accelerate import Accelerator
from torch import Tensor, nn

from core.arrays import Image
from core.errors import SettingsError
from core.job import Job
from training.average import Average
from training.checkpoints import Checkpoints
from training.loop import Metrics, learn
from training.low_rank import add_adapters, learned_state
from training.networks import (
    Batch,
    Critics,
    Folders,
    Judges,
    Painter,
    batch_of,
    critics_loss,
    deceiving_losses,
    load_judges,
    load_painter,
    painted_losses,
)
from training.picture_strip import strip
from training.recipe import Recipe, described, restored, same_but_for_length
from training.samples import Samples
from training.schedule import linear


@dataclass(frozen=True, slots=True)
class TrainingRun:
    """One run: what, with which networks, on which samples, where its checkpoints go.

    `shown` are numbers of held-out samples that are painted now and then; `wants_stop` is asked after every step.
    """

    recipe: Recipe
    folders: Folders
    samples: Samples
    held_out: Samples
    folder: Path
    shown: tuple[int, ...] = (0, 1, 2, 3)
    wants_stop: Callable[[], bool] = lambda: False


def train(run: TrainingRun, on_metrics: Callable[[Metrics], None]) -> Job[Painter]:
    """Train until the recipe's last step, or until somebody wants it to stop; both leave a checkpoint.

    Goes on from the newest checkpoint in `run.folder`. The painter that is returned has the averaged weights, where the
    recipe keeps an average. Raises SettingsError if the checkpoint belongs to another recipe, MediaError, WeightsError.
    """
    trainer = _Trainer(run)
    yield from trainer.restore()
    yield from learn(trainer, run.recipe, on_metrics, run.wants_stop)
    return trainer.finished()


class _Trainer:
    """Networks, optimisers and the number of the step; what a checkpoint holds."""

    def __init__(self, run: TrainingRun) -> None:
        recipe = run.recipe
        precision = {"fp32": "no"}.get(recipe.precision.value, recipe.precision.value)
        self.run = run
        self.accelerator = Accelerator(mixed_precision=precision)
        self.step = 0
        torch.manual_seed(recipe.seed)
        painter = load_painter(run.folders)
        if recipe.low_rank is not None:
            add_adapters(painter, recipe.low_rank)
        if recipe.recompute:
            painter.unet.enable_gradient_checkpointing()  # type: ignore[operator]  # diffusers' own method
        self.judges: Judges = load_judges(run.folders, recipe.losses).to(
            self.accelerator.device, torch.get_default_dtype()
        )
        self.average = Average(painter, recipe.optimising.average)
        self.painter, self.optimiser = self._prepared(painter, recipe.optimising.rate)
        self.critics: nn.Module | None = None
        if recipe.losses.adversarial or recipe.losses.features:
            critics = Critics(recipe.losses.critic_channels)
            self.critics, self.critic_optimiser = self._prepared(critics, recipe.optimising.critic_rate)
        self._samples_of_part = self._divide(recipe)
        self._checkpoints = Checkpoints(run.folder, recipe.keep)

    @property
    def speaks(self) -> bool:
        """Whether this is the main process."""
        return bool(self.accelerator.is_main_process)

    def advance(self) -> Metrics:
        """One step of the optimiser."""
        recipe = self.run.recipe
        rate = linear(self.step + 1, recipe.optimising.rate, recipe.optimising.warm_up, recipe.steps + 1)
        judged = self.critics if self.step >= recipe.losses.critics_from else None
        if self.critics is not None:
            self._bare(self.critics).iterate_norms()
        told, painted = self._paint(judged)
        norm = self._move(self.optimiser, self.painter, rate)
        if judged is not None:
            critic_rate = linear(
                self.step + 1, recipe.optimising.critic_rate, recipe.optimising.warm_up, recipe.steps + 1
            )
            told["critics"] = self._criticise(judged, painted)
            self._move(self.critic_optimiser, judged, critic_rate)
        self.step += 1
        self.average.follow(self._bare(self.painter))
        return Metrics(self.step, told, rate, norm)

    def _paint(self, critics: nn.Module | None) -> tuple[dict[str, float], list[tuple[Batch, Tensor]]]:
        """Gradients of the painter from every part of the step's batch; losses, and what was painted."""
        recipe = self.run.recipe
        told: dict[str, float] = {}
        painted = []
        for batch, last in self._parts():
            with nullcontext() if last else self.accelerator.no_sync(self.painter), self.accelerator.autocast():
                made = self.judges.decoder(self.painter(self.judges.latents(batch), batch.audio))
                losses = painted_losses(made, batch, self.judges, recipe.losses)
                if critics is not None:
                    losses |= deceiving_losses(made, batch, critics, recipe.losses)
                self.accelerator.backward(torch.stack(list(losses.values())).sum() / recipe.parts)
            painted.append((batch, made.detach()))
            for name, loss in losses.items():
                told[name] = told.get(name, 0.0) + float(loss.detach()) / recipe.parts
        if critics is not None:
            critics.zero_grad(set_to_none=True)  # gradients passed through them on the way to the painter
        return told, painted

    def _criticise(self, critics: nn.Module, painted: Sequence[tuple[Batch, Tensor]]) -> float:
        """Gradients of the critics from what was painted in this step."""
        told = 0.0
        for number, (batch, made) in enumerate(painted):
            last = number == len(painted) - 1
            with nullcontext() if last else self.accelerator.no_sync(critics), self.accelerator.autocast():
                loss = critics_loss(made, batch, critics, self.run.recipe.losses.adversary) / len(painted)
                self.accelerator.backward(loss)
            told += float(loss.detach())
        return told

    def _move(self, optimiser: Any, network: nn.Module, rate: float) -> float:
        """Move weights along their gradients, which are forgotten; the gradient's norm before it was clipped."""
        for group in optimiser.param_groups:
            group["lr"] = rate
        norm = self.accelerator.clip_grad_norm_(network.parameters(), self.run.recipe.optimising.clip)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        return float(norm) if norm is not None else 0.0

    def _parts(self) -> Iterator[tuple[Batch, bool]]:
        """The parts of the step's batch that this process computes, and whether each is the last one."""
        recipe, count = self.run.recipe, self._samples_of_part
        world, rank = self.accelerator.num_processes, self.accelerator.process_index
        for part in range(recipe.parts):
            first = self.step * recipe.batch + (part * world + rank) * count
            samples = [self.run.samples.sample(number) for number in range(first, first + count)]
            yield batch_of(samples, self.accelerator.device), part == recipe.parts - 1

    def _divide(self, recipe: Recipe) -> int:
        """Samples of one part of one process. Raises SettingsError if the batch cannot be divided so."""
        pieces = recipe.parts * self.accelerator.num_processes
        if recipe.batch % pieces:
            reason = f"A batch of {recipe.batch} cannot be divided among {pieces} parts of all processes."
            raise SettingsError(reason, "Change batch or parts.")
        samples: int = recipe.batch // pieces
        return samples

    def _prepared(self, network: nn.Module, rate: float) -> tuple[nn.Module, Any]:
        options = self.run.recipe.optimising
        learned = [parameter for parameter in network.parameters() if parameter.requires_grad]
        optimiser = torch.optim.AdamW(learned, rate, options.betas, options.epsilon, options.decay)
        network, prepared = self.accelerator.prepare(network, optimiser)
        return network, prepared

    def _bare(self, network: nn.Module) -> Any:
        return self.accelerator.unwrap_model(network)

    def agreed(self, wish: bool) -> bool:
        """Whether any process wants something; all are told the same."""
        told: Tensor = self.accelerator.reduce(torch.tensor(float(wish), device=self.accelerator.device), "sum")
        return bool(told > 0)

    def save(self) -> None:
        """Write a checkpoint; every process waits until it is there."""
        if self.accelerator.is_main_process:
            self._checkpoints.save(self.step, self._state())
        self.accelerator.wait_for_everyone()

    def _state(self) -> dict[str, Any]:
        state = {
            "recipe": described(self.run.recipe),
            "painter": learned_state(self._bare(self.painter)),
            "optimiser": self.optimiser.state_dict(),
            "average": self.average.state(),
            "random": torch.get_rng_state(),
        }
        if self.accelerator.scaler is not None:
            state["scaler"] = self.accelerator.scaler.state_dict()
        if self.critics is not None:
            state["critics"] = self._bare(self.critics).state_dict()
            state["critic_optimiser"] = self.critic_optimiser.state_dict()
        return state

    def restore(self) -> Job[None]:
        """Go on from the newest checkpoint, if there is one."""
        state = yield from self._checkpoints.latest()
        if state is None:
            return
        if not same_but_for_length(restored(state["recipe"]), self.run.recipe):
            reason = f"The run in {self.run.folder} was begun with another recipe."
            raise SettingsError(reason, "Name another folder, or use the recipe it was begun with.")
        self.step = int(state["step"])
        self._bare(self.painter).load_state_dict(state["painter"], strict=self.run.recipe.low_rank is None)
        self.optimiser.load_state_dict(state["optimiser"])
        self.average.restore(state["average"])
        torch.set_rng_state(state["random"])
        if self.accelerator.scaler is not None:
            self.accelerator.scaler.load_state_dict(state["scaler"])
        if self.critics is not None:
            self._bare(self.critics).load_state_dict(state["critics"])
            self.critic_optimiser.load_state_dict(state["critic_optimiser"])

    @torch.inference_mode()
    def picture(self) -> Image | None:
        """A strip of held-out samples: masked, reference, made, wanted. None in processes that do not show it."""
        if not self.accelerator.is_main_process:
            return None
        samples = [self.run.held_out.sample(number) for number in self.run.shown]
        batch = batch_of(samples, self.accelerator.device)
        made = self.judges.decoder(self._bare(self.painter)(self.judges.latents(batch), batch.audio))
        return strip(batch, made)

    def finished(self) -> Painter:
        """The painter with the weights that are to be used."""
        painter: Painter = self._bare(self.painter)
        self.average.give(painter)
        return painter
