"""A live session with the engines themselves: one that is too slow for the machine, and one with large networks."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.demo import FOLDER
from core.engines import load_engine
from core.engines.instant import InstantEngine
from core.job import Progress, run
from core.live.face import FaceSource
from core.live.session import LiveOptions, LiveSession
from core.live.source import RATE, PacedSound
from core.media.sound import read_sound
from core.project import EngineChoice
from tests.core.live.test_session import Seen
from tests.official import write_official

pytestmark = pytest.mark.realtime


def voice(seconds: float) -> np.ndarray:
    """The demo's voice, over and over."""
    return np.resize(read_sound(FOLDER / "voice.flac", RATE), round(seconds * RATE)).astype(np.float32)


class Slowed(InstantEngine):
    """The engine, three times as slow, and as if a picture took it 20 ms on any machine."""

    def generate(self, faces: Sequence[Any], features: Sequence[Any], presence: Any) -> Any:
        began = time.perf_counter()
        made = super().generate(faces, features, presence)
        time.sleep(max(3 * 0.02, 2 * (time.perf_counter() - began)))
        return made


def test_the_engine_three_times_as_slow_makes_fewer_pictures_and_latency_stays_bounded(face_film: Path) -> None:
    session, seen, steps = LiveSession(lambda choice: Slowed()), Seen(), list[Progress]()
    run(session.prepare(FaceSource(face_film)))
    with PacedSound(voice(10.0)) as source:
        run(session.run(source, [seen], LiveOptions(seconds=10.0)), steps.append)
    session.close()
    assert any("too slow" in step.notice for step in steps)
    later = [frame for frame in seen.frames if frame.time > 4]
    assert max(frame.latency for frame in later) < 1.0
    assert np.median(np.diff([frame.time for frame in later])) >= 0.08


def test_musetalk_speaks_live_and_starts_again_within_a_second(face_film: Path, tmp_path: Path) -> None:
    """With networks of the published layout and small numbers; real ones need a GPU to keep up."""
    choice = EngineChoice("musetalk", str(write_official(tmp_path / "models")))
    session = LiveSession(load_engine)
    source = FaceSource(face_film, held=3)
    run(session.prepare(source, choice))
    seen = Seen()
    with PacedSound(voice(5.0)) as spoken:
        report = run(session.run(spoken, [seen], LiveOptions(seconds=4.0)))
    assert report.pictures == len(seen.frames) > 4
    assert len({frame.image.tobytes() for frame in seen.frames}) > 2
    began = time.perf_counter()
    run(session.prepare(source, choice))
    with PacedSound(voice(3.0)) as spoken:
        job = session.run(spoken)
        while next(job).image is None:
            continue
        job.close()
    session.close()
    assert time.perf_counter() - began < 1
