"""Brings the networks of the inpainter from their folders to where they run. Knows no pictures.

Which backend: the one asked for, by option or by the environment's `DUBWRIGHT_BACKEND`; else OpenVINO where it is
installed, the processor does the work and the conversions are there or can be made in the memory at hand; else torch.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from core.device import Device, free_memory
from core.engines.inpaint_networks import BACKENDS, InpainterOptions, Networks
from core.engines.inpaint_openvino import (
    CONVERSION_BYTES,
    OpenVinoNetwork,
    Source,
    converted,
    is_installed,
    kept,
)
from core.engines.inpaint_torch import Speedups, TorchNetwork
from core.errors import DeviceError, SettingsError
from core.media.probe import fingerprint
from core.models.unet import load_unet, unet_weights
from core.models.vae import LatentDecoder, LatentEncoder, load_tiny_decoder, load_vae, vae_weights

_LATENT, _PICTURE, _SOUND = (4, 32, 32), (3, 256, 256), (50, 384)


@dataclass(frozen=True, slots=True)
class Loaded:
    """Networks that are ready, and what runs them."""

    networks: Networks
    backend: str


def load_networks(unet_folder: Path, vae_folder: Path, options: InpainterOptions, device: Device) -> Loaded:
    """The networks of these folders on the device. Raises WeightsError, DeviceError and SettingsError."""
    wanted = options.backend or os.environ.get("DUBWRIGHT_BACKEND", "")
    if wanted and wanted not in BACKENDS:
        raise SettingsError(f"There is no backend “{wanted}”.", f"Known are: {', '.join(BACKENDS)}.")
    if wanted == "openvino" and not device.is_cpu:
        raise DeviceError("OpenVINO runs on the processor here.", "Choose the device “cpu”, or the backend “torch”.")
    sources = _sources(unet_folder, vae_folder, options.tiny_folder)
    if wanted == "openvino" or (not wanted and _openvino_fits(sources, device)):
        return Loaded(Networks(*(OpenVinoNetwork(converted(source, device), device) for source in sources)), "openvino")
    return Loaded(_with_torch(unet_folder, vae_folder, options, device), "torch")


def _openvino_fits(sources: tuple[Source, ...], device: Device) -> bool:
    if not (device.is_cpu and is_installed()):
        return False
    return all(kept(source, device) is not None for source in sources) or free_memory(device) >= CONVERSION_BYTES


def _sources(unet_folder: Path, vae_folder: Path, tiny_folder: Path | None) -> tuple[Source, Source, Source]:
    """What OpenVINO is to convert: U-Net, encoder, decoder."""
    vae = fingerprint(vae_weights(vae_folder))
    decoder = Source(lambda: LatentDecoder(load_vae(vae_folder)), f"decoder {vae}", (_LATENT,))
    if tiny_folder is not None:
        tiny = fingerprint(vae_weights(tiny_folder))
        decoder = Source(lambda: load_tiny_decoder(tiny_folder), f"tiny decoder {tiny}", (_LATENT,))
    unet = f"unet {fingerprint(unet_weights(unet_folder))}"
    return (
        Source(lambda: load_unet(unet_folder), unet, ((8, 32, 32), _SOUND)),
        Source(lambda: LatentEncoder(load_vae(vae_folder)), f"encoder {vae}", (_PICTURE,)),
        decoder,
    )


def _with_torch(unet_folder: Path, vae_folder: Path, options: InpainterOptions, device: Device) -> Networks:
    vae = load_vae(vae_folder)
    decoder = LatentDecoder(vae) if options.tiny_folder is None else load_tiny_decoder(options.tiny_folder)
    speedups = Speedups(options.compiled, options.graphs)
    return Networks(
        TorchNetwork(load_unet(unet_folder, device.dtype), device, speedups),
        TorchNetwork(LatentEncoder(vae), device),
        TorchNetwork(decoder, device, speedups),
    )
