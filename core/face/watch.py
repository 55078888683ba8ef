"""A film watched from its first frame to its last: cuts, faces and people together. Knows nothing of files.

A cut is only certain a few frames later, so faces wait that long before they are given to the people of a shot. A
frame that looks like a cut is searched for faces as a whole at once, which does no harm if it was none.
"""

from collections import deque
from dataclasses import dataclass
from fractions import Fraction

from core.arrays import Image
from core.face.cuts import CutFinder
from core.face.finder import FaceSource
from core.face.follow import Follower, Shot
from core.face.landmarks import FaceFound
from core.face.stored import PointSpool

_LONGEST_FLASH = 0.16  # seconds


@dataclass(frozen=True, slots=True)
class Watched:
    """What was seen: shots in order with their people, and the frames at which all but the first begin."""

    shots: tuple[Shot, ...]
    cuts: tuple[int, ...]


class Watcher:
    """Takes every frame of a film in order; the points of all faces go into `spool`."""

    def __init__(self, source: FaceSource, spool: PointSpool, rate: Fraction) -> None:
        self._source, self._spool = source, spool
        self._cut_finder = CutFinder(min(max(round(_LONGEST_FLASH * rate), 2), 10))
        self._follower = Follower(float(rate))
        self._waiting: deque[tuple[list[FaceFound], list[int]]] = deque()
        self._cuts: list[int] = []
        self._shots: list[Shot] = []
        self._passed = 0

    def update(self, image: Image) -> list[FaceFound]:
        """Look at the next frame; the faces in it."""
        verdict = self._cut_finder.update(image)
        if verdict.suspect:
            self._source.reset()
        if verdict.cut is not None:
            self._cuts.append(verdict.cut)
        faces = self._source.update(image)
        self._waiting.append((faces, [self._spool.append(face.points) for face in faces]))
        while len(self._waiting) >= self._cut_finder.delay:
            self._pass_on()
        return faces

    def finish(self) -> Watched:
        """Everything seen. To be called once, after the last frame."""
        self._cuts += self._cut_finder.finish()
        while self._waiting:
            self._pass_on()
        self._shots.append(self._follower.cut(self._passed))
        return Watched(tuple(self._shots), tuple(self._cuts))

    def _pass_on(self) -> None:
        if self._passed in self._cuts[-2 * self._cut_finder.delay :]:
            self._shots.append(self._follower.cut(self._passed))
        self._follower.add(self._passed, *self._waiting.popleft())
        self._passed += 1
