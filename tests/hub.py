"""A hub of models in a thread: the few requests that fetching a file needs, and what can go wrong with them."""

import hashlib
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

COMMIT = "0123456789abcdef0123456789abcdef01234567"
LARGE = 1000
"""Files of more bytes are told by their SHA-256 and lie at another address, as on the real hub."""


@dataclass
class FakeHub:
    """What the hub has, how it behaves, and what it was asked."""

    url: str
    files: dict[str, bytes]
    repository: str = "someone/something"
    flip: set[str] = field(default_factory=set)
    """Paths of which a byte is changed on the way."""
    cut_after: list[int] = field(default_factory=list)
    """One number for each of the next transfers: bytes after which the line is cut."""
    stall_after: int | None = None
    """Bytes after which a transfer goes silent."""
    bytes_per_second: float = float("inf")
    ranges: bool = True
    marks: bool = True
    error: tuple[int, str] | None = None
    """Status and error code that every request is answered with."""
    sent: int = 0
    """Bytes sent so far."""
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)


@contextmanager
def fake_hub(files: dict[str, bytes]) -> Iterator[FakeHub]:
    """A hub on this machine that has these files in one repository."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    hub = FakeHub(f"http://127.0.0.1:{server.server_address[1]}", files)
    server.hub = hub  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield hub
    finally:
        hub.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    @property
    def hub(self) -> FakeHub:
        found: FakeHub = self.server.hub  # type: ignore[attr-defined]
        return found

    def handle(self) -> None:
        with suppress(ConnectionError):  # who asked was killed
            super().handle()

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def do_GET(self) -> None:
        self._answer(body=True)

    def log_message(self, format: str, *args: object) -> None:
        pass

    def _answer(self, *, body: bool) -> None:
        self.hub.asked.append(f"{self.command} {self.path}")
        self.hub.headers.append({name.lower(): value for name, value in self.headers.items()})
        if self.hub.error is not None:
            return self._refuse(*self.hub.error)
        if self.path.startswith("/store/"):
            return self._send(self.path.removeprefix("/store/"), body=body)
        prefix, _, rest = self.path.partition("/resolve/")
        revision, _, path = rest.partition("/")
        if prefix != f"/{self.hub.repository}":
            return self._refuse(401, "RepoNotFound")
        if revision not in ("main", COMMIT):
            return self._refuse(404, "RevisionNotFound")
        if path not in self.hub.files:
            return self._refuse(404, "EntryNotFound")
        if len(self.hub.files[path]) > LARGE:
            return self._redirect(path)
        return self._send(path, body=body)

    def _refuse(self, status: int, code: str) -> None:
        self.send_response(status)
        self.send_header("X-Error-Code", code)
        self.send_header("Content-Length", "0")
        self.send_header("Connection", "close")
        self.end_headers()

    def _redirect(self, path: str) -> None:
        content = self.hub.files[path]
        self.send_response(302)
        self.send_header("Location", f"{self.hub.url.replace('127.0.0.1', 'localhost')}/store/{path}")
        self.send_header("X-Repo-Commit", COMMIT)
        if self.hub.marks:
            self.send_header("X-Linked-Etag", f'"{hashlib.sha256(content).hexdigest()}"')
        else:
            self.send_header("ETag", '"whatever"')
        self.send_header("X-Linked-Size", str(len(content)))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, path: str, *, body: bool) -> None:
        content = self.hub.files[path]
        wanted = self.headers.get("Range", "")
        begin = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and self.hub.ranges else 0
        self.send_response(206 if begin else 200)
        self.send_header("X-Repo-Commit", COMMIT)
        self.send_header("ETag", f'"{git_hash(content)}"')
        self.send_header("Content-Length", str(len(content) - begin))
        if begin:
            self.send_header("Content-Range", f"bytes {begin}-{len(content) - 1}/{len(content)}")
        self.end_headers()
        if body:
            if path in self.hub.flip:
                middle = len(content) // 2
                content = content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]
            with suppress(ConnectionError):  # who asked has gone; nothing to tell them
                self._stream(content[begin:])

    def _stream(self, content: bytes) -> None:
        cut = self.hub.cut_after.pop(0) if self.hub.cut_after else len(content)
        piece = 1 << 14
        for at in range(0, len(content), piece):
            if self.hub.stall_after is not None and at >= self.hub.stall_after:
                self.hub.over.wait()
            block = content[at : min(at + piece, cut)]
            self.hub.sent += len(block)  # before it is there: who asked may look at once
            self.wfile.write(block)
            time.sleep(len(block) / self.hub.bytes_per_second)
            if at + piece > cut:
                self.close_connection = True
                return


def git_hash(content: bytes) -> str:
    """How git, and the hub for small files, names a content."""
    return hashlib.sha1(f"blob {len(content)}\0".encode() + content, usedforsecurity=False).hexdigest()
