"""Small weights with random values in the layout that the authors of MuseTalk publish, for tests of all that reads it.

Everything by which the published files differ from what the libraries write today is here too: a plain ordered state
dict in `unet.pth`, 8 as the number of heads under the name `attention_head_dim`, an autoencoder without a scaling
factor and with the attention names of diffusers 0.4, a Whisper with the prefix `model.` and a stored position table.
"""

import json
import math
from collections import OrderedDict
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Any

import torch

State = OrderedDict[str, torch.Tensor]

UNETS = {"musetalkV15": (16, 32, 32, 32), "musetalk": (16, 16, 24, 24)}
"""Channels of the two UNets; the published ones have 320, 640, 1280, 1280."""

PARTS = ("musetalkV15", "musetalk", "sd-vae", "whisper", "face-parse-bisent")
"""Folders of the layout. `taesd` can be asked for as well; it is another project's and has the same form."""

VAE_CHANNELS = (16, 32, 32, 32)
"""Channels of the autoencoder; the published one has 128, 256, 512, 512."""

_FEED_FORWARD = 96
_OLD_NAMES = {"to_q": "query", "to_k": "key", "to_v": "value", "to_out.0": "proj_attn"}


def write_official(
    folder: Path, seed: int = 0, only: Collection[str] = PARTS, vae: tuple[int, ...] = VAE_CHANNELS
) -> Path:
    """Write the parts that are asked for below `folder`; returns `folder`. The same seed gives the same values.

    `vae` are the channels of the autoencoder, multiples of the first.
    """
    writers = {
        "whisper": _write_whisper,
        "face-parse-bisent": _write_parser,
        "taesd": _write_tiny,
    }
    for part in only:
        (folder / part).mkdir(parents=True, exist_ok=True)
        if part in UNETS:
            _write_unet(folder / part, part, seed)
        elif part == "sd-vae":
            _write_vae(folder / part, seed, vae)
        else:
            writers[part](folder / part, seed)
    return folder


def _write_unet(folder: Path, part: str, seed: int) -> None:
    (folder / "musetalk.json").write_text(json.dumps(_unet_config(UNETS[part]), indent=2))
    torch.save(_unet_state(part, seed), folder / ("unet.pth" if part == "musetalkV15" else "pytorch_model.bin"))


def _write_vae(folder: Path, seed: int, channels: tuple[int, ...]) -> None:
    (folder / "config.json").write_text(json.dumps(_vae_config(channels), indent=2))
    torch.save(_vae_state(seed, channels), folder / "diffusion_pytorch_model.bin")


def _write_whisper(folder: Path, seed: int) -> None:
    (folder / "config.json").write_text(json.dumps(_WHISPER_CONFIG, indent=2))
    (folder / "preprocessor_config.json").write_text(json.dumps(_FEATURES_CONFIG, indent=2))
    torch.save(_whisper_state(seed), folder / "pytorch_model.bin")


def _write_parser(folder: Path, seed: int) -> None:
    torch.save(_parser_state(seed), folder / "79999_iter.pth")


def _write_tiny(folder: Path, seed: int) -> None:
    from safetensors.torch import save_file

    (folder / "config.json").write_text(json.dumps(_TINY_CONFIG, indent=2))
    save_file(dict(_tiny_state(seed)), folder / "diffusion_pytorch_model.safetensors")


@cache
def _unet_state(part: str, seed: int) -> State:
    from diffusers import UNet2DConditionModel

    with torch.device("meta"):
        network = UNet2DConditionModel(**_public(_unet_config(UNETS[part])))
    return _filled({name: tuple(tensor.shape) for name, tensor in network.state_dict().items()}, seed)


@cache
def _vae_state(seed: int, channels: tuple[int, ...]) -> State:
    from diffusers import AutoencoderKL

    with torch.device("meta"):
        network = AutoencoderKL(**_public(_vae_config(channels)))
    return _filled({_old_name(name): tuple(tensor.shape) for name, tensor in network.state_dict().items()}, seed)


@cache
def _tiny_state(seed: int) -> State:
    from diffusers import AutoencoderTiny

    with torch.device("meta"):
        network = AutoencoderTiny(**_public(_TINY_CONFIG))
    return _filled({name: tuple(tensor.shape) for name, tensor in network.state_dict().items()}, seed)


@cache
def _whisper_state(seed: int) -> State:
    width, positions, mels = 384, 1500, 80
    shapes: dict[str, tuple[int, ...]] = {
        "encoder.conv1.weight": (width, mels, 3),
        "encoder.conv1.bias": (width,),
        "encoder.conv2.weight": (width, width, 3),
        "encoder.conv2.bias": (width,),
        "encoder.embed_positions.weight": (positions, width),
    }
    for layer in range(4):
        shapes |= {f"encoder.layers.{layer}.{name}": shape for name, shape in _whisper_layer(width).items()}
    for part in ("encoder", "decoder"):
        shapes |= {f"{part}.layer_norm.weight": (width,), f"{part}.layer_norm.bias": (width,)}
    shapes |= {"decoder.embed_tokens.weight": (64, width), "decoder.embed_positions.weight": (8, width)}
    return _filled({f"model.{name}": shape for name, shape in shapes.items()}, seed)


@cache
def _parser_state(seed: int) -> State:
    from core.models.face_parser import BiSeNet

    with torch.device("meta"):
        network = BiSeNet()
    return _filled({name: tuple(tensor.shape) for name, tensor in network.state_dict().items()}, seed)


def _whisper_layer(width: int) -> dict[str, tuple[int, ...]]:
    shapes: dict[str, tuple[int, ...]] = {}
    for name in ("k_proj", "v_proj", "q_proj", "out_proj"):
        shapes[f"self_attn.{name}.weight"] = (width, width)
        if name != "k_proj":
            shapes[f"self_attn.{name}.bias"] = (width,)
    shapes |= {"fc1.weight": (_FEED_FORWARD, width), "fc1.bias": (_FEED_FORWARD,)}
    shapes |= {"fc2.weight": (width, _FEED_FORWARD), "fc2.bias": (width,)}
    for norm in ("self_attn_layer_norm", "final_layer_norm"):
        shapes |= {f"{norm}.weight": (width,), f"{norm}.bias": (width,)}
    return shapes


def _filled(shapes: dict[str, tuple[int, ...]], seed: int) -> State:
    """Values that keep signals at about their size: products scaled by what they sum over, normalisations near 1."""
    generator = torch.Generator().manual_seed(seed)
    return OrderedDict((name, _values(name, shape, generator)) for name, shape in shapes.items())


def _values(name: str, shape: tuple[int, ...], generator: torch.Generator) -> torch.Tensor:
    if name.endswith("num_batches_tracked"):
        return torch.tensor(1000)
    if name.endswith("running_var"):
        return 1 + 0.3 * torch.rand(shape, generator=generator)
    values = torch.randn(shape, generator=generator)
    if len(shape) > 1:
        return values / math.sqrt(math.prod(shape[1:]))
    return 1 + 0.1 * values if name.endswith("weight") else 0.1 * values


def _old_name(name: str) -> str:
    if ".attentions." in name:
        for new, old in _OLD_NAMES.items():
            name = name.replace(f".{new}.", f".{old}.")
    return name


def _public(config: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in config.items() if not key.startswith("_")}


def _unet_config(channels: tuple[int, ...]) -> dict[str, Any]:
    return {
        "_class_name": "UNet2DConditionModel",
        "_diffusers_version": "0.6.0.dev0",
        "act_fn": "silu",
        "attention_head_dim": 8,
        "block_out_channels": channels,
        "center_input_sample": False,
        "cross_attention_dim": 384,
        "down_block_types": ["CrossAttnDownBlock2D"] * 3 + ["DownBlock2D"],
        "downsample_padding": 1,
        "flip_sin_to_cos": True,
        "freq_shift": 0,
        "in_channels": 8,
        "layers_per_block": 2,
        "mid_block_scale_factor": 1,
        "norm_eps": 1e-05,
        "norm_num_groups": 8,
        "out_channels": 4,
        "sample_size": 64,
        "up_block_types": ["UpBlock2D"] + ["CrossAttnUpBlock2D"] * 3,
    }


def _vae_config(channels: tuple[int, ...]) -> dict[str, Any]:
    return {
        "_class_name": "AutoencoderKL",
        "_diffusers_version": "0.4.2",
        "act_fn": "silu",
        "block_out_channels": list(channels),
        "down_block_types": ["DownEncoderBlock2D"] * 4,
        "in_channels": 3,
        "latent_channels": 4,
        "layers_per_block": 2,
        "norm_num_groups": min(channels[0], 8),
        "out_channels": 3,
        "sample_size": 256,
        "up_block_types": ["UpDecoderBlock2D"] * 4,
    }


_TINY_CONFIG: dict[str, Any] = {
    "_class_name": "AutoencoderTiny",
    "_diffusers_version": "0.20.0.dev0",
    "act_fn": "relu",
    "decoder_block_out_channels": [16, 16, 16, 16],
    "encoder_block_out_channels": [16, 16, 16, 16],
    "in_channels": 3,
    "latent_channels": 4,
    "latent_magnitude": 3,
    "latent_shift": 0.5,
    "num_decoder_blocks": [1, 1, 1, 1],
    "num_encoder_blocks": [1, 1, 1, 1],
    "out_channels": 3,
    "scaling_factor": 1.0,
    "upsampling_scaling_factor": 2,
}

_WHISPER_CONFIG: dict[str, Any] = {
    "architectures": ["WhisperForConditionalGeneration"],
    "activation_function": "gelu",
    "begin_suppress_tokens": None,
    "bos_token_id": 1,
    "d_model": 384,
    "decoder_attention_heads": 6,
    "decoder_ffn_dim": 32,
    "decoder_layers": 0,
    "decoder_start_token_id": 1,
    "encoder_attention_heads": 6,
    "encoder_ffn_dim": _FEED_FORWARD,
    "encoder_layers": 4,
    "eos_token_id": 2,
    "is_encoder_decoder": True,
    "max_source_positions": 1500,
    "max_target_positions": 8,
    "model_type": "whisper",
    "num_hidden_layers": 4,
    "num_mel_bins": 80,
    "pad_token_id": 0,
    "scale_embedding": False,
    "torch_dtype": "float32",
    "vocab_size": 64,
}

_FEATURES_CONFIG: dict[str, Any] = {
    "chunk_length": 30,
    "feature_extractor_type": "WhisperFeatureExtractor",
    "feature_size": 80,
    "hop_length": 160,
    "n_fft": 400,
    "n_samples": 480000,
    "nb_max_frames": 3000,
    "padding_side": "right",
    "padding_value": 0.0,
    "processor_class": "WhisperProcessor",
    "return_attention_mask": False,
    "sampling_rate": 16000,
}
