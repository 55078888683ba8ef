"""Which frames may serve as a reference: alike in pose, unlike in the mouth, far enough away."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.shared import parity
from training.informative_sampling import (
    APART,
    INNER_LIPS,
    JAW,
    InformativeSampler,
    Parts,
    distances,
    scaled_to_box,
)

PUBLISHED = Parts(tuple(range(16)), tuple(range(60, 67)))
"""The published code's slices stop one point short."""


def clip(frames: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """A face of 68 points whose head turns slowly while its mouth opens and closes quickly."""
    rng = np.random.default_rng(seed)
    face = rng.uniform(20, 180, (68, 2))
    at = np.arange(frames)
    points = np.repeat(face[None], frames, axis=0)
    points[:, JAW, 0] += 30 * np.sin(2 * np.pi * at / frames)[:, None]
    points[:, INNER_LIPS, 1] += 15 * np.sin(2 * np.pi * at / 7)[:, None]
    return points, np.tile(np.array([0, 0, 200, 200]), (frames, 1))


@pytest.mark.parity
def test_candidates_are_those_of_the_published_code() -> None:
    golden = np.load(parity("golden/j_ifs.npz"))
    for number, share in enumerate(golden["ratios"]):
        sampler = InformativeSampler(golden["landmarks"], golden["union_boxes"], float(share), PUBLISHED)
        for row, drive in enumerate(golden["drive_idx"]):
            near, far = sampler.nearest_pose(int(drive)), sampler.farthest_mouth(int(drive))
            assert near.tolist() == golden[f"ratio{number}_pose_nearest"][row].tolist()
            assert far.tolist() == golden[f"ratio{number}_mouth_farthest"][row].tolist()
            stored = golden[f"ratio{number}_candidates"][row]
            wanted = {int(frame) for frame in stored[stored >= 0] if abs(frame - drive) >= APART}
            assert set(sampler.candidates(int(drive)).tolist()) == wanted


@pytest.mark.parity
def test_distances_are_those_of_the_published_code() -> None:
    golden = np.load(parity("golden/j_ifs.npz"))
    points = scaled_to_box(golden["landmarks"], golden["union_boxes"])
    for row, drive in enumerate(golden["drive_idx"]):
        assert np.abs(distances(points[:, PUBLISHED.pose], int(drive)) - golden["pose_distance"][row]).max() < 1e-6
        assert np.abs(distances(points[:, PUBLISHED.mouth], int(drive)) - golden["mouth_distance"][row]).max() < 1e-6


@given(frames=st.integers(1, 60), share=st.floats(0.05, 1), seed=st.integers(0, 5))
def test_a_reference_is_a_frame_of_the_clip_and_far_enough_away(frames: int, share: float, seed: int) -> None:
    sampler = InformativeSampler(*clip(frames, seed), share)
    rng = np.random.default_rng(seed)
    for drive in range(frames):
        chosen = sampler.choose(drive, rng)
        assert 0 <= chosen < frames
        if max(drive, frames - 1 - drive) >= APART:
            assert abs(chosen - drive) >= APART


def test_references_are_nearer_in_pose_and_farther_in_the_mouth_than_chance() -> None:
    points, boxes = clip(120)
    sampler, rng = InformativeSampler(points, boxes), np.random.default_rng(1)
    drives = range(0, 120, 5)
    scaled = scaled_to_box(points, boxes)
    pose = [distances(scaled[:, JAW], drive)[sampler.choose(drive, rng)] for drive in drives]
    mouth = [distances(scaled[:, INNER_LIPS], drive)[sampler.choose(drive, rng)] for drive in drives]
    assert np.mean(pose) < np.mean([distances(scaled[:, JAW], drive).mean() for drive in drives])
    assert np.mean(mouth) > np.mean([distances(scaled[:, INNER_LIPS], drive).mean() for drive in drives])


def test_the_best_pose_comes_first() -> None:
    points, boxes = clip(80)
    sampler = InformativeSampler(points, boxes)
    pose = distances(scaled_to_box(points, boxes)[:, JAW], 40)[sampler.candidates(40)]
    assert len(pose) > 3
    assert (np.diff(pose) >= 0).all()


@pytest.mark.parametrize("share", [0.0, -1.0, 1.5])
def test_a_share_that_means_nothing_is_refused(share: float) -> None:
    with pytest.raises(ValueError, match="share"):
        InformativeSampler(*clip(10), share)
