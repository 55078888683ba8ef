"""The networks of a training run: the one that learns, those that show it and judge it. Knows no data and no steps.

    masked face ┐
                ├ latents ▸ U-Net ▸ latents ▸ decoder ▸ face ▸ losses
    reference   ┘             ▲
                            sound

Only the U-Net and the critics learn. Autoencoder, VGG-19 and SyncNet are frozen; gradients pass through the decoder.

What is done otherwise than in the published code, and why, beside what the modules of the losses say:

- the position code is added to the sound, as it is when a film is dubbed;
- critics see pictures of one size, the face at 256² and the lips at 64 × 128, when they learn and when they judge;
- one power iteration of the critics' spectral norms a step, so that a batch in parts gives the same weights as a whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from core.errors import WeightsError
from core.models.checkpoint import load_state, load_strictly
from core.models.network_config import network_config
from core.models.syncnet import SyncNet
from core.models.unet import CONFIG_FILE, build_unet, unet_weights
from core.models.vae import LatentDecoder, LatentEncoder, load_vae
from training.discriminator import PatchDiscriminator
from training.lip_box import Rectangle, cut_lips
from training.losses import Adversary, critic_loss, feature_matching, generator_loss, sync_loss
from training.losses import clip_of as stacked
from training.perceptual import PerceptualLoss, Vgg19
from training.recipe import Losses
from training.samples import Sample

HIDDEN_FROM = 128
"""First row of a crop that the network is not shown."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the networks are: U-Net and autoencoder in the official layout; files of VGG-19 and SyncNet where needed.

    `fresh` begins with random weights and takes only the U-Net's dimensions from its folder.
    """

    unet: Path
    vae: Path
    vgg: Path | None = None
    syncnet: Path | None = None
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Batch:
    """Samples as tensors: pictures (n, 3, 256, 256) in [-1, 1], sound (n, 50, 384), mels (samples, 1, 80, 52)."""

    targets: Tensor
    references: Tensor
    audio: Tensor
    lips: tuple[Rectangle, ...]
    mels: Tensor
    frames: int


def batch_of(samples: Sequence[Sample], device: torch.device) -> Batch:
    """Samples of equal length, one after the other, on a device."""
    return Batch(
        pictures_of(np.concatenate([sample.targets for sample in samples]), device),
        pictures_of(np.concatenate([sample.references for sample in samples]), device),
        torch.from_numpy(np.concatenate([sample.audio for sample in samples])).to(device, torch.get_default_dtype()),
        tuple(box for sample in samples for box in sample.lips),
        torch.from_numpy(np.stack([sample.mel for sample in samples]))[:, None].to(device, torch.get_default_dtype()),
        len(samples[0].targets),
    )


def pictures_of(images: np.ndarray[Any, np.dtype[np.uint8]], device: torch.device) -> Tensor:
    """uint8 RGB (n, h, w, 3) → float (n, 3, h, w) in [-1, 1], contiguous: another order costs the encoder accuracy."""
    return (
        torch.from_numpy(images).to(device).permute(0, 3, 1, 2).contiguous().to(torch.get_default_dtype()) / 127.5 - 1
    )


class Painter(nn.Module):
    """The network that learns: latents of the masked face and of the reference, and sound → latents of the face."""

    def __init__(self, unet: nn.Module) -> None:
        super().__init__()
        self.unet = unet

    def forward(self, latents: Tensor, audio: Tensor) -> Tensor:
        """(n, 8, 32, 32) and (n, 50, 384) → (n, 4, 32, 32)."""
        step = torch.zeros(1, dtype=torch.int64, device=latents.device)
        painted: Tensor = self.unet(latents, step, audio).sample
        return painted


class Critics(nn.Module):
    """The critic of whole faces and the one of lips, as one network to be optimised."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.face = PatchDiscriminator(channels, 8 * channels)
        self.lips = PatchDiscriminator(channels, 8 * channels)
        self.eval()

    def forward(self, pictures: Tensor, boxes: Sequence[Rectangle]) -> list[tuple[Tensor, list[Tensor]]]:
        """Scores and maps of the face's and the lips' critic."""
        return [self.face(pictures), self.lips(cut_lips(pictures, boxes))]

    @torch.no_grad()
    def iterate_norms(self) -> None:
        """One power iteration of every spectral norm; they change nowhere else, as the critics stay in evaluation."""
        for module in self.modules():
            for norms in getattr(module, "parametrizations", {}).values():
                norms.train()
                norms()
                norms.eval()


class Judges(nn.Module):
    """Frozen networks around the one that learns; `perceptual` and `syncnet` are None where no loss needs them."""

    def __init__(self, vae: nn.Module, perceptual: PerceptualLoss | None, syncnet: SyncNet | None) -> None:
        super().__init__()
        self.encoder, self.decoder = LatentEncoder(vae), LatentDecoder(vae)
        self.perceptual, self.syncnet = perceptual, syncnet
        self.requires_grad_(False)
        self.eval()

    @torch.no_grad()
    def latents(self, batch: Batch) -> Tensor:
        """What the U-Net is given, (n, 8, 32, 32): the masked face's latents, then the reference's."""
        masked = batch.targets.clone()
        masked[:, :, HIDDEN_FROM:] = -1
        both: Tensor = self.encoder(torch.cat([masked, batch.references]))
        return torch.cat(both.chunk(2), dim=1)


def load_painter(folders: Folders) -> Painter:
    """The network that learns, in float32. Raises WeightsError."""
    if folders.fresh:
        return Painter(build_unet(network_config(folders.unet / CONFIG_FILE)))
    return painter_in(folders.unet)


def painter_in(folder: Path) -> Painter:
    """The network with the weights of a folder in the official layout, in float32. Raises WeightsError."""
    net = build_unet(network_config(folder / CONFIG_FILE))
    path = unet_weights(folder)
    load_strictly(net, load_state(path), path)
    return Painter(net)


def load_judges(folders: Folders, losses: Losses) -> Judges:
    """The frozen networks that these losses need. Raises WeightsError if one is needed and not there."""
    perceptual = syncnet = None
    if losses.perceptual:
        vgg = Vgg19()
        path = _needed(folders.vgg, "the perceptual loss", "VGG-19", "losses.perceptual=0")
        load_strictly(vgg, {n: t for n, t in load_state(path).items() if n in vgg.state_dict()}, path)
        perceptual = PerceptualLoss(vgg)
    if losses.sync:
        syncnet = SyncNet()
        path = _needed(folders.syncnet, "the sync loss", "SyncNet", "losses.sync=0")
        load_strictly(syncnet, load_state(path), path)
    return Judges(load_vae(folders.vae), perceptual, syncnet)


def painted_losses(made: Tensor, batch: Batch, judges: Judges, losses: Losses) -> dict[str, Tensor]:
    """The losses of made pictures but the critics', each times its weight."""
    told = {"pixel": losses.pixel * (made - batch.targets).abs().mean()}
    if judges.perceptual is not None:
        told["perceptual"] = losses.perceptual * judges.perceptual(made, batch.targets)
    if judges.syncnet is not None:
        told["sync"] = losses.sync * sync_loss(*judges.syncnet(batch.mels, stacked(made, batch.frames)))
    return told


def deceiving_losses(made: Tensor, batch: Batch, critics: nn.Module, losses: Losses) -> dict[str, Tensor]:
    """What the critics think of made pictures, each loss times its weight."""
    seen = critics(made, batch.lips)
    told = {
        f"{name} critic": losses.adversarial * generator_loss(losses.adversary, scores)
        for name, (scores, _) in zip(("face", "lips"), seen, strict=True)
    }
    if losses.features:
        with torch.no_grad():
            real = critics(batch.targets, batch.lips)
        matched = [feature_matching(theirs, ours) for (_, theirs), (_, ours) in zip(real, seen, strict=True)]
        told["features"] = losses.features * torch.stack(matched).sum()
    return told


def critics_loss(made: Tensor, batch: Batch, critics: nn.Module, kind: Adversary) -> Tensor:
    """What the critics learn from: telling the targets from what was made, which is taken as given."""
    real, fake = critics(batch.targets, batch.lips), critics(made.detach(), batch.lips)
    pairs = zip(real, fake, strict=True)
    return torch.stack([critic_loss(kind, ours, theirs) for (ours, _), (theirs, _) in pairs]).sum()


def _needed(path: Path | None, what: str, network: str, without: str) -> Path:
    if path is None or not path.is_file():
        raise WeightsError(
            f"{what.capitalize()} needs the weights of {network}.", f"Name their file, or add {without}."
        )
    return path
