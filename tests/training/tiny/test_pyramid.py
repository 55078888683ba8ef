"""An autoencoder that has learned nothing shows a blurred picture in the right colours."""

import pytest
import torch
from torch.nn import functional

from core.models.vae import build_vae
from training.tiny.autoencoder import autoencoder_config
from training.tiny.pyramid import begin_as_pyramid

CONFIG = {key: value for key, value in autoencoder_config().items() if not key.startswith("_")}


def test_colours_pass_through() -> None:
    torch.manual_seed(0)
    net = build_vae(CONFIG).eval()
    begin_as_pyramid(net)
    coarse = torch.rand(2, 3, 8, 8) * 1.6 - 0.8
    pictures = functional.interpolate(coarse, (128, 128), mode="bilinear", align_corners=False)
    with torch.inference_mode():
        shown = net(pictures).sample
    inside = (..., slice(16, -16), slice(16, -16))
    assert float((shown[inside] - pictures[inside]).abs().mean()) < 0.15
    for channel in range(3):
        pair = torch.stack([shown[inside][:, channel].flatten(), pictures[inside][:, channel].flatten()])
        assert float(torch.corrcoef(pair)[0, 1]) > 0.9


def test_only_one_group_can_carry_them() -> None:
    with pytest.raises(ValueError, match="one group"):
        begin_as_pyramid(build_vae(CONFIG | {"norm_num_groups": 4}))
