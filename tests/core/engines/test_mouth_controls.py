"""Controls of the mouth: levels even out, closures survive any frame rate, pieces equal the whole."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.arrays import Floats
from core.engines.mouth_controls import TOTAL_AHEAD, Manner, calibrated, shapes_at
from core.face.mouth_shape import MouthShape

OPEN, WIDE, ROUND, PRESS, TUCK, SPEECH = range(6)


def speaking(seconds: float, size: float = 0.5, seed: int = 0) -> Floats:
    """Motion as a network tells it: openings of a size at four syllables a second, speech throughout."""
    times = np.arange(int(seconds * 50)) / 50
    rows = np.zeros((len(times), 6), np.float32)
    rows[:, OPEN] = size * (0.5 + 0.5 * np.sin(2 * np.pi * 4 * times))
    rows[:, SPEECH] = 0.95
    rows[:, WIDE] = 0.2
    return rows


def with_closure(rows: Floats, first: int, count: int) -> Floats:
    rows = rows.copy()
    rows[first : first + count, PRESS] = 0.9
    return rows


def test_no_more_than_120_ms_of_future() -> None:
    assert TOTAL_AHEAD <= 0.12


@pytest.mark.parametrize("size", [0.45, 0.55, 0.65])
def test_timid_and_bold_voices_come_out_alike(size: float) -> None:
    controls = calibrated(speaking(12, size), Manner())
    assert 0.8 < np.percentile(controls[300:, OPEN], 95) < 1.1


@settings(max_examples=30, deadline=None)
@given(cuts=st.lists(st.integers(0, 60), max_size=8))
def test_pieces_give_what_the_whole_gives(cuts: list[int]) -> None:
    rows = with_closure(speaking(4), 100, 4)
    rows[120:150, SPEECH] = 0.0
    manner, pieces, start = Manner(), [], 0
    for cut in [*cuts, len(rows)]:
        pieces.append(calibrated(rows[start : start + cut], manner))
        start += cut
    np.testing.assert_array_equal(np.concatenate(pieces), calibrated(rows, Manner()))


@pytest.mark.parametrize("rate", [24000 / 1001, 25.0, 30000 / 1001, 50.0, 60.0])
@pytest.mark.parametrize("first", range(100, 106))
def test_a_closure_of_40_ms_is_seen_at_every_frame_rate(rate: float, first: int) -> None:
    controls = calibrated(with_closure(speaking(4), first, 2), Manner())
    shapes = shapes_at(controls, np.arange(0, 4, 1 / rate))
    seen = [shape for shape in shapes if shape.press == 1.0]
    assert seen
    assert min(shape.open for shape in seen) < 0.3


def test_pressed_lips_are_shut() -> None:
    controls = calibrated(with_closure(speaking(4), 100, 6), Manner())
    assert controls[102, PRESS] == 1
    assert controls[102, OPEN] < 0.07


def test_the_mouth_comes_to_rest_when_speech_ends() -> None:
    rows = speaking(4)
    rows[100:, SPEECH] = 0.02
    controls = calibrated(rows, Manner())
    after = controls[100 + 10 :]
    assert np.ptp(after[:, OPEN]) < 1e-6
    assert 0 < after[0, OPEN] < 0.12
    assert (after[:, [WIDE, ROUND, PRESS, TUCK]] == 0).all()


def test_noise_without_speech_moves_nothing() -> None:
    rows = speaking(4)
    rows[:, SPEECH] = 0.1
    rows[50:60, PRESS] = 1.0
    controls = calibrated(rows, Manner())
    assert np.ptp(controls[:, OPEN]) < 0.1
    assert controls[:, PRESS].max() == 0


def test_controls_stay_in_their_ranges() -> None:
    rows = np.random.default_rng(0).uniform(0, 1.25, (500, 6)).astype(np.float32)
    controls = calibrated(rows, Manner())
    assert controls.min() >= 0
    assert controls[:, OPEN].max() <= 1.25
    assert controls[:, 1:].max() <= 1


def test_between_rows_the_shape_is_between() -> None:
    controls = np.zeros((4, 5), np.float32)
    controls[:, OPEN] = [0.0, 0.2, 0.4, 0.6]
    opening = [shape.open for shape in shapes_at(controls, np.array([0.02, 0.025, 0.03, 0.04]))]
    assert opening == pytest.approx([0.2, 0.25, 0.3, 0.4])


def test_before_and_after_the_sound_the_mouth_is_at_rest() -> None:
    controls = np.ones((10, 5), np.float32)
    shapes = shapes_at(controls, np.array([-1.0, 0.1, 5.0]))
    assert shapes[0] == shapes[2] == MouthShape()
    assert shapes[1].open == 1
    assert shapes_at(np.zeros((0, 5), np.float32), np.array([0.0, 1.0])) == [MouthShape()] * 2


def test_a_late_piece_is_placed_by_its_first_row() -> None:
    controls = calibrated(speaking(4), Manner())
    times = np.arange(2.0, 3.0, 0.04)
    assert shapes_at(controls[50:], times, first=50) == shapes_at(controls, times)


def test_easing_a_shape_scales_it() -> None:
    shape = MouthShape(1.0, 0.5, 0.4, 1.0, 0.2)
    assert shape.eased(0) == MouthShape()
    assert shape.eased(0.5) == MouthShape(0.5, 0.25, 0.2, 0.5, 0.1)
