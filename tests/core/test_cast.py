"""One face speaks at a time: the one asked for, or the largest of every shot."""

import numpy as np
import pytest

from core.analysis import Analysis
from core.cast import cast
from core.errors import FaceError
from core.face.track import FaceTrack
from core.project import Span

FRAMES = 100


def track(number: int, start: int, stop: int, side: float) -> FaceTrack:
    n = stop - start
    boxes = np.tile(np.array([0, 0, side, side], np.float32), (n, 1))
    points = np.zeros((n, 468, 3), np.float32)
    return FaceTrack(number, start, points, np.ones(n, bool), np.ones(n, np.float32), boxes)


def analysis(*tracks: FaceTrack, cuts: tuple[int, ...] = ()) -> Analysis:
    return Analysis("f", (640, 360), FRAMES, tracks, cuts, "mesh")


def test_the_largest_face_of_every_shot_speaks() -> None:
    found = analysis(track(0, 0, 40, 50), track(1, 0, 40, 90), track(2, 40, 100, 30), cuts=(40,))
    roles = cast(found, Span(0, FRAMES), None)
    assert [role.track.id for role in roles] == [1, 2]
    assert np.flatnonzero(roles[0].frames).tolist() == list(range(40))
    assert np.flatnonzero(roles[1].frames).tolist() == list(range(40, 100))


def test_the_face_asked_for_speaks_alone() -> None:
    roles = cast(analysis(track(0, 0, 100, 50), track(1, 0, 100, 90)), Span(10, 20), 0)
    assert [role.track.id for role in roles] == [0]
    assert np.flatnonzero(roles[0].frames).tolist() == list(range(10, 20))


@pytest.mark.parametrize("span", [Span(0, 100), Span(5, 60), Span(45, 46)])
def test_roles_share_the_span_without_gap_or_overlap(span: Span) -> None:
    found = analysis(track(0, 3, 30, 50), track(1, 44, 58, 20), track(2, 70, 90, 80))
    frames = np.sum([role.frames for role in cast(found, span, None)], axis=0)
    assert np.flatnonzero(frames == 1).tolist() == list(range(span.start, span.stop))
    assert frames.max() == 1


@pytest.mark.parametrize("wanted", [None, 7])
def test_without_a_face_there_is_a_clear_error(wanted: int | None) -> None:
    found = analysis() if wanted is None else analysis(track(0, 0, 100, 50))
    with pytest.raises(FaceError) as caught:
        cast(found, Span(0, FRAMES), wanted)
    assert caught.value.hint
