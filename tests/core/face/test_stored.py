"""Points in 16 bits: exact enough, read from disk like an array."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.arrays import Floats
from core.errors import MediaError
from core.face.mesh import face_frame
from core.face.stored import PointSpool, StoredPoints, pack, unpack
from tests.core.face.people import make_mesh


@given(scale=st.floats(5, 1500), x=st.floats(-500, 8000), y=st.floats(-500, 5000))
def test_the_error_is_a_twentieth_of_a_pixel_for_a_large_face(scale: float, x: float, y: float) -> None:
    points = make_mesh(x, y, scale)[None]
    allowed = 0.05 * face_frame(points[0]).scale / 400 + np.spacing(np.float32(8000))
    assert np.abs(unpack(pack(points)) - points).max() <= allowed


def test_zeros_and_single_points_come_back_exactly() -> None:
    points = np.zeros((2, 468, 3), np.float32)
    points[1] = (7.5, 8.25, 0)
    assert np.array_equal(unpack(pack(points)), points)


def stored(path: Path, points: Floats) -> StoredPoints:
    packed = pack(points)
    path.write_bytes(b"header" + packed.codes.tobytes())
    rows = np.arange(len(points), dtype=np.int64)
    return StoredPoints(path, 6, 468, rows, packed.origin, packed.unit)


def test_stored_points_read_like_an_array(tmp_path: Path) -> None:
    points = np.stack([make_mesh(x) for x in (100, 200, 300, 400)])
    kept = stored(tmp_path / "points", points)
    assert kept.shape == points.shape
    assert len(kept) == 4
    assert np.allclose(kept[2], points[2], atol=0.01)
    assert np.allclose(kept[-1], points[-1], atol=0.01)
    assert np.allclose(kept[1:3], points[1:3], atol=0.01)
    assert np.allclose(kept[::-2], points[::-2], atol=0.01)
    assert kept[3:1].shape == (0, 468, 3)
    assert np.allclose(np.asarray(kept), points, atol=0.01)
    with pytest.raises(IndexError):
        kept[4]


def test_a_file_that_has_gone_or_shrunk_is_told(tmp_path: Path) -> None:
    kept = stored(tmp_path / "points", make_mesh()[None])
    (tmp_path / "points").write_bytes(b"header and little else")
    with pytest.raises(MediaError):
        kept[0]
    (tmp_path / "points").unlink()
    with pytest.raises(MediaError):
        kept[0]


def test_a_spool_gives_back_any_rows_also_between_writes(tmp_path: Path) -> None:
    spool = PointSpool(tmp_path, 468)
    meshes = [make_mesh(x) for x in (100, 200, 300)]
    assert [spool.append(points) for points in meshes] == [0, 1, 2]
    assert np.allclose(spool.read([2, 0]), np.stack([meshes[2], meshes[0]]), atol=0.01)
    assert spool.append(make_mesh(900)) == 3
    assert np.allclose(spool.read([3])[0], make_mesh(900), atol=0.02)
    assert len(spool) == 4
    spool.close()
    assert list(tmp_path.iterdir()) == []
