"""Queues of exports on disk, so that they survive the program, however it ends. Knows no worker and no window.

Every program keeps a file of its own, written whole or not at all, and holds a lock while it lives. What lies in a file
whose lock is free was left by a program that ended: the next one takes it over, and removes the half-written films that
the dead one can no longer finish, and only those.
"""

import json
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from pydantic import TypeAdapter, ValidationError

from core.errors import MediaError
from core.export_queue import Export, ExportQueue, State, waiting
from core.media.target import part_of
from core.scratch import owner_lives

VERSION = 1

_SUFFIX, _HALF, _LOCK = ".json", ".part", ".lock"
_CLOCK = 2.0
"""Seconds by which the times of a file system may lie behind the clock (FAT counts in steps of two)."""


class QueueFile:
    """The file of one program. One thread at a time."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file = folder / f"{os.getpid()}-{time.time_ns()}{_SUFFIX}"
        self._lock = FileLock(_lock_of(self._file), timeout=0)
        self._lock.acquire()

    def keep(self, queue: ExportQueue) -> None:
        """Write the queue; an empty one leaves no file. Raises MediaError."""
        part = self._file.with_suffix(_HALF)
        try:
            if not queue.exports:
                self._file.unlink(missing_ok=True)
                return
            with part.open("w", encoding="utf-8") as file:
                json.dump(_data_of(queue), file, ensure_ascii=False)
                file.flush()
                os.fsync(file.fileno())
            part.replace(self._file)
        except OSError as error:
            with suppress(OSError):  # the disk that refused the file may refuse this too
                part.unlink(missing_ok=True)
            reason = error.strerror or str(error)
            hint = "Exports go on, but are forgotten when Dubwright ends."
            raise MediaError(f"The list of exports cannot be saved: {reason}.", hint) from error

    def close(self) -> None:
        """The program ends; what it kept is there for the next one."""
        self._lock.release()
        with suppress(OSError):  # another program may hold it in this moment, to look whether it is free
            Path(self._lock.lock_file).unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Inheritance:
    """What ended programs left: one queue, held if anything in it is unfinished, and what the person should know."""

    queue: ExportQueue
    notices: tuple[str, ...]
    _files: tuple[tuple[Path, FileLock], ...]

    def accept(self) -> None:
        """Remove the files that it was read from; to be called once it is kept elsewhere."""
        for file, lock in self._files:
            file.unlink(missing_ok=True)
            _release(lock)

    def refuse(self) -> None:
        """Leave the files as they are."""
        for _, lock in self._files:
            _release(lock)


def inherit(folder: Path) -> Inheritance:
    """Take over what ended programs left in `folder`, oldest first.

    Exports that ran wait again, and their half-written films are removed. Locks of the files are held until the
    inheritance is accepted or refused, so that no other program takes it over too.
    """
    exports: dict[str, Export] = {}
    notices: list[str] = []
    files = []
    _sweep(folder)
    for file in sorted(folder.glob(f"*{_SUFFIX}"), key=_age):
        lock = _seized(file)
        if lock is None:
            continue
        found = _read(file)
        if isinstance(found, str):
            notices.append(found)
            _release(lock)
            continue
        files.append((file, lock))
        for export in found:
            if export.state is State.RUNNING:
                notices += _clear(export)
            exports.setdefault(export.id, waiting(export) if export.is_unfinished else export)
    every = tuple(exports.values())
    queue = ExportQueue(every, held=any(export.is_unfinished for export in every))
    return Inheritance(queue, tuple(notices), tuple(files))


def _sweep(folder: Path) -> None:
    """Remove locks and halves of files of programs that died and left no queue."""
    for file in sorted(folder.glob("*-*.*")):
        is_rest = file.suffix in (_LOCK, _HALF) and not file.with_suffix(_SUFFIX).exists()
        if is_rest and not owner_lives(file):
            file.unlink(missing_ok=True)


def _data_of(queue: ExportQueue) -> dict[str, Any]:
    adapter = TypeAdapter(Export)
    return {"version": VERSION, "exports": [adapter.dump_python(export, mode="json") for export in queue.exports]}


def _read(file: Path) -> list[Export] | str:
    """The exports in a file, or a sentence that says why there are none; a damaged file is put aside."""
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        if data["version"] > VERSION:
            return f"A list of exports was kept by a newer Dubwright and stays in {file}."
        return [_validated(each) for each in data["exports"]]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        aside = file.with_suffix(".damaged")
        with suppress(OSError):  # told again the next time
            file.replace(aside)
        return f"A list of exports is damaged and was put aside as {aside}."


def _validated(data: Any) -> Export:
    try:
        return TypeAdapter(Export).validate_python(data)
    except ValidationError as error:
        raise ValueError(str(error)) from error


def _clear(export: Export) -> list[str]:
    """Remove what a program that died had written of an export; a file that is older, or no file, is another's."""
    part = part_of(export.out)
    try:
        if part.is_symlink() or not part.is_file() or part.stat().st_mtime < export.began - _CLOCK:
            return []
        part.unlink()
    except OSError as error:
        return [f"{part} is left over from an export and cannot be removed: {error.strerror or error}."]
    return [f"Removed the half-written {part.name}, which an export that was cut short had left."]


def _seized(file: Path) -> FileLock | None:
    """The lock of a file that nobody holds."""
    lock = FileLock(_lock_of(file), timeout=0)
    try:
        lock.acquire()
    except Timeout:
        return None
    return lock


def _release(lock: FileLock) -> None:
    lock.release()
    with suppress(OSError):  # another program may hold it in this moment, to look whether it is free
        Path(lock.lock_file).unlink(missing_ok=True)


def _age(file: Path) -> float:
    with suppress(OSError):  # taken over by another program in this moment
        return file.stat().st_mtime
    return 0.0


def _lock_of(file: Path) -> Path:
    return file.with_suffix(_LOCK)
