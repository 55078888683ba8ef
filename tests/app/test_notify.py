"""A known error is a sentence and a hint; anything else is a report that can be copied and betrays nobody."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.application import Application
from app.notify import Kind, Message, Notifier, crash_report, redact
from core.errors import DeviceError, DubError, FaceError, MediaError, ProjectError, SettingsError, WeightsError
from core.paths import log_folder
from core.project_file import load_project


@pytest.fixture
def notifier(qtbot: QtBot) -> Notifier:
    return Notifier(lambda: "Your project is saved.")


@pytest.mark.parametrize(
    "kind", [DeviceError, DubError, FaceError, MediaError, ProjectError, SettingsError, WeightsError]
)
def test_known_errors_are_told_with_their_hint(notifier: Notifier, qtbot: QtBot, kind: type[DubError]) -> None:
    with qtbot.waitSignal(notifier.said) as told:
        notifier.error(kind("It is so.", "Do this."))
    assert told.args == [Message(Kind.ERROR, "It is so.", "Do this.")]
    assert list(log_folder().glob("report-*")) == []


def test_a_defect_is_written_down_and_offered_to_copy(
    notifier: Notifier, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    with qtbot.assertNotEmitted(notifier.said):
        notifier.error(ZeroDivisionError("by nothing"))
    assert "ZeroDivisionError" in capsys.readouterr().err
    dialog = notifier._dialog
    assert dialog is not None
    qtbot.addWidget(dialog)
    text = dialog.findChildren(QPlainTextEdit)[0].toPlainText()
    assert "ZeroDivisionError: by nothing" in text
    copy = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Copy report")
    copy.click()
    assert QGuiApplication.clipboard().text() == text
    assert [path.read_text(encoding="utf-8") for path in log_folder().glob("report-*")] == [text]
    assert dialog.findChildren(QDialogButtonBox)
    dialog.close()


def test_many_defects_fill_neither_screen_nor_disk(
    notifier: Notifier, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    notifier.error(ValueError("first"))
    first = notifier._dialog
    assert first is not None
    qtbot.addWidget(first)
    for number in range(50):
        notifier.error(ValueError(f"again {number}"))
    assert notifier._dialog is first
    assert len(list(log_folder().glob("report-*"))) == 20
    first.close()


def test_a_defect_saves_the_project_beside_itself(
    dubbing: Application, tmp_path: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    dubbing.document.path = tmp_path / "take.dub"
    dubbing.notifier.error(KeyError("unexpected"))
    rescued = load_project(tmp_path / "take.rescued.dub")
    assert len(rescued.clips) == 1
    assert not (tmp_path / "take.dub").exists()
    dialog = dubbing.notifier._dialog
    assert dialog is not None
    qtbot.addWidget(dialog)
    dialog.close()


def test_a_project_without_a_file_is_rescued_too(dubbing: Application) -> None:
    assert "rescued.dub" in dubbing.rescue()
    assert len(load_project(log_folder() / "rescued.dub").clips) == 1


@pytest.mark.parametrize(
    "secret",
    [
        "/home/zebedee/My Films/wedding take 2.mp4",
        "/Users/zebedee/Desktop/wedding.mov",
        r"C:\Users\zebedee\wedding.mkv",
        "/mnt/wedding/zebedee",
    ],
)
def test_reports_name_no_folder_and_no_person(secret: str) -> None:
    for text in (
        f"cannot read '{secret}'",
        f'File "{secret}", line 3',
        f"MediaError: {secret.replace(' ', '_')}: gone",
    ):
        shown = redact(text)
        assert "zebedee" not in shown
        assert "wedding" not in shown


def test_reports_keep_what_helps() -> None:
    try:
        raise RuntimeError("step 7")
    except RuntimeError as error:
        report = crash_report(error)
    assert "RuntimeError: step 7" in report
    assert "tests/app/test_notify.py" in report
    assert "PySide6" in report
