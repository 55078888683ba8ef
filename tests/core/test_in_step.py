"""Mouths that are late, early or still are found in the finished picture; those that are in step are left in peace."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from unittest.mock import Mock

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import in_step
from core.agreement import Agreement, Verdict, agreement
from core.arrays import Image, Points
from core.in_step import SPOKEN, Dubbed, Judged, judge, spoken_stretches
from core.job import run
from core.media.probe import footage_of, probe
from core.paths import RESOURCES
from core.preview import PreviewSession
from core.problems import Problem, Trouble
from core.project import Clip, DubProject, Retouch, Span, Voice
from core.sync_judge import By, GapJudge, Lips
from core.voice import Voicing, speech_spans
from tests.core.face.people import finder
from tests.core.test_agreement import TALKING, Pair, filmed
from tests.factories import make_clip
from tests.shared import media

FILM, VOICE = RESOURCES / "demo" / "presenter.mp4", RESOURCES / "demo" / "voice.flac"

speeches = st.lists(st.tuples(st.floats(0.06, 30), st.floats(0.02, 6)), max_size=12).map(
    lambda parts: [
        (float(sum(a + b for a, b in parts[:i]) + part[1]), float(sum(a + b for a, b in parts[: i + 1])))
        for i, part in enumerate(parts)
    ]
)


@given(speeches, st.integers(0, 400), st.integers(1, 3000), st.integers(-50, 50))
def test_all_that_is_spoken_in_a_clip_lies_in_a_stretch(
    speech: list[tuple[float, float]], start: int, length: int, late: int
) -> None:
    clip = replace(make_clip("a", start, start + length), voice=Voice(VOICE, Fraction(late, 25)))
    found = spoken_stretches(clip, speech, Fraction(25))
    inside = {frame for span in found for frame in range(span.start, span.stop)}
    assert len(inside) == sum(map(len, found))
    assert all(clip.span.start <= span.start and span.stop <= clip.span.stop for span in found)
    for begin, end in speech:
        first, last = round(begin * 25) + late + 1, round(end * 25) + late - 1
        assert set(range(max(first, start), min(last, start + length))) <= inside
    assert all(len(span) <= 25 * (1.5 * SPOKEN + 6 * 4 + 1) for span in found)


def judged(confidence: float, lag: float, still: bool = False, dubbed: float = 0.0) -> Judged:
    seconds = 0.0 if still else 4.0
    return Judged("a", Span(10, 60), Agreement(0.7, lag, confidence, seconds), dubbed, still)


@pytest.mark.parametrize(
    ("stretch", "verdict"),
    [
        (judged(1.5, 0.02), Verdict.GOOD),
        (judged(1.5, 0.3), Verdict.CHECK),
        (judged(1.5, -0.3), Verdict.CHECK),
        (judged(0.5, 0.3), Verdict.BAD),
        (judged(0.5, 0.02), Verdict.UNKNOWN),
        (judged(0.5, 0.02, dubbed=1.0), Verdict.BAD),
        (judged(0.0, 0.0, still=True), Verdict.BAD),
    ],
)
def test_what_a_person_should_look_at(stretch: Judged, verdict: Verdict) -> None:
    assert stretch.verdict is verdict
    wrong = verdict in (Verdict.CHECK, Verdict.BAD)
    assert stretch.problem == (Problem("a", Trouble.OUT_OF_SYNC, stretch.span) if wrong else None)


def found_in(film: Path, clip: Clip, session: PreviewSession) -> Judged:
    """The verdict on all that is spoken in a film that is dubbed with one clip."""
    project = DubProject(footage_of(probe(film)), (clip,))
    if project.footage is not None:
        run(session.open(project.footage))
    assert run(session.ready(project))
    made = run(session.judge(project, clip, clip.span))
    assert made is not None
    return made


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PreviewSession]:
    finder()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DUBWRIGHT_CACHE", str(tmp_path_factory.mktemp("cache")))
        session = PreviewSession()
        yield session
        session.close()


def test_a_dubbed_mouth_is_in_step_and_one_that_is_late_is_found(session: PreviewSession) -> None:
    footage = footage_of(probe(FILM))
    clip = Clip("a", Span(0, footage.frames), Voice(VOICE))
    true = found_in(FILM, clip, session)
    assert true.verdict is Verdict.GOOD
    assert abs(true.found.lag) <= 0.04
    assert true.dubbed > 0.5
    assert session._dubber is not None
    assert session._film is not None
    for late in (-8, 8):  # the mouth is dubbed as before, and the voice is heard so many frames earlier
        moved = replace(clip, voice=Voice(VOICE, Fraction(-late, 25)))
        project = DubProject(footage, (moved,))
        dubbed = Dubbed(project, session._film.info, session._dubber, session._heard, lambda: True)
        found = run(judge(dubbed, moved, clip.span))
        assert found is not None
        assert found.verdict is Verdict.CHECK
        assert found.found.lag == pytest.approx(late / 25, abs=0.04)


def test_what_was_judged_is_kept_until_its_frames_change(
    session: PreviewSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    footage = footage_of(probe(FILM))
    clip = Clip("a", Span(0, footage.frames), Voice(VOICE))
    first = found_in(FILM, clip, session)
    looked = Mock(side_effect=in_step._look)
    monkeypatch.setattr(in_step, "_look", looked)
    assert run(session.judge(DubProject(footage, (clip,)), clip, clip.span)) == first
    looked.assert_not_called()
    filmed = replace(clip, retouch=Retouch(originals=(Span(0, footage.frames),)))
    again = run(session.judge(DubProject(footage, (filmed,)), filmed, filmed.span))
    looked.assert_called_once()
    assert again is not None
    assert again.dubbed == 0


class Watcher:
    """Judges by the gap, and takes note of every picture."""

    by, key, watches = By.SMALL, "watcher", True

    def look(self, image: Image, points: Points) -> Image | None:
        return image[:2, :2].copy()

    def judge(self, lips: Lips, voicing: Voicing) -> Agreement:
        self.given = lips
        return GapJudge().judge(lips, voicing)


def test_another_judge_looks_anew_and_is_named(session: PreviewSession) -> None:
    footage = footage_of(probe(FILM))
    clip = Clip("a", Span(0, footage.frames), Voice(VOICE))
    known = found_in(FILM, clip, session)
    assert known.by is By.LIPS
    assert session._dubber is not None
    assert session._film is not None
    parts, watcher = (session._film.info, session._dubber, session._heard, lambda: True), Watcher()
    found = run(judge(Dubbed(DubProject(footage, (clip,)), *parts, watcher), clip, Span(20, 90)))
    assert found is not None
    assert found.by is By.SMALL
    assert watcher.given.looks is not None
    assert len(watcher.given.looks) == len(watcher.given.gaps) == len(watcher.given.times) > 20
    again = run(judge(Dubbed(DubProject(footage, (clip,)), *parts), clip, Span(20, 90)))
    assert again == replace(found, by=By.LIPS)


@pytest.mark.slow
@pytest.mark.footage
def test_a_film_with_its_own_sound_is_in_step_and_with_a_shifted_one_is_not(session: PreviewSession) -> None:
    film = media("video_retalking/face2.mp4")
    frames = probe(film).frames
    filmed = Retouch(originals=(Span(0, frames),))
    for shift, verdict in ((0, Verdict.GOOD), (9, Verdict.CHECK), (-9, Verdict.CHECK)):
        clip = Clip("a", Span(0, frames), Voice(film, Fraction(shift, 25)), retouch=filmed)
        made = found_in(film, clip, session)
        assert made.verdict is verdict
        assert made.found.lag == pytest.approx(-shift / 25, abs=0.1)
        assert made.dubbed == 0


@pytest.mark.slow
@pytest.mark.footage
def test_real_stretches_that_are_out_of_step_are_told_and_others_are_not() -> None:
    films = {name: filmed(media(name)) for name in TALKING}
    shifts = (-10, -8, -6, 6, 8, 10)
    true = [each for pair in films.values() for each in stretches(pair)]
    late = [each for pair in films.values() for shift in shifts for each in stretches(pair, shift / 25)]
    wrong = [
        each
        for name, (gap, times, _) in films.items()
        for other, (_, _, rows) in films.items()
        if name != other and not (name.startswith("obama") and other.startswith("obama"))
        for each in stretches((gap, times, rows))
    ]
    told = [sum(each.problem is not None for each in group) / len(group) for group in (true, late, wrong)]
    assert told[0] <= 0.05
    assert told[1] >= 0.95
    assert told[2] >= 0.7


def stretches(pair: Pair, late: float = 0.0) -> list[Judged]:
    """The verdicts on mouths as filmed, for what is spoken while they are seen."""
    gap, times, rows = pair
    voicing = Voicing(np.zeros(0, np.float32), rows)
    clip = Clip("a", Span(0, int(times[-1] * 25) + 10), Voice(VOICE))
    near = in_step._near_speech(times, voicing)
    found = []
    for span in spoken_stretches(clip, [(a, b) for a, b in speech_spans(voicing).tolist()], Fraction(25)):
        here = near & (times >= span.start / 25) & (times < span.stop / 25)
        found.append(Judged("a", span, agreement(gap[here], times[here] + late, rows), 0.0))
    return found


def test_nothing_is_judged_before_anything_is_dubbed() -> None:
    clip = make_clip()
    assert run(PreviewSession().judge(DubProject(footage_of(probe(FILM)), (clip,)), clip, clip.span)) is None
