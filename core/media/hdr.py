"""Tone mapping of HDR (ITU-R BT.2100 PQ and HLG) to BT.709 in standard range. Knows arrays only.

Both transfers are taken to light on a display of 1000 cd/m²; light is compressed by the EETF of ITU-R BT.2390 (5.4.1)
so that the reference white of 203 cd/m² (ITU-R BT.2408) comes near what standard range calls white. The factor is that
of the luminance, the same for all three primaries, so that hues stay. Colours are then taken from BT.2020 to BT.709
primaries and coded for the display gamma of ITU-R BT.1886.
"""

from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from core.arrays import Image
from core.media.info import Colour

_PEAK, _WHITE = 1000.0, 203.0
_STEPS = 1 << 16  # entries of every table: cv2.LUT takes all values of 16 bits
_LUMINANCE = np.array([[0.2627, 0.6780, 0.0593]], np.float32)
_BT2020_TO_BT709 = np.array(
    [[1.6605, -0.5876, -0.0728], [-0.1246, 1.1329, -0.0083], [-0.0182, -0.1006, 1.1187]], np.float32
)


class ToneMap:
    """Tables for one kind of HDR: signal → light, and luminance → factor that compresses it.

    Light is a share of what the signal can say: of the scene's for HLG, of 10,000 cd/m² for PQ. The second table is
    spaced by square roots, so that shadows have enough of its entries.
    """

    def __init__(self, colour: Colour) -> None:
        share = np.arange(_STEPS) / (_STEPS - 1)
        luminance = np.maximum(share, share[1]) ** 2
        if colour.transfer == "arib-std-b67":
            light, shown = hlg_light(share), _PEAK * luminance**1.2
        else:
            light, shown = pq_light(share) / 10_000, 10_000 * luminance
        self._light = light.astype(np.float32)
        self._factor = (compress(np.minimum(shown, _PEAK)) / _WHITE / luminance).astype(np.float32)

    def map(self, planes: Sequence[NDArray[np.uint16]]) -> Image:
        """8-bit BT.709 R'G'B', (height, width, 3), of 16-bit BT.2020 planes G, B, R, each (height, width)."""
        light = cv2.LUT(cv2.merge([planes[2], planes[0], planes[1]]), self._light)
        root = cv2.sqrt(cv2.transform(light, _LUMINANCE))
        factor = cv2.LUT((root * (_STEPS - 1)).astype(np.uint16), self._factor)
        narrow: NDArray[Any] = cv2.transform(light, _BT2020_TO_BT709)
        narrow *= factor[:, :, None]
        cv2.threshold(narrow, 0, 0, cv2.THRESH_TOZERO, dst=narrow)
        return np.asarray(cv2.convertScaleAbs(cv2.pow(narrow, 1 / 2.4), alpha=255), np.uint8)


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


def hlg_light(code: NDArray[np.float64]) -> NDArray[np.float64]:
    """Scene light in [0, 1] of an HLG signal in [0, 1] (ITU-R BT.2100, table 5)."""
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    return np.where(code <= 0.5, code**2 / 3, (np.exp((code - c) / a) + b) / 12)
