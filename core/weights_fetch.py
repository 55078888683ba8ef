"""Weights fetched from a hub, so that a cut line, a kill or a flipped byte costs time and nothing else.

Bytes go to a `.part` file in a folder beside the weights as they come. A later call goes on where the last one stopped,
and only when every hash is right does the folder get its name. Knows nothing of what is in the files, and of the hub
only what `core.hub` says.
"""

import hashlib
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from core.errors import SettingsError, WeightsError
from core.hub import Address, BrokenOffError, HubFile, endpoint, look_up, pieces, unreachable
from core.job import Job, Progress
from core.paths import weights_folder
from core.weights import (
    DESCRIPTION,
    WeightsFile,
    WeightsSet,
    ensure_whole,
    find,
    part_folder,
    read_table,
    remedy,
    remember_whole,
    unwritable,
    weights_set,
    write_table,
)

T = TypeVar("T")

_POLL, _PATIENCE = 0.1, 0.5  # seconds between two looks at the thread; seconds for it to end when cancelled
_TRIES, _PAUSE = 5, 1.0  # tries without a new byte; seconds between two
_SPARE = 64 << 20  # bytes that stay free on the disk


def fetch(name: str, mirror: str = "") -> Job[Path]:
    """Fetch a set and return its folder; yields bytes done and in all. One that is there and whole is not fetched.

    `mirror` is the address of another hub, see `core.hub.endpoint`. Closing the job ends it within a second; what came
    is kept, and the next call goes on from there. Raises SettingsError if the licence is to be accepted first,
    WeightsError if the set is not fetched but supplied, the hub cannot be reached or does not have it, the disk is too
    small, or a file is not what it must be.
    """
    wanted = weights_set(name)
    if not wanted.repository:
        raise WeightsError(f"The weights “{name}” are not fetched from a hub.", remedy(wanted))
    if find(name) is not None:
        try:
            return (yield from _beside(lambda _: ensure_whole(name), _Stretch("looking")))
        except WeightsError:
            yield Progress(0, 0, "fetching", notice=f"The weights “{name}” are damaged and are fetched anew.")
    refuse_unaccepted(wanted)
    with _claimed(name):
        return (yield from _fetched(wanted, endpoint(mirror)))


def refuse_unaccepted(*sets: WeightsSet) -> None:
    """Raise SettingsError with the licences of those sets that are to be accepted and were not."""
    accepted = read_table(_licences())
    open_ = [row for row in sets if row.ask and _wording(accepted.get(row.name)) != row.licence]
    if open_:
        shown = "\n".join(f"{row.name}: {row.licence}" for row in open_)
        raise SettingsError(
            f"These licences are to be accepted before the weights are fetched.\n{shown}",
            "Read them; if you accept them, repeat the command with --accept-licence.",
        )


def accept_licence(wanted: WeightsSet) -> None:
    """Record that the user accepted the licence of a set in its present wording."""
    accepted = {"licence": wanted.licence, "accepted": datetime.now(UTC).isoformat(timespec="seconds")}
    write_table(_licences(), read_table(_licences()) | {wanted.name: accepted})


@dataclass(slots=True)
class _Tally:
    """What the thread of a transfer and the job that waits for it tell each other."""

    done: int = 0
    stop: threading.Event = field(default_factory=threading.Event)

    def check(self) -> None:
        """Raise _CancelledError if nobody waits any more."""
        if self.stop.is_set():
            raise _CancelledError


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What is said of a piece of work while it goes on: its name, the bytes done before it, and those of everything."""

    label: str
    before: int = 0
    total: int = 0


class _CancelledError(Exception):
    """The job was closed; the thread ends without a result."""


def _fetched(wanted: WeightsSet, hub: str) -> Job[Path]:
    told = yield from _beside(lambda _: _look_up_all(wanted, hub), _Stretch("asking the hub"))
    stage = part_folder(wanted.name)
    _make_room(stage, told)
    total, before = sum(file.bytes for file, _ in told), 0
    found = []
    for file, remote in told:
        work = partial(_bring, file, remote, stage)
        found.append((yield from _beside(work, _Stretch(f"fetching {file.name}", before, total))))
        before += file.bytes
    yield Progress(total, total, "fetched")
    return _settle(wanted, stage, found, hub)


def _beside(work: Callable[[_Tally], T], stretch: _Stretch) -> Job[T]:
    """Do work on a thread of its own, so that a server's silence keeps nobody from cancelling."""
    tally, results, errors = _Tally(), list[T](), list[BaseException]()

    def carry() -> None:
        try:
            results.append(work(tally))
        except BaseException as error:  # noqa: BLE001 - not swallowed: the job raises it on the thread that waits
            errors.append(error)

    thread = threading.Thread(target=carry, name="weights", daemon=True)
    thread.start()
    try:
        while thread.is_alive():
            yield Progress(stretch.before + tally.done, stretch.total, stretch.label)
            thread.join(_POLL)
    finally:
        tally.stop.set()
        thread.join(_PATIENCE)
    if errors:
        raise errors[0]
    return results[0]


def _look_up_all(wanted: WeightsSet, hub: str) -> list[tuple[WeightsFile, HubFile]]:
    """Every file of a set with its size, and as the hub has it, all of one commit."""
    revision, told = wanted.revision or "main", []
    for file in wanted.files:
        if not file.instead_of:
            remote = look_up(Address(hub, wanted.repository, revision, file.path))
            _refuse_other(file, remote)
            told.append((replace(file, bytes=remote.bytes or file.bytes), remote))
            revision = remote.address.revision
    return told


def _refuse_other(file: WeightsFile, remote: HubFile) -> None:
    """Raise WeightsError if the hub has another file than the one that is known, or says nothing of it."""
    other_size = 0 != file.bytes != remote.bytes != 0
    other_hash = remote.is_marked and len(remote.mark) == len(file.sha256) and remote.mark != file.sha256
    if other_size or other_hash:
        what = f"{remote.address.endpoint} has another file {file.path} than the one that Dubwright knows."
        raise WeightsError(what, "Use another mirror, or look for a newer Dubwright.")
    if not file.sha256 and not remote.is_marked:
        what = f"{remote.address.endpoint} gives no hash of its file {file.path}, so that it could not be verified."
        raise WeightsError(what, "Use another mirror, or huggingface.co itself.")


def _make_room(stage: Path, told: list[tuple[WeightsFile, HubFile]]) -> None:
    """Make the folder for what comes. Raises WeightsError if the disk is too small for what is still to come."""
    try:
        stage.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(stage).free
    except OSError as error:
        raise unwritable(stage.parent, error) from error
    here = sum(_size(stage / file.name) + _size(_part(stage, file, remote)) for file, remote in told)
    missing = sum(file.bytes for file, _ in told) - here
    if missing > 0 and missing + _SPARE > free:
        what = f"{missing / 1e9:.2f} GB are to be fetched, and the disk of {stage.parent} has {free / 1e9:.2f} GB left."
        raise WeightsError(what, "Make room, or set DUBWRIGHT_WEIGHTS to a folder on another disk.")


def _bring(file: WeightsFile, remote: HubFile, stage: Path, tally: _Tally) -> WeightsFile:
    """Bring one file whole into the stage and say what it is. Raises WeightsError if it cannot be had or is damaged."""
    whole, part = stage / file.name, _part(stage, file, remote)
    try:
        if whole.exists():
            whole.replace(part)
        _complete(file, remote, part, tally)
        known = _known(file, remote, part, tally)
        part.replace(whole)
    except OSError as error:
        raise unwritable(stage.parent, error) from error
    return known


def _complete(file: WeightsFile, remote: HubFile, part: Path, tally: _Tally) -> None:
    """Add to the part what it lacks, going on after every break until nothing new comes any more."""
    tries = 0
    if file.bytes and _size(part) > file.bytes:
        part.unlink()
    while not part.exists() or _size(part) != file.bytes:
        before = _size(part)
        try:
            _append(remote, part, tally)
            if not file.bytes:
                return
        except BrokenOffError as error:
            if tries == _TRIES:
                raise unreachable(remote.address) from error
        if tries == _TRIES:
            what = f"{remote.address.endpoint} ends the transfer of {file.name} too early, again and again."
            raise WeightsError(what, "Try again later; what has come so far is kept.")
        tries = 0 if _size(part) > before else tries + 1
        tally.stop.wait(_PAUSE if tries else 0)
        tally.check()


def _append(remote: HubFile, part: Path, tally: _Tally) -> None:
    """Write what one request brings, unbuffered, so that a kill loses no byte that was written."""
    tally.done = _size(part)
    with part.open("ab", buffering=0) as file, closing(pieces(remote, tally.done)) as stream:
        for place, piece in stream:
            tally.check()
            if place != tally.done:
                file.truncate(place)
            file.write(piece)
            tally.done = place + len(piece)


def _known(file: WeightsFile, remote: HubFile, part: Path, tally: _Tally) -> WeightsFile:
    """The file with its size and SHA-256. Raises WeightsError, and removes the part, if it is not what it must be."""
    size = _size(part)
    plain, blob = hashlib.sha256(), hashlib.sha1(f"blob {size}\0".encode(), usedforsecurity=False)
    digests = [plain] if file.sha256 or len(remote.mark) == plain.digest_size * 2 else [plain, blob]
    with part.open("rb") as content:
        while block := content.read(1 << 20):
            tally.check()
            for digest in digests:
                digest.update(block)
    if (file.sha256 or remote.mark) not in [digest.hexdigest() for digest in digests]:
        part.unlink()
        what = f"{file.name} came damaged: its hash is not the one that it must have."
        raise WeightsError(what, "Fetch it again; if it happens again, use another network or mirror.")
    return replace(file, bytes=size, sha256=plain.hexdigest())


def _settle(wanted: WeightsSet, stage: Path, found: list[WeightsFile], hub: str) -> Path:
    """Give the folder with the whole files its name, in place of what was there."""
    final, old = weights_folder() / wanted.name, weights_folder() / f".{wanted.name}.old"
    pinned = all(file.sha256 for file in wanted.files if not file.instead_of)
    table = {
        "name": wanted.name,
        "repository": wanted.repository,
        "licence": wanted.licence,
        "basis": "pinned" if pinned else f"hash as {hub} told it on {datetime.now(UTC).date().isoformat()}",
        "files": {file.name: {"bytes": file.bytes, "sha256": file.sha256} for file in found},
    }
    write_table(stage / DESCRIPTION, table)
    try:
        for left in stage.glob("*.part"):
            left.unlink()
        shutil.rmtree(old, ignore_errors=True)
        if final.exists():
            final.rename(old)
        stage.rename(final)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise unwritable(final.parent, error) from error
    for file in found:
        remember_whole(final / file.name, file.sha256)
    return final


@contextmanager
def _claimed(name: str) -> Iterator[None]:
    """Keep other processes from fetching the same set; the lock of a process that was killed is open."""
    from filelock import FileLock, Timeout

    lock = FileLock(weights_folder() / f".{name}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        what = f"The weights “{name}” are being fetched by another Dubwright."
        raise WeightsError(what, "Wait until it is done.") from error
    except OSError as error:
        raise unwritable(weights_folder(), error) from error
    try:
        yield
    finally:
        lock.release()


def _part(stage: Path, file: WeightsFile, remote: HubFile) -> Path:
    """Where the bytes of a file go; its content's mark is in the name, so that parts of two files never meet."""
    return stage / f"{file.name}.{(file.sha256 or remote.mark)[:16]}.part"


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _wording(entry: object) -> str:
    return str(entry.get("licence", "")) if isinstance(entry, dict) else ""


def _licences() -> Path:
    return weights_folder() / "licences.json"
