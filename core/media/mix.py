"""Makes a film's new soundtrack from its own sound and the voices. Knows nothing of pictures.

    film's own sound ─ lowered while somebody speaks ─┐
    voice, at its place, with its gain ───────────────┼─ sum ▸ loudness ▸ true-peak limiter ▸ sound file
    voice …  ─────────────────────────────────────────┘

Everything runs in blocks, so memory does not grow with the length. One voice alone, not too loud and with no loudness
asked for, comes out sample for sample as it went in (at the soundtrack's rate).
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from fractions import Fraction
from math import isinf
from pathlib import Path
from typing import Protocol

import numpy as np
import soundfile

from core.arrays import Floats, Sound
from core.errors import MediaError
from core.job import Job, Progress
from core.media.duck import ducking
from core.media.limiter import Limiter
from core.media.loudness import LoudnessMeter, PeakMeter
from core.media.sound import SoundReader
from core.media.target import require_space
from core.project import Mix
from core.timing import sample_at

RATE = 48_000
"""Samples a second of every soundtrack."""

CEILING = -1.0
"""Highest true peak, dBTP (EBU R 128)."""

_BLOCK = RATE
_RAMP = RATE // 200  # 5 ms
_CENTRE = 2  # L R C LFE Ls Rs
_CLOSE = 0.3  # LU: near enough to the loudness asked for
_PASSES = 4
_WAV_BYTES = 4_000_000_000  # a RIFF chunk counts its bytes with 32 bits; RF64 (EBU Tech 3306) with 64


Window = tuple[Fraction, Fraction]


@dataclass(frozen=True, slots=True)
class VoicePart:
    """A voice: `start` is the time of the film in seconds at which its first sample is heard, maybe before 0.

    Only what lies in `window`, from and to in seconds of the film, is heard; None is all of it.
    """

    path: Path
    start: Fraction = Fraction(0)
    gain_db: float = 0.0
    window: Window | None = None


@dataclass(frozen=True, slots=True)
class FilmSound:
    """The film's own sound: audio stream `stream` (None: the first).

    `zero` is the time of the file's clock that is 0 in the mix. `kept` are the stretches of the film in which it is
    heard in the mode replace too: those that nobody dubs.
    """

    path: Path
    zero: Fraction = Fraction(0)
    stream: int | None = None
    kept: tuple[Window, ...] = ()


@dataclass(frozen=True, slots=True)
class MixSpec:
    """What is mixed: `duration` seconds from time 0 of the film on.

    `film` is heard in the modes mix and duck, and in the stretches that it keeps. `loudness` is wanted in LUFS, or
    None to leave the level alone.
    """

    voices: tuple[VoicePart, ...]
    duration: Fraction
    mode: Mix = Mix.REPLACE
    film: FilmSound | None = None
    loudness: float | None = None


@dataclass(frozen=True, slots=True)
class Soundtrack:
    """A finished soundtrack: float samples at `RATE`. `loudness` in LUFS and `peak` in dBTP are measured on it."""

    path: Path
    channels: int
    samples: int
    loudness: float
    peak: float


def mix_soundtrack(spec: MixSpec, out: Path) -> Job[Soundtrack]:
    """Write the soundtrack to `out` (WAV, beyond 4 GB RF64); progress counts samples.

    Raises MediaError if a sound cannot be read or `out` not be written; then, and if cancelled, nothing is left.
    """
    length = sample_at(spec.duration, RATE)
    draft = out.with_name(f"{out.name}.draft")
    try:
        with ExitStack() as open_files:
            sources = yield from _sources(spec, open_files)
            channels = max([2, *(source.reader.channels for source in sources)])
            require_space(out.parent, length * channels * 4 * (1 if spec.loudness is None else 2))
            blocks = _mixed(sources, length, channels)
            if spec.loudness is None:
                done = yield from _written(blocks, out, _Level(length, channels))
            else:
                done = yield from _at_loudness(blocks, out, draft, _Level(length, channels), spec.loudness)
            yield from _notices(sources)
            return done
    except BaseException:
        out.unlink(missing_ok=True)
        raise
    finally:
        draft.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class _Level:
    """How a pass writes: how many samples of how many channels, with which gain, limited or not."""

    length: int
    channels: int
    gain_db: float = 0.0
    limited: bool = True


class Gains(Protocol):
    """How loud a sound is from sample to sample."""

    def gains(self, first: int, last: int) -> Floats:
        """Factors of the samples [first, last) of the mix, asked for in rising order."""


class _Windows:
    """Full level in some stretches of the mix, nothing elsewhere; edges are ramps, so that nothing clicks."""

    def __init__(self, windows: Sequence[Window]) -> None:
        self._windows = [(sample_at(start, RATE), sample_at(stop, RATE)) for start, stop in windows]

    def gains(self, first: int, last: int) -> Floats:
        sample = np.arange(first, last)
        inside = np.zeros(len(sample), np.float32)
        for start, stop in self._windows:
            ramp = np.minimum(sample - start + 1, stop - sample) / _RAMP
            inside = np.maximum(inside, np.clip(ramp, 0, 1).astype(np.float32))
        return inside


class _Source:
    """A sound with its place and gain, read forwards only."""

    def __init__(self, reader: SoundReader, first: int, gain_db: float, shape: Gains | None = None) -> None:
        self.reader = reader
        self._first = first
        self._gain: Floats = np.full((1, 1), 10 ** (gain_db / 20), np.float32)
        self._shape = shape
        self._blocks = reader.blocks()
        self._waiting = np.zeros((0, reader.channels), np.float32)

    def add_to(self, mixed: Sound, start: int) -> None:
        """Add the samples from number `start` of the mix on to `mixed` (samples, channels)."""
        stop = start + len(mixed)
        while self._first + len(self._waiting) < stop:
            block = next(self._blocks, None)
            if block is None:
                break
            self._waiting = np.concatenate([self._waiting, block])
            self._drop_until(start)
        first, last = max(start, self._first), min(stop, self._first + len(self._waiting))
        if first < last:
            heard = self._waiting[first - self._first : last - self._first] * self._gains(first, last)
            _lay(heard, mixed[first - start : last - start])
        self._drop_until(stop)

    def _gains(self, first: int, last: int) -> Floats:
        if self._shape is None:
            return self._gain
        gains: Floats = self._shape.gains(first, last)[:, None] * self._gain
        return gains

    def _drop_until(self, sample: int) -> None:
        passed = min(max(0, sample - self._first), len(self._waiting))
        self._waiting = self._waiting[passed:]
        self._first += passed


def _lay(sound: Sound, mixed: Sound) -> None:
    """Add a sound to a mix of at least as many channels: one channel to the centre, or to both sides at full level."""
    channels, room = sound.shape[1], mixed.shape[1]
    if channels == 1 and room > _CENTRE:
        mixed[:, _CENTRE] += sound[:, 0]
    elif channels == 1:
        mixed += sound
    else:
        mixed[:, :channels] += sound


def _sources(spec: MixSpec, open_files: ExitStack) -> Job[list[_Source]]:
    """All that is heard, opened."""
    sources = []
    for voice in spec.voices:
        reader = open_files.enter_context(SoundReader(voice.path, RATE))
        window = None if voice.window is None else _Windows([voice.window])
        sources.append(_Source(reader, sample_at(voice.start, RATE), voice.gain_db, window))
    film = spec.film
    if film is not None and (film.kept or spec.mode is not Mix.REPLACE):
        shape: Gains | None = _Windows(film.kept) if spec.mode is Mix.REPLACE else None
        if spec.mode is Mix.DUCK:
            shape = yield from ducking([(v.path, sample_at(v.start, RATE)) for v in spec.voices], RATE)
        reader = open_files.enter_context(SoundReader(film.path, RATE, zero=film.zero, stream=film.stream))
        sources.append(_Source(reader, 0, 0.0, shape))
    return sources


def _mixed(sources: Sequence[_Source], length: int, channels: int) -> Iterator[Sound]:
    for start in range(0, length, _BLOCK):
        mixed = np.zeros((min(_BLOCK, length - start), channels), np.float32)
        for source in sources:
            source.add_to(mixed, start)
        yield mixed


def _notices(sources: Sequence[_Source]) -> Job[None]:
    for source in sources:
        for notice in source.reader.notices:
            yield Progress(0, 0, "sound", notice=notice)


def _at_loudness(blocks: Iterator[Sound], out: Path, draft: Path, level: _Level, wanted: float) -> Job[Soundtrack]:
    """Mix to a draft, then write it with the gain that gives the loudness.

    The limiter takes loudness away, so the gain is corrected until the result is near enough.
    """
    raw = _Level(level.length, level.channels, limited=False)
    measured = yield from _written(blocks, draft, raw)
    if isinf(measured.loudness):
        yield Progress(0, 0, "sound", notice="The soundtrack is silent, so its loudness was not changed.")
        return (yield from _written(_read(draft), out, level))
    gain = wanted - measured.loudness
    for attempt in range(_PASSES):
        done = yield from _written(_read(draft), out, _Level(level.length, level.channels, gain))
        missing = wanted - done.loudness
        if abs(missing) <= _CLOSE or attempt == _PASSES - 1:
            break
        gain += missing
    if abs(missing) > 0.5:
        yield Progress(0, 0, "sound", notice=f"The loudness is {done.loudness:.1f} LUFS: more would be distorted.")
    return done


def _written(blocks: Iterator[Sound], path: Path, level: _Level) -> Job[Soundtrack]:
    """Write blocks to a file, with the gain, limited and measured."""
    limiter = Limiter(RATE, level.channels, CEILING)
    meters = LoudnessMeter(RATE, level.channels), PeakMeter(level.channels)
    gain, done = np.float32(10 ** (level.gain_db / 20)), 0
    with closing(_SoundFile(path, level)) as file:
        for block in blocks:
            louder = block * gain
            done += len(block)
            for piece in [limiter.process(louder)] if level.limited else [louder]:
                file.write(piece, meters)
            yield Progress(done, level.length, "sound")
        if level.limited:
            file.write(limiter.finish(), meters)
    return Soundtrack(path, level.channels, done, meters[0].integrated, meters[1].peak)


class _SoundFile:
    """A sound file being written; measures what it writes and translates what goes wrong."""

    def __init__(self, path: Path, level: _Level) -> None:
        self._path = path
        container = "WAV" if level.length * level.channels * 4 < _WAV_BYTES else "RF64"
        try:
            self._file = soundfile.SoundFile(path, "w", RATE, level.channels, subtype="FLOAT", format=container)
        except (soundfile.LibsndfileError, OSError) as error:
            raise self._failure() from error

    def write(self, block: Sound, meters: tuple[LoudnessMeter, PeakMeter]) -> None:
        for meter in meters:
            meter.add(block)
        try:
            self._file.write(block)
        except (soundfile.LibsndfileError, OSError) as error:
            raise self._failure() from error

    def close(self) -> None:
        self._file.close()

    def _failure(self) -> MediaError:
        return MediaError(f"{self._path} cannot be written.", "Check the folder and the free space.")


def _read(path: Path) -> Iterator[Sound]:
    with soundfile.SoundFile(path) as file:
        yield from file.blocks(_BLOCK, dtype="float32", always_2d=True)
