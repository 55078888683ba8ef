"""The encoder of Whisper-tiny: sound becomes five states of 384 numbers, fifty times a second. Knows no video.

Radford et al., “Robust Speech Recognition via Large-Scale Weak Supervision” (2022, arXiv 2212.04356). Modules carry the
names of the published weights (`openai/whisper-tiny`), of which the decoder is never loaded. Unlike the published
program this one takes sound of any length up to 30 seconds, as a live voice needs it. Numbers of a shorter sound are
not those that it has when it is filled up to 30 seconds: the network looks at all it is given.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from core.arrays import Floats
from core.device import CPU, Device
from core.errors import WeightsError
from core.models import log_mel
from core.models.checkpoint import load_state, load_strictly
from core.models.network_config import network_config

CONFIG_FILE, SOUND_FILE = "config.json", "preprocessor_config.json"
WEIGHTS_FILES = ("pytorch_model.bin", "model.safetensors")
"""Names of the weights in the published folder; the first one that is there is read."""

WIDTH, STATES, ROWS = 384, 5, 1500
"""Numbers in a state, states of a row, rows of the longest sound."""

ROW = 320
"""Samples between rows: row k is centred on sample 320 k."""

REACH = 2 * log_mel.HOP + log_mel.WINDOW // 2
"""Samples on either side of its centre that a row's convolutions see; attention sees all."""

_HEADS, _LAYERS = 6, 4
_LARGEST_INNER = 16 * WIDTH  # a feed-forward width beyond which a file is not believed
_PREFIXES = ("model.encoder.", "encoder.")


@dataclass(frozen=True, slots=True)
class AudioEncoder:
    """A loaded network, and where it runs."""

    net: WhisperEncoder
    device: Device

    def states(self, mel: Floats, normed: bool = True) -> Floats:
        """Scaled mel columns (n, 80, 2 · rows) → states (n, rows, 5, 384); at most 1500 rows.

        The states are what goes into the first layer and what comes out of each of the four. `normed`: the last one is
        taken after the network's final normalisation, else before it.
        """
        given = torch.from_numpy(mel).to(self.device.name, self.device.dtype)
        with torch.inference_mode():
            states: Floats = self.net(given, normed).float().cpu().numpy()
        return states


def load_audio_encoder(folder: Path, device: Device = CPU) -> AudioEncoder:
    """The network of a folder in the published layout.

    In float32 one core hears a minute in less than a second, so no other format is worth its error: in bfloat16 single
    values of the last state, which reach 13, are off by as much. Raises WeightsError if a file is missing or damaged,
    or describes another network than the encoder of Whisper-tiny.
    """
    config = network_config(folder / CONFIG_FILE)
    _check(folder / CONFIG_FILE, config, _NETWORK)
    _check(folder / SOUND_FILE, network_config(folder / SOUND_FILE), _SOUND)
    inner = config.get("encoder_ffn_dim")
    if not isinstance(inner, int) or not 0 < inner <= _LARGEST_INNER:
        raise _refused(folder / CONFIG_FILE, "encoder_ffn_dim", inner, 4 * WIDTH)
    path = next((folder / name for name in WEIGHTS_FILES if (folder / name).exists()), folder / WEIGHTS_FILES[0])
    with torch.device("meta"):
        net = WhisperEncoder(inner)
    load_strictly(net, _own(load_state(path)), path)
    return AudioEncoder(net.to(device.name, device.dtype).eval().requires_grad_(False), device)


class WhisperEncoder(nn.Module):
    """Scaled mel columns (n, 80, 2 · rows) → states (n, rows, 5, 384).

    `inner` is the width inside the feed-forward parts.
    """

    def __init__(self, inner: int = 4 * WIDTH) -> None:
        super().__init__()
        self.conv1 = nn.Conv1d(log_mel.BANDS, WIDTH, 3, padding=1)
        self.conv2 = nn.Conv1d(WIDTH, WIDTH, 3, stride=2, padding=1)
        self.embed_positions = nn.Embedding(ROWS, WIDTH)
        self.layers = nn.ModuleList([_Layer(inner) for _ in range(_LAYERS)])
        self.layer_norm = nn.LayerNorm(WIDTH)

    def forward(self, mel: Tensor, normed: bool) -> Tensor:
        """`normed`: whether the last state is normalised."""
        hidden = functional.gelu(self.conv2(functional.gelu(self.conv1(mel)))).transpose(1, 2)
        hidden = hidden + self.embed_positions.weight[: hidden.shape[1]]
        states = [hidden]
        for layer in self.layers:
            hidden = layer(hidden)
            states.append(hidden)
        if normed:
            states[-1] = self.layer_norm(hidden)
        return torch.stack(states, 2)


class _Layer(nn.Module):
    def __init__(self, inner: int) -> None:
        super().__init__()
        self.self_attn = _Attention()
        self.self_attn_layer_norm = nn.LayerNorm(WIDTH)
        self.fc1, self.fc2 = nn.Linear(WIDTH, inner), nn.Linear(inner, WIDTH)
        self.final_layer_norm = nn.LayerNorm(WIDTH)

    def forward(self, hidden: Tensor) -> Tensor:
        hidden = hidden + self.self_attn(self.self_attn_layer_norm(hidden))
        changed: Tensor = self.fc2(functional.gelu(self.fc1(self.final_layer_norm(hidden))))
        return hidden + changed


class _Attention(nn.Module):
    """Six heads, every row to every row."""

    def __init__(self) -> None:
        super().__init__()
        self.q_proj, self.v_proj, self.out_proj = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.k_proj = nn.Linear(WIDTH, WIDTH, bias=False)

    def forward(self, hidden: Tensor) -> Tensor:
        query, key, value = (
            part(hidden).unflatten(2, (_HEADS, -1)).transpose(1, 2) for part in (self.q_proj, self.k_proj, self.v_proj)
        )
        heads = functional.scaled_dot_product_attention(query, key, value)
        mixed: Tensor = self.out_proj(heads.transpose(1, 2).flatten(2))
        return mixed


_NETWORK = {
    "d_model": WIDTH, "encoder_layers": _LAYERS, "encoder_attention_heads": _HEADS,
    "num_mel_bins": log_mel.BANDS, "max_source_positions": ROWS,
}  # fmt: skip
_SOUND = {
    "feature_size": log_mel.BANDS, "hop_length": log_mel.HOP, "n_fft": log_mel.WINDOW,
    "sampling_rate": log_mel.SAMPLE_RATE,
}  # fmt: skip
"""What the published files of Whisper-tiny say; the feed-forward width alone may be another."""


def _check(path: Path, config: dict[str, Any], wanted: dict[str, int]) -> None:
    for name, value in wanted.items():
        if config.get(name) != value:
            raise _refused(path, name, config.get(name), value)


def _refused(path: Path, name: str, found: object, wanted: int) -> WeightsError:
    return WeightsError(
        f"{path} says {name} = {found} where Whisper-tiny has {wanted}.",
        "Use the files of openai/whisper-tiny, with which the engine was trained.",
    )


def _own(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """The encoder's tensors under their own names; nothing if there are none."""
    for prefix in _PREFIXES:
        found = {name.removeprefix(prefix): tensor for name, tensor in state.items() if name.startswith(prefix)}
        if found:
            return found
    return {}
