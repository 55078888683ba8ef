"""Paints faces of prepared clips with given weights: what evaluation and proof look at. Knows no losses, no films."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray

from core.arrays import Floats
from core.models.vae import load_vae
from training.networks import HIDDEN_FROM, Folders, Judges, Painter, load_painter, pictures_of
from training.samples import crop_of
from training.shard import Shard

_AT_ONCE = 4


class Brush(Protocol):
    """Something that paints mouths."""

    def paint(self, shown: NDArray[np.uint8], references: NDArray[np.uint8], audio: Floats) -> NDArray[np.uint8]:
        """Crops (n, 256, 256, 3), of which the lower half is not looked at; references alike; windows (n, 50, 384)."""


@dataclass(frozen=True, slots=True)
class NetworkBrush:
    """The networks of a training, without gradients."""

    painter: Painter
    judges: Judges
    device: torch.device

    @torch.inference_mode()
    def paint(self, shown: NDArray[np.uint8], references: NDArray[np.uint8], audio: Floats) -> NDArray[np.uint8]:
        """As `Brush.paint`; computed four at a time in single precision."""
        pieces = []
        for first in range(0, len(shown), _AT_ONCE):
            rows = slice(first, first + _AT_ONCE)
            masked = pictures_of(shown[rows], self.device)
            masked[:, :, HIDDEN_FROM:] = -1
            both = self.judges.encoder(torch.cat([masked, pictures_of(references[rows], self.device)]))
            sound = torch.from_numpy(np.ascontiguousarray(audio[rows])).to(self.device, masked.dtype)
            made = self.judges.decoder(self.painter(torch.cat(both.chunk(2), dim=1), sound))
            pieces.append(((made.clamp(-1, 1) + 1) * 127.5).round().to(torch.uint8).permute(0, 2, 3, 1).cpu().numpy())
        return np.concatenate(pieces)


def load_brush(folders: Folders, device: torch.device) -> NetworkBrush:
    """The networks in these folders. Raises WeightsError."""
    judges = Judges(load_vae(folders.vae), None, None)
    return NetworkBrush(load_painter(folders).to(device).eval(), judges.to(device), device)


def crops_of(shard: Shard, frames: range, margin: float = 0.0) -> NDArray[np.uint8]:
    """Crops (n, 256, 256, 3) of some frames as dubbing makes them, `margin` of their pixels below the chin."""
    return np.stack([crop_of(shard, frame, margin) for frame in frames])


def landmarks_of(shard: Shard, frames: range) -> Floats:
    """Landmarks (n, 68, 2) of some frames, in pixels of their crops."""
    rows = np.array(frames)
    boxes = shard.boxes[rows].astype(np.float32)
    sizes = boxes[:, None, 2:] - boxes[:, None, :2]
    return np.asarray((shard.landmarks[rows] - boxes[:, None, :2]) * (256 / sizes), np.float32)
