"""Informative Frame Sampling: which other frame of a clip is shown as the reference. Knows no pictures, no networks.

The reference must show the person in nearly the same pose, so that the network has no head to turn, and with another
mouth, so that it has nothing to copy (Zhang et al. 2024, arXiv 2410.10122, section "Informative Frame Sampling"). Both
are read from 68 landmarks: the pose from the jaw line, the mouth from the inner lips.

What is done otherwise than in the published code, and why:

- the lists are made once per clip, not anew for every sample: they depend on nothing else;
- `share` is 0.5 as in the paper (the code has 0.51), counted over the other frames of the clip;
- all 17 points of the jaw and all 8 of the inner lips are used, where its slices stop one short.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats

JAW, INNER_LIPS = tuple(range(17)), tuple(range(60, 68))
"""Points of the iBUG 68-point scheme (Sagonas et al. 2013)."""

SIDE = 256
"""Faces are compared after their box was scaled to a square of so many pixels."""

APART = 5
"""Frames that must at least lie between a frame and its reference: closer ones are nearly the same picture."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Which landmarks tell the pose and which the mouth."""

    pose: tuple[int, ...] = JAW
    mouth: tuple[int, ...] = INNER_LIPS


def scaled_to_box(landmarks: Floats, boxes: Floats) -> Floats:
    """Landmarks (n, 68, 2) in pixels, as seen in their boxes (n, 4: x0, y0, x1, y1) after scaling to `SIDE`²."""
    corner = boxes[:, None, :2].astype(np.float64)
    size = boxes[:, None, 2:].astype(np.float64) - corner
    return np.asarray((landmarks - corner) * (SIDE / size))


def distances(points: Floats, drive: int) -> Floats:
    """Mean distance (n,) of the points (n, p, 2) of every frame to those of frame `drive`, in their own unit."""
    return np.asarray(np.linalg.norm(points - points[drive], axis=-1).mean(axis=-1))


class InformativeSampler:
    """Candidates for the reference of every frame of one clip.

    `landmarks` (n, 68, 2) and `boxes` (n, 4) in pixels of the film. Raises ValueError for `share` outside (0, 1].
    """

    def __init__(self, landmarks: Floats, boxes: Floats, share: float = 0.5, parts: Parts | None = None) -> None:
        if not 0 < share <= 1:
            raise ValueError(f"a share of {share}")
        parts = parts or Parts()
        points = scaled_to_box(landmarks, boxes)
        self._pose, self._mouth = points[:, parts.pose], points[:, parts.mouth]
        self._top = int(share * len(landmarks))
        self._candidates = [self._find(drive) for drive in range(len(landmarks))]

    def nearest_pose(self, drive: int) -> NDArray[np.intp]:
        """The frames most like `drive` in pose, best first, without itself."""
        order = np.argsort(distances(self._pose, drive), kind="stable")
        others: NDArray[np.intp] = order[order != drive][: self._top]
        return others

    def farthest_mouth(self, drive: int) -> NDArray[np.intp]:
        """The frames most unlike `drive` in the mouth, most unlike first."""
        return np.argsort(-distances(self._mouth, drive), kind="stable")[: self._top]

    def candidates(self, drive: int) -> NDArray[np.intp]:
        """Frames alike in pose and unlike in the mouth, best pose first; may be empty."""
        return self._candidates[drive]

    def choose(self, drive: int, rng: np.random.Generator) -> int:
        """A reference for frame `drive`, at least `APART` frames away.

        One of the candidates if there is any; else any frame far enough away; in a clip too short for that, the one
        farthest away.
        """
        found = self._candidates[drive]
        if len(found):
            return int(rng.choice(found))
        count = len(self._candidates)
        others = np.flatnonzero(np.abs(np.arange(count) - drive) >= APART)
        if len(others):
            return int(rng.choice(others))
        return 0 if drive >= count / 2 else count - 1

    def _find(self, drive: int) -> NDArray[np.intp]:
        near = self.nearest_pose(drive)
        both = near[np.isin(near, self.farthest_mouth(drive))]
        return both[np.abs(both - drive) >= APART]
