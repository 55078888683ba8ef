"""Films for a blind comparison: the same seconds from both, side by side, with their sound."""

from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats
from core.job import run
from core.media.probe import probe
from core.media.reader import VideoReader
from core.media.sound import engine_sound
from tests.training.runs import windows, write_drawn_shard
from training.pairs import LONGEST, MOST, _stretches, write_pairs
from training.shard import Shard

Crops = NDArray[np.uint8]


class Grey:
    """Paints everything in one grey."""

    def __init__(self, level: int) -> None:
        self.level = level

    def paint(self, shown: Crops, references: Crops, audio: Floats) -> Crops:
        assert len(shown) == len(references) == len(audio)
        return np.full_like(shown, self.level)


def test_the_left_half_is_before_the_right_half_after_and_the_voice_is_there(tmp_path: Path) -> None:
    shard = Shard(write_drawn_shard(tmp_path / "a.shard", count=160).path, slice(60, None))
    films = run(write_pairs((Grey(60), Grey(180)), [shard], windows, tmp_path / "pairs"))
    assert len(films) == 2
    assert sorted(tmp_path.glob("pairs/*")) == list(films)
    info = probe(films[0])
    assert (info.width, info.height, info.frames, info.rate) == (512, 256, 50, Fraction(25))
    with VideoReader(info) as reader:
        picture = next(iter(reader.frames([20]))).image
    assert abs(picture[:, :256].mean() - 60) < 3
    assert abs(picture[:, 256:].mean() - 180) < 3
    heard = engine_sound(films[1])
    wanted = shard.sound[50 * 640 : 60 * 640]
    assert np.corrcoef(heard[: len(wanted)], wanted)[0, 1] > 0.9


def test_stretches_are_short_few_and_share_no_frame(tmp_path: Path) -> None:
    whole = write_drawn_shard(tmp_path / "a.shard", count=600)
    found = _stretches([Shard(whole.path, slice(0, 570)), Shard(whole.path, slice(580, 590))])
    assert len(found) == MOST
    assert all(25 <= len(frames) <= LONGEST for _, frames in found)
    assert len({(len(shard), frames.start) for shard, frames in found}) == MOST
    assert _stretches([]) == []
