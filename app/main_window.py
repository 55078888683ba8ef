"""The window: puts panels, menus and bars in their places and passes on what they hear. Decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QIcon,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QSplitter,
    QStackedWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.actions import MENUS, RECENT, Actions, Row, rows
from app.commands import Commands
from app.dialogs import is_sound
from app.keymap import keys_of
from app.language import tr
from app.notify import Message
from app.panels.dub import DubPanel
from app.panels.key_sheet import KeySheet
from app.panels.stage import StagePanel
from app.panels.start import StartPanel
from app.panels.tasks import TaskPanel
from app.settings import Settings, config_folder
from app.timeline.panel import TimelinePanel
from app.widgets.drop_zones import DropZones
from app.widgets.message_bar import MessageBar
from core.project import DubProject
from core.project_file import SUFFIX

if TYPE_CHECKING:
    from core.preview import FilmFacts
    from core.report import ExportReport


_STAGE_HEIGHT, _TIMELINE_HEIGHT = 560, 220
_NAMED, _BOTH = 820, 1240
"""Widths from which on there is room for words in the tool bar, and for the decisions beside a dock."""
_LOW = 420
"""Height from which on there is room for the tool bar."""


class MainWindow(QMainWindow):
    """Everything on the screen."""

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self._commands = commands
        self._desk = commands.desk
        self._theme = theme.theme_of(self._desk.preferences.settings.scheme)
        self.actions_by_id = Actions(commands, self.icon, self)
        self.messages = MessageBar(self.icon)
        self.start = StartPanel(
            self.actions_by_id["open_film"], self.actions_by_id["import_voice"], commands.take_project
        )
        self.stage = StagePanel(commands, self.actions_by_id)
        self.side = DubPanel(commands, self.actions_by_id)
        self.timeline = TimelinePanel(commands)
        self.tasks = TaskPanel(self._desk.tasks)
        self._pages = QStackedWidget()
        self._recent = QMenu(tr("Open recent"))
        self._menus: dict[str, QMenu] = {}
        self.closing_checks: list[Callable[[], bool]] = []
        self._arrange()
        self._zones = DropZones(self)
        self.setAcceptDrops(True)
        self._connect()
        self._dress(self._desk.preferences.settings)
        self._prefer(self._desk.preferences.settings)
        self._use_keys(self._desk.preferences.settings)
        self._show_project(DubProject(), self._desk.document.project)
        self._show_title()
        self._restore()

    def add_dock(self, dock: QDockWidget, keys: str) -> None:
        """Put a dock at the right, hidden at first; an entry of the menu View, with these keys, shows it."""
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        dock.hide()
        dock.visibilityChanged.connect(self._make_room)
        shown = dock.toggleViewAction()
        shown.setShortcut(keys)
        self._menus["&View"].addAction(shown)
        self.actions_by_id.adopt(f"dock_{dock.objectName()}", dock.toggleViewAction)
        for number in range(len(dock.actions())):
            self.actions_by_id.adopt(f"dock_{dock.objectName()}_{number + 1}", partial(_action, dock, number))
        self._use_keys(self._desk.preferences.settings)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show where files can be dropped."""
        if _files(event):
            event.acceptProposedAction()
            if self._must_choose(_files(event)):
                self._zones.begin(self.rect())
                self._zones.light(event.position())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show what would become of the files here."""
        self._zones.light(event.position())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing is dropped."""
        del event
        self._zones.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Use the files: one that could be both by where it was dropped, all others by what they are."""
        files = _files(event)
        self._zones.hide()
        event.acceptProposedAction()
        if self._must_choose(files):
            is_voice = self._zones.zone_at(event.position()) == "voice"
            (self._commands.take_voice if is_voice else self._commands.take_film)(files[0])
        else:
            self._commands.take(files)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._make_room()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave, unless the person wants to keep what is not saved."""
        if not (all(may_leave() for may_leave in self.closing_checks) and self._commands.may_leave()):
            event.ignore()
            return
        places = self._places()
        places.setValue("geometry", self.saveGeometry())
        places.sync()
        event.accept()

    def _make_room(self) -> None:
        """In a narrow window the decisions give way to a dock, as long as that is open; in a low one, the tool bar.

        What the tool bar does stands in the menus as well.
        """
        styles = Qt.ToolButtonStyle
        named = self.width() >= _NAMED
        self._bar.setToolButtonStyle(styles.ToolButtonTextBesideIcon if named else styles.ToolButtonIconOnly)
        self._bar.setVisible(self.height() >= _LOW)
        docked = any(dock.isVisible() and not dock.isFloating() for dock in self.findChildren(QDockWidget))
        self.side.setVisible(not docked or self.width() >= _BOTH)

    def _must_choose(self, files: list[Path]) -> bool:
        """Whether only the person can say what a dropped file is: a film may be dubbed, or lend its voice."""
        if len(files) != 1 or not self._commands.has_film:
            return False
        return not is_sound(files[0]) and files[0].suffix.lower() != SUFFIX

    def _arrange(self) -> None:
        self.setMinimumSize(660, 360)
        work = QSplitter(Qt.Orientation.Vertical)
        work.setChildrenCollapsible(False)
        upper = QWidget()
        columns = QHBoxLayout(upper)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addWidget(self.stage, 1)
        columns.addWidget(self.side)
        work.addWidget(upper)
        work.addWidget(self.timeline)
        work.setStretchFactor(0, 1)
        work.setSizes([_STAGE_HEIGHT, _TIMELINE_HEIGHT])
        self._pages.addWidget(self.start)
        self._pages.addWidget(work)
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.messages, self._pages, self.tasks):
            layout.addWidget(part, 1 if part is self._pages else 0)
        self.setCentralWidget(middle)
        self._fill_menus()
        self._fill_bar()

    def _fill_menus(self) -> None:
        for title, entries in MENUS:
            menu = self._menus[title] = self.menuBar().addMenu(tr(title))
            for entry in entries:
                if isinstance(entry, Row):
                    menu.addAction(self.actions_by_id[entry.id])
                elif entry == RECENT:
                    menu.addMenu(self._recent)
                else:
                    menu.addSeparator()

    def _fill_bar(self) -> None:
        bar = self._bar = QToolBar(tr("Tools"))
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.addToolBar(bar)
        for row in rows():
            if row.bar:
                bar.addAction(self.actions_by_id[row.id])
                button = bar.widgetForAction(self.actions_by_id[row.id])
                if isinstance(button, QToolButton):
                    button.setAccessibleName(tr(row.text).rstrip(" …"))
                    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _connect(self) -> None:
        desk = self._desk
        desk.document.changed.connect(self._show_project)
        desk.document.stepped.connect(self._show_title)
        desk.preview.learned.connect(self._show_facts)
        desk.playback.changed.connect(self._show_playing)
        desk.preview.viewed.connect(self.actions_by_id.refresh)
        desk.recording.changed.connect(self.actions_by_id.refresh)
        desk.preview.moved.connect(self.side.follow_playhead)
        desk.notifier.said.connect(self._say)
        desk.preferences.changed.connect(self._prefer)
        QApplication.styleHints().colorSchemeChanged.connect(self._follow_desktop)
        desk.preferences.changed.connect(self._use_keys)
        desk.exports.written.connect(self._show_report)
        self._commands.voice_waits.connect(self.start.show_waiting)
        self._commands.keys_asked.connect(lambda: KeySheet(self.actions_by_id.made, self).open())
        self._commands.closing.connect(self.close)

    def _show_project(self, before: DubProject, project: DubProject) -> None:
        if before.clips != project.clips:
            self.stage.bar.set_marks(())  # they told of what was exported before
        self._pages.setCurrentIndex(1 if project.footage else 0)
        self.stage.show_project(project)
        self.side.show_project(project)
        self.timeline.show_project(project)

    def _show_facts(self, facts: FilmFacts | None) -> None:
        self.side.show_facts(facts)
        self.stage.bar.set_marks(())

    def _show_report(self, report: ExportReport) -> None:
        self.stage.bar.set_marks([(passed.start, passed.stop) for passed in report.passed])

    def _show_title(self) -> None:
        document = self._desk.document
        footage = document.project.footage
        name = document.path.name if document.path else (footage.path.stem if footage else "")
        self.setWindowTitle(f"{name}[*] – Dubwright" if name else "Dubwright[*]")
        self.setWindowModified(not document.is_saved)
        self.actions_by_id.refresh()

    def _show_playing(self, plays: bool) -> None:
        self.actions_by_id["play"].setIcon(self.icon("pause" if plays else "play"))
        self.actions_by_id.refresh()

    def _say(self, message: Message) -> None:
        self.messages.say(message.kind, message.text, message.hint)

    def _follow_desktop(self, _: Qt.ColorScheme) -> None:
        self._prefer(self._desk.preferences.settings)

    def _prefer(self, settings: Settings) -> None:
        if theme.theme_of(settings.scheme) is not self._theme:
            self._dress(settings)
        self.actions_by_id.refresh()
        self._show_recent(settings.recent)

    def _dress(self, settings: Settings) -> None:
        self._theme = theme.theme_of(settings.scheme)  # first: what is dressed below asks for icons in its colours
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.apply(application, self._theme)
        self.actions_by_id.dress(self.icon)
        self._show_playing(self._desk.playback.plays)

    def _use_keys(self, settings: Settings) -> None:
        self.actions_by_id.use_keys(keys_of(self.actions_by_id.usual_keys, settings.preset, settings.keys))

    def _show_recent(self, recent: tuple[Path, ...]) -> None:
        there = tuple(path for path in recent if path.exists())
        self._recent.clear()
        self._recent.setEnabled(bool(there))
        for path in there:
            self._recent.addAction(path.name).triggered.connect(
                lambda _=False, path=path: self._commands.take_project(path)
            )
        self.start.show_recent(there[:4])

    def icon(self, name: str) -> QIcon:
        """An icon in the present colours."""
        return theme.icon(name, self._theme.text, self._theme.disabled)

    def _places(self) -> QSettings:
        return QSettings(str(config_folder() / "window.ini"), QSettings.Format.IniFormat)

    def _restore(self) -> None:
        geometry = self._places().value("geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(QSize(1280, 800).boundedTo(self.screen().availableSize()))


def _action(dock: QDockWidget, number: int) -> QAction:
    """The action of this number, asked for anew: its owner may have replaced it."""
    return dock.actions()[number]


def _files(event: QDropEvent) -> list[Path]:
    """Files on this machine that are being dragged."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
