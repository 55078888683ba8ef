"""What Whisper hears of a sound: power in 80 mel bands, a hundred times a second. Knows no network and no files.

As its authors made it (Radford et al. 2022, arXiv 2212.04356, section 2.2): a Hann window of 25 ms, Slaney's mel bands
up to 8 kHz, the logarithm to base 10; what lies more than 8 decades below the loudest value is raised to that. Loud
sound stays louder than quiet sound: nothing is made equally loud.
"""

import numpy as np
import torch

from core.arrays import Floats, Sound
from core.models.mel_filters import MelBands, slaney_filters

SAMPLE_RATE, HOP, WINDOW, BANDS = 16_000, 160, 400, 80

DEPTH = 8.0
"""Decades below the loudest value that are told apart."""

_FLOOR = 1e-10
_MEL = MelBands(BANDS, 0.0, SAMPLE_RATE / 2, WINDOW, SAMPLE_RATE)
_STEP = 6000  # columns that are looked at together


def log_power(sound: Sound, first: int = 0, count: int | None = None) -> Floats:
    """Mono 16 kHz sound (n,) → decades of power (80, count) of the columns from `first` on; usually all n // 160.

    Column m is centred on sample 160 m. Beyond its ends the sound goes on mirrored; n must be more than 200.
    """
    count = len(sound) // HOP - first if count is None else count
    around = _mirrored(sound, first * HOP - WINDOW // 2, (count - 1) * HOP + WINDOW)
    spectrum = torch.stft(
        torch.from_numpy(around), WINDOW, HOP, window=torch.hann_window(WINDOW), center=False, return_complex=True
    )
    power = torch.from_numpy(slaney_filters(_MEL)) @ spectrum.abs().square()
    decades: Floats = power.clamp_min(_FLOOR).log10().numpy()
    return decades


def loudest(sound: Sound, first: int = 0, count: int | None = None) -> float:
    """The greatest value of `log_power`, found bit by bit, so that an hour takes no more memory than a minute."""
    end = len(sound) // HOP if count is None else first + count
    return max(float(log_power(sound, at, min(_STEP, end - at)).max()) for at in range(first, end, _STEP))


def scaled(decades: Floats, loudest: float) -> Floats:
    """What the network is given: any shape, about [-1.5, 1.5]. `loudest` sets the floor, usually that of 30 seconds."""
    given: Floats = (np.maximum(decades, np.float32(loudest - DEPTH)) + np.float32(4)) / np.float32(4)
    return given


def _mirrored(sound: Sound, start: int, length: int) -> Sound:
    """Samples from `start` on, mirrored at the first and the last sample of the sound."""
    end = start + length
    inside = sound[max(0, start) : max(0, end)]
    before, after = max(0, -start), max(0, end - len(sound))
    if not (before or after):
        return np.ascontiguousarray(inside, np.float32)
    head = sound[1 : before + 1][::-1]
    tail = sound[len(sound) - 1 - after : len(sound) - 1][::-1]
    return np.concatenate([head, inside, tail], dtype=np.float32)
