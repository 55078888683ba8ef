"""How fast the networks of the MuseTalk engine run here, beside the plain loop and beside what arithmetic allows.

Knows no film. “Plain” is what one writes first with diffusers: the U-Net and the decoder as the library builds them, in
one format, time step and all, pictures rounded on the processor. The floor is the networks' multiplications and
additions over what the device does in one large matrix product; nothing exact can be faster.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import torch
from torch import nn

from core.device import Device, every_core, finish, release_memory
from core.engines.inpaint_networks import Networks

LATENTS, SOUND, PICTURE = (8, 32, 32), (50, 384), (3, 256, 256)


@dataclass(frozen=True, slots=True)
class NetworkTimes:
    """Milliseconds a row in a batch of so many: the U-Net, the decoder, and the two encodings of a source frame."""

    batch: int
    unet: float
    decode: float
    encode: float

    @property
    def paint(self) -> float:
        """U-Net and decoder."""
        return self.unet + self.decode


@dataclass(frozen=True, slots=True)
class PlainTimes:
    """Milliseconds a row of the plain loop, U-Net and decoder, by batch."""

    precision: str
    by_batch: dict[int, float]

    @property
    def best(self) -> float:
        """At the batch that suits it best."""
        return min(self.by_batch.values())


@torch.inference_mode()
def time_networks(networks: Networks, device: Device, batch: int, decode_batch: int) -> NetworkTimes:
    """Run each network on its own; the rows of the decoder and encoder go in pieces of `decode_batch`."""
    latents, sound = torch.randn(batch, *LATENTS), torch.randn(batch, *SOUND)
    painted, pictures = latents[:, :4].contiguous(), torch.zeros(2, *PICTURE)
    with every_core():
        return NetworkTimes(
            batch,
            milliseconds(lambda: networks.unet(latents, sound), device) / batch,
            milliseconds(lambda: [networks.decoder(part) for part in torch.split(painted, decode_batch)], device)
            / batch,
            milliseconds(lambda: networks.encoder(pictures), device),
        )


@torch.inference_mode()
def time_plain(unet: nn.Module, vae: nn.Module, device: Device, batches: Sequence[int]) -> PlainTimes:
    """Time the plain loop. Takes over both modules, moves them to the device and back to nothing."""
    for net in (unet, vae):
        nn.Module.to(net, device.name, device.dtype)  # diffusers' own method warns of nothing
    times = {}
    with every_core():
        for batch in batches:
            latents = torch.randn(batch, *LATENTS, device=device.name, dtype=device.dtype)
            sound = torch.randn(batch, *SOUND, device=device.name, dtype=device.dtype)
            taken = milliseconds(
                partial(plain_pictures, unet, vae, latents, sound), device, runs=1 if device.is_cpu else 3
            )
            times[batch] = taken / batch
    for net in (unet, vae):
        nn.Module.to(net, "meta")
    release_memory(device)
    return PlainTimes(device.precision, times)


def plain_pictures(unet: Any, vae: Any, latents: torch.Tensor, sound: torch.Tensor) -> Any:
    """Pictures uint8 (n, 256, 256, 3) by the plain loop."""
    step = torch.tensor([0], device=latents.device)
    painted = unet(latents, step, encoder_hidden_states=sound).sample
    pixels = vae.decode(painted / vae.config.scaling_factor).sample
    pictures = (pixels / 2 + 0.5).clamp(0, 1).cpu().permute(0, 2, 3, 1).float().numpy()
    return (pictures * 255).round().astype(np.uint8)


def milliseconds(work: Callable[[], object], device: Device, runs: int = 3) -> float:
    """The shortest of some runs, after one that does not count."""
    taken = []
    for _ in range(runs + 1):
        finish(device)
        begun = time.perf_counter()
        work()
        finish(device)
        taken.append(time.perf_counter() - begun)
    return 1000 * min(taken[1:])


def operations(module: nn.Module, *shapes: tuple[int, ...]) -> int:
    """Multiplications and additions of one row, each counted as one; nothing is computed for it."""
    from torch.utils.flop_counter import FlopCounterMode

    with FlopCounterMode(display=False) as counter:
        module(*(torch.empty(1, *shape, device="meta") for shape in shapes))
    return int(counter.get_total_flops())


@torch.inference_mode()
def rate(device: Device, side: int = 4096) -> float:
    """Operations a second of the device in its number format: the best of a matrix product and a 3 × 3 convolution."""
    side, rows = (1536, 1) if device.is_cpu else (side, 8)
    one = torch.randn(side, side, device=device.name, dtype=device.dtype)
    layer: Any = nn.Conv2d(256, 256, 3, padding=1).to(device.name, device.dtype)
    layer = layer.to(memory_format=torch.channels_last)
    picture = torch.randn(rows, 256, 64, 64, device=device.name, dtype=device.dtype)
    picture = picture.contiguous(memory_format=torch.channels_last)
    convolution = 2 * rows * 64 * 64 * 256 * 256 * 9
    with every_core():
        matrix = 2 * side**3 / milliseconds(lambda: one @ one, device, 5)
        return 1000 * max(matrix, convolution / milliseconds(lambda: layer(picture), device, 5))
