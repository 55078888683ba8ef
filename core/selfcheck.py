"""Whether this machine and this installation can dub: each fault with its remedy. Knows no window."""

import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.device import describe_cpu
from core.errors import DubError, WeightsError
from core.job import Job, Progress
from core.paths import cache_folder, log_folder, weights_folder

_FREE = 1 << 30
"""Bytes that should be free where caches and results go."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: `fault` is empty if it is well; `stops` if nothing can be dubbed with it."""

    name: str
    value: str
    fault: str = ""
    remedy: str = ""
    stops: bool = False


@dataclass(frozen=True, slots=True)
class Checkup:
    """All findings."""

    findings: tuple[Finding, ...]

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        names = ("name", "value", "fault", "remedy", "stops")
        return {"findings": [{name: getattr(found, name) for name in names} for found in self.findings]}

    def as_text(self) -> str:
        """For people: a line each."""
        return "\n".join(_line(found) for found in self.findings)

    def raise_fault(self) -> None:
        """Raise the first fault that stops a dub as WeightsError or DubError, for the exit code."""
        for found in self.findings:
            if found.stops and found.fault:
                kind = WeightsError if found.name.startswith("weights") else DubError
                raise kind(found.fault, found.remedy)


def check() -> Job[Checkup]:
    """Look at processor, GPU, weights, encoders, microphone, folders and space."""
    looks: list[Callable[[], list[Finding]]] = [_processor, _gpu, _weights, _encoders, _microphone, _folders]
    findings: list[Finding] = []
    for number, look in enumerate(looks):
        yield Progress(number, len(looks), "checks")
        findings += look()
    return Checkup(tuple(findings))


def _processor() -> list[Finding]:
    return [Finding("processor", describe_cpu())]


def _gpu() -> list[Finding]:
    import torch

    if torch.cuda.is_available():
        return [Finding("gpu", torch.cuda.get_device_name(0))]
    if torch.backends.mps.is_available():
        return [Finding("gpu", "Apple GPU")]
    return [Finding("gpu", "none; the built-in engine does not need one")]


def _weights() -> list[Finding]:
    from core.weights import catalogue, own_sets, remedy, verify

    states = [verify(name) for name in sorted([*catalogue(), *own_sets()])]
    return [
        Finding(f"weights {state.set.name}", str(state.folder or "missing"), state.fault, remedy(state.set),
                stops=state.set.needed)
        for state in states
        if state.folder or state.set.needed
    ]  # fmt: skip


def _encoders() -> list[Finding]:
    from core.media.encoders import probe_encoders

    working = [status.name for status in probe_encoders() if status.works]
    fault = "" if "h264" in working else "No H.264 encoder works."
    remedy = "Install ffmpeg, or install Dubwright again."
    return [Finding("encoders", ", ".join(working) or "none", fault, remedy, stops=True)]


def _microphone() -> list[Finding]:
    try:
        import sounddevice

        names = [str(device["name"]) for device in sounddevice.query_devices() if device["max_input_channels"]]
    except OSError:
        fault = "The sound library PortAudio is not installed."
        return [Finding("microphone", "none", fault, "Install the package libportaudio2.")]
    if names:
        return [Finding("microphone", ", ".join(names))]
    return [Finding("microphone", "none", "No microphone was found.", "Plug one in to record or to dub live.")]


def _folders() -> list[Finding]:
    places = {"cache": cache_folder(), "weights folder": weights_folder(), "logs": log_folder()}
    return [_folder(name, path) for name, path in places.items()]


def _folder(name: str, path: Path) -> Finding:
    free = shutil.disk_usage(path).free
    value = f"{path} ({free >> 30} GiB free)"
    try:
        with tempfile.NamedTemporaryFile(dir=path):
            pass
    except OSError as error:
        fault = f"{path} cannot be written: {error.strerror}."
        variable = {"cache": "DUBWRIGHT_CACHE", "logs": "DUBWRIGHT_LOGS"}.get(name, "DUBWRIGHT_WEIGHTS")
        return Finding(name, value, fault, f"Allow writing there, or name another folder in {variable}.", stops=True)
    if free < _FREE:
        return Finding(name, value, f"Little space is left in {path}.", "Free at least 1 GiB.")
    return Finding(name, value)


def _line(found: Finding) -> str:
    mark = "ok  " if not found.fault else ("STOP" if found.stops else "note")
    told = f" — {found.fault} {found.remedy}" if found.fault else ""
    return f"{mark}  {found.name:18} {found.value.replace(os.sep, '/')}{told}"
