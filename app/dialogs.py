"""Asks for the names of files. Knows which endings belong to which kind of file, nothing of what is in them."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog

from app.language import tr
from core.project_file import SUFFIX

SOUND_ENDINGS = (".wav", ".flac", ".mp3", ".m4a", ".aac", ".ogg", ".opus", ".aif", ".aiff", ".wma", ".caf")
FILM_ENDINGS = (".mp4", ".mov", ".mkv", ".webm", ".avi", ".mxf", ".m4v", ".mpg", ".mpeg", ".ts", ".mts", ".wmv")
CONTAINERS = {"prores": ".mov", "ffv1": ".mkv"}
"""Ending of an exported film by codec, where it is not .mp4."""


class Dialogs(Protocol):
    """Every question for a file; None is the answer of a person who thought better of it."""

    def film(self) -> Path | None:
        """A film to dub."""

    def voice(self) -> Path | None:
        """A sound or film to take a voice from."""

    def project(self) -> Path | None:
        """A project to open."""

    def save_as(self, suggested: Path) -> Path | None:
        """Where a project is saved."""

    def export_as(self, suggested: Path) -> Path | None:
        """Where a film is exported to."""


class FileDialogs:
    """`Dialogs` by the desktop's own file dialogs; they ask themselves before a file is replaced."""

    def __init__(self) -> None:
        self._folder = Path.home()

    def film(self) -> Path | None:
        """A film to dub."""
        return self._open(tr("Open film"), tr("Films ({films});;All files (*)").format(films=_patterns(FILM_ENDINGS)))

    def voice(self) -> Path | None:
        """A sound or film to take a voice from."""
        kinds = tr("Sound and films ({endings});;All files (*)").format(endings=_patterns(SOUND_ENDINGS + FILM_ENDINGS))
        return self._open(tr("Import voice"), kinds)

    def project(self) -> Path | None:
        """A project to open."""
        return self._open(tr("Open project"), tr("Dubwright projects (*{ending})").format(ending=SUFFIX))

    def save_as(self, suggested: Path) -> Path | None:
        """Where a project is saved."""
        return self._save(tr("Save project"), suggested, tr("Dubwright projects (*{ending})").format(ending=SUFFIX))

    def export_as(self, suggested: Path) -> Path | None:
        """Where a film is exported to."""
        return self._save(
            tr("Export film"),
            suggested,
            tr("Films (*{ending});;Other films (*.mp4 *.mov *.mkv)").format(ending=suggested.suffix),
        )

    def _open(self, title: str, kinds: str) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(QApplication.activeWindow(), title, str(self._folder), kinds)
        return self._remember(name)

    def _save(self, title: str, suggested: Path, kinds: str) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(QApplication.activeWindow(), title, str(suggested), kinds)
        path = self._remember(name)
        return path.with_name(path.name + suggested.suffix) if path is not None and not path.suffix else path

    def _remember(self, name: str) -> Path | None:
        if not name:
            return None
        self._folder = Path(name).parent
        return Path(name)


def is_sound(path: Path) -> bool:
    """Whether a file is a sound by its ending."""
    return path.suffix.lower() in SOUND_ENDINGS


def export_ending(codec: str) -> str:
    """Ending of a film that is written with a codec."""
    return CONTAINERS.get(codec, ".mp4")


def _patterns(endings: tuple[str, ...]) -> str:
    return " ".join(f"*{ending}" for ending in endings)


def films_folder() -> Path:
    """Where a person keeps films, made if need be."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MoviesLocation) or Path.home())
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path.home()  # that is there
    return folder


def free_name(path: Path) -> Path:
    """The path, or one with a number behind its name, at which there is no file."""
    names = (path, *(path.with_stem(f"{path.stem}-{number}") for number in range(2, 1000)))
    return next((each for each in names if not each.exists()), path)
