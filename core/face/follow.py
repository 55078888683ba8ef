"""Who is who from frame to frame: faces found become trails of one person each. Knows nothing of networks and pictures.

A face belongs to the trail whose owner would be just there, just as large and look just like that; all faces of a
frame are given out at once, so that two people who cross are told apart by how they look as well as by where they go.
A person who is lost for a moment is met again in the same trail; a cut ends all trails.
"""

from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import linear_sum_assignment

from core.arrays import Floats, Points
from core.face.landmarks import FaceFound
from core.geometry import Box, box_of

LEAST_ALIKE = 0.35
"""Agreement of textures below which two faces of neighbouring frames are two people."""

_ALIKE_LATER = 0.7  # the same after a second's absence, when the place says little
_REACH, _REACH_GROWTH = 0.6, 4.0  # faces' sizes a person may be off their course: at once, and more per second lost
_RESIZE = 0.4  # logarithm of the greatest change of size
_LOOKS = 3.0  # weight of looks against place
_LEARN = 0.1  # share of the newest look in what is remembered
_COURSE = 0.5  # share of the newest step in the course
_STEPS = 15  # frames for which a lost person is thought to keep their course
_LEAST_SECONDS, _LEAST_SCORE = 0.4, 0.7  # of a trail that is no slip of the networks
_STITCH_SECONDS, _STITCH_REACH, _STITCH_ALIKE = 2.0, 3.0, 0.75
_NEVER = 1e6


@dataclass(slots=True)
class Trail:
    """Sightings of one person, oldest first.

    `frames` of the film, `rows` of the caller's store, boxes and scores; `landmarks` of the back ends that have them.
    """

    frames: list[int] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    landmarks: list[Points] = field(default_factory=list)
    texture: Floats | None = None
    embedding: Floats | None = None
    course: tuple[float, float] = (0.0, 0.0)  # pixels a frame

    @property
    def start(self) -> int:
        """First frame."""
        return self.frames[0]

    @property
    def stop(self) -> int:
        """Frame after the last one."""
        return self.frames[-1] + 1

    def expected(self, frame: int) -> Box:
        """Where the person would be if they kept their course, which is believed for some frames only."""
        steps = min(frame - self.frames[-1], _STEPS)
        return self.boxes[-1].shift(self.course[0] * steps, self.course[1] * steps)


@dataclass(frozen=True, slots=True)
class Shot:
    """Half-open range of frames between cuts, and the trails of the people seen in it."""

    start: int
    stop: int
    trails: tuple[Trail, ...]


class Follower:
    """Gives every face of every frame to a trail. `rate` is the film's frames a second."""

    def __init__(self, rate: float) -> None:
        self._rate = rate
        self._trails: list[Trail] = []
        self._begun = 0

    def add(self, frame: int, faces: list[FaceFound], rows: list[int]) -> None:
        """Take the faces of the next frame; `rows[i]` is where the caller keeps the points of `faces[i]`."""
        boxes = [box_of(face.points) for face in faces]
        taken = self._assign(frame, faces, boxes)
        expected = [(trail, trail.expected(frame)) for trail in self._trails if frame - trail.stop < self._rate]
        for index, (face, box) in enumerate(zip(faces, boxes, strict=True)):
            trail = taken.get(index) or self._begin()
            near = [place for other, place in expected if other is not trail] + [o for o in boxes if o is not box]
            if trail.texture is None or all(box.overlap(place) == 0 for place in near):
                _learn(trail, frame, face, box)
            trail.frames.append(frame)
            trail.rows.append(rows[index])
            trail.boxes.append(box)
            trail.scores.append(face.score)
            if face.landmarks is not None:
                trail.landmarks.append(face.landmarks)

    def cut(self, frame: int) -> Shot:
        """End the shot before `frame` (or the film's end) and return its trails, those of noise left out."""
        whole = _stitched(self._trails, self._rate)
        shot = Shot(self._begun, frame, tuple(t for t in whole if self._is_person(t, frame - self._begun)))
        self._trails, self._begun = [], frame
        return shot

    def _begin(self) -> Trail:
        trail = Trail()
        self._trails.append(trail)
        return trail

    def _assign(self, frame: int, faces: list[FaceFound], boxes: list[Box]) -> dict[int, Trail]:
        if not faces or not self._trails:
            return {}
        costs = np.array(
            [
                [self._cost(trail, frame, face, box) for trail in self._trails]
                for face, box in zip(faces, boxes, strict=True)
            ]
        )
        pairs = zip(*linear_sum_assignment(costs), strict=True)
        return {int(i): self._trails[j] for i, j in pairs if costs[i, j] < _NEVER}

    def _cost(self, trail: Trail, frame: int, face: FaceFound, box: Box) -> float:
        """0 for a face just as expected; `_NEVER` for one that cannot be this person."""
        lost = (frame - trail.frames[-1] - 1) / self._rate
        away = _distance(trail, frame, box) / (_REACH + _REACH_GROWTH * min(lost, 1.0))
        resize = abs(np.log(max(box.area, 1.0) / max(trail.boxes[-1].area, 1.0))) / 2
        alike = _likeness(trail, face)
        least = LEAST_ALIKE + (_ALIKE_LATER - LEAST_ALIKE) * min(lost, 1.0)
        if away > 1 or resize > _RESIZE * (1 + lost) or alike < least:
            return _NEVER
        return float(away + resize + _LOOKS * (1 - alike))

    def _is_person(self, trail: Trail, length: int) -> bool:
        """Whether a trail is long and sure enough to be no slip of the networks."""
        enough = min(_LEAST_SECONDS * self._rate, length / 2)
        return len(trail.frames) >= enough and float(np.median(trail.scores)) >= _LEAST_SCORE


def _learn(trail: Trail, frame: int, face: FaceFound, box: Box) -> None:
    """Take the course and the looks from a sighting that nobody else is near."""
    if trail.frames:
        steps = frame - trail.frames[-1]
        (x0, y0), (x1, y1) = trail.boxes[-1].centre, box.centre
        (vx, vy), share = trail.course, min(_COURSE / steps, 1.0)
        trail.course = (vx + share * ((x1 - x0) / steps - vx), vy + share * ((y1 - y0) / steps - vy))
    trail.texture = _mixed(trail.texture, face.texture)
    trail.embedding = _mixed(trail.embedding, face.embedding)


def _stitched(trails: list[Trail], rate: float) -> list[Trail]:
    """Trails with those put together that are one person: one begins where and when another ended, and looks the same.

    In a crowd a person may be lost off their course, so that the next sighting was not expected there.
    """
    whole: list[Trail] = []
    for trail in sorted(trails, key=lambda trail: trail.start):
        likeness = [(_fit(earlier, trail, rate), place) for place, earlier in enumerate(whole)]
        best, place = max(likeness, default=(0.0, -1))
        if best > 0:
            _append(whole[place], trail)
        else:
            whole.append(trail)
    return whole


def _fit(earlier: Trail, later: Trail, rate: float) -> float:
    """How alike two trails are; 0 if they cannot be one person."""
    gap = later.start - earlier.stop
    if gap < 0 or gap > rate * _STITCH_SECONDS or earlier.texture is None or later.texture is None:
        return 0.0
    size = np.sqrt(max(earlier.boxes[-1].area, later.boxes[0].area, 1.0))
    (x0, y0), (x1, y1) = earlier.boxes[-1].centre, later.boxes[0].centre
    alike = float(earlier.texture @ later.texture)
    return alike if np.hypot(x1 - x0, y1 - y0) < _STITCH_REACH * size and alike > _STITCH_ALIKE else 0.0


def _append(earlier: Trail, later: Trail) -> None:
    earlier.frames += later.frames
    earlier.rows += later.rows
    earlier.boxes += later.boxes
    earlier.scores += later.scores
    earlier.landmarks += later.landmarks


def _mixed(known: Floats | None, new: Floats | None) -> Floats | None:
    if known is None or new is None:
        return new if known is None else known
    mixed = known + np.float32(_LEARN) * (new - known)
    return np.asarray(mixed / max(float(np.linalg.norm(mixed)), 1e-6), np.float32)


def _distance(trail: Trail, frame: int, box: Box) -> float:
    """How far a face lies from where the person was going, or where they were, in faces."""
    size = np.sqrt(max(box.area, trail.boxes[-1].area, 1.0))
    places = (trail.expected(frame).centre, trail.boxes[-1].centre)
    return min(float(np.hypot(box.centre[0] - x, box.centre[1] - y) / size) for x, y in places)


def _likeness(trail: Trail, face: FaceFound) -> float:
    """Agreement of looks, 1 where nothing is known. An embedding's range is stretched to that of textures."""
    if trail.embedding is not None and face.embedding is not None:
        return float(np.clip(0.35 + trail.embedding @ face.embedding, 0, 1))
    if trail.texture is None or face.texture is None:
        return 1.0
    return float(trail.texture @ face.texture)
