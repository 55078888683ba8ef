"""How much room the cache takes, how it is kept below its limit and cleared. Knows nothing of what is kept."""

import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from core.blob_store import forget_until, uses
from core.cache import WORK, Unit, all_units, limit, size_of, stores_of, taken
from core.cache_users import attend, used_since
from core.errors import MediaError
from core.paths import cache_folder

_STORE = ".sqlite"
_JOURNALS = (".sqlite-wal", ".sqlite-shm")


@dataclass(frozen=True, slots=True)
class CacheRoom:
    """A cache: its folder and limit, and bytes – taken, of trainings, which are no part of it, and free on the disk."""

    folder: Path
    limit: int
    taken: int
    work: int
    free: int


@dataclass(frozen=True, slots=True)
class Cleared:
    """What was removed from a cache, and what it takes still because it is in use; bytes."""

    removed: int
    left: int


def look_at_cache() -> CacheRoom:
    """What the cache takes now. Raises MediaError if there is no folder for it, SettingsError if its limit is none."""
    folder = cache_folder()
    work = sum(size_of(folder / name) for name in WORK)
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        what = f"The cache {folder} cannot be read: {error.strerror}."
        raise MediaError(what, "Choose another folder for it in the settings.") from error
    return CacheRoom(folder, limit(), taken(folder), work, free)


def clear_cache() -> Cleared:
    """Remove everything that no living program uses; small values all, as whoever misses one makes it again.

    Raises MediaError if there is no cache, or if nothing of it can be removed.
    """
    folder = cache_folder()
    attend(folder)
    before = taken(folder)
    since = used_since(folder)
    removed = [unit.remove() for unit in all_units(folder) if unit.used < since]
    removed += [_empty(path, since) for path in stores_of(folder) if not path.name.endswith(_JOURNALS)]
    left = taken(folder)
    if removed and not any(removed):
        raise MediaError(f"The cache {folder} cannot be cleared.", "Allow writing there, or remove the folder by hand.")
    return Cleared(max(before - left, 0), left)


def hold_limit() -> int:
    """Remove what was used longest ago, files and small values alike, until the cache takes at most its limit.

    What a living program uses stays. Returns the bytes that were removed; raises MediaError if there is no cache,
    SettingsError if its limit is none.
    """
    folder = cache_folder()
    attend(folder)
    before = taken(folder)
    if before <= limit():
        return 0
    units = list(all_units(folder))
    stores = {path: _ages(path) for path in stores_of(folder) if path.suffix == _STORE}
    until = _cut(units, stores, before - limit(), used_since(folder))
    for unit in units:
        if unit.used <= until:
            unit.remove()
    for path, values in stores.items():
        if any(used <= until for used, _ in values):
            forget_until(path, until)
    return max(before - taken(folder), 0)


def _cut(units: list[Unit], stores: dict[Path, list[tuple[float, int]]], excess: int, since: float) -> float:
    """The time up to which everything has to go, so that `excess` bytes do; always before `since`."""
    ages = [(unit.used, unit.bytes) for unit in units] + [each for values in stores.values() for each in values]
    until = float("-inf")
    for used, size in sorted(ages):
        if excess <= 0 or used >= since:
            break
        until, excess = used, excess - size
    return until


def _ages(store: Path) -> list[tuple[float, int]]:
    """When the values of a store were last used, and their bytes, each with its part of what the file takes besides."""
    values = uses(store)
    share = size_of(store) / max(sum(size for _, size in values), 1)
    return [(used, int(size * share)) for used, size in values]


def _empty(path: Path, since: float) -> bool:
    """Forget all values of a store; a file that is none is removed if nobody uses it."""
    if path.suffix == _STORE and forget_until(path, time.time()):
        return True
    unit = Unit(path.stat().st_mtime, size_of(path), (path,))
    return unit.used < since and unit.remove()
