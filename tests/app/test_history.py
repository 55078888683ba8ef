"""The dock of the history: every step by name, the present one marked, and a click or Enter goes there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.document import Document
from app.panels.history import HistoryPanel
from core import edit
from core.project import Look
from tests.factories import make_project


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    document = Document(make_project())
    for name, value in (("Feather", 0.3), ("Strength", 0.4), ("Hold", 0.5)):
        document.edit(name, edit.set_look("c0", Look(feather=value)))
    return document


@pytest.fixture
def panel(document: Document, qtbot: QtBot) -> HistoryPanel:
    panel = HistoryPanel(document)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def shown(panel: HistoryPanel) -> list[str]:
    return [panel.steps.item(row).text().strip() for row in range(panel.steps.count())]


def told(panel: HistoryPanel) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [panel.steps.item(row).data(role) for row in range(panel.steps.count())]


def test_the_present_step_is_marked_by_more_than_colour(panel: HistoryPanel, document: Document) -> None:
    assert shown(panel) == ["As opened", "Feather", "Strength", "▸ Hold"]
    document.undo()
    assert shown(panel) == ["As opened", "Feather", "▸ Strength", "Hold"]
    assert told(panel) == ["As opened", "Feather", "Strength, present state", "Hold, taken back"]


def test_a_click_goes_to_the_state_after_a_step(panel: HistoryPanel, document: Document, qtbot: QtBot) -> None:
    first = panel.steps.visualItemRect(panel.steps.item(1)).center()
    with qtbot.waitSignal(document.changed):
        QTest.mouseClick(panel.steps.viewport(), Qt.MouseButton.LeftButton, pos=first)
    assert document.project.clips[0].look.feather == 0.3
    assert (document.undo_text, document.redo_text) == ("Feather", "Strength")


def test_keys_walk_and_enter_goes(panel: HistoryPanel, document: Document) -> None:
    last = document.project
    for _ in range(3):
        QTest.keyClick(panel.steps, Qt.Key.Key_Up)
    assert document.project is last, "walking the list changes nothing"
    QTest.keyClick(panel.steps, Qt.Key.Key_Return)
    assert document.project == make_project()
    assert document.is_saved
    QTest.keyClick(panel.steps, Qt.Key.Key_End)
    QTest.keyClick(panel.steps, Qt.Key.Key_Return)
    assert document.project is last


def test_a_new_edit_after_going_back_forgets_what_was_taken_back(panel: HistoryPanel, document: Document) -> None:
    document.go(1)
    document.edit("Trim", edit.set_face("c0", 3))
    assert shown(panel) == ["As opened", "Feather", "▸ Trim"]


def test_a_hidden_list_catches_up(panel: HistoryPanel, document: Document) -> None:
    panel.hide()
    document.edit("Trim", edit.set_face("c0", 3))
    panel.show()
    assert shown(panel)[-1] == "▸ Trim"


def test_a_step_that_is_not_there_is_an_error(document: Document) -> None:
    with pytest.raises(IndexError):
        document.go(9)
    with pytest.raises(IndexError):
        document.go(-1)
