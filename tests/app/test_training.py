"""The training dock: clips are checked, learned from, stopped and gone on with; what came of it is told and used."""

import os
import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.application import Application
from app.blind import BlindTest, Choice, Tally, statement
from app.panels.blind_test import BlindTestDialog
from app.panels.training import TrainingPanel, methods
from app.trainer import Trainer, trainer_command
from app.training import Phase, Training
from app.training_lines import Ended, Notice, Trouble, Wish, value_of
from app.training_words import notice_of, reason_of, trouble_of
from app.widgets.choice import Choice as ChoiceBox
from app.work import TrainerCall
from core.device import CPU, Device
from core.project import EngineChoice
from tests.app.fakes import FakeDialogs, FakeSpeakers, FakeWork
from tests.factories import make_project

Window = Callable[..., TrainingPanel]


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, fake_work: FakeWork, dialogs: FakeDialogs, speakers: FakeSpeakers, tmp_path: Path
) -> Iterator[Window]:
    """Opens the program with a training program that follows a script; what is open is closed at the end."""
    opened: list[Application] = []

    def close() -> None:
        if opened:
            application = opened.pop()
            application.shut_down()
            application.window.hide()
            application.window.deleteLater()
            application.deleteLater()
            qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def open_with(script: str = "good") -> TrainingPanel:
        close()
        fake_work.upkeep.ready = True
        (tmp_path / "cache").mkdir(exist_ok=True)
        call = TrainerCall((sys.executable, "-m", "tests.app.fake_trainer", script))
        work = replace(fake_work.work(), trainer=call)
        opened.append(Application(qapp, work, dialogs, speakers=speakers))  # type: ignore[arg-type] # a fake
        opened[-1].window.show()
        panel = opened[-1].training.panel
        panel.application = opened[-1]  # type: ignore[attr-defined] # for tests
        panel.show()
        return panel

    yield open_with
    close()


def training(panel: TrainingPanel) -> Training:
    return panel._training


def wish(panel: TrainingPanel, *names: str) -> None:
    panel.clips.add([Path(f"/films/{name}") for name in names or ("ann.mp4",)])
    panel.name.setText("ann")


def choose(control: ChoiceBox, value: object) -> None:
    """Choose as a person does, who sees names."""
    box = control._box
    box.setCurrentIndex(control._values.index(value))
    box.activated.emit(box.currentIndex())


def ended(qtbot: QtBot, panel: TrainingPanel) -> None:
    qtbot.waitUntil(lambda: not training(panel).runs, timeout=20_000)


def test_nothing_can_be_begun_without_clips_and_a_name(window: Window) -> None:
    panel = window()
    assert not panel.start.isEnabled()
    panel.clips.add([Path("/films/ann.mp4"), Path("/films/ann.mp4")])
    assert panel.clips.files == [Path("/films/ann.mp4")]
    assert not panel.start.isEnabled()
    QTest.keyClicks(panel.name, "-an n/")
    assert panel.name.text() == "ann"
    assert panel.start.isEnabled()
    panel.clips.setCurrentRow(0)
    QTest.keyClick(panel.clips, Qt.Key.Key_Delete)
    assert not panel.start.isEnabled()


def test_films_are_dropped_and_other_files_are_not(window: Window) -> None:
    panel = window()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(f"/films/{name}") for name in ("a.mp4", "b.txt", "c.mov")])
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    panel.clips.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))
    assert [path.name for path in panel.clips.files] == ["a.mp4", "c.mov"]


def test_clips_that_are_not_fit_are_refused_with_reasons(window: Window, qtbot: QtBot) -> None:
    panel = window("refused")
    wish(panel)
    QTest.keyClick(panel.start, Qt.Key.Key_Space)
    assert training(panel).phase is Phase.WAITING
    ended(qtbot, panel)
    rows = [panel.rows.item(at).text() for at in range(panel.rows.count())]
    assert rows == ["a.mp4", "✗ 0:00.0 – 0:12.0  left out: the lips are 0.32 s too late"]
    assert "Not enough: 0 seconds" in panel.summary.text()
    assert "20 are the least.\nUse sharp film of one person" in panel.told.text()
    assert panel.start.text() == "&Start"


def test_a_check_shows_what_is_kept_and_what_it_takes_and_learns_nothing(window: Window, qtbot: QtBot) -> None:
    panel = window()
    wish(panel)
    panel.check.click()
    ended(qtbot, panel)
    rows = [panel.rows.item(at).text() for at in range(panel.rows.count())]
    assert rows[1:] == [
        "✓ 0:00.0 – 0:28.0  kept",
        "✗ 0:28.0 – 0:41.5  left out: blurred (sharpness 0.11); 2 people are seen",
    ]
    assert panel.estimate.text() == "About 1 h 30 min for 20 steps, 9.1 GB of memory; 12.4 GB are free."
    assert panel.told.text() == "The clips can be learned from."
    assert panel.curves is None
    assert not training(panel).kept.unfinished


def test_another_method_or_share_makes_the_estimate_anew(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.panels.training._PAUSE_MS", 5)
    panel = window()
    wish(panel)
    choose(panel.method, "lora")
    QTest.qWait(60)
    assert not training(panel).runs, "an estimate that nobody asked for"
    panel.check.click()
    ended(qtbot, panel)
    assert panel.estimate.text() == "About 45 min for 20 steps, 4.2 GB of memory; 12.4 GB are free."
    for control, value, told in (
        (panel.method, "full", "About 1 h 30 min for 20 steps, 9.1 GB of memory; 12.4 GB are free."),
        (panel.held_out, 0.2, "About 1 h 20 min for 20 steps, 9.1 GB of memory; 12.4 GB are free."),
    ):
        choose(control, value)
        qtbot.waitUntil(lambda: training(panel).runs, timeout=5_000)
        assert panel.estimate.text() == "", "the estimate is that of before"
        assert not panel.method.isEnabled()
        ended(qtbot, panel)
        assert panel.estimate.text() == told
    assert panel.wish == Wish((Path("/films/ann.mp4"),), "ann", method="full", held_out=0.2)


def test_how_weights_are_learned_is_remembered_and_no_run_goes_on_otherwise(window: Window, qtbot: QtBot) -> None:
    panel = window("slow")
    wish(panel)
    choose(panel.method, "full")
    choose(panel.held_out, 0.3)
    panel.start.click()
    qtbot.waitUntil(lambda: bool(training(panel).course.learned), timeout=20_000)
    panel.stop.click()
    ended(qtbot, panel)
    panel = window("good")
    assert (panel.method.value, panel.held_out.value) == ("full", 0.3)
    assert panel.start.text() == "Re&sume"
    choose(panel.held_out, 0.1)
    assert panel.start.text() == "&Start"
    panel.start.click()
    assert not training(panel).runs
    assert "was begun with other clips, weights or settings" in panel.told.text()


def test_without_its_library_lora_is_not_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(methods()) == ["auto", "full", "lora"]
    monkeypatch.setattr("app.panels.training.find_spec", lambda _: None)
    assert list(methods()) == ["auto", "full"]


def test_curves_and_samples_grow_and_the_verdict_is_told_and_used(window: Window, qtbot: QtBot) -> None:
    panel = window()
    wish(panel)
    points: list[tuple[int, int]] = []
    training(panel).grew.connect(lambda: points.append(panel.curves.points if panel.curves is not None else (0, 0)))
    panel.start.click()
    ended(qtbot, panel)
    assert panel.curves is not None
    assert points == sorted(points)
    assert (points[0], points[-1]) == ((1, 0), (20, 4))
    assert "held out: 0.0333 at step 20" in panel.curves.words.text()
    assert "Step 20" in panel.strips.words.text()
    assert not panel.strips.picture.is_empty
    panel.strips.slider.setValue(0)
    assert "Step 5" in panel.strips.words.text()
    assert panel.verdict.verdict.text().startswith("▲ ann: Better")
    figures = panel.verdict.figures.text()
    assert "Difference from the film: 0.081 before, 0.069 after – better by 0.009 to 0.015." in figures
    assert "Heed of the voice: 0.010 before, 0.020 after – better by 0.007 to 0.013." in figures
    assert (
        "Detail lost at the mouth: 0.210 before, 0.200 after – 0.030 better to 0.010 worse: may be chance." in figures
    )
    panel.verdict.use.click()
    document = panel.application.document  # type: ignore[attr-defined]
    assert document.project.engine == EngineChoice("musetalk", "ann")
    assert document.undo_text == "Use the new weights"
    panel = window()
    assert panel.verdict.verdict.text().startswith("▲ ann: Better"), "the verdict is forgotten"


def test_worse_is_told_as_worse(window: Window, qtbot: QtBot) -> None:
    panel = window("worse")
    wish(panel)
    panel.start.click()
    ended(qtbot, panel)
    assert panel.verdict.verdict.text().startswith("▼ ann: Worse")
    assert "Stay with the base" in panel.verdict.verdict.text()


def test_stop_saves_and_resume_goes_on_in_the_next_program_too(window: Window, qtbot: QtBot) -> None:
    panel = window("slow")
    wish(panel)
    panel.start.click()
    qtbot.waitUntil(lambda: len(training(panel).course.learned) >= 7, timeout=20_000)
    told: list[tuple[Phase, str]] = []
    training(panel).changed.connect(lambda: told.append((training(panel).phase, panel.told.text())))
    QTest.keyClick(panel.stop, Qt.Key.Key_Space)
    ended(qtbot, panel)
    assert told[0][0] is Phase.STOPPING
    assert "Saving" in told[0][1]
    step = training(panel).course.learned[-1][0]
    assert panel.told.text() == f"Stopped after step {step}; Resume goes on."
    assert not panel.verdict.isVisible()
    panel = window("good")
    assert panel.start.text() == "Re&sume"
    assert panel.wish == Wish((Path("/films/ann.mp4"),), "ann")
    panel.start.click()
    ended(qtbot, panel)
    assert [each for each, _ in training(panel).course.learned] == list(range(1, max(step, 20) + 1))
    assert panel.verdict.isVisibleTo(panel)
    assert panel.start.text() == "&Start"


def test_other_clips_by_the_name_of_what_was_begun_are_not_gone_on_with(window: Window, qtbot: QtBot) -> None:
    panel = window("slow")
    wish(panel)
    panel.start.click()
    qtbot.waitUntil(lambda: bool(training(panel).course.learned), timeout=20_000)
    panel.stop.click()
    ended(qtbot, panel)
    panel.clips.add([Path("/films/ben.mp4")])
    assert panel.start.text() == "&Start"
    panel.start.click()
    assert not training(panel).runs
    assert "was begun with other clips" in panel.told.text()


@pytest.mark.skipif(sys.platform == "win32", reason="processes are ended otherwise there")
def test_a_program_that_dies_is_told_with_what_to_do(window: Window, qtbot: QtBot) -> None:
    panel = window("crash")
    said: list[SimpleNamespace] = []
    panel.application.notifier.said.connect(said.append)  # type: ignore[attr-defined]
    wish(panel)
    panel.start.click()
    ended(qtbot, panel)
    assert "ended unexpectedly" in panel.told.text()
    assert "Resume goes on" in panel.told.text()
    assert said[-1].text in panel.told.text()
    assert panel.start.text() == "Re&sume"
    assert not panel.verdict.isVisible()


def test_a_defect_is_told_by_its_last_words(window: Window, qtbot: QtBot) -> None:
    panel = window("defect")
    wish(panel)
    panel.start.click()
    ended(qtbot, panel)
    assert "LookupError: a defect made for a test" in panel.told.text()


def test_a_program_that_is_not_there_is_told(qtbot: QtBot) -> None:
    trainer = Trainer(("/nowhere/dubwright-train",))
    with qtbot.waitSignal(trainer.ended) as found:
        trainer.start(["finetune"])
    assert found.args is not None
    assert not found.args[0].began
    assert not trainer.runs


def test_the_large_engine_lends_its_memory_and_has_it_again(dubbing: Application, qtbot: QtBot) -> None:
    session, preview = dubbing.preview.session, dubbing.preview
    dubbing.commands.change("Engine", lambda project: replace(project, engine=EngineChoice("musetalk")))
    qtbot.waitUntil(lambda: session.log[-1] == "ready")  # type: ignore[attr-defined]
    dubbing.tasks.run("lend", preview.lend(), lambda _: None)
    qtbot.waitUntil(lambda: session.log[-1] == "unload")  # type: ignore[attr-defined]
    dubbing.commands.change("Engine", lambda project: replace(project, engine=EngineChoice("musetalk", "other")))
    qtbot.wait(50)
    assert session.log[-1] == "unload"  # type: ignore[attr-defined]
    preview.take_back()
    qtbot.waitUntil(lambda: session.log[-1] == "ready")  # type: ignore[attr-defined]


CARD = Device("cuda:0", "float16", "a card")


@pytest.mark.parametrize("device", [CPU, CARD])
def test_an_export_of_a_large_engine_waits_for_a_training_on_a_card(
    window: Window, fake_work: FakeWork, qtbot: QtBot, device: Device
) -> None:
    fake_work.upkeep.device = device
    panel = window("slow")
    exports = panel.application.exports  # type: ignore[attr-defined]
    wish(panel)
    panel.start.click()
    qtbot.waitUntil(lambda: training(panel).phase is Phase.RUNNING, timeout=20_000)
    exports.add(replace(make_project(), engine=EngineChoice("musetalk")), Path("/films/out.mp4"))
    if device is CARD:
        qtbot.wait(50)
        assert exports.waits
        assert fake_work.exports == []
        panel.stop.click()
        ended(qtbot, panel)
    qtbot.waitUntil(lambda: len(fake_work.exports) == 1)
    assert training(panel).runs is (device is CPU)
    if device is CPU:
        panel.stop.click()
        ended(qtbot, panel)


def test_the_window_asks_before_it_leaves_a_training(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = window("slow")
    application: Application = panel.application  # type: ignore[attr-defined]
    wish(panel)
    panel.start.click()
    qtbot.waitUntil(lambda: bool(training(panel).course.learned), timeout=20_000)
    answers = [False, True]
    monkeypatch.setattr(application.notifier, "ask_stop_training", lambda name: answers.pop(0))
    application.window.close()
    assert application.window.isVisible()
    assert training(panel).phase is Phase.RUNNING
    application.window.close()
    assert application.window.isVisible(), "what was learned is not saved yet"
    qtbot.waitUntil(lambda: not application.window.isVisible(), timeout=20_000)
    assert training(panel).kept.unfinished
    assert answers == []


def test_the_program_that_ends_leaves_no_process(window: Window, qtbot: QtBot) -> None:
    panel = window("slow")
    wish(panel)
    panel.start.click()
    qtbot.waitUntil(lambda: bool(training(panel).course.learned), timeout=20_000)
    pid = training(panel)._trainer.pid
    assert pid > 0
    training(panel).close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_from_source_the_module_is_run_and_in_a_bundle_the_program_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    assert trainer_command() == (sys.executable, "-m", "training")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/dubwright/dubwright-app")
    assert trainer_command() == ("/opt/dubwright/dubwright-train",)


def test_lines_that_are_not_known_are_left_alone_and_no_lines_are_refused() -> None:
    assert value_of('{"event": "weather", "sun": true}') is None
    assert value_of('{"event": "notice", "text": "so"}') == Notice("so")
    assert value_of('{"event": "result", "stopped": true, "work": "x"}') == Ended(stopped=True)
    for wrong in ("", "Loading …", "[]", '{"event": "notice"}'):
        with pytest.raises(ValueError):  # noqa: PT011 - of JSON or ours: both are no line
            value_of(wrong)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("There are weights called “ann” already.", "Choose another name; none is overwritten."),
        ("About 9.1 GB of memory and 2.0 hours are needed; 4.0 GB are free.", "Close other programs"),
        ("5 seconds of film are too few to hold any of it out.", "Use a minute of film or more."),
        ("Something else.", "as it was"),
    ],
)
def test_what_is_refused_comes_with_what_can_be_done_in_a_window(told: str, said: str) -> None:
    trouble = trouble_of(Trouble(f"{told}\na table", "as it was"))
    assert trouble.hint.startswith(said)
    assert "a table" not in trouble.message


def test_notices_for_others_are_left_out() -> None:
    assert notice_of("TensorBoard event files are not written: the package is missing.") == ""
    assert notice_of("one person; the last 7 s held out.") == "The last 7 seconds are held out for the proof."
    assert notice_of("Something new.") == "Something new."


def test_reasons_are_known_in_words_whatever_their_numbers() -> None:
    for text in ("shorter than 2 s", "somebody speaks in 12% of it only", "blurred (sharpness 0.11)"):
        assert reason_of(text) == text
    assert reason_of("something new") == "something new"


@pytest.mark.parametrize(
    ("tally", "chance"),
    [
        (Tally(5, 0, 3), 2 / 32),
        (Tally(8, 1), 20 / 512),
        (Tally(3, 3), 1.0),
        (Tally(0, 0, 4), 1.0),
        (Tally(0, 10), 2 / 1024),
    ],
)
def test_the_sign_test_is_exact(tally: Tally, chance: float) -> None:
    assert tally.chance == pytest.approx(chance)


def test_what_choices_mean_is_said_in_words() -> None:
    assert statement(Tally(9, 0, 1)) == (
        "New better: 9. Old better: 0. Alike: 1. "
        "Somebody who only guesses gets a result this uneven, or more so, 4 times of 1000. You prefer the new one."
    )
    assert "You prefer the old one." in statement(Tally(0, 8))
    assert "it may well be chance" in statement(Tally(5, 0))
    assert "You saw no difference." in statement(Tally(equal=3))


def test_sides_and_order_are_drawn_and_choices_counted_by_what_they_were() -> None:
    films = [Path(f"{number:02}.mp4") for number in range(40)]
    test = BlindTest(films, random.Random(3))
    assert sorted(trial.film for trial in test.trials) == films
    assert [trial.film for trial in test.trials] != films
    assert 8 < sum(trial.new_left for trial in test.trials) < 32
    for trial in test.trials[:10]:
        test.choose(Choice.LEFT if trial.new_left else Choice.RIGHT)
    test.choose(Choice.EQUAL)
    test.take_back()
    assert test.tally == Tally(10, 0, 0)


def write_pairs(folder: Path, count: int) -> list[Path]:
    """Films that are dark before and bright after."""
    from core.media.write_spec import SoundPart, WriteSpec
    from core.media.writer import write_video

    films = []
    for number in range(count):
        voice = folder / f"{number}.wav"
        soundfile.write(voice, np.zeros(16_000, np.float32), 16_000)
        part = SoundPart(voice, Fraction(0), 1)
        films.append(folder / f"{number:02}.mp4")
        picture = np.concatenate([np.full((64, 64, 3), 40, np.uint8), np.full((64, 64, 3), 200, np.uint8)], axis=1)
        with write_video(films[-1], WriteSpec(128, 64, range(25), Fraction(1, 25), 1, Fraction(25), sound=part)) as out:
            for _ in range(25):
                out.put(picture)
    return films


def test_a_blind_comparison_goes_by_keys_and_tells_at_the_end(
    application: Application, qtbot: QtBot, speakers: FakeSpeakers, tmp_path: Path
) -> None:
    test = BlindTest(write_pairs(tmp_path, 3), random.Random(1))
    dialog = BlindTestDialog(test, application.errands, speakers.open, application.window)
    dialog.open()
    for number, trial in enumerate(test.trials):
        qtbot.waitUntil(lambda: dialog.buttons[Choice.LEFT].isEnabled())
        assert f"{number + 1} of 3" in dialog.heading.text()
        left = dialog.left._original.pixelColor(30, 30).red()  # type: ignore[union-attr]
        assert (left > 120) == trial.new_left, "what is shown is not what is counted"
        assert "new" not in dialog.told.text()
        if number == 1:
            QTest.keyClick(dialog, Qt.Key.Key_Equal)
            QTest.keyClick(dialog, Qt.Key.Key_Backspace)
            qtbot.waitUntil(lambda: dialog.buttons[Choice.LEFT].isEnabled())
        key = Qt.Key.Key_Equal if number == 2 else Qt.Key.Key_Left if trial.new_left else Qt.Key.Key_Right
        QTest.keyClick(dialog, key)
    assert test.tally == Tally(2, 0, 1)
    assert "New better: 2. Old better: 0. Alike: 1." in dialog.told.text()
    assert dialog.results.count() == 3
    assert not dialog.player.plays
    assert len(speakers.opened) >= 3
    assert all(output.closed for output in speakers.opened)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
