"""Planted defects of a track are found where they are; a clean one is left in peace."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.analysis import Analysis, AnalysisOptions, analyse
from core.face.track import FaceTrack
from core.job import run
from core.media.probe import probe
from core.problems import Problem, Trouble, find_problems, next_problem, previous_problem
from core.project import Clip, Span
from tests.core.face.people import finder, make_mesh
from tests.factories import make_clip
from tests.shared import media

FRAMES = 200
CLIP: Clip = make_clip("a", 0, FRAMES)


def clean(seed: int = 0, scale: float = 60.0, start: int = 0) -> FaceTrack:
    """A head that sways and nods, with the trembling that a tracker leaves."""
    rng = np.random.default_rng(seed)
    time = np.arange(FRAMES - start) / 25
    x = 320 + 80 * np.sin(2 * np.pi * 0.7 * time + seed) + rng.normal(0, 0.3, len(time))
    y = 200 + 20 * np.sin(2 * np.pi * 1.1 * time)
    base = make_mesh(0, 0, 1.0)
    size = scale * (1 + 0.1 * np.sin(2 * np.pi * 0.3 * time))
    points = base[None] * size[:, None, None].astype(np.float32)
    points[..., 0] += x[:, None].astype(np.float32)
    points[..., 1] += y[:, None].astype(np.float32)
    boxes = np.concatenate([points[..., :2].min(axis=1), points[..., :2].max(axis=1)], axis=1)
    count = len(time)
    return FaceTrack(0, start, points, np.ones(count, bool), np.full(count, 0.95, np.float32), boxes)


def seen(*tracks: FaceTrack, cuts: tuple[int, ...] = ()) -> Analysis:
    return Analysis("0" * 16, (640, 360), FRAMES, tracks, cuts, "mesh")


def found(track: FaceTrack, crop_size: int | None = None, cuts: tuple[int, ...] = ()) -> tuple[Problem, ...]:
    return run(find_problems(seen(track, cuts=cuts), CLIP, crop_size))


def moved(track: FaceTrack, frames: slice, by: tuple[float, float]) -> FaceTrack:
    points = np.array(track.points)
    points[frames, :, :2] += np.array(by, np.float32)
    return replace(track, points=points)


@given(st.integers(0, 10_000), st.integers(3, FRAMES - 13), st.integers(1, 9))
@settings(max_examples=40, deadline=None)
def test_what_was_planted_is_found_in_its_frames(seed: int, at: int, length: int) -> None:
    track, rows = clean(seed), slice(at, at + length)
    present, confidence = track.present.copy(), track.confidence.copy()
    present[rows], confidence[rows] = False, 0.2
    planted = {
        Trouble.NO_FACE: replace(track, present=present),
        Trouble.LOW_CONFIDENCE: replace(track, confidence=confidence),
        Trouble.MOUTH_OUTSIDE: moved(track, rows, (0.0, 150.0)),
        Trouble.JUMP: moved(track, rows, (60.0, 0.0)),
    }
    for trouble, spoilt in planted.items():
        spans = [problem.span for problem in found(spoilt) if problem.trouble is trouble]
        assert spans, trouble
        assert spans[0].start == at, trouble
        if trouble is not Trouble.JUMP:
            assert [(span.start, span.stop) for span in spans] == [(at, at + length)]


@given(st.integers(0, 10_000), st.floats(40, 90))
@settings(max_examples=40, deadline=None)
def test_a_clean_track_is_not_flagged(seed: int, scale: float) -> None:
    assert found(clean(seed, scale), 256) == ()


def test_a_face_larger_than_the_engine_paints_is_told_for_that_engine_only() -> None:
    large = clean(scale=180.0)
    assert {problem.trouble for problem in found(large, 96)} >= {Trouble.TOO_LARGE}
    assert Trouble.TOO_LARGE not in {problem.trouble for problem in found(large, None)}


def test_a_head_turned_away_is_told() -> None:
    track = clean()
    points = np.array(track.points)
    turn = np.radians(65.0)
    centred = points[50:60] - points[50:60].mean(axis=1, keepdims=True)
    turned = centred.copy()
    turned[..., 0] = centred[..., 0] * np.cos(turn) - centred[..., 2] * np.sin(turn)
    turned[..., 2] = centred[..., 0] * np.sin(turn) + centred[..., 2] * np.cos(turn)
    points[50:60] = turned + points[50:60].mean(axis=1, keepdims=True)
    spans = [problem.span for problem in found(replace(track, points=points)) if problem.trouble is Trouble.TURNED]
    assert spans == [Span(50, 60)]


def test_another_place_after_a_cut_is_no_jump() -> None:
    assert found(moved(clean(), slice(100, None), (150.0, 0.0)), cuts=(100,)) == ()
    assert found(moved(clean(), slice(100, None), (150.0, 0.0)))[0].trouble is Trouble.JUMP


def test_a_face_that_comes_late_is_missed_before() -> None:
    problems = found(clean(start=30))
    assert problems == (Problem("a", Trouble.NO_FACE, Span(0, 30)),)


def test_from_problem_to_problem_and_round_again() -> None:
    problems = [Problem("a", Trouble.JUMP, Span(at, at + 1)) for at in (10, 50)]
    assert [next_problem(problems, frame) for frame in (0, 10, 60)] == [10, 50, 10]
    assert [previous_problem(problems, frame) for frame in (60, 50, 5)] == [50, 10, 50]
    assert next_problem([], 5) is None


@pytest.mark.footage
def test_real_people_are_rarely_flagged() -> None:
    finder()
    info = probe(media("musetalk/yongen.mp4"))
    analysis = run(analyse(info, AnalysisOptions()))
    clip = make_clip("a", 0, info.frames)
    flagged = sum(len(problem.span) for problem in run(find_problems(analysis, clip, 256)))
    assert flagged <= 0.05 * info.frames
