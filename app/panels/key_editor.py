"""Lets a person choose keys: whose keys are used, and single ones of their own.

A key that is taken is told before it changes hands. Knows actions by their ids only.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)
from PySide6.QtWidgets import QWidget as Widget

from app.actions import Actions
from app.commands import Commands
from app.keymap import PRESETS, Keys, Preset, holder, keys_of, with_key
from app.language import tr
from app.panels.key_sheet import name_of, native
from app.settings import Settings
from app.widgets.choice import Choice


class KeyEditor(QDialog):
    """A table of all actions with their keys, and a field below it that takes a new one for the action chosen."""

    def __init__(self, commands: Commands, actions: Actions, parent: Widget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Change keys"))
        self._commands, self._actions = commands, actions
        self._names = list(actions.made)
        self.presets = Choice(tr("Keys"), tr("Whose keys are used; single ones can be changed."))
        self.presets.offer({preset: tr(name) for preset, name in PRESETS.items()})
        self.table = QTableWidget(len(self._names), 2)
        self.key = QKeySequenceEdit()
        self.told = QLabel(" ")
        self.use = QPushButton(tr("&Use this key"))
        self.clear = QPushButton(tr("&No key"))
        self.back = QPushButton(tr("As in the &preset"))
        self.all_back = QPushButton(tr("&All as in the preset"))
        self._dress()
        self._arrange()
        self._connect()
        self._show(self._settings)
        self.table.selectRow(0)

    @property
    def _settings(self) -> Settings:
        return self._commands.desk.preferences.settings

    @property
    def _keys(self) -> Keys:
        return keys_of(self._actions.usual_keys, self._settings.preset, self._settings.keys)

    @property
    def _chosen(self) -> str:
        return self._names[max(self.table.currentRow(), 0)]

    @property
    def _pressed(self) -> str:
        return self.key.keySequence().toString()

    def choose(self, name: str) -> None:
        """Choose the action of that id."""
        self.table.selectRow(self._names.index(name))

    def _show(self, settings: Settings) -> None:
        self.presets.show_value(settings.preset)
        keys = keys_of(self._actions.usual_keys, settings.preset, settings.keys)
        actions = self._actions.made
        for row, name in enumerate(self._names):
            shown = tr(" or ").join(native(QKeySequence(key)) for key in keys[name])
            for column, text in enumerate((name_of(actions[name]), shown)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self._begin()

    def _begin(self) -> None:
        """Nothing is pressed yet for the action that is chosen."""
        self.key.clear()
        for field in self.key.findChildren(QLineEdit):
            field.setPlaceholderText(tr("Press the new key"))  # Qt's own words stand there after each clearing
        self.back.setEnabled(self._chosen in self._settings.keys)
        self.all_back.setEnabled(bool(self._settings.keys))
        self._look()

    def _look(self) -> None:
        """Say whose key was pressed, before it is taken."""
        other = holder(self._keys, self._pressed, self._chosen) if self._pressed else None
        self.use.setEnabled(bool(self._pressed))
        if other is None:
            self.told.setText(" ")
            self.use.setText(tr("&Use this key"))
        else:
            taken = tr("⚠ {key} belongs to “{action}”, which would go without.")
            key, action = native(self.key.keySequence()), name_of(self._actions.made[other])
            self.told.setText(taken.format(key=key, action=action))
            self.use.setText(tr("&Take it from there"))
        self.use.setAccessibleName(self.use.text().replace("&", ""))

    def _take(self) -> None:
        self._own(with_key(self._keys, self._settings.keys, self._chosen, self._pressed))

    def _clear(self) -> None:
        self._own({**self._settings.keys, self._chosen: ()})

    def _back(self) -> None:
        """Give the action its keys of the preset again; whoever has one of them goes without."""
        own = {name: keys for name, keys in self._settings.keys.items() if name != self._chosen}
        usual = keys_of(self._actions.usual_keys, self._settings.preset, {})[self._chosen]
        for name, keys in self._keys.items():
            if name != self._chosen and set(keys) & set(usual):
                own[name] = tuple(key for key in keys if key not in usual)
        self._own(own)

    def _choose_preset(self, preset: Preset) -> None:
        self._commands.prefer(replace(self._settings, preset=preset, keys={}))

    def _own(self, keys: Keys) -> None:
        self._commands.prefer(replace(self._settings, keys=dict(keys)))

    def _dress(self) -> None:
        self.table.setHorizontalHeaderLabels([tr("Action"), tr("Keys")])
        self.table.setAccessibleName(tr("Actions and their keys"))
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.key.setMaximumSequenceLength(1)
        self.key.setAccessibleName(tr("Press the new key"))
        for field in self.key.findChildren(QLineEdit):
            field.setAccessibleName(tr("Press the new key"))
        self.told.setObjectName("warning")
        self.told.setWordWrap(True)
        for button in (self.use, self.clear, self.back, self.all_back):
            button.setAccessibleName(button.text().replace("&", ""))
            button.setAutoDefault(False)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.key, 1)
        row.addWidget(self.use)
        closing = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        closing.rejected.connect(self.reject)
        for each in closing.buttons():
            each.setAccessibleName(tr("Close"))
        foot = QHBoxLayout()
        for button in (self.clear, self.back, self.all_back):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(closing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self.presets)
        layout.addWidget(self.table, 1)
        layout.addLayout(row)
        layout.addWidget(self.told)
        layout.addLayout(foot)
        self.resize(680, 620)

    def _connect(self) -> None:
        self.presets.chosen.connect(self._choose_preset)
        self.table.itemSelectionChanged.connect(self._begin)
        self.key.keySequenceChanged.connect(lambda _: self._look())
        self.use.clicked.connect(self._take)
        self.clear.clicked.connect(self._clear)
        self.back.clicked.connect(self._back)
        self.all_back.clicked.connect(lambda: self._own({}))
        self._commands.desk.preferences.changed.connect(self._show)
