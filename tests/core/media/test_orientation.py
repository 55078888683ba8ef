import numpy as np
import pytest

from core.media.orientation import Orientation, orientation_of
from tests.media import display_matrix

CORNERS = np.array([[1, 2, 3], [4, 5, 6]], np.uint8)
EVERY = [(rotation, mirrored) for rotation in (0, 90, 180, 270) for mirrored in (False, True)]


@pytest.mark.parametrize(("rotation", "mirrored"), EVERY)
def test_matrix_is_read_back(rotation: int, mirrored: bool) -> None:
    assert orientation_of(display_matrix(rotation, mirrored)) == Orientation(rotation, mirrored)


@pytest.mark.parametrize(("rotation", "mirrored"), EVERY)
def test_upright_moves_every_pixel_as_the_matrix_says(rotation: int, mirrored: bool) -> None:
    matrix = display_matrix(rotation, mirrored)
    a, b, c, d = (matrix[place] >> 16 for place in (0, 1, 3, 4))
    moved = {(a * x + c * y, b * x + d * y): CORNERS[y, x] for y in range(2) for x in range(3)}
    left, top = min(x for x, _ in moved), min(y for _, y in moved)
    upright = Orientation(rotation, mirrored).upright(CORNERS)
    assert all(upright[y - top, x - left] == value for (x, y), value in moved.items())
    assert upright.shape == ((3, 2) if rotation % 180 else (2, 3))


def test_nearly_a_quarter_is_a_quarter_and_flat_is_none() -> None:
    assert orientation_of((1000, 65536, 0, -65536, 1000, 0, 0, 0, 1 << 30)) == Orientation(90)
    assert orientation_of((0,) * 9) == Orientation()
