"""The picture: there and back, without a jump, and only where the face can be moved."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import FaceError
from core.job import Progress, run
from core.live.face import FaceSource, LiveFace, _longest, prepare_face, there_and_back
from tests.core.live.flash import FlashEngine


def test_the_ends_are_shown_once() -> None:
    assert [there_and_back(step, 4) for step in range(9)] == [0, 1, 2, 3, 2, 1, 0, 1, 2]


@given(step=st.integers(0, 10_000), count=st.integers(1, 500))
def test_neighbours_are_neighbours(step: int, count: int) -> None:
    here, there = there_and_back(step, count), there_and_back(step + 1, count)
    assert 0 <= here < count
    assert abs(here - there) == (1 if count > 1 else 0)


def test_the_longest_run_of_one_shot_is_used() -> None:
    assert _longest([1, 2, 3, 6, 7, 8, 9, 12]) == [6, 7, 8, 9]
    assert _longest([1, 2, 3, 6, 7, 8, 9, 12], cuts=(8,)) == [1, 2, 3]


def prepared(source: FaceSource, engine: FlashEngine) -> tuple[LiveFace, list[Progress]]:
    steps: list[Progress] = []
    return run(prepare_face(source, engine), steps.append), steps


def test_frames_in_which_the_face_cannot_be_moved_are_left_out(face_film: Path) -> None:
    engine = FlashEngine()
    engine.refused = set(range(20)) | {40}
    face, steps = prepared(FaceSource(face_film), engine)
    assert len(face) == 20
    assert any("cannot be moved" in step.notice for step in steps)


def test_a_held_frame_stands_still(face_film: Path) -> None:
    face, _ = prepared(FaceSource(face_film, held=7), FlashEngine())
    assert len(face) == 1
    assert all(face.picture(number) is face.picture(0) for number in range(30))


def test_a_quiet_voice_leaves_the_picture_as_it_is(face_film: Path) -> None:
    face, _ = prepared(FaceSource(face_film, held=0), FlashEngine())
    quiet, loud = face.speak(0, 0.0), face.speak(0, 1.0)
    assert np.abs(quiet.image.astype(int) - face.picture(0)).max() <= 1
    assert (loud.image != quiet.image).any()


def test_a_face_that_can_never_be_moved_is_refused(face_film: Path) -> None:
    engine = FlashEngine()
    engine.refused = set(range(1000))
    with pytest.raises(FaceError, match="looks away"):
        prepared(FaceSource(face_film), engine)
