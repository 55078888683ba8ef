"""One value, one signal, every step undone."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from app.document import Document
from core import edit
from core.project import DubProject, ExportOptions, Look
from tests.factories import make_project


def feather(value: float) -> edit.Edit:
    return edit.set_look("c0", Look(feather=value))


def test_an_edit_is_told_once_with_before_and_after(qtbot: QtBot) -> None:
    document = Document(make_project())
    first = document.project
    with qtbot.waitSignal(document.changed) as told:
        document.edit("Move clip", edit.move_clip("c0", 90))
    assert told.args == [first, document.project]
    assert document.project.clips[-1].id == "c0"


def test_undo_and_redo_by_name(qtbot: QtBot) -> None:
    document = Document(make_project())
    first = document.project
    document.edit("Move clip", edit.move_clip("c0", 90))
    assert (document.undo_text, document.redo_text, document.is_saved) == ("Move clip", None, False)
    document.undo()
    assert document.project is first
    assert (document.undo_text, document.redo_text, document.is_saved) == (None, "Move clip", True)
    document.redo()
    assert document.project.clips[-1].id == "c0"


def test_nothing_to_undo_changes_and_tells_nothing(qtbot: QtBot) -> None:
    document = Document(make_project())
    with qtbot.assertNotEmitted(document.changed):
        document.undo()
        document.redo()


def test_a_bad_edit_changes_nothing(qtbot: QtBot) -> None:
    document = Document(make_project())
    first = document.project
    with qtbot.assertNotEmitted(document.changed), pytest.raises(ValueError, match="no clip"):
        document.edit("Trim", edit.set_face("nobody", 1))
    assert document.project is first
    assert document.undo_text is None


def test_a_drag_is_one_step(qtbot: QtBot) -> None:
    document = Document(make_project())
    first = document.project
    for step in range(50):
        document.edit("Feather", feather(0.2 + step / 100), gesture="drag 1")
    document.edit("Feather", feather(0.9), gesture="drag 2")
    document.undo()
    assert document.project.clips[0].look.feather == pytest.approx(0.69)
    document.undo()
    assert document.project is first


def test_a_drag_back_leaves_no_step(qtbot: QtBot) -> None:
    document = Document(make_project())
    first = document.project
    document.edit("Feather", feather(0.5), gesture="drag")
    document.edit("Feather", edit.set_look("c0", first.clips[0].look), gesture="drag")
    assert document.project == first
    assert document.undo_text is None


def test_opening_forgets_the_steps_of_the_project_before(qtbot: QtBot) -> None:
    document = Document(make_project())
    document.edit("Feather", feather(0.5))
    other = make_project(clips=1)
    with qtbot.waitSignal(document.changed):
        document.open(other, Path("other.dub"))
    assert document.project is other
    assert (document.undo_text, document.is_saved, document.path) == (None, True, Path("other.dub"))


def test_what_changed_while_saving_is_not_saved(qtbot: QtBot) -> None:
    document = Document(make_project())
    document.edit("Feather", feather(0.5))
    written = document.project
    document.edit("Feather", feather(0.6))
    document.mark_saved(written, Path("a.dub"))
    assert not document.is_saved
    document.mark_saved(document.project, Path("a.dub"))
    assert document.is_saved
    assert document.path == Path("a.dub")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 9)), max_size=25))
def test_undo_all_is_the_first_and_redo_all_the_last_state(moves: list[tuple[int, int]]) -> None:
    first = make_project()
    document = Document(first)
    for kind, value in moves:
        document.edit(f"step {kind}", _some_edit(kind, value), gesture=value if kind == 4 else None)
    last = document.project
    while document.undo_text is not None:
        document.undo()
    assert document.project == first
    while document.redo_text is not None:
        document.redo()
    assert document.project == last


def _some_edit(kind: int, value: int) -> edit.Edit:
    def quality(project: DubProject) -> DubProject:
        return replace(project, export=ExportOptions(quality=10 + value))

    edits = [feather(value / 10), edit.set_face("c1", value), edit.move_clip("c2", 40 + value), quality]
    return edits[kind] if kind < 4 else edit.set_look("c2", Look(strength=value / 10))
