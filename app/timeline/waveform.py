"""Outlines of sounds, one line a pixel. Knows seconds and pixels, not whose sound it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from core.arrays import Floats

if TYPE_CHECKING:
    from core.media.peaks import Peaks


@dataclass(frozen=True, slots=True)
class Stripe:
    """Where an outline is drawn: pixels [left, right), between `top` and `bottom`."""

    left: int
    right: int
    top: float
    bottom: float


def columns(peaks: Peaks, start: float, width: float, count: int) -> Floats:
    """Lowest and highest of every pixel's column, raised so that quiet speech is seen: the square root of the level.

    `start` and `width` are seconds of the sound: where the first column begins, and how much one covers.
    """
    read = peaks.columns(start, width, count)
    raised: Floats = np.sign(read) * np.sqrt(np.abs(read))
    return raised


def paint(painter: QPainter, stripe: Stripe, levels: Floats, colour: QColor) -> None:
    """Draw columns (n, 2), one a pixel from `stripe.left` on."""
    middle, half = (stripe.top + stripe.bottom) / 2, (stripe.bottom - stripe.top) / 2
    painter.setPen(QPen(colour, 1))
    lines = [
        QLineF(QPointF(x + 0.5, middle - high * half), QPointF(x + 0.5, middle - low * half + 0.5))
        for x, (low, high) in enumerate(levels[: stripe.right - stripe.left].tolist(), stripe.left)
    ]
    painter.drawLines(lines)
