"""How far a mean may be trusted: percentile bootstrap over groups (Efron 1979). Knows not what the numbers mean.

Frames of one person, or of one second, are nearly the same measurement. Whole groups are drawn again, never frames.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

DRAWS = 2000


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean over `groups` groups and the bounds within which it lies 95 times of 100."""

    mean: float
    low: float
    high: float
    groups: int

    def as_text(self) -> str:
        """For people; one group has no bounds."""
        if self.groups < 2:
            return f"{self.mean:.3f}"
        return f"{self.mean:.3f} [{self.low:.3f}, {self.high:.3f}]"


def interval(values: Sequence[float], seed: int = 0) -> Interval | None:
    """The mean of one value for every group; those that are NaN were not measured. None if none was."""
    known = np.array([value for value in values if np.isfinite(value)], np.float64)
    if not len(known):
        return None
    rows = np.random.default_rng(seed).integers(len(known), size=(DRAWS, len(known)))
    low, high = np.percentile(known[rows].mean(axis=1), [2.5, 97.5])
    return Interval(float(known.mean()), float(low), float(high), len(known))


def difference(before: Sequence[float], after: Sequence[float], seed: int = 0) -> Interval | None:
    """The mean of what changed, group by group; None if no group was measured both times."""
    return interval([float(b - a) for a, b in zip(before, after, strict=True)], seed)
