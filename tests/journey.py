# ruff: noqa: T201 - a program of its own, which tells what it does
"""`python -m tests.journey OUT_DIR [FILM VOICE]`: one person's way through the window, with a picture of every step.

Opens the window, loads the demo film and voice (or those named), scrubs, changes the look, undoes, exports and looks at
the written file. The last line is `journey: done` and the exit code 0 only if every step came about. Works offscreen
and, better, on a display (`xvfb-run -a -s "-screen 0 1600x1000x24" python -m tests.journey OUT_DIR`).
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

if not os.environ.get("DISPLAY") and sys.platform.startswith("linux"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QSlider, QWidget

from app.application import Application
from app.live import CoreLive
from app.panels.exports import ExportsPanel
from app.panels.live import LivePanel
from app.panels.takes import TakesPanel
from app.theme import Scheme
from app.timeline.geometry import Kind
from app.timeline.lanes import LABELS
from app.widgets.video_view import View
from app.work import real_work
from core.job import Job, Progress
from core.live.source import RATE, PacedSound
from core.media.devices import Device
from core.media.sound import read_sound
from core.paths import RESOURCES
from core.timing import timecode
from tests.journey_mask import mend_the_mask
from tests.journey_pages import choose_an_engine, walk
from tests.journey_timeline import drop_a_voice, judge_the_mouths
from tests.journey_training import TRAINER, adapt
from tests.spoken import DEVICE, SpokenRecorder

PATIENCE = 300.0
"""Seconds within which every step must come about."""


class ScriptedDialogs:
    """Answers every question for a file as this journey wants it."""

    def __init__(self, film: Path, voice: Path, folder: Path) -> None:
        self._film, self._voice, self._folder = film, voice, folder

    def film(self) -> Path:
        return self._film

    def voice(self) -> Path:
        return self._voice

    def project(self) -> Path:
        return self._folder / "journey.dub"

    def save_as(self, suggested: Path) -> Path:
        return self._folder / "journey.dub"

    def export_as(self, suggested: Path) -> Path:
        return self._folder / f"dubbed{suggested.suffix}"


class Journey:
    """The steps. `pictures` counts the pictures written so far."""

    def __init__(self, application: Application, out: Path) -> None:
        self.application, self.out = application, out
        self.window = application.window
        self.pictures = 0

    def run(self) -> None:
        self.look_at_the_empty_window()
        self.load()
        self.drag_a_film_over_it()
        self.scrub()
        self.play()
        self.review()
        judge_the_mouths(self)
        drop_a_voice(self, RESOURCES / "demo" / "voice.flac")
        self.record()
        self.compare()
        self.change_the_look()
        mend_the_mask(self)
        self.dismiss()
        self.choose_and_save()
        self.export()
        self.live()
        choose_an_engine(self)
        self.dismiss()
        adapt(self)
        self.dismiss()
        self.light_colours()
        self.other_windows()
        walk(self)

    def look_at_the_empty_window(self) -> None:
        self.window.resize(1360, 860)
        self.window.show()
        self.rest()
        self.window.activateWindow()
        self.picture("empty")

    def drag_a_film_over_it(self) -> None:
        self.window._zones.begin(self.window.rect())
        self.window._zones.light(QPointF(300, 300))
        self.picture("dragging")
        self.window._zones.hide()

    def live(self) -> None:
        dock = self.application.window.findChild(LivePanel)
        dock.toggleViewAction().trigger()
        self.until(lambda: dock.told.text() != "" and dock.switch.isEnabled(), "the live dock")
        QTest.keyClick(dock.switch, Qt.Key.Key_Space)
        self.until(lambda: dock.picture._original is not None, "a live picture")
        self.until(lambda: "ms from voice" in dock.figures.text() and self.application.live.rate > 5, "live figures")
        self.rest(1.0)
        self.picture("live")
        QTest.keyClick(dock.switch, Qt.Key.Key_Space)
        self.until(lambda: not self.application.live.runs, "the end of the live session")
        dock.hide()

    def load(self) -> None:
        self.do("import_voice")
        self.until(lambda: "waits" in self.texts(self.window.start), "the voice waits")
        self.picture("voice-waits-for-film")
        self.do("open_film")
        self.until(lambda: self.window.stage.video._original is not None, "a picture of the film")
        self.until(lambda: bool(self.window.tasks.rows) and self.window.tasks.isVisible(), "work is shown", 5.0)
        self.picture("looking-for-faces")
        self.until(lambda: self.application.preview.facts is not None, "faces")
        self.until(lambda: self.window.stage.video._dubbed is not None, "the dubbed picture")
        self.rest()
        self.picture("dubbed")
        QTest.keyClick(self.window.side.found.more, Qt.Key.Key_Space)
        self.rest(0.3)
        self.picture("what-was-found")
        QTest.keyClick(self.window.side.found.more, Qt.Key.Key_Space)

    def scrub(self) -> None:
        bar = self.window.stage.bar
        y = bar.height() // 2
        frames = self.application.preview.frames
        QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(round(bar.x_of(0)), y))
        for step in range(41):
            place = QPointF(bar.x_of(step / 40 * (frames - 1) * 0.6), y)
            event = QMouseEvent(
                QEvent.Type.MouseMove,
                place,
                bar.mapToGlobal(place),
                Qt.MouseButton.NoButton,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
            QCoreApplication.sendEvent(bar, event)
            self.rest(0.02)
        QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(round(bar.x_of(frames * 0.6)), y))
        wanted = self.application.preview.playhead
        assert wanted > 0, "dragging the playhead did not move it"
        self.until(lambda: self.shown_index == wanted, "the newest frame")
        for _ in range(3):
            QTest.keyClick(self.window, Qt.Key.Key_Right)
        assert self.application.preview.playhead == min(wanted + 3, frames - 1), "arrow keys do not step"
        self.until(lambda: self.shown_index == self.application.preview.playhead, "the stepped frame")
        self.picture("scrubbed")

    def play(self) -> None:
        playback, preview = self.application.playback, self.application.preview
        preview.seek(20)
        QTest.keyClick(self.window, Qt.Key.Key_Space)
        self.until(lambda: preview.playhead > 40, "playing")
        self.picture("playing")
        assert playback.skews, "no picture was shown while playing"
        late = sorted(abs(skew) for skew in playback.skews)
        print(f"playing: 95 % of pictures within {late[int(0.95 * len(late))]:.2f} frames of the sound", flush=True)
        QTest.keyClick(self.window, Qt.Key.Key_K)
        assert not playback.plays, "K does not stop"
        self.dismiss()

    def dismiss(self) -> None:
        """Close what the window has told, as somebody does who has read it."""
        while self.window.messages.isVisible():
            self.window.messages.close_message()

    def review(self) -> None:
        preview, timeline = self.application.preview, self.window.timeline
        for frame, key in ((50, Qt.Key.Key_I), (150, Qt.Key.Key_O), (75, Qt.Key.Key_M), (120, Qt.Key.Key_M)):
            preview.seek(frame)
            QTest.keyClick(self.window, key)
        self.until(lambda: bool(timeline.view._pictures), "small pictures")
        self.rest(1.0)
        self.picture("in-out-and-markers")
        preview.seek(76)
        for _ in range(7):
            QTest.keyClick(self.window, Qt.Key.Key_Plus)
        self.rest(1.2)
        self.picture("single-frames")
        QTest.keyClick(self.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
        view = timeline.view
        lane = next(lane for lane in view._lanes if lane.kind is Kind.VOICE)
        y, x = lane.top + 25, LABELS + round(view.scale.x_of(60))
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
        for step in range(1, 21):
            place = QPointF(x + 4 * step, y)
            buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
            moved = QMouseEvent(
                QEvent.Type.MouseMove, place, view.mapToGlobal(place), Qt.MouseButton.NoButton, buttons, keys
            )
            QCoreApplication.sendEvent(view, moved)
            self.rest(0.02)
        self.picture("voice-dragged")
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(x + 80, y))
        assert self.application.document.undo_text == "Move voice", self.application.document.undo_text
        for _ in range(5):
            QTest.keyClick(self.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert self.application.document.project.markers == (), "undo does not take markers back"
        self.until(lambda: self.application.commands.review.survey is not None, "the survey")

    def record(self) -> None:
        dock = self.application.window.findChild(TakesPanel)
        dock.toggleViewAction().trigger()
        self.until(lambda: dock.devices.count() > 0, "microphones")
        self.application.preview.seek(100)
        self.rest(0.5)
        self.picture("record-dock")
        QTest.keyClick(self.window, Qt.Key.Key_R)
        self.until(lambda: self.application.recording.runs, "a take")
        self.until(lambda: dock.count.text() == "2", "the count-in", 10.0)
        self.picture("count-in")
        self.until(lambda: "Speak" in dock.count.text(), "the cue", 10.0)
        self.rest(1.0)
        self.picture("recording")
        QTest.keyClick(self.window, Qt.Key.Key_R)
        self.until(lambda: not self.application.recording.runs, "the end of the take")
        assert len(self.application.document.project.takes) == 1, "the take is not in the list"
        dock.stars[3].click()
        self.until(lambda: self.window.stage.shown_frame >= 0, "a frame")
        self.rest(2.0)
        self.picture("take")
        for _ in range(2):
            QTest.keyClick(self.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        dock.hide()

    @property
    def shown_index(self) -> int:
        return self.window.stage.shown_frame

    def compare(self) -> None:
        self.do("view_wipe")
        self.rest()
        self.picture("wipe")
        self.do("view_original")
        self.rest()
        self.picture("original")
        self.do("view_dubbed")

    def change_the_look(self) -> None:
        document = self.application.document
        before = document.project
        self.window.side.change_mask.click()
        dock = self.application.mask
        slider = next(each for each in dock.findChildren(QSlider) if each.accessibleName() == "Strength")
        slider.setSliderDown(True)
        slider.sliderPressed.emit()
        for value in range(100, 39, -2):
            slider.setValue(value)
            self.rest(0.01)
        slider.setSliderDown(False)
        assert document.undo_text == "Strength", document.undo_text
        assert document.project.clips[0].look.strength == 0.4
        self.rest(0.5)
        self.picture("look-changed")
        dock.hide()
        self.application.history.toggleViewAction().trigger()
        self.rest()
        self.picture("history")
        self.application.history.hide()
        QTest.keyClick(self.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert document.project == before, "one undo does not take back one drag"
        self.rest(0.3)
        self.picture("undone")

    def choose_and_save(self) -> None:
        box = next(each for each in self.window.side.findChildren(QComboBox) if each.accessibleName() == "Face")
        box.showPopup()
        self.rest(0.2)
        self.picture("faces", box.view())
        box.hidePopup()
        self.do("save")
        assert self.application.document.is_saved, "the project was not saved"

    def export(self) -> None:
        application, exports = self.application, self.application.exports
        panel = self.window.findChild(ExportsPanel)
        application.preview.seek(40)
        for frame, key in ((50, Qt.Key.Key_I), (110, Qt.Key.Key_O)):
            application.preview.seek(frame)
            QTest.keyClick(self.window, key)
        self.ask_for_export("export-dialog", "dubbed.mp4")
        application.commands.use_scheme(Scheme.LIGHT)
        self.ask_for_export("export-dialog-light", "part.mov", "prores", part=True)
        application.commands.use_scheme(Scheme.DARK)
        row = panel.rows[exports.queue.exports[0].id]
        self.until(lambda: row.facts.text().startswith("Frames") and row.picture.pixmap().width() > 0, "progress")
        self.rest(2.5)
        self.picture("exporting")
        panel.pause.click()
        self.rest()
        self.picture("exports-paused")
        panel.pause.click()
        self.until(lambda: not exports.queue.unfinished, "the end of the exports")
        self.rest()
        self.picture("exported")
        application.commands.use_scheme(Scheme.LIGHT)
        self.rest()
        self.picture("exported-light")
        application.commands.use_scheme(Scheme.DARK)
        self.check(self.out / "dubbed.mp4")
        panel.hide()

    def ask_for_export(self, name: str, file: str, codec: str = "h264", part: bool = False) -> None:
        self.do("export")
        dialog = self.application.export_dialog
        self.until(lambda: dialog.looking.isHidden() and dialog.isVisible(), "the formats of this machine")
        dialog.presets[codec].click()
        (dialog.in_out if part else dialog.all).click()
        dialog._folder = self.out
        dialog.name.setText(file)
        self.rest()
        self.picture(name, dialog)
        dialog.add.click()
        assert not dialog.isVisible(), "the export was not taken"

    def light_colours(self) -> None:
        self.application.commands.use_scheme(Scheme.LIGHT)
        self.application.commands.view(View.WIPE)
        self.rest()
        self.picture("light")
        self.window.resize(self.window.minimumSize())
        self.rest()
        self.picture("smallest")
        self.application.commands.use_scheme(Scheme.DARK)
        self.rest()
        self.picture("smallest-dark")
        self.window.resize(1360, 860)

    def other_windows(self) -> None:
        self.do("keys")
        self.rest()
        sheet = QApplication.activeModalWidget()
        assert sheet is not None, "no sheet of keys"
        self.picture("keys", sheet)
        sheet.close()
        menu = self.window.menuBar().actions()[1].menu()
        assert menu is not None
        menu.popup(self.window.mapToGlobal(QPoint(40, 40)))
        self.rest(0.2)
        self.picture("menu", menu)
        menu.close()
        self.application.notifier.error(LookupError("a defect made for this picture in /home/someone/film.mp4"))
        self.rest()
        dialog = self.application.notifier._dialog
        assert dialog is not None
        self.picture("defect", dialog)
        dialog.close()
        self.application.commands.take([Path("/nowhere/missing.mp4")])
        self.until(lambda: bool(self.window.messages.text), "a message")
        self.picture("message")

    def check(self, film: Path) -> None:
        """The written film has every frame."""
        from core.media.probe import probe

        info = probe(film)
        assert info.frames == self.application.preview.frames, f"{info.frames} frames were written"
        print(f"{film.name}: {info.width} × {info.height}, {timecode(info.frames, info.rate)}", flush=True)

    def do(self, action: str) -> None:
        self.window.actions_by_id[action].trigger()

    def texts(self, widget: QWidget) -> str:
        from PySide6.QtWidgets import QLabel

        return " ".join(label.text() for label in widget.findChildren(QLabel))

    def until(self, is_so: Callable[[], bool], what: str, seconds: float = PATIENCE) -> None:
        end = time.monotonic() + seconds
        while not is_so():
            assert time.monotonic() < end, f"waited in vain for {what}; told: {self.window.messages.text!r}"
            self.rest(0.02)

    def rest(self, seconds: float = 0.4) -> None:
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    def picture(self, name: str, widget: QWidget | None = None) -> None:
        self.pictures += 1
        path = self.out / f"{self.pictures:02}-{name}.png"
        QApplication.processEvents()
        (widget or self.window).grab().save(str(path))
        print(path.name, flush=True)


def microphones() -> Job[tuple[Device, ...]]:
    yield Progress(0, 0, "microphones")
    return (DEVICE,)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("film", type=Path, nargs="?", default=RESOURCES / "demo" / "presenter.mp4")
    parser.add_argument("voice", type=Path, nargs="?", default=RESOURCES / "demo" / "voice.flac")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for missing in (path for path in (options.film, options.voice) if not path.exists()):
        print(f"journey: {missing} is not there", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as home:
        for name in ("CONFIG", "LOGS", "CACHE", "RECOVERY"):
            os.environ[f"DUBWRIGHT_{name}"] = str(Path(home) / name.lower())
        qt = QApplication([])
        dialogs = ScriptedDialogs(options.film.absolute(), options.voice.absolute(), options.out)
        spoken = CoreLive(lambda _: PacedSound(read_sound(options.voice, RATE)))
        microphone = partial(SpokenRecorder, options.voice)
        work = replace(real_work(), microphones=microphones, trainer=TRAINER)
        application = Application(qt, work, dialogs, spoken, recorders=microphone)
        application.recording.folder = lambda: Path(home) / "takes"
        try:
            Journey(application, options.out).run()
        finally:
            application.shut_down()
    print("journey: done", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
