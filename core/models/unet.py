"""The U-Net that paints a mouth in latent space, in one step. Knows nothing of pictures, sound files and devices.

Architecture: Rombach et al., “High-Resolution Image Synthesis with Latent Diffusion Models” (2022), as the library
diffusers builds it, with eight input channels and a cross-attention width of 384. It is used as MuseTalk uses it: one
call, time step 0, no noise. The time embedding is therefore a constant, and so is what every residual block projects
from it and adds after its first convolution: both are computed once and added to that convolution's bias.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import nn

from core.errors import WeightsError
from core.models.checkpoint import halved, load_state, load_strictly
from core.models.network_config import network_config

CONFIG_FILE = "musetalk.json"
WEIGHTS_FILES = ("unet.pth", "pytorch_model.bin", "unet.safetensors")
"""Names of the weights in a folder of version 1.5, of version 1.0, and of one's own training."""

_TIME_STEP = 0


class OneStepUnet(nn.Module):
    """The network with its time step folded in. Takes over `net`, which cannot be used on its own afterwards.

    What is folded is computed in float32; convert the result with `.to(dtype)` to have it in one format throughout.
    """

    def __init__(self, net: Any) -> None:
        super().__init__()
        _fold_time(net)
        self.conv_in, self.conv_out = net.conv_in, net.conv_out
        self.down_blocks, self.mid_block, self.up_blocks = net.down_blocks, net.mid_block, net.up_blocks
        self.conv_norm_out, self.conv_act = net.conv_norm_out, net.conv_act

    def forward(self, latents: torch.Tensor, audio: torch.Tensor) -> torch.Tensor:
        """Latents of the finished face (n, 4, 32, 32), scaled as those that come in.

        `latents` (n, 8, 32, 32): the masked face's and the reference's; `audio` (n, 50, 384) with position code.
        """
        hidden = self.conv_in(latents)
        skips = [hidden]
        for block in self.down_blocks:
            hidden, kept = block(hidden_states=hidden, temb=None, **_attending(block, audio))
            skips += kept
        hidden = self.mid_block(hidden, None, encoder_hidden_states=audio)
        for block in self.up_blocks:
            count = len(block.resnets)
            kept, skips = tuple(skips[-count:]), skips[:-count]
            hidden = block(hidden_states=hidden, temb=None, res_hidden_states_tuple=kept, **_attending(block, audio))
        finished: torch.Tensor = self.conv_out(self.conv_act(self.conv_norm_out(hidden)))
        return finished


def load_unet(folder: Path, dtype: torch.dtype = torch.float32) -> OneStepUnet:
    """The U-Net of a folder in the official layout, on the processor, in that number format. Raises WeightsError.

    A short format is read from a half-precision copy in the cache, which is made at the first call.
    """
    path = unet_weights(folder)
    with torch.device("meta"):
        net = build_unet(network_config(folder / CONFIG_FILE))
    load_strictly(net, load_state(path if dtype == torch.float32 else halved(path)), path)
    return OneStepUnet(net).eval().to(dtype)


def unet_weights(folder: Path) -> Path:
    """The file with the U-Net's weights in `folder`. Raises WeightsError if there is none."""
    for name in WEIGHTS_FILES:
        if (folder / name).is_file():
            return folder / name
    names = " nor ".join(WEIGHTS_FILES)
    raise WeightsError(f"{folder} holds neither {names}.", "Get or import the weights of the MuseTalk engine.")


def build_unet(config: dict[str, Any]) -> nn.Module:
    """The network as diffusers knows it, with fresh weights on torch's default device, under the published names.

    `attention_head_dim` is the number of heads, by diffusers' old misnaming. Raises WeightsError if the library
    cannot build a network of these dimensions.
    """
    from diffusers import UNet2DConditionModel

    network: Any = UNet2DConditionModel  # diffusers' own annotations hold no attributes
    try:
        net: nn.Module = network(**config)
    except (TypeError, ValueError, AttributeError) as error:
        raise WeightsError(
            f"{CONFIG_FILE} does not describe a U-Net: {error}.", "Get or import these weights again."
        ) from error
    return net


@torch.no_grad()
def _fold_time(net: Any) -> None:
    from diffusers.models.resnet import ResnetBlock2D

    step = torch.tensor([_TIME_STEP], device=net.device)
    embedding = net.time_embedding.float()(net.time_proj(step))
    blocks: list[Any] = [part for part in net.modules() if isinstance(part, ResnetBlock2D)]
    for block in blocks:
        if block.time_emb_proj is not None:
            shift = block.time_emb_proj.float()(block.nonlinearity(embedding))[0]
            block.conv1.bias = nn.Parameter(block.conv1.bias.float() + shift, requires_grad=False)
            block.time_emb_proj = None


def _attending(block: nn.Module, audio: torch.Tensor) -> dict[str, torch.Tensor]:
    return {"encoder_hidden_states": audio} if getattr(block, "has_cross_attention", False) else {}
