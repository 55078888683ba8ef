"""The network that names every pixel of a face: BiSeNet with 19 classes. Knows nothing of frames, files and masks.

Bilateral segmentation network (Yu et al. 2018, arXiv 1808.00897) whose context path is a ResNet-18 (He et al. 2016)
and whose spatial path is that network's feature map at an eighth of the size. Modules carry the names of the weights
that are published for it, `79999_iter.pth` of face-parsing.PyTorch, trained on CelebAMask-HQ; all 191 tensors of that
file have their place here, also those of the two heads that only training looks at.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.fusion import fuse_conv_bn_eval

CLASSES = 19

MEAN, DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
"""Mean and standard deviation of red, green and blue in [0, 1] by which the network's input is normalised."""

_NORMALISED = (("conv", "bn"), ("conv1", "bn1"), ("conv2", "bn2"), ("conv_atten", "bn_atten"), ("0", "1"))
"""Names, in every block, of convolutions and of the normalisations that follow them."""


class BiSeNet(nn.Module):
    """Normalised pictures (n, 3, h, w) in, scores of the classes (n, 19, h, w) out; h and w are multiples of 32."""

    def __init__(self) -> None:
        super().__init__()
        self.cp = _ContextPath()
        self.ffm = _Fusion()
        self.conv_out = _Head(256, 256)
        self.conv_out16 = _Head(128, 64)
        self.conv_out32 = _Head(128, 64)

    def forward(self, pictures: Tensor) -> Tensor:
        """Scores of every pixel, the larger the likelier, in float32 whatever the network computes in."""
        return _enlarged(self.coarse(pictures).float(), pictures)

    def coarse(self, pictures: Tensor) -> Tensor:
        """Scores at an eighth of the size, (n, 19, h / 8, w / 8), of which `forward` makes its own."""
        eighth, context, _ = self.cp(pictures)
        scores: Tensor = self.conv_out(self.ffm(eighth, context))
        return scores

    def fold(self) -> None:
        """Write every normalisation into the convolution before it, for use alone: the same scores with less work."""
        for block in self.modules():
            for conv, norm in _NORMALISED:
                scale = getattr(block, norm, None)
                if isinstance(scale, nn.BatchNorm2d):
                    setattr(block, conv, fuse_conv_bn_eval(getattr(block, conv), scale))
                    setattr(block, norm, nn.Identity())

    def auxiliary(self, pictures: Tensor) -> tuple[Tensor, Tensor]:
        """Scores (n, 19, h, w) of the two heads on the context path, which help training and nothing else."""
        _, context, deep = self.cp(pictures)
        return _enlarged(self.conv_out16(context), pictures), _enlarged(self.conv_out32(deep), pictures)


def _enlarged(scores: Tensor, like: Tensor) -> Tensor:
    return functional.interpolate(scores, like.shape[2:], mode="bilinear", align_corners=True)


class _ConvBlock(nn.Module):
    """Convolution, batch normalisation, ReLU; keeps the size."""

    def __init__(self, inputs: int, outputs: int, kernel: int = 3) -> None:
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, kernel, padding=kernel // 2, bias=False)
        self.bn = nn.BatchNorm2d(outputs)

    def forward(self, x: Tensor) -> Tensor:
        return functional.relu(self.bn(self.conv(x)))


class _Head(nn.Module):
    """Features to scores of the classes."""

    def __init__(self, inputs: int, width: int) -> None:
        super().__init__()
        self.conv = _ConvBlock(inputs, width)
        self.conv_out = nn.Conv2d(width, CLASSES, 1, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        scores: Tensor = self.conv_out(self.conv(x))
        return scores


class _Refinement(nn.Module):
    """Features weighted by channel, the weights being made of their mean over the picture."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.conv = _ConvBlock(inputs, outputs)
        self.conv_atten = nn.Conv2d(outputs, outputs, 1, bias=False)
        self.bn_atten = nn.BatchNorm2d(outputs)

    def forward(self, x: Tensor) -> Tensor:
        features: Tensor = self.conv(x)
        weights = self.bn_atten(self.conv_atten(_mean(features)))
        return features * torch.sigmoid(weights)


class _Fusion(nn.Module):
    """Joins the features of the two paths and weights them by channel."""

    def __init__(self) -> None:
        super().__init__()
        self.convblk = _ConvBlock(256, 256, kernel=1)
        self.conv1 = nn.Conv2d(256, 64, 1, bias=False)
        self.conv2 = nn.Conv2d(64, 256, 1, bias=False)

    def forward(self, spatial: Tensor, context: Tensor) -> Tensor:
        features: Tensor = self.convblk(torch.cat([spatial, context], dim=1))
        weights = torch.sigmoid(self.conv2(functional.relu(self.conv1(_mean(features)))))
        return features * weights + features


class _ContextPath(nn.Module):
    """Features at an eighth of the size, and the context at an eighth and at a sixteenth, (128 channels each)."""

    def __init__(self) -> None:
        super().__init__()
        self.resnet = _ResNet18()
        self.arm16 = _Refinement(256, 128)
        self.arm32 = _Refinement(512, 128)
        self.conv_head32 = _ConvBlock(128, 128)
        self.conv_head16 = _ConvBlock(128, 128)
        self.conv_avg = _ConvBlock(512, 128, kernel=1)

    def forward(self, pictures: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        eighth, sixteenth, deepest = self.resnet(pictures)
        whole = self.conv_avg(_mean(deepest))
        deep = self.conv_head32(_grown(self.arm32(deepest) + whole, sixteenth))
        context = self.conv_head16(_grown(self.arm16(sixteenth) + deep, eighth))
        return eighth, context, deep


def _mean(features: Tensor) -> Tensor:
    return features.mean(dim=(2, 3), keepdim=True)


def _grown(features: Tensor, like: Tensor) -> Tensor:
    return functional.interpolate(features, like.shape[2:], mode="nearest")


class _ResNet18(nn.Module):
    """ResNet-18 without its classifier: features at an eighth, a sixteenth and a thirty-second of the size."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(3, 64, 7, stride=2, padding=3, bias=False)
        self.bn1 = nn.BatchNorm2d(64)
        self.layer1 = nn.Sequential(_Residual(64, 64), _Residual(64, 64))
        self.layer2 = nn.Sequential(_Residual(64, 128, 2), _Residual(128, 128))
        self.layer3 = nn.Sequential(_Residual(128, 256, 2), _Residual(256, 256))
        self.layer4 = nn.Sequential(_Residual(256, 512, 2), _Residual(512, 512))

    def forward(self, pictures: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        halved = functional.relu(self.bn1(self.conv1(pictures)))
        eighth = self.layer2(self.layer1(functional.max_pool2d(halved, 3, stride=2, padding=1)))
        sixteenth = self.layer3(eighth)
        return eighth, sixteenth, self.layer4(sixteenth)


class _Residual(nn.Module):
    """Two convolutions beside a shortcut."""

    def __init__(self, inputs: int, outputs: int, stride: int = 1) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride=stride, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)
        self.downsample: nn.Sequential | None = None
        if stride != 1:
            shortcut = nn.Conv2d(inputs, outputs, 1, stride=stride, bias=False)
            self.downsample = nn.Sequential(shortcut, nn.BatchNorm2d(outputs))

    def forward(self, x: Tensor) -> Tensor:
        residual = self.bn2(self.conv2(functional.relu(self.bn1(self.conv1(x)))))
        shortcut = x if self.downsample is None else self.downsample(x)
        return functional.relu(shortcut + residual)
