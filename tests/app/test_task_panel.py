"""The foot of the window: one row for work that is wanted, none for what something newer has taken the place of."""

import pytest
from pytestqt.qtbot import QtBot

from app.notify import Notifier
from app.panels.tasks import TaskPanel
from app.tasks import Tasks
from app.worker import GpuWorker
from core.job import Job, Progress


def nothing() -> Job[None]:
    yield Progress(0, 1, "faces")


@pytest.fixture
def waiting(qtbot: QtBot) -> tuple[Tasks, TaskPanel]:
    """Tasks that only wait: their worker was never started."""
    tasks = Tasks(GpuWorker(), Notifier(lambda: ""))
    panel = TaskPanel(tasks)
    qtbot.addWidget(panel)
    return tasks, panel


def test_work_that_is_superseded_has_no_row_while_it_waits_for_its_end(waiting: tuple[Tasks, TaskPanel]) -> None:
    tasks, panel = waiting
    for _ in range(9):  # as each step of a drag asks for its own
        newest = tasks.run("Preparing", nothing(), lambda _: None)
        assert len(panel.rows) == 1
        newest.cancel()


def test_what_a_person_has_stopped_says_so_until_it_has_ended(waiting: tuple[Tasks, TaskPanel]) -> None:
    tasks, panel = waiting
    stopped = tasks.run("Exporting", nothing(), lambda _: None)
    panel.rows[0]._cancel.click()
    assert stopped.cancelled
    tasks.run("Preparing", nothing(), lambda _: None)
    assert [row.facts for row in panel.rows] == ["Stopping …", "Waiting …"]
    tasks.ended.emit(stopped)
    assert [row.facts for row in panel.rows] == ["Waiting …"]
