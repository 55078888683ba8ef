"""Pictures in which a person sees how far a training is. Knows no networks."""

import numpy as np
import torch
from torch import Tensor

from core.arrays import Image
from training.networks import HIDDEN_FROM, Batch


def strip(batch: Batch, made: Tensor) -> Image:
    """A column for every frame, from above: what was shown of the face, the reference, what was made, the target."""
    masked = batch.targets.clone()
    masked[:, :, HIDDEN_FROM:] = -1
    rows = [torch.cat(list(row), dim=2) for row in (masked, batch.references, made, batch.targets)]
    picture = torch.cat(rows, dim=1).permute(1, 2, 0)
    return np.ascontiguousarray(((picture.clamp(-1, 1) + 1) * 127.5).round().to(torch.uint8).cpu().numpy())


def error_of(picture: Image) -> float:
    """How far what was made is from what was wanted: the pixel loss, read off the last two rows of a strip."""
    side = picture.shape[0] // 4
    made, wanted = (picture[row * side : (row + 1) * side].astype(np.float32) for row in (2, 3))
    return float(np.abs(made - wanted).mean() / 127.5)
