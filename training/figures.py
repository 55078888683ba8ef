"""What can be measured of painted faces without large networks. Knows no network that paints, no people, no files.

All crops are those of `core.face.crop`, (n, 256, 256, 3); landmarks are in their pixels. Every figure compares with
what the film shows at the same place, so that a soft film is no fault of the painter.
"""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats, Image
from core.face.crop import SIDE
from core.face.landmarks import Region, settle
from core.face.mesh import lip_gap
from core.models.face_landmarks import FaceMesh
from training.lip_box import LIPS, Rectangle, lip_box
from training.networks import HIDDEN_FROM

Crops = NDArray[np.uint8]

_STRIP = 12  # rows above the border in which painter and film should agree
_FINE = 1.5  # pixels of blur that take fine detail away
_CHEEKS = ((0.10, 0.30), (0.70, 0.90))  # columns beside the nose, as shares of the crop
_ROWS = (0.36, 0.50)  # rows between eyes and border, likewise


def hidden_error(made: Crops, real: Crops) -> float:
    """Mean absolute difference of the half that was painted, in levels of 255."""
    return float(np.abs(_lower(made) - _lower(real)).mean())


def lips_error(made: Crops, real: Crops, lips: Sequence[Rectangle]) -> float:
    """The same inside the rectangles around the lips."""
    parts = [
        np.abs(one[y0:y1, x0:x1].astype(np.float32) - other[y0:y1, x0:x1]).mean()
        for one, other, (x0, y0, x1, y1) in zip(made, real, lips, strict=True)
    ]
    return float(np.mean(parts))


def sharpness_ratio(made: Crops, real: Crops, lips: Sequence[Rectangle]) -> float:
    """Fine detail of the painted mouth over that of the film's cheeks, as a share of what it is in the film itself.

    1 is as sharp as the film, less is softer. NaN if the film has no detail.
    """
    ratios = []
    for one, other, (x0, y0, x1, y1) in zip(made, real, lips, strict=True):
        cheeks = float(np.mean([_detail(other[rows, columns]) for rows, columns in _cheeks()]))
        film = _detail(other[y0:y1, x0:x1]) / cheeks if cheeks > 0 else 0.0
        ratios.append(_detail(one[y0:y1, x0:x1]) / cheeks / film if film > 0 else np.nan)
    return float(np.nanmean(ratios)) if np.isfinite(ratios).any() else float("nan")


def jitter_ratio(made: Crops, real: Crops, lips: Sequence[Rectangle]) -> float:
    """How much painted skin around the mouth flickers, over how much the film's does there; 1 is as calm as the film.

    Flicker is the mean absolute second difference in time. NaN for fewer than three frames or a still film.
    """
    if len(made) < 3:
        return float("nan")
    skin = np.ones((SIDE - HIDDEN_FROM, SIDE), bool)
    for x0, y0, x1, y1 in lips:
        skin[max(y0 - HIDDEN_FROM, 0) : max(y1 - HIDDEN_FROM, 0), x0:x1] = False
    one, other = (float(np.abs(np.diff(_lower(crops), 2, axis=0))[:, skin].mean()) for crops in (made, real))
    return one / other if other > 0 else float("nan")


def seam_difference(made: Crops, real: Crops) -> float:
    """Colour difference (CIE 1976, ΔE) of the strip above the border, where the painter was shown what it must paint.

    The colours of the strip are averaged first: it is the step in colour that is seen, not noise.
    """
    strips = [_lab(crops[:, HIDDEN_FROM - _STRIP : HIDDEN_FROM]) for crops in (made, real)]
    columns = [strip.mean(axis=1).reshape(len(made), 16, -1, 3).mean(axis=2) for strip in strips]
    return float(np.linalg.norm(columns[0] - columns[1], axis=-1).mean())


def lip_gaps(net: FaceMesh, crops: Crops) -> Floats:
    """Lip gap (n,) of every crop as the tracker sees it anew, in face scales; NaN where it sees no face."""
    region = Region(SIDE / 2, SIDE / 2, 1.5 * SIDE, 0.0)
    found = (settle(net, np.ascontiguousarray(_framed(crop)), _moved(region)) for crop in crops)
    return np.array([np.nan if face is None else lip_gap(face.points) for face in found], np.float32)


def lip_rectangles(landmarks: Floats) -> tuple[Rectangle, ...]:
    """The rectangle around the lips for landmarks (n, 68, 2) in the crops' pixels."""
    return tuple(lip_box(points[LIPS].astype(np.float32), (SIDE, SIDE)) for points in landmarks)


def _framed(crop: Image) -> Image:
    """A crop with its border repeated around it: the tracker was trained on faces with something around them."""
    return cv2.copyMakeBorder(crop, *(SIDE // 4,) * 4, cv2.BORDER_REPLICATE).astype(np.uint8, copy=False)


def _moved(region: Region) -> Region:
    return Region(region.x + SIDE // 4, region.y + SIDE // 4, region.side, region.angle)


def _lower(crops: Crops) -> Floats:
    grey: Floats = crops[:, HIDDEN_FROM:].astype(np.float32).mean(axis=-1)
    return grey


def _detail(part: Image) -> float:
    if min(part.shape[:2]) < 4:
        return 0.0
    grey = cv2.cvtColor(np.ascontiguousarray(part), cv2.COLOR_RGB2GRAY).astype(np.float32)
    return float((grey - cv2.GaussianBlur(grey, (0, 0), _FINE)).std())


def _cheeks() -> list[tuple[slice, slice]]:
    rows = slice(*(round(share * SIDE) for share in _ROWS))
    return [(rows, slice(*(round(share * SIDE) for share in columns))) for columns in _CHEEKS]


def _lab(crops: Crops) -> Floats:
    flat = crops.reshape(-1, SIDE, 3).astype(np.float32) / 255
    return np.asarray(cv2.cvtColor(flat, cv2.COLOR_RGB2LAB), np.float32).reshape(crops.shape)
