"""Everybody can use it: names for those who listen, Tab for those without a mouse, room for longer languages."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.application import Application
from app.language import Language
from app.panels.key_sheet import KeySheet
from app.upkeep import Page
from app.widgets.elided import ElidedLabel
from tests.translations import ROOT

CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit)
OF_QT = ("qt_", "QTabBar", "QHeaderView", "QTableCornerButton", "ScrollLeftButton", "ScrollRightButton")


class Longer(QTranslator):
    """A language that says everything 40 % longer, and marks where a text begins and ends."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt names it
        return False

    def translate(self, context: str, text: str, note: str | None = None, count: int = -1) -> str:
        extra = -(-len(text) * 2 // 5)
        return text if context else f"{text.rstrip(' …:')}{'~' * extra}{text[len(text.rstrip(' …:')) :]}"


@pytest.fixture
def longer(qapp: QApplication) -> Iterator[None]:
    translator = Longer()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def windows(application: Application, wait: Callable[[int], object]) -> Iterator[tuple[str, QWidget]]:
    """The window, each of its docks, and every dialog, shown one after the other."""
    yield "window", application.window
    for dock in application.window.findChildren(QDockWidget):
        dock.show()
        wait(10)
        yield dock.objectName(), dock
        dock.hide()
    for page in Page:
        dialog = application.pages.show(page)
        wait(10)
        yield page.value, dialog
        dialog.hide()
    application.commands.export()
    wait(10)
    yield "export", application.export_dialog
    application.export_dialog.hide()
    sheet = KeySheet(application.window.actions_by_id.made, application.window)
    sheet.show()
    yield "key sheet", sheet
    sheet.close()
    sheet.deleteLater()


def is_ours(widget: QWidget) -> bool:
    """Whether a widget is not a part that Qt has put into another."""
    name = widget.objectName() + " " + type(widget).__name__
    parent = widget.parent()
    of_choice = parent is not None and parent.metaObject().className().startswith("QComboBox")
    return not any(part in name for part in OF_QT) and not of_choice and not isinstance(parent, QAbstractSpinBox)


def is_cut(widget: QWidget) -> bool:
    """Whether a text needs more room than there is."""
    if isinstance(widget, ElidedLabel) or not widget.isVisible():
        return False
    if isinstance(widget, QLabel) and widget.text() and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height() + 1
    shows_text = isinstance(widget, QLabel | QAbstractButton) and bool(widget.text())
    return shows_text and widget.sizeHint().width() > widget.width() + 1


def test_every_control_has_a_name(dubbing: Application, qtbot: QtBot) -> None:
    nameless = [
        f"{name}: {type(widget).__name__} {widget.objectName()}"
        for name, window in windows(dubbing, qtbot.wait)
        for widget in window.findChildren(QWidget)
        if isinstance(widget, CONTROLS) and not isinstance(widget, QScrollBar) and is_ours(widget)
        if widget.window() is window.window() and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        if not widget.accessibleName() and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert nameless == []


def test_tab_reaches_every_control(dubbing: Application, qtbot: QtBot) -> None:
    missed = []
    for name, window in windows(dubbing, qtbot.wait):
        chain, at = set(), window.nextInFocusChain()
        while at is not None and at not in chain:
            chain.add(at)
            at = at.nextInFocusChain()
        missed += [
            f"{name}: {widget.accessibleName()}"
            for widget in window.findChildren(QWidget)
            if isinstance(widget, CONTROLS) and not isinstance(widget, QScrollBar) and is_ours(widget)
            if widget.isVisible() and widget.isEnabled()
            if widget not in chain or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
    assert missed == []


def cut_in(window: QWidget) -> list[str]:
    """Texts of a window that are cut off."""
    return [
        f"{widget.text()} has {widget.width()} × {widget.height()}, needs {widget.sizeHint().width()}"
        for widget in window.findChildren(QWidget)
        if is_cut(widget) and isinstance(widget, QLabel | QAbstractButton)
    ]


def test_longer_words_have_room(longer: None, dubbing: Application, qtbot: QtBot) -> None:
    cut = []
    for name, window in windows(dubbing, qtbot.wait):
        for _ in range(20):  # what was found out meanwhile makes its room
            if not cut_in(window):
                break
            qtbot.wait(20)
        cut += [f"{name}: {text}" for text in cut_in(window)]
    assert cut == []


@pytest.mark.parametrize(
    ("language", "screen"),
    [
        (Language.GERMAN, (1366, 768)),
        pytest.param(Language.GERMAN, (1920, 1080), marks=pytest.mark.slow),
        pytest.param(Language.SPANISH, (1366, 768), marks=pytest.mark.slow),
        pytest.param(Language.SPANISH, (1920, 1080), marks=pytest.mark.slow),
    ],
)
def test_at_200_percent_everything_has_room_on_small_screens(language: Language, screen: tuple[int, int]) -> None:
    """Drawn twice as large, 1366 × 768 are 683 × 384; these languages need the most room."""
    command = [sys.executable, "-m", "tests.app.double_size", language, *map(str, screen)]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, timeout=120)
    assert json.loads(told.stdout) == []
