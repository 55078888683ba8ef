"""Damage in the data of a project file: named by its place, and left out so that the rest can be used. Knows no disk.

An entry that makes no sense takes its usual value; where there is none, what it belongs to is left out: a marker, a
stroke, a clip. Nothing of that is silent: every place is told.
"""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from core.project import DubProject

Place = tuple[str | int, ...]


@cache
def adapter() -> TypeAdapter[DubProject]:
    """What reads and writes a project as plain data."""
    return TypeAdapter(DubProject)


def read_strictly(data: Any) -> DubProject:
    """The project that data describe. Raises pydantic's ValidationError; kinds of values are not bent into others."""
    return adapter().validate_json(json.dumps(data), strict=True)


def mended(data: dict[str, Any]) -> tuple[DubProject, tuple[str, ...]]:
    """The project that is left of damaged data, and the places of what was left out or took its usual value."""
    lost: list[Place] = []
    while True:
        try:
            return read_strictly(data), tuple(name_of(place) for place in lost)
        except ValidationError as error:
            place = _culprit(data, error)
        while not _has(data, place):  # it must be there and is not: without it, what it belongs to makes no sense
            place = place[:-1]
        data = _without(data, place) if place else {}
        lost = [*(other for other in lost if other[: len(place)] != place), place]


def differing(data: Any, project: DubProject, place: Place = ()) -> tuple[list[Place], list[Place]]:
    """Places of entries that data have and a project does not know, and of those that data lack."""
    return _differing(data, adapter().dump_python(project, mode="json"), place)


def name_of(place: Place) -> str:
    """A place as it is told: `clips.0.look`."""
    return ".".join(str(part) for part in place) or "the file"


def _differing(data: Any, whole: Any, place: Place) -> tuple[list[Place], list[Place]]:
    unknown: list[Place] = []
    lacking: list[Place] = []
    if isinstance(data, dict) and isinstance(whole, dict):
        unknown += [(*place, key) for key in data if key not in whole]
        lacking += [(*place, key) for key in whole if key not in data]
    for key, inner in _entries(data):
        if _has(whole, (key,)):
            more = _differing(inner, whole[key], (*place, key))
            unknown += more[0]
            lacking += more[1]
    return unknown, lacking


def _culprit(data: Any, error: ValidationError) -> Place:
    """The smallest part whose absence takes a fault away: of a rule between several entries, the one that breaks it."""
    first = error.errors()[0]
    place = _path(data, first["loc"])
    if first["type"] != "value_error":
        return place
    for candidate in _parts(data, place):
        try:
            read_strictly(_without(data, candidate))
        except ValidationError as other:
            if any(_path(data, each["loc"])[: len(place)] == place for each in other.errors()):
                continue
        return candidate
    return place


def _path(data: Any, told: tuple[str | int, ...]) -> Place:
    """A place as the data have it: pydantic also names the branches of a choice between types."""
    path: list[str | int] = []
    for part in told:
        if not _has(data, (part,)):
            return (*path, part) if isinstance(data, dict) and isinstance(part, str) else tuple(path)
        path.append(part)
        data = data[part]
    return tuple(path)


def _parts(data: Any, place: Place) -> Iterator[Place]:
    """What a faulty part consists of: first the items of its lists, the last first, then its entries."""
    for part in place:
        data = data[part]
    for key, inner in _entries(data):
        if isinstance(inner, list):
            yield from ((*place, key, number) for number in reversed(range(len(inner))))
    yield from ((*place, key) for key, _ in _entries(data))


def _entries(data: Any) -> list[tuple[Any, Any]]:
    if isinstance(data, dict):
        return list(data.items())
    return list(enumerate(data)) if isinstance(data, list) else []


def _has(data: Any, place: Place) -> bool:
    for part in place:
        if part not in (range(len(data)) if isinstance(data, list) else data if isinstance(data, dict) else ()):
            return False
        data = data[part]
    return True


def _without(data: Any, place: Place) -> Any:
    """A copy of the data that lacks one entry."""
    key, rest = place[0], place[1:]
    if isinstance(data, list):
        assert isinstance(key, int)
        return [*data[:key], *([_without(data[key], rest)] if rest else []), *data[key + 1 :]]
    if rest:
        return {**data, key: _without(data[key], rest)}
    return {name: value for name, value in data.items() if name != key}
