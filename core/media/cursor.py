"""Goes to any frame of a film by number, exactly. Knows nothing of colours.

It seeks to the key frame before and decodes on. A seek is believed only if the frame that comes out first is that very
key frame, and whole; otherwise an earlier key frame is taken, in the end the beginning of the file.
"""

from bisect import bisect_right
from collections.abc import Iterator
from contextlib import ExitStack
from typing import NamedTuple, TypeAlias

import av
import av.error

from core.errors import MediaError
from core.media.decoding import Decoder, opened_film
from core.media.info import VideoInfo

_WORTH_A_SEEK = 12
"""Frames that are decoded in passing rather than sought over; about as many as a seek throws away."""

_STRIDE = 4
"""Frames that are decoded at a time on a long way."""

_Numbered: TypeAlias = tuple[int, av.VideoFrame]


class _Start(NamedTuple):
    """Where decoding begins: a key frame, -1 for the beginning of the file, None for here.

    When `skimming`, frames before the wanted one that no other refers to are not decoded, or were not.
    """

    key: int | None
    skimming: bool = False


class FilmCursor:
    """An open film whose decoder stands after the last frame that was asked for. Owned by one thread.

    Opening and going anywhere raise MediaError if the file cannot be read.
    """

    def __init__(self, info: VideoInfo, threads: int = 1) -> None:
        self.missing: set[int] = set()
        """Frames that could not be decoded so far, in whose place another was given."""
        self._info, self._threads = info, threads
        self._opened = ExitStack()
        self._decoder: Decoder | None = None
        self._coming: Iterator[_Numbered] = iter(())
        self._last: _Numbered | None = None
        self._next: _Numbered | None = None

    def open(self) -> None:
        """Open the file, or open it again, and stand at its beginning."""
        self.close()
        container, stream = self._opened.enter_context(opened_film(self._info.path))
        self._decoder = Decoder(container, stream, self._threads)
        self._stand(self._numbered(self._decoder))

    def close(self) -> None:
        """Close the file."""
        self._stand(iter(()))
        self._decoder = None
        self._opened.close()

    def approach(self, index: int) -> Iterator[None]:
        """Go nearer to a frame that is far, a few frames at a time; then `find` takes no longer than for a near one.

        Between two steps one may stop, or go elsewhere: what was decoded serves whoever wants a frame behind it.
        """
        sought = False
        while (start := next(self._starts(index))).key is None or not sought:
            if start.key is not None:
                sought = True
                if not self._go(start, index):
                    return  # `find` knows other ways
            elif index - self._place() <= _WORTH_A_SEEK or not (self._go(start, index) and self._pass(_STRIDE, index)):
                return
            yield

    def find(self, index: int) -> av.VideoFrame:
        """The frame of this number; where it cannot be decoded the last good one before, else the first after."""
        for start in self._starts(index):
            if not self._go(start, index):
                continue
            found = self._advance(index)
            if found is not None and (found[0] == index or not start.skimming):
                return self._given(found, index)
        after = self._upcoming()
        if after is None:
            raise MediaError(f"{self._info.path.name} cannot be decoded any more.", "Copy the file again.")
        return self._given(after, index)

    def _given(self, found: _Numbered, index: int) -> av.VideoFrame:
        if found[0] != index:
            self.missing.add(index)
        return found[1]

    def _starts(self, index: int) -> Iterator[_Start]:
        """Where to decode from, best first."""
        keys = () if self._info.counted else self._info.keys[: bisect_right(self._info.keys, index)]
        place = self._place()
        if 0 <= place <= index and (not keys or keys[-1] <= place + _WORTH_A_SEEK):
            yield _Start(None, skimming=bool(keys) and (index > place + _WORTH_A_SEEK or self._is_skimmed(index)))
        for key in reversed(keys):
            yield _Start(key, skimming=True)
            yield _Start(key)
        yield _Start(-1)

    def _go(self, start: _Start, index: int) -> bool:
        """Stand where decoding is to begin; False if that key frame cannot be found or is not whole."""
        if self._decoder is None:
            raise RuntimeError("the film is not open")
        if start.key is not None and start.key < 0:
            self.open()
            return True
        self._decoder.skim_to = self._info.ticks[index] if start.skimming else None
        if start.key is None:
            return True
        try:
            self._decoder.seek(self._info.ticks[start.key])
        except av.error.FFmpegError:
            return False
        numbered = self._numbered(self._decoder)
        self._stand(frame for frame in numbered if frame[0] >= (start.key or 0))
        first = self._upcoming()
        return first is not None and first[0] == start.key and not first[1].is_corrupt

    def _place(self) -> int:
        """Number of the frame that the decoder stands at; -1 at the end."""
        standing = self._last or self._upcoming()
        return -1 if standing is None else standing[0]

    def _is_skimmed(self, index: int) -> bool:
        """Whether the frame may have been left out on the way to a later one."""
        skimmed = None if self._decoder is None else self._decoder.skimmed
        return skimmed is not None and skimmed >= self._info.ticks[index]

    def _pass(self, count: int, index: int) -> bool:
        """Decode some frames on the way to one; False where none is left before it."""
        for _ in range(count):
            coming = self._upcoming()
            if coming is None or coming[0] >= index:
                return False
            self._last, self._next = coming, None
        return True

    def _advance(self, index: int) -> _Numbered | None:
        """Decode up to a frame; None if nothing good lies between where decoding began and it."""
        while self._last is None or self._last[0] < index:
            coming = self._upcoming()
            if coming is None or coming[0] > index:
                break
            self._last, self._next = coming, None
        return self._last

    def _upcoming(self) -> _Numbered | None:
        """The frame after the last, decoded but not yet passed; None at the end."""
        if self._next is None:
            self._next = next(self._coming, None)
        return self._next

    def _stand(self, coming: Iterator[_Numbered]) -> None:
        self._coming, self._last, self._next = coming, None, None

    def _numbered(self, decoder: Decoder) -> Iterator[_Numbered]:
        """Decoded frames with their numbers; those that the index does not know are left out."""
        if self._info.counted:
            yield from enumerate(decoder.frames())
            return
        ticks = self._info.ticks
        for frame in decoder.frames():
            number = -1 if frame.pts is None else bisect_right(ticks, frame.pts) - 1
            if number >= 0 and ticks[number] == frame.pts:
                yield number, frame
