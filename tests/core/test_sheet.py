import numpy as np
import pytest

from core.sheet import Cell, contact_sheet
from tests.core.face.faces import face_mesh, face_picture


def cell(frame: int, gap: float = 0.1, found: bool = True) -> Cell:
    points = face_mesh(gap)
    picture = face_picture(points)
    return Cell(frame, picture, (picture // 2).astype(np.uint8), points if found else None)


def test_sheets_hold_all_frames_in_rows_of_columns() -> None:
    one, seven = contact_sheet([cell(0)], tile=60), contact_sheet([cell(i) for i in range(7)], tile=60, columns=3)
    assert one.dtype == np.uint8
    assert seven.shape == (3 * one.shape[0], 3 * one.shape[1], 3)


def test_output_lies_below_source_and_mouths_below_faces() -> None:
    sheet = contact_sheet([cell(4)], tile=80).astype(int)
    label = sheet.shape[0] - 4 * 82
    face, after, mouth, mouth_after = (sheet[label + row * 82 :][:80, :80] for row in range(4))
    assert after.mean() == pytest.approx(face.mean() / 2, rel=0.1)
    assert mouth_after.mean() == pytest.approx(mouth.mean() / 2, rel=0.1)
    assert np.ptp(mouth[40]) > np.ptp(face[10])  # lips and teeth


def test_frames_are_numbered() -> None:
    assert not np.array_equal(contact_sheet([cell(3)], tile=80)[:16], contact_sheet([cell(8)], tile=80)[:16])


def test_a_frame_without_a_face_is_shown_whole() -> None:
    sheet = contact_sheet([cell(1), cell(2, found=False)], tile=60)
    assert sheet[30:70, 75:110].mean() > 100


def test_a_sheet_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        contact_sheet([])
