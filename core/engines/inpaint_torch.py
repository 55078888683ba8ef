"""One network run by torch: on a device, in its number format and memory layout. Knows no pictures and no files.

Every layout and format that is used here is one that a test compares with float32 in plain NCHW. On the processor that
leaves NCHW for the autoencoder in float32: torch's group norm is less exact on channels-last tensors there, which moved
latents by 1.6e-2.
"""

from __future__ import annotations

import torch
from torch import nn

from core.device import Device


class TorchNetwork:
    """A module on a device. `move` takes it elsewhere; tensors it is called with may come from anywhere."""

    def __init__(self, module: nn.Module, device: Device) -> None:
        self._module = module.requires_grad_(False)
        self.move(device)

    def __call__(self, *inputs: torch.Tensor) -> torch.Tensor:
        """What the network makes of the inputs, in float32, on its device; rows are independent of each other."""
        result: torch.Tensor = self._module(*self._placed(inputs, self._device.dtype))
        return result.float()

    def exactly(self, *inputs: torch.Tensor) -> torch.Tensor:
        """The same, computed in float32 throughout. The weights are those of the short format."""
        try:
            self._module.float()
            result: torch.Tensor = self._module(*self._placed(inputs, torch.float32))
            return result
        finally:
            self._module.to(self._device.dtype)

    def move(self, device: Device) -> None:
        """Go on on that device, in its number format."""
        self._device = device
        self._module.to(device.name, device.dtype)

    def close(self) -> None:
        """Give the memory back."""
        self._module.to("meta")

    def _placed(self, inputs: tuple[torch.Tensor, ...], dtype: torch.dtype) -> list[torch.Tensor]:
        return [tensor.to(self._device.name, dtype, non_blocking=True).contiguous() for tensor in inputs]
