"""Whether the lips of a face agree with a voice, and by how much they are early or late. Knows no files.

What the built-in network hears is laid beside what the tracker saw, at every lag within half a second. One number
cannot say whether a dub is good; this one says whether lips and sound belong to the same speech, and where it cannot
say that it says so. It is not LSE-C or LSE-D, which are figures of one published network.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats
from core.models.mouth_motion import CHANNELS, MOTION_RATE

FURTHEST = 0.6
"""Seconds by which lips and sound are tried against each other, in both directions."""

BELIEVED = 0.8
"""Confidence above which lips and sound are taken to belong together.

Chosen on 19 films and 342 wrong pairings of them, which `tests/core/test_agreement.py` repeats: 94 % of the true pairs
and 5 % of the wrong ones lie above it and are in sync."""

ENOUGH = 1.5
"""Seconds of speech on a face that are needed to judge."""

IN_SYNC = 0.12
"""Seconds of lag up to which nothing needs to be done: true films are up to 0.1 s off."""

_STEP = 1 / MOTION_RATE

LAGS: NDArray[np.float64] = np.arange(-FURTHEST, FURTHEST + _STEP / 2, _STEP)
"""Seconds by which lips may be late, at which they are tried."""

_SLOW = 1.0  # seconds: what changes more slowly is the bearing of a mouth, not speech
_STILL = 0.004  # standard deviation of the lip gap, in face scales, below which a mouth is held shut
_SHAPES = (("open", 1.0), ("press", -0.5))


class Verdict(StrEnum):
    """What to do about a stretch of film."""

    GOOD = "good"
    CHECK = "check"  # lips and sound belong together but not in time
    BAD = "bad"  # they do not seem to belong together
    UNKNOWN = "unknown"  # too little speech to judge, or a still mouth


@dataclass(frozen=True, slots=True)
class Agreement:
    """Lips against sound.

    - `r`: Pearson's correlation at the best lag
    - `lag`: seconds by which the lips are late (negative: early)
    - `confidence`: how far `r` stands above the median of all lags, times the square root of `seconds`: the longer
      somebody speaks, the less of it is chance
    - `seconds`: speech that was judged; with less than 1.5 seconds, or a mouth held still, all figures are 0
    - `believed`: the confidence above which they are taken to belong together; every kind of judge has its own
    """

    r: float
    lag: float
    confidence: float
    seconds: float
    believed: float = BELIEVED

    @property
    def judged(self) -> bool:
        """Whether there was enough to judge."""
        return self.seconds > 0

    @property
    def verdict(self) -> Verdict:
        """What a person is told."""
        if not self.judged:
            return Verdict.UNKNOWN
        if self.confidence < self.believed:
            return Verdict.BAD
        return Verdict.GOOD if abs(self.lag) <= IN_SYNC else Verdict.CHECK


NOT_JUDGED = Agreement(0.0, 0.0, 0.0, 0.0)
"""Too little was spoken, or the mouth was held still."""


@dataclass(frozen=True, slots=True)
class GapCurve:
    """Correlations (61,) of how open a mouth is with what is heard, at each of `LAGS`; `seconds` of speech in it."""

    values: Floats
    seconds: float


def agreement(gap: Floats, times: NDArray[np.float64], rows: Floats) -> Agreement:
    """Compare lip gaps (n,) in face scales, seen at ascending `times` (n,) of the sound's clock, with what was heard.

    `rows` (m, 6) are `core.voice.Voicing.rows`. Frames without a face are left out by the caller.
    """
    curve = gap_curve(gap, times, rows)
    if curve is None:
        return NOT_JUDGED
    lag, height = summit(LAGS, curve.values)
    return Agreement(float(curve.values.max()), lag, height * curve.seconds**0.5, curve.seconds)


def gap_curve(gap: Floats, times: NDArray[np.float64], rows: Floats) -> GapCurve | None:
    """The curve that `agreement` reads; None for too little speech, or a mouth that is held still."""
    speech = _at(times, rows[:, CHANNELS.index("speech")])
    spacing = float(np.median(np.diff(times))) if len(times) > 1 else 0.0
    seconds = float(np.sum(speech > 0.5)) * spacing
    if seconds < ENOUGH or float(gap.std()) < _STILL:
        return None
    heard = _expected(rows)
    values = [_correlation(gap, times, heard, float(lag), spacing) for lag in LAGS]
    return GapCurve(np.array(values, np.float32), seconds)


def summit(lags: NDArray[np.float64], values: Floats) -> tuple[float, float]:
    """Where a curve (n,) over evenly spaced lags (n,) is highest, and how far it stands there above its median.

    The lag is refined by the parabola through the highest value and its neighbours.
    """
    best = int(np.argmax(values))
    height = float(values[best] - np.median(values))
    if not 0 < best < len(values) - 1:
        return float(lags[best]), height
    left, middle, right = (float(value) for value in values[best - 1 : best + 2])
    bend = left - 2 * middle + right
    offset = 0.0 if bend == 0 else (left - right) / (2 * bend)
    return float(lags[best]) + offset * float(lags[1] - lags[0]), height


def _at(times: NDArray[np.float64], values: Floats) -> Floats:
    """Rows (m,) of what was heard, at any times (n,); zeros if nothing was."""
    if len(values) == 0:
        return np.zeros(len(times), np.float32)
    return np.interp(times, np.arange(len(values)) * _STEP, values).astype(np.float32)


def _expected(rows: Floats) -> Floats:
    """How open a mouth is that says this, in no unit: pressed lips count as less than closed ones."""
    total = np.zeros(len(rows), np.float32)
    for channel, weight in _SHAPES:
        total += np.float32(weight) * rows[:, CHANNELS.index(channel)]
    return total


def _correlation(gap: Floats, times: NDArray[np.float64], heard: Floats, lag: float, spacing: float) -> float:
    told = _at(times - lag, heard)
    width = max(round(_SLOW / spacing), 3)
    one, other = _quick(gap, width), _quick(told, width)
    scale = float(one.std() * other.std())
    return float(((one - one.mean()) * (other - other.mean())).mean()) / scale if scale > 0 else 0.0


def _quick(values: Floats, width: int) -> Floats:
    """What is left of a curve without its slow part, the mean of `width` values around each."""
    ones = np.ones(width, np.float32)
    slow = np.convolve(values, ones, "same") / np.convolve(np.ones_like(values), ones, "same")
    return np.asarray(values - slow, np.float32)
