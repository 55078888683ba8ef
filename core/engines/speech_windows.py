"""The sound around every video frame, as MuseTalk hears it: ten rows of five states each. Knows no pictures.

Which rows a frame is given is `core.engines.speech_options`' rule. The encoder hears 30 seconds at once, so a longer
sound is cut into pieces, and its states tell two things: what was said, and where in the piece. For what was said they
need half a second to either side, so pieces overlap, and nothing is taken of the last second of one and the first of
the next. The place cannot but jump from one piece to the next, and is about half of what the states are; so in the
middle of the overlap one piece is faded into the other:

    ├──────────── piece 0 ──────────────────┤
                              ├──────────── piece 1 ──────────────────┤
    ◀──────── all of it ────────▶◀ fade ▶◀──────── all of it ─────────▶

The last piece ends with the sound, so that it is no shorter than the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol, overload

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats, Sound, frozen
from core.engines.remembering import Recent
from core.engines.speech_options import LENGTH, SpeechOptions, first_rows
from core.models import log_mel
from core.models.audio_encoder import ROW, ROWS, STATES, WIDTH, AudioEncoder

OVERLAP, FADE = 200, 100
"""Rows that two neighbouring pieces have in common, at least, and over which they are faded.

Measured with the encoder of Whisper tiny.en on a speech, at eleven borders; a linear reading of the spectrum from the
states errs, in standard deviations, from one row to the next by 0.190 where there is no border, by 0.366 where
separate pieces meet, by 0.20 to 0.22 where overlapping ones are cut, and by 0.193 where they are faded over 2 seconds.
"""

_KEPT = 3  # pieces kept at a time, about 11 MB each: two are faded into each other, and a preview goes to and fro


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
        self._plan = _separate(len(sound)) if options.separate_pieces else _overlapping(len(sound))
        self._kept: Recent[int, Floats] = Recent(_KEPT)
        self._loudest: float | None = None

    def __len__(self) -> int:
        return len(self._sound) // ROW

    def at(self, rows: NDArray[np.int64]) -> Floats:
        """Rows (k, 5, 384) of these numbers (k,), all of which must be in the sound."""
        found = np.zeros((len(rows), STATES, WIDTH), np.float32)
        for piece in self._plan.pieces_of(rows):
            share = self._plan.share(piece, rows)
            mine = share > 0
            states = self._piece(piece)[rows[mine] - self._plan.starts[piece]]
            found[mine] += share[mine, None, None] * states
        return found

    def _piece(self, number: int) -> Floats:
        known = self._kept.get(number)
        if known is None:
            mel = self._mel(int(self._plan.starts[number]))
            states = self._encoder.states(mel[None], self._options.normed)[0]
            known = self._kept.put(number, frozen(states))
        return known

    def _mel(self, start: int) -> Floats:
        """Scaled columns (80, 3000) of the piece that begins at a row."""
        if self._options.floor_of_whole:
            return self._mel_of_whole(start * ROW // log_mel.HOP)
        piece = np.zeros(ROWS * ROW, np.float32)
        heard = self._sound[start * ROW :][: len(piece)]
        piece[: len(heard)] = heard
        decades = log_mel.log_power(piece)
        return log_mel.scaled(decades, float(decades.max()))

    def _mel_of_whole(self, first: int) -> Floats:
        columns = ROWS * ROW // log_mel.HOP
        count = min(columns, len(self._sound) // log_mel.HOP - first)
        if self._loudest is None:
            self._loudest = log_mel.loudest(self._sound)
        mel = np.zeros((log_mel.BANDS, columns), np.float32)
        mel[:, :count] = log_mel.scaled(log_mel.log_power(self._sound, first, count), self._loudest)
        return mel


class Rows(Protocol):
    """Rows of a sound, however they are made: their number, and those of given numbers as (k, 5, 384)."""

    def __len__(self) -> int: ...

    def at(self, rows: NDArray[np.int64]) -> Floats:
        """All of `rows` (k,) must be in the sound."""


def window(rows: Rows, first: int, options: SpeechOptions) -> Floats:
    """The ten rows from `first` on as a window (50, 384); what lies outside of the sound is as the options say."""
    wanted = np.arange(first, first + LENGTH)
    tokens = np.zeros((LENGTH, STATES, WIDTH), np.float32)
    there = (wanted >= 0) & (wanted < len(rows))
    if options.repeats_ends and len(rows):
        wanted, there = np.clip(wanted, 0, len(rows) - 1), np.ones(LENGTH, bool)
    if there.any():
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


@dataclass(frozen=True, slots=True)
class _Plan:
    """Pieces (p,): the row each begins with, the row around which it takes over, and how many rows that takes."""

    starts: NDArray[np.int64]
    changes: NDArray[np.int64]
    fade: int

    def pieces_of(self, rows: NDArray[np.int64]) -> list[int]:
        """Pieces of which these rows are made."""
        either = np.concatenate([rows - self.fade // 2, rows + self.fade // 2])
        found = np.searchsorted(self.changes, either, side="right") - 1
        return [int(piece) for piece in np.unique(found.clip(0))]

    def share(self, piece: int, rows: NDArray[np.int64]) -> Floats:
        """How much of each row is of a piece; over all pieces it is 1."""
        risen = np.ones(len(rows)) if piece == 0 else self._risen(piece, rows)
        last = piece == len(self.starts) - 1
        share: Floats = (risen if last else risen - self._risen(piece + 1, rows)).astype(np.float32)
        return share

    def _risen(self, piece: int, rows: NDArray[np.int64]) -> NDArray[np.float64]:
        risen: NDArray[np.float64] = np.clip((rows - self.changes[piece] + 0.5) / self.fade + 0.5, 0, 1)
        return risen


def _separate(samples: int) -> _Plan:
    starts = np.arange(0, max(samples // ROW, 1), ROWS)
    return _Plan(starts, starts, 1)


def _overlapping(samples: int) -> _Plan:
    rows = -(-samples // ROW)
    starts = np.arange(0, max(rows - OVERLAP, 1), ROWS - OVERLAP)
    starts[1:] = np.minimum(starts[1:], rows - ROWS)
    middles = (starts[:-1] + ROWS + starts[1:]) // 2
    return _Plan(starts, np.concatenate([[0], middles]), FADE)
