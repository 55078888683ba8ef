"""The loop of a live session: hear what is new, make the newest picture that can be made, hand it on.

Knows no window and no device by name. Nothing waits in a queue: sound that is too old is skipped, pictures that are too
late are left out, and where that happens too often fewer pictures are made (`core.live.pace`).

    time ──────────────────────────────────────────────▶
    sound's own time       ring          known              picture finished
    ├────── buffer ─────────┼── network ──┤
    ├── look-ahead (the engine waits for later sound) ────┼── network, blend ──┼── display ──▶
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Event
from typing import Protocol

import numpy as np

from core.arrays import frozen
from core.device import single_threaded
from core.dub import FrameResult, Kind
from core.engines import SAMPLE_RATE, LiveEngine, load_engine
from core.errors import SettingsError
from core.job import Job, Progress
from core.live.face import FaceSource, LiveFace, prepare_face
from core.live.figures import Figures, LiveFrame, LiveReport
from core.live.hearing import GATE_DB, Hearing
from core.live.pace import Pace
from core.live.source import RATE, SoundSource
from core.project import EngineChoice

PLUGGED_IN_EVERY = 1.0
"""Seconds between two tries to find a microphone again that was unplugged."""

_HEARTBEAT = 0.2  # seconds after which the job steps, so that it can be cancelled
_SETTLED = 50  # pictures after which, and until each of which again, a source is asked for its troubles
_NAP = 0.003  # seconds between two looks into the ring


class Sink(Protocol):
    """Whatever takes pictures; it must not wait."""

    def put(self, frame: LiveFrame) -> None:
        """Take a picture; called on the session's thread."""


@dataclass(frozen=True, slots=True)
class LiveOptions:
    """How a session runs: `gate` in dBFS (minus infinity for none), `seconds` after which it ends by itself."""

    gate: float = GATE_DB
    seconds: float = float("inf")


@dataclass(slots=True)
class _Run:
    """What a session that runs keeps."""

    face: LiveFace
    source: SoundSource
    hearing: Hearing
    pace: Pace
    figures: Figures
    look_ahead: float
    lost: int = 0
    notices: list[str] = field(default_factory=list)
    begun_at: float = 0.0
    heard_at: float = 0.0
    newest_at: float = 0.0
    trouble: str = ""

    def time_of(self, number: int) -> float:
        """When, on this machine's clock, the sound of a picture was in the air."""
        return self.source.clock.time_of(self.hearing.start + self.pace.time_of(number) * RATE)


class LiveSession:
    """Makes a face speak, again and again. Owned by one thread, but for `stop` and `figures`.

    What was made ready is kept as long as face and engine stay the same, so that starting again takes no time.
    """

    def __init__(self, load: Callable[[EngineChoice], object] = load_engine) -> None:
        self._load = load
        self._engine: tuple[EngineChoice, LiveEngine] | None = None
        self._face: LiveFace | None = None
        self._run: _Run | None = None
        self._stopping = Event()

    def prepare(self, source: FaceSource, choice: EngineChoice | None = None) -> Job[LiveFace]:
        """Make a face ready, or give what is kept of it.

        Raises MediaError, FaceError, WeightsError, and SettingsError for an engine that cannot hear while one speaks.
        """
        engine = self._engine_of(choice or EngineChoice())
        if self._face is None or self._face.source != source:
            self._face = None
            with single_threaded():
                self._face = yield from prepare_face(source, engine)
        return self._face

    def run(
        self, source: SoundSource, sinks: Sequence[Sink] = (), options: LiveOptions | None = None
    ) -> Job[LiveReport]:
        """Speak until `stop` is called or the time is over. Progress counts pictures and carries the newest one.

        `prepare` must have been done. Closing the job ends it at once; `stop` ends it with a report.
        """
        if self._face is None or self._engine is None:
            raise ValueError("no face was made ready")
        self._stopping.clear()
        with single_threaded():
            run = self._started(source, options or LiveOptions())
            self._run = run
            yield Progress(0, 0, "live")
            began = beat = time.perf_counter()
            end = (options or LiveOptions()).seconds
            while not self._stopping.is_set() and run.pace.time_of(run.pace.next) < end:
                run.begun_at = time.perf_counter()
                frame = self._next(run)
                if frame is not None:
                    yield from self._handed_on(run, frame, sinks)
                elif source.gone:
                    yield from self._found_again(run)
                elif time.perf_counter() - beat > _HEARTBEAT:
                    yield Progress(run.figures.pictures, 0, "live")
                else:
                    time.sleep(_NAP)
                    continue
                beat = time.perf_counter()
            return _report(run, time.perf_counter() - began)

    def stop(self) -> None:
        """End the session that runs; may be called from any thread."""
        self._stopping.set()

    @property
    def figures(self) -> Figures | None:
        """The figures of the session that runs, or ran last."""
        return self._run.figures if self._run is not None else None

    @property
    def pace(self) -> Pace | None:
        """The pace of the session that runs, or ran last."""
        return self._run.pace if self._run is not None else None

    def close(self) -> None:
        """Give back engine and pictures; the session can be used again."""
        if self._engine is not None:
            self._engine[1].close()
        self._engine = self._face = self._run = None

    def _engine_of(self, choice: EngineChoice) -> LiveEngine:
        if self._engine is None or self._engine[0] != choice:
            self.close()
            engine = self._load(choice)
            if not isinstance(engine, LiveEngine):
                hint = "Choose the engine “instant”."
                raise SettingsError(f"The engine “{choice.engine}” cannot hear while one speaks.", hint)
            self._engine = (choice, engine)
        return self._engine[1]

    def _started(self, source: SoundSource, options: LiveOptions) -> _Run:
        """A run, after one picture for nobody: the first one takes longer than all others."""
        assert self._face is not None
        assert self._engine is not None
        engine = self._engine[1]
        warm = engine.stream()
        warm.push(np.zeros(round((engine.spec.look_ahead + 0.1) * SAMPLE_RATE), np.float32))
        self._face.speak(0, warm.feature(0.0))
        hearing = Hearing(source.ring, engine.stream(), options.gate)
        return _Run(self._face, source, hearing, Pace(self._face.rate), Figures(), engine.spec.look_ahead)

    def _next(self, run: _Run) -> LiveFrame | None:
        """The next picture, if enough sound is there to make it; what is heard is heard."""
        wanted = run.pace.time_of(run.pace.next)
        if run.hearing.known_until < wanted:
            if run.source.ring.written < run.hearing.needed(wanted, run.look_ahead):
                return None
            run.newest_at = run.source.clock.time_of(run.source.ring.written)
            run.heard_at = time.perf_counter()
            run.hearing.listen()
        number = run.pace.due(run.hearing.known_until)
        return None if number is None else self._made(run, number)

    def _made(self, run: _Run, number: int) -> LiveFrame:
        known = time.perf_counter()
        at = run.pace.time_of(number)
        result = run.face.speak(number, run.hearing.feature(at))
        finished = time.perf_counter()
        spoken = run.time_of(number)
        parts = {
            "look_ahead": run.newest_at - spoken,
            "buffer": run.heard_at - run.newest_at,
            "network": known - run.heard_at + run.face.generating,
            "blend": finished - known - run.face.generating,
        }
        sample = run.hearing.start + round(at * RATE)
        return LiveFrame(number, at, sample, frozen(result.image), finished - spoken, parts, _reason(result))

    def _handed_on(self, run: _Run, frame: LiveFrame, sinks: Sequence[Sink]) -> Job[None]:
        for sink in sinks:
            sink.put(frame)
        run.figures.add(frame)
        told = run.pace.spent(time.perf_counter() - run.begun_at)
        for notice in filter(None, [*run.face.notices(), told, _trouble(run)]):
            run.notices.append(notice)
            yield Progress(run.figures.pictures, 0, "live", notice=notice)
        yield Progress(run.figures.pictures, 0, "live", frame.image)

    def _found_again(self, run: _Run) -> Job[None]:
        """Wait for a device that was unplugged."""
        run.lost += 1
        yield from _told(run, "The microphone is gone; plug it in again to go on.")
        tried = time.perf_counter()
        while not self._stopping.is_set():
            if time.perf_counter() - tried >= PLUGGED_IN_EVERY:
                if run.source.reopen():
                    yield from _told(run, "The microphone is back.")
                    return
                tried = time.perf_counter()
            time.sleep(_HEARTBEAT / 4)
            yield Progress(run.figures.pictures, 0, "live")


def _trouble(run: _Run) -> str:
    """What began to trouble the source since it was asked last; asked now and then only, as it may flicker."""
    if run.figures.pictures % _SETTLED:
        return ""
    before, run.trouble = run.trouble, run.source.trouble()
    return run.trouble if run.trouble != before else ""


def _told(run: _Run, notice: str) -> Job[None]:
    run.notices.append(notice)
    yield Progress(run.figures.pictures, 0, "live", notice=notice)


def _reason(result: FrameResult) -> str:
    reasons = [outcome.reason for outcome in result.outcomes if outcome.kind is Kind.PASSED]
    return ", ".join(dict.fromkeys(reasons))


def _report(run: _Run, seconds: float) -> LiveReport:
    figures, pace = run.figures, run.pace
    return LiveReport(
        seconds,
        figures.pictures,
        figures.pictures / seconds if seconds else 0.0,
        pace.dropped,
        figures.passed,
        figures.latencies.percentile(0.5),
        figures.latencies.percentile(0.95),
        figures.latencies.worst,
        figures.parts,
        run.hearing.skipped,
        run.source.overflows,
        run.lost,
        tuple(run.notices),
    )
