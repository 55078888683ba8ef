"""Where a live voice comes from. Knows nothing of what becomes of it."""

from threading import Event, Thread
from time import perf_counter
from types import TracebackType
from typing import Protocol, Self

import numpy as np

from core.arrays import Sound
from core.media.ring import Ring
from core.media.sample_clock import SampleClock

RATE = 48_000
"""Samples a second of a live voice: that of nearly every sound card, and of soundtracks."""

KEPT_SECONDS = 10
"""How much of a live voice is kept."""

_BLOCK_SECONDS = 0.01


def live_ring() -> Ring:
    """A ring for a live voice."""
    return Ring(KEPT_SECONDS * RATE)


class SoundSource(Protocol):
    """A voice in a ring at `RATE`; `core.media.devices.Microphone` is one."""

    @property
    def ring(self) -> Ring:
        """What was heard."""

    @property
    def clock(self) -> SampleClock:
        """When its samples were in the air."""

    @property
    def overflows(self) -> int:
        """How often sound was lost on the way."""

    @property
    def gone(self) -> bool:
        """Whether nothing comes any more though it should."""

    @property
    def level(self) -> float:
        """Loudness of the newest block, 0..1."""

    def reopen(self) -> bool:
        """Try to go on after it had gone."""

    def trouble(self) -> str:
        """One sentence on what does not work as it should though the voice is heard, or none."""


class PacedSound:
    """A sound (samples,) at `RATE`, written into a ring as if it were spoken now, while the `with` block lasts."""

    def __init__(self, sound: Sound) -> None:
        self.ring = live_ring()
        self.clock = SampleClock(RATE)
        self.overflows = 0
        self.level = 0.0
        self._sound = sound
        self._ending = Event()
        self._thread = Thread(target=self._speak, name="paced sound", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ending.set()
        self._thread.join()

    @property
    def seconds(self) -> float:
        """Length of the sound."""
        return len(self._sound) / RATE

    @property
    def gone(self) -> bool:
        """A file is never unplugged."""
        return False

    def reopen(self) -> bool:
        """There is nothing to open."""
        return True

    def trouble(self) -> str:
        """Nothing can go wrong with a file that is read already."""
        return ""

    def _speak(self) -> None:
        """Silence follows the sound, as it does at a microphone."""
        size = round(RATE * _BLOCK_SECONDS)
        began, number = perf_counter(), 0
        while not self._ending.is_set():
            block = self._sound[number * size : (number + 1) * size]
            whole = np.zeros(size, np.float32)
            whole[: len(block)] = block
            end = began + (number + 1) * _BLOCK_SECONDS
            self._ending.wait(max(0.0, end - perf_counter()))
            self.clock.note(number * size, end - _BLOCK_SECONDS)
            self.ring.write(whole)
            self.level = float(np.sqrt(np.mean(np.square(whole))))
            number += 1
