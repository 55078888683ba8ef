"""Contact sheets: what went in and what came out, one below the other, to be judged by eye. Knows no films."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from core.arrays import Image, Points
from core.face import mesh

_FACE_REACH, _MOUTH_REACH = 1.15, 0.5  # half the side of a tile, as a share of the face's scale
_INK, _PAPER = (255, 255, 255), (24, 24, 28)
_GAP = 2  # pixels between tiles


@dataclass(frozen=True, slots=True)
class Cell:
    """One frame of a sheet: its number, the picture before and after, the mesh (468, 3) or None if there is no face."""

    frame: int
    source: Image
    output: Image
    points: Points | None


def contact_sheet(cells: Sequence[Cell], tile: int = 200, columns: int = 10) -> Image:
    """A picture of all cells in order, `columns` beside each other.

    Every column shows from top to bottom: the frame's number, the face before, the face after, the mouth before, the
    mouth after; without a face the whole frame, and no mouth. Raises ValueError if there are no cells.
    """
    if not cells:
        raise ValueError("a contact sheet needs at least one frame")
    columns = min(columns, len(cells))
    bands = [_band(cells[start : start + columns], tile, columns) for start in range(0, len(cells), columns)]
    return np.concatenate(bands)


def _band(cells: Sequence[Cell], tile: int, columns: int) -> Image:
    strips = [_strip(cell, tile) for cell in cells]
    blank = np.full_like(strips[0], _PAPER)
    return np.concatenate([*strips, *[blank] * (columns - len(strips))], axis=1)


def _strip(cell: Cell, tile: int) -> Image:
    label = np.full((max(16, tile // 9), tile, 3), _PAPER, np.uint8)
    size = label.shape[0] / 36
    cv2.putText(label, str(cell.frame), (4, label.shape[0] - 4), cv2.FONT_HERSHEY_SIMPLEX, size, _INK, 1, cv2.LINE_AA)
    tiles = [label, *_views(cell, tile)]
    return np.concatenate(
        [cv2.copyMakeBorder(one, 0, _GAP, 0, _GAP, cv2.BORDER_CONSTANT, value=_PAPER) for one in tiles]
    )


def _views(cell: Cell, tile: int) -> list[Image]:
    if cell.points is None:
        empty = np.full((tile, tile, 3), _PAPER, np.uint8)
        return [_whole(cell.source, tile), _whole(cell.output, tile), empty, empty]
    frame, flat = mesh.face_frame(cell.points), cell.points[:, :2]
    face = (flat[mesh.NOSE_TIP] + flat[mesh.CHIN]) / 2 - 0.35 * frame.scale * frame.down[:2]
    mouth = (flat[mesh.LIP_UPPER_INNER] + flat[mesh.LIP_LOWER_INNER]) / 2
    spots = ((face, _FACE_REACH * frame.scale), (mouth, _MOUTH_REACH * frame.scale))
    return [_crop(image, at, reach, tile) for at, reach in spots for image in (cell.source, cell.output)]


def _crop(image: Image, centre: Points, reach: float, tile: int) -> Image:
    """The square around `centre` that reaches `reach` pixels each way, brought to the size of a tile."""
    zoom = tile / max(2 * reach, 1.0)
    shift = tile / 2 - zoom * centre
    matrix = np.array([[zoom, 0, shift[0]], [0, zoom, shift[1]]], np.float32)
    flags = cv2.INTER_CUBIC if zoom > 1 else cv2.INTER_AREA
    return np.asarray(cv2.warpAffine(image, matrix, (tile, tile), flags=flags, borderValue=_PAPER), np.uint8)


def _whole(image: Image, tile: int) -> Image:
    """The whole picture in a tile, with bars where its shape differs."""
    height, width = image.shape[:2]
    zoom = tile / max(height, width)
    small = cv2.resize(image, (max(1, round(width * zoom)), max(1, round(height * zoom))), interpolation=cv2.INTER_AREA)
    result = np.full((tile, tile, 3), _PAPER, np.uint8)
    y, x = (tile - small.shape[0]) // 2, (tile - small.shape[1]) // 2
    result[y : y + small.shape[0], x : x + small.shape[1]] = small
    return result
