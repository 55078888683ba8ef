"""A store of values: kept whole, within its budget, by several processes, and never in the way of the work."""

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections import namedtuple
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from core.blob_store import BlobStore

BUDGET = 10_000


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DUBWRIGHT_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def opened(budget: int = BUDGET) -> BlobStore:
    return BlobStore("things", budget)


def test_a_value_comes_back_in_another_session() -> None:
    first = opened()
    assert first.get("a") is None
    assert first.put("a", b"\0value")
    first.close()
    assert opened().get("a") == b"\0value"


def test_an_empty_value_is_a_value() -> None:
    store = opened()
    store.put("a", b"")
    assert store.get("a") == b""


def test_a_key_keeps_its_value() -> None:
    store = opened()
    store.put("a", b"first")
    assert store.put("a", b"other")
    assert store.get("a") == b"first"
    assert store.taken() == 5


def test_what_was_used_longest_ago_is_forgotten() -> None:
    for number in range(100):
        store = opened()
        store.put(f"old {number}", bytes(100))
        store.close()
    refreshed = opened()
    assert refreshed.get("old 0") == bytes(100)
    refreshed.close()
    store = opened()
    assert store.put("new", bytes(100))
    assert store.taken() <= BUDGET
    assert store.get("new") is not None
    assert store.get("old 0") is not None
    assert store.get("old 1") is None
    assert store.notices() == ()


def test_a_session_does_not_push_out_what_it_needs_itself() -> None:
    store = opened()
    kept = [store.put(str(number), bytes(999)) for number in range(15)]
    assert kept == [True] * 10 + [False] * 5
    assert all(store.get(str(number)) for number in range(10))
    (notice,) = store.notices()
    assert "full" in notice
    assert store.notices() == ()


def test_values_that_belong_together_are_kept_together() -> None:
    store = opened()
    assert not store.put_all({"a": bytes(BUDGET - 1), "b": bytes(2)})
    assert store.get("a") is None
    assert store.put_all({"a": bytes(BUDGET - 1), "b": bytes(1)})
    assert store.taken() == BUDGET


def test_a_value_larger_than_the_budget_pushes_nothing_out() -> None:
    first = opened()
    first.put("small", b"x")
    first.close()
    store = opened()
    assert not store.put("large", bytes(BUDGET + 1))
    assert store.get("small") == b"x"


def test_half_of_the_free_disk_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(0, 0, 3000))
    store = opened()
    assert [store.put(str(number), bytes(500)) for number in range(4)] == [True, True, True, False]


@pytest.mark.parametrize("whole", [True, False])
def test_a_damaged_file_is_set_aside_and_begun_anew(whole: bool) -> None:
    first = opened(10**7)
    for number in range(200):
        first.put(str(number), bytes(1000))
    first.close()
    size = first.path.stat().st_size
    with first.path.open("r+b") as file:
        file.seek(0 if whole else 4096)
        file.write(b"\xa5" * (size if whole else size // 2))
    store = opened(10**7)
    for number in range(200):
        assert store.get(str(number)) in (None, bytes(1000))
    assert store.put("new", b"value")
    assert store.get("new") == b"value"
    assert any("damaged" in notice for notice in store.notices())
    assert store.path.with_suffix(".damaged").is_file()


def test_a_damaged_value_is_never_given_back() -> None:
    first = opened()
    first.put("a", b"0123456789" * 10)
    first.close()
    data = first.path.read_bytes()
    assert data.count(b"0123456789" * 10) == 1
    first.path.write_bytes(data.replace(b"0123456789" * 10, b"0123456780" * 10))
    store = opened()
    assert store.get("a") is None
    assert store.put("a", b"anew")
    assert store.get("a") == b"anew"
    assert len(store.notices()) == 1


def test_a_folder_that_cannot_be_written_is_told_once_and_stops_nothing(cache: Path) -> None:
    cache.mkdir()
    (cache / "things.sqlite").mkdir()
    store = opened()
    assert store.get("a") is None
    assert not store.put("a", b"x")
    assert store.taken() == 0
    assert len(store.notices()) == 1
    store.close()


def test_a_full_disk_is_told_once_and_stops_nothing() -> None:
    store = opened(10**7)
    store.put("a", b"x")
    assert store._database is not None
    pages = store._database.execute("PRAGMA page_count").fetchone()[0]
    store._database.execute(f"PRAGMA max_page_count = {pages + 2}")
    assert not store.put("b", bytes(10**6))
    assert not store.put("c", bytes(10**6))
    (notice,) = store.notices()
    assert "full" in notice
    assert opened(10**7).get("a") == b"x"


WRITER = """
import sys
import threading
from core.blob_store import BlobStore
store = BlobStore("things", 10**8)
for number in range(int(sys.argv[2])):
    assert store.put(f"{sys.argv[1]} {number}", bytes([number % 251]) * 3000)
    print(number, flush=True)
store.close()
assert store.notices() == ()
"""


def test_several_processes_write_at_once() -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, name, "100"], stdout=subprocess.DEVNULL) for name in "abc"
    ]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    store = opened(10**8)
    for name in "abc":
        for number in range(100):
            assert store.get(f"{name} {number}") == bytes([number % 251]) * 3000
    assert store.taken() == 3 * 100 * 3000


def test_several_programs_may_open_a_new_store_at_the_same_moment() -> None:
    """SQLite turned all but one of them away without waiting (see `_write_ahead`)."""
    for kind in map(str, range(20)):
        gate = threading.Barrier(6)
        stores = [BlobStore(kind, 10**6) for _ in range(6)]  # each with a connection of its own, as in a process

        def begin(store: BlobStore, gate: threading.Barrier = gate) -> bool:
            gate.wait()
            return store.put("a", b"x")

        with ThreadPoolExecutor(6) as pool:
            assert all(pool.map(begin, stores))
        assert [store.notices() for store in stores] == [()] * 6


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is not known there")
def test_what_a_killed_process_has_put_is_there() -> None:
    writer = subprocess.Popen([sys.executable, "-c", WRITER, "a", "100000"], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    told = [int(writer.stdout.readline()) for _ in range(40)]
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    writer.stdout.close()
    store = opened(10**8)
    assert all(store.get(f"a {number}") == bytes([number % 251]) * 3000 for number in told)
    assert store.notices() == ()
