"""The inspector tells of the frame at the playhead, and of no other."""

from functools import partial

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.application import Application
from app.panels.inspector import InspectorPanel


def figure(panel: InspectorPanel, name: str) -> str:
    labels = [each for each in panel.findChildren(QLabel) if each.accessibleName() == name and not each.isHidden()]
    return labels[0].text()


def shows(panel: InspectorPanel, index: int) -> bool:
    return panel.shown is not None and panel.shown.index == index


def test_figures_of_the_frame_at_the_playhead(dubbing: Application, qtbot: QtBot) -> None:
    panel = dubbing.inspector
    panel.show()
    for index in (5, 7):
        dubbing.preview.seek(index)
        qtbot.waitUntil(partial(shows, panel, index))
    assert figure(panel, "Confidence") == "0.75"
    assert figure(panel, "Head turned") == "-12°"
    assert figure(panel, "Colour at the seam") == "1.5 levels (8.0 before matching)"
    assert figure(panel, "Mouth made") == "31.0 ms"
    assert "⚠ As filmed: head turned too far" in [each.text() for each in panel.findChildren(QLabel)]


def test_it_asks_nothing_while_it_is_hidden(dubbing: Application, qtbot: QtBot) -> None:
    dubbing.preview.seek(9)
    qtbot.waitUntil(lambda: dubbing.window.stage.shown_frame == 9)
    qtbot.wait(350)
    assert dubbing.inspector.shown is None


def test_pictures_and_landmarks_are_seen(dubbing: Application, qtbot: QtBot) -> None:
    panel = dubbing.inspector
    panel.show()
    qtbot.waitUntil(lambda: panel.shown is not None)
    named = {each.accessibleName(): each for each in panel.findChildren(QLabel)}
    for name in ("Crop in", "Crop out", "Landmarks", "Mask"):
        assert not named[name].pixmap().isNull()
    middle = named["Landmarks"].pixmap().toImage().pixelColor(64, 64)
    assert middle.green() > middle.red() + 50
