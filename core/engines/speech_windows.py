"""The sound around every video frame, as MuseTalk hears it: ten rows of five states each. Knows no pictures.

Which rows a frame is given is `core.engines.speech_options`' rule. The encoder hears 30 seconds at once, so a longer
sound is cut into pieces. They overlap, and of two pieces each gives the rows that lie nearer to its own middle:

    ├──────────── piece 0 ────────────┤
                              ├──────────── piece 1 ────────────┤
    ◀─────── rows of it ─────────▶◀────── rows of it ──────▶

The last piece ends with the sound, so that it is no shorter than the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import overload

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats, Sound, frozen
from core.engines.remembering import Recent
from core.engines.speech_options import LENGTH, SpeechOptions, first_rows
from core.models import log_mel
from core.models.audio_encoder import ROW, ROWS, STATES, WIDTH, AudioEncoder

OVERLAP = 200
"""Rows that two neighbouring pieces have in common, at least."""

_KEPT = 4  # pieces kept at a time, about 11 MB each: two people may speak in turn, and a preview goes to and fro


class SpeechWindows(Sequence[Floats]):
    """Windows (50, 384) of a mono 16 kHz sound (n,), one for each of `times` (m,) in seconds of the sound's clock.

    Token 5 · row + state. Times may lie before the sound, after it and at uneven distances. Pieces are encoded when
    they are first asked for; in which order changes no bit. Raises ValueError if a time is not finite.
    """

    def __init__(
        self,
        sound: Sound,
        times: NDArray[np.float64],
        encoder: AudioEncoder,
        options: SpeechOptions | None = None,
    ) -> None:
        self._options = options or SpeechOptions()
        self._first = first_rows(times, self._options.rounds_down)
        self._rows = SpeechRows(sound, encoder, self._options)

    def __len__(self) -> int:
        return len(self._first)

    @overload
    def __getitem__(self, index: int) -> Floats: ...

    @overload
    def __getitem__(self, index: slice) -> list[Floats]: ...

    def __getitem__(self, index: int | slice) -> Floats | list[Floats]:
        """One window, or several; each is the caller's own."""
        if isinstance(index, slice):
            return [self[row] for row in range(*index.indices(len(self)))]
        return window(self._rows, int(self._first[index]), self._options)


class SpeechRows:
    """The rows (len, 5, 384) of a sound: one for every whole 20 ms of it."""

    def __init__(self, sound: Sound, encoder: AudioEncoder, options: SpeechOptions) -> None:
        self._sound, self._encoder, self._options = sound, encoder, options
        self._starts, self._cuts = _pieces(len(sound), options.separate_pieces)
        self._kept: Recent[int, Floats] = Recent(_KEPT)
        self._loudest: float | None = None

    def __len__(self) -> int:
        return len(self._sound) // ROW

    def at(self, rows: NDArray[np.int64]) -> Floats:
        """Rows (k, 5, 384) of these numbers (k,), all of which must be in the sound."""
        found = np.empty((len(rows), STATES, WIDTH), np.float32)
        owners = np.searchsorted(self._cuts, rows, side="right") - 1
        for piece in np.unique(owners):
            mine = owners == piece
            found[mine] = self._piece(int(piece))[rows[mine] - self._starts[piece]]
        return found

    def _piece(self, number: int) -> Floats:
        known = self._kept.get(number)
        if known is None:
            mel = self._mel(int(self._starts[number]))
            states = self._encoder.states(mel[None], self._options.normed)[0]
            known = self._kept.put(number, frozen(states))
        return known

    def _mel(self, start: int) -> Floats:
        """Levelled columns (80, 3000) of the piece that begins at a row."""
        if self._options.levelled_whole:
            return self._mel_of_whole(start * ROW // log_mel.HOP)
        piece = np.zeros(ROWS * ROW, np.float32)
        heard = self._sound[start * ROW :][: len(piece)]
        piece[: len(heard)] = heard
        decades = log_mel.log_power(piece)
        return log_mel.levelled(decades, float(decades.max()))

    def _mel_of_whole(self, first: int) -> Floats:
        columns = ROWS * ROW // log_mel.HOP
        count = min(columns, len(self._sound) // log_mel.HOP - first)
        if self._loudest is None:
            self._loudest = _loudest(self._sound)
        mel = np.zeros((log_mel.BANDS, columns), np.float32)
        mel[:, :count] = log_mel.levelled(log_mel.log_power(self._sound, first, count), self._loudest)
        return mel


def window(rows: SpeechRows, first: int, options: SpeechOptions) -> Floats:
    """The ten rows from `first` on as a window (50, 384); what lies outside of the sound is as the options say."""
    wanted = np.arange(first, first + LENGTH)
    tokens = np.zeros((LENGTH, STATES, WIDTH), np.float32)
    there = (wanted >= 0) & (wanted < len(rows))
    if options.repeats_ends and len(rows):
        wanted, there = np.clip(wanted, 0, len(rows) - 1), np.ones(LENGTH, bool)
    tokens[there] = rows.at(wanted[there])
    flat = tokens.reshape(LENGTH * STATES, WIDTH)
    return flat + position_code() if options.position_code else flat


@cache
def position_code() -> Floats:
    """Sine and cosine of a token's place (Vaswani et al. 2017, section 3.5), (50, 384)."""
    rates = 10_000.0 ** (-np.arange(0, WIDTH, 2) / WIDTH)
    angles = np.arange(LENGTH * STATES)[:, None] * rates
    code: Floats = np.stack([np.sin(angles), np.cos(angles)], 2).reshape(LENGTH * STATES, WIDTH).astype(np.float32)
    frozen(code)
    return code


def _pieces(samples: int, separate: bool) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """First row of every piece, and the first row that is taken of it."""
    rows = -(-samples // ROW)
    if separate:
        starts = np.arange(0, max(rows, 1), ROWS)
        return starts, starts
    starts = np.arange(0, max(rows - OVERLAP, 1), ROWS - OVERLAP)
    starts[-1] = max(0, rows - ROWS) if len(starts) > 1 else 0
    middles = (starts[:-1] + ROWS + starts[1:]) // 2
    return starts, np.concatenate([[0], middles])


def _loudest(sound: Sound) -> float:
    """Decades of the loudest moment of a sound, found in pieces so that an hour takes no more memory than a minute."""
    columns = len(sound) // log_mel.HOP
    steps = range(0, columns, 2 * ROWS)
    return max(float(log_mel.log_power(sound, first, min(2 * ROWS, columns - first)).max()) for first in steps)
