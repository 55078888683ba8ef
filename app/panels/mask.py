"""The dock of the mask: what is seen of it, its dials with their keys, tools for the picture, stretches as filmed."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QPushButton, QScrollArea, QToolButton, QVBoxLayout
from PySide6.QtWidgets import QWidget as Widget

from app.commands import Commands
from app.language import later, tr
from app.mask_tools import DIALS, REGIONS, SIZES, MaskTools, MaskView, Tool
from app.widgets.choice import Choice
from app.widgets.section import Section, muted
from app.widgets.slider import ValueSlider
from core.project import Clip, Dial, Look, Region

_TIPS = {
    Dial.STRENGTH: later("How much of the new mouth is seen: 0 none, 1 all."),
    Dial.FEATHER: later("How softly the new mouth runs into the face; share of its size."),
    Dial.MARGIN: later("How far the mask's edge is moved outwards, or inwards below 0."),
}

_TOOLS = {
    Tool.NONE: later("None"),
    Tool.BRUSH: later("Brush"),
    Tool.ERASER: later("Eraser"),
    Tool.BOX: later("Face box"),
    Tool.POINTS: later("Landmarks"),
}

_VIEWS = {
    MaskView.OFF: later("Not shown"),
    MaskView.OVERLAY: later("Over the picture"),
    MaskView.ALONE: later("Alone"),
}


class MaskPanel(QDockWidget):
    """Everything of the mask that is done by hand."""

    def __init__(self, commands: Commands, tools: MaskTools) -> None:
        super().__init__(tr("Mask"))
        self.setObjectName("mask")
        self._commands, self._tools = commands, tools
        self.view = Choice(tr("Show mask"), tr("What is seen of the mask on the picture"))
        self.tool = Choice(
            tr("Tool"), tr("What the pointer does on the picture: the brush adds to the mask, the eraser takes from it")
        )
        self.brush_size = ValueSlider(
            tr("Size"), "", SIZES, 0.01, tr("Radius of the brush as a share of the face ([ and ])")
        )
        self.softness = ValueSlider(tr("Softness"), "", (0.0, 1.0), 0.05, tr("How much of the brush fades"))
        tip = tr("Which part of the face is new; all but the first need the face-parsing weights")
        self.region = Choice(tr("Region"), tip)
        tip = tr("How far from the middle the jaw keeps its full width; of 256 columns on this side.")
        self.left = ValueSlider(tr("Cheek left"), "", (0, 256), 1, tip)
        self.right = ValueSlider(tr("Cheek right"), "", (0, 256), 1, tip)
        self.dials = {dial: _dial(dial) for dial in Dial}
        self.keys = {dial: self._key_button(dial) for dial in Dial}
        self.told = muted()
        self._add_actions()
        self._arrange()
        self._connect()
        self._show()

    def come(self) -> None:
        """Come to sight, with the first control chosen."""
        self.show()
        self.raise_()
        self.region.setFocus()

    def _add_actions(self) -> None:
        """The same by keys."""
        for text, keys, call in (
            (tr("Smaller brush"), "[", partial(self._tools.grow, -1)),
            (tr("Larger brush"), "]", partial(self._tools.grow, 1)),
        ):
            action = QAction(text, self)
            action.setShortcut(keys)
            action.triggered.connect(lambda _=False, call=call: call())
            self.addAction(action)

    def _key_button(self, dial: Dial) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        title = tr(DIALS[dial])
        button.setAccessibleName(tr("Keyframe of {name} in this frame").format(name=title))
        button.setToolTip(tr("Set or remove a keyframe of {name} in this frame").format(name=title))
        button.clicked.connect(lambda: self._tools.toggle_key(dial))
        return button

    def _arrange(self) -> None:
        self.view.offer({view: tr(name) for view, name in _VIEWS.items()})
        self.region.offer({region: tr(name) for region, name in REGIONS.items()})
        self.tool.offer({tool: tr(name) for tool, name in _TOOLS.items()})
        dials = Section(tr("Over time"))
        for dial, slider in self.dials.items():
            row = Widget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.addWidget(slider, 1)
            line.addWidget(self.keys[dial])
            dials.add(row)
        self.clear = _button(tr("Clear strokes"), self._tools.clear)
        self.uncorrect = _button(tr("Forget correction in this frame"), self._tools.uncorrect)
        self.original = _button(tr("Use the original here"), self._tools.use_original)
        self.dubbed = _button(tr("Use the dub here"), self._tools.use_dub)
        hand = Section(tr("By hand"), self.tool, self.brush_size, self.softness, self.clear, self.uncorrect)
        filmed = Section(tr("As filmed"), self.told, self.original, self.dubbed)
        inside = Widget()
        inside.setObjectName("panel")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(14)
        whole = Section(tr("In the whole clip"), self.region, self.left, self.right)
        for part in (self.view, whole, dials, hand, filmed):
            layout.addWidget(part)
        layout.addStretch()
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(inside.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width())
        self.setWidget(area)
        self.setMinimumWidth(320)

    def _connect(self) -> None:
        tools, desk = self._tools, self._commands.desk
        self.view.chosen.connect(tools.see)
        self.tool.chosen.connect(tools.choose)
        self.brush_size.changed.connect(lambda value, _: tools.resize(value))
        self.softness.changed.connect(self._soften)
        self.region.chosen.connect(tools.cover)
        for slider in (self.left, self.right):
            slider.changed.connect(self._widen)
        for dial, slider in self.dials.items():
            slider.changed.connect(partial(tools.turn, dial))
        tools.changed.connect(self._show)
        desk.preview.moved.connect(lambda _: self._show() if self.isVisible() else None)
        desk.document.stepped.connect(self._show)
        self.visibilityChanged.connect(self._put_away)

    def _soften(self, value: float, _: object) -> None:
        self._tools.softness = value

    def _widen(self, _: float, gesture: Hashable) -> None:
        self._tools.widen((round(self.left.value), round(self.right.value)), gesture)

    def _put_away(self, visible: bool) -> None:
        """A tool is not left in the hand of somebody who closed its dock."""
        if visible:
            self._show()  # the playhead may have moved meanwhile
        elif self._tools.tool is not Tool.NONE:
            self._tools.choose(Tool.NONE)

    def _show(self) -> None:
        tools = self._tools
        here, clip = self._commands.desk.preview.playhead, tools.clip
        self.view.show_value(tools.view)
        self.tool.show_value(tools.tool)
        self.brush_size.show_value(tools.size)
        self.softness.show_value(tools.softness)
        self._show_region(clip or self._commands.clip)
        for dial, slider in self.dials.items():
            slider.show_value(tools.value(dial))
            is_key = any(key.frame == here for key in tools.keys(dial))
            self.keys[dial].setChecked(is_key)
            self.keys[dial].setText("◆" if is_key else "◇")
        whole = (self.region, self.left, self.right)
        for control in (*whole, *self.dials.values(), *self.keys.values(), self.clear, self.original, self.dubbed):
            control.setEnabled(clip is not None)
        corrected = () if clip is None else clip.retouch.corrections
        self.uncorrect.setEnabled(any(each.frame == here for each in corrected))
        marked = self._commands.desk.document.project.in_out is not None
        self.told.setText(tr("Between in and out") if marked else tr("In this frame; set in and out for more"))

    def _show_region(self, clip: Clip | None) -> None:
        look = Look() if clip is None else clip.look
        self.region.show_value(look.region)
        for slider, columns in zip((self.left, self.right), look.cheeks, strict=True):
            slider.show_value(columns)
            slider.setVisible(look.region is Region.JAW)


def _dial(dial: Dial) -> ValueSlider:
    return ValueSlider(tr(DIALS[dial]), "", dial.limits, 0.01, tr(_TIPS[dial]))


def _button(text: str, call: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setAccessibleName(text)
    button.clicked.connect(lambda: call())
    return button
