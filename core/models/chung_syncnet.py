"""LSE-C and LSE-D: confidence and distance of lips and sound by the SyncNet of Chung & Zisserman. Knows no films.

“Out of time: automated lip sync in the wild” (2016); the figures are those of Prajwal et al. 2020 (arXiv 2008.10010):
the smallest mean distance of embeddings over all lags, and how far it lies below the median. Layers and names are those
of the file that the authors publish, `syncnet_v2.model`. This program does not bring it; who has it names the file.

The authors show their network faces with two fifths of their size around them. A prepared clip keeps an eighth around
the face box, of which a crop is what was painted: what is missing beyond a crop is its border, repeated. So figures of
this program compare with each other, and only roughly with those of papers.
"""

from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from scipy.fft import dct
from torch import Tensor, nn
from torch.nn import functional

from core.arrays import Floats, Sound
from core.models.checkpoint import load_state, load_strictly

SIDE, FRAMES, COLUMNS = 224, 5, 20
"""Pixels of a face, frames of a window of pictures, columns (100 a second) of the window of sound beside it."""

REACH = 15
"""Frames by which lips and sound are tried against each other."""

_ROOM = 0.4  # of the box, on either side
_AT_ONCE = 8
_RATE, _LENGTH, _HOP, _BINS, _FILTERS, _CEPSTRA, _LIFTER, _EMPHASIS = 16_000, 400, 160, 512, 26, 13, 22, 0.97


class ChungSyncNet(nn.Module):
    """The published network: faces (n, 3, 5, 224, 224) in blue, green, red of 0 … 255; sound (n, 1, 13, 20)."""

    def __init__(self) -> None:
        super().__init__()
        self.netcnnaud = nn.Sequential(
            *_flat(1, 64, (3, 3), 1), nn.MaxPool2d(1, 1), *_flat(64, 192, (3, 3), 1), nn.MaxPool2d(3, (1, 2)),
            *_flat(192, 384, (3, 3), 1), *_flat(384, 256, (3, 3), 1), *_flat(256, 256, (3, 3), 1), nn.MaxPool2d(3, 2),
            *_flat(256, 512, (5, 4), 0),
        )  # fmt: skip
        self.netfcaud, self.netfclip = _head(), _head()
        self.netcnnlip = nn.Sequential(
            *_deep(3, 96, (5, 7, 7), 2, 0), nn.MaxPool3d((1, 3, 3), (1, 2, 2)),
            *_deep(96, 256, (1, 5, 5), 2, 1), nn.MaxPool3d((1, 3, 3), (1, 2, 2), (0, 1, 1)),
            *_deep(256, 256, (1, 3, 3), 1, 1), *_deep(256, 256, (1, 3, 3), 1, 1), *_deep(256, 256, (1, 3, 3), 1, 1),
            nn.MaxPool3d((1, 3, 3), (1, 2, 2)), *_deep(256, 512, (1, 6, 6), 1, 0),
        )  # fmt: skip

    def lips(self, faces: Tensor) -> Tensor:
        """Embeddings (n, 1024) of faces."""
        found: Tensor = self.netfclip(self.netcnnlip(faces).flatten(1))
        return found

    def sounds(self, windows: Tensor) -> Tensor:
        """Embeddings (n, 1024) of windows of sound."""
        found: Tensor = self.netfcaud(self.netcnnaud(windows).flatten(1))
        return found


class LipSync:
    """The network with the weights of a file. Raises WeightsError if it is another one's."""

    def __init__(self, path: Path) -> None:
        self._network = ChungSyncNet()
        load_strictly(self._network, load_state(path), path)
        self._network.eval()
        self.title = f"SyncNet of Chung & Zisserman, {path.name}; crops with their border repeated"

    def figures(self, crops: NDArray[np.uint8], sound: Sound) -> tuple[float, float]:
        """LSE-C and LSE-D of crops (n, 256, 256, 3) at 25 frames a second, with 16 kHz sound; NaN for too few."""
        by_lag = self.distances(np.stack([roomy(crop) for crop in crops]), sound) if len(crops) else None
        return (float("nan"), float("nan")) if by_lag is None else lse(by_lag)

    @torch.inference_mode()
    def distances(self, faces: NDArray[np.uint8], sound: Sound) -> Tensor | None:
        """Mean distances (31,) of `roomy` faces (n, 224, 224, 3) at 25 frames a second from sound; None for too few."""
        count = min(len(faces), len(sound) * 25 // _RATE) - FRAMES
        if count < 2:
            return None
        heard = cepstra(sound)
        lips, voices = [], []
        for first in range(0, count, _AT_ONCE):
            rows = range(first, min(first + _AT_ONCE, count))
            windows = np.stack([faces[row : row + FRAMES] for row in rows])
            lips.append(self._network.lips(torch.from_numpy(windows).permute(0, 4, 1, 2, 3).float()))
            columns = np.stack([_window(heard, 4 * row) for row in rows])[:, None]
            voices.append(self._network.sounds(torch.from_numpy(columns)))
        return distances_by_lag(torch.cat(lips), torch.cat(voices))


def distances_by_lag(lips: Tensor, sounds: Tensor) -> Tensor:
    """Mean distances (31,) of embeddings (n, d) if lips are *early* by -15 … 15 frames.

    As in the authors' program: sounds are moved against lips, and what lies before or after them counts as zeros.
    """
    padded = functional.pad(sounds, (0, 0, REACH, REACH))
    means = [functional.pairwise_distance(lips, padded[lag : lag + len(lips)]).mean() for lag in range(2 * REACH + 1)]
    return torch.stack(means)


def lse(by_lag: Tensor) -> tuple[float, float]:
    """LSE-C and LSE-D of mean distances by lag: how far the smallest lies below the median, and the smallest."""
    return float(by_lag.median() - by_lag.min()), float(by_lag.min())


def cepstra(sound: Sound) -> Floats:
    """13 mel cepstra (13, columns), 100 a second, of 16 kHz sound in [-1, 1], as the network was trained with.

    Pre-emphasis 0.97, windows of 25 ms without taper, 26 triangles of the mel scale up to 8 kHz on 512 bins, orthogonal
    cosine transform, lifter 22; the first is the logarithm of the energy. Sound counts as 16-bit numbers.
    """
    samples = sound.astype(np.float64) * 32768
    raised = np.append(samples[:1], samples[1:] - _EMPHASIS * samples[:-1])
    count = 1 + max(-(-(len(raised) - _LENGTH) // _HOP), 0)
    raised = np.pad(raised, (0, max((count - 1) * _HOP + _LENGTH - len(raised), 0)))
    rows = np.stack([raised[first * _HOP : first * _HOP + _LENGTH] for first in range(count)])
    power = np.abs(np.fft.rfft(rows, _BINS)) ** 2 / _BINS
    tiny = np.finfo(float).eps
    bands = np.maximum(power @ _triangles().T, tiny)
    found = dct(np.log(bands), type=2, axis=1, norm="ortho")[:, :_CEPSTRA]
    found *= 1 + _LIFTER / 2 * np.sin(np.pi * np.arange(_CEPSTRA) / _LIFTER)
    found[:, 0] = np.log(np.maximum(power.sum(axis=1), tiny))
    return np.ascontiguousarray(found.T, np.float32)


def roomy(crop: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """A crop with the room around it that the network knows, (224, 224, 3), blue first: below twice that beside."""
    side = round(_ROOM * len(crop) / 2)
    wider = cv2.copyMakeBorder(crop, 0, 2 * side, side, side, cv2.BORDER_REPLICATE)
    small = cv2.resize(wider, (SIDE, SIDE), interpolation=cv2.INTER_AREA)
    return np.ascontiguousarray(small[..., ::-1], np.uint8)


def _triangles() -> NDArray[np.float64]:
    """Weights (26, 257) of the mel bands."""
    edges = 700 * (10 ** (np.linspace(0, 2595 * np.log10(1 + _RATE / 2 / 700), _FILTERS + 2) / 2595) - 1)
    bins = np.floor((_BINS + 1) * edges / _RATE)
    places = np.arange(_BINS // 2 + 1)
    rising = (places - bins[:-2, None]) / np.maximum(bins[1:-1] - bins[:-2], 1)[:, None]
    falling = (bins[2:, None] - places) / np.maximum(bins[2:] - bins[1:-1], 1)[:, None]
    triangles: NDArray[np.float64] = np.clip(np.minimum(rising, falling), 0, None)
    return triangles


def _window(heard: Floats, first: int) -> Floats:
    columns = heard[:, first : first + COLUMNS]
    return np.pad(columns, ((0, 0), (0, COLUMNS - columns.shape[1])), mode="edge")


def _flat(entering: int, leaving: int, kernel: tuple[int, int], padding: int) -> list[nn.Module]:
    return [nn.Conv2d(entering, leaving, kernel, padding=padding), nn.BatchNorm2d(leaving), nn.ReLU()]


def _deep(entering: int, leaving: int, kernel: tuple[int, int, int], stride: int, padding: int) -> list[nn.Module]:
    conv = nn.Conv3d(entering, leaving, kernel, (1, stride, stride), (0, padding, padding))
    return [conv, nn.BatchNorm3d(leaving), nn.ReLU()]


def _head() -> nn.Sequential:
    return nn.Sequential(nn.Linear(512, 512), nn.BatchNorm1d(512), nn.ReLU(), nn.Linear(512, 1024))
