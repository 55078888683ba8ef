"""Full-size random weights in the official layout, for measuring the MuseTalk engine without its published weights.

They are read the way published ones are. Stored in half precision: 1.9 GB.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch

from core.models import full_size
from core.models.random_weights import random_network

_WHISPER: dict[str, Any] = {
    "d_model": 384,
    "encoder_attention_heads": 6,
    "encoder_ffn_dim": 1536,
    "encoder_layers": 4,
    "max_source_positions": 1500,
    "num_mel_bins": 80,
    "model_type": "whisper",
    "activation_function": "gelu",
}
_SOUND: dict[str, Any] = {
    "chunk_length": 30,
    "feature_size": 80,
    "hop_length": 160,
    "n_fft": 400,
    "n_samples": 480_000,
    "nb_max_frames": 3000,
    "padding_value": 0.0,
    "sampling_rate": 16_000,
}
_LAST = "whisper/pytorch_model.bin"


def random_weights(folder: Path) -> Path:
    """The layout below `folder`, written now if it was not written before; returns `folder`."""
    _write(folder / "musetalkV15", "musetalk.json", full_size.UNET)
    _write(folder / "sd-vae", "config.json", {"_class_name": "AutoencoderKL"} | full_size.VAE)
    _write(folder / "taesd", "config.json", {"_class_name": "AutoencoderTiny"} | full_size.TINY)
    _write(folder / "whisper", "config.json", _WHISPER)
    _write(folder / "whisper", "preprocessor_config.json", _SOUND)
    if not (folder / _LAST).exists():
        _write_networks(folder)
    return folder


def _write_networks(folder: Path) -> None:
    from core.models.audio_encoder import WhisperEncoder
    from core.models.unet import build_unet
    from core.models.vae import build_tiny, build_vae

    _save(random_network(lambda: build_unet(full_size.UNET), torch.float16), folder / "musetalkV15/unet.pth")
    vae = random_network(lambda: build_vae(full_size.VAE), torch.float16)
    _save(vae, folder / "sd-vae/diffusion_pytorch_model.bin")
    tiny = random_network(lambda: build_tiny(full_size.TINY), torch.float16)
    _save_tensors(tiny, folder / "taesd/diffusion_pytorch_model.safetensors")
    _save(random_network(WhisperEncoder, torch.float16), folder / _LAST, "model.encoder.")


def _write(folder: Path, name: str, config: dict[str, Any]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(json.dumps(config, indent=2), encoding="utf-8")


def _save(network: torch.nn.Module, path: Path, prefix: str = "") -> None:
    """Under a temporary name first, so that a file with the right name is whole."""
    part = path.with_name(path.name + ".part")
    torch.save({prefix + name: tensor for name, tensor in network.state_dict().items()}, part)
    part.replace(path)


def _save_tensors(network: torch.nn.Module, path: Path) -> None:
    from safetensors.torch import save_file

    part = path.with_name(path.name + ".part")
    save_file({name: tensor.contiguous() for name, tensor in network.state_dict().items()}, part)
    part.replace(path)
