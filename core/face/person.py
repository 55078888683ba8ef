"""What is learned of one person before their mouth is moved. Knows nothing of sound and of video files.

Everything is worked out from the whole track, so that a frame looks the same whether it is asked for alone or in a row.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter1d

from core.arrays import Floats, Image, Points
from core.face import lips, mesh
from core.face.borrowed import borrow
from core.face.interior import Interior
from core.face.lips import Habits
from core.face.painted import paint
from core.face.track import FaceTrack

Rows = NDArray[np.intp]
ReadFrames = Callable[[Sequence[int]], Iterator[Image]]

LEAST_OPEN = 0.09
"""Gap, as a share of the face's scale, from which the inside of a mouth can be borrowed."""

_CANDIDATES = 6  # pictures of open mouths that are looked at
_KNOWN_BY = (mesh.EYE_LEFT, mesh.NOSE_TIP, mesh.CHIN, mesh.MOUTH_LEFT, mesh.MOUTH_RIGHT, mesh.LIP_UPPER_INNER,
             mesh.LIP_LOWER_INNER)  # fmt: skip
_REST_FRAMES = 12.0  # deviation of the smoothing that leaves a smile and takes away speech: half a second
_YAW_FRAMES = 1.5


@dataclass(frozen=True, slots=True)
class Person:
    """One person through a track: habits, the inside of the mouth, and per frame what the face does without speaking.

    Of the n frames that show the face: `places` (n, 14) some points of it in pixels; `rest_width` (n,) the width the
    mouth would have without speech, as a share of the scale; `yaw` (n,) in degrees, without the tremble of the mesh.
    """

    habits: Habits
    inside: Interior
    places: Floats
    rest_width: Floats
    yaw: Floats

    def at(self, points: Points) -> tuple[float, float]:
        """Width at rest and yaw of a face with mesh (468, 3).

        A frame of a film may be shown twice or backwards, so it is known by where the face lies and not by a number.
        """
        row = int(((self.places - _place(points)) ** 2).sum(axis=1).argmin())
        return float(self.rest_width[row]), float(self.yaw[row])


def study(track: FaceTrack, read: ReadFrames) -> Person:
    """Look at a person: their measures on every frame, and a few pictures for the inside of the mouth.

    Raises ValueError if the track shows no face at all.
    """
    rows = np.flatnonzero(track.present)
    if not len(rows):
        raise ValueError("the track shows no face")
    meshes = [track.points[int(row)] for row in rows]
    measured = [lips.measure(points) for points in meshes]
    habits = _habits(measured)
    yaw = np.array([mesh.face_frame(points).yaw for points in meshes], np.float32)
    width = np.array([one.width for one in measured], np.float32)
    return Person(
        habits,
        _inside(track, rows, np.array([one.gap[5] for one in measured], np.float32), yaw, read),
        np.stack([_place(points) for points in meshes]),
        _smoothed(rows, width, _REST_FRAMES),
        _smoothed(rows, yaw, _YAW_FRAMES),
    )


def _place(points: Points) -> Floats:
    return np.asarray(points[list(_KNOWN_BY), :2].ravel(), np.float32)


def _smoothed(rows: Rows, values: Floats, deviation: float) -> Floats:
    """Values (n,) at the given rows, smoothed over the rows of the track, those without a face bridged."""
    every = np.arange(rows[0], rows[-1] + 1)
    smooth = gaussian_filter1d(np.interp(every, rows, values), deviation, mode="nearest")
    return np.asarray(smooth[rows - rows[0]], np.float32)


def _habits(measured: list[lips.Lips]) -> Habits:
    gaps = np.array([one.gap[5] for one in measured])
    closed = float(np.clip(np.percentile(gaps, 3), 0, 0.02))
    return Habits(
        float(np.clip(0.4 * 0.17 + 0.6 * (np.percentile(gaps, 95) - closed), 0.14, 0.23)),
        closed,
        float(np.median([one.width for one in measured])),
        np.median([one.upper for one in measured], axis=0).astype(np.float32),
        np.median([one.lower for one in measured], axis=0).astype(np.float32),
    )


def _inside(track: FaceTrack, rows: Rows, gaps: Floats, yaw: Floats, read: ReadFrames) -> Interior:
    """The best picture of an open mouth among the most promising frames; painted if the mouth never opens."""
    usual = float(np.median(yaw))
    promise = np.minimum(gaps, 0.22) - 0.004 * np.abs(yaw - usual)
    order = [int(rows[i]) for i in np.argsort(-promise) if gaps[i] >= LEAST_OPEN]
    chosen = sorted(order[:: max(1, len(order) // (4 * _CANDIDATES))][:_CANDIDATES])
    if not chosen:
        row = int(rows[len(rows) // 2])
        return paint(next(read([track.start + row])), track.points[row])
    best, most = None, -np.inf
    for row, image in zip(chosen, read([track.start + row for row in chosen]), strict=True):
        worth = _clearness(image, track.points[row])
        if worth > most:
            best, most = borrow(image, track.points[row]), worth
    assert best is not None
    return best


def _clearness(image: Image, points: Points) -> float:
    """How much of bright teeth and of detail the open mouth of a picture shows."""
    inside = borrow(image, points)
    shown = inside.upper[..., 3] > 0.5
    teeth = inside.upper[..., :3].mean(axis=-1)[shown]
    detail = np.abs(np.diff(inside.upper[..., :3].mean(axis=-1), axis=1)).mean()
    return float(np.percentile(teeth, 80) + 3 * detail) if shown.any() else -np.inf
