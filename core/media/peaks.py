"""The outline of a sound at every zoom: lowest and highest samples of ever longer blocks. Knows no pixels.

    samples   |-------------------------------------------------|
    level 0   lowest and highest of every 16 samples (1/3 ms)
    level 1   of every 4 blocks of level 0, and so on

Made once per sound and kept in the cache. A column of any width is answered from the coarsest level whose blocks are
no longer than half of it; the finest one serves columns down to its own blocks. So what is drawn is never more than one
column beside its place.
"""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats, Sound
from core.cache import content_key, entry, trim, writing
from core.job import Job, Progress
from core.media.probe import fingerprint
from core.media.sound import SoundReader

RATE = 48_000
"""Samples a second of the sound that is outlined, mono."""

BLOCK = 16
"""Samples of a block of the finest level."""

BUDGET = 1 << 30
"""Bytes that all outlines together may take on disk."""

VERSION = 2

_FACTOR = 4
_KIND = "peaks"
_FULL = 32767
_EXACT = 1e-6  # blocks: binary fractions of a second miss whole samples by less

Pairs = NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Peaks:
    """An outline: `levels[k]` (n, 2) int16, lowest and highest of every `BLOCK` · 4^k samples, full scale 32767."""

    levels: tuple[Pairs, ...]
    samples: int

    @property
    def seconds(self) -> float:
        """Length of the sound."""
        return self.samples / RATE

    def columns(self, start: float, width: float, count: int) -> Floats:
        """Lowest and highest (count, 2), -1..1, of `count` columns of `width` seconds each, the first from `start` on.

        Where there is no sound both are 0.
        """
        level, block = self._level_for(width)
        edges = (start + width * np.arange(count + 1)) * RATE / block
        first = np.clip(np.floor(edges[:-1] + _EXACT), 0, len(level)).astype(np.intp)
        last = np.clip(np.ceil(edges[1:] - _EXACT), 0, len(level)).astype(np.intp)
        heard = first < last
        columns: Floats = np.zeros((count, 2), np.float32)
        if heard.any():
            columns[heard, 0] = _reduced(np.minimum, level[:, 0], first[heard], last[heard])
            columns[heard, 1] = _reduced(np.maximum, level[:, 1], first[heard], last[heard])
        return columns / np.float32(_FULL)

    def _level_for(self, width: float) -> tuple[Pairs, int]:
        block = BLOCK
        for coarser in range(1, len(self.levels)):
            if block * _FACTOR > width * RATE / 2:
                return self.levels[coarser - 1], block
            block *= _FACTOR
        return self.levels[-1], block


class Outliner:
    """Makes an outline of mono sound at `RATE` that comes in pieces."""

    def __init__(self) -> None:
        self.samples = 0
        self._pairs: list[Pairs] = [np.zeros((0, 2), np.int16)]
        self._left: Sound = np.zeros(0, np.float32)

    def push(self, sound: Sound) -> None:
        """Add samples (n,)."""
        self.samples += len(sound)
        waiting = np.concatenate([self._left, sound])
        whole = len(waiting) // BLOCK * BLOCK
        self._pairs.append(_pairs(waiting[:whole]))
        self._left = waiting[whole:]

    def finish(self) -> Peaks:
        """The outline of all that was pushed; nothing may be pushed after it."""
        if len(self._left):
            self._pairs.append(_pairs(np.pad(self._left, (0, BLOCK - len(self._left)), mode="edge")))
        return Peaks(_pyramid(np.concatenate(self._pairs)), self.samples)


def peaks_of(path: Path, zero: Fraction | None = None, stream: int | None = None) -> Job[Peaks]:
    """The outline of a file's sound, from the cache if it was made before; `zero`, `stream` as for `SoundReader`.

    Progress counts samples. Raises MediaError if the file or the cache cannot be read.
    """
    kept = entry(_KIND, content_key(VERSION, RATE, BLOCK, fingerprint(path), zero, stream), ".npz")
    yield Progress(0, 0, "sound")
    if kept.exists() and (known := _load(kept)) is not None:
        return known
    outliner = Outliner()
    with SoundReader(path, RATE, mono=True, zero=zero, stream=stream) as reader:
        total = round((reader.info.duration or 0) * RATE)
        for block in reader.blocks():
            outliner.push(block[:, 0])
            yield Progress(min(outliner.samples, total), total, "sound")
    made = outliner.finish()
    with writing(kept) as part, part.open("wb") as file:
        np.savez(file, finest=made.levels[0], samples=np.array(made.samples))
    trim(_KIND, BUDGET)
    return made


def _load(path: Path) -> Peaks | None:
    """A kept outline; None if its file is damaged: it can be made again."""
    try:
        with path.open("rb") as file, np.load(file) as kept:
            finest, samples = np.asarray(kept["finest"], np.int16), int(kept["samples"])
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        return None
    return Peaks(_pyramid(finest), samples)


def _pairs(sound: Sound) -> Pairs:
    rows = np.clip(np.nan_to_num(sound), -1, 1).reshape(-1, BLOCK)
    return np.round(np.stack([rows.min(axis=1), rows.max(axis=1)], axis=1) * _FULL).astype(np.int16)


def _pyramid(finest: Pairs) -> tuple[Pairs, ...]:
    levels = [finest]
    while len(levels[-1]) > 64:
        fine = levels[-1]
        missing = -len(fine) % _FACTOR
        padded = np.pad(fine, ((0, missing), (0, 0)), mode="edge").reshape(-1, _FACTOR, 2)
        levels.append(np.stack([padded[..., 0].min(axis=1), padded[..., 1].max(axis=1)], axis=1))
    return tuple(levels)


def _reduced(
    operation: np.ufunc, values: NDArray[np.int16], first: NDArray[np.intp], last: NDArray[np.intp]
) -> NDArray[np.int16]:
    """`operation` over the stretches [first, last), which may overlap."""
    padded = np.append(values, values[-1])
    places = np.stack([first, last], axis=1).reshape(-1)
    reduced: NDArray[np.int16] = operation.reduceat(padded, places)[::2]
    return reduced
