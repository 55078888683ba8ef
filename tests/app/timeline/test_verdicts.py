"""Whether mouth and voice are in step is found out behind everything else, painted, listed and said in words."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.application import Application
from app.step_check import StepCheck
from app.timeline.geometry import Kind
from app.timeline.verdicts import mark_of, sentence, what_is_measured
from core.agreement import Agreement
from core.in_step import Judged
from core.project import Span
from core.sync_judge import By
from tests.app.fakes import FakeWork

SPOKEN = (Span(10, 40), Span(50, 90))


def judged(confidence: float = 1.5, lag: float = 0.0, still: bool = False, dubbed: float = 1.0) -> Judged:
    seconds = 0.0 if still else 4.0
    return Judged("voice", Span(0, 1), Agreement(0.9, lag, confidence, seconds), dubbed, still)


VERDICTS = {
    "good": judged(),
    "late": judged(lag=0.32),
    "early": judged(lag=-0.32),
    "other": judged(confidence=0.4, lag=0.4),
    "still": judged(still=True),
    "unknown": judged(confidence=0.4, dubbed=0.0),
}


@pytest.fixture
def checked(fake_work: FakeWork, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Application:
    monkeypatch.setattr("app.step_check._PAUSE_MS", 20)
    fake_work.spoken, fake_work.session.verdict = SPOKEN, VERDICTS["late"]
    application: Application = request.getfixturevalue("dubbing")
    return application


def test_each_stretch_is_judged_those_near_the_playhead_first(
    checked: Application, fake_work: FakeWork, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: checked.commands.review.is_judged)
    survey = checked.commands.review.survey
    assert survey is not None
    assert [each.span for each in survey.judged] == [*SPOKEN]
    assert fake_work.session.log[-2:] == ["judge 10", "judge 50"]
    assert {"MainThread"}.isdisjoint(fake_work.session.threads)
    fake_work.session.log.clear()
    checked.preview.seek(95)
    checked.commands.review._look()
    qtbot.waitUntil(lambda: fake_work.session.log == ["judge 50", "judge 10"])


def test_what_is_out_of_sync_is_a_problem_to_go_to(checked: Application, qtbot: QtBot) -> None:
    panel = checked.window.timeline
    qtbot.waitUntil(lambda: panel.problems.count() == 2)
    assert panel.problems.item(0).text() == "⚠ 00:00:00:10  out of sync"
    assert "0.32 s late" in panel.problems.item(0).toolTip()
    for frame in (10, 50, 10):
        qtbot.keyClick(checked.window, Qt.Key.Key_N)
        assert checked.preview.playhead == frame


def test_a_change_is_judged_anew(checked: Application, fake_work: FakeWork, qtbot: QtBot) -> None:
    panel = checked.window.timeline
    qtbot.waitUntil(lambda: panel.problems.count() == 2)
    fake_work.session.verdict = VERDICTS["good"]
    checked.commands.remove_voice()
    qtbot.waitUntil(lambda: panel.problems.count() == 0)
    checked.document.undo()
    qtbot.waitUntil(
        lambda: checked.commands.review.survey is not None and len(checked.commands.review.survey.judged) == 2
    )
    assert panel.problems.count() == 0


def _judged(application: Application) -> tuple[Judged, ...]:
    survey = application.commands.review.survey
    return () if survey is None else survey.judged


def test_whoever_moves_is_not_disturbed(checked: Application, fake_work: FakeWork, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: checked.commands.review.is_judged)
    check: StepCheck = checked.commands.review._check
    check._pause.setInterval(60_000)
    fake_work.session.log.clear()
    checked.commands.review._look()
    for frame in range(20):
        checked.preview.seek(frame)
    qtbot.wait(100)
    assert "judge 10" not in fake_work.session.log
    assert not checked.commands.review.is_judged


def test_the_lane_says_what_is_under_the_pointer(checked: Application, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: checked.commands.review.is_judged)
    view = checked.window.timeline.view
    lane = next(lane for lane in view._lanes if lane.kind is Kind.AGREEMENT)
    assert "0.32 s late" in view._agreement_at(lane, 20)
    assert view._agreement_at(lane, 45) == what_is_measured()


def test_every_verdict_has_a_sign_and_a_sentence_of_its_own() -> None:
    marks = [mark_of(each) for each in (None, *VERDICTS.values())]
    assert len({(mark.brush, mark.text) for mark in marks}) == len(marks) - 1  # another mouth and none are one sign
    sentences = [sentence(each) for each in (None, *VERDICTS.values())]
    assert len(set(sentences)) == len(sentences)
    assert "dubbed mouth" in sentence(VERDICTS["good"])
    assert "mouth as filmed" in sentence(judged(dubbed=0.1))
    assert sentence(VERDICTS["late"]).endswith("judged by: the opening of the lips")
    judges = {sentence(replace(VERDICTS["late"], by=by)) for by in By}
    assert len(judges) == len(By)
