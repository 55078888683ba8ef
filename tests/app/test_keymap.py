"""Keys: every preset is free of conflicts, and a key that changes hands has one owner afterwards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from app.application import Application
from app.keymap import _CHANGES, Preset, conflicts, holder, keys_of, with_key
from app.panels.key_editor import KeyEditor
from app.panels.settings import SettingsPage
from app.settings import Settings, load_settings
from app.theme import Scheme
from app.upkeep import Page

TABLES = st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("JKLIO"), max_size=2).map(tuple))


@pytest.mark.parametrize("preset", list(Preset))
def test_no_preset_has_a_key_twice(application: Application, preset: Preset) -> None:
    usual = application.window.actions_by_id.usual_keys
    assert conflicts(keys_of(usual, preset, {})) == {}
    assert set(_CHANGES[preset]) <= set(usual)
    assert all(QKeySequence(key).toString() == key for keys in _CHANGES[preset].values() for key in keys)


@pytest.mark.parametrize("preset", list(Preset))
def test_keys_that_all_editors_share(application: Application, preset: Preset) -> None:
    keys = keys_of(application.window.actions_by_id.usual_keys, preset, {})
    shared = {
        "play": "Space", "shuttle_back": "J", "shuttle_stop": "K", "shuttle_forward": "L", "mark_in": "I",
        "mark_out": "O", "marker": "M", "back": "Left", "forward": "Right", "start": "Home", "end": "End",
        "undo": "Ctrl+Z", "redo": "Ctrl+Shift+Z", "save": "Ctrl+S",
        "to_in": "Shift+I", "to_out": "Shift+O",
    }  # fmt: skip
    assert {name: keys[name][0] for name in shared} == shared


@given(TABLES, st.sampled_from("abcdef"), st.sampled_from("JKLIO"))
def test_a_key_that_is_taken_belongs_to_one(own: dict[str, tuple[str, ...]], name: str, key: str) -> None:
    usual = dict.fromkeys("abcdef", ())
    keys = keys_of(usual, Preset.DUBWRIGHT, own)
    after = keys_of(usual, Preset.DUBWRIGHT, with_key(keys, own, name, key))
    assert after[name] == (key,)
    assert holder(after, key, name) is None
    assert {each: [k for k in keys[each] if k != key] for each in usual if each != name} == {
        each: list(after[each]) for each in usual if each != name
    }


def test_ids_that_are_not_there_are_left_out() -> None:
    assert keys_of({"a": ("J",)}, Preset.PREMIERE, {"gone": ("K",)}) == {"a": ("J",)}


def test_a_conflict_is_told_and_solved(application: Application) -> None:
    actions = application.window.actions_by_id
    editor = KeyEditor(application.commands, actions, application.window)
    editor.choose("timecode")
    editor.key.setKeySequence(QKeySequence("J"))
    assert "J belongs to “Play backwards, faster”" in editor.told.text()
    assert actions["timecode"].shortcut().toString() == "G"
    editor.use.click()
    assert [keys.toString() for keys in actions["timecode"].shortcuts()] == ["J"]
    assert actions["shuttle_back"].shortcuts() == []
    assert load_settings()[0].keys == {"timecode": ("J",), "shuttle_back": ()}
    editor.choose("shuttle_back")
    editor.back.click()
    assert actions["shuttle_back"].shortcut().toString() == "J"
    assert actions["timecode"].shortcuts() == []
    editor.all_back.click()
    assert actions["timecode"].shortcut().toString() == "G"
    editor.deleteLater()


def test_other_keys_do_what_they_say(dubbing: Application) -> None:
    editor = KeyEditor(dubbing.commands, dubbing.window.actions_by_id, dubbing.window)
    editor.presets.chosen.emit(Preset.RESOLVE)
    assert dubbing.window.actions_by_id["zoom_out"].toolTip().endswith("(Ctrl+-)")
    editor.choose("forward")
    editor.key.setKeySequence(QKeySequence("W"))
    editor.use.click()
    editor.deleteLater()
    before = dubbing.preview.playhead
    QTest.keyClick(dubbing.window, Qt.Key.Key_W)
    assert dubbing.preview.playhead == before + 1


def test_a_setting_holds_at_once_and_is_written(application: Application) -> None:
    page = application.pages.show(Page.SETTINGS)
    assert isinstance(page, SettingsPage)
    page.controls["scheme"].changed(Scheme.LIGHT)
    page.controls["count_in"].changed(5)
    assert application.window._theme.name == "light"
    assert application.recording.count_in == 5
    assert load_settings()[0].count_in == 5
    page.reset.click()
    assert application.recording.count_in == Settings().count_in
    assert load_settings()[0].scheme is Settings().scheme


def test_every_field_that_is_told_has_a_control(application: Application) -> None:
    page = application.pages.show(Page.SETTINGS)
    assert isinstance(page, SettingsPage)
    for name, control in page.controls.items():
        control.show_value(getattr(Settings(), name))
        assert control.input.accessibleName()
        assert control.input.accessibleDescription()
