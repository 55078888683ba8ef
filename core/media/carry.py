"""Decides what of a film besides the picture goes into a copy of it: streams, tags, clock. Writes nothing that stays.

Which stream fits which container is tried, not looked up: ffmpeg writes them once, to nowhere.

Of a film of which only a part is written, chapters and timecode are those of the part; its other streams are not taken,
as a part cannot begin in the middle of a packet.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import av.container
import av.stream
import ffmpeg

from core.errors import MediaError
from core.job import Job, Progress
from core.media.chapters import chapter_tracks
from core.media.ffmpeg import watched
from core.media.opening import open_input
from core.timing import later_timecode, nearest_frame

MUXERS = {"mp4": "mp4", "mov": "mov", "mkv": "matroska"}
"""File name extensions that films are written with, and ffmpeg's names of their containers."""

_OTHERWISE = {  # what a stream becomes that cannot be copied
    "subtitle": {"mp4": "mov_text", "mov": "mov_text", "mkv": "subrip"},
    "audio": {"mp4": "aac", "mov": "aac", "mkv": "flac"},
}
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
class Stretch:
    """The part of a film that is written: seconds of the film's own clock, [begin, end), and its frames' rate.

    Its first frame is shown when the film's first one, at `zero`, would be.
    """

    begin: Fraction
    end: Fraction
    zero: Fraction
    rate: Fraction


@dataclass(frozen=True, slots=True)
class Chapter:
    """A named part of a film, in seconds of the copy's source clock."""

    start: Fraction
    end: Fraction
    tags: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Carried:
    """What a copy of a film takes over.

    `origin` is the time of the source's clock that is 0 in the copy. `picture_tags` belong to the picture's stream.
    `free_tags` tells that the film has tags that MP4 has no names of its own for. `chapters` and the film's `timecode`
    are told only of a stretch: of a whole film they are copied with the tags.
    """

    streams: tuple[CarriedStream, ...] = ()
    origin: Fraction = Fraction(0)
    picture_tags: tuple[tuple[str, str], ...] = ()
    free_tags: bool = False
    notices: tuple[str, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    timecode: str = ""


@dataclass(frozen=True, slots=True)
class CarryRequest:
    """What is asked: all of `source` but the picture and the stream numbered `replaced`, or only a `stretch` of it.

    `container` is an extension of `MUXERS`.
    """

    source: Path
    container: str
    replaced: int | None = None
    stretch: Stretch | None = None


def plan_carried(request: CarryRequest) -> Job[Carried]:
    """What a copy of the film can hold; the film is read through. Raises MediaError if it cannot be opened."""
    yield Progress(0, 0, "film")
    with open_input(request.source) as film:
        return (yield from _plan(film, request))


def chapters_text(chapters: Sequence[Chapter], origin: Fraction) -> str:
    """Chapters as ffmpeg's metadata format has them; `origin` is the time that becomes 0."""
    lines = [";FFMETADATA1"]
    for chapter in chapters:
        start, end = (round((time - origin) * 1000) for time in (chapter.start, chapter.end))
        lines += ["[CHAPTER]", "TIMEBASE=1/1000", f"START={start}", f"END={end}"]
        lines += [f"{_escaped(key)}={_escaped(value)}" for key, value in chapter.tags]
    return "\n".join(lines) + "\n"


def file_url(path: Path) -> str:
    """A path as ffmpeg takes it whatever characters it has: `a:b.mp4` is no protocol, `-x.mp4` no option."""
    return f"file:{path}"


def _plan(film: av.container.InputContainer, request: CarryRequest) -> Job[Carried]:
    chapters = chapter_tracks(film, request.source)
    wanted = [stream for stream in film.streams if _is_wanted(stream, film, request.replaced, chapters)]
    carried = Carried(
        origin=_origin(film),
        picture_tags=_picture_tags(film),
        free_tags=any(key.lower() not in _MP4_TAGS for key in film.metadata),
    )
    if request.stretch is not None:
        return _of_stretch(replace(carried, notices=_left_out(wanted)), film, request.stretch)
    length = Fraction(film.duration, av.time_base) if film.duration else None
    kept, notices = yield from _fitting(request, wanted, length)
    return replace(carried, streams=kept, notices=notices)


def _picture_tags(film: av.container.InputContainer) -> tuple[tuple[str, str], ...]:
    tags = film.streams.video[0].metadata if film.streams.video else {}
    return tuple((key, value) for key, value in tags.items() if not key.lower().startswith(_STALE_TAGS))


def _of_stretch(carried: Carried, film: av.container.InputContainer, stretch: Stretch) -> Carried:
    """With the chapters that the stretch touches, and the timecode of its first frame."""
    tags, notices = dict(carried.picture_tags), carried.notices
    timecode = film.metadata.get("timecode") or film.metadata.get("TIMECODE") or ""
    try:
        frames = nearest_frame(stretch.begin - stretch.zero, stretch.rate)
        timecode = timecode and later_timecode(timecode, frames, stretch.rate)
        tags |= {key: later_timecode(tags[key], frames, stretch.rate) for key in tags if key.lower() == "timecode"}
    except ValueError as error:
        notices = (*notices, f"The part has no timecode: {error}.")
        timecode, tags = "", {key: value for key, value in tags.items() if key.lower() != "timecode"}
    chapters = tuple(part for found in film.chapters() if (part := _clipped(found, stretch)) is not None)
    return replace(carried, picture_tags=tuple(tags.items()), notices=notices, chapters=chapters, timecode=timecode)


def _clipped(chapter: Any, stretch: Stretch) -> Chapter | None:
    """What of a chapter lies in the stretch, at its time in the copy; None if nothing does."""
    base = chapter["time_base"]
    start, end = max(chapter["start"] * base, stretch.begin), min(chapter["end"] * base, stretch.end)
    moved = stretch.zero - stretch.begin
    return Chapter(start + moved, end + moved, tuple(chapter["metadata"].items())) if start < end else None


def _is_wanted(
    stream: av.stream.Stream, film: av.container.InputContainer, replaced: int | None, chapters: frozenset[int]
) -> bool:
    """Tracks of timecode and chapters are made anew from the tags of picture and film, so they are not copied."""
    timecode = stream.type == "data" and "timecode" in stream.metadata
    picture = bool(film.streams.video) and stream.index == film.streams.video[0].index
    return not (picture or timecode or stream.index in chapters or stream.index == replaced)


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
    request: CarryRequest, streams: Sequence[av.stream.Stream], length: Fraction | None
) -> Job[tuple[tuple[CarriedStream, ...], tuple[str, ...]]]:
    copies, container = [_carried(stream) for stream in streams], request.container
    if not copies or (yield from _fits(request, copies, length)):
        return tuple(copies), ()
    kept, notices = [], []
    for stream, copy in zip(streams, copies, strict=True):
        made_anew = replace(copy, codec=_OTHERWISE[copy.kind][container]) if copy.kind in _OTHERWISE else None
        if (yield from _fits(request, [copy], length)):
            kept.append(copy)
        elif made_anew is not None and (yield from _fits(request, [made_anew], length)):
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


def _fits(request: CarryRequest, streams: Sequence[CarriedStream], length: Fraction | None) -> Job[bool]:
    """Whether these streams can be written whole: a copy may also fail in the middle, where the source is damaged."""
    film = ffmpeg.input(file_url(request.source))
    codecs = {f"c:{number}": stream.codec for number, stream in enumerate(streams)}
    chosen = [film[str(stream.index)] for stream in streams]
    output = ffmpeg.output(*chosen, os.devnull, format=MUXERS[request.container], **codecs)
    try:
        yield from watched(output, length, "other tracks")
    except MediaError:
        return False
    return True


def _described(stream: av.stream.Stream) -> str:
    context = getattr(stream, "codec_context", None)
    codec = context.name if context is not None else "unknown"
    return " ".join(part for part in (stream.language or "", stream.type, codec) if part)


def _escaped(text: str) -> str:
    return "".join(f"\\{letter}" if letter in "=;#\\\n" else letter for letter in text)
