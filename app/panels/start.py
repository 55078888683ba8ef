"""What an empty window shows: the two things to do first, which of them is done, and the projects used last."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.language import tr
from app.widgets.section import heading, muted


class StartPanel(QWidget):
    """Says what to do first. Films and voices can be dropped anywhere on it."""

    def __init__(self, film: QAction, voice: QAction, open_recent: Callable[[Path], None]) -> None:
        super().__init__()
        self.setObjectName("stage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._open_recent = open_recent
        self._voice = _Step(
            2, tr("Add the voice"), tr("Any sound or film: what is said there, the mouth will say."), voice
        )
        film_step = _Step(1, tr("Add the film"), tr("The clip with the person who is to speak."), film)
        film_step.button.setObjectName("primary")
        card = QFrame()
        card.setObjectName("card")
        card.setMaximumWidth(620)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(28, 26, 28, 26)
        inner.setSpacing(20)
        title = QLabel(tr("Dub a film"))
        title.setObjectName("title")
        inner.addWidget(title)
        inner.addWidget(
            muted(tr("Drop a film and a voice here, or choose them. The mouth in the film follows the voice."))
        )
        inner.addWidget(film_step)
        inner.addWidget(self._voice)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(4)
        inner.addLayout(self._recent)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 1000)  # as wide as it may be, before the space beside it grows
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # must not widen what replaces it
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(row)
        layout.addStretch(3)

    def show_waiting(self, voice: Path | None) -> None:
        """Show that a voice is there already and only the film is missing."""
        if voice is None:
            self._voice.show_missing()
        else:
            self._voice.show_done(tr("{name} is ready and waits for its film.").format(name=voice.name))

    def show_recent(self, paths: tuple[Path, ...]) -> None:
        """Offer the projects used last."""
        while (item := self._recent.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        if paths:
            self._recent.addWidget(heading(tr("Recent projects")))
        for path in paths:
            button = QPushButton(path.stem)
            button.setObjectName("link")
            button.setToolTip(str(path))
            button.setAccessibleName(tr("Open project {name}").format(name=path.stem))
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _=False, path=path: self._open_recent(path))
            self._recent.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


class _Step(QWidget):
    """One numbered thing to do, with the button that does it."""

    def __init__(self, number: int, title: str, hint: str, action: QAction) -> None:
        super().__init__()
        self._plain, self._hint_text = str(number), hint
        self._number = QLabel(self._plain)
        self._number.setObjectName("number")
        self._number.setFixedSize(26, 26)
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint = muted(hint)
        name = QLabel(f"<b>{title}</b>")
        self.button = QPushButton(tr("Choose …"))
        self.button.setAccessibleName(tr("{title}: choose a file").format(title=title))
        self.button.clicked.connect(action.trigger)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(name)
        words.addWidget(self._hint)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(self.button)

    def show_done(self, text: str) -> None:
        """Tick the step off."""
        self._number.setText("✓")
        self._hint.setText(text)
        self.button.setText(tr("Change …"))

    def show_missing(self) -> None:
        """Show that the step is still to do."""
        self._number.setText(self._plain)
        self._hint.setText(self._hint_text)
        self.button.setText(tr("Choose …"))
