"""The page of weights: seen, fetched, stopped, verified, imported and removed without a command line."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from huggingface_hub.utils import close_session
from PySide6.QtWidgets import QMessageBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.application import Application
from app.notify import Notifier
from app.panels.licence import LicenceDialog
from app.panels.weights import WeightsPage
from app.tasks import Tasks
from app.upkeep import Page, real_upkeep
from app.worker import GpuWorker
from core.job import Job, Progress
from tests.app.fake_upkeep import LICENCE
from tests.app.fakes import FakeWork
from tests.core.weights_catalogue import BIG, hub, own_places, table, thing, use_catalogue
from tests.hub import FakeHub

__all__ = ["hub", "own_places", "thing"]


@pytest.fixture
def page(application: Application, qtbot: QtBot) -> WeightsPage:
    application.commands.show_page(Page.WEIGHTS)
    page = application.pages.made[Page.WEIGHTS]
    assert isinstance(page, WeightsPage)
    qtbot.waitUntil(lambda: page.table.rowCount() > 0)
    return page


def row(page: WeightsPage, name: str) -> list[str]:
    names = [entry.set.name for entry in page._entries]
    items = [page.table.item(names.index(name), column) for column in range(4)]
    return [item.text() for item in items if item is not None]


def press(page: WeightsPage, kind: type, name: str) -> None:
    (found,) = (box for box in page.findChildren(kind) if box.isVisible())
    button = next(each for each in found.findChildren(QPushButton) if each.text().replace("&", "") == name)
    button.click()


def test_a_set_tells_size_state_and_licence(page: WeightsPage) -> None:
    assert row(page, "musetalk-1.5") == ["Title of musetalk-1.5: more", "MuseTalk", "3.00 GB", "not here"]
    assert row(page, "instant")[3] == "part of Dubwright"
    assert row(page, "taesd")[1] == "MuseTalk, if chosen"
    page.choose("musetalk-1.5")
    assert LICENCE in page.facts.text()


def test_only_what_can_be_done_is_offered(page: WeightsPage) -> None:
    def offered(name: str) -> tuple[bool, bool, bool]:
        page.choose(name)
        return page.get.isEnabled(), page.verify.isEnabled(), page.remove.isEnabled()

    assert offered("instant") == (False, True, False)
    assert offered("musetalk-1.5") == (True, False, False)
    assert offered("musetalk-1.0") == (False, True, True)


def test_nothing_is_fetched_before_the_licence_is_accepted(
    page: WeightsPage, fake_work: FakeWork, qtbot: QtBot
) -> None:
    page.choose("musetalk-1.5")
    page.get.click()
    (dialog,) = page.findChildren(LicenceDialog)
    text = dialog.findChild(QPlainTextEdit)
    assert isinstance(text, QPlainTextEdit)
    assert LICENCE in text.toPlainText()
    press(page, LicenceDialog, "Cancel")
    assert fake_work.upkeep.log == []
    dialog.setParent(None)
    page.get.click()
    press(page, LicenceDialog, "Accept and get")
    qtbot.waitUntil(lambda: row(page, "musetalk-1.5")[3] == "here")
    assert "here and whole" in page.messages.text


def test_verifying_tells_whether_every_byte_is_right(page: WeightsPage, fake_work: FakeWork, qtbot: QtBot) -> None:
    page.choose("musetalk-1.0")
    page.verify.click()
    qtbot.waitUntil(lambda: "is whole" in page.messages.text)
    fake_work.upkeep.fault = "unet.pth is damaged."
    qtbot.waitUntil(page.verify.isEnabled)
    page.verify.click()
    qtbot.waitUntil(lambda: "unet.pth is damaged." in page.messages.text)


def test_removing_asks_first(page: WeightsPage, fake_work: FakeWork, qtbot: QtBot) -> None:
    page.choose("musetalk-1.0")
    page.remove.click()
    press(page, QMessageBox, "Cancel")
    assert fake_work.upkeep.log == []
    qtbot.waitUntil(lambda: page.findChildren(QMessageBox) == [])
    page.remove.click()
    press(page, QMessageBox, "Remove")
    qtbot.waitUntil(lambda: row(page, "musetalk-1.0")[3] == "not here")


def test_a_folder_is_imported_and_one_without_weights_is_told(page: WeightsPage, qtbot: QtBot) -> None:
    page.bring_now(Path("/empty"))
    qtbot.waitUntil(lambda: "no weights in it" in page.messages.text)
    page.bring_now(Path("/models"))
    qtbot.waitUntil(lambda: row(page, "taesd")[3] == "imported")


def test_fetching_keeps_no_other_work_waiting(page: WeightsPage, fake_work: FakeWork, qtbot: QtBot) -> None:
    application = page.parent()

    def endless() -> Job[None]:
        while True:
            time.sleep(0.01)
            yield Progress(1, 100, "fetching")

    fake_work.upkeep.fetching = endless
    page.get_now("musetalk-1.5")
    qtbot.waitUntil(lambda: bool(page._running))
    assert application is not None
    application._commands.take_film(Path("/films/film.mp4"))  # type: ignore[attr-defined] # the main window
    qtbot.waitUntil(lambda: application._commands.has_film)  # type: ignore[attr-defined]
    assert page._running


@pytest.fixture
def real(qtbot: QtBot, thing: Path, hub: FakeHub) -> Iterator[WeightsPage]:
    """The page on the real jobs, with a catalogue of one set."""
    worker = GpuWorker()
    worker.start()
    notifier = Notifier(lambda: "")
    from app.theme import DARK, icon

    errands = Tasks(worker, notifier, worker)
    page = WeightsPage(errands, real_upkeep(), lambda name: icon(name, DARK.text, DARK.disabled), None)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.table.rowCount() == 1)
    yield page
    worker.shut_down()
    hub.over.set()
    close_session()  # it keeps lines open, and the hub a thread for each
    for thread in threading.enumerate():
        if "process_request" in thread.name:
            thread.join(2)  # the hub's own, which may be in the midst of an answer


def stopped(page: WeightsPage, hub: FakeHub, qtbot: QtBot) -> float:
    """Stop a transfer in its middle, of which nothing comes any more; the seconds that this took."""
    hub.stall_after = 1_000_000
    page.get_now("thing")
    qtbot.waitUntil(lambda: hub.sent >= 1_000_000)
    (task,) = page._running.values()
    begun = time.monotonic()
    task.cancel()
    qtbot.waitUntil(lambda: not page._running)
    return time.monotonic() - begun


def test_a_transfer_that_was_stopped_goes_on_where_it_was(real: WeightsPage, hub: FakeHub, qtbot: QtBot) -> None:
    stopped(real, hub, qtbot)
    qtbot.waitUntil(lambda: "begun" in row(real, "thing")[3])
    assert "Go on" in real.get.text()
    hub.stall_after, sent = None, hub.sent
    hub.over.set()
    real.get_now("thing")
    qtbot.waitUntil(lambda: row(real, "thing")[3] == "here")
    assert hub.sent - sent < len(BIG)


@pytest.mark.realtime
def test_a_transfer_is_stopped_within_a_second(real: WeightsPage, hub: FakeHub, qtbot: QtBot) -> None:
    assert stopped(real, hub, qtbot) < 1


def test_a_hub_that_cannot_be_reached_is_told_on_the_page(real: WeightsPage, hub: FakeHub, qtbot: QtBot) -> None:
    hub.error = (503, "")
    real.get_now("thing")
    qtbot.waitUntil(lambda: "503" in real.messages.text)


def test_accepting_the_licence_is_remembered(
    real: WeightsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    use_catalogue(table(extra="ask = true"), tmp_path / "resources", monkeypatch)
    real.get_now("thing")
    qtbot.waitUntil(lambda: row(real, "thing")[3] == "here")
    assert "MIT (nobody)" in (tmp_path / "weights" / "licences.json").read_text(encoding="utf-8")
