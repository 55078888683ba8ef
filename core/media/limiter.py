"""Keeps true peaks below a ceiling by turning the sound down around them. Knows no files.

Where nothing is too loud the samples pass unchanged, bit for bit. The gain begins to fall `LOOK_AHEAD` before a peak,
is smooth, reaches what the peak needs when it comes, and rises again at `RELEASE` decibels a second.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import maximum_filter1d

from core.arrays import Floats, Sound
from core.media.loudness import REACH, true_peaks

LOOK_AHEAD = 0.005
"""Seconds."""

RELEASE = 60.0
"""Decibels a second."""

_SAFETY = 0.2  # dB: a gain that moves and the points between those looked at let a little through


class Limiter:
    """Limits blocks (samples, channels) given to `process` one after the other; `finish` gives what is still inside.

    What comes out is what went in, later: the first sample that comes out is the first one that went in.
    """

    def __init__(self, rate: int, channels: int, ceiling_db: float = -1.0) -> None:
        self._ceiling = 10 ** (ceiling_db / 20)
        self._ahead = round(LOOK_AHEAD * rate)
        self._slope = RELEASE / rate
        self._window = np.hanning(self._ahead + 3)[1:-1]
        self._window /= self._window.sum()
        self._padded = np.zeros((REACH, channels), np.float32)  # REACH samples before those whose peaks are unknown
        self._held = np.zeros((0, channels), np.float32)  # peaks known, not given out
        self._needed = np.zeros(self._ahead)  # dB for the last `_ahead` samples given out and all held
        self._last = 0.0

    def process(self, block: Sound) -> Sound:
        """Take a block and give out what can be decided by now; may be empty."""
        self._padded = np.concatenate([self._padded, block])
        fresh = len(self._padded) - 2 * REACH
        if fresh > 0:
            self._look(fresh)
        return self._give(len(self._held) - self._ahead)

    def finish(self) -> Sound:
        """Everything that is still inside, as if silence followed."""
        self._padded = np.concatenate([self._padded, np.zeros((REACH, self._padded.shape[1]), np.float32)])
        if (fresh := len(self._padded) - 2 * REACH) > 0:
            self._look(fresh)
        self._needed = np.concatenate([self._needed, np.zeros(self._ahead)])
        return self._give(len(self._held))

    def _look(self, fresh: int) -> None:
        """Find out how much the next `fresh` samples must be turned down, in dB."""
        peaks = true_peaks(self._padded)
        needed = np.maximum(_excess(peaks, self._ceiling), _excess(np.append(peaks[:1], peaks[:-1]), self._ceiling))
        self._needed = np.concatenate([self._needed, self._released(needed)])
        self._held = np.concatenate([self._held, self._padded[REACH : REACH + fresh]])
        self._padded = self._padded[fresh:]

    def _released(self, needed: NDArray[np.float64]) -> NDArray[np.float64]:
        """A reduction that falls back no faster than `RELEASE`."""
        if self._last <= 0 and not needed.any():
            return needed
        ramp = self._slope * np.arange(1, len(needed) + 1)
        released = np.maximum(np.maximum.accumulate(needed + ramp), self._last) - ramp
        self._last = float(released[-1])
        clipped: NDArray[np.float64] = np.maximum(released, 0)
        return clipped

    def _give(self, count: int) -> Sound:
        if count <= 0:
            return self._held[:0]
        out, self._held = self._held[:count], self._held[count:]
        around = self._needed[: count + 2 * self._ahead]
        self._needed = self._needed[count:]
        if not around.any():
            return out
        return out * self._gains(around, count)[:, None]

    def _gains(self, around: NDArray[np.float64], count: int) -> Floats:
        """The largest reduction ahead, smoothed over as long behind: at a peak, all that is averaged contains it."""
        size = self._ahead + 1
        highest = maximum_filter1d(around, size, origin=-(size // 2), mode="constant")[: count + self._ahead]
        smooth = np.convolve(highest, self._window, "valid")[-count:]
        return (10 ** (-smooth / 20)).astype(np.float32)


def _excess(peaks: Floats, ceiling: float) -> NDArray[np.float64]:
    """Decibels above the ceiling, and the safety; 0 below it."""
    over = 20 * np.log10(np.maximum(peaks, 1e-9).astype(np.float64) / ceiling)
    return np.where(over > 0, over + _SAFETY, 0.0)
