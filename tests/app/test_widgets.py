"""Widgets by themselves: what they show for a value and what they say when a person changes it."""

from fractions import Fraction

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QSlider, QWidget
from pytestqt.qtbot import QtBot

from app.widgets.choice import Choice
from app.widgets.elided import ElidedLabel
from app.widgets.message_bar import MessageBar
from app.widgets.scrub_bar import ScrubBar
from app.widgets.slider import Gesture, ValueSlider
from app.widgets.spare import SpareRow
from app.widgets.task_row import Estimate, TaskRow, in_words
from app.widgets.video_view import VideoView, View


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def picture(level: int, width: int = 160, height: int = 90) -> np.ndarray:
    return np.full((height, width, 3), level, np.uint8)


def level_at(view: VideoView, x: float, y: float) -> int:
    return view.grab().toImage().pixelColor(round(x), round(y)).red()


@pytest.fixture
def view(qtbot: QtBot) -> VideoView:
    view = VideoView()
    qtbot.addWidget(view)
    view.resize(640, 480)
    view.show()
    return view


@pytest.mark.parametrize(
    ("size", "expected"),
    [((160, 90), (0, 60, 640, 360)), ((90, 160), (185, 0, 270, 480)), ((64, 48), (0, 0, 640, 480))],
)
def test_a_picture_fits_whole_and_in_its_own_shape(
    view: VideoView, size: tuple[int, int], expected: tuple[int, int, int, int]
) -> None:
    view.show_frame(picture(200, *size), None)
    area = view.picture_rect()
    assert (area.x(), area.y(), area.width(), area.height()) == pytest.approx(expected, abs=1)
    assert level_at(view, area.center().x(), area.center().y()) == 200
    if area.top() > 2:
        assert level_at(view, 320, 2) < 30


def test_views_show_the_film_the_dub_or_both(view: VideoView) -> None:
    view.show_frame(picture(50), picture(150))
    assert level_at(view, 320, 240) == 150
    view.set_view(View.ORIGINAL)
    assert level_at(view, 320, 240) == 50
    view.set_view(View.WIPE)
    assert (level_at(view, 100, 300), level_at(view, 540, 300)) == (50, 150)


def test_without_a_dub_every_view_shows_the_film(view: VideoView) -> None:
    view.show_frame(picture(50), None)
    for each in View:
        view.set_view(each)
        assert level_at(view, 320, 240) == 50


def test_the_newest_picture_is_shown(view: VideoView) -> None:
    for level in (10, 60, 110):
        view.show_frame(picture(level), picture(level + 1))
        assert level_at(view, 320, 240) == level + 1
    view.show_frame(None, None)
    assert level_at(view, 320, 240) < 30


def test_the_wipe_is_dragged_and_stops_at_the_edges(view: VideoView, qtbot: QtBot) -> None:
    view.show_frame(picture(50), picture(150))
    view.set_view(View.WIPE)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(320, 240))
    qtbot.mouseMove(view, QPoint(160, 240))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(160, 240))
    assert view.wipe == pytest.approx(0.25, abs=0.01)
    assert level_at(view, 200, 300) == 150
    qtbot.mouseMove(view, QPoint(400, 240))
    assert view.wipe == pytest.approx(0.25, abs=0.01)
    view.set_wipe(7)
    assert view.wipe == 1


def test_a_click_beside_the_wipe_does_not_move_it(view: VideoView, qtbot: QtBot) -> None:
    view.show_frame(picture(50), picture(150))
    view.set_view(View.WIPE)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 240))
    qtbot.mouseMove(view, QPoint(200, 240))
    assert view.wipe == 0.5


@pytest.fixture
def bar(qtbot: QtBot) -> ScrubBar:
    bar = ScrubBar()
    qtbot.addWidget(bar)
    bar.resize(800, 52)
    bar.set_film(250, Fraction(25))
    bar.show()
    return bar


def test_places_on_the_bar_are_frames_and_back(bar: ScrubBar) -> None:
    assert [bar.frame_at(bar.x_of(frame + 0.5)) for frame in range(250)] == list(range(250))


def test_beside_the_bar_are_its_ends(bar: ScrubBar) -> None:
    assert (bar.frame_at(-50), bar.frame_at(5000)) == (0, 249)


def test_a_press_goes_there_and_a_drag_goes_along(bar: ScrubBar, qtbot: QtBot) -> None:
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(round(bar.x_of(40.5)), 30))
    assert bar.value() == 40
    qtbot.mouseMove(bar, QPoint(round(bar.x_of(90.5)), 30))
    assert bar.value() == 90
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(round(bar.x_of(90.5)), 30))
    qtbot.mouseMove(bar, QPoint(round(bar.x_of(10.5)), 30))
    assert bar.value() == 90


@pytest.mark.parametrize("frames", [1, 2, 24, 250, 90_000, 500_000])
def test_any_length_of_film_is_drawn_without_labels_that_meet(bar: ScrubBar, frames: int) -> None:
    bar.set_film(frames, Fraction(30000, 1001))
    bar.set_spans([(0, frames)])
    bar.set_marks([(0, 1)])
    assert not bar.grab().isNull()
    step = bar._seconds_between_labels()
    assert bar.x_of(step * 30) - bar.x_of(0) >= 90 or step * 30 > frames


def test_what_is_dubbed_differs_from_what_is_not(bar: ScrubBar) -> None:
    bar.set_spans([(100, 200)])
    image = bar.grab().toImage()
    outside, inside = (image.pixelColor(round(bar.x_of(frame)), 36) for frame in (50, 150))
    assert outside != inside


def test_a_slider_and_its_number_show_and_tell_one_value(qtbot: QtBot) -> None:
    slider = ValueSlider("Hold", " s", (0.0, 2.0), 0.05, "tip")
    qtbot.addWidget(slider)
    told: list[float] = []
    slider.changed.connect(lambda value, _: told.append(value))
    slider.show_value(0.3)
    assert (told, slider.value) == ([], 0.3)
    slider.findChildren(QSlider)[0].setValue(10)
    assert (told, slider.value) == ([0.5], 0.5)
    slider._number.setValue(1.25)
    assert (told[-1], slider._slider.value()) == (1.25, 25)


def test_gestures_end_with_a_pause_and_begin_with_a_drag() -> None:
    clock = Clock()
    gesture = Gesture(clock)
    first = gesture.token()
    clock.now += 0.5
    assert gesture.token() is first
    clock.now += 1.5
    second = gesture.token()
    assert second is not first
    gesture.begin()
    third = gesture.token(is_dragged=True)
    clock.now += 60
    assert gesture.token(is_dragged=True) is third is not second


def test_a_choice_tells_values_and_shows_unknown_ones(qtbot: QtBot) -> None:
    choice = Choice("Format", "tip")
    qtbot.addWidget(choice)
    choice.offer({"a": "First", "b": "Second"})
    told: list[object] = []
    choice.chosen.connect(told.append)
    choice.show_value("b")
    assert (told, choice.value) == ([], "b")
    choice.show_value("h264_nvenc")
    assert choice.value == "h264_nvenc"
    choice._box.activated.emit(0)
    assert told == ["a"]


def test_time_left_is_told_from_the_speed_so_far() -> None:
    clock = Clock()
    estimate = Estimate(clock)
    assert estimate.left(0, 100) is None
    clock.now += 1
    assert estimate.left(10, 100) is None
    clock.now += 3
    assert estimate.left(20, 100) == pytest.approx(16)


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.2, "1 s"), (40, "40 s"), (89, "89 s"), (200, "3 min"), (4800, "1 h 20 min")]
)
def test_durations_are_said_as_people_say_them(seconds: float, words: str) -> None:
    assert in_words(seconds) == words


def test_a_row_that_is_stopped_says_so_until_it_ends(qtbot: QtBot) -> None:
    row = TaskRow("Exporting a.mp4", can_cancel=True)
    qtbot.addWidget(row)
    with qtbot.waitSignal(row.cancelled):
        row._cancel.click()
    row.report(5, 10, "frames", None)
    assert row.facts == "Stopping …"
    assert not row._cancel.isEnabled()


def test_making_a_row_shows_no_window(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QApplication, QWidget

    def shown() -> list[QWidget]:
        return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]

    before = shown()
    row = TaskRow("Exporting", can_cancel=True)
    qtbot.addWidget(row)
    assert shown() == before


def test_a_long_name_asks_for_no_room(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setText("a_very_long_name_of_a_film_" * 10 + ".mp4")
    assert label.minimumSizeHint().width() < 60
    label.resize(120, 20)
    assert not label.grab().isNull()


def test_a_wipe_outside_a_picture_is_not_grasped(view: VideoView) -> None:
    view.set_view(View.WIPE)
    assert not view._grasps(QPointF(320, 240))


def test_a_message_does_not_hide_the_one_before_it_for_good(qtbot: QtBot) -> None:
    bar = MessageBar(lambda _: QIcon())
    qtbot.addWidget(bar)
    bar.say("error", "The disk is full.", "Make room.")
    bar.say("notice", "One frame is damaged.", "")
    bar.say("notice", "One frame is damaged.", "")
    assert bar.text == "One frame is damaged."
    bar._close.click()
    assert bar.text == "Error: The disk is full."
    bar._close.click()
    assert bar.text == ""


def test_parts_without_room_are_left_out_the_last_first(qtbot: QtBot) -> None:
    parts = [QPushButton(name) for name in ("one", "two", "three")]
    row, panel = SpareRow(parts), QWidget()
    qtbot.addWidget(panel)
    row.setParent(panel)
    panel.show()
    widths = [part.sizeHint().width() + 4 for part in parts]
    for fitting in (3, 1, 2, 0):
        row.resize(sum(widths[:fitting]), 40)
        assert [part.isVisible() for part in parts] == [number < fitting for number in range(3)]
    row.resize(sum(widths), 40)
    parts[0].setText("one that says much more")
    row.fit()
    assert not parts[2].isVisible()
