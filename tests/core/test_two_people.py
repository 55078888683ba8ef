"""Two people, two voices: each mouth follows its own voice only, in the preview as in the finished film."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import soundfile

from core import edit
from core.job import run
from core.media import ffmpeg
from core.media.probe import footage_of, probe
from core.media.reader import VideoReader
from core.media.sound import read_sound
from core.preview import PreviewSession
from core.project import Clip, DubProject, ExportOptions, Span, Voice
from core.render import export
from tests.core.face.people import finder

SIDE, RATE = 360, 48_000


@pytest.fixture(scope="module")
def two_people(face_film: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built-in presenter beside a mirrored one who is half a second ahead."""
    film = tmp_path_factory.mktemp("two") / "two.mkv"
    parts = f"[0]crop={SIDE}:{SIDE},split[a][b];[b]trim=start=0.5,setpts=PTS-STARTPTS,hflip[c];[a][c]hstack=shortest=1"
    how = ["-lavfi", parts, "-t", "1.2", "-c:v", "ffv1"]
    ffmpeg.run([ffmpeg.ffmpeg_program(), "-y", "-i", str(face_film), *how, str(film)])
    return film


def test_each_mouth_follows_its_own_voice(two_people: Path, pausing_voice: Path, tmp_path: Path) -> None:
    finder()
    footage, session = footage_of(probe(two_people)), PreviewSession()
    faces = run(session.open(footage)).faces
    assert len(faces) == 2
    whole = Clip("a", Span(0, footage.frames), Voice(pausing_voice, Fraction(-1, 10)))
    project = edit.add_clip(whole)(DubProject(footage, export=ExportOptions(codec="ffv1")))
    later = tmp_path / "later.wav"
    soundfile.write(later, read_sound(pausing_voice, RATE)[: RATE // 2], RATE)
    half = footage.frames * 2 // 3
    project = edit.place_voice(later, Span(half, footage.frames), [face.id for face in faces])(project)
    assert len({clip.face for clip in project.clips}) == 2
    assert run(session.ready(project))
    out = tmp_path / "out.mkv"
    run(export(project, out))
    changed = np.zeros((footage.frames, 2), bool)
    with VideoReader(probe(out)) as written:
        for number in range(footage.frames):
            shown = session.frame(project, number)
            assert shown is not None
            assert shown.dubbed is not None
            assert np.array_equal(shown.dubbed, written.frame(number).image)
            differs = (shown.dubbed != shown.original).any(axis=(0, 2))
            changed[number] = differs[:SIDE].any(), differs[SIDE:].any()
    session.close()
    sides = [0, 1] if changed[:half, 0].any() else [1, 0]
    first, second = changed[:, sides[0]], changed[:, sides[1]]
    assert first[: half // 2].any()
    assert not second[:half].any()
    assert second[half:].any()
