"""The picture follows the playhead and the project; the newest request wins."""

from fractions import Fraction
from itertools import groupby
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.application import Application
from app.widgets.video_view import View
from core import edit
from core.project import Decoder, EngineChoice, ExportOptions, Look, Span
from tests.app.fakes import FRAMES, FakeWork


def shown_level(application: Application) -> int:
    picture = application.window.stage.video._original
    return -1 if picture is None else picture.pixelColor(0, 0).red()


def test_a_burst_of_scrubbing_computes_few_and_shows_the_last(
    dubbing: Application, fake_work: FakeWork, qtbot: QtBot
) -> None:
    fake_work.session.pause = 0.015  # what a frame of the built-in engine costs
    before = len(fake_work.session.asked)
    for step in range(200):
        dubbing.preview.seek((step * 37) % FRAMES)
    last = dubbing.preview.playhead
    qtbot.waitUntil(lambda: shown_level(dubbing) == last)
    qtbot.wait(50)
    assert shown_level(dubbing) == last == fake_work.session.asked[-1]
    assert len(fake_work.session.asked) - before < 10


@pytest.fixture
def far(fake_work: FakeWork, request: pytest.FixtureRequest, qtbot: QtBot) -> Application:
    """A film with rough pictures, none of whose frames are made ready by themselves."""
    fake_work.session.has_rough = True
    application: Application = request.getfixturevalue("dubbing")
    qtbot.waitUntil(lambda: application.preview._has_rough)
    application.preview._idle.setInterval(60_000)
    ended = application.tasks.ended
    with qtbot.waitSignal(ended, check_params_cb=lambda task: task.title == "Preparing the voice"):
        application.document.edit("move", edit.delay_voice("voice", Fraction(1)))
    qtbot.waitUntil(lambda: application.window.stage.shown_frame == 0)
    return application


def test_who_scrubs_sees_rough_pictures_and_who_rests_the_frame_itself(
    far: Application, fake_work: FakeWork, qtbot: QtBot
) -> None:
    fake_work.session.asked.clear()
    for frame in (90, 40, 70):
        far.preview.seek(frame)
        qtbot.waitUntil(lambda wanted=frame: shown_level(far) == wanted)
        assert far.window.stage.video._dubbed is None
        assert "Rough picture" in far.window.stage.state
    assert [frame for frame, _ in groupby(fake_work.session.glimpsed)] == [90, 40, 70]  # some twice on a busy machine
    assert fake_work.session.asked == []
    qtbot.waitUntil(lambda: far.window.stage.shown_frame == 70)
    assert far.window.stage.video._dubbed is not None
    assert "Rough picture" not in far.window.stage.state
    assert fake_work.session.asked == [70]
    assert far.preview.kept.get(far.preview.kept._project, 40) is None


def test_steps_forward_and_edits_need_no_rough_pictures(far: Application, fake_work: FakeWork, qtbot: QtBot) -> None:
    far.preview.step(1)
    qtbot.waitUntil(lambda: far.window.stage.shown_frame == 1)
    far.document.edit("Look", edit.set_look("voice", Look(strength=0.5)))
    qtbot.waitUntil(lambda: fake_work.session.asked[-2:] == [1, 1])
    far.preview.rest(False)  # it plays
    far.preview.seek(60)
    qtbot.waitUntil(lambda: far.window.stage.shown_frame == 60)
    assert fake_work.session.glimpsed == []


def test_rough_pictures_that_cannot_be_had_any_more_are_not_waited_for(
    far: Application, fake_work: FakeWork, qtbot: QtBot
) -> None:
    fake_work.session.has_rough = False
    far.preview.seek(80)
    qtbot.waitUntil(lambda: far.window.stage.shown_frame == 80)
    assert not far.preview._has_rough


def test_who_scrubs_on_waits_for_no_frame_that_is_left_behind(
    dubbing: Application, fake_work: FakeWork, qtbot: QtBot
) -> None:
    """Of far frames the way to each but the last is left as soon as a newer one is wanted."""
    session, preview = fake_work.session, dubbing.preview
    preview.rest(False)
    session.way, session.pause = 50, 0.002
    places = [10 + 7 * number % 80 for number in range(12)]
    for frame in places:
        preview.seek(frame)
        qtbot.wait(5)
    qtbot.waitUntil(lambda: dubbing.window.stage.shown_frame == places[-1])
    assert session.asked[-1] == places[-1]
    assert set(session.asked).isdisjoint(places[:-1])
    assert len(session.passed) < 50 * 4


def test_pictures_are_made_off_the_windows_thread(dubbing: Application, fake_work: FakeWork) -> None:
    assert fake_work.session.threads
    assert "MainThread" not in fake_work.session.threads


def test_the_playhead_stays_within_the_film(dubbing: Application) -> None:
    dubbing.preview.seek(10_000)
    assert dubbing.preview.playhead == FRAMES - 1
    dubbing.preview.step(-10_000)
    assert dubbing.preview.playhead == 0


def test_the_first_picture_comes_before_the_faces(application: Application, fake_work: FakeWork, qtbot: QtBot) -> None:
    fake_work.session.pause = 0.15
    application.commands.take([Path("/films/film.mp4")])
    qtbot.waitUntil(lambda: shown_level(application) == 0)
    assert application.preview.facts is None
    qtbot.waitUntil(lambda: application.preview.facts is not None)


def test_a_look_asks_for_a_picture_and_prepares_nothing(
    dubbing: Application, fake_work: FakeWork, qtbot: QtBot
) -> None:
    fake_work.session.log.clear()
    asked = len(fake_work.session.asked)
    dubbing.document.edit("Look", edit.set_look("voice", Look(strength=0.5)))
    qtbot.waitUntil(lambda: len(fake_work.session.asked) > asked)
    assert fake_work.session.log == []


def test_another_face_prepares_again_but_looks_for_no_faces(
    dubbing: Application, fake_work: FakeWork, qtbot: QtBot
) -> None:
    fake_work.session.log.clear()
    dubbing.document.edit("Face", edit.set_face("voice", 3))
    qtbot.waitUntil(lambda: fake_work.session.log == ["ready"])


def test_export_options_ask_for_nothing(dubbing: Application, fake_work: FakeWork, qtbot: QtBot) -> None:
    qtbot.wait(100)
    asked = len(fake_work.session.asked)
    dubbing.document.edit("Export", edit.set_export(ExportOptions(codec="prores")))
    qtbot.wait(100)
    assert len(fake_work.session.asked) == asked


def test_the_view_is_chosen_without_a_new_picture(dubbing: Application, fake_work: FakeWork, qtbot: QtBot) -> None:
    qtbot.wait(100)
    asked = len(fake_work.session.asked)
    dubbing.commands.view(View.ORIGINAL)
    assert dubbing.window.stage.video.view is View.ORIGINAL
    assert len(fake_work.session.asked) == asked


def test_another_film_begins_at_its_first_frame(dubbing: Application, fake_work: FakeWork, qtbot: QtBot) -> None:
    dubbing.preview.seek(50)
    dubbing.commands.take([Path("/films/other.mp4")])
    qtbot.waitUntil(lambda: fake_work.session._footage is not None and fake_work.session._footage.path.stem == "other")
    assert dubbing.preview.playhead == 0
    qtbot.waitUntil(lambda: shown_level(dubbing) == 0)


def test_closing_gives_back_the_session_after_the_thread_has_ended(dubbing: Application, fake_work: FakeWork) -> None:
    dubbing.shut_down()
    assert dubbing.worker.isFinished()
    assert fake_work.session.log[-1] == "close"


def test_what_a_picture_has_to_tell_is_told(dubbing: Application, fake_work: FakeWork, qtbot: QtBot) -> None:
    told: list[str] = []
    dubbing.notifier.said.connect(lambda message: told.append(message.text))
    fake_work.session.notices.append("The mask “jaw” cannot be had.")
    dubbing.preview.seek(5)
    qtbot.waitUntil(lambda: told == ["The mask “jaw” cannot be had."])


def at_rest(application: Application, fake_work: FakeWork, qtbot: QtBot) -> list[int]:
    """Wait until every frame is kept and nothing more is computed; the list of frames computed so far."""
    qtbot.waitUntil(lambda: application.preview.kept.spans() == ((0, FRAMES),))
    qtbot.wait(50)
    return fake_work.session.asked


def test_a_change_computes_the_frames_it_touches_and_a_change_taken_back_none(
    dubbing: Application, fake_work: FakeWork, qtbot: QtBot
) -> None:
    dubbing.document.edit("Shorten", edit.trim_clip("voice", Span(20, 50)))
    asked = at_rest(dubbing, fake_work, qtbot)

    def computed(name: str, change: edit.Edit) -> list[int]:
        asked.clear()
        dubbing.document.edit(name, change)
        return sorted(set(at_rest(dubbing, fake_work, qtbot)))

    assert computed("Look", edit.set_look("voice", Look(strength=0.5))) == list(range(20, 50))
    assert computed("Engine", edit.set_engine(EngineChoice("musetalk"))) == list(range(20, 50))
    assert computed("Shift", edit.set_engine(EngineChoice("musetalk", bbox_shift=0.1))) == list(range(20, 50))
    assert computed("Export", edit.set_export(ExportOptions(codec="prores"))) == []
    assert computed("Cheeks", edit.set_look("voice", Look(strength=0.5, cheeks=(80, 80)))) == []
    asked.clear()
    for _ in range(5):
        dubbing.document.undo()
    assert at_rest(dubbing, fake_work, qtbot) == []


def test_an_option_that_the_engine_does_not_heed_computes_nothing(
    dubbing: Application, fake_work: FakeWork, qtbot: QtBot
) -> None:
    asked = at_rest(dubbing, fake_work, qtbot)
    asked.clear()
    fake_work.session.log.clear()
    dubbing.document.edit("Decoder", edit.set_engine(EngineChoice(decoder=Decoder.TINY, bbox_shift=0.1)))
    assert at_rest(dubbing, fake_work, qtbot) == []
    assert fake_work.session.log == []
