"""What is learned of one person before their mouth is moved. Knows nothing of sound; reads pictures only through a function.

Everything is worked out from the whole track, so that a frame looks the same whether it is asked for alone or in a row.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter1d

from core.arrays import Floats, Image, Points
from core.face import interior, lips, mesh
from core.face.interior import Interior
from core.face.lips import Habits
from core.face.track import FaceTrack

ReadFrames = Callable[[Sequence[int]], Iterator[Image]]

LEAST_OPEN = 0.09
"""Gap, as a share of the face's scale, from which the inside of a mouth can be borrowed."""

_CANDIDATES = 6  # pictures of open mouths that are looked at
_REST_SECONDS_IN_FRAMES = 12.0  # deviation of the smoothing of what the mouth does without speech, in frames


@dataclass(frozen=True, slots=True)
class Person:
    """One person through a track: habits, the inside of the mouth, and per frame what the face does without speaking.

    Row i of `rest_width` (shares of the scale) and `yaw` (degrees), (n,) each, is frame `start + i`.
    """

    habits: Habits
    inside: Interior
    start: int
    rest_width: Floats
    yaw: Floats

    def at(self, frame: int) -> tuple[float, float]:
        """Width at rest and yaw at a frame; beyond the track, those of its nearest end."""
        row = min(max(frame - self.start, 0), len(self.yaw) - 1)
        return float(self.rest_width[row]), float(self.yaw[row])


def study(track: FaceTrack, read: ReadFrames) -> Person:
    """Look at a person: their measures on every frame, and a few pictures for the inside of the mouth.

    Raises ValueError if the track shows no face at all.
    """
    rows = np.flatnonzero(track.present)
    if not len(rows):
        raise ValueError("the track shows no face")
    measured = [lips.measure(track.points[row]) for row in rows]
    habits = _habits(measured)
    yaw = np.array([mesh.face_frame(track.points[row]).yaw for row in rows], np.float32)
    width = np.array([one.width for one in measured], np.float32)
    every = np.arange(len(track.present))
    return Person(
        habits,
        _inside(track, rows, np.array([one.gap[5] for one in measured]), yaw, read),
        track.start,
        gaussian_filter1d(np.interp(every, rows, width), _REST_SECONDS_IN_FRAMES, mode="nearest").astype(np.float32),
        gaussian_filter1d(np.interp(every, rows, yaw), 1.5, mode="nearest").astype(np.float32),
    )


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


def _inside(track: FaceTrack, rows: Floats, gaps: Floats, yaw: Floats, read: ReadFrames) -> Interior:
    """The best picture of an open mouth among the most promising frames; painted if the mouth never opens."""
    usual = float(np.median(yaw))
    promise = np.minimum(gaps, 0.22) - 0.004 * np.abs(yaw - usual)
    order = [int(rows[i]) for i in np.argsort(-promise) if gaps[i] >= LEAST_OPEN]
    chosen = sorted(order[:: max(1, len(order) // (4 * _CANDIDATES))][:_CANDIDATES])
    if not chosen:
        row = int(rows[len(rows) // 2])
        return interior.paint(next(read([track.start + row])), track.points[row])
    best, most = None, -np.inf
    for row, image in zip(chosen, read([track.start + row for row in chosen]), strict=True):
        worth = _clearness(image, track.points[row])
        if worth > most:
            best, most = interior.borrow(image, track.points[row]), worth
    assert best is not None
    return best


def _clearness(image: Image, points: Points) -> float:
    """How much of bright teeth and of detail the open mouth of a picture shows."""
    inside = interior.borrow(image, points)
    shown = inside.upper[..., 3] > 0.5
    teeth = inside.upper[..., :3].mean(axis=-1)[shown]
    detail = np.abs(np.diff(inside.upper[..., :3].mean(axis=-1), axis=1)).mean()
    return float(np.percentile(teeth, 80) + 3 * detail) if shown.any() else -np.inf
