"""Colours that change while windows are open: nothing of the former ones is left, neither grounds nor icons."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QDockWidget, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.application import Application
from app.panels.check import CheckPage
from app.settings import Settings
from app.theme import DARK, LIGHT, Scheme, Theme
from app.upkeep import Page
from app.widgets.sign import Sign
from app.widgets.video_view import VideoView
from core.selfcheck import Finding
from tests.app.fakes import FakeWork

STRAY = 12
"""Pixels of a colour that letters and pictures may have by chance."""


@pytest.fixture
def opened(dubbing: Application, fake_work: FakeWork, qtbot: QtBot) -> list[QWidget]:
    """The window with every dock, and every page, all open at once."""
    fake_work.upkeep.findings = (Finding("processor", "one"), Finding("microphone", "none", "None.", "Plug one in."))
    for dock in dubbing.window.findChildren(QDockWidget):
        dock.show()
    pages = [dubbing.pages.show(page) for page in Page]
    check = dubbing.pages.made[Page.CHECK]
    assert isinstance(check, CheckPage)
    qtbot.waitUntil(lambda: len(check.findChildren(Sign)) == 2)
    dubbing.window.messages.say("warning", "Something is to be known.", "")
    return [dubbing.window, *pages]


def switch(application: Application, scheme: Scheme, qtbot: QtBot) -> None:
    application.commands.use_scheme(scheme)
    qtbot.wait(50)


def colours(widget: QWidget) -> dict[str, int]:
    """How many pixels of each colour a widget has."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    data = memoryview(image.constBits()).cast("I")
    counted: dict[int, int] = {}
    for value in data[::3]:
        counted[value] = counted.get(value, 0) + 1
    return {f"#{value & 0xFFFFFF:06x}": count for value, count in counted.items()}


def left_of(theme: Theme, other: Theme, window: QWidget) -> dict[str, int]:
    """Pixels in the grounds of a theme that the other one does not have."""
    grounds = {theme.window, theme.panel, theme.field, theme.line} - {"#ffffff"}  # the program's own picture
    found = colours(window)
    return {ground: found[ground] for ground in grounds if found.get(ground, 0) > STRAY}


@pytest.mark.parametrize(("scheme", "theme", "former"), [(Scheme.LIGHT, LIGHT, DARK), (Scheme.DARK, DARK, LIGHT)])
def test_no_ground_of_the_former_colours_is_left(
    dubbing: Application, opened: list[QWidget], qtbot: QtBot, scheme: Scheme, theme: Theme, former: Theme
) -> None:
    switch(dubbing, Scheme.DARK if scheme is Scheme.LIGHT else Scheme.LIGHT, qtbot)
    for view in dubbing.window.findChildren(VideoView):
        view.hide()  # films have every colour
    switch(dubbing, scheme, qtbot)
    for window in opened:
        assert left_of(former, theme, window) == {}, window.windowTitle()
        assert set(colours(window)) & {theme.window, theme.panel}


def icons(window: QWidget) -> Iterator[tuple[str, QIcon]]:
    """What is drawn beside words: on buttons, and as signs; portraits and the program's own picture are none."""
    for button in window.findChildren(QAbstractButton):
        if not button.icon().isNull() and not isinstance(button.parent(), QLineEdit):
            yield button.accessibleName() or button.objectName(), button.icon()
    for label in window.findChildren(QLabel):
        is_sign = isinstance(label, Sign) or label.parent() is window.findChild(QWidget, "message")
        if is_sign and not label.pixmap().isNull():
            yield label.accessibleName(), QIcon(label.pixmap())


def lightness(icon: QIcon) -> float:
    """How light the ink of an icon is, from 0 to 1."""
    image = icon.pixmap(20, 20).toImage()
    inked = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    inked = [each for each in inked if each.alpha() > 200]
    return sum(each.lightnessF() for each in inked) / len(inked) if inked else -1.0


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_every_icon_takes_the_new_colours(
    dubbing: Application, opened: list[QWidget], qtbot: QtBot, scheme: Scheme
) -> None:
    switch(dubbing, Scheme.DARK if scheme is Scheme.LIGHT else Scheme.LIGHT, qtbot)
    switch(dubbing, scheme, qtbot)
    inks = {(window.windowTitle(), name): lightness(icon) for window in opened for name, icon in icons(window)}
    assert len(inks) > 15
    ink = QColor(LIGHT.text if scheme is Scheme.LIGHT else DARK.text).lightnessF()
    assert {name: light for name, light in inks.items() if light >= 0 and abs(light - ink) > 0.15} == {}


def test_playing_can_still_be_stopped_in_other_colours(
    dubbing: Application, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(dubbing.playback), "plays", property(lambda _: True))
    switch(dubbing, Scheme.LIGHT, qtbot)
    shown, stop = dubbing.window.actions_by_id["play"].icon(), dubbing.window.icon("pause")
    assert shown.pixmap(20, 20).toImage() == stop.pixmap(20, 20).toImage()


def test_the_desktops_colours_are_followed(dubbing: Application, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    switch(dubbing, Scheme.SYSTEM, qtbot)
    before = dubbing.window._theme
    other = LIGHT if before is DARK else DARK
    monkeypatch.setattr("app.theme.theme_of", lambda _: other)
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert dubbing.window._theme is other


def test_a_setting_without_colours_dresses_nothing(dubbing: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    """To dress the window takes long; a seconds of count-in more must not."""
    dressed: list[Theme] = []
    monkeypatch.setattr("app.theme.apply", lambda _, theme: dressed.append(theme))
    dubbing.commands.prefer(Settings(count_in=7, welcomed=True))
    assert dressed == []
