"""Colour of decoded frames: what the tags mean, and the way from YUV to upright RGB pictures. Knows no files.

Tags are numbers of ISO/IEC 23091-2 in the stream and ffmpeg's names in `Colour`.
"""

from dataclasses import dataclass
from typing import Any

import av
import cv2
import numpy as np
from av.video.reformatter import ColorRange, Colorspace, Interpolation, VideoReformatter
from numpy.typing import NDArray

from core.arrays import Alpha, Image
from core.media.hdr import ToneMap
from core.media.info import Colour, VideoInfo
from core.media.orientation import Orientation

_MATRICES = {
    0: "gbr",
    1: "bt709",
    4: "fcc",
    5: "bt470bg",
    6: "smpte170m",
    7: "smpte240m",
    8: "ycgco",
    9: "bt2020nc",
    10: "bt2020c",
    14: "ictcp",
}
_PRIMARIES = {
    1: "bt709",
    4: "bt470m",
    5: "bt470bg",
    6: "smpte170m",
    7: "smpte240m",
    8: "film",
    9: "bt2020",
    10: "smpte428",
    11: "smpte431",
    12: "smpte432",
    22: "jedec-p22",
}
_TRANSFERS = {
    1: "bt709",
    4: "gamma22",
    5: "gamma28",
    6: "smpte170m",
    7: "smpte240m",
    8: "linear",
    9: "log100",
    10: "log316",
    11: "iec61966-2-4",
    12: "bt1361e",
    13: "iec61966-2-1",
    14: "bt2020-10",
    15: "bt2020-12",
    16: "smpte2084",
    17: "smpte428",
    18: "arib-std-b67",
}
_RANGES = {1: "tv", 2: "pc"}
_CONVERTED = {
    "bt709": Colorspace.ITU709,
    "fcc": Colorspace.FCC,
    "bt470bg": Colorspace.ITU601,
    "smpte170m": Colorspace.ITU601,
    "smpte240m": Colorspace.SMPTE240M,
    "bt2020nc": Colorspace.BT2020,
}
_HD_HEIGHT = 720
# Planar RGB is the way on which swscale upsamples chroma and rounds exactly, and yet is fast: 2 ms at 720p, where its
# own packed RGB takes 14 ms with the same flags and is wrong by up to 3 levels without them.
_ACCURATE = Interpolation.BICUBIC | Interpolation.ACCURATE_RND | Interpolation.FULL_CHR_H_INT


def tags_of(frame: av.VideoFrame) -> Colour:
    """The colour tags of a decoded frame; empty where it says nothing."""
    return Colour(
        _MATRICES.get(frame.colorspace, ""),
        _PRIMARIES.get(frame.color_primaries, ""),
        _TRANSFERS.get(frame.color_trc, ""),
        "pc" if frame.format.name.startswith("yuvj") else _RANGES.get(frame.color_range, ""),
    )


def bits_of(frame: av.VideoFrame) -> int:
    """Bits of its deepest component."""
    return max((component.bits for component in frame.format.components), default=8)


def has_alpha(frame: av.VideoFrame) -> bool:
    """Whether it has transparency."""
    return any(component.is_alpha for component in frame.format.components)


def colour_notices(colour: Colour, bits: int, rgb: bool) -> list[str]:
    """What is lost when such frames become 8-bit RGB, as sentences; `rgb` says that they are stored as RGB."""
    notices = []
    if colour.hdr:
        name = "HLG" if colour.transfer == "arib-std-b67" else "PQ"
        notices.append(f"The film is HDR ({name}); it is shown and written in standard range (BT.709).")
    if bits > 8:
        notices.append(f"The picture has {bits} bits a channel; it is worked on with 8.")
    if not rgb and colour.matrix and colour.matrix not in _CONVERTED:
        notices.append(f"Colours stored as {colour.matrix} are read as those of its size; they may look wrong.")
    return notices


@dataclass(frozen=True, slots=True)
class Conversion:
    """How YUV becomes RGB: swscale's numbers of matrix and range."""

    matrix: int
    range: int


def customary_matrix(height: int) -> str:
    """The matrix of a YUV film of so many stored lines that does not tell: BT.709 from 720 on, BT.601 below."""
    return "bt709" if height >= _HD_HEIGHT else "smpte170m"


def conversion_for(colour: Colour, height: int) -> Conversion:
    """The tagged conversion, and where a tag is missing the customary one, in limited range."""
    matrix = _CONVERTED.get(colour.matrix, _CONVERTED[customary_matrix(height)])
    return Conversion(int(matrix), int(ColorRange.JPEG if colour.range == "pc" else ColorRange.MPEG))


class Converter:
    """Turns decoded frames of one film into upright RGB; owned by one thread, as it keeps swscale's tables."""

    def __init__(self, info: VideoInfo) -> None:
        self._orientation = Orientation(info.rotation, info.mirrored)
        stored = (info.height, info.width) if self._orientation.swaps else (info.width, info.height)
        self._width, self._height = stored
        self._conversion = conversion_for(info.colour, self._height)
        self._alpha = info.alpha
        self._tones = ToneMap(info.colour) if info.colour.hdr else None
        self._reformatter = VideoReformatter()

    def convert(self, frame: av.VideoFrame) -> tuple[Image, Alpha | None]:
        """The upright picture, (height, width, 3), and its alpha in [0, 1], (height, width), if the film has one.

        A frame of another size, as streams have that change it half-way, is scaled to the film's.
        """
        planes = self._planes(frame)
        stored = self._tones.map(planes) if self._tones else cv2.merge([planes[2], planes[0], planes[1]])
        image: Image = self._orientation.upright(stored)
        if not self._alpha:
            return image, None
        full = np.float32(np.iinfo(planes[3].dtype).max)
        return image, self._orientation.upright(planes[3]).astype(np.float32) / full

    def _planes(self, frame: av.VideoFrame) -> list[NDArray[Any]]:
        """G, B, R and alpha if any, each (height, width): 8 bits, or 16 for HDR."""
        rgb = self._reformatter.reformat(
            frame,
            width=self._width,
            height=self._height,
            format=("gbrap" if self._alpha else "gbrp") + ("16le" if self._tones else ""),
            src_colorspace=self._conversion.matrix,
            src_color_range=self._conversion.range,
            dst_color_range=ColorRange.JPEG,
            interpolation=_ACCURATE,
            threads=1,
        )
        return [_view(plane, self._tones is not None) for plane in rgb.planes]


def _view(plane: av.video.plane.VideoPlane, wide: bool) -> NDArray[Any]:
    """The pixels of a plane without the padding of its lines."""
    kind = np.dtype(np.uint16 if wide else np.uint8)
    pixels: NDArray[Any] = np.frombuffer(memoryview(plane), kind)
    return pixels.reshape(-1, plane.line_size // kind.itemsize)[: plane.height, : plane.width]
