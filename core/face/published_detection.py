"""Which face the published MuseTalk takes from what its detector (S3FD) proposes; for comparison with it.

Knows no networks. This program finds faces otherwise (`core.face.finder`); footage that was prepared by the published
one can be understood with it, together with `core.face.crop.published_box`.
"""

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats
from core.geometry import Box

_SAME, _BELIEVED = 0.3, 0.5  # overlap that makes two proposals one face; score from which it is one


def kept_proposals(proposals: Floats) -> NDArray[np.intp]:
    """Rows of proposals (n, 5: x0, y0, x1, y1, score) that are not overlapped by a better one, best first."""
    left = np.argsort(-proposals[:, 4], kind="stable")
    kept = []
    while len(left):
        best, others = left[0], left[1:]
        kept.append(best)
        left = others[_overlaps(proposals[best], proposals[others]) <= _SAME]
    return np.array(kept, np.intp)


def published_detection(proposals: Floats) -> Box | None:
    """The box of the best proposal that is believed, in whole pixels and not left of or above the picture."""
    kept = [row for row in kept_proposals(proposals) if proposals[row, 4] > _BELIEVED]
    if not kept:
        return None
    x0, y0, x1, y1 = np.trunc(np.maximum(proposals[kept[0], :4], 0))
    return Box(float(x0), float(y0), float(x1), float(y1))


def _overlaps(one: Floats, others: Floats) -> Floats:
    """Intersection over union of a box with others (n,), counted in whole pixels that belong to both ends."""
    low, high = np.maximum(one[:2], others[:, :2]), np.minimum(one[2:4], others[:, 2:4])
    shared = np.prod(np.maximum(high - low + 1, 0), axis=1)
    areas = np.prod(others[:, 2:4] - others[:, :2] + 1, axis=1)
    return np.asarray(shared / (np.prod(one[2:4] - one[:2] + 1) + areas - shared))
