"""What is pulled is what was steered, and the place told is the place heard."""

from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.media.player import Course, Player, SilentSpeaker

RATE = 1000


@dataclass(frozen=True)
class Ramp:
    """Sample n has the value n, so that a sample tells its place; nothing below 0 and above the end."""

    length: int = 10_000
    rate: int = RATE
    channels: int = 1

    def read(self, start: int, stop: int) -> np.ndarray:
        number = np.arange(start, stop, dtype=np.float32)
        return np.where((number >= 0) & (number < self.length), number, 0)[:, None]


def heard(player: Player, count: int, block: int = 17) -> np.ndarray:
    return np.concatenate([player.pull(min(block, count - at)) for at in range(0, count, block)])[:, 0]


def test_forwards_it_plays_sample_by_sample_and_stands_at_the_end() -> None:
    player = Player(Ramp())
    player.steer(Course(1.0, 0.0, 1.5))
    sound = heard(player, 700)
    assert sound[100:500].tolist() == list(range(1100, 1500))
    assert not sound[500:].any()
    assert player.position(0.25) == 1.25
    assert player.position(0.7) == pytest.approx(1.5)


def test_a_loop_goes_round_and_its_place_with_it() -> None:
    player = Player(Ramp())
    player.steer(Course(1.8, 1.0, 2.0, loops=True))
    sound = heard(player, 2500)
    assert sound[300:1150][:3].tolist() == [1100, 1101, 1102]
    for clock, place in ((0.1, 1.9), (0.25, 1.05), (1.25, 1.05), (1.1, 1.9)):
        assert player.position(clock) == pytest.approx(place)


@pytest.mark.parametrize("speed", [-4.0, -1.0, 0.25, 2.0, 8.0])
def test_a_shuttle_plays_every_speed(speed: float) -> None:
    player = Player(Ramp())
    player.steer(Course(5.0, 0.0, 10.0, speed))
    sound = heard(player, 400)
    np.testing.assert_allclose(sound[100:400], 5000 + speed * np.arange(100, 400), atol=1e-2)
    assert player.position(0.4) == pytest.approx(5.0 + 0.4 * speed)


@given(
    st.lists(
        st.tuples(st.floats(0, 9), st.sampled_from([1.0, -1.0, 2.0]), st.integers(1, 400)), min_size=1, max_size=12
    )
)
@settings(max_examples=60, deadline=None)
def test_the_place_told_is_the_place_heard_whatever_is_steered(steps: list[tuple[float, float, int]]) -> None:
    player = Player(Ramp(20_000))
    sound = []
    for start, speed, count in steps:
        player.steer(Course(start, 0.0, 10.0, speed, loops=True))
        sound.append(player.pull(count)[:, 0])
    whole = np.concatenate(sound)
    for at in range(0, len(whole), 7):
        told = player.position(at / RATE) * RATE
        faded = whole[at] < told - 1.5
        assert faded or abs(whole[at] - told) <= 1.5


def test_a_leap_is_faded_in_and_waits_until_it_is_heard() -> None:
    player = Player(Ramp())
    player.steer(Course(1.0, 0.0, 10.0))
    player.pull(300)
    player.steer(Course(6.0, 0.0, 10.0))
    assert not player.follows(0.2)
    assert player.position(0.2) == pytest.approx(1.2)
    assert player.follows(0.3)
    assert player.position(0.3) == pytest.approx(6.0)
    assert player.pull(1)[0, 0] < 100


def test_without_a_loudspeaker_the_wall_clock_pulls() -> None:
    now = [100.0]
    player = Player(Ramp())
    speaker = SilentSpeaker(RATE, player.pull, lambda: now[0])
    player.steer(Course(2.0, 0.0, 10.0))
    for elapsed in (0.0, 0.5, 3.0):
        now[0] = 100.0 + elapsed
        assert player.position(speaker.clock()) == pytest.approx(2.0 + elapsed)
    assert player.given == 3000
