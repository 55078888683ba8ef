"""Frames are kept where they are of use, within a budget, and of one state only."""

from dataclasses import replace

import numpy as np
import pytest

from app.kept_frames import KeptFrames
from core.project import EngineChoice
from tests.app.fakes import FakeFrame
from tests.factories import make_project

PROJECT = make_project()
SIZE = 2 * 300


def frame(index: int) -> FakeFrame:
    return FakeFrame(index, np.zeros((10, 10, 3), np.uint8), np.ones((10, 10, 3), np.uint8))


def filled(budget: int, playhead: int = 0) -> KeptFrames:
    kept = KeptFrames(budget)
    kept.begin(PROJECT)
    kept.move(playhead)
    while (index := kept.wanted(100)) is not None:
        kept.put(PROJECT, frame(index))
    return kept


def test_with_room_for_all_all_are_kept() -> None:
    assert filled(100 * SIZE + SIZE).spans() == ((0, 100),)


@pytest.mark.parametrize("playhead", [0, 50, 99])
def test_with_less_room_those_round_the_playhead_are_kept_and_it_comes_to_an_end(playhead: int) -> None:
    kept = filled(21 * SIZE, playhead)
    ((start, stop),) = kept.spans()
    assert start <= playhead < stop
    assert 20 <= stop - start <= 21
    if playhead == 50:
        assert stop - playhead > 2 * (playhead - start)


def test_another_state_forgets_and_takes_nothing_of_the_old_one() -> None:
    kept = filled(10_000_000)
    other = replace(PROJECT, engine=EngineChoice("musetalk"))
    kept.begin(other)
    kept.put(PROJECT, frame(3))
    assert kept.spans() == ()
    assert kept.get(PROJECT, 3) is None
