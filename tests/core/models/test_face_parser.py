"""The face-parsing network: the names of its published weights, and the numbers that they must give."""

import json
from zlib import crc32

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image as Pillow
from torch import Tensor

from core.models.face_parser import DEVIATION, MEAN, FaceParser
from tests.shared import parity


def hashed(name: str, shape: tuple[int, ...], gain: float) -> Tensor:
    """The values that the fixtures' rule gives to a parameter of that name."""
    count = int(np.prod(shape))
    h: NDArray[np.uint32] = np.arange(count, dtype=np.uint32) * np.uint32(0x9E3779B1) + np.uint32(crc32(name.encode()))
    h = (h ^ (h >> 16)) * np.uint32(0x7FEB352D)
    h = (h ^ (h >> 15)) * np.uint32(0x846CA68B)
    s = 2 * (h ^ (h >> 16)).astype(np.float64) / 2**32 - 1
    last = name.rpartition(".")[2]
    if len(shape) > 1:
        s *= gain * np.sqrt(3 / np.prod(shape[1:]))
    elif last == "weight":
        s = 1 + 0.2 * s
    elif last == "running_var":
        s = 1 + 0.3 * s
    else:
        s = 0.1 * s
    return torch.from_numpy(s.astype(np.float32)).reshape(shape)


def hashed_parser() -> FaceParser:
    net = FaceParser().eval()
    state = {
        name: value if name.endswith("num_batches_tracked") else hashed(name, tuple(value.shape), 1.3)
        for name, value in net.state_dict().items()
    }
    net.load_state_dict(state, strict=True)
    return net


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


@pytest.mark.parity
def test_names_and_shapes_are_those_of_the_published_weights() -> None:
    published = json.loads(parity("keys/keys_bisenet.json").read_text(encoding="utf-8"))["keys"]
    assert {name: list(value.shape) for name, value in FaceParser().state_dict().items()} == published


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
