"""The page of settings, made from the typed fields of `Settings`: each says its own name, choices or range, and help.

What is chosen is passed on at once. Knows no setting by name. On a small screen the settings scroll.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import MISSING, Field, fields, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
)
from PySide6.QtWidgets import QWidget as Widget

from app.commands import Commands
from app.language import tr
from app.notify import Kind
from app.panels.cache_box import CacheBox
from app.settings import About, Settings, about
from app.upkeep import Page
from app.widgets.choice import CalmComboBox
from app.widgets.elided import ElidedLabel
from app.widgets.message_bar import MessageBar
from app.widgets.section import muted
from app.widgets.slider import CalmSpinBox
from core.errors import DubError, MediaError
from core.paths import check_writable

Icons = Callable[[str], QIcon]
CacheMaker = Callable[[Callable[[Exception], None]], CacheBox]
"""Makes the part about the cache; it is given who is told what goes wrong."""

_WIDTH, _FRAME = 640, 40  # the frame is what a desktop puts around the page


class SettingsPage(QDialog):
    """Every setting that a person may change. `fixed` names the variables of the environment that decide some."""

    def __init__(
        self, commands: Commands, cache: CacheMaker, icons: Icons, fixed: Collection[str], parent: Widget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Settings"))
        self._commands, self._preferences = commands, commands.desk.preferences
        self.messages = MessageBar(icons)
        self.controls = {field.name: _control(field) for field in fields(Settings) if about(field) is not None}
        for name, control in self.controls.items():
            control.changed = self._setter(name)
            control.refused = self._tell
            control.fix(control.about.variable in fixed)
        self.cache = cache(self._tell)
        self.cache.told_more.connect(self._make_room, Qt.ConnectionType.QueuedConnection)  # when it is laid out
        self.keys = QPushButton(tr("Change &keys …"))
        self.keys.setAccessibleName(tr("Change keys"))
        self.keys.clicked.connect(lambda: commands.show_page(Page.KEY_EDITOR))
        self.reset = QPushButton(tr("&Usual settings"))
        self.reset.setAccessibleName(tr("Take back all settings on this page"))
        self.reset.clicked.connect(self._reset)
        self._arrange()
        self._preferences.changed.connect(self._show)
        self._show(self._preferences.settings)

    def showEvent(self, event: QShowEvent) -> None:
        """Make room for every help text in full, however long its language is, as far as the screen has it."""
        super().showEvent(event)
        if not event.spontaneous():
            self._make_room()

    def _make_room(self) -> None:
        inner, screen = self._inner.layout(), self.screen().availableSize()
        if inner is None or not self.isVisible():
            return
        inner.activate()
        beside = self._area.verticalScrollBar().sizeHint().width()  # as if it were there: lines break sooner then
        width = max(_WIDTH, inner.minimumSize().width() + beside)
        height = inner.totalHeightForWidth(width - beside) + self.height() - self._area.height()
        self.setMinimumWidth(min(width, screen.width()))
        fitting = QSize(min(width, screen.width()), min(height, screen.height() - _FRAME))
        self.resize(fitting.expandedTo(self.size()))

    def _tell(self, error: Exception) -> None:
        if isinstance(error, DubError):
            self.messages.say(Kind.ERROR, error.message, error.hint)
        else:
            self._commands.desk.notifier.error(error)

    def _show(self, settings: Settings) -> None:
        for name, control in self.controls.items():
            control.show_value(getattr(settings, name))

    def _setter(self, name: str) -> Callable[[object], None]:
        def change(value: object) -> None:
            self._use({name: value})

        return change

    def _reset(self) -> None:
        usual = {name: getattr(Settings(), name) for name in self.controls}
        self._use(usual)

    def _use(self, values: dict[str, Any]) -> None:
        self._commands.prefer(replace(self._preferences.settings, **values))

    def _arrange(self) -> None:
        self._inner = Widget()
        self._inner.setObjectName("panel")
        within = QVBoxLayout(self._inner)
        within.setContentsMargins(24, 20, 24, 8)
        within.setSpacing(12)
        within.addLayout(self._grid())
        within.addWidget(self.cache)
        within.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidget(self._inner)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.messages)
        layout.addWidget(self._area, 1)
        layout.addLayout(self._row())

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for line, control in enumerate(self.controls.values()):
            label = QLabel(tr(control.about.title))
            label.setBuddy(control.input)
            grid.addWidget(label, 3 * line, 0)
            grid.addWidget(control.input, 3 * line, 1)
            grid.addWidget(control.help, 3 * line + 1, 1)
            grid.setRowMinimumHeight(3 * line + 2, 8)
        return grid

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(24, 12, 24, 16)
        row.setSpacing(10)
        row.addWidget(self.keys)
        row.addStretch(1)
        row.addWidget(self.reset)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        for button in buttons.buttons():
            button.setAccessibleName(tr("Close"))
        row.addWidget(buttons)
        return row


class _Control:
    """What shows one setting and lets it be changed.

    `changed` is called with the new value, `refused` with the reason why one cannot be used.
    """

    input: Widget

    def __init__(self, about: About) -> None:
        self.about = about
        self.help = muted(tr(about.help))
        self.changed: Callable[[object], None] = _nobody
        self.refused: Callable[[Exception], None] = _nobody

    def fix(self, is_fixed: bool) -> None:
        """Say that the environment decides, if it does."""
        if is_fixed:
            self.input.setEnabled(False)
            self.help.setText(tr("Set by {name} in the environment.").format(name=self.about.variable))

    def show_value(self, value: Any) -> None:
        """Show a value without telling of it."""
        raise NotImplementedError

    def _named(self, widget: Widget) -> Widget:
        widget.setAccessibleName(tr(self.about.title))
        widget.setAccessibleDescription(tr(self.about.help))
        widget.setToolTip(tr(self.about.help))
        return widget


class _ChoiceControl(_Control):
    def __init__(self, about: About) -> None:
        super().__init__(about)
        self._values = list(about.choices)
        self._box = CalmComboBox()
        for name in about.choices.values():
            self._box.addItem(tr(name))
        self._box.activated.connect(lambda row: self.changed(self._values[row]))
        self.input = self._named(self._box)

    def show_value(self, value: Any) -> None:
        self._box.setCurrentIndex(self._values.index(value))


class _SwitchControl(_Control):
    def __init__(self, about: About) -> None:
        super().__init__(about)
        self._box = QCheckBox(tr(about.title))
        self._box.toggled.connect(lambda on: self.changed(on))
        self.input = self._named(self._box)

    def show_value(self, value: Any) -> None:
        with QSignalBlocker(self._box):
            self._box.setChecked(bool(value))


class _NumberControl(_Control):
    def __init__(self, about: About, is_whole: bool) -> None:
        super().__init__(about)
        self._box: QDoubleSpinBox = CalmSpinBox()
        self._is_whole = is_whole
        self._box.setDecimals(0 if is_whole else 1)
        self._box.setRange(*about.span)
        self._box.setSingleStep(about.step)
        self._box.setSuffix(tr(about.unit) if about.unit else "")
        self._box.setKeyboardTracking(False)
        self._box.lineEdit().setTextMargins(6, 0, 0, 0)
        self._box.valueChanged.connect(lambda value: self.changed(round(value) if is_whole else round(value, 1)))
        self.input = self._named(self._box)

    def show_value(self, value: Any) -> None:
        with QSignalBlocker(self._box):
            self._box.setValue(float(value))


class _FolderControl(_Control):
    """A folder that can be written; None is the usual place."""

    def __init__(self, about: About) -> None:
        super().__init__(about)
        self._name = ElidedLabel()
        self.choose, self.usual = QPushButton(tr("Choose …")), QPushButton(tr("Usual place"))
        self.choose.setAccessibleName(tr("Choose: {name}").format(name=tr(about.title)))
        self.usual.setAccessibleName(tr("{name}: the usual place").format(name=tr(about.title)))
        self.choose.clicked.connect(self._ask)
        self.usual.clicked.connect(lambda: self.changed(None))
        row = Widget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._name, 1)
        layout.addWidget(self.choose)
        layout.addWidget(self.usual)
        self.input = self._named(row)
        row.setFocusProxy(self.choose)

    def show_value(self, value: Any) -> None:
        self._name.setText(tr("Usual place") if value is None else str(value))
        self._name.setToolTip("" if value is None else str(value))
        self.usual.setEnabled(value is not None)

    def _ask(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self.input, tr(self.about.title))
        if not chosen:
            return
        try:
            check_writable(Path(chosen))
        except MediaError as error:
            self.refused(error)
        else:
            self.changed(Path(chosen))


def _control(field: Field[Any]) -> _Control:
    """The control that a field's type asks for."""
    told = about(field)
    assert told is not None
    usual = field.default if field.default is not MISSING else None
    if told.choices:
        return _ChoiceControl(told)
    if isinstance(usual, bool):
        return _SwitchControl(told)
    if isinstance(usual, int | float):
        return _NumberControl(told, isinstance(usual, int))
    if usual is None:
        return _FolderControl(told)
    raise TypeError(f"nothing shows {field.name}")


def _nobody(_: object) -> None:
    """Nobody listens yet."""
