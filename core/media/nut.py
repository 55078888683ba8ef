"""Uncompressed pictures with exact times, through a pipe to an encoder. Knows nothing of encoders.

NUT is the open container of the ffmpeg and MPlayer projects: it can be written to a pipe and holds any time base, so
no frame's time is rounded. Its own time base is a whole-numbered part of the one that is asked for.
"""

import sys
from contextlib import suppress
from fractions import Fraction
from typing import IO

import av
import numpy as np
from numpy.typing import NDArray

_BYTES = 1 << 20
_F_SETPIPE_SZ = 1031  # Linux, fcntl.h
_RATE_LIMIT = 1_000_000


class NutPipe:
    """Writes pictures of one `size` (width, height) to a pipe, RGB or RGBA, at ticks of `time_base`.

    `rate` is what the stream's header tells the reader to expect, frames a second.
    """

    def __init__(
        self, pipe: IO[bytes], size: tuple[int, int], alpha: bool, time_base: Fraction, rate: Fraction
    ) -> None:
        _widen(pipe)
        self._time_base = time_base
        self._container = av.open(_Pipe(pipe), "w", format="nut", buffer_size=_BYTES)
        self._stream = self._container.add_stream("rawvideo", rate=rate.limit_denominator(_RATE_LIMIT))
        self._stream.width, self._stream.height = size
        self._stream.pix_fmt = "rgba" if alpha else "rgb24"
        self._stream.time_base = self._stream.codec_context.time_base = time_base
        self._container.start_encoding()

    def put(self, pixels: NDArray[np.uint8], tick: int) -> None:
        """Write the next picture, contiguous (height, width, 3 or 4).

        Raises BrokenPipeError if nobody reads any more.
        """
        packet = av.Packet(pixels.reshape(-1))  # type: ignore[arg-type] # it takes any buffer, without a copy
        packet.stream, packet.time_base = self._stream, self._time_base
        packet.pts = packet.dts = tick
        packet.is_keyframe = True
        self._container.mux(packet)

    def close(self) -> None:
        """Write what is left; the pipe itself stays open. Raises BrokenPipeError if nobody reads any more."""
        self._container.close()


class _Pipe:
    """What PyAV writes to: a pipe has no position to seek to, and may take less than it is given."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self._pipe = pipe

    def write(self, data: bytes) -> int:
        rest = memoryview(data)
        while rest:
            rest = rest[self._pipe.write(rest) :]
        return len(data)


def _widen(pipe: IO[bytes]) -> None:
    """A pipe holds 64 KiB at first, a fortieth of a frame; where more is refused it is only slower."""
    if sys.platform == "linux":
        import fcntl

        with suppress(OSError):
            fcntl.fcntl(pipe.fileno(), _F_SETPIPE_SZ, _BYTES)
