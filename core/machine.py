"""What this machine can do: where networks run, how much memory there is, which engines fit. Measures nothing."""

from dataclasses import dataclass

from core.device import Device, choose_device, free_memory, total_memory
from core.engines import ENGINES
from core.weights import sets_of
from core.weights_list import WeightsEntry, weights_entry

FASTEST_LINE, SLOW_LINE = 100e6, 10e6
"""Bits a second of a good and of a poor line, for which it is said how long a transfer takes."""

_MUSETALK_CARD, _MUSETALK_PROCESSOR = 2.2e9, 4.7e9
"""Bytes that MuseTalk takes in a 16-bit format: on a card for itself, on the processor with the program around it
(docs/performance.md)."""

_MUSETALK_WEIGHTS = 1.9e9
"""Bytes of its networks in 16 bits, which single precision takes once more."""


@dataclass(frozen=True, slots=True)
class EngineFit:
    """How an engine stands to this machine: bytes of memory that it takes, and what it needs that is not here."""

    engine: str
    memory: int
    fits: bool
    missing: tuple[WeightsEntry, ...]

    @property
    def is_ready(self) -> bool:
        """Whether it could dub now."""
        return not self.missing

    @property
    def to_fetch(self) -> int:
        """Bytes that are still to come for it."""
        return sum(max(entry.bytes - entry.begun, 0) for entry in self.missing)


@dataclass(frozen=True, slots=True)
class Machine:
    """A device, its memory in bytes – all and free – and the engines."""

    device: Device
    memory: int
    free: int
    engines: tuple[EngineFit, ...]

    def fit(self, engine: str) -> EngineFit:
        """How one engine stands to it. Raises KeyError for an unknown one."""
        return {fit.engine: fit for fit in self.engines}[engine]


def look_at_machine() -> Machine:
    """What there is here, now. Raises DeviceError if a device is asked for that is not here."""
    device = choose_device()
    memory = total_memory(device)
    return Machine(device, memory, free_memory(device), tuple(_fit(engine, device, memory) for engine in ENGINES))


def seconds_of_transfer(count: int, line: float) -> float:
    """How long so many bytes take over a line of so many bits a second."""
    return 8 * count / line


def _fit(engine: str, device: Device, memory: int) -> EngineFit:
    entries = [weights_entry(name) for name in (*sets_of(engine), *sets_of("all"))]
    missing = tuple(entry for entry in entries if not entry.is_here and not entry.set.supplied)
    takes = _memory_of(engine, device, entries)
    return EngineFit(engine, takes, takes <= memory, missing)


def _memory_of(engine: str, device: Device, entries: list[WeightsEntry]) -> int:
    if engine != "musetalk":
        return sum(entry.set.memory for entry in entries if not entry.set.supplied)
    half = _MUSETALK_PROCESSOR if device.is_cpu else _MUSETALK_CARD
    return int(half if device.precision != "float32" else half + _MUSETALK_WEIGHTS)
