# ruff: noqa: T201 - part of a program of its own, which tells what it does
"""The part of the journey that asks the timeline: do mouths follow the voice, and where does a new one begin?"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from app.theme import Scheme
from app.timeline.geometry import Kind
from app.timeline.lanes import LABELS
from core import edit
from core.agreement import Verdict
from core.project import Span

if TYPE_CHECKING:
    from tests.journey import Journey


def judge_the_mouths(journey: Journey) -> None:
    """Dubbed mouths are in step; a stretch as filmed, under another voice, is told as a problem; light and dark."""
    commands, document = journey.application.commands, journey.application.document
    journey.until(lambda: commands.review.is_judged, "mouths that are judged")
    survey = commands.review.survey
    assert survey is not None
    print("mouth and voice:", *(f"{each.verdict.value} {each.found.lag:+.2f} s" for each in survey.judged), flush=True)
    assert any(each.verdict is Verdict.GOOD for each in survey.judged), "no dubbed mouth is in step"
    journey.picture("in-step")
    clip = survey.project.clips[0]
    commands.change("Use the original", edit.use_original(clip.id, Span(0, journey.application.preview.frames)))
    commands.change("Move voice", edit.delay_voice(clip.id, Fraction(2, 5)))
    journey.until(lambda: commands.review.is_judged, "mouths judged anew")
    assert [problem.trouble.value for problem in commands.review.problems] == ["out of sync"]
    commands.review.to_problem(1)
    journey.rest(1.0)
    journey.picture("out-of-step")
    commands.use_scheme(Scheme.LIGHT)
    journey.rest()
    journey.picture("out-of-step-light")
    commands.use_scheme(Scheme.DARK)
    document.undo()
    document.undo()


def drop_a_voice(journey: Journey, voice: Path) -> None:
    """A second voice is dragged over the timeline, dropped at a place, and taken back."""
    view, document = journey.window.timeline.view, journey.application.document
    before = document.project
    x = LABELS + view.scale.x_of(60)
    view._land(x)
    journey.picture("voice-over-timeline")
    frame = view._landing
    view._land(None)
    assert frame is not None
    view.dropped.emit([voice], frame)
    journey.until(lambda: len(document.project.clips) > len(before.clips), "the dropped voice")
    journey.until(lambda: sum(lane.kind is Kind.VOICE for lane in view._lanes) >= 1, "its lane")
    journey.rest(1.5)
    journey.picture("voice-dropped")
    document.undo()
    assert document.project == before
