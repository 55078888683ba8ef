"""FID, LSE-C and LSE-D are computed as published, by the published networks or not at all."""

import os
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from core.errors import WeightsError
from core.job import run
from core.models.chung_syncnet import ChungSyncNet, LipSync, cepstra, distances_by_lag, lse, roomy
from core.models.face_landmarks import FaceMesh
from core.weights import weights_file
from tests.training.runs import windows, write_drawn_shard
from training.evaluate import NOT_HERE, Instruments, evaluate
from training.evaluation_page import page
from training.identity import pack_file
from training.inception import FEATURES, Inception, Inspector, frechet_distance


def gaussian(mean: list[float], root: NDArray[np.float64], count: int = 4000) -> NDArray[np.float64]:
    """Rows whose mean and covariance are exactly these: root times its transpose."""
    drawn = np.random.default_rng(0).normal(size=(count, len(mean)))
    drawn -= drawn.mean(axis=0)
    drawn = drawn @ np.linalg.inv(np.linalg.cholesky(np.cov(drawn, rowvar=False))).T
    return np.asarray(drawn @ root.T + np.array(mean))


def test_the_distance_of_two_gaussians_is_that_of_the_closed_form() -> None:
    one = gaussian([0, 0, 0], np.diag([1.0, 2.0, 3.0]))
    assert frechet_distance(one, one) == pytest.approx(0, abs=1e-9)
    moved = gaussian([3, 4, 0], np.diag([1.0, 2.0, 3.0]))
    assert frechet_distance(one, moved) == pytest.approx(25)
    wider = gaussian([0, 0, 1], np.diag([2.0, 2.0, 5.0]))
    assert frechet_distance(one, wider) == pytest.approx(1 + (2 - 1) ** 2 + (5 - 3) ** 2)
    assert frechet_distance(wider, one) == pytest.approx(frechet_distance(one, wider))


def test_covariances_that_do_not_commute_and_lack_ranks() -> None:
    from scipy.linalg import sqrtm

    first, second = np.array([[2.0, 0.5], [0.5, 1.0]]), np.array([[1.0, -0.6], [-0.6, 3.0]])
    root = np.real(np.trace(sqrtm(first @ second)))
    wanted = np.trace(first) + np.trace(second) - 2 * root
    found = frechet_distance(gaussian([0, 0], np.linalg.cholesky(first)), gaussian([0, 0], np.linalg.cholesky(second)))
    assert found == pytest.approx(wanted)
    few = np.random.default_rng(1).normal(size=(5, 40))
    assert frechet_distance(few, few) == pytest.approx(0, abs=1e-9)
    assert np.isnan(frechet_distance(few[:1], few))


def test_the_networks_are_those_of_the_published_files() -> None:
    with torch.device("meta"):
        inception, syncnet = Inception(), ChungSyncNet()
    assert sum(tensor.numel() for tensor in inception.parameters()) == 23_850_960
    names = set(inception.state_dict())
    assert {"Conv2d_1a_3x3.conv.weight", "Mixed_6c.branch7x7dbl_5.bn.running_var", "fc.bias"} <= names
    assert sum(tensor.numel() for tensor in syncnet.parameters()) == 13_631_616
    assert {"netcnnaud.18.weight", "netcnnlip.18.weight", "netfclip.3.bias"} <= set(syncnet.state_dict())
    with torch.device("meta"):
        assert inception.eval()(torch.empty(2, 3, 299, 299)).shape == (2, FEATURES)
        assert syncnet.eval().lips(torch.empty(1, 3, 5, 224, 224)).shape == (1, 1024)
        assert syncnet.sounds(torch.empty(1, 1, 13, 20)).shape == (1, 1024)


@pytest.mark.parametrize("late", [-9, 0, 4])
def test_distance_and_confidence_find_what_was_planted(late: int) -> None:
    drawn = torch.Generator().manual_seed(0)
    sounds = torch.randn(60, 16, generator=drawn)
    confidence, distance = lse(distances_by_lag(sounds.roll(late, 0), sounds))
    assert distance == pytest.approx(abs(late) / 60 * 5.6, abs=0.4)  # those that were rolled in do not fit
    assert confidence > 4
    blurred = sounds.roll(late, 0) + 3.0
    assert lse(distances_by_lag(blurred, sounds))[1] > distance + 5
    other = torch.randn(60, 16, generator=drawn)
    assert lse(distances_by_lag(other, sounds))[0] < confidence / 2


def test_cepstra_are_those_of_a_tone_by_hand() -> None:
    tone = 0.25 * np.sin(2 * np.pi * 1000 * np.arange(16000) / 16000).astype(np.float32)
    found, louder = cepstra(tone), cepstra(2 * tone)
    assert found.shape == (13, 99)
    raised = 8192 * abs(1 - 0.97 * np.exp(-2j * np.pi * 1000 / 16000))
    energy = np.log(raised**2 * 400 / 4)  # half the spectrum of a row of 400 samples, over 512 bins and their number
    assert found[0, 50] == pytest.approx(energy, abs=0.02)
    np.testing.assert_allclose(louder[0] - found[0], np.log(4), atol=1e-4)
    np.testing.assert_allclose(louder[1:, 5:-5], found[1:, 5:-5], atol=0.02)
    assert cepstra(np.zeros(100, np.float32)).shape == (13, 1)


def test_a_crop_gets_room_below_and_beside() -> None:
    crop = np.zeros((256, 256, 3), np.uint8)
    crop[..., 0] = 200
    crop[:, 128:, 1] = 100
    room = roomy(crop)
    assert room.shape == (224, 224, 3)
    assert room[0, 0, 2] == room[-1, -1, 2] == 200
    assert (room[:, 113:, 1] == 100).all()


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Files of the published layouts with random values."""
    folder = tmp_path_factory.mktemp("published")
    torch.manual_seed(0)
    torch.save(Inception().state_dict(), folder / "inception.pth")
    torch.save(ChungSyncNet().state_dict(), folder / "syncnet.model")
    return folder / "inception.pth", folder / "syncnet.model"


class Darkener:
    def paint(self, shown: object, references: NDArray[np.uint8], audio: object) -> NDArray[np.uint8]:
        return np.asarray(references // 2, np.uint8)


@pytest.mark.slow
def test_with_the_files_the_figures_are_told_with_their_networks(tmp_path: Path, published: tuple[Path, Path]) -> None:
    torch.set_num_threads(1)
    shards = [write_drawn_shard(tmp_path / f"{seed}.shard", seed) for seed in range(2)]
    mesh = FaceMesh(weights_file("face_mesh", "face_landmark.tflite"))
    tools = Instruments(mesh, windows, None, Inspector(published[0]), LipSync(published[1]))
    found = run(evaluate(Darkener(), shards, tools, 0.6))
    told = found.summary
    assert told["fid"] is not None
    assert told["fid"].groups == 1
    assert told["fid"].mean > 0
    assert told["lse_d"] is not None
    assert told["lse_d"].groups == 2
    assert set(found.left_out) == {"csim"}
    assert "syncnet.model" in found.as_text()
    assert "inception.pth" in page(found, "mine")
    assert "fid" in found.as_json()["summary"]


def test_files_of_other_networks_are_told(tmp_path: Path) -> None:
    torch.save({"a": torch.zeros(1)}, tmp_path / "a.pth")
    for kind in (Inspector, LipSync):
        with pytest.raises(WeightsError, match=r"a\.pth"):
            kind(tmp_path / "a.pth")
    assert set(NOT_HERE) == {"fid", "lse_c", "lse_d", "csim"}


def test_a_pack_is_found_where_insightface_keeps_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INSIGHTFACE_HOME", str(tmp_path))
    assert pack_file() is None
    place = tmp_path / "models" / "buffalo_l" / "w600k_r50.onnx"
    place.parent.mkdir(parents=True)
    place.write_bytes(b"")
    assert pack_file() == place
    assert os.environ["INSIGHTFACE_HOME"] == str(tmp_path)
