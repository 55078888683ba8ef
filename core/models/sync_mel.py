"""The mel spectrogram that SyncNets are trained on. Knows no networks and no films.

Made as in Wav2Lip (Prajwal et al. 2020, arXiv 2008.10010), from which the published SyncNets have it: pre-emphasis, 80
columns a second, decibels mapped to [-4, 4].
"""

from functools import cache

import numpy as np
import torch
from numpy.typing import NDArray

from core.arrays import Floats, Sound

SAMPLE_RATE, COLUMNS_PER_SECOND, BANDS = 16_000, 80, 80
FRAME_RATE = 25
FRAMES, COLUMNS = 16, 52
"""Video frames that are compared at once, and columns of sound that belong to them."""

_HOP, _WINDOW = SAMPLE_RATE // COLUMNS_PER_SECOND, 800
_LOWEST, _HIGHEST = 55.0, 7600.0
_EMPHASIS, _REFERENCE_DB, _RANGE_DB, _LARGEST = 0.97, 20.0, 100.0, 4.0


def sync_mel(sound: Sound) -> Floats:
    """Mono 16 kHz sound (samples,) → (80, samples // 200 + 1) in [-4, 4]."""
    emphasised = np.append(sound[:1], sound[1:] - np.float32(_EMPHASIS) * sound[:-1])
    spectrum = torch.stft(
        torch.from_numpy(emphasised.astype(np.float32)),
        _WINDOW, _HOP, _WINDOW, torch.hann_window(_WINDOW, dtype=torch.float32), pad_mode="constant", return_complex=True,
    )  # fmt: skip
    bands = torch.from_numpy(_filters()) @ spectrum.abs()
    decibels = 20 * torch.log10(bands.clamp_min(1e-5)) - _REFERENCE_DB
    scaled = 2 * _LARGEST * (decibels + _RANGE_DB) / _RANGE_DB - _LARGEST
    mel: Floats = scaled.clamp(-_LARGEST, _LARGEST).numpy()
    return mel


def first_column(frame: int) -> int:
    """Column at which the sound of the 16 frames from `frame` on (25 a second) begins."""
    return COLUMNS_PER_SECOND * frame // FRAME_RATE


@cache
def _filters() -> Floats:
    """Slaney's mel filters of unit area, (80, 401)."""
    bins = np.linspace(0, SAMPLE_RATE / 2, _WINDOW // 2 + 1)
    edges = _hertz(np.linspace(_mel(_LOWEST), _mel(_HIGHEST), BANDS + 2))
    rising = (bins - edges[:-2, None]) / np.diff(edges)[:-1, None]
    falling = (edges[2:, None] - bins) / np.diff(edges)[1:, None]
    area = 2 / (edges[2:] - edges[:-2])
    return np.asarray(np.maximum(0, np.minimum(rising, falling)) * area[:, None], np.float32)


def _mel(hertz: float) -> float:
    """Slaney's scale: linear below 1 kHz, logarithmic above."""
    return hertz * 3 / 200 if hertz < 1000 else 15 + 27 * np.log(hertz / 1000) / np.log(6.4)


def _hertz(mels: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(mels < 15, mels * 200 / 3, 1000 * np.exp((mels - 15) * np.log(6.4) / 27))
