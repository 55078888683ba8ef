"""A training run learns, can be stopped, killed and divided, and gives the same weights all the same."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from core.errors import SettingsError, WeightsError
from core.job import run
from tests.training.runs import CRITICS, PIXELS, by_two_processes, tiny_recipe, tiny_run, weights_of
from training.checkpoints import Checkpoints
from training.losses import Adversary
from training.recipe import Losses, Optimising
from training.train import train


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


@pytest.fixture
def exact() -> Iterator[None]:
    """Double precision: sums of another order then differ by nothing that an optimiser could amplify."""
    torch.set_default_dtype(torch.float64)
    yield
    torch.set_default_dtype(torch.float32)


def largest_difference(one: dict[str, torch.Tensor], other: dict[str, torch.Tensor]) -> float:
    assert one.keys() == other.keys()
    return max(float((one[name] - other[name]).abs().max()) for name in one)


def test_the_loss_falls(tmp_path: Path) -> None:
    optimising = Optimising(rate=1e-2, warm_up=1)
    _, told = weights_of(tmp_path, replace(tiny_recipe(steps=30), optimising=optimising))
    first, last = (np.mean([metrics.losses["pixel"] for metrics in part]) for part in (told[:5], told[-5:]))
    assert last < 0.9 * first
    assert [metrics.step for metrics in told] == list(range(1, 31))
    assert all(np.isfinite(metrics.norm) for metrics in told)


@pytest.mark.parametrize("losses", [PIXELS, CRITICS], ids=["pixels", "critics"])
def test_a_killed_run_goes_on_bit_for_bit(tmp_path: Path, losses: Losses) -> None:
    whole, told = weights_of(tmp_path / "whole", tiny_recipe(steps=6, losses=losses))
    broken = tiny_run(tmp_path / "broken", tiny_recipe(steps=6, losses=losses))
    job = train(broken, lambda _: None)
    for _ in range(3):  # checkpoints are written every second step: the third one is lost
        next(job)
    job.close()
    resumed, told_after = weights_of(tmp_path / "broken", tiny_recipe(steps=6, losses=losses))
    assert largest_difference(whole, resumed) == 0
    assert [metrics.losses for metrics in told_after] == [metrics.losses for metrics in told[2:]]


def test_a_damaged_checkpoint_is_told_and_the_one_before_is_used(tmp_path: Path) -> None:
    whole, _ = weights_of(tmp_path, tiny_recipe(steps=6))
    newest = sorted((tmp_path / "run").glob("*.ckpt"))[-1]
    newest.write_bytes(newest.read_bytes()[:1000])
    notices: list[str] = []
    painter = run(
        train(tiny_run(tmp_path, tiny_recipe(steps=6)), lambda _: None),
        lambda progress: notices.append(progress.notice),
    )
    assert any(newest.name in notice for notice in notices)
    assert largest_difference(whole, painter.state_dict()) == 0


def test_parts_of_a_batch_give_the_weights_of_the_whole(exact: None, tmp_path: Path) -> None:
    whole, _ = weights_of(tmp_path / "whole", tiny_recipe(batch=8, losses=CRITICS))
    parts, _ = weights_of(tmp_path / "parts", tiny_recipe(batch=8, parts=4, losses=CRITICS))
    assert largest_difference(whole, parts) < 1e-5


@pytest.mark.slow
def test_two_processes_and_four_parts_give_the_weights_of_one_large_batch(exact: None, tmp_path: Path) -> None:
    whole, _ = weights_of(tmp_path / "whole", tiny_recipe(steps=2, batch=8, losses=CRITICS))
    tiny_run(tmp_path / "two", tiny_recipe())  # the data is there before the processes look for it
    two = by_two_processes("painter", str(tmp_path / "two"), "4")
    assert largest_difference(whole, two) < 1e-5


def test_a_wish_to_stop_leaves_a_checkpoint(tmp_path: Path) -> None:
    wanted = tiny_run(tmp_path, tiny_recipe(steps=100))
    seen: list[int] = []
    run(train(replace(wanted, wants_stop=lambda: len(seen) >= 3), lambda metrics: seen.append(metrics.step)))
    assert seen == [1, 2, 3]
    state, _ = Checkpoints(tmp_path / "run").newest()
    assert state is not None
    assert state["step"] == 3


def test_a_run_does_not_go_on_under_another_recipe(tmp_path: Path) -> None:
    weights_of(tmp_path, tiny_recipe(steps=2))
    with pytest.raises(SettingsError, match="another recipe"):
        weights_of(tmp_path, replace(tiny_recipe(steps=2), seed=9))


def test_losses_whose_network_is_missing_are_told(tmp_path: Path) -> None:
    recipe = replace(tiny_recipe(), losses=Losses(perceptual=0.01))
    with pytest.raises(WeightsError, match="VGG-19"):
        weights_of(tmp_path, recipe)


@pytest.mark.parametrize("kind", list(Adversary))
def test_critics_take_part_from_their_step_on(tmp_path: Path, kind: Adversary) -> None:
    losses = Losses(perceptual=0.0, adversarial=0.1, adversary=kind, critics_from=2, critic_channels=4)
    _, told = weights_of(tmp_path, replace(tiny_recipe(steps=4), losses=losses))
    assert ["critics" in metrics.losses for metrics in told] == [False, False, True, True]
    assert all(np.isfinite(value) for metrics in told for value in metrics.losses.values())


def test_pictures_show_masked_reference_made_and_wanted(tmp_path: Path) -> None:
    pictures = []
    recipe = replace(tiny_recipe(steps=2), show_every=1)
    run(train(tiny_run(tmp_path, recipe), lambda _: None), lambda progress: pictures.append(progress.image))
    assert len(pictures) == 2
    assert pictures[-1] is not None
    assert pictures[-1].shape == (4 * 256, 2 * 256, 3)
    assert not pictures[-1][128:256].any()
    assert pictures[-1][3 * 256 + 128 :].any()
