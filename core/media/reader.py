"""Exact access to a film's frames. Knows no faces."""

from collections.abc import Iterator, Sequence
from types import TracebackType

import av
import numpy as np

from core.media.info import Frame, VideoInfo


class VideoReader:
    """Reads frames by number; one decoder, owned by one thread."""

    def __init__(self, info: VideoInfo, threads: int = 1) -> None:
        self.info = info
        self._container = av.open(str(info.path))
        self._stream = self._container.streams.video[0]
        self._stream.codec_context.thread_count = threads
        self._index = {tick: index for index, tick in enumerate(info.ticks)}

    def __enter__(self) -> "VideoReader":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._container.close()

    def frame(self, index: int) -> Frame:
        """One frame."""
        return next(self.span(index, index + 1))

    def frames(self, indices: Sequence[int]) -> Iterator[Frame]:
        """Frames of ascending numbers."""
        wanted = set(indices)
        return (frame for frame in self.span(min(wanted), max(wanted) + 1) if frame.index in wanted)

    def span(self, start: int, stop: int) -> Iterator[Frame]:
        """Frames from `start` up to `stop`, in order."""
        self._container.seek(self.info.ticks[start], stream=self._stream, backward=True)
        for decoded in self._container.decode(self._stream):
            index = self._index.get(decoded.pts if decoded.pts is not None else -1, -1)
            if index >= stop:
                return
            if index >= start:
                image = np.ascontiguousarray(decoded.to_ndarray(format="rgb24"))
                yield Frame(index, self.info.time_of(index), image)
