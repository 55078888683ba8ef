"""Where things are, in a checkout and in a bundle alike. Knows places, not what is in them."""

import os
from pathlib import Path

import platformdirs

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
_NAME = "dubwright"


def cache_folder() -> Path:
    """Where observations are kept that can be made again; `DUBWRIGHT_CACHE` overrides it."""
    return _made("DUBWRIGHT_CACHE", platformdirs.user_cache_path(_NAME))


def weights_folder() -> Path:
    """Where fetched weights are kept; `DUBWRIGHT_WEIGHTS` overrides it."""
    return _made("DUBWRIGHT_WEIGHTS", platformdirs.user_data_path(_NAME) / "weights")


def log_folder() -> Path:
    """Where logs and crash reports are kept; `DUBWRIGHT_LOGS` overrides it."""
    return _made("DUBWRIGHT_LOGS", platformdirs.user_log_path(_NAME))


def _made(variable: str, usual: Path) -> Path:
    folder = Path(os.environ.get(variable) or usual)
    folder.mkdir(parents=True, exist_ok=True)
    return folder
