"""Pixels reach Qt as they are, shared and kept alive."""

import gc

import numpy as np
import pytest

from app.images import to_qimage


def test_pixels_and_size_are_kept() -> None:
    image = np.arange(3 * 5 * 3, dtype=np.uint8).reshape(3, 5, 3)
    shown = to_qimage(image)
    assert (shown.width(), shown.height()) == (5, 3)
    colour = shown.pixelColor(4, 2)
    assert (colour.red(), colour.green(), colour.blue()) == tuple(image[2, 4])


def test_the_array_outlives_its_name() -> None:
    shown = to_qimage(np.full((400, 400, 3), 77, np.uint8))
    gc.collect()
    other = [np.full((400, 400, 3), 1, np.uint8) for _ in range(4)]
    assert shown.pixelColor(399, 399).red() == 77
    assert len(other) == 4


def test_read_only_arrays_are_shown() -> None:
    image = np.full((4, 6, 3), 9, np.uint8)
    image.flags.writeable = False
    assert to_qimage(image).pixelColor(5, 3).blue() == 9


def test_a_window_of_an_array_is_shown() -> None:
    image = np.zeros((10, 10, 3), np.uint8)
    image[2:5, 3:8] = 200
    shown = to_qimage(image[2:5, 3:8])
    assert (shown.width(), shown.height(), shown.pixelColor(0, 0).red()) == (5, 3, 200)


@pytest.mark.parametrize("shape", [(4, 4), (4, 4, 4), (0, 4, 3)])
def test_other_arrays_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="RGB"):
        to_qimage(np.zeros(shape, np.uint8))
