from collections.abc import Iterator, Sequence

import numpy as np
import pytest

from core.arrays import Image
from core.face import mesh
from core.face.person import Person, study
from core.face.track import FaceTrack
from core.job import run
from tests.core.face.faces import face_mesh, face_picture


def track_of(meshes: list[np.ndarray | None], start: int = 10) -> FaceTrack:
    points = np.stack([np.zeros((mesh.POINTS, 3), np.float32) if one is None else one for one in meshes])
    present = np.array([one is not None for one in meshes])
    return FaceTrack(1, start, points, present, present.astype(np.float32), np.zeros((len(meshes), 4), np.float32))


class Film:
    """Pictures of a track, and a note of those that were looked at."""

    def __init__(self, track: FaceTrack) -> None:
        self.track, self.asked = track, list[int]()

    def __call__(self, frames: Sequence[int]) -> Iterator[Image]:
        assert list(frames) == sorted(frames)
        for frame in frames:
            self.asked.append(frame)
            yield face_picture(np.asarray(self.track.at(frame)))


def studied(meshes: list[np.ndarray | None]) -> tuple[Person, Film]:
    film = Film(track_of(meshes))
    return run(study(film.track, film)), film


def test_the_habits_of_a_speaker() -> None:
    person, _ = studied([face_mesh(gap) for gap in np.tile([0, 0.05, 0.12, 0.2], 20)])
    assert 0.14 <= person.habits.opening <= 0.23
    assert person.habits.opening > 0.17
    assert person.habits.width == pytest.approx(mesh.mouth_width(face_mesh()), abs=0.01)


def test_a_still_mouth_is_given_an_opening_that_can_be_seen() -> None:
    person, _ = studied([face_mesh(0.0)] * 10)
    assert person.habits.opening >= 0.14


def test_what_the_mesh_calls_closed_is_no_opening() -> None:
    person, _ = studied([face_mesh(gap) for gap in (0.015,) * 30 + (0.2,) * 10])
    assert person.habits.closed == pytest.approx(0.015, abs=0.002)


def test_the_inside_is_borrowed_from_an_open_mouth_and_few_pictures_are_looked_at() -> None:
    gaps = [0.0] * 40
    gaps[7], gaps[23] = 0.2, 0.21
    person, film = studied([face_mesh(gap) for gap in gaps])
    assert {17, 33} <= set(film.asked)
    assert len(set(film.asked)) <= 26 < len(gaps)
    assert (person.inside.upper[..., 3] > 0.5).any()
    assert person.inside.upper_rim < 0 < person.inside.lower_rim


def test_the_inside_of_a_mouth_that_never_opens_is_painted() -> None:
    person, _ = studied([None, *[face_mesh(0.01)] * 9])
    assert person.inside.upper[..., 3].max() > 0.9


def test_a_smile_is_kept_and_speech_is_taken_out_of_the_width() -> None:
    widths = 0.66 + 0.05 * np.sin(np.arange(100) * 2 * np.pi / 6) + np.linspace(0, 0.15, 100)
    meshes = [face_mesh(width=width) for width in widths]
    person, _ = studied(list(meshes))
    found = np.array([person.at(one)[0] for one in meshes])
    wanted = np.array([mesh.mouth_width(face_mesh(width=width)) for width in 0.66 + np.linspace(0, 0.15, 100)])
    assert np.abs(found - wanted)[15:-15].max() < 0.02


def test_a_frame_is_known_by_where_the_face_lies() -> None:
    meshes = [face_mesh(centre=(200 + i, 190), yaw=i) for i in range(30)]
    person, _ = studied(list(meshes))
    assert person.at(meshes[20])[1] == pytest.approx(20, abs=0.5)
    assert person.at(meshes[4])[1] == pytest.approx(4, abs=0.5)


def test_the_mesh_trembling_does_not_reach_the_yaw() -> None:
    trembling = [face_mesh(yaw=32 + (-1.5) ** (i % 2)) for i in range(40)]
    person, _ = studied(list(trembling))
    assert np.ptp(person.yaw[5:-5]) < 1.0


def test_a_track_without_any_face_is_refused() -> None:
    with pytest.raises(ValueError, match="no face"):
        studied([None, None])
