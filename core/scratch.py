"""Folders for what is needed only while something is made, and what killed programs left in theirs.

A program holds a lock in its folder while it lives. Whoever makes another one removes those whose lock is free: their
owners were killed. Knows nothing of what lies in them.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
from filelock import FileLock, Timeout

from core.job import Job, Progress

_PREFIX = "dubwright-scratch-"
_LOCK = "owner.lock"


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder of one's own among the temporary files, removed at the end of the block. Raises OSError.

    It gets its name when its lock is held already, so that nobody takes it for an abandoned one.
    """
    remove_abandoned()
    made = Path(tempfile.mkdtemp(prefix=".dubwright-"))
    lock = FileLock(made / _LOCK, timeout=0)
    folder = made.with_name(f"{_PREFIX}{made.name.rpartition('-')[2]}")
    try:
        lock.acquire()
        made.rename(folder)
        yield folder
    finally:
        lock.release()
        for each in (made, folder):
            shutil.rmtree(each, ignore_errors=True)


def remove_abandoned() -> int:
    """Remove the folders of programs that were killed; how many there were."""
    found = [lock.parent for lock in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*/{_LOCK}") if not is_held(lock)]
    for folder in found:
        shutil.rmtree(folder, ignore_errors=True)  # another person's stays
    return len(found)


def clear_abandoned() -> Job[int]:
    """`remove_abandoned` as a job: after a crash there may be gigabytes of them."""
    yield Progress(0, 0, "files")
    return remove_abandoned()


def owner_lives(file: Path) -> bool:
    """Whether there is a program with the number that the name of its file begins with: `1234-….lock`.

    It may be about to take its lock; where the name begins otherwise, nobody knows.
    """
    number = file.name.partition("-")[0]
    return not number.isdecimal() or psutil.pid_exists(int(number))


def is_held(file: Path) -> bool:
    """Whether a program that lives holds the lock `file`, or whether that cannot be known."""
    lock = FileLock(file, timeout=0)
    try:
        lock.acquire()
    except (Timeout, OSError):
        return True
    lock.release()
    return False


def forget_lock(lock: FileLock) -> None:
    """Release a lock and remove its file."""
    lock.release()
    with suppress(OSError):  # another program may hold it in this moment, to look whether it is free
        Path(lock.lock_file).unlink(missing_ok=True)
