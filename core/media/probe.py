"""Says what is in a film, a still or a folder of stills: one `VideoInfo`. Knows nothing of how frames are read.

Films are only demuxed, and decoded at their head and tail; see `core.media.index`.
"""

import hashlib
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import av.container
import av.stream
import av.video.stream

from core.errors import MediaError
from core.media.colour import bits_of, colour_notices, has_alpha, tags_of
from core.media.decoding import Decoder, orientation_of_frame, picture_stream
from core.media.index import FrameIndex, index_frames
from core.media.info import StreamInfo, VideoInfo
from core.media.opening import check_size, media_errors, open_input
from core.media.rates import rate_of
from core.media.stills import STILL_RATE, probe_folder, probe_still

_BLOCK = 1 << 18


def probe(path: Path, rate: Fraction = STILL_RATE) -> VideoInfo:
    """What is in a film, a still image (a film of one frame) or a folder of numbered images (a film at `rate`).

    Raises MediaError if there is no picture that can be read.
    """
    if path.is_dir():
        return probe_folder(path, rate)
    with open_input(path) as container:
        if _is_still(container):
            return probe_still(path, rate)
        check_picture(container, path)
    return _probe_film(path, index_frames(path))


def fingerprint(path: Path) -> str:
    """Sixteen hexadecimal digits that stand for the content of a file or folder, wherever it lies.

    Of a file, its size and a block each of its head, middle and tail are looked at; of a folder, the names and sizes
    of its files. Raises MediaError if it cannot be read.
    """
    digest = hashlib.sha256()
    with media_errors(path):
        if path.is_dir():
            for child in sorted(path.iterdir()):
                digest.update(f"{child.name}\0{child.stat().st_size}\0".encode())
            return digest.hexdigest()[:16]
        size = path.stat().st_size
        digest.update(str(size).encode())
        with path.open("rb") as file:
            for offset in sorted({0, max(0, size // 2 - _BLOCK // 2), max(0, size - _BLOCK)}):
                file.seek(offset)
                digest.update(file.read(_BLOCK))
    return digest.hexdigest()[:16]


def check_picture(container: av.container.InputContainer, path: Path) -> av.video.stream.VideoStream:
    """The stream that is the film. Raises MediaError if there is none or it is too large."""
    stream = picture_stream(container)
    if stream is None:
        has_sound = any(True for _ in container.streams.audio)
        told = "holds only sound" if has_sound else "has no picture"
        raise MediaError(f"{path.name} {told}.", "Choose a film or a still image.")
    check_size(path, stream.codec_context.width, stream.codec_context.height)
    return stream


def _is_still(container: av.container.InputContainer) -> bool:
    return container.format.name.endswith("_pipe") or container.format.name == "image2"


def _probe_film(path: Path, index: FrameIndex) -> VideoInfo:
    with open_input(path) as container:
        stream = check_picture(container, path)
        frame = next(Decoder(container, stream).frames(), None)
        if frame is None:
            raise MediaError(f"No frame of {path.name} can be decoded.", "Copy the file again, or convert it.")
        return VideoInfo(
            path=path, **_timing(stream, index), **_picture(stream, frame), **_rest(container, index, frame)
        )


def _timing(stream: av.video.stream.VideoStream, index: FrameIndex) -> dict[str, Any]:
    assert stream.time_base is not None
    declared = [rate for rate in (stream.guessed_rate, stream.average_rate, stream.base_rate) if rate]
    rate, constant = rate_of(index.ticks, stream.time_base, declared, index.last)
    last = index.last or max(1, round(1 / (rate * stream.time_base)))
    return {
        "rate": rate,
        "constant_rate": constant,
        "ticks": index.ticks,
        "time_base": stream.time_base,
        "duration": (index.ticks[-1] - index.ticks[0] + last) * stream.time_base,
        "keys": index.keys,
        "counted": index.counted,
    }


def _picture(stream: av.video.stream.VideoStream, frame: av.VideoFrame) -> dict[str, Any]:
    orientation = orientation_of_frame(frame)
    width, height = (frame.height, frame.width) if orientation.swaps else (frame.width, frame.height)
    aspect = stream.sample_aspect_ratio or Fraction(1)
    return {
        "width": width,
        "height": height,
        "codec": stream.codec_context.codec.name,
        "pixel_format": frame.format.name,
        "bits": bits_of(frame),
        "alpha": has_alpha(frame),
        "rotation": orientation.rotation,
        "mirrored": orientation.mirrored,
        "pixel_aspect": 1 / aspect if orientation.swaps else aspect,
        "colour": tags_of(frame),
    }


def _rest(container: av.container.InputContainer, index: FrameIndex, frame: av.VideoFrame) -> dict[str, Any]:
    film = picture_stream(container)
    notices = [*index.notices, *colour_notices(tags_of(frame), bits_of(frame), frame.format.is_rgb)]
    if frame.interlaced_frame:
        notices.append("The picture is interlaced; its lines are left as they are.")
    return {
        "streams": tuple(_stream_info(stream) for stream in container.streams if stream != film),
        "chapters": len(container.chapters()),
        "metadata": tuple(sorted(container.metadata.items())),
        "notices": tuple(notices),
    }


def _stream_info(stream: av.stream.Stream) -> StreamInfo:
    context = stream.codec_context
    sound = stream.type == "audio" and context is not None
    known = stream.duration is not None and stream.time_base is not None
    return StreamInfo(
        index=stream.index,
        kind=stream.type,
        codec=context.name if context is not None else "",
        language=stream.language or "",
        title=stream.metadata.get("title", ""),
        sample_rate=context.sample_rate if sound else 0,
        channels=context.channels if sound else 0,
        layout=context.layout.name if sound else "",
        duration=stream.duration * stream.time_base if known else None,
    )
