"""A single frame is what an export would write, comes early, and costs only what a change touches."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

import core.dub
import core.preview
from core import edit
from core.arrays import Image
from core.dub import Kind
from core.errors import MediaError
from core.face import parse
from core.face.parse import FaceParser
from core.face.parse_mask import FaceLabels
from core.geometry import Box
from core.job import run
from core.media.probe import fingerprint, probe
from core.media.reader import VideoReader
from core.preview import PreviewFrame, PreviewSession
from core.project import (
    Clip,
    Correction,
    Dial,
    DubProject,
    ExportOptions,
    Footage,
    Key,
    Nudge,
    Region,
    Span,
    Stroke,
    Voice,
)
from core.render import export


@pytest.fixture(scope="module")
def project(face_film: Path, pausing_voice: Path) -> DubProject:
    info = probe(face_film)
    footage = Footage(face_film, fingerprint(face_film), info.frames, info.rate)
    clip = Clip("a", Span(0, info.frames), Voice(pausing_voice))
    return DubProject(footage, (clip,), export=ExportOptions(codec="ffv1"))


@pytest.fixture
def session(project: DubProject) -> Iterator[PreviewSession]:
    """A session with the film open and the voice ready."""
    session = PreviewSession()
    assert project.footage is not None
    run(session.open(project.footage))
    assert run(session.ready(project))
    yield session
    session.close()


class RedParser(FaceParser):
    """In place of the network: skin is where the picture is red."""

    def __init__(self) -> None:
        pass

    def labels(self, faces: Sequence[tuple[Image, Box]]) -> list[FaceLabels]:
        crops = [parse._cut(image, box).astype(int) for image, box in faces]
        red = [(crop[..., 0] > crop[..., 2] + 20).astype(np.uint8) for crop in crops]
        return [FaceLabels(skin, box) for skin, (_, box) in zip(red, faces, strict=True)]

    def notices(self) -> tuple[str, ...]:
        return ()

    def close(self) -> None:
        pass


def frame(session: PreviewSession, project: DubProject, index: int) -> PreviewFrame:
    shown = session.frame(project, index)
    assert shown is not None
    return shown


def with_look(project: DubProject, **changes: object) -> DubProject:
    clip = project.clips[0]
    return replace(project, clips=(replace(clip, look=replace(clip.look, **changes)),))  # type: ignore[arg-type]


def test_a_frame_is_what_an_export_writes(session: PreviewSession, project: DubProject, tmp_path: Path) -> None:
    looked = with_look(project, strength=0.8, feather=0.2, hold=0.1)
    report = run(export(looked, tmp_path / "out.mkv"))
    assert report.dubbed > 5
    with VideoReader(probe(tmp_path / "out.mkv")) as written:
        for index in (0, 9, 3, 14, 5, 49, 30, 12, 20):
            shown = frame(session, looked, index)
            assert shown.dubbed is not None
            # FFV1 keeps RGB as it is
            assert np.array_equal(shown.dubbed, written.frame(index).image), f"frame {index}"


def test_a_mask_of_labels_is_what_an_export_writes(
    session: PreviewSession, project: DubProject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (core.preview, core.dub):
        monkeypatch.setattr(module, "find_parser", lambda _: RedParser())
    looked = with_look(project, region=Region.NECK)
    assert run(export(looked, tmp_path / "out.mkv")).notices == ()
    with VideoReader(probe(tmp_path / "out.mkv")) as written:
        for index in (9, 3, 14):
            shown = frame(session, looked, index)
            assert shown.dubbed is not None
            assert not np.array_equal(shown.dubbed, frame(session, project, index).dubbed)
            assert np.array_equal(shown.dubbed, written.frame(index).image), f"frame {index}"


def test_a_missing_parser_is_told_once(
    session: PreviewSession, project: DubProject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (core.preview, core.dub):
        monkeypatch.setattr(module, "find_parser", lambda _: None)
    looks = [with_look(project, region=Region.JAW, strength=share) for share in (1.0, 0.9, 1.0)]
    shown = [frame(session, look, 8) for look in looks]
    assert [len(one.notices) for one in shown] == [1, 0, 0]
    assert np.array_equal(shown[2].dubbed, frame(session, project, 8).dubbed)
    assert run(export(looks[0], tmp_path / "out.mkv")).notices == shown[0].notices


def test_outcomes_say_what_became_of_a_frame(session: PreviewSession, project: DubProject) -> None:
    kinds = [frame(session, project, index).outcomes[0].kind for index in (8, 48)]
    assert kinds == [Kind.DUBBED, Kind.ORIGINAL]
    silent = frame(session, project, 48)
    assert silent.dubbed is silent.original


def test_pictures_cannot_be_written_to(session: PreviewSession, project: DubProject) -> None:
    shown = frame(session, project, 8)
    assert shown.dubbed is not None
    assert not shown.original.flags.writeable
    assert not shown.dubbed.flags.writeable


def test_the_film_is_seen_before_its_faces_are_known(project: DubProject) -> None:
    session = PreviewSession()
    assert session.frame(project, 0) is None
    assert project.footage is not None
    opening = session.open(project.footage)
    next(opening)
    shown = frame(session, project, 3)
    assert shown.dubbed is None
    facts = run(opening)
    assert facts.info.frames == project.footage.frames
    assert [face.seen for face in facts.faces] == [project.footage.frames]
    portrait = facts.faces[0].portrait
    assert portrait is not None
    assert portrait.shape[0] == portrait.shape[1] > 32
    assert portrait.std() > 10
    session.close()


def test_nothing_is_ready_without_film_or_voice(session: PreviewSession, project: DubProject) -> None:
    assert not run(PreviewSession().ready(project))
    assert not run(session.ready(replace(project, clips=())))


def test_a_look_is_seen_at_once_and_hears_no_face_anew(
    session: PreviewSession, project: DubProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = frame(session, project, 8)

    def unexpected(*_: object) -> None:
        raise AssertionError("a look opens no engine")

    monkeypatch.setattr(core.preview, "load_engine", unexpected)
    monkeypatch.setattr(core.preview, "analyse", unexpected)
    none = frame(session, with_look(project, strength=0.0), 8)
    assert none.dubbed is not None
    assert np.array_equal(none.dubbed, none.original)
    again = frame(session, project, 8)
    assert before.dubbed is not None
    assert again.dubbed is not None
    assert np.array_equal(again.dubbed, before.dubbed)


def test_another_start_must_be_made_ready_first(session: PreviewSession, project: DubProject) -> None:
    clip = project.clips[0]
    later = replace(project, clips=(replace(clip, voice=replace(clip.voice, start=Fraction(1))),))
    assert frame(session, later, 8).dubbed is None
    assert run(session.ready(later))
    moved = frame(session, later, 8)
    assert moved.outcomes[0].kind is Kind.ORIGINAL
    assert frame(session, later, 33).outcomes[0].kind is Kind.DUBBED


def test_a_cancelled_preparation_leaves_the_film_as_it_is(session: PreviewSession, project: DubProject) -> None:
    preparing = session.ready(project)
    next(preparing)
    preparing.close()
    assert frame(session, project, 8).dubbed is None
    assert run(session.ready(project))
    assert frame(session, project, 8).dubbed is not None


def test_frames_of_another_film_are_not_shown(session: PreviewSession, project: DubProject) -> None:
    assert project.footage is not None
    other = replace(project, footage=replace(project.footage, fingerprint="another"))
    assert session.frame(other, 0) is None


def test_a_film_that_is_gone_is_told(tmp_path: Path) -> None:
    footage = Footage(tmp_path / "gone.mp4", "0" * 32, 10, Fraction(25))
    with pytest.raises(MediaError, match=r"gone\.mp4"):
        run(PreviewSession().open(footage))


def test_closing_twice_and_using_again(session: PreviewSession, project: DubProject) -> None:
    session.close()
    session.close()
    assert session.frame(project, 0) is None
    assert project.footage is not None
    run(session.open(project.footage))
    assert frame(session, project, 0).original.shape == (360, 640, 3)


def test_what_was_done_by_hand_is_what_an_export_writes(
    session: PreviewSession, project: DubProject, tmp_path: Path
) -> None:
    retouched = project
    for change in (
        edit.set_key("a", Dial.STRENGTH, Key(0, 0.3)),
        edit.set_key("a", Dial.STRENGTH, Key(20, 1.0)),
        edit.set_key("a", Dial.MARGIN, Key(5, -0.05)),
        edit.add_stroke("a", Stroke(Span(0, 25), True, 0.2, 0.5, ((-0.5, 0.1), (-0.4, 0.3)))),
        edit.add_stroke("a", Stroke(Span(6, 25), False, 0.15, 0.2, ((0.2, 0.5),))),
        edit.correct_face("a", Correction(9, 0.05, 0.02, 1.05, (Nudge(152, 0.0, 0.05),))),
        edit.use_original("a", Span(12, 14)),
    ):
        retouched = change(retouched)
    run(export(retouched, tmp_path / "out.mkv"))
    with VideoReader(probe(tmp_path / "out.mkv")) as written:
        for index in (3, 9, 7, 11, 12, 14, 18):
            shown, plain = frame(session, retouched, index), frame(session, project, index)
            assert shown.dubbed is not None
            assert plain.dubbed is not None
            assert np.array_equal(shown.dubbed, written.frame(index).image), f"frame {index}"
            if plain.outcomes[0].kind is Kind.DUBBED:
                assert not np.array_equal(shown.dubbed, plain.dubbed), f"frame {index}"
            outside = np.ones(shown.original.shape[:2], bool)
            for face in shown.faces:
                if face.mask is not None:
                    box = face.mask.box.clip_to(outside.shape[1], outside.shape[0])
                    part = face.mask.alpha[box.shift(-face.mask.x, -face.mask.y).slices]
                    outside[box.slices] &= part == 0
            assert np.array_equal(shown.dubbed[outside], shown.original[outside]), f"frame {index}"
    assert frame(session, retouched, 12).dubbed is frame(session, retouched, 12).original


def test_going_backwards_reads_many_frames_at_once_and_each_is_itself(
    project: DubProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert project.footage is not None
    session, asked = PreviewSession(), []
    usual = VideoReader.frames

    def counted(reader: VideoReader, indices: Sequence[int]) -> Iterator[object]:
        asked.append(len(indices))
        return usual(reader, indices)

    run(session.open(project.footage))
    monkeypatch.setattr(VideoReader, "frames", counted)
    last = min(project.footage.frames, 20) - 1
    shown = [session.frame(project, index) for index in range(last, -1, -1)]
    monkeypatch.undo()
    session.close()
    assert len(asked) == 2
    with VideoReader(probe(project.footage.path)) as reader:
        for index in (last, last - 1, 3, 0):
            np.testing.assert_array_equal(shown[last - index].original, reader.frame(index).image)  # type: ignore[union-attr]
