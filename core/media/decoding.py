"""Decodes the picture of an open file, frame after frame, past damaged packets. Knows nothing of indices and colours."""

import struct
from collections.abc import Iterator

import av
import av.codec
import av.container
import av.error
import av.video.stream

from core.media.orientation import Orientation, orientation_of

_ALPHA_DECODERS = {"vp8": "libvpx", "vp9": "libvpx-vp9"}
"""ffmpeg's own decoders of these leave the transparency out."""


def picture_stream(container: av.container.InputContainer) -> av.video.stream.VideoStream | None:
    """The stream that is the film: the first that has a size and is no cover picture; None if there is none."""
    films = [stream for stream in container.streams.video if not stream.disposition & _COVER]
    known = [stream for stream in films if stream.codec_context is not None]
    return known[0] if known else None


_COVER = av.stream.Disposition.attached_pic | av.stream.Disposition.timed_thumbnails


class Decoder:
    """The decoder of one stream, set up for `threads` threads. It must not outlive its container."""

    def __init__(
        self, container: av.container.InputContainer, stream: av.video.stream.VideoStream, threads: int = 1
    ) -> None:
        self._container, self._stream = container, stream
        self._context = _context(stream)
        self._context.thread_count = threads
        self._context.thread_type = "AUTO" if threads > 1 else "NONE"
        self.damaged = 0
        """Packets that could not be decoded so far."""

    def frames(self) -> Iterator[av.VideoFrame]:
        """Frames in order of presentation from where the file stands; what cannot be decoded is left out."""
        for packet in packets(self._container, self._stream):
            yield from self._decoded(packet)
        yield from self._decoded(None)

    def seek(self, tick: int) -> None:
        """Go to the last key frame at or before a time in ticks of the stream; the container may land elsewhere.

        Raises av.error.FFmpegError if the container cannot seek.
        """
        self._container.seek(tick, stream=self._stream, backward=True)
        self._context.flush_buffers()

    def _decoded(self, packet: av.Packet | None) -> list[av.VideoFrame]:
        try:
            return [frame for frame in self._context.decode(packet) if isinstance(frame, av.VideoFrame)]
        except (av.error.FFmpegError, ValueError):
            self.damaged += 1
            return []


def packets(container: av.container.InputContainer, stream: av.video.stream.VideoStream) -> Iterator[av.Packet]:
    """The packets of a stream that hold something, up to the end of the file or where it can be read no further."""
    demuxed = container.demux(stream)
    while True:
        try:
            packet = next(demuxed, None)
        except (av.error.FFmpegError, OSError):
            return
        if packet is None:
            return
        if packet.size:
            yield packet


def orientation_of_frame(frame: av.VideoFrame) -> Orientation:
    """How a decoded frame is to be turned and mirrored."""
    try:
        matrix = frame.side_data.get("DISPLAYMATRIX")
    except ValueError:  # PyAV knows not every kind of side data and then gives none at all
        return Orientation(-frame.rotation % 360)
    return Orientation() if matrix is None else orientation_of(struct.unpack("=9i", bytes(matrix)))


def _context(stream: av.video.stream.VideoStream) -> av.VideoCodecContext:
    own = stream.codec_context
    program = _ALPHA_DECODERS.get(own.name)
    if stream.metadata.get("alpha_mode") != "1" or program not in av.codec.codecs_available:
        return own
    context = av.VideoCodecContext.create(program, "r")
    context.extradata = own.extradata
    return context
