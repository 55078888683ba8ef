"""The rectangle around the lips that the mouth's discriminator looks at. Knows no networks.

Twice as wide as high, around the middle of the lips: the box is made larger until it has that shape, so that the mouth
is never squeezed when it is brought to 64 × 128 pixels (Zhang et al. 2024, arXiv 2410.10122, supplement).

The published code moves the rectangle by a margin that it scales with the width of the whole film, and clamps it with
the size of the unscaled face; here it is made of landmarks that went through the same crop as the picture.
"""

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from core.arrays import Floats

Rectangle = tuple[int, int, int, int]
"""x0, y0, x1, y1 in whole pixels; the ends are exclusive."""

LIPS = slice(48, 68)
"""Outer and inner lips in the iBUG 68-point scheme."""

PADDING = 10
"""Pixels of a 256-pixel crop that are added on both sides of the lips."""

HEIGHT, WIDTH = 64, 128


def lip_box(lips: Floats, limits: tuple[int, int], padding: int = PADDING, up: float = 0.0) -> Rectangle:
    """Rectangle around lip points (n, 2), within `limits` = (width, height).

    `up` moves it towards the top by so many pixels.
    """
    left, right = lips[:, 0].min() - padding, lips[:, 0].max() + padding
    half = (right - left) / 2 / 2
    middle = (lips[:, 1].min() + lips[:, 1].max()) / 2 - up
    x0, y0 = max(round(left), 0), max(round(middle - half), 0)
    return x0, y0, min(round(right), limits[0]), min(round(middle + half), limits[1])


def cut_lips(pictures: Tensor, boxes: Sequence[Rectangle], size: tuple[int, int] = (HEIGHT, WIDTH)) -> Tensor:
    """The rectangles of pictures (n, 3, h, w), brought to `size` (height, width): (n, 3, *size)."""
    parts = [
        functional.interpolate(picture[None, :, y0:y1, x0:x1], size, mode="bilinear", align_corners=False)
        for picture, (x0, y0, x1, y1) in zip(pictures, boxes, strict=True)
    ]
    return torch.cat(parts)
