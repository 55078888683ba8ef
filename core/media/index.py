"""Finds when every frame of a film is shown, without decoding it where the file can be believed. Knows no colours.

The times are those of the packets, which only takes reading the file. They are believed if the first frames decode to
just these times; else everything is decoded once and the times are those of the frames that come out. What is broken
at the end is cut off. A packet in the middle that cannot be decoded keeps its place: the reader shows the frame
before it again, so that picture and sound never part.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from pathlib import Path

import av
import av.container
import av.error
import av.video.stream

from core.errors import MediaError
from core.media.decoding import Decoder, packets, picture_stream
from core.media.opening import open_input

_HEAD = 24
_TAIL_PIXELS = 600 * 1280 * 720
_GAP = Fraction(1, 2)
_TIMED_BY_COUNT = {"mov", "mp4"}


@dataclass(frozen=True, slots=True)
class FrameIndex:
    """Times of all frames in ticks of the stream, rising; at which of them decoding can begin; ticks that the last is shown.

    `counted` says that the times were made up, because the file has none that rise.
    """

    ticks: tuple[int, ...]
    keys: tuple[int, ...]
    last: int = 0
    counted: bool = False
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Shown:
    """One frame as its packet or its decoder tells of it."""

    tick: int | None
    key: bool
    duration: int


@dataclass(frozen=True, slots=True)
class _Scan:
    """All packets of the picture that show a frame, and whether the file holds less than it promises."""

    shown: tuple[_Shown, ...]
    broken: bool


def index_frames(path: Path) -> FrameIndex:
    """The index of the film in a file. Raises MediaError if no frame of it can be decoded."""
    with open_input(path) as container:
        scan = _scan_packets(container, _stream(container, path))
    index = _from_packets(scan.shown)
    if index is None or not _head_agrees(path, index):
        index = _from_decoding(path)
    elif scan.broken or _tail_is_cheap(path, index):
        index = _without_broken_tail(path, index)
    if scan.broken and not index.notices:
        index = _noted(index, "The file breaks off; it is used up to its last good frame.")
    return index


def _stream(container: av.container.InputContainer, path: Path) -> av.video.stream.VideoStream:
    stream = picture_stream(container)
    if stream is None:
        raise MediaError(f"{path.name} has no picture.", "Choose a film or a still image.")
    return stream


def _scan_packets(container: av.container.InputContainer, stream: av.video.stream.VideoStream) -> _Scan:
    codec = stream.codec_context.name
    expected, shown, corrupt, count = stream.frames, [], False, 0
    for packet in packets(container, stream):
        count += 1
        corrupt |= packet.is_corrupt
        if not packet.is_discard and _shows(packet, codec):
            shown.append(_Shown(packet.pts, packet.is_keyframe, packet.duration or 0))
    short = count < expected and bool(_TIMED_BY_COUNT & set(container.format.name.split(",")))
    return _Scan(tuple(shown), corrupt or short or _ends_early(container, stream, shown))


def _shows(packet: av.Packet, codec: str) -> bool:
    """Whether a packet becomes a frame: VP8 and VP9 have some that are only referred to.

    VP8: RFC 6386, 9.1. VP9 bitstream specification, 7.2; a superframe (annex B) shows exactly one.
    """
    if codec not in {"vp8", "libvpx", "vp9", "libvpx-vp9"}:
        return True
    content = memoryview(packet)
    first = content[0]
    if codec in {"vp8", "libvpx"}:
        return bool(first & 0x10)
    if content[-1] & 0xE0 == 0xC0:
        return True
    bits = f"{first:08b}{content[1] if len(content) > 1 else 0:08b}"
    at = 5 if bits[2:4] == "11" else 4
    return bits[at] == "1" or bits[at + 2] == "1"


def _ends_early(
    container: av.container.InputContainer, stream: av.video.stream.VideoStream, shown: Sequence[_Shown]
) -> bool:
    """Whether a Matroska file's picture ends long before the file says that it does."""
    ends = [frame.tick + frame.duration for frame in shown if frame.tick is not None]
    if not ends or container.duration is None or "matroska" not in container.format.name:
        return False
    promised = Fraction(container.duration, av.time_base)
    return len(container.streams) == 1 and promised - max(ends) * stream.time_base > _GAP


def _from_packets(shown: Sequence[_Shown]) -> FrameIndex | None:
    """The index that the packets give; None if they have no times or the same twice."""
    if not shown or any(frame.tick is None for frame in shown):
        return None
    ordered = sorted(shown, key=lambda frame: frame.tick or 0)
    ticks = tuple(frame.tick for frame in ordered if frame.tick is not None)
    if any(later <= earlier for earlier, later in zip(ticks, ticks[1:], strict=False)):
        return None
    return FrameIndex(ticks, _keys(ordered), ordered[-1].duration)


def _keys(shown: Iterable[_Shown]) -> tuple[int, ...]:
    return tuple(number for number, frame in enumerate(shown) if frame.key)


def _head_agrees(path: Path, index: FrameIndex) -> bool:
    with open_input(path) as container:
        decoded = Decoder(container, _stream(container, path)).frames()
        ticks = tuple(frame.pts for frame in islice(decoded, _HEAD))
    return ticks == index.ticks[: len(ticks)] and len(ticks) == min(_HEAD, len(index.ticks))


def _from_decoding(path: Path) -> FrameIndex:
    """The index that decoding everything gives. Raises MediaError if nothing can be decoded."""
    with open_input(path) as container:
        stream = _stream(container, path)
        decoder = Decoder(container, stream)
        shown = [_Shown(frame.pts, bool(frame.key_frame), frame.duration or 0) for frame in decoder.frames()]
        if not shown:
            raise MediaError(f"No frame of {path.name} can be decoded.", "Copy the file again, or convert it.")
        period = _period(stream)
    ticks, counted = _rising([frame.tick for frame in shown], period)
    notices = []
    if counted:
        notices.append("The file's times cannot be used; its frames are taken to be evenly spaced.")
    if decoder.damaged:
        notices.append("Parts of the picture are damaged and are left out.")
    return FrameIndex(ticks, _keys(shown), shown[-1].duration, counted, tuple(notices))


def _period(stream: av.video.stream.VideoStream) -> int:
    rate = stream.guessed_rate or stream.average_rate or Fraction(25)
    return max(1, round(1 / (rate * stream.time_base)))


def _rising(ticks: Sequence[int | None], period: int) -> tuple[tuple[int, ...], bool]:
    """Times that rise, and whether any had to be made up: one period after the frame before."""
    risen: list[int] = []
    for tick in ticks:
        follows = risen[-1] + period if risen else 0
        good = tick is not None and (not risen or tick > risen[-1])
        risen.append(tick if good and tick is not None else follows)
    return tuple(risen), risen != list(ticks)


def _tail_is_cheap(path: Path, index: FrameIndex) -> bool:
    """Whether the last group of pictures is decoded within about a second."""
    with open_input(path) as container:
        context = _stream(container, path).codec_context
        size = context.width * context.height
    return (len(index.ticks) - (index.keys or (0,))[-1]) * size <= _TAIL_PIXELS


def _without_broken_tail(path: Path, index: FrameIndex) -> FrameIndex:
    """Without the frames after the last one that can be decoded."""
    with open_input(path) as container:
        decoder = Decoder(container, _stream(container, path))
        last = next(_last_decoded(decoder, index), None)
    if last is None:
        return _from_decoding(path)
    kept = index.ticks.index(last) + 1
    if kept == len(index.ticks):
        return index
    lost = len(index.ticks) - kept
    keys = tuple(key for key in index.keys if key < kept)
    told = "frame is" if lost == 1 else "frames are"
    return FrameIndex(
        index.ticks[:kept], keys, notices=(f"The file is damaged at its end: the last {lost} {told} left out.",)
    )


def _last_decoded(decoder: Decoder, index: FrameIndex) -> Iterator[int]:
    """Time of the last frame that decodes, searched from the last key frame backwards."""
    known = set(index.ticks)
    for key in reversed(index.keys):
        try:
            decoder.seek(index.ticks[key])
        except av.error.FFmpegError:
            return
        good = [frame.pts for frame in decoder.frames() if frame.pts in known and not frame.is_corrupt]
        if good:
            yield max(good)


def _noted(index: FrameIndex, notice: str) -> FrameIndex:
    return FrameIndex(index.ticks, index.keys, index.last, index.counted, (*index.notices, notice))
