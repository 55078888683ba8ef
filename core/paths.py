"""Where things are, in a checkout and in a bundle alike. Knows places, not what is in them."""

import os
import sys
import tempfile
from pathlib import Path

import platformdirs

from core.errors import MediaError

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
CACHE = "DUBWRIGHT_CACHE"
"""Variable of the environment that says where the cache lies."""

_NAME = "dubwright"


def is_bundle() -> bool:
    """Whether this is the built program, which has no checkout beside it and no packages that could be installed."""
    return bool(getattr(sys, "frozen", False))


def cache_folder() -> Path:
    """Where observations are kept that can be made again; `DUBWRIGHT_CACHE` overrides it. Raises MediaError."""
    return made(CACHE, platformdirs.user_cache_path(_NAME))


def weights_folder() -> Path:
    """Where fetched weights are kept; `DUBWRIGHT_WEIGHTS` overrides it. Raises MediaError."""
    return made("DUBWRIGHT_WEIGHTS", platformdirs.user_data_path(_NAME) / "weights")


def log_folder() -> Path:
    """Where logs and crash reports are kept; `DUBWRIGHT_LOGS` overrides it. Raises MediaError."""
    return made("DUBWRIGHT_LOGS", platformdirs.user_log_path(_NAME))


def made(variable: str, usual: Path) -> Path:
    """The folder that a variable of the environment names, else the usual one, made if it is not there.

    Raises MediaError if it cannot be made.
    """
    folder = Path(os.environ.get(variable) or usual)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        what = f"The folder {folder} cannot be made: {error.strerror}."
        raise MediaError(what, f"Allow writing there, or name another folder in {variable}.") from error
    return folder


def check_writable(folder: Path) -> None:
    """Make a folder if it is not there, and see whether files can be made in it. Raises MediaError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        what = f"The folder {folder} cannot be written: {error.strerror}."
        raise MediaError(what, "Allow writing there, or choose another folder.") from error
