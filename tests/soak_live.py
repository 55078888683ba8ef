# ruff: noqa: T201 - a program of its own, which tells what it does
"""`python -m tests.soak_live --minutes 30 [--face CLIP]`: a live session for a long time, watched.

A voice is spoken over and over at real time's pace, the built-in engine makes the built-in clip speak it at its full
size, and the sound is monitored into nowhere. Every ten seconds one JSON line; the last one, and the exit code, say
whether latency, memory and skew stayed within bounds. `soak(…)` is what the tests run for a shorter time.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import psutil

from core.demo import FILM, demo_voice
from core.job import run
from core.live.face import FaceSource
from core.live.figures import LiveFrame, LiveReport
from core.live.monitor import Monitor
from core.live.session import LiveOptions, LiveSession
from core.live.source import RATE, PacedSound
from core.media.devices import Device
from core.media.sound import read_sound

_EVERY = 10.0
_PULL = 960


@dataclass(frozen=True)
class Bounds:
    """What must hold: p95 and worst latency in seconds, growth in MB, skew in seconds between picture and monitor."""

    p95: float = 0.2
    grown: float = 40.0
    skew: float = 0.04


@dataclass(frozen=True)
class Outcome:
    """What was seen; `grown` is resident memory at the end less that after the first tenth, in MB."""

    report: LiveReport
    grown: float
    skew_p95: float
    waiting: float

    def faults(self, bounds: Bounds) -> list[str]:
        """What was out of bounds."""
        checks = {
            "p95": self.report.p95 <= bounds.p95,
            "memory": self.grown <= bounds.grown,
            "skew": self.skew_p95 <= bounds.skew,
            "waiting": self.waiting <= 1.5,
        }
        return [name for name, holds in checks.items() if not holds]


class Watch:
    """Hears the monitor at every picture, and notes memory and what waits in the ring."""

    def __init__(self, source: PacedSound, session: LiveSession, tell: Callable[[dict[str, Any]], None]) -> None:
        self._source, self._session, self._tell = source, session, tell
        self._monitor = Monitor(source, Device(0, "none", "none", 0, 1, RATE), self._late)
        self._process = psutil.Process()
        self._began = self._told = time.perf_counter()
        self._heard = self._began
        self.memory: list[tuple[float, float]] = []
        self.skews: list[float] = []
        self.waiting = 0.0

    def put(self, frame: LiveFrame) -> None:
        now = time.perf_counter()
        while self._heard + _PULL / RATE < now:
            self._monitor.pull(_PULL)
            self._heard += _PULL / RATE
        if frame.number > 50 and self._monitor._cursor is not None:
            # The sample that is in the air now, against the one that the picture shows.
            played = self._monitor._cursor - (self._heard - now + _PULL / RATE) * RATE
            self.skews.append((played - frame.sample) / RATE)
        self.waiting = max(self.waiting, (self._source.ring.written - frame.sample) / RATE)
        if now - self._told > _EVERY or not self.memory:
            self._told = now
            self.memory.append((now - self._began, self._process.memory_info().rss / 1e6))
            figures, pace = self._session.figures, self._session.pace
            assert figures is not None
            assert pace is not None
            self._tell(
                {
                    "seconds": round(now - self._began),
                    "mb": round(self.memory[-1][1]),
                    "p95_ms": round(1000 * figures.latencies.percentile(0.95)),
                    "divider": pace.divider,
                    "dropped": pace.dropped,
                }
            )

    def _late(self) -> float:
        return self._session.figures.usual if self._session.figures is not None else 0.0


def soak(face: Path, seconds: float, tell: Callable[[dict[str, Any]], None] = lambda _: None) -> Outcome:
    """Speak for so long."""
    voice = read_sound(demo_voice(), RATE)
    sound = np.resize(voice, round((seconds + 1) * RATE))
    with ExitStack() as opened:
        session = LiveSession()
        opened.callback(session.close)
        run(session.prepare(FaceSource(face)))
        source = opened.enter_context(PacedSound(sound))
        watch = Watch(source, session, tell)
        report = run(session.run(source, [watch], LiveOptions(seconds=seconds)))
    last = psutil.Process().memory_info().rss / 1e6
    first = next(mb for at, mb in watch.memory if at >= min(seconds / 10, watch.memory[-1][0]))
    return Outcome(report, last - first, float(np.percentile(np.abs(watch.skews), 95)), watch.waiting)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--face", type=Path, default=FILM)
    options = parser.parse_args()
    outcome = soak(options.face, options.minutes * 60, lambda line: print(json.dumps(line), flush=True))
    faults = outcome.faults(Bounds())
    told = {**asdict(outcome), "report": outcome.report.as_json(), "faults": faults}
    print(json.dumps(told), flush=True)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
