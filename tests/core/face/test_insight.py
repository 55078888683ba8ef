"""The second back end: nothing before its licence is accepted; its boxes, the built-in mesh."""

from pathlib import Path

import cv2
import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from core.analysis import AnalysisOptions
from core.errors import SettingsError, WeightsError
from core.face.insight import InsightBackend, accept_licence, licence_accepted
from core.face.points68 import from_landmarks
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


def write_pointer(path: Path, count: int) -> np.ndarray:
    """A landmark network that sees one thing: where the blue in its picture is.

    Every landmark lies there, moved by a fixed offset in half widths of the picture; the offsets (count, 2) are
    returned, the first is 0. With 1103 points it has the outputs of the network for 68 points in space.
    """
    columns = 2 if count == 106 else 3
    offsets = np.random.default_rng(count).uniform(-0.2, 0.2, (count, columns)).astype(np.float32)
    offsets[-68 if columns == 3 else 0] = 0
    ramp = np.linspace(-1, 1, 193)[:-1].astype(np.float32)
    fixed = {
        "blue": np.float32([-1, 0, 1]).reshape(1, 3, 1, 1),
        "least": np.float32([1.0]),
        "little": np.float32([1e-6]),
        "x": np.broadcast_to(ramp, (1, 1, 192, 192)),
        "y": np.broadcast_to(ramp[:, None], (1, 1, 192, 192)),
        "offsets": offsets,
        "shape": np.int64([1, -1]),
    }
    node = helper.make_node
    nodes = [
        node("Mul", ["picture", "blue"], ["weighted"]),
        node("ReduceSum", ["weighted", "one"], ["blueness"], keepdims=1),
        node("Sub", ["blueness", "least"], ["above"]),
        node("Relu", ["above"], ["mass"]),
        node("ReduceSum", ["mass"], ["all"], keepdims=0),
        node("Add", ["all", "little"], ["total"]),
    ]
    for axis in ("x", "y"):
        nodes += [
            node("Mul", ["mass", axis], [f"mass_{axis}"]),
            node("ReduceSum", [f"mass_{axis}"], [f"sum_{axis}"], keepdims=0),
            node("Div", [f"sum_{axis}", "total"], [f"mean_{axis}"]),
        ]
    parts = ["mean_x", "mean_y"] if columns == 2 else ["mean_x", "mean_y", "zero"]
    fixed |= {"one": np.int64([1]), "zero": np.float32([0]), "flat": np.int64([1])}
    nodes += [node("Reshape", [name, "flat"], [f"{name}_flat"]) for name in parts]
    nodes += [
        node("Concat", [f"{name}_flat" for name in parts], ["place"], axis=0),
        node("Add", ["offsets", "place"], ["points"]),
        node("Reshape", ["points", "shape"], ["fc1"]),
    ]
    graph = helper.make_graph(
        nodes,
        "pointer",
        [helper.make_tensor_value_info("picture", TensorProto.FLOAT, [1, 3, 192, 192])],
        [helper.make_tensor_value_info("fc1", TensorProto.FLOAT, [1, count * columns])],
        [numpy_helper.from_array(np.ascontiguousarray(value), name) for name, value in fixed.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, path)
    return offsets


@pytest.mark.footage
@pytest.mark.weights
@pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::DeprecationWarning", "ignore::UserWarning")
@pytest.mark.parametrize(("count", "shape"), [(106, (106, 2)), (1103, (68, 3))])
def test_landmarks_of_a_pack_lie_where_its_network_saw_them(pack: Path, count: int, shape: tuple[int, int]) -> None:
    (pack / "detector.onnx").symlink_to(weights("face_detect/scrfd_2.5g_kps.onnx"))
    offsets = write_pointer(pack / "pointer.onnx", count)[-shape[0] :]
    accept_licence(pack)
    backend = InsightBackend(pack)
    scales = []
    for number, image in enumerate(pictures(media("video_retalking/face2.mp4"), 3)):
        dot = np.float32([430 + 12 * number, 420 - 5 * number])  # on the cheek; the second frame is followed, not met
        marked = np.ascontiguousarray(image)
        cv2.circle(marked, (int(dot[0]), int(dot[1])), 14, (0, 0, 255), -1)
        (face,) = backend.update(marked)
        assert face.landmarks is not None
        assert face.landmarks.shape == shape
        assert face.landmarks.dtype == np.float32
        first = face.landmarks[0, :2]
        assert np.abs(first - dot).max() < 3
        moved = face.landmarks[:, :2] - first
        scale = float((moved * offsets[:, :2]).sum() / (offsets[:, :2] ** 2).sum())
        assert np.abs(moved - scale * offsets[:, :2]).max() < 0.5
        scales.append(scale / box_of(face.points).width)
        assert from_landmarks(face.landmarks).shape == (68, 2)
    assert np.ptp(scales) < 0.02


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
