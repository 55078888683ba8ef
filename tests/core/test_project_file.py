"""A saved project comes back equal, moves with its folder, and says what is wrong with it."""

import json
import shutil
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from core.errors import ProjectError
from core.project import (
    Clip,
    Correction,
    Curve,
    Decoder,
    Dial,
    DubProject,
    EngineChoice,
    ExportOptions,
    Footage,
    Key,
    Length,
    Look,
    Marker,
    Mix,
    Nudge,
    Region,
    Retouch,
    Span,
    Stroke,
    Take,
    Voice,
)
from core.project_file import load_project, save_project

RETOUCH = Retouch(
    (Curve(Dial.MARGIN, (Key(3, 0.1), Key(9, -0.2))),),
    (Stroke(Span(3, 9), False, 0.1, 0.5, ((0.0, 0.25), (0.125, 0.5))),),
    (Correction(5, 0.1, 0.0, 1.25, (Nudge(13, 0.0, 0.5),)),),
    (Span(20, 30),),
)


def project_in(folder: Path) -> DubProject:
    footage = Footage(folder / "the film.mp4", "ab" * 8, 250, Fraction(30000, 1001), folder / "packs" / "one")
    voice = Voice(folder / "sub" / "línea “1”.wav", Fraction(-1, 3), 2.5)
    clip = Clip("a", Span(3, 200), voice, 1, Look(Region.JAW, 0.2, strength=0.5, match_colour=False, cheeks=(70, 80)))
    clip = replace(clip, retouch=RETOUCH)
    export = ExportOptions("hevc", 20, Mix.DUCK, Length.VOICE, -16.0)
    takes = (Take(folder / "takes" / "one.wav", Fraction(-1, 2), Span(3, 90), 4),)
    markers = (Marker(5, "here"), Marker(9))
    return DubProject(footage, (clip,), export=export, markers=markers, in_out=Span(4, 90), takes=takes)


def test_round_trip(tmp_path: Path) -> None:
    save_project(project_in(tmp_path), tmp_path / "p.dub")
    assert load_project(tmp_path / "p.dub") == project_in(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["p.dub"]


def test_how_the_engine_is_run_is_kept_and_may_be_left_out(tmp_path: Path) -> None:
    chosen = EngineChoice("musetalk", "musetalk-1.0", -0.05, 0.1, Decoder.TINY)
    path = tmp_path / "film.dub"
    save_project(DubProject(engine=chosen), path)
    assert load_project(path).engine == chosen
    data = json.loads(path.read_text(encoding="utf-8"))
    data["engine"] = {"engine": "musetalk", "weights": "mine"}
    path.write_text(json.dumps(data), encoding="utf-8")
    assert load_project(path).engine == EngineChoice("musetalk", "mine")


def test_a_moved_folder_keeps_working(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    save_project(project_in(tmp_path / "old"), tmp_path / "old" / "p.dub")
    shutil.move(tmp_path / "old", tmp_path / "new")
    assert load_project(tmp_path / "new" / "p.dub") == project_in(tmp_path / "new")


def test_failed_save_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "p.dub"
    save_project(project_in(tmp_path), target)
    (tmp_path / "p.dub.part").mkdir()
    with pytest.raises(ProjectError, match="cannot be saved"):
        save_project(replace(project_in(tmp_path), clips=()), target)
    assert load_project(target) == project_in(tmp_path)


def test_a_project_from_before_cheek_widths_could_be_chosen_has_the_usual_ones(tmp_path: Path) -> None:
    save_project(project_in(tmp_path), tmp_path / "p.dub")
    damaged(tmp_path / "p.dub", "del d['clips'][0]['look']['cheeks']")
    assert load_project(tmp_path / "p.dub").clips[0].look.cheeks == (90, 90)


def test_a_project_of_the_first_schema_has_nothing_retouched(tmp_path: Path) -> None:
    save_project(project_in(tmp_path), tmp_path / "p.dub")
    damaged(tmp_path / "p.dub", "d['version'] = 1; del d['clips'][0]['retouch']")
    loaded = load_project(tmp_path / "p.dub")
    assert loaded.clips[0].retouch == Retouch()
    assert loaded.version == 2


def damaged(path: Path, change: str) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))
    exec(change, {"d": data})
    path.write_text(json.dumps(data), encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("d['version'] = 99", "newer"),
        ("del d['version']", "version"),
        ("d['version'] = 'one'", "version"),
        ("d['clips'][0]['span']['stop'] = -8", "clips.0.span"),
        ("d['clips'][0]['voice']['start'] = 'soon'", "clips.0.voice.start"),
        ("d['footage']['rate'] = 0", "footage"),
        ("d['clips'] = 7", "clips"),
        ("d['clips'][0]['look']['cheeks'] = [90, 300]", "clips.0.look"),
        ("d['clips'][0]['look']['cheeks'] = [90]", "clips.0.look.cheeks"),
        ("d['colour'] = 1", "colour"),
    ],
)
def test_damage_is_named(tmp_path: Path, change: str, words: str) -> None:
    save_project(project_in(tmp_path), tmp_path / "p.dub")
    damaged(tmp_path / "p.dub", change)
    with pytest.raises(ProjectError) as caught:
        load_project(tmp_path / "p.dub")
    assert words in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize("content", [b"", b"\x00\xff\xfe", b"[1, 2]", b"{", b"[" * 100_000])
def test_other_files_are_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "p.dub").write_bytes(content)
    with pytest.raises(ProjectError, match="not a Dubwright project"):
        load_project(tmp_path / "p.dub")


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="cannot be opened"):
        load_project(tmp_path / "none.dub")


def test_a_path_that_leads_through_the_folder_above_is_told_without_it(tmp_path: Path) -> None:
    (tmp_path / "projects").mkdir()
    film = tmp_path / "film.mp4"
    film.write_bytes(b"film")
    project = DubProject(Footage(film, "0" * 64, 10, Fraction(25)))
    save_project(project, tmp_path / "projects" / "a.dub")
    loaded = load_project(tmp_path / "projects" / "a.dub")
    assert loaded.footage is not None
    assert loaded.footage.path == film.resolve()
