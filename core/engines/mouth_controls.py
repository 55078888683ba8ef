"""From the motion that a network heard to the controls of a mouth at any time. Knows no sound and no picture.

A network that learned from many voices is timid: its openings are too small, and how small differs from voice to voice.
The running level of a voice's own openings puts that right. All of it works on the past alone, so that a live voice and
a file are treated alike; only `shapes_at` looks one row ahead, to the far side of the moment asked for.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats
from core.face.mouth_shape import MouthShape
from core.models.mouth_motion import CHANNELS, MOTION_RATE
from core.voice import LOOK_AHEAD

TOTAL_AHEAD = LOOK_AHEAD + 1 / MOTION_RATE
"""Seconds of future sound that a mouth shape depends on, in all."""

_OPEN, _WIDE, _ROUND, _PRESS, _TUCK, _SPEECH = range(len(CHANNELS))

_LARGE = 0.6  # what the network calls a large opening, before anything is known of the voice …
_LARGE_RANGE = (0.42, 0.75)  # … and how far a voice may move that
_UP, _DOWN = 0.06, 0.0032  # per row: together they settle near the 95th percentile of the openings in speech
_CLOSED = 0.05  # an opening that the network means as none
_KNEE, _LARGEST = 0.9, 1.25  # openings above the knee are halved, none exceeds the largest
_AT_REST = 0.08  # lips between sentences: not quite shut
_ATTACK, _RELEASE = 0.34, 1 / 9  # per row: 60 ms to begin, 180 ms to come to rest

# Where a probability begins to count, and the span over which it counts fully.
_PRESS_RANGE = (0.22, 0.35)
_TUCK_RANGE = (0.25, 0.35)
_WIDE_RANGE = (0.08, 0.42)
_ROUND_RANGE = (0.12, 0.45)


@dataclass(slots=True)
class Manner:
    """What is known of a voice so far: how large its large openings are, and whether it speaks (0..1)."""

    large: float = _LARGE
    speaking: float = 0.0


def calibrated(rows: Floats, manner: Manner) -> Floats:
    """Rows of motion (n, 6) → controls (n, 5) in the order of `MouthShape`; `manner` is carried to the next piece."""
    large, speaking = _followed(rows, manner)
    press = _ramp(rows[:, _PRESS], _PRESS_RANGE)
    tuck = _ramp(rows[:, _TUCK], _TUCK_RANGE) * (1 - press)
    opening = np.clip((rows[:, _OPEN] - _CLOSED) / large, 0, None)
    opening = np.minimum(np.where(opening > _KNEE, _KNEE + (opening - _KNEE) / 2, opening), _LARGEST)
    opening = _AT_REST + speaking * (opening - _AT_REST)
    opening = opening * (1 - 0.95 * press) * (1 - 0.55 * tuck)
    wide = _ramp(rows[:, _WIDE], _WIDE_RANGE) * speaking
    narrow = _ramp(rows[:, _ROUND], _ROUND_RANGE) * speaking
    return np.stack([opening, wide, narrow, press * speaking, tuck * speaking], axis=1).astype(np.float32)


def shapes_at(controls: Floats, times: NDArray[np.float64], first: int = 0) -> list[MouthShape]:
    """Mouth shapes at each time in seconds; `controls` (n, 5) begin with row number `first`.

    Between rows the shape is interpolated, but a closure is never averaged away: it is the strongest of the rows
    around. Before the first and after the last row the mouth is at rest.
    """
    if len(controls) == 0:
        return [MouthShape()] * len(times)
    position = np.asarray(times, np.float64) * MOTION_RATE - first
    inside = (position > -1) & (position < len(controls))
    low = np.floor(np.clip(position, 0, len(controls) - 1)).astype(int)
    high = np.minimum(low + 1, len(controls) - 1)
    part = np.clip(position - low, 0, 1)[:, None]
    mixed = controls[low] * (1 - part) + controls[high] * part
    mixed[:, _PRESS] = np.max(
        [controls[np.maximum(low - 1, 0), _PRESS], controls[low, _PRESS], controls[high, _PRESS]], axis=0
    )
    return [
        MouthShape(*values) if there else MouthShape() for values, there in zip(mixed.tolist(), inside, strict=True)
    ]


def _followed(rows: Floats, manner: Manner) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Level of large openings, and whether the voice speaks, for every row: (n,) each."""
    levels, speaking = np.empty(len(rows)), np.empty(len(rows))
    for index, (opening, speech) in enumerate(rows[:, [_OPEN, _SPEECH]].tolist()):
        if speech > 0.5:
            manner.large += (_UP if opening > manner.large else _DOWN) * (opening - manner.large)
            manner.large = min(max(manner.large, _LARGE_RANGE[0]), _LARGE_RANGE[1])
            manner.speaking = min(1.0, manner.speaking + _ATTACK)
        else:
            manner.speaking = max(0.0, manner.speaking - _RELEASE)
        levels[index], speaking[index] = manner.large, manner.speaking
    return levels, speaking


def _ramp(values: Floats, where: tuple[float, float]) -> Floats:
    """0 up to the first number, 1 from the second number above it on."""
    ramp: Floats = np.clip((values - where[0]) / where[1], 0, 1)
    return ramp
