"""How much of this machine we use: threads of the number-crunching libraries. Knows nothing of what is computed.

Every stage of a render runs on one thread and the stages run side by side. Left alone, BLAS and OpenCV would start
a thread per core for matrices of a hundred rows and spend their time waiting for each other.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def single_threaded() -> Iterator[None]:
    """Hold BLAS, OpenMP and OpenCV to one thread each while inside; the former settings come back afterwards."""
    import cv2
    import threadpoolctl

    before = cv2.getNumThreads()
    cv2.setNumThreads(1)
    try:
        with threadpoolctl.threadpool_limits(1):
            yield
    finally:
        cv2.setNumThreads(before)


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
    from pathlib import Path

    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
