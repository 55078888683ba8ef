"""What is shown is found out if it tells the mouth, and only then."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.job import run
from tests.training.runs import write_drawn_shard
from training.division import Division
from training.presenter.talking import gaps_file
from training.recipe import Recipe
from training.shard import Shard
from training.tiny.betrayal import SHOWN, Reading, betrayed

READING = Reading(learned=60, read=30)


@pytest.fixture
def division(tmp_path: Path) -> Division:
    """Drawn clips in which the mouth, which the lower half alone shows, follows the sine of the frame's number."""
    shards = []
    for seed in range(3):
        shard = write_drawn_shard(tmp_path / f"{seed}.shard", seed)
        np.save(gaps_file(shard.path), np.sin(np.arange(len(shard), dtype=np.float32)))
        shards.append(shard)
    return Division(tuple(shards[:2]), tuple(shards[2:]), "")


def test_a_still_upper_half_betrays_nothing(division: Division) -> None:
    found = run(betrayed(Recipe(), division, READING))
    assert set(found) == set(SHOWN)
    assert all(len(values) == 1 for values in found.values())
    assert abs(found["above"][0]) < 0.4


def test_a_reference_chosen_for_another_mouth_tells_the_mouth(division: Division) -> None:
    """With few candidates, the most unlike ones, an open reference means a shut mouth; a random one means nothing."""
    informed = run(betrayed(replace(Recipe(), share=0.25), division, READING))
    at_random = run(betrayed(replace(Recipe(), share=0.0), division, READING))
    assert informed["reference"][0] > 0.6
    assert abs(at_random["reference"][0]) < 0.5


def test_what_ends_at_the_chin_tells_how_far_it_has_dropped(tmp_path: Path) -> None:
    """Boxes that reach further down for wider mouths squeeze the upper half: without margins it tells the mouth."""
    shards = []
    for seed in range(3):
        shard = _dropping(write_drawn_shard(tmp_path / f"{seed}.shard", seed))
        shards.append(shard)
    division = Division(tuple(shards[:2]), tuple(shards[2:]), "")
    bare = run(betrayed(replace(Recipe(), margins=None), division, READING))
    assert bare["above"][0] > 0.8


def _dropping(shard: Shard) -> Shard:
    gaps = np.sin(np.arange(len(shard), dtype=np.float32))
    np.save(gaps_file(shard.path), gaps)
    shard.boxes[:, 3] = 125 + np.round(12 * gaps)
    return shard
