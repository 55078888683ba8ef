"""Inception-v3 as the Fréchet inception distance has it, and that distance. Knows no films.

Szegedy et al. 2016 (arXiv 1512.00567); the distance is that of Heusel et al. 2017 (arXiv 1706.08500): means and
covariances of what the last pooling gives, (n, 2048), are compared as those of two Gaussians. The field computes it
with TensorFlow's weights of 2015, of which `pt_inception-2015-12-05-6726825d.pth` (project pytorch-fid) is a copy
for PyTorch; names and layers here are those of that file. In three places that network differs from others of its name:
averages leave out the border, the last block takes a maximum, and there are 1008 classes.

This program does not bring these weights; who has them names the file.
"""

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from core.models.checkpoint import load_state, load_strictly

SIDE, FEATURES = 299, 2048
_AT_ONCE = 16
_OPENING = {
    "Conv2d_1a_3x3": (3, 32, 3, 2, 0), "Conv2d_2a_3x3": (32, 32, 3, 1, 0), "Conv2d_2b_3x3": (32, 64, 3, 1, 1),
    "Conv2d_3b_1x1": (64, 80, 1, 1, 0), "Conv2d_4a_3x3": (80, 192, 3, 1, 0),
}  # fmt: skip
_POOLED = {"Conv2d_2b_3x3", "Conv2d_4a_3x3"}  # after which every second pixel is taken

Pair = tuple[int, int]


class Inception(nn.Module):
    """Pictures (n, 3, 299, 299) in [-1, 1] → features (n, 2048)."""

    def __init__(self) -> None:
        super().__init__()
        self.opening = list(_OPENING)
        for name, shape in _OPENING.items():
            entering, leaving, kernel, stride, padding = shape
            self.add_module(name, _Conv(entering, leaving, (kernel, kernel), stride, (padding, padding)))
        self.Mixed_5b, self.Mixed_5c, self.Mixed_5d = _Wide(192, 32), _Wide(256, 64), _Wide(288, 64)
        self.Mixed_6a = _Halving(288)
        self.Mixed_6b, self.Mixed_6c = _Long(128), _Long(160)
        self.Mixed_6d, self.Mixed_6e = _Long(160), _Long(192)
        self.Mixed_7a = _LastHalving()
        self.Mixed_7b, self.Mixed_7c = _Broad(1280, largest=False), _Broad(2048, largest=True)
        self.fc = nn.Linear(FEATURES, 1008)  # is in the file; nobody asks it

    def forward(self, x: Tensor) -> Tensor:
        """Features of the last pooling."""
        for name in self.opening:
            x = self.get_submodule(name)(x)
            if name in _POOLED:
                x = functional.max_pool2d(x, 3, 2)
        for name in ("5b", "5c", "5d", "6a", "6b", "6c", "6d", "6e", "7a", "7b", "7c"):
            x = self.get_submodule(f"Mixed_{name}")(x)
        return x.mean(dim=(2, 3))


class Inspector:
    """The network with the weights of a file. Raises WeightsError if it is another one's."""

    def __init__(self, path: Path) -> None:
        self._network = Inception()
        load_strictly(self._network, load_state(path), path)
        self._network.eval()
        self.title = f"Inception-v3 of {path.name}"

    @torch.inference_mode()
    def features(self, crops: NDArray[np.uint8]) -> NDArray[np.float64]:
        """What the network makes of crops (n, h, w, 3): (n, 2048)."""
        found = []
        for first in range(0, len(crops), _AT_ONCE):
            pictures = torch.from_numpy(crops[first : first + _AT_ONCE]).permute(0, 3, 1, 2).float() / 255
            scaled = functional.interpolate(pictures, (SIDE, SIDE), mode="bilinear", align_corners=False)
            found.append(self._network(2 * scaled - 1).double().numpy())
        return np.concatenate(found) if found else np.zeros((0, FEATURES))


def frechet_distance(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """Fréchet distance of the Gaussians that fit features (n, d) and (m, d); NaN for fewer than two rows of either.

    |μ − μ'|² + tr(Σ + Σ' − 2 (Σ Σ')½). Fewer rows than dimensions give covariances without full rank, and a distance
    that is too large: compare only distances of equally many pictures.
    """
    if min(len(one), len(other)) < 2:
        return float("nan")
    apart = one.mean(axis=0) - other.mean(axis=0)
    first, second = np.atleast_2d(np.cov(one, rowvar=False)), np.atleast_2d(np.cov(other, rowvar=False))
    root = _root_trace(first, second)
    return max(float(apart @ apart + np.trace(first) + np.trace(second) - 2 * root), 0.0)


def _root_trace(first: NDArray[np.float64], second: NDArray[np.float64]) -> float:
    """The trace of the square root of the product of two covariances, by one that is symmetric: exact for any rank."""
    values, vectors = np.linalg.eigh(first)
    half = (vectors * np.sqrt(np.clip(values, 0, None))) @ vectors.T
    return float(np.sqrt(np.clip(np.linalg.eigvalsh(half @ second @ half), 0, None)).sum())


class _Conv(nn.Module):
    """A convolution, its normalisation, and nothing below zero."""

    def __init__(self, entering: int, leaving: int, kernel: Pair, stride: int = 1, padding: Pair | None = None) -> None:
        super().__init__()
        same = (kernel[0] // 2, kernel[1] // 2)
        self.conv = nn.Conv2d(entering, leaving, kernel, stride, same if padding is None else padding, bias=False)
        self.bn = nn.BatchNorm2d(leaving, eps=0.001)

    def forward(self, x: Tensor) -> Tensor:
        return functional.relu(self.bn(self.conv(x)))


def _average(x: Tensor) -> Tensor:
    return functional.avg_pool2d(x, 3, 1, 1, count_include_pad=False)


def _chain(x: Tensor, *layers: nn.Module) -> Tensor:
    for layer in layers:
        x = layer(x)
    return x


class _Wide(nn.Module):
    def __init__(self, entering: int, pooled: int) -> None:
        super().__init__()
        self.branch1x1 = _Conv(entering, 64, (1, 1))
        self.branch5x5_1, self.branch5x5_2 = _Conv(entering, 48, (1, 1)), _Conv(48, 64, (5, 5))
        self.branch3x3dbl_1, self.branch3x3dbl_2 = _Conv(entering, 64, (1, 1)), _Conv(64, 96, (3, 3))
        self.branch3x3dbl_3 = _Conv(96, 96, (3, 3))
        self.branch_pool = _Conv(entering, pooled, (1, 1))

    def forward(self, x: Tensor) -> Tensor:
        five = _chain(x, self.branch5x5_1, self.branch5x5_2)
        three = _chain(x, self.branch3x3dbl_1, self.branch3x3dbl_2, self.branch3x3dbl_3)
        return torch.cat([self.branch1x1(x), five, three, self.branch_pool(_average(x))], 1)


class _Halving(nn.Module):
    def __init__(self, entering: int) -> None:
        super().__init__()
        self.branch3x3 = _Conv(entering, 384, (3, 3), 2, (0, 0))
        self.branch3x3dbl_1, self.branch3x3dbl_2 = _Conv(entering, 64, (1, 1)), _Conv(64, 96, (3, 3))
        self.branch3x3dbl_3 = _Conv(96, 96, (3, 3), 2, (0, 0))

    def forward(self, x: Tensor) -> Tensor:
        three = _chain(x, self.branch3x3dbl_1, self.branch3x3dbl_2, self.branch3x3dbl_3)
        return torch.cat([self.branch3x3(x), three, functional.max_pool2d(x, 3, 2)], 1)


class _Long(nn.Module):
    """Seven by seven as rows and columns, with `inner` channels in between."""

    def __init__(self, inner: int) -> None:
        super().__init__()
        self.branch1x1 = _Conv(768, 192, (1, 1))
        self.branch7x7_1, self.branch7x7_2 = _Conv(768, inner, (1, 1)), _Conv(inner, inner, (1, 7))
        self.branch7x7_3 = _Conv(inner, 192, (7, 1))
        self.branch7x7dbl_1, self.branch7x7dbl_2 = _Conv(768, inner, (1, 1)), _Conv(inner, inner, (7, 1))
        self.branch7x7dbl_3, self.branch7x7dbl_4 = _Conv(inner, inner, (1, 7)), _Conv(inner, inner, (7, 1))
        self.branch7x7dbl_5 = _Conv(inner, 192, (1, 7))
        self.branch_pool = _Conv(768, 192, (1, 1))

    def forward(self, x: Tensor) -> Tensor:
        once = _chain(x, self.branch7x7_1, self.branch7x7_2, self.branch7x7_3)
        twice = _chain(x, *(getattr(self, f"branch7x7dbl_{number}") for number in range(1, 6)))
        return torch.cat([self.branch1x1(x), once, twice, self.branch_pool(_average(x))], 1)


class _LastHalving(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.branch3x3_1, self.branch3x3_2 = _Conv(768, 192, (1, 1)), _Conv(192, 320, (3, 3), 2, (0, 0))
        self.branch7x7x3_1, self.branch7x7x3_2 = _Conv(768, 192, (1, 1)), _Conv(192, 192, (1, 7))
        self.branch7x7x3_3, self.branch7x7x3_4 = _Conv(192, 192, (7, 1)), _Conv(192, 192, (3, 3), 2, (0, 0))

    def forward(self, x: Tensor) -> Tensor:
        seven = _chain(x, *(getattr(self, f"branch7x7x3_{number}") for number in range(1, 5)))
        return torch.cat([_chain(x, self.branch3x3_1, self.branch3x3_2), seven, functional.max_pool2d(x, 3, 2)], 1)


class _Broad(nn.Module):
    """The last blocks; the very last takes the largest of its neighbours where the others take their average."""

    def __init__(self, entering: int, largest: bool) -> None:
        super().__init__()
        self._largest = largest
        self.branch1x1 = _Conv(entering, 320, (1, 1))
        self.branch3x3_1 = _Conv(entering, 384, (1, 1))
        self.branch3x3_2a, self.branch3x3_2b = _Conv(384, 384, (1, 3)), _Conv(384, 384, (3, 1))
        self.branch3x3dbl_1, self.branch3x3dbl_2 = _Conv(entering, 448, (1, 1)), _Conv(448, 384, (3, 3))
        self.branch3x3dbl_3a, self.branch3x3dbl_3b = _Conv(384, 384, (1, 3)), _Conv(384, 384, (3, 1))
        self.branch_pool = _Conv(entering, 192, (1, 1))

    def forward(self, x: Tensor) -> Tensor:
        once = self.branch3x3_1(x)
        twice = _chain(x, self.branch3x3dbl_1, self.branch3x3dbl_2)
        pooled = functional.max_pool2d(x, 3, 1, 1) if self._largest else _average(x)
        both = [self.branch3x3_2a(once), self.branch3x3_2b(once), self.branch3x3dbl_3a(twice)]
        return torch.cat([self.branch1x1(x), *both, self.branch3x3dbl_3b(twice), self.branch_pool(pooled)], 1)
