"""Which pictures are made."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from core.live.pace import SLOWEST, Pace


def lived(pace: Pace, cost: float, seconds: float, now: float = 0.0) -> tuple[list[tuple[int, float]], list[str]]:
    """Numbers made and how late each was, on a machine that takes `cost` seconds for a picture; what was told."""
    made, told, end = [], [], now + seconds
    while now < end:
        number = pace.due(now)
        if number is None:
            now += 0.002
            continue
        now += cost
        made.append((number, now - pace.time_of(number)))
        if notice := pace.spent(cost):
            told.append(notice)
    return made, told


def test_a_fast_machine_makes_every_picture() -> None:
    made, told = lived(Pace(Fraction(25)), 0.02, 10)
    assert [number for number, _ in made] == list(range(len(made)))
    assert len(made) >= 249
    assert told == []


@given(cost=st.floats(0.001, 1.0))
def test_lateness_is_bounded_whatever_a_picture_takes(cost: float) -> None:
    pace = Pace(Fraction(25))
    made, _ = lived(pace, cost, 20)
    numbers = [number for number, _ in made]
    assert numbers == sorted(set(numbers))
    assert max(late for _, late in made) <= 2 * cost + 2 * SLOWEST / 25 + 0.01


def test_a_slow_machine_makes_every_second_picture_and_later_all_again() -> None:
    pace = Pace(Fraction(25))
    _, told = lived(pace, 0.06, 6)
    assert pace.divider == 2
    assert "12.5" in told[0]
    _, told = lived(pace, 0.01, 12, now=6.0)
    assert pace.divider == 1
    assert "25 " in told[-1]


def test_a_machine_at_the_edge_does_not_swing() -> None:
    pace, told, now = Pace(Fraction(25)), 0, 0.0
    for _ in range(60):  # too slow for 25 whenever 25 are made, fast enough for 12.5
        _, notices = lived(pace, 0.05 if pace.divider == 1 else 0.012, 2, now)
        told, now = told + len(notices), now + 2
    assert told < 16
