import numpy as np
import pytest
from numpy.typing import NDArray

from core.media.hdr import ToneMap, compress, hlg_light, pq_code, pq_light
from core.media.info import Colour

PQ = Colour("bt2020nc", "bt2020", "smpte2084", "tv")
HLG = Colour("bt2020nc", "bt2020", "arib-std-b67", "tv")


def grey(colour: Colour, signal: NDArray[np.float64]) -> NDArray[np.uint8]:
    plane = np.round(signal[None] * 65535).astype(np.uint16)
    image = ToneMap(colour).map([plane, plane, plane])[0]
    assert np.ptp(image.astype(int), axis=1).max() <= 1
    return image[:, 0]


def test_pq_signals_of_the_standard() -> None:
    """ITU-R BT.2408, table 1: 26 cd/m² (18 % grey) is 38 %, 203 cd/m² is 58 %, 1000 cd/m² is 75 %."""
    assert np.round(100 * pq_code(np.array([26.0, 203.0, 1000.0, 10_000.0]))).tolist() == [38, 58, 75, 100]
    light = np.geomspace(0.01, 10_000, 50)
    assert np.allclose(pq_light(pq_code(light)), light)


def test_hlg_signals_of_the_standard() -> None:
    assert hlg_light(np.array([0.0, 0.5, 1.0])) == pytest.approx([0, 1 / 12, 1], abs=1e-6)


def test_compression_keeps_mid_tones_and_order() -> None:
    light = np.linspace(0, 1000, 2000)
    mapped = compress(light)
    assert (np.diff(mapped) > -1e-9).all()
    assert mapped[light < 80] == pytest.approx(light[light < 80])
    assert mapped[-1] == pytest.approx(203)


def test_grey_card_and_white_come_where_standard_range_has_them() -> None:
    """18 % grey of a display with gamma 2.4 is 0.128 ** (1 / 2.4) = 42 %; white lies near the top, below highlights."""
    card, white, peak, beyond = grey(PQ, pq_code(np.array([26.0, 203.0, 1000.0, 8000.0])))
    assert abs(int(card) - round(255 * (26 / 203) ** (1 / 2.4))) <= 2
    assert 215 <= white < peak == beyond == 255


def test_hlg_and_pq_of_the_same_light_agree() -> None:
    signal = np.linspace(0.05, 0.95, 40)
    shown = 1000 * hlg_light(signal) ** 1.2
    assert np.abs(grey(HLG, signal).astype(int) - grey(PQ, pq_code(shown))).max() <= 2


def test_black_stays_black_and_ramps_have_no_steps() -> None:
    ramp = grey(PQ, np.linspace(0, 1, 4096))
    assert ramp[0] == 0
    assert 0 <= np.diff(ramp.astype(int)).min() <= np.diff(ramp.astype(int)).max() <= 2


def test_red_of_bt709_stays_that_red() -> None:
    """BT.709 red within BT.2020 (ITU-R BT.2087) must come back without green and blue."""
    light = 100 * np.array([0.6274, 0.0691, 0.0164])
    planes = [np.round(pq_code(light[[c]])[None] * 65535).astype(np.uint16) for c in (1, 2, 0)]
    red, green, blue = ToneMap(PQ).map(planes)[0, 0]
    assert red > 150
    assert max(green, blue) < 12
