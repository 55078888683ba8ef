"""Tells whether something is held before a mouth: a hand, a microphone, a cup. Knows nothing of lips and of sound.

What the lips do says nothing, as a wide open mouth looks like anything. The skin around them does: its colours, counted
from those of the upper face, hardly change while a person speaks, turns and laughs, but whatever covers a mouth covers
much of that skin as well, and is of another colour, another shade or another pattern.

A film may show a person in more than one light, so a picture is compared with samples of the whole track, and must be
unlike three quarters of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from core.arrays import Floats, Image, Points
from core.face import mesh

_AROUND = (164, 167, 393, 165, 391, 92, 322, 186, 410, 216, 436, 206, 426, 57, 287, 212, 432, 18, 83, 313, 182, 406,
           200, 201, 421, 199, 208, 428, 194, 418, 43, 273, 202, 422, 204, 424, 106, 335, 211, 431, 32,
           262)  # fmt: skip
"""Points of the skin from below the nose over the cheeks beside the mouth to the chin."""

_ABOVE = (50, 280, 117, 346, 205, 425, 101, 330, 36, 266, 4, 5, 195, 151, 9, 108, 337)
"""Points of the upper cheeks, the nose and the forehead, by which the light is told."""

_PATCH, _SAMPLES = 0.035, 5
"""Half the side of the patch that is averaged around a point, as a share of the scale, and samples along its side."""

_ALIKE, _SPREADS = 6.0, 2.5
"""Distance of Lab colours up to which skin looks the same, and how many times its usual distance is added to that."""

_NEAREST = 0.25
"""Share of the samples that a picture must look like."""


@dataclass(frozen=True, slots=True)
class Skin:
    """The skin around one person's mouth: Lab colours of k samples (k, 42, 3), and how far two that look alike differ.

    `spread` (42,) is that distance at every point.
    """

    samples: Floats
    spread: Floats


def skin_around(image: Image, points: Points) -> Floats:
    """Lab colours (42, 3) of the skin around the mouth of a mesh (468, 3), relative to the upper face."""
    reach = np.linspace(-_PATCH, _PATCH, _SAMPLES, dtype=np.float32) * np.float32(mesh.face_frame(points).scale)
    offsets = np.stack(np.meshgrid(reach, reach), axis=-1).reshape(1, -1, 2)
    at = points[[*_AROUND, *_ABOVE], None, :2].astype(np.float32) + offsets
    colours = cv2.remap(image, at[..., 0], at[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    means = colours.astype(np.float32).mean(axis=1, keepdims=True) / 255
    lab = cv2.cvtColor(np.ascontiguousarray(means), cv2.COLOR_RGB2LAB)[:, 0]
    return np.asarray(lab[: len(_AROUND)] - np.median(lab[len(_AROUND) :], axis=0), np.float32)


def learn(samples: Sequence[Floats]) -> Skin:
    """What is usual, from at least one `skin_around` of pictures spread over a track."""
    seen = np.stack(samples)
    apart = np.linalg.norm(seen[:, None] - seen[None], axis=-1)
    return Skin(seen, np.median(np.quantile(apart, _NEAREST, axis=1), axis=0).astype(np.float32))


def covered(skin: Skin, seen: Floats) -> float:
    """The share, 0 to 1, of the skin around a mouth that does not look like this person's; `seen` is `skin_around`."""
    unlike = np.linalg.norm(skin.samples - seen, axis=-1) > _ALIKE + _SPREADS * skin.spread
    return float(np.quantile(unlike.mean(axis=1), _NEAREST))
