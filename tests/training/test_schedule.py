"""The learning rate rises, then falls to nothing at the end."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.shared import parity
from training.schedule import linear


@pytest.mark.parity
@pytest.mark.parametrize(("stage", "peak", "warm_up", "steps"), [(1, 20, 1000, 250_000), (2, 5, 8000, 2_000_000)])
def test_rates_are_those_of_the_published_schedules(stage: int, peak: float, warm_up: int, steps: int) -> None:
    golden = np.load(parity("golden/j_lr_schedule.npz"))
    for step, wanted in zip(golden["optimizer_steps"], golden[f"stage{stage}_lr"], strict=True):
        assert abs(linear(int(step), peak, warm_up, steps) - float(wanted)) < 1e-3


@given(step=st.integers(0, 3000), warm_up=st.integers(0, 500), steps=st.integers(501, 2000))
def test_the_rate_stays_between_nothing_and_its_peak(step: int, warm_up: int, steps: int) -> None:
    assert 0 <= linear(step, 2.0, warm_up, steps) <= 2.0
    assert linear(steps, 2.0, warm_up, steps) == 0
    assert linear(warm_up, 2.0, warm_up, steps) == 2.0
