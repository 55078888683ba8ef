"""Where things are on the timeline: frames and pixels, rulers, lanes, snapping, what lies under the pointer.

Pure functions and values; knows no widget and no colour.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from app.language import tr
from core.project import Clip, DubProject

LARGEST = 120.0
"""Pixels a frame at the closest view."""

FINEST = 3000.0
"""Pixels a second at the closest view of films with many frames a second: outlines of sounds know no finer columns."""

SNAP = 8.0
"""Pixels within which an edge snaps."""

EDGE = 6.0
"""Pixels beside the edge of a clip in which it can be taken."""

_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600)


@dataclass(frozen=True, slots=True)
class Scale:
    """A view of `frames` frames on `width` pixels: frame `left` lies at pixel 0, each frame is `zoom` pixels wide.

    `largest` is the zoom of the closest view.
    """

    frames: int
    width: float
    left: float = 0.0
    zoom: float = 1.0
    largest: float = LARGEST

    @staticmethod
    def whole(frames: int, rate: Fraction, width: float) -> "Scale":
        """A view of a whole film."""
        return Scale(frames, width, largest=min(LARGEST, FINEST / float(rate))).fitted()

    @property
    def smallest(self) -> float:
        """Pixels a frame at which the whole film is seen."""
        return self.width / max(self.frames, 1)

    @property
    def right(self) -> float:
        """The frame at the right edge."""
        return self.left + self.width / self.zoom

    def x_of(self, frame: float) -> float:
        """Where a frame begins."""
        return (frame - self.left) * self.zoom

    def place_at(self, x: float) -> float:
        """The frame, with its part, at a pixel."""
        return self.left + x / self.zoom

    def frame_at(self, x: float) -> int:
        """The frame under a pixel; the nearest beside the ends of the film."""
        return min(max(floor(self.place_at(x)), 0), max(self.frames - 1, 0))

    def fitted(self) -> "Scale":
        """The whole film."""
        return replace(self, left=0.0, zoom=self.smallest)

    def zoomed(self, factor: float, x: float) -> "Scale":
        """Closer by a factor, or farther below 1; what lies at pixel `x` stays there."""
        zoom = min(max(self.zoom * factor, self.smallest), max(self.largest, self.smallest))
        return replace(self, left=self.place_at(x) - x / zoom, zoom=zoom).kept_inside()

    def scrolled(self, pixels: float) -> "Scale":
        """Further to the right by some pixels."""
        return replace(self, left=self.left + pixels / self.zoom).kept_inside()

    def showing(self, frame: int) -> "Scale":
        """The same view if the frame is in it, else one that begins with it a little further in."""
        if self.left <= frame and frame + 1 <= self.right:
            return self
        return replace(self, left=frame - 0.1 * self.width / self.zoom).kept_inside()

    def resized(self, width: float) -> "Scale":
        """The same on another width; a view of the whole film stays one."""
        whole = self.zoom <= self.smallest * 1.0001
        wider = replace(self, width=max(width, 1.0))
        return wider.fitted() if whole else wider.kept_inside()

    def kept_inside(self) -> "Scale":
        """Never beyond the film, never farther than all of it."""
        zoom = max(self.zoom, self.smallest)
        furthest = max(self.frames - self.width / zoom, 0.0)
        return replace(self, zoom=zoom, left=min(max(self.left, 0.0), furthest))


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the ruler at a frame; `named` ones have a label."""

    frame: int
    named: bool


def ticks(scale: Scale, rate: Fraction, apart: float) -> list[Tick]:
    """The lines of the ruler that are seen: labels at least `apart` pixels from each other, on round times."""
    nominal = max(1, round(rate))
    step = _step(apart / scale.zoom, nominal)
    fine = _fine(step, nominal, scale.zoom)
    first, last = floor(scale.left / fine) * fine, min(ceil(scale.right), scale.frames)
    return [Tick(frame, frame % step == 0) for frame in range(max(first, 0), last + 1, fine)]


def _step(frames: float, nominal: int) -> int:
    """The roundest number of frames that is not less."""
    within = [each for each in (1, 2, 5, 10, nominal) if each <= nominal and nominal % each == 0 and each >= frames]
    if within:
        return within[0]
    seconds = next((each for each in _STEPS if each * nominal >= frames), 0)
    return (seconds or ceil(frames / nominal / 3600) * 3600) * nominal


def _fine(step: int, nominal: int, zoom: float) -> int:
    """Frames between two lines without a label, at least seven pixels apart."""
    candidates = [1, 5, nominal, 5 * nominal, 10 * nominal, 60 * nominal, 600 * nominal]
    return next((each for each in candidates if step % each == 0 and each * zoom >= 7), step)


class Kind(StrEnum):
    """What a lane shows."""

    RULER = "ruler"
    PICTURES = "pictures"
    FILM = "film sound"
    VOICE = "voice"
    AGREEMENT = "agreement of mouth and voice"
    PERSON = "person"
    PROBLEMS = "problems"


@dataclass(frozen=True, slots=True)
class Lane:
    """A stripe of the timeline from `top` on, `height` pixels; `number` counts those of one kind."""

    kind: Kind
    number: int
    top: int
    height: int
    name: str

    @property
    def bottom(self) -> int:
        """The pixel after the last."""
        return self.top + self.height


_HEIGHTS = {
    Kind.RULER: 34, Kind.PICTURES: 40, Kind.FILM: 34, Kind.VOICE: 52, Kind.AGREEMENT: 20, Kind.PERSON: 20,
    Kind.PROBLEMS: 22,
}  # fmt: skip
_GAP = 3


def lanes(voices: int, people: int, has_sound: bool) -> tuple[Lane, ...]:
    """The lanes from top to bottom, for as many rows of voices and people."""
    wanted = [(Kind.RULER, 0, ""), (Kind.PICTURES, 0, tr("Picture"))]
    if has_sound:
        wanted.append((Kind.FILM, 0, tr("Film sound")))
    rows = (
        (Kind.VOICE, voices, tr("Voice")),
        (Kind.AGREEMENT, voices, tr("Lip sync")),
        (Kind.PERSON, people, tr("Person")),
    )
    for kind, count, name in rows:
        wanted += [(kind, number, name if count == 1 else f"{name} {number + 1}") for number in range(count)]
    wanted.append((Kind.PROBLEMS, 0, tr("Problems")))
    made, top = [], 0
    for kind, number, name in wanted:
        made.append(Lane(kind, number, top, _HEIGHTS[kind], name))
        top += _HEIGHTS[kind] + _GAP
    return tuple(made)


def rows_of(clips: Sequence[Clip]) -> dict[str, int]:
    """The row of every clip by its id: as few rows as keep clips from lying over each other."""
    ends: list[int] = []
    rows: dict[str, int] = {}
    for clip in clips:
        row = next((row for row, end in enumerate(ends) if end <= clip.span.start), len(ends))
        ends[row : row + 1] = [clip.span.stop]
        rows[clip.id] = row
    return rows


class Part(StrEnum):
    """What can be taken hold of."""

    NOTHING = "nothing"
    FILM = "film"  # a place of the film: press or drag to go there
    CLIP = "clip"
    START = "start of a clip"
    STOP = "end of a clip"
    MARKER = "marker"
    PROBLEM = "problem"
    KEY = "keyframe"


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies under the pointer: of which clip, and at which frame."""

    part: Part
    frame: int
    clip: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is on the timeline."""

    project: DubProject
    scale: Scale
    lanes: tuple[Lane, ...]
    problems: tuple[tuple[int, int], ...] = ()


def hit(shown: Shown, x: float, y: float) -> Hit:
    """What lies at a pixel of the timeline, labels of the lanes not counted."""
    frame = shown.scale.frame_at(x)
    lane = next((lane for lane in shown.lanes if lane.top <= y < lane.bottom), None)
    if shown.project.footage is None or lane is None:
        return Hit(Part.NOTHING, frame)
    if lane.kind is Kind.VOICE:
        return _clip_at(shown, lane, (x, y)) or Hit(Part.FILM, frame)
    if lane.kind is Kind.RULER:
        near = [each.frame for each in shown.project.markers if abs(shown.scale.x_of(each.frame + 0.5) - x) <= EDGE]
        return Hit(Part.MARKER, near[0]) if near and y >= lane.bottom - 14 else Hit(Part.FILM, frame)
    if lane.kind is Kind.PROBLEMS:
        near = [start for start, stop in shown.problems if _covers(shown.scale, start, stop, x)]
        return Hit(Part.PROBLEM, near[0]) if near else Hit(Part.FILM, frame)
    return Hit(Part.FILM, frame)


def _covers(scale: Scale, start: int, stop: int, x: float) -> bool:
    left = scale.x_of(start)
    return left - 2 <= x <= max(scale.x_of(stop), left + 6)


def key_frames(clip: Clip) -> tuple[int, ...]:
    """The frames at which a dial of the clip's mask has a key, rising."""
    return tuple(sorted({key.frame for curve in clip.retouch.curves for key in curve.keys}))


def _key_at(shown: Shown, clip: Clip, lane: Lane, place: tuple[float, float]) -> Hit | None:
    x, y = place
    near = [frame for frame in key_frames(clip) if abs(shown.scale.x_of(frame + 0.5) - x) <= EDGE]
    return Hit(Part.KEY, near[0], clip.id) if near and abs(y - (lane.bottom - 17)) <= EDGE else None


def _clip_at(shown: Shown, lane: Lane, place: tuple[float, float]) -> Hit | None:
    x, _ = place
    rows, frame = rows_of(shown.project.clips), shown.scale.frame_at(x)
    own = [clip for clip in shown.project.clips if rows[clip.id] == lane.number]
    for clip in own:
        left, right = shown.scale.x_of(clip.span.start), shown.scale.x_of(clip.span.stop)
        inner = min(EDGE, (right - left) / 4)
        if left <= x <= right and (key := _key_at(shown, clip, lane, place)) is not None:
            return key
        if left - EDGE / 2 <= x <= left + inner:
            return Hit(Part.START, frame, clip.id)
        if right - inner <= x <= right + EDGE / 2:
            return Hit(Part.STOP, frame, clip.id)
        if left < x < right:
            return Hit(Part.CLIP, frame, clip.id)
    return None


def snapped(frame: float, targets: Iterable[int], zoom: float) -> int:
    """The nearest target within `SNAP` pixels of a frame, else the nearest whole frame."""
    near = min(targets, key=lambda target: abs(target - frame), default=None)
    if near is not None and abs(near - frame) * zoom <= SNAP:
        return near
    return floor(frame + 0.5)


def edges(project: DubProject, cuts: Iterable[int], without: str = "") -> tuple[int, ...]:
    """Frames at which something begins or ends, rising: cuts, clips but the one named, markers, in and out."""
    found = {0, *cuts, *(marker.frame for marker in project.markers)}
    for clip in project.clips:
        if clip.id != without:
            found |= {clip.span.start, clip.span.stop}
    if project.in_out is not None:
        found |= {project.in_out.start, project.in_out.stop}
    if project.footage is not None:
        found.add(project.footage.frames)
    return tuple(sorted(found))
