"""When a film's own sound is lowered under a voice, and by how much. Knows no mixing.

The sound sinks before the voice begins and stays down between words; it rises only where nobody speaks for a while.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import maximum_filter1d

from core.arrays import Floats
from core.job import Job, Progress
from core.media.sound import ENGINE_RATE, SoundReader

DEPTH = 12.0
"""Decibels by which the sound is lowered."""

_HOP = 0.01  # seconds between the points of the curve
_AHEAD, _HOLD, _FADE = 0.25, 0.6, 0.3  # seconds: down before speech, held after it, length of each fade
_BELOW_SPEECH, _SILENCE = 30.0, -60.0  # dB under a voice's own speech level, and dBFS, that count as nobody speaking


@dataclass(frozen=True, slots=True)
class Ducking:
    """A gain curve: `decibels` (n,) float32, one value each `hop` samples of the mix, 0 beyond its end."""

    decibels: Floats
    hop: int

    def gains(self, first: int, last: int) -> Floats:
        """Linear gain of samples `first` to `last`, (last - first,)."""
        at = np.arange(first, last) / self.hop
        curve = np.interp(at, np.arange(len(self.decibels)), self.decibels, right=0.0)
        gains: Floats = (10 ** (curve / 20)).astype(np.float32)
        return gains


def ducking(voices: Sequence[tuple[Path, int]], rate: int) -> Job[Ducking]:
    """The curve for voices that begin at these samples of a mix of `rate`. Raises MediaError as `SoundReader` does."""
    hop = round(rate * _HOP)
    speaking = np.zeros(0, bool)
    for number, (path, start) in enumerate(voices):
        yield Progress(number, len(voices), "voice")
        heard = _speaking(path)
        before = round(start / hop)
        heard = heard[max(0, -before) :]
        before = max(0, before)
        joined = np.zeros(max(len(speaking), before + len(heard)), bool)
        joined[: len(speaking)] = speaking
        joined[before : before + len(heard)] |= heard
        speaking = joined
    return Ducking(_curve(speaking), hop)


def _speaking(path: Path) -> NDArray[np.bool_]:
    """Whether a voice is heard in each hop, (n,)."""
    size, levels = round(ENGINE_RATE * _HOP), []
    rest = np.zeros(0, np.float32)
    with SoundReader(path, ENGINE_RATE, mono=True) as reader:
        for block in reader.blocks():
            sound = np.concatenate([rest, block[:, 0]])
            whole = len(sound) // size * size
            levels.append((sound[:whole].reshape(-1, size).astype(np.float64) ** 2).mean(axis=1))
            rest = sound[whole:]
    power = np.concatenate([*levels, (rest[None].astype(np.float64) ** 2).mean(axis=1) if len(rest) else np.zeros(0)])
    decibels = 10 * np.log10(np.maximum(power, 1e-12))
    speech = float(np.percentile(decibels, 95)) if len(decibels) else _SILENCE
    heard: NDArray[np.bool_] = decibels > max(speech - _BELOW_SPEECH, _SILENCE)
    return heard


def _curve(speaking: NDArray[np.bool_]) -> Floats:
    """Spread the stretches of speech, then round the steps off with a raised cosine."""
    ahead, hold, fade = (round(seconds / _HOP) for seconds in (_AHEAD, _HOLD, _FADE))
    padded = np.concatenate([speaking, np.zeros(hold + fade, bool)]).astype(np.float64)
    size = ahead + hold + 1
    down = maximum_filter1d(padded, size, origin=(hold - ahead) // 2, mode="constant")
    window = np.hanning(fade + 2)[1:-1]
    smooth = np.convolve(np.pad(down, (fade // 2, fade - fade // 2 - 1), mode="edge"), window / window.sum(), "valid")
    curve: Floats = (-DEPTH * smooth).astype(np.float32)
    return curve
