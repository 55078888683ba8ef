"""The autoencoders: old names, the published manifest, the numbers of the fixtures, layouts that are safe."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from core.errors import WeightsError
from core.models.checkpoint import load_state
from core.models.full_size import VAE
from core.models.vae import (
    LatentDecoder,
    LatentEncoder,
    TinyDecoder,
    build_tiny,
    build_vae,
    load_tiny_decoder,
    load_vae,
    vae_weights,
    with_current_names,
)
from tests.official import write_official
from tests.shared import parity


@pytest.mark.parity
@torch.inference_mode()
def test_latents_are_those_of_the_fixtures() -> None:
    wanted = np.load(parity("golden/c_vae_encode.npz"))
    crops = np.load(parity("golden/c_crops.npz"))["crops_bgr"][..., ::-1].copy()
    pictures = torch.from_numpy(crops).permute(0, 3, 1, 2).float().contiguous() / 127.5 - 1
    assert np.abs(pictures[0].numpy() - wanted["image_first"]).max() < 1e-6
    made = LatentEncoder(load_vae(parity("models/sd-vae")))(pictures).numpy()
    assert np.abs(made - wanted["latent_ref_mode"]).max() < 5e-4


@pytest.mark.parity
@torch.inference_mode()
def test_pictures_are_those_of_the_fixtures() -> None:
    wanted = np.load(parity("golden/e_decode.npz"))
    made = LatentDecoder(load_vae(parity("models/sd-vae")))(torch.from_numpy(wanted["latents"]))
    first = made[0].numpy()[..., ::2, ::2]
    assert np.abs(first - wanted["decoded_float_first_sub2"]).max() < 1e-3


@pytest.mark.parity
def test_both_published_manifests_fit_after_renaming() -> None:
    today = json.loads(parity("keys/keys_sd_vae.json").read_text())["keys"]
    old = json.loads(parity("keys/keys_sd_vae_old_names.json").read_text())["keys"]
    with torch.device("meta"):
        vae = build_vae(VAE)
        renamed = with_current_names({name: torch.empty(shape) for name, shape in old.items()})
    assert {name: list(tensor.shape) for name, tensor in vae.state_dict().items()} == today
    assert {name: list(tensor.shape) for name, tensor in renamed.items()} == today


def test_the_scaling_factor_is_that_of_the_library_where_the_file_is_silent() -> None:
    assert LatentEncoder(build_vae(_SMALL)).scale == 0.18215


@torch.inference_mode()
def test_the_tiny_decoder_takes_the_same_latents() -> None:
    pictures = TinyDecoder(build_tiny(_TINY)).eval()(torch.zeros(2, 4, 4, 4))
    assert pictures.shape == (2, 3, 32, 32)


def test_a_file_in_half_precision_becomes_float32(tmp_path: Path) -> None:
    write_official(tmp_path, only=("sd-vae", "taesd"))
    for folder in ("sd-vae", "taesd"):
        path = vae_weights(tmp_path / folder)
        state = {name: tensor.half() for name, tensor in load_state(path).items()}
        path.unlink()
        save_file(state, path.with_suffix(".safetensors"))
    for network in (load_vae(tmp_path / "sd-vae"), load_tiny_decoder(tmp_path / "taesd")):
        assert {tensor.dtype for tensor in network.state_dict().values()} == {torch.float32}


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match=r"diffusion_pytorch_model"):
        vae_weights(tmp_path)


def test_dimensions_of_no_network_are_refused() -> None:
    with pytest.raises(WeightsError, match="does not describe an autoencoder"):
        build_vae({"no_such_key": 1})


_BLOCKS = {
    "down_block_types": ["DownEncoderBlock2D"] * 4,
    "up_block_types": ["UpDecoderBlock2D"] * 4,
}
_SMALL = _BLOCKS | {"block_out_channels": [8, 8, 16, 16], "layers_per_block": 1, "norm_num_groups": 4}
_TINY = {"encoder_block_out_channels": [8, 8, 8, 8], "decoder_block_out_channels": [8, 8, 8, 8]}
