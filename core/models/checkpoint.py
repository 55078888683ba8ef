"""Tensors out of a file, and into a network: never a program, never a guess. Knows no architecture.

A published `.pth` is a pickle, and a pickle is a program. It is read by torch's restricted reader, which builds tensors
and plain containers only; whatever else is in the file is refused before it could run. Nothing is unwrapped or renamed
here: who knows the network knows what its file looks like.
"""

from __future__ import annotations

import json
import pickle
import re
import struct
import warnings
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from core.cache import content_key, entry, trim, writing
from core.errors import MediaError, WeightsError

if TYPE_CHECKING:
    import torch

_ZIP, _PICKLE = b"PK\x03\x04", b"\x80"
_AGAIN = "Fetch or copy it again; “dubwright weights verify” says what is whole."
_HALVES, _HALVES_BYTES = "halved", 12 << 30  # kind of cache entry; room for the networks of three engines

_TYPES = {"torch.float64": "F64", "torch.float32": "F32", "torch.float16": "F16", "torch.bfloat16": "BF16",
          "torch.int64": "I64", "torch.int32": "I32", "torch.int16": "I16", "torch.int8": "I8", "torch.uint8": "U8",
          "torch.bool": "BOOL"}  # fmt: skip
"""How the safetensors format calls torch's types, as far as weights are stored in them."""

_UNREADABLE = (OSError, RuntimeError, ValueError, TypeError, LookupError, AttributeError, EOFError, ArithmeticError,
               AssertionError, MemoryError, struct.error, pickle.UnpicklingError)  # fmt: skip
"""What torch's readers raise on bytes that are not what they take them for, found by feeding them such bytes."""


def load_state(path: Path) -> dict[str, torch.Tensor]:
    """The tensors of a checkpoint by name, on the processor and in the types in which they are stored.

    `.safetensors` and zipped `.pth`, `.pt`, `.bin` files are mapped into memory, so that only what is used is read; a
    file in torch's format of before 2020 is read whole. Raises WeightsError, which names the file, if it is missing or
    damaged, holds anything but a flat table of dense tensors, or holds code; code is never run.
    """
    head = _head(path)
    state = _load_safetensors(path) if path.suffix == ".safetensors" else _load_pickled(path, head)
    return _only_tensors(state, path)


def load_strictly(module: torch.nn.Module, state: Mapping[str, torch.Tensor], path: Path) -> None:
    """Give a network exactly these tensors. Raises WeightsError with the first missing, unexpected or misshaped one.

    A network on the `meta` device takes the tensors over as they are, without a copy and in their own type; any other
    one is written into and keeps its types. `path` is only named in the error.
    """
    own = module.state_dict()
    _refuse_misfit({name: tuple(tensor.shape) for name, tensor in own.items()}, state, path)
    module.load_state_dict(dict(state), strict=True, assign=any(tensor.is_meta for tensor in own.values()))


def halved(path: Path) -> Path:
    """A safetensors file with the same tensors in half precision, made now if it was not made before.

    It lies in the cache and not beside the original: imported weights are somebody else's folder, often read-only, and
    what can be made again belongs where it may be deleted. It belongs to one path, size and time of change; another
    original under the same path replaces it. A tensor that would overflow stays as it was, and so does everything that
    is no 32- or 64-bit float. If the cache cannot take it, or nothing would become smaller, `path` itself is returned.
    Raises WeightsError as `load_state` does.
    """
    _head(path)
    stamp, place = path.stat(), content_key(str(path.resolve()))
    half = entry(_HALVES, f"{place}-{content_key(stamp.st_size, stamp.st_mtime_ns)}", ".safetensors")
    if _opens(half):
        with suppress(OSError):  # a cache that cannot be written keeps its order of use, nothing else
            half.touch()
        return half
    state = load_state(path)
    if not any(_is_long(tensor) for tensor in state.values()):
        return path
    return half if _write_half(state, half, place) else path


def _head(path: Path) -> bytes:
    """The first bytes of a file that is there and not empty."""
    try:
        with path.open("rb") as file:
            head = file.read(4)
    except OSError as error:
        raise WeightsError(f"The weights file {path} cannot be read: {error.strerror}.", _AGAIN) from error
    if not head:
        raise WeightsError(f"The weights file {path} is empty.", _AGAIN)
    return head


def _load_safetensors(path: Path) -> Any:
    import safetensors
    import safetensors.torch

    try:
        return safetensors.torch.load_file(path)
    except (OSError, RuntimeError, ValueError, KeyError, safetensors.SafetensorError) as error:
        raise WeightsError(f"The weights file {path} is damaged: {_first_line(error)}.", _AGAIN) from error


def _load_pickled(path: Path, head: bytes) -> Any:
    import torch

    zipped = head == _ZIP
    if not zipped and not head.startswith(_PICKLE):
        raise WeightsError(f"{path} is no file of weights.", "Choose a .pth, .pt, .bin or .safetensors file.")
    try:
        with warnings.catch_warnings():  # of other versions of the format; what cannot be read is an error anyway
            warnings.simplefilter("ignore", UserWarning)
            return torch.load(path, map_location="cpu", weights_only=True, mmap=zipped)
    except _UNREADABLE as error:
        forbidden = _forbidden(error)
        if forbidden:
            what = f"The weights file {path} holds more than tensors ({forbidden}) and is not opened."
            raise WeightsError(what, "Ask its author for a safetensors file, or for a plain state dict.") from error
        raise WeightsError(f"The weights file {path} is damaged: {_first_line(error)}.", _AGAIN) from error


def _forbidden(error: BaseException) -> str:
    """The name that the restricted reader refused, or nothing if it failed of another reason."""
    found = re.search(r"GLOBAL ([\w.]+)|(?:type|class) ([\w.]+) whose module|function ([\w.]+)", str(error))
    if found is None:
        return "code" if "nsupported" in str(error) and isinstance(error, pickle.UnpicklingError) else ""
    return next(name for name in found.groups() if name)


def _first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return lines[0].rstrip(".") if lines else type(error).__name__


def _only_tensors(state: Any, path: Path) -> dict[str, torch.Tensor]:
    import torch

    hint = "Use the plain state dict of the network."
    if not isinstance(state, dict) or not state:
        raise WeightsError(f"The weights file {path} holds no table of tensors.", hint)
    for name, tensor in state.items():
        if not isinstance(name, str) or not isinstance(tensor, torch.Tensor):
            raise WeightsError(f"The entry “{name}” of the weights file {path} is no tensor.", hint)
        if tensor.layout is not torch.strided or tensor.is_quantized or tensor.is_meta:
            raise WeightsError(f"The entry “{name}” of the weights file {path} is no dense tensor.", hint)
    return dict(state)


def _refuse_misfit(wanted: dict[str, tuple[int, ...]], state: Mapping[str, torch.Tensor], path: Path) -> None:
    hint = "It belongs to another network; choose the file that its set of weights names."
    for name, shape in wanted.items():
        if name not in state:
            raise WeightsError(f"The weights file {path} has no “{name}”.", hint)
        if tuple(state[name].shape) != shape:
            has = tuple(state[name].shape)
            raise WeightsError(f"“{name}” in the weights file {path} has the shape {has} instead of {shape}.", hint)
    for name in state:
        if name not in wanted:
            raise WeightsError(f"The weights file {path} has a “{name}” that the network does not know.", hint)


def _is_long(tensor: torch.Tensor) -> bool:
    return tensor.is_floating_point() and tensor.element_size() > 2


def _half(tensor: torch.Tensor) -> torch.Tensor:
    """The tensor in half precision, or as it is if a finite value would overflow or it is no long float."""
    if _is_long(tensor):
        short = tensor.half()
        if bool((short.isfinite() | ~tensor.isfinite()).all()):
            return short
    return tensor


def _opens(path: Path) -> bool:
    """Whether a converted file is there and as long as its header says."""
    import safetensors

    try:
        with safetensors.safe_open(path, framework="pt"):
            return True
    except (OSError, safetensors.SafetensorError):
        return False


def _write_half(state: dict[str, torch.Tensor], half: Path, place: str) -> bool:
    """Write the file and forget those of earlier originals; False if the cache cannot take it."""
    if not all(str(tensor.dtype) in _TYPES for tensor in state.values()):
        return False
    try:
        with writing(half) as part, part.open("wb") as file:
            _stream_halves(state, file)
    except MediaError:
        return False
    for old in half.parent.glob(f"{place}-*"):
        if old != half:
            old.unlink(missing_ok=True)
    trim(_HALVES, _HALVES_BYTES)
    return True


def _stream_halves(state: dict[str, torch.Tensor], file: BinaryIO) -> None:
    """Write the safetensors format one tensor at a time, so that never more than one is held beside the mapped file.

    The format is the length of a header as eight bytes, the header as JSON, then the values. Where each tensor ends is
    known only when all are halved; so the header's place is left free, filled last, and padded with blanks.
    """
    import torch

    longest = max(sum(tensor.nbytes for tensor in state.values()), 1)
    blank = {name: _entry(tensor, longest, longest) for name, tensor in state.items()}
    room = -(-len(_json(blank)) // 8) * 8
    file.seek(8 + room)
    header, begin = {}, 0
    for name, tensor in state.items():
        short = _half(tensor).contiguous()
        header[name] = _entry(short, begin, begin + short.nbytes)
        begin += short.nbytes
        file.write(short.reshape(-1).view(torch.uint8).numpy().data)
    file.seek(0)
    file.write(struct.pack("<Q", room) + _json(header).ljust(room))


def _entry(tensor: torch.Tensor, begin: int, end: int) -> dict[str, Any]:
    return {"dtype": _TYPES[str(tensor.dtype)], "shape": list(tensor.shape), "data_offsets": [begin, end]}


def _json(header: dict[str, Any]) -> bytes:
    return json.dumps(header).encode()
