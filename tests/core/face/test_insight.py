"""The second back end: nothing before its licence is accepted; its boxes, the built-in mesh."""

from pathlib import Path

import numpy as np
import pytest

from core.analysis import AnalysisOptions
from core.errors import SettingsError, WeightsError
from core.face.insight import InsightBackend, accept_licence, licence_accepted
from core.geometry import box_of
from core.paths import weights_folder
from tests.core.face.people import finder, pictures
from tests.shared import media, weights


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for a pack; the record of licences is elsewhere than the user's."""
    finder()
    mesh = weights_folder() / "face_mesh"
    monkeypatch.setenv("DUBWRIGHT_WEIGHTS", str(tmp_path / "weights"))
    (tmp_path / "weights").mkdir()
    (tmp_path / "weights" / "face_mesh").symlink_to(mesh)
    folder = tmp_path / "pack"
    folder.mkdir()
    return folder


def test_a_licence_is_accepted_once_for_one_folder(pack: Path, tmp_path: Path) -> None:
    assert not licence_accepted(pack)
    accept_licence(pack)
    accept_licence(tmp_path / "other")
    assert licence_accepted(pack)
    assert licence_accepted(tmp_path / "elsewhere" / ".." / "pack")
    assert not licence_accepted(tmp_path / "third")


def test_a_damaged_record_accepts_nothing(pack: Path) -> None:
    accept_licence(pack)
    (weights_folder() / "licences.json").write_text("{", encoding="utf-8")
    assert not licence_accepted(pack)
    accept_licence(pack)
    assert licence_accepted(pack)


def test_nothing_is_loaded_before_the_licence_is_accepted(pack: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        InsightBackend(pack)
    assert "non-commercial" in caught.value.hint


def test_a_folder_without_a_detector_is_told(pack: Path) -> None:
    accept_licence(pack)
    with pytest.raises(WeightsError):
        InsightBackend(pack)
    (pack / "broken.onnx").write_bytes(b"not a network")
    with pytest.raises(WeightsError):
        InsightBackend(pack)


def test_options_name_the_pack(pack: Path) -> None:
    assert AnalysisOptions(backend="insightface", pack=pack).pack == pack


@pytest.mark.footage
@pytest.mark.weights
@pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::DeprecationWarning", "ignore::UserWarning")
def test_a_real_pack_finds_the_same_faces_and_recognises_them(pack: Path) -> None:
    for name in ("face_detect/scrfd_2.5g_kps.onnx", "face_id/MobileFaceNet.onnx"):
        (pack / Path(name).name).symlink_to(weights(name))
    accept_licence(pack)
    backend, built_in = InsightBackend(pack), finder()
    seen = []
    for image in pictures(media("video_retalking/face2.mp4"), 7):
        (face,), (own,) = backend.update(image), built_in.update(image)
        seen.append(face)
        assert face.points.shape == (468, 3)
    assert np.abs(seen[-1].points - own.points)[:, :2].mean() < 0.01 * box_of(own.points).width
    backend.reset()
    others = backend.update(next(pictures(media("face_recognition/two_people.jpg"), 1)))
    assert len(others) == 2
    embeddings = [face.embedding for face in [seen[0], seen[-1], *others]]
    assert all(embedding is not None and np.linalg.norm(embedding) == pytest.approx(1) for embedding in embeddings)
    same, *different = (float(np.dot(embeddings[0], embedding)) for embedding in embeddings[1:])  # type: ignore[arg-type]
    assert same > 0.7 > max(different)
