"""Whose mouth speaks in which frames of a clip. Knows the tracks of an analysis, nothing of sound and pictures."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.analysis import Analysis, choose_face, seen_area
from core.face.track import FaceTrack
from core.project import Span


@dataclass(frozen=True, slots=True)
class Role:
    """One track that speaks, and the frames of the film that are its own, (frames,) bool."""

    track: FaceTrack
    frames: NDArray[np.bool_]


def cast(analysis: Analysis, span: Span, wanted: int | None) -> tuple[Role, ...]:
    """The tracks that speak in a span, in order of time; together their frames are those of the span.

    With `wanted` it is that one face. Otherwise it is the largest face of every shot: the weightiest track of the
    span, then, in order of weight, every other one that is seen only while none of those before is. Frames without
    any of them belong to the role before them, where they are counted as having no face.
    Raises FaceError if there is no face, or not the one wanted.
    """
    first = choose_face(analysis, span, wanted)
    tracks = [first]
    if wanted is None:
        rest = sorted(analysis.tracks, key=lambda track: seen_area(track, span), reverse=True)
        for track in rest:
            if seen_area(track, span) > 0 and all(_apart(track, other) for other in tracks):
                tracks.append(track)
    tracks.sort(key=lambda track: track.start)
    return _shared(tracks, span, analysis.frames)


def _shared(tracks: Sequence[FaceTrack], span: Span, frames: int) -> tuple[Role, ...]:
    """Every track has the frames from its start to the start of the next; the first one also those before it."""
    starts = [0, *(track.start for track in tracks[1:]), frames]
    number = np.arange(frames)
    inside = (number >= span.start) & (number < span.stop)
    return tuple(
        Role(track, inside & (number >= start) & (number < stop))
        for track, start, stop in zip(tracks, starts, starts[1:], strict=False)
    )


def _apart(one: FaceTrack, other: FaceTrack) -> bool:
    return one.stop <= other.start or other.stop <= one.start
