"""One network run by OpenVINO on the processor, and its conversion, which is kept. Knows no pictures.

An optional package: `pip install "dubwright[openvino]"`. It fuses what torch computes step by step, which makes large
networks two to three times as fast on the same processor. A network is converted once and then lies in the cache, under
a key of its weights' content; converting the full-size U-Net takes 4.5 GB of memory, once.
"""

from __future__ import annotations

import sys
import tempfile
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from torch import nn

from core.cache import content_key, entry, trim
from core.device import Device, cores_for_networks, usable_cores
from core.errors import DeviceError

CONVERSION_BYTES = 6 << 30
"""Free memory below which nothing is converted unless it is asked for; the full-size U-Net took 4.5 GB."""

_KIND, _BUDGET = "openvino", 12 << 30  # kind of cache entry; room for the networks of three engines
_VERSION = 1  # of what this module stores
_PRECISIONS = {"float32": "f32", "bfloat16": "bf16", "float16": "f16"}


@dataclass(frozen=True, slots=True)
class Source:
    """What is converted: how it is built in float32, the content of its weights, its inputs' shapes without rows."""

    build: Callable[[], nn.Module]
    fingerprint: str
    shapes: tuple[tuple[int, ...], ...]


class OpenVinoNetwork:
    """A converted network, ready for any number of rows. It stays on the processor wherever it is told to move."""

    def __init__(self, model: Path, device: Device) -> None:
        self._model, self._precision = model, device.precision
        self._compiled = _compiled(model, device.precision)

    def __call__(self, *inputs: torch.Tensor) -> torch.Tensor:
        """What the network makes of the inputs, in float32; rows are independent of each other."""
        return _run(self._compiled, inputs)

    def exactly(self, *inputs: torch.Tensor) -> torch.Tensor:
        """The same, computed in float32 throughout."""
        return _run(_compiled(self._model, "float32"), inputs)

    def move(self, device: Device) -> None:
        """Go on in the device's number format."""
        if device.precision != self._precision:
            self._compiled, self._precision = None, device.precision
            self._compiled = _compiled(self._model, device.precision)

    def close(self) -> None:
        """Give the memory back."""
        self._compiled = None


def is_installed() -> bool:
    """True if the optional package is there."""
    return find_spec("openvino") is not None


def kept(source: Source, device: Device) -> Path | None:
    """The conversion if it was made before."""
    path = _place(source, device)
    if not (path.exists() and path.with_suffix(".bin").exists()):
        return None
    path.touch()
    path.with_suffix(".bin").touch()
    return path


def converted(source: Source, device: Device) -> Path:
    """The conversion, made now if it was not made before.

    Raises DeviceError if the package or the memory is missing or the cache cannot take it; WeightsError from `build`.
    """
    if not is_installed():
        raise DeviceError("OpenVINO is not installed.", "Run “pip install openvino”, or choose another backend.")
    return kept(source, device) or _convert(source, _place(source, device), short=device.precision != "float32")


def _place(source: Source, device: Device) -> Path:
    from importlib.metadata import version

    short = device.precision != "float32"
    return entry(_KIND, content_key(_VERSION, version("openvino"), source.fingerprint, source.shapes, short), ".xml")


def _openvino() -> Any:
    """The package without its reporter, which would tell its makers of every import and conversion, on the internet.

    It goes without where `openvino_telemetry` cannot be imported; None there says so to Python.
    """
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]  # None is for modules that are not
    import openvino

    return openvino


def _convert(source: Source, target: Path, short: bool) -> Path:
    network = source.build()
    examples = tuple(torch.zeros(2, *shape) for shape in source.shapes)
    try:
        with torch.inference_mode(), warnings.catch_warnings():
            # diffusers branches on sizes, and the branches taken for two rows are those of any number below 64;
            # OpenVINO still traces with what torch calls deprecated
            warnings.simplefilter("ignore")
            model = _openvino().convert_model(network, example_input=examples, input=_any_rows(source.shapes))
        _write(model, target, short)
    except (OSError, RuntimeError, MemoryError) as error:
        what = f"OpenVINO could not convert a network: {str(error).splitlines()[0]}."
        raise DeviceError(what, "Make room in memory and on the disk, or choose the backend “torch”.") from error
    trim(_KIND, _BUDGET)
    return target


def _write(model: Any, target: Path, short: bool) -> None:
    """Both files of the conversion, under their names only once they are whole; the one that is looked for last."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as name:
        part = Path(name) / target.name
        _openvino().save_model(model, part, compress_to_fp16=short)
        part.with_suffix(".bin").replace(target.with_suffix(".bin"))
        part.replace(target)


def _any_rows(shapes: Sequence[tuple[int, ...]]) -> list[list[int]]:
    return [[-1, *shape] for shape in shapes]


def _compiled(model: Path, precision: str) -> Any:
    """Version 2026.4 divides by zero, and the process with it, when the U-Net runs in bfloat16 on one thread."""
    threads = cores_for_networks()
    if precision != "float32":
        threads = max(2, threads)
    wishes = {
        "INFERENCE_PRECISION_HINT": _PRECISIONS[precision if usable_cores() > 1 else "float32"],
        "INFERENCE_NUM_THREADS": threads,
        "PERFORMANCE_HINT": "LATENCY",
    }
    return _openvino().Core().compile_model(model, "CPU", wishes)


def _run(compiled: Any, inputs: tuple[torch.Tensor, ...]) -> torch.Tensor:
    arrays = [tensor.float().contiguous().numpy() for tensor in inputs]
    return torch.from_numpy(compiled(arrays)[0])
