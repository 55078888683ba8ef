"""Which version this is, what has changed, and under which licences its parts are. Two windows."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.commands import Commands
from app.language import tr
from app.upkeep import Page
from app.widgets.section import muted
from core.paths import RESOURCES
from core.version import version

if TYPE_CHECKING:
    from core.licences import Licence


class AboutPage(QDialog):
    """Name, version, system, and what has changed in each version."""

    def __init__(self, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About Dubwright"))
        self.resize(640, 560)
        self.told = muted(system())
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.told.setAccessibleName(tr("Version and system"))
        self.changes = QTextBrowser()
        self.changes.setAccessibleName(tr("What has changed"))
        self.changes.setMarkdown(changelog())
        self.changes.setOpenExternalLinks(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for text, call in (
            (tr("&Copy version"), lambda: QGuiApplication.clipboard().setText(system())),
            (tr("&Licences …"), lambda: commands.show_page(Page.LICENCES)),
        ):
            buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole).clicked.connect(call)
        buttons.rejected.connect(self.reject)
        for button in buttons.buttons():
            button.setAccessibleName(button.text().replace("&", ""))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(_head())
        layout.addWidget(self.told)
        layout.addWidget(QLabel(tr("What has changed")))
        layout.addWidget(self.changes, 1)
        layout.addWidget(muted(tr("Dub only faces and voices that you may use.")))
        layout.addWidget(buttons)


class LicencesPage(QDialog):
    """Every part of the program at the left, the words of its licence at the right."""

    def __init__(self, parts: tuple[Licence, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Licences"))
        self.resize(1020, 640)
        self._parts = parts
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find a part or a licence"))
        self.search.setAccessibleName(tr("Find a part or a licence"))
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Parts of Dubwright"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("Licence"))
        self._arrange()
        self.list.addItems([f"{part.name} {part.version}\n{part.licence}" for part in parts])
        self.list.currentRowChanged.connect(self._show)
        self.search.textChanged.connect(self._find)
        self.list.setCurrentRow(0)

    def _show(self, row: int) -> None:
        part = self._parts[row] if 0 <= row < len(self._parts) else None
        self.text.setPlainText("" if part is None else part.text or tr("It brings no text of its own."))

    def _find(self, wanted: str) -> None:
        for row, part in enumerate(self._parts):
            item = self.list.item(row)
            item.setHidden(wanted.lower() not in f"{part.name} {part.licence}".lower())

    def _arrange(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.addWidget(left)
        halves.addWidget(self.text)
        halves.setSizes([300, 700])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAccessibleName(tr("Close"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(12)
        layout.addWidget(halves, 1)
        layout.addWidget(buttons)


def system() -> str:
    """Version, Qt, Python and operating system, as a report needs them."""
    where = f"{platform.system()} {platform.release()} ({platform.machine()})"
    return f"Dubwright {version()}\nQt {qVersion()}, Python {platform.python_version()}\n{where}"


def changelog() -> str:
    """What has changed, as Markdown: beside the program's resources in a bundle, above them in a checkout."""
    for place in (RESOURCES / "CHANGELOG.md", RESOURCES.parent / "CHANGELOG.md"):
        if place.is_file():
            return place.read_text(encoding="utf-8")
    return tr("The list of changes is not part of this installation.")


def _head() -> QHBoxLayout:
    sign, name = QLabel(), QLabel("Dubwright")
    sign.setPixmap(QIcon(str(RESOURCES / "icons" / "dubwright.svg")).pixmap(48, 48))
    name.setObjectName("title")
    head = QHBoxLayout()
    head.setSpacing(14)
    head.addWidget(sign)
    head.addWidget(name, 1)
    return head
