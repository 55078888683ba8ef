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
from core.face.cover import Skin, learn, skin_around
from core.face.interior import Interior, lit, teeth_light
from core.face.lips import Habits
from core.face.painted import paint
from core.face.track import FaceTrack
from core.job import Job, Progress

Rows = NDArray[np.intp]
ReadFrames = Callable[[Sequence[int]], Iterator[Image]]

LEAST_OPEN = 0.09
"""Gap, as a share of the face's scale, from which the inside of a mouth can be borrowed."""

_CANDIDATES, _APART = 6, 5  # pictures of open mouths that are looked at, and frames between any two of them
_SKIN_SAMPLES = 24  # pictures, spread over the track, by which it is known what the skin around the mouth looks like
_STEP = 500  # meshes that are looked at between two steps: some hundredths of a second
_SPEECH_LIGHT = 0.93  # teeth in speech lie deeper in the shade of the lips than those of the open mouths in a film
_KNOWN_BY = (mesh.EYE_LEFT, mesh.NOSE_TIP, mesh.CHIN, mesh.MOUTH_LEFT, mesh.MOUTH_RIGHT, mesh.LIP_UPPER_INNER,
             mesh.LIP_LOWER_INNER)  # fmt: skip
_REST_FRAMES = 12.0  # deviation of the smoothing that leaves a smile and takes away speech: half a second
_YAW_FRAMES = 1.5


@dataclass(frozen=True, slots=True)
class Person:
    """One person through a track: habits, the inside of the mouth, the skin around it, and the face without speech.

    Of the n frames that show the face: `places` (n, 14) some points of it in pixels; `rest_width` (n,) the width the
    mouth would have without speech, as a share of the scale; `yaw` (n,) in degrees, without the tremble of the mesh.
    """

    habits: Habits
    inside: Interior
    skin: Skin
    places: Floats
    rest_width: Floats
    yaw: Floats

    def at(self, points: Points) -> tuple[float, float]:
        """Width at rest and yaw of a face with mesh (468, 3).

        A frame of a film may be shown twice or backwards, so it is known by where the face lies and not by a number.
        """
        row = int(((self.places - _place(points)) ** 2).sum(axis=1).argmin())
        return float(self.rest_width[row]), float(self.yaw[row])


def study(track: FaceTrack, read: ReadFrames) -> Job[Person]:
    """Look at a person: their measures on every frame, and a few pictures for the inside of the mouth.

    Progress counts what is looked at; between two steps no picture is being read, so that others may read meanwhile.
    Raises ValueError if the track shows no face at all.
    """
    rows = np.flatnonzero(track.present)
    if not len(rows):
        raise ValueError("the track shows no face")
    seen = []
    for done, row in enumerate(rows.tolist()):
        seen.append(_look(track.points[row]))
        if done % _STEP == 0:
            yield Progress(done, len(rows), "faces")
    yaw = np.array([one.yaw for one in seen], np.float32)
    turns = np.column_stack([yaw, np.array([one.pitch for one in seen], np.float32)])
    width = np.array([one.lips.width for one in seen], np.float32)
    inside = yield from _inside(track, rows, np.array([one.lips.gap[5] for one in seen], np.float32), turns, read)
    skin = yield from _skin(track, rows, read)
    return Person(
        _habits([one.lips for one in seen]),
        inside,
        skin,
        np.stack([one.place for one in seen]),
        _smoothed(rows, width, _REST_FRAMES),
        _smoothed(rows, yaw, _YAW_FRAMES),
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is kept of one mesh: an hour of whole meshes would take half a gigabyte."""

    lips: lips.Lips
    yaw: float
    pitch: float
    place: Floats


def _look(points: Points) -> _Seen:
    frame = mesh.face_frame(points)
    pitch = float(np.degrees(np.arcsin(np.clip(frame.down[2], -1, 1))))
    return _Seen(lips.measure(points), frame.yaw, pitch, _place(points))


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


def _inside(track: FaceTrack, rows: Rows, gaps: Floats, turns: Floats, read: ReadFrames) -> Job[Interior]:
    """The clearest picture of an open mouth among the most promising frames; painted if the mouth never opens.

    `turns` (k, 2) are yaw and pitch in degrees: teeth seen as the head mostly is fit most frames.
    """
    chosen = _candidates(rows, np.minimum(gaps, 0.22) - 0.004 * np.abs(turns - np.median(turns, axis=0)).sum(axis=1))
    chosen = [row for row in chosen if gaps[np.searchsorted(rows, row)] >= LEAST_OPEN]
    if not chosen:
        row = int(rows[len(rows) // 2])
        return paint(next(read([track.start + row])), track.points[row])
    found = []
    for done, row in enumerate(chosen):
        found.append(borrow(next(read([track.start + row])), track.points[row]))
        yield Progress(done + 1, len(chosen), "faces")
    best = max(found, key=_clearness)
    usual = float(np.median([teeth_light(one) for one in found]))
    return lit(best, _SPEECH_LIGHT * float(np.clip(usual / max(teeth_light(best), 1e-3), 0.85, 1.15)))


def _skin(track: FaceTrack, rows: Rows, read: ReadFrames) -> Job[Skin]:
    """The skin around the mouth in pictures spread evenly over the track."""
    chosen = [int(rows[at]) for at in np.unique(np.linspace(0, len(rows) - 1, _SKIN_SAMPLES).round().astype(int))]
    seen = []
    for done, row in enumerate(chosen):
        seen.append(skin_around(next(read([track.start + row])), track.points[row]))
        yield Progress(done + 1, len(chosen), "faces")
    return learn(seen)


def _candidates(rows: Rows, promise: Floats) -> list[int]:
    """The most promising rows in ascending order, no two of them nearly the same moment."""
    chosen: list[int] = []
    for row in rows[np.argsort(-promise, kind="stable")].tolist():
        if all(abs(row - other) >= _APART for other in chosen):
            chosen.append(row)
        if len(chosen) == _CANDIDATES:
            break
    return sorted(chosen)


def _clearness(inside: Interior) -> float:
    """How much of bright and finely drawn teeth an inside shows."""
    brightness = inside.upper[..., :3].mean(axis=-1)
    shown = inside.upper[:, 1:, 3] > 0.5
    detail = np.abs(np.diff(brightness, axis=1))[shown]
    return teeth_light(inside) + 0.05 * float(detail.mean()) if shown.any() else -np.inf
