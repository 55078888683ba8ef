"""Painted lips are judged by what is known of them: a painter that obeys is told from one that copies the picture."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from core.arrays import Floats
from core.job import run
from core.models.face_landmarks import FaceMesh
from core.weights import weights_file
from training.brush import crops_of
from training.presenter.talking import TalkingPlan, make_talking
from training.shard import Shard
from training.tiny.known_mouths import Judge, correlation, gathered, judge_mouths, seen_in_films


class Copyist:
    """Paints what it is shown."""

    def paint(self, shown: NDArray[np.uint8], references: NDArray[np.uint8], audio: Floats) -> NDArray[np.uint8]:
        return references


class Obedient:
    """Paints the presenter whose voice it hears, which the windows name."""

    def __init__(self, voices: Sequence[Shard]) -> None:
        self._voices = voices

    def paint(self, shown: NDArray[np.uint8], references: NDArray[np.uint8], audio: Floats) -> NDArray[np.uint8]:
        shard = self._voices[int(audio[0, 0, 1])]
        return np.concatenate([crops_of(shard, range(int(row[0, 0]), int(row[0, 0]) + 1)) for row in audio])


@pytest.fixture(scope="module")
def judge(synthesisers: None, tmp_path_factory: pytest.TempPathFactory) -> Judge:
    paths = run(make_talking(TalkingPlan(persons=2, seconds=1.2, first=3), tmp_path_factory.mktemp("clips")))
    shards = tuple(Shard(path) for path in paths)

    def windows(shard: Shard) -> list[Floats]:
        number = next(number for number, one in enumerate(shards) if one.path == shard.path)
        return [_marked(frame, number) for frame in range(len(shard))]

    return Judge(FaceMesh(weights_file("face_mesh", "face_landmark.tflite")), windows, shards, every=1)


def test_the_mesh_sees_what_is_known(judge: Judge) -> None:
    assert min(seen_in_films(judge)) > 0.8


def test_who_copies_the_picture_is_not_praised(judge: Judge) -> None:
    found = gathered(run(judge_mouths(Copyist(), judge)))
    assert min(found["own"]) > 0.8
    assert max(found["told"]) < 0.6
    assert all(0.3 < size < 3 for size in found["size"])


def test_who_obeys_the_voice_is_praised(judge: Judge) -> None:
    found = gathered(run(judge_mouths(Obedient(judge.shards), judge)))
    assert min(found["told"]) > 0.8
    assert max(found["own"]) < 0.6


def test_every_presenter_is_given_so_many_voices_and_crops_reach_below_the_chin(judge: Judge) -> None:
    third = run(make_talking(TalkingPlan(1, 1.2, first=9), judge.shards[0].path.parent / "more"))[0]
    asked = replace(judge, shards=(*judge.shards, Shard(third)), every=6, voices=2, margin=20.0)
    mouths = run(judge_mouths(Copyist(), replace(asked, windows=lambda shard: [_marked(0, 0)] * len(shard))))
    assert len({(mouth.person, mouth.voice) for mouth in mouths}) == 6
    assert len(gathered(mouths)["told"]) == 3
    plain = crops_of(asked.shards[0], range(1))
    assert (mouths[0].painted[0] != plain[0]).any()


def test_a_mouth_that_does_not_move_has_no_correlation() -> None:
    still, moving = np.zeros(20, np.float32), np.arange(20, dtype=np.float32)
    assert np.isnan(correlation(still, moving))
    assert np.isnan(correlation(np.full(20, np.nan, np.float32), moving))
    assert correlation(moving, 2 * moving) == pytest.approx(1)


def _marked(frame: int, voice: int) -> Floats:
    window = np.zeros((50, 384), np.float32)
    window[0, :2] = frame, voice
    return window
