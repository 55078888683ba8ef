"""What programs that were killed leave: projects that were saved aside, live recordings that were not finished.

A program holds a lock on its file while it lives; a file whose lock is free belongs to one that died. Knows no window.
"""

import json
import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from filelock import FileLock

from core.errors import ProjectError
from core.paths import made
from core.project import DubProject
from core.project_file import SUFFIX, load_project, save_project
from core.scratch import forget_lock, is_held

_LIVE, _PARTS = ".live.json", ".live"


@dataclass(frozen=True, slots=True)
class Lost:
    """What a program that died left: its project, where that was saved last (None: never), and when it was kept."""

    project: DubProject
    path: Path | None
    kept: float
    file: Path

    def forget(self) -> None:
        """Remove what was left."""
        for each in (self.file, _note(self.file)):
            each.unlink(missing_ok=True)


def recovery_folder() -> Path:
    """Where projects are saved aside; `DUBWRIGHT_RECOVERY` overrides it. Raises MediaError."""
    return made("DUBWRIGHT_RECOVERY", platformdirs.user_state_path("dubwright") / "recovery")


class SafeCopy:
    """The copy that one program keeps of its project, removed when it is not needed any more. One thread at a time."""

    def __init__(self) -> None:
        self._file = recovery_folder() / f"{os.getpid()}-{time.time_ns()}{SUFFIX}"
        self._lock = FileLock(_lock_of(self._file), timeout=0)
        self._lock.acquire()

    def keep(self, project: DubProject, path: Path | None) -> None:
        """Save the project, which belongs to `path`. Raises ProjectError."""
        try:
            _note(self._file).write_text("" if path is None else str(path), encoding="utf-8")
        except OSError as error:
            reason = error.strerror or str(error)
            raise ProjectError(f"The project cannot be saved aside: {reason}.", "Save it yourself now.") from error
        save_project(project, self._file)

    def forget(self) -> None:
        """There is nothing to lose."""
        for each in (self._file, _note(self._file)):
            each.unlink(missing_ok=True)

    def close(self) -> None:
        """The program ends as it should."""
        self.forget()
        forget_lock(self._lock)


def lost_projects() -> tuple[Lost, ...]:
    """Projects of programs that died, the newest first; one that cannot be read is left where it is."""
    found = []
    for file in recovery_folder().glob(f"*{SUFFIX}"):
        if is_held(_lock_of(file)):
            continue
        try:
            note = _note(file).read_text(encoding="utf-8") if _note(file).exists() else ""
            found.append(Lost(load_project(file), Path(note) if note else None, file.stat().st_mtime, file))
        except (ProjectError, OSError, UnicodeDecodeError):
            continue  # half a file cannot be offered; it stays for a person who wants to look at it
    return tuple(sorted(found, key=lambda lost: -lost.kept))


class Claim:
    """Says that a folder `….live` beside `out`, in which that is being recorded, is this program's. Raises OSError."""

    def __init__(self, folder: Path, out: Path) -> None:
        self._file = recovery_folder() / f"{os.getpid()}-{time.time_ns()}{_LIVE}"
        self._lock = FileLock(_lock_of(self._file), timeout=0)
        self._lock.acquire()
        told = {"folder": str(folder.absolute()), "out": str(out.absolute())}
        self._file.write_text(json.dumps(told), encoding="utf-8")

    def close(self) -> None:
        """The recording is finished, or not wanted."""
        self._file.unlink(missing_ok=True)
        forget_lock(self._lock)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A recording that a program which died was making: the folder with its parts, and the film it was to become."""

    folder: Path
    out: Path
    file: Path

    def forget(self) -> None:
        """Remove what was left."""
        shutil.rmtree(self.folder, ignore_errors=True)
        for each in (self.file, _lock_of(self.file)):
            each.unlink(missing_ok=True)


def unfinished_recordings() -> tuple[Unfinished, ...]:
    """Live recordings of programs that died, the oldest first; those on a disk that is not there now are left out.

    Raises MediaError if there is no place for such notes.
    """
    found = []
    for file in sorted(recovery_folder().glob(f"*{_LIVE}"), key=lambda file: file.stat().st_mtime):
        if is_held(_lock_of(file)):
            continue
        try:
            told = json.loads(file.read_text(encoding="utf-8"))
            left = Unfinished(Path(told["folder"]), Path(told["out"]), file)
        except (OSError, ValueError, KeyError, TypeError):
            continue  # half a note says nothing; what it spoke of stays where it is
        if left.folder.suffix == _PARTS and left.folder.parent == left.out.parent and left.folder.parent.is_dir():
            found.append(left)
    return tuple(found)


def _lock_of(file: Path) -> Path:
    return file.with_suffix(".lock")


def _note(file: Path) -> Path:
    return file.with_suffix(".path")
