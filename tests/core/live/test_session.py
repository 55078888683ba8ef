"""The loop: what is spoken is seen, in time, and what is too late is left out."""

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core.errors import SettingsError
from core.job import Progress, run
from core.live.face import FaceSource
from core.live.figures import LiveFrame
from core.live.session import LiveOptions, LiveSession
from core.live.source import RATE, PacedSound
from core.project import Look
from tests.core.live.flash import FlashEngine

pytestmark = pytest.mark.realtime


class Seen:
    """Keeps what is handed on; `busy` seconds are spent on every picture."""

    def __init__(self) -> None:
        self.frames: list[LiveFrame] = []
        self.at: list[float] = []

    def put(self, frame: LiveFrame) -> None:
        self.frames.append(frame)
        self.at.append(time.perf_counter())


@pytest.fixture(scope="module")
def ready(face_film: Path) -> Iterator[tuple[LiveSession, FlashEngine, FaceSource]]:
    """A session with a face made ready."""
    engine = FlashEngine()
    session = LiveSession(lambda choice: engine)
    source = FaceSource(face_film, look=Look(match_colour=False))
    run(session.prepare(source))
    yield session, engine, source
    session.close()


def clicks(seconds: float, *at: float) -> np.ndarray:
    sound = np.zeros(round(seconds * RATE), np.float32)
    for moment in at:
        sound[round(moment * RATE) : round((moment + 0.005) * RATE)] = 0.8
    return sound


def spoken(session: LiveSession, sound: np.ndarray, steps: list[Progress] | None = None) -> tuple[Seen, object]:
    seen = Seen()
    with PacedSound(sound) as source:
        job = session.run(source, [seen], LiveOptions(seconds=source.seconds))
        return seen, run(job, steps.append if steps is not None else None)


def flashes(seen: Seen) -> list[float]:
    """Times of the pictures whose lower face is white, the first of each flash."""
    white = [np.percentile(frame.image, 99.5) == 255 and (frame.image == 255).mean() > 0.005 for frame in seen.frames]
    before = [False, *white[:-1]]
    return [f.time for f, now, then in zip(seen.frames, white, before, strict=True) if now and not then]


def test_a_click_is_seen_in_the_picture_of_its_own_time(ready) -> None:
    session, _, _ = ready
    seen, report = spoken(session, clicks(3.0, 1.0, 2.0))
    assert flashes(seen) == pytest.approx([1.0, 2.0], abs=0.045)
    assert report.passed == 0
    assert report.pictures == len(seen.frames)


def test_latency_told_is_the_time_from_the_sound_to_the_picture(ready) -> None:
    session, _, _ = ready
    seen = Seen()
    with PacedSound(clicks(2.0)) as source:
        run(session.run(source, [seen], LiveOptions(seconds=2.0)))
        for frame, at in zip(seen.frames, seen.at, strict=True):
            assert at - source.clock.time_of(frame.sample) == pytest.approx(frame.latency, abs=0.02)
            assert sum(frame.parts.values()) == pytest.approx(frame.latency, abs=0.003)


def test_starting_again_takes_less_than_a_second(ready) -> None:
    session, engine, source = ready
    began, studied = time.perf_counter(), engine.studied
    run(session.prepare(source))
    with PacedSound(clicks(2.0)) as sound:
        job = session.run(sound)
        while next(job).image is None:
            continue
        job.close()
    assert time.perf_counter() - began < 1
    assert engine.studied == studied


def test_overload_makes_fewer_pictures_and_latency_stays_bounded_and_recovers(ready) -> None:
    session, engine, _ = ready
    engine.busy = 0.06  # of 0.04 s that there are for a picture
    steps: list[Progress] = []
    seen = Seen()
    with PacedSound(clicks(20.0)) as source:
        for step in session.run(source, [seen], LiveOptions(seconds=16.0)):
            steps.append(step)
            if seen.frames and seen.frames[-1].time > 5:
                engine.busy = 0.0
    engine.busy = 0.0
    notices = [step.notice for step in steps if step.notice]
    assert "too slow" in notices[0]
    assert "12.5" in notices[0]
    assert any("fast enough again: 25 " in notice for notice in notices)
    assert max(frame.latency for frame in seen.frames) < 1.0
    assert [frame.number for frame in seen.frames] == sorted({frame.number for frame in seen.frames})


def test_stop_ends_with_a_report(ready) -> None:
    session, _, _ = ready
    with PacedSound(clicks(5.0)) as source:
        report = run(session.run(source), lambda step: session.stop() if step.done >= 5 else None)
    assert report.pictures >= 5
    assert report.seconds < 4


class Unplugged:
    """A source that is gone for a while."""

    def __init__(self, inner: PacedSound) -> None:
        self.inner, self.tries, self.away = inner, 0, False
        self.ring, self.clock, self.overflows, self.level = inner.ring, inner.clock, 0, 0.0

    @property
    def gone(self) -> bool:
        return self.away

    def trouble(self) -> str:
        return ""

    def reopen(self) -> bool:
        self.tries += 1
        self.away = self.tries < 2
        return not self.away


def test_an_unplugged_microphone_is_told_waited_for_and_used_again(ready, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.live.session.PLUGGED_IN_EVERY", 0.1)
    session, _, _ = ready
    with PacedSound(clicks(3.0)) as inner:
        source = Unplugged(inner)
        steps = []
        for step in session.run(source, (), LiveOptions(seconds=3.0)):
            steps.append(step)
            if step.done == 10:
                source.away = source.tries == 0
    notices = [step.notice for step in steps if step.notice]
    assert ["gone" in notices[0], "back" in notices[1]] == [True, True]
    assert steps[-1].done > 20


def test_a_pause_of_the_whole_machine_leaves_no_backlog(ready) -> None:
    session, _, _ = ready
    seen = Seen()
    with PacedSound(clicks(6.0)) as source:
        for step in session.run(source, [seen], LiveOptions(seconds=5.0)):
            if step.done == 20:
                time.sleep(2.0)
                seen.frames.clear()
    assert np.median([frame.latency for frame in seen.frames[5:]]) < 0.3


def test_an_engine_that_cannot_listen_is_refused() -> None:
    session = LiveSession(lambda choice: object())
    with pytest.raises(SettingsError, match="cannot hear"):
        next(session.prepare(FaceSource(Path("x.mp4"))))
