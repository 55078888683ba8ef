"""Adapters learn alone, go on where they were killed, and vanish into ordinary weights that paint the same."""

import io
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from core.errors import SettingsError
from core.job import run
from core.models.checkpoint import load_state
from core.models.unet import load_unet
from tests.training.runs import tiny_recipe, tiny_run
from training import finetune as tuning
from training.__main__ import main
from training.checkpoints import Checkpoints
from training.estimate import estimate
from training.export import Origin, write_weights
from training.finetune import FineTune, fitting
from training.low_rank import add_adapters, finished_weights, learned_state, merged, method_of
from training.networks import Painter, load_painter
from training.recipe import LowRank, Recipe, load_recipe
from training.run_setup import ORDER, Order
from training.train import train

ADAPTERS = LowRank(rank=4, alpha=8)


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


def recipe(steps: int = 4) -> Recipe:
    return replace(tiny_recipe(steps=steps), low_rank=ADAPTERS)


def shown(seed: int = 0) -> tuple[torch.Tensor, torch.Tensor]:
    drawn = torch.Generator().manual_seed(seed)
    return torch.randn(2, 8, 32, 32, generator=drawn), torch.randn(2, 50, 384, generator=drawn)


def trained(folder: Path, steps: int = 4) -> Painter:
    return run(train(tiny_run(folder, recipe(steps)), lambda _: None))


def test_before_they_learn_adapters_change_nothing(tmp_path: Path) -> None:
    folders = tiny_run(tmp_path, recipe()).folders
    plain, adapted = load_painter(folders), load_painter(folders)
    add_adapters(adapted, ADAPTERS)
    with torch.inference_mode():
        torch.testing.assert_close(adapted(*shown()), plain(*shown()))


def test_only_adapters_learn_and_only_they_are_kept(tmp_path: Path) -> None:
    painter = trained(tmp_path)
    base = load_painter(tiny_run(tmp_path, recipe()).folders).state_dict()
    kept = {name.replace(".base_layer", ""): t for name, t in painter.state_dict().items() if ".lora_" not in name}
    assert kept.keys() == base.keys()
    assert all(torch.equal(kept[name], base[name]) for name in base)
    raised = [tensor for name, tensor in learned_state(painter).items() if ".lora_B" in name]
    assert raised
    assert all(bool(tensor.any()) for tensor in raised)  # they begin with zeros
    state, _ = Checkpoints(tmp_path / "run").newest()
    assert state is not None
    assert state["painter"].keys() == state["average"].keys() == learned_state(painter).keys()


def test_merged_weights_paint_what_base_and_adapters_paint(tmp_path: Path) -> None:
    painter = trained(tmp_path)
    folders = tiny_run(tmp_path, recipe()).folders
    with torch.inference_mode():
        wanted = painter.eval()(*shown())
    state, _ = Checkpoints(tmp_path / "run").newest()
    assert state is not None
    ordinary = load_painter(folders)
    ordinary.load_state_dict(finished_weights(state, folders.unet))
    with torch.inference_mode():
        torch.testing.assert_close(ordinary(*shown()), wanted, atol=1e-5, rtol=1e-4)
        assert float((wanted - load_painter(folders)(*shown())).abs().max()) > 1e-3
    assert merged(painter).keys() == ordinary.state_dict().keys()


def test_what_is_written_is_ordinary_weights_that_say_how_they_were_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DUBWRIGHT_WEIGHTS", str(tmp_path / "weights"))
    painter = trained(tmp_path)
    with torch.inference_mode():
        wanted = painter.eval()(*shown())
    folder = tiny_run(tmp_path, recipe()).folders.unet
    config = json.loads((folder / "musetalk.json").read_text())
    origin = Origin("base", "none", {}, {}, method=method_of(ADAPTERS))
    place = write_weights(merged(painter), config, origin, tmp_path / "weights/ann")
    assert json.loads((place / "weights.json").read_text())["method"] == (
        "LoRA of rank 4, alpha 8, merged into the base"
    )
    assert load_state(place / "unet.safetensors").keys() == load_state(folder / "unet.pth").keys()
    with torch.inference_mode():
        torch.testing.assert_close(load_unet(place)(*shown()), wanted, atol=1e-4, rtol=1e-3)


@pytest.mark.slow
def test_a_killed_run_goes_on_bit_for_bit(tmp_path: Path) -> None:
    whole = learned_state(trained(tmp_path / "whole"))
    job = train(tiny_run(tmp_path / "broken", recipe()), lambda _: None)
    for _ in range(3):
        next(job)
    job.close()
    resumed = learned_state(trained(tmp_path / "broken"))
    assert all(torch.equal(resumed[name], whole[name]) for name in whole)
    with pytest.raises(SettingsError, match="another recipe"):
        run(train(tiny_run(tmp_path / "whole", tiny_recipe()), lambda _: None))


@pytest.mark.slow
def test_less_memory_is_asked_for(tmp_path: Path) -> None:
    wanted, cpu = tiny_run(tmp_path, recipe()), torch.device("cpu")
    assert estimate(recipe(), wanted.folders, cpu).peak < estimate(tiny_recipe(), wanted.folders, cpu).peak


def test_the_memory_decides_unless_a_run_was_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from core.errors import DeviceError

    full, small = tiny_recipe(), recipe()
    wanted = FineTune((), "ann", tmp_path, Order(full, tmp_path, "", tmp_path), smaller=small)
    monkeypatch.setattr(tuning, "set_up", lambda order: type("Ready", (), {"run": order.recipe}))
    monkeypatch.setattr(tuning, "refuse_if_too_large", lambda _: None)
    assert fitting(wanted) is full

    def too_large(_: object) -> None:
        raise DeviceError("9 GB", "less")

    monkeypatch.setattr(tuning, "refuse_if_too_large", too_large)
    assert fitting(wanted) is small
    assert fitting(replace(wanted, smaller=None)) is full  # the user insists: it is refused later, with the figures
    wanted.run.mkdir()
    (wanted.run / ORDER).write_text(json.dumps({"recipe": {"low_rank": None}}))
    assert fitting(wanted) is full
    (wanted.run / ORDER).write_text(json.dumps({"recipe": {"low_rank": {"rank": 4}}}))
    monkeypatch.setattr(tuning, "refuse_if_too_large", lambda _: None)
    assert fitting(wanted) is small


@pytest.mark.parametrize(
    ("arguments", "chosen"),
    [
        ([], (False, True)),
        (["--method", "full"], (False, None)),
        (["--method", "lora"], (True, None)),
        (["--recipe", "finetune"], (False, None)),
    ],
)
def test_the_user_may_insist(
    arguments: list[str], chosen: tuple[bool, bool | None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[FineTune] = []

    def noted(wanted: FineTune, *_: object) -> Iterator[None]:
        seen.append(wanted)
        yield from ()

    monkeypatch.setattr(sys, "stdin", io.StringIO())
    monkeypatch.setattr(tuning, "finetune", noted)
    assert main(["finetune", "a.mp4", "-o", "ann", "--work", str(tmp_path), "--held-out", "0.2", *arguments]) == 0
    (wanted,) = seen
    smaller = None if wanted.smaller is None else wanted.smaller.low_rank is not None
    assert (wanted.order.recipe.low_rank is not None, smaller) == chosen
    assert wanted.order.held_out == 0.2


def test_there_must_be_something_to_adapt(tmp_path: Path) -> None:
    from training.run_setup import set_up

    with pytest.raises(SettingsError, match="LoRA adapts"):
        set_up(Order(load_recipe("finetune-lora"), tmp_path, "", tmp_path, fresh=True))
