"""What is seen between parted lips: two rows of teeth and the dark between. Knows nothing of sound and of lips' moves.

The inside of a person's mouth is kept as two flat layers: the upper teeth, which stay with the skull, and the lower
teeth with the tongue, which go with the lower lip. Both come from one picture of this person with an open mouth
(`core.face.borrowed`), or are painted where there is none (`core.face.painted`), and stay the same for the whole shot,
so that nothing is ever handed over.

Layers are laid out in the plane of the face: the first axis along its `right`, the second along its `down`, the unit is
the face's scale, the origin the middle between the mouth's inner rims.
"""

from dataclasses import dataclass, replace

import cv2
import numpy as np

from core.arrays import Floats, Image, Points
from core.face import mesh
from core.face.ease import eased, rise

HALF_WIDTH, HALF_HEIGHT = 0.5, 0.3
"""What a layer covers on either side of its origin, in shares of the face's scale."""

ARCH = 2.5
"""Depth of the dental arch: how far teeth lie behind the front ones, per squared distance from the middle."""

_SHADOW = np.array([0.65, 1.15, 1.25], np.float32)
"""How much of a shadow between the lips red, green and blue take: what light there is has passed through flesh."""

_CHEEKS = (205, 425, 50, 280, 36, 266)
_ALAE = (98, 327, 97, 326, 2)


@dataclass(frozen=True, slots=True)
class Interior:
    """The inside of one person's mouth.

    - `upper`, `lower`: (h, w, 4) float32, RGB in [0, 255] and opacity in [0, 1], not premultiplied
    - `cavity` (3,): colour of the dark behind; `skin` (3,): colour of the cheeks when the layers were made
    - `below_nose` (2,): from the middle of the nose's wings to the layer's origin; `upper_rim`, `lower_rim`: heights of
      the inner rims of the lips below the origin; in shares of the face's scale
    - `detail`: pixels of a layer on one unit
    """

    upper: Floats
    lower: Floats
    cavity: Floats
    skin: Floats
    below_nose: Floats
    upper_rim: float
    lower_rim: float
    detail: float


@dataclass(frozen=True, slots=True)
class Opening:
    """The gap between the lips to be filled, in pixels of a small picture of the mouth.

    - `upper`, `lower` (11, 2): inner rims; `nose` (2,): middle of the nose's wings
    - `right`, `down`, `forward` (2,): the axes of the face as they are seen in the picture, one unit of scale long
    - `gap`: its height in the middle as a share of the scale
    """

    upper: Points
    lower: Points
    nose: Points
    right: Floats
    down: Floats
    forward: Floats
    gap: float


def skin_colour(image: Image, points: Points) -> Floats:
    """Mean colour (3,) of small patches of the cheeks; robust to one of them being hidden."""
    height, width = image.shape[:2]
    radius = max(1, int(0.02 * mesh.face_frame(points).scale))
    means = []
    for x, y in points[list(_CHEEKS), :2].astype(int):
        x0, y0 = min(max(x - radius, 0), width - 1), min(max(y - radius, 0), height - 1)
        means.append(image[y0 : y0 + 2 * radius + 1, x0 : x0 + 2 * radius + 1].mean(axis=(0, 1)))
    return np.asarray(np.median(np.array(means), axis=0), np.float32)


def opening(points: Points, moved: Points, gap: float, corner: tuple[int, int]) -> Opening:
    """The opening of a mesh (468, 3) whose points were `moved` (468, 2), in a picture with top left pixel `corner`."""
    frame, shift = mesh.face_frame(points), np.array(corner, np.float32)
    return Opening(
        moved[list(mesh.UPPER_INNER)] - shift,
        moved[list(mesh.LOWER_INNER)] - shift,
        points[list(_ALAE), :2].mean(axis=0) - shift,
        (frame.right[:2] * frame.scale).astype(np.float32),
        (frame.down[:2] * frame.scale).astype(np.float32),
        (-np.cross(frame.right, frame.down)[:2] * frame.scale).astype(np.float32),
        gap,
    )


def teeth_light(interior: Interior) -> float:
    """How bright the upper teeth are, as a share of the skin's brightness; 0 if there are none."""
    shown = interior.upper[interior.upper[..., 3] > 0.5]
    if not len(shown):
        return 0.0
    return float(np.percentile(shown[:, :3].mean(axis=1), 80)) / max(float(interior.skin.mean()), 1.0)


def lit(interior: Interior, light: float) -> Interior:
    """The same mouth with `light` times the light on its layers."""
    colour = np.array([light, light, light, 1], np.float32)
    return replace(interior, upper=interior.upper * colour, lower=interior.lower * colour)


def draw(interior: Interior, opening: Opening, skin: Floats, size: tuple[int, int], bared: float = 0.0) -> Floats:
    """The inside of the mouth as it is seen through an opening, (height, width, 3) float32, for `size` (width, height).

    `skin` (3,) is the colour of the cheeks now; the layers' brightness follows it. `bared`, 0 to 1, is how far the
    upper teeth rest on the lower lip, as for f and v: then they stand in the light, not in the mouth's shade.
    """
    light = np.clip(skin / np.maximum(interior.skin, 1), 0.6, 1.6).astype(np.float32)
    picture = np.empty((size[1], size[0], 3), np.float32)
    picture[:] = interior.cavity
    upper, lower = _places(interior, opening)
    for layer, at in ((interior.lower, lower), (interior.upper, upper)):
        seen = _placed(layer, at, opening, interior.detail, size)
        picture += (seen[..., :3] - picture) * seen[..., 3:]
    picture *= light
    picture *= _shade(opening, size, bared)[..., None] ** _SHADOW
    return picture


def rolled_out(rim: Floats, opening: Opening) -> Floats:
    """Points (n, 2) of a picture in units of the face, moved to where the flat layer has them."""
    bend = units(opening.forward[None], opening)[0] * np.float32(ARCH)
    depth = np.minimum(rim[:, 0] ** 2, HALF_WIDTH**2 / 2)
    return np.asarray(rim + depth[:, None] * bend, np.float32)


def units(offsets: Points, opening: Opening) -> Floats:
    """Offsets (n, 2) in pixels, counted along the axes of the face."""
    axes = np.column_stack([opening.right, opening.down]).astype(np.float64)
    return np.asarray(np.linalg.solve(axes, offsets.T).T, np.float32)


def layer_axes(detail: float) -> tuple[Floats, Floats]:
    """Places of the columns (1, w) and rows (h, 1) of a layer in its units."""
    xs = (np.arange(round(2 * HALF_WIDTH * detail), dtype=np.float32)[None] + 0.5) / detail - HALF_WIDTH
    ys = (np.arange(round(2 * HALF_HEIGHT * detail), dtype=np.float32)[:, None] + 0.5) / detail - HALF_HEIGHT
    return xs, ys


def stacked(colour: Floats, opacity: Floats) -> Floats:
    """A layer (h, w, 4) of its colours (h, w, 3) and opacity (h, w)."""
    return np.concatenate([colour, opacity[..., None]], axis=-1).astype(np.float32)


def _places(interior: Interior, opening: Opening) -> tuple[Points, Points]:
    """Where the origins of the upper and the lower layer lie.

    The teeth belong to the skull, but an error of its mesh would bare too much or too little of them: the upper layer
    goes half the way from where the lip is to where the skull says.
    """
    lip = opening.upper[5] - opening.down * np.float32(interior.upper_rim)
    skull = opening.nose + interior.below_nose[0] * opening.right + interior.below_nose[1] * opening.down
    way = np.clip(0.5 * units((skull - lip)[None], opening)[0], -0.03, 0.03)
    upper = lip + way[0] * opening.right + way[1] * opening.down
    lower = opening.lower[5] - opening.down * np.float32(interior.lower_rim) + way[0] * opening.right
    return upper, lower


def _placed(layer: Floats, at: Points, opening: Opening, detail: float, size: tuple[int, int]) -> Floats:
    """A layer, bent to the dental arch, seen in the picture; the bend is undone by two steps of a fixed point."""
    xs, ys = np.arange(size[0], dtype=np.float32) - at[0], np.arange(size[1], dtype=np.float32)[:, None] - at[1]
    inverse = np.linalg.inv(np.column_stack([opening.right, opening.down]).astype(np.float64)).astype(np.float32)
    flat_across = inverse[0, 0] * xs + inverse[0, 1] * ys
    flat_along = inverse[1, 0] * xs + inverse[1, 1] * ys
    bend = inverse @ opening.forward * np.float32(ARCH)
    across = flat_across
    for _ in range(2):
        depth = np.minimum(across * across, HALF_WIDTH**2 / 2)
        across = flat_across + bend[0] * depth
    along = flat_along + bend[1] * depth
    columns, rows = (across + HALF_WIDTH) * detail - 0.5, (along + HALF_HEIGHT) * detail - 0.5
    return np.asarray(cv2.remap(layer, columns, rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), np.float32)


def _shade(opening: Opening, size: tuple[int, int], bared: float) -> Floats:
    """Light inside the mouth, (height, width): less through a narrow gap, low down and in the corners."""
    middle = (opening.upper[5] + opening.lower[5]) / 2
    half = max(float(np.linalg.norm(opening.upper[-1] - opening.upper[0])) / 2, 1.0)
    xs = np.arange(size[0], dtype=np.float32) - middle[0]
    ys = np.arange(size[1], dtype=np.float32)[:, None] - middle[1]
    down = opening.down / max(float(np.linalg.norm(opening.down)), 1e-6)
    across = np.abs(xs * down[1] - ys * down[0]) / half
    depth = (xs * down[0] + ys * down[1]) / max(float(np.linalg.norm(opening.down)), 1e-6) / max(opening.gap, 0.02)
    corners = 1 - 0.6 * np.clip(across - 0.45, 0, 0.6) / 0.6
    low = 1 - 0.3 * (1 - bared) * rise(depth, 0.0, 0.5)
    through = 0.55 + 0.45 * max(eased(opening.gap, 0.0, 0.07), bared)
    return np.asarray(corners * low * through, np.float32)
