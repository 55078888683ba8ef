"""The same person in different shots, told by looks. Knows nothing of networks and pictures.

An embedding decides where there is one. Otherwise two tracks are one person only if both the colours and the
proportions of the face agree closely: rather the same person twice than two people as one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.arrays import Floats

_LENGTHS = np.array([(33, 263), (133, 362), (168, 2), (234, 454), (127, 356), (98, 327), (10, 168), (33, 133),
                     (362, 263), (105, 33), (334, 263), (33, 2), (263, 2), (127, 168), (356, 168), (234, 2),
                     (454, 2)])  # fmt: skip  # between points that neither jaw nor lips move

# Halves of one clip agree within .012 in proportions and .96 in texture; of twenty people in all pairs, none
# come as near in both.
_PROPORTIONS, _TEXTURE, _EMBEDDING = 0.014, 0.94, 0.45


@dataclass(frozen=True, slots=True)
class Looks:
    """How a person looks in the frames [start, stop) of one track.

    `proportions` are those of this module; `texture` and `embedding` are those of `core.face.landmarks.FaceFound`.
    """

    start: int
    stop: int
    proportions: Floats
    texture: Floats | None
    embedding: Floats | None


def proportions(points: Floats) -> Floats:
    """Logarithms of lengths on a face against their own mean, (17,): the median of the frames (n, 468, 3)."""
    lengths = np.linalg.norm(points[:, _LENGTHS[:, 0]] - points[:, _LENGTHS[:, 1]], axis=-1)
    logs = np.log(np.maximum(lengths, 1e-6))
    return np.asarray(np.median(logs - logs.mean(axis=1, keepdims=True), axis=0), np.float32)


def people(seen: Sequence[Looks]) -> list[int]:
    """A number for every track; those of one person have the same. Nobody is in two places at once."""
    groups: list[list[Looks]] = []
    numbers = []
    for looks in seen:
        fits = (number for number, group in enumerate(groups) if _fits(looks, group))
        number = next(fits, len(groups))
        if number == len(groups):
            groups.append([])
        groups[number].append(looks)
        numbers.append(number)
    return numbers


def _fits(looks: Looks, group: Sequence[Looks]) -> bool:
    apart = all(looks.start >= other.stop or looks.stop <= other.start for other in group)
    return apart and any(_same(looks, other) for other in group)


def _same(one: Looks, other: Looks) -> bool:
    if one.embedding is not None and other.embedding is not None:
        return float(one.embedding @ other.embedding) > _EMBEDDING
    if one.texture is None or other.texture is None:
        return False
    differ = float(np.sqrt(((one.proportions - other.proportions) ** 2).mean()))
    return differ < _PROPORTIONS and float(one.texture @ other.texture) > _TEXTURE
