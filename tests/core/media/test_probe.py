"""What `probe` says of films made for the purpose, and of real ones."""

import os
import shutil
import subprocess
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import imageio_ffmpeg
import pytest

from core.errors import MediaError
from core.media.info import Colour
from core.media.probe import fingerprint, probe
from tests.media import ClipSpec, Tags, decode_all, make_clip, make_stills, picture_with_alpha, save_still
from tests.media import picture as drawn
from tests.shared import media

NAMES = [
    "a b.mp4",
    "it's “so”.mp4",
    'say "no".mkv',
    "日本語のファイル.mp4",
    "Фильм ä.mov",
    "50%d.mp4",
    "#1;&.mp4",
    "-y.mp4",
]
KINDS: dict[str, dict[str, Any]] = {
    "x264.mp4": {},
    "x264.mkv": {},
    "x264.ts": {},
    "x265.mov": {"codec": "libx265"},
    "ten.mp4": {"codec": "libx265", "pixel_format": "yuv420p10le"},
    "open.mp4": {"options": (("x264-params", "open-gop=1:keyint=8:bframes=3"),), "gop": 8, "bframes": 3},
    "fragments.mp4": {"muxer": (("movflags", "frag_keyframe+empty_moov"),)},
    "vp9.webm": {"codec": "libvpx-vp9"},
    "vp8.webm": {"codec": "libvpx", "options": (("auto-alt-ref", "1"), ("lag-in-frames", "16"), ("b", "200k"))},
    "altref.webm": {"codec": "libvpx-vp9", "frames": 60, "gop": 60,
                    "options": (("auto-alt-ref", "1"), ("lag-in-frames", "25"), ("b", "100k"))},
    "av1.mp4": {"codec": "libsvtav1", "options": (("preset", "12"),)},
    "mpeg4.avi": {"codec": "mpeg4", "bframes": 0},
    "packed.avi": {"codec": "mpeg4"},
    "mpeg2.mpg": {"codec": "mpeg2video"},
    "mpeg2.m2v": {"codec": "mpeg2video"},
    "prores.mov": {"codec": "prores_ks", "pixel_format": "yuv422p10le"},
    "ffv1.mkv": {"codec": "ffv1", "pixel_format": "bgr0"},
    "mjpeg.mov": {"codec": "mjpeg", "pixel_format": "yuvj420p"},
    "raw.h264": {},
    "late.mp4": {"ticks": [50 + n for n in range(30)], "time_base": Fraction(1, 25)},
    "odd.mkv": {"codec": "ffv1", "width": 97, "height": 65},
    "animation.gif": {"codec": "gif", "pixel_format": "rgb8", "rate": Fraction(10)},
}  # fmt: skip


@pytest.mark.parametrize("name", KINDS)
def test_frames_and_their_times_are_those_of_decoding(tmp_path: Path, name: str) -> None:
    path = make_clip(tmp_path / name, **KINDS[name])
    info, frames = probe(path), decode_all(path)
    assert info.frames == len(frames)
    if not info.counted:
        assert list(info.ticks) == [frame.pts for frame in frames]
    assert info.keys[0] == 0
    assert info.constant_rate
    assert info.rate == KINDS[name].get("rate", 25)
    assert (info.width, info.height) == (KINDS[name].get("width", 96), KINDS[name].get("height", 64))


@pytest.mark.parametrize("rate", ["24000/1001", "24", "25", "30000/1001", "30", "50", "60000/1001", "60"])
@pytest.mark.parametrize("container", ["mp4", "mkv", "ts"])
def test_rate_is_exact(tmp_path: Path, rate: str, container: str) -> None:
    info = probe(make_clip(tmp_path / f"film.{container}", rate=Fraction(rate), frames=48, audio=1))
    assert (info.rate, info.constant_rate) == (Fraction(rate), True)
    assert abs(info.duration - 48 / Fraction(rate)) <= 2 * info.time_base


def test_variable_rate_keeps_every_time(tmp_path: Path) -> None:
    ticks = [0, 1001, 1500, 4000, 4100, 9000, 9999]
    info = probe(make_clip(tmp_path / "film.mp4", ticks=ticks, time_base=Fraction(1, 30_000), frames=7))
    assert not info.constant_rate
    assert [info.time_of(frame) for frame in range(7)] == [Fraction(tick, 30_000) for tick in ticks]


def test_film_that_begins_later_says_so(tmp_path: Path) -> None:
    info = probe(
        make_clip(tmp_path / "film.mp4", ticks=[n + 10 for n in range(20)], time_base=Fraction(1, 25), audio=1)
    )
    assert info.start == Fraction(10, 25)
    assert info.time_of(3) == Fraction(3, 25)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("mirrored", [False, True])
def test_rotation_and_shown_size(tmp_path: Path, rotation: int, mirrored: bool) -> None:
    path = make_clip(tmp_path / "film.mp4", rotation=rotation, mirrored=mirrored, pixel_aspect=Fraction(4, 3))
    info = probe(path)
    assert (info.rotation, info.mirrored, info.width, info.height) == (rotation, mirrored, 96, 64)
    assert info.pixel_aspect == (Fraction(3, 4) if rotation % 180 else Fraction(4, 3))


def test_tags_bits_and_what_is_lost_of_them(tmp_path: Path) -> None:
    hdr = Tags(9, 9, 16, 1)
    info = probe(make_clip(tmp_path / "film.mp4", codec="libx265", pixel_format="yuv420p10le", tags=hdr))
    assert info.colour == Colour("bt2020nc", "bt2020", "smpte2084", "tv")
    assert info.bits == 10
    assert "HDR (PQ)" in info.notices[0]
    assert "10 bits" in info.notices[1]


def test_full_range_tag(tmp_path: Path) -> None:
    info = probe(make_clip(tmp_path / "film.mp4", tags=Tags(6, 6, 6, 2)))
    assert info.colour == Colour("smpte170m", "smpte170m", "smpte170m", "pc")
    assert info.notices == ()


@pytest.mark.parametrize(
    ("name", "codec", "pixel_format"),
    [("a.webm", "libvpx-vp9", "yuva420p"), ("a.mov", "prores_ks", "yuva444p10le"), ("a.mkv", "ffv1", "bgra")],
)
def test_alpha_is_seen(tmp_path: Path, name: str, codec: str, pixel_format: str) -> None:
    spec = ClipSpec(codec=codec, pixel_format=pixel_format, draw=picture_with_alpha, frames=4)
    assert probe(make_clip(tmp_path / name, spec)).alpha


@pytest.mark.parametrize("container", ["mp4", "mkv"])
def test_other_streams_chapters_and_metadata(tmp_path: Path, container: str) -> None:
    spec = ClipSpec(audio=3, subtitles=2, chapters=2, metadata=(("title", "Über uns"),))
    info = probe(make_clip(tmp_path / f"film.{container}", spec))
    sounds = [(sound.codec, sound.sample_rate, sound.channels, sound.layout, sound.language) for sound in info.audio]
    assert sounds == [
        ("aac", 48_000, 2, "stereo", "eng"),
        ("aac", 48_000, 1, "mono", "deu"),
        ("aac", 48_000, 1, "mono", "fra"),
    ]
    assert [stream.language for stream in info.streams if stream.kind == "subtitle"] == ["eng", "deu"]
    assert info.chapters == 2
    assert dict(info.metadata)["title"] == "Über uns"


def test_film_without_sound_has_no_streams(tmp_path: Path) -> None:
    assert probe(make_clip(tmp_path / "film.mp4")).streams == ()


@pytest.mark.parametrize("name", NAMES)
def test_any_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "ordner mit 'ä' %03d"
    folder.mkdir()
    assert probe(make_clip(folder / name, frames=3)).frames == 3


def test_relative_name_that_looks_like_an_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(make_clip(tmp_path / "film.mp4", frames=3), tmp_path / "concat:x.mp4")
    assert probe(Path("concat:x.mp4")).frames == 3


def ffmpeg(*arguments: str | Path) -> None:
    subprocess.run([imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-y", *map(str, arguments)], check=True)


def test_cover_picture_is_no_film(tmp_path: Path) -> None:
    song, cover = sound_only(tmp_path / "song.m4a"), save_still(tmp_path / "cover.png", drawn(0, 64, 64))
    joined = ("-map", "0", "-map", "1", "-c", "copy", "-disposition:v", "attached_pic")
    ffmpeg("-i", song, "-i", cover, *joined, tmp_path / "album.m4a")
    with pytest.raises(MediaError, match="only sound"):
        probe(tmp_path / "album.m4a")
    film = make_clip(tmp_path / "film.mp4", frames=5)
    ffmpeg("-i", cover, "-i", film, *joined[:-2], "-disposition:v:0", "attached_pic", tmp_path / "covered.mp4")
    info = probe(tmp_path / "covered.mp4")
    assert (info.frames, info.codec) == (5, "h264")
    assert [stream.kind for stream in info.streams] == ["video"]


def test_interlaced_film_is_told_of(tmp_path: Path) -> None:
    info = probe(make_clip(tmp_path / "film.mp4", options=(("x264-params", "tff=1"),), frames=5))
    assert "interlaced" in info.notices[0]


def test_edit_list_that_begins_within_a_group_of_pictures(tmp_path: Path) -> None:
    """A stream copy from 0.5 s on keeps the packets before it and hides them by an edit list."""
    source = make_clip(tmp_path / "film.mp4", audio=1)
    ffmpeg("-ss", "0.5", "-i", source, "-c", "copy", tmp_path / "cut.mp4")
    info, frames = probe(tmp_path / "cut.mp4"), decode_all(tmp_path / "cut.mp4")
    assert 0 < len(frames) < 30
    assert list(info.ticks) == [frame.pts for frame in frames]
    assert info.notices == ()


def test_stream_that_begins_between_key_frames(tmp_path: Path) -> None:
    """A broadcast joined late: what cannot be decoded is not counted, and said."""
    source, joined = make_clip(tmp_path / "film.ts", gop=10, bframes=0), tmp_path / "joined.ts"
    with av.open(str(source)) as film, av.open(str(joined), "w") as out:
        stream = out.add_stream_from_template(film.streams.video[0])
        for number, packet in enumerate(film.demux(video=0)):
            if number >= 4 and packet.size:
                packet.stream = stream
                out.mux(packet)
    info, frames = probe(joined), decode_all(joined)
    assert list(info.ticks) == [frame.pts for frame in frames]
    assert info.frames == 20
    assert "6 frames" in info.notices[0]


@pytest.mark.parametrize("name", ["film.mp4", "film.mkv", "fragments.mp4", "film.ts"])
@pytest.mark.parametrize("share", [0.35, 0.6, 0.85])
def test_truncated_file_is_used_up_to_its_last_good_frame(tmp_path: Path, name: str, share: float) -> None:
    start = "frag_keyframe+empty_moov" if name == "fragments.mp4" else "+faststart"
    muxer = (("movflags", start),) if name.endswith("mp4") else ()
    whole = make_clip(tmp_path / name, frames=60, width=320, height=240, muxer=muxer).read_bytes()
    broken = tmp_path / f"broken {name}"
    broken.write_bytes(whole[: int(len(whole) * share)])
    info = probe(broken)
    decoded = [frame.pts for frame in decode_all_good(broken)]
    assert 0.2 * 60 < info.frames < 60
    assert list(info.ticks) == decoded[: info.frames]
    assert len(decoded) - info.frames <= 1
    if name in {"film.mp4", "film.mkv"}:
        assert "breaks off" in " ".join(info.notices)


def decode_all_good(path: Path) -> list[av.VideoFrame]:
    frames = []
    with av.open(str(path)) as container:
        for packet in container.demux(video=0):
            try:
                frames += packet.decode()
            except av.FFmpegError:
                continue
    return frames


def test_end_of_zeros_is_cut_off(tmp_path: Path) -> None:
    """As a download leaves it that was never finished."""
    path = make_clip(tmp_path / "film.mp4", frames=60, muxer=(("movflags", "+faststart"),))
    content = path.read_bytes()
    cut = int(len(content) * 0.6)
    path.write_bytes(content[:cut] + bytes(len(content) - cut))
    info = probe(path)
    assert 15 < info.frames < 60
    assert info.ticks[-1] == decode_all_good(path)[-1].pts
    assert "at the end cannot be decoded" in info.notices[0]


def test_folder_of_images_is_a_film(tmp_path: Path) -> None:
    folder = make_stills(tmp_path / "stills", ClipSpec(frames=12), first=1)
    (folder / "notes.txt").write_text("not an image")
    info = probe(folder)
    assert (info.frames, info.rate, info.width, info.height, info.duration) == (12, 25, 96, 64, Fraction(12, 25))
    assert [path.name for path in info.pictures[8:11]] == ["frame 9.png", "frame 10.png", "frame 11.png"]
    assert probe(folder, Fraction(24)).time_of(6) == Fraction(1, 4)
    (folder / "frame 5.png").unlink()
    assert "1 number" in probe(folder).notices[0]


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".bmp", ".tiff"])
def test_still_is_a_film_of_one_frame(tmp_path: Path, suffix: str) -> None:
    info = probe(save_still(tmp_path / f"still{suffix}", drawn(0, 97, 65)))
    assert (info.frames, info.width, info.height, info.notices) == (1, 97, 65, ())


def test_image_with_the_name_of_a_film(tmp_path: Path) -> None:
    save_still(tmp_path / "still.png", drawn(0, 96, 64)).rename(tmp_path / "film.mp4")
    assert probe(tmp_path / "film.mp4").pictures


def text(path: Path) -> Path:
    path.write_text("This is not a film.\n" * 50, encoding="utf-8")
    return path


def playlist(path: Path) -> Path:
    path.write_text("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n", encoding="utf-8")
    return path


def empty(path: Path) -> Path:
    path.touch()
    return path


def folder(path: Path) -> Path:
    path.mkdir()
    return text(path / "readme.txt").parent


def huge(path: Path) -> Path:
    """A valid PNG header of 60000 × 60000."""
    import struct
    import zlib

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(bytes(99))), (b"IEND", b"")]
    parts = [
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    ]
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(parts))
    return path


def sound_only(path: Path) -> Path:
    with av.open(str(path), "w") as container:
        stream: Any = container.add_stream("aac", rate=48_000, layout="mono")
        frame = av.AudioFrame(format="fltp", layout="mono", samples=1024)
        frame.sample_rate, frame.pts = 48_000, 0
        frame.planes[0].update(bytes(4096))
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def headless(path: Path) -> Path:
    """A film whose table of contents, at its end, is missing."""
    path.write_bytes(make_clip(path.with_suffix(".whole.mp4")).read_bytes()[:2000])
    return path


def missing(path: Path) -> Path:
    return path


def dangling(path: Path) -> Path:
    path.symlink_to(path.with_name("nowhere.mp4"))
    return path


def pipe(path: Path) -> Path:
    os.mkfifo(path)
    return path


BAD = [text, playlist, empty, folder, huge, sound_only, headless, missing, dangling]
BAD += [pipe] if hasattr(os, "mkfifo") else []


@pytest.mark.parametrize("make", BAD, ids=lambda make: make.__name__)
@pytest.mark.parametrize("name", ["bad.mp4", "bad.png", "bad.m3u8"])
def test_what_is_no_film_is_one_sentence_and_a_hint(tmp_path: Path, make: Any, name: str) -> None:
    if make in {sound_only, headless} and name != "bad.mp4":
        pytest.skip("made as MP4 only")
    with pytest.raises(MediaError) as caught:
        probe(make(tmp_path / name))
    assert caught.value.message.endswith(".")
    assert "\n" not in caught.value.message + caught.value.hint
    assert caught.value.hint.endswith(".")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_file_without_permission(tmp_path: Path) -> None:
    path = make_clip(tmp_path / "film.mp4", frames=2)
    path.chmod(0)
    with pytest.raises(MediaError, match="may not be read"):
        probe(path)


def test_fingerprint_follows_the_content_not_the_name(tmp_path: Path) -> None:
    film = make_clip(tmp_path / "film.mp4", frames=3)
    copy = Path(shutil.copy(film, tmp_path / "copy.mov"))
    assert fingerprint(film) == fingerprint(copy)
    content = bytearray(copy.read_bytes())
    content[len(content) // 2] ^= 1
    copy.write_bytes(bytes(content))
    assert fingerprint(film) != fingerprint(copy)
    with pytest.raises(MediaError):
        fingerprint(tmp_path / "missing.mp4")


def test_fingerprint_of_a_folder(tmp_path: Path) -> None:
    stills = make_stills(tmp_path / "stills", ClipSpec(frames=3))
    before = fingerprint(stills)
    assert before == fingerprint(stills.rename(tmp_path / "moved"))
    (tmp_path / "moved" / "frame 2.png").unlink()
    assert before != fingerprint(tmp_path / "moved")


FOOTAGE = {
    "edit_list_positive_shift.mp4": {"frames": 270, "rate": 30, "start": 1},
    "dolbyVision-hdr.MOV": {"frames": 4, "rotation": 90, "width": 720, "height": 1280, "bits": 10},
    "iibbibb_editlist_videoonly.mp4": {"frames": 12, "rate": 1},
    "internal_emulator_transformer_output_270_rotated.mp4": {"frames": 149, "rotation": 270, "width": 720},
    "long_1080p_lowbitrate.mp4": {"frames": 10_883, "rate": 30, "constant_rate": True},
    "portrait_4k60.mp4": {"frames": 18, "rotation": 90, "width": 2160, "height": 3840},
    "roadtrip-vp92-10bit.webm": {"frames": 72, "rate": Fraction(24000, 1001), "bits": 10},
    "sample.avi": {"frames": 96, "constant_rate": False},
    "sample_12_5fps_720p_1s.mp4": {"frames": 13, "rate": Fraction(25, 2)},
    "sample_empty_track.mp4": {"frames": 30, "rate": Fraction(30000, 1001)},
    "sample_mdat_too_long.mp4": {"frames": 30, "notices": ()},
    "sample_vvc.mp4": {"frames": 120, "rate": 24},
    "sample_with_srt.mkv": {"frames": 30, "rate": 30},
    "sample_video_only.mp4": {"frames": 30, "streams": ()},
}


@pytest.mark.footage
@pytest.mark.parametrize("name", FOOTAGE)
def test_odd_real_clips(name: str) -> None:
    info = probe(media(f"androidx_media/{name}"))
    assert {key: getattr(info, key) for key in FOOTAGE[name]} == FOOTAGE[name]


@pytest.mark.footage
@pytest.mark.parametrize("name", ["bbb_1ch_16kHz_aac.mp4", "sample_alac.mp4", "invalid-bitstream.webm"])
def test_real_clips_without_a_picture(name: str) -> None:
    with pytest.raises(MediaError):
        probe(media(f"androidx_media/{name}"))


@pytest.mark.footage
def test_real_variable_rate() -> None:
    info = probe(media("video_retalking/face1.mp4"))
    assert (info.frames, info.constant_rate) == (135, False)
    assert info.start == Fraction(507, 15_360)
    assert len({later - earlier for earlier, later in pairwise(info.ticks)}) > 1
