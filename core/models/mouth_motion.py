"""The network of the built-in engine: features of sound in, motion of the mouth out, in pieces of any length.

Convolutions that look a fixed little way ahead are followed by a recurrent layer that looks back as far as it likes.
Every layer carries the end of what it has seen to the next piece, so a stream gives the same as the whole at once.
Knows nothing of files of sound, of faces and of video.
"""

from dataclasses import dataclass
from pathlib import Path

import safetensors
import safetensors.torch
import torch
from torch import Tensor, nn
from torch.nn import functional

from core.errors import WeightsError
from core.models.speech_features import BANDS, FRAME_RATE

CHANNELS = ("open", "wide", "round", "press", "tuck", "speech")
"""What a row of motion holds, each in 0..1: see `core.face.mouth_shape`; `speech` is the probability of speech."""

MOTION_RATE = 50
"""Rows of motion a second: one for two frames of features."""

SHAPES = 3  # the first channels are sizes, the others probabilities

# (channels in, channels out, kernel, frames ahead, dilation, stride); the first two run at FRAME_RATE.
_WIDTH = 176
_FRONT = ((BANDS, 128, 5, 2, 1, 1), (128, _WIDTH, 5, 2, 1, 2))
_BODY = (
    (_WIDTH, _WIDTH, 3, 1, 1, 1),
    (_WIDTH, _WIDTH, 3, 1, 2, 1),
    (_WIDTH, _WIDTH, 3, 0, 3, 1),
    (_WIDTH, _WIDTH, 3, 0, 4, 1),
)

NETWORK_AHEAD = sum(layer[3] for layer in _FRONT) / FRAME_RATE + sum(layer[3] for layer in _BODY) / MOTION_RATE
"""Seconds of features after its own time that a row of motion needs."""


@dataclass(frozen=True, slots=True)
class MotionState:
    """What the network carries from one piece to the next: the end of every convolution's input, and its memory."""

    held: tuple[Tensor, ...]
    memory: Tensor


class StreamConv(nn.Module):
    """A convolution over time that sees `ahead` frames of the future and keeps the past it needs between pieces."""

    def __init__(self, inputs: int, outputs: int, kernel: int, ahead: int, dilation: int, stride: int) -> None:
        super().__init__()
        self.conv = nn.Conv1d(inputs, outputs, kernel, stride=stride, dilation=dilation)
        self.ahead = ahead
        self.behind = (kernel - 1) * dilation - ahead
        self._span = (kernel - 1) * dilation + 1
        self._stride = stride

    def forward(self, piece: Tensor, held: Tensor, last: bool) -> tuple[Tensor, Tensor, Tensor]:
        """The convolution of (batch, inputs, time) as far as it can be known.

        Returns it, the inputs at the very times of the outputs (for a residual), and what to hold for the next piece.
        """
        seen = torch.cat([held, piece], 2)
        if last:
            seen = functional.pad(seen, (0, self.ahead))
        count = max(0, (seen.shape[2] - self._span) // self._stride + 1)
        rest = seen[:, :, count * self._stride :]
        if count == 0:
            return piece.new_zeros(len(piece), self.conv.out_channels, 0), piece[:, :, :0], rest
        used = seen[:, :, : (count - 1) * self._stride + self._span]
        return self.conv(used), seen[:, :, self.behind : self.behind + count], rest


class MouthMotion(nn.Module):
    """Features (batch, time, BANDS) → raw motion (batch, time / 2, 6); `activated` turns it into 0..1."""

    def __init__(self, dropout: float = 0.0) -> None:
        super().__init__()
        self.front = nn.ModuleList(StreamConv(*layer) for layer in _FRONT)
        self.body = nn.ModuleList(StreamConv(*layer) for layer in _BODY)
        self.memory = nn.GRU(_WIDTH, _WIDTH, batch_first=True)
        self.head = nn.Sequential(
            nn.Linear(2 * _WIDTH, 96), nn.GELU(), nn.Dropout(dropout), nn.Linear(96, len(CHANNELS))
        )
        self.dropout = nn.Dropout(dropout)

    def start(self, batch: int = 1) -> MotionState:
        """The state before the first piece: silence."""
        convs = [layer.conv for layer in (*self.front, *self.body)]
        held = [
            torch.zeros(batch, conv.in_channels, layer.behind)
            for conv, layer in zip(convs, (*self.front, *self.body), strict=True)
        ]
        return MotionState(tuple(held), torch.zeros(1, batch, _WIDTH))

    def forward(
        self, features: Tensor, state: MotionState | None = None, last: bool = True
    ) -> tuple[Tensor, MotionState]:
        """Raw motion as far as it can be known from this piece and those before; all the rest of it if `last`.

        Over a whole stream there is one row for two frames of features; until `last` it lags by `NETWORK_AHEAD`.
        """
        state = state or self.start(len(features))
        signal, held = features.transpose(1, 2), []
        for layer, before in zip(self.front, state.held[: len(self.front)], strict=True):
            convolved, _, rest = layer(signal, before, last)
            signal = functional.gelu(convolved)
            held.append(rest)
        for layer, before in zip(self.body, state.held[len(self.front) :], strict=True):
            convolved, same_time, rest = layer(signal, before, last)
            signal = same_time + self.dropout(functional.gelu(convolved))
            held.append(rest)
        rows = signal.transpose(1, 2)
        if rows.shape[1] == 0:
            return rows.new_zeros(len(rows), 0, len(CHANNELS)), MotionState(tuple(held), state.memory)
        remembered, memory = self.memory(rows, state.memory)
        return self.head(torch.cat([rows, self.dropout(remembered)], 2)), MotionState(tuple(held), memory)


def activated(raw: Tensor) -> Tensor:
    """Raw motion (…, 6) → motion: sizes clipped to 0..1.25, probabilities through a logistic function."""
    return torch.cat([raw[..., :SHAPES].clamp(0.0, 1.25), torch.sigmoid(raw[..., SHAPES:])], -1)


def load_mouth_motion(path: Path) -> MouthMotion:
    """The network with the weights of a safetensors file, ready to run. Raises WeightsError if they do not fit."""
    network = MouthMotion()
    try:
        network.load_state_dict(safetensors.torch.load_file(path))
    except (OSError, RuntimeError, safetensors.SafetensorError) as error:
        raise WeightsError(
            f"“{path.name}” is damaged or made for another engine.", "Install Dubwright again."
        ) from error
    return network.eval()
