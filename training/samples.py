"""What a training step is shown: faces to be made, their references, and the sound. Knows no networks and no optimiser.

A sample is a number: the same number of the same data under the same seed is the same sample, whichever process draws
it and whatever was drawn before. So a run that was interrupted goes on where it was, and any number of processes share
one sequence without talking to each other.

Crops are made by the code that dubs films (`core.face.crop`); the margin below the chin is drawn at random
(`training.margins`), the reference frame is chosen by `training.informative_sampling`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats, Image
from core.face.crop import SIDE, cut_out
from core.geometry import Box
from core.models.sync_mel import COLUMNS, first_column, sync_mel
from training.informative_sampling import InformativeSampler
from training.lip_box import LIPS, Rectangle, lip_box
from training.margins import Margins, lowered
from training.shard import Shard

Windows = Callable[[Shard], Sequence[Floats]]
"""The features (50, 384) of every frame of a shard."""


@dataclass(frozen=True, slots=True)
class Sampling:
    """How samples are drawn.

    - `frames`: successive frames of one sample; 16 where lip sync is judged
    - `share`: the share of a clip's frames that count as near in pose and as far in the mouth; 0 draws any frame
    - `margins`: of the crops; None for none, as in the paper's first stage
    """

    frames: int = 1
    share: float = 0.5
    margins: Margins | None = field(default_factory=Margins)


@dataclass(frozen=True, slots=True)
class Sample:
    """`n` successive frames of one clip.

    - `targets`, `references` (n, 256, 256, 3) uint8 RGB
    - `audio` (n, 50, 384) float32
    - `lips`: rectangles around the lips of the targets, in their pixels
    - `mel` (80, 52) float32: the sound of the first 16 frames for SyncNet, silence where the clip ends before
    """

    targets: NDArray[np.uint8]
    references: NDArray[np.uint8]
    audio: Floats
    lips: tuple[Rectangle, ...]
    mel: Floats


class Samples:
    """Draws samples by number from shards, each as often as it is long.

    Raises ValueError if no shard has enough frames.
    """

    def __init__(self, shards: Sequence[Shard], windows: Windows, sampling: Sampling, seed: int = 0) -> None:
        self._shards = [shard for shard in shards if len(shard) >= sampling.frames]
        if not self._shards:
            raise ValueError(f"no clip has {sampling.frames} frames")
        self._sampling, self._seed = sampling, seed
        lengths = np.array([len(shard) for shard in self._shards], np.float64)
        self._weights = lengths / lengths.sum()
        self._windows = lru_cache(len(self._shards))(lambda clip: windows(self._shards[clip]))
        self._mels = lru_cache(len(self._shards))(lambda clip: sync_mel(self._shards[clip].sound))
        self._informed = lru_cache(len(self._shards))(self._sampler)

    def sample(self, number: int) -> Sample:
        """The sample of that number. Raises MediaError if a shard is damaged."""
        rng = np.random.default_rng([self._seed, number])
        clip = int(rng.choice(len(self._shards), p=self._weights))
        shard, count = self._shards[clip], self._sampling.frames
        first = int(rng.integers(len(shard) - count + 1))
        frames = range(first, first + count)
        references = [self._reference(clip, frame, rng) for frame in frames]
        margins = self._sampling.margins or Margins(0, 0)
        below, reference_below = margins.draw(rng, count)
        boxes = [_box(shard, frame, float(margin)) for frame, margin in zip(frames, below, strict=True)]
        reference_boxes = [_box(shard, f, float(margin)) for f, margin in zip(references, reference_below, strict=True)]
        windows = self._windows(clip)
        return Sample(
            np.stack([_crop(shard, frame, box) for frame, box in zip(frames, boxes, strict=True)]),
            np.stack([_crop(shard, frame, box) for frame, box in zip(references, reference_boxes, strict=True)]),
            np.stack([windows[frame] for frame in frames]).astype(np.float32),
            tuple(_lips(shard, frame, box) for frame, box in zip(frames, boxes, strict=True)),
            self._mel(clip, first),
        )

    def _reference(self, clip: int, frame: int, rng: np.random.Generator) -> int:
        if self._sampling.share == 0:
            return int(rng.integers(len(self._shards[clip])))
        return self._informed(clip).choose(frame, rng)

    def _sampler(self, clip: int) -> InformativeSampler:
        shard = self._shards[clip]
        return InformativeSampler(shard.landmarks, shard.boxes.astype(np.float32), self._sampling.share)

    def _mel(self, clip: int, first: int) -> Floats:
        begin = first_column(first)
        columns = self._mels(clip)[:, begin : begin + COLUMNS]
        missing = COLUMNS - columns.shape[1]
        return np.pad(columns, ((0, 0), (0, missing)), constant_values=-4.0).astype(np.float32)


def crop_of(shard: Shard, frame: int, margin: float = 0.0) -> Image:
    """The crop (256, 256, 3) of a frame as dubbing makes it, reaching `margin` of its own pixels below the chin."""
    return _crop(shard, frame, _box(shard, frame, margin))


def _box(shard: Shard, frame: int, margin: float) -> Box:
    """The crop's box in pixels of the film; `margin` counts in pixels of the crop."""
    x0, y0, x1, y1 = (int(edge) for edge in shard.boxes[frame])
    whole = lowered((x0, y0, x1, y1), margin * (y1 - y0) / SIDE, 1 << 30)
    return Box(*map(float, whole))


def _crop(shard: Shard, frame: int, box: Box) -> Image:
    x, y = (int(edge) for edge in shard.corners[frame])
    return cut_out(shard.piece(frame), box.shift(-x, -y))


def _lips(shard: Shard, frame: int, box: Box) -> Rectangle:
    """The rectangle around the lips, from landmarks that went through the same crop."""
    scale = np.array([SIDE / box.width, SIDE / box.height], np.float32)
    points = (shard.landmarks[frame][LIPS] - np.array([box.x0, box.y0], np.float32)) * scale
    return lip_box(points.astype(np.float32), (SIDE, SIDE))
