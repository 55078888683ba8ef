"""The pages about this machine and this program: what they say, and what their buttons do."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app import commands
from app.application import Application
from app.panels.about import AboutPage, LicencesPage, changelog
from app.panels.check import CheckPage
from app.panels.first_steps import FirstStepsPage
from app.panels.licence import LicenceDialog
from app.panels.weights import WeightsPage
from app.settings import load_settings
from app.upkeep import Page
from core.licences import Licence
from core.selfcheck import Finding
from core.version import version
from tests.app.fake_upkeep import LICENCE
from tests.app.fakes import FakeWork


def texts(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


@pytest.fixture
def first(application: Application, qtbot: QtBot) -> FirstStepsPage:
    page = application.pages.show(Page.FIRST_STEPS)
    assert isinstance(page, FirstStepsPage)
    qtbot.waitUntil(lambda: "processor" in page.machine.text())
    return page


def test_first_steps_are_shown_once(application: Application) -> None:
    application.welcome()
    page = application.pages.made[Page.FIRST_STEPS]
    assert page.isVisible()
    page.close()
    application.welcome()
    assert not page.isVisible()
    assert load_settings()[0].welcomed


def test_first_steps_say_what_is_ready_and_what_can_be_had(first: FirstStepsPage) -> None:
    assert "9.0 of 16.0 GB" in first.machine.text()
    assert first.instant.text().startswith("Ready.")
    assert "3.00 GB are to be fetched once: 4 min over a line of 100 Mbit/s, 40 min" in first.musetalk.text()
    assert "That fits here." in first.musetalk.text()
    assert LICENCE in first.licence.text()
    assert "Dub only faces and voices that you may use" in texts(first)


def test_an_engine_that_is_here_is_not_offered(application: Application, fake_work: FakeWork, qtbot: QtBot) -> None:
    fake_work.upkeep.ready = True
    page = application.pages.show(Page.FIRST_STEPS)
    assert isinstance(page, FirstStepsPage)
    qtbot.waitUntil(lambda: page.musetalk.text().startswith("Ready."))
    assert not page.get.isVisible()


def test_musetalk_is_fetched_whole_after_its_licences(
    first: FirstStepsPage, application: Application, fake_work: FakeWork, qtbot: QtBot
) -> None:
    fake_work.upkeep.place("sd-vae-ft-mse", folder=None)
    first.get.click()
    page = application.pages.made[Page.WEIGHTS]
    assert isinstance(page, WeightsPage)
    qtbot.waitUntil(lambda: bool(page.findChildren(LicenceDialog)))
    page.findChildren(LicenceDialog)[0].accept()
    qtbot.waitUntil(lambda: page._running == {} and not page.whole.isVisible())
    assert fake_work.upkeep.log == ["fetch musetalk-1.5", "fetch sd-vae-ft-mse"]


def test_the_demo_is_opened_and_written_under_a_free_name(
    first: FirstStepsPage, application: Application, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "films_folder", lambda: tmp_path)
    (tmp_path / "dubwright-demo.mp4").touch()
    written: list[Path] = []
    monkeypatch.setattr(application.commands, "export_to", lambda _, out: written.append(out))
    first.demo.click()
    qtbot.waitUntil(lambda: bool(written))
    assert written == [tmp_path / "dubwright-demo-2.mp4"]
    assert application.commands.can_dub
    assert not first.isVisible()


@pytest.fixture
def check(application: Application, qtbot: QtBot, fake_work: FakeWork) -> CheckPage:
    bad = Finding("cache", "/cache", "It cannot be written.", "Allow it.", stops=True)
    odd = Finding("microphone", "none", "No microphone was found.", "Plug one in.")
    fake_work.upkeep.findings = [Finding("processor", "a processor", remedy="unasked"), odd, bad]
    page = application.pages.show(Page.CHECK)
    assert isinstance(page, CheckPage)
    qtbot.waitUntil(lambda: page._checkup is not None)
    return page


def test_faults_come_first_each_with_its_remedy_and_a_word(check: CheckPage) -> None:
    told = [label.text() for label in check.rows.findChildren(QLabel) if label.text()]
    assert told.index("Cache") < told.index("Microphone") < told.index("Processor")
    assert "/cache\nIt cannot be written.\nAllow it." in told
    assert {"stops a dub", "could be better", "OK"} <= set(told)
    assert "unasked" not in texts(check)
    assert "cannot work here yet" in check.summary.text()


def test_what_was_found_can_be_copied_and_looked_for_again(check: CheckPage, fake_work: FakeWork, qtbot: QtBot) -> None:
    check.copy.click()
    assert "STOP  cache" in QGuiApplication.clipboard().text()
    fake_work.upkeep.findings = [Finding("processor", "a processor")]
    check.again.click()
    qtbot.waitUntil(lambda: check.summary.text() == "All is well.")


def test_the_about_box_tells_version_and_changes(application: Application) -> None:
    page = application.pages.show(Page.ABOUT)
    assert isinstance(page, AboutPage)
    assert f"Dubwright {version()}" in page.told.text()
    assert "A window" in page.changes.toPlainText()
    assert changelog().startswith("# Changelog")


def test_the_words_of_every_licence_can_be_read_and_found(qtbot: QtBot) -> None:
    parts = (Licence("dubwright", "1", "MIT", "words of MIT"), Licence("codec", "2", "GPL-3.0", ""))
    page = LicencesPage(parts, None)  # type: ignore[arg-type] # a window of its own
    qtbot.addWidget(page)
    page.show()
    assert page.text.toPlainText() == "words of MIT"
    page.search.setText("gpl")
    hidden = [page.list.item(row).isHidden() for row in range(2)]
    assert hidden == [True, False]
    page.list.setCurrentRow(1)
    assert "no text" in page.text.toPlainText()


def test_real_parts_are_listed(application: Application) -> None:
    page = application.pages.show(Page.LICENCES)
    assert isinstance(page, LicencesPage)
    assert page.list.count() > 20
    assert "MIT License" in page.text.toPlainText()


@pytest.mark.parametrize("page", list(Page))
def test_every_page_opens_from_the_menu_has_names_and_closes_with_escape(
    application: Application, page: Page, qtbot: QtBot
) -> None:
    application.window.actions_by_id[page.name.lower()].trigger()
    dialog = application.pages.made[page]
    assert isinstance(dialog, QDialog)
    assert dialog.isVisible()
    qtbot.wait(20)
    nameless = [
        each
        for each in dialog.findChildren(QAbstractButton)
        if each.isVisible() and not each.accessibleName() and isinstance(each, QPushButton)
    ]
    assert nameless == []
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_page_that_is_asked_for_again_is_the_same_one(application: Application) -> None:
    first = application.pages.show(Page.WEIGHTS)
    first.close()
    assert application.pages.show(Page.WEIGHTS) is first


def test_the_check_ends_when_nobody_waits(check: CheckPage, fake_work: FakeWork, qtbot: QtBot) -> None:
    check.check()
    check.close()
    assert check._task is not None
    assert check._task.cancelled
    assert replace(fake_work.upkeep).log.count("check") >= 1
