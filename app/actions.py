"""Every action as a row of data: its name, keys and place, what it calls and when it can be called.

Menus, the tool bar, the buttons below the picture and the sheet of keys are all made from these rows.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from app.commands import Commands
from app.keymap import Keys
from app.language import later, tr
from app.theme import Scheme
from app.upkeep import Page
from app.widgets.video_view import Gaze, View


def _always(_: Commands) -> bool:
    return True


def _has_film(commands: Commands) -> bool:
    return commands.has_film


def _can_dub(commands: Commands) -> bool:
    return commands.can_dub


def _has_in_out(commands: Commands) -> bool:
    return commands.desk.document.project.in_out is not None


def _undo_text(commands: Commands) -> str:
    step = commands.desk.document.undo_text
    return tr("Undo") if step is None else tr("Undo {step}").format(step=step)


def _redo_text(commands: Commands) -> str:
    step = commands.desk.document.redo_text
    return tr("Redo") if step is None else tr("Redo {step}").format(step=step)


def _play_text(commands: Commands) -> str:
    return tr("Stop") if commands.desk.playback.plays else tr("Play")


def _record_text(commands: Commands) -> str:
    return tr("End the take") if commands.desk.recording.runs else tr("Record a take")


def _seen(view: View) -> Callable[[Commands], bool]:
    return lambda commands: commands.desk.preview.view is view


def _look(gaze: Gaze) -> Callable[[Commands], object]:
    return lambda commands: commands.desk.preview.look(gaze)


def _dressed(scheme: Scheme) -> Callable[[Commands], bool]:
    return lambda commands: commands.desk.preferences.settings.scheme is scheme


@dataclass(frozen=True, slots=True)
class Row:
    """One action. `text` may change (`says`); `checked` makes it one of a choice; `bar` puts it into the tool bar."""

    id: str
    text: str
    call: Callable[[Commands], object]
    keys: tuple[str, ...] = ()
    icon: str = ""
    can: Callable[[Commands], bool] = _always
    says: Callable[[Commands], str] | None = None
    checked: Callable[[Commands], bool] | None = None
    bar: bool = False


LINE = None
"""A line between two groups of a menu."""

RECENT = "recent"
"""Where the menu of recent projects stands."""

MENUS: tuple[tuple[str, tuple[Row | str | None, ...]], ...] = (
    (
        later("&File"),
        (
            Row("open_film", later("Open film …"), Commands.open_film, ("Ctrl+I",), "film", bar=True),
            Row("import_voice", later("Import voice …"), Commands.import_voice, ("Ctrl+Shift+I",), "voice", bar=True),
            LINE,
            Row("open_project", later("Open project …"), Commands.open_project, ("Ctrl+O",), "open"),
            RECENT,
            Row("save", later("Save"), Commands.save, ("Ctrl+S",), "save", _has_film, bar=True),
            Row("save_as", later("Save as …"), Commands.save_as, ("Ctrl+Shift+S",), can=_has_film),
            LINE,
            Row("export", later("Export film …"), Commands.export, ("Ctrl+M",), "export", _can_dub, bar=True),
            LINE,
            Row("quit", later("Quit"), Commands.close, ("Ctrl+Q",)),
        ),
    ),
    (
        later("&Edit"),
        (
            Row(
                "undo",
                later("Undo"),
                lambda commands: commands.desk.document.undo(),
                ("Ctrl+Z",),
                "undo",
                lambda commands: commands.desk.document.undo_text is not None,
                _undo_text,
                bar=True,
            ),
            Row(
                "redo",
                later("Redo"),
                lambda commands: commands.desk.document.redo(),
                ("Ctrl+Shift+Z", "Ctrl+Y"),
                "redo",
                lambda commands: commands.desk.document.redo_text is not None,
                _redo_text,
                bar=True,
            ),
            LINE,
            Row("remove_voice", later("Remove voice"), Commands.remove_voice, can=_can_dub),
            LINE,
            Row("key_editor", later("Change keys …"), lambda c: c.show_page(Page.KEY_EDITOR)),
            Row("settings", later("Settings …"), lambda c: c.show_page(Page.SETTINGS), ("Ctrl+,",)),
        ),
    ),
    (
        later("&View"),
        (
            Row(
                "view_original",
                later("Original"),
                lambda commands: commands.view(View.ORIGINAL),
                ("1",),
                "original",
                _has_film,
                checked=_seen(View.ORIGINAL),
            ),
            Row(
                "view_dubbed",
                later("Dubbed"),
                lambda commands: commands.view(View.DUBBED),
                ("2",),
                "dubbed",
                _has_film,
                checked=_seen(View.DUBBED),
            ),
            Row(
                "view_wipe",
                later("Wipe"),
                lambda commands: commands.view(View.WIPE),
                ("3",),
                "wipe",
                _has_film,
                checked=_seen(View.WIPE),
            ),
            Row(
                "view_side",
                later("Side by side"),
                lambda commands: commands.view(View.SIDE),
                ("4",),
                "side",
                _has_film,
                checked=_seen(View.SIDE),
            ),
            Row(
                "view_difference",
                later("Difference"),
                lambda commands: commands.view(View.DIFFERENCE),
                ("5",),
                "difference",
                _has_film,
                checked=_seen(View.DIFFERENCE),
            ),
            LINE,
            Row("wipe_left", later("Wipe to the left"), lambda c: c.wipe_by(-1), ("Alt+Left",), can=_has_film),
            Row("wipe_right", later("Wipe to the right"), lambda c: c.wipe_by(1), ("Alt+Right",), can=_has_film),
            LINE,
            Row("picture_closer", later("Picture closer"), _look(Gaze.CLOSER), ("Alt+=", "Alt++"), can=_has_film),
            Row("picture_farther", later("Picture farther"), _look(Gaze.FARTHER), ("Alt+-",), can=_has_film),
            Row("picture_fit", later("Whole picture"), _look(Gaze.FIT), ("Ctrl+0",), can=_has_film),
            Row("picture_full", later("Picture at 100 %"), _look(Gaze.FULL), ("Ctrl+1",), can=_has_film),
            Row("picture_left", later("Picture: see its left"), _look(Gaze.LEFT), ("Ctrl+Left",), can=_has_film),
            Row("picture_right", later("Picture: see its right"), _look(Gaze.RIGHT), ("Ctrl+Right",), can=_has_film),
            Row("picture_up", later("Picture: see its top"), _look(Gaze.UP), ("Ctrl+Up",), can=_has_film),
            Row("picture_down", later("Picture: see its bottom"), _look(Gaze.DOWN), ("Ctrl+Down",), can=_has_film),
            LINE,
            Row("zoom_in", later("Timeline closer"), lambda c: c.review.zoom(1.6), ("+", "="), can=_has_film),
            Row("zoom_out", later("Timeline farther"), lambda c: c.review.zoom(1 / 1.6), ("-",), can=_has_film),
            Row("zoom_all", later("All of the timeline"), lambda c: c.review.zoom(0), ("Shift+Z", "\\"), can=_has_film),
            LINE,
            Row("dark", later("Dark colours"), lambda c: c.use_scheme(Scheme.DARK), checked=_dressed(Scheme.DARK)),
            Row("light", later("Light colours"), lambda c: c.use_scheme(Scheme.LIGHT), checked=_dressed(Scheme.LIGHT)),
            Row(
                "system",
                later("Colours of the desktop"),
                lambda c: c.use_scheme(Scheme.SYSTEM),
                checked=_dressed(Scheme.SYSTEM),
            ),
        ),
    ),
    (
        later("&Go"),
        (
            Row("play", later("Play"), Commands.play, ("Space",), "play", _has_film, _play_text),
            Row("shuttle_back", later("Play backwards, faster"), lambda c: c.shuttle(-1), ("J",), can=_has_film),
            Row("shuttle_stop", later("Stop playing"), lambda c: c.shuttle(0), ("K",), can=_has_film),
            Row("shuttle_forward", later("Play forwards, faster"), lambda c: c.shuttle(1), ("L",), can=_has_film),
            Row("record", later("Record a take"), Commands.record, ("R",), "record", _has_film, _record_text),
            Row(
                "loop", later("Loop"), Commands.loop, ("Alt+L",), can=_has_film, checked=lambda c: c.desk.playback.loops
            ),
            LINE,
            Row("back", later("Previous frame"), lambda c: c.step(-1), ("Left", ","), "back", _has_film),
            Row("forward", later("Next frame"), lambda c: c.step(1), ("Right", "."), "forward", _has_film),
            Row("back_second", later("Back one second"), lambda c: c.step_seconds(-1), ("Shift+Left",), can=_has_film),
            Row(
                "forward_second",
                later("Forward one second"),
                lambda c: c.step_seconds(1),
                ("Shift+Right",),
                can=_has_film,
            ),
            Row("start", later("First frame"), Commands.go_to_start, ("Home",), can=_has_film),
            Row("end", later("Last frame"), Commands.go_to_end, ("End",), can=_has_film),
            Row(
                "edge_back",
                later("Previous edit, cut or marker"),
                lambda c: c.review.to_edge(-1),
                ("Up",),
                can=_has_film,
            ),
            Row(
                "edge_forward",
                later("Next edit, cut or marker"),
                lambda c: c.review.to_edge(1),
                ("Down",),
                can=_has_film,
            ),
            LINE,
            Row("problem_forward", later("Next problem"), lambda c: c.review.to_problem(1), ("N",), can=_has_film),
            Row(
                "problem_back",
                later("Previous problem"),
                lambda c: c.review.to_problem(-1),
                ("Shift+N",),
                can=_has_film,
            ),
            LINE,
            Row("timecode", later("Go to timecode …"), Commands.ask_time, ("G",), can=_has_film),
        ),
    ),
    (
        later("&Mark"),
        (
            Row("mark_in", later("Set in point"), lambda c: c.review.mark_in(), ("I",), can=_has_film),
            Row("mark_out", later("Set out point"), lambda c: c.review.mark_out(), ("O",), can=_has_film),
            Row(
                "mark_nothing",
                later("Clear in and out"),
                lambda c: c.review.mark_nothing(),
                ("Alt+X",),
                can=_has_in_out,
            ),
            Row("to_in", later("Go to in point"), lambda c: c.review.to_in(), ("Shift+I",), can=_has_in_out),
            Row("to_out", later("Go to out point"), lambda c: c.review.to_out(), ("Shift+O",), can=_has_in_out),
            LINE,
            Row("marker", later("Set or remove marker"), lambda c: c.review.mark(), ("M",), can=_has_film),
        ),
    ),
    (
        later("&Help"),
        (
            Row("first_steps", later("First steps …"), lambda c: c.show_page(Page.FIRST_STEPS)),
            Row("keys", later("Keys"), Commands.show_keys, ("Shift+/", "?")),
            LINE,
            Row("weights", later("Weights …"), lambda c: c.show_page(Page.WEIGHTS), ("Ctrl+Shift+W",)),
            Row("check", later("Check this machine …"), lambda c: c.show_page(Page.CHECK)),
            LINE,
            Row("licences", later("Licences …"), lambda c: c.show_page(Page.LICENCES)),
            Row("about", later("About Dubwright"), lambda c: c.show_page(Page.ABOUT)),
        ),
    ),
)


def rows() -> Iterator[Row]:
    """Every action, in the order of the menus."""
    for _, entries in MENUS:
        yield from (entry for entry in entries if isinstance(entry, Row))


class Actions(QObject):
    """The rows as Qt's actions, kept true to the state of the program."""

    def __init__(self, commands: Commands, icons: Callable[[str], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._commands = commands
        self._usual: dict[str, tuple[str, ...]] = {row.id: row.keys for row in rows()}
        self._adopted: dict[str, Callable[[], QAction]] = {}
        self._made = {row.id: self._make(row) for row in rows()}
        self.dress(icons)
        self.refresh()

    def __getitem__(self, name: str) -> QAction:
        """The action of that name."""
        return self._made[name]

    @property
    def usual_keys(self) -> Keys:
        """The keys that every action has unless the person wants others, by its id."""
        return dict(self._usual)

    @property
    def made(self) -> Mapping[str, QAction]:
        """Every action by its id: those of the rows, and those that were adopted."""
        return {**self._made, **{name: find() for name, find in self._adopted.items()}}

    def adopt(self, name: str, find: Callable[[], QAction]) -> None:
        """Let an action that no row describes have keys like all others; those that it has are its usual ones.

        It belongs to somebody else and may end with them, so it is asked for anew each time.
        """
        self._adopted[name] = find
        self._usual[name] = tuple(keys.toString() for keys in find().shortcuts())

    def use_keys(self, keys: Keys) -> None:
        """Give every action the keys of a table, and say so where it is shown."""
        made = self.made
        for name, its in keys.items():
            action = made[name]
            action.setShortcuts([QKeySequence(key) for key in its])
            action.setToolTip(_tip(action))

    def dress(self, icons: Callable[[str], Any]) -> None:
        """Draw the icons anew, for other colours."""
        for row in rows():
            if row.icon:
                self._made[row.id].setIcon(icons(row.icon))

    def refresh(self) -> None:
        """Look again at what can be done now, and how it is called."""
        for row in rows():
            action = self._made[row.id]
            action.setEnabled(row.can(self._commands))
            if row.says is not None:
                action.setText(row.says(self._commands))
                action.setIconText(tr(row.text).rstrip(" …") if row.bar else action.text())
                action.setToolTip(_tip(action))
            if row.checked is not None:
                action.setChecked(row.checked(self._commands))

    def _make(self, row: Row) -> QAction:
        action = QAction(tr(row.text), self)
        action.setObjectName(row.id)
        action.setData(action.text())  # its name where it stands in a list, whatever it would do just now
        action.setIconText(action.text().rstrip(" …"))
        action.setShortcuts([QKeySequence(key) for key in row.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(row.checked is not None)
        action.setToolTip(_tip(action))
        action.triggered.connect(partial(self._call, row))
        return action

    def _call(self, row: Row, *_: object) -> None:
        row.call(self._commands)
        self.refresh()


def _tip(action: QAction) -> str:
    text, keys = action.text().replace("&", "").rstrip(" …"), action.shortcut()
    return text if keys.isEmpty() else f"{text} ({keys.toString(QKeySequence.SequenceFormat.NativeText)})"
