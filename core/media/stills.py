"""Still images, alone or numbered in a folder, as films. Knows nothing of codecs of film.

A still is a film of one frame; a folder of images is a film at a given rate, in the order of the numbers in the names.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from core.arrays import Alpha, Image
from core.errors import MediaError
from core.media.info import VideoInfo
from core.media.opening import check_readable, check_size, media_errors, open_input
from core.media.orientation import EXIF, Orientation

STILL_RATE = Fraction(25)
_EXTENSIONS = {".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff"}
_ORIENTATION = 0x0112
_EXIF_KIND = 0  # cv2.IMAGE_METADATA_EXIF


def probe_still(path: Path, rate: Fraction = STILL_RATE) -> VideoInfo:
    """A still image as a film of one frame that lasts one frame of `rate`. Raises MediaError if it cannot be read."""
    return _info(path, (path,), rate)


def probe_folder(path: Path, rate: Fraction = STILL_RATE) -> VideoInfo:
    """A folder of images as a film. Only the first one is opened. Raises MediaError if there is none or it is bad."""
    with media_errors(path):
        found = [child for child in path.iterdir() if child.suffix.lower() in _EXTENSIONS and child.is_file()]
    files = tuple(sorted((child for child in found if not child.name.startswith(".")), key=_by_number))
    if not files:
        raise MediaError(f"There are no images in the folder {path.name}.", "Choose a folder of PNG or JPEG files.")
    return _info(path, files, rate)


def read_still(path: Path) -> tuple[Image, Alpha | None]:
    """The upright picture of an image file, (height, width, 3), and its alpha, (height, width), if it has one.

    Raises MediaError if it cannot be read.
    """
    _size(path)
    with media_errors(path):
        content = np.frombuffer(path.read_bytes(), np.uint8)
        try:
            stored, kinds, parts = cv2.imdecodeWithMetadata(content, flags=cv2.IMREAD_UNCHANGED)
        except cv2.error as error:
            raise ValueError(str(error)) from error
    if stored is None or not stored.size:
        raise MediaError(f"The image {path.name} is damaged.", "Copy the file again, or save it as PNG.")
    exif = next((bytes(part) for kind, part in zip(kinds, parts, strict=True) if kind == _EXIF_KIND), b"")
    return _split(_eight_bits(EXIF.get(exif_orientation(exif), Orientation()).upright(stored), path))


def exif_orientation(exif: bytes) -> int:
    """The tag Orientation of EXIF data (TIFF 6.0, section 2), 1 where there is none."""
    order: Literal["little", "big"] = "little" if exif[:2] == b"II" else "big"

    def number(at: int, size: int) -> int:
        return int.from_bytes(exif[at : at + size], order)

    first = number(4, 4)
    for entry in range(first + 2, first + 2 + 12 * number(first, 2), 12):
        if number(entry, 2) == _ORIENTATION and entry + 12 <= len(exif):
            return number(entry + 8, 2)
    return 1


def _info(path: Path, files: tuple[Path, ...], rate: Fraction) -> VideoInfo:
    codec, stored_bits = _size(files[0])
    image, alpha = read_still(files[0])
    return VideoInfo(
        path=path,
        width=image.shape[1],
        height=image.shape[0],
        rate=rate,
        constant_rate=True,
        ticks=tuple(range(len(files))),
        time_base=1 / rate,
        duration=len(files) / rate,
        codec=codec,
        pixel_format="rgb24" if alpha is None else "rgba",
        bits=stored_bits,
        alpha=alpha is not None,
        notices=(*_gaps(files), *_further_pictures(files[0])),
        keys=tuple(range(len(files))),
        pictures=files,
    )


def _further_pictures(path: Path) -> list[str]:
    """A notice if the file holds an animation or several pages."""
    count = cv2.imcount(str(path), cv2.IMREAD_UNCHANGED)
    return [f"{path.name} holds {count} pictures; the first one is used."] if count > 1 else []


def _size(path: Path) -> tuple[str, int]:
    """Codec and bits a channel, after a look at the size, which must be known before the picture is decoded."""
    with media_errors(path):
        check_readable(path)
    with open_input(path) as container:
        streams = container.streams.video
        if not streams or streams[0].codec_context is None:
            raise MediaError(f"{path.name} is no image that can be read.", "Save it as PNG.")
        context = streams[0].codec_context
        check_size(path, context.width, context.height)
        bits = max((part.bits for part in context.format.components), default=8) if context.format else 8
        return context.codec.name, bits


def _eight_bits(picture: NDArray[Any], path: Path) -> NDArray[np.uint8]:
    if picture.dtype == np.uint8:
        return picture
    if picture.dtype == np.uint16:
        return ((picture.astype(np.uint32) + 128) // 257).astype(np.uint8)
    raise MediaError(f"The image {path.name} has {picture.dtype} pixels.", "Save it with 8 or 16 bits a channel.")


def _split(picture: NDArray[np.uint8]) -> tuple[Image, Alpha | None]:
    """RGB and alpha of grey, BGR or BGRA."""
    channels = 1 if picture.ndim == 2 else picture.shape[2]
    if channels == 1:
        return np.repeat(picture.reshape(*picture.shape[:2], 1), 3, axis=2), None
    image = np.ascontiguousarray(picture[:, :, 2::-1])
    return image, picture[:, :, 3].astype(np.float32) / np.float32(255) if channels == 4 else None


def _by_number(path: Path) -> tuple[list[int], str]:
    return ([int(digits) for digits in re.findall(r"\d+", path.stem)], path.name)


def _gaps(files: Sequence[Path]) -> list[str]:
    if len(files) == 1:
        return []
    numbers = [found[-1] for path in files if (found := re.findall(r"\d+", path.stem))]
    if len(numbers) != len(files):
        return ["Not all images have a number in their name; they are taken in the order of their names."]
    missing = int(numbers[-1]) - int(numbers[0]) + 1 - len(files)
    return (
        [f"{missing} numbers are missing among the images; those that are there are taken one after the other."]
        if missing > 0
        else []
    )
