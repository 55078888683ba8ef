"""What is seen between parted lips: two rows of teeth and the dark between. Knows nothing of sound and of lips' moves.

The inside of a person's mouth is kept as two flat layers: the upper teeth, which stay with the skull, and the lower teeth
with the tongue, which go with the lower lip. Both come from one picture of this person with an open mouth (`borrow`), or are
painted where there is none (`paint`), and stay the same for the whole shot, so that nothing is ever handed over.
Layers are laid out in the plane of the face: the first axis along its `right`, the second along its `down`, the unit is the
face's scale, the origin the middle between the mouth's inner rims.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from core.arrays import Floats, Image, Points
from core.face import mesh, rims

HALF_WIDTH, HALF_HEIGHT = 0.5, 0.3
"""What a layer covers on either side of its origin, in shares of the face's scale."""

_ARCH = 2.5
"""Depth of the dental arch: how far teeth lie behind the front ones, per squared distance from the middle."""

_TRIM = 0.015
"""What is left out along the rims of a borrowed mouth, as a share of the scale: lips and their shadow."""

_CHEEKS = (205, 425, 50, 280, 36, 266)
_ALAE = (98, 327, 97, 326, 2)


@dataclass(frozen=True, slots=True)
class Interior:
    """The inside of one person's mouth.

    - `upper`, `lower`: (h, w, 4) float32, RGB in [0, 255] and opacity in [0, 1], not premultiplied
    - `cavity` (3,): colour of the dark behind; `skin` (3,): colour of the cheeks when the layers were made
    - `below_nose` (2,): from the middle of the nose's wings to the layer's origin; `upper_rim`, `lower_rim`: heights of the
      inner rims of the lips below the origin; in shares of the face's scale
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
    return np.median(np.array(means), axis=0).astype(np.float32)


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


def borrow(image: Image, points: Points) -> Interior:
    """The inside of the mouth that is open in this picture, mesh (468, 3)."""
    detail = float(np.clip(mesh.face_frame(points).scale, 48, 240))
    here = opening(points, rims.refine(image, points)[:, :2], 0.0, (0, 0))
    middle = (here.upper[5] + here.lower[5]) / 2
    flat = _flatten(image, middle, here, detail)
    upper, lower = (_rolled_out(_units(rim - middle, here), here) for rim in (here.upper, here.lower))
    top, bottom = (_rim_rows(rim, way, detail) for rim, way in ((upper, 1), (lower, -1)))
    bottom = np.maximum(bottom, top + 1)
    seam = _darkest_path(flat, top, bottom)
    rows = np.arange(flat.shape[0], dtype=np.float32)[:, None]
    above = np.clip(0.5 + (seam - rows) / (0.024 * detail), 0, 1)
    sides = _sideways(upper, detail)
    return Interior(
        _layer(_filled(flat, top, bottom), above * sides),
        _layer(_deeper(_filled(flat, top, bottom)), (1 - above) * sides),
        _cavity_colour(flat, top, bottom),
        skin_colour(image, points),
        -_units((here.nose - middle)[None], here)[0],
        float(upper[5, 1]),
        float(lower[5, 1]),
        detail,
    )


def paint(image: Image, points: Points) -> Interior:
    """A plain inside, painted in the light of this picture, for a person who never opens their mouth."""
    frame = mesh.face_frame(points)
    detail = float(np.clip(frame.scale, 48, 240))
    here = opening(points, points[:, :2], 0.0, (0, 0))
    skin = skin_colour(image, points)
    lips = _lip_colour(image, points)
    middle = here.upper[5] + here.down * np.float32(_PAINTED_RIM)
    return Interior(
        _painted_upper(detail, skin),
        _painted_lower(detail, skin, lips),
        lips * np.float32(0.22),
        skin,
        -_units((here.nose - middle)[None], here)[0],
        -_PAINTED_RIM,
        _PAINTED_RIM,
        detail,
    )


def draw(interior: Interior, opening: Opening, skin: Floats, size: tuple[int, int]) -> Floats:
    """The inside of the mouth as it is seen through an opening, (height, width, 3) float32, for `size` (width, height).

    `skin` (3,) is the colour of the cheeks now; the layers' brightness follows it.
    """
    light = np.clip(skin / np.maximum(interior.skin, 1), 0.6, 1.6).astype(np.float32)
    picture = np.empty((size[1], size[0], 3), np.float32)
    picture[:] = interior.cavity
    upper, lower = _places(interior, opening)
    for layer, at in ((interior.lower, lower), (interior.upper, upper)):
        seen = _placed(layer, at, opening, interior.detail, size)
        picture += (seen[..., :3] - picture) * seen[..., 3:]
    picture *= light
    picture *= _shade(opening, size)[..., None]
    return picture


def _places(interior: Interior, opening: Opening) -> tuple[Points, Points]:
    """Where the origins of the upper and the lower layer lie.

    The teeth belong to the skull, but an error of its mesh would bare too much or too little of them: the upper layer
    goes half the way from where the lip is to where the skull says.
    """
    lip = opening.upper[5] - opening.down * np.float32(interior.upper_rim)
    skull = opening.nose + interior.below_nose[0] * opening.right + interior.below_nose[1] * opening.down
    way = np.clip(0.5 * _units((skull - lip)[None], opening)[0], -0.03, 0.03)
    upper = lip + way[0] * opening.right + way[1] * opening.down
    lower = opening.lower[5] - opening.down * np.float32(interior.lower_rim) + way[0] * opening.right
    return upper, lower


def _placed(layer: Floats, at: Points, opening: Opening, detail: float, size: tuple[int, int]) -> Floats:
    """A layer, bent to the dental arch, seen in the picture; the bend is undone by two steps of a fixed point."""
    xs, ys = np.arange(size[0], dtype=np.float32) - at[0], np.arange(size[1], dtype=np.float32)[:, None] - at[1]
    inverse = np.linalg.inv(np.column_stack([opening.right, opening.down]).astype(np.float64)).astype(np.float32)
    flat_across = inverse[0, 0] * xs + inverse[0, 1] * ys
    flat_along = inverse[1, 0] * xs + inverse[1, 1] * ys
    bend = inverse @ opening.forward * np.float32(_ARCH)
    across = flat_across
    for _ in range(2):
        depth = np.minimum(across * across, HALF_WIDTH**2 / 2)
        across = flat_across + bend[0] * depth
    along = flat_along + bend[1] * depth
    columns, rows = (across + HALF_WIDTH) * detail - 0.5, (along + HALF_HEIGHT) * detail - 0.5
    return np.asarray(cv2.remap(layer, columns, rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), np.float32)


def _units(offsets: Points, opening: Opening) -> Floats:
    """Offsets (n, 2) in pixels, counted along the axes of the face."""
    axes = np.column_stack([opening.right, opening.down]).astype(np.float64)
    return np.asarray(np.linalg.solve(axes, offsets.T).T, np.float32)


def _rolled_out(rim: Floats, opening: Opening) -> Floats:
    """Points (n, 2) of a picture in units of the face, moved to where the flat layer has them."""
    bend = _units(opening.forward[None], opening)[0] * np.float32(_ARCH)
    depth = np.minimum(rim[:, 0] ** 2, HALF_WIDTH**2 / 2)
    return np.asarray(rim + depth[:, None] * bend, np.float32)


def _shade(opening: Opening, size: tuple[int, int]) -> Floats:
    """Light inside the mouth, (height, width): less through a narrow gap, close under the upper lip and in the corners."""
    middle = (opening.upper[5] + opening.lower[5]) / 2
    half = max(float(np.linalg.norm(opening.upper[-1] - opening.upper[0])) / 2, 1.0)
    xs = np.arange(size[0], dtype=np.float32) - middle[0]
    ys = np.arange(size[1], dtype=np.float32)[:, None] - middle[1]
    down = opening.down / max(float(np.linalg.norm(opening.down)), 1e-6)
    across = np.abs(xs * down[1] - ys * down[0]) / half
    depth = (xs * down[0] + ys * down[1]) / max(float(np.linalg.norm(opening.down)), 1e-6) / max(opening.gap, 0.02)
    corners = 1 - 0.6 * np.clip(across - 0.45, 0, 0.6) / 0.6
    low = 1 - 0.3 * _step(depth, 0.0, 0.5)
    return np.asarray(corners * low * (0.6 + 0.4 * _step(opening.gap, 0.0, 0.06)), np.float32)


def _flatten(image: Image, middle: Points, here: Opening, detail: float) -> Floats:
    """The picture around the mouth, the dental arch rolled out flat."""
    xs, ys = _layer_axes(detail)
    depth = np.minimum(xs * xs, HALF_WIDTH**2 / 2) * np.float32(_ARCH)
    columns, rows = (
        middle[axis] + xs * here.right[axis] + ys * here.down[axis] - depth * here.forward[axis] for axis in (0, 1)
    )
    return np.asarray(cv2.remap(image, columns, rows, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE), np.float32)


def _rim_rows(rim: Floats, inward: int, detail: float) -> Floats:
    """Row of a rim for every column of the layer, a little inwards so that nothing of the lip is left."""
    columns = np.arange(round(2 * HALF_WIDTH * detail), dtype=np.float32)
    rows = np.interp(columns, (rim[:, 0] + HALF_WIDTH) * detail, (rim[:, 1] + HALF_HEIGHT) * detail)
    return np.asarray(rows + inward * _TRIM * detail, np.float32)


def _darkest_path(flat: Floats, top: Floats, bottom: Floats) -> Floats:
    """Row, for every column, of the path from side to side through the darkest of the inside: between the teeth."""
    rows = np.arange(flat.shape[0], dtype=np.float32)[:, None]
    share = (rows - top) / np.maximum(bottom - top, 1)
    outside = (share < 0.2) | (share > 0.95)
    cost = cv2.blur(flat.mean(axis=-1), (3, 3)) / 255 + 0.15 * np.abs(share - 0.6) + 10.0 * outside
    total, choice = cost[:, 0].copy(), np.zeros(cost.shape, np.int32)
    every = np.arange(len(cost))
    for column in range(1, cost.shape[1]):
        padded = np.pad(total, 1, constant_values=np.inf)
        options = np.stack([padded[:-2] + 0.02, padded[1:-1], padded[2:] + 0.02])
        best = options.argmin(axis=0)
        choice[:, column] = np.clip(every + best - 1, 0, len(cost) - 1)
        total = options.min(axis=0) + cost[:, column]
    path = np.empty(cost.shape[1], np.float32)
    row = int(total.argmin())
    for column in range(cost.shape[1] - 1, -1, -1):
        path[column] = row
        row = int(choice[row, column])
    width = max(3, round(0.04 * len(cost)) | 1)
    return np.asarray(cv2.blur(path[None], (width, 1))[0], np.float32)


def _filled(flat: Floats, top: Floats, bottom: Floats) -> Floats:
    """The inside of the mouth, its outermost rows repeated beyond its rims."""
    rows, columns = np.arange(flat.shape[0], dtype=np.float32)[:, None], np.arange(flat.shape[1], dtype=np.float32)
    from_row = np.clip(rows, top, np.maximum(bottom, top))
    across = np.broadcast_to(columns, from_row.shape).astype(np.float32)
    return np.asarray(cv2.remap(flat, across, from_row.astype(np.float32), cv2.INTER_LINEAR), np.float32)


def _deeper(colour: Floats) -> Floats:
    """The tongue and the gums, told from teeth by their redness, put into the dark, so that they do not look like a lip."""
    brightest = colour.max(axis=-1)
    redness = (colour[..., 0] - colour[..., 1:].mean(axis=-1)) / np.maximum(brightest, 1)
    flesh = cv2.GaussianBlur(_step(redness, 0.12, 0.28), (0, 0), 1.5)
    return np.asarray(colour * (0.92 - 0.45 * flesh)[..., None], np.float32)


def _sideways(rim: Floats, detail: float) -> Floats:
    """Opacity of every column: falls to 0 towards the corners of the mouth, where it is dark."""
    xs = np.arange(round(2 * HALF_WIDTH * detail), dtype=np.float32) / detail - HALF_WIDTH
    middle, half = (rim[0, 0] + rim[-1, 0]) / 2, max(float(rim[-1, 0] - rim[0, 0]) / 2, 1e-3)
    return np.asarray(1 - _step(np.abs(xs - middle), half * 0.82, half * 0.98), np.float32)[None]


def _cavity_colour(flat: Floats, top: Floats, bottom: Floats) -> Floats:
    rows = np.arange(flat.shape[0], dtype=np.float32)[:, None]
    inside = flat[(rows > top) & (rows < bottom)]
    brightness = inside.mean(axis=1)
    return np.asarray(np.median(inside[brightness <= np.percentile(brightness, 12)], axis=0), np.float32)


def _lip_colour(image: Image, points: Points) -> Floats:
    height, width = image.shape[:2]
    at = points[[*mesh.UPPER_MIDDLE[3:8], *mesh.LOWER_MIDDLE[3:8]], :2].astype(int)
    return np.median(image[np.clip(at[:, 1], 0, height - 1), np.clip(at[:, 0], 0, width - 1)], axis=0).astype(
        np.float32
    )


def _layer(colour: Floats, opacity: Floats) -> Floats:
    return np.concatenate([colour, opacity[..., None]], axis=-1).astype(np.float32)


def _step(value: Floats | float, low: float, high: float) -> Floats:
    """Smooth rise from 0 at `low` to 1 at `high`."""
    share = np.clip((np.asarray(value, np.float32) - low) / (high - low), 0, 1)
    return np.asarray(share * share * (3 - 2 * share), np.float32)


_PAINTED_RIM = 0.06
Teeth = tuple[tuple[float, float, float], ...]
_UPPER_TEETH: Teeth = ((0.046, 0.0455, 0.885), (0.122, 0.0315, 0.897), (0.187, 0.0345, 0.888), (0.248, 0.028, 0.90),
                       (0.300, 0.025, 0.91), (0.345, 0.022, 0.92))  # fmt: skip
"""Middle, half width and by how much it is shorter than 1, of each tooth of one side from the middle outwards;
proportions of incisors (8.5 and 6.5 mm), canine (7.5 mm) and premolars."""
_LOWER_TEETH: Teeth = ((0.029, 0.0285, 0.0), (0.087, 0.0300, 0.004), (0.149, 0.0325, 0.002), (0.207, 0.027, 0.012),
                       (0.258, 0.025, 0.02))  # fmt: skip


def _painted_upper(detail: float, skin: Floats) -> Floats:
    xs, ys = _layer_axes(detail)
    row = _tooth(xs, ys + 0.11, (0.40, 0.095), detail) * (1 - 0.5 * _step(np.abs(xs), 0.1, 0.4))
    body = _row_of_teeth(xs, ys + 0.11, (_UPPER_TEETH, 1.0), detail)
    body = np.maximum(body, 0.76 * row) * (0.82 + 0.18 * _step(ys, -0.07, -0.02))
    opacity = np.maximum(row > 0.5, _step(body, 0.0, 0.5))
    return _layer(_unmixed(body[..., None] * _dentine(skin), opacity), cv2.blur(opacity.astype(np.float32), (3, 3)))


def _painted_lower(detail: float, skin: Floats, lips: Floats) -> Floats:
    xs, ys = _layer_axes(detail)
    tongue = np.sqrt(np.clip(1 - (xs / 0.26) ** 2, 0, 1)) * _step(ys, -0.02, 0.06)
    teeth = 0.7 * _row_of_teeth(xs, 0.40 - ys, (_LOWER_TEETH, 0.36), detail)
    cover = _step(teeth, 0.0, 0.3)[..., None]
    colour = tongue[..., None] * (lips * np.float32(0.4)) * (1 - cover) + teeth[..., None] * _dentine(skin)
    opacity = np.maximum(tongue, cover[..., 0])
    return _layer(_unmixed(colour, opacity), cv2.blur(opacity.astype(np.float32), (3, 3)))


def _row_of_teeth(xs: Floats, along: Floats, arch: tuple[Teeth, float], detail: float) -> Floats:
    """Light on a row of teeth, (rows, columns), 0 beside them; darker towards the corners of the mouth."""
    teeth, length = arch
    light = np.zeros((along.shape[0], xs.shape[1]), np.float32)
    for middle, half, short in teeth:
        for side in (-1, 1):
            across = xs - side * middle
            tooth = _tooth(across, along, (half, length - short), detail)
            light = np.maximum(light, tooth * _rounded(across, half) * np.float32(1 - 1.5 * middle))
    return light


def _layer_axes(detail: float) -> tuple[Floats, Floats]:
    """Places of the columns (1, w) and rows (h, 1) of a layer in its units."""
    xs = (np.arange(round(2 * HALF_WIDTH * detail), dtype=np.float32)[None] + 0.5) / detail - HALF_WIDTH
    ys = (np.arange(round(2 * HALF_HEIGHT * detail), dtype=np.float32)[:, None] + 0.5) / detail - HALF_HEIGHT
    return xs, ys


def _tooth(across: Floats, along: Floats, size: tuple[float, float], detail: float) -> Floats:
    """Coverage of a tooth that ends at `along` = length with rounded corners; it has no other end."""
    half, length = size
    radius = 0.45 * half
    x = np.maximum(np.abs(across) - (half - radius), 0)
    y = np.maximum(along - (length - radius), 0)
    outside = np.sqrt(x * x + y * y) - radius
    return np.asarray(np.clip(0.5 - outside * detail / 2.5, 0, 1), np.float32)


def _rounded(across: Floats, half: float) -> Floats:
    """Light on a tooth that bulges: a little less towards its sides."""
    return np.asarray(1 - 0.15 * np.clip(np.abs(across) / half, 0, 1) ** 3, np.float32)


def _dentine(skin: Floats) -> Floats:
    """Colour of teeth in the light that this skin is seen in."""
    white = np.array([1.0, 0.965, 0.90], np.float32)
    tint = skin / max(float(skin.mean()), 1.0)
    brightness = np.clip(1.05 * float(skin.mean()) + 25, 60, 215)
    return np.asarray((0.7 * white + 0.3 * tint * white) * brightness, np.float32)


def _unmixed(body: Floats, opacity: Floats) -> Floats:
    """Colours with the darkness between teeth kept, and spread a little beyond their edges against dark fringes."""
    return np.asarray(body / np.maximum(opacity, 0.05)[..., None], np.float32)
