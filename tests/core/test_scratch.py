"""Folders of killed programs are removed by the next one, those of living ones never."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.scratch import remove_abandoned, scratch

HOLDS = """
import sys
from core.scratch import scratch
with scratch() as folder:
    (folder / "sound.wav").write_bytes(b"x")
    print(folder, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def own_temporary_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    yield
    tempfile.tempdir = None


def test_it_is_gone_at_the_end_also_of_a_failure(tmp_path: Path) -> None:
    with scratch() as folder:
        (folder / "inner").mkdir()
        assert folder.parent == tmp_path
    with pytest.raises(KeyError), scratch():
        raise KeyError
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_program_left_is_removed_and_what_a_living_one_holds_is_not(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        theirs = Path(process.stdout.readline().strip())
        with scratch() as mine:
            assert remove_abandoned() == 0
            assert (theirs / "sound.wav").exists()
            assert mine.exists()
        os.kill(process.pid, signal.SIGKILL)
    assert theirs.exists()
    with scratch() as mine:
        assert not theirs.exists()
        assert mine.exists()
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    for name in ("dubwright-scratch-notes", "dubwright", "tmpabc"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "letter.txt").write_text("x")
    assert remove_abandoned() == 0
    assert len(list(tmp_path.glob("*/letter.txt"))) == 3
