"""Variants differ from the method in one place, and are compared with it presenter by presenter."""

import io
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from core.errors import SettingsError
from training.__main__ import main
from training.recipe import Recipe, load_recipe
from training.tiny.ablations import METHOD, VARIANTS, Ablations, Trial, as_json, as_text
from training.tiny.course import Course, changes_of


@pytest.mark.parametrize("variant", sorted(set(VARIANTS) - {METHOD}))
def test_a_variant_differs_from_the_method_in_one_place(variant: str) -> None:
    method, other = (load_recipe("tiny-stage1", VARIANTS[name]) for name in (METHOD, variant))
    different = [field.name for field in fields(Recipe) if getattr(method, field.name) != getattr(other, field.name)]
    assert different == (["share"] if variant.startswith("reference") else ["margins"])


def test_the_method_is_that_of_the_paper() -> None:
    method = load_recipe("tiny-stage1", VARIANTS[METHOD])
    assert method.margins is not None
    assert (method.share, method.margins.mean, method.margins.deviation) == (0.5, 10, 10)
    assert not method.margins.shared


def test_an_unknown_variant_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    with pytest.raises(SettingsError, match="margins-wide"):
        Ablations(Course(tmp_path), only=("margins-wide",))
    assert main(["ablations", "-o", str(tmp_path / "out"), "--only", "margins-wide"]) == 2
    assert not (tmp_path / "out").exists()


def test_differences_are_taken_presenter_by_presenter() -> None:
    """Two presenters who differ much, a variant that is worse by 0.1 for each: the bounds are narrow."""
    trials = [
        Trial(METHOD, 1, 9, _told(0.2, 0.8)),
        Trial("margins-none", 1, 9, _told(0.1, 0.7)),
    ]
    last = as_text(trials).splitlines()[-1]
    assert last.split()[:2] == ["margins-none", "-0.100"]
    assert "[-0.100, -0.100]" in last
    assert as_json(trials)[1] == {"variant": "margins-none", "seed": 1, "step": 9, **trials[1].figures}


def test_seeds_are_averaged_before_presenters_are_compared() -> None:
    trials = [Trial(METHOD, 1, 9, _told(0.2, 0.8)), Trial(METHOD, 2, 9, _told(0.4, 0.6))]
    assert "0.500 [0.300, 0.700]" in as_text(trials)


def _told(*told: float) -> dict[str, list[float]]:
    return {"told": list(told), "own": [0.0] * len(told), "size": [1.0] * len(told)}


def test_a_change_may_be_meant_for_one_stage() -> None:
    changes = ("batch=2", "stage1.steps=8", "stage2.steps=4")
    assert changes_of("stage1", changes) == ["batch=2", "steps=8"]
    assert changes_of("stage2", changes) == ["batch=2", "steps=4"]
