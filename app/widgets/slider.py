"""A named value to drag or to type. Knows neither what it means nor who changes it."""

import time
from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QLabel, QSlider, QWidget

_PAUSE = 1.0
"""Seconds after which the next key or wheel step counts as another gesture."""


class Gesture:
    """Tells which changes belong together: those of one drag, or those that follow each other without a pause.

    `clock` gives seconds; tests give their own.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._token = object()
        self._touched = 0.0

    def begin(self) -> None:
        """Whatever comes is something new."""
        self._token = object()

    def token(self, is_dragged: bool = False) -> object:
        """The same as last time if this change belongs to the one before it."""
        now = self._clock()
        if not is_dragged and now - self._touched > _PAUSE:
            self.begin()
        self._touched = now
        return self._token


class CalmSlider(QSlider):
    """A slider that leaves the wheel to the panel around it: scrolling must not change values in passing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the panel, unless the slider was chosen."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class CalmSpinBox(QDoubleSpinBox):
    """A number field that leaves the wheel to the panel around it unless it was chosen."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the panel, unless the field was chosen."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ValueSlider(QWidget):
    """A title, a slider and a number field for one value.

    `changed` carries the value and a token that stays the same through one gesture: one drag, or one burst of steps.
    """

    changed = Signal(float, object)

    def __init__(self, title: str, unit: str, span: tuple[float, float], step: float, tip: str) -> None:
        super().__init__()
        self._low, self._step = span[0], step
        self._gesture = Gesture()
        self._title = QLabel(title)
        self._slider = CalmSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, round((span[1] - span[0]) / step))
        self._slider.setPageStep(max(1, round(0.1 / step)))
        self._number = CalmSpinBox()
        self._number.setRange(*span)
        self._number.setSingleStep(step)
        self._number.setDecimals(0 if step >= 1 else 2)
        self._number.setSuffix(unit)
        self._number.setFixedWidth(84)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._number.lineEdit().setTextMargins(0, 0, 8, 0)
        self._number.setKeyboardTracking(False)
        self._name(title, tip)
        self._arrange()
        self._slider.sliderPressed.connect(self._gesture.begin)
        self._slider.valueChanged.connect(lambda place: self._change(self._low + place * self._step))
        self._number.valueChanged.connect(self._change)

    @property
    def value(self) -> float:
        """The value as it is shown."""
        return self._number.value()

    def show_value(self, value: float) -> None:
        """Show a value; nothing is signalled."""
        with QSignalBlocker(self._slider), QSignalBlocker(self._number):
            self._number.setValue(value)
            self._slider.setValue(round((value - self._low) / self._step))

    def _name(self, title: str, tip: str) -> None:
        self._title.setBuddy(self._slider)
        for control in (self._slider, self._number):
            control.setAccessibleName(title)
            control.setAccessibleDescription(tip)
        self.setToolTip(tip)

    def _arrange(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(10)
        layout.setVerticalSpacing(2)
        layout.addWidget(self._title, 0, 0)
        layout.addWidget(self._number, 0, 1, 2, 1)
        layout.addWidget(self._slider, 1, 0)

    def _change(self, value: float) -> None:
        self.show_value(value)
        self.changed.emit(round(value, 4), self._gesture.token(self._slider.isSliderDown()))
