"""What a network hears: log-mel features made step by step. Knows no network, and needs no more past than it carries.

Microphones, rooms and loudness differ far more than mouths do, and a network taught by synthetic voices must not lean
on any of them. So every band is given relative to the running level of the speech, and to that band's own mean in
the last seconds of speech; both are found from the past alone, so a live voice and a file give the same numbers.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats, Sound

SAMPLE_RATE = 16_000
HOP = 160
WINDOW = 400
BANDS = 64
FRAME_RATE = SAMPLE_RATE // HOP
WINDOW_AHEAD = WINDOW / 2 / SAMPLE_RATE
"""Seconds of sound after its own time that a frame of features needs."""

_FFT = 512
_LOWEST, _HIGHEST = 60.0, 7600.0
_SILENCE = 1e-7  # power added to every band: about −90 dB of full scale

_QUIETEST = np.log(1e-4)  # level that counts as silence however long it lasts
_ATTACK = 0.15  # per frame: the level follows a louder sound within 70 ms
_RELEASE = np.log(10) / 10 * 2.0 / FRAME_RATE  # and falls by 2 dB a second
_SPEAKING = 3.0  # nepers of power below the level (13 dB) within which a frame counts as speech
_MEMORY = 3.0 * FRAME_RATE  # frames of speech over which a band's mean is taken
_PRIOR = 0.7 * FRAME_RATE  # frames that the expected spectrum below weighs at the start
_TYPICAL = np.linspace(-0.2, -4.2, BANDS, dtype=np.float32)  # mean speech relative to its level: falls with frequency
_DEPTH = 6.0  # nepers of power below a band's mean that are told apart (26 dB)


class MelPower:
    """Sound in pieces of any length → power in `BANDS` mel bands, 100 frames a second.

    Frame i is centred on sample 160 i; before the start and after the end there is silence.
    """

    def __init__(self) -> None:
        self._waiting = np.zeros(WINDOW // 2, np.float32)

    def push(self, sound: Sound) -> Floats:
        """The frames (n, BANDS) that are complete after these samples (m,)."""
        samples = np.concatenate([self._waiting, sound.astype(np.float32, copy=False)])
        count = max(0, (len(samples) - WINDOW) // HOP + 1)
        self._waiting = samples[count * HOP :]
        if count == 0:
            return np.zeros((0, BANDS), np.float32)
        frames = np.lib.stride_tricks.sliding_window_view(samples, WINDOW)[::HOP][:count]
        spectrum = np.fft.rfft(frames * _HANN, _FFT)
        power: Floats = np.square(np.abs(spectrum)).astype(np.float32) @ _FILTERS
        return power


@dataclass(slots=True)
class Loudness:
    """State of `relative`: level, (…), sum and weight of the bands' means, (…, BANDS) and (…); None at the start."""

    level: Floats | None = None
    total: Floats = field(default_factory=lambda: (_TYPICAL * _PRIOR).astype(np.float32))
    weight: Floats = field(default_factory=lambda: np.asarray(_PRIOR, np.float32))


def relative(power: Floats, state: Loudness) -> Floats:
    """Power (…, time, BANDS) → features of the same shape, about −2..2; `state` is carried to the next piece."""
    bands = np.log(power + _SILENCE)
    loudness = np.log(power.mean(-1) + _SILENCE)
    features = np.empty_like(bands)
    level = np.maximum(loudness[..., 0], _QUIETEST) if state.level is None and power.shape[-2] else state.level
    total, weight = state.total, state.weight
    for index in range(power.shape[-2]):
        now = loudness[..., index]
        level = np.where(now > level, level + _ATTACK * (now - level), np.maximum(level - _RELEASE, _QUIETEST))
        shape = bands[..., index, :] - level[..., None]
        keep = np.where(now > level - _SPEAKING, 1 - 1 / _MEMORY, 1.0)
        heard = np.where(now > level - _SPEAKING, 1.0, 0.0)
        total = total * keep[..., None] + shape * heard[..., None]
        weight = weight * keep + heard
        features[..., index, :] = shape - total / weight[..., None]
    state.level, state.total, state.weight = level, total, weight
    scaled: Floats = ((np.logaddexp(features, -_DEPTH) + 2.0) / 3.0).astype(np.float32)
    return scaled


def _mel_filters() -> Floats:
    """Triangular filters (FFT // 2 + 1, BANDS) evenly spaced on the mel scale of O'Shaughnessy 1987."""
    lowest, highest = (2595 * np.log10(1 + hertz / 700) for hertz in (_LOWEST, _HIGHEST))
    corners = 700 * (10 ** (np.linspace(lowest, highest, BANDS + 2) / 2595) - 1)
    hertz = np.arange(_FFT // 2 + 1)[:, None] * SAMPLE_RATE / _FFT
    rising = (hertz - corners[:-2]) / (corners[1:-1] - corners[:-2])
    falling = (corners[2:] - hertz) / (corners[2:] - corners[1:-1])
    filters: Floats = np.clip(np.minimum(rising, falling), 0, None).astype(np.float32)
    return filters


_FILTERS = _mel_filters()
_HANN: NDArray[np.float32] = np.hanning(WINDOW).astype(np.float32)
