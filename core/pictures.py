"""The film's pictures in the order in which the result shows them. Knows no faces and no sound.

Films are decoded forwards only; stretches that run backwards are decoded a block at a time and turned round, so that
memory stays bounded.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

import numpy as np

from core.arrays import Alpha, Image
from core.media.info import Frame
from core.schedule import Slot

_BLOCK = 24
"""Frames held at once while reading backwards."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One frame of the result before it is dubbed: its number in the schedule, the slot, and the film's picture."""

    number: int
    slot: Slot
    image: Image
    alpha: Alpha | None = None


class Frames(Protocol):
    """What is needed of a reader of films."""

    def span(self, start: int, stop: int) -> Iterator[Frame]:
        """Frames from `start` up to `stop`, in order."""

    def frame(self, index: int) -> Frame:
        """One frame."""


def pictures(film: Frames, slots: Sequence[Slot], first: int = 0) -> Iterator[Picture]:
    """One picture per slot, in order; cross-fades are done. `first` is the number of the first slot."""
    under: Frame | None = None
    for number, (slot, frame) in enumerate(zip(slots, _sources(film, slots), strict=True), first):
        if slot.under is not None and (under is None or under.index != slot.under):
            under = film.frame(slot.under)
        image = frame.image if slot.under is None or under is None else _faded(frame, under, slot.weight)
        yield Picture(number, slot, image, frame.alpha)


def _sources(film: Frames, slots: Sequence[Slot]) -> Iterator[Frame]:
    """The frame that every slot shows."""
    for start, stop in _runs([slot.source for slot in slots]):
        if start <= stop:
            yield from film.span(start, stop + 1)
        else:
            for last in range(start, stop - 1, -_BLOCK):
                first = max(last - _BLOCK + 1, stop)
                yield from reversed(list(film.span(first, last + 1)))


def _runs(sources: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of every stretch that goes up or down by one, e.g. 0 1 2 1 0 → (0, 2), (1, 0)."""
    steps = [0, *(after - before for before, after in pairwise(sources))]
    start = 0
    direction = 0
    for at in range(1, len(sources)):
        if direction == 0 and steps[at] in (1, -1):
            direction = steps[at]
        elif steps[at] != direction or direction == 0:
            yield sources[start], sources[at - 1]
            start, direction = at, 0
    if sources:
        yield sources[start], sources[-1]


def _faded(frame: Frame, under: Frame, weight: float) -> Image:
    mixed = frame.image.astype(np.float32) * np.float32(weight)
    mixed += under.image.astype(np.float32) * np.float32(1 - weight)
    image: Image = np.rint(mixed).astype(np.uint8)
    return image
