"""The room behind a presenter, out of focus. Knows nothing of the presenter."""

import cv2
import numpy as np

from core.arrays import Floats
from training.presenter.appearance import Appearance
from training.presenter.canvas import over, step


def room(width: int, height: int, look: Appearance) -> Floats:
    """A wall in the light of a window and a lamp, shelves with books, a plant; (height, width, 3) in linear light."""
    random = np.random.default_rng(look.seed + 31)
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    x, y = columns / height, rows / height
    wall = np.broadcast_to(look.wall * 0.55, (height, width, 3)).astype(np.float32)
    window = np.exp(-0.5 * (((x - 0.05) / 0.42) ** 2 + ((y - 0.30) / 0.60) ** 2))
    wall = wall * (0.55 + 1.15 * window + 0.10 * (1 - y))[..., None]
    wall = _window(wall, height)
    wall = _shelves(wall, height, look, random)
    wall = _plant(wall, height, random)
    soft = np.asarray(cv2.GaussianBlur(wall, (0, 0), height / 62), np.float32)
    return _lamp(soft, x, y, look)


def _box(picture: Floats, unit: int, box: tuple[float, float, float, float], colour: Floats) -> None:
    """Fill a rectangle given in picture heights."""
    x0, y0, x1, y1 = (round(value * unit) for value in box)
    picture[max(y0, 0) : max(y1, 0), max(x0, 0) : max(x1, 0)] = colour


def _window(wall: Floats, unit: int) -> Floats:
    light = np.array([0.95, 1.0, 1.08], np.float32)
    picture = wall.copy()
    for pane in range(2):
        for row in range(3):
            left, top = 0.02 + 0.165 * pane, 0.04 + 0.235 * row
            _box(picture, unit, (left, top, left + 0.15, top + 0.215), light * (0.85 - 0.10 * row))
    return np.asarray(picture, np.float32)


def _shelves(wall: Floats, unit: int, look: Appearance, random: np.random.Generator) -> Floats:
    picture = wall.copy()
    wood = np.array([0.20, 0.115, 0.062], np.float32)
    right = picture.shape[1] / unit
    for shelf in (0.30, 0.55, 0.80):
        _box(picture, unit, (right - 0.50, shelf, right - 0.02, shelf + 0.016), wood)
        at = right - 0.49
        while at < right - 0.06:
            thick, tall = float(random.uniform(0.014, 0.030)), float(random.uniform(0.11, 0.175))
            hue = random.uniform(0.02, 0.30, 3).astype(np.float32) * (0.9, 0.75, 0.65)
            mixed = 0.6 * hue + 0.4 * look.wall * float(random.uniform(0.4, 1.4))
            if random.random() > 0.22:
                _box(picture, unit, (at, shelf - tall, at + thick, shelf), mixed.astype(np.float32))
            at += thick + 0.002
    return np.asarray(picture, np.float32)


def _plant(wall: Floats, unit: int, random: np.random.Generator) -> Floats:
    picture = np.ascontiguousarray(wall)
    base = (0.42 * unit, 0.92 * unit)
    for _ in range(26):
        angle = -np.pi / 2 + random.normal(0, 0.55)
        length = float(random.uniform(0.14, 0.34)) * unit
        tip = (base[0] + np.cos(angle) * length, base[1] + np.sin(angle) * length)
        middle = ((base[0] + 2 * tip[0]) / 3, (base[1] + 2 * tip[1]) / 3)
        green = np.array([0.050, 0.090, 0.058], np.float32) * float(random.uniform(0.5, 1.7))
        size = (round(length * 0.34), round(unit * float(random.uniform(0.012, 0.024))))
        centre = (round(middle[0]), round(middle[1]))
        colour = tuple(float(value) for value in green)
        cv2.ellipse(picture, centre, size, float(np.degrees(angle)), 0, 360, colour, -1)
    return picture


def _lamp(wall: Floats, x: Floats, y: Floats, look: Appearance) -> Floats:
    """A lamp on the shelf: its glow on the wall, its shade, seen a little less blurred than the wall."""
    at = x.max() - 0.16, 0.20
    glow = np.exp(-0.5 * (((x - at[0]) / 0.20) ** 2 + ((y - at[1] - 0.02) / 0.22) ** 2))
    wall = wall + look.lamp * (0.30 * glow)[..., None]
    half = 0.050 + 0.10 * (y - at[1] + 0.07)
    shade = step(half - np.abs(x - at[0]), -0.014, 0.014) * step(y, at[1] - 0.085, at[1] - 0.06)
    shade = shade * step(y, at[1] + 0.065, at[1] + 0.04)
    bright = 0.75 + 0.65 * np.exp(-0.5 * (((x - at[0]) / 0.045) ** 2 + ((y - at[1]) / 0.05) ** 2))
    return over(wall, look.lamp * bright[..., None], shade * 0.92)
