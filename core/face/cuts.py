"""Where one shot ends and the next begins. Knows nothing of faces.

Two frames are compared by their layout (correlation of small grey pictures, blind to exposure and forgiving towards a
few pixels of movement) and by their colours (Bhattacharyya coefficient of histograms). A cut is where every frame
just before differs from every frame just after; a flash, a passing hand or a dropped frame lets one pair agree.
"""

from collections import deque
from dataclasses import dataclass

import cv2
import numpy as np

from core.arrays import Floats, Image

_SIDE = 32  # pixels a side of the layout; the colours are counted at twice that
_SHIFT = 2  # pixels of movement that are forgiven
_LAYOUT, _COLOUR = 0.35, 0.25  # difference of either that makes a cut by itself
_CALM = 0.5  # difference below which movement need not be searched for
_GREY_NOISE = 4.0  # variance of a grey picture below which its layout is nothing but noise
_LUMA_BINS, _CHROMA_BINS, _CHROMA = 8, 23, [36, 220]  # grey lies in the middle of a bin, not between two
_MOVED = 0.08  # layout difference below which a change of colours is one of light, not of place


@dataclass(frozen=True, slots=True)
class Signature:
    """What is kept of a frame: `layout` (32, 32) grey values, `colours` square roots of a histogram's shares."""

    layout: Floats
    colours: Floats


@dataclass(frozen=True, slots=True)
class Verdict:
    """`suspect`: this frame looks like a new shot. `cut`: the earlier frame that has now been found to begin one."""

    suspect: bool
    cut: int | None


class CutFinder:
    """Finds cuts in frames given in order; certain only `delay` frames later.

    `delay` is the longest flash, in frames, that is not taken for a cut.
    """

    def __init__(self, delay: int) -> None:
        self.delay = delay
        self._recent: deque[Signature] = deque(maxlen=2 * delay)
        self._suspects: deque[bool] = deque(maxlen=2 * delay)
        self._count = 0

    def update(self, image: Image) -> Verdict:
        """Take the next frame."""
        seen = signature(image)
        suspect = bool(self._recent) and difference(self._recent[-1], seen) > 1
        self._recent.append(seen)
        self._suspects.append(suspect)
        self._count += 1
        return Verdict(suspect, self._judge(self._count - self.delay))

    def finish(self) -> list[int]:
        """Cuts among the last frames, which nothing follows that could speak against them."""
        last = range(max(self._count - self.delay + 1, 1), self._count)
        return [frame for candidate in last if (frame := self._judge(candidate)) is not None]

    def _judge(self, frame: int) -> int | None:
        """`frame` if a shot begins there, else None."""
        place = frame - (self._count - len(self._recent))
        if frame < 1 or place < 1 or not self._suspects[place]:
            return None
        signatures = list(self._recent)
        before, after = signatures[max(place - self.delay, 0) : place], signatures[place : place + self.delay]
        return frame if all(difference(a, b) > 1 for a in before for b in after) else None


def signature(image: Image) -> Signature:
    """The signature of a picture."""
    step = max(min(image.shape[:2]) // (4 * _SIDE), 1)  # every pixel of a large picture would cost ten times as much
    small = cv2.resize(image[::step, ::step].copy(), (2 * _SIDE, 2 * _SIDE), interpolation=cv2.INTER_AREA)
    colours = cv2.cvtColor(small, cv2.COLOR_RGB2YCrCb)
    counts = cv2.calcHist(
        [colours], [0, 1, 2], None, [_LUMA_BINS, _CHROMA_BINS, _CHROMA_BINS], [0, 256, *_CHROMA, *_CHROMA]
    )
    layout = cv2.resize(colours[..., 0].astype(np.float32), (_SIDE, _SIDE), interpolation=cv2.INTER_AREA)
    return Signature(layout.astype(np.float32), np.sqrt(counts.ravel() / (4 * _SIDE**2)))


def difference(one: Signature, other: Signature) -> float:
    """How much two frames differ; above 1 they are of different shots."""
    colours = (1 - float(one.colours @ other.colours)) / _COLOUR
    layout = _layout_difference(one.layout, other.layout)
    if colours + layout / _LAYOUT > _CALM:
        layout = min(_shifted_differences(one.layout, other.layout))
    return colours * min(layout / _MOVED, 1.0) + layout / _LAYOUT


def _shifted_differences(one: Floats, other: Floats) -> list[float]:
    steps = range(-_SHIFT, _SHIFT + 1)
    return [_layout_difference(_moved(one, dx, dy), _moved(other, -dx, -dy)) for dy in steps for dx in steps]


def _moved(layout: Floats, dx: int, dy: int) -> Floats:
    """The part of a layout that overlaps with one moved by (dx, dy)."""
    rows = slice(max(dy, 0), _SIDE + min(dy, 0))
    return layout[rows, max(dx, 0) : _SIDE + min(dx, 0)]


def _layout_difference(one: Floats, other: Floats) -> float:
    """1 - correlation, in [0, 2]; 0 for two even pictures, near 1 for an even and an uneven one."""
    a, b, noise = one - one.mean(), other - other.mean(), one.size * _GREY_NOISE
    power = float(np.sqrt(((a * a).sum() + noise) * ((b * b).sum() + noise)))
    return 1 - (float((a * b).sum()) + noise) / power
