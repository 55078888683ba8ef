"""A film that is written has the source's frames, times, colours and streams, and appears complete or not at all."""

import os
import time
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import psutil
import pytest
import soundfile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.arrays import Image
from core.errors import MediaError
from core.job import Progress, run
from core.media import encoders, target
from core.media.carry import Stretch
from core.media.info import Colour
from core.media.probe import probe
from core.media.reader import VideoReader
from core.media.sound import SoundReader
from core.media.write_spec import SoundPart, WriteSpec, spec_like
from core.media.writer import carried_by, check_target, write_video, written_colour
from tests.media import Tags, make_clip, make_yuv, number_of, picture

NTSC = Fraction(1000, 1001)
_TS = Fraction(1, 90_000)
RATES = [24 * NTSC, Fraction(24), Fraction(25), 30 * NTSC, Fraction(30), Fraction(50), 60 * NTSC, Fraction(60)]


def smooth(number: int, width: int, height: int) -> Image:
    """A picture without edges: what is lost in it is lost by colour conversion, not by compression."""
    across, down = np.meshgrid(np.linspace(30, 220, width), np.linspace(40, 200, height))
    return np.stack([across, down, np.full_like(across, 60 + 5 * number)], axis=-1).round().astype(np.uint8)


def spec_of(frames: int = 12, width: int = 96, height: int = 64, **changes: object) -> WriteSpec:
    fields = {"ticks": tuple(range(frames)), "time_base": Fraction(1, 25), "last": 1}
    return WriteSpec(width, height, **(fields | changes))  # type: ignore[arg-type]


def write(out: Path, spec: WriteSpec, draw=picture, alpha=None) -> tuple[str, ...]:  # type: ignore[no-untyped-def]
    with write_video(out, spec) as writer:
        for number in range(len(spec.ticks)):
            writer.put(draw(number, spec.width, spec.height), alpha)
    return writer.notices


def times(path: Path) -> list[Fraction]:
    with av.open(f"file:{path}") as film:
        return [frame.pts * frame.time_base for frame in film.decode(video=0)]


def images(path: Path, pixel_format: str = "rgb24") -> list[np.ndarray]:
    exact = av.video.reformatter.Interpolation
    flags = exact.BICUBIC | exact.ACCURATE_RND | exact.FULL_CHR_H_INT | exact.FULL_CHR_H_INP
    with av.open(f"file:{path}") as film:
        return [f.reformat(format=pixel_format, interpolation=flags).to_ndarray() for f in film.decode(video=0)]


class TestTimes:
    @pytest.mark.parametrize("rate", RATES, ids=str)
    @pytest.mark.parametrize("codec", ["h264", "hevc"])
    def test_constant_rates_are_exact(self, tmp_path: Path, rate: Fraction, codec: str) -> None:
        spec = spec_of(ticks=tuple(range(25)), time_base=1 / rate, codec=codec)
        write(tmp_path / "a.mp4", spec)
        assert times(tmp_path / "a.mp4") == [number / rate for number in range(25)]
        with av.open(str(tmp_path / "a.mp4")) as film:
            stream = film.streams.video[0]
            assert stream.average_rate == rate
            assert stream.duration * stream.time_base == 25 / rate

    @pytest.mark.parametrize("name", ["a.mp4", "a.mov", "a.mkv"])
    def test_frame_rate_that_is_told_is_the_mean(self, tmp_path: Path, name: str) -> None:
        write(
            tmp_path / name, spec_of(ticks=tuple(k * 3600 for k in range(25)), time_base=Fraction(1, 90_000), last=3600)
        )
        with av.open(str(tmp_path / name)) as film:
            assert film.streams.video[0].average_rate == 25

    @settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    @given(
        steps=st.lists(st.integers(1, 9000), min_size=1, max_size=20),
        start=st.integers(0, 90_000),
        last=st.integers(1, 9000),
        codec=st.sampled_from(["h264", "hevc", "prores"]),
    )
    def test_any_rising_times_are_exact(
        self, tmp_path: Path, steps: list[int], start: int, last: int, codec: str
    ) -> None:
        ticks = tuple(int(tick) for tick in np.cumsum([start, *steps]))
        spec = spec_of(ticks=ticks, time_base=Fraction(1, 90_000), last=last, codec=codec)
        write(tmp_path / "a.mov", spec)
        assert times(tmp_path / "a.mov") == [Fraction(tick, 90_000) for tick in ticks]

    def test_matroska_is_right_to_its_millisecond(self, tmp_path: Path) -> None:
        ticks = (0, 1501, 4504, 4600, 9004, 13_504)
        write(tmp_path / "a.mkv", spec_of(ticks=ticks, time_base=Fraction(1, 90_000), last=3000))
        wanted = [Fraction(tick, 90_000) for tick in ticks]
        got = times(tmp_path / "a.mkv")
        assert len(got) == len(wanted)
        assert max(abs(a - b) for a, b in zip(got, wanted, strict=True)) <= Fraction(1, 2000)

    def test_a_variable_rate_film_is_copied_with_its_times(self, tmp_path: Path) -> None:
        ticks = (0, 40, 75, 120, 121, 300, 341)
        source = make_clip(tmp_path / "in.mkv", frames=7, ticks=ticks, time_base=Fraction(1, 1000))
        info = probe(source)
        write(tmp_path / "out.mp4", spec_like(info))
        assert times(tmp_path / "out.mp4") == times(source)
        assert [number_of(image) for image in images(tmp_path / "out.mp4")] == list(range(7))

    def test_a_broadcast_clock_starts_at_zero(self, tmp_path: Path) -> None:
        """A recording whose clock begins hours in must not become a film that shows nothing for hours."""
        source = make_clip(tmp_path / "in.ts", ticks=[900_000 + 3600 * k for k in range(10)], frames=10, time_base=_TS)
        info = probe(source)
        assert info.start > 1
        write(tmp_path / "out.mp4", spec_like(info))
        got = times(tmp_path / "out.mp4")
        assert got[0] < Fraction(1, 10)
        assert [time - got[0] for time in got] == [info.time_of(number) for number in range(info.frames)]

    def test_one_frame_is_a_film(self, tmp_path: Path) -> None:
        write(tmp_path / "a.mp4", spec_of(1))
        assert times(tmp_path / "a.mp4") == [0]


class TestPictures:
    @pytest.mark.parametrize(
        ("codec", "name", "mean", "worst"),
        [("h264", "a.mp4", 1.2, 12), ("hevc", "a.mp4", 1.2, 12), ("prores", "a.mov", 0.1, 2), ("ffv1", "a.mkv", 0, 0)],
    )
    @pytest.mark.parametrize("size", [(96, 64), (97, 65)], ids=["even", "odd"])
    def test_size_and_colours_are_kept(
        self, tmp_path: Path, codec: str, name: str, mean: float, worst: int, size: tuple[int, int]
    ) -> None:
        write(tmp_path / name, spec_of(8, *size, codec=codec, quality=10), smooth)
        got = np.stack(images(tmp_path / name)).astype(int)
        wanted = np.stack([smooth(number, *size) for number in range(8)])
        assert got.shape == wanted.shape
        assert np.abs(got - wanted).mean() <= mean
        assert np.abs(got - wanted).max() <= worst

    @pytest.mark.parametrize(
        ("colour", "numbers"),
        [
            (Colour(), (1, 1, 1, 1)),
            (Colour("smpte170m", "smpte170m", "smpte170m", "tv"), (6, 6, 6, 1)),
            (Colour("bt470bg"), (5, 5, 6, 1)),
            (Colour("bt709", "bt709", "bt709", "pc"), (1, 1, 1, 2)),
            (Colour("bt2020nc", "bt2020", "bt709", "tv"), (9, 9, 1, 1)),
            (Colour("bt2020nc", "bt2020", "smpte2084", "tv"), (1, 1, 1, 1)),
        ],
        ids=["untold", "601-525", "601-625", "full", "2020", "hdr"],
    )
    def test_colour_tags_are_written_and_true(
        self, tmp_path: Path, colour: Colour, numbers: tuple[int, int, int, int]
    ) -> None:
        write(tmp_path / "a.mp4", spec_of(4, colour=colour, quality=4), smooth)
        with av.open(str(tmp_path / "a.mp4")) as film:
            context = film.streams.video[0].codec_context
            tags = (context.colorspace, context.color_primaries, context.color_trc, context.color_range)
        assert tuple(int(tag) for tag in tags) == numbers
        got = np.stack(images(tmp_path / "a.mp4")).astype(int)
        wanted = np.stack([smooth(number, 96, 64) for number in range(4)])
        assert np.abs(got - wanted).mean() < 1.0

    @pytest.mark.parametrize(("width", "height"), [(64, 48), (1280, 720)])
    def test_a_source_without_tags_stays_without_and_keeps_its_yuv(
        self, tmp_path: Path, width: int, height: int
    ) -> None:
        """A player that guesses must guess the same colours for both, so the stored values must be the same."""
        film = make_yuv(tmp_path / "in.mkv", (120, 90, 190), Tags(), (width, height), "yuv420p")
        info = probe(film)
        with VideoReader(info) as reader, write_video(tmp_path / "out.mp4", spec_like(info, quality=1)) as writer:
            for frame in reader.span(0, info.frames):
                writer.put(frame.image)
        with av.open(str(tmp_path / "out.mp4")) as result:
            context = result.streams.video[0].codec_context
            assert int(context.colorspace) == 2
            planes = next(result.decode(video=0)).to_ndarray(format="yuv420p")
        assert abs(int(np.median(planes[:height])) - 120) <= 1
        chroma = planes[height:].reshape(2, -1)
        assert abs(int(np.median(chroma[0])) - 90) <= 1
        assert abs(int(np.median(chroma[1])) - 190) <= 1

    def test_an_untold_companion_follows_the_matrix(self) -> None:
        assert written_colour(Colour("smpte170m", transfer="bt709")) == Colour("smpte170m", "smpte170m", "bt709", "tv")

    def test_odd_sizes_come_with_a_warning(self, tmp_path: Path) -> None:
        assert any("97" in notice for notice in write(tmp_path / "a.mp4", spec_of(2, 97, 64)))
        assert not write(tmp_path / "b.mp4", spec_of(2))

    def test_pixel_aspect_is_kept(self, tmp_path: Path) -> None:
        write(tmp_path / "a.mp4", spec_of(2, pixel_aspect=Fraction(64, 45)))
        with av.open(str(tmp_path / "a.mp4")) as film:
            assert film.streams.video[0].sample_aspect_ratio == Fraction(64, 45)

    @pytest.mark.parametrize(("codec", "name", "tolerance"), [("prores", "a.mov", 2), ("ffv1", "a.mkv", 0)])
    def test_transparency_is_kept(self, tmp_path: Path, codec: str, name: str, tolerance: int) -> None:
        alpha = np.tile(np.linspace(0, 1, 96, dtype=np.float32), (64, 1))
        write(tmp_path / name, spec_of(2, codec=codec, alpha=True), smooth, alpha)
        got = images(tmp_path / name, "rgba")[1]
        assert np.abs(got[..., 3].astype(int) - np.rint(alpha * 255)).max() <= tolerance
        assert np.abs(got[..., :3].astype(int) - smooth(1, 96, 64)).max() <= max(2, tolerance)

    def test_transparency_that_is_lost_is_told(self, tmp_path: Path) -> None:
        assert any("transparency" in notice for notice in write(tmp_path / "a.mp4", spec_of(2, alpha=True)))

    @pytest.mark.parametrize(
        ("alpha", "width", "tag"), [(False, 96, b"apch"), (True, 96, b"ap4h"), (False, 97, b"ap4h")]
    )
    def test_prores_is_422_hq_or_4444(self, tmp_path: Path, alpha: bool, width: int, tag: bytes) -> None:
        write(tmp_path / "a.mov", spec_of(2, width, codec="prores", alpha=alpha))
        assert tag in (tmp_path / "a.mov").read_bytes()

    def test_quality_can_be_chosen(self, tmp_path: Path) -> None:
        for codec, name in (("h264", "a.mp4"), ("hevc", "a.mp4"), ("prores", "a.mov")):
            sizes = []
            for quality in (4, 40):
                write(tmp_path / name, spec_of(5, codec=codec, quality=quality), noise)
                sizes.append((tmp_path / name).stat().st_size)
            assert sizes[0] > 1.3 * sizes[1]

    def test_hevc_is_tagged_for_apple(self, tmp_path: Path) -> None:
        write(tmp_path / "a.mp4", spec_of(2, codec="hevc"))
        assert b"hvc1" in (tmp_path / "a.mp4").read_bytes()


class TestStreams:
    def test_other_streams_tags_and_chapters_are_carried(self, tmp_path: Path) -> None:
        tags = (("title", "A film"), ("comment", "of ours"))
        source = make_clip(tmp_path / "in.mp4", audio=2, subtitles=1, chapters=2, metadata=tags)
        sound = self.clicks(tmp_path)
        info = probe(source)
        spec = spec_like(info, sound=SoundPart(sound, info.start), replaced=info.audio[0].index)
        notices = write(tmp_path / "out.mp4", spec)
        assert not notices
        with av.open(str(tmp_path / "out.mp4")) as film, av.open(str(source)) as original:
            assert [stream.type for stream in film.streams][:4] == ["video", "audio", "audio", "subtitle"]
            assert film.streams[2].metadata["language"] == "deu"
            defaults = [bool(s.disposition & av.stream.Disposition.default) for s in film.streams.audio]
            assert defaults == [True, False]
            assert [c["metadata"] for c in film.chapters()] == [c["metadata"] for c in original.chapters()]
            assert film.metadata["title"] == "A film"
            assert film.metadata["comment"] == "of ours"
        assert self.packets(tmp_path / "out.mp4", 2) == self.packets(source, info.audio[1].index)
        spoken = [
            [packet for packet in self.packets(path, 3) if len(packet[1]) > 2]
            for path in (tmp_path / "out.mp4", source)
        ]
        assert spoken[0] == spoken[1]

    @pytest.mark.parametrize(("source", "out"), [("in.mkv", "out.mp4"), ("in.mp4", "out.mkv")])
    def test_subtitles_are_translated_between_containers(self, tmp_path: Path, source: str, out: str) -> None:
        film = make_clip(tmp_path / source, subtitles=1)
        assert not write(tmp_path / out, spec_like(probe(film)))
        with av.open(str(tmp_path / out)) as result:
            assert len(result.streams.subtitles) == 1

    def test_a_stream_that_cannot_be_kept_is_named(self, tmp_path: Path) -> None:
        source = tmp_path / "in.mkv"
        make_clip(tmp_path / "plain.mkv")
        with av.open(str(tmp_path / "plain.mkv")) as plain, av.open(str(source), "w") as film:
            stream = film.add_stream_from_template(plain.streams.video[0])
            film.add_attachment("notes.txt", "text/plain", b"notes")
            for packet in plain.demux(video=0):
                if packet.dts is not None:
                    packet.stream = stream
                    film.mux(packet)
        info = probe(source)
        assert any("attachment" in notice for notice in write(tmp_path / "out.mp4", spec_like(info)))
        assert not write(tmp_path / "out.mkv", spec_like(info))

    def test_a_stream_that_is_damaged_does_not_cost_the_film(self, tmp_path: Path) -> None:
        """Headers of AAC packets that are damaged far into a recording stop a plain copy when all frames are done."""
        source = make_clip(tmp_path / "in.ts", frames=75, audio=1)
        content = bytearray(source.read_bytes())
        with av.open(str(source)) as film:
            late = [packet for packet in film.demux(audio=0) if packet.size][-20]
            start = content.index(bytes(late)[:24])
        content[start : start + 2] = b"\x00\x00"
        source.write_bytes(content)
        info = probe(source)
        notices = write(tmp_path / "out.mp4", spec_like(info))
        assert any("Stream 1" in notice for notice in notices)
        with av.open(str(tmp_path / "out.mp4")) as film:
            assert len(film.streams.audio) == 1
        assert len(times(tmp_path / "out.mp4")) == info.frames

    def test_timecode_is_kept(self, tmp_path: Path) -> None:
        source = make_clip(tmp_path / "in.mov", metadata=(("timecode", "01:02:03:04"),))
        write(tmp_path / "out.mov", spec_like(probe(source)))
        with av.open(str(tmp_path / "out.mov")) as film:
            assert film.streams.video[0].metadata["timecode"] == "01:02:03:04"

    @pytest.mark.parametrize("name", ["part.mp4", "part.mov", "part.mkv"])
    def test_a_part_has_its_own_chapters_and_timecode(self, tmp_path: Path, name: str) -> None:
        """Frames 20 to 69 of a film of three chapters of 25 frames."""
        tags = (("timecode", "01:00:00:00"), ("title", "A film"))
        source = make_clip(tmp_path / "in.mkv", frames=75, chapters=3, metadata=tags)
        info = probe(source)
        part = Stretch(info.start + info.time_of(20), info.start + info.time_of(70), info.start, info.rate)
        assert not write(tmp_path / name, spec_like(info, ticks=info.ticks[:50], stretch=part))
        with av.open(str(tmp_path / name)) as film:
            found = [(c["start"] * c["time_base"], c["end"] * c["time_base"]) for c in film.chapters()]
            assert found == [(0, Fraction(1, 5)), (Fraction(1, 5), Fraction(6, 5)), (Fraction(6, 5), 2)]
            assert [c["metadata"]["title"] for c in film.chapters()] == ["Chapter 1", "Chapter 2", "Chapter 3"]
            assert film.metadata.get("title", film.metadata.get("TITLE")) == "A film"
        assert self.timecodes(tmp_path / name) == {"01:00:00:20"}

    def test_a_part_has_the_timecode_of_its_first_frame(self, tmp_path: Path) -> None:
        """Where the picture's own stream tells it."""
        info = probe(make_clip(tmp_path / "in.mov", metadata=(("timecode", "01:00:00:00"),)))
        part = Stretch(info.start + info.time_of(20), info.start + info.duration, info.start, info.rate)
        write(tmp_path / "part.mov", spec_like(info, ticks=info.ticks[:10], stretch=part))
        assert self.timecodes(tmp_path / "part.mov") == {"01:00:00:20"}

    def test_a_timecode_that_cannot_be_read_is_told(self, tmp_path: Path) -> None:
        source = make_clip(tmp_path / "in.mkv", metadata=(("timecode", "about noon"),))
        info = probe(source)
        part = Stretch(info.start, info.start + 1, info.start, info.rate)
        (told,) = write(tmp_path / "a.mkv", spec_like(info, ticks=info.ticks[:25], stretch=part))
        assert "about noon" in told

    def test_whether_streams_can_be_carried_is_found_out_in_sight(self, tmp_path: Path) -> None:
        """It is told how far it is, and ends at once when nobody wants it any more."""
        source = make_clip(tmp_path / "in.mkv", frames=30, audio=1, subtitles=1)
        spec = spec_like(probe(source))
        steps: list[Progress] = []
        carried = run(carried_by(tmp_path / "out.mp4", spec), steps.append)
        assert [stream.kind for stream in carried.streams] == ["audio", "subtitle"]
        assert any(step.label == "other tracks" and step.total == 1 for step in steps)
        assert list(tmp_path.iterdir()) == [source]
        job, children = carried_by(tmp_path / "out.mp4", spec), len(psutil.Process().children())
        while next(job).label != "other tracks":
            pass
        job.close()
        assert len(psutil.Process().children()) == children

    def test_rotation_is_not_kept_because_frames_are_upright(self, tmp_path: Path) -> None:
        source = make_clip(tmp_path / "in.mp4", rotation=90)
        write(tmp_path / "out.mp4", spec_like(probe(source)))
        with av.open(str(tmp_path / "out.mp4")) as film:
            assert next(film.decode(video=0)).rotation == 0
        assert (probe(tmp_path / "out.mp4").width, probe(tmp_path / "out.mp4").height) == (96, 64)

    def test_other_streams_end_with_a_film_that_is_cut(self, tmp_path: Path) -> None:
        source = make_clip(tmp_path / "in.mp4", frames=75, audio=1)
        info = probe(source)
        write(tmp_path / "out.mp4", spec_like(info, ticks=info.ticks[:25], until=Fraction(1)))
        with av.open(str(tmp_path / "out.mp4")) as film:
            audio = film.streams.audio[0]
            assert abs(audio.duration * audio.time_base - 1) < Fraction(1, 20)

    @pytest.mark.parametrize(
        ("name", "codec", "sound_codec"),
        [
            ("a.mp4", "h264", "aac"),
            ("a.mov", "prores", "pcm_s24le"),
            ("a.mkv", "ffv1", "flac"),
            ("b.mkv", "h264", "flac"),
        ],
    )
    @pytest.mark.parametrize("start", [Fraction(0), Fraction(1, 2)])
    def test_the_sound_lies_on_its_sample(
        self, tmp_path: Path, name: str, codec: str, sound_codec: str, start: Fraction
    ) -> None:
        base = Fraction(1, 100)
        ticks = tuple(int(start / base) + 4 * number for number in range(50))
        spec = spec_of(ticks=ticks, time_base=base, last=4, codec=codec, sound=SoundPart(self.clicks(tmp_path), start))
        write(tmp_path / name, spec)
        with SoundReader(tmp_path / name, 48_000, zero=start) as reader:
            heard = np.concatenate(list(reader.blocks()))
            assert reader.info.codec == sound_codec
        assert heard.shape[1] == 2
        for click in (4800, 48_000, 90_001):
            around = np.abs(heard[click - 1000 : click + 1000, 0])
            assert abs(int(around.argmax()) - 1000) <= 1

    @staticmethod
    def clicks(folder: Path) -> Path:
        samples = np.zeros((96_000, 2), np.float32)
        samples[[4800, 48_000, 90_001]] = 0.9
        soundfile.write(folder / "clicks.wav", samples, 48_000, subtype="FLOAT")
        return folder / "clicks.wav"

    @staticmethod
    def timecodes(path: Path) -> set[str]:
        with av.open(str(path)) as film:
            told = [film.metadata, *(stream.metadata for stream in film.streams)]
            return {value for tags in told for key, value in tags.items() if key.lower() == "timecode"}

    @staticmethod
    def packets(path: Path, index: int) -> list[tuple[Fraction, bytes]]:
        with av.open(str(path)) as film:
            return [(p.pts * p.time_base, bytes(p)) for p in film.demux(film.streams[index]) if p.pts is not None]


class TestTarget:
    def test_leaving_early_leaves_nothing_and_ends_the_encoder(self, tmp_path: Path) -> None:
        out = tmp_path / "a.mp4"
        out.write_bytes(b"what was there")

        def cancelled():  # type: ignore[no-untyped-def]
            with write_video(out, spec_of(500, 640, 360)) as writer:
                for number in range(40):
                    writer.put(picture(number, 640, 360))
                    yield writer.pid

        job = cancelled()
        pid = next(job)
        next(job)
        assert psutil.pid_exists(pid)
        before = time.monotonic()
        job.close()
        assert time.monotonic() - before < 1
        assert not psutil.pid_exists(pid)
        assert out.read_bytes() == b"what was there"
        assert [path.name for path in tmp_path.iterdir()] == ["a.mp4"]

    def test_an_existing_film_is_replaced_only_at_the_end(self, tmp_path: Path) -> None:
        out = tmp_path / "a.mp4"
        out.write_bytes(b"old")
        with write_video(out, spec_of(3)) as writer:
            for number in range(3):
                writer.put(picture(number, 96, 64))
            assert out.read_bytes() == b"old"
        assert len(times(out)) == 3
        assert [path.name for path in tmp_path.iterdir()] == ["a.mp4"]

    def test_too_few_frames_are_a_defect_and_no_film(self, tmp_path: Path) -> None:
        def short() -> None:
            with write_video(tmp_path / "a.mp4", spec_of(3)) as writer:
                for number in range(2):
                    writer.put(picture(number, 96, 64))

        with pytest.raises(ValueError, match="2 frames for 3"):
            short()
        assert not list(tmp_path.iterdir())

    def test_an_encoder_that_dies_is_reported_and_leaves_nothing(self, tmp_path: Path) -> None:
        def killed() -> None:
            with write_video(tmp_path / "a.mp4", spec_of(50, 640, 360)) as writer:
                for number in range(50):
                    writer.put(picture(number, 640, 360))
                    if number == 1:
                        psutil.Process(writer.pid).kill()

        with pytest.raises(MediaError):
            killed()
        assert not list(tmp_path.iterdir())

    def test_an_encoder_that_does_not_start_is_reported(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        deaf = encoders.Encoder("deaf", "libx264", lambda quality: {"c:v:0": "libx264", "no_such_option": 1})
        monkeypatch.setitem(encoders.ENCODERS, "deaf", deaf)
        monkeypatch.setattr("core.media.writer.working_encoder", encoders.find_encoder)
        for frames in (1, 60):
            with pytest.raises(MediaError, match="no_such_option"):
                write(tmp_path / "a.mp4", spec_of(frames, 640, 360, codec="deaf"))
        assert not list(tmp_path.iterdir())

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
    def test_a_full_disk_is_told_as_such(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(target, "check_writable", lambda out: None)
        monkeypatch.setattr("core.media.writer.check_writable", lambda out: None)
        (tmp_path / "a.mkv.part").symlink_to("/dev/full")
        with pytest.raises(MediaError, match="full"):
            write(tmp_path / "a.mkv", spec_of(30, 320, 240, codec="ffv1"), noise)
        assert not list(tmp_path.iterdir())

    @pytest.mark.parametrize("how", ["same", "dotted", "symlink", "hardlink"])
    def test_an_input_is_never_written_over(self, tmp_path: Path, how: str) -> None:
        source = make_clip(tmp_path / "in.mp4", frames=3)
        content = source.read_bytes()
        out = tmp_path / "other.mp4"
        if how == "same":
            out = source
        elif how == "dotted":
            (tmp_path / "sub").mkdir()
            out = tmp_path / "sub" / ".." / "in.mp4"
        elif how == "symlink":
            out.symlink_to(source)
        else:
            os.link(source, out)
        with pytest.raises(MediaError, match="input"):
            check_target(out, spec_like(probe(source)))
        assert source.read_bytes() == content

    def test_a_container_that_cannot_hold_the_codec_is_refused(self, tmp_path: Path) -> None:
        for name, codec in (("a.mp4", "prores"), ("a.mp4", "ffv1"), ("a.avi", "h264"), ("film", "h264")):
            with pytest.raises(MediaError):
                check_target(tmp_path / name, spec_of(codec=codec))
        assert not list(tmp_path.iterdir())

    def test_a_missing_folder_and_a_folder_as_target_are_refused(self, tmp_path: Path) -> None:
        with pytest.raises(MediaError, match="no folder"):
            check_target(tmp_path / "none" / "a.mp4", spec_of())
        (tmp_path / "b.mp4").mkdir()
        with pytest.raises(MediaError, match="is a folder"):
            check_target(tmp_path / "b.mp4", spec_of())

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
    def test_a_read_only_folder_is_refused(self, tmp_path: Path) -> None:
        tmp_path.chmod(0o500)
        with pytest.raises(MediaError, match="written"):
            check_target(tmp_path / "a.mp4", spec_of())

    def test_a_folder_that_refuses_is_told(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*arguments: object, **named: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)
        with pytest.raises(MediaError, match="Permission denied"):
            target.check_writable(tmp_path / "a.mp4")

    def test_too_little_space_is_told_before_any_work(self, tmp_path: Path) -> None:
        with pytest.raises(MediaError, match="free"):
            target.require_space(tmp_path, 1 << 60)

    @pytest.mark.parametrize(
        "name", ["it's a “film”.mp4", "фильм 映画 🎬.mp4", "50%d [x] a:b;c.mp4", "-y.mp4", " .mp4"]
    )
    def test_any_name_will_do(self, tmp_path: Path, name: str) -> None:
        source = make_clip(tmp_path / f"in {name}", frames=3, audio=1)
        write(tmp_path / name, spec_like(probe(source)))
        assert len(times(tmp_path / name)) == 3


def noise(number: int, width: int, height: int) -> Image:
    return np.random.default_rng(number).integers(0, 256, (height, width, 3), np.uint8)
