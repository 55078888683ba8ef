"""How loud sound is: programme loudness and true peak after ITU-R BS.1770-4. Knows no files.

Both are measured block by block; the blocks' size does not change the result.
"""

from functools import cache, reduce
from math import inf, log10

import numpy as np
from numpy.typing import NDArray
from scipy.signal import lfilter, oaconvolve

from core.arrays import Floats, Sound

OVERSAMPLING = 4
"""Points a sample at which a true peak is looked for (BS.1770-4, annex 2)."""

REACH = 16
"""Samples on either side that a point between two samples depends on."""

_ABSOLUTE_GATE, _RELATIVE_GATE = -70.0, -10.0
_STEPS = 4  # a gating block of 400 ms is four steps of 100 ms
_SURROUND = 10 ** (1.5 / 10)
_WEIGHTS = {1: (1.0,), 2: (1.0, 1.0), 6: (1.0, 1.0, 1.0, 0.0, _SURROUND, _SURROUND)}


class LoudnessMeter:
    """Integrated loudness of the sound given to `add`, in LUFS.

    Channels of 5.1 are weighted as the standard says, the order being L R C LFE Ls Rs; any other count of channels
    counts each of them fully.
    """

    def __init__(self, rate: int, channels: int) -> None:
        self._stages = [_shelf(rate), _high_pass(rate)]
        self._states = [np.zeros((2, channels)) for _ in self._stages]
        self._weights = np.array(_WEIGHTS.get(channels, (1.0,) * channels))
        self._step = round(rate / 10)
        self._waiting = np.zeros((0, channels))
        self._energies: list[NDArray[np.float64]] = []

    def add(self, block: Sound) -> None:
        """Hear the next block (samples, channels)."""
        heard: NDArray[np.float64] = block.astype(np.float64)
        for number, (b, a) in enumerate(self._stages):
            heard, self._states[number] = lfilter(b, a, heard, axis=0, zi=self._states[number])
        heard = np.concatenate([self._waiting, heard])
        steps = len(heard) // self._step
        whole, self._waiting = heard[: steps * self._step], heard[steps * self._step :]
        squares = (whole**2).reshape(steps, self._step, whole.shape[1]).mean(axis=1)
        self._energies.append(squares @ self._weights)

    @property
    def integrated(self) -> float:
        """LUFS of all that was heard, gated; -inf for silence and for less than 400 ms."""
        energies = np.concatenate(self._energies) if self._energies else np.zeros(0)
        if len(energies) < _STEPS:
            return -inf
        blocks = np.convolve(energies, np.full(_STEPS, 1 / _STEPS), "valid")
        loud = blocks[blocks > _energy(_ABSOLUTE_GATE)]
        if not len(loud):
            return -inf
        loud = loud[loud > loud.mean() * 10 ** (_RELATIVE_GATE / 10)]
        return _lufs(float(loud.mean()))


def true_peaks(padded: Sound) -> Floats:
    """Largest magnitude of the waveform at each sample and up to the next one, over all channels, (n,).

    `padded` (n + 2 · REACH, channels) has `REACH` samples before and after those that are asked for.
    """
    inner = padded[REACH : len(padded) - REACH]
    peaks = _loudest(inner)
    for phase in _phases():
        between = oaconvolve(padded, phase[:, None], mode="valid", axes=0)
        peaks = np.maximum(peaks, _loudest(between))
    return peaks


class PeakMeter:
    """The true peak of the sound given to `add`; the sound's end counts once `peak` is asked for."""

    def __init__(self, channels: int) -> None:
        self._waiting = np.zeros((2 * REACH, channels), np.float32)
        self._peak = 0.0

    def add(self, block: Sound) -> None:
        """Hear the next block (samples, channels)."""
        padded = np.concatenate([self._waiting, block])
        if len(padded) > 2 * REACH:
            self._peak = max(self._peak, float(true_peaks(padded).max()))
            self._waiting = padded[-2 * REACH :]

    @property
    def peak(self) -> float:
        """In dBTP; -inf for silence."""
        silence = np.zeros((2 * REACH, self._waiting.shape[1]), np.float32)
        rest = float(true_peaks(np.concatenate([self._waiting, silence])).max())
        return decibels(max(self._peak, rest))


def decibels(magnitude: float) -> float:
    """20 · log10, -inf for 0."""
    return 20 * log10(magnitude) if magnitude > 0 else -inf


def _loudest(sound: Sound) -> Floats:
    """Largest magnitude over the channels, (n,); channel by channel, since numpy is slow along a short last axis."""
    loudest: Floats = reduce(np.maximum, np.abs(sound).T)
    return loudest


def _lufs(energy: float) -> float:
    return -0.691 + 10 * log10(energy)


def _energy(lufs: float) -> float:
    return float(10 ** ((lufs + 0.691) / 10))


def _shelf(rate: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """First stage of the K weighting, the head's high shelf: an analogue one that gives the standard's 48 kHz table."""
    frequency, gain, quality = 1681.974450955533, 3.999843853973347, 0.7071752369554196
    k = np.tan(np.pi * frequency / rate)
    high, band = 10 ** (gain / 20), 10 ** (gain / 20 * 0.4996667741545416)
    norm = 1 + k / quality + k * k
    b = np.array([high + band * k / quality + k * k, 2 * (k * k - high), high - band * k / quality + k * k]) / norm
    return b, np.array([1, 2 * (k * k - 1) / norm, (1 - k / quality + k * k) / norm])


def _high_pass(rate: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Second stage: the revised low-frequency B curve."""
    frequency, quality = 38.13547087602444, 0.5003270373238773
    k = np.tan(np.pi * frequency / rate)
    norm = 1 + k / quality + k * k
    return np.array([1.0, -2.0, 1.0]), np.array([1, 2 * (k * k - 1) / norm, (1 - k / quality + k * k) / norm])


@cache
def _phases() -> tuple[NDArray[np.float32], ...]:
    return tuple(_phase(step / OVERSAMPLING) for step in range(1, OVERSAMPLING))


def _phase(fraction: float) -> NDArray[np.float32]:
    """Windowed sinc that gives the waveform `fraction` of a sample after each sample, reversed for convolution."""
    offsets = np.arange(-REACH, REACH + 1) - fraction
    window = np.i0(9.0 * np.sqrt(np.clip(1 - (offsets / (REACH + 1)) ** 2, 0, 1))) / np.i0(9.0)
    taps = np.sinc(offsets) * window
    reversed_taps: NDArray[np.float32] = (taps / taps.sum())[::-1].astype(np.float32)
    return reversed_taps
