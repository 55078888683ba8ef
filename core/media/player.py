"""Plays stretches of a sound forwards, backwards, faster and in loops, and tells which part is in the air now.

Knows neither devices nor films. `pull` belongs to a loudspeaker's thread, everything else to whoever steers; they share
a list of stretches, each of which says: from this sample of the loudspeaker on, this part of the sound, at this speed.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from time import perf_counter
from typing import Protocol

import numpy as np

from core.arrays import Sound

_FADE = 96
"""Samples over which a stretch begins after a leap, so that it does not click."""

_KEPT = 64  # stretches


class Samples(Protocol):
    """A sound that can be read anywhere, `rate` samples a second; reading beyond it gives silence."""

    @property
    def rate(self) -> int:
        """Samples a second."""

    @property
    def channels(self) -> int:
        """Channels of every sample."""

    def read(self, start: int, stop: int) -> Sound:
        """Samples [start, stop) as (n, channels)."""


@dataclass(frozen=True, slots=True)
class Silence:
    """Nothing to hear."""

    rate: int = 48_000
    channels: int = 2

    def read(self, start: int, stop: int) -> Sound:
        """Samples [start, stop) as (n, channels)."""
        return np.zeros((max(stop - start, 0), self.channels), np.float32)


@dataclass(frozen=True, slots=True)
class Course:
    """How to play: from `start` (seconds of the sound), `speed` seconds of it a second, negative is backwards.

    `first` and `last` are seconds between which it stays: it goes round if `loops`, else it stands at the end.
    """

    start: float
    first: float
    last: float
    speed: float = 1.0
    loops: bool = False


@dataclass(frozen=True, slots=True)
class _Stretch:
    given: int
    """First sample of the loudspeaker."""
    place: float
    """Sample of the sound that is heard there."""
    speed: float


class Player:
    """Gives a loudspeaker what to play. `position(clock)` is the time of the sound that is heard at its clock."""

    def __init__(self, samples: Samples) -> None:
        self.rate = samples.rate
        self.channels = samples.channels
        self._samples = samples
        self._lock = Lock()
        self._course = Course(0.0, 0.0, 0.0, 0.0)
        self._place = 0.0
        self._given = self._steered = 0
        self._since = 0
        self._stretches: deque[_Stretch] = deque(maxlen=_KEPT)

    def steer(self, course: Course) -> None:
        """Play so from now on."""
        with self._lock:
            self._course, self._place, self._since = course, course.start * self.rate, 0
            self._stretches.append(_Stretch(self._given, self._place, course.speed))
            self._steered = self._given

    def follows(self, clock: float) -> bool:
        """Whether what was steered last can be heard already: a loudspeaker has to play what it was given before."""
        return clock * self.rate >= self._steered

    def pull(self, count: int) -> Sound:
        """The next samples (count, channels)."""
        with self._lock:
            parts, wanted = [], count
            while wanted:
                part = self._part(wanted)
                parts.append(part)
                wanted -= len(part)
            return np.concatenate(parts) if parts else np.zeros((0, self.channels), np.float32)

    def position(self, clock: float) -> float:
        """Seconds of the sound that are heard when the loudspeaker has played for `clock` seconds."""
        sample = clock * self.rate
        stretches = tuple(self._stretches)
        heard = next((each for each in reversed(stretches) if each.given <= sample), None)
        if heard is None:
            return (stretches[0].place if stretches else self._place) / self.rate
        return (heard.place + (sample - heard.given) * heard.speed) / self.rate

    @property
    def given(self) -> int:
        """Samples given to the loudspeaker so far."""
        return self._given

    def _part(self, wanted: int) -> Sound:
        """Up to `wanted` samples, to the next turn of a loop at most."""
        course = self._course
        left = self._left(course)
        if course.speed == 0 or (left <= 0 and not course.loops):
            return self._stand(wanted)
        if left <= 0:
            self._place = (course.first if course.speed > 0 else course.last) * self.rate
            self._stretches.append(_Stretch(self._given, self._place, course.speed))
            self._since = 0
            left = max(self._left(course), 1)
        count = min(wanted, max(left, 1))
        sound = self._read(count, course.speed)
        self._place += count * course.speed
        self._given += count
        return sound

    def _left(self, course: Course) -> int:
        """Samples of the loudspeaker up to the end of the course."""
        end = course.last if course.speed > 0 else course.first
        return int(np.ceil((end * self.rate - self._place) / course.speed - 1e-6)) if course.speed else 0

    def _stand(self, wanted: int) -> Sound:
        last = self._stretches[-1] if self._stretches else None
        if last is None or last.speed != 0:
            self._stretches.append(_Stretch(self._given, self._place, 0.0))
        self._given += wanted
        return np.zeros((wanted, self.channels), np.float32)

    def _read(self, count: int, speed: float) -> Sound:
        """Samples from the present place on, faded in after a leap."""
        if speed == 1:
            first = round(self._place)
            sound = self._samples.read(first, first + count)
        else:
            sound = self._stretched(count, speed)
        if self._since < _FADE:
            rising = np.minimum(np.arange(self._since, self._since + count) / _FADE, 1).astype(np.float32)
            sound = sound * rising[:, None]
        self._since += count
        return sound

    def _stretched(self, count: int, speed: float) -> Sound:
        """The same faster, slower or backwards, higher and lower as on a tape."""
        places = self._place + speed * np.arange(count)
        first = int(np.floor(places.min()))
        source = self._samples.read(first, int(np.ceil(places.max())) + 2)
        whole = np.floor(places - first).astype(np.intp)
        share = (places - first - whole).astype(np.float32)[:, None]
        sound: Sound = source[whole] * (1 - share) + source[whole + 1] * share
        return sound


class SilentSpeaker:
    """In place of a loudspeaker where there is none: the wall clock, at which samples are pulled and thrown away."""

    def __init__(self, rate: int, pull: Callable[[int], Sound], time: Callable[[], float] = perf_counter) -> None:
        self._rate, self._pull, self._time = rate, pull, time
        self._began = time()
        self._given = 0

    @property
    def gone(self) -> bool:
        """Never."""
        return False

    def clock(self) -> float:
        """Seconds since it was made."""
        elapsed = self._time() - self._began
        due = int(elapsed * self._rate)
        while self._given < due:
            count = min(due - self._given, self._rate // 10)
            self._pull(count)
            self._given += count
        return elapsed
