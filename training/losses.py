"""What a made face is judged by beside its pixels: critics and lip sync. Knows no networks by their inside.

The paper's critics are Wasserstein critics (Arjovsky et al. 2017, arXiv 1701.07875); the published code has least
squares (Mao et al. 2017, arXiv 1611.04076). Both are here. Scores are maps (n, 1, h, w) of `training.discriminator`.
"""

from collections.abc import Sequence
from enum import StrEnum

import torch
from torch import Tensor
from torch.nn import functional


class Adversary(StrEnum):
    """How a critic's scores become a loss."""

    WASSERSTEIN = "wasserstein"
    LEAST_SQUARES = "least-squares"


def generator_loss(kind: Adversary, made: Tensor) -> Tensor:
    """Small if the critic takes what was made for real."""
    if kind is Adversary.WASSERSTEIN:
        return -made.mean()
    return ((1 - made) ** 2).mean()


def critic_loss(kind: Adversary, real: Tensor, made: Tensor) -> Tensor:
    """Small if the critic tells real from made."""
    if kind is Adversary.WASSERSTEIN:
        return made.mean() - real.mean()
    return ((1 - real) ** 2 + made**2).mean()


def feature_matching(real: Sequence[Tensor], made: Sequence[Tensor]) -> Tensor:
    """How differently a critic sees real and made: mean absolute difference of its maps, summed over its blocks."""
    return torch.stack(
        [functional.l1_loss(ours, theirs.detach()) for theirs, ours in zip(real, made, strict=True)]
    ).sum()


def sync_loss(sound: Tensor, faces: Tensor) -> Tensor:
    """-log of the cosine of unit embeddings (n, d) of `core.models.syncnet`, which are taken to belong together.

    A cosine of 0 counts as exp(-100), so that the loss stays finite.
    """
    cosine = (sound * faces).sum(dim=1).clamp(0, 1)
    return functional.binary_cross_entropy(cosine, torch.ones_like(cosine))


def clip_of(faces: Tensor, frames: int) -> Tensor:
    """Lower halves of faces (n × frames, 3, 256, 256), `frames` in succession each, as SyncNet sees them.

    Returns (n, 3 × frames, 128, 256): frame after frame, three colours each.
    """
    lower = faces[:, :, faces.shape[2] // 2 :]
    return lower.reshape(-1, frames * lower.shape[1], *lower.shape[2:])
