"""The cache: a file is there whole or not at all, keys hold all that a value depends on, the oldest go first."""

import os
from pathlib import Path

import pytest

from core.cache import content_key, entry, limit, trim, writing
from core.errors import MediaError, SettingsError


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DUBWRIGHT_CACHE", str(tmp_path))
    return tmp_path


def test_equal_parts_have_equal_keys_and_others_not() -> None:
    parts = ("abc", 3, {"b": 1, "a": (2, None)})
    assert content_key(*parts) == content_key("abc", 3, {"a": [2, None], "b": 1})
    others = [("abc", 3), ("abc", "3", parts[2]), ("ab", "c3", parts[2]), (*parts, Path("x"))]
    assert len({content_key(*other) for other in [parts, *others]}) == 5


def test_a_file_appears_when_it_is_complete(folder: Path) -> None:
    path = entry("kind", "key", ".bin")
    with writing(path) as part:
        part.write_bytes(b"half")
        assert not path.exists()
        part.write_bytes(b"whole")
    assert path.read_bytes() == b"whole"
    assert list(path.parent.iterdir()) == [path]


def test_an_interrupted_file_leaves_nothing_and_keeps_the_old_one() -> None:
    path = entry("kind", "key", ".bin")
    with writing(path) as part:
        part.write_bytes(b"old")
    with pytest.raises(KeyError):
        _die_while_writing(path)
    assert path.read_bytes() == b"old"
    assert list(path.parent.iterdir()) == [path]


def _die_while_writing(path: Path) -> None:
    with writing(path) as part:
        part.write_bytes(b"new, but")
        raise KeyError("cancelled")


def test_a_folder_that_cannot_be_written_is_told(folder: Path) -> None:
    (folder / "kind").write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(MediaError) as caught, writing(entry("kind", "key", ".bin")) as part:
        part.write_bytes(b"x")
    assert "DUBWRIGHT_CACHE" in caught.value.hint


def test_the_least_used_go_first(folder: Path) -> None:
    for age, name in enumerate(["new", "middle", "old"]):
        with writing(entry("kind", name, ".bin")) as part:
            part.write_bytes(bytes(100))
        os.utime(entry("kind", name, ".bin"), (1000 - age, 1000 - age))
    trim("kind", 250)
    assert sorted(path.stem for path in (folder / "kind").iterdir()) == ["middle", "new"]
    trim("kind", 0)
    assert list((folder / "kind").iterdir()) == []
    trim("nothing there", 0)


def make(kind: str, name: str, size: int, used: float) -> Path:
    """An entry of another program that has ended."""
    path = Path(os.environ["DUBWRIGHT_CACHE"]) / kind / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(bytes(size))
    os.utime(path, (used, used))
    return path


def test_asking_for_an_entry_uses_it() -> None:
    make("kind", "often.bin", 100, 1000)
    make("kind", "once.bin", 100, 2000)
    entry("kind", "often", ".bin")
    trim("kind", 100)
    assert entry("kind", "often", ".bin").exists()
    assert not entry("kind", "once", ".bin").exists()


def test_what_this_program_uses_is_never_trimmed(folder: Path) -> None:
    with writing(entry("kind", "mine", ".bin")) as part:
        part.write_bytes(bytes(100))
    old = make("kind", "old.bin", 100, 1000)
    trim("kind", 10)
    assert entry("kind", "mine", ".bin").exists()
    assert not old.exists()


def test_files_of_one_key_stay_or_go_together(folder: Path) -> None:
    make("kind", "network.xml", 1, 3000)
    make("kind", "network.bin", 100, 1000)
    make("kind", "other.bin", 100, 2000)
    trim("kind", 101)
    assert sorted(path.name for path in (folder / "kind").iterdir()) == ["network.bin", "network.xml"]


def test_the_whole_cache_keeps_to_its_limit(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUBWRIGHT_CACHE_GB", "0.00000015")  # 150 bytes
    old, newer = make("one", "old.bin", 100, 1000), make("two", "newer.bin", 100, 2000)
    work = make("finetune", "hours.pt", 500, 10)
    trim("two", 1000)
    assert not old.exists()
    assert newer.exists()
    assert work.exists()


@pytest.mark.parametrize("told", ["plenty", "-1", "inf", "nan"])
def test_a_limit_that_is_none_is_told(monkeypatch: pytest.MonkeyPatch, told: str) -> None:
    monkeypatch.setenv("DUBWRIGHT_CACHE_GB", told)
    with pytest.raises(SettingsError, match="no size"):
        limit()
