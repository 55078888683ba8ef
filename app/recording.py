"""Recording a voice to the film: beeps, picture rolling, the take laid where it was said. Knows no widget.

    stand at the playhead ▸ roll from three seconds before it, a beep a second ▸ speak ▸ a second after the out point

The take begins with the roll, so that nothing said early is lost. Where in the film a sample was said is told by two
clocks that both count what is in the air: the loudspeaker's and the microphone's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from app.document import Document
from app.language import tr
from app.playback import Playback
from app.preview import Preview
from app.speaker import Output
from app.tasks import Tasks
from core import edit
from core.arrays import Sound
from core.job import Job
from core.media.player import Samples, Silence
from core.project import Span, Take

if TYPE_CHECKING:
    from core.media.devices import Device
    from core.media.recording import Recorded, Recorder

COUNT_IN = 3
"""Beeps before the playhead, a second apart."""

POST_ROLL = 1.0
"""Seconds that go on after the out point."""

_BEEP_SECONDS, _BEEP_HERTZ, _BEEP_LEVEL = 0.08, 1000.0, 0.25
_EVERY_MS = 40
_SHORTEST = 0.2  # seconds behind the playhead; a shorter take was a mistake

MakeRecorder = Callable[[str, Path | None], "Recorder"]


@dataclass(frozen=True, slots=True)
class Beeps:
    """A sound with a beep at some of its seconds."""

    under: Samples
    at: tuple[float, ...]

    @property
    def rate(self) -> int:
        """Samples a second."""
        return self.under.rate

    @property
    def channels(self) -> int:
        """Channels of every sample."""
        return self.under.channels

    def read(self, start: int, stop: int) -> Sound:
        """Samples [start, stop) as (n, channels)."""
        sound = self.under.read(start, stop).copy()
        seconds = np.arange(start, stop) / self.rate
        for begin in self.at:
            since = seconds - begin
            inside = (since >= 0) & (since < _BEEP_SECONDS)
            tone = _BEEP_LEVEL * np.sin(2 * np.pi * _BEEP_HERTZ * since[inside])
            sound[inside] += tone[:, None].astype(np.float32)
        return sound


@dataclass(frozen=True, slots=True)
class _Running:
    """A take that is being made: for which frames, and where in the film the microphone began, as it was heard."""

    recorder: Recorder
    path: Path
    span: Span
    begins: list[tuple[Output, float]]

    @property
    def start(self) -> Fraction | None:
        """Time of the film at which the take begins; None if nothing was heard yet.

        A loudspeaker that has gone stood for a while before that was noticed: what took its place tells another time.
        """
        if not self.begins:
            return None
        first = self.begins[0][0]
        return Fraction(median(begin for by, begin in self.begins if by is first)).limit_denominator(1_000_000)


class Recording(QObject):
    """Starts and ends takes; tells the level of the microphone meanwhile, and while somebody looks at the meter."""

    changed = Signal(bool)
    """A take is being made now, or none."""

    placed = Signal()
    """It is known where in the film the take that is being made begins: `unfinished`."""

    found = Signal(object)
    """Microphones: a tuple of `core.media.devices.Device`."""

    metered = Signal(float, bool)
    """The highest level, 0..1, since the last time, and whether it was too loud."""

    counted = Signal(float)
    """Seconds until the person speaks; below 0 since they do."""

    def __init__(
        self, document: Document, preview: Preview, playback: Playback, make: MakeRecorder | None = None
    ) -> None:
        super().__init__(document)
        self._document, self._preview, self._playback = document, preview, playback
        self._make = make or _recorder
        self._running: _Running | None = None
        self._meter: Recorder | None = None
        self._ended: list[Recorder] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.tick)
        playback.changed.connect(self._follow_playback)
        self.device = ""
        self.count_in, self.post_roll = COUNT_IN, POST_ROLL
        self.folder: Callable[[], Path] = self._folder
        self.tell: Callable[[Exception], None] = _silently

    @property
    def runs(self) -> bool:
        """Whether a take is being made."""
        return self._running is not None

    @property
    def unfinished(self) -> Take | None:
        """The take that is being made, as if it went on to its end; None before it is known where it begins."""
        running = self._running
        start = running.start if running is not None else None
        return Take(running.path, start, running.span) if running is not None and start is not None else None

    @property
    def seconds(self) -> float:
        """Length of the take that is being made."""
        return 0.0 if self._running is None else self._running.recorder.seconds

    def look(self, tasks: Tasks, microphones: Callable[[], Job[tuple[Device, ...]]]) -> None:
        """Look for microphones."""
        if not self.runs and self._meter is None:
            tasks.run(tr("Looking for microphones"), microphones(), self.found.emit)

    def listen(self, listens: bool) -> None:
        """Tell the level of the microphone, or not any more."""
        if listens and not self.runs and self._meter is None:
            self._meter = self._make(self.device, None)
            self._timer.start()
        elif not listens and self._meter is not None:
            self._meter.stop()
            self._ended.append(self._meter)
            self._meter = None
            self.metered.emit(0.0, False)

    def toggle(self) -> None:
        """Begin a take, or end it."""
        if self._running is not None:
            self.stop()
        elif self._preview.frames:
            self.start()

    def start(self) -> None:
        """Roll: between in and out, or from the playhead on."""
        self.listen(False)
        marked = self._document.project.in_out
        span = marked if marked is not None else Span(self._preview.playhead, self._preview.frames)
        self._preview.seek(span.start)
        begin, end = (self._playback.frame_seconds(frame) for frame in (span.start, span.stop))
        beeps = Beeps(Silence(), tuple(begin - number for number in range(1, self.count_in + 1)))
        path = self._free_path()
        recorder = self._make(self.device, path)
        self._playback.roll(beeps, begin - self.count_in - 0.3, end + self.post_roll)
        self._running = _Running(recorder, path, span, [])
        self._timer.start()
        self.changed.emit(True)

    def stop(self) -> None:
        """End the take and lay it where it was said."""
        running, self._running = self._running, None
        if running is None:
            return
        self._playback.stop()
        recorded = running.recorder.join()
        failure = running.recorder.failure
        if failure is not None:
            self.tell(failure)
        if recorded is not None:
            self._keep(running, recorded)
        self.changed.emit(False)

    def tick(self) -> None:
        """Look at the microphone."""
        running = self._running
        self._ended = [recorder for recorder in self._ended if recorder.runs]
        listening = running.recorder if running is not None else self._meter
        if listening is None:
            if not self._ended:
                self._timer.stop()
            return
        self.metered.emit(*listening.drain_levels())
        if running is not None:
            self._watch(running)
        elif listening.failure is not None:
            self.tell(listening.failure)
            self.listen(False)

    def may_leave(self) -> bool:
        """The program is about to end: a take that is being made is ended and laid, so that saving keeps it."""
        self.stop()
        return True

    def close(self) -> None:
        """End everything and wait for it; a take that is being made is kept as a file."""
        self._timer.stop()
        recorders = [*self._ended, *([self._meter] if self._meter else [])]
        recorders += [self._running.recorder] if self._running else []
        for recorder in recorders:
            recorder.join()
        self._running, self._meter, self._ended = None, None, []

    def _watch(self, running: _Running) -> None:
        heard, by, zero = self._playback.heard, self._playback.heard_by, running.recorder.zero
        if heard is not None:
            self.counted.emit(self._playback.frame_seconds(running.span.start) - heard)
        if heard is not None and by is not None and zero is not None:
            running.begins.append((by, heard - (perf_counter() - zero)))
            if len(running.begins) == 1:
                self.placed.emit()
        if running.recorder.failure is not None:
            self.stop()

    def _keep(self, running: _Running, recorded: Recorded) -> None:
        """Add the take to the project, if it holds anything of behind the playhead."""
        begin, start = self._playback.frame_seconds(running.span.start), running.start
        if start is None or float(start) + recorded.samples / recorded.rate < begin + _SHORTEST:
            recorded.path.unlink(missing_ok=True)
            return
        span = running.span
        if self._document.project.in_out is None:
            span = Span(span.start, max(self._preview.playhead, span.start) + 1)
        self._document.edit(tr("Record take"), edit.add_take(Take(recorded.path, start, span)))

    def _follow_playback(self, plays: bool) -> None:
        """The roll came to its end, or the person stopped it."""
        if not plays and self._running is not None:
            self.stop()

    def _free_path(self) -> Path:
        folder = self.folder()
        numbers = (folder / f"take-{number:03}.wav" for number in range(1, 100_000))
        return next(path for path in numbers if not path.exists())

    def _folder(self) -> Path:
        """Beside the project, or beside the film where it has not been saved."""
        footage = self._document.project.footage
        beside = self._document.path or (footage.path if footage is not None else Path.home() / "film")
        return beside.with_name(f"{beside.stem}-takes")


def _recorder(device: str, path: Path | None) -> Recorder:
    from core.media.recording import Recorder

    return Recorder(device, path)


def _silently(_: Exception) -> None:
    """For tests and callers that look at the recorder themselves."""
