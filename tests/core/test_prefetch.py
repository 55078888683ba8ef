"""Reading ahead changes neither order nor errors, stays within its bound, and ends with its reader."""

import threading
from collections.abc import Iterator

import pytest

from core.job import Progress, run
from core.prefetch import prefetch


def test_order_is_kept() -> None:
    assert list(prefetch(iter(range(1000)), 4)) == list(range(1000))


def test_an_error_is_raised_at_its_place() -> None:
    def source() -> Iterator[int]:
        yield 1
        raise RuntimeError("here")

    seen = []
    with pytest.raises(RuntimeError, match="here"):
        seen.extend(prefetch(source(), 8))


def test_no_more_than_asked_for_is_held_ready() -> None:
    made: list[int] = []

    def source() -> Iterator[int]:
        for i in range(100):
            made.append(i)
            yield i

    reader = prefetch(source(), 3)
    assert next(reader) == 0
    threading.Event().wait(0.2)
    assert len(made) <= 6
    reader.close()  # type: ignore[attr-defined]


def test_closing_runs_the_sources_finally_and_ends_the_thread() -> None:
    closed = []

    def source() -> Iterator[int]:
        try:
            while True:
                yield 1
        finally:
            closed.append(threading.current_thread().name)

    before = threading.active_count()
    reader = prefetch(source(), 2)
    next(reader)
    reader.close()  # type: ignore[attr-defined]
    assert closed == ["prefetch"]
    assert threading.active_count() == before


def test_run_returns_the_result_and_reports_every_step() -> None:
    def job() -> Iterator[Progress]:
        yield Progress(1, 2)
        yield Progress(2, 2)
        return "done"

    seen: list[int] = []
    assert run(job(), lambda progress: seen.append(progress.done)) == "done"  # type: ignore[arg-type]
    assert seen == [1, 2]


def test_run_closes_the_job_when_the_watcher_raises() -> None:
    ended = []

    def job() -> Iterator[Progress]:
        try:
            yield Progress(1, 2)
        finally:
            ended.append(True)

    def watcher(_: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(job(), watcher)  # type: ignore[arg-type]
    assert ended == [True]
