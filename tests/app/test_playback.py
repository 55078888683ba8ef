"""The playhead follows the clock, whatever the speed of the pictures."""

from app.application import Application
from app.playback import Playback
from tests.app.fakes import FRAMES


class Clock:
    def __init__(self) -> None:
        self.now = 50.0

    def __call__(self) -> float:
        return self.now


def playing(application: Application) -> tuple[Playback, Clock]:
    clock = Clock()
    playback = Playback(application.document, application.preview, clock)
    playback.toggle()
    playback._timer.setInterval(10_000_000)
    return playback, clock


def test_frames_are_left_out_but_no_time(dubbing: Application) -> None:
    playback, clock = playing(dubbing)
    for seconds, frame in ((0.0, 0), (0.03125, 0), (0.0625, 1), (0.25, 6), (1.0, 25)):
        clock.now = 50.0 + seconds
        playback.tick()
        assert dubbing.preview.playhead == frame
    playback.stop()


def test_it_stops_at_the_end_and_begins_again_from_the_start(dubbing: Application) -> None:
    playback, clock = playing(dubbing)
    clock.now += 100
    playback.tick()
    assert dubbing.preview.playhead == FRAMES - 1
    assert not playback.plays
    playback.toggle()
    assert dubbing.preview.playhead == 0
    playback.stop()


def test_it_goes_on_from_where_the_person_went(dubbing: Application) -> None:
    playback, clock = playing(dubbing)
    clock.now += 1
    playback.tick()
    dubbing.preview.seek(60)
    playback.tick()
    assert dubbing.preview.playhead == 60
    clock.now += 0.5
    playback.tick()
    assert dubbing.preview.playhead == 72
    playback.stop()


def test_without_a_film_nothing_plays(application: Application) -> None:
    application.commands.play()
    assert not application.commands.desk.playback.plays


def test_taking_the_film_back_stops_it(dubbing: Application) -> None:
    dubbing.commands.play()
    assert dubbing.commands.desk.playback.plays
    dubbing.document.undo()
    dubbing.document.undo()
    assert not dubbing.commands.desk.playback.plays
    assert dubbing.window.start.isVisible()
