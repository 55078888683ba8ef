"""A verdict is earned: nearer to the film and by listening; chance, noise and a foreign voice earn none."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.arrays import Floats
from core.job import run
from core.models.face_landmarks import FaceMesh
from core.weights import weights_file
from tests.shared import media
from tests.training.runs import write_drawn_shard
from training.bootstrap import difference, interval
from training.brush import crops_of, landmarks_of
from training.figures import (
    hidden_error,
    jitter_ratio,
    lip_gaps,
    lip_rectangles,
    seam_difference,
    sharpness_ratio,
)
from training.proof import NAMES, Proof, Verdict, judged, prove
from training.shard import Shard

Crops = NDArray[np.uint8]


def figures(error: float = 10.0, mouth: float = 0.05, softness: float = 0.3, listening: float = 1.0) -> Floats:
    """Twelve seconds with these means and some chance."""
    means = np.array([error, mouth, softness, listening])
    return np.asarray(means + 0.05 * means * np.random.default_rng(0).normal(size=(12, 4)))


def jolted(table: Floats) -> Floats:
    return np.asarray(table * (1 + 0.02 * np.random.default_rng(1).normal(size=table.shape)))


def test_nearer_and_listening_is_better() -> None:
    assert judged(figures(), jolted(figures(error=8))).verdict is Verdict.BETTER


def test_chance_is_no_difference() -> None:
    assert judged(figures(), jolted(figures())).verdict is Verdict.SAME


def test_what_is_certain_but_tiny_is_no_difference() -> None:
    before = figures()
    assert judged(before, before * [0.999, 1, 1, 1]).verdict is Verdict.SAME
    assert judged(before, before * [1.001, 1, 1, 1]).verdict is Verdict.SAME


@pytest.mark.parametrize("fault", [{"error": 12}, {"mouth": 0.07}, {"softness": 0.5}, {"listening": 0.5}])
def test_one_figure_that_became_worse_is_worse(fault: dict[str, float]) -> None:
    assert judged(figures(), jolted(figures(**{"error": 8, **fault}))).verdict is Verdict.WORSE


def test_who_does_not_listen_is_never_better() -> None:
    """As with another person's voice: the pixels come nearer, but before and after nobody can listen to it."""
    deaf = figures(listening=0) + np.random.default_rng(2).normal(0, 0.1, (12, 4)) * [0, 0, 0, 1]
    after = figures(error=7, listening=0) + np.random.default_rng(3).normal(0, 0.1, (12, 4)) * [0, 0, 0, 1]
    assert judged(deaf, after).verdict is Verdict.SAME


def test_what_was_not_measured_is_told_and_does_not_decide() -> None:
    before, after = figures(), jolted(figures(error=8))
    before[:, NAMES.index("mouth")] = np.nan
    proof = judged(before, after)
    assert proof.changes["mouth"].difference is None
    assert proof.verdict is Verdict.BETTER
    assert "not measured" in proof.as_text()
    assert proof.as_json()["mouth"]["before"] is None


def test_bounds_hold_the_mean_and_draw_whole_groups() -> None:
    rng = np.random.default_rng(0)
    inside = 0
    for _ in range(200):
        found = interval(list(rng.normal(3, 1, 30)))
        assert found is not None
        inside += found.low <= 3 <= found.high
    assert 175 <= inside <= 199
    assert interval([float("nan")]) is None
    apart = difference([1.0, float("nan"), 3.0], [2.0, 9.0, 5.0])
    assert apart is not None
    assert (apart.mean, apart.groups) == (1.5, 2)


def windows(shard: Shard) -> list[Floats]:
    """Sound that tells how far the mouth is open in every frame."""
    return [np.full((50, 384), np.ptp(points[48:68, 1]), np.float32) for points in shard.landmarks]


class Painter:
    """Paints the frame to which the sound belongs, `off` levels too bright; or always the same, if it is deaf."""

    def __init__(self, shard: Shard, off: int = 0, deaf: bool = False) -> None:
        self._heard = np.stack(windows(shard))[:, 0, 0]
        self._film, self._off, self._deaf = crops_of(shard, range(len(shard))), off, deaf

    def paint(self, shown: Crops, references: Crops, audio: Floats) -> Crops:
        frames = [0 if self._deaf else int(np.abs(self._heard - sound[0, 0]).argmin()) for sound in audio]
        return np.clip(self._film[frames].astype(int) + self._off, 0, 255).astype(np.uint8)


@pytest.fixture(scope="module")
def mesh() -> FaceMesh:
    return FaceMesh(weights_file("face_mesh", "face_landmark.tflite"))


def proved(shard: Shard, before: Painter, after: Painter, mesh: FaceMesh) -> Proof:
    parts = [Shard(shard.path, slice(first, first + 25)) for first in (0, 5, 10)]
    return run(prove(before, after, parts, windows, mesh))


def test_painters_are_told_apart_by_what_they_paint(tmp_path: Path, mesh: FaceMesh) -> None:
    shard = write_drawn_shard(tmp_path / "a.shard")
    good, deaf = Painter(shard, off=2), Painter(shard, deaf=True)
    proof = proved(shard, deaf, good, mesh)
    listening, error = proof.changes["listening"], proof.changes["error"]
    assert error.before is not None
    assert error.after is not None
    assert listening.before is not None
    assert listening.after is not None
    assert listening.before.mean == 0
    assert listening.after.low > 1
    assert error.after.mean < 2.1
    assert proof.verdict is (Verdict.BETTER if error.before.mean > 2.1 else Verdict.WORSE)
    assert proved(shard, good, deaf, mesh).verdict is Verdict.WORSE


@pytest.mark.footage
@pytest.mark.slow
def test_the_tracker_sees_in_crops_what_it_saw_in_the_film(tmp_path: Path, mesh: FaceMesh) -> None:
    from training.prepare import Preparation, prepare
    from training.shard import shards_in

    (tmp_path / "films").mkdir()
    (tmp_path / "films" / "a.mp4").symlink_to(media("video_retalking/face2.mp4"))
    run(prepare(Preparation(tmp_path / "films", tmp_path / "shards", lossless=True)))
    shard = Shard(shards_in(tmp_path / "shards")[0], slice(0, 50))
    frames = range(50)
    crops = crops_of(shard, frames)
    gaps = lip_gaps(mesh, crops)
    points = landmarks_of(shard, frames)
    film = np.linalg.norm(points[:, 62] - points[:, 66], axis=1)
    assert np.isfinite(gaps).all()
    assert np.corrcoef(gaps, film)[0, 1] > 0.9
    lips = lip_rectangles(points)
    assert sharpness_ratio(crops, crops, lips) == pytest.approx(1)
    assert jitter_ratio(crops, crops, lips) == 1
    assert seam_difference(crops, crops) == 0
    assert hidden_error(crops, crops) == 0
    import cv2

    soft = np.stack([cv2.GaussianBlur(crop, (0, 0), 3) for crop in crops])
    assert sharpness_ratio(soft, crops, lips) < 0.5
    noisy = np.clip(crops + np.random.default_rng(0).normal(0, 5, crops.shape), 0, 255).astype(np.uint8)
    assert jitter_ratio(noisy, crops, lips) > 1.5
    warm = np.clip(crops.astype(int) + np.array([12, 0, 0]), 0, 255).astype(np.uint8)
    assert 2 < seam_difference(warm, crops) < 12
