"""Shoulder-length hair of many thin strands, lit as fibres. Knows nothing of the face below it.

Every strand follows two guides, one along the face and one along the outline, between which it is drawn by lot. Its
light is that of a thin cylinder: brightest where it lies across the direction halfway to the lamp (Kajiya and Kay,
1989).
"""

from dataclasses import dataclass

import cv2
import numpy as np

from core.arrays import Floats
from training.presenter.appearance import Appearance
from training.presenter.canvas import Canvas, step

_POINTS = 30
"""Places along a strand."""

_STRANDS = 100
"""Strands of one side for every pixel on a centimetre: finer pictures show more of them."""

Guide = tuple[tuple[float, float, float], ...]

# Guides (x, y, z) from the parting to the tips, for the viewer's right side with the parting at x = 0.
_FACE: Guide = ((0.0, -7.6, 8.4), (1.8, -7.6, 8.3), (4.1, -6.1, 7.4), (5.7, -3.6, 6.3), (6.45, -0.8, 5.4),
                (6.5, 2.6, 5.0), (6.0, 6.2, 5.0), (5.7, 9.4, 5.3), (4.7, 12.8, 5.4))  # fmt: skip
_OUTER: Guide = ((0.0, -12.5, 1.5), (2.4, -13.1, 1.5), (5.8, -11.9, 1.2), (8.2, -8.6, 0.6), (9.0, -4.2, 0.2),
                 (9.05, 0.6, 0.2), (8.95, 5.2, 0.6), (8.8, 9.4, 1.2), (6.9, 13.9, 2.0))  # fmt: skip
_BACK: Guide = ((0.0, 0.0, -4.0), (5.6, 1.0, -4.0), (7.2, 4.0, -4.0), (7.0, 9.0, -4.0), (5.4, 16.5, -4.0))

_LAMP = np.array([-0.50, -0.56, 0.66], np.float32)


@dataclass(frozen=True, slots=True)
class Layer:
    """A drawn piece: colour (h, w, 3) in linear light and opacity (h, w)."""

    colour: Floats
    opacity: Floats


def front_hair(canvas: Canvas, look: Appearance) -> Layer:
    """The hair that frames the face and lies over its edges."""
    random = np.random.default_rng(look.seed + 11)
    layer = _Sheet(canvas)
    for side in (-1, 1):
        guides = [_placed(guide, side, look.parting) for guide in (_FACE, _OUTER)]
        layer.fill(guides, look.hair * 0.14, until=0.88)
        locks = [_Lock.drawn(random) for _ in range(60)]
        for depth in np.linspace(0, 1, round(_STRANDS * canvas.detail)) ** 0.8:
            lock = locks[int(random.integers(len(locks)))]
            layer.strand(*_strand(guides, depth, lock, random), look, depth * lock.lightness, random)
        for _ in range(36):
            layer.strand(*_stray(guides, random), look, 0.7, random)
    return layer.finished()


def back_hair(canvas: Canvas, look: Appearance) -> Layer:
    """The hair behind the neck, in the shade of the head."""
    random = np.random.default_rng(look.seed + 12)
    layer = _Sheet(canvas)
    for side in (-1, 1):
        inner = tuple((x * 0.05, y, z) for x, y, z in _BACK)
        guides = [np.array(guide, np.float32) * (side, 1, 1) for guide in (inner, _BACK)]
        guides = [_smooth(guide.astype(np.float32)) for guide in guides]
        layer.fill(guides, look.hair * 0.10, until=1.0)
        locks = [_Lock.drawn(random) for _ in range(20)]
        for depth in np.linspace(0, 0.30, round(0.17 * _STRANDS * canvas.detail)):
            layer.strand(*_strand(guides, depth, locks[int(random.integers(20))], random), look, depth, random)
    return layer.finished()


class _Sheet:
    """A canvas on which strands are laid over each other, the deepest first; drawn finer and reduced at the end."""

    def __init__(self, canvas: Canvas) -> None:
        self._size = (canvas.width, canvas.height)
        canvas = Canvas(canvas.x0, canvas.y0, canvas.width * 2, canvas.height * 2, canvas.detail * 2)
        self._canvas = canvas
        self._colour = np.zeros((canvas.height, canvas.width, 3), np.float32)
        self._opacity = np.zeros((canvas.height, canvas.width), np.float32)

    def fill(self, guides: list[Floats], colour: Floats, until: float) -> None:
        """The dark mass below the strands, between two guides (points, 3), `until` a share of their length."""
        inner = guides[0] * 0.95 + guides[1] * 0.05
        last = round(_POINTS * until)
        ring = np.concatenate([inner[:last], guides[1][:last][::-1]])[:, :2]
        pixels = np.rint(self._canvas.to_pixels(ring) * 16).astype(np.int32)
        values = tuple(float(value) for value in colour)
        cv2.fillPoly(self._colour, [pixels], values, cv2.LINE_8, 4)
        cv2.polylines(self._colour, [pixels], True, values, 8, cv2.LINE_8, 4)
        shape = np.zeros_like(self._opacity, np.uint8)
        cv2.fillPoly(shape, [pixels], 255, cv2.LINE_AA, 4)
        self._opacity = np.maximum(self._opacity, shape.astype(np.float32) / 255)

    def strand(self, points: Floats, width: float, look: Appearance, depth: float, random: np.random.Generator) -> None:
        """One strand (points, 3), darker the deeper it lies."""
        light = _fibre_light(points, look, random)
        light *= np.float32((0.32 + 0.68 * depth) * random.lognormal(0, 0.20))
        pixels = np.rint(self._canvas.to_pixels(points[:, :2]) * 16).astype(np.int32)
        thick = max(round(width * self._canvas.detail), 1)
        for start, end, colour in zip(pixels[:-1], pixels[1:], light, strict=False):
            shade = (float(colour[0]), float(colour[1]), float(colour[2]))
            cv2.line(self._colour, start, end, shade, thick, cv2.LINE_8, 4)
        cv2.polylines(self._opacity, [pixels], False, 1.0, thick, cv2.LINE_8, 4)

    def finished(self) -> Layer:
        """What was drawn, in the size of the canvas asked for."""
        weighted = cv2.resize(self._colour * self._opacity[..., None], self._size, interpolation=cv2.INTER_AREA)
        opacity = cv2.resize(self._opacity, self._size, interpolation=cv2.INTER_AREA)
        colour = weighted / np.maximum(opacity, 1e-3)[..., None]
        return Layer(np.asarray(colour, np.float32), np.asarray(opacity, np.float32))


def _placed(guide: Guide, side: int, parting: float) -> Floats:
    """A guide on one side of the head: it begins at the parting and comes back to its place on the way."""
    points = np.array(guide, np.float32) * (side, 1, 1)
    home = np.linspace(1, 0, 4)
    points[:4, 0] += np.float32(parting) * home
    points[0, 0] -= np.float32(0.22 * side)
    return _smooth(points.astype(np.float32))


def _smooth(points: Floats) -> Floats:
    """A guide (n, 3) as a Catmull-Rom curve of evenly counted places."""
    padded = np.concatenate([2 * points[:1] - points[1:2], points, 2 * points[-1:] - points[-2:-1]])
    at = np.linspace(0, len(points) - 1 - 1e-4, _POINTS)
    k, t = at.astype(int), (at % 1)[:, None]
    a, b, c, d = (padded[k + shift] for shift in range(4))
    curve = 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
    return np.asarray(curve, np.float32)


@dataclass(frozen=True, slots=True)
class _Lock:
    """Strands that lie together: where between the guides, how wide, how they sway, how light and how long they are."""

    share: float
    wide: float
    phase: float
    rate: float
    sway: float
    lightness: float
    length: float

    @staticmethod
    def drawn(random: np.random.Generator) -> "_Lock":
        """A lock by lot."""
        return _Lock(
            share=float(random.uniform(-0.01, 1.0)),
            wide=float(random.uniform(0.02, 0.05)),
            phase=float(random.uniform(0, 2 * np.pi)),
            rate=float(random.uniform(3.2, 5.2)),
            sway=float(random.uniform(0.10, 0.42)),
            lightness=float(random.uniform(0.72, 1.0)),
            length=float(random.normal(0, 0.30)),
        )


def _strand(guides: list[Floats], depth: float, lock: _Lock, random: np.random.Generator) -> tuple[Floats, float]:
    """A strand of a lock between the guides; returns places (points, 3) and a width in centimetres.

    At the roots the locks overlap; on their way the strands gather in their lock.
    """
    along = np.linspace(0, 1, _POINTS, dtype=np.float32)[:, None]
    beside = float(random.normal(0, 1))
    share = lock.share + beside * (0.075 - (0.075 - lock.wide) * step(along, 0.2, 0.8) - 0.02 * step(along, 0.8, 1.0))
    share = np.where(
        share < 0, -share * 0.25 - min(0.020 * float(random.exponential()), 0.045), np.minimum(share, 2 - share)
    )
    points = guides[0] * (1 - share) + guides[1] * share
    points[:, 2:] += np.sin(np.pi * np.clip(share, 0, 1)) * 1.6
    wave = np.sin(along[:, 0] * lock.rate * 2.2 + lock.phase + random.normal(0, 0.12))
    strength = step(along[:, 0], 0.30, 1.0)
    points[:, 0] += strength * (lock.sway * wave + random.normal(0, 0.05))
    points[:, 2] += strength * lock.sway * 1.5 * np.cos(along[:, 0] * lock.rate * 2.2 + lock.phase)
    points[:, 1] += (lock.length + random.normal(0, 0.22)) * along[:, 0] ** 4
    # Strands that are bent at the same places would show bands of light across all of them.
    between = float(random.random())
    points[1:] = points[1:] + (points[:-1] - points[1:]) * between
    last = int(_POINTS * random.uniform(0.88, 1.0))
    return np.asarray(points[:last], np.float32), float(random.uniform(0.025, 0.06) * (1.2 - 0.5 * depth))


def _stray(guides: list[Floats], random: np.random.Generator) -> tuple[Floats, float]:
    """A fine hair that leaves the outline."""
    along = np.linspace(0, 1, _POINTS, dtype=np.float32)
    first, last = sorted((int(random.integers(2, _POINTS - 8)), _POINTS - int(random.integers(1, 6))))
    points = guides[1].copy()
    points[:, :2] *= (1 + float(random.uniform(0.0, 0.035)) * np.sin(np.pi * along * float(random.uniform(0.6, 1.6))))[
        :, None
    ]
    points[:, 0] += float(random.normal(0, 0.12))
    return np.asarray(points[first : max(last, first + 4)], np.float32), 0.012


def _fibre_light(points: Floats, look: Appearance, random: np.random.Generator) -> Floats:
    """Light (points - 1, 3) along a strand."""
    tangent = np.diff(points, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True) + 1e-6
    middle = (points[:-1] + points[1:]) / 2
    lamp = _LAMP / np.linalg.norm(_LAMP)
    half = lamp + np.array([0, 0, 1], np.float32)
    half /= np.linalg.norm(half)
    diffuse = np.sqrt(np.maximum(1 - (tangent @ lamp) ** 2, 0))
    shift = tangent @ half + random.normal(0.0, 0.05)
    shine = np.maximum(1 - shift**2, 0)
    centre = np.array([0.0, -1.0, -1.0], np.float32)
    outwards = (middle - centre) / np.array([10.0, 13.0, 11.0], np.float32)
    outwards /= np.linalg.norm(outwards, axis=1, keepdims=True) + 1e-6
    facing = step(np.asarray(outwards @ lamp, np.float32), -0.55, 0.75)
    rim = step(outwards[:, 0], 0.62, 0.98) * 0.30
    light = look.hair * (0.30 + 0.95 * diffuse * facing + rim)[:, None]
    light += look.hair_shine * (0.62 * shine**30 * facing**2 + 0.12 * shine**5 * facing)[:, None]
    return np.asarray(cv2.blur(light, (1, 5), borderType=cv2.BORDER_REPLICATE), np.float32)
