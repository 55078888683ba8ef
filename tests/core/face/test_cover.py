from collections.abc import Callable

import cv2
import numpy as np
import pytest

from core.arrays import Image, Points
from core.face import mesh
from core.face.cover import Skin, covered, learn, skin_around
from tests.core.face.faces import SKIN, face_mesh, face_picture

GAPS = (0.0, 0.1, 0.2, 0.05, 0.0, 0.15, 0.02, 0.08)


@pytest.fixture(scope="module")
def skin() -> Skin:
    return learn([skin_around(face_picture(points), points) for points in map(face_mesh, GAPS)])


def microphone(image: Image, x: int, y: int) -> None:
    cv2.circle(image, (x, y), 45, (30, 30, 34), -1)
    cv2.rectangle(image, (x - 14, y), (x + 14, 399), (30, 30, 34), -1)


def hand(image: Image, x: int, y: int) -> None:
    for finger in range(-2, 3):
        colour = tuple(int(part * (0.82 + 0.05 * (finger % 2))) for part in SKIN)
        cv2.rectangle(image, (x - 60, y + 26 * finger - 12), (x + 60, y + 26 * finger + 12), colour, -1)
        cv2.line(image, (x - 60, y + 26 * finger + 13), (x + 60, y + 26 * finger + 13), (90, 60, 50), 3)


def cup(image: Image, x: int, y: int) -> None:
    cv2.rectangle(image, (x - 50, y - 30), (x + 50, y + 70), (240, 240, 236), -1)


@pytest.mark.parametrize("thing", [microphone, hand, cup])
def test_something_before_the_mouth_is_noticed(skin: Skin, thing: Callable[[Image, int, int], None]) -> None:
    points = face_mesh(0.05)
    image = face_picture(points)
    thing(image, 200, 200)
    assert covered(skin, skin_around(image, points)) > 0.2


@pytest.mark.parametrize("gap", [0.0, 0.12, 0.3])
@pytest.mark.parametrize("yaw", [-25.0, 0.0, 20.0])
def test_a_mouth_that_opens_or_turns_is_not_covered(skin: Skin, gap: float, yaw: float) -> None:
    points = face_mesh(gap, yaw=yaw)
    assert covered(skin, skin_around(face_picture(points), points)) < 0.1


def test_less_light_covers_nothing(skin: Skin) -> None:
    points = face_mesh(0.1)
    dim = (face_picture(points) * 0.7).astype(np.uint8)
    assert covered(skin, skin_around(dim, points)) < 0.1


def test_what_comes_nearer_covers_more_and_more(skin: Skin) -> None:
    points, shares = face_mesh(0.05), []
    for y in (400, 300, 270, 240):
        image = face_picture(points)
        microphone(image, 200, y)
        shares.append(covered(skin, skin_around(image, points)))
    assert shares == sorted(shares)
    assert shares[0] < 0.1 < shares[-1]


def test_a_hand_that_is_there_for_a_while_is_not_taken_for_the_face() -> None:
    points = [face_mesh(gap) for gap in GAPS]
    images: list[Image] = [face_picture(one) for one in points]
    cup(images[0], 200, 200)
    known = learn([skin_around(image, one) for image, one in zip(images, points, strict=True)])
    assert covered(known, skin_around(images[0], points[0])) > 0.2
    assert covered(known, skin_around(images[1], points[1])) < 0.1


def test_a_film_with_two_lights_knows_both() -> None:
    points = [face_mesh(gap) for gap in GAPS]
    images = [face_picture(one) for one in points]
    warm = np.array([1.0, 0.8, 0.6])
    images[5:] = [(image * warm * np.linspace(1, 0.6, 400)[None, :, None]).astype(np.uint8) for image in images[5:]]
    known = learn([skin_around(image, one) for image, one in zip(images, points, strict=True)])
    assert max(covered(known, skin_around(image, one)) for image, one in zip(images, points, strict=True)) < 0.1


def test_a_face_at_the_border_of_the_picture_is_borne(skin: Skin) -> None:
    points: Points = face_mesh(0.1, centre=(0, 398))
    assert 0 <= covered(skin, skin_around(face_picture(points), points)) <= 1
    assert len(points) == mesh.POINTS
