"""The critic that tells real faces or lips from made ones, on patches. Knows no losses.

Four convolutions with spectral normalisation (Miyato et al. 2018, arXiv 1802.05957), which bounds their Lipschitz
constant as a Wasserstein critic needs it; instance normalisation; a map of scores and not one score, so that every
patch counts. The layers are those of the published code.
"""

from itertools import pairwise

from torch import Tensor, nn
from torch.nn.utils.parametrizations import spectral_norm


class PatchDiscriminator(nn.Module):
    """Pictures (n, 3, h, w) in [-1, 1] → scores (n, 1, h', w') and the maps of every block before them.

    256² pixels give 26 × 26 scores, 64 × 128 give 2 × 10.
    """

    def __init__(self, first: int = 64, largest: int = 512, blocks: int = 4) -> None:
        super().__init__()
        widths = [3, *(min(largest, first << number) for number in range(blocks))]
        self.down_blocks = nn.ModuleList(
            _Block(entering, leaving, normed=number > 0, pooled=number < blocks - 1)
            for number, (entering, leaving) in enumerate(pairwise(widths))
        )
        self.conv = spectral_norm(nn.Conv2d(widths[-1], 1, 1))

    def forward(self, pictures: Tensor) -> tuple[Tensor, list[Tensor]]:
        """Scores and feature maps."""
        maps: list[Tensor] = []
        x = pictures
        for block in self.down_blocks:
            x = block(x)
            maps.append(x)
        return self.conv(x), maps


class _Block(nn.Module):
    def __init__(self, entering: int, leaving: int, normed: bool, pooled: bool) -> None:
        super().__init__()
        self.conv = spectral_norm(nn.Conv2d(entering, leaving, 4))
        self.norm = nn.InstanceNorm2d(leaving, affine=True) if normed else nn.Identity()
        self.act = nn.LeakyReLU(0.2)
        self.pool = nn.AvgPool2d(2) if pooled else nn.Identity()

    def forward(self, x: Tensor) -> Tensor:
        y: Tensor = self.pool(self.act(self.norm(self.conv(x))))
        return y
