"""Which rows of a speech encoder a video frame is given, and how they are made. Knows no network and no sound.

A row is what the encoder says of 20 ms of sound, row k of the sound around 0.02 k seconds. A frame is given ten rows:

                        frame at t
                            │
    │r−4 │r−3 │r−2 │r−1 │ r  │r+1 │r+2 │r+3 │r+4 │r+5 │        80 ms before ... 120 ms after

At 25 frames a second, the rate of the films that MuseTalk was trained with, 50 t is a whole number and r = 50 t: the
middle of the window lies 20 ms after the frame. At any other rate and any other time one of two rules holds:

*The nearest row* (ours): r = round(50 t), halves downwards. The middle keeps its 20 ms to within 10 ms, whatever the
rate, and half of all errors lie to either side.

*The row begun* (`rounds_down`): r = ⌊50 t⌋, what the published program intends. The middle lies up to 20 ms too early,
10 ms on average, and a time that was stored a millisecond too early takes another row even at 25 frames a second.

The rules differ where 50 t lies more than half a row behind a whole number: nowhere at 25 and 50 frames a second, in
one frame of three at 30, in about half of all frames at 23.976. No rule can be both, so the first one is for films, the
second for comparison. Times that differ from a border of either rule by less than 20 nanoseconds are on it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

ROW_RATE = 50
"""Rows a second."""

BEFORE, LENGTH = 4, 10
"""Rows of a window before its row r, and all of them."""

_SLACK = 1e-6  # rows: more than the rounding errors of a day in seconds, less than the steps of any frame rate


@dataclass(frozen=True, slots=True)
class SpeechOptions:
    """How rows and windows are made; the default is how version 1.5 of MuseTalk was trained.

    - `normed`: the last of the five states is taken after the encoder's final normalisation, else before
    - `repeats_ends`: before and after the sound its first and last row is repeated, else rows are zero
    - `floor_of_whole`: the quietest that is told from silence is 8 decades below the loudest moment of the whole sound,
      and what fills up the last 30 seconds is 0 in the spectrogram; else of each piece, which is filled up with silence
    - `separate_pieces`: pieces of 30 seconds do not overlap, as in the published program, which jumps between them
    - `rounds_down`: the second of the two rules above
    - `position_code`: a sine and cosine code of a row's place in its window is added; never off but for comparison
    """

    normed: bool = True
    repeats_ends: bool = False
    floor_of_whole: bool = False
    separate_pieces: bool = False
    rounds_down: bool = False
    position_code: bool = True

    @property
    def look_ahead(self) -> float:
        """Seconds of sound after a frame's time that its window covers."""
        rounding = 0.0 if self.rounds_down else 0.5
        return (LENGTH - BEFORE + rounding) / ROW_RATE


AS_RELEASED = SpeechOptions(normed=False, repeats_ends=True, floor_of_whole=True)
"""How version 1.0 of MuseTalk was trained and released; today's published program runs its weights differently."""


def first_rows(times: NDArray[np.float64], rounds_down: bool = False) -> NDArray[np.int64]:
    """The first of ten rows, which may be negative, for every time (n,) in seconds.

    Raises ValueError if a time is not finite.
    """
    if not np.isfinite(times).all():
        raise ValueError("frames need finite times")
    upwards = _SLACK if rounds_down else 0.5 - _SLACK
    rows: NDArray[np.int64] = np.floor(np.asarray(times, np.float64) * ROW_RATE + upwards).astype(np.int64) - BEFORE
    return rows
