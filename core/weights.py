"""The catalogue of weights: what there is, where it lies, whether it is whole. Knows no network by its inside.

`resources/weights.toml` describes every set. A set's folder is looked for beside the program first (the repository, a
bundle), then among the fetched ones in `core.paths.weights_folder()`. Files of a bundled set are described by the
`weights.json` in its folder, because they are made by our own training and not by a table.
"""

import hashlib
import json
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from core.errors import WeightsError
from core.paths import RESOURCES, weights_folder

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class WeightsFile:
    """One file of a set: its name, size in bytes (0 = not stated) and SHA-256."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class WeightsSet:
    """One row of the catalogue."""

    name: str
    title: str
    purpose: str
    licence: str
    bundled: bool
    files: tuple[WeightsFile, ...]


@dataclass(frozen=True, slots=True)
class WeightsState:
    """What was found of a set: `fault` is empty if it is whole, else one sentence."""

    set: WeightsSet
    folder: Path | None
    fault: str


@cache
def catalogue() -> dict[str, WeightsSet]:
    """Every set of weights that the program knows, by name.

    A bundled set whose description is missing or damaged has no files and is therefore never found.
    """
    table = tomllib.loads((RESOURCES / "weights.toml").read_text(encoding="utf-8"))
    return {name: _row(name, row) for name, row in table.items()}


def weights_set(name: str) -> WeightsSet:
    """The set of that name. Raises WeightsError if there is none."""
    try:
        return catalogue()[name]
    except KeyError:
        known = ", ".join(sorted(catalogue()))
        raise WeightsError(f"There are no weights called “{name}”.", f"Known are: {known}.") from None


def find(name: str) -> Path | None:
    """Folder of a set of which every file is there, or None."""
    wanted = weights_set(name)
    for folder in (RESOURCES / "weights" / name, weights_folder() / name):
        if wanted.files and all((folder / file.name).is_file() for file in wanted.files):
            return folder
    return None


def weights_file(set_name: str, file_name: str) -> Path:
    """Path of one file of a set. Raises WeightsError if the set is not there."""
    folder = find(set_name)
    if folder is None:
        title = weights_set(set_name).title
        raise WeightsError(f"The weights “{set_name}” ({title}) are missing.", _remedy(weights_set(set_name)))
    return folder / file_name


def verify(name: str) -> WeightsState:
    """Look for a set and compare the hash of every file."""
    wanted, folder = weights_set(name), find(name)
    if folder is None:
        return WeightsState(wanted, None, f"Not on this machine. {_remedy(wanted)}")
    for file in wanted.files:
        if sha256(folder / file.name) != file.sha256:
            return WeightsState(wanted, folder, f"{file.name} is damaged. {_remedy(wanted)}")
    return WeightsState(wanted, folder, "")


def sha256(path: Path) -> str:
    """Hexadecimal SHA-256 of a file, read in blocks."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _row(name: str, row: dict[str, object]) -> WeightsSet:
    bundled = bool(row.get("bundled", False))
    table = _bundled_files(name) if bundled else row.get("files", {})
    assert isinstance(table, dict)
    files = tuple(
        WeightsFile(file, int(entry.get("bytes", 0)), str(entry["sha256"])) for file, entry in sorted(table.items())
    )
    return WeightsSet(name, str(row["title"]), str(row["purpose"]), str(row["licence"]), bundled, files)


def _bundled_files(name: str) -> dict[str, dict[str, object]]:
    described = RESOURCES / "weights" / name / "weights.json"
    try:
        files = json.loads(described.read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return files if isinstance(files, dict) else {}


def _remedy(wanted: WeightsSet) -> str:
    return "Install Dubwright again." if wanted.bundled else "Run “python3 bootstrap.py weights” in Dubwright's folder."
