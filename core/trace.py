"""What a dubber did to faces while it did it: kept for whoever looks into a frame. Computes nothing by itself."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from core.arrays import Image, Points
from core.engines import Patch, Refusal
from core.face.blend import Mask
from core.stopwatch import Stopwatch


@dataclass(frozen=True, slots=True)
class FaceTrace:
    """One face of one picture, as it came to the engine and as it was laid over.

    `before` and `after` are the whole picture without and with this face's mouth, `after` and `mask` None where the
    engine refused.
    """

    clip: str
    number: int
    points: Points
    before: Image
    made: Patch | Refusal
    mask: Mask | None = None
    after: Image | None = None


class Trace:
    """Faces in the order in which they were done, and the seconds of every stage, of the call it was given to."""

    def __init__(self) -> None:
        self.faces: list[FaceTrace] = []
        self._stopwatch = Stopwatch()

    @property
    def seconds(self) -> dict[str, float]:
        """Seconds by stage: `faces`, `mouths`, `parsing`, `mask`, `blending`; those that did not happen are missing."""
        return {name: spent for name, spent in self._stopwatch.seconds.items() if name != "whole"}

    def add(self, face: FaceTrace) -> None:
        """Keep what was done to a face."""
        self.faces.append(face)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time a block as part of a stage."""
        with self._stopwatch.stage(name):
            yield
