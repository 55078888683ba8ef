"""Recipes are typed: what is wrong is told with its place."""

from pathlib import Path

import pytest
from pydantic import TypeAdapter

from core.errors import SettingsError
from training.losses import Adversary
from training.margins import Margins
from training.recipe import RECIPES, Recipe, described, load_any, load_recipe, restored, same_but_for_length


@pytest.mark.parametrize("path", sorted(RECIPES.glob("*.toml")), ids=lambda path: path.stem)
def test_every_shipped_recipe_can_be_used(path: Path) -> None:
    recipe = load_any(path.stem)
    assert TypeAdapter(type(recipe)).validate_python(described(recipe)) == recipe
    assert not isinstance(recipe, Recipe) or restored(described(recipe)) == recipe


def test_a_recipe_of_another_network_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="inpainting"):
        load_recipe("syncnet")
    (tmp_path / "odd.toml").write_text('network = "nose"')
    with pytest.raises(SettingsError, match="nose"):
        load_any(str(tmp_path / "odd.toml"))


def test_the_second_stage_is_the_papers() -> None:
    recipe = load_recipe("stage2")
    assert (recipe.losses.adversarial, recipe.losses.sync, recipe.frames) == (0.1, 0.05, 16)
    assert recipe.losses.adversary is Adversary.WASSERSTEIN
    assert recipe.margins == Margins(10, 10)


def test_values_are_changed_from_the_command_line() -> None:
    recipe = load_recipe(
        "stage1", ["optimising.rate=3e-4", "batch=8", "precision=bf16", "losses.adversary=least-squares"]
    )
    assert recipe.optimising.rate == 3e-4
    assert recipe.batch == 8
    assert recipe.losses.adversary is Adversary.LEAST_SQUARES


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (["batch=many"], "batch"),
        (["batch"], "no change"),
        (["parts=3", "batch=8"], "parts"),
        (["losses.sync=0.1", "frames=1"], "16 frames"),
        (["batch.x=1"], "not a table"),
        (["bach=1"], "bach"),
        (["losses.vgg=1"], r"losses\.vgg"),
        (["losses.adversary=none"], "adversary"),
    ],
)
def test_what_cannot_be_used_is_told(changes: list[str], told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        load_recipe("stage1", changes)


def test_unknown_and_damaged_recipes_are_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="stage9"):
        load_recipe("stage9")
    (tmp_path / "bad.toml").write_text("steps = = 3")
    with pytest.raises(SettingsError, match=r"bad\.toml"):
        load_recipe(str(tmp_path / "bad.toml"))


def test_a_run_may_go_on_longer_but_not_otherwise() -> None:
    recipe = load_recipe("stage1")
    assert same_but_for_length(recipe, load_recipe("stage1", ["steps=5", "parts=2"]))
    assert not same_but_for_length(recipe, load_recipe("stage1", ["seed=2"]))
    assert not same_but_for_length(recipe, load_recipe("stage1", ["optimising.rate=1e-3"]))
