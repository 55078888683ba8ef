"""The report counts every frame once and names every range that stayed as it was."""

from fractions import Fraction
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.dub import FrameResult, Kind, Outcome
from core.report import ExportReport, PassedRange, Tally

IMAGE = np.zeros((2, 2, 3), np.uint8)
outcomes = st.lists(
    st.one_of(
        st.just(Outcome("a", Kind.DUBBED)),
        st.just(Outcome("a", Kind.ORIGINAL)),
        st.sampled_from(["no face", "head turned too far"]).map(lambda why: Outcome("a", Kind.PASSED, why)),
    ),
    max_size=2,
).map(tuple)


def result(number: int, found: tuple[Outcome, ...]) -> FrameResult:
    return FrameResult(number, IMAGE, None, found)


@given(st.lists(outcomes, max_size=60))
def test_ranges_cover_exactly_the_passed_frames(found: list[tuple[Outcome, ...]]) -> None:
    tally = Tally()
    tally.count(result(number, one) for number, one in enumerate(found))
    wanted = {(n, o.reason) for n, one in enumerate(found) for o in one if o.kind is Kind.PASSED}
    covered = [(n, p.reason) for p in tally.ranges() for n in range(p.start, p.stop)]
    assert sorted(covered) == sorted(wanted)
    assert tally.frames == len(found)
    assert tally.dubbed == sum(any(o.kind is Kind.DUBBED for o in one) for one in found)


def test_neighbours_are_one_range_and_gaps_two() -> None:
    tally = Tally()
    passed = (Outcome("a", Kind.PASSED, "no face"),)
    tally.count(result(n, passed if n in (3, 4, 5, 8) else ()) for n in range(10))
    assert tally.ranges() == (PassedRange(3, 6, "no face"), PassedRange(8, 9, "no face"))


def test_text_names_reason_and_place() -> None:
    passed = (PassedRange(50, 75, "no face"),)
    report = ExportReport(Path("o.mp4"), Fraction(25), 100, 60, 15, passed, (), {"whole": 2.0})
    assert "25 of 100 frames stay as they were: no face" in report.as_text()
    assert "00:00:02:00 – 00:00:03:00" in report.as_text()
    assert report.as_json()["frames_per_second"] == 50
