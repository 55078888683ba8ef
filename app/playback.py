"""Plays the film: the sound by its own clock, the playhead after it, leaving out pictures rather than time.

Without a loudspeaker the wall clock takes the place of the sound's. Pictures that take time to be made are asked for
that much earlier. Knows no device and not how pictures are made.
"""

from __future__ import annotations

import time
from bisect import bisect_right
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.document import Document
from app.language import tr
from app.preview import Preview
from app.speaker import Output, SilentOutput
from app.tasks import Tasks
from app.words import noticed
from app.worker import PREPARING
from core.job import Job
from core.media.player import Course, Player, Samples, Silence
from core.project import DubProject, Span
from core.timing import frame_at, frame_time

if TYPE_CHECKING:
    from core.preview import PreviewFrame

FASTEST = 8.0
"""How many times faster than usual a shuttle can be."""

_LEARNING = 0.2
_LONGEST_LEAD = 0.5  # seconds
_ROLL_MS = 10
_ROUNDING = 1e-4  # seconds: less than a frame, more than the errors of a position
_REMEMBERED = 20_000  # skews

Mix = Callable[[DubProject], Job[Samples | None]]
"""The job that mixes what is heard with a project; None is silence."""

Open = Callable[[Player], Output]


@dataclass(frozen=True, slots=True)
class SoundDesk:
    """Where sound comes from and where it goes."""

    mix: Mix
    open: Open


class Playback(QObject):
    """Play, shuttle, loop and stop. Whoever moves the playhead meanwhile makes it go on from there."""

    changed = Signal(bool)
    """Whether it plays now; also told when the speed changes."""

    def __init__(self, document: Document, preview: Preview, tasks: Tasks, sound: SoundDesk) -> None:
        super().__init__(document)
        self._document, self._preview, self._tasks, self._sound = document, preview, tasks, sound
        self._mixed: tuple[DubProject, Samples] | None = None
        self._player: Player | None = None
        self._output: Output | None = None
        self._told = ""
        self._waiting = False
        self._rolling: float | None = None
        self._speed = 1.0
        self._shown = 0
        self._requested: tuple[int, float] = (-1, 0.0)
        self._lead = 0.0
        self.loops = False
        self.skews: deque[float] = deque(maxlen=_REMEMBERED)
        """Frames by which each picture came after the sound it belongs to; negative is before."""
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        document.changed.connect(self._follow)
        preview.shown.connect(self._measure)

    @property
    def plays(self) -> bool:
        """Whether it plays, or is about to."""
        return self._timer.isActive() or self._waiting

    @property
    def speed(self) -> float:
        """Seconds of the film a second; negative is backwards, 0 while it stands."""
        return self._speed if self.plays else 0.0

    @property
    def course(self) -> Span:
        """The frames that are played: between in and out if it loops, else all."""
        marked = self._document.project.in_out
        return marked if self.loops and marked is not None else Span(0, max(self._preview.frames, 1))

    def toggle(self) -> None:
        """Play, from the beginning if the playhead stands at the end; or stop."""
        if self.plays:
            self.stop()
        else:
            self.play(1.0)

    def shuttle(self, direction: int) -> None:
        """Play in a direction, 1 or -1; faster each time it is asked again."""
        same = self.plays and self._speed * direction > 0
        self.play(max(min(self._speed * 2, FASTEST), -FASTEST) if same else float(direction))

    def play(self, speed: float) -> None:
        """Play at a speed from the playhead on, or from the other end if there is nothing left in that direction."""
        if not self._preview.frames:
            return
        self._speed = speed
        course = self.course
        if self._preview.playhead not in course or self._is_at_end(course):
            self._preview.seek(course.start if speed > 0 else course.stop - 1)
        self._preview.rest(False)
        if self._output is not None:
            self._steer()
        elif not self._waiting:
            self._waiting = True
            self._mix()
        self.changed.emit(True)

    def roll(self, samples: Samples, start: float, last: float) -> None:
        """Play other sound with the film from `start` to `last` seconds of it, which may lie beside its ends.

        Whoever moves the playhead meanwhile moves nothing else.
        """
        self.stop()
        self._speed, self._rolling = 1.0, last
        self._preview.rest(False)
        self._player = Player(samples)
        self._player.steer(Course(start, start, last))
        self._output = self._sound.open(self._player)
        self._timer.start(_ROLL_MS)
        self.changed.emit(True)

    @property
    def heard(self) -> float | None:
        """Seconds of the film that are heard at this moment; None while nothing is."""
        clock = None if self._output is None else self._output.clock()
        if clock is None or self._player is None or not self._player.follows(clock):
            return None
        return self._player.position(clock)

    @property
    def heard_by(self) -> Output | None:
        """What tells `heard`: the loudspeaker, or what took its place when that had gone."""
        return self._output

    def stop(self) -> None:
        """Stop where the playhead is."""
        if not self.plays:
            return
        self._timer.stop()
        self._waiting = False
        if self._output is not None:
            self._output.close()
        self._output = self._player = self._rolling = None
        self._preview.rest(True)
        self.changed.emit(False)

    def set_loops(self, loops: bool) -> None:
        """Whether it goes round between in and out, or from the end to the beginning."""
        self.loops = loops
        if self._output is not None:
            self._steer()
        self.changed.emit(self.plays)

    def tick(self) -> None:
        """Move the playhead to what is heard now; stop at the end."""
        output, player = self._output, self._player
        if output is None or player is None:
            return
        if output.failure is not None:
            self._go_on_silently(output)
            return
        clock = output.clock()
        if clock is None:
            return
        if self._rolling is not None:
            self._roll_on(player.position(clock), self._rolling)
            return
        if self._preview.playhead != self._shown:
            self._steer()
        if not player.follows(clock):
            return
        heard, course = player.position(clock), self.course
        if not self.loops and self._is_over(heard, course):
            self._seek(course.stop - 1 if self._speed > 0 else course.start)
            self.stop()
            return
        self._seek(self._frame_of(heard + _ROUNDING + self._lead * self._speed))

    def _roll_on(self, heard: float, last: float) -> None:
        self._seek(self._frame_of(heard + _ROUNDING + self._lead))
        if heard >= last - _ROUNDING:
            self.stop()

    def frame_seconds(self, frame: int) -> float:
        """When a frame is shown, in seconds of the film; of the one after the last, when the film ends."""
        facts = self._preview.facts
        if facts is None:
            return float(frame_time(frame, self._rate))
        info = facts.info
        return float(info.time_of(frame) if frame < info.frames else info.duration)

    @property
    def _rate(self) -> Fraction:
        footage = self._document.project.footage
        return footage.rate if footage else Fraction(25)

    def _frame_of(self, seconds: float) -> int:
        """The frame that is shown at a time, between in and out if it loops."""
        facts = self._preview.facts
        if facts is None:
            frame = frame_at(Fraction(seconds), self._rate)
        else:
            info = facts.info
            tick = floor(Fraction(seconds) / info.time_base) + info.ticks[0]
            frame = bisect_right(info.ticks, tick) - 1
        course = self.course
        if self.loops and frame >= course.stop:
            frame = course.start + (frame - course.stop) % len(course)
        return min(max(frame, course.start), course.stop - 1)

    def _seek(self, frame: int) -> None:
        if frame != self._preview.playhead:
            self._requested = (frame, time.monotonic())
            self._preview.seek(frame)
        self._shown = self._preview.playhead

    def _mix(self) -> None:
        """Make the sound ready, then begin."""
        project = _audible(self._document.project)
        if self._mixed is not None and self._mixed[0] == project:
            self._begin(self._mixed[1])
            return
        silence = Silence()

        def begin(samples: Samples | None) -> None:
            self._mixed = (project, samples or silence)
            self._begin(samples or silence)

        self._tasks.run(
            tr("Mixing the sound"), self._sound.mix(project), begin, PREPARING, on_error=self._begin_without
        )

    def _begin_without(self, error: Exception) -> None:
        """Where the sound cannot be mixed, the picture plays all the same."""
        self._tasks.fail(error)
        self._begin(Silence())

    def _begin(self, samples: Samples) -> None:
        if not self._waiting:
            return
        self._waiting = False
        self._player = Player(samples)
        self._output = self._sound.open(self._player)
        self._steer()
        self._timer.start(max(1, min(20, round(500 / self._rate))))

    def _steer(self) -> None:
        """Let the player go on from the playhead."""
        course = self.course
        self._shown = self._preview.playhead
        if self._player is not None:
            start = self.frame_seconds(self._shown if self._speed > 0 else self._shown + 1)
            first, last = self.frame_seconds(course.start), self.frame_seconds(course.stop)
            self._player.steer(Course(start, first, last, self._speed, self.loops))

    def _go_on_silently(self, output: Output) -> None:
        """The loudspeaker cannot be had, or is gone: the picture goes on by the wall clock."""
        if output.failure is not None and output.failure.message != self._told:
            self._told = output.failure.message
            self._tasks.notice(
                tr("{failure} The film plays without sound.").format(failure=noticed(output.failure.message))
            )
        output.close()
        heard, self._player = self._player, Player(Silence())
        self._output = SilentOutput(self._player)
        if self._rolling is not None and heard is not None:
            start = heard.position(output.clock() or 0.0)
            self._player.steer(Course(start, start, self._rolling))
            return
        self._steer()

    def _is_at_end(self, course: Span) -> bool:
        return self._preview.playhead == (course.stop - 1 if self._speed > 0 else course.start)

    def _is_over(self, heard: float, course: Span) -> bool:
        if self._speed > 0:
            return heard >= self.frame_seconds(course.stop) - 1e-6
        return heard <= self.frame_seconds(course.start) + 1e-6

    def _measure(self, frame: PreviewFrame | None) -> None:
        """How late a picture came, and how long it took."""
        if frame is None or self._output is None or self._player is None or not self._timer.isActive():
            return
        index, asked = self._requested
        if frame.index == index:
            self._lead += _LEARNING * (min(time.monotonic() - asked, _LONGEST_LEAD) - self._lead)
        clock = self._output.clock()
        if clock is not None and self._player.follows(clock):
            late = self._player.position(clock) - self.frame_seconds(frame.index)
            self.skews.append(self._folded(late) * float(self._rate))

    def _folded(self, late: float) -> float:
        """Round a loop, the shorter way: the last picture of a round may be seen when the next has begun."""
        course = self.course
        length = self.frame_seconds(course.stop) - self.frame_seconds(course.start)
        return (late + length / 2) % length - length / 2 if self.loops else late

    def _follow(self, before: DubProject, after: DubProject) -> None:
        if before.footage != after.footage or (self._output is not None and _audible(before) != _audible(after)):
            self.stop()


def _audible(project: DubProject) -> DubProject:
    """What of a project can be heard."""
    return DubProject(project.footage, project.clips, export=project.export)
