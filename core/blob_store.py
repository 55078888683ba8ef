"""Many small observations in one file on disk, found by their content key. Knows nothing of what is kept.

    get(key) ──▶ bytes that were put under the key, whole, or None
    put(key, bytes)              put_all({key: bytes, …}): all or none

Everything in a store can be made again, so a store never stops the work that uses it: a disk that is full, a folder
that cannot be written or a file that is damaged costs time, is told once in a notice, and nothing more. Several
processes may use one store at the same time; what one of them has put survives its being killed.

A store forgets what was used longest ago, and never what it was itself asked for or given since it was opened: a film
larger than the budget would otherwise push out its own first frames just before they are wanted again. Once nothing old
is left, new values are not kept.
"""

import shutil
import sqlite3
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from core.cache import limit, taken
from core.paths import cache_folder

T = TypeVar("T")

_WAIT = 5.0
"""Seconds to wait for another process that is writing."""

_TRY_AGAIN = 0.01
"""Seconds between two tries at what SQLite does not wait for by itself."""

_LEAVE_FREE = 0.5
"""Share of the free disk that a store leaves alone; the film that is being written needs room as well."""

_TOUCHES = 64
"""Uses that are noted at once: a note is a write, and a read need not wait for one."""

_EVICTED = 64
"""Values forgotten at once."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, bytes INTEGER, crc INTEGER, used REAL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_use ON entries (used);
CREATE TABLE IF NOT EXISTS payloads (key TEXT PRIMARY KEY, value BLOB);
CREATE TABLE IF NOT EXISTS total (bytes INTEGER);
INSERT INTO total SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM total);
CREATE TRIGGER IF NOT EXISTS added AFTER INSERT ON entries BEGIN UPDATE total SET bytes = bytes + NEW.bytes; END;
CREATE TRIGGER IF NOT EXISTS removed AFTER DELETE ON entries BEGIN UPDATE total SET bytes = bytes - OLD.bytes; END;
"""

_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


class BlobStore:
    """Values of one `kind`: at most `budget` bytes of them, what the disk can well spare, and what the cache may take.

    The file is opened at the first use. May be used from several threads, one at a time.
    """

    def __init__(self, kind: str, budget: int) -> None:
        self.path = cache_folder() / f"{kind}.sqlite"
        self._kind, self._budget = kind, budget
        self._lock = threading.RLock()
        self._database: sqlite3.Connection | None = None
        self._usable, self._told = True, set[str]()
        self._notices: list[str] = []
        self._touched: set[str] = set()
        self._since = time.time()

    def get(self, key: str) -> bytes | None:
        """The value of a key, or None where there is none or it is damaged."""
        with self._lock:
            return self._guarded(lambda database: self._read(database, key), None)

    def put(self, key: str, value: bytes) -> bool:
        """Keep a value; whether it is kept now. A key that is there already keeps its value, as it is the same."""
        return self.put_all({key: value})

    def put_all(self, values: Mapping[str, bytes]) -> bool:
        """Keep all of some values or none of them, even if the process is killed meanwhile; whether they are kept."""
        with self._lock:
            return self._guarded(lambda database: self._write(database, values), False)

    def taken(self) -> int:
        """Bytes of all values."""
        with self._lock:
            return self._guarded(_taken, 0)

    def notices(self) -> tuple[str, ...]:
        """What has happened since the last call that a person should know."""
        with self._lock:
            notices, self._notices = tuple(self._notices), []
        return notices

    def close(self) -> None:
        """Note the last uses and close the file; the store opens it again if it is used again."""
        with self._lock:
            if self._database is not None:
                self._guarded(self._note_uses, None)
                self._disconnect()

    def _guarded(self, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """Do some work on the database; where that fails, tell why and return `otherwise`."""
        if not self._usable:
            return otherwise
        try:
            if self._database is None:
                self._database = self._open()
            return work(self._database)
        except sqlite3.DatabaseError as error:
            self._fail(error)
            return otherwise
        except OSError as error:
            self._give_up(error.strerror or str(error))
            return otherwise

    def _open(self) -> sqlite3.Connection:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(self.path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
        try:
            _write_ahead(database)
            database.execute("PRAGMA synchronous = NORMAL")
            with _transaction(database):
                for statement in _SCHEMA.split(";\n"):
                    database.execute(statement)
            free = shutil.disk_usage(self.path.parent).free
            room = int(free * (1 - _LEAVE_FREE)), max(limit() - taken(self.path.parent), 0)
            self._budget = min(self._budget, _taken(database) + min(room))
        except BaseException:
            database.close()
            raise
        return database

    def _read(self, database: sqlite3.Connection, key: str) -> bytes | None:
        row = database.execute(
            "SELECT bytes, crc, value FROM entries JOIN payloads USING (key) WHERE key = ?", (key,)
        ).fetchone()
        if row is None:
            return None
        size, crc, value = row
        if not isinstance(value, bytes) or len(value) != size or zlib.crc32(value) != crc:
            self._tell(f"A value kept in the cache “{self._kind}” was damaged; it is made anew.")
            with _transaction(database):
                _forget(database, [key])
            return None
        self._touched.add(key)
        if len(self._touched) >= _TOUCHES:
            self._note_uses(database)
        return value

    def _write(self, database: sqlite3.Connection, values: Mapping[str, bytes]) -> bool:
        with _transaction(database):
            self._mark_used(database)
            fresh = {key: value for key, value in values.items() if not _is_kept(database, key)}
            if not self._make_room(database, sum(map(len, fresh.values()))):
                self._tell(f"The cache “{self._kind}” is full; what is made from here on is not kept.")
                return False
            for key, value in fresh.items():
                entry = (key, len(value), zlib.crc32(value), time.time())
                database.execute("INSERT INTO entries VALUES (?, ?, ?, ?)", entry)
                database.execute("INSERT INTO payloads VALUES (?, ?)", (key, value))
        return True

    def _make_room(self, database: sqlite3.Connection, size: int) -> bool:
        """Forget old values until `size` more bytes fit; whether they do."""
        if size > self._budget:
            return False
        while _taken(database) + size > self._budget:
            oldest = "SELECT key FROM entries WHERE used < ? ORDER BY used LIMIT ?"
            keys = [row[0] for row in database.execute(oldest, (self._since, _EVICTED))]
            if not keys:
                return False
            _forget(database, keys)
        return True

    def _note_uses(self, database: sqlite3.Connection) -> None:
        with _transaction(database):
            self._mark_used(database)

    def _mark_used(self, database: sqlite3.Connection) -> None:
        now = time.time()
        database.executemany("UPDATE entries SET used = ? WHERE key = ?", [(now, key) for key in self._touched])
        self._touched.clear()

    def _fail(self, error: sqlite3.DatabaseError) -> None:
        code = _kind_of(error)
        if code in _BUSY:
            self._tell(f"Another program holds the cache “{self._kind}”; some of what is made is not kept.")
        elif code in _DAMAGE:
            self._set_aside()
        else:
            self._give_up(str(error))

    def _set_aside(self) -> None:
        """Begin a new file; the damaged one stays beside it until another one is damaged."""
        self._disconnect()
        try:
            self.path.replace(self.path.with_suffix(".damaged"))
            for journal in ("-wal", "-shm"):
                self.path.with_name(self.path.name + journal).unlink(missing_ok=True)
        except OSError as error:
            self._give_up(error.strerror or str(error))
            return
        self._tell(f"The cache “{self._kind}” was damaged; a new one is begun.")

    def _give_up(self, reason: str) -> None:
        self._disconnect()
        self._usable = False
        self._tell(f"The cache “{self._kind}” cannot be used ({reason}); what is made is not kept.")

    def _disconnect(self) -> None:
        if self._database is not None:
            with suppress(sqlite3.DatabaseError):  # what could not be written can be made again
                self._database.close()
        self._database = None

    def _tell(self, notice: str) -> None:
        """Tell something once; the same trouble thousands of times is one trouble."""
        if notice not in self._told:
            self._told.add(notice)
            self._notices.append(notice)


def uses(path: Path) -> list[tuple[float, int]]:
    """When each value of a store was last used, in seconds of the epoch, and its bytes; none of one that is damaged."""
    try:
        with closing(sqlite3.connect(path, timeout=_WAIT, isolation_level=None)) as database:
            return [(float(used), int(size)) for used, size in database.execute("SELECT used, bytes FROM entries")]
    except sqlite3.DatabaseError:
        return []


def forget_until(path: Path, when: float) -> bool:
    """Forget the values of a store that were last used by then, and give their room back; whether that could be done.

    Other programs may use the store meanwhile: what they miss they make again.
    """
    try:
        with closing(sqlite3.connect(path, timeout=_WAIT, isolation_level=None)) as database:
            with _transaction(database):
                database.execute("DELETE FROM payloads WHERE key IN (SELECT key FROM entries WHERE used <= ?)", (when,))
                database.execute("DELETE FROM entries WHERE used <= ?", (when,))
            database.execute("VACUUM")
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.DatabaseError:
        return False
    return True


def _write_ahead(database: sqlite3.Connection) -> None:
    """Let readers read while one writes.

    SQLite's own waiting is not used for this switch: where several programs open a new file at the same moment, all
    but one of them are turned away at once, so that the waiting is done here.
    """
    until = time.monotonic() + _WAIT
    while True:
        try:
            database.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if _kind_of(error) not in _BUSY or time.monotonic() > until:
                raise
        time.sleep(_TRY_AGAIN)


def _kind_of(error: sqlite3.DatabaseError) -> int:
    """SQLite's primary result code: the low byte of the code, the rest of which is a detail of it."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


@contextmanager
def _transaction(database: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing; the lock for writing is taken at once, so that two writers wait for each other."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with suppress(sqlite3.DatabaseError):  # a full disk has ended the transaction already
            database.execute("ROLLBACK")
        raise
    database.execute("COMMIT")


def _is_kept(database: sqlite3.Connection, key: str) -> bool:
    return database.execute("SELECT 1 FROM entries WHERE key = ?", (key,)).fetchone() is not None


def _taken(database: sqlite3.Connection) -> int:
    return int(database.execute("SELECT bytes FROM total").fetchone()[0])


def _forget(database: sqlite3.Connection, keys: list[str]) -> None:
    for table in ("entries", "payloads"):
        database.executemany(f"DELETE FROM {table} WHERE key = ?", [(key,) for key in keys])
