"""From the ring to the engine: filtered, gated, never late."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.engines.instant import InstantEngine
from core.live.hearing import Decimator, Gate, Hearing
from core.live.source import RATE
from core.media.ring import Ring
from core.media.sound import engine_sound
from tests.core.conftest import DEMO
from tests.core.live.flash import FlashEngine


def cut(sound: np.ndarray, seed: int) -> list[np.ndarray]:
    places = np.sort(np.random.default_rng(seed).integers(0, len(sound), 12))
    return np.split(sound, places)


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 1000))
def test_filter_and_gate_do_not_depend_on_how_sound_is_cut(seed: int) -> None:
    sound = np.random.default_rng(1).normal(0, 0.1, 9000).astype(np.float32)
    for make in (Decimator, Gate):
        whole, pieces = make(), make()
        told = np.concatenate([pieces.push(piece) for piece in cut(sound, seed)])
        assert np.allclose(told, whole.push(sound), atol=1e-6)


def test_speech_passes_the_filter_in_its_place_and_what_lies_above_is_gone() -> None:
    time = np.arange(RATE) / RATE
    for frequency, gain in [(1000, 1.0), (5000, 1.0), (10_000, 0.0), (15_000, 0.0)]:
        told = Decimator().push(np.sin(2 * np.pi * frequency * time).astype(np.float32))[200:-200]
        expected = np.sin(2 * np.pi * frequency * (np.arange(200, 200 + len(told)) / 16000))
        assert np.abs(told - gain * expected).max() < 0.02


def test_the_gate_silences_noise_and_passes_speech() -> None:
    noise = np.random.default_rng(0).normal(0, 0.001, 16000).astype(np.float32)
    assert not Gate(-50).push(noise).any()
    assert np.array_equal(Gate(float("-inf")).push(noise)[640:], noise[640:])
    speech = noise.copy()
    speech[8000:12000] += 0.1
    told = Gate(-50).push(speech)
    assert np.allclose(told[8100:12000], speech[8100:12000])


def test_a_voice_in_pieces_gives_the_mouths_of_the_whole() -> None:
    """Largest difference of any control of the mouth: 1e-4 of its range."""
    (voice,) = DEMO.glob("voice.*")
    sound = engine_sound(voice)[:48000]
    engine = InstantEngine()
    times = np.arange(60) / 25
    stream, told = engine.stream(), []
    for start in range(0, len(sound), 333):
        stream.push(sound[start : start + 333])
        while len(told) < len(times) and stream.known_until >= times[len(told)]:
            told.append(stream.feature(times[len(told)]))
    whole = engine.encode_audio(sound, times[: len(told)])
    assert len(told) >= 60 - 3
    worst = max(abs(getattr(a, n) - getattr(b, n)) for a, b in zip(told, whole, strict=True) for n in a.__slots__)
    assert worst < 1e-4


def test_known_is_what_the_look_ahead_says() -> None:
    engine = InstantEngine()
    stream = engine.stream()
    stream.push(np.zeros(16000, np.float32))
    assert 1 - stream.known_until <= engine.spec.look_ahead + 0.02


def test_what_could_not_be_heard_in_time_is_skipped() -> None:
    ring, engine = Ring(10 * RATE), FlashEngine()
    hearing = Hearing(ring, engine.stream())
    ring.write(np.zeros(3 * RATE, np.float32))
    hearing.listen()
    assert hearing.skipped == pytest.approx(2.5)
    assert hearing.known_until == pytest.approx(3 - FlashEngine.spec.look_ahead, abs=0.01)


def test_sound_that_has_been_overwritten_is_skipped() -> None:
    ring, engine = Ring(RATE // 2), FlashEngine()
    hearing = Hearing(ring, engine.stream())
    ring.write(np.zeros(RATE * 3 // 4, np.float32))
    hearing.listen()
    hearing.listen()
    assert ring.written - hearing.heard < RATE // 2
