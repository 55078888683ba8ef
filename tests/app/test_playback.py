"""The playhead follows the sound, whatever the speed of the pictures."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.application import Application
from core import edit
from core.errors import DeviceError, MediaError
from core.project import Span
from tests.app.fakes import FRAMES, FakeSpeakers, FakeWork


@pytest.fixture
def playing(dubbing: Application, qtbot: QtBot) -> Application:
    dubbing.commands.play()
    qtbot.waitUntil(lambda: dubbing.playback._output is not None)
    dubbing.playback._timer.setInterval(10_000_000)
    return dubbing


def advance(application: Application, speakers: FakeSpeakers, seconds: float) -> int:
    speakers.now += seconds
    application.playback._lead = 0.0
    application.playback.tick()
    return application.preview.playhead


def test_frames_are_left_out_but_no_time(playing: Application, speakers: FakeSpeakers) -> None:
    for seconds, frame in ((0.0, 0), (0.03125, 0), (0.03125, 1), (0.1875, 6), (0.75, 25)):
        assert advance(playing, speakers, seconds) == frame


def test_it_stops_at_the_end_and_begins_again_from_the_start(
    playing: Application, speakers: FakeSpeakers, qtbot: QtBot
) -> None:
    assert advance(playing, speakers, 100) == FRAMES - 1
    assert not playing.playback.plays
    assert speakers.opened[0].closed
    playing.commands.play()
    assert playing.preview.playhead == 0


def test_it_goes_on_from_where_the_person_went(playing: Application, speakers: FakeSpeakers) -> None:
    advance(playing, speakers, 1)
    playing.preview.seek(60)
    assert advance(playing, speakers, 0) == 60
    assert advance(playing, speakers, 0.5) == 72


def test_until_the_loudspeaker_is_open_the_playhead_stands(playing: Application, speakers: FakeSpeakers) -> None:
    speakers.ready = False
    assert advance(playing, speakers, 1) == 0
    speakers.ready = True
    assert advance(playing, speakers, 0) == 25


def test_a_loudspeaker_that_is_gone_is_told_once_and_the_picture_goes_on(
    playing: Application, speakers: FakeSpeakers, qtbot: QtBot
) -> None:
    advance(playing, speakers, 1)
    speakers.failure = DeviceError("The loudspeaker is gone.", "")
    playing.playback.tick()
    assert "without sound" in playing.window.messages.text
    playing.playback._timer.setInterval(5)
    qtbot.waitUntil(lambda: playing.preview.playhead > 28)
    assert playing.playback.plays


def test_where_no_sound_can_be_mixed_the_picture_plays(dubbing: Application, fake_work: FakeWork, qtbot: QtBot) -> None:
    fake_work.mixing_error = MediaError("line.wav cannot be read.", "")
    dubbing.commands.play()
    qtbot.waitUntil(lambda: dubbing.playback._output is not None)
    assert "cannot be read" in dubbing.window.messages.text


def test_what_is_heard_is_mixed_again_only_if_it_changed(
    playing: Application, fake_work: FakeWork, qtbot: QtBot
) -> None:
    playing.playback.stop()
    playing.commands.play()
    assert len(fake_work.mixed) == 1
    playing.document.edit("mark", edit.set_marker(3))
    assert playing.playback.plays
    playing.document.edit("move", edit.delay_voice("voice", 1))
    assert not playing.playback.plays
    playing.commands.play()
    qtbot.waitUntil(lambda: len(fake_work.mixed) == 2)


def test_j_k_l(playing: Application, speakers: FakeSpeakers) -> None:
    advance(playing, speakers, 1)
    playing.commands.shuttle(1)
    assert playing.playback.speed == 2
    assert advance(playing, speakers, 0.4) == 45
    playing.commands.shuttle(-1)
    assert playing.playback.speed == -1
    assert advance(playing, speakers, 0.5) in (32, 33)
    for _ in range(5):
        playing.commands.shuttle(-1)
    assert playing.playback.speed == -8
    assert advance(playing, speakers, 5) == 0
    assert not playing.playback.plays


def test_between_in_and_out_it_goes_round(playing: Application, speakers: FakeSpeakers) -> None:
    playing.document.edit("in and out", edit.set_in_out(Span(10, 35)))
    playing.commands.loop()
    playing.preview.seek(30)
    advance(playing, speakers, 0)
    assert advance(playing, speakers, 0.12) == 33
    assert advance(playing, speakers, 0.08) == 10
    assert advance(playing, speakers, 1.0) == 10
    assert playing.playback.plays


def test_without_a_film_nothing_plays(application: Application) -> None:
    application.commands.play()
    assert not application.playback.plays


def test_taking_the_film_back_stops_it(dubbing: Application) -> None:
    dubbing.commands.play()
    assert dubbing.playback.plays
    dubbing.document.undo()
    dubbing.document.undo()
    assert not dubbing.playback.plays
    assert dubbing.window.start.isVisible()


def test_pictures_that_take_long_are_asked_for_earlier(
    dubbing: Application, fake_work: FakeWork, speakers: FakeSpeakers, qtbot: QtBot
) -> None:
    fake_work.session.pause = 0.06
    dubbing.preview.kept.begin(dubbing.document.project)  # forgets what was made ready
    dubbing.commands.take([Path("/films/other.mp4")])
    qtbot.waitUntil(lambda: dubbing.document.project.footage.path.name == "other.mp4")
    dubbing.commands.play()
    qtbot.waitUntil(lambda: dubbing.playback._output is not None)
    steps = 0

    def turn() -> bool:
        nonlocal steps
        steps += 1
        speakers.now += 0.02
        qtbot.wait(20)
        return steps > 60

    qtbot.waitUntil(turn, timeout=10_000)
    late = sorted(abs(skew) for skew in list(dubbing.playback.skews)[5:])
    assert late
    assert late[int(0.8 * len(late))] < 2.5
    dubbing.playback.stop()
