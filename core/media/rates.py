"""The frame rate that lists of frame times stand for. Knows arithmetic only.

Containers round times to their clock: 30 frames a second in milliseconds are 0, 33, 67, 100. A rate is constant if it
explains every time within one tick of that clock, or a quarter of a frame where ticks are longer than that.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from core.timing import NTSC, named_rate

_BROADCAST = (*(Fraction(rate) for rate in (24, 25, 30, 48, 50, 60, 100, 120, 12, 15)), *NTSC.values())


def rate_of(
    ticks: Sequence[int], time_base: Fraction, declared: Iterable[Fraction], last: int = 0
) -> tuple[Fraction, bool]:
    """The frame rate, and whether it is constant.

    `declared` are the rates that the file names, `last` is how many ticks the last frame is shown (0 = unknown).
    A declared rate that explains every time is taken first, then a broadcast rate, then the mean.
    """
    named = [named_rate(rate) for rate in declared]
    if len(ticks) == 1:
        return _of_one(named, time_base, last), True
    mean = Fraction(len(ticks) - 1) / ((ticks[-1] - ticks[0]) * time_base)
    near = sorted(_BROADCAST, key=lambda rate: abs(rate - mean))
    for rate in (*named, *near, named_rate(mean)):
        if _explains(rate, ticks, time_base):
            return rate, True
    return _mean(ticks, time_base, last), False


def _of_one(named: Sequence[Fraction], time_base: Fraction, last: int) -> Fraction:
    if named:
        return named[0]
    return named_rate(1 / (last * time_base)) if last else Fraction(25)


def _mean(ticks: Sequence[int], time_base: Fraction, last: int) -> Fraction:
    shown = last or round((ticks[-1] - ticks[0]) / (len(ticks) - 1))
    return Fraction(len(ticks)) / ((ticks[-1] - ticks[0] + shown) * time_base)


def _explains(rate: Fraction, ticks: Sequence[int], time_base: Fraction) -> bool:
    """Whether every time is near its multiple of the frame's duration, computed in whole numbers."""
    period = 1 / (rate * time_base)
    over, under = period.numerator, period.denominator
    near = min(4 * under, over)
    return all(4 * abs((tick - ticks[0]) * under - number * over) <= near for number, tick in enumerate(ticks))
