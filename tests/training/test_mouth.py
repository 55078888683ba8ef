"""The recipe: its plan, its loss, and that a short run learns something, repeats, and goes on where it was killed."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from core.errors import SettingsError
from core.job import run
from core.models.mouth_motion import MouthMotion, load_mouth_motion
from core.models.speech_features import BANDS
from core.paths import RESOURCES
from core.weights import sha256
from training.__main__ import main
from training.loop import Metrics
from training.mouth import MouthPlan, MouthRun, Taught, correlation, held_out, mouth_loss, train_mouth, usual
from training.record import FILE, read_metrics
from training.speech.corpus import Corpus
from training.views import Views


def small(corpus: Corpus) -> MouthPlan:
    return MouthPlan(
        corpus.folder,
        replace(
            usual(),
            minutes=1.0,
            speech=corpus.minutes * (corpus.shards - 1),
            steps_a_minute=4,
            shards=corpus.shards,
            seed=corpus.seed,
            batch=2,
            seconds=1.5,
        ),
    )


def taught(plan: MouthPlan, folder: Path, told: list[Metrics] | None = None) -> Taught:
    figures: list[Metrics] = [] if told is None else told
    return run(train_mouth(MouthRun(plan, folder), figures.append))


def test_all_shards_are_in_use_from_half_of_the_way_on() -> None:
    plan = MouthPlan(Path(), usual())
    assert plan.shards_at(1) == 3
    assert plan.shards_at(plan.recipe.steps // 2) == plan.recipe.shards
    assert [plan.shards_at(step) for step in range(plan.recipe.steps)] == sorted(
        plan.shards_at(s) for s in range(plan.recipe.steps)
    )


def test_the_recipe_is_that_of_the_built_in_weights() -> None:
    described = json.loads((RESOURCES / "weights/instant/weights.json").read_text(encoding="utf-8"))
    recipe = usual()
    assert (recipe.steps, [recipe.seed]) == (described["steps"], described["seeds"])
    assert MouthPlan(Path(), recipe).hours == pytest.approx(described["speech_hours"])
    assert recipe.shard_minutes == 40


def test_less_time_is_less_speech_and_fewer_steps() -> None:
    whole, short = usual(), usual(["minutes=3"])
    assert MouthPlan(Path(), short).hours == pytest.approx(MouthPlan(Path(), whole).hours / 4)
    assert short.steps == whole.steps // 4


def test_correlation_is_pearsons() -> None:
    one = torch.randn(2, 300, 3, generator=torch.Generator().manual_seed(1))
    other = one + torch.randn(2, 300, 3, generator=torch.Generator().manual_seed(2))
    expected = np.corrcoef(one[1, :, 2], other[1, :, 2])[0, 1]
    assert correlation(one, other)[1, 2].item() == pytest.approx(expected, abs=1e-4)
    assert correlation(one, torch.zeros_like(one)).abs().max() == 0


def test_the_truth_costs_less_than_anything_near_it() -> None:
    motion = torch.rand(2, 100, 6, generator=torch.Generator().manual_seed(1))
    motion[..., 3:] = (motion[..., 3:] > 0.7).float()
    truth = motion.clone()
    truth[..., 3:] = (motion[..., 3:] - 0.5) * 20
    best = mouth_loss(truth, motion)
    for channel in range(6):
        wrong = truth.clone()
        wrong[..., channel] = wrong[..., channel].roll(5, 1)
        assert mouth_loss(wrong, motion) > best


def test_noise_alone_moves_no_mouth() -> None:
    views = Views(np.random.default_rng(0).normal(-3, 1, (5, 900, BANDS)).astype(np.float16))
    views.bands.append(np.random.default_rng(1).normal(0, 2, (4000, BANDS)).astype(np.float16))
    views.motion.append(np.ones((2000, 6), np.float16))
    _, motion = views.batch(60, 100, np.random.default_rng(3))
    hushed = (motion[..., 5] == 0).all(1)
    assert 1 <= hushed.sum() <= 15
    assert (motion[hushed][..., 1:] == 0).all()
    assert ((motion[..., 5] == 0).any(1) & ~hushed).any()


def test_a_short_run_learns(corpus: Corpus, tmp_path: Path) -> None:
    plan = replace(small(corpus), recipe=replace(small(corpus).recipe, steps_a_minute=100))
    before = held_out(MouthMotion().eval(), plan)
    after = held_out(taught(plan, tmp_path).network, plan)
    assert after["speech"] > max(0.2, before["speech"])


def test_the_same_plan_gives_the_same_weights(corpus: Corpus, tmp_path: Path) -> None:
    first, again = (taught(small(corpus), tmp_path / name).network.state_dict() for name in ("first", "again"))
    for name, values in first.items():
        torch.testing.assert_close(values, again[name], msg=name)


def test_a_killed_run_goes_on_bit_for_bit(corpus: Corpus, tmp_path: Path) -> None:
    plan = replace(small(corpus), recipe=replace(small(corpus).recipe, steps_a_minute=5, checkpoint_every=2))
    whole_told: list[Metrics] = []
    whole = taught(plan, tmp_path / "whole", whole_told).network.state_dict()
    told: list[Metrics] = []
    job = train_mouth(MouthRun(plan, tmp_path / "broken"), told.append)
    while len(told) < 3:  # the third step is after the newest checkpoint, and lost
        next(job)
    job.close()
    told.clear()
    resumed = taught(plan, tmp_path / "broken", told)
    assert told == whole_told[2:]
    assert resumed.step == plan.recipe.steps == 5
    for name, values in resumed.network.state_dict().items():
        assert torch.equal(values, whole[name]), name
    other = replace(plan, recipe=replace(plan.recipe, dropout=0.5))
    with pytest.raises(SettingsError, match="another recipe"):
        taught(other, tmp_path / "broken")


def test_a_wish_to_stop_leaves_a_checkpoint_and_no_weights(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("training.commands.Wish.__call__", lambda _: True)
    (tmp_path / "speech").symlink_to(corpus.folder)
    arguments = ["train", "mouth", *changes(corpus), "tell_every=1", "-o", str(tmp_path), "--json"]
    assert main(arguments) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["stopped"]
    assert [path.name for path in tmp_path.glob("step-*")] == ["step-00000001.ckpt"]
    assert not (tmp_path / "weights.json").exists()
    monkeypatch.undo()
    assert main(arguments) == 0
    assert [row["step"] for row in read_metrics(tmp_path / FILE)] == [1, 2, 3, 4]
    assert (tmp_path / "weights.json").exists()


def changes(corpus: Corpus) -> list[str]:
    """The small plan as it is asked for on the command line."""
    recipe = small(corpus).recipe
    names = ("minutes", "speech", "steps_a_minute", "shards", "seed", "batch", "seconds")
    return [f"{name}={getattr(recipe, name)}" for name in names]


def test_the_command_writes_weights_that_load(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("training.mouth.usual", lambda _: small(corpus).recipe)
    assert main(["mouth", "-o", str(tmp_path), "--work", str(corpus.folder)]) == 0
    assert not load_mouth_motion(tmp_path / "mouth.safetensors").training
    assert "held-out correlation" in capsys.readouterr().out
    described = json.loads((tmp_path / "weights.json").read_text())
    assert described["files"]["mouth.safetensors"]["sha256"] == sha256(tmp_path / "mouth.safetensors")


def test_as_one_of_the_recipes_it_is_the_same_training(
    corpus: Corpus, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "speech").symlink_to(corpus.folder)
    assert main(["train", "mouth", *changes(corpus), "-o", str(tmp_path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert told["hours"] == pytest.approx(MouthPlan(Path(), small(corpus).recipe).hours)
    made = load_mouth_motion(Path(told["weights"])).state_dict()
    wanted = taught(small(corpus), tmp_path / "other").network.state_dict()
    for name, values in wanted.items():
        torch.testing.assert_close(values, made[name], msg=name)


@pytest.mark.parametrize("arguments", [["mouth", "--minutes", "0"], ["mouth", "--minutes", "soon"], ["unknown"], []])
def test_wrong_usage_is_exit_code_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage" in capsys.readouterr().err
