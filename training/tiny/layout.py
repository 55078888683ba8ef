"""Writes the small networks in the layout in which published ones lie, so that they are used like those.

    FOLDER/musetalkV15/   musetalk.json  unet.safetensors
    FOLDER/sd-vae/        config.json    diffusion_pytorch_model.safetensors
    FOLDER/whisper/       config.json    preprocessor_config.json   model.safetensors

The ear never learns. Without a published one its place is taken by one of random weights, which tells less well what
is said, but tells it: random projections of a spectrogram are a known baseline (Rahimi & Recht 2007).
"""

import json
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save
from torch import Tensor, nn

from core.cache import writing
from core.errors import WeightsError
from core.models import audio_encoder, log_mel, unet, vae
from core.models.audio_encoder import STATES, WIDTH, WhisperEncoder, load_audio_encoder
from core.models.unet import build_unet

UNET, VAE, EAR = "musetalkV15", "sd-vae", "whisper"
"""Names of the networks' folders."""

UNET_FILE = "unet.safetensors"

UNET_CONFIG: dict[str, Any] = {
    "in_channels": 8,
    "out_channels": 4,
    "cross_attention_dim": WIDTH,
    "block_out_channels": [32, 64, 64],
    "down_block_types": ["DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"],
    "up_block_types": ["CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"],
    "layers_per_block": 1,
    "attention_head_dim": 4,
    "norm_num_groups": 8,
}
"""Of the U-Net: sound is attended to at 16² and 8²; at 32² there are convolutions alone."""

_RANDOM_INNER = WIDTH  # width inside the feed-forward parts of an ear that learned nothing
_EARED = 3.0  # how much stronger than torch begins with it hears: its nonlinearity has something to bend
_PLACED = 0.02  # and how weakly it knows where in the piece it is


def write_networks(folder: Path, autoencoder: tuple[nn.Module, dict[str, Any]], ear: Path | None, seed: int) -> None:
    """Write a U-Net that has learned nothing, an autoencoder with its dimensions, and the ear of another folder.

    Without `ear` it is one of random weights. Raises WeightsError if a folder cannot be read or written.
    """
    torch.manual_seed(seed)
    try:
        write_unet(folder, build_unet(UNET_CONFIG).state_dict())
        net, config = autoencoder
        _write(folder / VAE, vae.CONFIG_FILE, config, vae.WEIGHTS_FILES[0], net.state_dict())
        if not (folder / EAR / audio_encoder.WEIGHTS_FILES[1]).is_file():
            _write_ear(folder / EAR, ear, seed)
    except OSError as error:
        raise WeightsError(f"{folder} cannot be written: {error.strerror}.", "Make room, or name another.") from error


def write_unet(folder: Path, state: dict[str, Tensor]) -> None:
    """Write the weights and dimensions of the U-Net alone. Raises OSError.

    Files that say the same already are not touched: a run that begins with them goes by when they were written.
    """
    _write(folder / UNET, unet.CONFIG_FILE, UNET_CONFIG, UNET_FILE, state)


def _write_ear(folder: Path, ear: Path | None, seed: int) -> None:
    if ear is None:
        torch.manual_seed(seed)
        net, inner = WhisperEncoder(_RANDOM_INNER), _RANDOM_INNER
        with torch.no_grad():
            net.conv1.weight *= _EARED
            net.embed_positions.weight *= _PLACED
    else:
        net = load_audio_encoder(ear).net
        inner = len(net.state_dict()["layers.0.fc1.bias"])
    state = {f"encoder.{name}": tensor for name, tensor in net.state_dict().items()}
    config = {
        "d_model": WIDTH, "encoder_layers": STATES - 1, "encoder_attention_heads": 6, "encoder_ffn_dim": inner,
        "num_mel_bins": log_mel.BANDS, "max_source_positions": audio_encoder.ROWS,
    }  # fmt: skip
    sound = {"feature_size": log_mel.BANDS, "hop_length": log_mel.HOP, "n_fft": log_mel.WINDOW, "sampling_rate": 16_000}
    _write(folder, audio_encoder.CONFIG_FILE, config, audio_encoder.WEIGHTS_FILES[1], state)
    (folder / audio_encoder.SOUND_FILE).write_text(json.dumps(sound, indent=2), encoding="utf-8")


def _write(folder: Path, config_file: str, config: dict[str, Any], file: str, state: dict[str, Tensor]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    _place(folder / config_file, json.dumps(config, indent=2).encode())
    _place(folder / file, save({name: tensor.detach().cpu().contiguous() for name, tensor in state.items()}))


def _place(path: Path, content: bytes) -> None:
    if not path.is_file() or path.read_bytes() != content:
        with writing(path) as part:
            part.write_bytes(content)
