"""What the inpainter expects of its networks, and what can be chosen about them. Knows no way of running one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import torch

from core.device import Device

BACKENDS = ("torch", "openvino")


class Network(Protocol):
    """A network that is ready to run somewhere; see `core.engines.inpaint_torch` and `…inpaint_openvino`."""

    def __call__(self, *inputs: torch.Tensor) -> torch.Tensor:
        """Its output in float32."""

    def exactly(self, *inputs: torch.Tensor) -> torch.Tensor:
        """Its output, computed in float32."""

    def move(self, device: Device) -> None:
        """Go on on that device."""

    def close(self) -> None:
        """Give the memory back."""


@dataclass(frozen=True, slots=True)
class Networks:
    """The three networks of the engine.

    - `unet`: latents (n, 8, 32, 32) and audio (n, 50, 384) to latents (n, 4, 32, 32)
    - `encoder`: pictures (n, 3, 256, 256) in [-1, 1] to latents (n, 4, 32, 32)
    - `decoder`: latents (n, 4, 32, 32) to pictures
    """

    unet: Network
    encoder: Network
    decoder: Network

    def __iter__(self) -> Iterator[Network]:
        return iter((self.encoder, self.unet, self.decoder))


@dataclass(frozen=True, slots=True)
class InpainterOptions:
    """How to run the networks; an empty value leaves the choice to what is there and to what measures best.

    - `device`, `precision`: see `core.device.choose_device`
    - `backend`: "torch" or "openvino"
    - `batch`: rows at once
    - `tiny_folder`: weights of the tiny decoder, which is used if given: much faster, softer teeth and skin
    - `compiled`, `graphs`: see `core.engines.inpaint_torch.Speedups`
    """

    device: str = ""
    precision: str = ""
    backend: str = ""
    batch: int = 0
    tiny_folder: Path | None = None
    compiled: bool = False
    graphs: bool = False
