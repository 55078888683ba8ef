"""How much memory painting may take, and what to give up next when it runs out. Knows no network and no library."""

from __future__ import annotations

from dataclasses import dataclass, replace

KEPT_BATCH = 2
"""Rows that stay together in the U-Net until the autoencoder has been asked to save: a call reads all its weights."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the networks are and how much they are given at once.

    - `batch`: rows a call of the U-Net takes, and of the autoencoder unless `sliced`
    - `sliced`: the autoencoder takes one picture at a time, which is also faster on the processor
    - `offloaded`: only the network in use is on the device, the others wait in the processor's memory
    - `retreated`: everything is on the processor
    """

    batch: int
    sliced: bool = False
    offloaded: bool = False
    retreated: bool = False

    @property
    def placement(self) -> tuple[bool, bool]:
        """What a change of makes networks move."""
        return self.offloaded, self.retreated

    @property
    def vae_batch(self) -> int:
        """Rows a call of the autoencoder takes."""
        return 1 if self.sliced else self.batch


@dataclass(frozen=True, slots=True)
class Step:
    """A thriftier plan, and the sentence that tells a person what it costs them."""

    plan: Plan
    notice: str


def thriftier(plan: Plan, on_cpu: bool) -> Step | None:
    """What to give up after memory ran out under `plan`; None if there is nothing left to give up.

    In the order of what costs least time: fewer rows at once, pictures one by one, single rows, networks that take
    turns on the device, and at last the processor alone. Where all is on the processor already, the last two are moot.
    """
    if plan.batch > KEPT_BATCH:
        fewer = max(KEPT_BATCH, plan.batch // 2)
        return Step(replace(plan, batch=fewer), f"Memory ran out: going on with {fewer} frames at once.")
    if not plan.sliced:
        return Step(replace(plan, sliced=True), "Memory ran out: pictures are now decoded one by one.")
    if plan.batch > 1:
        return Step(replace(plan, batch=1), "Memory ran out: going on with single frames.")
    if on_cpu or plan.retreated:
        return None
    if not plan.offloaded:
        return Step(replace(plan, offloaded=True), "Memory ran out: the networks now take turns on the device.")
    notice = "The device's memory is too small: going on with the processor, which is slower."
    return Step(replace(plan, offloaded=False, retreated=True), notice)
