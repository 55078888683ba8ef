"""The part of the journey on which the mask is seen and mended by hand, in both colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest

from app.mask_tools import MaskView, Tool
from app.theme import Scheme
from core.face import mesh
from core.project import Dial, Region

if TYPE_CHECKING:
    from tests.journey import Journey


def mend_the_mask(journey: Journey) -> None:
    """Key a dial, draw, erase, move a landmark and the box, use the original; then take everything back."""
    application = journey.application
    tools, document = application.mask_tools, application.document
    before = document.project
    application.mask.toggleViewAction().trigger()
    _go(journey, 40)
    tools.see(MaskView.OVERLAY)
    journey.rest()
    journey.picture("mask-over-the-picture")
    application.mask.region.chosen.emit(Region.JAW)
    assert application.mask.left.isVisible(), "the jaw has no cheeks"
    journey.rest(1.0)
    journey.picture("mask-jaw")
    document.undo()
    application.mask.keys[Dial.MARGIN].click()
    _go(journey, 70)
    tools.turn(Dial.MARGIN, 0.15, None)
    assert [key.frame for key in tools.keys(Dial.MARGIN)] == [40, 70], "a keyed dial sets no key"
    for tool, way in ((Tool.BRUSH, (-0.5, 0.0)), (Tool.ERASER, (0.3, 0.2))):
        tools.choose(tool)
        _drag(journey, mesh.MOUTH_LEFT, way)
    journey.until(lambda: len(document.project.clips[0].retouch.strokes) == 2, "two strokes")
    journey.rest(1.0)
    journey.picture("mask-brush-and-eraser")
    tools.choose(Tool.POINTS)
    _drag(journey, mesh.CHIN, (0.0, 0.15))
    journey.rest(1.0)
    journey.picture("mask-landmarks")
    tools.choose(Tool.BOX)
    application.commands.use_scheme(Scheme.LIGHT)
    journey.rest(0.5)
    journey.picture("mask-box-light")
    tools.see(MaskView.ALONE)
    application.mask.original.click()
    journey.rest(1.0)
    journey.picture("mask-alone-original-light")
    application.commands.use_scheme(Scheme.DARK)
    tools.choose(Tool.NONE)
    tools.see(MaskView.OFF)
    while document.project != before:
        assert document.undo_text is not None, "what was done to the mask cannot be taken back"
        QTest.keyClick(journey.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    application.mask.hide()


def _go(journey: Journey, frame: int) -> None:
    journey.application.preview.seek(frame)
    journey.until(lambda: journey.application.mask_tools.face is not None, f"the face in frame {frame}")


def _drag(journey: Journey, point: int, way: tuple[float, float]) -> None:
    """Drag from a point of the face by a share of the face's width."""
    tools, overlay, video = journey.application.mask_tools, journey.application.mask_overlay, journey.window.stage.video
    assert tools.face is not None
    points = tools.face.points
    width = float(points[:, 0].max() - points[:, 0].min())
    x, y = points[point, :2].tolist()
    start, stop = (video.to_widget(QPointF(x + width * dx, y + width * dy)) for dx, dy in ((0, 0), way))
    QTest.mousePress(overlay, Qt.MouseButton.LeftButton, pos=start.toPoint())
    for step in range(1, 11):
        place = start + (stop - start) * step / 10
        held, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        moved = QMouseEvent(
            QEvent.Type.MouseMove, place, overlay.mapToGlobal(place), Qt.MouseButton.NoButton, held, keys
        )
        QCoreApplication.sendEvent(overlay, moved)
        journey.rest(0.03)
    QTest.mouseRelease(overlay, Qt.MouseButton.LeftButton, pos=stop.toPoint())
