"""The page of weights: what there is, under which licence, where it lies; fetched, verified, imported and removed here.

What takes time runs beside the window's other work and goes on when the page is closed.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QMessageBox,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.language import tr
from app.notify import Kind
from app.panels.licence import LicenceDialog
from app.panels.tasks import TaskPanel
from app.tasks import Tasks
from app.upkeep import Upkeep
from app.widgets.message_bar import MessageBar
from app.widgets.section import muted
from app.words import noticed
from app.worker import Task
from core.errors import DubError

if TYPE_CHECKING:
    from core.weights import WeightsState
    from core.weights_import import Imported
    from core.weights_list import WeightsEntry


class WeightsPage(QDialog):
    """Every set of weights as a row, and what can be done with the one that is chosen."""

    altered = Signal()
    """Other weights than before are on this machine."""

    def __init__(self, errands: Tasks, upkeep: Upkeep, icons: Callable[[str], QIcon], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Weights"))
        self.resize(860, 620)
        self._errands, self._upkeep = errands, upkeep
        self._entries: tuple[WeightsEntry, ...] = ()
        self._running: dict[str, Task] = {}
        self._wanted = False  # all of MuseTalk, as soon as it is known what is here
        self.messages = MessageBar(icons)
        self.table = _table()
        self.facts = muted()
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.facts.setAccessibleName(tr("About these weights"))
        self.get = _button(tr("&Get …"), tr("Get these weights"), self._get)
        self.verify = _button(tr("&Verify"), tr("Verify these weights"), self._verify)
        self.remove = _button(tr("&Remove …"), tr("Remove these weights"), self._remove)
        self.whole = _button(tr("Get &all of MuseTalk …"), tr("Get all weights of MuseTalk"), self.get_musetalk)
        self.bring = _button(tr("&Import a folder …"), tr("Import weights from a folder"), self._bring)
        self.tasks = TaskPanel(errands)
        self._arrange()
        self.table.itemSelectionChanged.connect(self._show_chosen)
        errands.ended.connect(self._forget)

    def showEvent(self, event: QShowEvent) -> None:
        """Look at what there is each time the page is opened: the command line may have changed it."""
        super().showEvent(event)
        if not event.spontaneous():
            self.refresh()

    @property
    def chosen(self) -> WeightsEntry | None:
        """The set that is chosen in the table."""
        row = self.table.currentRow()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def choose(self, name: str) -> None:
        """Choose the set of that name, if it is in the table."""
        names = [entry.set.name for entry in self._entries]
        if name in names:
            self.table.selectRow(names.index(name))

    def refresh(self) -> None:
        """Look anew at what there is."""
        self._errands.run(tr("Looking for weights"), self._upkeep.weights(), self._show, on_error=self._tell)

    def get_now(self, name: str) -> None:
        """Fetch a set whose licence was accepted, or go on where it stopped."""
        if name not in self._running:
            title = tr("Getting {name}").format(name=name)
            self._run(name, title, self._upkeep.fetch(name), lambda _: self._got(name))

    def _show(self, entries: tuple[WeightsEntry, ...]) -> None:
        kept = self.chosen.set.name if self.chosen is not None else ""
        self._entries = entries
        self.table.setRowCount(len(entries))
        for row, entry in enumerate(entries):
            words = (noticed(entry.set.title), _purpose(entry), _size(entry), _state(entry))
            for column, text in enumerate(words):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, column, item)
        self.choose(kept or entries[0].set.name)
        self._show_chosen()
        if self._wanted:
            self.get_musetalk()

    def _show_chosen(self) -> None:
        entry = self.chosen
        busy = entry is not None and entry.set.name in self._running
        self.get.setEnabled(entry is not None and entry.can_be_fetched and not busy)
        self.get.setText(tr("&Go on …") if entry is not None and entry.begun else tr("&Get …"))
        self.verify.setEnabled(entry is not None and entry.is_here and not busy)
        self.remove.setEnabled(entry is not None and entry.can_be_removed and not busy)
        self.whole.setVisible(bool(self._missing()))
        self.facts.setText("" if entry is None else _facts(entry))

    def get_musetalk(self) -> None:
        """Ask for the licences of all that the engine MuseTalk needs and that is not here, then fetch it."""
        self._wanted = not self._entries
        missing = self._missing()
        if missing:
            self._ask(tr("MuseTalk"), missing)

    def _missing(self) -> list[WeightsEntry]:
        """What MuseTalk needs and what could be fetched now."""
        wanted = (entry for entry in self._entries if entry.set.engine == "musetalk" and not entry.set.optional)
        return [entry for entry in wanted if entry.can_be_fetched and entry.set.name not in self._running]

    def _get(self) -> None:
        if self.chosen is not None:
            self._ask(noticed(self.chosen.set.title), [self.chosen])

    def _ask(self, title: str, entries: list[WeightsEntry]) -> None:
        dialog = LicenceDialog(title, entries, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self._get_each, entries))
        dialog.open()

    def _get_each(self, entries: list[WeightsEntry]) -> None:
        for entry in entries:
            self.get_now(entry.set.name)

    def _verify(self) -> None:
        entry = self.chosen
        if entry is not None:
            name = entry.set.name
            self._run(name, tr("Verifying {name}").format(name=name), self._upkeep.verify(name), self._verified)

    def _remove(self) -> None:
        entry = self.chosen
        if entry is None:
            return
        text = tr("Remove “{title}” from this machine?").format(title=noticed(entry.set.title))
        box = QMessageBox(QMessageBox.Icon.Question, tr("Remove weights"), text, parent=self)
        box.setInformativeText(_removal(entry))
        remove = box.addButton(tr("Remove"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        remove.clicked.connect(lambda: self._remove_now(entry.set.name))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _remove_now(self, name: str) -> None:
        self._run(
            name, tr("Removing {name}").format(name=name), self._upkeep.remove(name), lambda _: self.altered.emit()
        )

    def _bring(self) -> None:
        dialog = QFileDialog(self, tr("Folder of weights"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.bring_now(Path(path)))
        dialog.open()

    def bring_now(self, folder: Path) -> None:
        """Use the weights in a folder where they lie."""
        title = tr("Importing {name}").format(name=folder.name)
        self._run(str(folder), title, self._upkeep.bring(folder), self._brought)

    def _run(self, key: str, title: str, job: object, on_done: Callable[..., None]) -> None:
        self._running[key] = self._errands.run(title, job, on_done, on_error=self._tell)  # type: ignore[arg-type] # a job
        self._show_chosen()

    def _forget(self, task: Task) -> None:
        """A piece of work has ended, however it did; what came of it before a stop is shown."""
        ended = [key for key, other in self._running.items() if other is task]
        for key in ended:
            del self._running[key]
        if ended:
            self.refresh()

    def _got(self, name: str) -> None:
        self._say(Kind.NOTICE, tr("{name} is here and whole.").format(name=name))
        self.altered.emit()

    def _verified(self, state: WeightsState) -> None:
        if state.fault:
            hint = tr("Get or import them anew; until then they are not used.")
            self._say(Kind.ERROR, f"{state.set.name}: {noticed(state.fault)}", hint)
        else:
            text = tr("{name} is whole: every byte is as it must be.").format(name=state.set.name)
            self._say(Kind.NOTICE, text, state.basis)

    def _brought(self, found: tuple[Imported, ...]) -> None:
        names = ", ".join(each.name for each in found)
        self._say(Kind.NOTICE, tr("Used where they lie from now on: {names}.").format(names=names))
        self.altered.emit()

    def _say(self, kind: Kind, text: str, hint: str = "") -> None:
        """Tell something here, where the person looks; in the main window while the page is closed."""
        if self.isVisible():
            self.messages.say(kind, text, hint)
        else:
            self._errands.notice(f"{noticed(text)} {noticed(hint)}".strip())

    def _tell(self, error: Exception) -> None:
        """Tell an error here; a defect, or an error while the page is closed, goes the usual way."""
        if isinstance(error, DubError) and self.isVisible():
            self.messages.say(Kind.ERROR, error.message, error.hint)
        else:
            self._errands.fail(error)

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.get, self.verify, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        close.button(QDialogButtonBox.StandardButton.Close).setAccessibleName(tr("Close"))
        all_of_it = QHBoxLayout()
        for button in (self.whole, self.bring):
            all_of_it.addWidget(button)
        all_of_it.addStretch(1)
        all_of_it.addWidget(close)
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 16, 20, 14)
        inner.setSpacing(12)
        inner.addWidget(muted(tr("The built-in engine brings its own. What others have made is fetched when you ask.")))
        inner.addWidget(self.table, 1)
        inner.addWidget(self.facts)
        inner.addLayout(buttons)
        inner.addWidget(self.tasks)
        inner.addLayout(all_of_it)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.messages)
        layout.addLayout(inner, 1)


def _table() -> QTableWidget:
    table = QTableWidget(0, 4)
    table.setHorizontalHeaderLabels([tr("Weights"), tr("For"), tr("Size"), tr("State")])
    table.setAccessibleName(tr("Weights"))
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    return table


def _button(text: str, name: str, call: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setAccessibleName(name)
    button.setAutoDefault(False)
    button.clicked.connect(call)
    return button


def _purpose(entry: WeightsEntry) -> str:
    engines = {"all": tr("every engine"), "instant": tr("built-in"), "musetalk": tr("MuseTalk"), "sync": tr("lip sync")}
    words = engines.get(entry.set.engine, entry.set.engine)
    return tr("{engine}, if chosen").format(engine=words) if entry.set.optional or entry.set.supplied else words


def _size(entry: WeightsEntry) -> str:
    from core.weights_list import in_bytes

    return in_bytes(entry.bytes) if entry.bytes else "–"


def _state(entry: WeightsEntry) -> str:
    words = {
        "here": tr("here"),
        "imported": tr("imported"),
        "gone": tr("gone from its folder"),
        "missing": tr("not here"),
    }
    if entry.begun and not entry.is_here:
        return tr("begun, {share} %").format(share=min(99, 100 * entry.begun // max(entry.bytes, 1)))
    return tr("part of Dubwright") if entry.set.needed and entry.is_here else words[entry.place.value]


def _facts(entry: WeightsEntry) -> str:
    lines = [entry.set.purpose.replace("`", ""), tr("Licence: {licence}").format(licence=entry.set.licence)]
    if entry.folder is not None:
        lines.append(tr("Lies in {folder}").format(folder=entry.folder))
    elif entry.set.supplied:
        lines.append(entry.set.supplied)
    return "\n".join(lines)


def _removal(entry: WeightsEntry) -> str:
    if entry.place.value in ("imported", "gone"):
        return tr("They are only forgotten: the files in their folder stay as they are.")
    return tr("The files are deleted; they can be fetched again.")
