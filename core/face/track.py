"""One person through a shot. Knows nothing of networks and pictures."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats, Points


@dataclass(frozen=True, slots=True)
class FaceTrack:
    """One person from frame `start` on; row i of every array is frame `start + i`, whether a face was seen or not.

    - `points` (n, 468, 3) float32 mesh in pixels of the frame, smoothed in time; rows without a face hold zeros
    - `present` (n,) bool
    - `confidence` (n,) float32 in [0, 1]
    - `boxes` (n, 4) float32: x0, y0, x1, y1 of the mesh
    """

    id: int
    start: int
    points: Floats
    present: NDArray[np.bool_]
    confidence: Floats
    boxes: Floats

    @property
    def stop(self) -> int:
        """Frame after the last one of the track."""
        return self.start + len(self.present)

    def at(self, frame: int) -> Points | None:
        """Mesh points (468, 3) of the person in a frame, or None where no face was seen."""
        row = frame - self.start
        if not 0 <= row < len(self.present) or not self.present[row]:
            return None
        points: Points = self.points[row]
        return points
