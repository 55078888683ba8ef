"""Every checkpoint of a run is judged once."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from core.errors import MediaError
from core.face.finder import MESH_FILE, WEIGHTS
from core.job import run
from core.models.face_landmarks import FaceMesh
from core.weights import weights_file
from tests.training.runs import tiny_recipe, tiny_run, weights_of, windows, write_drawn_shard
from training.presenter.talking import gaps_file
from training.shard import Shard
from training.tiny.curve import MOUTHS, Point, measure_run
from training.tiny.known_mouths import FIGURES, Judge


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    torch.set_num_threads(1)
    weights_of(tmp_path, tiny_recipe(steps=4))
    shards = (Shard(tmp_path / "a.shard"), write_drawn_shard(tmp_path / "others" / "b.shard", seed=1))
    for shard in shards:
        np.save(gaps_file(shard.path), np.sin(np.arange(len(shard), dtype=np.float32)))
    return Judge(FaceMesh(weights_file(WEIGHTS, MESH_FILE)), windows, shards, every=20)


def test_checkpoints_are_judged_in_order_and_only_once(tmp_path: Path, judge: Judge) -> None:
    wanted = tiny_run(tmp_path, tiny_recipe(steps=4))
    assert [point.step for point in run(measure_run(wanted, judge, begun=False))] == [2, 4]
    points = run(measure_run(wanted, judge))
    assert [point.step for point in points] == [0, 2, 4]
    assert all(len(point.figures[name]) == 2 for point in points for name in FIGURES)
    assert (wanted.folder / MOUTHS).is_file()
    gaps_file(judge.shards[0].path).unlink()
    assert run(measure_run(wanted, judge)) == points
    with pytest.raises(MediaError):  # another judge looks anew
        run(measure_run(wanted, replace(judge, margin=10.0)))


def test_a_line_tells_mean_and_bounds() -> None:
    point = Point(40, {"told": [0.2, 0.4], "own": [0.0, 0.0], "size": [1.0, 1.0]})
    assert point.line("stage 1").startswith("stage 1 step    40: told 0.300 [0.200, 0.400]  own 0.000")
