"""Every action is one row: named once, reached by menu, no key twice, none without effect."""

from collections import Counter

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QMenu

from app.actions import MENUS, rows
from app.application import Application
from app.panels.key_sheet import KeySheet
from app.theme import ICONS
from app.upkeep import Page


def test_ids_and_names_are_there_once() -> None:
    ids = Counter(row.id for row in rows())
    assert [name for name, count in ids.items() if count > 1] == []
    assert all(row.text for row in rows())


def test_no_key_does_two_things() -> None:
    keys = Counter(QKeySequence(key).toString() for row in rows() for key in row.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_key_is_one_that_qt_knows() -> None:
    assert [key for row in rows() for key in row.keys if not QKeySequence(key).toString()] == []


def test_every_icon_is_there() -> None:
    assert [row.icon for row in rows() if row.icon and not (ICONS / f"{row.icon}.svg").exists()] == []


def test_every_action_is_in_a_menu(application: Application) -> None:
    menus = application.window.menuBar().findChildren(QMenu)
    reached = {action.objectName() for menu in menus for action in menu.actions()}
    assert {row.id for row in rows()} <= reached
    assert len(application.window.menuBar().actions()) == len(MENUS)


@pytest.mark.parametrize("name", [row.id for row in rows()])
def test_actions_that_need_a_film_wait_for_it(application: Application, name: str) -> None:
    free = {"open_film", "import_voice", "open_project", "quit", "dark", "light", "system", "keys"} | {
        page.name.lower() for page in Page
    }
    assert application.window.actions_by_id[name].isEnabled() is (name in free)


def test_menu_names_the_step(dubbing: Application) -> None:
    undo: QAction = dubbing.window.actions_by_id["undo"]
    assert undo.text() == "Undo Import voice"
    undo.trigger()
    assert undo.text() == "Undo Open film"
    assert dubbing.window.actions_by_id["redo"].text() == "Redo Import voice"
    assert undo.iconText() == "Undo"


def test_one_view_and_one_theme_are_ticked(dubbing: Application) -> None:
    actions = dubbing.window.actions_by_id
    for chosen in ("view_wipe", "view_original", "view_dubbed"):
        actions[chosen].trigger()
        ticked = [name for name in ("view_original", "view_dubbed", "view_wipe") if actions[name].isChecked()]
        assert ticked == [chosen]
    actions["light"].trigger()
    assert [name for name in ("dark", "light", "system") if actions[name].isChecked()] == ["light"]
    actions["light"].trigger()
    assert actions["light"].isChecked()


def test_the_sheet_shows_every_action_with_a_key(application: Application) -> None:
    sheet = KeySheet(application.window.actions_by_id.made, application.window)
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    assert {row.text.rstrip(" …") for row in rows() if row.keys} <= shown


def test_the_sheet_names_what_a_key_does_at_all_times(dubbing: Application) -> None:
    dubbing.document.undo()
    assert dubbing.window.actions_by_id["redo"].text() == "Redo Import voice"
    sheet = KeySheet(dubbing.window.actions_by_id.made, dubbing.window)
    shown = [label.text() for label in sheet.findChildren(QLabel)]
    assert {"Undo", "Redo"} <= set(shown)
    assert "Redo Import voice" not in shown


def test_the_sheet_puts_keys_under_their_menus(application: Application) -> None:
    sheet = KeySheet(application.window.actions_by_id.made, application.window)
    heads = [label.text() for label in sheet.findChildren(QLabel) if label.objectName() == "heading"]
    assert heads == ["FILE", "EDIT", "VIEW", "GO", "MARK", "HELP", "DOCKS"]
