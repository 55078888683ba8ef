"""What there is of weights on this machine, set by set, for whoever shows it. Hashes nothing, changes nothing."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from core.weights import WeightsSet, catalogue, find, imports, own_sets, part_folder, present_files, weights_set


class Place(StrEnum):
    """Whether a set is on this machine, in one word."""

    HERE = "here"
    IMPORTED = "imported"
    GONE = "gone"  # it was imported, and its files are no longer where they were
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class WeightsEntry:
    """One set: where it lies, the bytes it has or would have, and those that came of it before a transfer stopped."""

    set: WeightsSet
    place: Place
    folder: Path | None
    bytes: int
    begun: int

    @property
    def is_here(self) -> bool:
        """Whether it can be used."""
        return self.folder is not None

    @property
    def can_be_fetched(self) -> bool:
        """Whether it would be fetched from a hub."""
        return not self.is_here and bool(self.set.repository)

    @property
    def can_be_removed(self) -> bool:
        """Whether there is something that is not part of the program."""
        return not self.set.needed and (self.begun > 0 or self.place is not Place.MISSING)


def list_weights() -> tuple[WeightsEntry, ...]:
    """Every set that the program knows, and then the user's own."""
    return tuple(weights_entry(name) for name in (*catalogue(), *own_sets()))


def weights_entry(name: str) -> WeightsEntry:
    """One set. Raises WeightsError if there is none of that name."""
    wanted = weights_set(name)
    folder = find(name)
    files = present_files(wanted, folder) if folder else [file for file in wanted.files if not file.instead_of]
    size = sum((folder / file.name).stat().st_size if folder else file.bytes for file in files)
    return WeightsEntry(wanted, _place(wanted, folder), folder, size, _begun(name) if folder is None else 0)


def in_bytes(count: int) -> str:
    """A size as people say it: 3.40 GB, 53.3 MB, 748 bytes."""
    if count < 10**5:
        return f"{count} bytes"
    return f"{count / 1e9:.2f} GB" if count >= 10**9 else f"{count / 1e6:.1f} MB"


def _place(row: WeightsSet, folder: Path | None) -> Place:
    registered = imports().get(row.name)
    if folder is None:
        return Place.GONE if registered else Place.MISSING
    return Place.IMPORTED if registered and Path(str(registered["folder"])) == folder else Place.HERE


def _begun(name: str) -> int:
    stage = part_folder(name)
    return sum(path.stat().st_size for path in stage.iterdir() if path.is_file()) if stage.is_dir() else 0
