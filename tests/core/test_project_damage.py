"""Whatever is done to one field of a saved project: it opens, the rest is untouched, and what was lost is told."""

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.errors import ProjectError
from core.project_damage import Place, mended, name_of
from core.project_file import Opened, load_project, mend_project, save_project
from tests.core.test_project_file import project_in

REMOVED = object()
DAMAGES: tuple[Any, ...] = (REMOVED, None, "soon", True, 10**30, -(10**30), math.nan, [], {}, ["x"], "1/0")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("project")
    save_project(project_in(folder), folder / "p.dub")
    data: dict[str, Any] = json.loads((folder / "p.dub").read_text(encoding="utf-8"))
    return data


def entries(data: Any) -> list[tuple[Any, Any]]:
    return list(data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ())


def places(data: Any, at: Place = ()) -> Iterator[Place]:
    for key, inner in entries(data):
        yield (*at, key)
        yield from places(inner, (*at, key))


def damaged(data: Any, place: Place, value: object) -> Any:
    data = json.loads(json.dumps(data))
    inner = data
    for part in place[:-1]:
        inner = inner[part]
    if value is REMOVED:
        del inner[place[-1]]
    else:
        inner[place[-1]] = value
    return data


def read(data: Any, folder: Path) -> Opened:
    (folder / "damaged.dub").write_text(json.dumps(data), encoding="utf-8")
    return mend_project(folder / "damaged.dub")


def damages(whole: dict[str, Any]) -> Iterator[tuple[Place, Any]]:
    for place in places(whole):
        if place != ("version",):
            for value in DAMAGES:
                yield place, damaged(whole, place, value)


def test_the_project_that_is_damaged_says_something_of_everything(whole: dict[str, Any]) -> None:
    """No entry of it is empty: each kind of field is damaged."""
    assert [place for place, value in ((p, at(whole, p)) for p in places(whole)) if value in ([], {}, None)] == [
        ("engine", "chin_margin")
    ]


def at(data: Any, place: Place) -> Any:
    for part in place:
        data = data[part]
    return data


def test_any_single_damage_leaves_the_rest_and_is_told(whole: dict[str, Any], tmp_path: Path) -> None:
    good = read(whole, tmp_path).project
    tried = 0
    for place, data in damages(whole):
        opened = read(data, tmp_path)
        tried += 1
        for name in set(whole) - {place[0]}:
            assert getattr(opened.project, str(name)) == getattr(good, str(name)), place
        assert all(fault.split(".")[0] == place[0] for fault in opened.faults), (place, opened.faults)
        if not opened.faults:  # then it is as good as any other: nothing of what stands there was dropped or bent
            save_project(opened.project, tmp_path / "again.dub")
            assert json.loads((tmp_path / "again.dub").read_text(encoding="utf-8")) == data, place
    assert tried > 900


def test_every_entry_that_is_gone_is_named(whole: dict[str, Any], tmp_path: Path) -> None:
    for place in places(whole):
        if isinstance(place[-1], str):
            faults = read(damaged(whole, place, REMOVED), tmp_path).faults
            assert any(name_of(place).startswith(fault) for fault in faults), (place, faults)


def test_what_is_whole_has_no_faults(tmp_path: Path) -> None:
    save_project(project_in(tmp_path), tmp_path / "p.dub")
    opened = mend_project(tmp_path / "p.dub")
    assert (opened.project, opened.faults) == (project_in(tmp_path), ())


@pytest.mark.parametrize(
    ("place", "value", "fault"),
    [
        (("clips", 0, "look", "strength"), 7.0, "clips.0.look.strength"),
        (("clips", 0, "look", "cheeks", 1), "wide", "clips.0.look.cheeks"),
        (("clips", 0, "voice", "path"), None, "clips.0"),
        (("clips", 0, "retouch", "strokes", 0, "radius"), -1, "clips.0.retouch.strokes.0"),
        (("clips", 0, "retouch", "curves", 0, "keys", 1, "frame"), 2, "clips.0.retouch.curves.0.keys.1"),
        (("markers", 1, "frame"), -4, "markers.1"),
        (("in_out", "stop"), 1, "in_out"),
        (("export", "loudness"), "loud", "export.loudness"),
    ],
)
def test_as_little_as_can_be_is_lost(whole: dict[str, Any], place: Place, value: object, fault: str) -> None:
    assert mended(damaged(whole, place, value))[1] == (fault,)


def test_two_clips_on_one_face_lose_the_later_one(whole: dict[str, Any]) -> None:
    second = {**whole["clips"][0], "id": "b", "span": {"start": 100, "stop": 120}}
    project, faults = mended({**whole, "clips": [*whole["clips"], second]})
    assert ([clip.id for clip in project.clips], faults) == (["a"], ("clips.1",))


@pytest.mark.parametrize("version", [None, "two", 0, -3, True, 2.5, []])
def test_a_version_that_makes_no_sense_is_told(tmp_path: Path, version: object) -> None:
    save_project(project_in(tmp_path), tmp_path / "p.dub")
    whole = json.loads((tmp_path / "p.dub").read_text(encoding="utf-8"))
    (tmp_path / "p.dub").write_text(json.dumps({**whole, "version": version}), encoding="utf-8")
    opened = mend_project(tmp_path / "p.dub")
    assert (opened.project, opened.faults) == (project_in(tmp_path), ("version",))


def test_a_newer_schema_is_not_guessed_at(tmp_path: Path) -> None:
    (tmp_path / "p.dub").write_text('{"version": 1000}', encoding="utf-8")
    with pytest.raises(ProjectError, match="newer"):
        mend_project(tmp_path / "p.dub")


def test_an_older_schema_lacks_what_came_later_and_nothing_is_told_of_it(tmp_path: Path) -> None:
    save_project(project_in(tmp_path), tmp_path / "p.dub")
    whole = json.loads((tmp_path / "p.dub").read_text(encoding="utf-8"))
    data = damaged({**whole, "version": 1}, ("clips", 0, "retouch"), REMOVED)
    (tmp_path / "p.dub").write_text(json.dumps(data), encoding="utf-8")
    assert mend_project(tmp_path / "p.dub").faults == ()


def test_a_misspelt_entry_is_told_and_refused_where_nobody_can_be_told(tmp_path: Path) -> None:
    save_project(project_in(tmp_path), tmp_path / "p.dub")
    whole = json.loads((tmp_path / "p.dub").read_text(encoding="utf-8"))
    whole["clips"][0]["look"]["feathers"] = whole["clips"][0]["look"].pop("feather")
    (tmp_path / "p.dub").write_text(json.dumps(whole), encoding="utf-8")
    assert mend_project(tmp_path / "p.dub").faults == ("clips.0.look.feathers", "clips.0.look.feather")
    with pytest.raises(ProjectError, match=r"clips\.0\.look\.feathers"):
        load_project(tmp_path / "p.dub")
