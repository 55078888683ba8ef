"""The perceptual loss: pictures are alike if a network trained on photographs sees the same in them.

Features of VGG-19 (Simonyan & Zisserman 2015, arXiv 1409.1556) after five layers, at four sizes of the picture (Johnson
et al. 2016, arXiv 1603.08155). Knows nothing of faces.

The published code gives the network pictures in [-1, 1] but normalises them as if they were in [0, 1]; here they are
brought to [0, 1] first. `published_range` keeps its way, for comparison and for going on with a training begun there.
"""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

CHANNELS = (64, 64, 128, 128, 256, 256, 256, 256, 512, 512, 512, 512, 512, 512, 512, 512)
"""Widths of the sixteen convolutions of VGG-19."""

_POOL_AFTER = {1, 3, 7, 11}  # convolutions that a pooling layer follows, as far as they are used
_TAPS = {0, 2, 4, 8, 12}  # convolutions after whose ReLU the features are compared: relu1_1 … relu5_1
_SIDE = 224
_MEAN, _DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
SCALES = (1.0, 0.5, 0.25, 0.125)


class Vgg19(nn.Module):
    """VGG-19 up to relu5_1, frozen. Pictures (n, 3, h, w), normalised → five feature maps.

    Parameter names are those of the weights published with torchvision (`features.N.…`); later layers are not built.
    """

    def __init__(self, channels: Sequence[int] = CHANNELS) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        self._taps: set[int] = set()
        entering = 3
        for number in range(max(_TAPS) + 1):
            layers += [nn.Conv2d(entering, channels[number], 3, padding=1), nn.ReLU()]
            if number in _TAPS:
                self._taps.add(len(layers) - 1)
            if number in _POOL_AFTER:
                layers.append(nn.MaxPool2d(2))
            entering = channels[number]
        self.features = nn.Sequential(*layers)
        self.requires_grad_(False)
        self.eval()

    def forward(self, x: Tensor) -> list[Tensor]:
        """The five maps."""
        maps = []
        for number, layer in enumerate(self.features):
            x = layer(x)
            if number in self._taps:
                maps.append(x)
        return maps


class PerceptualLoss(nn.Module):
    """Mean absolute difference of features, summed over four sizes of the picture, averaged over five layers."""

    mean: Tensor
    deviation: Tensor

    def __init__(self, network: Vgg19, published_range: bool = False) -> None:
        super().__init__()
        self._network = network
        self._published = published_range
        self._pyramid = Pyramid()
        self.register_buffer("mean", torch.tensor(_MEAN).view(1, 3, 1, 1))
        self.register_buffer("deviation", torch.tensor(_DEVIATION).view(1, 3, 1, 1))

    def forward(self, made: Tensor, real: Tensor) -> Tensor:
        """The loss of pictures (n, 3, h, w) in [-1, 1]; a scalar."""
        return self.parts(made, real).sum(dim=0).mean()

    def parts(self, made: Tensor, real: Tensor) -> Tensor:
        """Mean absolute differences (scales, layers)."""
        rows = [
            torch.stack(
                [functional.l1_loss(ours, theirs) for ours, theirs in zip(self._seen(a), self._seen(b), strict=True)]
            )
            for a, b in zip(self._pyramid(made), self._pyramid(real.detach()), strict=True)
        ]
        return torch.stack(rows)

    def _seen(self, pictures: Tensor) -> list[Tensor]:
        wanted = pictures if self._published else pictures / 2 + 0.5
        maps: list[Tensor] = self._network((wanted - self.mean) / self.deviation)
        return maps


class Pyramid(nn.Module):
    """Pictures (n, 3, h, w) → the same at 224², 112², 56² and 28², each blurred before it is thinned out."""

    def __init__(self) -> None:
        super().__init__()
        for scale in SCALES[1:]:
            self.register_buffer(f"kernel_{round(1 / scale)}", blur_kernel(scale), persistent=False)

    def forward(self, pictures: Tensor) -> list[Tensor]:
        """The four sizes, largest first."""
        whole = functional.interpolate(pictures, (_SIDE, _SIDE), mode="bilinear", align_corners=False)
        return [whole, *(self._smaller(whole, round(1 / scale)) for scale in SCALES[1:])]

    def _smaller(self, pictures: Tensor, step: int) -> Tensor:
        kernel: Tensor = getattr(self, f"kernel_{step}")
        weight = kernel.expand(pictures.shape[1], 1, *kernel.shape)
        blurred = functional.conv2d(pictures, weight, padding=len(kernel) // 2, groups=pictures.shape[1])
        return blurred[..., ::step, ::step]


def blur_kernel(scale: float) -> Tensor:
    """The Gaussian that takes away what a picture shrunk to `scale` < 1 cannot show; odd side, sums to 1."""
    sigma = (1 / scale - 1) / 2
    reach = round(sigma * 4)
    at = torch.arange(-reach, reach + 1, dtype=torch.float32)
    line = torch.exp(-(at**2) / (2 * sigma**2))
    kernel = torch.outer(line, line)
    return kernel / kernel.sum()
