"""A table of how fast the MuseTalk engine's networks paint on a graphics card, as Markdown. Knows no film.

U-Net and decoder at full size with random weights, which take the same time as trained ones: several batches, compiled
or not, recorded as graphs or not, beside the plain loop in half precision and beside the floor (`core.bench_networks`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Any

import torch
from torch import nn

from core.bench_networks import LATENTS, SOUND, PlainTimes, milliseconds, operations, rate, time_plain
from core.device import CPU, Device, choose_device, is_out_of_memory, release_memory
from core.engines.inpaint_torch import Speedups, TorchNetwork
from core.errors import DeviceError, MediaError
from core.job import Job, Progress
from core.models import full_size
from core.models.random_weights import random_network
from core.models.unet import OneStepUnet, build_unet
from core.models.vae import LatentDecoder, build_vae

BATCHES = (1, 2, 4, 8, 16, 32)


@dataclass(frozen=True, slots=True)
class Builders:
    """Makers of the networks as diffusers has them, on torch's default device."""

    unet: Callable[[], nn.Module]
    vae: Callable[[], nn.Module]


FULL_SIZE = Builders(lambda: build_unet(full_size.UNET), lambda: build_vae(full_size.VAE))


@dataclass(frozen=True, slots=True)
class Row:
    """Frames a second in a batch of so many; None where memory did not suffice."""

    batch: int
    speedups: Speedups
    frames: float | None


@dataclass(frozen=True, slots=True)
class GpuReport:
    """What was measured. `operations` are those of a frame, `rate` the device's a second."""

    device: Device
    versions: str
    rows: tuple[Row, ...]
    plain: PlainTimes
    operations: int
    rate: float

    @property
    def best(self) -> Row:
        """The fastest row. Raises DeviceError if not a single one fitted into memory."""
        measured = [row for row in self.rows if row.frames is not None]
        if not measured:
            raise DeviceError(f"{self.device.title} has too little memory for a single frame.", _CHOOSE)
        return max(measured, key=lambda row: row.frames or 0.0)

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        best = self.best
        return {
            "device": self.device.title,
            "precision": self.device.precision,
            "versions": self.versions,
            "rows": [
                [row.batch, row.speedups.compiled, row.speedups.graphs, row.frames and round(row.frames, 1)]
                for row in self.rows
            ],
            "best_frames_per_second": round(best.frames or 0.0, 1),
            "plain_frames_per_second": round(1000 / self.plain.best, 1),
            "times_plain": round((best.frames or 0.0) * self.plain.best / 1000, 2),
            "teraflops": round(self.rate / 1e12, 1),
            "times_floor": round(self.rate / self.operations / (best.frames or 1.0), 2),
        }

    def as_text(self) -> str:
        """A section in Markdown."""
        data = self.as_json()
        plain = ", ".join(f"{1000 / value:.1f} (batch {batch})" for batch, value in self.plain.by_batch.items())
        lines = [
            f"## {data['device']}, {data['precision']}",
            "",
            f"{data['versions']}. U-Net and decoder at full size, random weights, frames a second:",
            "",
            "| batch | plain | graphs | compiled | compiled, graphs |",
            "|---|---|---|---|---|",
            *self._table(),
            "",
            f"Plain diffusers loop in {self.plain.precision}: {plain}. "
            f"Best here: {data['best_frames_per_second']}, {data['times_plain']} times as fast.",
            f"Floor: {self.operations / 1e9:.0f} GFLOP a frame at {data['teraflops']} TFLOP/s measured; "
            f"a frame takes {data['times_floor']} times as long.",
            "",
        ]
        return "\n".join(lines)

    def _table(self) -> Iterator[str]:
        for batch in dict.fromkeys(row.batch for row in self.rows):
            cells = ["–" if row.frames is None else f"{row.frames:.1f}" for row in self.rows if row.batch == batch]
            yield f"| {batch} | {' | '.join(cells)} |"


_CHOOSE = "Measure another device, or look at “dubwright bench --engine musetalk”."


def gpu_report(out: Path) -> Job[GpuReport]:
    """Measure the graphics card and write the section to `out`. Raises DeviceError if there is none."""
    device = choose_device()
    if device.is_cpu:
        raise DeviceError("There is no graphics card here to report on.", _CHOOSE)
    report = yield from measure_device(device, FULL_SIZE, BATCHES)
    text = report.as_text()
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise MediaError(f"{out} cannot be written: {error.strerror}.", "Choose another file.") from error
    return report


def measure_device(device: Device, builders: Builders, batches: Sequence[int]) -> Job[GpuReport]:
    """Every combination on that device, then the plain loop in float16 and the floor."""
    rows = []
    choices = [Speedups(compiled, graphs) for compiled, graphs in product((False, True), repeat=2)]
    for done, speedups in enumerate(choices):
        yield Progress(done, len(choices) + 1, "ways to run")
        rows += list(_sweep(device, builders, batches, speedups))
    rows.sort(key=lambda row: row.batch)
    yield Progress(len(choices), len(choices) + 1, "ways to run")
    half = replace(device, precision="float16" if not device.is_cpu else CPU.precision)
    plain = time_plain(_random(builders.unet, half), _random(builders.vae, half), half, (1, 8))
    with torch.device("meta"):
        count = operations(OneStepUnet(builders.unet()), LATENTS, SOUND)
        count += operations(LatentDecoder(builders.vae()), (4, *LATENTS[1:]))
    return GpuReport(device, _versions(), tuple(rows), plain, count, rate(device))


def _sweep(device: Device, builders: Builders, batches: Sequence[int], speedups: Speedups) -> Iterator[Row]:
    unet = TorchNetwork(OneStepUnet(_random(builders.unet, device)), device, speedups)
    decoder = TorchNetwork(LatentDecoder(_random(builders.vae, device)), device, speedups)
    for batch in batches:
        try:
            yield Row(batch, speedups, _frames_a_second(unet, decoder, device, batch))
        except (MemoryError, RuntimeError) as error:
            if not is_out_of_memory(error):
                raise
            yield Row(batch, speedups, None)
        release_memory(device)
    unet.close()
    decoder.close()
    release_memory(device)


@torch.inference_mode()
def _frames_a_second(unet: TorchNetwork, decoder: TorchNetwork, device: Device, batch: int) -> float:
    """Latents and sound that are on the device to rounded pictures that are on the device."""
    latents = torch.randn(batch, *LATENTS, device=device.name)
    sound = torch.randn(batch, *SOUND, device=device.name)

    def paint() -> torch.Tensor:
        pixels = decoder(unet(latents, sound))
        return ((pixels / 2 + 0.5).clamp(0, 1) * 255).round().to(torch.uint8)

    return 1000 * batch / milliseconds(paint, device)


def _random(build: Callable[[], nn.Module], device: Device) -> nn.Module:
    return random_network(build, device.dtype)


def _versions() -> str:
    import diffusers

    driver = torch.version.cuda or torch.version.hip or "none"
    return f"torch {torch.__version__}, diffusers {diffusers.__version__}, compute library {driver}"
