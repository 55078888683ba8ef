"""Every kind of film goes through a whole render and comes out with the same frames, times, tags and streams."""

from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from core.arrays import Image
from core.demo import FILM
from core.job import run
from core.media.info import VideoInfo
from core.media.probe import fingerprint, probe
from core.media.reader import VideoReader
from core.project import Clip, DubProject, ExportOptions, Footage, Span, Voice
from core.render import export
from tests.media import ClipSpec, Tags, make_clip, make_stills

SIZE = (320, 240)
FRAMES = 8
TEN_BIT = {"codec": "libx265", "pixel_format": "yuv420p10le", "options": (("x265-params", "log-level=none"),)}


@cache
def presenter(width: int, height: int) -> Image:
    """The presenter's head and shoulders, cut to any shape."""
    info = probe(FILM)
    with VideoReader(info) as reader:
        image = reader.frame(40).image
    half = round(360 * min(1.0, width / height))
    tall = round(half * height / width)
    crop = image[max(0, 330 - tall) : 330 + tall, 640 - half : 640 + half]
    return np.asarray(cv2.resize(crop, (width, height), interpolation=cv2.INTER_AREA), np.uint8)


def face(number: int, width: int, height: int) -> Image:
    """The presenter, and the frame's number as a bar at the left edge."""
    image = presenter(width, height).copy()
    image[:, :6] = 20 + 20 * number
    return image


def see_through(number: int, width: int, height: int) -> Image:
    alpha = np.tile(np.linspace(120, 255, width).astype(np.uint8), (height, 1))
    return np.dstack([face(number, width, height), alpha])


@dataclass(frozen=True)
class Case:
    """A film to be made, the name of it and of the result, and how it is exported."""

    changes: dict[str, Any] = field(default_factory=dict)
    name: str = "in.mp4"
    out: str = "out.mp4"
    codec: str = "h264"


def rate(value: Fraction) -> Case:
    return Case({"rate": value})


CASES = {
    "23.976": rate(Fraction(24000, 1001)),
    "24": rate(Fraction(24)),
    "29.97": rate(Fraction(30000, 1001)),
    "30": rate(Fraction(30)),
    "50": rate(Fraction(50)),
    "59.94": rate(Fraction(60000, 1001)),
    "60": rate(Fraction(60)),
    "vfr": Case({"ticks": (0, 33, 66, 100, 200, 300, 333, 366), "time_base": Fraction(1, 1000)}),
    "vfr mkv": Case(
        {"ticks": (0, 33, 66, 100, 200, 300, 333, 366), "time_base": Fraction(1, 1000)}, "in.mkv", "out.mkv"
    ),
    "late start": Case({"ticks": tuple(range(50, 58)), "time_base": Fraction(1, 25)}, "in.mkv", "out.mkv"),
    "rotated 90": Case({"rotation": 90}),
    "rotated 180": Case({"rotation": 180}),
    "rotated 270": Case({"rotation": 270}),
    "mirrored": Case({"mirrored": True}),
    "odd": Case({"width": 321, "height": 243, "codec": "ffv1", "pixel_format": "yuv444p"}, "in.mkv", "out.mkv", "ffv1"),
    "10 bit": Case(dict(TEN_BIT)),
    "601": Case({"tags": Tags(6, 6, 6, 1)}),
    "709": Case({"tags": Tags(1, 1, 1, 1)}),
    "full range": Case({"tags": Tags(1, 1, 1, 2), "pixel_format": "yuv420p"}),
    "hdr": Case({**TEN_BIT, "tags": Tags(9, 9, 16, 1)}),
    "wide pixels": Case({"pixel_aspect": Fraction(64, 45)}),
    "alpha": Case({"codec": "ffv1", "pixel_format": "bgra", "draw": see_through}, "in.mkv", "out.mkv", "ffv1"),
    "streams": Case(
        {"audio": 3, "subtitles": 2, "chapters": 2, "metadata": (("title", "Ein „Film“"),)}, "in.mkv", "out.mkv"
    ),
    "prores": Case({"audio": 1}, "in.mp4", "out.mov", "prores"),
    "hevc": Case({}, "in.mp4", "out.mp4", "hevc"),
    "strange names": Case({}, "a 'b' “ç” 東京 50%.mp4", "ergebnis & 'x' $y.mp4"),
}


def dubbed(film: Path, out: Path, codec: str, voice: Path) -> tuple[VideoInfo, VideoInfo, list[str]]:
    info = probe(film)
    clip = Clip("a", Span(0, info.frames), Voice(voice))
    footage = Footage(film, fingerprint(film), info.frames, info.rate)
    told: list[str] = []
    report = run(
        export(DubProject(footage, (clip,), export=ExportOptions(codec)), out), lambda p: told.append(p.notice)
    )
    assert report.frames == info.frames
    assert report.dubbed > 0, report
    return info, probe(out), [notice for notice in told if notice]


@pytest.mark.parametrize("name", CASES)
def test_a_film_of_any_kind_comes_out_as_it_went_in(name: str, tmp_path: Path, pausing_voice: Path) -> None:
    case = CASES[name]
    spec: dict[str, Any] = {"width": SIZE[0], "height": SIZE[1], "frames": FRAMES, "gop": 4, "draw": face}
    film = make_clip(tmp_path / case.name, ClipSpec(**{**spec, **case.changes}))
    source, result, _ = dubbed(film, tmp_path / case.out, case.codec, pausing_voice)
    assert (result.width, result.height, result.rotation) == (source.width, source.height, 0)
    assert result.frames == source.frames == FRAMES
    for frame in range(FRAMES):
        assert abs(result.time_of(frame) - source.time_of(frame)) <= result.time_base / 2
    assert abs(result.duration - source.duration) < longest_frame(source)
    assert result.pixel_aspect == source.pixel_aspect
    assert result.alpha == source.alpha
    assert (result.chapters, len(result.audio)) == (source.chapters, max(len(source.audio), 1))
    kinds = [[stream.kind for stream in info.streams if stream.kind == "subtitle"] for info in (source, result)]
    assert kinds[0] == kinds[1]
    if not source.colour.hdr and case.codec != "ffv1":  # FFV1 keeps the RGB that it is given
        assert result.colour.matrix == source.colour.matrix
        assert (result.colour.range or "tv") == (source.colour.range or "tv")
    compare_pictures(source, result)


def longest_frame(info: VideoInfo) -> Fraction:
    """MP4 keeps how long frames last in the order of decoding: how long the last one is shown is not told exactly."""
    return max(later - earlier for earlier, later in pairwise(info.ticks)) * info.time_base


def compare_pictures(source: VideoInfo, result: VideoInfo) -> None:
    """The same frame at every index, upright, the same colours above the mouth and in the number's bar."""
    with VideoReader(source) as before, VideoReader(result) as after:
        pairs = list(zip(before.span(0, FRAMES), after.span(0, FRAMES), strict=True))
    for one, two in pairs:
        top = slice(0, one.image.shape[0] // 3)
        assert np.abs(one.image[top].astype(int) - two.image[top]).mean() < 3
        assert abs(float(one.image[:, :4].mean()) - float(two.image[:, :4].mean())) < 5
        if one.alpha is not None and two.alpha is not None:
            assert float(np.abs(one.alpha - two.alpha).max()) < 0.01


@pytest.mark.parametrize(("case", "words"), [("hdr", "HDR"), ("10 bit", "bit")])
def test_what_is_lost_is_said(case: str, words: str, tmp_path: Path, pausing_voice: Path) -> None:
    spec: dict[str, Any] = {"width": SIZE[0], "height": SIZE[1], "frames": FRAMES, "draw": face}
    film = make_clip(tmp_path / "in.mp4", ClipSpec(**{**spec, **CASES[case].changes}))
    assert any(words in notice for notice in dubbed(film, tmp_path / "out.mp4", "h264", pausing_voice)[2])


def test_a_folder_of_pictures_and_a_still(tmp_path: Path, pausing_voice: Path) -> None:
    folder = make_stills(tmp_path / "frames", ClipSpec(*SIZE, frames=FRAMES, draw=face))
    source, result, _ = dubbed(folder, tmp_path / "out.mp4", "h264", pausing_voice)
    assert result.frames == source.frames == FRAMES
    still = sorted(folder.iterdir())[0]
    _, held, _ = dubbed(still, tmp_path / "still.mp4", "h264", pausing_voice)
    assert held.frames == 1


def test_a_truncated_film_comes_out_up_to_its_last_good_frame(tmp_path: Path, pausing_voice: Path) -> None:
    film = make_clip(tmp_path / "in.mkv", ClipSpec(*SIZE, frames=30, gop=5, draw=lambda n, w, h: face(n % 8, w, h)))
    content = film.read_bytes()
    film.write_bytes(content[: len(content) * 2 // 3])
    source, result, told = dubbed(film, tmp_path / "out.mp4", "h264", pausing_voice)
    assert 0 < source.frames < 30
    assert result.frames == source.frames
    assert told
