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


def test_another_state_takes_nothing_of_the_old_one() -> None:
    kept = KeptFrames(10_000_000)
    other = replace(PROJECT, engine=EngineChoice("musetalk"))
    kept.begin(other)
    kept.put(PROJECT, frame(3))
    assert kept.spans() == ()
    assert kept.get(PROJECT, 3) is None


def test_another_engine_leaves_the_frames_outside_all_clips() -> None:
    kept = filled(10_000_000)
    kept.begin(replace(PROJECT, engine=EngineChoice("musetalk")))
    assert kept.spans() == ((8, 10), (18, 20), (28, 100))


def test_a_change_that_is_taken_back_finds_what_was_there() -> None:
    kept = filled(10_000_000)
    kept.begin(replace(PROJECT, engine=EngineChoice("musetalk")))
    kept.begin(PROJECT)
    assert kept.spans() == ((0, 100),)


def test_frames_of_states_that_are_not_shown_go_first() -> None:
    kept = filled(101 * SIZE)
    other = replace(PROJECT, engine=EngineChoice("musetalk"))
    kept.begin(other)
    while (index := kept.wanted(100)) is not None:
        kept.put(other, frame(index))
    assert kept.spans() == ((0, 100),)


def test_another_film_forgets_everything() -> None:
    kept = filled(10_000_000)
    assert PROJECT.footage is not None
    other = replace(PROJECT, footage=replace(PROJECT.footage, fingerprint="other"))
    kept.begin(other)
    assert kept.spans() == ()
    kept.begin(PROJECT)
    assert kept.spans() == ()
