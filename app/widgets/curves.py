"""Two curves over the steps of a training, drawn by pyqtgraph, which is loaded with the first of them.

Told apart by line and marks, not by colour alone; the newest values stand below in words. Knows no training.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPalette, QPen
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.language import tr
from app.widgets.section import muted

Points = Sequence[tuple[int, float]]
"""Steps and values, in order."""

_HEIGHT = 170


class Curves(QWidget):
    """What is learned from as a line, what is held out dashed with circles."""

    def __init__(self) -> None:
        super().__init__()
        from pyqtgraph import PlotWidget

        self.plot: Any = PlotWidget()
        self.plot.setAccessibleName(tr("Difference from the film over the steps"))
        self.plot.setFixedHeight(_HEIGHT)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what it shows stands below in words
        self.plot.setMenuEnabled(False)
        self.plot.setMouseEnabled(False, False)
        self.plot.hideButtons()
        self._learned: Any = self.plot.plot()
        self._held_out: Any = self.plot.plot()
        self.words = muted()
        self.words.setAccessibleName(tr("Newest values of the curves"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.plot)
        layout.addWidget(self.words)
        self._dress()

    def show_points(self, learned: Points, held_out: Points) -> None:
        """Show other curves."""
        for curve, points in ((self._learned, learned), (self._held_out, held_out)):
            curve.setData([step for step, _ in points], [value for _, value in points])
        self.words.setText("\n".join([*_newest(tr("━ learned from: {value:.4f} at step {step}"), learned),
                                      *_newest(tr("╍○ held out: {value:.4f} at step {step}"), held_out)]))  # fmt: skip

    @property
    def points(self) -> tuple[int, int]:
        """How many points each curve has."""
        learned, held_out = ([] if x is None else x for x in (self._learned.xData, self._held_out.xData))
        return len(learned), len(held_out)

    def changeEvent(self, event: QEvent) -> None:
        """Take other colours."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and hasattr(self, "words"):
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        palette = QApplication.palette()  # a style sheet makes the widget's own hints pale
        role = QPalette.ColorRole
        text, quiet = palette.color(role.Text), palette.color(role.PlaceholderText)
        self.plot.setBackground(palette.color(role.Base))
        for name in ("left", "bottom"):
            axis = self.plot.getAxis(name)
            axis.setPen(palette.color(role.Mid))
            axis.setTextPen(quiet)
        self.plot.showGrid(x=False, y=True, alpha=0.15)
        self.plot.setLabel("bottom", tr("Step"), color=quiet.name())
        self._learned.setPen(_pen(palette.color(role.Highlight), Qt.PenStyle.SolidLine))
        self._held_out.setPen(_pen(text, Qt.PenStyle.DashLine))
        self._held_out.setSymbol("o")
        self._held_out.setSymbolSize(7)
        self._held_out.setSymbolBrush(palette.color(role.Base))
        self._held_out.setSymbolPen(text)


def _newest(words: str, points: Points) -> list[str]:
    return [words.format(value=points[-1][1], step=points[-1][0])] if points else []


def _pen(colour: QColor, style: Qt.PenStyle) -> QPen:
    pen = QPen(colour, 2, style)
    pen.setCosmetic(True)
    return pen
