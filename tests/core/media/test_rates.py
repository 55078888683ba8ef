from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.media.rates import rate_of

BROADCAST = [Fraction(24000, 1001), Fraction(24), Fraction(25), Fraction(30000, 1001), Fraction(30), Fraction(50),
             Fraction(60000, 1001), Fraction(60)]  # fmt: skip
CLOCKS = [Fraction(1, 1000), Fraction(1, 600), Fraction(1, 90_000), Fraction(1, 15_360), Fraction(1, 10**9)]


@given(st.sampled_from(BROADCAST), st.sampled_from(CLOCKS), st.integers(2, 4000), st.integers(-1000, 1000))
def test_constant_rate_survives_a_coarse_clock(rate: Fraction, clock: Fraction, frames: int, start: int) -> None:
    ticks = [start + round(number / rate / clock) for number in range(frames)]
    assert rate_of(ticks, clock, [rate]) == (rate, True)


def test_wrong_declared_rate_is_not_believed() -> None:
    ticks = [round(number * 1000 / 30) for number in range(90)]
    assert rate_of(ticks, Fraction(1, 1000), [Fraction(60), Fraction(1000)]) == (30, True)


def test_rate_without_declaration_is_found_by_an_hour_of_milliseconds() -> None:
    rate = Fraction(30000, 1001)
    ticks = [round(number / rate * 1000) for number in range(108_000)]
    assert rate_of(ticks, Fraction(1, 1000), []) == (rate, True)


def test_one_dropped_frame_makes_the_rate_variable() -> None:
    ticks = [number for number in range(100) if number != 50]
    rate, constant = rate_of(ticks, Fraction(1, 25), [Fraction(25)], last=1)
    assert not constant
    assert rate == Fraction(99, 4)


@pytest.mark.parametrize(("declared", "last", "rate"), [([Fraction(30)], 0, 30), ([], 2, Fraction(25, 2)), ([], 0, 25)])
def test_single_frame(declared: list[Fraction], last: int, rate: Fraction) -> None:
    assert rate_of([7], Fraction(1, 25), declared, last) == (rate, True)
