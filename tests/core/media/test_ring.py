"""The last seconds of an endless sound."""

import threading

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.media.ring import LostSoundError, Ring
from core.media.sample_clock import SampleClock


@given(sizes=st.lists(st.integers(0, 25), max_size=30), capacity=st.integers(1, 17))
def test_what_is_kept_is_what_was_written(sizes: list[int], capacity: int) -> None:
    ring, position = Ring(capacity), 0
    for size in sizes:
        ring.write(np.arange(position, position + size, dtype=np.float32))
        position += size
        assert ring.written == position
        kept = ring.read(ring.oldest, capacity)[:, 0]
        assert kept.tolist() == list(range(max(0, position - capacity), position))


def test_overwritten_samples_are_told_and_future_ones_are_missing() -> None:
    ring = Ring(4, channels=2)
    ring.write(np.ones((6, 2), np.float32))
    with pytest.raises(LostSoundError) as lost:
        ring.read(1, 2)
    assert lost.value.oldest == 2
    assert ring.read(5, 10).shape == (1, 2)
    assert ring.read(9, 10).shape == (0, 2)
    with pytest.raises(ValueError, match="-1"):
        ring.read(-1, 2)


def test_a_reader_beside_the_writer_never_sees_torn_sound() -> None:
    ring, ending = Ring(3000), threading.Event()

    def write() -> None:
        position = 0
        while not ending.is_set():
            ring.write(np.arange(position, position + 700, dtype=np.float64).astype(np.float32))
            position = (position + 700) if position < 1 << 22 else position
            if position >= 1 << 22:
                return

    writer = threading.Thread(target=write)
    writer.start()
    read = 0
    while read < 300 and writer.is_alive():
        start = ring.oldest
        try:
            sound = ring.read(start, 2000)[:, 0]
        except LostSoundError:
            continue
        assert np.array_equal(sound, np.arange(start, start + len(sound), dtype=np.float32))
        read += 1
    ending.set()
    writer.join()


def test_the_clock_is_steadier_than_what_it_is_told() -> None:
    clock, jitter = SampleClock(48000), np.random.default_rng(0).uniform(0, 0.01, 2000)
    for block in range(2000):
        clock.note(block * 480, 100 + block * 0.01 + jitter[block])
    late = [clock.time_of(block * 480) - (100 + block * 0.01) for block in range(1900, 2000)]
    assert max(abs(value - 0.005) for value in late) < 0.002
    assert clock.sample_at(clock.time_of(12345)) == pytest.approx(12345)


def test_a_jump_of_the_time_is_followed_at_once() -> None:
    clock = SampleClock(1000)
    clock.note(0, 10.0)
    clock.note(100, 12.1)
    assert clock.time_of(100) == pytest.approx(12.1)
