"""A killed program's project is found; a living one's is left alone; moved files are found by what they are."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import ProjectError
from core.job import run
from core.media.probe import footage_of, probe
from core.media.recording import GrowingWav
from core.paths import RESOURCES
from core.project import Clip, DubProject, Span, Take, Voice
from core.project_file import save_project
from core.recovery import Lost, SafeCopy, clear_unreadable, lost_projects
from core.relink import find_moved, missing_files
from tests.core.test_edit import applied, edits
from tests.core.test_project_damage import REMOVED, damaged, places
from tests.core.test_project_file import project_in
from tests.factories import make_project

TAKE = Take(Path("/takes/take-001.wav"), Fraction(-1, 2), Span(10, 100))

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


def test_half_a_project_that_was_being_saved_goes_with_what_was_left(folder: Path) -> None:
    save_project(make_project(), folder / "film.dub")
    (folder / "film.dub.part").write_bytes(b"{")
    left(
        folder,
        (folder / "film.dub").read_bytes(),
        json.dumps({"path": str(folder / "film.dub"), "take": None}).encode(),
    )
    (lost,) = lost_projects()
    lost.forget()
    assert sorted(path.name for path in folder.rglob("*") if path.is_file()) == ["film.dub"]


def test_a_program_that_ends_leaves_nothing(folder: Path) -> None:
    copy = SafeCopy()
    copy.keep(make_project(), None)
    copy.close()
    assert lost_projects() == ()
    assert list((folder / "recovery").iterdir()) == []


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """A copy and its note, byte by byte, as a program that died leaves them."""
    folder = tmp_path_factory.mktemp("whole")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DUBWRIGHT_RECOVERY", str(folder))
        safe = SafeCopy()
        safe.keep(project_in(folder), folder / "mine.dub", TAKE)
    return next(folder.glob("*.dub")).read_bytes(), next(folder.glob("*.note")).read_bytes()


def left(folder: Path, project: bytes, note: bytes) -> Path:
    """What a program that died left, in place of anything before; its number is nobody's."""
    place = folder / "recovery"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    (place / "4194305-1.lock").touch()
    (place / "4194305-1.note").write_bytes(note)
    (place / "4194305-1.dub").write_bytes(project)
    return place / "4194305-1.dub"


def offered(folder: Path) -> tuple[tuple[Lost, ...], tuple[ProjectError, ...]]:
    """What is offered and what is told at the next start; whatever was there is offered, or told and still there."""
    before = {path.read_bytes() for path in (folder / "recovery").glob("*.dub")}
    told = clear_unreadable()
    lost = lost_projects()
    assert before == {path.read_bytes() for path in (folder / "recovery").glob("*.dub")}
    assert len(lost) + len(told) == 1
    return lost, told


def test_any_single_damage_of_a_copy_is_told(copy: tuple[bytes, bytes], folder: Path) -> None:
    """It is offered without what cannot be read, which is named; the rest is as it was."""
    left(folder, *copy)
    ((whole,), _) = offered(folder)
    assert whole.faults == ()
    data = json.loads(copy[0])
    for place in places(data):
        for value in (REMOVED, "soon", -(10**30)):
            broken = damaged(data, place, value)
            left(folder, json.dumps(broken).encode(), copy[1])
            ((lost,), _) = offered(folder)
            assert lost.path == whole.path
            if not lost.faults:  # then what stands there can be meant: nothing was dropped or bent
                save_project(lost.project, lost.file.with_name("again.dub"))
                assert json.loads(lost.file.with_name("again.dub").read_text(encoding="utf-8")) == broken, (
                    place,
                    value,
                )
            if place[0] != "markers":
                assert lost.project.markers == whole.project.markers


def test_any_single_damage_of_a_note_loses_no_work(copy: tuple[bytes, bytes], folder: Path) -> None:
    left(folder, *copy)
    ((whole,), _) = offered(folder)
    data = json.loads(copy[1])
    for place in places(data):
        for value in (REMOVED, "soon", -(10**30), [], {}):
            left(folder, copy[0], json.dumps(damaged(data, place, value)).encode())
            ((lost,), _) = offered(folder)
            assert lost.project == whole.project
            assert lost.path == whole.path or (lost.path is None and "path" in lost.faults)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(share=st.floats(0, 1), of_note=st.booleans(), noise=st.binary(max_size=3))
def test_a_copy_that_was_cut_off_is_offered_or_told(
    copy: tuple[bytes, bytes], folder: Path, share: float, of_note: bool, noise: bytes
) -> None:
    cut = [
        each[: round(len(each) * share)] + noise if bool(number) is of_note else each
        for number, each in enumerate(copy)
    ]
    left(folder, *cut)
    lost, told = offered(folder)
    assert told or lost[0].project.footage == project_in(folder / "recovery").footage
    if told:
        assert re.fullmatch(r"Work that .* cannot be read; .* kept as .*damaged-4194305-1\.dub\.", told[0].message)
        assert offered_again(folder) == ((), ())


def offered_again(folder: Path) -> tuple[object, object]:
    return clear_unreadable(), lost_projects()


class KilledError(BaseException):
    """The program died at this very step; nothing that comes after it in the program is run."""


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(work=st.lists(st.one_of(edits(), st.just("kept"), st.just("saved")), max_size=25), step=st.integers(0, 4))
def test_what_is_offered_is_what_was_kept_last(folder: Path, work: list[Any], step: int) -> None:
    """Whatever is edited, kept and saved, and wherever in its last writing the program is killed.

    Killed while it keeps a state, either that one is offered or the one that was kept before.
    """
    shutil.rmtree(folder / "recovery", ignore_errors=True)
    safe, project, path = SafeCopy(), make_project(), folder / "film.dub"
    kept: DubProject | None = None
    for each in work:
        if each == "kept":
            safe.keep(project, path)
            kept = project
        elif each == "saved":
            save_project(project, path)
            safe.forget()
            kept = None
        else:
            project = applied(project, each)
    died = kill_while_it_keeps(safe, project, path, step)
    offered_now = [lost.project for lost in lost_projects()]
    assert offered_now == [project] or (died and offered_now == ([] if kept is None else [kept]))
    assert clear_unreadable() == ()
    assert [lost.faults for lost in lost_projects()] in ([], [()])
    safe._lock.release()


def kill_while_it_keeps(safe: SafeCopy, project: DubProject, path: Path, step: int) -> bool:
    """Keep a project, and die at a step of that; whether there was such a step. What it held is free then."""
    steps = iter(range(100))

    def dying(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            if next(steps) == step:
                raise KilledError
            return real(*given, **named)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for owner, name in ((Path, "replace"), (Path, "write_text"), (os, "fsync")):
            patch.setattr(owner, name, dying(getattr(owner, name)))
        try:
            safe.keep(project, path)
        except KilledError:
            return True
        finally:
            safe._lock.release()
    return False


def test_the_take_of_a_killed_program_ends_where_its_recording_does(folder: Path) -> None:
    wav = folder / "takes" / "take-001.wav"
    with GrowingWav(wav, 48_000) as file:
        file.write(np.zeros(2 * 48_000, np.float32))
    take = Take(wav, Fraction(-1, 2), Span(10, 100))
    safe = SafeCopy()
    safe.keep(make_project(), None, take)
    safe._lock.release()
    (lost,) = lost_projects()
    (found,) = lost.project.takes
    assert found == lost.take == replace(take, span=Span(10, 38))  # 1.5 s of the film, and the frame that began there
    assert any(clip.voice.path == wav for clip in lost.project.clips)
    wav.unlink()
    assert [lost.take for lost in lost_projects()] == [None]


def test_what_belongs_to_no_copy_is_removed_and_what_a_living_program_holds_is_not(folder: Path) -> None:
    place = left(folder, b"{}", b"{}").parent
    (place / "4194305-1.dub").unlink()
    (place / "4194305-1.dub.part").write_bytes(b"{")
    (place / "4194305-2.live.json").write_text("{}", encoding="utf-8")
    (place / "4194305-2.live.lock").touch()
    safe = SafeCopy()
    safe.keep(make_project(), None)
    assert clear_unreadable() == ()
    assert sorted(path.name for path in place.glob("4194305*")) == ["4194305-2.live.json", "4194305-2.live.lock"]
    assert len(list(place.glob(f"{os.getpid()}-*"))) == 3
    safe.close()


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
