"""Whatever a person drops on the window, it says one sentence and what to do, and can be used on."""

import os
import stat
import struct
import subprocess
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.application import Application
from app.work import real_work
from core.media.ffmpeg import ffmpeg_program
from tests.app.fakes import FakeDialogs, FakeSpeakers, FakeWork
from tests.media import make_clip


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[Application]:
    """The program that really looks at files; what is found in faces is a fake."""
    real = real_work()
    work = replace(FakeWork().work(), identify=real.identify, hear=real.hear)
    application = Application(qapp, work, FakeDialogs(), speakers=FakeSpeakers())
    application.window.show()
    yield application
    application.shut_down()
    application.window.hide()
    application.window.deleteLater()
    application.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def huge_png(path: Path) -> None:
    """A header that promises 60,000 × 60,000 pixels, and next to nothing behind it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))))


def cut(path: Path, kept: float) -> None:
    make_clip(path)
    with path.open("rb+") as file:
        file.truncate(int(path.stat().st_size * kept))


def flipped(path: Path) -> None:
    """A film whose table of contents is noise."""
    make_clip(path)
    data = bytearray(path.read_bytes())
    place = data.index(b"moov")
    data[place : place + 400] = os.urandom(400)
    path.write_bytes(data)


def sound_only(path: Path) -> None:
    subprocess.run(
        [ffmpeg_program(), "-v", "error", "-f", "lavfi", "-i", "sine=d=0.2", "-f", "mp4", f"file:{path}"], check=True
    )


def nothing(path: Path) -> None:
    del path


BAD: dict[str, Callable[[Path], object]] = {
    "not there.mp4": nothing,
    "empty.mp4": lambda path: path.write_bytes(b""),
    "letter.mp4": lambda path: path.write_text("Dear sir or madam,\n" * 50),
    "noise.mp4": lambda path: path.write_bytes(os.urandom(200_000)),
    "zeros.mov": lambda path: path.write_bytes(bytes(200_000)),
    "no index.mp4": lambda path: cut(path, 0.5),
    "head.mkv": lambda path: cut(path, 0.05),
    "damaged index.mp4": flipped,
    "playlist.mp4": lambda path: path.write_text("#EXTM3U\n#EXTINF:3,\nhttp://localhost/a.ts\n"),
    "sound only.mp4": sound_only,
    "folder.mp4": lambda path: path.mkdir(),
    "pipe.mp4": os.mkfifo,
    "huge.png": huge_png,
    "picture.jpg": lambda path: path.write_bytes(b"\xff\xd8\xff\xe0" + os.urandom(500)),
    "page.html": lambda path: path.write_text("<html><body>404</body></html>"),
    "archive.zip": lambda path: path.write_bytes(b"PK\x03\x04" + os.urandom(500)),
    "no ending": lambda path: path.write_bytes(os.urandom(50)),
    "voice.wav": lambda path: path.write_bytes(b"RIFF\x24\0\0\0WAVEfmt "),
    "silent.wav": lambda path: make_clip(path.with_suffix(".mp4")).rename(path),
    "text.mp3": lambda path: path.write_text("la la la"),
    "project.dub": lambda path: path.write_text("{"),
    "newer.dub": lambda path: path.write_text('{"version": 999}'),
    "another.dub": lambda path: path.write_text('{"schema": 999}'),
    "film.dub": lambda path: make_clip(path.with_suffix(".mp4")).rename(path),
}


def test_every_bad_file_is_told_in_a_sentence_with_a_remedy(window: Application, qtbot: QtBot, tmp_path: Path) -> None:
    said: list[tuple[str, str]] = []
    window.notifier.said.connect(lambda message: said.append((message.text, message.hint)))
    for name, make in BAD.items():
        path = tmp_path / name
        make(path)
        said.clear()
        window.commands.take([path])
        qtbot.waitUntil(lambda: bool(said))
        qtbot.waitUntil(lambda: not window.window.tasks.isVisible())
        (text, hint), *more = said
        assert not more, (name, said)
        assert text.endswith("."), (name, text)
        assert ". " not in text.replace(name, ""), (name, text)
        assert hint.endswith("."), (name, hint)
        assert path.stem.split(".")[0] in text or path.suffix == ".dub", (name, text)
        assert not any(word in text for word in ("Error", "errno", "Traceback", "None")), (name, text)
        assert not window.commands.has_film
    film, voice = make_clip(tmp_path / "good.mp4"), tmp_path / "voice.m4a"
    sound_only(voice)
    window.commands.take([film, voice])
    qtbot.waitUntil(lambda: window.commands.can_dub)
    assert window.window.isEnabled()


def test_names_that_lie_are_seen_through(window: Application, qtbot: QtBot, tmp_path: Path) -> None:
    """A film is a film whatever it is called; what is behind the name counts."""
    odd = make_clip(tmp_path / "a film's “name” 電影: 100 %.mp4")
    film = make_clip(tmp_path / "film.mkv").rename(tmp_path / "holiday.jpg.exe")
    for path in (odd, film):
        window.commands.take([path])
        qtbot.waitUntil(lambda path=path: _film(window) == path)


def test_a_film_that_breaks_off_opens_and_says_so(window: Application, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "half.mkv"
    make_clip(path, frames=200, gop=10)
    with path.open("rb+") as file:
        file.truncate(int(path.stat().st_size * 0.6))
    window.commands.take([path])
    qtbot.waitUntil(lambda: _film(window) == path)
    footage = window.document.project.footage
    assert footage is not None
    assert 50 < footage.frames < 200


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(window: Application, qtbot: QtBot, tmp_path: Path) -> None:
    path = make_clip(tmp_path / "secret.mp4")
    path.chmod(stat.S_IWUSR)
    window.commands.take([path])
    qtbot.waitUntil(lambda: "may not be read" in window.window.messages.text)


def _film(window: Application) -> Path | None:
    footage = window.document.project.footage
    return footage.path if footage is not None else None
