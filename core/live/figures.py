"""How late pictures are and why: measured on every picture, summed up in memory that does not grow.

Knows no microphone and no face; all times are seconds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from core.arrays import Image

_BIN = 0.001
_BINS = 5000

PARTS = {
    "buffer": "the newest sound, on its way from the air to us",
    "look_ahead": "sound after the picture's own time that the engine waits for",
    "network": "hearing, and making the mouth",
    "blend": "putting the mouth into the picture",
    "display": "from there to the screen",
}
"""What the time from the microphone to the picture is made of, in order."""


@dataclass(frozen=True, slots=True)
class LiveFrame:
    """One finished picture.

    `number` counts at the session's full rate, `time` is seconds of the session's sound; `sample` is the number of the
    sound's sample it belongs to. `latency` is the time from that sample's being in the air to the picture's being
    finished, `parts` what it is made of. `reason` says why the mouth is not ours, empty if it is.
    """

    number: int
    time: float
    sample: int
    image: Image
    latency: float
    parts: Mapping[str, float]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LiveReport:
    """What a session was like. Latencies are seconds from the microphone to the finished picture.

    `rate` is pictures a second as they were made on the whole; `dropped` pictures could not be made in time, `passed`
    ones show the film's own mouth; `skipped` are seconds of sound that were not heard, `overflows` and `lost` how often
    the device lost sound and was gone.
    """

    seconds: float
    pictures: int
    rate: float
    dropped: int
    passed: int
    p50: float
    p95: float
    worst: float
    parts: Mapping[str, float]
    skipped: float = 0.0
    overflows: int = 0
    lost: int = 0
    notices: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """For programs; latencies in milliseconds."""
        return {
            "seconds": round(self.seconds, 3),
            "pictures": self.pictures,
            "rate": round(self.rate, 3),
            "dropped": self.dropped,
            "passed": self.passed,
            "latency_ms": {name: _ms(value) for name, value in self._latencies().items()},
            "parts_ms": {name: _ms(value) for name, value in self.parts.items()},
            "skipped_seconds": round(self.skipped, 3),
            "overflows": self.overflows,
            "lost": self.lost,
            "notices": list(self.notices),
        }

    def as_text(self) -> str:
        """For people."""
        late = ", ".join(f"{name} {1000 * value:.0f} ms" for name, value in self._latencies().items())
        parts = ", ".join(f"{name.replace('_', '-')} {1000 * value:.0f}" for name, value in self.parts.items())
        return (
            f"{self.pictures} pictures in {self.seconds:.1f} s ({self.rate:.1f} a second), {self.dropped} dropped\n"
            f"Microphone to picture: {late}\nOf which on average, in ms: {parts}"
        )

    def _latencies(self) -> dict[str, float]:
        return {"p50": self.p50, "p95": self.p95, "worst": self.worst}


class Latencies:
    """A histogram of latencies, in bins of a millisecond up to five seconds."""

    def __init__(self) -> None:
        self._counts = np.zeros(_BINS, np.int64)
        self.worst = 0.0

    def add(self, latency: float) -> None:
        """Count one."""
        self._counts[min(max(int(latency / _BIN), 0), _BINS - 1)] += 1
        self.worst = max(self.worst, latency)

    def percentile(self, share: float) -> float:
        """The latency that this share (0..1) of all does not exceed, to a millisecond; 0 if there are none."""
        total = int(self._counts.sum())
        if total == 0:
            return 0.0
        place = int(np.searchsorted(np.cumsum(self._counts), share * total))
        return min((place + 0.5) * _BIN, self.worst)


class Figures:
    """Adds up the pictures of a session."""

    def __init__(self) -> None:
        self.pictures = self.passed = 0
        self.latencies = Latencies()
        self._recent = Latencies()
        self._newest = Latencies()
        self._sums = dict.fromkeys(PARTS, 0.0)

    def add(self, frame: LiveFrame) -> None:
        """Count a picture."""
        self.pictures += 1
        self.passed += bool(frame.reason)
        self.latencies.add(frame.latency)
        self._newest.add(frame.latency)
        if self.pictures % 50 == 0:
            self._recent, self._newest = self._newest, Latencies()
        for name, seconds in frame.parts.items():
            self._sums[name] += seconds

    @property
    def usual(self) -> float:
        """Median latency of the last two seconds or so."""
        recent = self._recent if self.pictures >= 50 else self._newest
        return recent.percentile(0.5)

    def add_display(self, seconds: float) -> None:
        """A picture took so long to be shown, after it was finished."""
        self._sums["display"] += seconds

    @property
    def parts(self) -> dict[str, float]:
        """Mean of every part."""
        return {name: total / max(self.pictures, 1) for name, total in self._sums.items()}


def _ms(seconds: float) -> float:
    return round(1000 * seconds, 1)
