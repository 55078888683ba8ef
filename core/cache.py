"""Observations on disk that can be made again: keys of content, whole files or none. Knows nothing of what is kept.

    <cache>/<kind>/<key>.<suffix> …   a unit: all files of one key, used and removed together
    <cache>/<kind>.sqlite             many small values (`core.blob_store`)
    <cache>/users/                    who uses it now (`core.cache_users`)

What was used longest ago goes first, and never what a living program has asked for.
"""

import hashlib
import json
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from core.cache_users import USERS, attend, used_since
from core.errors import MediaError, SettingsError
from core.paths import cache_folder

LIMIT = "DUBWRIGHT_CACHE_GB"
"""Variable of the environment that says how large the cache may grow, in gigabytes."""

USUAL_LIMIT = 40.0
"""Gigabytes; what all kinds together take at the most on an editor's machine."""

WORK = ("finetune",)
"""Folders beside the cache's own that hold hours of somebody's work: never counted, never removed."""


class DamagedEntryError(Exception):
    """A cached file cannot be used; it is to be made again, not shown to the user."""


def content_key(*parts: object) -> str:
    """Hexadecimal key of everything a value depends on; parts must be JSON values or have a text of their own."""
    text = json.dumps(parts, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def entry(kind: str, key: str, suffix: str) -> Path:
    """Where the entry of that kind and key lies, whether it is there or not; to ask for it is to use it."""
    folder = cache_folder()
    attend(folder)
    path = folder / kind / f"{key}{suffix}"
    with suppress(OSError):  # it is not there, or it is somebody else's
        os.utime(path)
    return path


@contextmanager
def writing(path: Path) -> Iterator[Path]:
    """A name to write to; afterwards the file is there whole under `path`, or after an exception not at all.

    Raises MediaError if the folder cannot be written.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield part
        part.replace(path)
    except OSError as error:
        if isinstance(error, MediaError):
            raise
        hint = "Make room, or set DUBWRIGHT_CACHE to another folder."
        raise MediaError(f"The cache {path.parent} cannot be written: {error.strerror}.", hint) from error
    finally:
        with suppress(OSError):  # it is not there, or its folder is none: nothing is left behind either way
            part.unlink()


@dataclass(frozen=True, slots=True)
class Unit:
    """Files that are of use only together: when they were last used, in seconds of the epoch, and their bytes."""

    used: float
    bytes: int
    paths: tuple[Path, ...]

    def remove(self) -> bool:
        """Remove them; whether that could be done."""
        try:
            for path in self.paths:
                shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        except OSError:
            return False  # a program reads it, where the system minds that; or it is somebody else's
        return True


def limit() -> int:
    """Bytes that the cache may take in all. Raises SettingsError if the environment says nonsense."""
    told = os.environ.get(LIMIT) or str(USUAL_LIMIT)
    try:
        gigabytes = float(told)
    except ValueError:
        gigabytes = -1.0
    if not 0 <= gigabytes < float("inf"):
        raise SettingsError(f"{LIMIT} is “{told}”, which is no size.", "Set it to a number of gigabytes, such as 40.")
    return int(gigabytes * 1e9)


def trim(kind: str, budget: int) -> None:
    """Remove what was used longest ago, until a kind takes at most `budget` bytes and the cache at most its limit.

    What a living program has asked for stays, even where that is more.
    """
    folder = cache_folder()
    home = (folder / kind).resolve().parent  # of a kind that is lent by another cache, that one
    _remove_oldest(list(units_of(folder / kind)), budget, used_since(home))
    stores = sum(size_of(path) for path in stores_of(folder))
    _remove_oldest(list(all_units(folder)), limit() - stores, used_since(folder))


def all_units(folder: Path) -> Iterator[Unit]:
    """Everything that lies in a cache in files of its own."""
    for place in _children(folder):
        if place.is_dir() and not place.is_symlink() and place.name not in (USERS, *WORK):
            yield from units_of(place)


def stores_of(folder: Path) -> Iterator[Path]:
    """Every other file of a cache: the stores of small values with their journals, and what is left of damaged ones."""
    return (path for path in _children(folder) if path.is_file())


def taken(folder: Path) -> int:
    """Bytes of a whole cache."""
    return sum(unit.bytes for unit in all_units(folder)) + sum(map(size_of, stores_of(folder)))


def units_of(place: Path) -> Iterator[Unit]:
    """The units of one kind, in no order; what another process removes meanwhile is left out.

    Files that have a name in common are one; a kind that has folders of its own is one as a whole.
    """
    found: dict[str, list[Path]] = {}
    children = _children(place)
    for path in children:
        found.setdefault(path.name.partition(".")[0] or path.name, []).append(path)
    wholes = [[place]] if any(path.is_dir() for path in children) else found.values()
    for paths in wholes:
        with suppress(FileNotFoundError):
            used = max(path.stat().st_mtime for path in paths)
            yield Unit(used, sum(map(size_of, paths)), tuple(paths))


def size_of(path: Path) -> int:
    """Bytes of a file, or of all files in a folder; those that go meanwhile count nothing."""
    total = 0
    for each in path.rglob("*") if path.is_dir() and not path.is_symlink() else (path,):
        with suppress(OSError):
            state = each.stat()
            total += state.st_size if stat.S_ISREG(state.st_mode) else 0
    return total


def _remove_oldest(units: list[Unit], budget: int, since: float) -> None:
    taken = sum(unit.bytes for unit in units)
    for unit in sorted(units, key=lambda unit: unit.used):
        if taken <= budget or unit.used >= since:
            return
        taken -= unit.bytes if unit.remove() else 0


def _children(folder: Path) -> list[Path]:
    """What lies in a folder; nothing if it is none."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []
