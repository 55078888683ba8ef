"""Which frame of the film each frame of the result shows, and when. Knows no pictures and no sound.

picture: 0 1 2 3 4 5 6 7                       as the film is
voice, shorter: 0 1 2 3 4                      cut where the voice ends
voice, longer:  0 1 2 3 4 5 6 7 6 5 4 3 2 1 0 1 2 …   there and back; after each turn the frame of the turn
                                ╰─╯            is cross-faded into the frames that follow, so that nothing jerks
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from core.errors import ProjectError
from core.media.info import VideoInfo
from core.project import DubProject, Length, Part, Span
from core.timing import frames_within

TURN = 6
"""Frames over which the turning frame is cross-faded into those after it."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One frame of the result: `source` is shown at `tick`, over `under` with weight `weight` of `source`."""

    source: int
    tick: int
    under: int | None = None
    weight: float = 1.0


def schedule(project: DubProject, info: VideoInfo, voice_end: Fraction) -> tuple[Slot, ...]:
    """Slots of the whole result; at least one.

    `voice_end` is the time of the film, in seconds, at which the last voice ends.
    """
    plain = tuple(Slot(frame, tick) for frame, tick in enumerate(info.ticks))
    if project.export.length is Length.PICTURE:
        return plain
    if voice_end <= info.duration:
        kept = [slot for slot in plain if info.time_of(slot.source) < voice_end]
        return tuple(kept or plain[:1])
    return plain + _extension(info, voice_end)


def written(project: DubProject, slots: Sequence[Slot]) -> Span:
    """Which slots are written: all, or those from the in point up to the out point.

    Raises ProjectError if none of them lies there.
    """
    chosen = project.in_out if project.export.part is Part.IN_OUT else None
    if chosen is None:
        return Span(0, len(slots))
    if chosen.start >= len(slots):
        raise ProjectError("The result ends before the in point.", "Set an earlier in point, or export all.")
    return Span(chosen.start, min(chosen.stop, len(slots)))


def slot_time(slot: Slot, info: VideoInfo) -> Fraction:
    """When a slot is shown, in seconds after the film's first frame."""
    return (slot.tick - info.ticks[0]) * info.time_base


def _extension(info: VideoInfo, voice_end: Fraction) -> tuple[Slot, ...]:
    count = frames_within(voice_end - info.duration, info.rate)
    last = info.frames - 1
    slots = []
    for step in range(count):
        tick = info.ticks[0] + round((info.duration + step / info.rate) / info.time_base)
        slots.append(_there_and_back(step + 1, last, tick))
    return tuple(slots)


def _there_and_back(step: int, last: int, tick: int) -> Slot:
    """Slot `step` frames after the last one of the film, whose number is `last`."""
    if last == 0:
        return Slot(0, tick)
    lap, along = divmod(step, last)
    backwards = lap % 2 == 0
    source = last - along if backwards else along
    turn = last if backwards else 0
    if along == 0 or along > TURN:
        return Slot(source, tick)
    share = along / (TURN + 1)
    return Slot(source, tick, turn, share * share * (3 - 2 * share))
