"""Films made for tests: a square moves, and every frame says its own number in black and white cells.

`make_clip(path, ClipSpec(...))` writes one with PyAV; `number_of(image)` reads the number back from a frame, also
after lossy coding. Nothing here uses the code under test.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import av.container
import av.stream
import numpy as np
from av.video.reformatter import ColorRange, Colorspace, Interpolation
from numpy.typing import NDArray

Image = NDArray[np.uint8]

CELLS = 12
"""Cells of the number, most significant first, side by side over the whole width of the top eighth of the picture."""

_FLAT = Interpolation.BICUBIC | Interpolation.ACCURATE_RND | Interpolation.FULL_CHR_H_INP


@dataclass(frozen=True)
class Tags:
    """Colour tags as numbers of ISO/IEC 23091-2, 2 = unspecified; `range` 1 is limited, 2 full."""

    matrix: int = 2
    primaries: int = 2
    transfer: int = 2
    range: int = 0


@dataclass(frozen=True)
class ClipSpec:
    """What is made. Width and height are as shown.

    `ticks` in units of `time_base` override the even spacing of `rate`. The stored picture is mirrored, if `mirrored`,
    and turned `rotation` degrees clockwise for showing. `audio` and `subtitles` count streams. `draw` makes the upright
    picture of a frame from number, width and height: (h, w, 3), or (h, w, 4) with alpha. `options` go to the encoder,
    `muxer` to the container.
    """

    width: int = 96
    height: int = 64
    frames: int = 30
    rate: Fraction = Fraction(25)
    codec: str = "libx264"
    pixel_format: str = "yuv420p"
    ticks: Sequence[int] | None = None
    time_base: Fraction | None = None
    gop: int = 10
    bframes: int = 2
    rotation: int = 0
    mirrored: bool = False
    tags: Tags = Tags()
    audio: int = 0
    subtitles: int = 0
    chapters: int = 0
    metadata: tuple[tuple[str, str], ...] = ()
    pixel_aspect: Fraction = Fraction(1)
    options: tuple[tuple[str, str], ...] = ()
    muxer: tuple[tuple[str, str], ...] = ()
    draw: Callable[[int, int, int], Image] | None = None


def make_clip(path: Path, spec: ClipSpec = ClipSpec(), **changes: Any) -> Path:
    """Write a film as `spec` says, with fields of it changed; the container follows the name. Returns `path`."""
    spec = replace(spec, **changes)
    with av.open(f"file:{path}", "w", options=dict(spec.muxer)) as container:
        for name, value in spec.metadata:
            container.metadata[name] = value
        video = _video_stream(container, spec)
        sounds = [_audio_stream(container, number) for number in range(spec.audio)]
        texts = [_subtitle_stream(container, path, number) for number in range(spec.subtitles)]
        if spec.chapters:
            container.set_chapters(_chapters(spec))
        _encode_video(container, video, spec)
        for number, sound in enumerate(sounds):
            _encode_sound(container, sound, number, duration_of(spec))
        for text in texts:
            _write_subtitle(container, text, path)
    return path


def make_yuv(path: Path, yuv: tuple[int, int, int], tags: Tags, size: tuple[int, int], pixel_format: str) -> Path:
    """Write two frames of these very Y, U and V values (4:2:0) without loss into a Matroska file. Returns `path`."""
    width, height = size
    with av.open(f"file:{path}", "w") as container:
        stream: Any = container.add_stream("ffv1", rate=25)
        stream.width, stream.height, stream.pix_fmt = width, height, pixel_format
        context = stream.codec_context
        context.colorspace, context.color_range = tags.matrix, tags.range
        context.color_primaries, context.color_trc = tags.primaries, tags.transfer
        for number in range(2):
            frame = av.VideoFrame(width, height, pixel_format)
            for plane, value in zip(frame.planes, yuv, strict=True):
                sample = np.uint16(value) if plane.line_size >= 2 * plane.width else np.uint8(value)
                plane.update(np.full(plane.buffer_size // sample.nbytes, sample).tobytes())
            frame.pts, frame.time_base = number, Fraction(1, 25)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def make_stills(folder: Path, spec: ClipSpec = ClipSpec(), first: int = 1, suffix: str = ".png") -> Path:
    """Write the frames of `spec` as numbered images into a new folder. Returns `folder`."""
    folder.mkdir(parents=True)
    for number in range(spec.frames):
        save_still(folder / f"frame {first + number}{suffix}", _drawn(number, spec))
    return folder


def save_still(path: Path, picture: NDArray[Any]) -> Path:
    """Write RGB or RGBA (h, w, 3 or 4) as an image; the format follows the name. Returns `path`."""
    import cv2

    order = cv2.COLOR_RGBA2BGRA if picture.shape[2] == 4 else cv2.COLOR_RGB2BGR
    done, content = cv2.imencode(path.suffix, cv2.cvtColor(picture, order))
    assert done
    path.write_bytes(content.tobytes())
    return path


def picture(number: int, width: int, height: int) -> Image:
    """The upright RGB picture of a frame: cells with its number above a coloured square that moves to the right."""
    image = np.full((height, width, 3), 96, np.uint8)
    image[: bar_height(height)] = 16
    for cell in range(CELLS):
        if number >> (CELLS - 1 - cell) & 1:
            image[: bar_height(height), cell * width // CELLS : (cell + 1) * width // CELLS] = 235
    side = max(4, height // 4)
    left = number * 2 % max(1, width - side)
    image[height // 2 : height // 2 + side, left : left + side] = (200, 60, 40)
    return image


def picture_with_alpha(number: int, width: int, height: int) -> Image:
    """As `picture`, but with alpha: opaque on the left, half transparent on the right (h, w, 4)."""
    alpha = np.full((height, width, 1), 255, np.uint8)
    alpha[:, width // 2 :] = 128
    return np.concatenate([picture(number, width, height), alpha], axis=2)


def flat(rgb: tuple[int, int, int]) -> Callable[[int, int, int], Image]:
    """Something to `draw`: one colour all over."""
    return lambda number, width, height: np.full((height, width, 3), rgb, np.uint8)


def bar_height(height: int) -> int:
    """Lines that the cells of the number take."""
    return max(8, height // 8)


def number_of(image: Image) -> int:
    """The number that an upright picture says."""
    height, width = image.shape[:2]
    line = image[: bar_height(height) // 2].mean(axis=(0, 2))
    number = 0
    for cell in range(CELLS):
        middle = (2 * cell + 1) * width // (2 * CELLS)
        number = number << 1 | int(line[middle] > 128)
    return number


def ticks_of(spec: ClipSpec) -> tuple[int, ...]:
    """Times of the frames in units of the time base that is asked of the container."""
    if spec.ticks is not None:
        return tuple(spec.ticks)
    base = spec.time_base or 1 / spec.rate
    return tuple(round(number / spec.rate / base) for number in range(spec.frames))


def duration_of(spec: ClipSpec) -> Fraction:
    """Seconds from the first frame to the end of the last, if that lasts as long as `rate` says."""
    ticks, base = ticks_of(spec), spec.time_base or 1 / spec.rate
    return (ticks[-1] - ticks[0]) * base + 1 / spec.rate


def decode_all(path: Path) -> list[av.VideoFrame]:
    """Every frame that plain decoding of the first picture stream gives, in order."""
    with av.open(f"file:{path}") as container:
        return list(container.decode(video=0))


def _video_stream(container: av.container.OutputContainer, spec: ClipSpec) -> Any:
    stream: Any = container.add_stream(spec.codec, rate=spec.rate, options=dict(_options(spec)))
    turned = spec.rotation % 180 == 90
    stream.width, stream.height = (spec.height, spec.width) if turned else (spec.width, spec.height)
    stream.pix_fmt = spec.pixel_format
    context = stream.codec_context
    context.time_base = spec.time_base or 1 / spec.rate
    context.gop_size, context.max_b_frames = spec.gop, spec.bframes if spec.codec in _WITH_BFRAMES else 0
    context.colorspace, context.color_range = spec.tags.matrix, spec.tags.range
    context.color_primaries, context.color_trc = spec.tags.primaries, spec.tags.transfer
    context.sample_aspect_ratio = spec.pixel_aspect
    context.thread_count = 1
    if spec.rotation or spec.mirrored:
        stream.set_display_matrix(display_matrix(spec.rotation, spec.mirrored))
    return stream


_WITH_BFRAMES = {"libx264", "libx265", "mpeg4", "mpeg2video", "mpeg1video"}


def _options(spec: ClipSpec) -> dict[str, str]:
    usual = {
        "libx264": {"preset": "ultrafast", "crf": "10", "sc_threshold": "0"},
        "libx265": {"preset": "ultrafast", "x265-params": "log-level=none:pools=1"},
        "libvpx-vp9": {"deadline": "realtime", "cpu-used": "8", "crf": "15", "b": "0"},
        "mpeg4": {"qscale": "2"},
    }
    return {**usual.get(spec.codec, {}), **dict(spec.options)}


def display_matrix(rotation: int, mirrored: bool) -> tuple[int, ...]:
    """Display matrix (ISO 14496-12, 8.2.2) that mirrors, if asked, and then turns clockwise by quarters."""
    cosine, sine = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}[rotation]
    flip, one = -1 if mirrored else 1, 1 << 16
    return (flip * cosine * one, flip * sine * one, 0, -sine * one, cosine * one, 0, 0, 0, 1 << 30)


def _drawn(number: int, spec: ClipSpec) -> Image:
    return (spec.draw or picture)(number, spec.width, spec.height)


def _stored(number: int, spec: ClipSpec) -> Image:
    """The picture as it lies in the file, so that mirroring and turning make it upright."""
    turned = np.rot90(_drawn(number, spec), spec.rotation // 90)
    return np.ascontiguousarray(turned[:, ::-1] if spec.mirrored else turned)


def _encode_video(container: av.container.OutputContainer, stream: Any, spec: ClipSpec) -> None:
    for number, tick in enumerate(ticks_of(spec)):
        frame = _frame(_stored(number, spec), spec)
        frame.pts, frame.time_base = tick, stream.codec_context.time_base
        container.mux(stream.encode(frame))
    container.mux(stream.encode(None))


def _frame(stored: Image, spec: ClipSpec) -> av.VideoFrame:
    rgb = av.VideoFrame.from_ndarray(stored, "rgba" if stored.shape[2] == 4 else "rgb24")
    matrix = spec.tags.matrix if spec.tags.matrix in {1, 5, 6, 9} else (1 if stored.shape[0] >= 720 else 5)
    frame = rgb.reformat(
        format=spec.pixel_format,
        dst_colorspace=Colorspace.ITU601 if matrix == 6 else matrix,
        src_color_range=ColorRange.JPEG,
        dst_color_range=spec.tags.range or ColorRange.MPEG,
        interpolation=_FLAT,
    )
    frame.colorspace, frame.color_range = spec.tags.matrix, spec.tags.range
    frame.color_primaries, frame.color_trc = spec.tags.primaries, spec.tags.transfer
    return frame


_SOUND_RATE = 48_000


def _audio_stream(container: av.container.OutputContainer, number: int) -> Any:
    stream: Any = container.add_stream("aac", rate=_SOUND_RATE, layout="stereo" if number == 0 else "mono")
    stream.metadata["language"] = ("eng", "deu", "fra", "jpn")[number % 4]
    stream.metadata["title"] = f"Sound {number + 1}"
    return stream


def _encode_sound(container: av.container.OutputContainer, stream: Any, number: int, seconds: Fraction) -> None:
    """A tone of 440 Hz on the first stream, 880 on the second …"""
    count = round(seconds * _SOUND_RATE)
    tone = 0.3 * np.sin(np.arange(count) * 2 * np.pi * 440 * (number + 1) / _SOUND_RATE).astype(np.float32)
    samples = np.tile(tone, (stream.codec_context.layout.nb_channels, 1))
    frame = av.AudioFrame.from_ndarray(samples, "fltp", stream.codec_context.layout.name)
    frame.sample_rate, frame.pts, frame.time_base = _SOUND_RATE, 0, Fraction(1, _SOUND_RATE)
    container.mux(stream.encode(frame))
    container.mux(stream.encode(None))


def _subtitle_stream(container: av.container.OutputContainer, path: Path, number: int) -> Any:
    stream: Any = container.add_mux_stream("subrip" if path.suffix == ".mkv" else "mov_text")
    stream.time_base = Fraction(1, 1000)
    stream.metadata["language"] = ("eng", "deu")[number % 2]
    return stream


def _write_subtitle(container: av.container.OutputContainer, stream: Any, path: Path) -> None:
    """One line, from 0.1 to 0.6 s."""
    text = b"Good evening."
    packet = av.Packet(text if path.suffix == ".mkv" else len(text).to_bytes(2, "big") + text)
    packet.stream, packet.time_base = stream, Fraction(1, 1000)
    packet.pts = packet.dts = 100
    packet.duration = 500
    container.mux(packet)


def _chapters(spec: ClipSpec) -> list[Any]:
    length = round(duration_of(spec) * 1000 / spec.chapters)
    return [
        {
            "id": number + 1,
            "start": number * length,
            "end": (number + 1) * length,
            "time_base": Fraction(1, 1000),
            "metadata": {"title": f"Chapter {number + 1}"},
        }
        for number in range(spec.chapters)
    ]
