"""A live session of a minute: queue, memory and skew stay bounded. `python -m tests.soak_live` is for longer."""

import pytest

from core.demo import FILM
from tests.soak_live import Bounds, soak

pytestmark = pytest.mark.realtime

BUSY = Bounds(p95=0.6, grown=60.0, skew=0.25)
"""For machines that do other work beside the tests."""


def test_a_session_stays_within_bounds() -> None:
    outcome = soak(FILM, 60.0)
    assert outcome.faults(BUSY) == []
    assert outcome.report.passed == 0
    assert outcome.report.skipped == 0
