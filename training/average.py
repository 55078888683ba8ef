"""The moving average of a network's weights, which is steadier than the weights themselves. Knows no optimiser."""

import torch
from torch import Tensor, nn


class Average:
    """Follows what a network learns: average ← decay · average + (1 − decay) · parameter. A decay of 0 keeps none."""

    def __init__(self, network: nn.Module, decay: float) -> None:
        if not 0 <= decay < 1:
            raise ValueError(f"a decay of {decay}")
        self._decay = decay
        self._kept: dict[str, Tensor] = {}
        if decay:
            self._kept = {
                name: tensor.detach().clone() for name, tensor in network.named_parameters() if tensor.requires_grad
            }

    @torch.no_grad()
    def follow(self, network: nn.Module) -> None:
        """Take the parameters as they are now into the average."""
        for name, tensor in network.named_parameters():
            if name in self._kept:
                self._kept[name] = self._kept[name].to(tensor.device).lerp_(tensor, 1 - self._decay)

    @torch.no_grad()
    def give(self, network: nn.Module) -> None:
        """Put the average into a network, if one is kept."""
        for name, tensor in network.named_parameters():
            if name in self._kept:
                tensor.copy_(self._kept[name])

    def state(self) -> dict[str, Tensor]:
        """What a checkpoint keeps."""
        return self._kept

    def restore(self, state: dict[str, Tensor]) -> None:
        """Go on from what `state` gave."""
        self._kept = {name: tensor.clone() for name, tensor in state.items()}
