"""Small networks are found, loaded and used like published ones."""

from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from core.engines.musetalk_weights import identity_of, resolve
from core.models.audio_encoder import load_audio_encoder
from core.models.unet import load_unet
from core.models.vae import LatentDecoder, LatentEncoder, build_vae, load_vae
from core.project import EngineChoice
from training.tiny.autoencoder import autoencoder_config
from training.tiny.layout import EAR, UNET, UNET_FILE, VAE, write_networks, write_unet


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("networks")
    torch.manual_seed(0)
    config = autoencoder_config(scale=0.5)
    net = build_vae({key: value for key, value in config.items() if not key.startswith("_")})
    write_networks(place, (net, config), ear=None, seed=1)
    return place


def test_dubbing_finds_every_network_in_the_folder(folder: Path) -> None:
    files = resolve(EngineChoice("musetalk", str(folder)))
    assert (files.unet, files.vae, files.whisper) == (folder / UNET, folder / VAE, folder / EAR)


def test_networks_have_the_shapes_that_dubbing_expects(folder: Path) -> None:
    vae = load_vae(folder / VAE)
    pictures = torch.rand(1, 3, 256, 256)
    with torch.inference_mode():
        latents = LatentEncoder(vae)(pictures)
        painted = load_unet(folder / UNET)(torch.cat([latents, latents], dim=1), torch.rand(1, 50, 384))
        assert latents.shape == painted.shape == (1, 4, 32, 32)
        assert LatentDecoder(vae)(painted).shape == pictures.shape


def test_an_ear_of_random_weights_hears_differences_and_hardly_the_place(folder: Path) -> None:
    encoder = load_audio_encoder(folder / EAR)
    rng = np.random.default_rng(0)
    noise = rng.normal(0, 1, (80, 40)).astype(np.float32)
    twice = np.concatenate([noise, np.zeros((80, 40), np.float32), noise], axis=1)[None]
    first = encoder.states(twice)[0]
    same = np.abs(first[2:18] - first[42:58]).mean()
    other = np.abs(first[2:18] - first[22:38]).mean()
    assert other > 3 * same


def test_an_ear_that_is_there_is_taken_over(folder: Path, tmp_path: Path) -> None:
    config = autoencoder_config()
    net = build_vae({key: value for key, value in config.items() if not key.startswith("_")})
    write_networks(tmp_path, (net, config), ear=folder / EAR, seed=2)
    mel = np.random.default_rng(1).normal(0, 1, (1, 80, 20)).astype(np.float32)
    one, other = (load_audio_encoder(place / EAR).states(mel) for place in (folder, tmp_path))
    np.testing.assert_array_equal(one, other)


def test_weights_that_say_the_same_stay_as_they_are(folder: Path, tmp_path: Path) -> None:
    """A run that began with them would take freshly written ones for others, and refuse to go on."""
    state = load_file(folder / UNET / UNET_FILE)
    write_unet(tmp_path, state)
    before = identity_of(tmp_path / UNET)
    write_unet(tmp_path, {name: tensor.clone() for name, tensor in state.items()})
    assert identity_of(tmp_path / UNET) == before
    write_unet(tmp_path, {name: tensor + 1 for name, tensor in state.items()})
    assert identity_of(tmp_path / UNET) != before
