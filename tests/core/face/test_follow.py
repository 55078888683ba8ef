"""Who is who: people keep their trail through losses and crossings, cuts end it, noise has none."""

import numpy as np
import pytest

from core.arrays import Image
from core.face.cuts import CutFinder
from core.face.finder import FaceFinder
from core.face.follow import Follower, Shot
from core.face.landmarks import FaceFound
from core.geometry import box_of
from tests.core.face.people import finder, make_face, pictures
from tests.shared import media

Frames = list[list[FaceFound]]


def follow(frames: Frames, rate: float = 25.0) -> Shot:
    follower = Follower(rate)
    row = 0
    for number, faces in enumerate(frames):
        follower.add(number, faces, list(range(row, row + len(faces))))
        row += len(faces)
    return follower.cut(len(frames))


def test_two_people_have_two_trails() -> None:
    shot = follow([[make_face(200 + i, person=1), make_face(600 - i, person=2)] for i in range(30)])
    assert [trail.frames for trail in shot.trails] == [list(range(30))] * 2
    assert [trail.rows[:3] for trail in shot.trails] == [[0, 2, 4], [1, 3, 5]]


def test_order_of_the_faces_does_not_matter() -> None:
    both = [[make_face(200, person=1), make_face(600, person=2)] for _ in range(30)]
    shuffled = [faces[:: 1 if number % 3 else -1] for number, faces in enumerate(both)]
    assert [len(trail.frames) for trail in follow(shuffled).trails] == [30, 30]
    for trail in follow(shuffled).trails:
        assert np.ptp([box.x0 for box in trail.boxes]) == 0


@pytest.mark.parametrize("lost", [1, 5, 20])
def test_a_loss_is_bridged_at_the_same_frames(lost: int) -> None:
    frames: Frames = [[make_face(200 + 2 * i, person=1)] for i in range(60)]
    frames[30 : 30 + lost] = [[] for _ in range(lost)]
    (trail,) = follow(frames).trails
    assert trail.frames == [*range(30), *range(30 + lost, 60)]


def test_someone_else_in_the_same_place_is_someone_else() -> None:
    frames = [[make_face(200, person=1)] for _ in range(30)] + [[make_face(200, person=2)] for _ in range(30)]
    assert [(trail.start, trail.stop) for trail in follow(frames).trails] == [(0, 30), (30, 60)]


def test_people_who_cross_unseen_are_told_apart_by_their_looks() -> None:
    """While they overlap only the nearer one is found."""
    frames = []
    for i in range(60):
        left, right = make_face(100 + 10 * i, person=1), make_face(690 - 10 * i, person=2)
        apart = abs(box_of(left.points).x0 - box_of(right.points).x0) > 100
        frames.append([left, right] if apart else [left])
    trails = follow(frames).trails
    assert len(trails) == 2
    for trail in trails:
        places = np.array([box.centre[0] for box in trail.boxes])
        assert len(set(np.sign(np.diff(places)))) == 1


def test_slips_of_the_networks_are_no_people() -> None:
    frames = [[make_face(200, person=1)] for _ in range(50)]
    frames[20].append(make_face(800, person=2))
    frames[21].append(make_face(800, person=2))
    assert len(follow(frames).trails) == 1
    unsure = [[FaceFound(make_face(200).points, 0.55, make_face(200).texture)] for _ in range(50)]
    assert follow(unsure).trails == ()


def test_people_of_a_very_short_shot_stay() -> None:
    assert len(follow([[make_face(200)]] * 4).trails) == 1


def test_a_cut_ends_every_trail() -> None:
    follower = Follower(25.0)
    for number in range(20):
        follower.add(number, [make_face(200)], [number])
    first = follower.cut(20)
    for number in range(20, 40):
        follower.add(number, [make_face(200)], [number])
    second = follower.cut(40)
    assert [(shot.start, shot.stop, len(shot.trails)) for shot in (first, second)] == [(0, 20, 1), (20, 40, 1)]
    assert second.trails[0].start == 20


def head(clip: str, frames: int, side: int = 200) -> list[Image]:
    """A square round the head in a talking clip, in an oval; black outside it."""
    import cv2

    images = list(pictures(media(clip), frames))
    box = box_of(finder().update(images[0])[0].points).square().expand(0.12).rounded_out()
    y, x = np.mgrid[-1 : 1 : side * 1j, -1 : 1 : side * 1j]
    oval = (x**2 / 0.62 + y**2 / 0.85 < 1)[..., None]
    padded = [np.pad(image, ((400, 400), (400, 400), (0, 0))) for image in images]
    crops = [image[box.shift(400, 400).slices] for image in padded]
    return [np.asarray(cv2.resize(crop, (side, side), interpolation=cv2.INTER_AREA) * oval) for crop in crops]


def crossing(one: list[Image], other: list[Image]) -> tuple[list[Image], list[tuple[float, float]]]:
    """Two heads that swap sides, the first one in front; the pictures and where the heads are."""
    images, places = [], []
    for number, (near, far) in enumerate(zip(one, other, strict=True)):
        step = number / (len(one) - 1)
        image = np.full((300, 640, 3), 110, np.uint8)
        for picture, x in ((far, 420 - 400 * step), (near, 20 + 400 * step)):
            part = image[60:260, int(x) : int(x) + 200]
            np.copyto(part, picture, where=picture.any(axis=-1, keepdims=True))
        images.append(image)
        places.append((120 + 400 * step, 520 - 400 * step))
    return images, places


@pytest.mark.footage
@pytest.mark.parametrize(
    ("near", "far"),
    [
        ("video_retalking/face2.mp4", "video_retalking/face4.mp4"),
        ("grid10/bbaf2n.mpg", "grid10/sbia1a.mpg"),
        ("musetalk/sun.mp4", "latentsync/demo1_video.mp4"),
    ],
)
def test_real_people_who_cross_do_not_swap(near: str, far: str) -> None:
    images, places = crossing(head(near, 60), head(far, 60))
    source: FaceFinder = finder()
    cuts = CutFinder(4)
    assert all(cuts.update(image).cut is None for image in images)
    trails = follow([source.update(image) for image in images]).trails
    assert len(trails) == 2
    sides: list[int] = []
    for trail in trails:
        ends = [(trail.boxes[row].centre[0], places[trail.frames[row]]) for row in (*range(5), *range(-5, 0))]
        who = {int(abs(x - place[0]) > abs(x - place[1])) for x, place in ends}
        assert len(who) == 1, "a trail ends on another person than it began with"
        sides += who
    assert sorted(sides) == [0, 1]
