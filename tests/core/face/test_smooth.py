"""Steadied faces: calm where only the networks tremble, unmoved where the head or the lips really move."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.arrays import Floats
from core.face import mesh
from core.face.smooth import LiveSmoother, put_together, smooth, smooth_rows, take_apart
from tests.core.face.people import finder, make_mesh, pictures
from tests.shared import media

SCALE = 100.0


def still(frames: int) -> Floats:
    return np.repeat(make_mesh(scale=SCALE)[None], frames, axis=0)


def jittered(points: Floats, pixels: float) -> Floats:
    """As the networks tremble: the whole face together, and every point a little by itself."""
    rng = np.random.default_rng(7)
    whole = rng.normal(scale=pixels, size=(len(points), 1, 3))
    own = rng.normal(scale=pixels / 5, size=points.shape)
    return (points + whole + own).astype(np.float32)


def edges(points: Floats) -> Floats:
    return np.concatenate([points[..., :2].min(axis=1), points[..., :2].max(axis=1)], axis=1)


def trembling(points: Floats) -> float:
    return float((np.diff(edges(points), 2, axis=0) ** 2).mean())


def test_jitter_of_the_box_falls_to_less_than_a_tenth() -> None:
    raw = jittered(still(120), 0.8)
    assert trembling(smooth(raw)) < 0.1 * trembling(raw)


def test_a_jump_of_the_head_stays_on_its_frame() -> None:
    points = jittered(still(60), 0.5)
    points[30:] += np.array([40, 10, 0], np.float32)
    centres = smooth(points)[..., :2].mean(axis=1)
    assert abs(centres[29, 0] - centres[20, 0]) < 2
    assert abs(centres[30, 0] - centres[40, 0]) < 2


def test_a_steady_movement_has_no_lag() -> None:
    points = still(60) + np.arange(60, dtype=np.float32)[:, None, None] * np.array([3, 1, 0], np.float32)
    assert np.abs(smooth(points) - points).max() < 0.1


def test_a_nod_keeps_its_height() -> None:
    nod = 15 * np.sin(np.arange(100) / 25 * 2 * np.pi * 1.5)
    points = jittered(still(100) + (nod[:, None, None] * [0, 1, 0]).astype(np.float32), 0.3)
    middle = smooth(points)[..., 1].mean(axis=1)
    assert middle.max() - middle.min() > 0.97 * 30


@pytest.mark.parametrize("length", [1, 2])
def test_a_closure_of_two_frames_is_not_filled(length: int) -> None:
    points = still(60)
    points[:, mesh.LIP_LOWER_INNER, 1] += 20
    points[30 : 30 + length, mesh.LIP_LOWER_INNER, 1] -= 20
    steadied = smooth(jittered(points, 0.3))
    gaps = [mesh.lip_gap(frame) for frame in steadied]
    open_gap = np.median(gaps)
    assert max(gaps[30 : 30 + length]) < 0.4 * open_gap
    assert min(gaps[28], gaps[30 + length]) > 0.9 * open_gap


def test_one_glitch_of_a_point_does_not_spread() -> None:
    points = still(40)
    points[20, mesh.CHIN, 1] += 30
    moved = np.abs(smooth(points) - still(40)).max(axis=(1, 2))
    assert moved[[15, 16, 17, 18, 22, 23, 24]].max() < 0.5


def test_short_runs_come_back_as_they_are() -> None:
    for frames in (1, 2, 4):
        points = jittered(still(frames), 1.0)
        assert np.array_equal(smooth(points), points)


def test_a_film_read_in_pieces_is_smoothed_as_a_whole() -> None:
    points = jittered(still(700), 0.5)
    asked: list[tuple[int, int]] = []

    def read(start: int, stop: int) -> Floats:
        asked.append((start, stop))
        return points[start:stop]

    parts = list(smooth_rows(read, len(points)))
    whole = np.concatenate(parts)
    assert len(whole) == len(points)
    assert max(stop - start for start, stop in asked) < 300
    seams = np.cumsum([len(part) for part in parts])[:-1]
    jumps = np.abs(np.diff(edges(whole), axis=0)).max(axis=1)
    assert jumps[seams - 1].max() <= np.percentile(jumps, 99.5) + 0.05


@settings(max_examples=30, deadline=None)
@given(
    shift=st.tuples(st.floats(-500, 500), st.floats(-500, 500)),
    size=st.floats(0.3, 3.0),
    turn=st.floats(-1.0, 1.0),
)
def test_a_mesh_taken_apart_and_put_together_is_the_same(shift: tuple[float, float], size: float, turn: float) -> None:
    reference = make_mesh()
    spin = size * np.array([[np.cos(turn), -np.sin(turn), 0], [np.sin(turn), np.cos(turn), 0], [0, 0, 1]])
    points = (reference @ spin.T + (*shift, 0)).astype(np.float32)[None]
    poses, shapes = take_apart(points, reference)
    assert np.exp(poses.size[0]) == pytest.approx(size, rel=1e-3)
    assert poses.turn[0] == pytest.approx(turn, abs=1e-3)
    assert np.allclose(put_together(poses, shapes), points, atol=0.01)


def test_live_trembling_falls_and_a_reset_forgets() -> None:
    raw = jittered(still(100), 0.8)
    smoother = LiveSmoother()
    steadied = np.stack([smoother.update(points, number / 25) for number, points in enumerate(raw)])
    assert trembling(steadied[10:]) < 0.5 * trembling(raw[10:])
    smoother.reset()
    elsewhere = make_mesh(x=900.0)
    assert np.allclose(smoother.update(elsewhere, 4.0), elsewhere, atol=0.01)


def test_live_follows_a_jump_within_two_frames() -> None:
    points = still(40)
    points[20:] += np.array([60, 0, 0], np.float32)
    smoother = LiveSmoother()
    centres = [smoother.update(frame, number / 25)[:, 0].mean() for number, frame in enumerate(points)]
    assert abs(centres[22] - centres[39]) < 6


@pytest.mark.footage
@pytest.mark.parametrize(
    "clip", ["latentsync/demo1_video.mp4", "video_retalking/face4.mp4", "grid10/bbaf2n.mpg", "obama/rally.mp4"]
)
def test_real_lips_keep_their_opening(clip: str) -> None:
    raw = np.stack(found_points(media(clip)))
    steadied = smooth(raw)
    before, after = ([mesh.lip_gap(frame) for frame in points] for points in (raw, steadied))
    assert np.corrcoef(before, after)[0, 1] > 0.995
    assert trembling(steadied) < trembling(raw)


def found_points(path: Path) -> list[Floats]:
    source = finder()
    return [faces[0].points for image in pictures(path, 75) if (faces := source.update(image))]
