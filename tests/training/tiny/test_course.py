"""The whole way from nothing to a film that is dubbed; a short one, and one that is long enough to learn something."""

from pathlib import Path

import numpy as np
import pytest
import torch

from core.job import run
from core.media.probe import probe
from training.presenter.talking import TalkingPlan
from training.telling import JsonTeller
from training.tiny.ablations import Ablations, ablate
from training.tiny.autoencoder import AutoencoderPlan
from training.tiny.course import FIGURES, Course, Result, follow
from training.tiny.exam_film import FILM, dub_exam

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("synthesisers", "alone")]

SHORT = ("steps=4", "batch=2", "checkpoint_every=2", "show_every=4", "optimising.warm_up=1", "losses.critics_from=1")


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    torch.set_num_threads(1)
    monkeypatch.setenv("DUBWRIGHT_CACHE", str(tmp_path / "cache"))


def taught(course: Course) -> Result | None:
    with (course.folder.parent / "told.jsonl").open("w", encoding="utf-8") as told:
        return run(follow(course, JsonTeller(told)))


@pytest.mark.timeout(1200)
def test_a_short_course_ends_with_a_dubbed_film_and_is_not_made_twice(tmp_path: Path) -> None:
    plan = AutoencoderPlan(steps=3, batch=2, piece=64)
    course = Course(tmp_path / "tiny", None, TalkingPlan(5, 0.8), plan, SHORT, every=5)
    result = taught(course)
    assert result is not None
    assert [point.step for point in result.stage1] == [0, 2, 4]
    assert [point.step for point in result.stage2] == [0, 2, 4]
    assert (course.folder / FIGURES).is_file()
    assert probe(dub_exam(course.folder, course.weights)).frames == probe(course.folder / FILM).frames == 20
    assert taught(course) == result
    with (tmp_path / "told.jsonl").open("w", encoding="utf-8") as told:
        wanted = Ablations(course, ("method", "margins-shared"), (1,), course.folder / "middle", SHORT)
        trials = run(ablate(wanted, JsonTeller(told)))
    assert trials is not None
    assert [(trial.variant, trial.step) for trial in trials] == [("method", 4), ("margins-shared", 4)]


@pytest.mark.timeout(3 * 3600)
def test_a_whole_course_teaches_lips_to_obey(tmp_path: Path) -> None:
    course = Course(tmp_path / "tiny")
    result = taught(course)
    assert result is not None
    for stage in ("stage1", "stage2"):
        losses = np.array(result.losses[stage])[:, 1]
        quarter = max(len(losses) // 4, 1)
        assert losses[-quarter:].mean() < losses[:quarter].mean()
    obeyed = [np.mean(point.figures["told"]) for point in result.stage1]
    assert obeyed[-1] > obeyed[0] + 0.2
    assert np.mean(result.seen) > 0.8
