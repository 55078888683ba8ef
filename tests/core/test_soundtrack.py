"""What is heard at the desk is what an export writes."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import soundfile

from core import soundtrack
from core.errors import MediaError
from core.job import run
from core.media.mix import RATE
from core.media.probe import footage_of, probe
from core.paths import RESOURCES
from core.project import Clip, DubProject, ExportOptions, Mix, Span, Voice
from core.soundtrack import MappedSound, heard

FILM = RESOURCES / "demo" / "presenter.mp4"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUBWRIGHT_CACHE", str(tmp_path / "cache"))


def project(folder: Path) -> DubProject:
    tone = 0.25 * np.sin(2 * np.pi * 440 * np.arange(RATE) / RATE)
    soundfile.write(folder / "voice.wav", tone.astype(np.float32), RATE)
    footage = footage_of(probe(FILM))
    clip = Clip("a", Span(0, footage.frames), Voice(folder / "voice.wav", Fraction(1, 2)))
    return DubProject(footage, (clip,))


def test_the_voice_is_heard_where_it_lies(tmp_path: Path) -> None:
    info = probe(FILM)
    path = run(heard(project(tmp_path), info))
    assert path is not None
    sound = MappedSound(path)
    assert abs(len(sound) - float(info.duration) * RATE) <= 1
    assert not sound.read(0, RATE // 2 - 10).any()
    assert np.abs(sound.read(RATE // 2, RATE)).max() > 0.2
    whole, rate = soundfile.read(path, dtype="float32")
    assert rate == sound.rate
    np.testing.assert_array_equal(sound.read(30_000, 30_100), whole[30_000:30_100])


def test_beyond_the_sound_is_silence(tmp_path: Path) -> None:
    path = run(heard(project(tmp_path), probe(FILM)))
    assert path is not None
    sound = MappedSound(path)
    assert sound.read(-50, 50).shape == (100, sound.channels)
    assert not sound.read(len(sound), len(sound) + 10).any()


def test_it_is_mixed_once_until_what_is_heard_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = project(tmp_path)
    info = probe(FILM)
    first = run(heard(made, info))
    louder = replace(made, clips=(replace(made.clips[0], voice=replace(made.clips[0].voice, gain_db=-6.0)),))
    assert run(heard(louder, info)) != first
    assert run(heard(replace(made, export=ExportOptions(loudness=-20.0)), info)) != first
    monkeypatch.setattr(soundtrack, "mix_soundtrack", None)
    assert run(heard(replace(made, export=ExportOptions(codec="ffv1", mix=Mix.REPLACE)), info)) == first


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "x.wav"
    broken.write_bytes(b"RIFF....WAVE")
    with pytest.raises(MediaError, match=r"x\.wav"):
        MappedSound(broken)
