"""Jobs about a machine and its weights that stand in for `core`, for tests of the pages."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from app.upkeep import Upkeep
from core.cache_room import CacheRoom, Cleared
from core.device import CPU, Device
from core.errors import MediaError, WeightsError
from core.job import Job, Progress
from core.machine import EngineFit, Machine
from core.project import DubProject
from core.selfcheck import Checkup, Finding
from core.weights import WeightsSet, WeightsState
from core.weights_import import Imported
from core.weights_list import Place, WeightsEntry
from tests.factories import make_clip, make_footage

LICENCE = "For tests only."
ROOM = CacheRoom(Path("/cache"), 40_000_000_000, 8_200_000_000, 400_000_000, 120_000_000_000)


def entry(name: str, here: bool, engine: str = "musetalk", **more: Any) -> WeightsEntry:
    row = WeightsSet(name, f"Title of {name}: more", "For something.", LICENCE, engine=engine, **more)
    folder = Path("/weights") / name if here else None
    return WeightsEntry(row, Place.HERE if here else Place.MISSING, folder, 3_000_000_000, 0)


def entries() -> list[WeightsEntry]:
    return [
        entry("instant", here=True, engine="instant", bundled=True),
        entry("musetalk-1.5", here=False, ask=True, repository="a/b"),
        entry("musetalk-1.0", here=True, optional=True, repository="a/b"),
        entry("sd-vae-ft-mse", here=True, repository="a/b"),
        entry("taesd", here=False, optional=True, repository="a/b"),
    ]


@dataclass
class FakeUpkeep:
    """A machine with 16 GB, and weights of which some are missing until they are fetched."""

    weights: list[WeightsEntry] = field(default_factory=entries)
    ready: bool = False
    log: list[str] = field(default_factory=list)
    fetching: Any = None
    fault: str = ""
    findings: Sequence[Finding] = (Finding("processor", "a processor"),)
    room: CacheRoom = ROOM
    cache_fault: str = ""
    device: Device = CPU

    def upkeep(self) -> Upkeep:
        return Upkeep(
            self._machine,
            self._weights,
            self._fetch,
            self._verify,
            self._bring,
            self._remove,
            self._check,
            self._demo,
            self._cache,
            self._clear_cache,
            self._hold_cache,
        )

    def place(self, name: str, **changes: Any) -> None:
        """Change an entry."""
        self.weights = [replace(row, **changes) if row.set.name == name else row for row in self.weights]

    def _machine(self) -> Job[Machine]:
        yield Progress(0, 1, "machine")
        missing = () if self.ready else tuple(row for row in self.weights if row.set.name == "musetalk-1.5")
        fits = EngineFit("instant", 9_000_000, True, ()), EngineFit("musetalk", 4_700_000_000, True, missing)
        return Machine(self.device, 16_000_000_000, 9_000_000_000, fits)

    def _weights(self) -> Job[tuple[WeightsEntry, ...]]:
        yield Progress(0, 1, "weights")
        return tuple(self.weights)

    def _fetch(self, name: str) -> Job[Path]:
        self.log.append(f"fetch {name}")
        if self.fetching is not None:
            yield from self.fetching()
        yield Progress(1, 2, "fetching")
        self.place(name, place=Place.HERE, folder=Path("/weights") / name)
        return Path("/weights") / name

    def _verify(self, name: str) -> Job[WeightsState]:
        self.log.append(f"verify {name}")
        yield Progress(1, 2, "verifying")
        row = next(row for row in self.weights if row.set.name == name)
        return WeightsState(row.set, row.folder, self.fault, "pinned")

    def _bring(self, folder: Path) -> Job[tuple[Imported, ...]]:
        yield Progress(1, 2, "reading")
        if "empty" in folder.name:
            raise WeightsError("There are no weights in it.", "Name another folder.")
        self.place("taesd", place=Place.IMPORTED, folder=folder)
        return (Imported("taesd", folder),)

    def _remove(self, name: str) -> Job[str]:
        self.log.append(f"remove {name}")
        yield Progress(0, 1, "weights")
        self.place(name, place=Place.MISSING, folder=None)
        return "gone"

    def _check(self) -> Job[Checkup]:
        self.log.append("check")
        yield Progress(0, 1, "checks")
        return Checkup(tuple(self.findings))

    def _demo(self) -> Job[DubProject]:
        yield Progress(0, 1, "demo")
        return DubProject(make_footage(), (make_clip(stop=100),))

    def _cache(self) -> Job[CacheRoom]:
        yield Progress(0, 1, "cache")
        if self.cache_fault:
            raise MediaError(self.cache_fault, "Name another folder.")
        return self.room

    def _clear_cache(self) -> Job[Cleared]:
        self.log.append("clear cache")
        yield Progress(0, 1, "cache")
        if self.cache_fault:
            raise MediaError(self.cache_fault, "Name another folder.")
        cleared = Cleared(self.room.taken - 200_000_000, 200_000_000)
        self.room = replace(self.room, taken=cleared.left)
        return cleared

    def _hold_cache(self) -> Job[int]:
        self.log.append("hold cache")
        yield Progress(0, 1, "cache")
        return 0
