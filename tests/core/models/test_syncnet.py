"""SyncNet and its spectrogram give the numbers of the published network."""

import json

import numpy as np
import pytest
import soundfile
import torch

from core.models.sync_mel import COLUMNS, first_column, sync_mel
from core.models.syncnet import SyncNet, SyncNetShape, TowerShape, shape_of
from tests.hash_rule import filled
from tests.shared import parity


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


@pytest.mark.parity
def test_names_and_shapes_are_those_of_the_published_weights() -> None:
    published = json.loads(parity("keys/keys_syncnet.json").read_text(encoding="utf-8"))["keys"]
    with torch.device("meta"):
        network = SyncNet()
    assert {name: list(value.shape) for name, value in network.state_dict().items()} == published


@pytest.mark.parity
def test_embeddings_are_those_of_the_published_network() -> None:
    golden = np.load(parity("golden/j_syncnet.npz"))
    network = SyncNet(shape_of(json.loads(str(golden["config"])))).eval()
    shapes = {name: tuple(shape) for name, shape in json.loads(str(golden["manifest"])).items()}
    network.load_state_dict(filled(shapes, 1.2), strict=True)
    faces = torch.from_numpy(np.repeat(np.repeat(golden["visual_seed"], 16, axis=2), 16, axis=3))
    with torch.inference_mode():
        sound, seen = network(torch.from_numpy(golden["mel"]), faces)
    assert np.abs(sound.numpy() - golden["audio_embed"]).max() < 1e-4
    assert np.abs(seen.numpy() - golden["vision_embed"]).max() < 1e-4
    assert np.abs((sound * seen).sum(1).numpy() - golden["cosine"]).max() < 1e-4


@pytest.mark.parity
def test_the_spectrogram_is_that_of_the_published_code() -> None:
    golden = np.load(parity("golden/j_train_audio.npz"))
    sound, _ = soundfile.read(parity("golden/audio_short.wav"), dtype="float32")
    mel = sync_mel(sound)
    assert mel.shape == golden["sync_mel"].shape
    assert np.abs(mel - golden["sync_mel"]).max() < 1e-3
    columns = [first_column(int(frame)) for frame in golden["mel_window_start_frames"]]
    assert columns == golden["mel_window_start_cols"].tolist()
    assert np.abs(mel[None, :, columns[-1] : columns[-1] + COLUMNS] - golden["mel_window_last"]).max() < 1e-3


def test_silence_is_at_the_bottom_of_the_range_and_noise_is_not() -> None:
    noise = np.random.default_rng(0).normal(0, 0.3, 16_000).astype(np.float32)
    assert (sync_mel(np.zeros(16_000, np.float32)) == -4).all()
    assert sync_mel(noise).mean() > -1
    assert sync_mel(noise).shape == (80, 81)


def test_embeddings_have_length_one() -> None:
    torch.manual_seed(0)
    tiny = TowerShape(1, (32,) * 7, ((2, 1), (2, 2), (2, 2), (1, 1), (2, 2), (2, 2), (2, 3)))
    faces = TowerShape(48, (32,) * 8, ((1, 2), *(((2, 2),) * 7)))
    sound, seen = SyncNet(SyncNetShape(tiny, faces))(torch.rand(2, 1, 80, 52), torch.rand(2, 48, 128, 256))
    assert torch.allclose(sound.norm(dim=1), torch.ones(2), atol=1e-5)
    assert torch.allclose(seen.norm(dim=1), torch.ones(2), atol=1e-5)
