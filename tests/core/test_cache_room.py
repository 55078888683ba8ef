"""The room of the cache: what it takes is counted, its limit holds, clearing breaks nobody's work."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from core.blob_store import BlobStore
from core.cache import content_key, entry, writing
from core.cache_room import Cleared, clear_cache, hold_limit, look_at_cache
from core.cache_users import USERS, used_since
from core.errors import MediaError

OTHER = """
import sys, time
now = time.time
time.time = lambda: now() - 1000  # it was begun long before this test
from core.cache import entry, writing
with writing(entry("faces", "other", ".npz")) as part:
    part.write_bytes(bytes(1000))
print("ready", flush=True)
sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DUBWRIGHT_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def put(kind: str, name: str, size: int, age: float = 0.0) -> Path:
    """A file of the cache that was last used so many seconds ago."""
    path = entry(kind, name, ".bin")
    with writing(path) as part:
        part.write_bytes(bytes(size))
    os.utime(path, (time.time() - age,) * 2)
    return path


@contextmanager
def another_program() -> Iterator[subprocess.Popen[str]]:
    """One that has put faces into the cache and goes on."""
    command = [sys.executable, "-c", OTHER]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "ready\n"
        yield other
        other.kill()


def test_room_is_counted_without_work(folder: Path) -> None:
    put("faces", "film", 3000)
    put("finetune", "run", 700)
    room = look_at_cache()
    assert (room.folder, room.taken, room.work) == (folder, 3000, 700)
    assert room.free > 0


def test_clearing_removes_what_nobody_uses_and_keeps_the_rest() -> None:
    old, used, work = put("faces", "old", 3000, 1e6), put("faces", "open", 50), put("finetune", "run", 700, 1e6)
    assert clear_cache() == Cleared(3000, 50)
    assert (old.exists(), used.exists(), work.exists()) == (False, True, True)


def test_clearing_keeps_what_another_living_program_uses(folder: Path) -> None:
    put("faces", "mine", 10, 1e6)
    theirs = folder / "faces" / "other.npz"
    with another_program():
        os.utime(theirs, (time.time() - 500,) * 2)
        clear_cache()
        assert theirs.exists()
    clear_cache()
    assert not theirs.exists()


def test_programs_that_were_killed_are_forgotten(folder: Path) -> None:
    left = folder / USERS / "1000-77-left.lock"
    put("faces", "film", 1)
    left.touch()
    assert used_since(folder) > 1000
    assert not left.exists()


def test_clearing_while_a_store_is_written_costs_values_and_nothing_else() -> None:
    with_values = BlobStore("paintings", 1 << 20)
    assert with_values.put("before", bytes(200_000))
    before = look_at_cache().taken
    assert clear_cache().left < before - 150_000
    assert with_values.get("before") is None
    assert with_values.put("after", b"1")
    assert with_values.get("after") == b"1"
    assert with_values.notices() == ()
    with_values.close()


def test_the_limit_takes_what_was_used_longest_ago_of_files_and_values(monkeypatch: pytest.MonkeyPatch) -> None:
    values = BlobStore("paintings", 1 << 30)
    for number in range(20):
        values.put(content_key(number), bytes(50_000))
    values.close()
    put("faces", "older", 400_000, 1e6)
    put("faces", "younger", 400_000, 1e5)
    used = put("faces", "used", 400_000)
    monkeypatch.setenv("DUBWRIGHT_CACHE_GB", "0.0019")
    assert hold_limit() == 400_000
    assert not entry("faces", "older", ".bin").exists()
    monkeypatch.setattr("core.cache_room.used_since", lambda _: time.time() + 1)  # as if begun only now
    monkeypatch.setenv("DUBWRIGHT_CACHE_GB", "0.0008")
    hold_limit()
    assert look_at_cache().taken <= 800_000
    assert used.exists(), "it was used after the values"
    assert 0 < values.taken() < 1_000_000
    values.close()


def test_below_the_limit_nothing_goes() -> None:
    film = put("faces", "film", 1000, 1e6)
    assert hold_limit() == 0
    assert film.exists()


def test_a_store_keeps_to_what_the_cache_may_take(monkeypatch: pytest.MonkeyPatch) -> None:
    put("faces", "film", 500_000)
    monkeypatch.setenv("DUBWRIGHT_CACHE_GB", "0.0006")
    values = BlobStore("paintings", 1 << 30)
    assert not values.put("large", bytes(300_000))
    assert values.put("small", bytes(1000))
    assert any("full" in notice for notice in values.notices())
    values.close()


def test_a_cache_that_is_no_folder_is_told(folder: Path) -> None:
    folder.write_text("a file", encoding="utf-8")
    with pytest.raises(MediaError, match="cannot be made"):
        clear_cache()


def test_a_cache_that_cannot_be_cleared_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    put("faces", "film", 100, 1e6)
    monkeypatch.setattr("core.cache.Unit.remove", lambda _: False)  # root may remove anything
    with pytest.raises(MediaError, match="cannot be cleared"):
        clear_cache()


def test_a_damaged_store_is_removed(folder: Path) -> None:
    put("faces", "film", 100)
    damaged = folder / "paintings.sqlite"
    damaged.write_bytes(b"no database " * 100)
    os.utime(damaged, (1000, 1000))
    clear_cache()
    assert not damaged.exists()
