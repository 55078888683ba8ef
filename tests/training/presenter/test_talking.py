"""Clips of presenters who speak: pictures, sound and the known mouth belong together."""

from pathlib import Path

import numpy as np
import pytest

from core.errors import MediaError
from core.job import run
from training.presenter.talking import TalkingPlan, gaps_file, known_gaps, make_talking, utterance
from training.shard import SAMPLES, Shard

SHORT = TalkingPlan(persons=2, seconds=0.8, first=3)


@pytest.fixture(scope="module")
def clips(synthesisers: None, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    return run(make_talking(SHORT, tmp_path_factory.mktemp("clips")))


def test_every_frame_has_picture_sound_and_gap(clips: tuple[Path, ...]) -> None:
    for path in clips:
        shard, gaps = Shard(path), known_gaps(path)
        assert len(shard) == len(gaps) == 20
        assert len(shard.sound) == 20 * SAMPLES
        assert shard.piece(7).shape == (320, 320, 3)


def test_persons_look_and_speak_differently(clips: tuple[Path, ...]) -> None:
    one, other = (Shard(path) for path in clips)
    assert one.facts.person != other.facts.person
    assert np.abs(one.piece(0).astype(int) - other.piece(0)).mean() > 5
    assert np.abs(one.sound - other.sound).max() > 0.05


def test_a_wider_gap_shows_as_another_mouth(clips: tuple[Path, ...]) -> None:
    """The frame with the widest gap differs round the lips from the one with the narrowest, more than elsewhere."""
    shard, gaps = Shard(clips[0]), known_gaps(clips[0])
    wide, narrow = int(gaps.argmax()), int(gaps.argmin())
    assert gaps[wide] - gaps[narrow] > 0.1
    lips = shard.landmarks[wide][60:68].mean(axis=0).round().astype(int)
    difference = np.abs(shard.piece(wide).astype(int) - shard.piece(narrow)).mean(axis=2)
    around = difference[lips[1] - 8 : lips[1] + 8, lips[0] - 15 : lips[0] + 15]
    assert around.mean() > 2 * difference[:100].mean()


def test_boxes_lie_within_the_pictures(clips: tuple[Path, ...]) -> None:
    for path in clips:
        boxes = Shard(path).boxes
        assert (boxes[:, :2] > 0).all()
        assert (boxes[:, 2:] < 320).all()
        assert (boxes[:, 3] - boxes[:, 1] > 120).all()


def test_whole_clips_are_kept_and_a_missing_table_is_made_again(clips: tuple[Path, ...]) -> None:
    folder, before = clips[0].parent, clips[1].stat().st_mtime_ns
    gaps = known_gaps(clips[0])
    gaps_file(clips[0]).unlink()
    with pytest.raises(MediaError, match="not known"):
        known_gaps(clips[0])
    run(make_talking(SHORT, folder))
    assert clips[1].stat().st_mtime_ns == before
    np.testing.assert_array_equal(known_gaps(clips[0]), gaps)


def test_what_is_said_follows_from_the_seed(synthesisers: None) -> None:
    one, again, other = utterance(5, 0.5), utterance(5, 0.5), utterance(6, 0.5)
    np.testing.assert_array_equal(one.sound, again.sound)
    assert one.phones == again.phones
    assert one.phones != other.phones
