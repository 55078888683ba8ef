"""Films and voices that were moved, found again: a film by its content, a voice by its name. Knows no window."""

import os
from collections.abc import Iterator
from pathlib import Path

from core.errors import MediaError
from core.job import Job, Progress
from core.media.probe import fingerprint
from core.project import DubProject

_LOOKED_AT = 20_000
"""Files that are looked at before the search is given up."""

_ABOVE = 1
"""Folders above the project's own in which is looked too."""


def missing_files(project: DubProject) -> tuple[Path, ...]:
    """Files of a project that are not where they were, the film first."""
    paths = [] if project.footage is None else [project.footage.path]
    paths += [clip.voice.path for clip in project.clips] + [take.path for take in project.takes]
    return tuple(path for path in dict.fromkeys(paths) if not path.exists())


def find_moved(project: DubProject, folder: Path) -> Job[dict[Path, Path]]:
    """Where missing files lie now, as far as they are found in `folder`, beside it or below.

    A film is only taken if its content is the same; of several voices of a name the nearest. Progress counts files.
    """
    missing = set(missing_files(project))
    found: dict[Path, Path] = {}
    footage = project.footage
    for number, candidate in enumerate(_files(folder)):
        if not missing or number >= _LOOKED_AT:
            break
        for lost in sorted(missing):
            is_film = footage is not None and lost == footage.path
            same = (
                _is_film(candidate, lost, footage.fingerprint) if is_film and footage else candidate.name == lost.name
            )
            if same:
                found[lost] = candidate
                missing.discard(lost)
        if number % 20 == 0:
            yield Progress(number, 0, "files")
    return found


def _is_film(candidate: Path, lost: Path, content: str) -> bool:
    if candidate.suffix.lower() != lost.suffix.lower():
        return False
    try:
        return fingerprint(candidate) == content
    except MediaError:
        return False


def _files(folder: Path) -> Iterator[Path]:
    """Files in a folder and below, then those of the folder above it; what may not be read is passed over."""
    seen: set[Path] = set()
    for root in (folder, *list(folder.parents)[:_ABOVE]):
        for place, folders, names in os.walk(root):
            here = Path(place)
            folders[:] = sorted(each for each in folders if not each.startswith(".") and here / each not in seen)
            seen.add(here)
            yield from (here / name for name in sorted(names) if (here / name).is_file())  # a pipe would never end
