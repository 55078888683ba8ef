"""Windows of speech for video frames: which rows, in what order, in how much memory, and without a jump."""

import tracemalloc
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.arrays import Floats, Sound
from core.engines.speech_options import AS_RELEASED, SpeechOptions, first_rows
from core.engines.speech_windows import FADE, OVERLAP, SpeechRows, SpeechWindows, position_code
from core.media.sound import engine_sound
from core.models import log_mel
from core.models.audio_encoder import AudioEncoder, load_audio_encoder
from core.models.mel_filters import slaney_filters
from core.timing import frame_at, frame_time
from tests.core.models.real_whisper import real_encoder
from tests.official import write_official
from tests.shared import media, parity

RATES = {
    "25": Fraction(25),
    "24": Fraction(24),
    "30": Fraction(30),
    "23p976": Fraction(24000, 1001),
    "60": Fraction(60),
}
PUBLISHED = SpeechOptions(rounds_down=True, separate_pieces=True)
PLAIN = SpeechOptions(position_code=False)


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> AudioEncoder:
    """A network with random weights."""
    return load_audio_encoder(write_official(tmp_path_factory.mktemp("weights"), only=("whisper",)) / "whisper")


def scripted(states: Any) -> Any:
    """An encoder that says what `states(mel (80, 3000))` (1500,) says, in every number of every state."""

    def every(mel: Floats, normed: bool) -> Floats:
        encoder.heard.append((mel, normed))
        return np.broadcast_to(states(mel[0])[None, :, None, None], (1, 1500, 5, 384)).astype(np.float32)

    encoder = SimpleNamespace(states=every, heard=[])
    return encoder


def place(mel: Floats) -> NDArray[np.float64]:
    """The row's place in its piece."""
    return np.arange(1500.0)


def level(mel: Floats) -> Floats:
    """How loud a row is: it tells which moment of the sound it belongs to, wherever its piece begins."""
    mean: Floats = mel.mean(0).reshape(1500, 2).mean(1)
    return mean


def noise(seconds: float, seed: int = 0) -> Sound:
    sound: Sound = (0.1 * np.random.default_rng(seed).normal(size=round(seconds * 16_000))).astype(np.float32)
    return sound


def times_of(rate: Fraction, count: int) -> NDArray[np.float64]:
    return np.array([float(frame_time(frame, rate)) for frame in range(count)])


def centres(times: NDArray[np.float64], rounds_down: bool = False) -> NDArray[np.float64]:
    return (first_rows(times, rounds_down) + 5) / 50 - times


def largest_step(windows: SpeechWindows, around: float) -> float:
    """Of the first number of the windows' first rows, 25 a second, in a second to either side of a time."""
    first = [windows[frame][0, 0] for frame in range(round((around - 1) * 25), round((around + 1) * 25))]
    return float(np.abs(np.diff(first)).max())


# which rows


@pytest.mark.parity
@pytest.mark.parametrize("name", ["short", "long"])
@pytest.mark.parametrize("rate", RATES)
def test_rows_equal_the_intended_ones_at_every_rate(name: str, rate: str) -> None:
    golden = np.load(parity(f"golden/a_audio_{name}.npz"))
    rows = golden[intended(golden, rate, "rows")]
    assert len(rows) == frame_at(Fraction(int(golden["n_samples"]), 16_000), RATES[rate])
    for jitter in (0, 1e-9, -1e-9):
        first = first_rows(times_of(RATES[rate], len(rows)) + jitter, rounds_down=True)
        found = first[:, None] + np.arange(10)
        found[(found < 0) | (found >= golden["n_valid_rows"])] = -1
        assert np.array_equal(found, rows)


@pytest.mark.parity
@pytest.mark.parametrize("name", ["short", "long"])
def test_windows_equal_the_intended_ones_at_every_rate(name: str) -> None:
    golden = np.load(parity(f"golden/a_audio_{name}.npz"))
    sound, encoder = engine_sound(parity(f"golden/audio_{name}.wav")), load_audio_encoder(parity("models/whisper"))
    for rate, value in RATES.items():
        count = len(golden[intended(golden, rate, "rows")])
        windows = SpeechWindows(sound, times_of(value, count), encoder, PUBLISHED)
        wanted = intended(golden, rate, "chunks_pe")
        if wanted in golden:
            for frame, chunk in zip(golden[intended(golden, rate, "sel")], golden[wanted], strict=True):
                assert np.abs(windows[frame] - chunk).max() < 2e-4
        wanted = intended(golden, rate, "chunks_pe_proj")
        if wanted in golden:
            directions = golden["proj"][:, : golden[wanted].shape[2]]
            for frame, chunk in enumerate(golden[wanted]):
                assert np.abs(windows[frame] @ directions - chunk).max() < 2e-4


@pytest.mark.parity
def test_position_code_and_windows_without_it_equal_the_published_ones() -> None:
    golden = np.load(parity("golden/a_audio_short.npz"))
    assert np.abs(position_code() - golden["pos_enc"]).max() < 1e-5
    sound, encoder = engine_sound(parity("golden/audio_short.wav")), load_audio_encoder(parity("models/whisper"))
    windows = SpeechWindows(sound, times_of(Fraction(25), 100), encoder, PLAIN)
    for frame, chunk in zip(golden["fps25_reference_sel"], golden["fps25_reference_chunks_raw"], strict=False):
        assert np.abs(windows[frame] - chunk).max() < 2e-4


@pytest.mark.parity
def test_every_length_of_sound_has_its_rows_and_frames() -> None:
    golden = np.load(parity("golden/a_frame_count.npz"))
    encoder = scripted(level)
    for samples, milli, frames, rows in zip(
        *(golden[name].tolist() for name in ("n_samples", "fps_milli", "intended_frames", "valid_rows")), strict=True
    ):
        rate = Fraction(milli, 1000)
        assert frame_at(Fraction(samples, 16_000), rate) == frames
        assert len(SpeechRows(np.zeros(samples, np.float32), encoder, PLAIN)) == rows
        ends = times_of(rate, frames + 1)[[0, -1]]
        windows = SpeechWindows(np.zeros(samples, np.float32), ends, encoder, PLAIN)
        assert [window.shape for window in windows] == [(50, 384)] * 2


def intended(golden: Any, rate: str, what: str) -> str:
    """Name of an array; where the published program is right there is no twin."""
    kind = "reference" if golden.get(f"fps{rate}_reference_is_intended", 0) == 1 else "intended"
    return f"fps{rate}_{kind}_{what}"


@given(st.floats(-10, 20_000))
def test_the_middle_of_a_window_keeps_its_distance_at_any_time(time: float) -> None:
    assert abs(centres(np.array([time]))[0] - 0.02) <= 0.01 + 1e-7
    assert -1e-7 <= 0.02 - centres(np.array([time]), rounds_down=True)[0] <= 0.02


@given(st.fractions(12, 60, max_denominator=1001), st.sampled_from([0.0, 1e-9, -1e-9]))
def test_the_middle_keeps_its_distance_at_every_rate_for_hours(rate: Fraction, jitter: float) -> None:
    frames = [0, 1, 2, 3, 1000, 90_001, 215_999]
    times = np.array([float(frame_time(frame, rate)) for frame in frames])
    assert np.abs(centres(times + jitter) - 0.02).max() <= 0.01 + 1e-7


@given(st.floats(0, 20_000), st.booleans())
def test_no_window_reaches_further_ahead_than_told(time: float, rounds_down: bool) -> None:
    end = (first_rows(np.array([time]), rounds_down)[0] + 10) / 50
    assert end - time <= SpeechOptions(rounds_down=rounds_down).look_ahead + 1e-7


@pytest.mark.parametrize("rate", [25, 50])
def test_both_rules_agree_at_the_rate_of_training(rate: int) -> None:
    times = times_of(Fraction(rate), 10_000)
    assert np.array_equal(first_rows(times), first_rows(times, rounds_down=True))
    assert np.abs(centres(times) - 0.02).max() < 1e-9


def test_times_that_were_stored_in_milliseconds_change_nothing_at_the_rate_of_training() -> None:
    times = times_of(Fraction(25), 1000)
    for shift in (-0.001, 0.001):
        assert np.array_equal(first_rows(times + shift), first_rows(times))
    assert not np.array_equal(first_rows(times - 0.001, rounds_down=True), first_rows(times))


def test_times_must_be_finite() -> None:
    with pytest.raises(ValueError, match="finite"):
        first_rows(np.array([0.0, np.nan]))


# what lies outside of the sound


def test_rows_outside_of_the_sound_are_zero_or_repeat_its_ends() -> None:
    sound, times = noise(1.019), np.array([-5.0, 0.0, 0.5, 0.96, 1.0, 90.0])
    zero = SpeechWindows(sound, times, scripted(lambda mel: place(mel) + 1), PLAIN)
    ends = SpeechWindows(sound, times, scripted(place), SpeechOptions(position_code=False, repeats_ends=True))
    assert [window[0::5, 0].tolist() for window in zero] == [
        [0] * 10,
        [0, 0, 0, 0, 1, 2, 3, 4, 5, 6],
        [22, 23, 24, 25, 26, 27, 28, 29, 30, 31],
        [45, 46, 47, 48, 49, 50, 0, 0, 0, 0],
        [47, 48, 49, 50, 0, 0, 0, 0, 0, 0],
        [0] * 10,
    ]
    assert [window[0::5, 0].tolist() for window in ends] == [
        [0] * 10,
        [0, 0, 0, 0, 0, 1, 2, 3, 4, 5],
        [21, 22, 23, 24, 25, 26, 27, 28, 29, 30],
        [44, 45, 46, 47, 48, 49, 49, 49, 49, 49],
        [46, 47, 48, 49, 49, 49, 49, 49, 49, 49],
        [49] * 10,
    ]


@pytest.mark.parametrize("options", [PLAIN, AS_RELEASED])
@pytest.mark.parametrize("samples", [0, 1, 319])
def test_a_sound_without_a_whole_row_is_not_heard(options: SpeechOptions, samples: int) -> None:
    encoder = scripted(level)
    windows = SpeechWindows(np.ones(samples, np.float32), np.array([0.0, 1.0]), encoder, options)
    code = position_code() if options.position_code else 0
    assert all(np.array_equal(window - code, np.zeros((50, 384))) for window in windows)
    assert not encoder.heard


def test_tokens_are_row_by_row_and_state_by_state() -> None:
    def states(mel: Floats, normed: bool) -> Floats:
        tokens = np.arange(1500)[:, None] * 10 + np.arange(5)
        return np.broadcast_to(tokens[None, :, :, None], (1, 1500, 5, 384)).astype(np.float32)

    window = SpeechWindows(noise(1), np.array([0.4]), SimpleNamespace(states=states), PLAIN)[0]  # type: ignore[arg-type]
    assert window[:7, 0].tolist() == [160, 161, 162, 163, 164, 170, 171]


def test_it_is_a_sequence() -> None:
    windows = SpeechWindows(noise(1), times_of(Fraction(25), 25), scripted(place), PLAIN)
    assert len(windows) == 25
    assert len(windows[3:9:2]) == 3
    assert np.array_equal(windows[3:9:2][1], windows[5])
    assert np.array_equal(windows[-1], windows[24])
    with pytest.raises(IndexError):
        windows[25]
    mine = windows[5]
    mine[:] = -1
    assert windows[5].min() >= 0, "a window is the caller's own"


# pieces


def test_the_order_of_asking_changes_no_bit(small: AudioEncoder) -> None:
    sound, times = noise(150), np.arange(0, 150, 1.37)
    forwards = list(SpeechWindows(sound, times, small))
    windows = SpeechWindows(sound, times, small)
    for row in reversed(range(len(times))):
        assert np.array_equal(windows[row], forwards[row])
    windows = SpeechWindows(sound, times, small)
    for row in np.random.default_rng(0).permutation(len(times))[:12]:
        assert np.array_equal(windows[row], forwards[row])


def test_a_sound_of_one_piece_is_the_published_one(small: AudioEncoder) -> None:
    sound, times = noise(30), times_of(Fraction(25), 750)[::19]
    pairs = zip(SpeechWindows(sound, times, small), SpeechWindows(sound, times, small, PUBLISHED), strict=True)
    assert all(np.array_equal(ours, published) for ours, published in pairs)


def test_an_hour_is_heard_bit_by_bit() -> None:
    sound = np.zeros(3600 * 16_000, np.float32)
    encoder = scripted(place)
    tracemalloc.start()
    windows = SpeechWindows(sound, times_of(Fraction(25), 90_000), encoder, AS_RELEASED)
    for frame in (89_999, 0, 45_000, 30_000, 700, 89_000, 12_345, 0, 60_000):
        assert windows[frame].shape == (50, 384)
        encoder.heard.clear()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 150e6


def test_a_piece_is_heard_once_while_it_is_in_use() -> None:
    encoder = scripted(place)
    list(SpeechWindows(noise(80), times_of(Fraction(25), 2000), encoder))
    assert len(encoder.heard) == 3


@given(st.integers(0, 400 * 16_000))
def test_every_row_is_made_of_pieces_that_hold_it(samples: int) -> None:
    rows = SpeechRows(np.broadcast_to(np.float32(0), samples), scripted(level), PLAIN)  # type: ignore[arg-type]
    plan, every = rows._plan, np.arange(samples // 320)
    total = np.zeros(len(every))
    for piece, start in enumerate(plan.starts):
        share = plan.share(piece, every)
        used = every[share > 0]
        assert (share >= 0).all()
        assert not len(used) or (used[0] >= start and used[-1] < start + 1500)
        if piece:
            assert used[0] >= start + (OVERLAP - FADE) // 2
        total += share
    assert np.abs(total - 1).max(initial=0) < 1e-6


def test_rows_are_those_of_their_own_time_in_every_piece() -> None:
    seconds, options = 95.0, SpeechOptions(position_code=False, floor_of_whole=True)
    sound = noise(seconds) * np.repeat(np.random.default_rng(1).uniform(0.1, 1, 475), 3200).astype(np.float32)
    times = np.arange(1, 94, 0.5)
    decades = log_mel.log_power(sound)
    wanted = log_mel.scaled(decades, float(decades.max())).mean(0).reshape(-1, 2).mean(1)
    for window, first in zip(SpeechWindows(sound, times, scripted(level), options), first_rows(times), strict=True):
        assert np.abs(window[::5, 0] - wanted[first : first + 10]).max() < 1e-4


def test_pieces_are_faded_and_do_not_jump() -> None:
    """An encoder that tells nothing but the place in the piece jumps most of all."""
    sound, times = noise(70), times_of(Fraction(25), 1750)
    separate = SpeechWindows(sound, times, scripted(place), SpeechOptions(position_code=False, separate_pieces=True))
    assert largest_step(separate, 30) > 1000
    overlapping = SpeechWindows(sound, times, scripted(place), PLAIN)
    steps = [largest_step(overlapping, float(time)) for time in range(2, 68)]
    assert max(steps) < 2 * 1300 / FADE + 2.5
    assert np.median(steps) == 2


# version 1.0


def test_as_released_the_floor_is_that_of_the_whole_sound_and_the_last_state_is_not_normalised() -> None:
    sound = np.concatenate([noise(31) * np.float32(0.01), noise(10)])
    encoder = scripted(level)
    SpeechWindows(sound, np.array([1.0, 40.0]), encoder, AS_RELEASED)[:]
    (first, normed), (second, _) = encoder.heard
    spectrum = torch.stft(
        torch.from_numpy(sound), 400, 160, window=torch.hann_window(400), return_complex=True
    )[:, :-1]  # fmt: skip
    decades = (torch.from_numpy(slaney_filters(log_mel._MEL)) @ spectrum.abs() ** 2).clamp_min(1e-10).log10()
    whole = ((torch.maximum(decades, decades.max() - 8) + 4) / 4).numpy()
    assert not normed
    assert np.abs(first[0] - whole[:, :3000]).max() < 1e-5
    start = 4100 - second.shape[2]
    assert np.abs(second[0] - whole[:, start:]).max() < 1e-5


def test_as_released_what_fills_up_the_last_piece_is_zero() -> None:
    encoder = scripted(level)
    SpeechWindows(noise(2), np.array([1.0]), encoder, AS_RELEASED)[:]
    ((mel, _),) = encoder.heard
    assert not mel[0, :, 200:].any()
    assert mel[0, :, :200].all()


# real speech


@pytest.mark.weights
@pytest.mark.footage
def test_real_speech_does_not_jump_between_pieces(tmp_path: Path) -> None:
    """Steps between neighbouring rows where pieces meet, by state, in steps as they usually are."""
    encoder, sound = real_encoder(tmp_path), engine_sound(media("musetalk/eng.wav"))
    separate = usual_steps(SpeechRows(sound, encoder, SpeechOptions(separate_pieces=True)))
    assert separate[1499].min() > 2.5
    faded = usual_steps(SpeechRows(sound, encoder, SpeechOptions()))
    around = slice(1399 - FADE // 2, 1399 + FADE // 2 + 1)
    assert faded[1399].max() < 2.0
    assert (faded[around].max(0) < 1.3 * faded[:1300].max(0)).all()


def usual_steps(rows: SpeechRows) -> NDArray[np.float32]:
    """(rows − 1, 5): root mean square of what changes from row to row, over its median."""
    step = np.sqrt(np.square(np.diff(rows.at(np.arange(2000)), axis=0)).mean(2))
    return step / np.median(step, axis=0)
