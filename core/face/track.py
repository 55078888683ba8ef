"""One person through a shot. Knows nothing of networks and pictures."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats, Points
from core.face.mesh import POINTS, face_frame
from core.face.stored import StoredPoints

T = TypeVar("T", bound=np.generic)


@dataclass(frozen=True, slots=True)
class FaceTrack:
    """One person from frame `start` on; row i of every array is frame `start + i`, whether a face was seen or not.

    - `points` (n, 468, 3) float32 mesh in pixels of the frame, smoothed in time; rows without a face hold zeros.
      Either an array, or `StoredPoints`, which read like one along the rows and decode them from disk
    - `present` (n,) bool
    - `confidence` (n,) float32 in [0, 1]
    - `boxes` (n, 4) float32: x0, y0, x1, y1 of the mesh
    - `person`: tracks with the same number show the same person in different shots; -1 is not known
    - `embedding` unit length, and `landmarks` (n, 106, 2) or (n, 68, 3) as seen, where the back end has them
    """

    id: int
    start: int
    points: Floats | StoredPoints
    present: NDArray[np.bool_]
    confidence: Floats
    boxes: Floats
    person: int = -1
    embedding: Floats | None = None
    landmarks: Floats | StoredPoints | None = None

    @property
    def stop(self) -> int:
        """Frame after the last one of the track."""
        return self.start + len(self.present)

    def seen(self, frame: int) -> bool:
        """Whether the person's face was found in a frame; cheaper than `at`."""
        row = frame - self.start
        return 0 <= row < len(self.present) and bool(self.present[row])

    def at(self, frame: int) -> Points | None:
        """Mesh points (468, 3) of the person in a frame, or None where no face was seen."""
        if not self.seen(frame):
            return None
        points: Points = self.points[frame - self.start]
        return points

    def yaw(self, frame: int) -> float | None:
        """Turn of the head in degrees (see `core.face.mesh.FaceFrame`), or None where no face was seen."""
        points = self.at(frame)
        return None if points is None else face_frame(points).yaw


def join(tracks: Sequence[FaceTrack]) -> FaceTrack:
    """One track of tracks in order of time that do not overlap; it takes the first one's id.

    Frames between them hold no face. All must keep their points in the same way.
    """
    first = tracks[0]
    if len(tracks) == 1:
        return first
    rows = np.concatenate([np.arange(track.start, track.stop) - first.start for track in tracks])
    count = tracks[-1].stop - first.start
    return FaceTrack(
        first.id,
        first.start,
        _joined_points([track.points for track in tracks], rows, count),
        _spread(np.concatenate([track.present for track in tracks]), rows, count),
        _spread(np.concatenate([track.confidence for track in tracks]), rows, count),
        _spread(np.concatenate([track.boxes for track in tracks]), rows, count),
        first.person,
        first.embedding,
    )


def _joined_points(parts: Sequence[Floats | StoredPoints], rows: NDArray[np.intp], count: int) -> Floats | StoredPoints:
    stored = [part for part in parts if isinstance(part, StoredPoints)]
    if len(stored) < len(parts):
        return np.asarray(_spread(np.concatenate([np.asarray(part) for part in parts]), rows, count), np.float32)
    return StoredPoints(
        stored[0].path,
        stored[0].offset,
        POINTS,
        _spread(np.concatenate([part.rows for part in stored]) + 1, rows, count) - 1,
        _spread(np.concatenate([part.origin for part in stored]), rows, count),
        _spread(np.concatenate([part.unit for part in stored]), rows, count),
    )


def _spread(values: NDArray[T], rows: NDArray[np.intp], count: int) -> NDArray[T]:
    """Values at their rows among `count`; zeros elsewhere."""
    spread = np.zeros((count, *values.shape[1:]), values.dtype)
    spread[rows] = values
    return spread
