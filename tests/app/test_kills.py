"""The window is killed again and again, while somebody edits or it exports: nothing is damaged, little is lost."""

import os
import random
from pathlib import Path

import pytest

from tests.kill_report import ALLOWED, Home, kill_editing, kill_exporting

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(1200),
    pytest.mark.skipif(os.name == "nt", reason="SIGKILL is not known there"),
]

TIMES = 10


def test_all_but_the_last_ten_seconds_of_editing_come_back(tmp_path: Path) -> None:
    found = kill_editing(Home(tmp_path, 2), TIMES, random.Random(1))
    assert found.wrong == []
    assert max(found.lost) <= ALLOWED


def test_no_film_is_damaged_and_every_export_is_finished_in_the_end(tmp_path: Path) -> None:
    assert kill_exporting(Home(tmp_path, 2), TIMES, random.Random(1)).wrong == []
