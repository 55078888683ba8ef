"""Finished frames that are kept round the playhead, so that looking at them again costs nothing. Knows no widget.

They belong to a state of the project; what another state shares with it is not made again. The worker puts frames in,
the window takes them out, so every method may be called by any thread.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from threading import Lock
from typing import TYPE_CHECKING

import psutil

from core.project import DubProject
from core.seen import stretches

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
    """Frames of the present state of the project, up to `budget` bytes; those farthest from the playhead go first.

    Each frame is kept under what its own pixels depend on (`core.seen`): a change forgets nothing that it does not
    touch, and one that is taken back finds what was there before, as far as there was room for it.
    """

    def __init__(self, budget: int) -> None:
        self._budget = budget
        self._lock = Lock()
        self._project: DubProject | None = None
        self._numbers: dict[Hashable, int] = {}  # what frames depend on → a number for it
        self._states: list[int] = []  # of every frame of the film
        self._frames: dict[tuple[int, int], tuple[PreviewFrame, int]] = {}  # (index, state) → frame and bytes
        self._bytes = 0
        self._playhead = 0
        self._largest = 1

    def limit(self, budget: int) -> None:
        """Keep at most so many bytes from now on; what is over it goes when the next frame comes."""
        with self._lock:
            self._budget = budget

    def begin(self, project: DubProject) -> None:
        """From now on frames of this state are asked for; those of another film are forgotten."""
        with self._lock:
            if project == self._project:
                return
            if self._project is None or project.footage != self._project.footage:
                self._frames, self._numbers, self._bytes, self._largest = {}, {}, 0, 1
            self._project = project
            self._states = []
            for start, stop, key in stretches(project):
                self._states += [self._numbers.setdefault(key, len(self._numbers))] * (stop - start)

    def move(self, playhead: int) -> None:
        """The playhead stands here."""
        with self._lock:
            self._playhead = playhead

    def get(self, project: DubProject, index: int) -> PreviewFrame | None:
        """A kept frame of this state, or None."""
        with self._lock:
            kept = self._frames.get(self._key(index)) if project == self._project else None
            return kept[0] if kept is not None else None

    def put(self, project: DubProject, frame: PreviewFrame) -> None:
        """Keep a frame, unless it is of another state."""
        size = _bytes(frame)
        with self._lock:
            if project != self._project:
                return
            self._drop(self._key(frame.index))
            self._frames[self._key(frame.index)] = (frame, size)
            self._bytes += size
            self._largest = max(self._largest, size)
            while self._bytes > self._budget and len(self._frames) > 1:
                self._drop(self._least_useful())

    def wanted(self, frames: int) -> int | None:
        """The missing frame that is of most use now, None if nothing could be kept that is of more."""
        with self._lock:
            room = max(self._budget // self._largest - 1, 1)
            order = _around(self._playhead, frames, room)
            return next((index for index in order if self._key(index) not in self._frames), None)

    def spans(self) -> tuple[tuple[int, int], ...]:
        """Stretches [start, stop) of frames that are kept and would be shown now."""
        with self._lock:
            kept = sorted(index for index, state in self._frames if self._states[index] == state)
        spans: list[tuple[int, int]] = []
        for index in kept:
            if spans and spans[-1][1] == index:
                spans[-1] = (spans[-1][0], index + 1)
            else:
                spans.append((index, index + 1))
        return tuple(spans)

    def _key(self, index: int) -> tuple[int, int]:
        return index, self._states[index]

    def _least_useful(self) -> tuple[int, int]:
        """A frame of a state that is not shown, the one kept longest ago; else the one farthest from the playhead."""
        old = next((key for key in self._frames if key != self._key(key[0])), None)
        return old if old is not None else max(self._frames, key=self._distance)

    def _distance(self, key: tuple[int, int]) -> int:
        ahead = key[0] - self._playhead
        return ahead if ahead >= 0 else -_BEHIND * ahead

    def _drop(self, key: tuple[int, int]) -> None:
        kept = self._frames.pop(key, None)
        self._bytes -= kept[1] if kept is not None else 0


def _around(playhead: int, frames: int, room: int) -> Sequence[int]:
    """The `room` frames of most use, the nearest first."""
    ahead = [(step, playhead + step) for step in range(min(room, frames - playhead))]
    behind = [(step * _BEHIND, playhead - step) for step in range(1, min(room, playhead) + 1)]
    return [index for _, index in sorted(ahead + behind)[:room]]


def _bytes(frame: PreviewFrame) -> int:
    own = 0 if frame.dubbed is None or frame.dubbed is frame.original else frame.dubbed.nbytes
    return int(frame.original.nbytes + own)
