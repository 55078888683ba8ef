"""The report tells a mouth that follows from one that does not, whatever the lag of the film."""

import numpy as np
import pytest

from core.arrays import Floats
from training.mouth_report import Tracked, energy, figures, summary

CHANCE = np.random.default_rng(6)


def wandering(count: int) -> Floats:
    """Smooth movement at the pace of lips, 50 rows a second."""
    return np.convolve(CHANCE.standard_normal(count), np.hanning(9), "same").astype(np.float32)


def film(opening: Floats, late: float = 0.0) -> Tracked:
    times = np.arange(4, len(opening) / 50 - 1, 1 / 25)
    gap = np.interp(times - late, np.arange(len(opening)) / 50, opening).astype(np.float32)
    return Tracked(times, gap, 1 - gap)


def heard(opening: Floats) -> Floats:
    rows = np.zeros((len(opening), 6), np.float32)
    rows[:, 0], rows[:, 2] = opening, opening
    return rows


SOUND = CHANCE.standard_normal(16000 * 20).astype(np.float32)


def test_a_mouth_that_follows_is_at_one() -> None:
    opening = wandering(1000)
    found = figures("film", heard(opening), SOUND, film(opening))
    assert found.opening == pytest.approx(1, abs=1e-3)
    assert found.in_sync == pytest.approx(1, abs=1e-3)
    assert found.lag == 0
    assert found.width == pytest.approx(1, abs=1e-3)
    assert abs(found.chance) < 0.3
    assert abs(found.energy) < 0.3


def test_a_film_out_of_sync_is_forgiven_by_up_to_two_frames() -> None:
    opening = wandering(1000)
    found = figures("film", heard(opening), SOUND, film(opening, late=-0.06))
    assert found.lag == 1.5
    assert found.opening == pytest.approx(1, abs=1e-3)
    assert found.in_sync < 0.8


def test_another_mouth_is_at_chance() -> None:
    found = figures("film", heard(wandering(1000)), SOUND, film(wandering(1000)))
    assert abs(found.in_sync) < 0.25


def test_a_mouth_that_does_not_move_follows_nothing() -> None:
    found = figures("film", np.zeros((1000, 6), np.float32), SOUND, film(wandering(1000)))
    assert found.opening == 0


def test_energy_rises_where_the_sound_does() -> None:
    sound = np.zeros(32000, np.float32)
    sound[16000:20000] = 0.5
    envelope = energy(sound)
    assert len(envelope) == 100
    assert envelope[56] == pytest.approx(0.5, abs=0.01)
    assert envelope[:40].max() < 1e-3


def test_a_summary_is_the_mean() -> None:
    opening = wandering(1000)
    good = figures("a", heard(opening), SOUND, film(opening))
    none = figures("b", np.zeros((1000, 6), np.float32), SOUND, film(opening))
    assert "mean of 2" in summary([good, none])
    assert "opening  0.50" in summary([good, none])
