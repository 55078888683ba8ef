"""Margins below the chin: their distribution, and what they do to a box."""

import numpy as np
import pytest
from scipy import stats

from tests.shared import parity
from training.margins import Margins, lowered


@pytest.mark.parity
@pytest.mark.parametrize("number", [0, 1])
def test_draws_are_limited_as_in_the_published_code(number: int) -> None:
    golden = np.load(parity("golden/j_dms_crop.npz"))
    mean, deviation = golden["settings_mean_std"][number]
    limited = Margins(float(mean), float(deviation)).limited(golden["draws"])
    assert np.abs(limited - golden[f"margin_normal_{number}"]).max() < 1e-6


@pytest.mark.parity
def test_boxes_are_those_of_the_published_code() -> None:
    golden = np.load(parity("golden/j_dms_crop.npz"))
    height = golden["frame_rgb"].shape[0]
    for box, row in zip(golden["bbox"], golden["dms_crop_box"], strict=True):
        for margin, wanted in zip(golden["margins"], row, strict=True):
            x0, y0, x1, y1 = map(int, box)
            assert lowered((x0, y0, x1, y1), float(margin), height) == tuple(wanted)


def test_margins_are_a_normal_distribution_within_one_deviation() -> None:
    rng = np.random.default_rng(3)
    drawn = np.concatenate([Margins().draw(rng, 16)[1] for _ in range(500)])
    assert drawn.min() >= 0
    assert drawn.max() <= 20
    inside = drawn[(drawn > 0) & (drawn < 20)]
    assert stats.kstest(inside, stats.truncnorm(-1, 1, 10, 10).cdf).pvalue > 1e-3
    assert 0.28 < 1 - len(inside) / len(drawn) < 0.36  # outside one deviation: 31.7 %


def test_pictures_share_a_margin_and_references_do_not() -> None:
    targets, references = Margins().draw(np.random.default_rng(0), 16)
    assert len(set(targets)) == 1
    assert len(set(references)) > 8


def test_the_ablation_gives_references_the_pictures_margin() -> None:
    targets, references = Margins(shared=True).draw(np.random.default_rng(0), 16)
    assert (targets == references).all()


def test_without_a_margin_nothing_is_drawn() -> None:
    targets, references = Margins(0, 0).draw(np.random.default_rng(0), 4)
    assert not targets.any()
    assert not references.any()
