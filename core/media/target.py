"""The place where a result will lie: may it be written there, and how it gets its name only when it is complete.

Knows nothing of what is written.
"""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from core.errors import MediaError


def check_not_input(out: Path, inputs: Iterable[Path]) -> None:
    """Raise MediaError if `out` is one of these files, be it by another spelling or through a link."""
    for path in inputs:
        if _same_file(out, path):
            raise MediaError(f"{out.name} is one of the inputs.", "Choose another name for the result.")


def check_writable(out: Path) -> None:
    """Raise MediaError if no file can be made at `out`; an existing one is left alone."""
    if not out.parent.is_dir():
        raise MediaError(f"There is no folder {out.parent}.", "Make it, or choose another folder.")
    if out.is_dir():
        raise MediaError(f"{out} is a folder.", "Choose a file name for the result.")
    part = part_of(out)
    try:
        part.open("ab").close()
        part.unlink()
    except OSError as error:
        reason = error.strerror or str(error)
        raise MediaError(f"Nothing can be written to {out.parent}: {reason}.", "Choose another folder.") from error


def require_space(folder: Path, needed: int) -> None:
    """Raise MediaError if fewer than `needed` bytes are free where `folder` lies, or if there is no such folder."""
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise MediaError(f"There is no folder {folder}.", "Make it, or choose another folder.") from error
    if free < needed:
        raise MediaError(
            f"{_megabytes(needed)} are needed in {folder} and {_megabytes(free)} are free.",
            "Free some space or choose another folder.",
        )


def part_of(out: Path) -> Path:
    """Where a file is written until it is complete."""
    return out.with_name(f"{out.name}.part")


def replace_with_part(out: Path) -> None:
    """Give a complete part file its name, after its bytes have reached the disk. Raises MediaError if that fails."""
    part = part_of(out)
    try:
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(out)
    except OSError as error:
        reason = error.strerror or str(error)
        raise MediaError(
            f"{out} cannot be written: {reason}.", "Close programs that use it, or choose another."
        ) from error


def _same_file(out: Path, path: Path) -> bool:
    """A file system may ignore case, so names that differ only in case count as one where the file is there."""
    if out.exists() and path.exists():
        return out.samefile(path)
    return out.resolve() == path.resolve()


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.0f} MB"
