"""Gives the frames of a film by number, exactly: one, a span, or a rising selection. Knows nothing of what they show.

Every index gives a picture. Where a frame cannot be decoded the one before it is shown again (at the beginning, the
first good one), so that picture and sound never part; `VideoReader.notices` then says so. A frame that the decoder
could only mend is shown as it is, and told of as well; how it is mended may differ from one reading to the next.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from fractions import Fraction
from itertools import chain
from types import TracebackType
from typing import Protocol, Self, TypeAlias

import av
import av.error
import cv2
import numpy as np

from core.arrays import Alpha, Image, frozen
from core.errors import MediaError
from core.media.colour import Converter
from core.media.decoding import Decoder, opened_film
from core.media.info import Frame, VideoInfo
from core.media.opening import media_errors
from core.media.stills import read_still

_WORTH_A_SEEK = 12
"""Frames that are decoded in passing rather than sought over; about as many as a seek throws away."""


_Numbered: TypeAlias = tuple[int, av.VideoFrame]


class VideoReader:
    """Random and sequential access to the frames of a film that `probe` has described. Owned by one thread.

    Used in a `with` block, which opens the file and closes it. All methods raise MediaError if the file cannot be
    read (any more), IndexError if there is no such frame.
    """

    def __init__(self, info: VideoInfo, threads: int = 1) -> None:
        self.info = info
        self._source: _Source = _Stills(info) if info.pictures else _Film(info, threads)

    def __enter__(self) -> Self:
        self._source.open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._source.close()

    @property
    def notices(self) -> tuple[str, ...]:
        """What had to be done otherwise than expected so far, as sentences."""
        return self._source.notices

    def frame(self, index: int) -> Frame:
        """The frame of this number, from 0."""
        if not 0 <= index < self.info.frames:
            raise IndexError(f"frame {index} of {self.info.frames}")
        with media_errors(self.info.path):
            image, alpha = self._source.picture(index)
        return Frame(index, self.info.time_of(index), frozen(image), None if alpha is None else frozen(alpha))

    def frames(self, indices: Sequence[int]) -> Iterator[Frame]:
        """The frames of these numbers, which should rise: what lies between near ones is decoded but not converted."""
        return (self.frame(index) for index in indices)

    def span(self, start: int, stop: int) -> Iterator[Frame]:
        """The frames of [start, stop) in order."""
        return self.frames(range(start, stop))

    def at(self, time: Fraction) -> Frame:
        """The frame shown at a time in seconds after the first frame; before and after the film its first and last."""
        info = self.info
        tick = info.ticks[0] + time / info.time_base
        return self.frame(max(0, bisect_right(info.ticks, tick) - 1))


class _Source(Protocol):
    """Where pictures come from."""

    @property
    def notices(self) -> tuple[str, ...]: ...

    def open(self) -> None: ...

    def close(self) -> None: ...

    def picture(self, index: int) -> tuple[Image, Alpha | None]: ...


class _Stills:
    """Pictures from image files, brought to the size of the first."""

    def __init__(self, info: VideoInfo) -> None:
        self._info = info
        self._resized: set[int] = set()

    @property
    def notices(self) -> tuple[str, ...]:
        if not self._resized:
            return ()
        return (f"{len(self._resized)} images have another size than the first and were scaled to it.",)

    def open(self) -> None:
        """Nothing stays open between pictures."""

    def close(self) -> None:
        """Nothing stays open between pictures."""

    def picture(self, index: int) -> tuple[Image, Alpha | None]:
        image, alpha = read_still(self._info.pictures[index])
        size = (self._info.width, self._info.height)
        if image.shape[1::-1] != size:
            self._resized.add(index)
            image = np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8)
            alpha = None if alpha is None else np.asarray(cv2.resize(alpha, size), np.float32)
        if alpha is None and self._info.alpha:
            alpha = np.ones(image.shape[:2], np.float32)
        return image, alpha


class _Film:
    """Pictures from a film: the decoder stands between the last good frame and the one it has decoded next."""

    def __init__(self, info: VideoInfo, threads: int) -> None:
        self._info, self._threads = info, threads
        self._converter = Converter(info)
        self._opened = ExitStack()
        self._decoder: Decoder | None = None
        self._missing: set[int] = set()
        self._mended: set[int] = set()
        self._coming: Iterator[_Numbered] = iter(())
        self._last: _Numbered | None = None
        self._next: _Numbered | None = None

    @property
    def notices(self) -> tuple[str, ...]:
        notices = []
        if self._missing:
            notices.append(_told(self._missing, "beyond repair; the one before is shown instead"))
        if self._mended:
            notices.append(_told(self._mended, "damaged and may show blocks"))
        return tuple(notices)

    def open(self) -> None:
        self._opened.close()
        container, stream = self._opened.enter_context(opened_film(self._info.path))
        self._decoder = Decoder(container, stream, self._threads)
        self._stand(self._numbered())

    def close(self) -> None:
        self._stand(iter(()))
        self._decoder = None
        self._opened.close()

    def picture(self, index: int) -> tuple[Image, Alpha | None]:
        if self._decoder is None:
            raise RuntimeError("the reader is not open")
        frame = self._find(index)
        if frame.is_corrupt:
            self._mended.add(index)
        return self._converter.convert(frame)

    def _find(self, index: int) -> av.VideoFrame:
        """The frame of this number, or what stands in for it."""
        for key in self._starts(index):
            if key is not None and not self._go(key):
                continue
            found = self._advance(index)
            if found is not None:
                return found
        if self._next is None:
            raise MediaError(f"{self._info.path.name} cannot be decoded any more.", "Copy the file again.")
        self._missing.add(index)
        return self._next[1]

    def _starts(self, index: int) -> Iterator[int | None]:
        """Where to decode from, best first: None stays where it is, a number is a key frame, -1 the beginning."""
        if self._info.counted:
            return iter([None] if self._covers(index) else [-1])
        keys = self._info.keys[: bisect_right(self._info.keys, index)]
        near = not keys or keys[-1] <= self._position() + _WORTH_A_SEEK
        here: list[int | None] = [None] if self._covers(index) and near else []
        return chain(here, reversed(keys), [-1])

    def _covers(self, index: int) -> bool:
        """Whether the frame can be reached by decoding on."""
        return self._last is not None and self._last[0] <= index

    def _position(self) -> int:
        return self._last[0] if self._last is not None else -1

    def _go(self, key: int) -> bool:
        """Stand before a key frame, -1 for the beginning; False if it cannot be found or is not whole."""
        if key < 0:
            self.open()
            return True
        assert self._decoder is not None
        try:
            self._decoder.seek(self._info.ticks[key])
        except av.error.FFmpegError:
            return False
        self._stand(frame for frame in self._numbered() if frame[0] >= key)
        return self._next is not None and self._next[0] == key and not self._next[1].is_corrupt

    def _advance(self, index: int) -> av.VideoFrame | None:
        """Decode up to a frame; None if nothing good lies between where decoding began and it."""
        while self._next is not None and self._next[0] <= index:
            self._last, self._next = self._next, next(self._coming, None)
        if self._last is None or self._last[0] > index:
            return None
        if self._last[0] < index:
            self._missing.add(index)
        return self._last[1]

    def _stand(self, coming: Iterator[_Numbered]) -> None:
        self._coming, self._last = coming, None
        self._next = next(coming, None)

    def _numbered(self) -> Iterator[_Numbered]:
        """Decoded frames with their numbers; those that the index does not know are left out."""
        assert self._decoder is not None
        if self._info.counted:
            return enumerate(self._decoder.frames())
        return self._by_time(self._decoder)

    def _by_time(self, decoder: Decoder) -> Iterator[_Numbered]:
        ticks = self._info.ticks
        for frame in decoder.frames():
            number = -1 if frame.pts is None else bisect_right(ticks, frame.pts) - 1
            if number >= 0 and ticks[number] == frame.pts:
                yield number, frame


def _told(numbers: set[int], what: str) -> str:
    """A sentence about some frames, the first of which is named by its number from 1."""
    if len(numbers) == 1:
        return f"Frame {min(numbers) + 1} is {what}."
    return f"{len(numbers)} frames, the first of them {min(numbers) + 1}, are {what}."
