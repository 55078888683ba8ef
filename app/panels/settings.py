"""The page of settings, made from the typed fields of `Settings`: each says its own name, choices or range, and help.

What is chosen is passed on at once. Knows no setting by name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, fields, replace
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
)
from PySide6.QtWidgets import QWidget as Widget

from app.commands import Commands
from app.language import tr
from app.settings import About, Settings, about
from app.upkeep import Page
from app.widgets.choice import CalmComboBox
from app.widgets.section import muted
from app.widgets.slider import CalmSpinBox

_WIDTH = 640


class SettingsPage(QDialog):
    """Every setting that a person may change."""

    def __init__(self, commands: Commands, parent: Widget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Settings"))
        self._commands, self._preferences = commands, commands.desk.preferences
        self.controls = {field.name: _control(field) for field in fields(Settings) if about(field) is not None}
        for name, control in self.controls.items():
            control.changed = self._setter(name)
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
        """Make room for every help text in full, however long its language is."""
        super().showEvent(event)
        width = max(_WIDTH, self._layout.minimumSize().width())
        self.setMinimumSize(width, self._layout.totalHeightForWidth(width))

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
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for line, control in enumerate(self.controls.values()):
            label = QLabel(tr(control.about.title))
            label.setBuddy(control.input)
            grid.addWidget(label, 3 * line, 0)
            grid.addWidget(control.input, 3 * line, 1)
            grid.addWidget(muted(tr(control.about.help)), 3 * line + 1, 1)
            grid.setRowMinimumHeight(3 * line + 2, 8)
        row = QHBoxLayout()
        row.addWidget(self.keys)
        row.addStretch(1)
        row.addWidget(self.reset)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        for button in buttons.buttons():
            button.setAccessibleName(tr("Close"))
        row.addWidget(buttons)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(grid)
        layout.addLayout(row)


class _Control:
    """What shows one setting and lets it be changed; `changed` is called with the new value."""

    input: Widget

    def __init__(self, about: About) -> None:
        self.about = about
        self.changed: Callable[[object], None] = _nobody

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
    raise TypeError(f"nothing shows {field.name}")


def _nobody(_: object) -> None:
    """Nobody listens yet."""
