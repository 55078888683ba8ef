"""`python -m tests.app.double_size LANGUAGE WIDTH HEIGHT`: everything at 200 % on such a screen, and what has no room.

A program of its own, because Qt takes its scale from the environment once.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

SCALE = 2


def prepare(folder: Path, width: int, height: int) -> None:
    """A screen without a screen, and folders of its own."""
    screens = {"screens": [{"name": "screen", "x": 0, "y": 0, "width": width, "height": height, "dpr": 1}]}
    (folder / "screens.json").write_text(json.dumps(screens), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={folder / 'screens.json'}"
    os.environ["QT_SCALE_FACTOR"] = str(SCALE)
    for name in ("CONFIG", "LOGS", "CACHE", "RECOVERY"):
        os.environ[f"DUBWRIGHT_{name}"] = str(folder / name.lower())


def look(language: str, width: int, height: int) -> list[str]:
    """What is cut off, or larger than the screen."""
    from PySide6.QtCore import QSize
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QWidget

    from app.application import Application
    from app.language import Language
    from app.settings import Settings, save_settings
    from tests.app.fakes import FakeDialogs, FakeSpeakers, FakeWork
    from tests.app.test_everyone import cut_in, windows

    save_settings(Settings(language=Language(language), welcomed=True))
    qt = QApplication([])
    application = Application(qt, FakeWork().work(), FakeDialogs(), speakers=FakeSpeakers())  # type: ignore[arg-type]
    room = qt.primaryScreen().availableSize()
    found = [] if room == QSize(width, height) / SCALE else [f"the screen is {room}"]
    window = application.window
    window.resize(room)
    window.show()
    for path in ("/films/film.mp4", "/voices/line.wav"):
        application.commands.take([Path(path)])
        QTest.qWait(300)
    application.notifier.warning("Something is to be known that needs two lines on a small screen. " * 2, "A hint.")
    for name, shown in windows(application, QTest.qWait):
        for _ in range(30):  # what was found out meanwhile makes its room
            QTest.qWait(20)
            if not cut_in(shown):
                break
        top = shown.window()
        if top.width() > room.width() or top.height() > room.height():
            found.append(f"{name}: {top.width()} × {top.height()}")
        field = window.findChild(QWidget, "timecode")
        found += [] if field.height() >= field.minimumSizeHint().height() else [f"{name}: the transport is squeezed"]
        found += [
            f"{name}: {text}" for text in cut_in(shown) if "00%" not in text
        ]  # of films as small as that of fakes
        window.resize(room)
    application.shut_down()
    return found


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        size = int(sys.argv[2]), int(sys.argv[3])
        prepare(Path(home), *size)
        sys.stdout.write(json.dumps(look(sys.argv[1], *size), ensure_ascii=False, indent=0) + "\n")
