"""The 68 points: in their order, on their sides, whatever they are made from."""

import numpy as np
import pytest

from core.face import mesh
from core.face.points68 import RIDGE, RIDGE_TIP, RIDGE_UPPER, from_landmarks, from_mesh
from tests.core.face.drawn_mesh import drawn_mesh

NAMED = {8: mesh.CHIN, 33: mesh.NOSE_BASE, 36: mesh.EYE_LEFT, 45: mesh.EYE_RIGHT, 48: mesh.MOUTH_LEFT,
         54: mesh.MOUTH_RIGHT, 62: mesh.LIP_UPPER_INNER, 66: mesh.LIP_LOWER_INNER}  # fmt: skip


def test_named_points_are_where_the_mesh_has_them() -> None:
    points = drawn_mesh()
    made = from_mesh(points)
    assert made.shape == (68, 2)
    assert made.dtype == np.float32
    for number, place in NAMED.items():
        assert made[number].tolist() == points[place, :2].tolist(), number


def test_jaw_runs_from_ear_to_ear_around_the_chin() -> None:
    jaw = from_mesh(drawn_mesh())[:17]
    assert (np.diff(jaw[2:15, 0]) > 0).all()
    assert jaw[:, 1].argmax() == 8
    assert np.abs(jaw[:8] + jaw[:8:-1] * (1, -1) - (2 * 640, 0)).max() < 1  # left and right mirror each other


def test_lips_run_around_the_mouth() -> None:
    made = from_mesh(drawn_mesh(gap=0.2))
    middle = made[48:60].mean(axis=0)
    for ring in (made[48:60], made[60:68]):
        turn = np.unwrap(np.arctan2(*(ring - middle).T[::-1]))
        assert (np.diff(turn) > 0).all()
        assert turn[-1] - turn[0] < 2 * np.pi


def test_ridge_lies_between_eyes_and_base_of_the_nose() -> None:
    points = drawn_mesh()
    border = from_mesh(points)[RIDGE, 1]
    assert points[mesh.NOSE_BRIDGE, 1] < border < points[mesh.NOSE_BASE, 1]


def test_landmarks_of_either_kind() -> None:
    flat = np.random.default_rng(1).normal(size=(68, 3)).astype(np.float32)
    assert (from_landmarks(flat) == flat[:, :2]).all()
    counted = np.repeat(np.arange(106, dtype=np.float32)[:, None], 2, axis=1)
    made = from_landmarks(counted)[:, 0]
    assert len(set(made.tolist())) == 68
    assert made[[RIDGE_UPPER, RIDGE, RIDGE_TIP]].tolist() == [73, 74, 86]
    with pytest.raises(ValueError, match="5 landmarks"):
        from_landmarks(counted[:5])
