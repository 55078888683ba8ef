"""Says what is in a film, a still or a folder of stills: one `VideoInfo`. Knows nothing of how frames are read.

Films are only demuxed, and decoded at their head and tail; see `core.media.index`.
"""

import hashlib
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import av.audio.stream
import av.stream

from core.errors import MediaError
from core.media.chapters import chapter_tracks
from core.media.colour import bits_of, colour_notices, has_alpha, tags_of
from core.media.decoding import Decoder, VideoStream, opened_film, orientation_of_frame
from core.media.index import FrameIndex, index_frames
from core.media.info import StreamInfo, VideoInfo
from core.media.opening import media_errors, open_input
from core.media.rates import rate_of
from core.media.stills import STILL_RATE, probe_folder, probe_still
from core.project import Footage

_BLOCK = 1 << 18


def probe(path: Path, rate: Fraction = STILL_RATE) -> VideoInfo:
    """What is in a film, a still image (a film of one frame) or a folder of numbered images (a film at `rate`).

    Raises MediaError if there is no picture that can be read.
    """
    if path.is_dir():
        return probe_folder(path, rate)
    with open_input(path) as container:
        still = container.format.name.endswith("_pipe") or container.format.name == "image2"
    return probe_still(path, rate) if still else _probe_film(path, index_frames(path))


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


def footage_of(info: VideoInfo, face_pack: Path | None = None) -> Footage:
    """What a project keeps of a film that was looked at. Raises MediaError if it cannot be read any more."""
    return Footage(info.path, fingerprint(info.path), info.frames, info.rate, face_pack)


def _probe_film(path: Path, index: FrameIndex) -> VideoInfo:
    with opened_film(path) as (container, stream):
        frame = next(Decoder(container, stream).frames(), None)
        if frame is None:
            raise MediaError(f"No frame of {path.name} can be decoded.", "Copy the file again, or convert it.")
        told = {stream.index} | chapter_tracks(container, path)
        return VideoInfo(
            path=path,
            **_timing(stream, index),
            **_picture(stream, frame),
            streams=tuple(_stream_info(other) for other in container.streams if other.index not in told),
            chapters=len(container.chapters()),
            metadata=tuple(sorted(container.metadata.items())),
            notices=(*index.notices, *_notices(frame)),
        )


def _timing(stream: VideoStream, index: FrameIndex) -> dict[str, Any]:
    base = stream.time_base or Fraction(1, 90_000)
    declared = [rate for rate in (stream.guessed_rate, stream.average_rate, stream.base_rate) if rate]
    rate, constant = rate_of(index.ticks, base, declared, index.last)
    last = index.last or max(1, round(1 / (rate * base)))
    return {
        "rate": rate,
        "constant_rate": constant,
        "ticks": index.ticks,
        "time_base": base,
        "duration": (index.ticks[-1] - index.ticks[0] + last) * base,
        "keys": index.keys,
        "counted": index.counted,
    }


def _picture(stream: VideoStream, frame: av.VideoFrame) -> dict[str, Any]:
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


def _notices(frame: av.VideoFrame) -> list[str]:
    notices = colour_notices(tags_of(frame), bits_of(frame), frame.format.is_rgb)
    if frame.interlaced_frame:
        notices.append("The picture is interlaced; its lines are left as they are.")
    return notices


def _stream_info(stream: av.stream.Stream) -> StreamInfo:
    known = stream.duration is not None and stream.time_base is not None
    info = StreamInfo(
        index=stream.index,
        kind=stream.type,
        codec=stream.codec_context.name if stream.codec_context is not None else "",
        language=stream.language or "",
        title=stream.metadata.get("title", ""),
        duration=Fraction(stream.duration or 0) * (stream.time_base or 0) if known else None,
    )
    if not isinstance(stream, av.audio.stream.AudioStream) or stream.codec_context is None:
        return info
    sound = stream.codec_context
    return replace(info, sample_rate=sound.sample_rate, channels=sound.channels, layout=sound.layout.name)
