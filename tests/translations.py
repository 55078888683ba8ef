# ruff: noqa: T201 - a program of its own, which tells what it does
"""`python -m tests.translations`: gathers the words of the window and compiles their translations.

Every `tr("…")` and `later("…")` of `app`, and every sentence of `core` (`tests.sentences`), comes into
`resources/translations/*.ts`, where a person translates it; Qt Linguist opens these files. From them come the `.qm`
files that the window reads. Words that are no longer
shown leave the files. Prints what has no translation yet.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from itertools import product
from pathlib import Path
from xml.etree import ElementTree

import PySide6

from app.language import OWN_NAMES, TRANSLATIONS, Language
from app.words import SENTENCES
from tests.sentences import templates

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = [language for language in OWN_NAMES if language is not Language.ENGLISH]

PLACE = re.compile(r"\{[^}]*\}")


WINDOW, CORE = "dubwright", "core"
"""Whose words: each has files of its own."""


def source_of(language: Language, folder: Path = TRANSLATIONS, whose: str = WINDOW) -> Path:
    """The file in which a language's words stand."""
    return folder / f"{whose}_{language}.ts"


def compiled_of(language: Language, folder: Path = TRANSLATIONS, whose: str = WINDOW) -> Path:
    """The file that the window reads."""
    return folder / f"{whose}_{language}.qm"


def gather(targets: Sequence[Path]) -> None:
    """Bring the words of the window into files of translations."""
    _gather(sorted(str(path.relative_to(ROOT)) for path in (ROOT / "app").rglob("*.py")), targets)


def gather_core(targets: Sequence[Path], catalogue: Path = SENTENCES) -> None:
    """Bring the sentences of `core` into files of translations, and into the catalogue that the window reads."""
    said = templates()
    catalogue.write_text(json.dumps(said, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "core.py"
        source.write_text("".join(f"tr({json.dumps(each, ensure_ascii=False)})\n" for each in said), encoding="utf-8")
        _gather([str(source)], targets)


def _gather(sources: Sequence[str], targets: Sequence[Path]) -> None:
    options = ["-tr-function-alias", "tr+=tr,tr+=later", "-locations", "none", "-no-obsolete", "-silent"]
    _run("lupdate", *options, "-source-language", "en", *sources, "-ts", *map(str, targets))


def compile_translations(source: Path, target: Path) -> None:
    """Make what the window reads."""
    _run("lrelease", "-silent", str(source), "-qm", str(target))


def words(path: Path) -> dict[str, str]:
    """Source text → translation, "" where it is not finished."""
    found = {}
    for message in ElementTree.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        assert translation is not None
        finished = translation.get("type") is None
        found[message.findtext("source", "")] = (translation.text or "") if finished else ""
    return found


def faults(translations: Iterable[tuple[str, str]]) -> list[str]:
    """What is not translated, or does not have the same places to be filled in, or marks a key where none was."""
    told = []
    for source, target in translations:
        if not target.strip():
            told.append(f"not translated: {source}")
        elif sorted(PLACE.findall(source)) != sorted(PLACE.findall(target)):
            told.append(f"other places: {source} → {target}")
        elif bool(_marks_key(source)) != bool(_marks_key(target)):
            told.append(f"other marks of a key: {source} → {target}")
    return told


def _marks_key(text: str) -> re.Match[str] | None:
    return re.search(r"&\w", text)


def _run(program: str, *arguments: str) -> None:
    path = Path(PySide6.__file__).parent / (program + (".exe" if sys.platform == "win32" else ""))
    subprocess.run([str(path), *arguments], cwd=ROOT, check=True)


def main() -> int:
    """Gather, compile, tell; 0 if nothing is left to translate."""
    TRANSLATIONS.mkdir(exist_ok=True)
    gather([source_of(language) for language in LANGUAGES])
    gather_core([source_of(language, whose=CORE) for language in LANGUAGES])
    left = 0
    for language, whose in product(LANGUAGES, (WINDOW, CORE)):
        source = source_of(language, whose=whose)
        compile_translations(source, compiled_of(language, whose=whose))
        told = faults(words(source).items())
        left += len(told)
        print(f"{whose}, {language}: {len(words(source))} texts, {len(told)} to do", *told, sep="\n  ")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
