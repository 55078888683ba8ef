"""What this machine computes with: devices, number formats, threads, memory. Knows nothing of what is computed.

The only module that names a vendor's device. Networks run on the best one there is; `DUBWRIGHT_DEVICE` (cpu, cuda,
cuda:1, mps) and `DUBWRIGHT_PRECISION` (float32, bfloat16, float16) override the choice.

The stages of a render run side by side, each on one thread. Left alone, BLAS and OpenCV would start a thread per core
for matrices of a hundred rows and spend their time waiting for each other. Large networks are the exception: they take
every core (`every_core`).
"""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import DeviceError, SettingsError

if TYPE_CHECKING:
    import torch

PRECISIONS = ("float32", "bfloat16", "float16")

_MATRIX_FLAGS = ("amx_bf16", "avx512_bf16")
"""Names, in Linux' list of a processor's features, of those that multiply bfloat16; without them it is emulated, and
eleven times slower than float32."""


_MEMORY_SIGNS = (
    *("out of memory", "can't allocate memory", "not enough memory", "alloc_failed"),
    *("bad allocation", "bad_alloc", "failed to allocate"),
)
"""What libraries say, in lower case, when there is no memory left."""


@dataclass(frozen=True, slots=True)
class Device:
    """Where networks run, and in which number format.

    `name` is torch's: "cpu", "cuda:0", "mps"; `title` is for people.
    """

    name: str
    precision: str
    title: str

    @property
    def is_cpu(self) -> bool:
        """True if networks share the processor and its memory with everything else."""
        return self.name == "cpu"

    @property
    def pins(self) -> bool:
        """True if copies from page-locked memory overlap with computing, and streams can be captured as graphs."""
        return self.name.startswith("cuda")

    @property
    def dtype(self) -> torch.dtype:
        """The number format as torch names it."""
        import torch

        found = getattr(torch, self.precision)
        assert isinstance(found, torch.dtype)
        return found


CPU = Device("cpu", "float32", "processor")
"""Runs everywhere, as exactly as anything here does."""


def choose_device(name: str = "", precision: str = "") -> Device:
    """The device asked for, by argument or environment, else the fastest there is, in the format that is fastest on it.

    Raises DeviceError if the device is not there and SettingsError for an unknown precision.
    """
    name = name or os.environ.get("DUBWRIGHT_DEVICE", "") or _fastest()
    precision = precision or os.environ.get("DUBWRIGHT_PRECISION", "")
    if precision and precision not in PRECISIONS:
        raise SettingsError(f"There is no precision “{precision}”.", f"Known are: {', '.join(PRECISIONS)}.")
    title = _title(name)
    return Device(name, precision or _fastest_precision(name), title)


def is_out_of_memory(error: BaseException) -> bool:
    """True if the error says that memory ran out; libraries say it in various types and words."""
    import torch

    if isinstance(error, MemoryError | torch.OutOfMemoryError):
        return True
    words = str(error).lower()
    return isinstance(error, RuntimeError) and any(sign in words for sign in _MEMORY_SIGNS)


def release_memory(device: Device) -> None:
    """Give memory that nothing uses any more back to the device."""
    import torch

    gc.collect()
    if device.name.startswith("cuda"):
        torch.cuda.empty_cache()
    elif device.name.startswith("mps"):
        torch.mps.empty_cache()


def free_memory(device: Device) -> int:
    """Bytes that can still be taken on the device."""
    import psutil
    import torch

    if device.name.startswith("cuda"):
        return int(torch.cuda.mem_get_info(torch.device(device.name))[0])
    return int(psutil.virtual_memory().available)


def total_memory(device: Device) -> int:
    """Bytes that the device has; those of the machine where it has none of its own."""
    import psutil
    import torch

    if device.name.startswith("cuda"):
        return int(torch.cuda.mem_get_info(torch.device(device.name))[1])
    return int(psutil.virtual_memory().total)


def finish(device: Device) -> None:
    """Wait until the device has done what it was given; timing anything without this times only the giving."""
    import torch

    if device.name.startswith("cuda"):
        torch.cuda.synchronize(torch.device(device.name))
    elif device.name.startswith("mps"):
        torch.mps.synchronize()


class Graphed:
    """A function of tensors on a graphics card, recorded once for every set of shapes and from then on replayed.

    A replay costs one launch instead of a thousand. The function must compute on the tensors it is given and nothing
    else; a result is a copy that the next call leaves alone.
    """

    def __init__(self, function: Callable[..., torch.Tensor]) -> None:
        self._function = function
        self._records: dict[tuple[object, ...], _Record] = {}

    def __call__(self, *inputs: torch.Tensor) -> torch.Tensor:
        """The function's result."""
        key = tuple((tensor.shape, tensor.dtype, tensor.stride()) for tensor in inputs)
        if key not in self._records:
            self._records[key] = self._record(inputs)
        record = self._records[key]
        for held, given in zip(record.inputs, inputs, strict=True):
            held.copy_(given, non_blocking=True)
        record.graph.replay()
        return record.result.clone()

    def _record(self, inputs: tuple[torch.Tensor, ...]) -> _Record:
        """Run it on a stream of its own until nothing is set up any more, then record."""
        import torch

        held = [tensor.clone() for tensor in inputs]
        aside = torch.cuda.Stream(held[0].device)  # type: ignore[no-untyped-call]  # torch says nothing of it
        aside.wait_stream(torch.cuda.current_stream(held[0].device))
        with torch.cuda.stream(aside):
            for _ in range(3):
                self._function(*held)
        torch.cuda.current_stream(held[0].device).wait_stream(aside)
        graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(graph):
            result = self._function(*held)
        return _Record(graph, held, result)


@dataclass(frozen=True, slots=True)
class _Record:
    """A recording, the tensors it reads, and the tensor it writes."""

    graph: torch.cuda.CUDAGraph
    inputs: list[torch.Tensor]
    result: torch.Tensor


def multiplies_bfloat16() -> bool:
    """True if the processor says that it multiplies bfloat16 itself."""
    return any(flag in _cpu_flags() for flag in _MATRIX_FLAGS)


@cache
def bfloat16_pays() -> bool:
    """True if the processor multiplies bfloat16 and one small convolution, measured, is faster for it."""
    return multiplies_bfloat16() and _seconds_of_convolution("bfloat16") < _seconds_of_convolution("float32")


@contextmanager
def single_threaded() -> Iterator[None]:
    """Hold BLAS, OpenMP, OpenCV and torch to one thread each while inside; the former settings come back afterwards.

    What computes is loaded first: a library that came later would bring its own number of threads. OpenMP's number
    belongs to the thread that sets it; torch hands its own on to every thread.
    """
    import cv2
    import scipy.linalg  # noqa: F401 - brings a BLAS of its own
    import threadpoolctl
    import torch

    before = cv2.getNumThreads(), torch.get_num_threads()
    cv2.setNumThreads(1)
    torch.set_num_threads(1)
    try:
        with threadpoolctl.threadpool_limits(1):
            yield
    finally:
        cv2.setNumThreads(before[0])
        torch.set_num_threads(before[1])


@contextmanager
def every_core() -> Iterator[None]:
    """Let torch use every core for what this thread computes inside; the former number comes back afterwards.

    See `cores_for_networks`.
    """
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(cores_for_networks())
    try:
        yield
    finally:
        torch.set_num_threads(before)


def cores_for_networks() -> int:
    """Threads for a large network: every core that may be used, at most `OMP_NUM_THREADS` of them where that is set."""
    bound = os.environ.get("OMP_NUM_THREADS", "")
    return min(usable_cores(), int(bound)) if bound.isdigit() and int(bound) else usable_cores()


def usable_cores() -> int:
    """Number of cores this process may use; at least 1."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def describe_cpu() -> str:
    """Name of the processor and the number of cores that may be used, for reports."""
    return f"{_cpu_name()}, {usable_cores()} cores"


def _cpu_name() -> str:
    import platform

    return _cpu_line("model name") or platform.processor() or platform.machine()


def _cpu_flags() -> frozenset[str]:
    return frozenset(_cpu_line("flags").split())


def _cpu_line(label: str) -> str:
    """First line of that label in Linux' description of the processors; empty elsewhere."""
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith(label):
                return line.partition(":")[2].strip()
    return ""


def _fastest() -> str:
    import torch

    if torch.cuda.is_available():
        return "cuda:0"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def _fastest_precision(name: str) -> str:
    import torch

    if name.startswith("cuda"):
        return "bfloat16" if torch.cuda.is_bf16_supported(including_emulation=False) else "float16"
    if name == "mps":
        return "float16"
    return "bfloat16" if bfloat16_pays() else "float32"


def _title(name: str) -> str:
    """Name of the device for people. Raises DeviceError if it is not there."""
    import torch

    if name == "cpu":
        return describe_cpu()
    if name == "mps" and torch.backends.mps.is_available():
        return f"{describe_cpu()}, graphics"
    number = name.partition(":")[2] or "0"
    if name.startswith("cuda") and number.isdigit() and int(number) < torch.cuda.device_count():
        return torch.cuda.get_device_name(int(number))
    raise DeviceError(f"There is no device “{name}” here.", "Choose “cpu”, or leave the choice to Dubwright.")


def _seconds_of_convolution(precision: str) -> float:
    """Processor time of the fastest of some runs of a convolution as our networks have them, on one thread.

    Processor time, because a clock on the wall also measures what else the machine does.
    """
    import torch

    dtype = getattr(torch, precision)
    layer = torch.nn.Conv2d(64, 64, 3, padding=1).to(dtype)
    picture = torch.ones(1, 64, 64, 64, dtype=dtype)
    before, taken = torch.get_num_threads(), []
    torch.set_num_threads(1)
    with torch.inference_mode():
        for _ in range(8):
            begun = time.thread_time()
            layer(picture)
            taken.append(time.thread_time() - begun)
    torch.set_num_threads(before)
    return min(taken)
