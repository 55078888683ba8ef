"""A small autoencoder, learned from painted presenters: 49 times fewer numbers than pixels. Knows no mouths, no sound.

    picture (3, 256, 256) ▸ mean of the latents (4, 32, 32) ▸ a little noise ▸ picture

It has the layout of the one that dubbing uses, so that everything around it is used unchanged. The posterior has one
variance that is not learned; its divergence from the prior (Kingma & Welling 2013) is then half the squared mean. No
layer but its norms looks further than its convolutions, so that pieces of pictures teach it nearly what whole ones do.
It begins as `training.tiny.pyramid` says.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.device import multiplies_bfloat16
from core.face.crop import SIDE
from core.job import Job, Progress
from core.models.vae import build_vae
from training.networks import HIDDEN_FROM, pictures_of
from training.samples import crop_of
from training.schedule import linear
from training.shard import Shard
from training.tiny.pyramid import begin_as_pyramid

CHANNELS = (8, 16, 24, 32)
"""Of every resolution, from 256² to 32²."""

LATENTS = 4
"""Numbers of every place of 32²."""

NOISE = 0.02
"""Standard deviation of the posterior; the means begin as colours in [-1, 1]."""

_PRIOR = 1e-5  # weight of the divergence beside the mean absolute difference of the pictures
_MARGIN = 20  # rows below the chin that crops reach at most, as in `training.margins`
_HIDDEN = 0.25  # share of the pictures whose lower half is hidden, as the U-Net is shown them


@dataclass(frozen=True, slots=True)
class AutoencoderPlan:
    """How long it learns, and from what: `piece` rows and columns of each of `batch` pictures a step.

    Every `whole_every`th step is of as many whole pictures as have about as many pixels: norms see all of a picture.
    """

    steps: int = 800
    batch: int = 8
    piece: int = 96
    whole_every: int = 3
    rate: float = 1e-3
    seed: int = 1


def autoencoder_config(scale: float = 1.0) -> dict[str, Any]:
    """Its dimensions as `core.models.vae.build_vae` takes them; latents are multiplied by `scale`."""
    levels = len(CHANNELS)
    return {
        "_class_name": "AutoencoderKL",
        "in_channels": 3,
        "out_channels": 3,
        "latent_channels": LATENTS,
        "block_out_channels": list(CHANNELS),
        "down_block_types": ["DownEncoderBlock2D"] * levels,
        "up_block_types": ["UpDecoderBlock2D"] * levels,
        "layers_per_block": 1,
        "norm_num_groups": 1,
        "mid_block_add_attention": False,
        "scaling_factor": scale,
    }


def train_autoencoder(shards: Sequence[Shard], plan: AutoencoderPlan, device: torch.device) -> Job[nn.Module]:
    """Learn from crops of these clips; the network on the processor, its latents not scaled. Raises MediaError."""
    torch.manual_seed(plan.seed)
    config = {key: value for key, value in autoencoder_config().items() if not key.startswith("_")}
    net = build_vae(config).to(device).train()
    begin_as_pyramid(net)
    optimiser = torch.optim.AdamW(net.parameters(), plan.rate, (0.9, 0.98), weight_decay=0.0)
    rng = np.random.default_rng([plan.seed, 7])
    for step in range(plan.steps):
        pictures = pictures_of(_pieces(shards, plan, step, rng), device)
        for group in optimiser.param_groups:
            group["lr"] = linear(step + 1, plan.rate, 30, plan.steps + 1)
        optimiser.zero_grad(set_to_none=True)
        with precise_enough(device):
            loss = _loss(net, pictures)
        loss.backward()  # type: ignore[no-untyped-call]  # torch 2.13 leaves it untyped
        optimiser.step()
        yield Progress(step + 1, plan.steps, "autoencoder")
    return net.eval().cpu()


@torch.inference_mode()
def spread(net: Any, shards: Sequence[Shard], pictures: int = 32) -> float:
    """Standard deviation of what the encoder says of some whole crops."""
    chosen = [(shards[number % len(shards)], number // len(shards) * 7) for number in range(pictures)]
    crops = np.stack([crop_of(shard, frame % len(shard)) for shard, frame in chosen])
    return float(_means(net, pictures_of(crops, torch.device("cpu"))).std())


def precise_enough(device: torch.device) -> AbstractContextManager[Any]:
    """Computing in bfloat16 where the device multiplies it."""
    if device.type == "cuda" or multiplies_bfloat16():
        return torch.autocast(device.type, torch.bfloat16)
    return nullcontext()


def _loss(net: Any, pictures: Tensor) -> Tensor:
    means = _means(net, pictures)
    made: Tensor = net.decoder(net.post_quant_conv(means + NOISE * torch.randn_like(means)))
    return (made.float() - pictures).abs().mean() + _PRIOR * means.float().square().mean() / 2


def _means(net: Any, pictures: Tensor) -> Tensor:
    means: Tensor = net.quant_conv(net.encoder(pictures))[:, :LATENTS]
    return means


def _pieces(shards: Sequence[Shard], plan: AutoencoderPlan, step: int, rng: np.random.Generator) -> NDArray[np.uint8]:
    """Pieces (n, side, side, 3) from anywhere in crops, or whole ones."""
    side, count = plan.piece, plan.batch
    if step % plan.whole_every == 0:
        side, count = SIDE, max(round(plan.batch * (plan.piece / SIDE) ** 2), 1)
    return np.stack([_piece(shards[int(rng.integers(len(shards)))], side, rng) for _ in range(count)])


def _piece(shard: Shard, side: int, rng: np.random.Generator) -> NDArray[np.uint8]:
    crop = crop_of(shard, int(rng.integers(len(shard))), float(rng.integers(_MARGIN + 1)))
    if rng.random() < _HIDDEN:
        crop = crop.copy()
        crop[HIDDEN_FROM:] = 0
    row, column = rng.integers(SIDE - side + 1, size=2)
    return np.asarray(crop[row : row + side, column : column + side], np.uint8)
