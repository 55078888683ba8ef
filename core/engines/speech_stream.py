"""The windows of `core.engines.speech_windows` for a voice that is still speaking. Knows no microphone and no clock.

The encoder hears the last seconds only, followed by a little silence, and all ten rows of a window come from one
hearing: the newest. A window is known as soon as the sound that it covers is there, 120 milliseconds after its frame.

It is not the window that the whole sound would have given: less is heard before it, nothing after it, and its place in
the piece is another one. Measured with the encoder of Whisper tiny.en on a speech; a linear reading of the spectrum
from the states deviates from that of the whole sound, in standard deviations (0.06 if its pieces only lie otherwise):

    seconds heard                     1      2      3      5      30
    deviation, mean of ten rows     0.20   0.17   0.15   0.14   0.15
    deviation, the last row         0.25   0.23   0.20   0.22   0.23
    milliseconds of one core         13     20     25     38    280

The five states themselves deviate by 0.03, 0.25, 0.38, 0.41 and 0.51 where their places are the same. Most of it comes
from the sound that is still to come: asked for a tenth of a second later, they deviate by 0.02 to 0.41, the reading by
0.13.
"""

from __future__ import annotations

from collections import deque

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats, Sound
from core.engines.speech_options import BEFORE, LENGTH, ROW_RATE, SpeechOptions, first_rows
from core.engines.speech_windows import window
from core.models import log_mel
from core.models.audio_encoder import ROW, ROWS, AudioEncoder

CONTEXT = 150
"""Rows that are heard at once."""

_SILENCE = 10  # rows of silence behind the newest sound, as behind the end of every sound; more changes nothing


class StreamingWindows:
    """Sound in, windows out, while it is spoken: an `AudioStream`. `context` rows are heard at once, 10 to 1490.

    Results depend on how the sound is cut into pushes only as far as a window asked for later has heard more after it.
    """

    def __init__(self, encoder: AudioEncoder, options: SpeechOptions | None = None, context: int = CONTEXT) -> None:
        if not LENGTH <= context <= ROWS - _SILENCE:
            raise ValueError(f"a context of {context} rows is too short or too long")
        self._encoder, self._options, self._context = encoder, options or SpeechOptions(), context
        self._sound = np.zeros(0, np.float32)
        self._begin = 0  # row at which the kept sound begins
        self._levels: deque[tuple[int, float]] = deque()  # loudest moment of every push, and the rows there were then
        self._states: Floats | None = None
        self._ended = False

    def __len__(self) -> int:
        """Whole rows heard so far."""
        return self._begin + len(self._sound) // ROW

    @property
    def known_until(self) -> float:
        """Seconds up to which frames have their window; negative before the first, infinite after the end."""
        return float("inf") if self._ended else (len(self) - LENGTH + BEFORE) / ROW_RATE

    def push(self, sound: Sound) -> None:
        """Hear more mono 16 kHz sound (n,). Raises ValueError after the end."""
        if self._ended:
            raise ValueError("the sound has ended")
        if len(sound) == 0:
            return
        heard = np.concatenate([self._sound, sound], dtype=np.float32)
        self._note_level(heard, len(self._sound))
        surplus = max(0, len(heard) // ROW - self._context)
        self._begin, self._sound = self._begin + surplus, heard[surplus * ROW :]
        self._states = None

    def end(self) -> None:
        """Nothing will follow: what lies after the sound is from now on as the options say."""
        self._ended = True

    def feature(self, time: float) -> Floats:
        """The window (50, 384) of a frame at this time of the sound's clock.

        Raises ValueError if it is not known yet, or no longer: what is heard reaches back `context` rows.
        """
        first = int(first_rows(np.array([time]), self._options.rounds_down)[0])
        if first + LENGTH > len(self) and not self._ended:
            raise ValueError(f"the window at {time:.3f} s is not known yet")
        if max(first, 0) < self._begin:
            raise ValueError(f"the window at {time:.3f} s is no longer known")
        return window(self, first, self._options)

    def at(self, rows: NDArray[np.int64]) -> Floats:
        """Rows (k, 5, 384) of these numbers (k,), as they were heard last; they must be among those still heard."""
        if self._states is None:
            self._states = self._heard()
        found: Floats = self._states[rows - self._begin]
        return found

    def _heard(self) -> Floats:
        rows = len(self) - self._begin + _SILENCE
        filled = np.zeros(rows * ROW, np.float32)
        filled[: len(self._sound)] = self._sound
        loudest = max(level for _, level in self._levels)
        mel = log_mel.scaled(log_mel.log_power(filled), loudest)
        states: Floats = self._encoder.states(mel[None], self._options.normed)[0]
        return states

    def _note_level(self, heard: Sound, known: int) -> None:
        """The floor follows the loudest moment of the last 30 seconds, or of all if that is an option."""
        first, end = _whole_columns(known), _whole_columns(len(heard))
        if end > first:
            level = log_mel.loudest(heard, first, end - first)
            self._levels.append((self._begin + len(heard) // ROW, level))
        if self._options.floor_of_whole and self._levels:
            self._levels = deque([max(self._levels, key=lambda noted: noted[1])])
        while self._levels and self._levels[0][0] <= self._levels[-1][0] - ROWS:
            self._levels.popleft()


def _whole_columns(samples: int) -> int:
    """Columns of a spectrogram that no later sample changes."""
    return max(0, (samples - log_mel.WINDOW // 2) // log_mel.HOP + 1)
