"""Gives the frames of a film by number, exactly: one, a span, or a rising selection. Knows nothing of what they show.

Every index gives a picture. Where a frame cannot be decoded the one before it is shown again (at the beginning, the
first good one), so that picture and sound never part; `VideoReader.notices` then says so. A frame that the decoder
could only mend is shown as it is, and told of as well; how it is mended may differ from one reading to the next.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction
from types import TracebackType
from typing import Protocol, Self

import cv2
import numpy as np

from core.arrays import Alpha, Image, frozen
from core.media.colour import Converter
from core.media.cursor import FilmCursor
from core.media.info import Frame, VideoInfo
from core.media.opening import media_errors
from core.media.stills import read_still


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

    def approach(self, index: int) -> Iterator[None]:
        """Go nearer to a far frame, a little at a time, so that `frame` gives it soon; one may stop between steps."""
        with media_errors(self.info.path):
            yield from self._source.approach(index)

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

    def approach(self, index: int) -> Iterator[None]: ...

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

    def approach(self, index: int) -> Iterator[None]:
        """None is far."""
        del index
        return iter(())

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
    """Pictures from a film."""

    def __init__(self, info: VideoInfo, threads: int) -> None:
        self._cursor = FilmCursor(info, threads)
        self._converter = Converter(info)
        self._mended: set[int] = set()

    @property
    def notices(self) -> tuple[str, ...]:
        notices = []
        if self._cursor.missing:
            notices.append(_told(self._cursor.missing, "beyond repair; the one before is shown instead"))
        if self._mended:
            notices.append(_told(self._mended, "damaged and may show blocks"))
        return tuple(notices)

    def open(self) -> None:
        self._cursor.open()

    def close(self) -> None:
        self._cursor.close()

    def approach(self, index: int) -> Iterator[None]:
        return self._cursor.approach(index)

    def picture(self, index: int) -> tuple[Image, Alpha | None]:
        frame = self._cursor.find(index)
        if frame.is_corrupt:
            self._mended.add(index)
        return self._converter.convert(frame)


def _told(numbers: set[int], what: str) -> str:
    """A sentence about some frames, the first of which is named by its number from 1."""
    if len(numbers) == 1:
        return f"Frame {min(numbers) + 1} is {what}."
    return f"{len(numbers)} frames, the first of them {min(numbers) + 1}, are {what}."
