"""Colours of the window: a dark and a light theme, as palette, style sheet and icons. Knows no widget by name.

Every pair of a text colour and the ground it stands on has a contrast of at least 4.5:1 (WCAG 2.2, 1.4.3); lines that
show where a control is have at least 3:1 (1.4.11). `tests/app/test_theme.py` counts both.
"""

from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cache
from string import Template

from PySide6.QtCore import QByteArray, QDir, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from core.paths import RESOURCES

ICONS = RESOURCES / "icons"


class Scheme(StrEnum):
    """What the person chose: as the desktop has it, or always one of the two."""

    SYSTEM = "system"
    DARK = "dark"
    LIGHT = "light"


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by their purpose, as `#rrggbb`."""

    name: str
    """Part of the names of the pictures that the style sheet uses."""
    window: str
    """Ground of the window."""
    panel: str
    """Ground of side bar, tool bar, menus."""
    field: str
    """Ground of controls."""
    hover: str
    """Ground of a control under the pointer."""
    line: str
    """Lines between parts, which carry no meaning."""
    edge: str
    """Borders that show where a control is."""
    text: str
    muted: str
    """Second text: units, facts, hints."""
    disabled: str
    """Text of controls that cannot be used now (no contrast is asked of it)."""
    accent: str
    """What is chosen, done or to be pressed next."""
    on_accent: str
    """Text on the accent."""
    warning: str
    error: str
    stage: str
    """Ground of the picture."""
    on_stage: str
    """Text beside the picture."""


DARK = Theme(
    name="dark",
    window="#1a1c20",
    panel="#22252a",
    field="#2d3138",
    hover="#3a3f48",
    line="#33373e",
    edge="#7d8694",
    text="#eceef1",
    muted="#aeb5c0",
    disabled="#6d7480",
    accent="#5aa2ff",
    on_accent="#08192e",
    warning="#ffc75a",
    error="#ff8f85",
    stage="#101114",
    on_stage="#d5d9df",
)

LIGHT = Theme(
    name="light",
    window="#eef0f3",
    panel="#ffffff",
    field="#f4f5f7",
    hover="#e3e7ed",
    line="#d5d9e0",
    edge="#7b8494",
    text="#1b1f26",
    muted="#515a67",
    disabled="#9aa2ae",
    accent="#0a5bc4",
    on_accent="#ffffff",
    warning="#855300",
    error="#b3261e",
    stage="#23262b",
    on_stage="#e3e6ea",
)


def theme_of(scheme: Scheme) -> Theme:
    """The theme that a scheme stands for on this desktop, now."""
    if scheme is Scheme.SYSTEM:
        desktop = QApplication.styleHints().colorScheme()
        return LIGHT if desktop is Qt.ColorScheme.Light else DARK
    return LIGHT if scheme is Scheme.LIGHT else DARK


def apply(application: QApplication, theme: Theme) -> None:
    """Dress every window of the application."""
    QDir.setSearchPaths("icons", [str(ICONS)])
    application.setStyle("Fusion")
    application.setPalette(_palette(theme))
    application.setStyleSheet(style_sheet(theme))


def style_sheet(theme: Theme) -> str:
    """The style sheet of `resources/theme.qss` in the colours of a theme.

    It names pictures as `icons:name.svg`, never by their place: Qt drops a whole style sheet over a path with a space.
    """
    sheet = Template((RESOURCES / "theme.qss").read_text(encoding="utf-8"))
    return sheet.substitute(asdict(theme))


@cache
def icon(name: str, colour: str, disabled: str) -> QIcon:
    """An icon of `resources/icons` drawn in one colour, and in another where it cannot be used."""
    drawn = QIcon()
    for mode, shade in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
        for size in (20, 40):
            drawn.addPixmap(_drawn(name, shade, size), mode)
    return drawn


def _drawn(name: str, colour: str, size: int) -> QPixmap:
    source = (ICONS / f"{name}.svg").read_text(encoding="utf-8").replace("#000", colour)
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    colours = {
        role.Window: theme.panel,
        role.WindowText: theme.text,
        role.Base: theme.field,
        role.AlternateBase: theme.hover,
        role.Text: theme.text,
        role.Button: theme.field,
        role.ButtonText: theme.text,
        role.ToolTipBase: theme.field,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.muted,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Link: theme.accent,
        role.Mid: theme.edge,
        role.Dark: theme.line,
    }
    for which, colour in colours.items():
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.disabled))
    return palette
