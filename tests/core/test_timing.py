"""Time is exact: no rate drifts, neighbours meet, what people type is understood."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import SettingsError
from core.timing import (
    frame_at,
    frame_time,
    frames_within,
    named_rate,
    nearest_frame,
    parse_time,
    sample_at,
    sample_time,
    samples_of_frame,
    timecode,
)

RATES = [Fraction(24000, 1001), Fraction(24), Fraction(25), Fraction(30000, 1001), Fraction(30), Fraction(50),
         Fraction(60000, 1001), Fraction(60)]  # fmt: skip
SAMPLE_RATES = [16_000, 22_050, 44_100, 48_000, 96_000]
rates = st.sampled_from(RATES) | st.fractions(min_value=1, max_value=240, max_denominator=1001)
frames = st.integers(min_value=0, max_value=100 * 3600 * 60)


@given(frames, rates)
def test_frame_to_time_and_back_is_itself(frame: int, rate: Fraction) -> None:
    assert frame_at(frame_time(frame, rate), rate) == frame
    assert nearest_frame(frame_time(frame, rate), rate) == frame
    assert frames_within(frame_time(frame, rate), rate) == frame


@given(st.integers(min_value=0, max_value=10**10), st.sampled_from(SAMPLE_RATES))
def test_sample_to_time_and_back_is_itself(sample: int, rate: int) -> None:
    assert sample_at(sample_time(sample, rate), rate) == sample


@given(frames, rates, st.sampled_from(SAMPLE_RATES))
def test_samples_of_neighbouring_frames_meet(frame: int, rate: Fraction, sample_rate: int) -> None:
    assert samples_of_frame(frame, rate, sample_rate)[1] == samples_of_frame(frame + 1, rate, sample_rate)[0]


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("sample_rate", SAMPLE_RATES)
def test_no_drift_over_an_hour(rate: Fraction, sample_rate: int) -> None:
    last = frames_within(Fraction(3600), rate)
    begin, _ = samples_of_frame(last, rate, sample_rate)
    assert abs(sample_time(begin, sample_rate) - frame_time(last, rate)) <= Fraction(1, 2 * sample_rate)
    assert abs(frame_time(last, rate) - 3600) < 1 / rate


@given(frames, rates, st.fractions(min_value=0, max_value=Fraction(999, 1000)))
def test_a_frame_is_shown_until_the_next_begins(frame: int, rate: Fraction, part: Fraction) -> None:
    assert frame_at(frame_time(frame, rate) + part / rate, rate) == frame


@pytest.mark.parametrize(
    ("stored", "meant"),
    [
        (Fraction(2997, 100), Fraction(30000, 1001)),
        (Fraction(23976, 1000), Fraction(24000, 1001)),
        (Fraction(5994, 100), Fraction(60000, 1001)),
        (Fraction(25), Fraction(25)),
        (Fraction(22131, 1000), Fraction(22131, 1000)),
        (Fraction(299, 10), Fraction(299, 10)),
    ],
)
def test_approximate_rates_get_their_name(stored: Fraction, meant: Fraction) -> None:
    assert named_rate(stored) == meant


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("12.5", Fraction(25, 2)), ("1:02.5", Fraction(125, 2)), ("1:00:02", Fraction(3602)), (" 7 ", Fraction(7))],
)
def test_typed_times(text: str, seconds: Fraction) -> None:
    assert parse_time(text) == seconds


def test_typed_timecode_is_exact_at_2997() -> None:
    assert parse_time("00:01:00:10", Fraction(30000, 1001)) == frame_time(1810, Fraction(30000, 1001))


@pytest.mark.parametrize("text", ["", "abc", "-1", "1:2:3:4", "12,5", "1::2"])
def test_other_text_is_refused_with_a_hint(text: str) -> None:
    with pytest.raises(SettingsError) as caught:
        parse_time(text)
    assert caught.value.hint


@given(frames, st.sampled_from(RATES))
def test_timecode_reads_back(frame: int, rate: Fraction) -> None:
    if frame < 100 * 3600 * round(rate):
        assert parse_time(timecode(frame, rate), rate) == frame_time(frame, rate)
