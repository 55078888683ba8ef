"""A live session for longer: queue, memory and skew stay bounded. Two minutes are marked slow."""

import pytest

from core.demo import FILM
from tests.soak_live import Bounds, soak

pytestmark = pytest.mark.realtime

BUSY = Bounds(p95=0.6, grown=60.0, skew=0.25)
"""For machines that do other work beside the tests."""


@pytest.mark.parametrize("seconds", [12.0, pytest.param(120.0, marks=pytest.mark.slow)])
def test_a_session_stays_within_bounds(seconds: float) -> None:
    outcome = soak(FILM, seconds)
    assert outcome.faults(BUSY) == []
    assert outcome.report.passed == 0
    assert outcome.report.skipped == 0
