"""A film comes out whole: every frame, every time, nothing changed that should not be, and nothing half done."""

import threading
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import numpy as np
import psutil
import pytest

from core.errors import MediaError, ProjectError
from core.job import run
from core.media.probe import fingerprint, probe
from core.media.reader import VideoReader
from core.media.sound import read_sound
from core.project import Clip, DubProject, ExportOptions, Footage, Length, Part, Span, Voice
from core.render import export


def project(film: Path, voice: Path, **options: object) -> DubProject:
    info = probe(film)
    footage = Footage(film, fingerprint(film), info.frames, info.rate)
    clip = Clip("a", Span(0, info.frames), Voice(voice))
    return DubProject(footage, (clip,), export=ExportOptions(**{"codec": "ffv1", **options}))  # type: ignore[arg-type]


def frames(path: Path) -> list[np.ndarray]:  # type: ignore[type-arg]
    info = probe(path)
    with VideoReader(info) as reader:
        return [frame.image for frame in reader.span(0, info.frames)]


def test_speech_moves_the_mouth_and_silence_leaves_it(face_film: Path, pausing_voice: Path, tmp_path: Path) -> None:
    report = run(export(project(face_film, pausing_voice), tmp_path / "out.mkv"))
    assert probe(tmp_path / "out.mkv").ticks == probe(face_film).ticks
    source, result = frames(face_film), frames(tmp_path / "out.mkv")
    assert report.frames == len(source) == len(result)
    assert report.dubbed > 10
    assert report.original > 10
    changed = [int(np.abs(a.astype(int) - b).max()) for a, b in zip(source, result, strict=True)]
    assert max(changed[3:17]) > 40
    # hold 0.30 s and fade 0.20 s after the voice's end at 0.7 s, and what the network hears beyond it
    assert max(changed[40:]) <= 1
    assert max(int(np.abs(a[:100].astype(int) - b[:100]).max()) for a, b in zip(source, result, strict=True)) <= 1


def test_the_same_project_twice_gives_the_same_frames(face_film: Path, pausing_voice: Path, tmp_path: Path) -> None:
    for name in ("one.mkv", "two.mkv"):
        run(export(project(face_film, pausing_voice), tmp_path / name))
    for one, two in zip(frames(tmp_path / "one.mkv"), frames(tmp_path / "two.mkv"), strict=True):
        assert np.array_equal(one, two)


def test_cancelling_leaves_nothing(face_film: Path, pausing_voice: Path, tmp_path: Path) -> None:
    threads, children = threading.active_count(), len(psutil.Process().children())
    job = export(project(face_film, pausing_voice), tmp_path / "out.mkv")
    while next(job).label != "frames":
        pass
    next(job)
    job.close()
    assert list(tmp_path.iterdir()) == []
    assert threading.active_count() == threads
    assert len(psutil.Process().children()) == children


def test_a_failing_render_keeps_the_file_that_was_there(face_film: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.mkv"
    out.write_bytes(b"precious")
    noise = tmp_path / "noise.wav"
    noise.write_bytes(b"no sound at all")
    with pytest.raises(MediaError):
        run(export(project(face_film, noise), out))
    assert out.read_bytes() == b"precious"


def test_the_input_is_never_overwritten(face_film: Path, pausing_voice: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.mkv"
    link.symlink_to(face_film)
    before = face_film.read_bytes()
    for target in (face_film, link):
        with pytest.raises(MediaError, match="input"):
            run(export(project(face_film, pausing_voice), target))
    assert face_film.read_bytes() == before


def test_a_longer_voice_extends_the_film_there_and_back(face_film: Path, pausing_voice: Path, tmp_path: Path) -> None:
    late = project(face_film, pausing_voice, length=Length.VOICE)
    clip = replace(late.clips[0], voice=replace(late.clips[0].voice, start=Fraction(1)))
    report = run(export(replace(late, clips=(clip,)), tmp_path / "out.mkv"))
    info = probe(tmp_path / "out.mkv")
    assert report.frames == info.frames == 75
    assert all(later > earlier for earlier, later in pairwise(info.ticks))
    assert abs(info.duration - 3) < Fraction(1, 25)


def test_a_changed_film_is_said(face_film: Path, pausing_voice: Path, tmp_path: Path) -> None:
    old = project(face_film, pausing_voice)
    assert old.footage is not None
    told: list[str] = []
    other = replace(old, footage=replace(old.footage, fingerprint="0" * 32))
    run(export(other, tmp_path / "out.mkv"), lambda step: told.append(step.notice))
    assert any("has changed" in notice for notice in told)


def test_a_part_is_what_the_whole_has_there(face_film: Path, pausing_voice: Path, tmp_path: Path) -> None:
    whole = project(face_film, pausing_voice)
    run(export(whole, tmp_path / "whole.mkv"))
    span = Span(9, 31)
    part = replace(whole, in_out=span, export=replace(whole.export, part=Part.IN_OUT))
    report = run(export(part, tmp_path / "part.mkv"))
    assert report.frames == len(span)
    assert report.dubbed > 0
    info, film = probe(tmp_path / "part.mkv"), probe(face_film)
    assert [info.time_of(at) for at in range(info.frames)] == [
        film.time_of(at) - film.time_of(span.start) for at in range(span.start, span.stop)
    ]
    assert abs(info.duration - (film.time_of(span.stop) - film.time_of(span.start))) < Fraction(1, 1000)
    there = frames(tmp_path / "whole.mkv")[span.start : span.stop]
    for one, two in zip(frames(tmp_path / "part.mkv"), there, strict=True):
        assert np.array_equal(one, two)
    heard, begin = read_sound(tmp_path / "part.mkv", 48_000), round(film.time_of(span.start) * 48_000)
    before = read_sound(tmp_path / "whole.mkv", 48_000)[begin : begin + len(heard)]
    assert np.abs(heard - before).max() < 1e-4


def test_a_part_without_in_and_out_is_the_whole(face_film: Path, pausing_voice: Path, tmp_path: Path) -> None:
    asked = project(face_film, pausing_voice, part=Part.IN_OUT)
    assert run(export(asked, tmp_path / "out.mkv")).frames == probe(face_film).frames


def test_a_result_that_ends_before_the_part_is_refused(face_film: Path, pausing_voice: Path, tmp_path: Path) -> None:
    whole = project(face_film, pausing_voice, part=Part.IN_OUT, length=Length.VOICE)
    early = replace(whole.clips[0], voice=Voice(pausing_voice, Fraction(-1)))
    with pytest.raises(ProjectError, match="in point"):
        run(export(replace(whole, clips=(early,), in_out=Span(30, 40)), tmp_path / "out.mkv"))
    assert list(tmp_path.iterdir()) == []
