"""The hand on the mask: dials with keys, strokes, box and landmarks, stretches as filmed; each one step to undo."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from app.application import Application
from app.mask_tools import MaskTools, MaskView, Tool
from app.timeline.lanes import LABELS
from core import edit
from core.face import mesh
from core.face.axes import axes_of
from core.project import Clip, Dial, Key, Region, Retouch, Span
from tests.app.fakes import FakeFrame
from tests.core.face.drawn_mesh import drawn_mesh

POINTS = drawn_mesh((32.0, 16.0), 10.0)


@dataclass(frozen=True)
class FakeMask:
    x: int
    y: int
    alpha: Any


@dataclass(frozen=True)
class FakeMasked:
    clip: str
    points: Any
    mask: Any


@pytest.fixture
def tools(dubbing: Application, qtbot: QtBot) -> MaskTools:
    """The tools with a face on the picture at the playhead, and the dock in sight."""
    dubbing.mask.show()
    show(dubbing)
    return dubbing.mask_tools


def show(application: Application) -> None:
    face = FakeMasked("voice", POINTS, FakeMask(22, 10, np.full((20, 20), 0.5, np.float32)))
    picture = np.full((36, 64, 3), 90, np.uint8)
    here = application.preview.playhead
    application.preview.shown.emit(FakeFrame(here, picture, picture + 1, faces=(face,)))


def clip_of(application: Application) -> Clip:
    return application.document.project.clips[0]


def spot(application: Application, x: float, y: float) -> QPoint:
    return application.window.stage.video.to_widget(QPointF(x, y)).toPoint()


def drag(application: Application, qtbot: QtBot, start: QPoint, stop: QPoint) -> None:
    overlay, left = application.mask_overlay, Qt.MouseButton.LeftButton
    qtbot.mousePress(overlay, left, pos=start)
    qtbot.mouseMove(overlay, (start + stop) / 2)
    qtbot.mouseMove(overlay, stop)
    qtbot.mouseRelease(overlay, left, pos=stop)


def test_a_dial_without_keys_is_one_of_the_look_and_with_keys_sets_one_here(
    dubbing: Application, tools: MaskTools
) -> None:
    tools.turn(Dial.MARGIN, 0.1, None)
    assert clip_of(dubbing).look.margin == 0.1
    dubbing.mask.keys[Dial.MARGIN].click()
    assert tools.keys(Dial.MARGIN) == (Key(0, 0.1),)
    dubbing.preview.seek(10)
    tools.turn(Dial.MARGIN, 0.3, "drag")
    dubbing.preview.seek(5)
    assert tools.value(Dial.MARGIN) == pytest.approx(0.2)
    assert clip_of(dubbing).look.margin == 0.1
    dubbing.preview.seek(10)
    assert dubbing.mask.keys[Dial.MARGIN].isChecked()
    dubbing.mask.keys[Dial.MARGIN].click()
    assert dubbing.document.undo_text == "Remove keyframe"
    while dubbing.document.undo_text != "Import voice":
        dubbing.document.undo()
    assert clip_of(dubbing).retouch == Retouch()


def test_a_stroke_lies_on_the_face_where_it_was_drawn(dubbing: Application, tools: MaskTools, qtbot: QtBot) -> None:
    dubbing.commands.change("Range", edit.set_in_out(Span(0, 40)))
    show(dubbing)
    tools.choose(Tool.ERASER)
    drag(dubbing, qtbot, spot(dubbing, 30, 20), spot(dubbing, 36, 20))
    (stroke,) = clip_of(dubbing).retouch.strokes
    assert (stroke.adds, stroke.span) == (False, Span(0, 40))
    ends = axes_of(POINTS).to_picture(np.array([stroke.path[0], stroke.path[-1]], np.float32))
    assert np.abs(ends - [(30, 20), (36, 20)]).max() < 0.5
    assert dubbing.document.undo_text == "Eraser"
    dubbing.mask.clear.click()
    assert clip_of(dubbing).retouch == Retouch()


def test_the_box_is_dragged_and_one_drag_is_one_step(dubbing: Application, tools: MaskTools, qtbot: QtBot) -> None:
    tools.choose(Tool.BOX)
    drag(dubbing, qtbot, spot(dubbing, 32, 16), spot(dubbing, 35, 16))
    (correction,) = clip_of(dubbing).retouch.corrections
    assert correction.dx * axes_of(POINTS).scale == pytest.approx(3, abs=0.3)
    assert correction.frame == 0
    dubbing.document.undo()
    assert clip_of(dubbing).retouch == Retouch()


def test_a_landmark_is_dragged(dubbing: Application, tools: MaskTools, qtbot: QtBot) -> None:
    tools.choose(Tool.POINTS)
    x, y = POINTS[mesh.CHIN, :2].tolist()
    drag(dubbing, qtbot, spot(dubbing, x, y), spot(dubbing, x, y + 2))
    (nudge,) = clip_of(dubbing).retouch.corrections[0].nudges
    assert nudge.point == mesh.CHIN
    assert nudge.dy * axes_of(POINTS).scale == pytest.approx(2, abs=0.3)
    dubbing.mask.uncorrect.click()
    assert clip_of(dubbing).retouch == Retouch()


def test_the_original_is_used_between_in_and_out(dubbing: Application, tools: MaskTools) -> None:
    dubbing.commands.change("Range", edit.set_in_out(Span(3, 9)))
    dubbing.mask.original.click()
    assert clip_of(dubbing).retouch.originals == (Span(3, 9),)
    assert dubbing.document.undo_text == "Use the original here"
    dubbing.mask.dubbed.click()
    assert clip_of(dubbing).retouch == Retouch()


def test_brackets_change_the_size_of_the_brush(dubbing: Application, tools: MaskTools, qtbot: QtBot) -> None:
    before = tools.size
    dubbing.window.stage.video.setFocus()
    qtbot.keyClick(dubbing.window, Qt.Key.Key_BracketRight)
    assert tools.size > before
    qtbot.keyClick(dubbing.window, Qt.Key.Key_BracketLeft)
    assert tools.size == pytest.approx(before)


def test_without_a_tool_the_pointer_goes_through_and_a_closed_dock_holds_none(
    dubbing: Application, tools: MaskTools
) -> None:
    overlay = dubbing.mask_overlay
    assert overlay.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    tools.choose(Tool.BRUSH)
    assert not overlay.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    dubbing.mask.hide()
    assert tools.tool is Tool.NONE


def test_the_mask_is_seen_over_the_picture_and_alone(dubbing: Application, tools: MaskTools) -> None:
    at = spot(dubbing, 32, 20)
    seen = []
    for view in MaskView:
        tools.see(view)
        seen.append(dubbing.window.stage.video.grab().toImage().pixelColor(at))
    off, over, alone = seen
    assert len({colour.rgb() for colour in seen}) == 3
    assert over.red() > off.red()
    assert alone.red() == alone.green() == alone.blue() == pytest.approx(128, abs=3)


def test_a_key_is_dragged_on_the_timeline(dubbing: Application, tools: MaskTools, qtbot: QtBot) -> None:
    dubbing.commands.change("Key", edit.set_key("voice", Dial.FEATHER, Key(20, 0.2)))
    view = dubbing.window.timeline.view
    lane = next(lane for lane in view._lanes if lane.kind == "voice")
    places = [QPoint(round(LABELS + view.scale.x_of(frame + 0.5)), lane.bottom - 17) for frame in (20, 30, 40)]
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        qtbot.mouseMove(view, place)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=places[-1])
    assert clip_of(dubbing).retouch.curves[0].keys == (Key(40, 0.2),)
    assert dubbing.document.undo_text == "Move keyframe"


def test_everything_in_the_dock_has_a_name(dubbing: Application, tools: MaskTools) -> None:
    controls = [each for each in dubbing.mask.widget().findChildren(QWidget) if isinstance(each, QAbstractButton)]
    assert controls
    assert all(control.accessibleName() or control.text() for control in controls)


def test_the_side_bar_tells_of_the_mask_and_leads_to_its_dock(dubbing: Application, qtbot: QtBot) -> None:
    side, dock = dubbing.window.side, dubbing.mask
    assert side.mask_told.text() == "Lower face\nStrength 1.00\nFeather 0.12"
    assert not dock.isVisible()
    side.change_mask.click()
    qtbot.waitUntil(dock.isVisible)
    assert dubbing.window.focusWidget().accessibleName() == "Region"


def test_each_value_of_the_mask_has_one_control(dubbing: Application, tools: MaskTools) -> None:
    controls = [*dubbing.window.findChildren(QAbstractSlider), *dubbing.window.findChildren(QComboBox)]
    names = [each.accessibleName() for each in controls]
    for name in ("Region", "Strength", "Feather", "Grow or shrink", "Cheek left", "Cheek right"):
        assert names.count(name) == 1, name


def test_what_is_turned_in_the_dock_is_told_in_the_side_bar(dubbing: Application, tools: MaskTools) -> None:
    tools.turn(Dial.FEATHER, 0.3, None)
    assert dubbing.document.undo_text == "Feather"
    assert dubbing.window.side.mask_told.text().endswith("Feather 0.30")
    tools.toggle_key(Dial.FEATHER)
    assert dubbing.window.side.mask_told.text().endswith("Strength 1.00\nFeather ◆")


def test_the_region_is_chosen_in_the_dock_and_only_the_jaw_has_cheeks(dubbing: Application, tools: MaskTools) -> None:
    dock = dubbing.mask
    assert not dock.left.isVisible()
    dock.region.chosen.emit(Region.JAW)
    assert clip_of(dubbing).look.region is Region.JAW
    assert dock.left.isVisible()
    dock.left.show_value(40)
    dock.left.changed.emit(40.0, "drag")
    assert clip_of(dubbing).look.cheeks[0] == 40
    dubbing.document.undo()
    dubbing.document.undo()
    assert clip_of(dubbing).look.region is Region.MESH
    assert not dock.left.isVisible()
