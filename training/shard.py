"""A clip made ready for training: pieces of its pictures, landmarks and sound in one file. Knows no films, no networks.

A shard is a safetensors file, so that reading it runs no code and any frame can be had without reading the others:

    pictures   uint8 (bytes,)       the face of every frame with room around it, each a JPEG or PNG of its own
    ends       int64 (n + 1,)       frame i is pictures[ends[i] : ends[i + 1]]
    corners    int32 (n, 2)         where the piece's top left pixel lies in the film's frame
    landmarks  float32 (n, 68, 2)   iBUG points in pixels of the film's frame
    boxes      int32 (n, 4)         face boxes x0, y0, x1, y1 in the same pixels
    sound      int16 (samples,)     mono 16 kHz; frame i is heard at i / 25 seconds

The header says whose face it is, where it came from and how it was judged.
"""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from pydantic import TypeAdapter, ValidationError
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file

from core.arrays import Floats, Image, Sound
from core.errors import MediaError

RATE = 25
"""Frames a second of every shard, whatever the film had: what MuseTalk was trained with."""

SAMPLES = 16_000 // RATE
"""Samples of sound that belong to a frame."""

SUFFIX = ".shard"

_VERSION = 1
_HEADER = "dubwright"
_JPEG = (cv2.IMWRITE_JPEG_QUALITY, 95, cv2.IMWRITE_JPEG_SAMPLING_FACTOR, cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444)


@dataclass(frozen=True, slots=True)
class ShardFacts:
    """Where a shard came from: `film` is a file's name, `source` its fingerprint, `begin` the clip's time in seconds.

    `person` is what training and test sets are divided by. `figures` are what the clip was judged by.
    """

    film: str
    source: str
    begin: float
    person: str
    figures: dict[str, float]
    version: int = _VERSION


@dataclass(frozen=True, slots=True)
class ClipData:
    """What is written into a shard; shapes as in the module's drawing, `pieces` one picture a frame."""

    facts: ShardFacts
    pieces: list[bytes]
    corners: NDArray[np.int32]
    landmarks: Floats
    boxes: NDArray[np.int32]
    sound: Sound


def encoded(piece: Image, lossless: bool = False) -> bytes:
    """A picture as it lies in a shard: PNG, or JPEG of quality 95 without chroma subsampling, a fifth of the size."""
    options: tuple[int, ...] = (cv2.IMWRITE_PNG_COMPRESSION, 1) if lossless else _JPEG
    done, data = cv2.imencode(".png" if lossless else ".jpg", piece[..., ::-1], options)
    if not done:
        raise ValueError(f"a picture of {piece.shape} cannot be encoded")
    return data.tobytes()


def write_shard(path: Path, clip: ClipData) -> None:
    """Write a shard; it is there whole or not at all. Raises MediaError if it cannot be written."""
    part = path.with_name(f".{path.name}.part")
    tensors = {
        "pictures": torch.from_numpy(np.frombuffer(b"".join(clip.pieces), np.uint8).copy()),
        "ends": torch.from_numpy(np.cumsum([0, *map(len, clip.pieces)], dtype=np.int64)),
        "corners": torch.from_numpy(clip.corners.astype(np.int32)),
        "landmarks": torch.from_numpy(clip.landmarks.astype(np.float32)),
        "boxes": torch.from_numpy(clip.boxes.astype(np.int32)),
        "sound": torch.from_numpy(np.round(np.clip(clip.sound, -1, 1) * 32767).astype(np.int16)),
    }
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        save_file(tensors, part, {_HEADER: json.dumps(asdict(clip.facts))})
        part.replace(path)
    except OSError as error:
        raise MediaError(
            f"{path} cannot be written: {error.strerror}.", "Make room, or name another folder."
        ) from error
    finally:
        with suppress(OSError):  # it is not there, or its folder is none
            part.unlink()


class Shard:
    """An open shard, or a stretch of one, whose frame 0 is then the first of `frames`.

    Pictures are decoded when they are asked for; everything else is held.

    Raises MediaError if the file is no shard, is damaged or was written by a later version.
    """

    def __init__(self, path: Path, frames: slice = slice(None)) -> None:
        self.path = path
        with _readable(path), safe_open(path, "np") as file:
            self.facts = _facts(path, file.metadata())
            boxes: NDArray[np.int32] = file.get_tensor("boxes")
            first, stop, _ = frames.indices(len(boxes))
            kept = slice(first, max(first, stop))
            self.boxes = boxes[kept]
            self.corners: NDArray[np.int32] = file.get_tensor("corners")[kept]
            self.landmarks: Floats = file.get_tensor("landmarks")[kept]
            self._ends: NDArray[np.int64] = file.get_tensor("ends")[kept.start : kept.stop + 1]
            self._sound: NDArray[np.int16] = file.get_tensor("sound")[kept.start * SAMPLES : kept.stop * SAMPLES]

    def __len__(self) -> int:
        return len(self.boxes)

    @property
    def sound_key(self) -> str:
        """A key of every sample of the sound, the same for the same sound in another shard."""
        return hashlib.sha256(self._sound.tobytes()).hexdigest()

    @property
    def sound(self) -> Sound:
        """Mono 16 kHz sound of the whole clip."""
        return (self._sound / np.float32(32767)).astype(np.float32)

    def piece(self, frame: int) -> Image:
        """The picture around the face of a frame. Raises MediaError if it is damaged."""
        with _readable(self.path), safe_open(self.path, "np") as file:
            data = file.get_slice("pictures")[int(self._ends[frame]) : int(self._ends[frame + 1])]
        picture = cv2.imdecode(data, cv2.IMREAD_COLOR_RGB)
        if picture is None:
            raise MediaError(f"Frame {frame} of {self.path.name} is damaged.", _HINT)
        return np.asarray(picture, np.uint8)


def shards_in(folder: Path) -> list[Path]:
    """The shards of a folder, in order of their names."""
    return sorted(folder.glob(f"*{SUFFIX}"))


_HINT = "Prepare the data again; clips that are whole are kept."


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except (SafetensorError, OSError, KeyError) as error:
        raise MediaError(f"{path.name} cannot be read as a shard of training data.", _HINT) from error


def _facts(path: Path, header: dict[str, Any] | None) -> ShardFacts:
    try:
        facts = TypeAdapter(ShardFacts).validate_json((header or {})[_HEADER])
    except (KeyError, ValidationError) as error:
        raise MediaError(f"{path.name} is no shard of training data.", _HINT) from error
    if facts.version > _VERSION:
        raise MediaError(
            f"{path.name} was prepared by a later version.", "Update Dubwright, or prepare the data again."
        )
    return facts
