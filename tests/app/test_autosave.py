"""Work is kept aside while it is not saved, and offered after a crash."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.application import Application
from core import edit
from core.project_file import save_project
from core.recovery import SafeCopy, recovery_folder
from tests.app.fakes import FakeWork
from tests.factories import make_project


def kept() -> list[Path]:
    return sorted(recovery_folder().glob("*.dub"))


def test_a_change_is_kept_until_it_is_saved(dubbing: Application, qtbot: QtBot, tmp_path: Path) -> None:
    dubbing.autosave.save()
    qtbot.waitUntil(lambda: len(kept()) == 1)
    path = tmp_path / "film.dub"
    save_project(dubbing.document.project, path)
    dubbing.document.mark_saved(dubbing.document.project, path)

    def gone() -> bool:
        dubbing.autosave.save()
        return kept() == []

    qtbot.waitUntil(gone)


def test_an_empty_window_keeps_nothing(application: Application, qtbot: QtBot) -> None:
    application.autosave.save()
    qtbot.wait(50)
    assert kept() == []


def left() -> None:
    """What a program that died leaves: a file whose lock nobody holds."""
    copy = SafeCopy()
    copy.keep(edit.set_marker(7)(make_project()), Path("/projects/film.dub"))
    copy._lock.release()


@pytest.mark.parametrize("wanted", [True, False])
def test_lost_work_is_offered_once(application: Application, monkeypatch: pytest.MonkeyPatch, wanted: bool) -> None:
    left()
    asked = []
    monkeypatch.setattr(application.notifier, "ask_recover", lambda name, _: asked.append(name) or wanted)
    application.autosave.offer()
    assert asked == ["film.dub"]
    if wanted:
        assert [marker.frame for marker in application.document.project.markers] == [7]
        assert application.document.path == Path("/projects/film.dub")
        assert not application.document.is_saved
        assert application.document.undo_text is None
    application.autosave.offer()
    assert len(asked) == 1
    assert len(kept()) == int(wanted)


def recover(application: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(application.notifier, "ask_recover", lambda name, _: True)
    application.autosave.offer()


def test_damaged_work_is_offered_and_the_saved_project_stays_whole(
    application: Application, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What was lost is told; the project has no file, so that saving asks where; the damaged copy stays."""
    left()
    (file,) = kept()
    file.write_text(file.read_text(encoding="utf-8").replace('"strength": 1.0', '"strength": 7.0', 1), encoding="utf-8")
    recover(application, monkeypatch)
    assert [marker.frame for marker in application.document.project.markers] == [7]
    assert application.document.path is None
    assert "clips.0.look.strength" in application.window.messages.text
    assert [path.read_text(encoding="utf-8").count("7.0") for path in kept() if "damaged" in path.name] == [1]
    application.autosave.offer()
    assert len(kept()) == 2


def test_work_that_cannot_be_read_is_told_once(application: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    left()
    (file,) = kept()
    file.write_bytes(file.read_bytes()[:100])
    recover(application, monkeypatch)
    assert "cannot be read" in application.window.messages.text
    assert not application.commands.has_film
    application.window.messages.close_message()
    application.autosave.offer()
    assert application.window.messages.text == ""


def test_a_project_whose_files_were_moved_is_opened_where_they_are(
    application: Application, fake_work: FakeWork, qtbot: QtBot, tmp_path: Path
) -> None:
    save_project(make_project(), tmp_path / "film.dub")
    fake_work.moved = {Path("/films/film.mp4"): Path("/elsewhere/film.mp4")}
    application.commands.take_project(tmp_path / "film.dub")
    qtbot.waitUntil(lambda: application.commands.has_film)
    footage = application.document.project.footage
    assert footage is not None
    assert footage.path == Path("/elsewhere/film.mp4")
    assert not application.document.is_saved
    assert "Not found: line.wav" in application.window.messages.text
