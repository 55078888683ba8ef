"""Rough pictures are those of their frames, are made once, and only for films in which a seek takes long."""

from fractions import Fraction
from pathlib import Path

import pytest

from core.cache import DamagedEntryError
from core.job import run
from core.media import proxy
from core.media.probe import footage_of, probe
from core.media.proxy import Proxy, is_wanted, make_proxy
from core.preview import PreviewSession
from core.project import DubProject
from tests.media import ClipSpec, make_clip, number_of

LONG = ClipSpec(width=320, height=240, frames=70, gop=250)
UNEVEN = tuple(2 * number + number % 2 for number in range(70))


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DUBWRIGHT_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({}, True),
        ({"gop": 12}, False),
        ({"rate": Fraction(60)}, False),
        ({"frames": 50, "gop": 25}, False),
        ({"frames": 100, "gop": 52}, True),
    ],
)
def test_films_whose_key_frames_lie_far_apart_want_them(
    tmp_path: Path, changes: dict[str, object], wanted: bool
) -> None:
    assert is_wanted(probe(make_clip(tmp_path / "film.mp4", LONG, **changes))) is wanted


@pytest.mark.parametrize("ticks", [None, UNEVEN])
def test_every_frame_has_its_own_picture(tmp_path: Path, ticks: tuple[int, ...] | None) -> None:
    info = probe(make_clip(tmp_path / "film.mkv", LONG, ticks=ticks, time_base=Fraction(1, 50) if ticks else None))
    path = run(make_proxy(info))
    assert path is not None
    with Proxy(path, info.frames) as pictures:
        for frame in (69, 0, 33, 34, 1):
            image = pictures.picture(frame, info.width, info.height)
            assert image.shape == (info.height, info.width, 3)
            assert number_of(image) == frame


def test_they_are_made_once_and_again_if_damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    film = make_clip(tmp_path / "film.mp4", LONG)
    footage, session = footage_of(probe(film)), PreviewSession()
    list(zip(range(1), session.open(footage), strict=False))  # the film is open; nobody is looked for
    assert session.glimpse(DubProject(footage), 5) is None
    assert run(session.make_rough(footage))
    shown = session.glimpse(DubProject(footage), 5)
    assert shown is not None
    assert shown.rough
    assert number_of(shown.original) == 5
    with monkeypatch.context() as patch:
        patch.setattr(proxy, "_write", None)
        path = run(make_proxy(probe(film)))
    assert path is not None
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(DamagedEntryError), Proxy(path, footage.frames):
        pass
    assert not run(session.make_rough(footage))
    assert not path.exists()
    assert run(session.make_rough(footage))
    session.close()


def test_who_stops_half_way_leaves_nothing(tmp_path: Path, cache: Path) -> None:
    job = make_proxy(probe(make_clip(tmp_path / "film.mp4", LONG)))
    for _ in range(10):
        next(job)
    job.close()
    assert not list((cache / "proxies").iterdir())


def test_none_are_made_where_there_is_no_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proxy, "BUDGET", 1000)
    assert run(make_proxy(probe(make_clip(tmp_path / "film.mp4", LONG)))) is None


def test_large_pictures_are_kept_small(tmp_path: Path) -> None:
    info = probe(make_clip(tmp_path / "film.mp4", LONG, width=1280, height=1440, frames=3))
    path = run(make_proxy(info))
    assert path is not None
    with Proxy(path, info.frames) as pictures:
        assert pictures.picture(2, 1280, 1440).shape == (1440, 1280, 3)
    assert path.stat().st_size < 3 * 60_000
