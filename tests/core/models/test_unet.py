"""The U-Net: published names and shapes, numbers of the fixtures, and a time step that is folded in."""

import copy
import json
from pathlib import Path

import numpy as np
import pytest
import torch

from core.errors import WeightsError
from core.models.full_size import UNET
from core.models.network_config import network_config
from core.models.random_weights import random_network
from core.models.unet import OneStepUnet, build_unet, load_unet
from tests.shared import parity

TINY = {
    "attention_head_dim": 2,
    "block_out_channels": [8, 8, 16, 16],
    "cross_attention_dim": 384,
    "in_channels": 8,
    "out_channels": 4,
    "norm_num_groups": 4,
    "layers_per_block": 1,
}


@pytest.mark.parity
@pytest.mark.parametrize(("folder", "fixture"), [("musetalkV15", "d_unet_v15"), ("musetalk", "d_unet_v1")])
def test_numbers_are_those_of_the_fixtures(folder: str, fixture: str) -> None:
    given = np.load(parity("golden/d_unet_v15.npz"))
    wanted = np.load(parity(f"golden/{fixture}.npz"))["out"]
    latents, audio = torch.from_numpy(given["latent_input"]), torch.from_numpy(given["audio_pe"])
    with torch.inference_mode():
        made = load_unet(parity("models") / folder)(latents, audio)
    assert np.abs(made.numpy() - wanted).max() < 1e-3


@torch.inference_mode()
def test_folding_the_time_step_changes_nothing() -> None:
    torch.manual_seed(1)
    plain = build_unet(TINY).eval()
    folded = OneStepUnet(copy.deepcopy(plain)).eval()
    latents, audio = torch.randn(3, 8, 32, 32), torch.randn(3, 50, 384)
    wanted = plain(latents, torch.tensor([0]), encoder_hidden_states=audio).sample
    assert (folded(latents, audio) - wanted).abs().max() < 1e-5
    other = plain(latents, torch.tensor([1]), encoder_hidden_states=audio).sample
    assert (other - wanted).abs().max() > 1e-4, "the time step must matter, or the test shows nothing"


@pytest.mark.parity
def test_full_size_has_the_published_names_and_shapes() -> None:
    manifest = json.loads(parity("keys/keys_unet_musetalk.json").read_text())
    assert manifest["meta"]["config"] == UNET
    with torch.device("meta"):
        net = build_unet(UNET)
    assert {name: list(tensor.shape) for name, tensor in net.state_dict().items()} == manifest["keys"]
    assert len(manifest["keys"]) == 686


@pytest.mark.slow
def test_full_size_loads_strictly_and_runs(tmp_path: Path) -> None:
    """The published names in the published layout, 1.7 GB of them, through the loader."""
    state = random_network(lambda: build_unet(UNET), torch.bfloat16).state_dict()
    assert sum(tensor.numel() for tensor in state.values()) == 849_947_844
    (tmp_path / "musetalk.json").write_text(json.dumps(UNET))
    torch.save(state, tmp_path / "unet.pth")
    with torch.inference_mode():
        net = load_unet(tmp_path, torch.bfloat16)
        made = net(torch.ones(1, 8, 32, 32).bfloat16(), torch.ones(1, 50, 384).bfloat16())
    assert made.shape == (1, 4, 32, 32)
    assert made.isfinite().all()


def test_keys_of_the_writer_are_ignored(tmp_path: Path) -> None:
    (tmp_path / "c.json").write_text('{"_class_name": "X", "in_channels": 8}')
    assert network_config(tmp_path / "c.json") == {"in_channels": 8}


@pytest.mark.parametrize("content", ["[1]", "{", ""])
def test_a_damaged_config_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "musetalk.json").write_text(content)
    with pytest.raises(WeightsError, match=r"musetalk\.json"):
        network_config(tmp_path / "musetalk.json")


@pytest.mark.parametrize("wrong", [{"no_such_key": 1}, {"block_out_channels": [8]}])
def test_dimensions_of_no_network_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(WeightsError, match="does not describe a U-Net"):
        build_unet(TINY | wrong)


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match=r"unet\.pth"):
        load_unet(tmp_path)
