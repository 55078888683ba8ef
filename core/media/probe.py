"""What is in a film, found without decoding it where possible. Knows no faces and no sound samples."""

import hashlib
from fractions import Fraction
from pathlib import Path

import av
import av.error

from core.errors import MediaError
from core.media.info import Colour, StreamInfo, VideoInfo
from core.timing import named_rate

_SAMPLE = 1 << 20


def fingerprint(path: Path) -> str:
    """Hexadecimal digest that tells a film from others, also after it was moved: its size, head, middle and tail."""
    try:
        size = path.stat().st_size
        digest = hashlib.sha256(str(size).encode())
        with path.open("rb") as file:
            for at in (0, max(size // 2 - _SAMPLE // 2, 0), max(size - _SAMPLE, 0)):
                file.seek(at)
                digest.update(file.read(_SAMPLE))
    except OSError as error:
        raise MediaError(f"{path.name} cannot be read: {error.strerror}.", "Check the name and the folder.") from error
    return digest.hexdigest()[:32]


def probe(path: Path) -> VideoInfo:
    """Look at a film. Raises MediaError if it has no picture that can be decoded."""
    try:
        with av.open(str(path)) as container:
            return _info(path, container)
    except (av.error.FFmpegError, OSError, ValueError) as error:
        raise MediaError(f"{path.name} is not a film that can be read.", "Choose another file.") from error


def _info(path: Path, container: "av.container.InputContainer") -> VideoInfo:
    if not container.streams.video:
        raise MediaError(f"{path.name} has no picture.", "Choose a film.")
    stream = container.streams.video[0]
    ticks = tuple(sorted({packet.pts for packet in container.demux(stream) if packet.pts is not None}))
    base = stream.time_base or Fraction(1, 90_000)
    steps = [(b - a) for a, b in zip(ticks, ticks[1:], strict=False)] or [round(Fraction(1, 25) / base)]
    mean = Fraction(sum(steps), len(steps)) * base
    duration = (ticks[-1] - ticks[0]) * base + mean
    streams = tuple(
        StreamInfo(s.index, s.type, s.codec_context.name if s.codec_context else "")
        for s in container.streams
        if s.type in {"audio", "subtitle", "data", "attachment"}
    )
    return VideoInfo(
        path=path,
        width=stream.width,
        height=stream.height,
        rate=named_rate(1 / mean),
        constant_rate=max(steps) - min(steps) <= max(1, round(Fraction(2, 1000) / base)),
        ticks=ticks,
        time_base=base,
        duration=duration,
        codec=stream.codec_context.name,
        pixel_format=stream.codec_context.pix_fmt or "",
        colour=Colour(),
        streams=streams,
    )
