"""Every frame of the film is shown once and in its time; an extension goes there and back without a jump."""

import itertools
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.media.info import VideoInfo
from core.project import DubProject, ExportOptions, Length
from core.schedule import TURN, schedule, slot_time

BASE = Fraction(1, 90_000)
rates = st.sampled_from([Fraction(24000, 1001), Fraction(25), Fraction(30000, 1001), Fraction(60)])


def film(frames: int, rate: Fraction, start: int = 0) -> VideoInfo:
    ticks = tuple(start + round(frame / rate / BASE) for frame in range(frames))
    return VideoInfo(Path("f.mp4"), 64, 48, rate, True, ticks, BASE, frames / rate)


PICTURE = DubProject()
VOICE = DubProject(export=ExportOptions(length=Length.VOICE))


@given(st.integers(1, 200), rates, st.fractions(0, 30), st.integers(0, 10**6))
def test_a_film_that_keeps_its_length_keeps_every_frame_and_time(
    n: int, rate: Fraction, end: Fraction, at: int
) -> None:
    info = film(n, rate, at)
    slots = schedule(PICTURE, info, end)
    assert [slot.source for slot in slots] == list(range(n))
    assert tuple(slot.tick for slot in slots) == info.ticks


@given(st.integers(1, 60), rates, st.fractions(0, 30, max_denominator=1000))
def test_the_voices_length_is_met_within_a_frame(n: int, rate: Fraction, end: Fraction) -> None:
    info = film(n, rate)
    slots = schedule(VOICE, info, end)
    finish = slot_time(slots[-1], info) + 1 / rate
    assert abs(finish - max(end, 1 / rate)) <= 1 / rate + BASE
    ticks = [slot.tick for slot in slots]
    assert all(a < b for a, b in itertools.pairwise(ticks))


@given(st.integers(2, 40), rates, st.fractions(2, 20, max_denominator=100))
def test_an_extension_moves_one_frame_at_a_time(n: int, rate: Fraction, end: Fraction) -> None:
    slots = schedule(VOICE, film(n, rate), end)
    sources = [slot.source for slot in slots]
    assert all(abs(a - b) == 1 for a, b in itertools.pairwise(sources))
    assert all(0 <= source < n for source in sources)


def test_after_a_turn_the_turning_frame_fades_out() -> None:
    slots = schedule(VOICE, film(20, Fraction(25)), Fraction(2))
    after = slots[20 : 20 + TURN]
    assert [slot.under for slot in after] == [19] * TURN
    weights = [slot.weight for slot in after]
    assert weights == sorted(weights)
    assert slots[20 + TURN].under is None


def test_a_still_is_held() -> None:
    slots = schedule(VOICE, film(1, Fraction(25)), Fraction(2))
    assert [slot.source for slot in slots] == [0] * 50


@pytest.mark.parametrize("end", [Fraction(0), Fraction(-3)])
def test_a_voice_that_ends_before_the_film_begins_leaves_one_frame(end: Fraction) -> None:
    assert len(schedule(VOICE, film(10, Fraction(25)), end)) == 1
