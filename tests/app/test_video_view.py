"""The picture from near and far: what lies under a point stays there, and every pixel can be seen as it is."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from pytestqt.qtbot import QtBot

from app.widgets.sight import LARGEST, Sight
from app.widgets.video_view import DIFFERENCE_GAIN, Gaze, VideoView, View

sides = st.tuples(st.integers(16, 4000), st.integers(16, 4000)).map(lambda pair: (float(pair[0]), float(pair[1])))
shares = st.tuples(st.floats(0.05, 0.95), st.floats(0.05, 0.95))


def noise(seed: int = 0, width: int = 160, height: int = 90) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 200, (height, width, 3), np.uint8)


def shown(view: VideoView, point: QPointF) -> tuple[int, ...]:
    return view.grab().toImage().pixelColor(point.toPoint()).getRgb()[:3]


def wheel(view: VideoView, at: QPointF, steps: int) -> None:
    none, buttons = QPoint(), Qt.MouseButton.NoButton
    view.wheelEvent(
        QWheelEvent(
            at, view.mapToGlobal(at), none, QPoint(0, 120 * steps), buttons,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )
    )  # fmt: skip


@pytest.fixture
def view(qtbot: QtBot) -> VideoView:
    view = VideoView()
    qtbot.addWidget(view)
    view.resize(640, 480)
    view.show()
    view.show_frame(noise(), noise(1))
    return view


@given(size=sides, pane=sides, factors=st.lists(st.floats(0.3, 4), max_size=5), at=shares)
def test_places_are_mapped_there_and_back(
    size: tuple[float, float], pane: tuple[float, float], factors: list[float], at: tuple[float, float]
) -> None:
    sight = Sight(size, pane)
    for factor in factors:
        sight = sight.zoomed(factor, (at[0] * pane[0], at[1] * pane[1]))
    place = (at[0] * size[0], at[1] * size[1])
    assert sight.to_picture(sight.to_pane(place)) == pytest.approx(place, rel=1e-9, abs=1e-6)
    assert min(sight.fitting, 1.0) * 0.999 <= sight.scale <= max(LARGEST, sight.fitting)


@given(pane=sides, at=shares, factor=st.floats(1.05, 3))
def test_closer_keeps_what_is_under_the_pointer(
    pane: tuple[float, float], at: tuple[float, float], factor: float
) -> None:
    sight = Sight(pane, pane).zoomed_to(2.0, (pane[0] / 2, pane[1] / 2))
    pointer = (at[0] * pane[0], at[1] * pane[1])
    closer = sight.zoomed(factor, pointer)
    moved = np.subtract(closer.to_picture(pointer), sight.to_picture(pointer))
    assert np.abs(moved).max() <= 1.0  # half a pixel of the screen, twice


@given(
    size=sides,
    pane=sides,
    zoom=st.floats(0.1, 8),
    moves=st.lists(st.tuples(st.floats(-9e3, 9e3), st.floats(-9e3, 9e3)), max_size=4),
)
def test_no_ground_is_seen_where_there_could_be_picture(
    size: tuple[float, float], pane: tuple[float, float], zoom: float, moves: list[tuple[float, float]]
) -> None:
    sight = Sight(size, pane).zoomed_to(zoom, (0, 0))
    for move in moves:
        sight = sight.panned(*move)
    left, top, width, height = sight.area
    for start, extent, room in ((left, width, pane[0]), (top, height, pane[1])):
        if extent >= room:
            assert start <= 1
            assert start + extent >= room - 1.5


def test_full_size_shows_every_pixel_as_it_is(view: VideoView) -> None:
    view.look(Gaze.FULL)
    assert view.zoom == 1.0
    for x, y in ((0, 0), (80, 45), (159, 89)):
        assert shown(view, view.to_widget(QPointF(x, y))) == tuple(noise(1)[y, x])


def test_the_wheel_zooms_round_the_pointer_and_fit_takes_it_back(view: VideoView) -> None:
    at = QPointF(200, 150)
    place = view.to_picture(at)
    wheel(view, at, 8)
    assert not view.is_fitted
    assert (view.to_picture(at) - place).manhattanLength() < 0.5
    pixel = noise(1)[int(place.y()), int(place.x())]
    assert shown(view, view.to_widget(QPointF(int(place.x()) + 0.5, int(place.y()) + 0.5))) == tuple(pixel)
    view.look(Gaze.FIT)
    assert view.is_fitted


def test_the_picture_is_dragged_where_it_is_larger_than_its_pane(view: VideoView, qtbot: QtBot) -> None:
    wheel(view, QPointF(320, 240), 8)
    before = view.to_picture(QPointF(300, 300))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(250, 250))
    qtbot.mouseMove(view, QPoint(300, 300))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    assert (view.to_picture(QPointF(350, 350)) - before).manhattanLength() < 0.5


def test_keys_push_the_picture(view: VideoView) -> None:
    wheel(view, QPointF(320, 240), 8)
    before = view.to_picture(QPointF(320, 240))
    view.look(Gaze.RIGHT)
    assert view.to_picture(QPointF(320, 240)).x() > before.x()
    view.look(Gaze.UP)
    assert view.to_picture(QPointF(320, 240)).y() < before.y()


def test_both_pictures_are_seen_side_by_side_and_zoomed_together(view: VideoView) -> None:
    view.set_view(View.SIDE)
    for _ in range(12):
        view.look(Gaze.CLOSER)
    left = view.to_widget(QPointF(80.5, 45.5))
    right = left + QPointF(640 - (640 - 4) // 2, 0)
    assert shown(view, left) == tuple(noise()[45, 80])
    assert shown(view, right) == tuple(noise(1)[45, 80])
    assert (view.to_picture(left) - view.to_picture(right)).manhattanLength() < 0.01


def test_the_difference_is_seen_enlarged(view: VideoView) -> None:
    original = np.full((90, 160, 3), 100, np.uint8)
    dubbed = original.copy()
    dubbed[45, 80] = (110, 60, 200)
    view.show_frame(original, dubbed)
    view.set_view(View.DIFFERENCE)
    view.look(Gaze.FULL)
    assert shown(view, view.to_widget(QPointF(80, 45))) == (10 * DIFFERENCE_GAIN, 40 * DIFFERENCE_GAIN, 255)
    assert shown(view, view.to_widget(QPointF(70, 45))) == (0, 0, 0)


def test_the_next_frame_is_seen_where_this_one_was(view: VideoView) -> None:
    wheel(view, QPointF(100, 100), 8)
    before = view.picture_rect()
    view.show_frame(noise(2), noise(3))
    assert view.picture_rect() == before
    view.show_frame(noise(2, 90, 160), None)
    assert view.is_fitted
