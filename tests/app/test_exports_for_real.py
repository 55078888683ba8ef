"""The queue of the window writes what the command line writes, and a killed one leaves nothing half done."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.exports import Exports
from app.notify import Notifier
from app.work import real_work
from app.worker import GpuWorker
from core.__main__ import main
from core.export_queue import State
from core.media.ffmpeg import ffmpeg_program, run
from core.media.probe import footage_of, probe
from core.media.reader import VideoReader
from core.media.sound import read_sound
from core.paths import RESOURCES
from core.project import Clip, DubProject, ExportOptions, Mix, Part, Span, Voice
from core.project_file import save_project

SECONDS = 2


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    film = tmp_path_factory.mktemp("film") / "film é.mp4"
    source, size = RESOURCES / "demo" / "presenter.mp4", ["-vf", "scale=480:270"]
    run([ffmpeg_program(), "-y", "-i", str(source), "-t", str(SECONDS), *size, "-c:a", "aac", str(film)])
    return film


@pytest.fixture
def project(film: Path) -> DubProject:
    info = probe(film)
    clip = Clip("a", Span(0, info.frames), Voice(RESOURCES / "demo" / "voice.flac", Fraction(-1)))
    return DubProject(footage_of(info), (clip,), export=ExportOptions(mix=Mix.MIX, loudness=-20.0))


def film_of(path: Path) -> tuple[tuple[int, ...], list[bytes], np.ndarray]:  # type: ignore[type-arg]
    """Times, frames and sound."""
    info = probe(path)
    with VideoReader(info) as reader:
        return info.ticks, [frame.image.tobytes() for frame in reader.span(0, info.frames)], read_sound(path, 48_000)


@pytest.mark.parametrize("part", [Part.ALL, Part.IN_OUT])
def test_queue_and_command_line_write_the_same(
    qtbot: QtBot, worker: GpuWorker, project: DubProject, tmp_path: Path, part: Part
) -> None:
    project = replace(project, in_out=Span(12, 30), export=replace(project.export, part=part))
    notifier = Notifier(lambda: "")
    told: list[str] = []
    notifier.said.connect(lambda message: told.append(message.text))
    exports = Exports(worker, real_work().export, notifier, tmp_path / "queue")
    assert exports.add(project, tmp_path / "window.mp4")
    qtbot.waitUntil(lambda: not exports.queue.unfinished, timeout=120_000)
    exports.close()
    assert [export.state for export in exports.queue.exports] == [State.DONE], told
    save_project(project, tmp_path / "take.dub")
    assert main(["dub", str(tmp_path / "take.dub"), "-o", str(tmp_path / "line.mp4"), "--json"]) == 0
    window, line = film_of(tmp_path / "window.mp4"), film_of(tmp_path / "line.mp4")
    assert len(window[0]) == (18 if part is Part.IN_OUT else probe(project.footage.path).frames)  # type: ignore[union-attr]
    assert window[0] == line[0]
    assert window[1] == line[1]
    assert np.array_equal(window[2], line[2])


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is not known there")
def test_a_killed_export_is_offered_again_and_leaves_nothing_half_done(project: DubProject, tmp_path: Path) -> None:
    save_project(project, tmp_path / "take.dub")
    folder, out = tmp_path / "films", tmp_path / "films" / "dubbed.mp4"
    folder.mkdir()
    out.write_bytes(b"of last week")
    (folder / "stranger.mp4.part").write_bytes(b"of another program")
    part = folder / "dubbed.mp4.part"
    command = [sys.executable, "-m", "tests.app.export_process", str(tmp_path / "queue")]
    with subprocess.Popen([*command, str(tmp_path / "take.dub"), str(out)], env=os.environ.copy()) as process:
        end = time.monotonic() + 120
        while not part.exists() or not part.stat().st_size:
            assert process.poll() is None, "it ended before it could be killed"
            assert time.monotonic() < end, "nothing was written"
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
    assert out.read_bytes() == b"of last week"
    told = subprocess.run(
        command, env=os.environ.copy(), capture_output=True, text=True, timeout=240, check=True
    ).stdout
    assert "An export was not finished the last time." in told
    assert "Removed the half-written dubbed.mp4.part" in told
    assert told.splitlines()[-1] == "done"
    assert sorted(path.name for path in folder.iterdir()) == ["dubbed.mp4", "stranger.mp4.part"]
    info = probe(out)
    assert info.frames == probe(project.footage.path).frames  # type: ignore[union-attr]
    assert list((tmp_path / "queue").glob("*.lock")) == []
