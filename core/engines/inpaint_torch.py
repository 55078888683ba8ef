"""One network run by torch: on a device, in its number format and memory layout. Knows no pictures and no files.

Layouts, each compared with a float64 run by a test: short formats run channels-last, which halves the time of the
autoencoder on the processor and is no less exact there; float32 runs in plain NCHW, because torch's group norm is
less exact on channels-last tensors on the processor and moved latents by 1.6e-2.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
from torch import nn

from core.device import Device, Graphed


@dataclass(frozen=True, slots=True)
class Speedups:
    """What costs time at the start and saves it later.

    - `compiled`: `torch.compile`; takes minutes for the full-size networks, and again for every new number of rows
    - `graphs`: the calls are recorded once and replayed as one; only where the device can
    """

    compiled: bool = False
    graphs: bool = False


class TorchNetwork:
    """A module on a device. `move` takes it elsewhere; the tensors it is called with may come from anywhere."""

    def __init__(self, module: nn.Module, device: Device, speedups: Speedups | None = None) -> None:
        self._module = module.requires_grad_(False)
        self._rounds_up = False
        self._speedups = Speedups()
        self.move(device)
        self._hasten(speedups or Speedups())

    def __call__(self, *inputs: torch.Tensor) -> torch.Tensor:
        """What the network makes of the inputs, in float32, on its device; rows are independent of each other."""
        rows = len(inputs[0])
        wanted = _placed(inputs, self._device.name, self._device.dtype)
        if self._rounds_up:
            wanted = [_filled_up(tensor, 1 << (rows - 1).bit_length()) for tensor in wanted]
        return self._run(*wanted)[:rows].float()

    def exactly(self, *inputs: torch.Tensor) -> torch.Tensor:
        """The same, computed in float32 throughout. The weights are those of the short format."""
        dtype = self._device.dtype
        try:
            _convert(self._module, self._device.name, torch.float32)
            result: torch.Tensor = self._module(*_placed(inputs, self._device.name, torch.float32))
            return result
        finally:
            _convert(self._module, self._device.name, dtype)
            self._hasten(self._speedups)  # a recording reads weights where they lay before

    def move(self, device: Device) -> None:
        """Go on on that device, in its number format; what was compiled or recorded is given up."""
        self._device, self._rounds_up, self._speedups = device, False, Speedups()
        _convert(self._module, device.name, device.dtype)
        self._run: Callable[..., torch.Tensor] = self._module

    def close(self) -> None:
        """Give the memory back."""
        self._run = self._module.to("meta")

    def _hasten(self, speedups: Speedups) -> None:
        self._speedups, self._run = speedups, self._module
        if speedups.compiled:
            self._run = torch.compile(self._run, dynamic=False)
        if speedups.graphs and self._device.pins:
            self._run = Graphed(self._run)
        self._rounds_up = self._run is not self._module


def _layout(dtype: torch.dtype) -> torch.memory_format:
    return torch.contiguous_format if dtype == torch.float32 else torch.channels_last


def _convert(module: Any, place: str, dtype: torch.dtype) -> None:
    module.to(place, dtype).to(memory_format=_layout(dtype))


def _placed(inputs: tuple[torch.Tensor, ...], place: str, dtype: torch.dtype) -> list[torch.Tensor]:
    moved = [tensor.to(place, dtype, non_blocking=True) for tensor in inputs]
    layout = _layout(dtype)
    return [tensor.contiguous(memory_format=layout) if tensor.dim() == 4 else tensor.contiguous() for tensor in moved]


def _filled_up(tensor: torch.Tensor, rows: int) -> torch.Tensor:
    """The tensor with its last row repeated, so that few numbers of rows are ever compiled or recorded."""
    return torch.cat([tensor, tensor[-1:].expand(rows - len(tensor), *tensor.shape[1:])])
