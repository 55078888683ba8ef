import struct
from pathlib import Path

import cv2
import numpy as np
import pytest

from core.errors import MediaError
from core.media.orientation import EXIF
from core.media.stills import exif_orientation, probe_still, read_still
from tests.media import number_of, picture, picture_with_alpha, save_still

STORED = {
    1: lambda p: p,
    2: lambda p: p[:, ::-1],
    3: lambda p: p[::-1, ::-1],
    4: lambda p: p[::-1],
    5: lambda p: p.transpose(1, 0, 2),
    6: lambda p: np.rot90(p),
    7: lambda p: p[::-1, ::-1].transpose(1, 0, 2),
    8: lambda p: np.rot90(p, -1),
}
"""How a camera stores a picture that it marks with a value of Orientation (EXIF 2.32, 4.6.4 A): 6 says that the first
row of the file is the right-hand side of the scene, and so on."""


def tiff(orientation: int, order: str) -> bytes:
    mark = b"II" if order == "<" else b"MM"
    entries = struct.pack(f"{order}HHI4s", 0x010F, 2, 4, b"Cam\0")
    entries += struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0)
    return mark + struct.pack(f"{order}HIH", 42, 8, 2) + entries + bytes(4)


@pytest.mark.parametrize("orientation", STORED)
@pytest.mark.parametrize("order", ["<", ">"])
def test_photographs_are_upright(tmp_path: Path, orientation: int, order: str) -> None:
    scene = picture(0xA5C, 192, 128)
    stored = np.ascontiguousarray(STORED[orientation](scene))
    content = save_still(tmp_path / "plain.jpg", stored).read_bytes()
    exif = b"Exif\0\0" + tiff(orientation, order)
    path = tmp_path / "photo.jpg"
    path.write_bytes(content[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + content[2:])
    info = probe_still(path)
    image, _ = read_still(path)
    assert (info.width, info.height) == (192, 128)
    assert number_of(image) == 0xA5C
    assert np.abs(image.astype(int) - scene).mean() < 4


def test_exif_that_is_cut_short_counts_as_none() -> None:
    whole = tiff(6, "<")
    assert exif_orientation(whole) == 6
    assert {exif_orientation(whole[:length]) for length in range(len(whole) - 8)} <= {1}
    assert all(orientation in EXIF for orientation in range(1, 9))


@pytest.mark.parametrize("suffix", [".png", ".webp", ".tiff"])
def test_transparent_stills(tmp_path: Path, suffix: str) -> None:
    image, alpha = read_still(save_still(tmp_path / f"still{suffix}", picture_with_alpha(9, 96, 64)))
    assert number_of(image) == 9
    assert alpha is not None
    assert (alpha[0, 0], round(float(alpha[0, -1]) * 255)) == (1, 128)


def test_grey_and_sixteen_bits(tmp_path: Path) -> None:
    cv2.imwrite(str(tmp_path / "grey.png"), np.full((8, 6), 77, np.uint8))
    cv2.imwrite(str(tmp_path / "deep.png"), np.full((8, 6, 3), (257 * 10, 257 * 20 + 100, 65535), np.uint16))
    assert (read_still(tmp_path / "grey.png")[0] == 77).all()
    assert (read_still(tmp_path / "deep.png")[0] == (255, 20, 10)).all()
    assert probe_still(tmp_path / "deep.png").bits == 16


def test_colours_are_those_of_the_file(tmp_path: Path) -> None:
    image, alpha = read_still(save_still(tmp_path / "still.png", picture(3, 97, 65)))
    assert alpha is None
    assert np.array_equal(image, picture(3, 97, 65))


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".bmp"])
def test_truncated_still(tmp_path: Path, suffix: str, capfd: pytest.CaptureFixture[str]) -> None:
    path = save_still(tmp_path / f"still{suffix}", np.random.default_rng(0).integers(0, 255, (64, 64, 3), np.uint8))
    path.write_bytes(path.read_bytes()[:600])
    with pytest.raises(MediaError, match="damaged"):
        read_still(path)
    capfd.readouterr()  # libpng complains by itself
