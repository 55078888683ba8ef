"""How fast the MuseTalk engine dubs on this machine: its networks, a whole film, the plain loop, and the floor.

Knows the engine only through its networks and a render.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.bench import BenchOutcome, measure, peak_memory
from core.bench_networks import LATENTS, SOUND, NetworkTimes, PlainTimes, operations, rate, time_networks, time_plain
from core.bench_weights import random_weights
from core.device import CPU, Device, choose_device
from core.engines.inpainter import InpainterOptions, load_inpainter
from core.errors import SettingsError
from core.job import Job, Progress
from core.paths import cache_folder
from core.project import Decoder, EngineChoice

RANDOM = "random-musetalk"
"""Folder of the random weights, in the cache."""

_KEPT_CACHES = ("openvino", "halved", "inpainting")
"""What starting takes minutes to make again and says nothing of a render's speed."""


@dataclass(frozen=True, slots=True)
class BenchSpec:
    """What is measured: `weights` names a set or a folder, empty with `random`; `seconds` 0 renders no film."""

    weights: str = ""
    random: bool = False
    tiny: bool = False
    backend: str = ""
    seconds: float = 2.0


@dataclass(frozen=True, slots=True)
class MuseTalkOutcome:
    """Times of one run. `floor` is in milliseconds a frame; `plain` is the plain loop in float32 on this device."""

    device: Device
    backend: str
    decoder: str
    networks: NetworkTimes
    plain: PlainTimes
    floor: float
    load_peak: int
    film: BenchOutcome | None

    def as_json(self) -> dict[str, Any]:
        """For programs; milliseconds a frame."""
        times = self.networks
        found: dict[str, Any] = {
            "device": self.device.title,
            "precision": self.device.precision,
            "backend": self.backend,
            "decoder": self.decoder,
            "batch": times.batch,
            "unet_ms": round(times.unet, 1),
            "decode_ms": round(times.decode, 1),
            "encode_source_frame_ms": round(times.encode, 1),
            "plain_ms": {str(batch): round(value, 1) for batch, value in self.plain.by_batch.items()},
            "times_plain": round(self.plain.best / times.paint, 2),
            "floor_ms": round(self.floor, 1),
            "times_floor": round(times.paint / self.floor, 2),
            "peak_memory_networks_mib": round(self.load_peak / 2**20),
        }
        return found | ({"film": self._film_json(self.film)} if self.film is not None else {})

    def as_text(self) -> str:
        """For people: a small table."""
        data, film = self.as_json(), self.film
        head = [
            f"{data['device']}, {data['precision']}, {data['backend']}, decoder {data['decoder']}",
            f"U-Net {data['unet_ms']} ms, decode {data['decode_ms']} ms a frame in batches of {data['batch']}; "
            f"{data['encode_source_frame_ms']} ms to encode a source frame",
            f"{data['times_plain']} × the plain float32 loop ({self.plain.best:.0f} ms), "
            f"{data['times_floor']} × the floor ({data['floor_ms']} ms)",
        ]
        return "\n".join(head if film is None else [*head, film.as_text()])

    def _film_json(self, film: BenchOutcome) -> dict[str, Any]:
        """`outside_networks_share`: of the whole, what is neither loading, nor crops and their encoding, nor painting.

        Hearing is counted to what is outside, although a network does it.
        """
        stages, frames = film.report.seconds, film.report.frames
        inside = sum(stages.get(name, 0.0) for name in ("study", "prepare", "paint"))
        rest = stages.get("dub", 0.0) - stages.get("prepare", 0.0) - stages.get("paint", 0.0)
        return film.as_json() | {
            "hear_and_blend_ms": round(1000 * rest / frames, 2),
            "outside_networks_share": round(1 - inside / stages["whole"], 3),
        }


def measure_musetalk(spec: BenchSpec) -> Job[MuseTalkOutcome]:
    """Measure what `spec` says. Raises WeightsError, DeviceError and SettingsError."""
    folder = _folder(spec)
    yield Progress(0, 0, "networks")
    device = choose_device()
    tiny = folder / "taesd" if spec.tiny else None
    inpainter = load_inpainter(
        folder / "musetalkV15", folder / "sd-vae", InpainterOptions(backend=spec.backend, tiny_folder=tiny)
    )
    backend, plan = inpainter.kind.split()[0], inpainter.plan
    networks = time_networks(inpainter.networks, device, plan.batch, plan.vae_batch)
    inpainter.close()
    peak = peak_memory()
    film = None
    if spec.seconds:
        choice = EngineChoice("musetalk", str(folder), decoder=Decoder.TINY if spec.tiny else Decoder.FULL)
        with _backend_of(backend):
            film = yield from measure(choice, spec.seconds, _KEPT_CACHES)
    yield Progress(0, 0, "plain loop")
    floor = 1000 * _operations(folder, tiny) / rate(device)
    plain = time_plain(*_plain(folder), _as_exact(device), (1, 8))
    decoder = "tiny" if spec.tiny else "exact"
    return MuseTalkOutcome(device, backend, decoder, networks, plain, floor, peak, film)


def _folder(spec: BenchSpec) -> Path:
    if spec.random:
        return random_weights(cache_folder() / RANDOM)
    if not Path(spec.weights).is_dir() or not spec.weights:
        raise SettingsError("There are no weights to measure with.", "Name a folder, or give --random-weights.")
    return Path(spec.weights)


@contextmanager
def _backend_of(name: str) -> Iterator[None]:
    """Have the engine use what was measured."""
    before = os.environ.get("DUBWRIGHT_BACKEND")
    os.environ["DUBWRIGHT_BACKEND"] = name
    try:
        yield
    finally:
        del os.environ["DUBWRIGHT_BACKEND"]
        if before is not None:
            os.environ["DUBWRIGHT_BACKEND"] = before


def _as_exact(device: Device) -> Device:
    return Device(device.name, CPU.precision, device.title)


def _plain(folder: Path) -> tuple[Any, Any]:
    """U-Net and autoencoder as diffusers has them, in float32."""
    import torch

    from core.models import unet, vae
    from core.models.checkpoint import load_state, load_strictly
    from core.models.network_config import network_config

    path = unet.unet_weights(folder / "musetalkV15")
    with torch.device("meta"):
        net = unet.build_unet(network_config(path.with_name(unet.CONFIG_FILE)))
    load_strictly(net, load_state(path), path)
    return torch.nn.Module.float(net).eval(), vae.load_vae(folder / "sd-vae")


def _operations(folder: Path, tiny: Path | None) -> int:
    """Of the U-Net and the decoder in use."""
    import torch

    from core.models import unet, vae
    from core.models.network_config import network_config

    with torch.device("meta"):
        net = unet.OneStepUnet(unet.build_unet(network_config(folder / "musetalkV15" / unet.CONFIG_FILE)))
        config = network_config((tiny or folder / "sd-vae") / vae.CONFIG_FILE)
        decoder = vae.TinyDecoder(vae.build_tiny(config)) if tiny else vae.LatentDecoder(vae.build_vae(config))
    return operations(net, LATENTS, SOUND) + operations(decoder, (4, *LATENTS[1:]))
