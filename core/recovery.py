"""What programs that were killed leave: projects that were saved aside, recordings that were not finished.

A program holds a lock on its file while it lives; a file whose lock is free belongs to one that died. Knows no window.

    1234-5678.dub    the project                1234-5678.note   where it belongs, the take that was being recorded
    1234-5678.lock   held while 1234 lives      damaged-….dub    a copy that could not be read as a whole
"""

import json
import os
import shutil
import time
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from pathlib import Path

import platformdirs
from filelock import FileLock
from pydantic import TypeAdapter, ValidationError

from core.edit import add_take
from core.errors import ProjectError
from core.paths import made
from core.project import DubProject, Span, Take
from core.project_file import SUFFIX, mend_project, save_project
from core.scratch import forget_lock, is_held, owner_lives
from core.timing import frames_within

_LIVE, _PARTS = ".live.json", ".live"
_NOTE, _HALF, _LOCK = ".note", ".part", ".lock"
_DAMAGED = "damaged-"


@dataclass(frozen=True, slots=True)
class Lost:
    """What a program that died left.

    - `project`: as far as it could be read, with `take`, if one was being recorded, laid where it was said
    - `path`: where it was saved last; None: never, or that is not known any more
    - `kept`: when it was put aside, in seconds of `time.time`
    - `faults`: places of the copy that were not there or made no sense, as `core.project_file.Opened`
    """

    project: DubProject
    path: Path | None
    kept: float
    file: Path
    faults: tuple[str, ...] = ()
    take: Take | None = None

    def forget(self) -> None:
        """Remove what was left, also of a project that was just being saved. Recordings stay where they are."""
        _remove(self.file)
        if self.path is not None:
            half = self.path.with_name(self.path.name + _HALF)
            if half.is_file():
                half.unlink()
        _lock_of(self.file).unlink(missing_ok=True)

    def put_aside(self) -> Path:
        """Keep the copy, which is damaged, under a name by which it is not offered again. Raises ProjectError."""
        return _put_aside(self.file)


def recovery_folder() -> Path:
    """Where projects are saved aside; `DUBWRIGHT_RECOVERY` overrides it. Raises MediaError."""
    return made("DUBWRIGHT_RECOVERY", platformdirs.user_state_path("dubwright") / "recovery")


class SafeCopy:
    """The copy that one program keeps of its project, removed when it is not needed any more. One thread at a time."""

    def __init__(self) -> None:
        self._file = recovery_folder() / f"{os.getpid()}-{time.time_ns()}{SUFFIX}"
        self._lock = FileLock(_lock_of(self._file), timeout=0)
        self._lock.acquire()

    def keep(self, project: DubProject, path: Path | None, take: Take | None = None) -> None:
        """Save the project, which belongs to `path`, and the take that is being recorded. Raises ProjectError."""
        told = {"path": None if path is None else str(path), "take": _takes().dump_python(take, mode="json")}
        note = _note(self._file)
        part = note.with_name(note.name + _HALF)
        try:
            part.write_text(json.dumps(told), encoding="utf-8")
            part.replace(note)
        except OSError as error:
            reason = error.strerror or str(error)
            raise ProjectError(f"The project cannot be saved aside: {reason}.", "Save it yourself now.") from error
        save_project(project, self._file)

    def forget(self) -> None:
        """There is nothing to lose."""
        _remove(self._file)

    def close(self) -> None:
        """The program ends as it should."""
        self.forget()
        forget_lock(self._lock)


def lost_projects() -> tuple[Lost, ...]:
    """Projects of programs that died, the newest first; those of which nothing can be read are left out."""
    return tuple(sorted(filter(None, map(_lost, _abandoned())), key=lambda lost: -lost.kept))


def clear_unreadable() -> tuple[ProjectError, ...]:
    """Put copies aside of which nothing can be read, and remove what belongs to none; what is to be told of it."""
    told = []
    for file in _abandoned():
        try:
            mend_project(file)
        except ProjectError as error:
            told.append(_told_of(file, error))
    _sweep()
    return tuple(told)


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


def _abandoned() -> list[Path]:
    """Copies of programs that died."""
    copies = (file for file in recovery_folder().glob(f"*{SUFFIX}") if not file.name.startswith(_DAMAGED))
    return [file for file in copies if not is_held(_lock_of(file))]


def _lost(file: Path) -> Lost | None:
    try:
        opened, kept = mend_project(file), file.stat().st_mtime
    except (ProjectError, OSError):
        return None  # told by `clear_unreadable`, or just taken over by another program
    path, take, faults = _noted(_note(file))
    project = opened.project
    if take is not None:
        take = _as_far_as_recorded(take, project)
    if take is not None:
        project = add_take(take)(project)
    return Lost(project, path, kept, file, (*opened.faults, *faults), take)


def _noted(note: Path) -> tuple[Path | None, Take | None, tuple[str, ...]]:
    """Where a project belongs, the take that was being recorded, and which of both cannot be read."""
    try:
        told = json.loads(note.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None, None, ()
    except (OSError, ValueError, RecursionError):
        told = None
    faults = []
    path = told.get("path", ()) if isinstance(told, dict) else ()
    if not (path is None or (isinstance(path, str) and Path(path).is_absolute())):
        path = None
        faults.append("path")
    try:
        take = _takes().validate_json(json.dumps(told["take"]), strict=True)
    except (ValidationError, KeyError, TypeError):
        take = None
        faults.append("take")
    return None if path is None else Path(path), take, tuple(faults)


def _as_far_as_recorded(take: Take, project: DubProject) -> Take | None:
    """The take with the stretch that was spoken before it was cut off; None if that is nothing.

    Frames are counted at the mean rate of the film.
    """
    import soundfile  # here, so that the window is there sooner

    if project.footage is None:
        return None
    try:
        with soundfile.SoundFile(take.path) as file:
            seconds = Fraction(file.frames, file.samplerate)
    except (soundfile.LibsndfileError, OSError):
        return None
    span, rate = take.span, project.footage.rate
    stop = min(span.stop, project.footage.frames, frames_within(take.start + seconds, rate))
    return replace(take, span=Span(span.start, stop)) if stop > span.start else None


def _told_of(file: Path, error: ProjectError) -> ProjectError:
    try:
        place = _put_aside(file)
    except ProjectError as another:
        return another
    text = f"Work that had been put aside against a crash cannot be read; what there is was kept as {place}."
    return ProjectError(text, error.message)


def _put_aside(file: Path) -> Path:
    try:
        place = file.replace(file.with_name(_DAMAGED + file.name))
    except OSError as error:
        reason = error.strerror or str(error)
        raise ProjectError(f"{file} is damaged and cannot be put aside: {reason}.", "Move it elsewhere.") from error
    _remove(file)
    _lock_of(file).unlink(missing_ok=True)
    return place


def _sweep() -> None:
    """Remove notes, halves of files and locks of programs that died and had nothing to lose."""
    for file in sorted(recovery_folder().iterdir()):
        name = file.name.partition(".")[0]
        keeps = any(file.with_name(name + ending).exists() for ending in (SUFFIX, _LIVE))
        if file.name.endswith((_NOTE, _HALF, _LOCK)) and not keeps and not owner_lives(file):
            file.unlink(missing_ok=True)


def _remove(file: Path) -> None:
    """Remove a copy and what belongs to it, but for its lock."""
    for whole in (file, _note(file)):
        for each in (whole, whole.with_name(whole.name + _HALF)):
            each.unlink(missing_ok=True)


@cache
def _takes() -> TypeAdapter[Take | None]:
    return TypeAdapter(Take | None)


def _lock_of(file: Path) -> Path:
    return file.with_suffix(_LOCK)


def _note(file: Path) -> Path:
    return file.with_suffix(_NOTE)
