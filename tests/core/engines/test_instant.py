from collections.abc import Iterator, Sequence

import cv2
import numpy as np
import pytest
import torch

from core.arrays import Image
from core.engines import FaceView, Patch, Refusal
from core.engines.instant import TOO_FAR, TURNED, InstantEngine
from core.face import mesh
from core.face.mouth_shape import MouthShape
from core.face.person import Person
from core.face.track import FaceTrack
from core.job import run
from core.models.mouth_motion import MouthMotion
from core.voice import observe
from tests.core.face.faces import face_mesh, face_picture


def studied(engine: InstantEngine, meshes: Sequence[np.ndarray]) -> Person:
    count = len(meshes)
    track = FaceTrack(
        1, 0, np.stack(meshes), np.ones(count, bool), np.ones(count, np.float32), np.zeros((count, 4), np.float32)
    )

    def read(frames: Sequence[int]) -> Iterator[Image]:
        return (face_picture(meshes[frame]) for frame in frames)

    return run(engine.study(track, read))


@pytest.fixture(scope="module")
def engine() -> InstantEngine:
    torch.manual_seed(3)
    return InstantEngine(network=MouthMotion().eval())


@pytest.fixture(scope="module")
def person(engine: InstantEngine) -> Person:
    return studied(engine, [face_mesh(gap) for gap in (0.0, 0.1, 0.2, 0.05, 0.0, 0.15)])


def view(points: np.ndarray) -> FaceView:
    return FaceView(0, face_picture(points), points)


def one(
    engine: InstantEngine, person: Person, face: FaceView, shape: MouthShape, presence: float = 1.0
) -> Patch | Refusal:
    return engine.generate(engine.encode_faces([face], person), [shape], np.array([presence], np.float32))[0]


def test_a_voice_that_was_heard_already_is_not_heard_again(
    engine: InstantEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = np.random.default_rng(0).normal(0, 0.1, 16000).astype(np.float32)
    times = np.arange(25) / 25
    expected = engine.encode_audio(sound, times)
    rows = run(observe(sound, engine._network)).rows
    monkeypatch.setattr("core.engines.instant.observe", None)
    assert engine.encode_audio(sound, times, rows) == expected


def test_a_covered_mouth_is_left_alone_and_a_hand_comes_gradually(engine: InstantEngine, person: Person) -> None:
    points, changes = face_mesh(0.1), []
    for y in (500, 268, 200):
        image = face_picture(points)
        cv2.circle(image, (200, y), 60, (30, 30, 34), -1)
        patch = one(engine, person, FaceView(0, image, points), MouthShape(open=1.0))
        if isinstance(patch, Refusal):
            assert patch.reason == "mouth covered"
            changes.append(0.0)
        else:
            height, width = patch.image.shape[:2]
            below = image[patch.y : patch.y + height, patch.x : patch.x + width]
            changes.append(float(np.abs(patch.image.astype(int) - below).mean()))
    assert changes == sorted(changes, reverse=True)
    assert changes[0] > 0 == changes[-1]


@pytest.mark.parametrize("seconds", [0.0, 0.013, 1.7])
def test_there_is_one_shape_for_every_frame_even_before_and_after_the_sound(
    engine: InstantEngine, seconds: float
) -> None:
    times = np.array([-1.0, 0.0, 0.033, 0.05, 1.0, 9.0])
    sound = np.random.default_rng(0).normal(0, 0.1, int(seconds * 16000)).astype(np.float32)
    shapes = engine.encode_audio(sound, times)
    assert len(shapes) == len(times)
    assert shapes[0] == shapes[-1] == MouthShape()


def test_patches_are_pieces_of_the_frame(engine: InstantEngine, person: Person) -> None:
    face = view(face_mesh(0.1))
    patch = one(engine, person, face, MouthShape(open=1))
    assert isinstance(patch, Patch)
    height, width = patch.image.shape[:2]
    there = face.image[patch.y : patch.y + height, patch.x : patch.x + width]
    assert there.shape == patch.image.shape
    assert np.array_equal(patch.image[0], there[0])
    assert np.array_equal(patch.image[:, -1], there[:, -1])
    assert not np.array_equal(patch.image, there)


def test_without_presence_the_patch_is_the_source(engine: InstantEngine, person: Person) -> None:
    face = view(face_mesh(0.15))
    patch = one(engine, person, face, MouthShape(open=1, round=1), presence=0.0)
    assert isinstance(patch, Patch)
    height, width = patch.image.shape[:2]
    assert np.array_equal(patch.image, face.image[patch.y : patch.y + height, patch.x : patch.x + width])


def test_frames_do_not_depend_on_those_beside_them(engine: InstantEngine, person: Person) -> None:
    views = [view(face_mesh(gap)) for gap in (0.0, 0.2, 0.1)]
    shapes = [MouthShape(open=1), MouthShape(press=1), MouthShape(open=0.4, wide=1)]
    together = engine.generate(engine.encode_faces(views, person), shapes, np.ones(3, np.float32))
    for face, shape, patch in zip(reversed(views), reversed(shapes), reversed(together), strict=True):
        alone = one(engine, person, face, shape)
        assert isinstance(alone, Patch)
        assert isinstance(patch, Patch)
        assert np.array_equal(alone.image, patch.image)


def test_a_head_turned_too_far_is_left_alone_and_nothing_pops_on_the_way(engine: InstantEngine) -> None:
    meshes = [face_mesh(0.05, yaw=yaw) for yaw in np.linspace(20, 50, 61)]
    person = studied(engine, meshes)
    changes = []
    for points in meshes:
        patch = one(engine, person, view(points), MouthShape(open=1))
        if isinstance(patch, Refusal):
            assert patch.reason == "head turned too far"
            assert abs(mesh.face_frame(points).yaw) > TOO_FAR - 1
            changes.append(0.0)
        else:
            picture = face_picture(points)[patch.y :, patch.x :][: patch.image.shape[0], : patch.image.shape[1]]
            changes.append(float(np.abs(patch.image.astype(int) - picture).sum()))
    assert changes[0] > 0
    assert changes[-1] == 0
    assert np.abs(np.diff(changes)).max() < 0.2 * max(changes)
    assert TURNED < TOO_FAR


@pytest.mark.parametrize(
    ("points", "reason"),
    [
        (face_mesh(centre=(-20, 200)), "mouth outside the picture"),
        (face_mesh(centre=(200, 398)), "mouth outside the picture"),
        (face_mesh(size=12), "face too small"),
        (np.full((468, 3), np.nan, np.float32), "face too small"),
        (face_mesh(width=0.1), "mouth not made out"),
    ],
)
def test_meshes_that_cannot_be_trusted_are_refused(
    engine: InstantEngine, person: Person, points: np.ndarray, reason: str
) -> None:
    face = FaceView(0, face_picture(face_mesh()), points)
    assert one(engine, person, face, MouthShape(open=1)) == Refusal(reason)


def test_closing_twice_is_no_fault() -> None:
    engine = InstantEngine()
    engine.close()
    engine.close()


def test_the_spec_says_what_the_engine_needs() -> None:
    spec = InstantEngine.spec
    assert spec.crop_size is None
    assert spec.eases
    assert 0 < spec.look_ahead <= 0.14
    assert spec.reach > 0
