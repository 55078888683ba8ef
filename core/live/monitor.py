"""One's own voice, as late as the picture, so that both agree. Knows no face."""

from collections.abc import Callable
from time import perf_counter
from types import TracebackType
from typing import Self

import numpy as np

from core.arrays import Sound
from core.errors import DeviceError
from core.live.source import RATE, SoundSource
from core.media.devices import Device, Speaker, find_output
from core.media.ring import LostSoundError, Ring
from core.media.sample_clock import SampleClock

TOLERANCE = 0.02
"""Seconds by which sound and picture may part before the sound is put right, by a short cross-fade."""

_FADE = RATE // 200  # 5 ms
_ARRIVING = 0.03  # seconds until a microphone's sound lies in the ring, at most


class Monitor:
    """Plays a source on a loudspeaker while the `with` block lasts, `delay()` seconds after it was spoken.

    A loudspeaker that takes longer than the picture is given the newest sound there is; `behind` tells by how many
    seconds it then comes after the picture. Entering raises DeviceError if the loudspeaker cannot be opened.
    """

    def __init__(self, source: SoundSource, device: Device, delay: Callable[[], float]) -> None:
        self.speaker = Speaker(device, RATE, 1, self.pull)
        self._source, self._delay = source, delay
        self._cursor: int | None = None
        self.behind = 0.0

    def __enter__(self) -> Self:
        self.speaker.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.speaker.__exit__(kind, error, trace)

    def pause(self) -> None:
        """Close the loudspeaker for a while: devices cannot be looked for while one is open."""
        self.speaker.__exit__(None, None, None)

    def resume(self) -> None:
        """Open the loudspeaker of the same name again. Raises DeviceError if it is gone."""
        again = Speaker(find_output(self.speaker.device.name), RATE, 1, self.pull)
        again.__enter__()
        self.speaker, self._cursor = again, None

    def pull(self, count: int) -> Sound:
        """The next `count` samples to play, (count, 1); they will be in the air after the loudspeaker's latency."""
        delay, least = self._delay(), self.speaker.latency + count / RATE + _ARRIVING
        self.behind = max(0.0, least - delay)
        heard_at = perf_counter() + self.speaker.latency - max(delay, least)
        wanted = round(self._source.clock.sample_at(heard_at))
        cursor = wanted if self._cursor is None else self._cursor
        played = self._read(cursor, count)
        if abs(wanted - cursor) > TOLERANCE * RATE:
            ramp = np.minimum(np.arange(count, dtype=np.float32) / np.float32(_FADE), np.float32(1))[:, None]
            played = played * (1 - ramp) + self._read(wanted, count) * ramp
            cursor = wanted
        self._cursor = cursor + count
        return played

    def _read(self, start: int, count: int) -> Sound:
        """Samples of the ring; silence where there are none."""
        whole = np.zeros((count, 1), np.float32)
        before = min(count, max(0, -start))
        try:
            there = self._source.ring.read(max(0, start), count - before)
        except LostSoundError:
            return whole
        whole[before : before + len(there)] = there
        return whole


class Monitored:
    """A source that is monitored: its loudspeaker makes room while its microphone is looked for."""

    def __init__(self, source: SoundSource, monitor: Monitor) -> None:
        self._source, self._monitor = source, monitor
        self._silent = False

    @property
    def ring(self) -> Ring:
        """As `SoundSource.ring`."""
        return self._source.ring

    @property
    def clock(self) -> SampleClock:
        """As `SoundSource.clock`."""
        return self._source.clock

    @property
    def overflows(self) -> int:
        """As `SoundSource.overflows`."""
        return self._source.overflows

    @property
    def gone(self) -> bool:
        """As `SoundSource.gone`."""
        return self._source.gone

    @property
    def level(self) -> float:
        """As `SoundSource.level`."""
        return self._source.level

    def reopen(self) -> bool:
        """As `SoundSource.reopen`; the loudspeaker is opened again as well, if it can be had."""
        self._monitor.pause()
        if not self._source.reopen():
            return False
        try:
            self._monitor.resume()
        except DeviceError:
            self._silent = True
        else:
            self._silent = False
        return True

    def trouble(self) -> str:
        """As `SoundSource.trouble`: the microphone came back and the loudspeaker did not, or sound is behind."""
        if self._silent:
            return "The loudspeaker did not come back: you are not heard any more. Start again to choose another."
        if self._monitor.behind > TOLERANCE:
            return "Your loudspeaker is slower than the picture: you are heard a little after it."
        return self._source.trouble()
