"""What the small sync network is shown: stretches of mouths with their sound. Knows no networks.

A stretch is a number, as in `training.samples`: the same number of the same data under the same seed is the same
stretch. Persons are drawn evenly, however much there is of each. A stretch's pictures are moved, scaled, mirrored and
lit anew, and its sound made louder or duller, all of it alike: so that few people look and sound like many.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats
from core.models.sync_small import BANDS, SIDE, mouths_of, windows_of
from training.brush import crops_of
from training.shard import Shard

_KEPT = 256  # clips whose mouths are held at once, 12 kB for each frame
_DB = 0.08  # of the scale of `core.models.sync_mel`, one decibel


@dataclass(frozen=True, slots=True)
class Stretch:
    """Successive frames: mouths (t, 64, 64, 3) uint8, windows of sound (t, 80, 16)."""

    mouths: NDArray[np.uint8]
    windows: Floats


class Clips:
    """Prepared clips as mouths and windows of sound; what was cut out once is held."""

    def __init__(self, shards: Sequence[Shard]) -> None:
        self.shards = tuple(shards)
        self.mouths = lru_cache(_KEPT)(self._mouths)
        self.windows = lru_cache(_KEPT)(self._windows)

    def of(self, persons: Sequence[str]) -> dict[str, list[int]]:
        """Numbers of the clips of each of these persons."""
        return {name: [n for n, shard in enumerate(self.shards) if shard.facts.person == name] for name in persons}

    @property
    def persons(self) -> tuple[str, ...]:
        """Everybody, by name."""
        return tuple(sorted({shard.facts.person for shard in self.shards}))

    def _mouths(self, clip: int) -> NDArray[np.uint8]:
        return mouths_of(crops_of(self.shards[clip], range(len(self.shards[clip]))))

    def _windows(self, clip: int) -> Floats:
        return windows_of(self.shards[clip].sound, len(self.shards[clip]))


class Stretches:
    """Draws stretches of `frames` frames by number. Raises ValueError if nobody has a clip that is long enough."""

    def __init__(self, clips: Clips, persons: Sequence[str], frames: int, seed: int) -> None:
        self._clips, self._frames, self._seed = clips, frames, seed
        longer = {
            name: [clip for clip in mine if len(clips.shards[clip]) >= frames]
            for name, mine in clips.of(persons).items()
        }
        self._numbers = [mine for mine in longer.values() if mine]
        if not self._numbers:
            raise ValueError(f"no clip has {frames} frames")

    def stretch(self, number: int) -> Stretch:
        """The stretch of that number. Raises MediaError if a shard is damaged."""
        rng = np.random.default_rng([self._seed, number])
        mine = self._numbers[int(rng.integers(len(self._numbers)))]
        lengths = np.array([len(self._clips.shards[clip]) for clip in mine], np.float64)
        clip = mine[int(rng.choice(len(mine), p=lengths / lengths.sum()))]
        first = int(rng.integers(len(self._clips.shards[clip]) - self._frames + 1))
        part = slice(first, first + self._frames)
        return Stretch(changed(self._clips.mouths(clip)[part], rng), coloured(self._clips.windows(clip)[part], rng))


def changed(mouths: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
    """Mouths (t, 64, 64, 3) elsewhere in the picture, of another size, perhaps mirrored, in another light."""
    scale = rng.uniform(0.88, 1.14)
    dx, dy = rng.uniform(-4, 4, 2)
    matrix = np.array([[scale, 0, SIDE / 2 * (1 - scale) + dx], [0, scale, SIDE / 2 * (1 - scale) + dy]])
    if rng.random() < 0.5:
        matrix[0] = [-scale, 0, SIDE / 2 * (1 + scale) + dx]
    gains, offset = rng.uniform(0.7, 1.3) * rng.uniform(0.92, 1.08, 3), rng.uniform(-20, 20)
    moved = [cv2.warpAffine(mouth, matrix, (SIDE, SIDE), borderMode=cv2.BORDER_REPLICATE) for mouth in mouths]
    return np.clip(np.stack(moved) * gains + offset, 0, 255).astype(np.uint8)


def coloured(windows: Floats, rng: np.random.Generator) -> Floats:
    """Windows (t, 80, 16) louder or softer, with another balance of low and high, and with noise."""
    tilt = np.linspace(-1, 1, BANDS)[:, None] * rng.uniform(-6, 6) * _DB
    noise = rng.normal(0, rng.uniform(0, 4) * _DB, windows.shape)
    told = np.clip(windows + tilt + rng.uniform(-8, 8) * _DB + noise, -4, 4)
    return np.asarray(told, np.float32)
