"""The small sync network is judged by what is planted, learns, and goes on where it was killed."""

import io
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from core.arrays import Floats, Sound
from core.errors import MediaError, SettingsError
from core.job import run
from core.models.checkpoint import load_state
from core.models.sync_small import (
    REACH,
    SyncNetwork,
    confidence,
    lag_curve,
    windows_of,
)
from tests.training.runs import by_two_processes, sync_weights_of, tiny_sync_recipe, write_drawn_shard
from training.__main__ import main
from training.shard import Shard, shards_in
from training.sync_course import FILE, SyncCourse, folds_of, follow
from training.sync_exam import FURTHEST, Piece, area, examine, moved, pieces_of
from training.sync_samples import Clips, Stretches
from training.sync_train import SyncRun, matching_loss, tensors_of, train_sync
from training.telling import JsonTeller


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("drawn")
    for seed in range(3):
        write_drawn_shard(folder / f"{seed}.shard", seed, count=52)
    return folder


@pytest.fixture(scope="module")
def clips(data: Path) -> Clips:
    torch.set_num_threads(1)
    return Clips([Shard(path) for path in shards_in(data)])


def vectors(count: int, seed: int = 0) -> Floats:
    drawn = np.random.default_rng(seed).normal(size=(count, 24)).astype(np.float32)
    return np.asarray(drawn / np.linalg.norm(drawn, axis=1, keepdims=True), np.float32)


@pytest.mark.parametrize("late", [-15, -3, 0, 1, 9])
def test_lips_that_are_late_are_found_to_be_late(late: int) -> None:
    heard = vectors(80)
    curve = lag_curve(np.roll(heard, late, axis=0), heard)
    assert curve.argmax() - REACH == late
    assert curve.max() == pytest.approx(1, abs=1e-5) if late == 0 else curve.max() > 0.9
    assert confidence(curve) > 5 * confidence(lag_curve(vectors(80, 1), heard))
    with pytest.raises(ValueError, match="reach"):
        lag_curve(heard[:REACH], heard[:REACH])


def test_the_right_order_costs_less_than_any_other() -> None:
    lips = torch.from_numpy(vectors(40)).reshape(4, 10, -1)
    best = matching_loss(lips, lips, 0.1)
    assert best < 0.2 * matching_loss(lips, lips.roll(3, dims=1), 0.1)
    assert best < 0.2 * matching_loss(lips, lips.roll(1, dims=0), 0.1)
    beside = matching_loss(lips, (lips + lips.roll(1, dims=1)) / 2, 0.1)
    assert torch.isfinite(beside)
    assert beside < 0.7 * matching_loss(lips, (lips + lips.roll(2, dims=1)) / 2, 0.1)


def test_a_window_has_its_frame_in_its_middle() -> None:
    sound = np.zeros(50 * 640, np.float32)
    sound[30 * 640 + 320 - 200 : 30 * 640 + 320 + 200] = 0.5 * np.sin(np.arange(400))
    loud = windows_of(sound, 50).mean(axis=1)
    assert loud[30].argmax() in (6, 7, 8, 9)
    assert loud.mean(axis=1).argmax() in (29, 30, 31)
    assert windows_of(sound[:640], 3).shape == (3, 80, 16)


def test_what_never_changes_says_nothing(clips: Clips) -> None:
    """Vectors tell what changes: another colour of the whole clip is no other speech."""
    torch.manual_seed(0)
    network = SyncNetwork(8, 16).eval()
    mouths, windows = tensors_of([Stretches(clips, clips.persons, 12, 1).stretch(0)], torch.device("cpu"))
    with torch.inference_mode():
        lips, sounds = network(mouths, windows)
    assert lips.shape == sounds.shape == (1, 12, 16)
    torch.testing.assert_close(lips.norm(dim=2), torch.ones(1, 12))
    still = network.lips(mouths[:, :1].expand(1, 12, 3, 64, 64))
    assert float(still.detach()[:, 2:-2].std(dim=1).max()) < 1e-4


def test_sound_is_moved_and_keeps_its_length() -> None:
    sound = np.arange(6400, dtype=np.float32) + 1
    assert (moved(sound, 2)[:-1280] == sound[1280:]).all()
    assert (moved(sound, -2)[1280:] == sound[:-1280]).all()
    assert (moved(sound, 0) == sound).all()
    assert len(moved(sound, 3)) == len(moved(sound, -3)) == len(sound)
    assert not moved(sound, 3)[-1920:].any()


def test_areas_count_pairs() -> None:
    assert area([3, 4], [1, 2]) == 1
    assert area([1, 3], [2, 2]) == 0.5
    assert area([2], [2]) == 0.5
    assert np.isnan(area([], [1]))


class Knower:
    """A meter that compares sounds sample by sample, and says that lips are `off` frames later than they are."""

    def __init__(self, off: int = 0) -> None:
        self._off = off

    def __call__(self, piece: Piece, sounds: Sequence[Sound]) -> list[Floats]:
        own = piece.sound.reshape(-1, 640)[:, :24]
        lips = np.roll(own, self._off, axis=0)
        return [lag_curve(lips, np.ascontiguousarray(sound.reshape(-1, 640)[:, :24])) for sound in sounds]


def test_who_knows_finds_every_offset_and_who_is_two_frames_off_none(clips: Clips) -> None:
    right, wrong = (run(examine(Knower(off), clips, clips.persons)) for off in (0, 2))
    assert [one.accuracy for one in right] == [1, 1, 1]
    assert [one.error for one in right] == [0, 0, 0]
    assert [one.auc for one in right] == [1, 1, 1]
    assert [one.accuracy for one in wrong] == [0, 0, 0]
    assert [one.error for one in wrong] == [2, 2, 2]
    assert [one.accuracy for one in run(examine(Knower(1), clips, clips.persons[:1]))] == [1]
    assert 2 * FURTHEST + 1 == 21


def test_pieces_are_five_seconds_or_what_is_left(tmp_path: Path) -> None:
    long = Clips([write_drawn_shard(tmp_path / f"{count}.shard", count=count) for count in (190, 30)])
    assert [piece.frames for piece in pieces_of(long, long.persons)] == [range(125), range(125, 190)]
    assert all(len(piece.sound) == 640 * len(piece.mouths) for piece in pieces_of(long, long.persons))


def test_persons_are_dealt_into_folds() -> None:
    folds = folds_of(("a", "b", "c", "d", "e"), 2)
    assert sorted(name for fold in folds for name in fold) == ["a", "b", "c", "d", "e"]
    assert len(folds_of(("a", "b", "c"), 0)) == 3
    with pytest.raises(MediaError, match="2 people"):
        folds_of(("a", "b"), 2)


def test_a_killed_run_goes_on_bit_for_bit(clips: Clips, tmp_path: Path) -> None:
    stretches = Stretches(clips, clips.persons, 8, 1)
    whole = run(train_sync(SyncRun(tiny_sync_recipe(), stretches, tmp_path / "whole"), lambda _: None)).state_dict()
    job = train_sync(SyncRun(tiny_sync_recipe(), stretches, tmp_path / "broken"), lambda _: None)
    for _ in range(3):  # the third step is after the newest checkpoint, and lost
        next(job)
    job.close()
    told: list[int] = []
    resumed = run(
        train_sync(SyncRun(tiny_sync_recipe(), stretches, tmp_path / "broken"), lambda m: told.append(m.step))
    )
    assert told == [3, 4]
    for name, values in resumed.state_dict().items():
        assert torch.equal(values, whole[name]), name
    with pytest.raises(SettingsError, match="another recipe"):
        run(train_sync(SyncRun(tiny_sync_recipe(seed=2), stretches, tmp_path / "broken"), lambda _: None))


@pytest.mark.slow
def test_two_processes_give_the_weights_of_one(data: Path, tmp_path: Path) -> None:
    torch.set_default_dtype(torch.float64)
    try:
        whole = sync_weights_of(data, tmp_path / "whole")
    finally:
        torch.set_default_dtype(torch.float32)
    two = by_two_processes("sync", str(data))
    assert two.keys() == whole.keys()
    assert max(float((two[name] - whole[name]).abs().max()) for name in whole) < 1e-9


def test_the_loss_falls(clips: Clips, tmp_path: Path) -> None:
    losses: list[float] = []
    recipe = tiny_sync_recipe(30, optimising=replace(tiny_sync_recipe().optimising, warm_up=1))
    wanted = SyncRun(recipe, Stretches(clips, clips.persons[:1], 8, 1), tmp_path / "run")
    run(train_sync(wanted, lambda m: losses.append(m.losses["matching"])))
    assert np.mean(losses[-8:]) < 0.97 * np.mean(losses[:8])


def test_the_command_stops_and_goes_on_and_leaves_weights(
    data: Path, clips: Clips, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    course = SyncCourse(tiny_sync_recipe(2), data, tmp_path / "run")
    assert run(follow(course, JsonTeller(io.StringIO()), lambda: True)) is None
    assert not (tmp_path / "run/weights").exists()
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    changes = ["steps=2", "batch=2", "frames=8", "channels=8", "width=16", "folds=2", "checkpoint_every=2"]
    arguments = ["train", "syncnet", *changes, "--data", str(data), "-o", str(tmp_path / "run"), "--json"]
    assert main(arguments) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {"metrics", "notice", "result"} <= {line["event"] for line in lines}
    described = json.loads((tmp_path / "run/weights/weights.json").read_text())
    assert described["figures"] == {key: lines[-1][key] for key in ("summary", "persons")}
    assert [row["person"] for row in described["figures"]["persons"]] == list(clips.persons)
    assert "LSE" not in json.dumps(described["figures"])
    SyncNetwork(8, 16).load_state_dict(load_state(tmp_path / "run/weights" / FILE))
    assert main([*arguments, "seed=7"]) != 0
    assert "another recipe or other data" in capsys.readouterr().out
    assert main(["train", "syncnet", "-o", str(tmp_path / "other"), "--json"]) != 0
    assert "--data" in capsys.readouterr().out


def test_few_people_and_short_clips_are_told(tmp_path: Path) -> None:
    shards = [write_drawn_shard(tmp_path / f"{seed}.shard", seed, count=20) for seed in range(3)]
    with pytest.raises(ValueError, match="40 frames"):
        Stretches(Clips(shards), ("person 0",), 40, 1)
    shards[2].path.unlink()
    with pytest.raises(MediaError, match="2 people"):
        run(follow(SyncCourse(tiny_sync_recipe(), tmp_path, tmp_path / "run"), JsonTeller(io.StringIO())))
