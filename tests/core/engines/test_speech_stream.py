"""Windows of a voice that is still speaking: when they are known, what they are worth, what they cost to keep."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch

from core.arrays import Floats, Sound
from core.engines import AudioStream
from core.engines.speech_options import AS_RELEASED, SpeechOptions
from core.engines.speech_stream import CONTEXT, StreamingWindows
from core.engines.speech_windows import SpeechWindows
from core.media.sound import engine_sound
from core.models import log_mel
from core.models.audio_encoder import AudioEncoder, load_audio_encoder
from tests.core.models.real_whisper import real_encoder
from tests.official import write_official
from tests.shared import media

PLAIN = SpeechOptions(position_code=False)


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> AudioEncoder:
    """A network with random weights."""
    return load_audio_encoder(write_official(tmp_path_factory.mktemp("weights"), only=("whisper",)) / "whisper")


def listening() -> Any:
    """An encoder whose rows are the mean level of their own columns, and that remembers what it was given."""

    def states(mel: Floats, normed: bool) -> Floats:
        encoder.heard.append(mel[0])
        level = mel[0].mean(0).reshape(-1, 2).mean(1)
        return np.broadcast_to(level[None, :, None, None], (1, len(level), 5, 384)).astype(np.float32)

    encoder = SimpleNamespace(states=states, heard=[])
    return encoder


def noise(seconds: float) -> Sound:
    """Sound of which every tenth of a second has another loudness."""
    generator = np.random.default_rng(0)
    loud = np.repeat(generator.uniform(0.01, 0.3, round(seconds * 10)), 1600)
    sound: Sound = (loud * generator.normal(size=len(loud))).astype(np.float32)
    return sound


def pushed(stream: StreamingWindows, sound: Sound, size: int) -> StreamingWindows:
    for start in range(0, len(sound), size):
        stream.push(sound[start : start + size])
    return stream


@pytest.mark.parametrize("frame", [0, 3, 25, 100])
def test_a_window_is_known_as_soon_as_its_sound_is_there(frame: int) -> None:
    sound, time = noise(6), frame / 25
    stream = StreamingWindows(listening(), PLAIN)
    enough = round((time + 0.12) * 16_000)
    stream.push(sound[: enough - 1])
    assert stream.known_until < time
    with pytest.raises(ValueError, match="not known yet"):
        stream.feature(time)
    stream.push(sound[enough - 1 : enough])
    assert stream.known_until == pytest.approx(time)
    assert stream.feature(time).shape == (50, 384)


def test_rows_are_those_of_their_own_time() -> None:
    sound = noise(20)
    options = SpeechOptions(position_code=False, floor_of_whole=True)
    stream = StreamingWindows(listening(), options)
    for end in range(0, len(sound), 8000):
        stream.push(sound[end : end + 8000])
        decades = log_mel.log_power(sound[: end + 8000])
        wanted = log_mel.scaled(decades, float(decades.max())).mean(0).reshape(-1, 2).mean(1)
        rows = np.arange(len(stream) - 10, len(stream))
        found = stream.feature((rows[0] + 4) / 50)[::5, 0]
        assert np.abs(found[:9] - wanted[rows[:9]]).max() < 0.02  # what is loudest may be in the columns at the end
        assert np.corrcoef(found, wanted[rows])[0, 1] > 0.9


@pytest.mark.parametrize("options", [SpeechOptions(), AS_RELEASED])
def test_the_size_of_the_pushes_changes_no_bit(small: AudioEncoder, options: SpeechOptions) -> None:
    sound = noise(5)
    one, other = (pushed(StreamingWindows(small, options), sound, size) for size in (160, 7001))
    for time in (2.5, 4.0, one.known_until):
        assert np.array_equal(one.feature(time), other.feature(time))
    assert np.array_equal(one.feature(4.0), pushed(StreamingWindows(small, options), sound, 10**6).feature(4.0))


def test_nothing_is_computed_unless_it_is_asked_for_and_then_once() -> None:
    encoder = listening()
    stream = pushed(StreamingWindows(encoder), noise(10), 640)
    assert not encoder.heard
    for time in (9.0, 9.4, 9.8):
        stream.feature(time)
    assert len(encoder.heard) == 1
    assert encoder.heard[0].shape[1] <= 2 * (CONTEXT + 10)


def test_only_the_context_is_kept_however_long_one_speaks() -> None:
    stream = StreamingWindows(listening(), context=50)
    for _ in range(200):
        stream.push(noise(1))
        assert len(stream._sound) < 51 * 320
        assert len(stream._levels) <= 31
    assert len(stream) == 200 * 50
    with pytest.raises(ValueError, match="no longer known"):
        stream.feature(198)


def test_the_floor_follows_the_loudest_moment_of_the_last_half_minute() -> None:
    loud, quiet = noise(2), noise(2) * np.float32(0.001)
    encoder = listening()
    stream = StreamingWindows(encoder, context=50)
    pushed(stream, np.concatenate([loud, *[quiet] * 5]), 3200)
    stream.feature(11.5)
    pushed(stream, np.concatenate([quiet] * 15), 3200)
    stream.feature(41.5)
    assert encoder.heard[0].min() > encoder.heard[1].min() + 0.5


def test_before_the_sound_and_after_its_end_it_is_as_for_a_whole_sound() -> None:
    sound = noise(1)
    stream = pushed(StreamingWindows(listening(), PLAIN), sound, 1000)
    assert stream.feature(0.0)[::5, 0].tolist()[:4] == [0] * 4
    assert stream.feature(-3.0).any() == False  # noqa: E712 - numpy's own truth value
    with pytest.raises(ValueError, match="not known yet"):
        stream.feature(0.96)
    stream.end()
    assert stream.known_until == float("inf")
    assert stream.feature(0.96)[::5, 0].tolist()[6:] == [0] * 4
    assert stream.feature(0.96)[25, 0] > 0
    assert not stream.feature(50).any()
    with pytest.raises(ValueError, match="ended"):
        stream.push(sound)


def test_a_sound_that_never_came_gives_nothing_but_zeros(small: AudioEncoder) -> None:
    stream = StreamingWindows(small, PLAIN)
    stream.push(np.zeros(0, np.float32))
    stream.push(np.ones(150, np.float32))
    stream.end()
    assert not stream.feature(0).any()


def test_a_live_session_can_use_it(small: AudioEncoder) -> None:
    stream: AudioStream = StreamingWindows(small)
    stream.push(noise(1)[: round((SpeechOptions().look_ahead + 0.1) * 16_000)])
    assert stream.known_until >= 0
    assert stream.feature(0.0).shape == (50, 384)


@pytest.mark.parametrize("context", [0, 9, 1491])
def test_a_context_that_cannot_be_heard_is_refused(small: AudioEncoder, context: int) -> None:
    with pytest.raises(ValueError, match="context"):
        StreamingWindows(small, context=context)


@pytest.mark.weights
@pytest.mark.footage
def test_live_windows_of_real_speech_are_near_to_those_of_the_whole(tmp_path: Path) -> None:
    """While no more has been said than is heard at once, rows have the places that they have in the whole sound.

    What differs is then what is heard afterwards. Bounds are relative errors of the five states: root mean square of
    the difference over the standard deviation.
    """
    encoder, whole = real_encoder(tmp_path), engine_sound(media("musetalk/eng.wav"))
    errors = []
    for start in range(0, 50 * 16_000, 5 * 16_000):
        sound = whole[start : start + 10 * 16_000]
        stream = pushed(StreamingWindows(encoder, PLAIN), sound[: 3 * 16_000], 1600)
        time = stream.known_until
        live = stream.feature(time).reshape(10, 5, 384)
        offline = SpeechWindows(sound, np.array([time]), encoder, PLAIN)[0].reshape(10, 5, 384)
        errors.append(np.square(live - offline).mean((0, 2)) / offline.var((0, 2)))
    assert (np.sqrt(np.mean(errors, axis=0)) < (0.05, 0.35, 0.5, 0.5, 0.6)).all()
