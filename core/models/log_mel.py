"""What Whisper hears of a sound: power in 80 mel bands, a hundred times a second. Knows no network and no files.

As its authors made it (Radford et al. 2022, arXiv 2212.04356, section 2.2): a Hann window of 25 ms, Slaney's mel bands
up to 8 kHz, the logarithm to base 10; what lies more than 8 decades below the loudest value is raised to that. Loud
sound stays louder than quiet sound: nothing is made equally loud.
"""

from functools import cache

import numpy as np
import torch
from numpy.typing import NDArray

from core.arrays import Floats, Sound

SAMPLE_RATE, HOP, WINDOW, BANDS = 16_000, 160, 400, 80

DEPTH = 8.0
"""Decades below the loudest value that are told apart."""

_FLOOR = 1e-10
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
    power = torch.from_numpy(_filters()) @ spectrum.abs().square()
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


@cache
def _filters() -> Floats:
    """Slaney's mel filters of unit area, (80, 201)."""
    bins = np.linspace(0, SAMPLE_RATE / 2, WINDOW // 2 + 1)
    edges = _hertz(np.linspace(0, _mel(SAMPLE_RATE / 2), BANDS + 2))
    rising = (bins - edges[:-2, None]) / np.diff(edges)[:-1, None]
    falling = (edges[2:, None] - bins) / np.diff(edges)[1:, None]
    area = 2 / (edges[2:] - edges[:-2])
    return np.asarray(np.maximum(0, np.minimum(rising, falling)) * area[:, None], np.float32)


def _mel(hertz: float) -> float:
    """Slaney's scale: linear below 1 kHz, logarithmic above."""
    return hertz * 3 / 200 if hertz < 1000 else 15 + 27 * float(np.log(hertz / 1000) / np.log(6.4))


def _hertz(mels: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(mels < 15, mels * 200 / 3, 1000 * np.exp((mels - 15) * np.log(6.4) / 27))
