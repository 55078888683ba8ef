"""A killed program's project is found; a living one's is left alone; moved files are found by what they are."""

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from core.job import run
from core.media.probe import footage_of, probe
from core.paths import RESOURCES
from core.project import Clip, DubProject, Span, Voice
from core.recovery import SafeCopy, lost_projects
from core.relink import find_moved, missing_files
from tests.factories import make_project

WORKING = """
import sys, time
from pathlib import Path
from core import edit
from core.project import DubProject
from core.recovery import SafeCopy
from tests.factories import make_project
copy, project = SafeCopy(), make_project()
for frame in range(50):
    project = edit.set_marker(frame)(project)
    copy.keep(project, Path("/projects/film.dub"))
    print(frame, flush=True)
time.sleep(60)
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DUBWRIGHT_RECOVERY", str(tmp_path / "recovery"))
    return tmp_path


def test_a_killed_programs_project_is_found_and_a_living_ones_is_not() -> None:
    with subprocess.Popen([sys.executable, "-c", WORKING], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        while process.stdout.readline().strip() != "49":
            pass
        assert lost_projects() == ()
        os.kill(process.pid, signal.SIGKILL)
    (lost,) = lost_projects()
    assert lost.path == Path("/projects/film.dub")
    assert [marker.frame for marker in lost.project.markers] == list(range(50))
    assert lost.project.footage == make_project().footage
    lost.forget()
    assert lost_projects() == ()


def test_a_program_that_ends_leaves_nothing(folder: Path) -> None:
    copy = SafeCopy()
    copy.keep(make_project(), None)
    copy.close()
    assert lost_projects() == ()
    assert list((folder / "recovery").iterdir()) == []


def test_half_a_file_is_not_offered_and_not_lost(folder: Path) -> None:
    (folder / "recovery").mkdir()
    broken = folder / "recovery" / "1-1.dub"
    broken.write_text("{", encoding="utf-8")
    assert lost_projects() == ()
    assert broken.exists()


def test_a_renamed_film_is_found_by_its_content_and_a_voice_by_its_name(folder: Path) -> None:
    shutil.copy(RESOURCES / "demo" / "presenter.mp4", folder / "film.mp4")
    footage = footage_of(probe(folder / "film.mp4"))
    (folder / "voice.flac").write_bytes(b"voice")
    project = DubProject(footage, (Clip("a", Span(0, 5), Voice(folder / "voice.flac")),))
    assert missing_files(project) == ()
    (folder / "material" / "new").mkdir(parents=True)
    (folder / "film.mp4").rename(folder / "material" / "take 7.mp4")
    (folder / "voice.flac").rename(folder / "material" / "new" / "voice.flac")
    (folder / "project").mkdir()
    (folder / "project" / "film.mp4").write_bytes(b"another film of that name")
    found = run(find_moved(project, folder / "project"))
    assert found == {
        folder / "film.mp4": folder / "material" / "take 7.mp4",
        folder / "voice.flac": folder / "material" / "new" / "voice.flac",
    }


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes there")
@pytest.mark.timeout(20)
def test_a_pipe_is_no_film_and_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "film.mp4")
    assert run(find_moved(replace(make_project(), clips=()), folder)) == {}


def test_what_is_nowhere_is_not_found(folder: Path) -> None:
    project = replace(make_project(), clips=())
    assert run(find_moved(project, folder)) == {}
