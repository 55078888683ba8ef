"""What is pressed, dragged and typed on the timeline becomes seeks and edits."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from pytestqt.qtbot import QtBot

from app.application import Application
from app.timeline.geometry import Kind, Scale
from app.timeline.lanes import LABELS
from app.timeline.panel import seen_frames
from core import edit
from core.project import Clip, Span, Voice
from tests.app.fakes import FRAMES, FakeProblem, FakeWork


@pytest.fixture
def reviewing(dubbing: Application, qtbot: QtBot) -> Application:
    qtbot.waitUntil(lambda: dubbing.commands.review.survey is not None)
    return dubbing


def place(application: Application, frame: float, kind: Kind) -> QPoint:
    view = application.window.timeline.view
    lane = next(lane for lane in view._lanes if lane.kind is kind)
    return QPoint(LABELS + round(view.scale.x_of(frame)), lane.top + lane.height // 2)


def drag(application: Application, start: QPoint, stop: QPoint, qtbot: QtBot) -> None:
    view = application.window.timeline.view
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        at = QPointF(start) + (QPointF(stop) - QPointF(start)) * (step / 5)
        button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        none = Qt.MouseButton.NoButton
        QCoreApplication.sendEvent(
            view, QMouseEvent(QEvent.Type.MouseMove, at, view.mapToGlobal(at), none, button, keys)
        )
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=stop)


@pytest.mark.parametrize("kind", [Kind.RULER, Kind.PICTURES, Kind.VOICE, Kind.PROBLEMS])
@pytest.mark.parametrize("frame", [0, 37, FRAMES - 1])
def test_a_click_goes_to_exactly_that_frame(reviewing: Application, qtbot: QtBot, kind: Kind, frame: int) -> None:
    reviewing.preview.seek(50)
    view = reviewing.window.timeline.view
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place(reviewing, frame + 0.5, kind))
    assert reviewing.preview.playhead == frame


def test_dragging_the_voice_of_the_whole_film_moves_the_voice_in_one_step(reviewing: Application, qtbot: QtBot) -> None:
    before = reviewing.document.project
    drag(reviewing, place(reviewing, 40, Kind.VOICE), place(reviewing, 60, Kind.VOICE), qtbot)
    clip = reviewing.document.project.clips[0]
    assert float(clip.voice.start) == pytest.approx(0.8, abs=0.05)
    assert clip.span == Span(0, FRAMES)
    reviewing.document.undo()
    assert reviewing.document.project == before


def test_a_clip_is_dragged_and_snaps_and_does_not_lie_over_another(reviewing: Application, qtbot: QtBot) -> None:
    voice = Voice(Path("/voices/line.wav"))
    reviewing.document.edit("none", edit.remove_clip("voice"))
    for name, span in (("a", Span(10, 30)), ("b", Span(60, 80))):
        reviewing.document.edit(name, edit.add_clip(Clip(name, span, voice)))
    drag(reviewing, place(reviewing, 20, Kind.VOICE), place(reviewing, 39.7, Kind.VOICE), qtbot)
    assert [clip.span for clip in reviewing.document.project.clips] == [Span(30, 50), Span(60, 80)]
    drag(reviewing, place(reviewing, 40, Kind.VOICE), place(reviewing, 75, Kind.VOICE), qtbot)
    first, second = reviewing.document.project.clips
    assert not first.span.overlaps(second.span)


def test_an_edge_is_trimmed(reviewing: Application, qtbot: QtBot) -> None:
    drag(reviewing, place(reviewing, FRAMES - 0.2, Kind.VOICE), place(reviewing, 70, Kind.VOICE), qtbot)
    assert reviewing.document.project.clips[0].span == Span(0, 70)
    assert reviewing.document.undo_text == "Trim clip"


def drop(application: Application, at: QPoint, *names: str) -> bool:
    """Drag files over the timeline and let them go; whether they were taken."""
    view, data = application.window.timeline.view, QMimeData()
    data.setUrls([QUrl.fromLocalFile(f"/voices/{name}") for name in names])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(at, *how)
    view.dragEnterEvent(enter)
    if enter.isAccepted():
        view.dragMoveEvent(QDragMoveEvent(at, *how))
        assert view._landing is not None
        assert not view.grab().isNull()
        view.dropEvent(QDropEvent(QPointF(at), *how))
        assert view._landing is None
    return enter.isAccepted()


def test_a_voice_dropped_at_a_place_begins_there_beside_the_other(reviewing: Application, qtbot: QtBot) -> None:
    before = reviewing.document.project
    assert drop(reviewing, place(reviewing, 49.7, Kind.VOICE), "hello.wav")  # one second, near the cut at 50
    qtbot.waitUntil(lambda: len(reviewing.document.project.clips) == 2)
    first, second = reviewing.document.project.clips
    assert first == before.clips[0]
    assert (second.span, second.voice.start, second.face) == (Span(50, 75), 2, 3)
    assert reviewing.document.undo_text == "Place voice"
    reviewing.document.undo()
    assert reviewing.document.project == before


def test_several_voices_dropped_follow_each_other(reviewing: Application, qtbot: QtBot) -> None:
    reviewing.document.edit("none", edit.remove_clip("voice"))
    assert drop(reviewing, place(reviewing, 10, Kind.PICTURES), "hello.wav", "film.mp4")
    qtbot.waitUntil(lambda: len(reviewing.document.project.clips) == 2)
    assert [clip.span for clip in reviewing.document.project.clips] == [Span(10, 35), Span(35, 55)]


def test_what_is_no_voice_is_not_dropped_on_the_timeline(reviewing: Application, qtbot: QtBot) -> None:
    before = reviewing.document.project
    assert not drop(reviewing, place(reviewing, 10, Kind.VOICE), "other.dub")
    assert drop(reviewing, place(reviewing, 10, Kind.VOICE), "silent.wav")
    qtbot.waitUntil(lambda: "has no sound" in reviewing.window.messages.text)
    assert reviewing.document.project == before


def test_keys_mark_and_go(reviewing: Application, qtbot: QtBot) -> None:
    window = reviewing.window
    for frame, key in ((20, Qt.Key.Key_I), (80, Qt.Key.Key_O), (33, Qt.Key.Key_M)):
        reviewing.preview.seek(frame)
        qtbot.keyClick(window, key)
    project = reviewing.document.project
    assert project.in_out == Span(20, 81)
    assert [marker.frame for marker in project.markers] == [33]
    reached = []
    for key in (Qt.Key.Key_I, Qt.Key.Key_O):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ShiftModifier)
        reached.append(reviewing.preview.playhead)
    assert reached == [20, 80]
    stops = []
    reviewing.preview.seek(0)
    for _ in range(4):
        qtbot.keyClick(window, Qt.Key.Key_Down)
        stops.append(reviewing.preview.playhead)
    assert stops == [20, 33, 50, 81]
    qtbot.keyClick(window, Qt.Key.Key_Up)
    assert reviewing.preview.playhead == 50
    reviewing.preview.seek(33)
    qtbot.keyClick(window, Qt.Key.Key_M)
    assert reviewing.document.project.markers == ()
    qtbot.keyClick(window, Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier)
    assert reviewing.document.project.in_out is None


def test_zoom_keys_reach_single_frames_and_all(reviewing: Application, qtbot: QtBot) -> None:
    view = reviewing.window.timeline.view
    for _ in range(12):
        qtbot.keyClick(reviewing.window, Qt.Key.Key_Plus)
    assert view.scale.zoom == 120
    assert reviewing.window.timeline.bar.isVisible()
    reviewing.preview.seek(70)
    assert view.scale.left <= 70 < view.scale.right
    qtbot.keyClick(reviewing.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
    assert view.scale == view.scale.fitted()


def test_from_problem_to_problem(reviewing: Application, fake_work: FakeWork, qtbot: QtBot) -> None:
    qtbot.keyClick(reviewing.window, Qt.Key.Key_N)
    assert "No problem" in reviewing.window.messages.text
    fake_work.problems = (FakeProblem(Span(12, 20)), FakeProblem(Span(70, 71)))
    reviewing.document.edit("move", edit.delay_voice("voice", 1))
    panel = reviewing.window.timeline
    qtbot.waitUntil(lambda: panel.problems.count() == 2)
    for frame in (12, 70, 12):
        qtbot.keyClick(reviewing.window, Qt.Key.Key_N)
        assert reviewing.preview.playhead == frame
    assert panel.problems.item(1).text() == "⚠ 00:00:02:20  no face"


def test_frames_are_made_ready_while_nothing_is_asked_and_shown_at_once(reviewing: Application, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: reviewing.preview.kept.spans() == ((0, FRAMES),))
    qtbot.waitUntil(lambda: reviewing.window.timeline.view._ready == ((0, FRAMES),))
    reviewing.preview.seek(80)
    assert reviewing.window.stage.shown_frame == 80
    reviewing.document.edit("move", edit.delay_voice("voice", 1))
    assert reviewing.preview.kept.spans() == ()


def test_small_pictures_stay_the_same_while_one_scrolls() -> None:
    scale = Scale(10_000, 1000, 500.0, 2.0)
    before = set(seen_frames(scale, 80))
    after = set(seen_frames(scale.scrolled(200), 80))
    assert len(before & after) >= len(before) - 4
    assert seen_frames(Scale(3, 1000).fitted(), 80) == [0, 1, 2]
