"""Who is held out was never learned from, and depends on names alone."""

from pathlib import Path

import numpy as np
import pytest

from core.errors import MediaError
from tests.training.runs import write_drawn_shard
from training.division import GAP, LEAST, divide
from training.shard import ClipData, Shard, ShardFacts, encoded, write_shard


def long_shard(path: Path, frames: int, person: str = "ann", begin: float = 0.0) -> Shard:
    """A clip whose frame k is grey of level k, and whose sound is k in frame k."""
    pieces = [encoded(np.full((8, 8, 3), k % 256, np.uint8), lossless=True) for k in range(frames)]
    landmarks = np.repeat(np.arange(frames, dtype=np.float32), 136).reshape(frames, 68, 2)
    data = ClipData(
        ShardFacts(f"{person}.mp4", "x", begin, person, {}),
        pieces,
        np.zeros((frames, 2), np.int32),
        landmarks,
        np.tile(np.array([0, 0, 8, 8], np.int32), (frames, 1)),
        np.repeat(np.arange(frames, dtype=np.float32) / 32767, 640),
    )
    write_shard(path, data)
    return Shard(path)


def test_persons_are_held_out_whole(tmp_path: Path) -> None:
    people = [f"person {number % 6}" for number in range(18)]
    shards = [long_shard(tmp_path / f"{n}.shard", 3, person) for n, person in enumerate(people)]
    division = divide(shards, 0.3)
    learned, held_out = ({s.facts.person for s in part} for part in (division.learned, division.held_out))
    assert not learned & held_out
    assert len(held_out) == 2
    assert len(division.learned) + len(division.held_out) == 18
    again = divide(shards[::-1], 0.3)
    assert {s.facts.person for s in again.held_out} == held_out


def test_one_person_is_divided_by_time(tmp_path: Path) -> None:
    shards = [long_shard(tmp_path / "b.shard", 200, begin=30.0), long_shard(tmp_path / "a.shard", 300)]
    division = divide(shards, 0.2)
    (held_out,) = division.held_out
    assert len(held_out) == 100
    assert held_out.facts.begin == 30.0
    assert held_out.landmarks[0, 0, 0] == 100
    assert [len(part) for part in division.learned] == [300, 100 - GAP]
    assert "100" not in division.told
    assert "4 s" in division.told


def test_a_clip_of_which_too_little_would_be_left_is_held_out_whole(tmp_path: Path) -> None:
    shards = [long_shard(tmp_path / "a.shard", 300), long_shard(tmp_path / "b.shard", 60, begin=30.0)]
    division = divide(shards, 0.12)
    assert [len(part) for part in division.held_out] == [60]
    assert [len(part) for part in division.learned] == [300]


def test_too_little_is_told(tmp_path: Path) -> None:
    with pytest.raises(MediaError, match="too few"):
        divide([write_drawn_shard(tmp_path / "a.shard")])
    assert divide([long_shard(tmp_path / "b.shard", 2 * LEAST + GAP)]).held_out


def test_a_stretch_of_a_shard_is_its_frames_and_their_sound(tmp_path: Path) -> None:
    whole = long_shard(tmp_path / "a.shard", 40)
    part = Shard(whole.path, slice(10, 25))
    assert len(part) == 15
    assert (part.piece(3) == whole.piece(13)).all()
    assert (part.landmarks == whole.landmarks[10:25]).all()
    assert (part.sound == whole.sound[10 * 640 : 25 * 640]).all()
    assert part.sound_key != whole.sound_key
    assert Shard(whole.path).sound_key == whole.sound_key
