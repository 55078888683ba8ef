"""Tracks: rows are frames, whether a face was seen or not; on disk as in memory."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core.arrays import Floats
from core.cache import DamagedEntryError
from core.face.track import FaceTrack, join
from core.face.track_file import TrackRows, read_tracks, write_tracks
from tests.core.face.people import make_mesh


def rows(number: int, start: int, present: list[bool], person: int = -1) -> TrackRows:
    seen = np.array(present)
    confidence = np.where(seen, 0.9, 0).astype(np.float32)
    return TrackRows(number, start, seen, confidence, person, np.ones(4, np.float32), None)


def meshes(count: int, x: float = 100.0) -> Floats:
    return np.stack([make_mesh(x + 10 * number) for number in range(count)])


def in_parts(points: Floats) -> Iterator[Floats]:
    yield points[:1]
    yield points[1:]


def saved(path: Path) -> tuple[FaceTrack, ...]:
    first = (rows(0, 10, [True, False, True, True], 3), in_parts(meshes(3)))
    second = (rows(1, 30, [True, True], 3), in_parts(meshes(2, 500)))
    assert list(write_tracks(path, {"film": "x"}, [first, second])) == [1, 3, 4, 5]
    meta, tracks = read_tracks(path)
    assert meta["film"] == "x"
    return tracks


def test_tracks_come_back_from_their_file(tmp_path: Path) -> None:
    first, second = saved(tmp_path / "tracks.npz")
    assert (first.id, first.start, first.stop, first.person) == (0, 10, 14, 3)
    assert first.present.tolist() == [True, False, True, True]
    points = first.at(12)
    assert points is not None
    assert np.allclose(points, meshes(3)[1], atol=0.01)
    assert np.allclose(first.points[1], 0)
    assert np.allclose(first.boxes[2], [*points[:, :2].min(axis=0), *points[:, :2].max(axis=0)], atol=0.02)
    assert np.allclose(second.points[1], meshes(2, 500)[1], atol=0.02)


def test_a_frame_without_a_face_is_none_at_its_place(tmp_path: Path) -> None:
    track = saved(tmp_path / "tracks.npz")[0]
    assert [track.seen(frame) for frame in range(9, 15)] == [False, True, False, True, True, False]
    assert [track.at(frame) is None for frame in range(9, 15)] == [True, False, True, False, False, True]
    assert track.yaw(11) is None
    assert abs(track.yaw(10) or 0) < 1


def test_the_file_is_an_npz(tmp_path: Path) -> None:
    saved(tmp_path / "tracks.npz")
    with np.load(tmp_path / "tracks.npz") as archive:
        assert archive["codes"].shape == (5, 468, 3)
        assert archive["0_present"].tolist() == [True, False, True, True]


def test_no_tracks_is_a_file_too(tmp_path: Path) -> None:
    assert list(write_tracks(tmp_path / "none.npz", {}, [])) == []
    assert read_tracks(tmp_path / "none.npz")[1] == ()


def test_any_damage_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "tracks.npz"
    saved(path)
    whole = path.read_bytes()
    rng = np.random.default_rng(0)
    damaged = [whole[: int(len(whole) * share)] for share in (0, 0.1, 0.5, 0.99)] + [b"text", bytes(5000)]
    for place in rng.integers(100, len(whole) - 100, 25):
        damaged.append(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
    noticed = 0
    for content in damaged:
        path.write_bytes(content)
        try:
            tracks = read_tracks(path)[1]
        except DamagedEntryError:
            noticed += 1
        else:  # a byte that carries nothing, as a time of day in a header
            assert np.allclose(tracks[0].points[3], meshes(3)[2], atol=0.01)
    assert noticed >= len(damaged) - 3
    with pytest.raises(DamagedEntryError):
        read_tracks(tmp_path / "not there.npz")


@pytest.mark.parametrize("on_disk", [True, False])
def test_shots_of_one_person_are_joined_with_nothing_between(tmp_path: Path, on_disk: bool) -> None:
    tracks = saved(tmp_path / "tracks.npz")
    if not on_disk:
        tracks = tuple(
            FaceTrack(t.id, t.start, np.asarray(t.points), t.present, t.confidence, t.boxes, t.person) for t in tracks
        )
    whole = join(tracks)
    assert (whole.id, whole.start, whole.stop) == (0, 10, 32)
    for frame in range(8, 34):
        parts = [points for track in tracks if (points := track.at(frame)) is not None]
        points = whole.at(frame)
        assert (points is not None) == bool(parts)
        assert points is None or np.array_equal(points, parts[0])
