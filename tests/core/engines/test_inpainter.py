"""Painting: the fixtures' numbers, rows that do not depend on each other, no memory, no finite numbers."""

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import nn

from core.device import CPU
from core.engines.inpaint_torch import TorchNetwork
from core.engines.inpainter import Inpainter, InpainterOptions, Networks, load_inpainter
from tests.shared import parity

EXACT = InpainterOptions(device="cpu", precision="float32", backend="torch", batch=3)


@pytest.fixture(scope="module")
def inpainter() -> Inpainter:
    """The small networks of the fixtures."""
    return load_inpainter(parity("models/musetalkV15"), parity("models/sd-vae"), EXACT)


@pytest.mark.parity
def test_latents_are_those_of_the_fixtures(inpainter: Inpainter) -> None:
    crops = np.load(parity("golden/c_crops.npz"))["crops_bgr"][..., ::-1]
    wanted = np.load(parity("golden/c_vae_encode.npz"))["unet_input_mode"]
    made = inpainter.encode(crops)
    assert made.dtype == np.float32
    assert np.abs(made - wanted).max() < 5e-4


@pytest.mark.parity
def test_pictures_are_those_of_the_fixtures() -> None:
    """The decoder's fixture starts at latents: a U-Net that hands them through stands before it."""
    wanted = np.load(parity("golden/e_decode.npz"))
    inpainter = load_inpainter(parity("models/musetalkV15"), parity("models/sd-vae"), EXACT)
    real = inpainter._networks
    inpainter._networks = Networks(TorchNetwork(_FirstHalf(), CPU), real.encoder, real.decoder)
    latents = np.concatenate([wanted["latents"]] * 2, axis=1)
    made = _pictures(inpainter, latents, np.zeros((4, 50, 384), np.float32))
    difference = np.abs(made[:2].astype(int) - wanted["decoded_bgr_u8_first2"][..., ::-1])
    assert difference.max() <= 1
    assert (difference > 0).mean() < 0.002
    means = made.astype(np.float64).mean(axis=(1, 2))[:, ::-1]
    assert np.abs(means - wanted["decoded_u8_mean_per_frame_channel_bgr"]).max() < 0.01


def _pictures(inpainter: Inpainter, latents: NDArray[np.float32], audio: NDArray[np.float32]) -> NDArray[np.uint8]:
    made = inpainter.generate(latents, audio)
    assert all(picture is not None for picture in made)
    return np.stack([picture for picture in made if picture is not None])


class _FirstHalf(nn.Module):
    def forward(self, latents: torch.Tensor, audio: torch.Tensor) -> torch.Tensor:
        return latents[:, :4]
