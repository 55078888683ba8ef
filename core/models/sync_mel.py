"""The mel spectrogram that SyncNets are trained on. Knows no networks and no films.

Made as in Wav2Lip (Prajwal et al. 2020, arXiv 2008.10010), from which the published SyncNets have it: pre-emphasis, 80
columns a second, decibels mapped to [-4, 4].
"""

import numpy as np
import torch

from core.arrays import Floats, Sound
from core.models.mel_filters import MelBands, slaney_filters

SAMPLE_RATE, COLUMNS_PER_SECOND, BANDS = 16_000, 80, 80
FRAME_RATE = 25
FRAMES, COLUMNS = 16, 52
"""Video frames that are compared at once, and columns of sound that belong to them."""

_HOP, _WINDOW = SAMPLE_RATE // COLUMNS_PER_SECOND, 800
_BANDS = MelBands(BANDS, 55.0, 7600.0, _WINDOW, SAMPLE_RATE)
_EMPHASIS, _REFERENCE_DB, _RANGE_DB, _LARGEST = 0.97, 20.0, 100.0, 4.0


def sync_mel(sound: Sound) -> Floats:
    """Mono 16 kHz sound (samples,) → (80, samples // 200 + 1) in [-4, 4]."""
    emphasised = np.append(sound[:1], sound[1:] - np.float32(_EMPHASIS) * sound[:-1])
    window = torch.hann_window(_WINDOW, dtype=torch.float32)
    heard = torch.from_numpy(emphasised.astype(np.float32))
    spectrum = torch.stft(heard, _WINDOW, _HOP, _WINDOW, window, pad_mode="constant", return_complex=True)
    bands = torch.from_numpy(slaney_filters(_BANDS)) @ spectrum.abs()
    decibels = 20 * torch.log10(bands.clamp_min(1e-5)) - _REFERENCE_DB
    scaled = 2 * _LARGEST * (decibels + _RANGE_DB) / _RANGE_DB - _LARGEST
    mel: Floats = scaled.clamp(-_LARGEST, _LARGEST).numpy()
    return mel


def first_column(frame: int) -> int:
    """Column at which the sound of the 16 frames from `frame` on (25 a second) begins."""
    return COLUMNS_PER_SECOND * frame // FRAME_RATE
