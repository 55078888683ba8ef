"""Finds when every frame of a film is shown, without decoding it where the file can be believed. Knows no colours.

The times are those of the packets, which only takes reading the file. They are believed if the first frames decode to
just these times; else everything is decoded once and the times are those of the frames that come out. What cannot be
decoded at the beginning, before the first key frame, and at a broken end is cut off. A packet in the middle that cannot
be decoded keeps its place: the reader shows the frame before it again, so that picture and sound never part.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice, pairwise
from pathlib import Path

import av
import av.container
import av.error

from core.errors import MediaError
from core.media.decoding import Decoder, VideoPacket, VideoStream, opened_film, packets

_HEAD, _HEAD_PIXELS = 24, 48 * 1280 * 720
_TAIL_PIXELS = 250 * 1280 * 720
_GAP = Fraction(1, 5)
_AT_BEGINNING = (
    "1 frame at the beginning cannot be decoded and is left out.",
    "{} frames at the beginning cannot be decoded and are left out.",
)
_AT_END = (
    "1 frame at the end cannot be decoded and is left out.",
    "{} frames at the end cannot be decoded and are left out.",
)


@dataclass(frozen=True, slots=True)
class FrameIndex:
    """Times of all frames in ticks of the stream, rising; `keys` are the numbers of those where decoding can begin.

    `last` is how many ticks the last frame is shown, 0 if unknown. `counted` says that times were made up, because
    the file has none that rise. `notices` are sentences for the user.
    """

    ticks: tuple[int, ...]
    keys: tuple[int, ...]
    last: int = 0
    counted: bool = False
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Shown:
    """One frame as its packet or its decoder tells of it; `torn` if the file ended within it."""

    tick: int | None
    key: bool
    duration: int
    torn: bool = False


@dataclass(frozen=True, slots=True)
class _Scan:
    """All packets of the picture that show a frame, and whether the file holds less than it promises."""

    shown: tuple[_Shown, ...]
    broken: bool
    pixels: int


def index_frames(path: Path) -> FrameIndex:
    """The index of the film in a file. Raises MediaError if no frame of it can be decoded."""
    with opened_film(path) as (container, stream):
        scan = _scan_packets(container, stream)
    index = _from_packets(scan.shown)
    index = index and _with_true_head(path, index, scan.pixels)
    if index is None:
        index = _from_decoding(path)
    elif scan.broken or (len(index.ticks) - (index.keys or (0,))[-1]) * scan.pixels <= _TAIL_PIXELS:
        index = _without_broken_tail(path, index)
    if scan.broken:
        return _noted(index, "The file breaks off before its end; it is used up to its last good frame.")
    return index


def _scan_packets(container: av.container.InputContainer, stream: VideoStream) -> _Scan:
    """Matroska is read with all its streams, as its length is that of the longest."""
    codec, shown, count, end, torn = stream.codec_context.name, [], 0, Fraction(0), False
    matroska = "matroska" in container.format.name
    for packet in packets(container, None if matroska else stream):
        if packet.pts is not None and packet.time_base:
            end = max(end, (packet.pts + (packet.duration or 0)) * packet.time_base)
        if packet.stream_index != stream.index:
            continue
        count, torn = count + 1, packet.is_corrupt
        if not packet.is_discard and _shows(packet, codec):
            shown.append(_Shown(packet.pts, packet.is_keyframe, packet.duration or 0, torn))
    if matroska:
        broken = container.duration is not None and Fraction(container.duration, av.time_base) - end > _GAP
    else:
        broken = "mov" in container.format.name and count < len(stream.index_entries)
    return _Scan(tuple(shown), broken or torn, stream.codec_context.width * stream.codec_context.height)


def _shows(packet: VideoPacket, codec: str) -> bool:
    """Whether a packet becomes a frame: VP8 and VP9 have some that are only referred to.

    VP8: RFC 6386, 9.1. VP9 bitstream specification, 6.2; a superframe (annex B) shows exactly one.
    """
    if codec not in {"vp8", "vp9"}:
        return True
    content = memoryview(packet)
    if codec == "vp8":
        return bool(content[0] & 0x10)
    if content[-1] & 0xE0 == 0xC0:
        return True
    at = 5 if content[0] & 0x30 == 0x30 else 4  # profile 3 has one more bit before show_existing_frame
    bits = int.from_bytes(content[:2].tobytes().ljust(2, b"\0"), "big")
    return bool(bits >> (15 - at) & 1 or bits >> (13 - at) & 1)


def _from_packets(shown: Sequence[_Shown]) -> FrameIndex | None:
    """The index that the packets give; None if they have no times or the same twice."""
    if any(frame.tick is None for frame in shown):
        return None
    ordered = sorted(shown, key=lambda frame: frame.tick or 0)
    while ordered and ordered[-1].torn:
        ordered.pop()
    ticks = tuple(frame.tick for frame in ordered if frame.tick is not None)
    if not ticks or any(later <= earlier for earlier, later in pairwise(ticks)):
        return None
    return FrameIndex(ticks, _keys(ordered), ordered[-1].duration)


def _keys(shown: Iterable[_Shown]) -> tuple[int, ...]:
    return tuple(number for number, frame in enumerate(shown) if frame.key)


def _with_true_head(path: Path, index: FrameIndex, pixels: int) -> FrameIndex | None:
    """Without frames at the beginning that cannot be decoded; None if what is decoded is not what the packets say."""
    count = max(4, min(_HEAD, _HEAD_PIXELS // max(1, pixels)))
    with opened_film(path) as (container, stream):
        ticks = tuple(frame.pts for frame in islice(Decoder(container, stream).frames(), count))
    if not ticks or ticks[0] not in index.ticks:
        return None
    lost = index.ticks.index(ticks[0])
    expected = index.ticks[lost : lost + count]
    if ticks != expected:
        return None
    if not lost:
        return index
    keys = tuple(key - lost for key in index.keys if key >= lost)
    return _noted(replace(index, ticks=index.ticks[lost:], keys=keys), _counted(lost, _AT_BEGINNING))


def _from_decoding(path: Path) -> FrameIndex:
    """The index that decoding everything gives. Raises MediaError if nothing can be decoded."""
    with opened_film(path) as (container, stream):
        decoder = Decoder(container, stream)
        shown = [_Shown(frame.pts, bool(frame.key_frame), frame.duration or 0) for frame in decoder.frames()]
        period = _period(stream)
    if not shown:
        raise MediaError(f"No frame of {path.name} can be decoded.", "Copy the file again, or convert it.")
    ticks, counted = _rising([frame.tick for frame in shown], period)
    index = FrameIndex(ticks, _keys(shown), shown[-1].duration, counted)
    if counted:
        index = _noted(index, "The file has no usable times; its frames are taken to be evenly spaced.")
    if decoder.damaged:
        index = _noted(index, "Parts of the picture are damaged and are left out.")
    return index


def _period(stream: VideoStream) -> int:
    rate = stream.guessed_rate or stream.average_rate or Fraction(25)
    return max(1, round(1 / (rate * (stream.time_base or Fraction(1, 90_000)))))


def _rising(ticks: Sequence[int | None], period: int) -> tuple[tuple[int, ...], bool]:
    """Times that rise, and whether any had to be made up: one period after the frame before."""
    risen: list[int] = []
    for tick in ticks:
        if tick is not None and (not risen or tick > risen[-1]):
            risen.append(tick)
        else:
            risen.append(risen[-1] + period if risen else 0)
    return tuple(risen), risen != list(ticks)


def _without_broken_tail(path: Path, index: FrameIndex) -> FrameIndex:
    """Without the frames after the last one that can be decoded."""
    with opened_film(path) as (container, stream):
        last = _last_decoded(Decoder(container, stream), index)
    if last is None or last == index.ticks[-1]:
        return index
    kept = index.ticks.index(last) + 1
    keys = tuple(key for key in index.keys if key < kept)
    cut = replace(index, ticks=index.ticks[:kept], keys=keys, last=0)
    return _noted(cut, _counted(len(index.ticks) - kept, _AT_END))


def _last_decoded(decoder: Decoder, index: FrameIndex) -> int | None:
    """Time of the last frame that decodes, searched from the last key frame backwards; None if that cannot be told.

    A seek is believed only if the key frame itself comes out first: some containers land elsewhere.
    """
    known = set(index.ticks)
    for key in reversed(index.keys):
        try:
            decoder.seek(index.ticks[key])
        except av.error.FFmpegError:
            return None
        decoded = [frame.pts for frame in decoder.frames() if frame.pts is not None]
        if index.ticks[key] in decoded[:1]:
            return max(known.intersection(decoded))
    return None


def _counted(count: int, notice: tuple[str, str]) -> str:
    return notice[0] if count == 1 else notice[1].format(count)


def _noted(index: FrameIndex, notice: str) -> FrameIndex:
    return replace(index, notices=(*index.notices, notice))
