import numpy as np
import pytest

from core.face import mesh, rims
from tests.core.face.faces import face_mesh, face_picture

INNER = [*mesh.UPPER_INNER[2:9], *mesh.LOWER_INNER[2:9]]


@pytest.mark.parametrize("error", [-5.0, -2.0, 3.0, 6.0])
def test_a_closed_line_beside_the_real_one_is_found(error: float) -> None:
    truth = face_mesh(0.0)
    seen = truth.copy()
    seen[:, 1] += np.where(np.isin(np.arange(len(seen)), np.unique(INNER)), error, 0).astype(np.float32)
    found = rims.refine(face_picture(truth), seen)
    assert np.abs(found[INNER, 1] - truth[INNER, 1]).max() < 1.5


@pytest.mark.parametrize(("upper", "lower"), [(5.0, 0.0), (0.0, -5.0), (4.0, 5.0), (-4.0, 3.0), (0.0, 0.0)])
def test_rims_on_the_teeth_or_on_the_lips_are_moved_to_where_the_lips_end(upper: float, lower: float) -> None:
    truth = face_mesh(0.16)
    seen = truth.copy()
    seen[list(mesh.UPPER_INNER[1:-1]), 1] += np.float32(upper)
    seen[list(mesh.LOWER_INNER[1:-1]), 1] += np.float32(lower)
    found = rims.refine(face_picture(truth), seen)
    assert np.abs(found[INNER, 1] - truth[INNER, 1]).mean() < 1.6  # of 125 to the scale


def test_all_other_points_stay() -> None:
    points = face_mesh(0.16)
    found = rims.refine(face_picture(points), points)
    lips = np.unique([*mesh.UPPER_INNER, *mesh.LOWER_INNER, *mesh.UPPER_MIDDLE, *mesh.LOWER_MIDDLE])
    others = np.setdiff1d(np.arange(mesh.POINTS), lips)
    assert np.array_equal(found[others], points[others])


def test_a_picture_without_any_contrast_moves_nothing_far() -> None:
    points = face_mesh(0.16)
    found = rims.refine(np.full((400, 400, 3), 120, np.uint8), points)
    assert np.isfinite(found).all()
    assert np.abs(found - points).max() < 0.09 * mesh.face_frame(points).scale


def test_a_face_at_the_border_of_the_picture_is_borne() -> None:
    points = face_mesh(0.16, centre=(0, 398))
    assert np.isfinite(rims.refine(face_picture(points), points)).all()
