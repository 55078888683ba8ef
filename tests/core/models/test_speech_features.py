"""Features do not depend on how sound is cut, how loud it is, or what microphone coloured it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.arrays import Floats, Sound
from core.models.speech_features import BANDS, HOP, SAMPLE_RATE, Loudness, MelPower, relative


def syllables(seconds: float, seed: int = 0) -> Sound:
    """Harmonic tones in bursts with pauses: something whose level behaves like speech."""
    chance = np.random.default_rng(seed)
    times = np.arange(int(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    tone = sum(np.sin(2 * np.pi * 140 * k * times) / k for k in range(1, 30))
    beat = np.clip(np.sin(2 * np.pi * 3.1 * times) + 0.3, 0, 1)
    return (0.05 * beat * tone + 1e-4 * chance.standard_normal(len(times))).astype(np.float32)


def features(sound: Sound) -> Floats:
    return relative(MelPower().push(sound), Loudness())


def test_a_frame_every_ten_milliseconds_centred_on_its_time() -> None:
    click = np.zeros(SAMPLE_RATE, np.float32)
    click[100 * HOP - 3 * HOP] = 1.0
    power = MelPower().push(click).sum(1)
    assert power.argmax() == 97
    assert len(power) == (len(click) - 200) // HOP + 1


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 4000), min_size=1, max_size=12))
def test_pieces_give_what_the_whole_gives(sizes: list[int]) -> None:
    sound = syllables(1.5)
    whole = features(sound)
    power, loudness, told, start = MelPower(), Loudness(), [], 0
    for size in [*sizes, len(sound)]:
        told.append(relative(power.push(sound[start : start + size]), loudness))
        start += size
    np.testing.assert_allclose(np.concatenate(told), whole, atol=1e-5)


@pytest.mark.parametrize("gain", [0.05, 0.3, 4.0])
def test_loudness_is_taken_out_within_a_second(gain: float) -> None:
    sound = syllables(6.0)
    settled = slice(150, None)
    quiet, usual = features(sound * np.float32(gain))[settled], features(sound)[settled]
    assert np.abs(quiet - usual).mean() < 0.1


def test_a_dull_microphone_is_taken_out_within_seconds() -> None:
    sound = syllables(12.0)
    dull = np.convolve(sound, [0.25, 0.5, 0.25], mode="same").astype(np.float32)
    clear, muffled = features(sound), features(dull)
    high = slice(BANDS // 2, int(BANDS * 0.8))
    untouched = (
        np.abs(np.log(MelPower().push(sound)[:, high] + 1e-7) - np.log(MelPower().push(dull)[:, high] + 1e-7)).mean()
        / 3
    )
    left = np.abs(clear[800:, high] - muffled[800:, high]).mean()
    assert left < 0.35 * untouched


def test_silence_and_full_scale_noise_stay_finite() -> None:
    silence = np.zeros(SAMPLE_RATE * 3, np.float32)
    noise = np.random.default_rng(0).uniform(-1, 1, SAMPLE_RATE).astype(np.float32)
    values = features(np.concatenate([silence, noise, silence]))
    assert np.isfinite(values).all()
    assert np.abs(values).max() < 8


def test_nothing_in_nothing_out() -> None:
    loudness = Loudness()
    assert relative(MelPower().push(np.zeros(0, np.float32)), loudness).shape == (0, BANDS)
    sound = syllables(0.5)
    np.testing.assert_array_equal(relative(MelPower().push(sound), loudness), features(sound))


def test_a_batch_gives_what_each_of_it_gives() -> None:
    power = np.stack([MelPower().push(syllables(1.0, seed) * np.float32(0.2 + seed)) for seed in range(3)])
    together = relative(power, Loudness())
    for one, alone in zip(power, together, strict=True):
        np.testing.assert_allclose(relative(one, Loudness()), alone, atol=1e-5)
