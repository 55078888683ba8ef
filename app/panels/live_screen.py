"""The live picture on a whole screen, for an audience. Knows no session."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import tr
from app.widgets.video_view import STAGE, VideoView


class LiveScreen(QWidget):
    """A window with nothing but the picture; Esc leaves it."""

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle(tr("Live"))
        self.setStyleSheet(f"background: {STAGE}")
        self.picture = VideoView()
        self.picture.setAccessibleName(tr("Live picture on the whole screen"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.picture)

    def show_over(self, window: QWidget) -> None:
        """Fill the screen on which a window is."""
        self.setGeometry(window.screen().geometry())
        self.showFullScreen()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
