"""Fixtures of the tests of weights: a catalogue of one invented set, and folders of their own for what is kept."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core import weights
from tests.hub import FakeHub, fake_hub

BIG = np.random.default_rng(7).integers(0, 256, 3_000_000, np.uint8).tobytes()
SMALL = b'{"_class_name": "Thing"}'


def table(pinned: bool = False, extra: str = "") -> str:
    """The catalogue: one set `thing` of a large and a small file."""
    digest = f'sha256 = "{hashlib.sha256(BIG).hexdigest()}"' if pinned else ""
    return f"""
[thing]
title = "A thing"
purpose = "To be fetched."
licence = "MIT (nobody)"
engine = "toy"
memory = 3
repository = "someone/something"
revision = ""
folders = ["thing-folder"]
{extra}
[thing.files."big.bin"]
path = "deep/big.bin"
bytes = {len(BIG)}
{digest}
[thing.files."config.json"]
"""


def use_catalogue(text: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `core.weights` know this catalogue and nothing else."""
    folder.mkdir(exist_ok=True)
    (folder / "weights.toml").write_text(text)
    monkeypatch.setattr(weights, "RESOURCES", folder)
    weights.catalogue.cache_clear()


@pytest.fixture
def own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The weights folder, empty; the cache is a new one too."""
    monkeypatch.setenv("DUBWRIGHT_WEIGHTS", str(tmp_path / "weights"))
    monkeypatch.setenv("DUBWRIGHT_CACHE", str(tmp_path / "cache"))
    yield tmp_path / "weights"
    weights.catalogue.cache_clear()


@pytest.fixture
def thing(own_places: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The weights folder, and a catalogue that has the set `thing` in it."""
    use_catalogue(table(), tmp_path / "resources", monkeypatch)
    return own_places


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeHub]:
    """A hub that has the set, and is the one to be asked."""
    with fake_hub({"deep/big.bin": BIG, "config.json": SMALL}) as server:
        monkeypatch.setenv("HF_ENDPOINT", server.url)
        monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
        yield server
