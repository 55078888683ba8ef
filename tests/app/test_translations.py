"""Every word of the window is there in every language, and what is compiled is what is written.

After a change of words: `python -m tests.translations`, translate what it prints, and run it again.
"""

from pathlib import Path

import pytest

from app.language import Language
from tests.translations import LANGUAGES, compile_translations, compiled_of, faults, gather, source_of, words


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What the window shows now, gathered from the code."""
    fresh = tmp_path_factory.mktemp("words") / "dubwright_de.ts"
    gather([fresh])
    return set(words(fresh))


@pytest.mark.parametrize("language", LANGUAGES)
def test_files_hold_the_words_of_the_code(language: Language, shown: set[str]) -> None:
    kept = set(words(source_of(language)))
    assert sorted(shown - kept) == [], "run python -m tests.translations"
    assert sorted(kept - shown) == [], "run python -m tests.translations"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_translated_whole(language: Language) -> None:
    assert faults(words(source_of(language)).items()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_window_reads_is_what_is_written(language: Language, tmp_path: Path) -> None:
    fresh = tmp_path / compiled_of(language).name
    compile_translations(source_of(language), fresh)
    assert fresh.read_bytes() == compiled_of(language).read_bytes(), "run python -m tests.translations"


@pytest.mark.parametrize("language", LANGUAGES)
def test_ends_of_words_are_kept(language: Language) -> None:
    """An ellipsis says that something will be asked, and spaces hold words apart."""
    ends = {"…": ("…", "(&)…"), " ": (" ", "：", "；"), " s": (" s", "秒")}
    wrong = [
        (source, target)
        for source, target in words(source_of(language)).items()
        for end, allowed in ends.items()
        if source.endswith(end) and not target.endswith(allowed)
    ]
    assert wrong == []
