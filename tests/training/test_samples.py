"""Samples are what dubbing would see, the same for the same number, and drawn as the method says."""

from collections.abc import Sequence

import numpy as np
import pytest

from core.arrays import Floats
from core.engines.speech_options import first_rows
from core.face.crop import cut_out
from core.geometry import Box
from tests.shared import parity
from training.margins import Margins
from training.samples import Samples, Sampling
from training.shard import ClipData, Shard, ShardFacts, encoded, write_shard

FRAMES = 60


@pytest.fixture(scope="module")
def shard(tmp_path_factory: pytest.TempPathFactory) -> Shard:
    """A clip whose frame k is grey of level k, with a face that moves and a mouth that opens."""
    rng = np.random.default_rng(0)
    base = rng.uniform(20, 90, (68, 2))
    landmarks = np.repeat(base[None], FRAMES, axis=0)
    landmarks[:, 48:68] = [50, 75] + rng.uniform(-8, 8, (20, 2)) * [1, 0.5]
    landmarks[:, 60:68, 1] += 4 * np.sin(np.arange(FRAMES))[:, None]
    pieces = [
        encoded(np.full((140, 130, 3), 3 * k, np.uint8) + np.arange(130, dtype=np.uint8)[None, :, None] // 4, True)
        for k in range(FRAMES)
    ]
    path = tmp_path_factory.mktemp("shards") / "a.shard"
    data = ClipData(
        ShardFacts("a.mp4", "x", 0.0, "ann", {}),
        pieces,
        np.tile(np.array([40, 30], np.int32), (FRAMES, 1)),
        (landmarks + np.array([45, 35])).astype(np.float32),
        np.tile(np.array([50, 40, 150, 140], np.int32), (FRAMES, 1)),
        rng.normal(0, 0.1, FRAMES * 640).astype(np.float32),
    )
    write_shard(path, data)
    return Shard(path)


def windows(shard: Shard) -> Sequence[Floats]:
    return [np.full((50, 384), frame, np.float32) for frame in range(len(shard))]


def samples(shard: Shard, sampling: Sampling | None = None, seed: int = 0) -> Samples:
    return Samples([shard], windows, sampling or Sampling(), seed)


def test_a_number_is_always_the_same_sample_and_others_are_not(shard: Shard) -> None:
    one, other = samples(shard), samples(shard)
    other.sample(3)
    first, again = one.sample(7), other.sample(7)
    assert (first.targets == again.targets).all()
    assert (first.references == again.references).all()
    assert (first.audio == again.audio).all()
    assert any((one.sample(number).audio != first.audio).any() for number in range(5))
    assert any((samples(shard, seed=1).sample(n).audio != one.sample(n).audio).any() for n in range(5))


def test_picture_and_sound_belong_to_the_same_frame(shard: Shard) -> None:
    drawn = samples(shard, Sampling(frames=16))
    for number in range(10):
        sample = drawn.sample(number)
        frames = sample.audio[:, 0, 0]
        assert (np.diff(frames) == 1).all()
        assert (sample.targets[:, 0, 0, 0] // 3 == frames + sample.targets[0, 0, 0, 0] // 3 - frames[0]).all()
        assert abs(sample.targets[0, 0, 0, 0] - 3 * frames[0]) <= 3


def test_without_a_margin_the_crop_is_the_one_that_dubbing_makes(shard: Shard) -> None:
    sample = samples(shard, Sampling(margins=None)).sample(0)
    frame = int(sample.audio[0, 0, 0])
    x0, y0, x1, y1 = (float(edge) for edge in shard.boxes[frame])
    x, y = (int(edge) for edge in shard.corners[frame])
    assert (sample.targets[0] == cut_out(shard.piece(frame), Box(x0 - x, y0 - y, x1 - x, y1 - y))).all()


def test_references_are_informative_or_any(shard: Shard) -> None:
    informed = samples(shard, Sampling(margins=Margins(0, 0)))
    apart = [int(s.references[0, 0, 0, 0]) // 3 - int(s.audio[0, 0, 0]) for s in map(informed.sample, range(60))]
    assert all(abs(distance) >= 4 for distance in apart)
    anywhere = samples(shard, Sampling(share=0, margins=Margins(0, 0)))
    near = [int(s.references[0, 0, 0, 0]) // 3 - int(s.audio[0, 0, 0]) for s in map(anywhere.sample, range(200))]
    assert any(abs(distance) < 4 for distance in near)


def test_lips_are_inside_the_crop_and_the_mel_fits(shard: Shard) -> None:
    drawn = samples(shard, Sampling(frames=16))
    for number in range(10):
        sample = drawn.sample(number)
        assert sample.mel.shape == (80, 52)
        assert len(sample.lips) == 16
        for x0, y0, x1, y1 in sample.lips:
            assert 0 <= x0 < x1 <= 256
            assert 0 <= y0 < y1 <= 256


@pytest.mark.parity
def test_windows_of_sound_are_those_of_the_published_training() -> None:
    golden = np.load(parity("golden/j_train_audio.npz"))
    for offset, stored in zip(golden["audio_offset"], golden["rows"], strict=True):
        first = first_rows((offset + np.arange(16)) / 25)
        rows = first[:, None] + np.arange(10)
        assert (np.where(rows < 0, -1, rows) == stored).all()


@pytest.mark.parity
def test_crops_are_those_of_dubbing_and_near_the_published_smoothed_ones() -> None:
    """A deliberate difference: the published training smooths before it shrinks, its inference does not."""
    golden = np.load(parity("golden/j_dms_crop.npz"))
    x0, y0, x1, y1 = map(float, golden["bbox"][0])
    crop = cut_out(golden["frame_rgb"], Box(x0, y0, x1, y1)).astype(int)
    assert np.abs(crop - golden["crop_stage1_rgb"]).mean() < 1
    assert np.median(np.abs(crop - golden["crop_stage1_rgb"])) <= 1


def test_clips_that_are_too_short_are_told(shard: Shard) -> None:
    with pytest.raises(ValueError, match="61 frames"):
        samples(shard, Sampling(frames=61))
