"""Weights that somebody has already: registered where they lie, read there, never copied, changed or deleted.

What is found at the import is written down – the folder and every file's size and hash – so that a byte that flips
later is refused. Knows nothing of what is in the files.
"""

import re
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from core.errors import SettingsError, WeightsError
from core.job import Job, Progress
from core.paths import weights_folder
from core.weights import (
    WeightsFile,
    WeightsSet,
    catalogue,
    find,
    hashing,
    imports,
    own_sets,
    part_folder,
    present_files,
    remember_whole,
    unwritable,
    weights_set,
    write_table,
)


@dataclass(frozen=True, slots=True)
class Imported:
    """A set that was registered, and where it lies."""

    name: str
    folder: Path


def import_folder(folder: Path, name: str = "") -> Job[tuple[Imported, ...]]:
    """Register the sets in a folder: one in the authors' layout, the folder above that, or a single set's own.

    Yields bytes hashed and in all. Without a `name`, every set of the catalogue in it is registered, and its files must
    be the published ones as far as those are known. With one, all that is in it becomes the user's own set of that
    name, whatever its bytes are. Either all is registered or nothing. Raises WeightsError if there is nothing in it or
    a file, which is named, is not the published one; SettingsError if the name cannot be used.
    """
    if name:
        _refuse_name(name)
    found = _found(folder)
    total, done = sum((place / file.name).stat().st_size for _, place, files in found for file in files), 0
    rows: dict[str, dict[str, Any]] = {}
    for wanted, place, files in found:
        described: dict[str, dict[str, Any]] = {}
        for file in files:
            digest = yield from hashing(place / file.name, done, total, "reading")
            size = (place / file.name).stat().st_size
            done += size
            if not name:
                _refuse_other(wanted, file, WeightsFile(file.name, size, digest), place)
            described[file.name] = {"bytes": size, "sha256": digest}
            remember_whole(place / file.name, digest)
        rows[wanted.name] = {"folder": str(place), "files": described}
    yield Progress(total, total, "reading")
    return _register(_own_row(folder, name, rows) if name else rows)


def removal(name: str) -> str:
    """What `remove` would do, as a sentence. Raises WeightsError if there is nothing to remove."""
    fetched, registered = _fetched_folder(name), imports().get(name)
    if fetched is not None:
        taken = sum(path.stat().st_size for path in fetched.rglob("*") if path.is_file())
        return f"{fetched} is deleted ({taken / 1e9:.2f} GB)."
    if registered is not None:
        return f"“{name}” is forgotten; {registered['folder']} stays as it is."
    wanted = weights_set(name)
    if wanted.needed:
        raise WeightsError(f"The weights “{name}” belong to the program.", "Remove Dubwright itself instead.")
    raise WeightsError(f"The weights “{name}” are not on this machine.", "“dubwright weights list” says what is.")


def remove(name: str) -> str:
    """Delete a fetched set, or forget an imported one, and say what was done. Raises as `removal` does.

    If a set was fetched and imported, the fetched files go and the imported ones are used from then on. Nothing outside
    the weights folder is ever deleted.
    """
    told, fetched = removal(name), _fetched_folder(name)
    if fetched is None:
        write_table(_register_path(), {key: row for key, row in imports().items() if key != name})
        return told
    inside = [key for key, row in imports().items() if Path(str(row["folder"])).is_relative_to(fetched.resolve())]
    if inside:
        what = f"{fetched} holds files that were imported as “{inside[0]}”."
        raise WeightsError(what, f"Run “dubwright weights remove {inside[0]}” first.")
    try:
        if fetched.is_symlink():
            fetched.unlink()
        else:
            shutil.rmtree(fetched)
    except OSError as error:
        raise unwritable(fetched.parent, error) from error
    return told


def _refuse_name(name: str) -> None:
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", name):
        raise SettingsError(f"“{name}” cannot be a name of weights.", "Use letters, digits, dots and dashes.")
    if name in catalogue() or (name in own_sets() and name not in imports()):
        raise SettingsError(f"There are weights called “{name}” already.", "Choose another name.")


def _found(folder: Path) -> list[tuple[WeightsSet, Path, tuple[WeightsFile, ...]]]:
    """Each set that lies in the folder: its row, its own folder, and which of its files are there."""
    if not folder.is_dir():
        raise WeightsError(f"There is no folder {folder}.", "Name the folder that holds the weights.")
    places = {name: find(name, folder.resolve()) for name, row in catalogue().items() if not row.needed}
    sets = [(weights_set(name), place) for name, place in places.items() if place is not None]
    if not sets:
        known = ", ".join(row.folders[0] for row in catalogue().values() if row.folders)
        raise WeightsError(
            f"There are no weights in {folder} that Dubwright knows.",
            f"Name a folder with whole folders of the authors' layout in it: {known}.",
        )
    return [(row, place, present_files(row, place)) for row, place in sets]


def _refuse_other(wanted: WeightsSet, known: WeightsFile, is_: WeightsFile, place: Path) -> None:
    """Raise WeightsError if a file is not the published one."""
    if (known.sha256 and is_.sha256 != known.sha256) or (known.bytes and is_.bytes != known.bytes):
        raise WeightsError(
            f"{place / known.name} is not the published file of “{wanted.name}”: its bytes differ.",
            "If it is damaged, get it again; if it is your own, import the folder with --name NAME.",
        )


def _own_row(folder: Path, name: str, rows: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """One row for all that was found, its files named by their way from the folder; the first set is its base."""
    root = folder.resolve()
    files = {
        (Path(row["folder"]) / file).relative_to(root).as_posix(): described
        for row in rows.values()
        for file, described in row["files"].items()
    }
    return {name: {"folder": str(root), "base": next(iter(rows)), "files": files}}


def _register(rows: dict[str, dict[str, Any]]) -> tuple[Imported, ...]:
    today = datetime.now(UTC).date().isoformat()
    noted = {name: row | {"basis": f"hash as it was at the import on {today}"} for name, row in rows.items()}
    write_table(_register_path(), imports() | noted)
    return tuple(Imported(name, Path(row["folder"])) for name, row in rows.items())


def _register_path() -> Path:
    return weights_folder() / "imports.json"


def _fetched_folder(name: str) -> Path | None:
    """The set's folder among the fetched ones, or what came of it before a transfer was given up; None if neither."""
    wanted = weights_set(name)
    places = () if wanted.needed else (weights_folder() / wanted.name, part_folder(wanted.name))
    return next((folder for folder in places if folder.is_dir()), None)
