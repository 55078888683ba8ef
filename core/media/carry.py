"""Decides what of a film besides the picture goes into a copy of it: streams, tags, clock. Writes nothing that stays.

Which stream fits which container is tried, not looked up: ffmpeg writes them once, and the file is removed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import av.container
import av.stream
import ffmpeg

from core.errors import MediaError
from core.media.ffmpeg import command, run
from core.media.opening import open_input

MUXERS = {"mp4": "mp4", "mov": "mov", "mkv": "matroska"}
"""File name extensions that films are written with, and ffmpeg's names of their containers."""

_OTHERWISE = {  # what a stream becomes that cannot be copied
    "subtitle": {"mp4": "mov_text", "mov": "mov_text", "mkv": "subrip"},
    "audio": {"mp4": "aac", "mov": "aac", "mkv": "flac"},
}
_PATIENCE = 1800.0  # seconds to read a film through
_ARBITRARY_CLOCK = {"mpegts", "mpeg", "mpegtsraw", "vob"}  # ISO/IEC 13818-1: the clock may start anywhere
_OWN_TAGS = {
    "major_brand minor_version compatible_brands encoder creation_time title artist album_artist album composer",
    "comment genre copyright grouping lyrics description synopsis show episode_id network keywords date track disc",
}
_MP4_TAGS = frozenset(" ".join(_OWN_TAGS).split())
_STALE_TAGS = ("rotate", "encoder", "bps", "duration", "number_of_", "_statistics", "handler_name", "vendor_id")


@dataclass(frozen=True, slots=True)
class CarriedStream:
    """A stream of the source, by its index there. `codec` is `copy`, or what it is encoded with."""

    index: int
    kind: str
    codec: str = "copy"


@dataclass(frozen=True, slots=True)
class Carried:
    """What a copy of a film takes over.

    `origin` is the time of the source's clock that is 0 in the copy. `picture_tags` belong to the picture's stream.
    `free_tags` tells that the film has tags that MP4 has no names of its own for.
    """

    streams: tuple[CarriedStream, ...] = ()
    origin: Fraction = Fraction(0)
    picture_tags: tuple[tuple[str, str], ...] = ()
    free_tags: bool = False
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CarryRequest:
    """What is asked: all of `source` but the picture and the stream numbered `replaced`, in a file named as `scratch`.

    `container` is an extension of `MUXERS`. `scratch` is written for trial and removed. `tags_only` leaves out every
    other stream: a part of a film cannot begin in the middle of a packet.
    """

    source: Path
    container: str
    scratch: Path
    replaced: int | None = None
    tags_only: bool = False


def plan_carried(request: CarryRequest) -> Carried:
    """What a copy of the film can hold. Raises MediaError if the source cannot be opened."""
    with open_input(request.source) as film:
        return _plan(film, request)


def file_url(path: Path) -> str:
    """A path as ffmpeg takes it whatever characters it has: `a:b.mp4` is no protocol, `-x.mp4` no option."""
    return f"file:{path}"


def _plan(film: av.container.InputContainer, request: CarryRequest) -> Carried:
    wanted = [stream for stream in film.streams if _is_wanted(stream, film, request.replaced)]
    kept, notices = ((), _left_out(wanted)) if request.tags_only else _fitting(request, wanted)
    picture = film.streams.video[0].metadata if film.streams.video else {}
    stale = (*_STALE_TAGS, "timecode") if request.tags_only else _STALE_TAGS
    tags = tuple((key, value) for key, value in picture.items() if not key.lower().startswith(stale))
    return Carried(
        streams=kept,
        origin=_origin(film),
        picture_tags=tags,
        free_tags=any(key.lower() not in _MP4_TAGS for key in film.metadata),
        notices=notices,
    )


def _is_wanted(stream: av.stream.Stream, film: av.container.InputContainer, replaced: int | None) -> bool:
    """Tracks of timecode and chapters are made anew from the tags of picture and film, so they are not copied."""
    chapters = stream.type == "data" and stream.discard == av.stream.Discard.all
    timecode = stream.type == "data" and "timecode" in stream.metadata
    picture = bool(film.streams.video) and stream.index == film.streams.video[0].index
    return not (picture or timecode or chapters or stream.index == replaced)


def _origin(film: av.container.InputContainer) -> Fraction:
    """Broadcast containers start at any time; the copy starts at 0. Every other clock is kept as it is."""
    starts = [
        stream.start_time * stream.time_base
        for stream in film.streams
        if stream.type in ("video", "audio") and stream.start_time is not None and stream.time_base is not None
    ]
    if not starts:
        return Fraction(0)
    first = min(starts)
    arbitrary = bool(_ARBITRARY_CLOCK & set(film.format.name.split(",")))
    return first if arbitrary else Fraction(0)


def _fitting(
    request: CarryRequest, streams: Sequence[av.stream.Stream]
) -> tuple[tuple[CarriedStream, ...], tuple[str, ...]]:
    copies, container = [_carried(stream) for stream in streams], request.container
    if not copies or _fits(request, copies):
        return tuple(copies), ()
    kept, notices = [], []
    for stream, copy in zip(streams, copies, strict=True):
        made_anew = replace(copy, codec=_OTHERWISE[copy.kind][container]) if copy.kind in _OTHERWISE else None
        if _fits(request, [copy]):
            kept.append(copy)
        elif made_anew is not None and _fits(request, [made_anew]):
            kept.append(made_anew)
            if copy.kind == "audio":
                notices.append(f"Stream {stream.index} ({_described(stream)}) was encoded anew as {made_anew.codec}.")
        else:
            notices.append(f"Stream {stream.index} ({_described(stream)}) cannot be kept in a .{container} file.")
    return tuple(kept), tuple(notices)


def _left_out(streams: Sequence[av.stream.Stream]) -> tuple[str, ...]:
    described = ", ".join(_described(stream) for stream in streams)
    return (f"Only part of the film is written, without its other tracks: {described}.",) if streams else ()


def _carried(stream: av.stream.Stream) -> CarriedStream:
    return CarriedStream(stream.index, stream.type)


def _fits(request: CarryRequest, streams: Sequence[CarriedStream]) -> bool:
    """Whether these streams can be written whole: a copy may also fail in the middle, where the source is damaged."""
    film = ffmpeg.input(file_url(request.source))
    codecs = {f"c:{number}": stream.codec for number, stream in enumerate(streams)}
    chosen = [film[str(stream.index)] for stream in streams]
    output = ffmpeg.output(*chosen, file_url(request.scratch), format=MUXERS[request.container], **codecs)
    try:
        run(command(output), seconds=_PATIENCE)
    except MediaError:
        return False
    finally:
        request.scratch.unlink(missing_ok=True)
    return True


def _described(stream: av.stream.Stream) -> str:
    context = getattr(stream, "codec_context", None)
    codec = context.name if context is not None else "unknown"
    return " ".join(part for part in (stream.language or "", stream.type, codec) if part)
