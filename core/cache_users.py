"""Which programs use a cache now, so that nothing of theirs is removed. Knows nothing of what is kept.

A program that has asked for an entry holds a lock in the folder `users` until it ends, however it ends; the lock's
name says since when. What was used after the oldest living program began may be in use; what was not, is not.
"""

import atexit
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Lock

from filelock import FileLock, Timeout

from core.scratch import forget_lock, is_held

USERS = "users"
"""The folder of the locks."""

_SETTLED = 60.0
"""Seconds after which a lock that nobody holds is one that was left, and not one that is just being taken."""

_held: dict[Path, FileLock] = {}
_guard = Lock()


def attend(folder: Path) -> None:
    """Say that this program uses the cache in a folder, from now until it ends; said again, it changes nothing.

    A folder that cannot be written is let be: nothing can be removed from it either.
    """
    with _guard:
        if folder not in _held:
            place = folder / USERS / f"{int(time.time())}-{os.getpid()}-{secrets.token_hex(4)}.lock"
            _held[folder] = FileLock(place, timeout=1, thread_local=False)
            with suppress(OSError, Timeout):
                place.parent.mkdir(parents=True, exist_ok=True)
                _held[folder].acquire()
                atexit.register(forget_lock, _held[folder])


def used_since(folder: Path) -> float:
    """The time, in seconds of the epoch, from which on something may be in use; infinite if nobody uses the cache."""
    return min((since for since, _ in _living(folder)), default=float("inf"))


def _living(folder: Path) -> Iterator[tuple[float, Path]]:
    """Since when each living program uses the cache, and its lock; those that ended are removed on the way."""
    for lock in (folder / USERS).glob("*.lock"):
        since = float(lock.name.partition("-")[0])
        own = _held.get(folder)
        if (own is not None and own.lock_file == str(lock)) or is_held(lock):
            yield since, lock
        elif since < time.time() - _SETTLED:
            with suppress(OSError):  # another program looks at it in this moment
                lock.unlink()
