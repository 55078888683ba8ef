"""Newest picture first, then tasks in order; everything told on the window's thread, nothing lost."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QElapsedTimer
from pytestqt.qtbot import QtBot

from app.worker import PREPARING, GpuWorker, Task
from core.job import Job, Progress
from tests.app.heartbeat import calmest


def counting(steps: int, log: list[str], pause: float = 0.0) -> Job[str]:
    try:
        for done in range(1, steps + 1):
            time.sleep(pause)
            yield Progress(done, steps)
        return "result"
    finally:
        log.append("closed")


def once(value: int, pause: float = 0.0) -> Job[int]:
    time.sleep(pause)
    return value
    yield


def unexpected(error: Exception) -> None:
    raise AssertionError from error


def test_result_and_last_progress_arrive(worker: GpuWorker, qtbot: QtBot) -> None:
    log: list[str] = []
    seen: list[Progress] = []
    out: list[str] = []
    worker.submit(Task(counting(50, log), unexpected, on_done=out.append, on_progress=seen.append))
    qtbot.waitUntil(lambda: out == ["result"])
    assert seen[-1].done == 50
    assert log == ["closed"]


def test_progress_is_thinned_out(worker: GpuWorker, qtbot: QtBot) -> None:
    seen: list[Progress] = []
    out: list[str] = []
    worker.submit(Task(counting(2000, [], 0.0001), unexpected, on_done=out.append, on_progress=seen.append))
    qtbot.waitUntil(lambda: bool(out), timeout=10_000)
    assert 2 <= len(seen) < 200


def test_a_notice_is_never_thinned_out(worker: GpuWorker, qtbot: QtBot) -> None:
    def warning() -> Job[None]:
        for done in range(1, 500):
            yield Progress(done, 500, notice=f"n{done}" if done % 100 == 0 else "")

    notices: list[str] = []
    out: list[object] = []
    worker.submit(Task(warning(), unexpected, out.append, lambda p: notices.append(p.notice) if p.notice else None))
    qtbot.waitUntil(lambda: bool(out))
    assert notices == ["n100", "n200", "n300", "n400"]


def test_everything_is_told_on_this_thread(worker: GpuWorker, qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    worker.request(Task(once(1), unexpected, on_done=lambda _: threads.append(threading.current_thread())))
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.main_thread()]


def test_cancel_closes_the_job_before_it_is_told(worker: GpuWorker, qtbot: QtBot) -> None:
    log: list[str] = []
    seen: list[Progress] = []
    cancelled: list[list[str]] = []
    task = Task(
        counting(10_000, log, 0.001), unexpected, on_progress=seen.append, on_cancelled=lambda: cancelled.append([*log])
    )
    worker.submit(task)
    qtbot.waitUntil(lambda: bool(seen))
    task.cancel()
    qtbot.waitUntil(lambda: bool(cancelled), timeout=1000)
    assert cancelled == [["closed"]]


def test_a_cancelled_task_that_waits_never_begins(worker: GpuWorker, qtbot: QtBot) -> None:
    began: list[str] = []
    cancelled: list[bool] = []
    first = Task(counting(10_000, [], 0.001), unexpected)
    second = Task(counting(1, began), unexpected, on_cancelled=lambda: cancelled.append(True))
    worker.submit(first)
    worker.submit(second)
    second.cancel()
    first.cancel()
    qtbot.waitUntil(lambda: bool(cancelled))
    assert began == []


def test_an_error_is_told_and_the_next_task_runs(worker: GpuWorker, qtbot: QtBot) -> None:
    def bad() -> Job[None]:
        yield Progress(1, 2)
        raise ValueError("no face")

    errors: list[Exception] = []
    out: list[str] = []
    worker.submit(Task(bad(), errors.append))
    worker.submit(Task(counting(1, []), unexpected, on_done=out.append))
    qtbot.waitUntil(lambda: out == ["result"])
    assert [str(error) for error in errors] == ["no face"]


def test_preparing_goes_before_usual_work_and_keeps_its_own_order(worker: GpuWorker, qtbot: QtBot) -> None:
    ended: list[str] = []
    gate = threading.Event()

    def named(name: str) -> Job[str]:
        gate.wait(5)
        yield Progress(1, 2)
        return name

    for name, rank in (("export", 1), ("open", PREPARING), ("second", 1), ("ready", PREPARING)):
        worker.submit(Task(named(name), unexpected, on_done=ended.append, rank=rank))
    gate.set()
    qtbot.waitUntil(lambda: len(ended) == 4)
    assert ended == ["open", "ready", "export", "second"]


def test_newest_picture_wins_a_burst(worker: GpuWorker, qtbot: QtBot) -> None:
    shown: list[int] = []
    for index in range(200):
        worker.request(Task(once(index, 0.005), unexpected, on_done=shown.append))
    qtbot.waitUntil(lambda: 199 in shown)
    assert len(shown) < 10
    assert shown == sorted(shown)


def test_a_newer_picture_ends_one_that_is_in_work(worker: GpuWorker, qtbot: QtBot) -> None:
    """At its next step: what it held is given back, and it is not shown."""
    log: list[str] = []
    out: list[object] = []
    worker.request(Task(counting(1000, log, 0.01), unexpected, out.append, on_cancelled=lambda: out.append("left")))
    qtbot.wait(30)
    worker.request(Task(once(2), unexpected, out.append))
    qtbot.waitUntil(lambda: len(out) == 2, timeout=2000)
    assert out == ["left", 2]
    assert log == ["closed"]


def test_pictures_are_served_while_a_task_runs(worker: GpuWorker, qtbot: QtBot) -> None:
    task = Task(counting(10_000, [], 0.02), unexpected)
    worker.submit(task)
    waits = []
    for index in range(10):
        clock, shown = QElapsedTimer(), list[int]()
        clock.start()
        worker.request(Task(once(index), unexpected, on_done=shown.append))
        qtbot.waitUntil(partial(bool, shown))
        waits.append(clock.elapsed())
    task.cancel()
    assert max(waits) < 250


def test_thousands_of_short_tasks_lose_nothing(worker: GpuWorker, qtbot: QtBot) -> None:
    out: list[int] = []
    for index in range(3000):
        worker.submit(Task(once(index), unexpected, on_done=out.append))
    qtbot.waitUntil(lambda: len(out) == 3000, timeout=20_000)
    assert out == list(range(3000))


def test_shut_down_closes_what_runs_and_takes_nothing_more(qtbot: QtBot) -> None:
    log: list[str] = []
    worker = GpuWorker()
    worker.start()
    worker.submit(Task(counting(10_000, log, 0.001), unexpected))
    worker.submit(Task(counting(10, log), unexpected))
    qtbot.wait(50)
    clock = QElapsedTimer()
    clock.start()
    worker.shut_down()
    assert clock.elapsed() < 1000
    assert worker.isFinished()
    assert log == ["closed"]
    worker.submit(Task(counting(1, log), unexpected))
    worker.request(Task(once(1), unexpected))
    assert log == ["closed"]


@pytest.mark.parametrize("busy", ["sleep", "numpy"])
def test_the_window_breathes_while_a_job_runs(worker: GpuWorker, qtbot: QtBot, busy: str) -> None:
    """95 % of the gaps of a 5 ms timer stay within 20 ms."""
    matrix = np.ones((256, 256), np.float32)
    work: Callable[[], object] = (lambda: time.sleep(0.02)) if busy == "sleep" else (lambda: matrix @ matrix)

    def working() -> Job[None]:
        while True:
            work()
            yield Progress(0, 0)

    task = Task(working(), unexpected)
    worker.submit(task)
    kept = calmest(qtbot, 0.5)
    task.cancel()
    assert kept <= 20


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere niceness belongs to programs, not to threads")
def test_the_worker_and_what_it_starts_let_the_window_go_first(worker: GpuWorker, qtbot: QtBot) -> None:
    def look() -> Job[tuple[int, int]]:
        started = subprocess.run(["nice"], capture_output=True, text=True, check=True)
        return os.getpriority(os.PRIO_PROCESS, threading.get_native_id()), int(started.stdout)
        yield

    found: list[tuple[int, int]] = []
    worker.submit(Task(look(), unexpected, on_done=found.append))
    qtbot.waitUntil(lambda: bool(found))
    own = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
    assert found == [(min(own + 5, 19),) * 2]


def test_a_task_that_rests_lets_others_go_on_and_goes_on_itself(worker: GpuWorker, qtbot: QtBot) -> None:
    seen: list[Progress] = []
    out: list[str] = []
    task = Task(counting(10_000, [], 0.001), unexpected, on_progress=seen.append)
    worker.submit(task)
    qtbot.waitUntil(lambda: bool(seen))
    task.hold()
    worker.submit(Task(counting(3, []), unexpected, on_done=out.append))
    qtbot.waitUntil(lambda: out == ["result"])
    reached = seen[-1].done
    task.go_on()
    qtbot.waitUntil(lambda: seen[-1].done > reached)
    task.cancel()


def test_a_task_that_rests_can_be_cancelled(worker: GpuWorker, qtbot: QtBot) -> None:
    log: list[str] = []
    cancelled: list[bool] = []
    task = Task(counting(10_000, log, 0.001), unexpected, on_cancelled=lambda: cancelled.append(True))
    worker.submit(task)
    qtbot.wait(20)
    task.hold()
    qtbot.wait(20)
    task.cancel()
    qtbot.waitUntil(lambda: bool(cancelled), timeout=1000)
    assert log == ["closed"]
