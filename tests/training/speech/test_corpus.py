"""Shards hold what they say, repeat with their seed, and are never seen half written."""

import random
from pathlib import Path

import numpy as np
import pytest

from core.job import run
from core.models.speech_features import BANDS
from training.speech import augment
from training.speech.corpus import Corpus, log_bands, make_corpus, take
from training.speech.utterance import SAMPLE_RATE, Phone, Utterance

pytestmark = pytest.mark.usefixtures("synthesisers")


def test_two_frames_of_sound_for_a_row_of_motion(corpus: Corpus) -> None:
    for number in range(2):
        with np.load(corpus.shard(number)) as shard:
            assert shard["bands"].shape == (2 * len(shard["motion"]), BANDS)
            assert shard["motion"].shape[1] == 6
            assert len(shard["motion"]) >= 0.2 * 60 * 50
            assert np.isfinite(shard["bands"]).all()
            assert 0.4 < shard["motion"][:, 5].astype(float).mean() < 1


def test_shards_differ_and_repeat(corpus: Corpus, tmp_path: Path) -> None:
    again = Corpus(tmp_path, shards=1, minutes=0.2, seed=5)
    run(make_corpus(again))
    with np.load(corpus.shard(0)) as one, np.load(again.shard(0)) as same, np.load(corpus.shard(1)) as other:
        np.testing.assert_array_equal(one["motion"], same["motion"])
        np.testing.assert_array_equal(one["bands"], same["bands"])
        assert one["motion"].shape != other["motion"].shape or (one["motion"] != other["motion"]).any()


def test_what_is_there_is_kept(corpus: Corpus) -> None:
    before = corpus.shard(0).stat().st_mtime_ns
    run(make_corpus(corpus))
    assert corpus.shard(0).stat().st_mtime_ns == before
    assert not list(corpus.folder.glob("*.part"))


def test_a_take_is_at_the_level_of_speech_with_phones_to_its_end() -> None:
    for seed in range(4):
        said = take(random.Random(seed))
        assert 0.005 < np.sqrt(np.square(said.sound).mean()) < 0.2
        assert abs(said.phones[-1].end - said.duration) < 0.1


def test_resizing_moves_sound_and_phones_together() -> None:
    times = np.arange(SAMPLE_RATE) / SAMPLE_RATE
    beep = (np.sin(2 * np.pi * 440 * times) * (np.abs(times - 0.5) < 0.1)).astype(np.float32)
    shorter = augment.resized(Utterance(beep, (Phone(0.4, 0.6, "a"),)), 25)
    loud = np.flatnonzero(np.abs(shorter.sound) > 0.3) / SAMPLE_RATE
    assert shorter.phones[0].start == pytest.approx(0.32)
    assert loud[0] == pytest.approx(0.32, abs=0.005)
    assert loud[-1] == pytest.approx(0.48, abs=0.005)


@pytest.mark.parametrize("kind", augment.NOISES)
def test_noises_are_at_the_level_of_speech(kind: str) -> None:
    made = augment.noise(kind, 2.0, np.random.default_rng(1))
    assert len(made) == 2 * SAMPLE_RATE
    assert 0.01 < np.sqrt(np.square(made).mean()) < 0.2


def test_a_room_keeps_the_direct_sound_in_its_place() -> None:
    click = np.zeros(SAMPLE_RATE, np.float32)
    click[4000] = 1.0
    heard = augment.in_room(click, np.random.default_rng(2))
    assert np.abs(heard).argmax() == 4000
    assert np.abs(heard[:4000]).max() < 1e-5
    assert np.abs(heard[4200:8000]).max() > 1e-4


def test_louder_speech_opens_wider_and_moves_nothing_else() -> None:
    motion = np.full((2, 6), 0.5, np.float32)
    scaled = augment.motion_scaled(motion, np.array([6.0, -6.0], np.float32))
    assert scaled[0, 0] > 0.5 > scaled[1, 0]
    np.testing.assert_array_equal(scaled[:, 1:], motion[:, 1:])


def test_bands_of_silence_are_at_the_floor() -> None:
    assert log_bands(np.zeros(3200, np.float32)).max() == pytest.approx(np.log(1e-7), abs=1e-3)
