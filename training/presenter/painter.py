"""Paints a presenter in any pose and mouth shape, and tells where the lips are. Knows nothing of time and of films.

What does not change is drawn once on planes: skin, hair, body, room. For a frame every pixel is traced back to its
place on the plane of the face, through the turned head and the dropped jaw; there the planes are looked up and eyes and
mouth are drawn anew. So the lips are sharp in every pose and exactly known.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from core.arrays import Floats, Image, Points
from core.face import mesh
from core.face.mouth_shape import MouthShape
from training.presenter import head
from training.presenter.appearance import Appearance
from training.presenter.body import body
from training.presenter.canvas import Canvas, curve, over, step
from training.presenter.eyes import Gaze, paint_brows, paint_eyes
from training.presenter.hair import Layer, back_hair, front_hair
from training.presenter.light import Surface, encoded, lit
from training.presenter.lips import MouthLines, mouth_lines, paint_mouth
from training.presenter.motion import Pose
from training.presenter.room import room

VIEW = 38.5
"""Centimetres from the top to the bottom of the picture."""

TOP = -16.2
"""Height of the picture's upper edge."""

_FINER = 2
"""Pixels of the planes on one of the picture, in either direction."""

_PIVOT = (0.0, 6.0, -2.0)
_BACK_DEPTH = -4.0


@dataclass(frozen=True, slots=True)
class _Plane:
    """A canvas and four channels on it: linear colour times opacity, and opacity."""

    canvas: Canvas
    pixels: Floats

    @staticmethod
    def of(canvas: Canvas, layer: Layer) -> "_Plane":
        return _Plane(canvas, np.dstack([layer.colour * layer.opacity[..., None], layer.opacity]).astype(np.float32))

    def at(self, x: Floats, y: Floats) -> Floats:
        """The channels at places of the plane, 0 outside it."""
        columns = (x - np.float32(self.canvas.x0)) * np.float32(self.canvas.detail)
        rows = (y - np.float32(self.canvas.y0)) * np.float32(self.canvas.detail)
        return np.asarray(cv2.remap(self.pixels, columns, rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT))


class Presenter:
    """One person in their room, for pictures of `width` × `height` pixels."""

    def __init__(self, look: Appearance, width: int, height: int) -> None:
        self._look, self._size = look, (width, height)
        self._detail = height / VIEW
        fine = self._detail * _FINER
        self._screen = self._aligned(-12.4, TOP, 12.4, 16.4, fine)
        flat = Canvas.of(-11.5, -16.0, 11.5, 16.0, fine)
        hair = front_hair(flat, look)
        self._hair = _Plane.of(flat, hair)
        self._face, self._depth = _face(flat, look, hair)
        whole = self._aligned(-width / height * VIEW / 2, TOP, width / height * VIEW / 2, TOP + VIEW, fine)
        self._whole = Canvas(whole.x0, whole.y0, width, height, self._detail)
        self._body = _reduced(_Plane.of(whole, body(whole, look)))
        self._back = _reduced(_Plane.of(whole, back_hair(whole, look)))
        self._room = room(width, height, look)

    def draw(self, pose: Pose, shape: MouthShape) -> Image:
        """The picture (height, width, 3)."""
        lines = mouth_lines(shape, pose.smile)
        picture = self._behind(pose)
        piece = self._head(pose, lines)
        x0 = round((self._screen.x0 - self._whole.x0) * self._detail)
        y0 = round((self._screen.y0 - self._whole.y0) * self._detail)
        left, top = max(-x0, 0), max(-y0, 0)
        part = picture[max(y0, 0) : y0 + piece.shape[0], max(x0, 0) : x0 + piece.shape[1]]
        piece = piece[top : top + part.shape[0], left : left + part.shape[1]]
        part *= 1 - piece[..., 3:]
        part += piece[..., :3]
        return encoded(picture)

    def lip_points(self, pose: Pose, shape: MouthShape) -> dict[int, tuple[float, float]]:
        """Where the rings of the lips of the 468-point mesh are in the picture, in pixels, by the mesh's numbers."""
        lines = mouth_lines(shape, pose.smile)
        share = np.array([-1, -0.84, -0.62, -0.40, -0.19, 0, 0.19, 0.40, 0.62, 0.84, 1], np.float32)
        upper_out, lower_out = lines.outer(share)
        upper_in, lower_in = lines.inner(share)
        rings = {
            mesh.UPPER_OUTER: upper_out,
            mesh.LOWER_OUTER: lower_out,
            mesh.UPPER_INNER: upper_in,
            mesh.LOWER_INNER: lower_in,
        }
        found: dict[int, tuple[float, float]] = {}
        for numbers, heights in rings.items():
            flat = np.stack([share * lines.half, heights], axis=-1).astype(np.float32)
            for number, place in zip(numbers, self.project(flat, pose), strict=True):
                found[number] = (float(place[0]), float(place[1]))
        return found

    def project(self, flat: Points, pose: Pose) -> Points:
        """Places (n, 2) of the face's plane as pixels of the picture, (n, 2)."""
        x, y = flat[:, 0].astype(np.float32), flat[:, 1].astype(np.float32)
        z = self._depth.at(x[None], y[None])[0]
        px, py = _turned(x, y, z, pose)
        pixels = np.stack([px - self._whole.x0, py - self._whole.y0], axis=-1) * self._detail
        return np.asarray(pixels + 0.5 / _FINER - 0.5, np.float32)

    def _aligned(self, x0: float, y0: float, x1: float, y1: float, fine: float) -> Canvas:
        """A fine canvas that begins and ends on whole pixels of the picture, counted from the picture's corner."""
        middle = self._size[0] / 2
        left, right = round(x0 * self._detail + middle), round(x1 * self._detail + middle)
        upper, lower = round((y0 - TOP) * self._detail), round((y1 - TOP) * self._detail)
        start = ((left - middle) / self._detail, TOP + upper / self._detail)
        return Canvas(*start, (right - left) * _FINER, (lower - upper) * _FINER, fine)

    def _behind(self, pose: Pose) -> Floats:
        """Room, the hair behind the neck and the body, which breathes and goes a little with the head."""
        x, y = self._whole.plane()
        back = self._back.at(*_traced(x, y, np.float32(_BACK_DEPTH), pose))
        picture = self._room * (1 - back[..., 3:]) + back[..., :3]
        up = step(y, 18.0, 9.0)
        side = np.float32(pose.x * 0.8) * up + np.float32(pose.x * 0.25)
        lifted = np.float32(0.16 * pose.breath) * step(y, 11.0, 19.0)
        front = self._body.at(x - side - np.float32(1.3 * pose.roll) * up, y + lifted)
        return np.asarray(picture * (1 - front[..., 3:]) + front[..., :3], np.float32)

    def _head(self, pose: Pose, lines: MouthLines) -> Floats:
        """Face and hair in the pose at the picture's own resolution, (h, w, 4), colour times opacity."""
        px, py = self._screen.plane()
        x, y = px, py
        for _ in range(4):
            qx, qy = _turned(x, y, self._depth.at(x, y), pose)
            x, y = x + (px - qx), y + (py - qy)
        face = self._face.at(*_undropped(x, y, lines.drop))
        opacity = face[..., 3]
        skin = np.asarray(face[..., :3] / np.maximum(opacity, 1e-3)[..., None], np.float32)
        colour = paint_brows(skin, x, y, self._look, pose.lift)
        colour = paint_eyes(colour, x, y, Gaze(pose.look_x, pose.look_y, pose.shut), self._look)
        colour = paint_mouth(colour, x, y, lines, self._look)
        hair = self._hair.at(x, y)
        whole = np.dstack([colour * opacity[..., None], opacity]) * (1 - hair[..., 3:]) + hair
        size = (self._screen.width // _FINER, self._screen.height // _FINER)
        return np.asarray(cv2.resize(whole.astype(np.float32), size, interpolation=cv2.INTER_AREA))


def _face(canvas: Canvas, look: Appearance, hair: Layer) -> tuple[_Plane, _Plane]:
    """The lit skin with the shadow of the hair on it, and the depth of head and hair in one smooth sheet."""
    x, y = canvas.plane()
    z = head.height(x, y, canvas)
    light = lit(Surface(z, head.skin(x, y, look), head.gloss(x, y)), canvas)
    light = head.nostrils(light, x, y)
    shadow = np.roll(
        canvas.blurred(hair.opacity, 0.45), (round(0.30 * canvas.detail), round(0.25 * canvas.detail)), (0, 1)
    )
    light = over(light, light * np.array([0.40, 0.29, 0.26], np.float32), np.clip(shadow * 0.8, 0, 1))
    dome = 9.0 * np.sqrt(np.maximum(1 - (x / 11.5) ** 2 - ((y + 1) / 16.5) ** 2, 0.0))
    depth = canvas.blurred(np.maximum(z, dome * 0.85).astype(np.float32), 0.25)
    return _Plane.of(canvas, Layer(light, head.coverage(x, y, canvas.detail))), _Plane(canvas, depth)


def _reduced(plane: _Plane) -> _Plane:
    """A fine plane in the picture's own resolution."""
    canvas = plane.canvas
    size = (canvas.width // _FINER, canvas.height // _FINER)
    pixels = cv2.resize(plane.pixels, size, interpolation=cv2.INTER_AREA)
    return _Plane(Canvas(canvas.x0, canvas.y0, *size, canvas.detail / _FINER), np.asarray(pixels, np.float32))


def _rotation(pose: Pose) -> Floats:
    cy, sy, cp, sp = np.cos(pose.yaw), np.sin(pose.yaw), np.cos(pose.pitch), np.sin(pose.pitch)
    cr, sr = np.cos(pose.roll), np.sin(pose.roll)
    yaw = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    pitch = np.array([[1, 0, 0], [0, cp, sp], [0, -sp, cp]])
    roll = np.array([[cr, -sr, 0], [sr, cr, 0], [0, 0, 1]])
    return np.asarray(roll @ pitch @ yaw, np.float32)


def _turned(x: Floats, y: Floats, z: Floats, pose: Pose) -> tuple[Floats, Floats]:
    """Where a place of the head is seen, in centimetres of the picture's plane."""
    r = _rotation(pose)
    dx, dy, dz = x - np.float32(_PIVOT[0]), y - np.float32(_PIVOT[1]), z - np.float32(_PIVOT[2])
    px = r[0, 0] * dx + r[0, 1] * dy + r[0, 2] * dz + np.float32(_PIVOT[0] + pose.x)
    py = r[1, 0] * dx + r[1, 1] * dy + r[1, 2] * dz + np.float32(_PIVOT[1] + pose.y)
    return px, py


def _traced(px: Floats, py: Floats, z: np.float32, pose: Pose) -> tuple[Floats, Floats]:
    """The place at depth `z` of the head that is seen at (px, py)."""
    r = _rotation(pose)
    dz = z - np.float32(_PIVOT[2])
    qx = px - np.float32(_PIVOT[0] + pose.x) - r[0, 2] * dz
    qy = py - np.float32(_PIVOT[1] + pose.y) - r[1, 2] * dz
    back = np.linalg.inv(r[:2, :2]).astype(np.float32)
    return back[0, 0] * qx + back[0, 1] * qy + np.float32(_PIVOT[0]), back[1, 0] * qx + back[1, 1] * qy + np.float32(
        _PIVOT[1]
    )


def _undropped(x: Floats, y: Floats, drop: float) -> tuple[Floats, Floats]:
    """Where a place of the face lies when the jaw is up."""
    if drop == 0:
        return x, y
    rest = y
    for _ in range(5):
        rest = y - np.float32(drop) * _follows(x, rest)
    return x, rest


def _follows(x: Floats, y: Floats) -> Floats:
    """How far a place follows the lower lip downwards: the lip itself 0.95, the chin 0.62, the jaw's angle little."""
    middle = curve([(head.MOUTH_Y - 0.2, 0.0), (head.MOUTH_Y + 1.0, 0.92), (8.2, 0.86), (10.0, 0.64), (11.2, 0.62)], y)
    sides = 1 - 0.88 * step(np.abs(x), 1.6, 6.2)
    return np.asarray(middle * sides, np.float32)
