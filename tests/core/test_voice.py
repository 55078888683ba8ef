"""A voice is heard the same in pieces as at once, and the mouth is ours exactly while somebody speaks."""

import time
import wave
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from core.arrays import Floats, Sound
from core.job import run
from core.models.mouth_motion import MouthMotion
from core.models.speech_features import SAMPLE_RATE
from core.voice import LOOK_AHEAD, RISE, Listener, Voicing, listen, mouth_network, observe, presence

TOLERANCE = 2e-3
"""How far a stream may differ from the whole: rounding of convolutions over pieces of other lengths."""


@pytest.fixture(scope="module")
def network() -> MouthMotion:
    torch.manual_seed(3)
    return MouthMotion().eval()


def murmur(seconds: float) -> Sound:
    chance = np.random.default_rng(1)
    times = np.arange(int(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    beat = np.clip(np.sin(2 * np.pi * 2.7 * times), 0, 1)
    return (beat * 0.1 * np.sign(np.sin(2 * np.pi * 120 * times)) + 0.001 * chance.standard_normal(len(times))).astype(
        np.float32
    )


def voicing(speech: list[float]) -> Voicing:
    rows = np.zeros((len(speech), 6), np.float32)
    rows[:, 5] = speech
    return Voicing(np.zeros(len(speech) * 320, np.float32), rows)


def times(seconds: float, rate: float = 25.0) -> np.ndarray:
    return np.arange(0, seconds, 1 / rate)


@settings(max_examples=15, deadline=None)
@given(sizes=st.lists(st.integers(0, 6000), max_size=10))
def test_a_stream_gives_what_the_whole_gives(network: MouthMotion, sizes: list[int]) -> None:
    sound = murmur(2.0)
    whole = run(observe(sound, network)).rows
    listener, told, start = Listener(network), [], 0
    for size in sizes:
        told.append(listener.push(sound[start : start + size]))
        start += size
    told += [listener.push(sound[start:]), listener.finish()]
    np.testing.assert_allclose(np.concatenate(told), whole, atol=TOLERANCE)


@pytest.mark.parametrize("samples", [1, 319, 320, 321, 16000, 16001, 170_000])
def test_a_row_for_every_20_ms_begun(network: MouthMotion, samples: int) -> None:
    assert len(run(observe(np.zeros(samples, np.float32), network)).rows) == -(-samples // 320)


def test_no_sound_no_rows(network: MouthMotion) -> None:
    assert run(observe(np.zeros(0, np.float32), network)).rows.shape == (0, 6)


def test_a_row_is_known_after_the_look_ahead(network: MouthMotion) -> None:
    listener = Listener(network)
    pushed, known = 0, 0
    for _ in range(200):
        known += len(listener.push(murmur(0.01)))
        pushed += 160
        assert known >= np.floor((pushed / SAMPLE_RATE - LOOK_AHEAD) * 50) - 1e-9


def test_what_is_heard_is_read_only(network: MouthMotion) -> None:
    assert not run(observe(murmur(0.3), network)).rows.flags.writeable


def test_the_built_in_network_tells_silence_from_a_voice() -> None:
    silent = run(observe(np.zeros(3 * SAMPLE_RATE, np.float32), mouth_network()))
    assert silent.speech.max() < 0.3
    assert (presence(silent, times(3), 0.3, 0.2) == 0).all()


def test_ours_while_speaking_and_the_films_after_hold_and_fade() -> None:
    heard = voicing([0.0] * 50 + [0.9] * 100 + [0.0] * 100)
    at = times(5)
    share = presence(heard, at, hold=0.3, fade=0.2)
    assert (share[(at >= 1.0) & (at <= 3.3)] == 1).all()
    assert (share[at >= 3.5 + 1e-9] == 0).all()
    assert (share[at <= 1.0 - RISE - 1e-9] == 0).all()
    assert (np.diff(share[(at >= 3.3) & (at <= 3.5)]) < 0).all()


def test_a_pause_shorter_than_the_hold_changes_nothing() -> None:
    heard = voicing([0.9] * 50 + [0.0] * 14 + [0.9] * 50)
    assert (presence(heard, times(2.2), hold=0.3, fade=0.2) == 1).all()


def test_a_click_is_not_speech_and_a_wavering_voice_is_one() -> None:
    assert (presence(voicing([0.0] * 40 + [0.9] * 2 + [0.0] * 40), times(1.6), 0.3, 0.2) == 0).all()
    assert (presence(voicing([0.9] + [0.5, 0.4, 0.55] * 30), times(1.8), 0.0, 0.0) == 1).all()


def test_no_hold_and_no_fade_is_a_clean_cut() -> None:
    heard = voicing([0.0] * 50 + [0.9] * 50 + [0.0] * 50)
    at = times(3, 50)
    share = presence(heard, at, hold=0.0, fade=0.0)
    assert set(np.unique(share[at > 1.0])) == {0.0, 1.0}


def test_times_outside_the_sound_are_allowed() -> None:
    heard = voicing([0.9] * 50)
    np.testing.assert_array_equal(presence(heard, np.array([-2.0, 0.5, 1.2, 9.0]), 0.3, 0.2), [0, 1, 1, 0])


speeches = st.lists(st.floats(0, 1, width=32), min_size=1, max_size=120)


@given(speeches, st.floats(0, 1), st.floats(0, 1))
def test_presence_is_a_share_and_full_wherever_speech_is_sure(speech: list[float], hold: float, fade: float) -> None:
    at = np.arange(-10, len(speech) + 60) / 50
    share: Floats = presence(voicing(speech), at, hold, fade)
    assert ((share >= 0) & (share <= 1)).all()
    sure = np.convolve(np.array(speech) > 0.6, np.ones(3), "valid") == 3
    for first in np.flatnonzero(sure):
        assert (share[10 + first : 10 + first + 3] == 1).all()


def test_an_hour_of_voice_can_be_left_at_any_moment(tmp_path: Path) -> None:
    voice = tmp_path / "hour.wav"
    with wave.open(str(voice), "wb") as file:
        file.setparams((1, 1, 8000, 0, "NONE", ""))
        for _ in range(60):
            file.writeframesraw(b"\x80" * 8000 * 60)
    job, steps, longest, label = listen(voice), 0, 0.0, ""
    while label != "sound":
        before = time.monotonic()
        label = next(job).label
        longest, steps = max(longest, time.monotonic() - before), steps + 1
    for _ in range(3):
        before = time.monotonic()
        next(job)
        longest = max(longest, time.monotonic() - before)
    job.close()
    assert steps > 3000
    assert longest < 1.0
