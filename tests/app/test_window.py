"""What a person does in the window, and what becomes of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.application import Application
from app.notify import Answer
from core.project import Mix, Region
from core.project_file import load_project, save_project
from tests.app.fakes import (
    FRAMES,
    FakeDialogs,
    FakeSpeakers,
    FakeWork,
    endless_export,
)
from tests.factories import make_project


def drop(application: Application, *files: Path, at: QPointF | None = None) -> None:
    at = at or QPointF(100, 100)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(round(at.x()), round(at.y())), Qt.DropAction.CopyAction, data, buttons, keys)
    application.window.dragEnterEvent(enter)
    assert enter.isAccepted()
    application.window.dropEvent(QDropEvent(at, Qt.DropAction.CopyAction, data, buttons, keys))


def control(application: Application, kind: type[QWidget], name: str) -> QWidget:
    return next(each for each in application.window.findChildren(kind) if each.accessibleName() == name)


def test_an_empty_window_says_what_to_do_first(application: Application) -> None:
    assert application.window.start.isVisible()
    assert not application.window.stage.isVisible()
    assert not application.window.actions_by_id["export"].isEnabled()


def test_film_and_voice_dropped_together(application: Application, qtbot: QtBot) -> None:
    drop(application, Path("/films/line.wav"), Path("/films/film.mp4"))
    qtbot.waitUntil(lambda: application.commands.can_dub)
    project = application.document.project
    assert project.footage is not None
    assert project.footage.path == Path("/films/film.mp4").absolute()
    assert [clip.voice.path.name for clip in project.clips] == ["line.wav"]
    assert len(project.clips[0].span) == FRAMES
    assert application.window.stage.isVisible()


def test_a_voice_that_comes_first_waits_for_its_film(application: Application, qtbot: QtBot) -> None:
    drop(application, Path("/voices/line.wav"))
    qtbot.waitUntil(lambda: "line.wav" in application.window.start._voice._hint.text())
    assert not application.commands.can_dub
    drop(application, Path("/films/film.mp4"))
    qtbot.waitUntil(lambda: application.commands.can_dub)


@pytest.mark.parametrize(("share", "film", "voice"), [(0.1, "other.mp4", "line.wav"), (0.9, "film.mp4", "other.mp4")])
def test_a_film_dropped_on_a_film_is_what_its_place_says(
    dubbing: Application, qtbot: QtBot, share: float, film: str, voice: str
) -> None:
    drop(dubbing, Path("/films/other.mp4"), at=QPointF(dubbing.window.width() * share, 300))

    def names() -> tuple[str, str]:
        project = dubbing.document.project
        assert project.footage is not None
        return project.footage.path.name, project.clips[0].voice.path.name

    qtbot.waitUntil(lambda: names() == (film, voice))
    assert not dubbing.window._zones.isVisible()


def test_a_file_that_cannot_be_used_is_told_with_a_hint(application: Application, qtbot: QtBot) -> None:
    drop(application, Path("/films/broken.mp4"))
    qtbot.waitUntil(lambda: "broken.mp4 is not a film" in application.window.messages.text)
    assert "Choose another file." in application.window.messages.accessibleName()
    assert application.document.project.footage is None
    assert application.window.tasks.rows == ()


def test_a_voice_without_sound_does_not_enter_the_project(dubbing: Application, qtbot: QtBot) -> None:
    drop(dubbing, Path("/voices/silent.wav"))
    qtbot.waitUntil(lambda: "silent.wav has no sound" in dubbing.window.messages.text)
    assert dubbing.document.project.clips[0].voice.path.name == "line.wav"


def test_a_slider_changes_the_look_in_one_step_and_undo_takes_it_back(dubbing: Application, qtbot: QtBot) -> None:
    before = dubbing.document.project
    slider = control(dubbing, QSlider, "Strength")
    assert isinstance(slider, QSlider)
    slider.setSliderDown(True)
    for value in range(100, 49, -5):
        slider.setValue(value)
    slider.setSliderDown(False)
    assert dubbing.document.project.clips[0].look.strength == 0.5
    assert dubbing.window.actions_by_id["undo"].text() == "Undo Strength"
    qtbot.keyClick(dubbing.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dubbing.document.project == before
    assert slider.value() == 100
    assert dubbing.window.actions_by_id["redo"].text() == "Redo Strength"


def test_choices_become_decisions_and_are_shown(dubbing: Application) -> None:
    box = control(dubbing, QComboBox, "Film's sound")
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert dubbing.document.project.export.mix is Mix.DUCK
    dubbing.document.undo()
    assert box.currentIndex() == 0


def test_the_mask_is_a_decision_of_the_clip(dubbing: Application) -> None:
    box = control(dubbing, QComboBox, "Region")
    assert isinstance(box, QComboBox)
    assert box.currentText() == "Lower face"
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert dubbing.document.project.clips[0].look.region is Region.JAW
    dubbing.document.undo()
    assert box.currentText() == "Lower face"


def test_faces_that_were_found_can_be_chosen(dubbing: Application) -> None:
    box = control(dubbing, QComboBox, "Face")
    assert isinstance(box, QComboBox)
    assert [box.itemText(row) for row in range(box.count())] == [
        "Largest face",
        "Person 1, 90 frames",
        "Person 4, 30 frames",
    ]
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert dubbing.document.project.clips[0].face == 3


def test_keys_move_the_playhead(dubbing: Application, qtbot: QtBot) -> None:
    keys = [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 1),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, 26),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, 25),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, FRAMES - 1),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, 0),
    ]
    for key, modifier, frame in keys:
        qtbot.keyClick(dubbing.window, key, modifier)
        assert dubbing.preview.playhead == frame


def test_a_slider_that_has_the_focus_keeps_its_arrows(dubbing: Application, qtbot: QtBot) -> None:
    slider = control(dubbing, QSlider, "Strength")
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert dubbing.preview.playhead == 0
    assert dubbing.document.project.clips[0].look.strength == 0.99


def test_a_typed_timecode_is_gone_to_and_nonsense_is_told(dubbing: Application, qtbot: QtBot) -> None:
    field = control(dubbing, QLineEdit, "Timecode")
    assert isinstance(field, QLineEdit)
    qtbot.keyClick(dubbing.window, Qt.Key.Key_G)
    assert field.hasFocus()
    qtbot.keyClicks(field, "00:00:02:05")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert dubbing.preview.playhead == 55
    field.setText("soon")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "“soon” is not a time." in dubbing.window.messages.text
    assert field.text() == "00:00:02:05"


def test_dragging_on_the_bar_scrubs(dubbing: Application, qtbot: QtBot) -> None:
    bar = dubbing.window.stage.bar
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(round(bar.x_of(20.5)), 30))
    assert dubbing.preview.playhead == 20
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(round(bar.x_of(20.5)), 30))


def test_space_plays_by_the_clock_and_stops(dubbing: Application, speakers: FakeSpeakers, qtbot: QtBot) -> None:
    qtbot.keyClick(dubbing.window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dubbing.playback._output is not None)
    speakers.now += 0.4
    qtbot.waitUntil(lambda: dubbing.preview.playhead > 5)
    qtbot.keyClick(dubbing.window, Qt.Key.Key_Space)
    stopped = dubbing.preview.playhead
    qtbot.wait(120)
    assert dubbing.preview.playhead == stopped


def test_save_asks_once_and_then_knows(dubbing: Application, dialogs: FakeDialogs, tmp_path: Path) -> None:
    dialogs.save_path = tmp_path / "take.dub"
    assert dubbing.window.isWindowModified()
    dubbing.window.actions_by_id["save"].trigger()
    assert [clip.voice.path.name for clip in load_project(tmp_path / "take.dub").clips] == ["line.wav"]
    assert not dubbing.window.isWindowModified()
    assert "take.dub" in dubbing.window.windowTitle()
    dialogs.save_path = None
    dubbing.document.undo()
    dubbing.window.actions_by_id["save"].trigger()
    assert load_project(tmp_path / "take.dub").clips == ()


def test_a_saved_project_is_offered_again(
    dubbing: Application, dialogs: FakeDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    dialogs.save_path = tmp_path / "take.dub"
    dubbing.commands.save()
    dubbing.commands.take([tmp_path / "take.dub"])
    assert [action.text() for action in dubbing.window._recent.actions()] == ["take.dub"]
    qtbot.waitUntil(lambda: not dubbing.window.tasks.rows)


def test_a_damaged_project_is_told_and_the_present_one_stays(dubbing: Application, tmp_path: Path) -> None:
    bad = tmp_path / "bad.dub"
    bad.write_text("{", encoding="utf-8")
    dubbing.notifier.ask_save = lambda name: Answer.DISCARD  # type: ignore[method-assign]
    before = dubbing.document.project
    dubbing.commands.take([bad])
    assert "bad.dub is not a Dubwright project." in dubbing.window.messages.text
    assert dubbing.document.project is before


@pytest.mark.parametrize(("answer", "closes"), [(Answer.CANCEL, False), (Answer.DISCARD, True), (Answer.SAVE, True)])
def test_unsaved_work_is_asked_about_before_the_window_closes(
    dubbing: Application, dialogs: FakeDialogs, tmp_path: Path, answer: Answer, closes: bool
) -> None:
    dialogs.save_path = tmp_path / "take.dub"
    dubbing.notifier.ask_save = lambda name: answer  # type: ignore[method-assign]
    assert dubbing.window.close() is closes
    assert (tmp_path / "take.dub").exists() is (answer is Answer.SAVE)


def test_a_project_opens_with_its_film_and_voices(application: Application, qtbot: QtBot, tmp_path: Path) -> None:
    save_project(make_project(), tmp_path / "a.dub")
    application.commands.take([tmp_path / "a.dub"])
    qtbot.waitUntil(lambda: len(application.document.project.clips) == 3)
    assert application.document.is_saved
    qtbot.waitUntil(lambda: application.preview.facts is not None)
    application.preview.seek(12)
    assert application.commands.clip is not None
    assert application.commands.clip.id == "c1"


def test_every_control_has_a_name_for_those_who_cannot_see_it(
    dubbing: Application, fake_work: FakeWork, dialogs: FakeDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    fake_work.exporting = endless_export([])
    dubbing.commands.export_to(dubbing.document.project, tmp_path / "out.mp4")
    dubbing.commands.export()
    dubbing.commands.show_keys()
    kinds = (QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit)
    nameless = [
        f"{type(each).__name__} in {type(each.parentWidget()).__name__}"
        for each in dubbing.window.findChildren(QWidget)
        if isinstance(each, (*kinds, QPlainTextEdit, QProgressBar))
        and not each.accessibleName()
        and not _is_part_of_a_control(each)
    ]
    assert nameless == []
    dubbing.export_dialog.reject()
    dubbing.exports.stop(dubbing.exports.queue.exports[0].id)
    qtbot.waitUntil(lambda: dubbing.exports.queue.running is None)


def _is_part_of_a_control(widget: QWidget) -> bool:
    """Qt's own parts: the line of a number field, the list of a choice, the bars of an area that scrolls."""
    whole = widget.parentWidget()
    while whole is not None and not isinstance(whole, QAbstractSpinBox | QComboBox):
        whole = whole.parentWidget()
    name = widget.objectName()
    return whole is not None or name.startswith("qt_") or type(widget).__name__ == "QScrollBar"


def test_every_control_can_be_reached_with_the_tab_key(dubbing: Application, qtbot: QtBot) -> None:
    wanted = {
        each
        for each in dubbing.window.findChildren(QWidget)
        if isinstance(each, QAbstractButton | QAbstractSlider | QAbstractSpinBox | QComboBox | QLineEdit)
        and each.isVisible()
        and each.isEnabled()
        and not _is_part_of_a_control(each)
    }
    met: set[QWidget] = set()
    dubbing.window.stage.video.setFocus()
    for _ in range(80):
        focus = dubbing.window.focusWidget()
        assert focus is not None
        met.add(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    missing = sorted(each.accessibleName() for each in wanted - met)
    assert missing == []
