"""Decodes the picture of an open file, frame after frame, past damaged packets. Knows no indices and no colours."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias, cast

import av
import av.codec
import av.container
import av.error
import av.stream
import av.video.stream

from core.errors import MediaError
from core.media.opening import MAX_PIXELS, check_size, open_input
from core.media.orientation import Orientation, orientation_of

VideoStream: TypeAlias = av.video.stream.VideoStream
VideoPacket: TypeAlias = "av.Packet[VideoStream]"

_COVER = av.stream.Disposition.attached_pic | av.stream.Disposition.timed_thumbnails
_ALPHA_DECODERS = {"vp8": "libvpx", "vp9": "libvpx-vp9"}
"""ffmpeg's own decoders of these leave the transparency out."""


@contextmanager
def opened_film(path: Path) -> Iterator[tuple[av.container.InputContainer, VideoStream]]:
    """An open file and the stream that is its picture: the first that is no cover.

    Raises MediaError if the file cannot be read, has no picture or one that is too large.
    """
    with open_input(path) as container:
        yield container, film_stream(container, path)


def film_stream(container: av.container.InputContainer, path: Path) -> VideoStream:
    """The stream that is the picture of an open file. Raises MediaError if there is none or it is too large."""
    for stream in container.streams.video:
        if not stream.disposition & _COVER and stream.codec_context is not None:
            check_size(path, stream.codec_context.width, stream.codec_context.height)
            return stream
    sound, neither = f"{path.name} holds only sound.", f"{path.name} has no picture that can be read."
    raise MediaError(sound if container.streams.audio else neither, "Choose a film or a still image.")


class Decoder:
    """The decoder of one stream, set up for `threads` threads. It must not outlive its container."""

    def __init__(self, container: av.container.InputContainer, stream: VideoStream, threads: int = 1) -> None:
        self._container, self._stream = container, stream
        self._context = _context(stream)
        self._context.options = {"max_pixels": str(MAX_PIXELS)}
        self._context.thread_count = threads
        self._context.thread_type = "AUTO" if threads > 1 else "NONE"
        self.damaged = 0
        """Packets that could not be decoded so far."""
        self.skim_to: int | None = None
        """Frames before this time, in ticks, that no other refers to may be left out, to save time; None: all come."""
        self.skimmed: int | None = None
        """Since the last seek, frames up to this time, in ticks, may have been left out; None: none was."""

    def frames(self) -> Iterator[av.VideoFrame]:
        """Frames in order of presentation from where the file stands; what cannot be decoded is left out."""
        for packet in packets(self._container, self._stream):
            if self.skim_to is not None and packet.pts is not None and packet.pts < self.skim_to:
                self._context.skip_frame = "NONREF"
                self.skimmed = packet.pts if self.skimmed is None else max(self.skimmed, packet.pts)
            else:
                self._context.skip_frame = "DEFAULT"
            yield from self._decoded(packet)
        yield from self._decoded(None)

    def seek(self, tick: int) -> None:
        """Go to the last key frame at or before a time in ticks of the stream; the container may land elsewhere.

        Raises av.error.FFmpegError if the container cannot seek.
        """
        self._container.seek(tick, stream=self._stream, backward=True)
        self._context.flush_buffers()
        self.skimmed = None

    def _decoded(self, packet: "VideoPacket | None") -> list[av.VideoFrame]:
        try:
            return self._context.decode(packet)
        except (av.error.FFmpegError, ValueError):
            self.damaged += 1
            return []


def packets(container: av.container.InputContainer, stream: VideoStream | None) -> Iterator[VideoPacket]:
    """The packets of a stream (None: of all), up to the end of the file or where it can be read no further.

    Empty ones, which stand for the end of a stream, are left out.
    """
    demuxed: Iterator[Any] = container.demux() if stream is None else container.demux(stream)
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
        matrix: Any = frame.side_data.get("DISPLAYMATRIX")
    except ValueError:  # PyAV knows not every kind of side data and then gives none at all
        return Orientation(round(-frame.rotation / 90) % 4 * 90)
    return Orientation() if matrix is None else orientation_of(struct.unpack("=9i", bytes(matrix)))


def _context(stream: VideoStream) -> av.VideoCodecContext:
    own = stream.codec_context
    program = _ALPHA_DECODERS.get(own.name)
    if stream.metadata.get("alpha_mode") != "1" or program not in av.codec.codecs_available:
        return own
    context = cast("av.VideoCodecContext", av.VideoCodecContext.create(program, "r"))
    context.extradata = own.extradata
    return context
