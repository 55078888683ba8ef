"""Projects on disk: JSON with a schema version, relative paths, written whole or not at all. Knows no window.

The file is what pydantic makes of `core.project.DubProject`: fractions as "24000/1001", paths relative to the file
where they can be, with forward slashes, so that a folder can be moved to another machine.
"""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import ValidationError

from core.errors import ProjectError
from core.project import SCHEMA_VERSION, DubProject
from core.project_damage import adapter, differing, mended, name_of, read_strictly

SUFFIX = ".dub"

MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {
    1: lambda data: {**data, "version": 2},  # nothing was retouched yet
}
"""Step n takes a file of schema n to schema n + 1."""


def save_project(project: DubProject, path: Path) -> None:
    """Write a project; a reader finds the old file or the new one, never a part. Raises ProjectError."""
    folder = path.resolve().parent
    data = adapter().dump_python(_map_paths(project, lambda p: _relative(p, folder)), mode="json")
    part = path.with_name(path.name + ".part")
    try:
        with part.open("w", encoding="utf-8") as file:
            json.dump(data, file, indent=1, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        if part.is_file():
            part.unlink()
        reason = error.strerror or str(error)
        raise ProjectError(f"The project cannot be saved: {reason}.", "Choose another folder.") from error


@dataclass(frozen=True, slots=True)
class Opened:
    """A project as far as its file could be read, and the places in it that were not there or made no sense.

    What stands there has its usual value, or what it belongs to is left out: it is to be told.
    """

    project: DubProject
    faults: tuple[str, ...] = ()


def load_project(path: Path) -> DubProject:
    """Read a project of this or an older schema as a whole. Raises ProjectError with the place of the first fault."""
    data = _read(path)
    if not _is_version(data.get("version")):
        raise ProjectError(f"{path.name} does not say which version it is.", "Choose a project saved by Dubwright.")
    data = _migrated(path, data)
    try:
        project = read_strictly(data)
    except ValidationError as error:
        first = error.errors()[0]
        reason = f"The project is damaged at “{name_of(first['loc'])}”: {first['msg']}."
        raise ProjectError(reason, "Open it in the window, which leaves out what is damaged.") from error
    unknown, _ = differing(data, project)
    if unknown:  # a misspelt one must not be lost in silence
        raise ProjectError(f"The project has an unknown entry “{name_of(unknown[0])}”.", "Remove that entry.")
    return _from_file(project, path)


def mend_project(path: Path) -> Opened:
    """Read what can be read of a project. Raises ProjectError if that is nothing at all, or of a newer schema."""
    data = _read(path)
    faults: list[str] = []
    if not _is_version(data.get("version")):
        faults.append("version")
        data = {**data, "version": SCHEMA_VERSION}
    is_present = data["version"] == SCHEMA_VERSION
    data = _migrated(path, data)
    project, lost = mended(data)
    unknown, lacking = differing(data, project)
    faults += lost
    faults += (name_of(place) for place in unknown)
    faults += (name_of(place) for place in lacking if is_present)  # an older schema lacks what came later
    return Opened(_from_file(project, path), tuple(dict.fromkeys(faults)))


def _is_version(version: object) -> bool:
    return isinstance(version, int) and not isinstance(version, bool) and version >= 1


def _migrated(path: Path, data: dict[str, Any]) -> dict[str, Any]:
    """The data in the present schema."""
    version = data["version"]
    if version > SCHEMA_VERSION:
        raise ProjectError(f"{path.name} was saved by a newer Dubwright.", "Update Dubwright and open it again.")
    for step in range(version, SCHEMA_VERSION):
        data = MIGRATIONS[step](data)
    return data


def _from_file(project: DubProject, path: Path) -> DubProject:
    folder = path.resolve().parent
    return _map_paths(project, lambda p: Path(os.path.normpath(folder / p)))


def _read(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        reason = error.strerror or str(error)
        raise ProjectError(f"{path.name} cannot be opened: {reason}.", "Check the name and the folder.") from error
    except (ValueError, RecursionError) as error:
        raise ProjectError(f"{path.name} is not a Dubwright project.", "Choose a file that ends in .dub.") from error
    if not isinstance(data, dict) or not data.keys() & {field.name for field in fields(DubProject)}:
        raise ProjectError(f"{path.name} is not a Dubwright project.", "Choose a file that ends in .dub.")
    return data


def _map_paths(project: DubProject, change: Callable[[Path], Path]) -> DubProject:
    footage = project.footage
    if footage is not None:
        pack = footage.face_pack
        footage = replace(footage, path=change(footage.path), face_pack=None if pack is None else change(pack))
    clips = tuple(replace(c, voice=replace(c.voice, path=change(c.voice.path))) for c in project.clips)
    takes = tuple(replace(take, path=change(take.path)) for take in project.takes)
    return replace(project, footage=footage, clips=clips, takes=takes)


def _relative(path: Path, folder: Path) -> Path:
    whole = path if path.is_absolute() else Path.cwd() / path
    try:
        return Path(PurePosixPath(os.path.relpath(whole, folder).replace(os.sep, "/")))
    except ValueError:  # another drive on Windows: there is no relative path
        return whole
