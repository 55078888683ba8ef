"""The cache in the settings: its place, its limit, its room, and the button that clears it."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from app.application import Application
from app.cache_place import CachePlace
from app.panels.settings import SettingsPage
from app.settings import Settings, load_settings, save_settings
from app.upkeep import Page
from core.cache import LIMIT, limit
from core.paths import CACHE, cache_folder
from tests.app.fakes import FakeDialogs, FakeSpeakers, FakeWork, end

ROOM = "8.2 GB of at most 40.0 GB; 120.0 GB are free on this disk."


@pytest.fixture(autouse=True)
def nothing_is_fixed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The environment says nothing, and the usual place is one of the test's own."""
    monkeypatch.delenv(CACHE)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "usual"))
    yield
    os.environ.pop(CACHE, None)
    os.environ.pop(LIMIT, None)


@pytest.fixture
def page(application: Application, qtbot: QtBot) -> SettingsPage:
    page = application.pages.show(Page.SETTINGS)
    assert isinstance(page, SettingsPage)
    qtbot.waitUntil(lambda: "GB" in page.cache.told.text())
    return page


def answer(page: SettingsPage, button: str, qtbot: QtBot) -> str:
    """Press the button, answer the question that comes, and return what it said."""
    page.cache.clear.click()
    box = page.findChild(QMessageBox)
    assert box is not None
    told = box.informativeText()
    next(each for each in box.findChildren(QPushButton) if each.text().replace("&", "") == button).click()
    return told


def test_the_page_says_where_the_cache_is_and_how_large(page: SettingsPage) -> None:
    assert page.cache.told.text().split("\n") == ["/cache", ROOM, "Trainings keep 400 MB more there."]


def test_clearing_asks_first_and_says_what_stays(page: SettingsPage, fake_work: FakeWork, qtbot: QtBot) -> None:
    told = answer(page, "Cancel", qtbot)
    assert "projects" in told
    assert "what is open or runs now stay" in told
    assert "clear cache" not in fake_work.upkeep.log


def test_clearing_tells_what_came_of_it(
    page: SettingsPage, application: Application, fake_work: FakeWork, qtbot: QtBot
) -> None:
    answer(page, "Clear", qtbot)
    qtbot.waitUntil(lambda: page.cache.told.text().split("\n")[1].startswith("200 MB of"))
    assert application.window.messages.text == "8.0 GB were removed. 200 MB stay, as they are in use."


def test_a_cache_that_cannot_be_cleared_is_told_on_the_page(
    page: SettingsPage, fake_work: FakeWork, qtbot: QtBot
) -> None:
    fake_work.upkeep.cache_fault = "The cache /cache cannot be cleared."
    answer(page, "Clear", qtbot)
    qtbot.waitUntil(lambda: page.messages.text == "Error: The cache /cache cannot be cleared.")
    assert page.cache.clear.isEnabled()


def test_the_limit_holds_as_soon_as_the_page_is_closed(page: SettingsPage, fake_work: FakeWork, qtbot: QtBot) -> None:
    page.controls["cache_gb"].changed(7)
    assert limit() == 7e9
    assert "hold cache" not in fake_work.upkeep.log
    page.close()
    qtbot.waitUntil(lambda: "hold cache" in fake_work.upkeep.log)


def choose(page: SettingsPage, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    next(each for each in page.findChildren(QPushButton) if each.text() == "Choose …").click()


def test_another_folder_is_used_from_the_next_start_on(
    page: SettingsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(page, tmp_path / "other", monkeypatch)
    assert load_settings()[0].cache == tmp_path / "other"
    assert cache_folder() == tmp_path / "usual" / "dubwright"
    place = CachePlace(load_settings()[0])
    assert cache_folder() == tmp_path / "other"
    place.close()
    assert cache_folder() == tmp_path / "usual" / "dubwright"


def test_a_folder_that_cannot_be_written_is_refused(
    page: SettingsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    choose(page, tmp_path / "file" / "cache", monkeypatch)
    assert page.messages.text.startswith(f"Error: The folder {tmp_path / 'file' / 'cache'} cannot be written")
    assert load_settings()[0].cache is None


@pytest.fixture
def start(qapp: QApplication) -> Iterator[Callable[[Settings], Application]]:
    """Start the program with settings."""
    made: list[Application] = []

    def begin(settings: Settings) -> Application:
        save_settings(settings)
        made.append(Application(qapp, FakeWork().work(), FakeDialogs(), speakers=FakeSpeakers()))  # type: ignore[arg-type] # as in the fixture `application`
        return made[-1]

    yield begin
    for application in made:
        end(application)


def test_a_chosen_folder_that_has_gone_is_told_and_the_usual_one_used(
    start: Callable[[Settings], Application], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    gone = tmp_path / "file" / "cache"
    application = start(Settings(cache=gone))
    assert application.window.messages.text.startswith(f"Note: The folder {gone} cannot be written")
    assert cache_folder() == tmp_path / "usual" / "dubwright"


def test_what_the_environment_says_comes_first_and_is_told(
    start: Callable[[Settings], Application], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CACHE, str(tmp_path / "said"))
    monkeypatch.setenv(LIMIT, "3")
    application = start(replace(Settings(), cache=tmp_path / "preferred", cache_gb=90))
    page = application.pages.show(Page.SETTINGS)
    assert isinstance(page, SettingsPage)
    assert (cache_folder(), limit()) == (tmp_path / "said", 3e9)
    for name, variable in (("cache", CACHE), ("cache_gb", LIMIT)):
        assert not page.controls[name].input.isEnabled()
        assert variable in page.controls[name].help.text()
