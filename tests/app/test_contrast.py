"""Every text can be read on the ground that it really stands on: at least 4.5:1 (WCAG 2.2, 1.4.3), in both themes.

The windows are drawn as they are shown, twice as large so that letters have a core, and measured pixel by pixel. What
cannot be used at the moment is exempt.
"""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.application import Application
from app.notify import Kind
from app.theme import Scheme
from tests.app.test_everyone import windows

SCALE = 2
LEAST = 4.5
NOISE = 2
"""Pixels of a colour that letters have at least."""


def drawn(window: QWidget) -> npt.NDArray[np.uint32]:
    """A window as it is shown, larger: 0xffrrggbb, (height, width)."""
    pixmap = QPixmap(window.size() * SCALE)
    pixmap.setDevicePixelRatio(SCALE)
    window.render(pixmap)
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)[:, : image.width()].copy()


def measured(image: npt.NDArray[np.uint32], place: QRect) -> float:
    """The contrast of what stands out most in a place to what most of it is."""
    top, left = max(place.top(), 0) * SCALE, max(place.left(), 0) * SCALE
    inside = image[top : (place.bottom() + 1) * SCALE, left : (place.right() + 1) * SCALE]
    colours, counts = np.unique(inside, return_counts=True)
    if not colours.size:
        return 21.0
    light = luminances(colours)
    ground = light[counts.argmax()]
    low, high = np.minimum(light, ground), np.maximum(light, ground)
    return float(((high + 0.05) / (low + 0.05))[counts >= NOISE].max(initial=1.0))


def luminances(colours: npt.NDArray[np.uint32]) -> npt.NDArray[np.float64]:
    """Relative luminance (WCAG 2.2)."""
    parts = (colours[:, None] >> np.array([16, 8, 0], np.uint32) & 255) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    light: npt.NDArray[np.float64] = linear @ np.array([0.2126, 0.7152, 0.0722])
    return light


def texts(window: QWidget) -> Iterator[tuple[str, QRect]]:
    """Every text of a window that is seen and can be used, and its place there."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not widget.isEnabled() or widget.window() is not window.window():
            continue
        corner = widget.mapTo(window, QPoint(0, 0))
        seen = widget.visibleRegion().boundingRect().translated(corner)
        if isinstance(widget, QAbstractItemView):
            model = widget.model()
            for row in range(min(model.rowCount(), 3)):
                place = widget.visualRect(model.index(row, 0)).translated(widget.viewport().mapTo(window, QPoint(0, 0)))
                if model.index(row, 0).data() and place.height() > 4:
                    yield f"{widget.accessibleName()}: {model.index(row, 0).data()}", place & seen
        elif seen.height() > 8 and seen.width() > 8 and (text := told(widget)):
            yield f"{type(widget).__name__} {text}", seen


def told(widget: QWidget) -> str:
    """What is written on a widget."""
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit | QAbstractSpinBox):
        return widget.text().strip()
    return widget.currentText() if isinstance(widget, QComboBox) else ""


def faint(window: QWidget) -> list[str]:
    """Texts that cannot be read well."""
    image = drawn(window)
    found = ((text, measured(image, place)) for text, place in texts(window) if not place.isEmpty())
    return [f"{text}: {value:.1f}" for text, value in found if value < LEAST]


@pytest.mark.parametrize("scheme", [Scheme.DARK, Scheme.LIGHT])
def test_every_text_stands_out(dubbing: Application, qtbot: QtBot, scheme: Scheme) -> None:
    dubbing.commands.use_scheme(scheme)
    found = []
    for kind in Kind:
        dubbing.window.messages.say(kind, f"A {kind}.", "What to do about it.")
        found += [f"{kind}: {text}" for text in faint(dubbing.window.messages)]
        dubbing.window.messages.close_message()
    for name, window in windows(dubbing, qtbot.wait):
        QApplication.processEvents()
        found += [f"{name}: {text}" for text in faint(window)]
    assert found == []


@pytest.mark.parametrize("scheme", [Scheme.DARK, Scheme.LIGHT])
def test_the_empty_window_stands_out(application: Application, scheme: Scheme) -> None:
    application.commands.use_scheme(scheme)
    assert faint(application.window) == []


def test_the_measure_sees_what_is_faint(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet("background: #ffffff")
    window.resize(400, 60)
    for number, (colour, _) in enumerate(pairwise(["#999999", "#595959", ""])):
        label = QLabel("Letters to be read", window)
        label.setStyleSheet(f"color: {colour}; font-size: 13px")
        label.move(10, 5 + 25 * number)
    window.show()
    image = drawn(window)
    values = [measured(image, place) for _, place in texts(window)]
    assert values[0] == pytest.approx(2.85, abs=0.15)
    assert values[1] == pytest.approx(7.0, abs=0.3)
