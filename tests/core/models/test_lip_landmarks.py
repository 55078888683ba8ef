"""The closer look at the lips: it stays with the mesh, is turned with the picture, and damaged files are told."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from core.arrays import Image, Points
from core.errors import WeightsError
from core.face.finder import LIPS_FILE, MESH_FILE, WEIGHTS
from core.face.landmarks import FaceFound, find_mesh, region_of_mesh, with_lips
from core.face.mesh import face_frame
from core.models.face_landmarks import FaceMesh
from core.models.lip_landmarks import LIPS, LipMesh
from core.models.tflite_part import cut_out
from core.weights import weights_file
from tests.core.face.people import finder, pictures
from tests.shared import media

OTHERS = np.setdiff1d(np.arange(468), LIPS)


@pytest.fixture(scope="module")
def net() -> LipMesh:
    return LipMesh(_network(LIPS_FILE))


@pytest.fixture(scope="module")
def speaker() -> tuple[Image, FaceFound]:
    """A face, and its mesh without the closer look."""
    image = next(pictures(media("musetalk/sun.mp4"), 1))
    region = region_of_mesh(finder().update(image)[0].points)
    return image, find_mesh(FaceMesh(_network(MESH_FILE)), image, region)


def _network(name: str) -> Path:
    try:
        return weights_file(WEIGHTS, name)
    except WeightsError as error:
        pytest.skip(error.message)


@pytest.mark.footage
def test_lips_are_moved_a_little_and_nothing_else(net: LipMesh, speaker: tuple[Image, FaceFound]) -> None:
    image, face = speaker
    closer = with_lips(net, image, face)
    moved = np.linalg.norm(closer.points[:, :2] - face.points[:, :2], axis=1) / face_frame(face.points).scale
    assert np.array_equal(closer.points[OTHERS], face.points[OTHERS])
    assert np.array_equal(closer.points[:, 2], face.points[:, 2])
    assert 0.003 < moved[list(LIPS)].mean() < 0.06
    assert closer.texture is face.texture


@pytest.mark.footage
def test_lips_of_a_mirrored_or_turned_picture_are_mirrored_and_turned(
    net: LipMesh, speaker: tuple[Image, FaceFound]
) -> None:
    image, face = speaker
    matrix = region_of_mesh(face.points).matrix(net.side)
    crop = np.asarray(cv2.warpAffine(image, matrix, (net.side, net.side), flags=cv2.INTER_AREA), np.uint8)
    plain, mirrored = _corners(net, crop), _corners(net, np.ascontiguousarray(crop[:, ::-1]))
    assert plain[0, 0] + mirrored[1, 0] == pytest.approx(net.side - 1, abs=2)
    middle = (net.side - 1) / 2
    turn = cv2.getRotationMatrix2D((middle, middle), 15, 1)
    turned = _corners(net, np.asarray(cv2.warpAffine(crop, turn, crop.shape[1::-1]), np.uint8))
    assert turned == pytest.approx(plain @ turn[:, :2].T + turn[:, 2], abs=3)


def test_where_the_closer_look_goes_astray_the_mesh_stays(net: LipMesh) -> None:
    face = FaceFound(np.random.default_rng(0).uniform(40, 160, (468, 3)).astype(np.float32), 0.9)
    assert with_lips(net, np.full((200, 200, 3), 128, np.uint8), face) is face


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    whole = _network(LIPS_FILE).read_bytes()
    path = tmp_path / "lips.tflite"
    for content in (b"", b"text", whole[:1000], whole[:8] + b"\xff" * 2000):
        path.write_bytes(content)
        with pytest.raises(WeightsError, match=r"lips\.tflite"):
            LipMesh(path)
    with pytest.raises(WeightsError):
        LipMesh(tmp_path / "not there.tflite")


def test_a_piece_has_the_operations_between_its_ends_only() -> None:
    whole = _network(LIPS_FILE).read_bytes()
    lips, mesh = cut_out(whole, (199, [697]), (0, [191]))
    assert len(lips) < len(mesh) <= len(whole) * 1.1


def _corners(net: LipMesh, crop: Image) -> Points:
    """The corners of the mouth, the viewer's left first, (2, 2)."""
    return net.look(crop)[[LIPS.index(61), LIPS.index(291)]]
