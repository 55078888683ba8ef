"""Whatever fails, wherever: the program lives, the work is saved, and the person is told what to do."""

import json
import threading
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.application import Application
from app.hooks import telling
from app.notify import Answer, CrashDialog
from core.export_queue import State
from core.job import Job, Progress
from core.paths import log_folder
from core.project_file import load_project, save_project
from tests.app.fakes import FakeDialogs, FakeWork
from tests.factories import make_project


def report(application: Application, qtbot: QtBot) -> str:
    """The text of the report that is offered; it is closed."""
    qtbot.waitUntil(lambda: application.notifier._dialog is not None)
    dialog = application.notifier._dialog
    assert isinstance(dialog, CrashDialog)
    qtbot.addWidget(dialog)
    text = dialog.findChildren(QPlainTextEdit)[0].toPlainText()
    dialog.close()
    return text


def test_a_slot_that_raises_is_reported_and_the_work_is_saved(
    dubbing: Application, qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dubbing.document.path = tmp_path / "wedding.dub"
    load = partial(load_of, f"'{tmp_path}/the wedding.mp4'")
    with telling(dubbing.notifier):
        QTimer.singleShot(0, load)
        text = report(dubbing, qtbot)
    assert "LookupError" in text
    assert "wedding" not in text
    assert str(tmp_path) not in text
    assert len(load_project(tmp_path / "wedding.rescued.dub").clips) == 1
    assert [path.read_text(encoding="utf-8") for path in log_folder().glob("report-*")] == [text]
    dubbing.preview.seek(5)
    qtbot.waitUntil(lambda: dubbing.window.stage.shown_frame == 5)


def load_of(name: str) -> None:
    raise LookupError(f"cannot find {name}")


def test_a_thread_that_raises_is_reported_in_the_window(
    dubbing: Application, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[threading.Thread] = []
    dubbing.notifier.raised.connect(lambda _: told.append(threading.current_thread()))
    with telling(dubbing.notifier):
        thread = threading.Thread(target=load_of, args=("nothing",))
        thread.start()
        thread.join()
        assert "LookupError: cannot find nothing" in report(dubbing, qtbot)


def test_a_job_that_raises_is_reported_and_the_next_export_runs(
    dubbing: Application, fake_work: FakeWork, qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing(out: Path) -> Job[Any]:
        yield Progress(1, 2, "frames")
        raise ZeroDivisionError(f"in '{out}'")

    fake_work.exporting = failing
    dubbing.commands.export_to(dubbing.document.project, tmp_path / "wedding.mp4")
    text = report(dubbing, qtbot)
    assert "ZeroDivisionError: in '<path>.mp4'" in text
    fake_work.exporting = None
    dubbing.commands.export_to(dubbing.document.project, tmp_path / "next.mp4")
    qtbot.waitUntil(lambda: not dubbing.exports.queue.unfinished)
    failed, done = dubbing.exports.queue.exports
    assert (failed.state, done.state) == (State.FAILED, State.DONE)
    assert failed.fault is not None
    assert failed.fault.hint


def test_a_program_that_died_offers_what_it_wrote_down(application: Application, qtbot: QtBot, tmp_path: Path) -> None:
    stack = tmp_path / "crash.txt"
    stack.write_text('Segmentation fault\n  File "/home/zoe/film.py", line 3 in x\n', encoding="utf-8")
    application.notifier.ended_unexpectedly(stack)
    dialog = application.notifier._dialog
    assert dialog is not None
    assert any("unexpectedly" in label.text() for label in dialog.findChildren(QLabel))
    text = report(application, qtbot)
    assert "Segmentation fault" in text
    assert "zoe" not in text


def _damaged_project(folder: Path, change: str) -> Path:
    path = folder / "take.dub"
    save_project(make_project(), path)
    text = path.read_text(encoding="utf-8")
    data = json.loads(text)
    if change == "cut short":
        path.write_text(text[: len(text) // 2], encoding="utf-8")
    elif change == "other bytes":
        path.write_bytes(bytes(range(256)))
    elif change == "newer":
        path.write_text(json.dumps(data | {"version": 99}), encoding="utf-8")
    elif change == "gone":
        path.unlink()
    return path


@pytest.mark.parametrize("change", ["cut short", "other bytes", "newer", "gone"])
def test_a_damaged_project_is_told_in_a_sentence_with_what_to_do(
    dubbing: Application, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, change: str
) -> None:
    said: list[Any] = []
    dubbing.notifier.said.connect(said.append)
    before = dubbing.document.project
    monkeypatch.setattr(dubbing.notifier, "ask_save", lambda _: Answer.DISCARD)
    dubbing.commands.take_project(_damaged_project(tmp_path, change))
    assert dubbing.document.project == before
    (message,) = said
    assert message.text.endswith(".")
    assert message.hint.endswith(".")
    assert dubbing.notifier._dialog is None


def test_a_project_damaged_in_one_place_opens_with_the_rest_and_its_file_stays(
    dubbing: Application, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    path = tmp_path / "take.dub"
    save_project(make_project(), path)
    data = json.loads(path.read_text(encoding="utf-8"))
    data["clips"][1]["look"]["feather"] = "softly"
    path.write_text(json.dumps(data), encoding="utf-8")
    before, said = path.read_bytes(), list[Any]()
    dubbing.notifier.said.connect(said.append)
    monkeypatch.setattr(dubbing.notifier, "ask_save", lambda _: Answer.DISCARD)
    with qtbot.waitSignal(dubbing.document.changed):
        dubbing.commands.take_project(path)
    assert dubbing.document.project.clips == make_project().clips
    assert "clips.1.look.feather" in said[0].text
    assert not dubbing.document.is_saved
    dialogs.save_path = tmp_path / "other.dub"
    assert dubbing.commands.save()
    assert path.read_bytes() == before
    assert load_project(tmp_path / "other.dub").clips == make_project().clips


@pytest.mark.parametrize("name", ["broken.mp4", "silent.wav"])
def test_a_damaged_film_or_voice_changes_nothing(dubbing: Application, qtbot: QtBot, name: str) -> None:
    before = dubbing.document.project
    with qtbot.waitSignal(dubbing.notifier.said) as told:
        dubbing.commands.take([Path("/films") / name])
    assert told.args is not None
    assert name in told.args[0].text
    assert told.args[0].hint
    assert dubbing.document.project == before
