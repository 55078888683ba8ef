"""A small network that tells whether lips and sound belong together, and by how much they are apart. Knows no films.

    mouths ▸ convolutions of every picture ▸ convolutions over five frames ▸ a unit vector for every frame
    sound  ▸ convolutions of every window  ▸ convolutions over five frames ▸ a unit vector for every frame

Two streams whose vectors point the same way where they belong together, after Chung & Zisserman, “Out of time:
automated lip sync in the wild” (2016). It is not their SyncNet and not that of LatentSync: its figures are never those
that are called LSE-C and LSE-D. What stays the same through a stretch – whose mouth it is, in what light, whose voice –
is taken away before vectors are made, as a mean over time: with few people to learn from it would be learned by heart.

It is made by `dubwright-train train syncnet`.
"""

from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from core.arrays import Floats, Sound
from core.models.checkpoint import load_state, load_strictly
from core.models.sync_mel import COLUMNS_PER_SECOND, FRAME_RATE, sync_mel

SIDE = 64
"""Rows and columns of a mouth: the lower middle quarter of a crop, halved."""

BANDS, COLUMNS = 80, 16
"""Of the window of sound that belongs to a frame: a fifth of a second, with the frame in its middle."""

REACH = 15
"""Frames by which lips and sound are tried against each other, in both directions."""

_GROUPS, _SILENCE = 8, -4.0


class SyncNetwork(nn.Module):
    """Both streams; `channels` of the first convolution of each, a multiple of 8, and `width` of their vectors."""

    def __init__(self, channels: int = 16, width: int = 128) -> None:
        super().__init__()
        self.eyes = nn.Sequential(
            _Step(3, channels), _Step(channels, 2 * channels), _Step(2 * channels, 4 * channels),
            _Step(4 * channels, 4 * channels), nn.Flatten(), nn.Linear(4 * channels * (SIDE // 16) ** 2, width),
        )  # fmt: skip
        self.ears = nn.Sequential(
            _Step(1, channels), _Step(channels, 2 * channels), _Step(2 * channels, 4 * channels),
            nn.Flatten(), nn.Linear(4 * channels * (BANDS // 8) * (COLUMNS // 8), width),
        )  # fmt: skip
        self.seen, self.heard = _InTime(width), _InTime(width)

    def lips(self, mouths: Tensor) -> Tensor:
        """Mouths (n, t, 3, 64, 64) in [-1, 1] of successive frames → unit vectors (n, t, width)."""
        found: Tensor = self.seen(self.eyes(mouths.flatten(0, 1)).unflatten(0, mouths.shape[:2]))
        return found

    def sounds(self, windows: Tensor) -> Tensor:
        """Windows (n, t, 80, 16) of `core.models.sync_mel` → unit vectors (n, t, width)."""
        found: Tensor = self.heard(self.ears(windows.flatten(0, 1)[:, None]).unflatten(0, windows.shape[:2]))
        return found

    def forward(self, mouths: Tensor, windows: Tensor) -> tuple[Tensor, Tensor]:
        """Both; the product of two vectors sums to their cosine."""
        return self.lips(mouths), self.sounds(windows)


def load_sync_network(path: Path) -> SyncNetwork:
    """The network of a file, which says itself how large it is. Raises WeightsError if it is of another kind."""
    state = load_state(path)
    first, last = state.get("eyes.0.0.weight"), state.get("seen.last.bias")
    sizes = [] if first is None or last is None or len(first) % 8 else [len(first), len(last)]
    network = SyncNetwork(*sizes)  # which tensors of something else do not fit
    load_strictly(network, state, path)
    return network.eval()


def mouths_of(crops: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The mouths (n, 64, 64, 3) of crops (n, 256, 256, 3)."""
    lower = crops[:, 128:256, 64:192]
    return np.stack([cv2.resize(mouth, (SIDE, SIDE), interpolation=cv2.INTER_AREA) for mouth in lower]).astype(np.uint8)


def windows_of(sound: Sound, count: int) -> Floats:
    """The windows (count, 80, 16) of 16 kHz sound for `count` frames, of which frame i is heard at i / 25 seconds."""
    mel = np.pad(sync_mel(sound), ((0, 0), (COLUMNS, COLUMNS)), constant_values=_SILENCE)
    middles = np.round((np.arange(count) + 0.5) * COLUMNS_PER_SECOND / FRAME_RATE).astype(int)
    needed = int(middles[-1]) + 2 * COLUMNS if count else 0
    mel = np.pad(mel, ((0, 0), (0, max(needed - mel.shape[1], 0))), constant_values=_SILENCE)
    first = middles + COLUMNS - COLUMNS // 2
    return np.stack([mel[:, begin : begin + COLUMNS] for begin in first]).astype(np.float32)


def lag_curve(lips: Floats, sounds: Floats, reach: int = REACH) -> Floats:
    """Mean cosine (2 · reach + 1,) if the lips (t, width) are late by -reach … reach frames against sounds (t, width).

    Raises ValueError for fewer frames than can be moved.
    """
    if len(lips) <= reach or len(lips) != len(sounds):
        raise ValueError(f"{len(lips)} and {len(sounds)} frames for a reach of {reach}")
    cosines = lips @ sounds.T
    means = [float(np.diagonal(cosines, -lag).mean()) for lag in range(-reach, reach + 1)]
    return np.array(means, np.float32)


def embedded_curve(network: SyncNetwork, mouths: NDArray[np.uint8], windows: Floats) -> Floats:
    """Mean cosine (31,) if mouths (t, 64, 64, 3) are late by -15 … 15 frames against windows (t + 30, 80, 16).

    The windows begin 15 frames before the mouths and end 15 after them, so that nothing is missing at any lag.
    """
    with torch.inference_mode():
        seen = torch.from_numpy(mouths).movedim(-1, 1).to(torch.float32) / 127.5 - 1
        lips = network.lips(seen[None])[0]
        heard = network.sounds(torch.from_numpy(windows)[None] / 4)[0]
        cosines = [(lips * heard[REACH - lag : REACH - lag + len(lips)]).sum(1) for lag in range(-REACH, REACH + 1)]
        means: Floats = torch.stack(cosines).mean(1).numpy()
    return means


def confidence(curve: Floats) -> float:
    """How far the best lag stands above the median of all, which tells true pairs from wrong ones."""
    return float(curve.max() - np.median(curve))


class _Step(nn.Sequential):
    """A convolution that halves, without what a single picture's brightness adds."""

    def __init__(self, entering: int, leaving: int) -> None:
        super().__init__(
            nn.Conv2d(entering, leaving, 3, 2, 1), nn.GroupNorm(_GROUPS, leaving), nn.SiLU(),
            nn.Conv2d(leaving, leaving, 3, 1, 1, groups=leaving // 8), nn.SiLU(),
        )  # fmt: skip


class _InTime(nn.Module):
    """(n, t, width) → unit vectors of what changes, each looking at five frames."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first, self.last = nn.Conv1d(width, width, 3, padding=1), nn.Conv1d(width, width, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        x = (x - x.mean(dim=1, keepdim=True)).transpose(1, 2)
        x = self.last(functional.silu(self.first(x))).transpose(1, 2)
        return functional.normalize(x - x.mean(dim=1, keepdim=True), dim=2)
