"""Mel filters as Slaney's Auditory Toolbox made them (1998), which most speech networks were trained with.

Knows no network and no sound.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats


@dataclass(frozen=True, slots=True)
class MelBands:
    """How many bands lie between which frequencies in hertz, over spectra of `window` samples at `rate` a second."""

    count: int
    lowest: float
    highest: float
    window: int
    rate: int


@cache
def slaney_filters(bands: MelBands) -> Floats:
    """Triangles of unit area, (count, window // 2 + 1)."""
    bins = np.linspace(0, bands.rate / 2, bands.window // 2 + 1)
    edges = _hertz(np.linspace(_mel(bands.lowest), _mel(bands.highest), bands.count + 2))
    rising = (bins - edges[:-2, None]) / np.diff(edges)[:-1, None]
    falling = (edges[2:, None] - bins) / np.diff(edges)[1:, None]
    area = 2 / (edges[2:] - edges[:-2])
    return np.asarray(np.maximum(0, np.minimum(rising, falling)) * area[:, None], np.float32)


def _mel(hertz: float) -> float:
    """Slaney's scale: linear below 1 kHz, logarithmic above."""
    return hertz * 3 / 200 if hertz < 1000 else 15 + 27 * float(np.log(hertz / 1000) / np.log(6.4))


def _hertz(mels: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(mels < 15, mels * 200 / 3, 1000 * np.exp((mels - 15) * np.log(6.4) / 27))
