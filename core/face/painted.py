"""The inside of a mouth that never opens in the film: upper teeth and a tongue, painted. Knows nothing of tracks.

Nobody's teeth are known to be like this, so they are kept plain and soft: a row of rounded fronts in the light that
falls on the skin, darker towards the sides, a tongue that lies low, and the dark behind.
"""

import cv2
import numpy as np

from core.arrays import Floats, Image, Points
from core.face import mesh
from core.face.ease import rise
from core.face.interior import Interior, layer_axes, opening, skin_colour, stacked, units

Teeth = tuple[tuple[float, float, float], ...]

_RIM = 0.06
_UPPER_TEETH: Teeth = ((0.046, 0.0455, 0.885), (0.122, 0.0315, 0.897), (0.187, 0.0345, 0.888), (0.248, 0.028, 0.90),
                       (0.300, 0.025, 0.91), (0.345, 0.022, 0.92), (0.387, 0.022, 0.925),
                       (0.428, 0.020, 0.93))  # fmt: skip
"""Middle, half width and by how much it is shorter than 1, of each tooth of one side from the middle outwards;
proportions of incisors (8.5 and 6.5 mm), canine (7.5 mm) and premolars."""


def paint(image: Image, points: Points) -> Interior:
    """A plain inside, painted in the light of this picture, for a person who never opens their mouth."""
    frame = mesh.face_frame(points)
    detail = float(np.clip(frame.scale, 48, 240))
    here = opening(points, points[:, :2], 0.0, (0, 0))
    skin = skin_colour(image, points)
    lips = _lip_colour(image, points)
    middle = here.upper[5] + here.down * np.float32(_RIM)
    return Interior(
        _painted_upper(detail, skin),
        _painted_lower(detail, lips),
        lips * np.float32(0.22),
        skin,
        -units((here.nose - middle)[None], here)[0],
        -_RIM,
        _RIM,
        detail,
    )


def _lip_colour(image: Image, points: Points) -> Floats:
    height, width = image.shape[:2]
    at = points[[*mesh.UPPER_MIDDLE[3:8], *mesh.LOWER_MIDDLE[3:8]], :2].astype(int)
    colours = image[np.clip(at[:, 1], 0, height - 1), np.clip(at[:, 0], 0, width - 1)]
    return np.asarray(np.median(colours, axis=0), np.float32)


def _painted_upper(detail: float, skin: Floats) -> Floats:
    xs, ys = layer_axes(detail)
    row = _tooth(xs, ys + 0.11, (0.47, 0.095), detail) * (1 - 0.6 * rise(np.abs(xs), 0.1, 0.45))
    body = _row_of_teeth(xs, ys + 0.11, (_UPPER_TEETH, 1.0), detail)
    body = np.maximum(body, 0.76 * row) * (0.82 + 0.18 * rise(ys, -0.07, -0.02))
    opacity = np.asarray(np.maximum(row > 0.5, rise(body, 0.0, 0.5)), np.float32)
    return stacked(_unmixed(body[..., None] * _dentine(skin), opacity), np.asarray(cv2.blur(opacity, (3, 3))))


def _painted_lower(detail: float, lips: Floats) -> Floats:
    """A tongue that lies low; lower teeth would have to be right to be believed, and speech rarely bares them."""
    xs, ys = layer_axes(detail)
    opacity = np.sqrt(np.clip(1 - (xs / 0.26) ** 2, 0, 1)) * rise(ys, -0.03, 0.06)
    return stacked(np.broadcast_to(lips * np.float32(0.42), (*opacity.shape, 3)), opacity)


def _row_of_teeth(xs: Floats, along: Floats, arch: tuple[Teeth, float], detail: float) -> Floats:
    """Light on a row of teeth, (rows, columns), 0 beside them; darker towards the corners of the mouth."""
    teeth, length = arch
    light = np.zeros((along.shape[0], xs.shape[1]), np.float32)
    for middle, half, short in teeth:
        for side in (-1, 1):
            across = xs - side * middle
            tooth = _tooth(across, along, (half, length - short), detail)
            light = np.maximum(light, tooth * _rounded(across, half) * np.float32(1 - 1.45 * middle))
    return light


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
