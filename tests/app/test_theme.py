"""Both themes can be read by everybody, and the style sheet uses only colours that there are."""

import re
import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QCheckBox

from app.theme import DARK, ICONS, LIGHT, Scheme, Theme, apply, icon, style_sheet, theme_of
from app.widgets.video_view import STAGE

TEXTS = [
    ("text", "window"),
    ("text", "panel"),
    ("text", "field"),
    ("text", "hover"),
    ("muted", "window"),
    ("muted", "panel"),
    ("muted", "field"),
    ("on_accent", "accent"),
    ("accent", "panel"),
    ("warning", "panel"),
    ("error", "panel"),
    ("on_stage", "stage"),
]
SIGNS = [("edge", "panel"), ("edge", "field"), ("accent", "panel"), ("accent", "field"), ("accent", "hover")]


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = QColor(colour)
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts.getRgbF()[:3]]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_text_has_contrast(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize(("sign", "ground"), SIGNS)
def test_signs_have_contrast(theme: Theme, sign: str, ground: str) -> None:
    assert contrast(getattr(theme, sign), getattr(theme, ground)) >= 3


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_the_ruler_can_be_read(theme: Theme) -> None:
    """Its labels are the text's colour at 190 of 255 over the panel."""
    ink, ground = QColor(theme.text), QColor(theme.panel)
    share = 190 / 255
    mixed = [round(a * share + b * (1 - share)) for a, b in zip(ink.getRgb()[:3], ground.getRgb()[:3], strict=True)]
    assert contrast(QColor(*mixed).name(), theme.panel) >= 4.5


def test_badges_can_be_read_on_any_picture() -> None:
    """White on black at 190 of 255 over white, the worst case."""
    grey = round(255 * (1 - 190 / 255))
    assert contrast("#ffffff", QColor(grey, grey, grey).name()) >= 4.5


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_the_style_sheet_is_whole(theme: Theme) -> None:
    sheet = style_sheet(theme)
    assert "$" not in sheet.partition("*/")[2]
    pictures = re.findall(r"url\(([^)]+)\)", sheet)
    assert pictures
    assert [picture for picture in pictures if not picture.startswith("icons:")] == []
    assert all((ICONS / picture.removeprefix("icons:")).exists() for picture in pictures)


def test_the_window_is_dressed_wherever_the_program_lies(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder with a space left the whole window bare: Qt could not read the style sheet."""
    before = qapp.styleSheet(), qapp.palette()
    installed = tmp_path / "Программы 程序" / "Dubwright (it's öfter)"
    shutil.copytree(ICONS, installed)
    monkeypatch.setattr("app.theme.ICONS", installed)
    try:
        apply(qapp, LIGHT)
        box = QCheckBox()
        box.setChecked(True)
        image = box.grab().toImage()
        seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
        assert {LIGHT.accent, LIGHT.on_accent} <= seen, "the ground of the box, and the tick on it"
    finally:
        qapp.setStyleSheet(before[0])
        qapp.setPalette(before[1])


def test_schemes_are_themes(qapp: object) -> None:
    assert theme_of(Scheme.DARK) is DARK
    assert theme_of(Scheme.LIGHT) is LIGHT
    assert theme_of(Scheme.SYSTEM) in (DARK, LIGHT)


def test_icons_are_drawn_in_the_colour_asked_for(qapp: object) -> None:
    image = icon("play", "#ff0000", "#00ff00").pixmap(20, 20).toImage()
    inked = [image.pixelColor(x, y) for x in range(20) for y in range(20) if image.pixelColor(x, y).alpha() > 200]
    assert inked
    assert all(colour.red() > 200 and colour.green() < 60 for colour in inked)


def test_the_stage_is_dark_enough_for_every_theme() -> None:
    assert luminance(STAGE) < 0.02
