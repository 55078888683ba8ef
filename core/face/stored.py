"""Mesh points of a long film on disk: 16 bits a coordinate, read row by row. Knows nothing of faces.

A row is kept as whole multiples of its own `unit` around its own `origin`, so that the error is at most half a unit:
with 2 × 32767 steps over the face, 0.01 pixel for a face of 400. An hour of one face at 25 frames a second is 250 MB on
disk, 1.4 MB in memory.
"""

import tempfile
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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


class PointSpool:
    """Points of `count` landmarks kept in a temporary file while a film is looked through; gone when closed.

    Raises MediaError if the disk is full or the folder cannot be written.
    """

    def __init__(self, folder: Path, count: int) -> None:
        self._count = count
        self._scales = array("f")  # origin and unit of every row
        with _translated():
            self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - closed by close()

    def __len__(self) -> int:
        return len(self._scales) // 4

    def append(self, points: Points) -> int:
        """Keep points (count, 3) and return their row."""
        packed = pack(points[None])
        with _translated():
            self._file.write(packed.codes.astype("<i2").tobytes())
        self._scales.extend([*packed.origin[0].tolist(), float(packed.unit[0])])
        return len(self) - 1

    def read(self, rows: Sequence[int]) -> Floats:
        """Points (k, count, 3) of the given rows."""
        codes = np.empty((len(rows), self._count, 3), "<i2")
        for place, row in enumerate(rows):
            self._file.seek(row * self._count * 6)
            codes[place] = np.frombuffer(self._file.read(self._count * 6), "<i2").reshape(self._count, 3)
        self._file.seek(0, 2)
        scales = np.frombuffer(self._scales, np.float32).reshape(-1, 4)[list(rows)]
        return unpack(Packed(codes, scales[:, :3], scales[:, 3]))

    def close(self) -> None:
        """Give the file back."""
        self._file.close()


@dataclass(frozen=True, slots=True, eq=False)
class StoredPoints:
    """Points (n, count, 3) that lie in a file and are decoded when asked for; reads like an array along its rows.

    Row i is number `rows[i]` of the block of codes that starts at byte `offset`; -1 is a row of zeros. `origin` and
    `unit` are those of `Packed`. Reading raises MediaError if the file has gone.
    """

    path: Path
    offset: int
    count: int
    rows: NDArray[np.int64]
    origin: Floats
    unit: Floats

    def __len__(self) -> int:
        return len(self.rows)

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
            return self._read(list(range(len(self))[rows]))
        points: Points = self._read([range(len(self))[rows]])[0]
        return points

    def __array__(self, dtype: DTypeLike | None = None, copy: bool | None = None) -> NDArray[np.generic]:
        """All rows at once; for a long film this is what the class is there to avoid."""
        del copy  # always a new array
        return np.asarray(self[:], np.float32 if dtype is None else dtype)

    def _read(self, wanted: list[int]) -> Floats:
        codes = np.zeros((len(wanted), self.count, 3), "<i2")
        size = self.count * 6
        with _translated(), self.path.open("rb") as file:
            for place, row in enumerate(self.rows[wanted]):
                if row >= 0:
                    file.seek(self.offset + int(row) * size)
                    codes[place] = np.frombuffer(file.read(size), "<i2").reshape(self.count, 3)
        return unpack(Packed(codes, self.origin[wanted], self.unit[wanted]))


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        raise MediaError(
            f"The face analysis cannot be kept on disk or read from it: {error}.",
            "Make room, or set DUBWRIGHT_CACHE to another folder, and open the film again.",
        ) from error
