"""Mesh points of a long film on disk: 16 bits a coordinate, read row by row. Knows nothing of faces.

A row is kept as whole multiples of its own `unit` around its own `origin`, so that the error is at most half a unit:
with 2 × 32767 steps over the face, 0.01 pixel for a face of 400. An hour of one face at 25 frames a second is 250 MB on
disk, 1.4 MB in memory.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import overload

import numpy as np
from numpy.typing import DTypeLike, NDArray

from core.arrays import Floats, Points
from core.errors import MediaError

_STEPS = 32767

Codes = NDArray[np.int16]
"""(…, 468, 3) whole multiples of a row's unit."""


@dataclass(frozen=True, slots=True)
class Packed:
    """Rows of points in 16 bits: `codes` (n, points, 3), `origin` (n, 3) and `unit` (n,) in pixels."""

    codes: Codes
    origin: Floats
    unit: Floats


def pack(points: Floats) -> Packed:
    """Pack (n, points, 3); a row without extent, as one of zeros, comes back exactly."""
    low, high = points.min(axis=1), points.max(axis=1)
    origin = ((low + high) / 2).astype(np.float32)
    unit = (np.abs(points - origin[:, None]).max(axis=(1, 2)) / _STEPS).astype(np.float32)
    steps = np.where(unit > 0, unit, 1)[:, None, None]
    codes = np.rint((points - origin[:, None]) / steps).clip(-_STEPS, _STEPS).astype(np.int16)
    return Packed(codes, origin, unit)


def unpack(packed: Packed) -> Floats:
    """Points (n, points, 3) float32 in pixels."""
    points: Floats = packed.codes * packed.unit[:, None, None] + packed.origin[:, None]
    return points.astype(np.float32, copy=False)


@dataclass(frozen=True, slots=True, eq=False)
class StoredPoints:
    """Points (n, count, 3) that lie in a file and are decoded when asked for; reads like an array along its rows.

    The codes start at byte `offset` of the file. `origin` and `unit` are those of `Packed`.
    Reading raises MediaError if the file has gone.
    """

    path: Path
    offset: int
    count: int
    origin: Floats
    unit: Floats

    def __len__(self) -> int:
        return len(self.unit)

    @property
    def shape(self) -> tuple[int, int, int]:
        """Rows, points, 3."""
        return (len(self), self.count, 3)

    @overload
    def __getitem__(self, rows: int) -> Points: ...
    @overload
    def __getitem__(self, rows: slice) -> Floats: ...
    def __getitem__(self, rows: int | slice) -> Floats:
        """One row (count, 3), or a range of rows (k, count, 3); float32 pixels."""
        if isinstance(rows, slice):
            start, stop, step = rows.indices(len(self))
            return self._read(start, max(start, stop)) if step == 1 else self._read(0, len(self))[rows]
        row = range(len(self))[rows]
        points: Points = self._read(row, row + 1)[0]
        return points

    def __array__(self, dtype: DTypeLike | None = None, copy: bool | None = None) -> NDArray[np.generic]:
        """All rows at once; for a long film this is what the class is there to avoid."""
        del copy  # always a new array
        return np.asarray(self._read(0, len(self)), np.float32 if dtype is None else dtype)

    def _read(self, start: int, stop: int) -> Floats:
        numbers = self.count * 3
        try:
            codes = np.fromfile(self.path, "<i2", (stop - start) * numbers, offset=self.offset + 2 * start * numbers)
        except OSError as error:
            raise MediaError("The cached face analysis has gone.", "Open the film again.") from error
        if len(codes) != (stop - start) * numbers:
            raise MediaError("The cached face analysis is incomplete.", "Open the film again.")
        return unpack(Packed(codes.reshape(-1, self.count, 3), self.origin[start:stop], self.unit[start:stop]))
