"""Sound is read whole, from any file, and lies where its times say."""

import contextlib
from fractions import Fraction
from math import floor
from pathlib import Path

import av
import numpy as np
import pytest
import soundfile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.errors import MediaError
from core.media.sound import ENGINE_RATE, SoundReader, engine_sound, probe_sound, read_sound
from tests.media import make_clip
from tests.shared import media

_QUICK = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def wave(path: Path, samples: NDArray[np.floating], rate: int = 48_000, subtype: str = "FLOAT") -> Path:
    soundfile.write(path, samples, rate, subtype=subtype)
    return path


def encoded(path: Path, samples: NDArray[np.float32], codec: str, start: int = 0, rate: int = 48_000) -> Path:
    """Write (samples, channels) with PyAV, the first one at sample `start` of the file's clock."""
    layout = {1: "mono", 2: "stereo", 6: "5.1"}[samples.shape[1]]
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=rate, layout=layout)
        wanted = stream.codec_context.format.name
        resampler = av.AudioResampler(format=wanted, layout=layout, rate=rate)
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples.T), "fltp", layout)
        frame.sample_rate, frame.pts, frame.time_base = rate, start, Fraction(1, rate)
        for piece in resampler.resample(frame):
            container.mux(stream.encode(piece))
        container.mux(stream.encode(None))
    return path


def whole(path: Path, rate: int | None = None, **options: object) -> tuple[NDArray[np.float32], tuple[str, ...]]:
    with SoundReader(path, rate, **options) as reader:  # type: ignore[arg-type]
        blocks = [np.zeros((0, reader.channels), np.float32), *reader.blocks()]
    return np.concatenate(blocks), reader.notices


class TestResampling:
    @_QUICK
    @given(
        rate=st.sampled_from([8_000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000]),
        out=st.sampled_from([16_000, 44_100, 48_000]),
        length=st.integers(500, 60_000),
        where=st.floats(0.1, 0.9),
    )
    def test_an_impulse_stays_in_its_place_and_the_length_is_exact(
        self, tmp_path: Path, rate: int, out: int, length: int, where: float
    ) -> None:
        samples, at = np.zeros(length), int(where * length)
        samples[at] = 1
        got = read_sound(wave(tmp_path / "a.wav", samples, rate), out)
        assert len(got) == floor(Fraction(length * out, rate) + Fraction(1, 2))
        assert abs(int(np.abs(got).argmax()) - at * out / rate) <= 1

    def test_a_tone_keeps_level_and_phase(self, tmp_path: Path) -> None:
        tone = 0.5 * np.sin(np.arange(44_100 * 2) * 2 * np.pi * 1000 / 44_100)
        got = read_sound(wave(tmp_path / "a.wav", tone, 44_100), 48_000)
        wanted = 0.5 * np.sin(np.arange(96_000) * 2 * np.pi * 1000 / 48_000)
        assert np.abs(got - wanted)[500:-500].max() < 1e-3

    def test_what_a_lower_rate_cannot_hold_is_gone(self, tmp_path: Path) -> None:
        tone = 0.5 * np.sin(np.arange(96_000) * 2 * np.pi * 12_000 / 48_000)
        assert np.abs(engine_sound(wave(tmp_path / "a.wav", tone))[500:-500]).max() < 1e-3

    def test_a_long_sound_does_not_drift(self, tmp_path: Path) -> None:
        samples = np.zeros(44_100 * 60, np.float32)
        samples[44_100 * 59] = 1
        assert int(np.abs(engine_sound(wave(tmp_path / "a.wav", samples, 44_100))).argmax()) == ENGINE_RATE * 59


class TestFormats:
    @pytest.mark.parametrize(("subtype", "bits"), [("PCM_16", 15), ("PCM_24", 23), ("PCM_U8", 7), ("FLOAT", 24)])
    def test_samples_come_bit_true(self, tmp_path: Path, subtype: str, bits: int) -> None:
        steps = 2**bits
        samples = (np.random.default_rng(0).integers(-steps, steps, (5000, 2)) / steps).astype(np.float32)
        got, notices = whole(wave(tmp_path / "a.wav", samples, subtype=subtype))
        assert np.array_equal(got, samples)
        assert not notices

    @pytest.mark.parametrize(
        ("name", "codec"),
        [("a.m4a", "aac"), ("a.mp3", "libmp3lame"), ("a.opus", "libopus"), ("a.flac", "flac"), ("a.mkv", "ac3")],
    )
    def test_codecs_with_a_start_up_delay_keep_time(self, tmp_path: Path, name: str, codec: str) -> None:
        samples = np.zeros((96_000, 2), np.float32)
        samples[[4800, 48_000, 90_001]] = 0.9
        got, _ = whole(encoded(tmp_path / name, samples, codec))
        for click in (4800, 48_000, 90_001):
            assert abs(int(np.abs(got[click - 1500 : click + 1500, 0]).argmax()) - 1500) <= 1

    @pytest.mark.parametrize("channels", [1, 2, 6])
    def test_layouts_are_kept(self, tmp_path: Path, channels: int) -> None:
        samples = np.tile(np.linspace(0.1, 0.6, channels, dtype=np.float32), (4800, 1))
        path = encoded(tmp_path / "a.flac", samples, "flac")
        got, _ = whole(path)
        assert np.abs(got - samples).max() < 1e-4
        assert probe_sound(path).channels == channels

    def test_engines_hear_the_mean_of_the_channels(self, tmp_path: Path) -> None:
        samples = np.stack([np.full(4800, 0.5), np.full(4800, 0.1)], axis=1)
        got = engine_sound(wave(tmp_path / "a.wav", samples, ENGINE_RATE))
        assert got.dtype == np.float32
        assert got == pytest.approx(0.3)

    def test_the_stream_asked_for_is_read(self, tmp_path: Path) -> None:
        film = make_clip(tmp_path / "a.mp4", audio=2)
        first, second = (int(s.info.index) for s in (SoundReader(film), SoundReader(film, stream=2)))
        assert (first, second) == (1, 2)
        for index, hertz in ((1, 440), (2, 880)):
            got, _ = whole(film, stream=index)
            spectrum = np.abs(np.fft.rfft(got[:48_000, 0]))
            assert abs(spectrum.argmax() * 48_000 / min(48_000, len(got)) - hertz) < 5

    @pytest.mark.footage
    def test_real_films_are_heard_to_their_end(self) -> None:
        path = media("obama/weekly_address.mp4")
        info = probe_sound(path)
        assert info.duration is not None
        assert abs(len(engine_sound(path)) / ENGINE_RATE - float(info.duration)) < 0.05


class TestClock:
    @_QUICK
    @given(start=st.integers(0, 48_000), zero=st.integers(-24_000, 48_000))
    def test_sound_lies_where_the_film_has_it(self, tmp_path: Path, start: int, zero: int) -> None:
        samples = np.full((24_000, 1), 0.1, np.float32)
        samples[12_000] = 0.9
        path = encoded(tmp_path / "a.nut", samples, "pcm_s16le", start)
        got, _ = whole(path, zero=Fraction(zero, 48_000))
        at = start + 12_000 - zero
        assert len(got) == max(0, start + 24_000 - zero)
        if at >= 0:
            assert int(got[:, 0].argmax()) == at

    def test_without_a_zero_a_late_sound_begins_at_once(self, tmp_path: Path) -> None:
        path = encoded(tmp_path / "a.mov", np.full((4800, 1), 0.5, np.float32), "pcm_s16le", 48_000)
        got, _ = whole(path)
        assert len(got) == 4800
        assert probe_sound(path).start == 1

    def test_a_gap_is_silence(self, tmp_path: Path) -> None:
        path = tmp_path / "a.mkv"
        with av.open(str(path), "w") as container:
            stream = container.add_stream("pcm_s16le", rate=48_000, layout="mono")
            for start in (0, 96_000):
                frame = av.AudioFrame.from_ndarray(np.full((1, 48_000), 9000, np.int16), "s16", "mono")
                frame.sample_rate, frame.pts, frame.time_base = 48_000, start, Fraction(1, 48_000)
                container.mux(stream.encode(frame))
            container.mux(stream.encode(None))
        got, _ = whole(path)
        assert len(got) == 144_000
        assert not got[48_000:96_000].any()
        assert got[96_000:].all()

    def test_a_span_is_cut_to_the_sample(self, tmp_path: Path) -> None:
        samples = np.arange(48_000, dtype=np.float32) / 48_000
        path = wave(tmp_path / "a.wav", samples)
        got = read_sound(path, 48_000, start=Fraction(1, 3), stop=Fraction(1, 2))
        assert np.array_equal(got, samples[16_000:24_000])
        assert len(read_sound(path, 48_000, start=Fraction(1, 2), stop=Fraction(5))) == 24_000
        assert len(read_sound(path, 48_000, start=Fraction(2))) == 0
        assert read_sound(path, 48_000, mono=False).shape == (48_000, 1)


class TestDamage:
    def test_a_sound_that_was_cut_off_is_read_to_its_end_and_told(self, tmp_path: Path) -> None:
        noise = np.random.default_rng(1).normal(0, 0.1, (48_000 * 6, 2)).astype(np.float32)
        path = encoded(tmp_path / "a.mkv", noise, "flac")
        content = path.read_bytes()
        path.write_bytes(content[: len(content) // 2])
        got, notices = whole(path)
        assert 48_000 * 2 < len(got) < 48_000 * 4
        assert len(notices) == 1
        assert "a.mkv" in notices[0]

    def test_a_damaged_packet_costs_only_itself(self, tmp_path: Path) -> None:
        tone = np.tile(0.5 * np.sin(np.arange(48_000 * 4) / 20)[:, None], (1, 2)).astype(np.float32)
        path = encoded(tmp_path / "a.mp4", tone, "aac")
        content = bytearray(path.read_bytes())
        middle = len(content) // 2
        content[middle : middle + 60] = b"\xff" * 60
        path.write_bytes(content)
        got, _ = whole(path)
        assert abs(len(got) - len(tone)) < 4096
        assert np.abs(got[-48_000:]).max() > 0.4

    @pytest.mark.parametrize("content", [b"", b"This is a text.", bytes(range(256)) * 20])
    def test_what_is_no_sound_is_refused(self, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "a.wav"
        path.write_bytes(content)
        with pytest.raises(MediaError):
            engine_sound(path)

    def test_a_film_without_sound_a_folder_and_nothing_are_refused(self, tmp_path: Path) -> None:
        for path in (make_clip(tmp_path / "a.mp4", frames=3), tmp_path, tmp_path / "none.wav"):
            with pytest.raises(MediaError):
                probe_sound(path)

    @pytest.mark.footage
    def test_sound_whose_description_is_missing_is_no_sound(self) -> None:
        with pytest.raises(MediaError, match="no sound"):
            engine_sound(media("androidx_media/sample_missing_stsd.mp4"))

    @pytest.mark.parametrize("seed", range(30))
    def test_flipped_bits_give_sound_or_an_error_for_the_user(self, tmp_path: Path, seed: int) -> None:
        rng = np.random.default_rng(seed)
        tone = (0.3 * np.sin(np.arange(24_000) / 9)).astype(np.float32)[:, None]
        name, codec = [("a.mp4", "aac"), ("a.wav", "pcm_s16le"), ("a.mkv", "flac"), ("a.mp3", "libmp3lame")][seed % 4]
        path = encoded(tmp_path / name, tone, codec)
        content = np.frombuffer(path.read_bytes(), np.uint8).copy()
        content[rng.integers(0, len(content) if seed % 2 else 200, 20)] ^= np.uint8(1 << seed % 8)
        path.write_bytes(content.tobytes())
        with contextlib.suppress(MediaError):
            assert engine_sound(path).ndim == 1
