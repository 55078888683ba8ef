"""Frames by number: the right ones, upright, in the right colours, whatever the file."""

import random
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from core.errors import MediaError
from core.media.cursor import FilmCursor
from core.media.info import Frame, VideoInfo
from core.media.probe import probe
from core.media.reader import VideoReader
from tests.core.media.test_probe import KINDS, decode_all_good
from tests.media import (
    ClipSpec,
    Tags,
    decode_all,
    flat,
    make_clip,
    make_stills,
    make_yuv,
    number_of,
    picture,
    picture_with_alpha,
    save_still,
)
from tests.shared import media


def read(info: VideoInfo, threads: int = 1) -> list[Frame]:
    with VideoReader(info, threads) as reader:
        return list(reader.span(0, info.frames))


def numbers(frames: list[Frame]) -> list[int]:
    return [number_of(frame.image) for frame in frames]


@pytest.mark.parametrize("name", KINDS)
def test_any_order_gives_the_frames_of_reading_on(tmp_path: Path, name: str) -> None:
    info = probe(make_clip(tmp_path / name, **KINDS[name]))
    frames = read(info)
    assert numbers(frames) == list(range(info.frames))
    order = random.Random(name).sample(range(info.frames), info.frames)
    with VideoReader(info) as reader:
        for index in [*order, 3, 3, 2, info.frames - 1, 0]:
            assert np.array_equal(reader.frame(index).image, frames[index].image)
        reader.frame(info.frames - 8)
        for index in range(info.frames - 7, info.frames):  # reading on after a seek
            assert np.array_equal(reader.frame(index).image, frames[index].image)
        assert reader.notices == ()


@pytest.mark.parametrize(("name", "threads"), [("x264.mp4", 1), ("open.mp4", 3), ("altref.webm", 1), ("mpeg2.mpg", 1)])
def test_a_way_that_is_left_anywhere_leads_to_the_right_frames(tmp_path: Path, name: str, threads: int) -> None:
    """Somebody scrubs: most frames are left half way for others, and those that are reached are just these frames."""
    info = probe(make_clip(tmp_path / name, **{**KINDS[name], "frames": 80, "gop": 60, "bframes": 3}))
    frames, chance = read(info), random.Random(name)
    steps = 0
    with VideoReader(info, threads) as reader:
        for _ in range(40):
            way = reader.approach(chance.randrange(info.frames))
            steps += sum(1 for _ in zip(way, range(chance.randrange(8)), strict=False))
            index = chance.randrange(info.frames)
            if chance.random() < 0.5:
                steps += sum(1 for _ in reader.approach(index))
            assert np.array_equal(reader.frame(index).image, frames[index].image), index
        assert reader.notices == ()
    assert steps > 40


def test_the_last_step_of_a_long_way_is_a_short_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    info = probe(make_clip(tmp_path / "far.mp4", ClipSpec(frames=120, gop=120)))
    with VideoReader(info) as reader:
        passed, upcoming = [], FilmCursor._upcoming

        def counted(cursor: FilmCursor) -> Any:
            passed.append(cursor._next is None)
            return upcoming(cursor)

        monkeypatch.setattr(FilmCursor, "_upcoming", counted)
        each = []
        for _ in reader.approach(110):
            each.append(sum(passed))
            passed.clear()
        assert number_of(reader.frame(110).image) == 110
        assert max(*each, sum(passed)) <= 14
        assert sum(each) > 60


@pytest.mark.parametrize("name", ["x264.mp4", "x265.mov", "open.mp4", "altref.webm", "raw.h264", "mpeg2.mpg"])
def test_threads_change_nothing(tmp_path: Path, name: str) -> None:
    info = probe(make_clip(tmp_path / name, **KINDS[name]))
    one, two = read(info), read(info, threads=2)
    assert all(np.array_equal(a.image, b.image) for a, b in zip(one, two, strict=True))
    with VideoReader(info, threads=2) as reader:
        assert [number_of(reader.frame(index).image) for index in (20, 5, 6, 29)] == [20, 5, 6, 29]


def test_spans_and_selections(tmp_path: Path) -> None:
    info = probe(make_clip(tmp_path / "film.mp4", frames=60))
    with VideoReader(info) as reader:
        assert numbers(list(reader.span(7, 23))) == list(range(7, 23))
        assert numbers(list(reader.span(5, 5))) == []
        selection = [0, 1, 8, 30, 31, 59]
        frames = list(reader.frames(selection))
    assert numbers(frames) == [frame.index for frame in frames] == selection
    assert frames[2].time == Fraction(8, 25)


def test_frame_shown_at_a_time(tmp_path: Path) -> None:
    ticks = [0, 1000, 1500, 3000, 3600, 5000]
    info = probe(make_clip(tmp_path / "film.mp4", ticks=ticks, time_base=Fraction(1, 30_000), frames=6))
    times = [Fraction(-1), Fraction(999, 30_000), Fraction(1000, 30_000), Fraction(3599, 30_000), Fraction(9)]
    with VideoReader(info) as reader:
        assert [reader.at(time).index for time in times] == [0, 0, 1, 3, 5]
        assert number_of(reader.at(Fraction(1, 10)).image) == 3


def test_pictures_are_read_only_and_right_in_kind(tmp_path: Path) -> None:
    info = probe(make_clip(tmp_path / "film.mp4", frames=2))
    frame = read(info)[1]
    assert (frame.image.dtype, frame.image.shape, frame.alpha) == (np.uint8, (64, 96, 3), None)
    assert frame.image.flags.c_contiguous
    with pytest.raises(ValueError, match="read-only"):
        frame.image[0, 0] = 0


def test_frames_that_are_not_there(tmp_path: Path) -> None:
    info = probe(make_clip(tmp_path / "film.mp4", frames=2))
    with VideoReader(info) as reader:
        for index in (-1, 2):
            with pytest.raises(IndexError):
                reader.frame(index)
    with pytest.raises(RuntimeError, match="is not open"):
        reader.frame(0)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("mirrored", [False, True])
def test_pictures_are_upright(tmp_path: Path, rotation: int, mirrored: bool) -> None:
    spec = ClipSpec(rotation=rotation, mirrored=mirrored, codec="png", pixel_format="rgb24", frames=12)
    frames = read(probe(make_clip(tmp_path / "film.mov", spec)))
    assert all(np.array_equal(frame.image, picture(frame.index, 96, 64)) for frame in frames)


@pytest.mark.parametrize(("width", "height"), [(97, 65), (95, 64), (96, 63), (1, 1), (5, 9)])
@pytest.mark.parametrize("pixel_format", ["yuv420p", "yuv444p", "bgr0", "yuv420p10le"])
def test_odd_sizes(tmp_path: Path, width: int, height: int, pixel_format: str) -> None:
    spec = ClipSpec(width=width, height=height, codec="ffv1", pixel_format=pixel_format, frames=2)
    frame = read(probe(make_clip(tmp_path / "film.mkv", spec, draw=flat((180, 90, 60)))))[1]
    assert frame.image.shape == (height, width, 3)
    assert np.abs(frame.image.astype(int) - (180, 90, 60)).max() <= 2


WEIGHTS = {1: (0.2126, 0.0722), 5: (0.299, 0.114), 6: (0.299, 0.114), 9: (0.2627, 0.0593)}
"""K_R and K_B of ITU-R BT.709, BT.601 and BT.2020."""


def rgb_of(yuv: tuple[int, int, int], matrix: int, limited: bool, bits: int) -> NDArray[np.float64]:
    """R'G'B' in 0 … 255 by the formulas of ITU-R BT.709 and BT.601 (limited) and JFIF (full range)."""
    red, blue = WEIGHTS[matrix]
    y, u, v = yuv
    step = 1 << (bits - 8)
    if limited:
        luma, cb, cr = (y - 16 * step) / (219 * step), (u - 128 * step) / (224 * step), (v - 128 * step) / (224 * step)
    else:
        top = (1 << bits) - 1
        luma, cb, cr = y / top, (u - 128 * step) / top, (v - 128 * step) / top
    r, b = luma + 2 * (1 - red) * cr, luma + 2 * (1 - blue) * cb
    g = (luma - red * r - blue * b) / (1 - red - blue)
    return 255 * np.clip([r, g, b], 0, 1)


PATCHES = [
    (16, 128, 128),
    (235, 128, 128),
    (81, 90, 240),
    (145, 54, 34),
    (41, 240, 110),
    (120, 100, 160),
    (200, 150, 90),
]


@pytest.mark.parametrize("patch", PATCHES)
@pytest.mark.parametrize(("matrix", "range_"), [(m, r) for m in (1, 5, 6, 9) for r in (1, 2)])
@pytest.mark.parametrize("bits", [8, 10])
def test_colours_follow_the_tags(
    tmp_path: Path, patch: tuple[int, int, int], matrix: int, range_: int, bits: int
) -> None:
    yuv = tuple(value << (bits - 8) for value in patch)
    pixel_format = "yuv420p" if bits == 8 else "yuv420p10le"
    path = make_yuv(tmp_path / "film.mkv", yuv, Tags(matrix, 2, 2, range_), (32, 24), pixel_format)
    image = read(probe(path))[0].image
    assert np.abs(image - rgb_of(yuv, matrix, range_ == 1, bits)).max() <= (1 if bits == 8 else 2)


@pytest.mark.parametrize(("height", "matrix"), [(576, 5), (718, 5), (720, 1), (1080, 1)])
def test_untagged_colours_follow_the_size(tmp_path: Path, height: int, matrix: int) -> None:
    path = make_yuv(tmp_path / "film.mkv", (81, 90, 240), Tags(), (64, height), "yuv420p")
    assert np.abs(read(probe(path))[0].image - rgb_of((81, 90, 240), matrix, True, 8)).max() <= 1


def test_chroma_is_interpolated_not_repeated(tmp_path: Path) -> None:
    """A slope of colour from left to right comes back as a slope, without steps two pixels wide."""

    def slope(number: int, width: int, height: int) -> NDArray[np.uint8]:
        red = np.linspace(40, 200, width).astype(np.uint8)
        return np.broadcast_to(np.stack([red, red[::-1], red * 0 + 90], axis=1), (height, width, 3)).copy()

    spec = ClipSpec(codec="ffv1", pixel_format="yuv420p", frames=1, draw=slope, width=64, height=32)
    image = read(probe(make_clip(tmp_path / "film.mkv", spec)))[0].image.astype(int)
    assert np.abs(image - slope(0, 64, 32))[:, 4:-4].max() <= 3


def test_hdr_is_tone_mapped(tmp_path: Path) -> None:
    """PQ grey of 26 cd/m², 18 % of the reference white, comes where standard range has 18 % grey (see test_hdr)."""
    signal = round(64 + 876 * 0.3785)
    path = make_yuv(tmp_path / "film.mkv", (signal, 512, 512), Tags(9, 9, 16, 1), (32, 24), "yuv420p10le")
    image = read(probe(path))[0].image.astype(int)
    assert np.abs(image - 108).max() <= 3


@pytest.mark.parametrize(
    ("name", "codec", "pixel_format"),
    [
        ("a.webm", "libvpx-vp9", "yuva420p"),
        ("a.mov", "prores_ks", "yuva444p10le"),
        ("a.mkv", "ffv1", "bgra"),
        ("b.mov", "png", "rgba"),
    ],
)
def test_alpha_is_kept(tmp_path: Path, name: str, codec: str, pixel_format: str) -> None:
    spec = ClipSpec(codec=codec, pixel_format=pixel_format, draw=picture_with_alpha, rotation=0, frames=14)
    frames = read(probe(make_clip(tmp_path / name, spec)))
    assert numbers(frames) == list(range(14))
    alpha = frames[-1].alpha
    assert alpha is not None
    assert (alpha.dtype, alpha.shape) == (np.float32, (64, 96))
    assert alpha[:, :44].min() > 0.98
    assert np.abs(alpha[:, 52:] - 128 / 255).max() < 0.02


def damaged(tmp_path: Path, at: float, size: int, **changes: Any) -> VideoInfo:
    """A film with zeros in place of some bytes of its picture."""
    path = make_clip(tmp_path / "film.mp4", frames=60, muxer=(("movflags", "+faststart"),), **changes)
    content = bytearray(path.read_bytes())
    begin = int(len(content) * at)
    content[begin : begin + size] = bytes(size)
    path.write_bytes(bytes(content))
    return probe(path)


def test_damage_in_the_middle_moves_no_frame(tmp_path: Path) -> None:
    """The frames after the hole keep their number and time; those in it repeat the last good one, and that is said."""
    info = damaged(tmp_path, 0.6, 600)
    assert info.frames == 60
    assert len(decode_all_good(info.path)) < 60
    with VideoReader(info) as reader:
        frames = list(reader.span(0, 60))
        assert "shown instead" in reader.notices[0]
        shown = numbers(frames)
        assert [frame.time for frame in frames] == [Fraction(index, 25) for index in range(60)]
        assert shown[:20] == list(range(20))
        assert shown[-15:] == list(range(45, 60))
        for index in (50, 19, 59, 45):  # of the frames between, some are mended, which is not the same every time
            assert np.array_equal(reader.frame(index).image, frames[index].image)
        hole = next(index for index in range(60) if shown[index] < index)
        assert reader.frame(hole).image.shape == (64, 96, 3)


def test_file_that_shrinks_while_it_is_open_or_vanishes(tmp_path: Path) -> None:
    info = probe(make_clip(tmp_path / "film.mp4", frames=40))
    info.path.unlink()
    with pytest.raises(MediaError, match="no file"), VideoReader(info):
        pass
    info.path.write_text("something else")
    with pytest.raises(MediaError), VideoReader(info):
        pass


def test_size_that_changes_half_way_is_brought_to_the_first(tmp_path: Path) -> None:
    small = make_clip(tmp_path / "small.ts", frames=20, gop=5, bframes=0).read_bytes()
    large = make_clip(tmp_path / "large.ts", width=192, height=128, frames=20, gop=5, bframes=0).read_bytes()
    (tmp_path / "both.ts").write_bytes(small + large)
    info = probe(tmp_path / "both.ts")
    frames = read(info)
    assert info.frames == len(decode_all(info.path)) == 40
    assert {frame.image.shape for frame in frames} == {(64, 96, 3)}
    assert numbers(frames) == [*range(20), *range(20)]


def test_folder_of_images(tmp_path: Path) -> None:
    folder = make_stills(tmp_path / "stills", ClipSpec(frames=12, draw=picture_with_alpha), first=95)
    info = probe(folder)
    frames = read(info)
    assert numbers(frames) == list(range(12))
    assert info.alpha
    assert frames[3].alpha is not None
    assert abs(frames[3].alpha[0, -1] - 128 / 255) < 1e-6


def test_images_of_other_sizes_are_scaled_and_told_of(tmp_path: Path) -> None:
    folder = make_stills(tmp_path / "stills", ClipSpec(frames=4))
    save_still(folder / "frame 3.png", picture(2, 192, 128))
    info = probe(folder)
    with VideoReader(info) as reader:
        assert numbers(list(reader.span(0, 4))) == [0, 1, 2, 3]
        assert reader.notices[0].startswith("1 image")


def test_damaged_image_in_a_folder_is_named(tmp_path: Path) -> None:
    folder = make_stills(tmp_path / "stills", ClipSpec(frames=3))
    (folder / "frame 2.png").write_bytes(b"\x89PNG\r\n\x1a\nnothing")
    with VideoReader(probe(folder)) as reader:
        reader.frame(0)
        with pytest.raises(MediaError, match=r"frame 2\.png"):
            reader.frame(1)


@pytest.mark.footage
@pytest.mark.parametrize(
    "name",
    [
        "androidx_media/dolbyVision-hdr.MOV",
        "androidx_media/edit_list_positive_shift.mp4",
        "androidx_media/h265_bframes.mp4",
        "androidx_media/iibbibb_editlist_videoonly.mp4",
        "androidx_media/roadtrip-vp92-10bit.webm",
        "androidx_media/sample.avi",
        "androidx_media/sample_vvc.mp4",
        "androidx_media/sample_with_vorbis_audio.mkv",
        "androidx_media/bbb_642x642_768kbps_30fps_vp9.webm",
        "grid10/bbaf2n.mpg",
        "video_retalking/face1.mp4",
    ],
)
def test_real_clips_in_any_order(name: str) -> None:
    info = probe(media(name))
    with VideoReader(info) as reader:
        indices = sorted(random.Random(1).sample(range(info.frames), min(info.frames, 12)))
        inorder = {frame.index: frame.image for frame in reader.span(0, info.frames) if frame.index in indices}
        for index in reversed(indices):
            assert np.array_equal(reader.frame(index).image, inorder[index])
        assert reader.notices == ()
