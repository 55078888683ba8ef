"""The words of the window in the language of the person. Knows no panel.

English is written where it is shown, as `tr("…")` with a literal string, so that Qt's `pyside6-lupdate` finds it; what
changes goes in afterwards: `tr("{count} frames are ready.").format(count=n)`.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """`text` in the language that is chosen, or as it is where there is no translation."""
    return QCoreApplication.translate("", text)
