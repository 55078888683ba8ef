"""The dock with the real training program, on real film and small networks of random values."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.application import Application
from app.blind_player import load_pair
from app.work import TrainerCall
from core.job import run
from core.weights import find
from tests import official
from tests.app.fakes import FakeDialogs, FakeSpeakers, FakeWork
from tests.shared import media
from tests.training.runs import write_networks

STEPS = 4
CHANGES = {"steps": STEPS, "batch": 2, "parts": 1, "tell_every": 1, "show_every": 2, "checkpoint_every": 2}
MINUTES = 20 * 60_000


@pytest.fixture
def real(
    qtbot: QtBot, qapp: QApplication, fake_work: FakeWork, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Application]:
    """The window with the real training program; weights that are made lie in the test's folder."""
    mesh = find("face_mesh")
    assert mesh is not None
    (tmp_path / "weights").mkdir()
    (tmp_path / "weights/face_mesh").symlink_to(mesh)
    monkeypatch.setenv("DUBWRIGHT_WEIGHTS", str(tmp_path / "weights"))
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    write_networks(tmp_path / "models")
    official.write_official(tmp_path / "models", seed=3, only=("whisper",))
    options = ["--base", str(tmp_path / "models"), "--method", "full"]
    options += [word for name, value in CHANGES.items() for word in ("--set", f"{name}={value}")]
    work = replace(fake_work.work(), trainer=TrainerCall(options=tuple(options)))
    application = Application(qapp, work, FakeDialogs(), speakers=FakeSpeakers())  # type: ignore[arg-type] # fakes
    application.window.show()
    yield application
    application.shut_down()
    application.window.deleteLater()
    application.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.slow
@pytest.mark.footage
@pytest.mark.timeout(2400)
@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_real_film_is_checked_learned_from_and_judged(real: Application, qtbot: QtBot, tmp_path: Path) -> None:
    training, panel = real.training.training, real.training.panel
    panel.show()
    panel.clips.add([media("obama/weekly_address.mp4")])
    panel.name.setText("speaker")
    panel.check.click()
    qtbot.waitUntil(lambda: not training.runs, timeout=MINUTES)
    assert training.course.trouble is None, training.course.trouble
    assert training.course.check is not None
    assert training.course.check.suffices
    assert training.course.estimate is not None
    assert training.course.estimate.steps == STEPS
    panel.start.click()
    qtbot.waitUntil(lambda: not training.runs, timeout=MINUTES)
    assert training.course.trouble is None, training.course.trouble
    assert panel.curves is not None
    assert panel.curves.points == (STEPS, STEPS // 2)
    assert not panel.strips.picture.is_empty
    assert training.outcome is not None
    assert training.outcome.verdict in ("no difference", "worse"), "four steps of noise made something better"
    assert training.outcome.folder == tmp_path / "weights/speaker"
    assert (training.outcome.folder / "unet.safetensors").is_file()
    film = run(load_pair(training.outcome.pairs[0]))
    assert film.pictures[0].shape == (256, 512, 3)
    assert len(film.sound) == pytest.approx(48_000 * film.seconds, abs=4_000)
