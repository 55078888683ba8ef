"""The timeline's facts are those of the film and its voices, and are looked for once."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core import survey as module
from core.job import run
from core.media.probe import footage_of, probe
from core.paths import RESOURCES
from core.project import Clip, DubProject, Span, Voice
from core.survey import Surveyor, thumbnails
from tests.core.face.people import finder

FILM, VOICE = RESOURCES / "demo" / "presenter.mp4", RESOURCES / "demo" / "voice.flac"


@pytest.fixture(scope="module", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DUBWRIGHT_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


def project() -> DubProject:
    footage = footage_of(probe(FILM))
    return DubProject(footage, (Clip("a", Span(0, footage.frames), Voice(VOICE)),))


def test_the_demo_is_one_person_who_is_always_seen_and_a_voice_that_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    finder()
    surveyor = Surveyor()
    found = run(surveyor.survey(project()))
    assert found is not None
    frames = found.info.frames
    assert found.people[0].present.mean() > 0.95
    assert found.people[0].start + len(found.people[0].present) <= frames
    lane = found.voices[VOICE]
    assert sum(stop - start for start, stop in lane.speech) > 0.4 * lane.peaks.seconds
    assert lane.peaks.columns(0, lane.peaks.seconds / 50, 50)[:, 1].max() > 0.05
    assert sum(len(problem.span) for problem in found.problems) <= 0.05 * frames
    monkeypatch.setattr(module, "analyse", None)
    monkeypatch.setattr(module, "peaks_of", None)
    monkeypatch.setattr(module, "listen", None)
    moved = replace(project(), clips=(replace(project().clips[0], span=Span(5, frames)),))
    assert run(surveyor.survey(moved)) is not None


def test_what_was_heard_is_kept_for_the_next_start(monkeypatch: pytest.MonkeyPatch) -> None:
    finder()
    first = run(Surveyor().survey(project()))
    monkeypatch.setattr(module, "listen", None)
    again = run(Surveyor().survey(project()))
    assert first is not None
    assert again is not None
    assert first.voices[VOICE].speech == again.voices[VOICE].speech


def test_a_project_without_a_film_has_nothing_to_show() -> None:
    assert run(Surveyor().survey(DubProject())) is None


def test_thumbnails_are_those_frames(tmp_path: Path) -> None:
    info = probe(FILM)
    made = run(thumbnails(info, [40, 0, 20], 36))
    assert sorted(made) == [0, 20, 40]
    assert all(image.shape[0] == 36 and image.dtype == np.uint8 for image in made.values())
