"""The two networks by themselves: shapes, ranges, mirror images, damaged files."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from core.arrays import Image
from core.errors import WeightsError
from core.face.finder import DETECTOR_FILE, MESH_FILE, WEIGHTS
from core.face.landmarks import region_of_mesh
from core.models.face_detector import FaceDetector
from core.models.face_landmarks import FaceMesh
from core.weights import weights_file
from tests.core.face.people import finder, pictures
from tests.shared import media


def network(name: str) -> Path:
    try:
        return weights_file(WEIGHTS, name)
    except WeightsError as error:
        pytest.skip(error.message)


def square(side: int) -> Image:
    """A face that fills a square."""
    image = next(pictures(media("video_retalking/face2.mp4"), 1))
    return np.asarray(cv2.resize(image[60:660, 150:750], (side, side), interpolation=cv2.INTER_AREA))


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    for content in (b"", b"text", network(MESH_FILE).read_bytes()[:1000]):
        path = tmp_path / "net.tflite"
        path.write_bytes(content)
        with pytest.raises(WeightsError):
            FaceMesh(path)
    with pytest.raises(WeightsError):
        FaceDetector(tmp_path / "not there.tflite")


def test_nothing_is_detected_in_an_even_picture() -> None:
    found = FaceDetector(network(DETECTOR_FILE)).detect(np.full((128, 128, 3), 128, np.uint8), 0.5)
    assert found.scores.shape == (0,)
    assert found.boxes.shape == (0, 4)
    assert found.keypoints.shape == (0, 6, 2)


def test_an_even_picture_is_no_face() -> None:
    points, score = FaceMesh(network(MESH_FILE)).look(np.full((192, 192, 3), 128, np.uint8))
    assert points.shape == (468, 3)
    assert points.dtype == np.float32
    assert score < 0.5


@pytest.mark.footage
def test_a_face_is_detected_with_its_eyes_above_its_mouth() -> None:
    found = FaceDetector(network(DETECTOR_FILE)).detect(square(128), 0.5)
    best = int(found.scores.argmax())
    left, right, _nose, mouth = found.keypoints[best, :4]
    assert left[0] < mouth[0] < right[0]
    assert max(left[1], right[1]) < mouth[1]
    x0, y0, x1, y1 = found.boxes[best]
    assert x0 < left[0] < right[0] < x1
    assert y0 < mouth[1] < y1


@pytest.mark.footage
def test_mirrored_pictures_have_mirrored_faces() -> None:
    """Shows that both networks count from the edge of their square and that we take that into account."""
    net, source = FaceMesh(network(MESH_FILE)), finder()
    pairs = ((33, 263), (133, 362), (61, 291), (4, 4), (152, 152), (10, 10), (234, 454))
    sums = []
    for clip in ("musetalk/sun.mp4", "latentsync/demo1_video.mp4", "grid10/bbaf2n.mpg"):
        source.reset()
        for image in pictures(media(clip), 15):
            matrix = region_of_mesh(source.update(image)[0].points).matrix(192)
            crop = np.asarray(cv2.warpAffine(image, matrix, (192, 192), flags=cv2.INTER_AREA), np.uint8)
            (plain, _), (mirrored, _) = net.look(crop), net.look(np.ascontiguousarray(crop[:, ::-1]))
            sums += [plain[a, 0] + mirrored[b, 0] for a, b in (*pairs, *((b, a) for a, b in pairs))]
    assert np.mean(sums) == pytest.approx(191, abs=0.35)
    detector = FaceDetector(network(DETECTOR_FILE))
    boxes = [detector.detect(np.ascontiguousarray(image), 0.5) for image in (square(128), square(128)[:, ::-1])]
    first, second = (found.boxes[found.scores.argmax()] for found in boxes)
    assert first[0] + second[2] == pytest.approx(1, abs=0.02)
