"""SyncNet: two encoders whose embeddings agree where lips and sound belong together. Knows no films.

The layers are those of LatentSync's StableSyncNet (Li et al. 2024, arXiv 2412.09262), so that its published weights
load; a smaller configuration is trained by `dubwright-train`. Embeddings are unit vectors without negative parts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from torch import Tensor, nn
from torch.nn import functional

from core.models.sync_mel import FRAMES

_GROUPS, _EPSILON = 32, 1e-6

Factor = tuple[int, int]
"""How much a stage shrinks its map: (vertical, horizontal)."""


@dataclass(frozen=True, slots=True)
class TowerShape:
    """One encoder: channels after each stage, and how much each stage shrinks its map."""

    inputs: int
    channels: tuple[int, ...]
    factors: tuple[Factor, ...]

    def __post_init__(self) -> None:
        if len(self.channels) != len(self.factors):
            raise ValueError("as many factors as channels are needed")


_AUDIO_FACTORS: tuple[Factor, ...] = ((2, 1), (2, 2), (2, 2), (1, 1), (2, 2), (2, 2), (2, 3))
_VISUAL_FACTORS: tuple[Factor, ...] = ((1, 2), *(((2, 2),) * 7))


@dataclass(frozen=True, slots=True)
class SyncNetShape:
    """Both encoders; the default is that of the published weights (371,766,496 parameters)."""

    audio: TowerShape = TowerShape(1, (32, 64, 128, 256, 512, 1024, 2048), _AUDIO_FACTORS)
    visual: TowerShape = TowerShape(FRAMES * 3, (64, 128, 256, 256, 512, 1024, 2048, 2048), _VISUAL_FACTORS)


def shape_of(config: dict[str, dict[str, object]]) -> SyncNetShape:
    """The shape that a published configuration describes; a factor may be one number for both directions."""
    return SyncNetShape(_tower(config["audio_encoder"]), _tower(config["visual_encoder"]))


class SyncNet(nn.Module):
    """Sound (n, 1, 80, 52) and lower face halves (n, 48, 128, 256) in [-1, 1] → two unit embeddings (n, d).

    The 48 channels are 16 frames after each other, three colours each; the sound is `core.models.sync_mel`.
    """

    def __init__(self, shape: SyncNetShape | None = None) -> None:
        super().__init__()
        shape = shape or SyncNetShape()
        self.audio_encoder = _Tower(shape.audio)
        self.visual_encoder = _Tower(shape.visual)

    def forward(self, sound: Tensor, faces: Tensor) -> tuple[Tensor, Tensor]:
        """Embeddings of the sound and of the faces; their product sums to their cosine."""
        return self.audio_encoder(sound), self.visual_encoder(faces)


class _Tower(nn.Module):
    def __init__(self, shape: TowerShape) -> None:
        super().__init__()
        first = shape.channels[0]
        inputs = (first, *shape.channels[:-1])
        self.conv_in = nn.Conv2d(shape.inputs, first, 3, padding=1)
        self.down_blocks = nn.ModuleList(
            _Stage(entering, leaving, factor)
            for entering, leaving, factor in zip(inputs, shape.channels, shape.factors, strict=True)
        )
        self.norm_out = nn.GroupNorm(_GROUPS, shape.channels[-1], _EPSILON)

    def forward(self, x: Tensor) -> Tensor:
        x = self.conv_in(x)
        for stage in self.down_blocks:
            x = stage(x)
        return functional.normalize(functional.relu(self.norm_out(x)).flatten(1), dim=1)


class _Stage(nn.Module):
    """Two convolutions beside a shortcut, then a convolution that strides."""

    def __init__(self, entering: int, leaving: int, factor: Factor) -> None:
        super().__init__()
        self.norm1 = nn.GroupNorm(_GROUPS, entering, _EPSILON)
        self.conv1 = nn.Conv2d(entering, leaving, 3, padding=1)
        self.norm2 = nn.GroupNorm(_GROUPS, leaving, _EPSILON)
        self.conv2 = nn.Conv2d(leaving, leaving, 3, padding=1)
        self.conv_shortcut = nn.Conv2d(entering, leaving, 1) if entering != leaving else nn.Identity()
        self.downsample_conv = nn.Conv2d(leaving, leaving, 3, factor) if factor != (1, 1) else None
        self._padding = _padding(factor)

    def forward(self, x: Tensor) -> Tensor:
        deep = self.conv1(functional.silu(self.norm1(x)))
        deep = self.conv2(functional.silu(self.norm2(deep)))
        joined: Tensor = self.conv_shortcut(x) + deep
        if self.downsample_conv is None:
            return joined
        strided: Tensor = self.downsample_conv(functional.pad(joined, self._padding))
        return strided


def _padding(factor: Factor) -> tuple[int, int, int, int]:
    """Zeros left, right, above and below before the striding convolution: both sides where it does not stride."""
    vertical, horizontal = factor
    return (1 if horizontal == 1 else 0, 1, 1 if vertical == 1 else 0, 1)


def _tower(config: dict[str, object]) -> TowerShape:
    inputs, channels, factors = config["in_channels"], config["block_out_channels"], config["downsample_factors"]
    assert isinstance(inputs, int)
    assert isinstance(channels, Sequence)
    assert isinstance(factors, Sequence)
    pairs = tuple((factor, factor) if isinstance(factor, int) else (factor[0], factor[1]) for factor in factors)
    return TowerShape(inputs, tuple(channels), pairs)
