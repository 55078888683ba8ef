"""Whatever is damaged or missing, the window opens, works, and says so in one notice."""

import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.application import Application
from app.settings import config_folder, load_settings
from app.work import real_work
from core import weights
from core.analysis import analyse, options_for
from core.blob_store import BlobStore
from core.job import run
from core.media.probe import footage_of, probe
from core.project import Clip, DubProject, EngineChoice, Span, Voice
from core.project_file import save_project
from tests.app.fakes import FakeDialogs, FakeSpeakers, FakeWork
from tests.core.conftest import face_film, pausing_voice
from tests.factories import make_project

__all__ = ["face_film", "pausing_voice"]

Start = Callable[..., Application]
SLOW = pytest.mark.slow


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication) -> Iterator[Start]:
    """Starts the program, on jobs that tests give or on the real ones; ends what was started."""
    started: list[Application] = []

    def begin(real: bool = False) -> Application:
        work = real_work() if real else FakeWork().work()
        application = Application(qapp, work, FakeDialogs(), speakers=FakeSpeakers())
        started.append(application)
        application.window.show()
        return application

    yield begin
    for application in started:
        application.shut_down()
        application.window.hide()
        application.window.deleteLater()
        application.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def notices(application: Application) -> list[str]:
    """What is told now, newest last."""
    return [f"{text} {hint}" for _, text, hint in application.window.messages._open]


def dubs(application: Application, qtbot: QtBot) -> bool:
    """Whether a film and a voice can be used."""
    application.commands.take([Path("/films/film.mp4"), Path("/voices/line.wav")])
    qtbot.waitUntil(lambda: application.commands.can_dub)
    return application.window.isVisible()


@pytest.mark.parametrize(
    "text",
    ["", "{", pytest.param("[]", marks=SLOW), pytest.param("null", marks=SLOW), "[" * 100_000, '{"scheme": "pink"}'],
)
def test_damaged_settings(start: Start, qtbot: QtBot, text: str) -> None:
    (config_folder() / "settings.json").write_text(text, encoding="utf-8")
    application = start()
    assert len(notices(application)) == 1
    assert "settings could not be read" in notices(application)[0]
    assert dubs(application, qtbot)


@pytest.mark.parametrize("name", [pytest.param("CONFIG", marks=SLOW), "RECOVERY"])
def test_a_folder_that_cannot_be_made(
    start: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv(f"DUBWRIGHT_{name}", str(tmp_path / "file" / "folder"))
    application = start()
    assert len(notices(application)) == 1
    assert str(tmp_path / "file") in notices(application)[0]
    assert dubs(application, qtbot)
    application.autosave.save()
    application.autosave.offer()
    assert len(notices(application)) == 1


def test_settings_without_a_folder_are_used_and_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("DUBWRIGHT_CONFIG", str(tmp_path / "file" / "folder"))
    assert config_folder() == config_folder()
    assert config_folder().is_dir()
    assert load_settings()[1] == (str(tmp_path / "file" / "folder"),)


def test_a_defect_is_told_where_no_report_can_be_written(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    application = start()
    (tmp_path / "file").touch()
    monkeypatch.setenv("DUBWRIGHT_LOGS", str(tmp_path / "file" / "logs"))
    application.document.recover(make_project(), None)
    application.notifier.error(LookupError("a defect"))
    dialog = application.notifier._dialog
    assert dialog is not None
    assert dialog.isVisible()
    dialog.close()
    assert "please try to save it now" in application.rescue()


def saved(folder: Path, **changes: object) -> Path:
    path = folder / "project.dub"
    save_project(make_project(), path)
    data = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(data | changes), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"version": 99}, "saved by a newer Dubwright. Update Dubwright"),
        ({"version": 0}, "project.dub is damaged: what could not be read there is left out or as usual: version."),
        ({"news": 1}, "left out or as usual: news."),
        ({"clips": 3}, "left out or as usual: clips. Look it over"),
    ],
)
def test_a_project_of_another_version_or_damaged(
    start: Start, qtbot: QtBot, tmp_path: Path, changes: dict[str, object], told: str
) -> None:
    application = start()
    application.commands.take([saved(tmp_path, **changes)])
    qtbot.waitUntil(lambda: any(told in notice for notice in notices(application)))
    assert dubs(application, qtbot)


def test_a_project_with_an_engine_that_this_version_has_not(
    start: Start, qtbot: QtBot, tmp_path: Path, face_film: Path, pausing_voice: Path
) -> None:
    application = start(real=True)
    application.commands.take([project_of(tmp_path, face_film, pausing_voice, EngineChoice("from-the-future"))])
    qtbot.waitUntil(lambda: bool(notices(application)), timeout=60_000)
    at_rest(application, qtbot)
    assert len(notices(application)) == 1
    assert "from-the-future" in notices(application)[0]
    assert application.notifier._dialog is None


def project_of(folder: Path, film: Path, voice: Path, engine: EngineChoice | None = None) -> Path:
    footage = footage_of(probe(film))
    path = folder / "project.dub"
    clip = Clip("voice", Span(0, footage.frames), Voice(voice))
    save_project(DubProject(footage, (clip,), engine or EngineChoice()), path)
    return path


def at_rest(application: Application, qtbot: QtBot) -> None:
    """Wait until nothing is computed any more."""
    qtbot.waitUntil(lambda: not application.worker._tasks, timeout=60_000)
    qtbot.wait(400)
    qtbot.waitUntil(lambda: not application.worker._tasks, timeout=60_000)


def test_missing_weights_of_musetalk(
    start: Start,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    face_film: Path,
    pausing_voice: Path,
) -> None:
    path = project_of(tmp_path, face_film, pausing_voice, EngineChoice("musetalk"))
    application = start(real=True)
    application.commands.take([path])
    qtbot.waitUntil(lambda: bool(notices(application)), timeout=60_000)
    at_rest(application, qtbot)
    (told,) = notices(application)
    assert "musetalk-1.5" in told
    assert "weights get musetalk-1.5" in told
    assert application.preview.facts is not None


def test_missing_weights_of_the_program(
    start: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, face_film: Path
) -> None:
    monkeypatch.setenv("DUBWRIGHT_WEIGHTS", str(tmp_path / "none"))
    weights.catalogue.cache_clear()
    application = start(real=True)
    application.commands.take([face_film])
    qtbot.waitUntil(lambda: bool(notices(application)), timeout=60_000)
    at_rest(application, qtbot)
    (told,) = notices(application)
    assert "face_mesh" in told
    assert application.notifier._dialog is None


def test_a_damaged_analysis_is_made_again(
    start: Start, qtbot: QtBot, tmp_path: Path, face_film: Path, pausing_voice: Path
) -> None:
    path = project_of(tmp_path, face_film, pausing_voice)
    run(analyse(info := probe(face_film), options_for(footage_of(info))))
    (kept,) = Path(os.environ["DUBWRIGHT_CACHE"]).glob("faces/*.npz")
    kept.write_bytes(kept.read_bytes()[:1000])
    application = start(real=True)
    application.commands.take([path])
    qtbot.waitUntil(lambda: application.preview.facts is not None, timeout=60_000)
    qtbot.waitUntil(lambda: application.window.stage.video._dubbed is not None, timeout=60_000)
    (told,) = notices(application)
    assert "damaged and is made again" in told


def test_a_damaged_store_of_pictures_is_begun_anew(tmp_path: Path) -> None:
    store = BlobStore("paintings", 1_000_000)
    store.put("key", b"value")
    store.close()
    store.path.write_bytes(b"no database" * 1000)
    again = BlobStore("paintings", 1_000_000)
    assert again.get("key") is None
    assert again.put("key", b"new")
    assert again.get("key") == b"new"
    assert len(again.notices()) == 1
    again.close()
    assert sqlite3.connect(store.path).execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_no_folder_for_the_cache(
    start: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, face_film: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("DUBWRIGHT_CACHE", str(tmp_path / "file" / "cache"))
    application = start(real=True)
    application.commands.take([face_film])
    qtbot.waitUntil(lambda: bool(notices(application)), timeout=60_000)
    at_rest(application, qtbot)
    (told,) = notices(application)
    assert "DUBWRIGHT_CACHE" in told
    assert application.notifier._dialog is None
