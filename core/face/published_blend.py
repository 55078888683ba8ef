"""The mask and the compositing of the published MuseTalk, pixel by pixel, for comparison with it. Knows no networks.

Dubbed films do not go through here; `core.face.blend` is our mask path. This one is kept because results published by
others were made with it, and a comparison must compare the mouths and not the masks. It has properties that we do not
want in a film: the weight jumps from about a half to nothing where the skin meets the sides or the bottom of the face's
box, because the blurred mask reaches beyond the box and the generated picture does not; the upper border is a straight
line through the middle of the box; colours are not matched; and the films and the live mode of its authors differ in
the width of the blur.

Images may be in any order of channels; all are `uint8`. Weights are `uint8` as well, 255 is all of the new picture.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from core.arrays import Image
from core.face.parse import square_around
from core.face.parse_mask import FaceLabels, region_mask
from core.geometry import Box
from core.project import CHEEKS, Region

OFFLINE, LIVE = 0.05, 0.10
"""Widths of the blur, as shares of the square's side, of the published programs for files and for live pictures."""

Weights = NDArray[np.uint8]
"""Weight of every pixel of a square, 0 to 255, (side, side)."""


@dataclass(frozen=True, slots=True)
class PublishedLook:
    """What the published programs let one choose: version 1.5 blends `jaw` with cheeks of 90, version 1 `raw`."""

    region: Region = Region.JAW
    cheeks: tuple[int, int] = CHEEKS
    blur: float = OFFLINE


def published_mask(labels: FaceLabels, face: Box, look: PublishedLook) -> Weights:
    """Weights in the square `labels.box` of a face in the box `face`, both whole pixels.

    Only pixels of the box in the lower half of the square count, before everything is blurred.
    """
    kept = kept_region(labels, face, look)
    kernel = blur_kernel(labels.box, look.blur)
    return np.asarray(cv2.GaussianBlur(kept, (kernel, kernel), 0), np.uint8)


def kept_region(labels: FaceLabels, face: Box, look: PublishedLook) -> Weights:
    """The mask before it is blurred."""
    side = int(labels.box.width)
    parsed = enlarged(region_mask(labels, look.region, look.cheeks) * np.uint8(255), side)
    inner = face.shift(-labels.box.x0, -labels.box.y0).clip_to(side, side)
    kept = np.zeros_like(parsed)
    kept[inner.slices] = parsed[inner.slices]
    kept[: side // 2] = 0
    return kept


def blur_kernel(square: Box, blur: float) -> int:
    """Rows and columns of the Gaussian, an odd number; its deviation is the one that OpenCV gives to that size."""
    return int(blur * square.width // 2 * 2) + 1


def enlarged(mask: Weights, side: int) -> Weights:
    """A label map's mask at `side` × `side` pixels, by bicubic interpolation that is smoothed before a reduction."""
    import torch
    from torch.nn import functional

    given = torch.from_numpy(mask)[None, None]
    made = functional.interpolate(given, (side, side), mode="bicubic", align_corners=False, antialias=True)
    return np.ascontiguousarray(made[0, 0].numpy())


def published_composite(frame: Image, generated: Image, face: Box, mask: Weights) -> Image:
    """A copy of `frame` with `generated`, stretched into the box `face`, laid over it by the weights of `mask`.

    The mask lies on the square around `face`. Where the square reaches beyond the box, the frame is laid over itself.
    """
    square = square_around(face)
    size = (int(face.width), int(face.height))
    stretched = cv2.resize(generated, size, interpolation=cv2.INTER_LINEAR)
    height, width = frame.shape[:2]
    seen = face.clip_to(width, height)
    ours = frame.copy()
    ours[seen.slices] = stretched[seen.shift(-face.x0, -face.y0).slices]
    result, shown = frame.copy(), square.clip_to(width, height)
    weights = mask[shown.shift(-square.x0, -square.y0).slices]
    result[shown.slices] = _mixed(ours[shown.slices], frame[shown.slices], weights)
    return result


def _mixed(ours: Image, theirs: Image, weights: Weights) -> Image:
    """Rounded to the nearest level as Pillow does it, which the published programs composite with."""
    weight = weights[..., None].astype(np.uint32)
    total = ours * weight + theirs * (255 - weight) + 128
    return np.asarray((total + (total >> 8)) >> 8, np.uint8)
