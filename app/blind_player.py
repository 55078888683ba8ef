"""Plays both halves of a film in time with its one sound, over and over. Knows no choices and no widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.speaker import Output, SilentOutput
from core.arrays import Image, Sound
from core.job import Job, Progress
from core.media.player import Course, Player

_TICK_MS = 12
_RATE = 48_000


@dataclass(frozen=True, slots=True)
class PairFilm:
    """A film whose pictures show one thing at the left and another at the right.

    `sound` is (samples, channels) at 48 kHz.
    """

    pictures: tuple[Image, ...]
    rate: float
    sound: Sound = field(repr=False)

    @property
    def seconds(self) -> float:
        """Its length."""
        return len(self.pictures) / self.rate


def load_pair(path: Path) -> Job[PairFilm]:
    """A film of a few seconds, all of it in memory. Raises MediaError."""
    yield Progress(0, 0, "film")
    from core.media.probe import probe
    from core.media.reader import VideoReader
    from core.media.sound import read_sound

    info = probe(path)
    with VideoReader(info) as reader:
        pictures = tuple(frame.image for frame in reader.frames(range(info.frames)))
    yield Progress(1, 2, "sound")
    return PairFilm(pictures, float(info.rate), read_sound(path, _RATE, mono=False))


@dataclass(frozen=True, slots=True)
class _Held:
    """Sound in memory, for a player."""

    sound: Sound
    rate: int = _RATE

    @property
    def channels(self) -> int:
        """Channels of every sample."""
        return int(self.sound.shape[1])

    def read(self, start: int, stop: int) -> Sound:
        """Samples [start, stop); silence beyond the ends."""
        piece = self.sound[max(start, 0) : max(stop, 0)]
        before, after = max(-start, 0), max(stop - max(start, 0) - len(piece), 0)
        return np.pad(piece, ((min(before, stop - start), after), (0, 0)))[: stop - start]


class PairPlayer(QObject):
    """Plays one film after another; `shown` carries the left and the right picture as they are to be seen."""

    shown = Signal(object, object)

    def __init__(self, open_speaker: Callable[[Player], Output], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = open_speaker
        self._film: PairFilm | None = None
        self._swapped = False
        self._player: Player | None = None
        self._output: Output | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._index = -1

    @property
    def plays(self) -> bool:
        """Whether it plays."""
        return self._output is not None

    def play(self, film: PairFilm, swapped: bool) -> None:
        """Play a film from its beginning, over and over; `swapped` shows its right half at the left."""
        self.stop()
        self._film, self._swapped, self._index = film, swapped, -1
        self._player = Player(_Held(film.sound))
        self._player.steer(Course(0.0, 0.0, film.seconds, loops=True))
        self._show(0)
        self._output = self._open(self._player)
        self._timer.start(_TICK_MS)

    def stop(self) -> None:
        """Be silent."""
        self._timer.stop()
        if self._output is not None:
            self._output.close()
        self._output = None

    def _tick(self) -> None:
        output, player, film = self._output, self._player, self._film
        if output is None or player is None or film is None:
            return
        if output.failure is not None:  # whoever has no loudspeaker sees the mouths all the same
            self._output = output = SilentOutput(player)
        clock = output.clock()
        if clock is not None:
            self._show(int(player.position(clock) * film.rate) % len(film.pictures))

    def _show(self, index: int) -> None:
        if self._film is None or index == self._index:
            return
        self._index = index
        picture = self._film.pictures[index]
        middle = picture.shape[1] // 2
        left, right = picture[:, :middle], picture[:, middle:]
        self.shown.emit(*((right, left) if self._swapped else (left, right)))
