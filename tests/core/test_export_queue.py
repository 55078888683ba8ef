"""Exports wait, run one at a time, and end in one of three ways."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.export_queue import Export, ExportQueue, Fault, State, new_export
from core.report import ExportReport
from tests.factories import make_project

REPORT = ExportReport(Path("/films/a.mp4"), Fraction(25), 100, 80, 20, (), (), {"whole": 2.0})


def queue_of(*names: str) -> ExportQueue:
    return ExportQueue(tuple(Export(name, make_project(), Path(f"/films/{name}.mp4")) for name in names))


def names(queue: ExportQueue) -> str:
    return "".join(export.id for export in queue.exports)


def test_the_first_that_waits_is_next_and_only_one_runs() -> None:
    queue = queue_of("a", "b").begin("a", 5.0)
    assert queue.next is None
    assert queue.running is not None
    assert (queue.running.id, queue.running.began) == ("a", 5.0)
    with pytest.raises(ValueError, match="at once"):
        queue.begin("b", 6.0)
    queue = queue.done("a", REPORT)
    assert queue.find("a").report is REPORT
    assert queue.next is not None
    assert queue.next.id == "b"
    assert replace(queue, held=True).next is None


def test_one_place_is_written_by_one_unfinished_export() -> None:
    queue = queue_of("a", "b")
    other = new_export(make_project(), Path("/films/a.mp4"))
    with pytest.raises(ValueError, match=r"a\.mp4"):
        queue.add(other)
    queue = queue.stopped("a").add(other)
    with pytest.raises(ValueError, match=r"a\.mp4"):
        queue.again("a")
    assert queue.done(other.id, REPORT).again("a").find("a").state is State.WAITING


def test_again_forgets_what_came_of_it() -> None:
    queue = queue_of("a").begin("a", 5.0).failed("a", Fault("No room.", "Free some."))
    assert queue.find("a").fault == Fault("No room.", "Free some.")
    assert queue.again("a") == queue_of("a")


def test_what_runs_is_not_removed() -> None:
    queue = queue_of("a", "b").begin("a", 5.0)
    with pytest.raises(ValueError, match="stopped first"):
        queue.removed("a")
    assert names(queue.stopped("a").removed("a")) == "b"
    with pytest.raises(KeyError):
        queue.removed("z")


@given(st.sampled_from("abcd"), st.integers(-5, 5))
def test_moving_keeps_all_and_the_order_of_the_others(name: str, by: int) -> None:
    queue = queue_of(*"abcd")
    moved = names(queue.moved(name, by))
    assert sorted(moved) == list("abcd")
    assert moved.replace(name, "") == "abcd".replace(name, "")
    assert moved.index(name) == min(max("abcd".index(name) + by, 0), 3)
