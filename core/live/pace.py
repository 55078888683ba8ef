"""Which pictures are made: all of them, or every second, fourth or eighth where the machine is too slow.

Knows numbers of pictures and seconds, nothing else. There is no queue: a picture whose time has passed is left out.
"""

from fractions import Fraction
from math import floor

SLOWEST = 8
"""Every so many pictures are made at the least."""

_TOO_SLOW = 0.92  # share of the time between pictures that making one may take
_FAST_ENOUGH = 0.75  # share of the time between pictures of the next faster pace
_MEMORY = 0.12  # weight of the newest picture in the mean
_SLOW_SECONDS = 1.0  # how long it must be too slow
_PATIENCE, _LONGEST_PATIENCE = 3.0, 60.0  # seconds it must be fast enough; longer every time that was an error


class Pace:
    """Numbers of the pictures to be made at a rate; `divider` 2 means every second one.

    `made` and `dropped` count pictures; those that a slower pace leaves out on purpose are not dropped.
    """

    def __init__(self, rate: Fraction) -> None:
        self.rate = rate
        self.divider = 1
        self.made = self.dropped = 0
        self._next = 0
        self._mean = 0.0
        self._slow = self._fast = 0.0
        self._patience = _PATIENCE

    @property
    def step(self) -> float:
        """Seconds between pictures."""
        return float(self.divider / self.rate)

    @property
    def next(self) -> int:
        """Number of the picture that comes next, if there is time for it."""
        return self._next

    def time_of(self, number: int) -> float:
        """Seconds at which a picture is due."""
        return float(number / self.rate)

    def due(self, known_until: float) -> int | None:
        """The picture to make, where all up to this time could be made; None if the next one cannot yet.

        A picture that is late by up to one step is made still; with more, the newest one is.
        """
        newest = floor(known_until * self.rate + 1e-6) // self.divider * self.divider
        if newest < self._next:
            return None
        number = self._next
        if newest > self._next + self.divider:
            self.dropped += (newest - self._next) // self.divider
            number = newest
        self._next = number + self.divider
        self.made += 1
        return number

    def spent(self, seconds: float) -> str:
        """Making a picture took so long; returns what to tell if the pace has changed for it, else nothing."""
        self._mean += (seconds - self._mean) * (_MEMORY if self.made > 1 else 1.0)
        slow, fast = self._mean > _TOO_SLOW * self.step, self._mean < _FAST_ENOUGH * self.step / 2
        elapsed = max(self.step, seconds)
        self._slow = self._slow + elapsed if slow else 0.0
        self._fast = self._fast + elapsed if fast and self.divider > 1 else 0.0
        if self._slow > _SLOW_SECONDS and self.divider < SLOWEST:
            self._patience = min(self._patience * 2, _LONGEST_PATIENCE)
            self._change(self.divider * 2)
            return f"This machine is too slow now: {self._shown()} pictures a second are made."
        if self._fast > self._patience:
            self._change(self.divider // 2)
            return f"The machine is fast enough again: {self._shown()} pictures a second are made."
        return ""

    def _change(self, divider: int) -> None:
        self.divider = divider
        self._next += -self._next % divider
        self._slow = self._fast = 0.0

    def _shown(self) -> str:
        return f"{float(self.rate / self.divider):.4g}"
