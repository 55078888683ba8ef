"""How a soft surface looks under studio lamps. Knows nothing of faces; works in linear light.

Skin scatters light below its surface, red farthest: diffuse light wraps around the terminator by another amount in
every channel (the wrapped diffuse of Green, GPU Gems 2004, ch. 16).
"""

from dataclasses import dataclass

import cv2
import numpy as np

from core.arrays import Floats, Image
from training.presenter.canvas import Canvas, step


@dataclass(frozen=True, slots=True)
class Surface:
    """What is lit: height `z` in centimetres, `colour` (h, w, 3) linear, `gloss` (h, w) about 0 to 2."""

    z: Floats
    colour: Floats
    gloss: Floats


SKIN_WRAP = (0.50, 0.26, 0.18)
"""How far light wraps around skin in red, green and blue, as a cosine beyond the terminator."""

_KEY = np.array([-0.52, -0.50, 0.72], np.float32)
_FILL = np.array([0.86, -0.05, 0.50], np.float32)
_RIM = np.array([0.85, -0.35, -0.40], np.float32)
_KEY_COLOUR = np.array([1.00, 0.92, 0.82], np.float32)
_FILL_COLOUR = np.array([0.20, 0.20, 0.215], np.float32)
_RIM_COLOUR = np.array([0.30, 0.30, 0.32], np.float32)
_SKY = np.array([0.20, 0.215, 0.24], np.float32)
_GROUND = np.array([0.185, 0.14, 0.12], np.float32)


def lit(surface: Surface, canvas: Canvas, wrap: tuple[float, float, float] = SKIN_WRAP, shadows: bool = True) -> Floats:
    """The surface under a warm key lamp from the upper left, a cool fill from the right and a dim room, (h, w, 3)."""
    normal = normals(surface.z, canvas)
    key, fill, rim = (_unit(lamp) for lamp in (_KEY, _FILL, _RIM))
    shadow = cast_shadow(surface.z, canvas) if shadows else np.ones_like(surface.z)
    soft = np.array(wrap, np.float32)
    direct = _wrapped(normal @ key, soft)
    # The edge of a shadow on skin is red: red light travels farther below the surface.
    seen = np.stack([shadow ** (1 - 0.55 * w) for w in soft], axis=-1)
    light = direct * seen * _KEY_COLOUR
    light += _wrapped(normal @ fill, soft) * _FILL_COLOUR
    up = (0.5 - 0.5 * normal[..., 1])[..., None]
    light += (_SKY * up + _GROUND * (1 - up)) * hollow(surface.z, canvas)[..., None]
    edge = (1 - np.clip(normal[..., 2], 0, 1)) ** 2 * np.clip(normal @ rim + 0.25, 0, 1)
    shine = _shine(normal, key) * shadow
    out = surface.colour * light + (shine * surface.gloss)[..., None] * _KEY_COLOUR
    return np.asarray(out + edge[..., None] * _RIM_COLOUR * (0.06 + surface.colour) * 0.8, np.float32)


def normals(z: Floats, canvas: Canvas) -> Floats:
    """Unit normals (h, w, 3) of a height field."""
    dy, dx = np.gradient(z, np.float32(1 / canvas.detail))
    normal = np.stack([-dx, -dy, np.ones_like(z)], axis=-1)
    return np.asarray(normal / np.linalg.norm(normal, axis=-1, keepdims=True), np.float32)


def hollow(z: Floats, canvas: Canvas) -> Floats:
    """How open every place is to the light of the room, about 0.3 to 1.1: less where the surroundings are higher."""
    deep = sum(gain * (canvas.blurred(z, radius) - z) for radius, gain in ((0.25, 1.6), (0.7, 0.7), (1.6, 0.25)))
    return np.asarray(np.clip(np.exp(-np.clip(deep, -0.15, 2)), 0.3, 1.1), np.float32)


def cast_shadow(z: Floats, canvas: Canvas) -> Floats:
    """How much of the key lamp reaches every place, 0 to 1: rays are followed towards it over the height field."""
    direction = _unit(_KEY)
    across, climb = direction[:2] / np.linalg.norm(direction[:2]), direction[2] / np.linalg.norm(direction[:2])
    lit_share = np.ones_like(z)
    for distance in np.geomspace(0.12, 4.5, 14):
        dx, dy = np.rint(across * distance * canvas.detail).astype(int)
        above = np.roll(z, (-dy, -dx), axis=(0, 1)) - (z + np.float32(climb * distance))
        lit_share = np.minimum(lit_share, step(above, 0.05 + 0.12 * distance, -0.10 - 0.12 * distance))
    return canvas.blurred(np.asarray(0.12 + 0.88 * lit_share, np.float32), 0.10)


def encoded(linear: Floats) -> Image:
    """Linear light as picture levels: a gentle shoulder for the brightest parts, then the sRGB curve."""
    toned = linear * (1 + linear * np.float32(0.10)) / (1 + linear * np.float32(0.42))
    toned = np.clip(toned * np.float32(1.18), 0, 1)
    bright = cv2.pow(toned, 1 / 2.4) * np.float32(1.055) - np.float32(0.055)
    curve = np.where(toned <= 0.0031308, toned * np.float32(12.92), bright)
    return np.asarray(np.rint(curve * 255), np.uint8)


def linear(red: int, green: int, blue: int) -> Floats:
    """Linear light (3,) of an sRGB colour of 0 to 255."""
    value = np.array([red, green, blue], np.float32) / 255
    return np.asarray(np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4), np.float32)


def _unit(vector: Floats) -> Floats:
    return np.asarray(vector / np.linalg.norm(vector), np.float32)


def _wrapped(cosine: Floats, wrap: Floats) -> Floats:
    share = np.clip((cosine[..., None] + wrap) / (1 + wrap), 0, 1)
    return np.asarray(share**1.15, np.float32)


def _shine(normal: Floats, lamp: Floats) -> Floats:
    half = _unit(lamp + np.array([0, 0, 1], np.float32))
    facing = np.clip(normal @ half, 0, 1)
    return np.asarray(0.07 * facing**14 + 0.08 * facing**60, np.float32)
