"""Exports go one after another, rest, stop and begin again, and what came of them can be looked at."""

import json
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QElapsedTimer, Qt
from pytestqt.qtbot import QtBot

from app.application import Application
from app.exports import Exports
from app.panels.exports import ExportsPanel
from app.settings import config_folder
from app.widgets.export_row import ExportRow
from core.errors import MediaError
from core.export_queue import ExportQueue, State, new_export
from core.job import Job, Progress
from core.project import EngineChoice, Length, Mix, Part, Span
from core.queue_file import QueueFile
from core.report import PassedRange
from tests.app.fakes import FakeDialogs, FakeWork, busy_export, endless_export, report_of
from tests.app.heartbeat import calmest
from tests.factories import make_project


def dock(application: Application) -> ExportsPanel:
    return application.window.findChild(ExportsPanel)


def states(application: Application) -> list[State]:
    return [export.state for export in application.exports.queue.exports]


def only_row(application: Application) -> ExportRow:
    (row,) = dock(application).rows.values()
    return row


def export_to(application: Application, *outs: Path) -> None:
    for out in outs:
        assert application.commands.export_to(application.document.project, out)


def test_an_export_is_cancelled_within_a_second_and_leaves_nothing(
    dubbing: Application, fake_work: FakeWork, qtbot: QtBot, tmp_path: Path
) -> None:
    log: list[str] = []
    fake_work.exporting = endless_export(log)
    export_to(dubbing, tmp_path / "out.mp4")
    row = only_row(dubbing)
    assert dock(dubbing).isVisible()
    qtbot.waitUntil(lambda: row.facts.text().startswith("Frames: "))
    assert row.picture.isVisible()
    clock = QElapsedTimer()
    clock.start()
    qtbot.mouseClick(row.stop, Qt.MouseButton.LeftButton)
    assert row.facts.text() == "Stopping …"
    qtbot.waitUntil(lambda: states(dubbing) == [State.STOPPED])
    assert clock.elapsed() < 1000
    assert log == ["closed"]
    assert list(tmp_path.glob("out*")) == []
    assert dubbing.window.messages.text == ""
    fake_work.exporting = None
    qtbot.mouseClick(row.retry, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: states(dubbing) == [State.DONE])


def test_a_large_engine_gives_way_to_a_training_unless_the_person_wants_otherwise(
    dubbing: Application, fake_work: FakeWork, qtbot: QtBot, tmp_path: Path
) -> None:
    """The engine that needs next to nothing gives no way."""
    exports, panel = dubbing.exports, dock(dubbing)
    exports.give_way(True)
    export_to(dubbing, tmp_path / "small.mp4")
    qtbot.waitUntil(lambda: states(dubbing) == [State.DONE])
    large = replace(dubbing.document.project, engine=EngineChoice("musetalk"))
    assert exports.add(large, tmp_path / "large.mp4")
    assert exports.waits
    assert "until the training has ended" in panel.waiting.text()
    assert panel.waiting.isVisible()
    assert len(fake_work.exports) == 1
    qtbot.mouseClick(panel.anyway, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: states(dubbing) == [State.DONE, State.DONE])
    assert not panel.anyway.isVisible()


def test_a_paused_export_does_nothing_while_other_work_goes_on(
    dubbing: Application, fake_work: FakeWork, qtbot: QtBot, tmp_path: Path
) -> None:
    steps: list[int] = []

    def counting(out: Path) -> Job[Any]:
        for done in range(1, 10_000):
            steps.append(done)
            yield Progress(done, 10_000, "frames")
            time.sleep(0.005)
        return report_of(out)

    fake_work.exporting = counting
    export_to(dubbing, tmp_path / "a.mp4", tmp_path / "b.mp4")
    qtbot.waitUntil(lambda: len(steps) > 3)
    pause = dock(dubbing).pause
    assert pause.text() == "&Pause"
    pause.click()
    qtbot.wait(50)
    reached = len(steps)
    dubbing.preview.seek(42)
    qtbot.waitUntil(lambda: dubbing.window.stage.shown_frame == 42, timeout=1000)
    dubbing.commands.take([Path("/voices/other.wav")])
    qtbot.waitUntil(lambda: dubbing.document.project.clips[0].voice.path.name == "other.wav")
    assert len(steps) == reached
    assert states(dubbing) == [State.RUNNING, State.WAITING]
    assert [row.facts.text() for row in dock(dubbing).rows.values()] == ["Paused", "Paused"]
    assert pause.text() == "&Resume"
    pause.click()
    qtbot.waitUntil(lambda: len(steps) > reached)
    for export in dubbing.exports.queue.exports:
        dubbing.exports.stop(export.id)
    qtbot.waitUntil(lambda: states(dubbing) == [State.STOPPED, State.STOPPED])


def test_a_paused_export_can_be_stopped(
    dubbing: Application, fake_work: FakeWork, qtbot: QtBot, tmp_path: Path
) -> None:
    fake_work.exporting = endless_export([])
    export_to(dubbing, tmp_path / "a.mp4")
    qtbot.waitUntil(lambda: only_row(dubbing).picture.isVisible())
    dubbing.exports.hold(True)
    qtbot.wait(60)
    only_row(dubbing).stop.click()
    qtbot.waitUntil(lambda: states(dubbing) == [State.STOPPED], timeout=1000)


def test_other_work_goes_before_an_export(
    dubbing: Application, fake_work: FakeWork, qtbot: QtBot, tmp_path: Path
) -> None:
    fake_work.exporting = endless_export([])
    export_to(dubbing, tmp_path / "a.mp4")
    qtbot.waitUntil(lambda: bool(fake_work.exports))
    dubbing.preview.seek(42)
    qtbot.waitUntil(lambda: dubbing.window.stage.shown_frame == 42, timeout=1000)
    dubbing.commands.take([Path("/films/second.mp4")])
    qtbot.waitUntil(lambda: dubbing.document.project.footage.path.name == "second.mp4", timeout=1000)  # type: ignore[union-attr]
    only_row(dubbing).stop.click()
    qtbot.waitUntil(lambda: states(dubbing) == [State.STOPPED])


def test_those_that_wait_are_put_in_another_order(
    dubbing: Application, fake_work: FakeWork, qtbot: QtBot, tmp_path: Path
) -> None:
    dubbing.exports.hold(True)
    export_to(dubbing, *(tmp_path / f"{name}.mp4" for name in "abc"))
    rows = {export.out.stem: dock(dubbing).rows[export.id] for export in dubbing.exports.queue.exports}
    assert not rows["a"].earlier.isEnabled()
    rows["c"].earlier.click()
    rows["c"].earlier.click()
    rows["a"].later.click()
    rows["b"].stop.click()
    rows["b"].remove.click()
    assert "b" not in [export.out.stem for export in dubbing.exports.queue.exports]
    assert [dock(dubbing)._list.indexOf(rows[name]) for name in "ca"] == [0, 1]
    dubbing.exports.hold(False)
    qtbot.waitUntil(lambda: states(dubbing) == [State.DONE, State.DONE])
    assert [out.stem for _, out in fake_work.exports] == ["c", "a"]
    dock(dubbing).clear.click()
    assert dubbing.exports.queue.exports == ()
    assert dock(dubbing).empty.isVisible()


def test_one_file_is_not_written_twice(dubbing: Application, tmp_path: Path) -> None:
    dubbing.exports.hold(True)
    export_to(dubbing, tmp_path / "a.mp4")
    assert not dubbing.commands.export_to(dubbing.document.project, tmp_path / "a.mp4")
    assert "already in the list" in dubbing.window.messages.text


def test_an_export_takes_the_project_as_it_was(
    dubbing: Application, fake_work: FakeWork, qtbot: QtBot, tmp_path: Path
) -> None:
    project = dubbing.document.project
    export_to(dubbing, tmp_path / "out.mp4")
    dubbing.commands.remove_voice()
    qtbot.waitUntil(lambda: bool(fake_work.exports))
    assert fake_work.exports == [(project, tmp_path / "out.mp4")]


def test_the_report_lists_the_frames_that_stay_and_goes_there(
    dubbing: Application, fake_work: FakeWork, qtbot: QtBot, tmp_path: Path
) -> None:
    def passing(out: Path) -> Job[Any]:
        yield from ()
        ranges = (PassedRange(30, 36, "no face"), PassedRange(70, 71, "face too small"))
        return report_of(out, *ranges, notices=("So it is.",))

    fake_work.exporting = passing
    export_to(dubbing, tmp_path / "out.mp4")
    qtbot.waitUntil(lambda: states(dubbing) == [State.DONE])
    row = only_row(dubbing)
    assert "7 could not be dubbed" in row.facts.text()
    assert "So it is." in row.facts.text()
    row.unfold.click()
    assert row.list.isVisible()
    assert [row.list.item(at).text() for at in range(row.list.count())] == [
        "00:00:01:05 to 00:00:01:10   6 frames\nno face",
        "00:00:02:20   1 frame\nface too small",
    ]
    row.list.setCurrentRow(1)
    qtbot.keyClick(row.list, Qt.Key.Key_Return)
    assert dubbing.preview.playhead == 70
    assert dubbing.window.stage.bar._marks == ((30, 36), (70, 71))
    dubbing.commands.take([Path("/films/second.mp4")])
    qtbot.waitUntil(lambda: dubbing.document.project.footage.path.name == "second.mp4")  # type: ignore[union-attr]
    dubbing.preview.seek(3)
    row.list.setCurrentRow(0)
    qtbot.keyClick(row.list, Qt.Key.Key_Return)
    assert dubbing.preview.playhead == 3
    assert "film.mp4 is not open" in dubbing.window.messages.text


def test_marks_of_an_export_go_when_the_voices_change(dubbing: Application, tmp_path: Path) -> None:
    dubbing.exports.written.emit(report_of(tmp_path / "a.mp4", PassedRange(3, 9, "no face")))
    assert dubbing.window.stage.bar._marks == ((3, 9),)
    dubbing.commands.remove_voice()
    assert dubbing.window.stage.bar._marks == ()


def test_an_export_that_fails_says_why_and_the_next_begins(
    dubbing: Application, fake_work: FakeWork, qtbot: QtBot, tmp_path: Path
) -> None:
    def failing(out: Path) -> Job[Any]:
        yield Progress(1, 2, "frames")
        if out.stem == "a":
            raise MediaError("The disk is full.", "Free some space.")
        return report_of(out)

    fake_work.exporting = failing
    export_to(dubbing, tmp_path / "a.mp4", tmp_path / "b.mp4")
    qtbot.waitUntil(lambda: states(dubbing) == [State.FAILED, State.DONE])
    failed = dock(dubbing).rows[dubbing.exports.queue.exports[0].id]
    assert failed.facts.text() == "The disk is full. Free some space."
    assert "The disk is full" in dubbing.window.messages.text


@pytest.mark.realtime
def test_the_window_breathes_during_an_export(
    dubbing: Application, fake_work: FakeWork, qtbot: QtBot, tmp_path: Path
) -> None:
    """95 % of the gaps of a 5 ms timer stay within 20 ms."""
    fake_work.exporting = busy_export(1.8)
    export_to(dubbing, tmp_path / "out.mp4")
    qtbot.waitUntil(lambda: bool(fake_work.exports))
    busy = calmest(qtbot, 0.5)
    qtbot.waitUntil(lambda: states(dubbing) == [State.DONE])
    assert busy <= 20


@pytest.fixture
def left(tmp_path: Path, own_folders: Path) -> ExportQueue:
    """What a program that was killed left: one export that ran, with its half-written film, and one that waited."""
    queue = ExportQueue(tuple(new_export(make_project(), tmp_path / f"{name}.mp4") for name in "ab"))
    queue = queue.begin(queue.exports[0].id, 1000.0)
    (tmp_path / "a.mp4.part").write_bytes(b"half")
    (tmp_path / "b.mp4.part").write_bytes(b"of somebody else")
    file = QueueFile(config_folder() / "exports")
    file.keep(queue)
    file._lock.release()
    return queue


def test_the_queue_of_a_program_that_died_is_offered(
    left: ExportQueue, application: Application, fake_work: FakeWork, qtbot: QtBot, tmp_path: Path
) -> None:
    told: list[str] = []
    application.notifier.said.connect(lambda message: told.append(message.text))
    application.exports.take_over()
    assert states(application) == [State.WAITING, State.WAITING]
    assert dock(application).isVisible()
    assert sorted(path.name for path in tmp_path.glob("*.part")) == ["b.mp4.part"]
    assert any("a.mp4.part" in text for text in told)
    assert told[-1] == "2 exports were not finished the last time."
    assert fake_work.exports == []
    dock(application).pause.click()
    qtbot.waitUntil(lambda: states(application) == [State.DONE, State.DONE])
    assert [project for project, _ in fake_work.exports] == [export.project for export in left.exports]


def test_every_change_is_kept_at_once(dubbing: Application, fake_work: FakeWork, qtbot: QtBot, tmp_path: Path) -> None:
    def there() -> list[str]:
        return [
            each["state"]
            for file in (config_folder() / "exports").glob("*.json")
            for each in json.loads(file.read_text(encoding="utf-8"))["exports"]
        ]

    fake_work.exporting = endless_export([])
    export_to(dubbing, tmp_path / "a.mp4", tmp_path / "b.mp4")
    qtbot.waitUntil(lambda: there() == ["running", "waiting"])
    dubbing.exports.stop(dubbing.exports.queue.exports[0].id)
    qtbot.waitUntil(lambda: there() == ["stopped", "running"])
    dubbing.exports.stop(dubbing.exports.queue.exports[1].id)
    qtbot.waitUntil(lambda: states(dubbing) == [State.STOPPED, State.STOPPED])


def test_leaving_in_the_middle_keeps_the_export_for_the_next_start(
    application: Application, fake_work: FakeWork, qtbot: QtBot, tmp_path: Path
) -> None:
    log: list[str] = []
    exports = Exports(application.worker, lambda project, out: endless_export(log)(out), application.notifier, tmp_path)
    exports.add(make_project(), tmp_path / "a.mp4")
    qtbot.waitUntil((tmp_path / "a.part").exists)
    application.worker.shut_down()
    exports.close()
    assert log == ["closed"]
    assert not (tmp_path / "a.part").exists()
    again = Exports(application.worker, lambda project, out: endless_export(log)(out), application.notifier, tmp_path)
    again.take_over()
    assert [export.state for export in again.queue.exports] == [State.WAITING]
    assert again.queue.held
    again.close()


class TestDialog:
    def test_what_is_chosen_is_a_decision_of_the_project(
        self, dubbing: Application, fake_work: FakeWork, qtbot: QtBot, tmp_path: Path
    ) -> None:
        dubbing.document.edit("In and out", lambda project: replace(project, in_out=Span(10, 60)))
        dubbing.window.side._mix.chosen.emit(Mix.DUCK)
        dubbing.window.actions_by_id["export"].trigger()
        dialog = dubbing.export_dialog
        assert dialog.isVisible()
        assert dialog.name.text() == "film-dubbed.mp4"
        qtbot.waitUntil(lambda: dialog.looking.isHidden())
        dialog.presets["prores"].click()
        assert not dialog.quality.isVisible()
        assert dialog.in_out.text() == "From 00:00:00:10 to 00:00:02:09"
        dialog.in_out.click()
        assert dialog.name.text() == "film-dubbed-part-prores.mov"
        dialog.loudness.show_value(-23.0)
        dialog.length.show_value(Length.VOICE)
        dialog.add.click()
        assert not dialog.isVisible()
        chosen = dubbing.document.project.export
        assert (chosen.codec, chosen.part, chosen.loudness) == ("prores", Part.IN_OUT, -23.0)
        assert (chosen.mix, chosen.length) == (Mix.DUCK, Length.VOICE), "the mix is chosen where it is heard"
        qtbot.waitUntil(lambda: states(dubbing) == [State.DONE])
        out = Path("/films/film-dubbed-part-prores.mov").absolute()
        assert fake_work.exports == [(dubbing.document.project, out)]
        dubbing.document.undo()
        assert dubbing.document.project.export.codec == "h264"

    def test_a_format_that_cannot_be_written_here_says_why(
        self, dubbing: Application, fake_work: FakeWork, qtbot: QtBot
    ) -> None:
        fake_work.broken = {"hevc": "Unknown encoder 'libx265'", "h264": "no licence"}
        dubbing.commands.export()
        dialog = dubbing.export_dialog
        qtbot.waitUntil(lambda: dialog.looking.isHidden())
        assert not dialog.presets["hevc"].isEnabled()
        assert dialog.reasons["hevc"].isVisible()
        assert "Unknown encoder 'libx265'" in dialog.reasons["hevc"].text()
        assert not dialog.reasons["prores"].isVisible()
        assert dialog.presets["prores"].isChecked()
        assert dialog.name.text() == "film-dubbed-prores.mov"
        dialog.reject()

    def test_a_file_is_not_replaced_without_a_word(
        self, dubbing: Application, dialogs: FakeDialogs, qtbot: QtBot, tmp_path: Path
    ) -> None:
        (tmp_path / "mine.mp4").write_bytes(b"precious")
        dubbing.exports.hold(True)
        export_to(dubbing, tmp_path / "queued.mp4")
        dubbing.commands.export()
        dialog = dubbing.export_dialog
        dialogs.export_path = tmp_path / "mine.mp4"
        dialog._choose()
        assert dialog.add.text() == "&Replace and export"
        assert "replaced" in dialog.warning.text()
        dialog.name.setText("queued.mp4")
        assert not dialog.add.isEnabled()
        dialog.name.setText(" ")
        assert not dialog.add.isEnabled()
        dialog.name.setText("free")
        assert dialog.add.text() == "&Export"
        assert dialog.out == tmp_path / "free.mp4"
        assert not dialog.warning.isVisible()
        dialog.presets["ffv1"].click()
        assert dialog.out == tmp_path / "free.mkv"
        dialog.reject()
