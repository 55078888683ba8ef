"""The last seconds of an endless sound: one thread writes, any number of threads read. Knows no device and no rate.

Samples are numbered from the first one ever written. The writer is a callback of the sound hardware: it takes no lock,
waits for nobody and allocates nothing. Readers copy first and check afterwards whether the writer came by meanwhile.
"""

import numpy as np

from core.arrays import Sound


class LostSoundError(LookupError):
    """Samples were asked for that have been overwritten; `oldest` is the first that can still be had."""

    def __init__(self, start: int, oldest: int) -> None:
        super().__init__(f"sample {start} has been overwritten; the oldest kept is {oldest}")
        self.oldest = oldest


class Ring:
    """Keeps the newest `capacity` samples of `channels` channels."""

    def __init__(self, capacity: int, channels: int = 1) -> None:
        if capacity < 1 or channels < 1:
            raise ValueError(f"a ring of {capacity} samples of {channels} channels")
        self._kept = np.zeros((capacity, channels), np.float32)
        # Numbers of samples: raised by the writer before it copies, and after. Python writes each of them at once.
        self._begun = 0
        self._written = 0

    @property
    def capacity(self) -> int:
        """Samples that are kept."""
        return len(self._kept)

    @property
    def channels(self) -> int:
        """Channels of every sample."""
        return self._kept.shape[1]

    @property
    def written(self) -> int:
        """Samples written so far: the number that the next one will have."""
        return self._written

    @property
    def oldest(self) -> int:
        """Number of the oldest sample that can still be read."""
        return max(0, self._begun - self.capacity)

    def write(self, block: Sound) -> None:
        """Add samples (n,) or (n, channels). One thread only."""
        first, count = self._written, len(block)
        rows = block if block.ndim == 2 else block[:, None]
        self._begun = first + count
        kept = min(count, self.capacity)
        at = (first + count - kept) % self.capacity
        before_end = min(kept, self.capacity - at)
        newest = rows[count - kept :]
        self._kept[at : at + before_end] = newest[:before_end]
        self._kept[: kept - before_end] = newest[before_end:]
        self._written = first + count

    def read(self, start: int, count: int) -> Sound:
        """Samples [start, start + count) as (n, channels); fewer, or none, where they have not been written yet.

        Raises LostSoundError if the first of them is no longer kept, ValueError if `start` or `count` is negative.
        """
        if start < 0 or count < 0:
            raise ValueError(f"{count} samples from {start}")
        if start < self.oldest:
            raise LostSoundError(start, self.oldest)
        stop = min(start + count, self._written)
        places = np.arange(start, max(start, stop)) % self.capacity
        copied: Sound = self._kept[places]
        if start < self.oldest:
            raise LostSoundError(start, self.oldest)
        return copied
