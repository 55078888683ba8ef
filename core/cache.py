"""Observations on disk that can be made again: keys of content, whole files or none. Knows nothing of what is kept."""

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from core.errors import MediaError
from core.paths import cache_folder


class DamagedEntryError(Exception):
    """A cached file cannot be used; it is to be made again, not shown to the user."""


def content_key(*parts: object) -> str:
    """Hexadecimal key of everything a value depends on; parts must be JSON values or have a text of their own."""
    text = json.dumps(parts, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def entry(kind: str, key: str, suffix: str) -> Path:
    """Where the entry of that kind and key lies, whether it is there or not."""
    return cache_folder() / kind / f"{key}{suffix}"


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


def trim(kind: str, budget: int) -> None:
    """Remove the entries of a kind that were used longest ago, until they take at most `budget` bytes."""
    taken = 0
    for _, size, path in sorted(_files(cache_folder() / kind), reverse=True):
        taken += size
        if taken > budget:
            path.unlink(missing_ok=True)


def _files(folder: Path) -> Iterator[tuple[float, int, Path]]:
    """When each was last used, its bytes, its path; a file that another process removes meanwhile is left out."""
    for path in folder.glob("*"):
        with suppress(FileNotFoundError):
            state = path.stat()
            yield (state.st_mtime, state.st_size, path)
