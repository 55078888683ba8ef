"""The catalogue of weights: what there is, where it lies, whether it is whole. Knows no network by its inside.

`resources/weights.toml` describes every set. A set is looked for beside the program first (the repository, a bundle),
then among the fetched ones in `core.paths.weights_folder()`, then where a folder of the user's was registered. Three
kinds of description say what its files must be, all of the same form `{"files": {NAME: {"bytes": …, "sha256": …}}}`:

    resources/weights.toml          what is known before anything is fetched; it wins over the others
    weights.json in a set's folder  what was found when it was made or fetched
    imports.json                    where imported sets lie, and what was found when they were imported

A set whose name is not in the catalogue is the user's own: a fine-tune, or a folder imported under a name of its own.
"""

import hashlib
import json
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from core.cache import content_key, entry, writing
from core.errors import MediaError, WeightsError
from core.job import Job, Progress, run
from core.paths import RESOURCES, is_bundle, weights_folder

_BLOCK = 1 << 22
DESCRIPTION = "weights.json"
"""Name of the file in a set's folder that says what its files must be."""


@dataclass(frozen=True, slots=True)
class WeightsFile:
    """One file of a set: its name, size in bytes (0 = not stated) and SHA-256 (empty = not known).

    `instead_of` names the file in whose place it may stand; `path` is where it lies in the set's repository.
    """

    name: str
    bytes: int
    sha256: str
    instead_of: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class WeightsSet:
    """One row of the catalogue, or one of the user's own sets.

    `ask`: its licence must be accepted before it is fetched. `memory`: bytes of the networks in single precision, 0 if
    not known. `folders`: what its folder is called in the authors' layout. `network`: what its config.json must name.
    `supplied`: how the user gets it, if we do not fetch it. `optional`: its engine uses it only if it is chosen.
    `own`: it is not in the catalogue.
    """

    name: str
    title: str
    purpose: str
    licence: str
    bundled: bool = False
    files: tuple[WeightsFile, ...] = ()
    ask: bool = False
    engine: str = ""
    memory: int = 0
    repository: str = ""
    revision: str = ""
    folders: tuple[str, ...] = ()
    network: str = ""
    supplied: str = ""
    optional: bool = False
    own: bool = False

    @property
    def needed(self) -> bool:
        """Whether nothing can be dubbed without it: it belongs to the program and is not fetched when wanted."""
        return not (self.repository or self.supplied or self.own)


@dataclass(frozen=True, slots=True)
class WeightsState:
    """What was found of a set: `fault` is empty if it is whole, else one sentence.

    `basis` says in words what its files were held against: a hash that is pinned, or one that was recorded.
    """

    set: WeightsSet
    folder: Path | None
    fault: str
    basis: str = ""


@cache
def catalogue() -> dict[str, WeightsSet]:
    """Every set of weights that the program itself knows, by name.

    A bundled set whose description is missing or damaged has no files and is therefore never found.
    """
    table = tomllib.loads((RESOURCES / "weights.toml").read_text(encoding="utf-8"))
    return {name: _row(name, row) for name, row in table.items()}


def own_sets() -> dict[str, WeightsSet]:
    """The user's own sets by name: described folders among the fetched ones, and imports under a name of their own."""
    described = sorted(weights_folder().glob(f"[!.]*/{DESCRIPTION}"))
    found = {path.parent.name: read_table(path) for path in described} | imports()
    return {name: _own_row(name, table) for name, table in found.items() if name not in catalogue()}


def imports() -> dict[str, dict[str, Any]]:
    """What was imported: name → {"folder", "files", "date"}; a damaged register counts as nothing imported."""
    found = read_table(weights_folder() / "imports.json")
    return {name: row for name, row in found.items() if isinstance(row, dict) and "folder" in row}


def sets_of(engine: str) -> tuple[str, ...]:
    """Names of the sets that an engine needs to run as it usually does; alternatives to them are not among these."""
    return tuple(name for name, row in catalogue().items() if row.engine == engine and not row.optional)


def weights_set(name: str) -> WeightsSet:
    """The set of that name, the program's or the user's own. Raises WeightsError if there is none."""
    found = catalogue().get(name) or own_sets().get(name)
    if found is None:
        known = ", ".join(sorted([*catalogue(), *own_sets()]))
        raise WeightsError(f"There are no weights called “{name}”.", f"Known are: {known}.")
    return found


def find(name: str, within: Path | None = None) -> Path | None:
    """Folder of a set of which every file is there, or None. Files are not read but for a config.json.

    `within` is looked through instead of the usual places: a folder in the authors' layout, the folder above one, or
    the set's own folder. Raises WeightsError if there is no set of that name.
    """
    wanted = weights_set(name)
    places = _usual_places(wanted) if within is None else _places_within(wanted, within)
    return next((folder for folder in places if is_complete(wanted, folder)), None)


def is_complete(wanted: WeightsSet, folder: Path) -> bool:
    """Whether a folder has every file of a set or one that may stand in its place, for the network that it names."""
    present = {file.instead_of or file.name for file in present_files(wanted, folder)}
    needed = {file.instead_of or file.name for file in wanted.files}
    return bool(needed) and present == needed and _names_network(wanted, folder)


def present_files(wanted: WeightsSet, folder: Path) -> tuple[WeightsFile, ...]:
    """The files of a set that are in a folder, stand-ins included."""
    return tuple(file for file in wanted.files if (folder / file.name).is_file())


def weights_file(set_name: str, file_name: str, within: Path | None = None) -> Path:
    """Path of one file of a set, or of the file that stands in its place. Raises WeightsError if the set is not there.

    `within` is as in `find`.
    """
    wanted, folder = weights_set(set_name), find(set_name, within)
    if folder is None:
        where = f" in {within}" if within is not None else ""
        raise WeightsError(f"The weights “{set_name}” ({wanted.title}) are missing{where}.", remedy(wanted))
    role = next((file.instead_of or file.name for file in wanted.files if file.name == file_name), file_name)
    alike = [file.name for file in present_files(wanted, folder) if role in (file.name, file.instead_of)]
    return folder / (file_name if file_name in alike or not alike else alike[0])


def verify(name: str) -> WeightsState:
    """Look for a set and compare the hash of every file, whatever was remembered."""
    return run(verifying(name))


def verifying(name: str) -> Job[WeightsState]:
    """As `verify`, step by step: yields bytes read and in all. A file that cannot be read counts as damaged."""
    wanted, folder = weights_set(name), find(name)
    if folder is None:
        return WeightsState(wanted, None, _absence(wanted))
    expected, basis = _expected(wanted, folder)
    total, done = sum((folder / file.name).stat().st_size for file in expected), 0
    for file in expected:
        if fault := (yield from _compared(folder / file.name, file, done, total, trust=False)):
            return WeightsState(wanted, folder, fault, basis)
        done += (folder / file.name).stat().st_size
    yield Progress(total, total, "verifying")
    return WeightsState(wanted, folder, "", basis)


def hashing(path: Path, done: int, total: int, label: str) -> Job[str]:
    """Hexadecimal SHA-256 of a file; yields what was hashed before it and so far, of what there is in all.

    Raises WeightsError if the file cannot be read.
    """
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
                done += len(block)
                yield Progress(done, total, label)
    except OSError as error:
        raise WeightsError(f"{path} cannot be read: {error.strerror}.", "Look at its rights, or copy it.") from error
    return digest.hexdigest()


def ensure_whole(name: str) -> Path:
    """The folder of a set, after the hash of every file was compared; to be called before the set is loaded.

    A file that was found whole is remembered by its path, size and time of change and not read again until one of them
    differs. Raises WeightsError, which names the file, if the set is missing or damaged.
    """
    wanted, folder = weights_set(name), find(name)
    if folder is None:
        raise WeightsError(f"The weights “{name}” ({wanted.title}) cannot be used. {_absence(wanted)}", remedy(wanted))
    for file in _expected(wanted, folder)[0]:
        if fault := run(_compared(folder / file.name, file, 0, 0, trust=True)):
            raise WeightsError(f"The weights “{name}” cannot be used: {fault}", remedy(wanted))
    return folder


def remember_whole(path: Path, digest: str) -> None:
    """Note that a file was just found to have this SHA-256, so that `ensure_whole` need not read it again."""
    _write_memory(_memory(path), digest)


def resolve_choice(choice: str) -> Path | None:
    """The folder that a choice of weights stands for: a set's name, one's own name, or a path; None for the usual ones.

    What has a name is verified. Raises WeightsError if there is nothing of that name or at that path.
    """
    if not choice:
        return None
    if choice in catalogue() or choice in own_sets():
        return ensure_whole(choice)
    if Path(choice).is_dir():
        return Path(choice)
    return ensure_whole(weights_set(choice).name)


def part_folder(name: str) -> Path:
    """Where the files of a set are gathered while it is fetched."""
    return weights_folder() / f".{name}.part"


def sha256(path: Path) -> str:
    """Hexadecimal SHA-256 of a file. Raises WeightsError if it cannot be read."""
    return run(hashing(path, 0, 0, ""))


def read_table(path: Path) -> dict[str, Any]:
    """A JSON object from a file; what is missing or damaged counts as empty."""
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return table if isinstance(table, dict) else {}


def write_table(path: Path, table: dict[str, Any]) -> None:
    """Write a JSON object to a file, whole or not at all. Raises WeightsError if the folder cannot be written."""
    try:
        with writing(path) as part:
            part.write_text(json.dumps(table, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    except MediaError as error:
        raise unwritable(path.parent, error.__cause__) from error


def unwritable(folder: Path, error: BaseException | None) -> WeightsError:
    """The error for a weights folder that takes nothing."""
    reason = getattr(error, "strerror", None) or "the system refuses it"
    hint = "Make room, or set DUBWRIGHT_WEIGHTS to another folder."
    return WeightsError(f"The weights folder {folder} cannot be written: {reason}.", hint)


def remedy(wanted: WeightsSet) -> str:
    """One sentence: how the user gets a set that is missing or damaged."""
    if wanted.bundled:
        return "Install Dubwright again."
    if wanted.name in imports():
        return "Put the files back, or run “dubwright weights import FOLDER” with the folder in which they are now."
    if wanted.own:
        return "Make or import them again, or choose other weights."
    if wanted.repository:
        return f"Run “dubwright weights get {wanted.name}”, or “dubwright weights import FOLDER” if you have them."
    if wanted.needed and is_bundle():
        return "Install Dubwright again."
    return wanted.supplied or "Run “python3 bootstrap.py weights” in Dubwright's folder."


def _row(name: str, row: dict[str, Any]) -> WeightsSet:
    bundled = bool(row.get("bundled", False))
    files = read_table(RESOURCES / "weights" / name / DESCRIPTION).get("files", {}) if bundled else row["files"]
    plain = {key: value for key, value in row.items() if key not in ("bundled", "files", "folders", "wheel")}
    return WeightsSet(name, bundled=bundled, files=_files(files), folders=tuple(row.get("folders", ())), **plain)


def _own_row(name: str, table: dict[str, Any]) -> WeightsSet:
    base = catalogue().get(str(table.get("base", "")))
    return WeightsSet(
        name,
        title="your own weights",
        purpose=str(table.get("purpose") or (base.purpose if base else "Your own.")),
        licence=str(table.get("licence") or "as you know it"),
        files=_files(table.get("files", {})),
        engine=str(table.get("engine") or (base.engine if base else "")),
        memory=sum(file.bytes for file in _files(table.get("files", {}))),
        own=True,
    )


def _files(table: Any) -> tuple[WeightsFile, ...]:
    """The files of a description in the order of their names; what is no description has none."""
    if not isinstance(table, dict) or not all(_is_description(row) for row in table.values()):
        return ()
    return tuple(
        WeightsFile(
            name,
            int(row.get("bytes", 0)),
            str(row.get("sha256", "")),
            str(row.get("instead_of", "")),
            str(row.get("path", name)),
        )
        for name, row in sorted(table.items())
    )


def _is_description(row: Any) -> bool:
    return isinstance(row, dict) and isinstance(row.get("bytes", 0), int)


def _usual_places(wanted: WeightsSet) -> Iterator[Path]:
    yield RESOURCES / "weights" / wanted.name
    yield weights_folder() / wanted.name
    if registered := imports().get(wanted.name):
        yield Path(str(registered["folder"]))


def _places_within(wanted: WeightsSet, within: Path) -> Iterator[Path]:
    yield within
    for name in wanted.folders:
        yield within / name
        yield within / "models" / name


def _names_network(wanted: WeightsSet, folder: Path) -> bool:
    return not wanted.network or read_table(folder / "config.json").get("_class_name") == wanted.network


def _absence(wanted: WeightsSet) -> str:
    registered = imports().get(wanted.name)
    return f"They are no longer in {registered['folder']}." if registered else "Not on this machine."


def _expected(wanted: WeightsSet, folder: Path) -> tuple[tuple[WeightsFile, ...], str]:
    """The files in the folder with the hashes that they must have, and in words where those are from."""
    described = read_table(folder / DESCRIPTION)
    registered = imports().get(wanted.name, {})
    if registered and Path(str(registered["folder"])) == folder:
        described = registered
    recorded = {file.name: file for file in _files(described.get("files", {}))}
    present = present_files(wanted, folder)
    files = tuple(file if file.sha256 else recorded.get(file.name, file) for file in present)
    if all(file.sha256 for file in present) and not wanted.own:
        return files, "pinned"
    known = all(file.sha256 for file in files)
    return files, str(described.get("basis", "recorded")) if known else "nothing known of some files"


def _compared(path: Path, file: WeightsFile, done: int, total: int, trust: bool) -> Job[str]:
    """What is wrong with a file, in a sentence; nothing if it is whole. `trust`: believe what was remembered."""
    size = path.stat().st_size
    if file.bytes and size != file.bytes:
        return f"{file.name} is damaged: it has {size} bytes instead of {file.bytes}."
    if not file.sha256:
        return ""
    memory = _memory(path)
    if trust and memory.is_file() and memory.read_text(encoding="ascii") == file.sha256:
        return ""
    try:
        found = yield from hashing(path, done, total, "verifying")
    except WeightsError as error:
        return error.message
    if found != file.sha256:
        return f"{file.name} is damaged."
    _write_memory(memory, file.sha256)
    return ""


def _memory(path: Path) -> Path:
    """Where it is remembered which hash a file had, for its present size and time of change."""
    state = path.stat()
    return entry("whole", content_key(str(path.resolve()), state.st_size, state.st_mtime_ns), ".txt")


def _write_memory(memory: Path, digest: str) -> None:
    with suppress(MediaError), writing(memory) as part:  # a cache that takes nothing costs the time of the next start
        part.write_text(digest, encoding="ascii")
