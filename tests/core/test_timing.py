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
    later_timecode,
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


NTSC_30, NTSC_60 = Fraction(30000, 1001), Fraction(60000, 1001)


@pytest.mark.parametrize(
    ("start", "count", "rate", "then"),
    [
        ("01:00:00:00", 25, Fraction(25), "01:00:01:00"),
        ("01:00:00:00", 0, Fraction(24000, 1001), "01:00:00:00"),
        ("00:00:59:23", 1, Fraction(24), "00:01:00:00"),
        ("00:00:59;29", 1, NTSC_30, "00:01:00;02"),
        ("00:09:59;29", 1, NTSC_30, "00:10:00;00"),
        ("00:00:59.29", 1, NTSC_30, "00:01:00.02"),
        ("00:00:59:29", 1, NTSC_30, "00:01:00:00"),
        ("00:00:59;59", 1, NTSC_60, "00:01:00;04"),
        ("00:00:00;00", 107_892, NTSC_30, "01:00:00;00"),
        ("23:59:59:24", 1, Fraction(25), "00:00:00:00"),
        ("23:59:59;29", 1, NTSC_30, "00:00:00;00"),
    ],
)
def test_later_timecodes(start: str, count: int, rate: Fraction, then: str) -> None:
    assert later_timecode(start, count, rate) == then


@given(st.integers(0, 2_500_000), st.integers(0, 100_000), st.sampled_from([NTSC_30, NTSC_60]))
def test_drop_frame_labels_follow_each_other(begin: int, more: int, rate: Fraction) -> None:
    """Two steps are one, no label is one that is left out, and a label and the clock are never far apart."""
    label = later_timecode("00:00:00;00", begin, rate)
    assert later_timecode(label, more, rate) == later_timecode("00:00:00;00", begin + more, rate)
    hours, minutes, seconds, frame = int(label[:2]), int(label[3:5]), int(label[6:8]), int(label[9:])
    assert not (seconds == 0 and minutes % 10 and frame < round(rate) // 15)
    told = hours * 3600 + minutes * 60 + seconds + frame / round(rate)
    if begin < 24 * 3600 * rate:
        assert abs(told - begin / rate) < 0.1


@pytest.mark.parametrize("text", ["", "soon", "1:2:3:4", "00:00:00:25", "00:00:00"])
def test_what_is_no_timecode_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="timecode"):
        later_timecode(text, 1, Fraction(25))
