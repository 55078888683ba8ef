"""Makes an autoencoder begin as a pyramid of pictures, so that a processor can teach it in minutes. Knows no data.

One way the first three latents are the mean colours of 8 × 8 pixels, the other way these are enlarged bilinearly. What
that leaves out is learned: residual blocks begin as nothing beside what goes round them (Zhang et al. 2019, Fixup), and
the channels that are not named here begin by chance, as torch does it.

Two things are in the way of colours that pass through, and both are passed exactly, or nearly:

- SiLU bends, but silu(x) - silu(-x) = x: every colour goes in a pair of channels, itself and its negative;
- a norm over all channels takes away what is common to a picture: a pair of channels of ±`LOUD` outweighs the others,
  so that the norm hardly depends on the picture.
"""

import math
from typing import Any

import torch
from torch import Tensor, nn

LOUD = 4.0
COLOURS = 3
CARRIED = 2 * COLOURS + 2
"""Channels that carry a picture through: colours, their negatives, and two that are ±`LOUD`."""

_SMOOTH = torch.tensor([0.25, 0.5, 0.25])  # makes doubled pixels a bilinear enlargement


@torch.no_grad()
def begin_as_pyramid(net: Any) -> None:
    """Set the weights of an autoencoder with one group in every norm, and `CARRIED` channels or more at every level.

    Raises ValueError for any other.
    """
    if net.config.norm_num_groups != 1 or min(net.config.block_out_channels) < CARRIED:
        raise ValueError("a pyramid needs one group of channels in every norm, and room for the colours")
    for name, tensor in net.named_parameters():
        if "resnets" in name and ".conv2." in name:
            tensor.zero_()
    _begin_encoder(net.encoder, net.quant_conv)
    _begin_decoder(net.decoder, net.post_quant_conv)


def _begin_encoder(encoder: Any, quant_conv: nn.Conv2d) -> None:
    _pass(encoder.conv_in, COLOURS)
    for number, block in enumerate(encoder.down_blocks):
        last = number == len(encoder.down_blocks) - 1
        for resnet in block.resnets:
            if resnet.conv_shortcut is not None:
                (_pair if last else _pass)(resnet.conv_shortcut, COLOURS)
        for sampler in block.downsamplers or ():
            _pass(sampler.conv, COLOURS, torch.tensor([0.5, 0.5, 0.0]))
    _unpair(encoder.conv_out)
    _pass(quant_conv, COLOURS)


def _begin_decoder(decoder: Any, post_quant_conv: nn.Conv2d) -> None:
    _pass(post_quant_conv, COLOURS)
    _pair(decoder.conv_in, COLOURS)
    for block in decoder.up_blocks:
        for resnet in block.resnets:
            if resnet.conv_shortcut is not None:
                _pass(resnet.conv_shortcut, CARRIED)
        for sampler in block.upsamplers or ():
            _pass(sampler.conv, CARRIED, _SMOOTH)
    _unpair(decoder.conv_out)


def _pass(conv: nn.Conv2d, channels: int, profile: Tensor | None = None) -> None:
    """Let the first channels through a convolution, smoothed by `profile` along both axes or not at all."""
    conv.weight[:channels].zero_()
    assert conv.bias is not None  # every convolution of the autoencoder has one
    conv.bias[:channels].zero_()
    for channel in range(channels):
        _put(conv, channel, channel, 1.0, profile)


def _pair(conv: nn.Conv2d, colours: int) -> None:
    """Let colours through, and beside them their negatives and the two loud channels."""
    assert conv.bias is not None
    conv.weight[:CARRIED].zero_()
    conv.bias[:CARRIED].zero_()
    for channel in range(colours):
        _put(conv, channel, channel, 1.0)
        _put(conv, colours + channel, channel, -1.0)
    conv.bias[2 * colours : CARRIED] = torch.tensor([LOUD, -LOUD])


def _unpair(conv: nn.Conv2d) -> None:
    """Colours of pairs that went through a norm, which the loud channels dominate, and SiLU."""
    assert conv.bias is not None
    gain = LOUD * math.sqrt(2 / conv.in_channels)
    conv.weight[:COLOURS].zero_()
    conv.bias[:COLOURS].zero_()
    for channel in range(COLOURS):
        _put(conv, channel, channel, gain)
        _put(conv, channel, COLOURS + channel, -gain)


def _put(conv: nn.Conv2d, to: int, of: int, gain: float, profile: Tensor | None = None) -> None:
    side = conv.kernel_size[0]
    if profile is None:
        profile = torch.zeros(side)
        profile[side // 2] = 1.0
    conv.weight[to, of] = gain * torch.outer(profile, profile)
