"""How much memory and time a training will take, told before it begins. Learns nothing and loads no weights.

One part of one step is computed with tensors that have shapes but no values. Every allocation and release is counted,
so that recomputation, the frozen networks around the one that learns and the passing giants of the decoder are in the
figure. To its highest point come what lives through all steps: the optimiser's two moments, the averages, the pictures
of the other parts; and what the process takes before it begins. Time is the count of multiplications over the rate of
a convolution that is measured here and now: an order of magnitude, not a promise.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from weakref import finalize

import psutil
import torch
from torch import Tensor, nn
from torch._subclasses.fake_tensor import FakeTensorMode
from torch.nn import functional
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves
from torch.utils.flop_counter import FlopCounterMode

from core.errors import DeviceError
from core.models.network_config import network_config
from core.models.syncnet import SyncNet
from core.models.unet import CONFIG_FILE, build_unet
from core.models.vae import build_vae
from training.low_rank import add_adapters
from training.networks import (
    Batch,
    Critics,
    Folders,
    Judges,
    Painter,
    critics_loss,
    deceiving_losses,
    painted_losses,
)
from training.perceptual import PerceptualLoss, Vgg19
from training.recipe import Precision, Recipe
from training.train import TrainingRun

_SPARE = 0.05
"""Share of the free memory that is not counted on."""

_SLACK = 1.25
"""What a processor's allocator and convolutions take beyond the tensors: 1.2 to 1.6 times were measured on small ones,
whose blocks the allocator does not give back."""

_ON_A_CARD = 900 << 20
"""Bytes that CUDA and its libraries take on a card before the first tensor is there."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What one process takes on its device.

    - `base`: bytes of the process itself, `peak`: bytes of tensors at the highest point
    - `multiplications`: floating point operations of a step, `rate`: of those in a second, `steps`: how many
    """

    base: int
    peak: int
    multiplications: float
    rate: float
    steps: int

    @property
    def memory(self) -> int:
        """Bytes in all."""
        return self.base + self.peak

    @property
    def seconds(self) -> float:
        """About how long the whole run takes."""
        return self.steps * self.multiplications / self.rate

    def as_text(self) -> str:
        """One sentence for people."""
        hours = self.seconds / 3600
        length = f"{hours:.1f} hours" if hours >= 1 else f"{self.seconds / 60 + 0.5:.0f} min"
        return f"About {self.memory / 1e9:.1f} GB of memory and {length} are needed"


@dataclass(frozen=True, slots=True)
class Room:
    """An estimate, and the bytes that are free for it."""

    estimate: Estimate
    free: int

    def as_text(self) -> str:
        """One sentence for people."""
        return f"{self.estimate.as_text()}; {self.free / 1e9:.1f} GB are free."

    def as_json(self) -> dict[str, float]:
        """JSON values: bytes, and seconds of the whole run."""
        found = self.estimate
        return {"memory": found.memory, "free": self.free, "seconds": found.seconds, "steps": found.steps}


def refuse_if_too_large(wanted: TrainingRun) -> Room:
    """What a run takes on this machine. Raises DeviceError if the memory does not suffice."""
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    found = estimate(wanted.recipe, wanted.folders, device)
    room = Room(found, _free(device) + (found.base if device.type == "cpu" else 0))
    if found.memory > (1 - _SPARE) * room.free:
        raise DeviceError(room.as_text(), "Set parts=2 or more, a smaller batch, recompute=true or precision=bf16.")
    return room


def estimate(recipe: Recipe, folders: Folders, device: torch.device, processes: int = 1) -> Estimate:
    """What one of `processes` takes. Raises WeightsError if a network's dimensions cannot be read."""
    frames = recipe.batch * recipe.frames // (recipe.parts * processes)
    painter = _painter(recipe, folders)
    with FakeTensorMode(), _Live() as live, FlopCounterMode(display=False) as counter:
        cast = torch.autocast("cpu", torch.bfloat16, enabled=recipe.precision is not Precision.FLOAT32)
        networks = _networks(_placed(painter), recipe, folders)
        with cast:
            pictures = _one_part(networks, _batch(frames, recipe.frames), recipe)
        learned = _bytes_of(networks[0]) + (_bytes_of(networks[2]) if networks[2] is not None else 0)
    moments = 2 * learned + (_bytes_of(networks[0]) if recipe.optimising.average else 0)
    buckets = learned if processes > 1 else 0
    waiting = (recipe.parts - 1) * pictures
    peak = live.highest + moments + buckets + waiting
    if device.type == "cuda":
        base = _ON_A_CARD
    else:
        base, peak = psutil.Process().memory_info().rss, round(_SLACK * peak)
    multiplications = float(counter.get_total_flops() * recipe.parts)
    return Estimate(base, peak, multiplications, _rate(device, recipe.precision), recipe.steps)


class _Live(TorchDispatchMode):  # type: ignore[no-untyped-call]  # torch leaves it open
    """Counts the bytes of all tensors that are there, and the most that ever were."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # as above
        self.now = self.highest = 0
        self._known: set[int] = set()

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        made = func(*args, **(kwargs or {}))
        for leaf in tree_leaves(made):
            if isinstance(leaf, Tensor):
                self._meet(leaf.untyped_storage())
        return made

    def _meet(self, storage: torch.UntypedStorage) -> None:
        key, size = id(storage), storage.nbytes()
        if key in self._known:
            return
        self._known.add(key)
        self.now += size
        self.highest = max(self.highest, self.now)
        finalize(storage, self._part, key, size)

    def _part(self, key: int, size: int) -> None:
        self._known.discard(key)
        self.now -= size


_Networks = tuple[Painter, Judges, Critics | None]


def _painter(recipe: Recipe, folders: Folders) -> Painter:
    """The network that learns, on no device: adapters are moved when they are added, which counted ones cannot be."""
    with torch.device("meta"):
        painter = Painter(build_unet(network_config(folders.unet / CONFIG_FILE)))
        if recipe.low_rank is not None:
            add_adapters(painter, recipe.low_rank)
    return painter


def _placed(painter: Painter) -> Painter:
    """The same with tensors that are counted."""
    for module in painter.modules():
        for name, tensor in list(module.named_parameters(recurse=False)):
            setattr(module, name, nn.Parameter(torch.empty(tensor.shape), tensor.requires_grad))
        for name, buffer in list(module.named_buffers(recurse=False)):
            setattr(module, name, torch.empty(buffer.shape, dtype=buffer.dtype))
    return painter


def _networks(painter: Painter, recipe: Recipe, folders: Folders) -> _Networks:
    """The networks of a run without values."""
    losses = recipe.losses
    if recipe.recompute:
        painter.unet.enable_gradient_checkpointing()  # type: ignore[operator]  # diffusers' own method
    perceptual = PerceptualLoss(Vgg19()) if losses.perceptual else None
    syncnet = SyncNet() if losses.sync else None
    judges = Judges(build_vae(network_config(folders.vae / "config.json")), perceptual, syncnet)
    adversarial = losses.adversarial or losses.features
    return painter, judges, Critics(losses.critic_channels) if adversarial else None


def _batch(frames: int, of_sample: int) -> Batch:
    lips = tuple((78, 150, 178, 200) for _ in range(frames))
    faces, references = (torch.empty(frames, 3, 256, 256) for _ in range(2))
    sound, mels = torch.empty(frames, 50, 384), torch.empty(frames // of_sample, 1, 80, 52)
    return Batch(faces, references, sound, lips, mels, of_sample)


def _one_part(networks: _Networks, batch: Batch, recipe: Recipe) -> int:
    """Compute one part of a step forwards and backwards; bytes of what is kept of it until the step's end."""
    painter, judges, critics = networks
    made = judges.decoder(painter(judges.latents(batch), batch.audio))
    losses = painted_losses(made, batch, judges, recipe.losses)
    if critics is not None:
        losses |= deceiving_losses(made, batch, critics, recipe.losses)
    torch.autograd.backward(torch.stack(list(losses.values())).sum())
    kept = made.detach()
    del made, losses
    if critics is not None:
        critics.zero_grad(set_to_none=True)
        torch.autograd.backward(critics_loss(kept, batch, critics, recipe.losses.adversary))
    return sum(tensor.nbytes for tensor in (kept, batch.targets, batch.references, batch.audio))


def _bytes_of(network: nn.Module) -> int:
    """Of what learns."""
    return sum(tensor.nbytes for tensor in network.parameters() if tensor.requires_grad)


def _free(device: torch.device) -> int:
    if device.type == "cuda":
        free, _ = torch.cuda.mem_get_info(device)
        return int(free)
    return int(psutil.virtual_memory().available)


def _rate(device: torch.device, precision: Precision) -> float:
    """Floating point operations a second of a convolution as the networks have them, forwards and backwards."""
    kind = {Precision.FLOAT16: torch.float16, Precision.BFLOAT16: torch.bfloat16}.get(precision, torch.float32)
    picture = torch.randn(4, 64, 64, 64, device=device, dtype=kind, requires_grad=True)
    kernel = torch.randn(64, 64, 3, 3, device=device, dtype=kind, requires_grad=True)

    def work() -> None:
        torch.autograd.backward(functional.conv2d(picture, kernel, padding=1).sum())

    return 3 * 2 * 4 * 64**4 * 9 / _seconds(work, device)


def _seconds(work: Callable[[], None], device: torch.device) -> float:
    """The shorter of two runs after one that does not count."""
    found = []
    for _ in range(3):
        begun = time.perf_counter()
        work()
        if device.type == "cuda":
            torch.cuda.synchronize(device)
        found.append(time.perf_counter() - begun)
    return max(min(found[1:]), 1e-9)
