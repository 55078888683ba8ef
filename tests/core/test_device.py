"""Devices and number formats: overrides, what is not there, what memory errors look like, threads."""

import os
import subprocess
import sys

import pytest
import threadpoolctl
import torch

from core import device
from core.device import CPU, Device, choose_device, cores_for_networks, every_core, is_out_of_memory, single_threaded
from core.errors import DeviceError, SettingsError


def test_arguments_win_over_the_environment_and_that_over_the_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUBWRIGHT_DEVICE", "cpu")
    monkeypatch.setenv("DUBWRIGHT_PRECISION", "bfloat16")
    assert choose_device().dtype == torch.bfloat16
    assert choose_device(precision="float32").dtype == torch.float32
    assert choose_device().is_cpu
    assert not choose_device().pins


def test_a_device_that_is_not_there_is_an_error_with_exit_code_five() -> None:
    with pytest.raises(DeviceError, match="cuda:99") as caught:
        choose_device("cuda:99")
    assert caught.value.exit_code == 5


def test_an_unknown_precision_is_refused() -> None:
    with pytest.raises(SettingsError, match="float8"):
        choose_device("cpu", "float8")


@pytest.mark.parametrize(
    ("flags", "short", "wanted"),
    [
        ("", 0.1, "float32"),
        ("avx2 fma", 0.1, "float32"),
        ("amx_bf16", 0.1, "bfloat16"),
        ("avx512_bf16", 2.0, "float32"),
    ],
)
def test_bfloat16_needs_the_feature_and_a_measured_gain(
    monkeypatch: pytest.MonkeyPatch, flags: str, short: float, wanted: str
) -> None:
    monkeypatch.delenv("DUBWRIGHT_PRECISION", raising=False)
    monkeypatch.setattr(device, "_cpu_flags", lambda: frozenset(flags.split()))
    monkeypatch.setattr(device, "_seconds_of_convolution", lambda name: short if name == "bfloat16" else 1.0)
    device.bfloat16_pays.cache_clear()
    try:
        assert choose_device("cpu").precision == wanted
    finally:
        device.bfloat16_pays.cache_clear()


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        torch.OutOfMemoryError("CUDA out of memory"),
        RuntimeError("[enforce fail at alloc_cpu.cpp] DefaultCPUAllocator: can't allocate memory: you tried"),
        RuntimeError("MPS backend out of memory"),
        RuntimeError("CUBLAS_STATUS_ALLOC_FAILED when calling cublasCreate"),
        RuntimeError("std::bad_alloc"),
    ],
)
def test_memory_errors_are_known_in_all_their_words(error: Exception) -> None:
    assert is_out_of_memory(error)


def test_a_real_shortage_is_known() -> None:
    with pytest.raises(RuntimeError) as caught:
        torch.empty(1 << 55, dtype=torch.uint8)
    assert is_out_of_memory(caught.value)


@pytest.mark.parametrize("error", [RuntimeError("shapes differ"), ValueError("out of memory of what was meant")])
def test_other_errors_are_no_memory_errors(error: Exception) -> None:
    assert not is_out_of_memory(error)


def test_threads_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    assert cores_for_networks() == 1
    before = torch.get_num_threads()
    with every_core():
        assert torch.get_num_threads() == 1
    assert torch.get_num_threads() == before
    libraries = _threads_of_libraries()
    with single_threaded():
        assert torch.get_num_threads() == 1
    assert torch.get_num_threads() == before
    assert _threads_of_libraries().items() >= libraries.items()


def _threads_of_libraries() -> dict[str, int]:
    return {library["filepath"]: library["num_threads"] for library in threadpoolctl.threadpool_info()}


LATE = """
from concurrent.futures import ThreadPoolExecutor
import cv2, threadpoolctl
from core.device import single_threaded

def told():
    import scipy.linalg, torch
    libraries = [library["num_threads"] for library in threadpoolctl.threadpool_info()]
    return [cv2.getNumThreads(), torch.get_num_threads(), *libraries]

with single_threaded():
    print(told(), ThreadPoolExecutor(1).submit(lambda: told()[:2]).result())
"""


def test_libraries_that_come_later_compute_with_one_thread_too() -> None:
    """On the thread that asked, and on every other."""
    many = {"OMP_NUM_THREADS": "2", "OPENBLAS_NUM_THREADS": "2"}
    done = subprocess.run([sys.executable, "-c", LATE], env=os.environ | many, capture_output=True, text=True)
    assert set(done.stdout.strip()) == set("[1, ]"), (done.stdout, done.stderr)


def test_a_device_is_a_value() -> None:
    assert Device("cpu", "float32", "processor") == CPU
