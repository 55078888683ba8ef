"""Projects on disk: JSON with a schema version, relative paths, written whole or not at all. Knows no window.

The file is what pydantic makes of `core.project.DubProject`: fractions as "24000/1001", paths relative to the file
where they can be, with forward slashes, so that a folder can be moved to another machine.
"""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import TypeAdapter, ValidationError

from core.errors import ProjectError
from core.project import SCHEMA_VERSION, DubProject

SUFFIX = ".dub"

MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {
    1: lambda data: {**data, "version": 2},  # nothing was retouched yet
}
"""Step n takes a file of schema n to schema n + 1."""


def save_project(project: DubProject, path: Path) -> None:
    """Write a project; a reader finds the old file or the new one, never a part. Raises ProjectError."""
    folder = path.resolve().parent
    data = _adapter().dump_python(_map_paths(project, lambda p: _relative(p, folder)), mode="json")
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


def load_project(path: Path) -> DubProject:
    """Read a project of this or an older schema. Raises ProjectError with the place of the fault."""
    data = _read(path)
    version = data.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ProjectError(f"{path.name} does not say which version it is.", "Choose a project saved by Dubwright.")
    if version > SCHEMA_VERSION:
        raise ProjectError(f"{path.name} was saved by a newer Dubwright.", "Update Dubwright and open it again.")
    for step in range(version, SCHEMA_VERSION):
        data = MIGRATIONS[step](data)
    try:
        project = _adapter().validate_python(_refuse_unknown(data))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the file"
        reason = f"The project is damaged at “{place}”: {first['msg']}."
        raise ProjectError(reason, "Open a backup, or remove that entry.") from error
    folder = path.resolve().parent
    return _map_paths(project, lambda p: Path(os.path.normpath(folder / p)))


def _adapter() -> TypeAdapter[DubProject]:
    return TypeAdapter(DubProject)


def _read(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        reason = error.strerror or str(error)
        raise ProjectError(f"{path.name} cannot be opened: {reason}.", "Check the name and the folder.") from error
    except (ValueError, RecursionError) as error:
        raise ProjectError(f"{path.name} is not a Dubwright project.", "Choose a file that ends in .dub.") from error
    if not isinstance(data, dict):
        raise ProjectError(f"{path.name} is not a Dubwright project.", "Choose a file that ends in .dub.")
    return data


def _refuse_unknown(data: dict[str, Any]) -> dict[str, Any]:
    """Refuse fields that this schema does not have: a misspelt one must not be lost in silence."""
    known = set(DubProject.__dataclass_fields__)
    unknown = sorted(set(data) - known)
    if unknown:
        raise ProjectError(f"The project has an unknown entry “{unknown[0]}”.", "Remove that entry.")
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
