"""A track that only names chapters is no subtitle, also where its reference was lost; a real subtitle stays one."""

from pathlib import Path

import av
import pytest

from core.job import run
from core.media.carry import CarryRequest, plan_carried
from core.media.probe import probe
from tests.media import ClipSpec, make_clip

TIMECODE = (("timecode", "01:00:00:00"),)


def without_references(film: Path) -> Path:
    """The film as a muxer leaves it that keeps one reference for each track, and uses it for the timecode."""
    data = film.read_bytes()
    assert b"\0\0\0\x0cchap" in data
    film.write_bytes(data.replace(b"\0\0\0\x0cchap", b"\0\0\0\x0cfree"))
    return film


@pytest.mark.parametrize("name", ["film.mp4", "film.mov"])
@pytest.mark.parametrize("is_lost", [False, True])
def test_chapters_beside_a_timecode_are_chapters_alone(tmp_path: Path, name: str, is_lost: bool) -> None:
    film = make_clip(tmp_path / name, ClipSpec(frames=50, chapters=3, audio=1, metadata=TIMECODE))
    if is_lost:
        without_references(film)
        with av.open(str(film)) as container:
            assert len(container.streams.subtitles) == 1  # so it is taken without a closer look
    info = probe(film)
    assert info.chapters == 3
    assert [stream.kind for stream in info.streams if stream.kind != "data"] == ["audio"]
    carried = run(plan_carried(CarryRequest(film, "mp4")))
    assert [stream.kind for stream in carried.streams] == ["audio"]


def test_subtitles_of_a_film_with_chapters_stay(tmp_path: Path) -> None:
    """They say something else than the chapters, or say it at another time."""
    film = without_references(make_clip(tmp_path / "film.mov", ClipSpec(frames=50, chapters=2, subtitles=1)))
    assert [stream.kind for stream in probe(film).streams] == ["subtitle"]
    data = film.read_bytes()
    assert data.count(b"\x00\x09Chapter 2") == 1
    film.write_bytes(data.replace(b"\x00\x09Chapter 2", b"\x00\x09Good day!"))
    assert [stream.kind for stream in probe(film).streams] == ["subtitle", "subtitle"]
