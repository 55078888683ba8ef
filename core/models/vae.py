"""Between pictures and latents: the variational autoencoder, and the tiny one that stands in for its decoder.

Knows nothing of mouths, sound and devices. The large one is the autoencoder of Rombach et al. (2022) with the decoder
fine-tuned by Stability AI; the tiny one (O. Boer Bohan, “TAESD”) was distilled from it and decodes the same latents
in a tenth of the time, with less fine detail. Only its decoder is used: what it encodes deviates from what the U-Net
was trained on, and encoding happens once a source frame while decoding happens for every frame.

Pictures are (n, 3, h, w) in [-1, 1], RGB; latents (n, 4, h/8, w/8), multiplied by the scaling factor of the large one.
The posterior's mode is what is encoded, so that a picture has one latent and not another one on every run.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import nn

from core.errors import WeightsError
from core.models.checkpoint import load_state, load_strictly
from core.models.network_config import network_config

CONFIG_FILE = "config.json"
WEIGHTS_FILES = ("diffusion_pytorch_model.safetensors", "diffusion_pytorch_model.bin")

_ATTENTION_NAMES = {"query": "to_q", "key": "to_k", "value": "to_v", "proj_attn": "to_out.0"}
"""What the parts of an attention were called by diffusers before version 0.18, and what they are called now."""


class LatentEncoder(nn.Module):
    """Pictures to latents. Takes over the half of `vae` that it needs."""

    def __init__(self, vae: Any) -> None:
        super().__init__()
        self.encoder, self.quant_conv = vae.encoder, vae.quant_conv
        self.scale = float(vae.config.scaling_factor)

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        """Scaled mode of every picture's latent distribution."""
        mean: torch.Tensor = self.quant_conv(self.encoder(pictures)).chunk(2, dim=1)[0]
        return mean * self.scale


class LatentDecoder(nn.Module):
    """Latents to pictures, which may lie a little outside [-1, 1]. Takes over the half of `vae` that it needs."""

    def __init__(self, vae: Any) -> None:
        super().__init__()
        self.post_quant_conv, self.decoder = vae.post_quant_conv, vae.decoder
        self.scale = float(vae.config.scaling_factor)

    def forward(self, latents: torch.Tensor) -> torch.Tensor:
        """Pictures of scaled latents."""
        pictures: torch.Tensor = self.decoder(self.post_quant_conv(latents / self.scale))
        return pictures


class TinyDecoder(nn.Module):
    """Latents to pictures in a tenth of the time, softer. Takes over the decoder of `tiny`.

    It was distilled on latents that are scaled already.
    """

    def __init__(self, tiny: Any) -> None:
        super().__init__()
        self.decoder = tiny.decoder
        self.scale = float(tiny.config.scaling_factor)

    def forward(self, latents: torch.Tensor) -> torch.Tensor:
        """Pictures of scaled latents."""
        pictures: torch.Tensor = self.decoder(latents / self.scale)
        return pictures


def load_vae(folder: Path) -> nn.Module:
    """The autoencoder of a folder in the official layout, in float32, on the processor. Raises WeightsError."""
    path = vae_weights(folder)
    with torch.device("meta"):
        vae = build_vae(network_config(folder / CONFIG_FILE))
    load_strictly(vae, with_current_names(load_state(path)), path)
    return nn.Module.float(vae).eval()  # the file may hold half precision


def load_tiny_decoder(folder: Path) -> TinyDecoder:
    """The tiny decoder of a folder of the TAESD family, in float32, on the processor. Raises WeightsError."""
    path = vae_weights(folder)
    with torch.device("meta"):
        tiny = build_tiny(network_config(folder / CONFIG_FILE))
    load_strictly(tiny, load_state(path), path)
    return TinyDecoder(tiny).eval().float()


def vae_weights(folder: Path) -> Path:
    """The file with an autoencoder's weights in `folder`. Raises WeightsError if there is none."""
    for name in WEIGHTS_FILES:
        if (folder / name).is_file():
            return folder / name
    names = " nor ".join(WEIGHTS_FILES)
    raise WeightsError(f"{folder} holds neither {names}.", "Get or import the weights of the autoencoder.")


def build_vae(config: dict[str, Any]) -> nn.Module:
    """The autoencoder with fresh weights; without `scaling_factor` in `config` it is 0.18215. Raises WeightsError."""
    from diffusers import AutoencoderKL

    return _built(AutoencoderKL, config)


def build_tiny(config: dict[str, Any]) -> nn.Module:
    """The tiny autoencoder with fresh weights. Raises WeightsError."""
    from diffusers import AutoencoderTiny

    return _built(AutoencoderTiny, config)


def with_current_names(state: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """The same tensors under the names that diffusers uses today; those of the published file are older."""
    return {_current_name(name): tensor for name, tensor in state.items()}


def _built(network: Any, config: dict[str, Any]) -> nn.Module:
    try:
        net: nn.Module = network(**config)
    except (TypeError, ValueError, AttributeError) as error:
        raise WeightsError(
            f"{CONFIG_FILE} does not describe an autoencoder: {error}.", "Get or import these weights again."
        ) from error
    return net


def _current_name(name: str) -> str:
    parts = name.split(".")
    if "attentions" in parts and parts[-2] in _ATTENTION_NAMES:
        parts[-2] = _ATTENTION_NAMES[parts[-2]]
    return ".".join(parts)
