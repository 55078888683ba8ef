"""What comes from below in English has a place among the words that are translated, and is told in the language chosen.

After a change of words: `python -m tests.translations`, translate what it prints, and run it again.
"""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.language import Language, speak
from app.words import REASONS, SENTENCES, STAGES, noticed
from core.errors import DubError
from core.problems import Trouble
from core.project_file import load_project
from tests.sentences import TERMINAL, sentences, template, templates
from tests.translations import CORE, LANGUAGES, ROOT, compile_translations, compiled_of, faults, source_of, words


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    speak(qapp, Language.GERMAN)
    yield
    speak(qapp, Language.ENGLISH)


def calls(folder: Path) -> Iterator[ast.Call]:
    for path in sorted(folder.rglob("*.py")):
        if path.stem not in TERMINAL:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                    yield node


def test_every_stage_of_work_is_a_word() -> None:
    found = [call for folder in ("core", "app") for call in calls(ROOT / folder) if call.func.id == "Progress"]  # type: ignore[attr-defined]
    labels = {arg.value for call in found for arg in call.args[2:3] if isinstance(arg, ast.Constant)}
    assert labels - set(STAGES) == set()


def test_every_trouble_is_a_word() -> None:
    assert {trouble.value for trouble in Trouble} - set(REASONS) == set()


def test_the_catalogue_holds_every_sentence_of_the_code() -> None:
    kept, said = json.loads(SENTENCES.read_text(encoding="utf-8")), templates()
    assert sorted(set(said) ^ set(kept)) == [], "run python -m tests.translations"


def kinds(error: type[DubError]) -> Iterator[str]:
    yield error.__name__
    for kind in error.__subclasses__():
        yield from kinds(kind)


def test_every_error_and_its_hint_are_sentences_of_the_catalogue() -> None:
    """Also those that do not look like sentences, which would be overlooked."""
    named, known = set(kinds(DubError)), set(templates())
    texts = [
        template(argument)
        for call in calls(ROOT / "core")
        if call.func.id in named  # type: ignore[attr-defined]
        for argument in call.args[:2]
    ]
    assert len(texts) > 200
    assert sorted({text for text in texts if text and text not in known}) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated_whole(language: Language) -> None:
    kept = words(source_of(language, whose=CORE))
    assert sorted(set(kept) ^ set(templates())) == [], "run python -m tests.translations"
    assert faults(kept.items()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_window_reads_is_what_is_written(language: Language, tmp_path: Path) -> None:
    compile_translations(source_of(language, whose=CORE), tmp_path / "fresh.qm")
    kept = compiled_of(language, whose=CORE).read_bytes()
    assert (tmp_path / "fresh.qm").read_bytes() == kept, "run python -m tests.translations"


def filled(text: str) -> str:
    """A template with a 7 in every place."""
    return re.sub(r"\{\w+\}", "7", text)


def test_every_sentence_is_found_again_with_what_it_tells(german: None) -> None:
    """The most telling template is found, not one that happens to match, and no place stays empty."""
    same = set[str]()
    for text in templates():
        said = noticed(filled(text))
        assert "{" not in said, text
        if said == filled(text):
            same.add(text)
    assert same == {"{card}, CUDA {cuda}"}, "the same in German"


def test_an_error_of_core_is_told_in_german(german: None, tmp_path: Path) -> None:
    with pytest.raises(DubError) as caught:
        load_project(tmp_path / "none.dub")
    assert noticed(caught.value.message) == (
        "none.dub lässt sich nicht öffnen: keine solche Datei und kein solcher Ordner."
    )
    assert noticed(caught.value.hint) == "Den Namen und den Ordner prüfen."


def test_what_is_unknown_stays_as_it_is(german: None) -> None:
    assert noticed("Something else: 12 frames.") == "Something else: 12 frames."
    assert noticed("Bereits auf Deutsch.") == "Bereits auf Deutsch."
    assert noticed("") == ""


def test_english_stays_english(qapp: QApplication) -> None:
    speak(qapp, Language.ENGLISH)
    assert all(noticed(filled(text)) == filled(text) for text in templates())


def test_what_is_a_sentence() -> None:
    source = '''
"""A docstring is none."""
def told(name, count):
    """Nor is this."""
    raise ValueError("A defect is told to nobody.")
    raise MediaError(f"{name.title} has {count:,} of {count + 1} parts.", "Choose another one.")
    yield Progress(0, 0, "stage", notice="It is told." if count else "No")
    lines.append("{} frames are left out.".format(count))
    return Finding("device", "none"), "a fragment"
'''
    assert set(sentences(ast.parse(source))) == {
        "{title} has {count} of {value} parts.",
        "Choose another one.",
        "It is told.",
        "{value} frames are left out.",
        "device",
        "none",
    }
