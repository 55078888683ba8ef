"""Frames of a clip that a person should look at, found before anything is rendered. Knows no pictures and no sound.

What is looked at here is the face track alone, and what the engine can do with it; whether mouth and voice are in sync
is found by `core.in_step` in the finished pictures. A problem is a stretch of frames with one
cause; stretches that are a few frames apart are one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from core.analysis import Analysis
from core.arrays import Points
from core.cast import Role, cast
from core.face.mesh import LOWER_OUTER, UPPER_OUTER, face_frame
from core.job import Job, Progress
from core.project import Clip, Span

LOW_CONFIDENCE = 0.5
"""Confidence of the face finder below which a face may be none."""

FURTHEST_YAW = 50.0
"""Degrees of turn beyond which half of the mouth cannot be seen."""

JUMP = 0.35
"""Change of movement from one frame to the next, in scales of the face, that nobody makes."""

TOO_LARGE = 1.35
"""How many times larger than the engine's picture a face may be before it looks soft."""

_JOINED = 3  # frames
_CHECKED = 250  # frames between two steps of the job
_FACE_WIDTHS = 2.2  # the square that engines work on is about this many face scales wide
_LIPS = (*UPPER_OUTER, *LOWER_OUTER)


class Trouble(StrEnum):
    """What is wrong with a stretch of frames."""

    NO_FACE = "no face"
    LOW_CONFIDENCE = "face uncertain"
    JUMP = "face jumps"
    MOUTH_OUTSIDE = "mouth outside the picture"
    TURNED = "head turned too far"
    TOO_LARGE = "face larger than the engine paints"
    OUT_OF_SYNC = "out of sync"


@dataclass(frozen=True, slots=True)
class Problem:
    """A stretch of frames of a clip that should be looked at, and why."""

    clip: str
    trouble: Trouble
    span: Span


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was measured in every frame of a role's track; row i is the track's i-th frame.

    `centre` (n, 2) and `scale` (n,) in pixels, `yaw` (n,) in degrees, `outside` (n,) whether lips leave the picture.
    """

    centre: NDArray[np.float64]
    scale: NDArray[np.float64]
    yaw: NDArray[np.float64]
    outside: NDArray[np.bool_]


def find_problems(analysis: Analysis, clip: Clip, crop_size: int | None) -> Job[tuple[Problem, ...]]:
    """What is wrong in a clip, in order of its frames, for an engine that paints squares of `crop_size` pixels.

    `crop_size` None is an engine that paints in the film's own resolution. Progress counts frames. Raises FaceError as
    `core.cast.cast` does.
    """
    found: list[Problem] = []
    for role in cast(analysis, clip.span, clip.face):
        seen = yield from _look(role, analysis)
        flags = _flags(role, seen, crop_size, frozenset(analysis.cuts))
        for trouble, frames in flags.items():
            found += [Problem(clip.id, trouble, span) for span in _stretches(frames)]
    return tuple(sorted(found, key=lambda problem: (problem.span.start, problem.trouble)))


def next_problem(problems: Sequence[Problem], frame: int) -> int | None:
    """The frame of the first problem that begins behind `frame`; from the start again if there is none."""
    starts = sorted({problem.span.start for problem in problems})
    return next((start for start in starts if start > frame), starts[0] if starts else None)


def previous_problem(problems: Sequence[Problem], frame: int) -> int | None:
    """The frame of the last problem that begins before `frame`; from the end again if there is none."""
    starts = sorted({problem.span.start for problem in problems}, reverse=True)
    return next((start for start in starts if start < frame), starts[0] if starts else None)


def _look(role: Role, analysis: Analysis) -> Job[_Seen]:
    track, count = role.track, len(role.track.present)
    seen = _Seen(np.zeros((count, 2)), np.zeros(count), np.zeros(count), np.zeros(count, bool))
    for row in np.flatnonzero(track.present & role.frames[track.start : track.stop]).tolist():
        points = track.points[row]
        frame = face_frame(points)
        seen.centre[row] = points[:, :2].mean(axis=0)
        seen.scale[row], seen.yaw[row] = frame.scale, frame.yaw
        seen.outside[row] = _leaves(points, analysis.size)
        if row % _CHECKED == 0:
            yield Progress(track.start + row, analysis.frames, "problems")
    return seen


def _leaves(points: Points, size: tuple[int, int]) -> bool:
    lips = points[list(_LIPS), :2]
    return bool((lips < 0).any() or (lips > np.array(size)).any())


def _flags(role: Role, seen: _Seen, crop_size: int | None, cuts: frozenset[int]) -> dict[Trouble, NDArray[np.intp]]:
    """Frames of the film by what is wrong with them."""
    track = role.track
    own = role.frames[track.start : track.stop]
    here = own & track.present
    missing = role.frames.copy()
    missing[track.start : track.stop] &= ~track.present
    rows = {
        Trouble.LOW_CONFIDENCE: here & (track.confidence < LOW_CONFIDENCE),
        Trouble.JUMP: here & _jumps(seen, here, [cut - track.start for cut in cuts]),
        Trouble.MOUTH_OUTSIDE: here & seen.outside,
        Trouble.TURNED: here & (np.abs(seen.yaw) > FURTHEST_YAW),
    }
    if crop_size is not None:
        rows[Trouble.TOO_LARGE] = here & (seen.scale * _FACE_WIDTHS > TOO_LARGE * crop_size)
    flags = {trouble: np.flatnonzero(which) + track.start for trouble, which in rows.items()}
    return {Trouble.NO_FACE: np.flatnonzero(missing), **flags}


def _jumps(seen: _Seen, here: NDArray[np.bool_], cuts: Sequence[int]) -> NDArray[np.bool_]:
    """Frames that the face comes to by a leap: a step unlike the one before it and unlike the one after it."""
    jumps = np.zeros(len(here), bool)
    both = here[1:] & here[:-1]
    both[[cut - 1 for cut in cuts if 0 < cut < len(here)]] = False
    scale = np.maximum(seen.scale, 1e-6)
    steps = np.column_stack([np.diff(seen.centre, axis=0) / scale[1:, None], np.diff(np.log(scale))])
    steps[~both] = 0.0
    still = np.zeros((1, 3))
    before = np.linalg.norm(steps - np.concatenate([still, steps])[: len(steps)], axis=1)
    after = np.linalg.norm(steps - np.concatenate([steps, still])[1:], axis=1)
    jumps[1:] = both & (np.minimum(before, after) > JUMP)
    return jumps


def _stretches(frames: NDArray[np.intp]) -> list[Span]:
    """Unbroken stretches of rising frame numbers; a gap of a few frames does not break one."""
    if not len(frames):
        return []
    parts = np.split(frames, np.flatnonzero(np.diff(frames) > _JOINED) + 1)
    return [Span(int(part[0]), int(part[-1]) + 1) for part in parts]
