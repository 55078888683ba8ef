"""What the speech encoder hears in a shard, kept on disk so that it is computed once. Knows no losses and no pictures.

The encoder never learns, so its states are the same in every epoch. They are kept in the cache as rows (m, 5, 384) and
mapped into memory: what is used is read, and the system lets go of it when memory is short. A second of sound takes
384 kB there; the windows themselves would take five times as much.

Windows are made of the rows by the code that makes them when a film is dubbed, with the position code. (The published
training leaves the code out, though its own inference adds it.)
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, overload

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats
from core.cache import content_key, entry, trim, writing
from core.engines.musetalk_weights import identity_of
from core.engines.speech_options import SpeechOptions, first_rows
from core.engines.speech_windows import SpeechRows, window
from training.shard import RATE, Shard

if TYPE_CHECKING:
    from core.models.audio_encoder import AudioEncoder

_KIND = "speech-rows"
_BUDGET = 64 << 30  # bytes of the cache: 46 hours of speech
_STEP = 1000  # rows that are heard and written at a time


class SpeechFeatures:
    """Windows of any shard: `training.samples.Windows`, with the encoder in folder `whisper`.

    The encoder is loaded when a shard is met that was never heard. Calls raise WeightsError if it is missing or
    damaged, MediaError if the cache cannot be written.
    """

    def __init__(self, whisper: Path, options: SpeechOptions | None = None) -> None:
        self._folder, self._options = whisper, options or SpeechOptions()
        self._identity = identity_of(whisper)
        self._encoder: AudioEncoder | None = None

    def __call__(self, shard: Shard) -> Sequence[Floats]:
        """The window (50, 384) of every frame of a shard."""
        path = entry(_KIND, content_key(1, self._identity, self._options, shard.sound_key), ".npy")
        if not path.is_file():
            self._hear(shard, path)
            trim(_KIND, _BUDGET)
        rows: Floats = np.load(path, mmap_mode="r", allow_pickle=False)
        times = np.arange(len(shard)) / RATE
        return _ShardWindows(_KeptRows(rows), first_rows(times, self._options.rounds_down), self._options)

    def _hear(self, shard: Shard, path: Path) -> None:
        rows = SpeechRows(shard.sound, self._hearing(), self._options)
        count = len(rows)
        with writing(path) as part, part.open("wb") as file:
            np.lib.format.write_array_header_1_0(
                file, {"descr": "<f4", "fortran_order": False, "shape": (count, 5, 384)}
            )
            for first in range(0, count, _STEP):
                numbers = np.arange(first, min(first + _STEP, count), dtype=np.int64)
                file.write(rows.at(numbers).astype("<f4").tobytes())

    def _hearing(self) -> "AudioEncoder":
        if self._encoder is None:
            from core.models.audio_encoder import load_audio_encoder

            self._encoder = load_audio_encoder(self._folder)
        return self._encoder


class _KeptRows:
    """Rows that were heard before."""

    def __init__(self, rows: Floats) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    def at(self, rows: NDArray[np.int64]) -> Floats:
        """All of `rows` (k,) must be there."""
        return np.asarray(self._rows[rows], np.float32)


class _ShardWindows(Sequence[Floats]):
    """Windows made when they are asked for."""

    def __init__(self, rows: _KeptRows, first: NDArray[np.int64], options: SpeechOptions) -> None:
        self._rows, self._first, self._options = rows, first, options

    def __len__(self) -> int:
        return len(self._first)

    @overload
    def __getitem__(self, index: int) -> Floats: ...

    @overload
    def __getitem__(self, index: slice) -> list[Floats]: ...

    def __getitem__(self, index: int | slice) -> Floats | list[Floats]:
        if isinstance(index, slice):
            return [self[row] for row in range(*index.indices(len(self)))]
        return window(self._rows, int(self._first[index]), self._options)
