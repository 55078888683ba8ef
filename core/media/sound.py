"""Reads sound of any container and codec, at any rate, block by block. Knows no voices and no films, only clocks.

    packets ▸ decoded ▸ laid on the file's clock (gaps are silence) ▸ about a second each ▸ resampled ▸ placed

Resampling is soxr's HQ, streamed; its delay is compensated, so a sound at a time comes out at that time.
"""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from math import floor
from pathlib import Path
from types import TracebackType

import av
import av.audio.frame
import av.audio.resampler
import av.audio.stream
import av.container
import av.error
import numpy as np
import soxr

from core.arrays import Sound
from core.errors import MediaError
from core.job import Job, Progress, run
from core.media.opening import open_input
from core.timing import sample_at

ENGINE_RATE = 16_000
"""Samples a second of the mono sound that engines are given."""

_GAP = Fraction(4, 100)  # Matroska rounds times to 1 ms and recorders jitter: less than this is no gap
_LOST = Fraction(1)  # a file that ends this much before the time it tells has been cut off
_BELIEVED = 3600  # seconds of a length told, or of a gap, that are believed unseen: damaged files tell anything
_RATES, _CHANNELS = range(1_000, 1_000_000), range(1, 65)
_GUESSED_LENGTH = {"mp3", "aac", "loas", "ac3", "eac3", "dts"}  # formats without a table of contents


@dataclass(frozen=True, slots=True)
class SoundInfo:
    """One audio stream: `index` in its file, `start` on the file's clock, `duration` in seconds, None if not told."""

    path: Path
    index: int
    codec: str
    rate: int
    channels: int
    layout: str
    start: Fraction
    duration: Fraction | None


def probe_sound(path: Path, stream: int | None = None) -> SoundInfo:
    """Look at the first audio stream of a file, or at the one with this index.

    Raises MediaError if the file cannot be read or has no such sound.
    """
    with SoundReader(path, stream=stream) as reader:
        return reader.info


def engine_sound(path: Path) -> Sound:
    """A file's sound as engines are given it: mono 16 kHz, the mean of its channels. Raises MediaError."""
    return run(read_engine_sound(path))


def read_engine_sound(path: Path) -> Job[Sound]:
    """The same as a job: an hour of sound takes a while. Progress counts samples; raises MediaError."""
    with SoundReader(path, ENGINE_RATE, mono=True) as reader:
        sound = yield from _collected(reader.blocks(), reader, None)
    return sound[:, 0]


def read_sound(
    path: Path,
    rate: int,
    mono: bool = True,
    start: Fraction = Fraction(0),
    stop: Fraction | None = None,
) -> Sound:
    """Sound between two times, in seconds after its own beginning: (samples,) if `mono`, else (samples, channels).

    Before its beginning and after its end there is nothing: the result is shorter than asked for.
    Raises MediaError if the file has no sound that can be decoded.
    """
    with SoundReader(path, rate, mono) as reader:
        first = max(0, sample_at(start, rate))
        end = None if stop is None else max(first, sample_at(stop, rate))
        sound = run(_collected(_between(reader.blocks(), first, end), reader, end))
    return sound[:, 0] if mono else sound


class SoundReader:
    """An open audio stream whose sound comes in blocks of about a second. Use as a context manager, once.

    `rate` and `channels` are those of the blocks. `notices`, complete after the last block, tell what was damaged.
    `zero` is the time of the file's clock at which the first sample of the first block lies: sound that begins later
    is preceded by silence, earlier sound is left out. None is the time at which the sound begins.
    """

    def __init__(
        self,
        path: Path,
        rate: int | None = None,
        mono: bool = False,
        zero: Fraction | None = None,
        stream: int | None = None,
    ) -> None:
        self._open = ExitStack()
        self._container = self._open.enter_context(open_input(path))
        with self._open.pop_all() as opened:  # closed at once if there is no sound in it
            self._stream = _chosen(path, self._container, stream)
            self._open = opened.pop_all()
        self.info = _described(path, self._container, self._stream)
        self.rate = rate or self.info.rate
        self.channels = 1 if mono else self.info.channels
        self.notices: tuple[str, ...] = ()
        self._zero = zero

    def __enter__(self) -> "SoundReader":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._open.close()  # without the error: what went wrong elsewhere in the block is not this file's fault

    def blocks(self) -> Iterator[Sound]:
        """Blocks (samples, channels) without gap or overlap. Raises MediaError if nothing can be decoded."""
        frames = self._frames()
        first = next(frames, None)
        if first is None:
            raise MediaError(f"The sound of {self.info.path.name} cannot be decoded.", "Choose another file.")
        pieces = self._laid(chain([first], frames), _time(first))
        if self.channels == 1 and self.info.channels > 1:
            pieces = (piece.mean(axis=1, keepdims=True, dtype=np.float32) for piece in pieces)
        return self._placed(self._resampled(_gathered(pieces, self.info.rate)), _time(first))

    def _frames(self) -> Iterator[av.audio.frame.AudioFrame]:
        """Everything that can be decoded: a damaged packet is left out, a damaged file ends where it breaks off."""
        damaged = 0
        try:
            for packet in self._container.demux(self._stream):
                try:
                    yield from packet.decode()
                except av.error.FFmpegError:
                    damaged += 1
        except av.error.FFmpegError as error:
            self._notice(f"The sound of {self.info.path.name} breaks off: {error.strerror}.")
        if damaged:
            self._notice(f"The sound of {self.info.path.name} has {damaged} damaged packets, which are silent.")

    def _laid(self, frames: Iterable[av.audio.frame.AudioFrame], start: Fraction | None) -> Iterator[Sound]:
        """Samples (n, channels) at the file's rate, one after the other as their times tell."""
        rate, done = self.info.rate, 0
        for frame in frames:
            samples, time = _samples(frame, self.info), _time(frame)
            missing = 0 if time is None or start is None else sample_at(time - start, rate) - done
            if _GAP * rate < missing <= _BELIEVED * rate:
                yield from _silence(missing, self.info.channels, rate)
                done += missing
            elif missing < -_GAP * rate:
                samples = samples[-missing:]
            if len(samples):
                yield samples
                done += len(samples)
        self._check_length(Fraction(done, rate))

    def _check_length(self, decoded: Fraction) -> None:
        """The demuxer of a file that was cut off just ends."""
        told = self.info.duration
        guessed = _GUESSED_LENGTH & set(self._container.format.name.split(","))
        if told is not None and not guessed and decoded + max(_LOST, told / 100) < told:
            name, heard, whole = self.info.path.name, float(decoded), float(told)
            self._notice(f"The sound of {name} ends after {heard:.1f} of {whole:.1f} seconds.")

    def _resampled(self, blocks: Iterable[Sound]) -> Iterator[Sound]:
        """The same sound at `rate`: n samples become round(n · rate / file's rate), halves upwards."""
        if self.rate == self.info.rate:
            yield from blocks
            return
        stream = soxr.ResampleStream(self.info.rate, self.rate, self.channels, dtype="float32", quality="HQ")
        taken = given = 0
        for block in blocks:
            taken += len(block)
            made = stream.resample_chunk(block)
            given += len(made)
            yield made
        rest = stream.resample_chunk(np.zeros((0, self.channels), np.float32), last=True)
        wanted = floor(Fraction(taken * self.rate, self.info.rate) + Fraction(1, 2)) - given
        yield _padded(rest, wanted)

    def _placed(self, blocks: Iterable[Sound], start: Fraction | None) -> Iterator[Sound]:
        """Blocks from `zero` on, to half a sample of the result."""
        offset = 0
        if self._zero is not None and start is not None:
            offset = sample_at(start - self._zero, self.rate)
        if offset > 0:
            yield from _silence(offset, self.channels, self.rate)
        yield from _between(blocks, max(0, -offset), None)

    def _notice(self, sentence: str) -> None:
        self.notices = (*self.notices, sentence)


def _chosen(path: Path, container: av.container.InputContainer, index: int | None) -> av.audio.stream.AudioStream:
    for stream in container.streams.audio:
        if stream.codec_context is None or index not in (None, stream.index):
            continue  # a stream whose description is missing has neither rate nor channels
        if stream.rate in _RATES and stream.channels in _CHANNELS:
            return stream
    raise MediaError(f"There is no sound in {path.name}.", "Choose a file with sound.")


def _described(path: Path, container: av.container.InputContainer, stream: av.audio.stream.AudioStream) -> SoundInfo:
    base = stream.time_base or Fraction(1)
    duration = None if stream.duration is None else stream.duration * base
    if duration is None and container.duration is not None:
        duration = Fraction(container.duration, av.time_base)
    start = Fraction(0) if stream.start_time is None else stream.start_time * base
    codec, layout = stream.codec_context.name, stream.layout.name
    return SoundInfo(path, stream.index, codec, stream.rate, stream.channels, layout, start, duration)


def _time(frame: av.audio.frame.AudioFrame) -> Fraction | None:
    if frame.pts is None or frame.time_base is None:
        return None
    return frame.pts * frame.time_base


def _samples(frame: av.audio.frame.AudioFrame, info: SoundInfo) -> Sound:
    """(n, channels) in [-1, 1]; a frame with another rate or layout than the file's first is converted."""
    if frame.sample_rate != info.rate or len(frame.layout.channels) != info.channels:
        resampler = av.audio.resampler.AudioResampler(format="fltp", layout=info.layout, rate=info.rate)
        made = [*resampler.resample(frame), *resampler.resample(None)]
        return np.concatenate([_as_float(piece) for piece in made])
    return _as_float(frame)


def _as_float(frame: av.audio.frame.AudioFrame) -> Sound:
    """Bit-true: whole numbers of n bits are divided by 2^(n-1)."""
    array = frame.to_ndarray()
    array = array.T if frame.format.is_planar else array.reshape(-1, len(frame.layout.channels))
    if array.dtype == np.uint8:
        return (array.astype(np.float32) - np.float32(128)) / np.float32(128)
    if array.dtype.kind == "i":
        return (array / np.float64(2.0 ** (array.dtype.itemsize * 8 - 1))).astype(np.float32)
    return np.ascontiguousarray(array, dtype=np.float32)


def _silence(samples: int, channels: int, block: int) -> Iterator[Sound]:
    for start in range(0, samples, block):
        yield np.zeros((min(block, samples - start), channels), np.float32)


def _gathered(pieces: Iterable[Sound], size: int) -> Iterator[Sound]:
    """The same samples in blocks of at least `size`."""
    waiting: list[Sound] = []
    count = 0
    for piece in pieces:
        waiting.append(piece)
        count += len(piece)
        if count >= size:
            yield np.concatenate(waiting)
            waiting, count = [], 0
    if waiting:
        yield np.concatenate(waiting)


def _between(blocks: Iterable[Sound], first: int, end: int | None) -> Iterator[Sound]:
    """Samples `first` to `end` of a sequence of blocks."""
    at = 0
    for block in blocks:
        piece = block[max(0, first - at) : None if end is None else max(0, end - at)]
        at += len(block)
        if len(piece):
            yield piece
        if end is not None and at >= end:
            return


def _padded(block: Sound, length: int) -> Sound:
    if len(block) >= length:
        return block[:length]
    return np.concatenate([block, np.zeros((length - len(block), block.shape[1]), np.float32)])


def _collected(blocks: Iterable[Sound], reader: SoundReader, end: int | None) -> Job[Sound]:
    """All blocks as one array, made as long as the file tells so that nothing is held twice; it grows if need be."""
    told = round((reader.info.duration or 60) * reader.rate)
    room = min(told if end is None else min(told, end), _BELIEVED * reader.rate)
    sound = np.empty((max(room, 0) + reader.rate, reader.channels), np.float32)
    count = 0
    for block in blocks:
        if count + len(block) > len(sound):
            sound = _padded(sound, max(count + len(block), len(sound) * 3 // 2))
        sound[count : count + len(block)] = block
        count += len(block)
        yield Progress(count, max(room, count), "reading sound")
    return sound[:count]
