"""Where the shared development material lies; a test that needs it skips with a reason where it is missing.

`DUBWRIGHT_SHARED` names the folder; the default is `shared` beside the checkout.
"""

import os
from pathlib import Path

import pytest

ROOT = Path(os.environ.get("DUBWRIGHT_SHARED") or Path(__file__).resolve().parents[2] / "shared")


def media(name: str) -> Path:
    """A real clip or sound, or skip."""
    return _there(ROOT / "media" / name)


def weights(name: str) -> Path:
    """A real network that is not ours to ship, or skip."""
    return _there(ROOT / "weights" / name)


def parity(name: str) -> Path:
    """A numeric fixture, or skip."""
    return _there(ROOT / "parity" / name)


def _there(path: Path) -> Path:
    if not path.exists():
        pytest.skip(f"{path.parent.name}/{path.name} is not on this machine")
    return path
