"""Paints mouths: crops to latents, latents and sound to pictures, whatever memory there is. Knows no film.

Nothing that is asked for is lost on the way. When memory runs out, less is computed at once, and what was being
computed is computed again (`core.engines.inpaint_plan`). A picture with a number in it that is not finite would be
black or torn: it is painted again in float32, and if that does not help either, there is no picture, and the caller
knows.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray

from core.arrays import Floats, Image, frozen
from core.device import CPU, Device, choose_device, every_core, finish, is_out_of_memory, release_memory
from core.engines.inpaint_networks import InpainterOptions, Network, Networks
from core.engines.inpaint_plan import Plan, thriftier
from core.engines.inpaint_tuning import tuned_batch
from core.errors import DeviceError

__all__ = ["Inpainter", "InpainterOptions", "Network", "Networks", "load_inpainter"]

T = TypeVar("T")

SIDE = 256
"""Width and height of the pictures, in pixels."""

_PATIENCE = 3
"""How often rows may overflow in a short number format before everything is computed in float32."""

_LESS = "Close other programs, or choose the built-in engine."

_Fetched = tuple[torch.Tensor, torch.Tensor]
_Pictures = tuple[Image, NDArray[np.bool_]]
"""uint8 (n, 256, 256, 3), and whether all of a picture was finite (n,) before it was rounded."""


def load_inpainter(unet_folder: Path, vae_folder: Path, options: InpainterOptions) -> Inpainter:
    """An inpainter with the weights of these folders. Raises WeightsError, DeviceError and SettingsError.

    Networks that do not fit onto the device together wait in the processor's memory and take turns on it.
    """
    from core.engines.inpaint_load import load_networks

    device = choose_device(options.device, options.precision)
    plan = Plan(options.batch or 1, sliced=device.is_cpu)
    try:
        loaded = load_networks(unet_folder, vae_folder, options, device)
    except (MemoryError, RuntimeError) as error:
        if not is_out_of_memory(error):
            raise
        if device.is_cpu:
            raise DeviceError(f"{device.title} has too little memory for the networks.", _LESS) from error
        plan = Plan(1, sliced=True, offloaded=True)
        loaded = load_networks(unet_folder, vae_folder, options, replace(device, name=CPU.name))
    inpainter = Inpainter(loaded.networks, device, plan, loaded.backend)
    if not options.batch and not plan.offloaded:
        inpainter.tune(f"{loaded.backend} {unet_folder.name} {options}")
    return inpainter


class Inpainter:
    """Owned by one thread. Takes over the networks."""

    def __init__(self, networks: Networks, device: Device, plan: Plan, backend: str = "torch") -> None:
        self._networks, self._device, self._home = networks, device, device
        self._plan = plan
        self._kind = f"{backend} {device.name} {device.precision}"
        self._overflows = 0
        self._notices: list[str] = []

    @property
    def batch(self) -> int:
        """Rows that are painted at once now; asking for many times as many costs nothing extra."""
        return self._plan.batch

    @property
    def plan(self) -> Plan:
        """How much is computed at once, and where."""
        return self._plan

    @property
    def networks(self) -> Networks:
        """The networks, for measuring them."""
        return self._networks

    @property
    def kind(self) -> str:
        """What runs the networks, where and in which format: results of two kinds differ in the last digits."""
        return self._kind

    def tune(self, key: str) -> None:
        """Find, or remember, how many rows at once are fastest here; `key` names everything else that matters."""
        self._plan = replace(self._plan, batch=tuned_batch(key, self._device, self._seconds_a_row))

    def notices(self) -> tuple[str, ...]:
        """Sentences that must reach the user, each given once."""
        told, self._notices = tuple(self._notices), []
        return told

    @torch.inference_mode()
    def encode(self, crops: Image) -> Floats:
        """Latents float32 (n, 8, 32, 32) of RGB crops uint8 (n, 256, 256, 3): of the masked picture, then of the whole.

        The masked picture is black from its middle row downwards. Latents are modes, multiplied by the scaling factor.
        Raises DeviceError if there is not even memory for one.
        """
        with every_core():
            rows = self._in_pieces(len(crops), _pairs, lambda rows: self._encode(crops[rows]))
        return frozen(np.concatenate([np.zeros((0, 8, SIDE // 8, SIDE // 8), np.float32), *rows]))

    @torch.inference_mode()
    def generate(self, latents: Floats, audio: Floats) -> list[Image | None]:
        """A picture uint8 (256, 256, 3), RGB, for every row, or None where the networks gave no finite numbers.

        `latents` (n, 8, 32, 32) as `encode` gives them, `audio` float32 (n, 50, 384) with position code. A row does not
        depend on the others. Raises DeviceError if there is not even memory for one row on the processor.
        """
        if not len(latents):
            return []
        with every_core():
            pictures, finite = self._generate(latents, audio)
            broken = np.flatnonzero(~finite)
            if len(broken) and self._device.precision != CPU.precision:
                pictures[broken], finite[broken] = self._generate_exactly(latents[broken], audio[broken])
                self._note_overflow(int(finite[broken].sum()))
        return [frozen(picture) if whole else None for picture, whole in zip(pictures, finite, strict=True)]

    def close(self) -> None:
        """Give back memory; may be called twice."""
        for network in self._networks:
            network.close()
        release_memory(self._home)

    def _encode(self, crops: Image) -> Floats:
        pictures = self._sent(crops).permute(0, 3, 1, 2).float().contiguous() / 127.5 - 1
        masked = pictures.clone()
        masked[:, :, SIDE // 2 :] = -1
        both = torch.cat([masked, pictures])
        self._summon(self._networks.encoder)
        parts = torch.split(both, 1) if self._plan.sliced else (both,)
        latents = torch.cat([self._networks.encoder(part) for part in parts])
        found: Floats = torch.cat(latents.chunk(2), dim=1).cpu().numpy()
        return found

    def _generate(self, latents: Floats, audio: Floats) -> _Pictures:
        """All rows through the U-Net, then all through the decoder, so that the two may take turns on the device."""
        unet, decoder = self._networks.unet, self._networks.decoder

        def paint(rows: slice) -> torch.Tensor:
            self._summon(unet)
            return unet(self._sent(latents[rows]), self._sent(audio[rows]))

        def decode(rows: slice) -> _Fetched:
            self._summon(decoder)
            return self._fetched(decoder(painted[rows].to(self._device.name)))

        pieces = self._in_pieces(len(latents), lambda plan: plan.batch, paint)
        painted = torch.cat([piece.to(self._device.name) for piece in pieces])
        return self._arrived(self._in_pieces(len(latents), lambda plan: plan.vae_batch, decode))

    def _generate_exactly(self, latents: Floats, audio: Floats) -> _Pictures:
        """Row by row in float32."""
        unet, decoder = self._networks.unet, self._networks.decoder

        def repaint(rows: slice) -> _Fetched:
            self._summon(unet)
            painted = unet.exactly(self._sent(latents[rows]), self._sent(audio[rows]))
            self._summon(decoder)
            return self._fetched(decoder.exactly(painted.to(self._device.name)))

        return self._arrived(self._in_pieces(len(latents), lambda _: 1, repaint))

    def _seconds_a_row(self, batch: int) -> float:
        """What a row takes in a batch of that size; infinity if there is not the memory for it."""
        former, self._plan = self._plan, replace(self._plan, batch=batch)
        wanted = self._plan
        latents = np.ones((batch, 8, SIDE // 8, SIDE // 8), np.float32)
        audio = np.ones((batch, 50, 384), np.float32)
        taken = []
        for _ in range(2):
            begun = time.perf_counter()
            self.generate(latents, audio)
            taken.append(time.perf_counter() - begun)
        if self._plan == wanted:
            return taken[-1] / batch
        self._notices.clear()
        self._adopt(former)
        return math.inf

    def _note_overflow(self, rows: int) -> None:
        """Tell the first time; after some more, stop trying the short format."""
        self._overflows += 1
        if self._overflows == 1:
            self._notices.append(f"Numbers overflowed in {self._device.precision}: {rows} pictures were painted again.")
        if self._overflows == _PATIENCE:
            self._notices.append("Numbers keep overflowing: going on in float32, which is slower.")
            self._home = replace(self._home, precision=CPU.precision)
            self._settle(replace(self._device, precision=CPU.precision))

    def _in_pieces(self, count: int, size: Callable[[Plan], int], work: Callable[[slice], T]) -> list[T]:
        """`work` on all rows in order, as many at a time as the plan in force lets `size` say; none is left out."""
        done, found = 0, list[T]()
        while done < count:
            rows = slice(done, min(count, done + size(self._plan)))
            try:
                found.append(work(rows))
                done = rows.stop
            except (MemoryError, RuntimeError) as error:
                if not is_out_of_memory(error):
                    raise
                shortage = DeviceError(f"Even one frame needs more memory than {self._device.title} has.", _LESS)
                shortage.__cause__ = error.with_traceback(None)  # the traceback holds what the failed piece had taken
            else:
                continue
            self._save_memory(shortage)
        return found

    def _save_memory(self, shortage: DeviceError) -> None:
        """Adopt the next thriftier plan, or raise `shortage` if there is none."""
        step = thriftier(self._plan, self._home.is_cpu)
        if step is None:
            raise shortage
        self._notices.append(step.notice)
        self._adopt(step.plan)

    def _adopt(self, plan: Plan) -> None:
        """Go on by that plan."""
        moves = plan.placement != self._plan.placement
        self._plan = plan
        if moves:
            self._settle(CPU if plan.retreated else self._home)
        release_memory(self._home)

    def _settle(self, device: Device) -> None:
        """Bring the networks to where the plan wants them, and into the device's number format."""
        self._device = device
        for network in self._networks:
            network.move(replace(device, name=CPU.name) if self._plan.offloaded else device)

    def _summon(self, wanted: Network) -> None:
        """Have the network on the device, and while networks take turns, only this one."""
        if not self._plan.offloaded:
            return
        for network in self._networks:
            if network is not wanted:
                network.move(replace(self._device, name=CPU.name))
        wanted.move(self._device)

    def _sent(self, array: NDArray[Any]) -> torch.Tensor:
        """The array on the device, perhaps still on its way there; what is computed there next waits for it."""
        tensor = torch.from_numpy(np.array(array))  # a copy, because arrays that cross threads are read-only
        if self._device.pins:
            return tensor.pin_memory().to(self._device.name, non_blocking=True)
        return tensor.to(self._device.name)

    def _fetched(self, pixels: torch.Tensor) -> _Fetched:
        """Pictures rounded on the device, and on their way from there."""
        finite = pixels.isfinite().flatten(1).all(dim=1)
        rounded = ((pixels / 2 + 0.5).clamp(0, 1) * 255).round().nan_to_num()
        return self._returned(rounded.to(torch.uint8).permute(0, 2, 3, 1).contiguous()), self._returned(finite)

    def _returned(self, tensor: torch.Tensor) -> torch.Tensor:
        if not self._device.pins:
            return tensor.cpu()
        target = torch.empty(tensor.shape, dtype=tensor.dtype, pin_memory=True)
        return target.copy_(tensor, non_blocking=True)

    def _arrived(self, fetched: list[_Fetched]) -> _Pictures:
        """What was on its way, now that it is here."""
        finish(self._home)
        pictures, finite = (torch.cat(parts).numpy() for parts in zip(*fetched, strict=True))
        return pictures, finite


def _pairs(plan: Plan) -> int:
    """Crops that are encoded at once; each is two pictures."""
    return max(1, plan.vae_batch // 2)
