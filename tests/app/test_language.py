"""The language of the window: which one is chosen, and that its words are found."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from app.language import Language, _spoken, language_of, speak, tr
from tests.translations import compile_translations, faults, gather, words


@pytest.fixture
def english(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    speak(qapp, Language.ENGLISH)


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("de_AT", Language.GERMAN),
        ("de", Language.GERMAN),
        ("es_419", Language.SPANISH),
        ("en_GB", Language.ENGLISH),
        ("zh_CN", Language.CHINESE),
        ("zh_Hans_SG", Language.CHINESE),
        ("zh_Hant_TW", None),
        ("zh_TW", None),
        ("fr_FR", None),
        ("est_EE", None),
    ],
)
def test_codes_of_desktops(code: str, language: Language | None) -> None:
    assert _spoken(code) is language


def test_a_choice_is_itself_and_the_desktop_has_one() -> None:
    assert language_of(Language.SPANISH) is Language.SPANISH
    assert language_of(Language.SYSTEM) is not Language.SYSTEM


def test_english_needs_no_file(english: QApplication) -> None:
    speak(english, Language.ENGLISH)
    assert tr("Open film …") == "Open film …"


def test_buttons_of_qt_are_translated_too(english: QApplication) -> None:
    speak(english, Language.GERMAN)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert [button.text() for button in box.buttons()] == ["Abbrechen"]
    speak(english, Language.ENGLISH)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert [button.text() for button in box.buttons()] == ["Cancel"]


def test_a_compiled_word_is_found(english: QApplication, tmp_path: Path) -> None:
    """From the source of the window to the word on the screen, through both of Qt's tools."""
    source, compiled = tmp_path / "dubwright_de.ts", tmp_path / "dubwright_de.qm"
    gather([source])
    text = source.read_text(encoding="utf-8")
    before = '<source>Cancel</source>\n        <translation type="unfinished"></translation>'
    assert before in text
    source.write_text(text.replace(before, "<source>Cancel</source><translation>Ja nicht</translation>"), "utf-8")
    compile_translations(source, compiled)
    assert words(source)["Cancel"] == "Ja nicht"
    translator = QTranslator()
    assert translator.load(str(compiled))
    english.installTranslator(translator)
    assert tr("Cancel") == "Ja nicht"
    english.removeTranslator(translator)


def test_faults_of_translations_are_seen() -> None:
    good = [("{n} frames", "{n} Bilder"), ("&File", "&Datei"), ("This & that", "Dies & das")]
    assert faults(good) == []
    bad = [("{n} frames", "Bilder"), ("{a}", "{b}"), ("&File", "Datei"), ("Open", ""), ("Open", " ")]
    assert len(faults(bad)) == len(bad)
