"""Tone mapping of HDR (ITU-R BT.2100 PQ and HLG) to BT.709 in standard range. Knows arrays only.

Both transfers are taken to light on a display of 1000 cd/m²; light is compressed by the EETF of ITU-R BT.2390 (5.4.1)
so that the reference white of 203 cd/m² (ITU-R BT.2408) is what standard range calls white; colours are then taken
from BT.2020 to BT.709 primaries and coded for the display gamma of BT.1886. All curves are tables.
"""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats, Image
from core.media.info import Colour

_PEAK, _WHITE = 1000.0, 203.0
_CODES = 1 << 12  # 12-bit R'G'B' comes in
_STEPS = 1 << 12  # and tables over light have as many entries, spaced by square roots
_LUMINANCE = np.array([[0.2627, 0.6780, 0.0593]], np.float32)
_BT2020_TO_BT709 = np.array(
    [[1.6605, -0.5876, -0.0728], [-0.1246, 1.1329, -0.0083], [-0.0182, -0.1006, 1.1187]], np.float32
)


class ToneMap:
    """Tables for one kind of HDR."""

    def __init__(self, colour: Colour) -> None:
        codes = np.arange(_CODES) / (_CODES - 1)
        light = np.arange(_STEPS) ** 2 / (_STEPS - 1) ** 2
        if colour.transfer == "arib-std-b67":
            self._light = _hlg_scene(codes).astype(np.float32)
            shown = _PEAK * light**1.2
            scale = 1.0
        else:
            self._light = (pq_light(codes) / 10_000).astype(np.float32)
            shown = 10_000 * light
            scale = 10_000.0
        mapped = compress(np.minimum(shown, _PEAK)) / _WHITE
        slope = np.divide(mapped, light, out=np.full_like(light, _limit(scale)), where=light > 0)
        self._gain = slope.astype(np.float32)
        self._codes = np.round(255 * light ** (1 / 2.4)).astype(np.uint8)

    def map(self, planes: Sequence[NDArray[np.uint8] | NDArray[np.uint16]]) -> Image:
        """8-bit BT.709 R'G'B', (height, width, 3), of 12-bit BT.2020 planes G, B, R, each (height, width)."""
        light = cv2.merge([self._light[planes[2]], self._light[planes[0]], self._light[planes[1]]])
        luminance = cv2.transform(light, _LUMINANCE)
        gain = self._gain[_steps(luminance)]
        wide = light * gain[:, :, None]
        return self._codes[_steps(cv2.transform(wide, _BT2020_TO_BT709))]


def pq_light(code: NDArray[np.float64]) -> NDArray[np.float64]:
    """cd/m² of a PQ signal in [0, 1] (SMPTE ST 2084, 5.2)."""
    root = code ** (1 / 78.84375)
    return 10_000 * (np.maximum(root - 0.8359375, 0) / (18.8515625 - 18.6875 * root)) ** (1 / 0.1593017578125)


def pq_code(light: NDArray[np.float64]) -> NDArray[np.float64]:
    """PQ signal in [0, 1] of light in cd/m² (SMPTE ST 2084, 5.3)."""
    power = (light / 10_000) ** 0.1593017578125
    return ((0.8359375 + 18.8515625 * power) / (1 + 18.6875 * power)) ** 78.84375


def compress(light: NDArray[np.float64]) -> NDArray[np.float64]:
    """Light in [0, 1000] cd/m² brought into [0, 203] cd/m²; unchanged in the shadows and mid tones."""
    peak, white = pq_code(np.array([_PEAK, _WHITE]))
    signal = pq_code(light) / peak
    top = white / peak
    knee = 1.5 * top - 0.5
    t = np.clip((signal - knee) / (1 - knee), 0, 1)
    spline = (2 * t**3 - 3 * t**2 + 1) * knee + (t**3 - 2 * t**2 + t) * (1 - knee) + (-2 * t**3 + 3 * t**2) * top
    return pq_light(np.where(signal < knee, signal, spline) * peak)


def _hlg_scene(code: NDArray[np.float64]) -> NDArray[np.float64]:
    """Scene light in [0, 1] of an HLG signal in [0, 1] (ITU-R BT.2100, table 5)."""
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    return np.where(code <= 0.5, code**2 / 3, (np.exp((code - c) / a) + b) / 12)


def _limit(scale: float) -> float:
    """Gain of the faintest light: none is compressed there."""
    return scale / _WHITE


def _steps(light: Floats) -> NDArray[np.uint16]:
    """Index into the tables over light, clipped to [0, 1]."""
    return (np.sqrt(np.clip(light, 0, 1)) * (_STEPS - 1) + 0.5).astype(np.uint16)
