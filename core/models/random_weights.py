"""Networks with random weights, at full size, for measuring speed where the published weights are not at hand.

Knows no task. Numbers stay finite and of order one through such networks, so that nothing runs on special values.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
from torch import nn


@torch.no_grad()
def random_network(build: Callable[[], nn.Module], dtype: torch.dtype, seed: int = 0) -> nn.Module:
    """The network that `build` makes, filled directly in `dtype`, on the processor, in evaluation mode.

    Its own initial weights are never made, which saves most of the time and memory. Weights of two or more dimensions
    get the variance 1/inputs, gains 1, biases 0.
    """
    with torch.device("meta"):
        net = build()
    net = nn.Module.to(net, dtype).to_empty(device="cpu").eval()  # diffusers' own method warns of nothing
    generator = torch.Generator().manual_seed(seed)
    for name, tensor in net.named_parameters():
        if tensor.dim() > 1:
            bound = math.sqrt(3 / tensor[0].numel())
            tensor.uniform_(-bound, bound, generator=generator)
        else:
            tensor.fill_(1 if name.endswith("weight") else 0)
    return net.requires_grad_(False)


def parameters(net: nn.Module) -> int:
    """Number of weights of a network."""
    return sum(tensor.numel() for tensor in net.parameters())
