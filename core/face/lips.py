"""Where the points of a face go when its mouth takes a shape. Knows nothing of pixels and of sound.

The lips are moved as two bands of flesh that keep their thickness, the lower one with the jaw; the jaw's outline, the
chin and the cheeks follow by fixed weights. Everything is counted in shares of the face's scale and laid out along the
axes of the head, so that a turned or tilted head moves foreshortened.
"""

from dataclasses import dataclass

import numpy as np

from core.arrays import Floats, Points
from core.face import mesh
from core.face.mouth_shape import MouthShape

OPENING_PROFILE = np.array([0, 0.30, 0.62, 0.86, 0.97, 1, 0.97, 0.86, 0.62, 0.30, 0], np.float32)
"""Gap of an open mouth at the 11 pairs of inner lip points, as a share of the gap in the middle."""

LIP_POINTS = tuple(sorted({*mesh.UPPER_OUTER, *mesh.UPPER_MIDDLE, *mesh.UPPER_INNER,
                           *mesh.LOWER_OUTER, *mesh.LOWER_MIDDLE, *mesh.LOWER_INNER}))  # fmt: skip

JAW = {152: 1, 148: .97, 377: .97, 176: .9, 400: .9, 149: .8, 378: .8, 150: .68, 379: .68, 136: .5, 365: .5, 172: .32,
       397: .32, 58: .12, 288: .12, 175: .99, 171: .96, 396: .96, 199: .97, 200: .96, 18: .93, 83: .93, 313: .93,
       182: .9, 406: .9, 204: .86, 424: .86, 211: .82, 431: .82, 43: .66, 273: .66, 202: .62, 422: .62, 212: .36,
       432: .36, 169: .72, 394: .72, 214: .3, 434: .3}  # fmt: skip
"""How far points of the jaw and of the lower cheek follow the chin."""

ABOVE_LIP = {164: .5, 167: .45, 393: .45, 165: .4, 391: .4, 92: .4, 322: .4, 186: .5, 410: .5, 216: .25,
             436: .25}  # fmt: skip
"""How far the skin above the upper lip follows the lip."""

BESIDE_LIPS = {57: .6, 287: .6, 43: .5, 273: .5, 202: .45, 422: .45, 212: .45, 432: .45, 186: .5, 410: .5, 216: .35,
               436: .35, 92: .3, 322: .3, 214: .2, 434: .2}  # fmt: skip
"""How far the cheeks follow the corners of the mouth sideways."""

STILL = (2, 97, 326, 98, 327, 129, 358, 205, 425, 50, 280, 117, 346, 36, 266, 132, 361, 93, 323, 234, 454, 147, 376,
         213, 433, 4, 6, 33, 263, 187, 411, 207, 427)  # fmt: skip
"""Points of the nose, the eyes and the upper cheeks, which never move."""

BELOW_LIP = {18: 0.8, 83: 0.75, 313: 0.75, 182: 0.55, 406: 0.55, 200: 0.2, 204: 0.3, 424: 0.3, 43: 0.2, 273: 0.2}
"""How far the skin below the lower lip makes room when the lip gets thicker."""

_COMMON = (*JAW, *STILL)
UPPER_FIELD = (*sorted({*mesh.UPPER_OUTER, *mesh.UPPER_MIDDLE, *mesh.UPPER_INNER}), *ABOVE_LIP, 57, 287, *_COMMON)
"""Points that steer the pixels above the line where the lips meet."""
LOWER_FIELD = (*sorted({*mesh.LOWER_OUTER, *mesh.LOWER_MIDDLE, *mesh.LOWER_INNER}), 57, 287, *_COMMON)
"""Points that steer the pixels below that line."""

_JAW_SHARE = 0.62  # of the lower lip's way that the chin goes
_WIDEN, _NARROW = 0.085, 0.20  # of the usual width at full `wide` and full `round`
_TUCK_GAP = 0.038  # opening left by the lower lip against the upper teeth
_OVERLAP = 0.014  # how far parted lips are pushed into each other to be closed: flesh meets flesh, no teeth are left
_PRESSED = 0.02  # how much further lips are pressed at p, b and m, even where the mesh takes them to be shut already
_EMPHASIS = 1.15  # openings against what this person opens: a dubbed mouth that opens no wider seems to mumble
_SHADE, _ROUND_SHADE = 0.02, 0.033
_NARROW_GAP, _ROUND_NARROW_GAP = 0.6, 0.36
"""A mesh sees the rims of parted lips further apart than they are: their shade and soft edges count as opening, the
more so where lips are rounded. What shall be seen as an opening is put `_SHADE` closer together, `_ROUND_SHADE` more if
it is fully rounded, a narrow one at `_NARROW_GAP` of it, `_ROUND_NARROW_GAP` if rounded. Shares of the scale, chosen on
8 films and tried on 11 others and with another voice (docs/performance.md).
"""

_LEAST_THICKNESS = 0.9  # of this person's usual lips
_INNER_PAIRS = np.array([0, 0.6, 1, 1, 1, 1, 1, 1, 1, 0.6, 0], np.float32)  # lips do not thicken in their corners


@dataclass(frozen=True, slots=True)
class Habits:
    """What one person's mouth does of itself; lengths are shares of the face's scale.

    - `opening`: 95th percentile of the gap while speaking; `closed`: gap that the mesh reports for closed lips
    - `width`: usual distance of the corners
    - `upper`, `lower`: usual thickness of the two lips at the 11 pairs, (11,) each
    """

    opening: float
    closed: float
    width: float
    upper: Floats
    lower: Floats


@dataclass(frozen=True, slots=True)
class Lips:
    """Measures of the lips of a mesh, in shares of the face's scale: gap and thickness (11,) each, and width."""

    gap: Floats
    upper: Floats
    lower: Floats
    width: float


@dataclass(frozen=True, slots=True)
class Pose:
    """A mouth in its new shape, in pixels of the frame.

    - `points` (468, 2): where every mesh point shall be; `origin` (468, 2): where its colour comes from
    - `gap`, `source_gap`: opening of the rims in the middle after and before, as shares of the face's scale; the first
      will look `seen(gap, round)`
    - `round`: how far the lips are rounded, 0 to 1; `tuck`: how far the lower one lies against the upper teeth, 0 to 1
    """

    points: Points
    origin: Points
    gap: float
    source_gap: float
    round: float
    tuck: float


def put(opening: float, rounded: float = 0.0) -> float:
    """How far apart the rims of an opening are put, that is to be seen as `opening`; `rounded` from 0 to 1."""
    return max(opening - _shade(rounded), _narrow(rounded) * opening, 0.0)


def seen(gap: float, rounded: float = 0.0) -> float:
    """How far apart rims look to a mesh, that lie `gap` apart: the inverse of `put`."""
    return max(min(gap + _shade(rounded), gap / _narrow(rounded)), 0.0)


def _shade(rounded: float) -> float:
    return _SHADE + _ROUND_SHADE * rounded


def _narrow(rounded: float) -> float:
    return _NARROW_GAP + (_ROUND_NARROW_GAP - _NARROW_GAP) * rounded


def measure(points: Points) -> Lips:
    """Measures of the lips of a mesh, (468, 3)."""
    frame = mesh.face_frame(points)

    def height(low: tuple[int, ...], high: tuple[int, ...]) -> Floats:
        span = (points[list(low)] - points[list(high)]) @ frame.down
        return np.asarray(np.maximum(span, 0) / max(frame.scale, 1e-6), np.float32)

    return Lips(
        height(mesh.LOWER_INNER, mesh.UPPER_INNER),
        height(mesh.UPPER_INNER, mesh.UPPER_OUTER),
        height(mesh.LOWER_OUTER, mesh.LOWER_INNER),
        mesh.mouth_width(points),
    )


def pose(points: Points, shape: MouthShape, habits: Habits, rest_width: float, presence: float = 1.0) -> Pose:
    """The mesh (468, 3) with its mouth in the given shape.

    `rest_width` is the width the mouth would have without speech: the source's, smoothed over a second. `presence` 0
    leaves every point where it is.
    """
    frame, now = mesh.face_frame(points), measure(points)
    apart = float(np.clip((now.gap[5] - 0.02) / 0.03, 0, 1))
    gap = np.maximum(now.gap - habits.closed * (1 - apart), 0)
    overlap = _OVERLAP * apart * _closing(shape) + _PRESSED * shape.press
    change = _gap_wanted(gap, shape, habits) - overlap * OPENING_PROFILE - gap
    moves = np.zeros((mesh.POINTS, 2), np.float32)  # along (right, down), in shares of the scale
    up, low = _inner_moves(change, shape)
    thicker = _thickening(now, shape, habits, rest_width)
    _move_lips(moves, (up, low), thicker)
    _move_around(moves, (up[5], low[5]), (thicker[0][5], thicker[1][5]))
    _spread(moves, points, frame, _width_wanted(shape, habits, rest_width) - now.width)
    axes = np.stack([frame.right[:2], frame.down[:2]])
    flat = points[:, :2].astype(np.float32)
    shifted = moves @ axes + _protrusion(frame, shape.round)
    moved = flat + shifted * np.float32(frame.scale * presence)
    wanted = float(gap[5] + change[5] * presence)
    origin = _without_teeth(flat, _rim_inset(float(gap[5]), wanted) * presence)
    tuck = shape.tuck * (1 - shape.press) * presence
    return Pose(moved, origin, wanted, float(gap[5]), shape.round * presence, tuck)


def _closing(shape: MouthShape) -> float:
    """1 for lips that shall touch, 0 from a tenth of the opening on."""
    return 1 - min(shape.open * (1 - shape.press) / 0.1, 1.0)


def _gap_wanted(gap: Floats, shape: MouthShape, habits: Habits) -> Floats:
    """Target gap at every pair."""
    middle = put(_EMPHASIS * habits.opening * shape.open * (1 - shape.press), shape.round)
    middle += (_TUCK_GAP - middle) * shape.tuck * (1 - shape.press)
    profile = OPENING_PROFILE
    if gap[5] > 0.05:
        own = np.clip(gap / gap[5], 0, 1.1)
        profile = 0.5 * profile + 0.5 * own
    return np.asarray(middle * profile ** (1 - 0.35 * shape.round), np.float32)


def _inner_moves(change: Floats, shape: MouthShape) -> tuple[Floats, Floats]:
    """Downward moves of the inner edges of the upper and lower lip at the 11 pairs."""
    share = np.where(change > 0, 0.14, 0.22)
    lift = 0.02 * shape.tuck * OPENING_PROFILE
    return (np.asarray(-share * change - lift, np.float32), np.asarray((1 - share) * change - lift, np.float32))


def _thickening(now: Lips, shape: MouthShape, habits: Habits, rest_width: float) -> tuple[Floats, Floats]:
    """By how much the upper and the lower lip get thicker at the 11 pairs.

    A narrower mouth has thicker lips (their area stays), pressing rolls them in a little, rounding turns them out, and
    lips that a smile has thinned get back most of their usual thickness as far as the mouth closes.
    """
    narrower = np.clip(now.width / max(_width_wanted(shape, habits, rest_width), 1e-3), 0.85, 1.3) ** 0.6
    factor = narrower * (1 - 0.10 * shape.press + 0.14 * shape.round - 0.06 * min(shape.open, 1.0))
    closed = 1 - min(shape.open * (1 - shape.press) / 0.4, 1.0)
    least = _LEAST_THICKNESS * closed
    upper = np.maximum(now.upper * factor, np.minimum(habits.upper * least, now.upper * 1.6))
    lower = np.maximum(now.lower * factor, np.minimum(habits.lower * least, now.lower * 1.6))
    lower = lower * (1 - 0.12 * shape.tuck)
    return ((upper - now.upper) * _INNER_PAIRS, (lower - now.lower) * _INNER_PAIRS)


def _move_lips(moves: Floats, inner: tuple[Floats, Floats], thicker: tuple[Floats, Floats]) -> None:
    (up, low), (more_up, more_low) = inner, thicker
    moves[list(mesh.UPPER_INNER), 1] = up
    moves[list(mesh.UPPER_MIDDLE), 1] = up * 0.97 - more_up * 0.5
    moves[list(mesh.UPPER_OUTER), 1] = up * 0.9 - more_up
    moves[list(mesh.LOWER_INNER), 1] = low
    moves[list(mesh.LOWER_MIDDLE), 1] = low * 0.98 + more_low * 0.5
    moves[list(mesh.LOWER_OUTER), 1] = low * 0.94 + more_low
    drop = 0.22 * low[5] * (1.0 if low[5] > 0 else 0.5)
    for ring in (mesh.UPPER_OUTER, mesh.UPPER_MIDDLE, mesh.UPPER_INNER):
        moves[[ring[0], ring[-1]], 1] = drop


def _move_around(moves: Floats, inner: tuple[float, float], thicker: tuple[float, float]) -> None:
    """The skin around the lips: jaw and chin go with the lower lip, the philtrum with the upper one."""
    for point, weight in JAW.items():
        moves[point, 1] = _JAW_SHARE * inner[1] * weight + thicker[1] * BELOW_LIP.get(point, 0.0)
    for point, weight in ABOVE_LIP.items():
        moves[point, 1] = (inner[0] - thicker[0]) * weight
    moves[[57, 287], 1] = 0.2 * _JAW_SHARE * inner[1]


def _width_wanted(shape: MouthShape, habits: Habits, rest_width: float) -> float:
    smile = max(0.0, rest_width - 0.98 * habits.width)
    closing = max(shape.press, shape.round)
    return rest_width + habits.width * (_WIDEN * shape.wide - _NARROW * shape.round) - 0.35 * smile * closing


def _spread(moves: Floats, points: Points, frame: mesh.FaceFrame, wider: float) -> None:
    """Lips move sideways in proportion to their distance from the middle, the cheeks follow the corners."""
    middle = (points[mesh.MOUTH_LEFT] + points[mesh.MOUTH_RIGHT]) / 2
    half = float(np.linalg.norm(points[mesh.MOUTH_LEFT] - points[mesh.MOUTH_RIGHT])) / 2
    across = ((points - middle) @ frame.right) / max(half, 1e-6)
    lips = list(LIP_POINTS)
    moves[lips, 0] += np.clip(across[lips], -1.1, 1.1) * (wider / 2)
    for point, weight in BESIDE_LIPS.items():
        moves[point, 0] += np.sign(across[point]) * weight * wider / 2


def _protrusion(frame: mesh.FaceFrame, amount: float) -> Floats:
    """Lips pushed forward, as far as that is seen in the picture, (468, 2) in shares of the scale."""
    forward = -np.cross(frame.right, frame.down)[:2]  # the mesh's third axis points away from the viewer
    shift = np.zeros((mesh.POINTS, 2), np.float32)
    shift[list(LIP_POINTS)] = 0.06 * amount * forward
    return shift


def _rim_inset(source: float, wanted: float) -> float:
    """How deep inside the lips the colour of the inner rims is taken, as a share of their thickness.

    The mesh's rim of an open mouth may lie on the teeth; taken from there, a bright edge would be dragged along.
    """
    return float(np.clip((source - 0.025) / 0.045, 0, 1)) * (0.32 if wanted < 0.6 * source else 0.14)


def _without_teeth(flat: Points, inset: float) -> Points:
    origin = flat.copy()
    for inner, outer, share in (
        (mesh.UPPER_INNER, mesh.UPPER_OUTER, 0.8),
        (mesh.LOWER_INNER, mesh.LOWER_OUTER, 1.0),
    ):
        rim, back = list(inner[1:-1]), list(outer[1:-1])
        origin[rim] += share * inset * (flat[back] - flat[rim])
    return origin
