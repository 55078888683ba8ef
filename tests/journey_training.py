"""The part of the journey on which weights are adapted to a person, by a training program that only speaks.

What it draws and films is made here of the demo: it shows the window at work, not what a training can do.
"""

from __future__ import annotations

import os
import sys
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from app.theme import Scheme
from app.work import TrainerCall
from core.arrays import Image
from core.media.probe import probe
from core.media.reader import VideoReader
from core.media.write_spec import SoundPart, WriteSpec
from core.media.writer import write_video
from core.paths import RESOURCES

if TYPE_CHECKING:
    from tests.journey import Journey

TRAINER = TrainerCall((sys.executable, "-m", "tests.app.fake_trainer", "journey"))
FILM, VOICE = RESOURCES / "demo" / "presenter.mp4", RESOURCES / "demo" / "voice.flac"
PAIRS, SIDE = 3, 256


def adapt(journey: Journey) -> None:
    """Choose clips, be refused, check, train, stop, go on, read the verdict, compare blindly; in both colours."""
    application, panel = journey.application, journey.application.training.panel
    training = application.training.training
    before = application.document.project
    faces = _faces(range(0, 200, 4))
    _draw_strips(faces)
    _write_pairs(faces)
    journey.window.resize(1360, 1000)
    panel.toggleViewAction().trigger()
    journey.rest()
    journey.picture("training-empty")
    panel.clips.add([FILM, FILM.with_name("ann-monday.mov"), FILM.with_name("ann-tuesday.mov")])
    QTest.keyClicks(panel.name, "ann")
    QTest.keyClick(panel.check, Qt.Key.Key_Space)
    journey.until(lambda: not training.runs and training.course.estimate is not None, "the estimate")
    journey.rest()
    journey.picture("training-checked")
    QTest.keyClick(panel.method.focusProxy(), Qt.Key.Key_End)
    journey.until(lambda: training.runs, "the estimate that is made anew")
    journey.until(
        lambda: not training.runs and training.course.estimate is not None, "the estimate of the other method"
    )
    journey.rest()
    journey.picture("training-other-method")
    QTest.keyClick(panel.method.focusProxy(), Qt.Key.Key_Home)
    journey.until(lambda: training.runs, "the estimate that is made anew")
    journey.until(
        lambda: not training.runs and training.course.estimate is not None, "the estimate of the first method"
    )
    QTest.keyClick(panel.start, Qt.Key.Key_Space)
    journey.until(lambda: len(training.course.samples) >= 2, "samples")
    journey.picture("training-runs")
    QTest.keyClick(panel.stop, Qt.Key.Key_Space)
    journey.until(lambda: not training.runs, "the training to stop")
    journey.rest()
    journey.picture("training-stopped")
    application.commands.use_scheme(Scheme.LIGHT)
    QTest.keyClick(panel.start, Qt.Key.Key_Space)
    journey.until(lambda: not training.runs, "the verdict")
    journey.rest()
    _scroll(panel.widget(), 0.5)
    journey.picture("training-curves-light")
    _scroll(panel.widget(), 1.0)
    journey.picture("training-verdict-light")
    _compare(journey, "light")
    application.commands.use_scheme(Scheme.DARK)
    journey.rest()
    journey.picture("training-verdict")
    _compare(journey, "dark")
    panel.verdict.use.click()
    assert application.document.project.engine.weights == "ann", "the new weights are not used"
    application.document.undo()
    assert application.document.project == before, "the training left something behind"
    panel.hide()
    journey.window.resize(1360, 860)


def _compare(journey: Journey, colours: str) -> None:
    dock = journey.application.training
    dock.panel.verdict.compare.click()
    dialog = dock.dialog
    assert dialog is not None, "nothing to compare"
    for number in range(PAIRS):
        journey.until(lambda: all(button.isEnabled() for button in dialog.buttons.values()), "a film to compare")
        if number == 0:
            journey.rest()
            journey.picture(f"blind-comparison-{colours}", dialog)
        QTest.keyClick(dialog, (Qt.Key.Key_Left, Qt.Key.Key_Equal, Qt.Key.Key_Right)[number % 3])
    journey.rest()
    journey.picture(f"blind-comparison-told-{colours}", dialog)
    dialog.accept()


def _scroll(area: object, share: float) -> None:
    assert isinstance(area, QScrollArea)
    bar = area.verticalScrollBar()
    bar.setValue(round(share * bar.maximum()))


def _faces(numbers: range) -> list[Image]:
    """The demo's face, square."""
    info = probe(FILM)
    size = min(info.width, info.height)
    left, top = (info.width - size) // 2, (info.height - size) // 2
    with VideoReader(info) as reader:
        wanted = [number for number in numbers if number < info.frames]
        squares = [frame.image[top : top + size, left : left + size] for frame in reader.frames(wanted)]
    return [np.asarray(cv2.resize(each, (SIDE, SIDE), interpolation=cv2.INTER_AREA), np.uint8) for each in squares]


def _draw_strips(faces: list[Image]) -> None:
    """Strips as the training program draws them, sharper with every step."""
    folder = _cache() / "strips"
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(4):
        chosen = faces[:4]
        hidden = [np.concatenate([face[: SIDE // 2], np.zeros_like(face[SIDE // 2 :])]) for face in chosen]
        made = [_softened(face, 8 - 2 * number) for face in chosen]
        rows = (hidden, faces[4:8], made, chosen)
        picture = np.concatenate([np.concatenate(row, axis=1) for row in rows])
        cv2.imwrite(str(folder / f"{number}.png"), picture[..., ::-1])


def _softened(face: Image, spread: float) -> Image:
    soft = cv2.GaussianBlur(face, (0, 0), max(spread, 0.6))
    return np.concatenate([face[: SIDE // 2], soft[SIDE // 2 :]])


def _write_pairs(faces: list[Image]) -> None:
    folder = _cache() / "pairs"
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(PAIRS):
        part = SoundPart(VOICE, Fraction(0), 1)
        spec = WriteSpec(2 * SIDE, SIDE, range(len(faces)), Fraction(1, 25), 1, Fraction(25), sound=part)
        with write_video(folder / f"{number:02}.mp4", spec) as out:
            for face in faces:
                out.put(np.ascontiguousarray(np.concatenate([_softened(face, 3), face], axis=1)))


def _cache() -> Path:
    return Path(os.environ["DUBWRIGHT_CACHE"])
