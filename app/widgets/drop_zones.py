"""Two areas that appear while files are dragged over the window: film on the left, voice on the right.

Knows nothing of what is in the files.
"""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from app.language import later, tr

_TITLES = {"film": later("Film"), "voice": later("Voice")}
_HINTS = {"film": later("the clip to dub"), "voice": later("what is to be said")}


class DropZones(QWidget):
    """Covers the window during a drag and shows where to drop. It takes no events: its parent does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("Drop a film on the left, a voice on the right"))
        self._lit = ""
        self.hide()

    def begin(self, area: QRect) -> None:
        """Cover an area of the parent."""
        self.setGeometry(area)
        self.raise_()
        self.show()

    def light(self, point: QPointF) -> None:
        """Show what would become of files dropped here."""
        self._lit = self.zone_at(point)
        self.update()

    def zone_at(self, point: QPointF) -> str:
        """`film` or `voice`."""
        return "film" if point.x() < self.width() / 2 else "voice"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both areas over a veil."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = self.palette().color(QPalette.ColorRole.Window)
        veil.setAlpha(250)
        painter.fillRect(event.rect(), veil)
        half = self.width() / 2
        for name, left in (("film", 0.0), ("voice", half)):
            self._paint_zone(painter, name, QRectF(left, 0, half, self.height()).adjusted(24, 24, -24, -24))

    def _paint_zone(self, painter: QPainter, name: str, area: QRectF) -> None:
        lit = self._lit == name
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        ground = QColor(accent)
        ground.setAlpha(50 if lit else 0)
        painter.setBrush(ground)
        painter.setPen(QPen(accent, 3 if lit else 2, Qt.PenStyle.SolidLine if lit else Qt.PenStyle.DashLine))
        painter.drawRoundedRect(area, 12, 12)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        font = self.font()
        font.setPixelSize(24)
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(area.translated(0, -18), Qt.AlignmentFlag.AlignCenter, tr(_TITLES[name]))
        font.setPixelSize(14)
        font.setBold(False)
        painter.setFont(font)
        painter.drawText(area.translated(0, 18), Qt.AlignmentFlag.AlignCenter, tr(_HINTS[name]))
