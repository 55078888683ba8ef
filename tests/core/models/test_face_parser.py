"""The face-parsing network: the names of its published weights, and the numbers that they must give."""

import json

import numpy as np
import pytest
import torch
from PIL import Image as Pillow

from core.models.face_parser import DEVIATION, MEAN, BiSeNet
from tests.hash_rule import filled, hashed
from tests.shared import parity


def hashed_parser() -> BiSeNet:
    net = BiSeNet().eval()
    state = filled({name: tuple(value.shape) for name, value in net.state_dict().items()}, 1.3)
    net.load_state_dict(state, strict=True)
    return net


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


@pytest.mark.parity
def test_names_and_shapes_are_those_of_the_published_weights() -> None:
    published = json.loads(parity("keys/keys_bisenet.json").read_text(encoding="utf-8"))["keys"]
    assert {name: list(value.shape) for name, value in BiSeNet().state_dict().items()} == published


@pytest.mark.parity
def test_the_rule_that_fills_weights_is_the_fixtures_own() -> None:
    golden = np.load(parity("golden/z_hash_rule.npz"))
    for name in [name for name in golden.files if name.startswith("filled_")]:
        wanted = golden[name]
        assert np.allclose(hashed(name[7:], wanted.shape, 1.0).numpy(), wanted, atol=1e-7), name


@pytest.mark.parity
def test_scores_and_labels_equal_the_published_ones() -> None:
    golden = np.load(parity("golden/l_bisenet.npz"))
    picture = np.asarray(Pillow.fromarray(golden["image_rgb"]).resize((512, 512), Pillow.Resampling.BILINEAR))
    given = ((picture / np.float32(255) - MEAN) / DEVIATION).astype(np.float32).transpose(2, 0, 1)
    assert np.abs(given[:, ::16, ::16] - golden["net_input_sub16"]).max() < 1e-5
    net, pictures = hashed_parser(), torch.from_numpy(np.ascontiguousarray(given))[None]
    with torch.inference_mode():
        scores, (deep, deepest) = net(pictures)[0], net.auxiliary(pictures)
    assert np.abs(scores[:, ::16, ::16].numpy() - golden["logits_sub16"]).max() < 1e-3
    assert np.abs(deep[0, :, ::32, ::32].numpy() - golden["logits16_sub32"]).max() < 1e-3
    assert np.abs(deepest[0, :, ::32, ::32].numpy() - golden["logits32_sub32"]).max() < 1e-3
    assert (scores.argmax(0).numpy() == golden["label_map"]).mean() > 0.9999


def test_folding_changes_no_score() -> None:
    net = hashed_parser()
    pictures = torch.from_numpy(np.random.default_rng(0).normal(size=(1, 3, 64, 96)).astype(np.float32))
    with torch.inference_mode():
        plain = net(pictures)
        net.fold()
        assert torch.allclose(net(pictures), plain, atol=1e-4 * float(plain.abs().max()))
    assert not any(isinstance(block, torch.nn.BatchNorm2d) for block in net.modules())
