"""The new soundtrack: every sound in its place, nothing louder than wanted, nothing touched without need."""

import re
import subprocess
from collections.abc import Sequence
from fractions import Fraction
from math import inf
from pathlib import Path

import numpy as np
import pyloudnorm
import pytest
import soundfile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.errors import MediaError
from core.job import Progress, run
from core.media.ffmpeg import ffmpeg_program
from core.media.limiter import Limiter
from core.media.loudness import LoudnessMeter, PeakMeter
from core.media.mix import RATE, FilmSound, MixSpec, Soundtrack, VoicePart, mix_soundtrack
from core.project import Mix

Samples = NDArray[np.float32]


def wave(path: Path, samples: Samples, rate: int = RATE) -> Path:
    soundfile.write(path, samples, rate, subtype="FLOAT")
    return path


def noise(seconds: float, channels: int = 2, level: float = 0.1, seed: int = 0) -> Samples:
    return np.random.default_rng(seed).normal(0, level, (round(seconds * RATE), channels)).astype(np.float32)


def tone(seconds: float, level: float = 0.3, hertz: float = 440) -> Samples:
    return (level * np.sin(np.arange(round(seconds * RATE)) * 2 * np.pi * hertz / RATE)).astype(np.float32)


def mixed(spec: MixSpec, out: Path) -> tuple[Samples, Soundtrack, list[Progress]]:
    steps: list[Progress] = []
    done = run(mix_soundtrack(spec, out), steps.append)
    samples, rate = soundfile.read(out, dtype="float32", always_2d=True)
    assert rate == RATE
    return samples, done, steps


def by_ffmpeg(path: Path) -> tuple[float, float]:
    """Integrated loudness and true peak as ffmpeg's ebur128 filter measures them."""
    command = [ffmpeg_program(), "-nostats", "-i", f"file:{path}", "-af", "ebur128=peak=true", "-f", "null", "-"]
    log = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    summary = log[log.rindex("Summary:") :]
    numbers = [re.search(pattern, summary) for pattern in (r"I:\s+(\S+) LUFS", r"Peak:\s+(\S+) dBFS")]
    first, second = (float(found.group(1)) for found in numbers if found)
    return first, second


def measured(samples: Samples, block: int = 31_234) -> tuple[float, float]:
    loudness, peak = LoudnessMeter(RATE, samples.shape[1]), PeakMeter(samples.shape[1])
    for start in range(0, len(samples), block):
        loudness.add(samples[start : start + block])
        peak.add(samples[start : start + block])
    return loudness.integrated, peak.peak


def limited(samples: Samples, block: int) -> Samples:
    limiter = Limiter(RATE, samples.shape[1])
    pieces = [limiter.process(samples[start : start + block]) for start in range(0, len(samples), block)]
    return np.concatenate([*pieces, limiter.finish()])


class TestPlaces:
    @settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    @given(start=st.fractions(-1, 3, max_denominator=1001), length=st.integers(1, 3 * RATE))
    def test_a_voice_lies_on_its_sample_unchanged(self, tmp_path: Path, start: Fraction, length: int) -> None:
        voice = noise(1.5)
        spec = MixSpec((VoicePart(wave(tmp_path / "v.wav", voice), start),), Fraction(length, RATE))
        got, done, _ = mixed(spec, tmp_path / "m.wav")
        wanted = np.zeros((length + 5 * RATE, 2), np.float32)
        first = int(np.floor(float(start * RATE) + 0.5))
        part = voice[max(0, -first) :]
        wanted[max(0, first) : max(0, first) + len(part)] = part
        assert np.array_equal(got, wanted[:length])
        assert (done.samples, done.channels) == (length, 2)

    def test_voices_and_film_are_added(self, tmp_path: Path) -> None:
        film, one, two = noise(3, seed=1), noise(1, seed=2), noise(1, seed=3)
        spec = MixSpec(
            (
                VoicePart(wave(tmp_path / "1.wav", one), Fraction(1, 2)),
                VoicePart(wave(tmp_path / "2.wav", two), Fraction(1), -6.0),
            ),
            Fraction(3),
            Mix.MIX,
            FilmSound(wave(tmp_path / "f.wav", film)),
        )
        got, _, _ = mixed(spec, tmp_path / "m.wav")
        wanted = film.copy()
        wanted[RATE // 2 : RATE // 2 + RATE] += one
        wanted[RATE : 2 * RATE] += two * 10 ** (-6 / 20)
        assert np.abs(got - wanted).max() < 1e-6

    def test_replacing_leaves_nothing_of_the_film(self, tmp_path: Path) -> None:
        spec = MixSpec((), Fraction(1), Mix.REPLACE, FilmSound(wave(tmp_path / "f.wav", noise(1))))
        assert not mixed(spec, tmp_path / "m.wav")[0].any()

    def test_what_nobody_dubs_keeps_the_films_sound_and_no_voice(self, tmp_path: Path) -> None:
        film, voice = noise(3), noise(3, seed=1)
        middle = (Fraction(1), Fraction(2))
        kept = ((Fraction(0), Fraction(1)), (Fraction(2), Fraction(3)))
        spec = MixSpec(
            (VoicePart(wave(tmp_path / "voice.wav", voice), window=middle),),
            Fraction(3),
            film=FilmSound(wave(tmp_path / "film.wav", film), kept=kept),
        )
        samples, _, _ = mixed(spec, tmp_path / "out.wav")
        edge = RATE // 100
        assert np.array_equal(samples[edge : RATE - edge], film[edge : RATE - edge])
        assert np.array_equal(samples[RATE + edge : 2 * RATE - edge], voice[RATE + edge : 2 * RATE - edge])
        assert np.array_equal(samples[2 * RATE + edge : 3 * RATE - edge], film[2 * RATE + edge : 3 * RATE - edge])

    def test_the_films_clock_is_kept(self, tmp_path: Path) -> None:
        film = noise(2)
        spec = MixSpec((), Fraction(1), Mix.MIX, FilmSound(wave(tmp_path / "f.wav", film), zero=Fraction(1, 4)))
        assert np.array_equal(mixed(spec, tmp_path / "m.wav")[0], film[RATE // 4 : RATE // 4 + RATE])

    def test_one_channel_is_heard_on_both_sides_at_its_own_level(self, tmp_path: Path) -> None:
        voice = tone(1)
        got, done, _ = mixed(MixSpec((VoicePart(wave(tmp_path / "v.wav", voice)),), Fraction(1)), tmp_path / "m.wav")
        assert done.channels == 2
        assert np.array_equal(got[:, 0], voice)
        assert np.array_equal(got[:, 1], voice)

    def test_a_voice_speaks_from_the_centre_of_a_surround_film(self, tmp_path: Path) -> None:
        film, voice = noise(1, channels=6), tone(1)
        spec = MixSpec(
            (VoicePart(wave(tmp_path / "v.wav", voice)),),
            Fraction(1),
            Mix.MIX,
            FilmSound(wave(tmp_path / "f.wav", film)),
        )
        got, done, _ = mixed(spec, tmp_path / "m.wav")
        film[:, 2] += voice
        assert done.channels == 6
        assert np.abs(got - film).max() < 1e-6

    def test_another_rate_is_resampled_in_place(self, tmp_path: Path) -> None:
        voice = np.zeros(16_000, np.float32)
        voice[4000] = 0.5
        path = wave(tmp_path / "v.wav", voice, 16_000)
        got, _, _ = mixed(MixSpec((VoicePart(path, Fraction(1)),), Fraction(2)), tmp_path / "m.wav")
        assert int(np.abs(got[:, 0]).argmax()) == RATE + 12_000


class TestDucking:
    def test_the_film_sinks_before_speech_and_rises_after_it(self, tmp_path: Path) -> None:
        levels = self.bed_levels(tmp_path, [(3.0, 2.0)])
        assert levels[:25] == pytest.approx(0, abs=0.1)
        assert levels[30:50] == pytest.approx(-12, abs=0.3)
        assert levels[62:] == pytest.approx(0, abs=0.3)
        assert np.diff(levels).min() > -9  # a fade, no step

    def test_it_stays_down_between_words(self, tmp_path: Path) -> None:
        words = [(2.0 + 0.7 * number, 0.3) for number in range(6)]
        assert self.bed_levels(tmp_path, words)[20:57] == pytest.approx(-12, abs=0.3)

    def test_a_quiet_voice_with_hiss_ducks_only_while_it_speaks(self, tmp_path: Path) -> None:
        levels = self.bed_levels(tmp_path, [(3.0, 1.0)], voice_level=0.01, hiss=0.0001)
        assert levels[:25] == pytest.approx(0, abs=0.1)
        assert levels[31:38] == pytest.approx(-12, abs=0.5)
        assert levels[60:] == pytest.approx(0, abs=0.3)

    @staticmethod
    def bed_levels(
        folder: Path, words: Sequence[tuple[float, float]], voice_level: float = 0.1, hiss: float = 0.0
    ) -> Samples:
        """Level of the film's tone, dB, in each tenth of 10 seconds; the voice is noise, kept out by correlation."""
        voice = noise(10, 1, hiss, seed=5)
        for start, length in words:
            first = round(start * RATE)
            voice[first : first + round(length * RATE)] += noise(length, 1, voice_level, seed=6)
        spec = MixSpec(
            (VoicePart(wave(folder / "v.wav", voice)),),
            Fraction(10),
            Mix.DUCK,
            FilmSound(wave(folder / "f.wav", tone(10))),
        )
        bed = mixed(spec, folder / "m.wav")[0][:, 0] - voice[:, 0]
        power = (bed.reshape(100, -1) ** 2).mean(axis=1)
        return np.asarray(10 * np.log10(power / (0.3**2 / 2)), np.float32)


class TestLoudness:
    @pytest.mark.parametrize("target", [-23.0, -16.0, -10.0])
    def test_the_loudness_asked_for_is_met(self, tmp_path: Path, target: float) -> None:
        loud = noise(8, level=0.15) * (1 + np.sin(np.arange(8 * RATE) / 9000, dtype=np.float32)[:, None])
        spec = MixSpec((VoicePart(wave(tmp_path / "v.wav", loud)),), Fraction(8), loudness=target)
        _, done, _ = mixed(spec, tmp_path / "m.wav")
        loudness, peak = by_ffmpeg(tmp_path / "m.wav")
        assert abs(loudness - target) <= 0.5
        assert peak <= -1.0 + 0.05
        assert done.loudness == pytest.approx(loudness, abs=0.1)
        assert [path.name for path in tmp_path.iterdir() if "draft" in path.name] == []

    def test_what_cannot_be_made_so_loud_is_told(self, tmp_path: Path) -> None:
        spec = MixSpec((VoicePart(wave(tmp_path / "v.wav", noise(4))),), Fraction(4), loudness=-3.0)
        _, _, steps = mixed(spec, tmp_path / "m.wav")
        assert any("LUFS" in step.notice for step in steps)

    def test_silence_stays_silent(self, tmp_path: Path) -> None:
        got, done, steps = mixed(MixSpec((), Fraction(1), loudness=-16.0), tmp_path / "m.wav")
        assert not got.any()
        assert done.loudness == -inf
        assert any("silent" in step.notice for step in steps)

    @pytest.mark.parametrize("channels", [1, 2])
    def test_the_meter_agrees_with_others(self, tmp_path: Path, channels: int) -> None:
        bursts = noise(12, channels, 0.2) * (np.arange(12 * RATE) // RATE % 3 == 0)[:, None].astype(np.float32)
        for samples in (bursts, noise(12, channels, 0.02), np.tile(tone(12, hertz=60)[:, None], (1, channels))):
            ours, _ = measured(samples)
            assert ours == pytest.approx(pyloudnorm.Meter(RATE).integrated_loudness(samples), abs=0.1)
            assert ours == pytest.approx(by_ffmpeg(wave(tmp_path / "a.wav", samples))[0], abs=0.1)

    def test_surround_is_weighted_as_the_standard_says(self, tmp_path: Path) -> None:
        samples = noise(6, 6)
        assert measured(samples)[0] == pytest.approx(by_ffmpeg(wave(tmp_path / "a.wav", samples))[0], abs=0.1)

    def test_the_reference_tone_of_the_standard(self) -> None:
        """BS.1770-4: a 997 Hz sine of 0 dBFS in one front channel reads -3.01 LKFS."""
        sine = np.zeros((5 * RATE, 2), np.float32)
        sine[:, 0] = tone(5, 1.0, 997)
        assert measured(sine)[0] == pytest.approx(-3.01, abs=0.02)

    def test_blocks_do_not_matter(self) -> None:
        samples = noise(3)
        assert measured(samples, 997) == pytest.approx(measured(samples, 10**6), abs=1e-5)

    def test_a_peak_between_two_samples_is_found(self) -> None:
        """A quarter-rate sine sampled 45° beside its crests peaks 3 dB above its samples."""
        fade = np.clip(np.minimum(np.arange(RATE), np.arange(RATE)[::-1]) / 1000, 0, 1)
        sine = (0.7 * fade * np.sin(np.arange(RATE) * np.pi / 2 + np.pi / 4)).astype(np.float32)[:, None]
        assert measured(sine)[1] == pytest.approx(20 * np.log10(0.7), abs=0.1)
        assert 20 * np.log10(np.abs(sine).max()) < 20 * np.log10(0.7) - 3


class TestLimiter:
    @pytest.mark.parametrize("block", [997, 48_000, 10**6])
    def test_what_is_not_too_loud_passes_bit_for_bit(self, block: int) -> None:
        samples = noise(2, level=0.1)
        assert np.array_equal(limited(samples, block), samples)

    @pytest.mark.parametrize("gain", [2.0, 8.0, 40.0])
    def test_nothing_exceeds_the_ceiling(self, tmp_path: Path, gain: float) -> None:
        samples = noise(3, level=0.15) * np.float32(gain)
        out = limited(samples, 20_000)
        assert len(out) == len(samples)
        assert measured(out)[1] <= -1.0 + 0.01
        assert by_ffmpeg(wave(tmp_path / "a.wav", out))[1] <= -1.0 + 0.05

    def test_only_the_surroundings_of_a_peak_are_turned_down(self) -> None:
        samples = np.tile(tone(2, 0.2)[:, None], (1, 2))
        samples[RATE, 0] = 2.0
        out = limited(samples, 9999)
        changed = np.flatnonzero((out != samples).any(axis=1))
        assert RATE - 600 < changed[0] <= RATE <= changed[-1] < RATE + 0.3 * RATE
        assert measured(out)[1] <= -1.0

    @settings(max_examples=15, deadline=None)
    @given(lengths=st.lists(st.integers(0, 2000), min_size=1, max_size=30), seed=st.integers(0, 99))
    def test_blocks_of_any_size_give_the_same(self, lengths: list[int], seed: int) -> None:
        samples = noise(sum(lengths) / RATE, 2, 0.5, seed)
        limiter, at, pieces = Limiter(RATE, 2), 0, []
        for length in lengths:
            pieces.append(limiter.process(samples[at : at + length]))
            at += length
        out = np.concatenate([*pieces, limiter.finish()])
        assert len(out) == len(samples)
        assert np.abs(out - limited(samples, 10**6)).max(initial=0) < 1e-3


class TestFiles:
    def test_a_mix_too_loud_is_not_clipped(self, tmp_path: Path) -> None:
        voices = tuple(VoicePart(wave(tmp_path / f"{n}.wav", noise(2, level=0.3, seed=n))) for n in range(4))
        got, done, _ = mixed(MixSpec(voices, Fraction(2)), tmp_path / "m.wav")
        assert np.abs(got).max() < 10 ** (-1 / 20) + 1e-3
        assert done.peak <= -0.99

    def test_cancelling_leaves_nothing(self, tmp_path: Path) -> None:
        voice = wave(tmp_path / "v.wav", noise(3))
        job = mix_soundtrack(MixSpec((VoicePart(voice),), Fraction(3), loudness=-16.0), tmp_path / "m.wav")
        next(job)
        job.close()
        assert [path.name for path in tmp_path.iterdir()] == ["v.wav"]

    def test_a_voice_without_sound_is_refused_and_leaves_nothing(self, tmp_path: Path) -> None:
        (tmp_path / "v.wav").write_text("no sound")
        with pytest.raises(MediaError, match=r"v\.wav"):
            run(mix_soundtrack(MixSpec((VoicePart(tmp_path / "v.wav"),), Fraction(1)), tmp_path / "m.wav"))
        assert [path.name for path in tmp_path.iterdir()] == ["v.wav"]

    def test_a_missing_folder_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(MediaError):
            run(mix_soundtrack(MixSpec((), Fraction(1)), tmp_path / "none" / "m.wav"))

    def test_a_damaged_voice_is_told(self, tmp_path: Path) -> None:
        path = tmp_path / "v.flac"
        soundfile.write(path, noise(6), RATE)
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
        _, _, steps = mixed(MixSpec((VoicePart(path),), Fraction(6)), tmp_path / "m.wav")
        assert any("v.flac" in step.notice for step in steps)
