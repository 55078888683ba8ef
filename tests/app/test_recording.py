"""A take is laid where it was said, kept whatever happens, and chosen by the person."""

import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.application import Application
from app.panels.takes import TakesPanel
from app.recording import COUNT_IN, Beeps
from core import edit
from core.errors import DeviceError
from core.media.player import Silence
from core.media.recording import GrowingWav, Recorded
from core.project import Span
from core.project_file import save_project
from core.recovery import lost_projects
from tests.app.fakes import FakeSpeakers


class FakeRecorder:
    made: list["FakeRecorder"] = []

    def __init__(self, device: str, path: Path | None) -> None:
        self.device, self.path = device, path
        self.zero: float | None = None
        self.failure: Any = None
        self.level = (0.0, False)
        self.runs = True
        self.seconds = 1.0
        FakeRecorder.made.append(self)

    def drain_levels(self) -> tuple[float, bool]:
        return self.level

    def stop(self) -> None:
        self.runs = False

    def join(self) -> Recorded | None:
        self.runs = False
        if self.path is None or self.zero is None:
            return None
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_bytes(b"RIFF")
        return Recorded(self.path, round((time.perf_counter() - self.zero) * 48_000), self.zero)


@pytest.fixture
def desk(dubbing: Application, tmp_path: Path) -> Application:
    FakeRecorder.made = []
    dubbing.recording._make = FakeRecorder  # type: ignore[assignment]
    dubbing.recording.folder = lambda: tmp_path / "takes"
    return dubbing


def roll(desk: Application, speakers: FakeSpeakers, qtbot: QtBot, seconds: float) -> FakeRecorder:
    """Record until `seconds` of the film are heard; the microphone began when the roll did."""
    desk.commands.record()
    recorder = FakeRecorder.made[-1]
    recorder.zero = time.perf_counter()
    desk.recording._timer.stop()
    desk.playback._timer.setInterval(10_000_000)
    first = desk.playback.heard
    assert first is not None
    speakers.now += seconds - first
    desk.playback.tick()
    recorder.zero = time.perf_counter() - (seconds - first)
    if desk.recording.runs:
        desk.recording.tick()
    return recorder


def test_three_beeps_a_second_apart_before_the_person_speaks(desk: Application, speakers: FakeSpeakers) -> None:
    beeps = Beeps(Silence(48_000, 2), (1.0, 2.0))
    sound = np.abs(beeps.read(0, 3 * 48_000)[:, 0])
    loud = np.flatnonzero(sound > 0.1) / 48_000
    assert loud[0] == pytest.approx(1.0, abs=0.001)
    assert loud[loud > 1.5][0] == pytest.approx(2.0, abs=0.001)
    assert not sound[: 48_000 - 1].any()
    desk.preview.seek(50)
    desk.commands.record()
    heard = desk.playback.heard
    assert heard is not None
    assert 2.0 - COUNT_IN - 0.5 < heard < 2.0 - COUNT_IN
    desk.recording.close()


def test_a_take_lies_where_it_was_said(desk: Application, speakers: FakeSpeakers, qtbot: QtBot) -> None:
    desk.preview.seek(25)
    roll(desk, speakers, qtbot, 2.0)
    assert desk.preview.playhead == 50
    desk.commands.record()
    (take,) = desk.document.project.takes
    assert float(take.start) == pytest.approx(1.0 - COUNT_IN - 0.3, abs=0.02)
    assert take.span == Span(25, 51)
    clip = desk.document.project.clips[0]
    assert (clip.voice.path, clip.voice.start) == (take.path, take.start)
    assert desk.document.undo_text == "Record take"
    desk.document.undo()
    assert desk.document.project.clips[0].voice.path.name == "line.wav"


def test_between_in_and_out_the_roll_ends_by_itself(desk: Application, speakers: FakeSpeakers, qtbot: QtBot) -> None:
    desk.document.edit("in and out", edit.set_in_out(Span(30, 60)))
    roll(desk, speakers, qtbot, 2.0)
    assert desk.recording.runs
    speakers.now += 1.5
    desk.playback.tick()
    assert not desk.recording.runs
    assert desk.document.project.takes[0].span == Span(30, 60)


def test_a_take_that_is_ended_in_the_count_in_is_none(desk: Application, speakers: FakeSpeakers, qtbot: QtBot) -> None:
    desk.preview.seek(75)
    recorder = roll(desk, speakers, qtbot, 1.0)
    desk.commands.play()
    assert desk.document.project.takes == ()
    assert recorder.path is not None
    assert not recorder.path.exists()


def test_an_unplugged_microphone_keeps_what_was_said_and_tells(
    desk: Application, speakers: FakeSpeakers, qtbot: QtBot
) -> None:
    recorder = roll(desk, speakers, qtbot, 1.0)
    recorder.failure = DeviceError("The microphone is gone.", "")
    desk.recording.tick()
    assert len(desk.document.project.takes) == 1
    assert "microphone is gone" in desk.window.messages.text
    assert not desk.playback.plays


def test_a_loudspeaker_that_goes_in_the_middle_moves_no_take(
    desk: Application, speakers: FakeSpeakers, qtbot: QtBot
) -> None:
    """The picture goes on by the wall clock, from where it was heard last."""
    desk.preview.seek(25)
    recorder = roll(desk, speakers, qtbot, 2.0)
    speakers.failure = DeviceError("The loudspeaker is gone.", "")
    desk.playback.tick()
    desk.playback.tick()
    assert desk.playback.heard == pytest.approx(2.0, abs=0.1)
    assert recorder.zero is not None
    recorder.zero -= 5.0  # the loudspeaker stood for a while before that was noticed
    for _ in range(9):
        desk.recording.tick()
    desk.commands.record()
    (take,) = desk.document.project.takes
    assert float(take.start) == pytest.approx(1.0 - COUNT_IN - 0.3, abs=0.02)


def test_a_take_that_a_kill_cuts_off_comes_back_with_the_project(
    desk: Application, speakers: FakeSpeakers, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the project itself was saved, and there was nothing else to lose."""
    save_project(desk.document.project, tmp_path / "film.dub")
    desk.document.mark_saved(desk.document.project, tmp_path / "film.dub")
    desk.preview.seek(25)
    recorder = roll(desk, speakers, qtbot, 2.0)
    assert recorder.path is not None
    with GrowingWav(recorder.path, 48_000) as file:
        file.write(np.zeros(5 * 48_000, np.float32))  # 3.3 s before the playhead, 1.7 s of speech
    qtbot.waitUntil(lambda: list((tmp_path / "recovery").glob("*.dub")) != [])
    monkeypatch.setattr("core.recovery.is_held", lambda _: False)  # as after a kill
    (lost,) = lost_projects()
    assert lost.path == tmp_path / "film.dub"
    (take,) = lost.project.takes
    assert float(take.start) == pytest.approx(1.0 - COUNT_IN - 0.3, abs=0.05)
    assert take.span.start == 25
    assert take.span.stop == pytest.approx(25 + 1.7 * 25, abs=2)
    assert lost.project.clips[0].voice.path == take.path


def test_closing_the_window_lays_the_take_before_it_asks_to_save(
    desk: Application, speakers: FakeSpeakers, qtbot: QtBot
) -> None:
    desk.preview.seek(25)
    roll(desk, speakers, qtbot, 2.0)
    assert all(may_leave() for may_leave in desk.window.closing_checks)
    assert not desk.recording.runs
    assert not desk.document.is_saved
    (take,) = desk.document.project.takes
    assert desk.document.project.clips[0].voice.path == take.path


def test_a_take_over_the_end_of_a_clip_takes_what_is_spoken_there(
    desk: Application, speakers: FakeSpeakers, qtbot: QtBot
) -> None:
    clip = desk.document.project.clips[0]
    desk.document.edit("shorter", edit.trim_clip(clip.id, Span(0, 40)))
    desk.preview.seek(25)
    roll(desk, speakers, qtbot, 2.0)
    desk.commands.record()
    assert [(clip.voice.path.name, clip.span) for clip in desk.document.project.clips] == [
        ("line.wav", Span(0, 25)),
        ("take-001.wav", Span(25, 51)),
    ]


def test_no_take_is_written_over_another(desk: Application, speakers: FakeSpeakers, qtbot: QtBot) -> None:
    for _ in range(2):
        desk.preview.seek(0)
        roll(desk, speakers, qtbot, 1.0)
        desk.commands.record()
    assert [take.path.name for take in desk.document.project.takes] == ["take-001.wav", "take-002.wav"]


def test_the_panel_shows_rates_and_uses_takes(desk: Application, speakers: FakeSpeakers, qtbot: QtBot) -> None:
    for _ in range(2):
        desk.preview.seek(0)
        roll(desk, speakers, qtbot, 1.0)
        desk.commands.record()
    panel = desk.window.findChild(TakesPanel)
    assert panel.takes.count() == 2
    panel.takes.setCurrentRow(0)
    panel.stars[3].click()
    assert [take.rating for take in desk.document.project.takes] == [4, 0]
    panel.use.click()
    assert desk.document.project.clips[0].voice.path.name == "take-001.wav"
    assert panel.takes.item(0).text().startswith("●")
    panel.stars[3].click()
    assert desk.document.project.takes[0].rating == 0


def test_the_meter_warns_of_a_level_that_is_too_high(desk: Application) -> None:
    panel = desk.window.findChild(TakesPanel)
    desk.recording.listen(True)
    FakeRecorder.made[-1].level = (1.0, True)
    desk.recording.tick()
    assert panel.level.value() == 100
    assert "Too loud" in panel.clip.text()
    FakeRecorder.made[-1].level = (0.1, False)
    desk.recording.tick()
    assert "Too loud" not in panel.clip.text()
    desk.recording.listen(False)
    assert not FakeRecorder.made[-1].runs
