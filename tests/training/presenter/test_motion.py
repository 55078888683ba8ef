"""How a waiting presenter moves."""

from dataclasses import asdict

import numpy as np
import pytest

from training.presenter.motion import IdleMotion

SECONDS = 8.0
TIMES = np.arange(0, SECONDS, 1 / 25)


@pytest.mark.parametrize("seed", [0, 1, 7])
def test_the_film_is_a_loop(seed):
    motion = IdleMotion(SECONDS, seed)
    first, again = asdict(motion.pose(0.0)), asdict(motion.pose(SECONDS))
    assert again == pytest.approx(first, abs=1e-6)


@pytest.mark.parametrize("seed", [0, 1, 7])
def test_the_head_never_jumps_and_never_turns_away(seed):
    motion = IdleMotion(SECONDS, seed)
    turns = np.degrees([(pose.yaw, pose.pitch, pose.roll) for pose in map(motion.pose, TIMES)])
    assert np.abs(turns).max() < 12
    assert np.abs(np.diff(turns, axis=0)).max() < 1.0


@pytest.mark.parametrize("seed", [0, 1, 7])
def test_lids_shut_now_and_then_and_are_open_most_of_the_time(seed):
    motion = IdleMotion(SECONDS, seed)
    shut = np.array([motion.pose(time).shut for time in TIMES])
    assert shut.max() > 0.9
    assert 0 < np.mean(shut > 0.5) < 0.15


@pytest.mark.parametrize("seed", [0, 1, 7])
def test_the_mouth_opens_now_and_then_and_rests_most_of_the_time(seed):
    motion = IdleMotion(SECONDS, seed)
    opening = np.array([motion.mouth(time).open for time in TIMES])
    assert opening.max() > 0.5
    assert np.mean(opening < 0.1) > 0.6
