"""Lays a finished picture and a finished sound into one film, without encoding the picture again. Knows no faces."""

from fractions import Fraction
from pathlib import Path

import ffmpeg

from core.errors import MediaError
from core.job import Job
from core.media.carry import MUXERS, file_url
from core.media.ffmpeg import watched
from core.media.target import part_of, replace_with_part


def join(picture: Path, sound: Path, out: Path, length: Fraction | None = None) -> Job[None]:
    """Write `out`: the film `picture`, which has no sound, with `sound` beginning at its first frame.

    It appears complete or not at all. `length` in seconds is for the progress. Raises MediaError if it cannot be done.
    """
    container = out.suffix.lower().removeprefix(".")
    if container not in MUXERS:
        raise MediaError(f"Films are not written as “{out.suffix or out.name}”.", "Name the result with .mp4 or .mkv.")
    part = part_of(out)
    streams = [ffmpeg.input(file_url(picture))["v:0"], ffmpeg.input(file_url(sound))["a:0"]]
    codec = {"c:a": "flac"} if container == "mkv" else {"c:a": "aac", "b:a": "256k", "movflags": "+faststart"}
    output = ffmpeg.output(*streams, file_url(part), **{"c:v": "copy", "format": MUXERS[container], **codec})
    try:
        yield from watched(output, length, "recording")
        replace_with_part(out)
    finally:
        part.unlink(missing_ok=True)
