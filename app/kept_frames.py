"""Finished frames that are kept round the playhead, so that looking at them again costs nothing. Knows no widget.

They belong to one state of the project; another state forgets them all. The worker puts frames in, the window takes
them out, so every method may be called by any thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING

import psutil

from core.project import DubProject

if TYPE_CHECKING:
    from core.preview import PreviewFrame

SMALLEST, LARGEST, SHARE = 256 << 20, 2 << 30, 8
"""Bytes that are kept at least and at most; between them, this part of the memory that is free."""

_BEHIND = 3
"""How many frames ahead of the playhead count as much as one behind it."""


def usual_budget() -> int:
    """Bytes to keep on this machine."""
    return int(min(max(psutil.virtual_memory().available / SHARE, SMALLEST), LARGEST))


class KeptFrames:
    """Frames of one state of a project, up to `budget` bytes; those farthest from the playhead go first."""

    def __init__(self, budget: int) -> None:
        self._budget = budget
        self._lock = Lock()
        self._project: DubProject | None = None
        self._frames: dict[int, tuple[PreviewFrame, int]] = {}
        self._bytes = 0
        self._playhead = 0
        self._largest = 1

    def begin(self, project: DubProject) -> None:
        """Keep frames of this state only; those of another are forgotten."""
        with self._lock:
            if project != self._project:
                self._project, self._frames, self._bytes, self._largest = project, {}, 0, 1

    def move(self, playhead: int) -> None:
        """The playhead stands here."""
        with self._lock:
            self._playhead = playhead

    def get(self, project: DubProject, index: int) -> PreviewFrame | None:
        """A kept frame of this state, or None."""
        with self._lock:
            kept = self._frames.get(index) if project == self._project else None
            return kept[0] if kept is not None else None

    def put(self, project: DubProject, frame: PreviewFrame) -> None:
        """Keep a frame, unless it is of another state."""
        size = _bytes(frame)
        with self._lock:
            if project != self._project:
                return
            self._drop(frame.index)
            self._frames[frame.index] = (frame, size)
            self._bytes += size
            self._largest = max(self._largest, size)
            while self._bytes > self._budget and len(self._frames) > 1:
                self._drop(max(self._frames, key=self._distance))

    def wanted(self, frames: int) -> int | None:
        """The missing frame that is of most use now, None if nothing could be kept that is of more."""
        with self._lock:
            room = max(self._budget // self._largest - 1, 1)
            order = _around(self._playhead, frames, room)
            return next((index for index in order if index not in self._frames), None)

    def spans(self) -> tuple[tuple[int, int], ...]:
        """Stretches [start, stop) of frames that are kept."""
        with self._lock:
            kept = sorted(self._frames)
        spans: list[tuple[int, int]] = []
        for index in kept:
            if spans and spans[-1][1] == index:
                spans[-1] = (spans[-1][0], index + 1)
            else:
                spans.append((index, index + 1))
        return tuple(spans)

    def _distance(self, index: int) -> int:
        ahead = index - self._playhead
        return ahead if ahead >= 0 else -_BEHIND * ahead

    def _drop(self, index: int) -> None:
        kept = self._frames.pop(index, None)
        self._bytes -= kept[1] if kept is not None else 0


def _around(playhead: int, frames: int, room: int) -> Sequence[int]:
    """The `room` frames of most use, the nearest first."""
    ahead = [(step, playhead + step) for step in range(min(room, frames - playhead))]
    behind = [(step * _BEHIND, playhead - step) for step in range(1, min(room, playhead) + 1)]
    return [index for _, index in sorted(ahead + behind)[:room]]


def _bytes(frame: PreviewFrame) -> int:
    own = 0 if frame.dubbed is None or frame.dubbed is frame.original else frame.dubbed.nbytes
    return int(frame.original.nbytes + own)
