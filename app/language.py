"""The words of the window in the language of the person. Knows no panel.

English is written where it is shown, as `tr("…")` with a literal string, so that Qt's `lupdate` finds it; what changes
goes in afterwards: `tr("{count} frames are ready.").format(count=n)`. A table of words that is made before a language
is known marks them by `later("…")` and is passed through `tr` where it is shown.

`python -m tests.translations` gathers all words into `resources/translations/*.ts` and compiles those: the words of the
window into `dubwright_*`, the sentences of `core`, which knows no language, into `core_*` (see `app.words`).
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from core.paths import RESOURCES

TRANSLATIONS = RESOURCES / "translations"


class Language(StrEnum):
    """What the person chose: as the desktop has it, or always the one."""

    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"
    SPANISH = "es"
    CHINESE = "zh_CN"


OWN_NAMES = {
    Language.ENGLISH: "English",
    Language.GERMAN: "Deutsch",
    Language.SPANISH: "Español",
    Language.CHINESE: "简体中文",
}
"""What a language is called by those who speak it."""


def tr(text: str) -> str:
    """`text` in the language that is chosen, or as it is where there is no translation."""
    return QCoreApplication.translate("", text)


def later(text: str) -> str:
    """`text` itself, marked to be translated: `tr` is called where it is shown."""
    return text


def language_of(language: Language) -> Language:
    """The language that a choice stands for on this desktop, now: never `SYSTEM`."""
    if language is not Language.SYSTEM:
        return language
    for wanted in QLocale.system().uiLanguages():
        spoken = _spoken(wanted.replace("-", "_"))
        if spoken is not None:
            return spoken
    return Language.ENGLISH


def speak(application: QCoreApplication, language: Language) -> None:
    """Show what is made from now on in a language, with the words of Qt's own buttons."""
    for former in application.findChildren(QTranslator):
        application.removeTranslator(former)
        former.deleteLater()
    code = language_of(language).value
    for name, folder in (
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("dubwright", str(TRANSLATIONS)),
        ("core", str(TRANSLATIONS)),
    ):
        translator = QTranslator(application)
        if translator.load(f"{name}_{code}", folder):
            application.installTranslator(translator)


def _spoken(code: str) -> Language | None:
    """The language of a code such as `de_AT` or `zh_Hans_CN`, or None if we do not have it."""
    if code.startswith("zh"):
        return None if "Hant" in code or code.endswith(("TW", "HK", "MO")) else Language.CHINESE
    return next((each for each in OWN_NAMES if code.split("_")[0] == each.value), None)
