"""The timed engine: gives what the engine inside gives, and books the time under three stages."""

import numpy as np

from core.engines import load_engine
from core.engines.timed import HEARING, PAINTING, TimedEngine
from core.project import EngineChoice
from core.stopwatch import Stopwatch


def test_features_are_the_same_and_hearing_is_booked() -> None:
    watch = Stopwatch()
    engine, timed = load_engine(EngineChoice("instant")), TimedEngine(load_engine(EngineChoice("instant")), watch)
    sound = np.random.default_rng(1).standard_normal(16_000).astype(np.float32) * 0.1
    times = np.arange(25) / 25
    wanted, made = engine.encode_audio(sound, times), timed.encode_audio(sound, times)
    assert len(made) == len(wanted)
    assert np.array_equal(made[7], wanted[7])
    assert watch.seconds[HEARING] > 0
    assert timed.generate([], [], np.zeros(0, np.float32)) == []
    assert watch.seconds[PAINTING] >= 0
    assert timed.spec == engine.spec
    timed.close()
    engine.close()
