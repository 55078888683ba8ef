"""Whether this machine and this installation can dub: each fault with its remedy. Knows no window."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from core.device import choose_device, describe_cpu, free_memory, total_memory
from core.errors import DeviceError, DubError, MediaError, SettingsError, WeightsError
from core.job import Job, Progress
from core.media.devices import inputs
from core.media.encoders import probe_encoders
from core.paths import cache_folder, log_folder, weights_folder
from core.recovery import recovery_folder
from core.weights import WeightsState, catalogue, imports, own_sets, remedy, verifying

_FREE, _MEMORY = 10**9, 10**9
"""Bytes that should be free where caches and results go, and of memory."""

_PATIENCE = 20.0
"""Seconds that a driver has to answer."""


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

    @property
    def faults(self) -> tuple[Finding, ...]:
        """What is not well."""
        return tuple(found for found in self.findings if found.fault)


def check() -> Job[Checkup]:
    """Look at processor, device, driver, encoders, microphone, folders, free space, and every byte of the weights."""
    looks = [_processor, _device, _driver, _encoders, _microphone, _folders]
    findings: list[Finding] = []
    for number, look in enumerate(looks):
        yield Progress(number, len(looks) + 1, look.__name__.strip("_"))
        findings += look()
    findings += yield from _weights(len(looks))
    return Checkup(tuple(findings))


def _processor() -> list[Finding]:
    memory = psutil.virtual_memory()
    told = f"{memory.available / 1e9:.1f} of {memory.total / 1e9:.1f} GB free"
    if memory.available >= _MEMORY:
        return [Finding("processor", describe_cpu()), Finding("memory", told)]
    fault = f"Only {memory.available / 1e9:.1f} GB of memory are free."
    return [Finding("processor", describe_cpu()), Finding("memory", told, fault, "Close other programs.")]


def _device() -> list[Finding]:
    try:
        device = choose_device()
    except (DeviceError, SettingsError) as error:
        return [Finding("device", "none", error.message, error.hint, stops=True)]
    told = f"{device.title}, {device.precision}"
    if device.pins:
        told += f", {free_memory(device) / 1e9:.1f} of {total_memory(device) / 1e9:.1f} GB free"
    return [Finding("device", told)]


def _driver() -> list[Finding]:
    """Whether a graphics card that is here can be used."""
    import torch

    card = _nvidia()
    if not card:
        return [Finding("driver", "no NVIDIA card; the built-in engine does not need one")]
    if torch.cuda.is_available():
        return [Finding("driver", f"{card}, CUDA {torch.version.cuda}")]
    if torch.version.cuda is None:
        remedy = "Install the CUDA build of Dubwright; until then the processor does the work."
        return [
            Finding("driver", card, "There is a graphics card here, and this Dubwright is built without CUDA.", remedy)
        ]
    remedy = f"Install a driver that supports CUDA {torch.version.cuda}, then start the machine again."
    return [Finding("driver", card, "The graphics card's driver does not work with this Dubwright.", remedy)]


def _nvidia() -> str:
    """Name and driver of the first NVIDIA card, as its own program tells them; empty if there is none."""
    command = ["nvidia-smi", "--query-gpu=name,driver_version", "--format=csv,noheader"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip().partition("\n")[0] if done.returncode == 0 else ""


def _weights(number: int) -> Job[list[Finding]]:
    """Every set that is here or needed, each byte compared; `number` looks were done before."""
    findings = []
    for name in sorted([*catalogue(), *own_sets()]):
        state = yield from _verified(name, number)
        wanted = state.set.needed or name in imports()
        if state.folder or wanted:
            findings.append(
                Finding(f"weights {name}", str(state.folder or "missing"), state.fault, remedy(state.set),
                        stops=state.set.needed)
            )  # fmt: skip
    return findings


def _verified(name: str, number: int) -> Job[WeightsState]:
    """`verifying`, told as one of the looks."""
    job = verifying(name)
    try:
        while True:
            next(job)
            yield Progress(number, number + 1, f"weights {name}")
    except StopIteration as end:
        state: WeightsState = end.value
        return state
    finally:
        job.close()


def _encoders() -> list[Finding]:
    working = [status.name for status in probe_encoders() if status.works]
    fault = "" if "h264" in working else "No H.264 encoder works."
    remedy = "Install ffmpeg, or install Dubwright again."
    return [Finding("encoders", ", ".join(working) or "none", fault, remedy, stops=True)]


def _microphone() -> list[Finding]:
    try:
        names = [device.name for device in inputs()]
    except DeviceError as error:
        return [Finding("microphone", "none", error.message, error.hint)]
    if names:
        return [Finding("microphone", ", ".join(names))]
    return [Finding("microphone", "none", "No microphone was found.", "Plug one in to record or to dub live.")]


def _folders() -> list[Finding]:
    return [_folder(*place) for place in _PLACES]


def _folder(name: str, place: Callable[[], Path], variable: str) -> Finding:
    """Whether a folder can be made and written, and has room."""
    try:
        path = place()
    except MediaError as error:
        return Finding(name, "cannot be used", error.message, error.hint, stops=True)
    try:
        with tempfile.NamedTemporaryFile(dir=path):
            pass
        free = shutil.disk_usage(path).free
    except OSError as error:
        fault = f"{path} cannot be written: {error.strerror}."
        return Finding(
            name, "cannot be used", fault, f"Allow writing there, or name another folder in {variable}.", True
        )
    value = f"{path} ({free / 1e9:.1f} GB free)"
    if free < _FREE:
        return Finding(name, value, f"Little space is left in {path}.", "Free at least 1 GB.")
    return Finding(name, value)


_PLACES: tuple[tuple[str, Callable[[], Path], str], ...] = (
    ("cache", cache_folder, "DUBWRIGHT_CACHE"),
    ("weights folder", weights_folder, "DUBWRIGHT_WEIGHTS"),
    ("logs", log_folder, "DUBWRIGHT_LOGS"),
    ("recovery", recovery_folder, "DUBWRIGHT_RECOVERY"),
    ("temporary files", lambda: Path(tempfile.gettempdir()), "TMPDIR"),
)
"""What is written to: its name, where it is, and the variable that names another place."""


def _line(found: Finding) -> str:
    mark = "ok  " if not found.fault else ("STOP" if found.stops else "note")
    told = f" — {found.fault} {found.remedy}" if found.fault else ""
    return f"{mark}  {found.name:18} {found.value.replace(os.sep, '/')}{told}"
