"""A render that is killed loses nothing: the next one goes on where it was, and ends with the same bytes."""

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from core.media.ffmpeg import ffmpeg_program, run
from core.media.probe import probe
from tests import official

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(os.name == "nt", reason="SIGKILL is not known there"),
]
FRAMES = 10


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    only = ("musetalkV15", "sd-vae", "whisper")
    return official.write_official(tmp_path_factory.mktemp("models"), 77, only, vae=(4, 8, 8, 8))  # it takes the time


@pytest.fixture(scope="module")
def film(face_film: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    film = tmp_path_factory.mktemp("short") / "short.mkv"
    size = ["-vf", "scale=320:180", "-c:v", "ffv1", "-bitexact"]
    run([ffmpeg_program(), "-y", "-i", str(face_film), "-frames:v", str(FRAMES), *size, str(film)])
    return film


class Renders:
    """Renders of one film in processes of their own, with caches of their own."""

    def __init__(self, arguments: list[str]) -> None:
        self.arguments = arguments

    def start(self, out: Path, cache: Path) -> "subprocess.Popen[str]":
        environment = os.environ | {"DUBWRIGHT_CACHE": str(cache), "DUBWRIGHT_LOGS": str(cache)}
        environment |= {"DUBWRIGHT_PRECISION": "float32", "DUBWRIGHT_DEVICE": "cpu"}
        command = [sys.executable, "-m", "core", "dub", *self.arguments, "-o", str(out), "--json"]
        return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)

    def finish(self, out: Path, cache: Path) -> bytes:
        with self.start(out, cache) as process:
            process.communicate()
        assert process.returncode == 0
        return out.read_bytes()

    def kill(self, out: Path, cache: Path, frames: int) -> int:
        """Kill a render when it has told of so many frames; how many it has told of."""
        told = 0
        with self.start(out, cache) as process:
            assert process.stdout is not None
            for line in process.stdout:
                event = json.loads(line)
                told = event["done"] if event.get("label") == "frames" else told
                if told >= frames:
                    process.send_signal(signal.SIGKILL)
                    break
        assert process.returncode == -signal.SIGKILL
        return told


def kept(cache: Path) -> dict[str, float]:
    """Key of every painting that is kept, and when it was put there or last used."""
    path = cache / "paintings.sqlite"
    if not path.exists():
        return {}
    with closing(sqlite3.connect(path)) as database:
        return dict(database.execute("SELECT key, rowid FROM payloads").fetchall())


def test_killed_renders_lose_nothing(film: Path, pausing_voice: Path, models: Path, tmp_path: Path) -> None:
    renders = Renders([str(film), str(pausing_voice), "--engine", "musetalk", "--weights", str(models)])
    whole = renders.finish(tmp_path / "whole.mp4", tmp_path / "one")
    assert probe(tmp_path / "whole.mp4").frames == FRAMES
    paintings = kept(tmp_path / "one")
    assert len(paintings) > FRAMES / 2

    # What is fastest on this machine was measured once; a second measurement might come out otherwise.
    measured = shutil.ignore_patterns("paintings.sqlite*", "latents.sqlite*", "faces")
    shutil.copytree(tmp_path / "one", tmp_path / "two", ignore=measured)
    out, done = tmp_path / "killed" / "out.mp4", dict[str, float]()
    out.parent.mkdir()
    for frames in sorted(random.Random(7).sample(range(1, FRAMES), 2)):
        told = renders.kill(out, tmp_path / "two", frames)
        assert not out.exists()
        before, done = done, kept(tmp_path / "two")
        assert before.items() <= done.items()  # what was there was not painted again
        assert len(done) >= min(told, len(paintings)) - 1
    assert renders.finish(out, tmp_path / "two") == whole
    assert kept(tmp_path / "two").keys() <= paintings.keys()  # a painting that was quick is not kept
    assert done.items() <= kept(tmp_path / "two").items()
    assert [path.name for path in out.parent.iterdir()] == [out.name]
