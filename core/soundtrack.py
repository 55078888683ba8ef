"""What is heard with a project: the same mix for the ear at the desk and for the film that is written.

Knows how voices, their places and the film's own sound come together; mixes nothing itself.
"""

from fractions import Fraction
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from core.arrays import Sound
from core.cache import content_key, entry, trim, writing
from core.errors import MediaError
from core.job import Job, Progress
from core.media.info import VideoInfo
from core.media.mix import RATE, FilmSound, MixSpec, VoicePart, Window, mix_soundtrack
from core.media.probe import fingerprint
from core.project import Clip, DubProject

BUDGET = 2 << 30
"""Bytes that all kept mixes together may take on disk."""

VERSION = 1

_KIND = "heard"


def mix_spec(project: DubProject, info: VideoInfo, duration: Fraction, begin: Fraction = Fraction(0)) -> MixSpec:
    """What is mixed for `duration` seconds of a project with the film `info`, from the time `begin` of the film on."""
    voices = tuple(
        VoicePart(clip.voice.path, clip.voice.start - begin, clip.voice.gain_db, _earlier(_window(clip, info), begin))
        for clip in project.clips
    )
    kept = tuple((start - begin, stop - begin) for start, stop in undubbed(project, info))
    film = FilmSound(info.path, info.start + begin, kept=kept) if info.audio else None
    return MixSpec(voices, duration, project.export.mix, film, project.export.loudness)


def undubbed(project: DubProject, info: VideoInfo) -> tuple[Window, ...]:
    """The stretches of the film that no clip covers, in order."""
    gaps, done = [], 0
    for clip in project.clips:
        if clip.span.start > done:
            gaps.append((_begin(done, info), _begin(clip.span.start, info)))
        done = max(done, clip.span.stop)
    if done < info.frames:
        gaps.append((_begin(done, info), info.duration))
    return tuple(gaps)


def heard(project: DubProject, info: VideoInfo) -> Job[Path | None]:
    """A WAV of what is heard with the frames of the film, from the cache if it was mixed before; None is silence.

    Raises MediaError if a sound or the cache cannot be read.
    """
    spec = mix_spec(project, info, info.duration)
    if not spec.voices and spec.film is None:
        return None
    yield Progress(0, 0, "sound")
    path = entry(_KIND, _key(spec), ".wav")
    if path.exists():
        path.touch()
        return path
    with writing(path) as part:
        yield from mix_soundtrack(spec, part)
    trim(_KIND, BUDGET)
    return path


class MappedSound:
    """A WAV of float samples that is read where it lies on the disk: any part of it, at once, by any thread."""

    def __init__(self, path: Path) -> None:
        """Open the file. Raises MediaError if it cannot be read."""
        try:
            with soundfile.SoundFile(path) as file:
                channels, frames, kind = file.channels, file.frames, file.subtype
            first = _data_of(path)
        except (soundfile.LibsndfileError, OSError, ValueError) as error:
            raise MediaError(f"{path.name} cannot be read.", "It is made again when you play once more.") from error
        if kind != "FLOAT":
            raise MediaError(f"{path.name} holds {kind} samples.", "It is made again when you play once more.")
        self.rate = RATE
        self.channels = channels
        self._samples: NDArray[np.float32] = np.memmap(
            path, np.dtype("<f4"), "r", offset=first, shape=(frames, channels)
        )

    def __len__(self) -> int:
        return len(self._samples)

    def read(self, start: int, stop: int) -> Sound:
        """Samples [start, stop) as (n, channels); silence where there are none."""
        read = np.zeros((max(stop - start, 0), self.channels), np.float32)
        first, last = max(start, 0), min(stop, len(self._samples))
        if first < last:
            read[first - start : last - start] = self._samples[first:last]
        return read


def _window(clip: Clip, info: VideoInfo) -> Window | None:
    """When a clip's voice is heard: between its in and out points; a clip over the whole film has no end."""
    if len(clip.span) == info.frames:
        return None
    return (_begin(clip.span.start, info), _begin(clip.span.stop, info))


def _earlier(window: Window | None, by: Fraction) -> Window | None:
    return None if window is None else (window[0] - by, window[1] - by)


def _begin(frame: int, info: VideoInfo) -> Fraction:
    return info.time_of(frame) if frame < info.frames else info.duration


def _key(spec: MixSpec) -> str:
    """Everything the mix depends on: contents in place of paths."""
    voices = [(fingerprint(part.path), part.start, part.gain_db, part.window) for part in spec.voices]
    film = spec.film
    own = None if film is None else (fingerprint(film.path), film.zero, film.stream, film.kept)
    return content_key(VERSION, voices, own, spec.duration, spec.mode, spec.loudness)


def _data_of(path: Path) -> int:
    """Where the samples begin in a RIFF or RF64 file. Raises ValueError if there are none."""
    with path.open("rb") as file:
        file.seek(12)
        while len(head := file.read(8)) == 8:
            if head[:4] == b"data":
                return file.tell()
            size = int.from_bytes(head[4:], "little")
            file.seek(size + size % 2, 1)
    raise ValueError("there is no chunk of samples")
