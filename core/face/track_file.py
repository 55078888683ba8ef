"""The file that keeps the tracks of a film: an .npz whose points are read row by row. Knows not how tracks are made.

The file is a plain uncompressed .npz. Its member `codes` holds the points of every sighting (see
`core.face.stored`), one block for all tracks; the others are small and are read at once.
"""

import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats
from core.cache import DamagedEntryError
from core.face.mesh import POINTS
from core.face.stored import StoredPoints, pack
from core.face.track import FaceTrack

_CODES, _META = "codes", "meta"
_LOCAL_HEADER = 30  # bytes of a zip member's own header, before its name (PKWARE APPNOTE 4.3.7)


@dataclass(frozen=True, slots=True)
class TrackRows:
    """A track to be written, but for its points: what `FaceTrack` holds, and `landmarks` of the frames seen."""

    id: int
    start: int
    present: NDArray[np.bool_]
    confidence: Floats
    person: int
    embedding: Floats | None
    landmarks: Floats | None


@dataclass(frozen=True, slots=True)
class Scales:
    """Of every frame that a track is seen in: `origin` and `unit` (see `core.face.stored.Packed`), `boxes` (n, 4)."""

    origin: Floats
    unit: Floats
    boxes: Floats


def write_tracks(
    path: Path, meta: Mapping[str, Any], tracks: Sequence[tuple[TrackRows, Iterator[Floats]]]
) -> Iterator[int]:
    """Write tracks with the points of the frames they are seen in, some rows (k, 468, 3) at a time.

    Yields how many rows are written so far. `meta` must be JSON; OSError passes.
    """
    total = sum(int(track.present.sum()) for track, _ in tracks)
    scales: list[Scales] = []
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
        with archive.open(f"{_CODES}.npy", "w", force_zip64=True) as file:
            _write_header(file, total)
            rows = 0
            for _, parts in tracks:
                kept = []
                for part in parts:
                    kept.append(_write_part(file, part))
                    rows += len(part)
                    yield rows
                scales.append(_stacked(kept))
        for (track, _), scale in zip(tracks, scales, strict=True):
            _write_rows(archive, track, scale)
        described = {**meta, "tracks": [[track.id, track.start, track.person] for track, _ in tracks]}
        _write_array(archive, _META, np.frombuffer(json.dumps(described).encode(), np.uint8))


def read_tracks(path: Path) -> tuple[dict[str, Any], tuple[FaceTrack, ...]]:
    """The description and the tracks of a file. Raises DamagedEntryError if any byte of it is not as it was written."""
    try:
        with zipfile.ZipFile(path) as archive:
            if archive.testzip() is not None:
                raise DamagedEntryError(f"{path.name}: checksum")
            meta = json.loads(_read_array(archive, _META).tobytes())
            return meta, _read_all(path, archive, meta["tracks"])
    except (OSError, EOFError, zipfile.BadZipFile, KeyError, TypeError, ValueError, NotImplementedError) as error:
        raise DamagedEntryError(f"{path.name}: {error}") from error


def _read_all(path: Path, archive: zipfile.ZipFile, described: Sequence[Sequence[int]]) -> tuple[FaceTrack, ...]:
    offset, row, tracks = _offset_of_codes(path, archive), 0, []
    for one in described:
        track, row = _read_track(path, archive, (offset, row), one)
        tracks.append(track)
    return tuple(tracks)


def _write_header(file: IO[bytes], rows: int) -> None:
    header = {"descr": "<i2", "fortran_order": False, "shape": (rows, POINTS, 3)}
    np.lib.format.write_array_header_1_0(file, header)


def _write_part(file: IO[bytes], points: Floats) -> Scales:
    packed = pack(points)
    file.write(packed.codes.astype("<i2").tobytes())
    boxes = np.concatenate([points[..., :2].min(axis=1), points[..., :2].max(axis=1)], axis=1)
    return Scales(packed.origin, packed.unit, boxes.astype(np.float32))


def _stacked(parts: Sequence[Scales]) -> Scales:
    return Scales(
        np.concatenate([part.origin for part in parts]),
        np.concatenate([part.unit for part in parts]),
        np.concatenate([part.boxes for part in parts]),
    )


def _write_rows(archive: zipfile.ZipFile, track: TrackRows, scales: Scales) -> None:
    columns = {
        "present": track.present,
        "confidence": track.confidence,
        "origin": scales.origin,
        "unit": scales.unit,
        "boxes": scales.boxes,
        "embedding": track.embedding,
        "landmarks": track.landmarks,
    }
    for name, values in columns.items():
        if values is not None:
            _write_array(archive, f"{track.id}_{name}", values)


def _write_array(archive: zipfile.ZipFile, name: str, values: NDArray[Any]) -> None:
    with archive.open(f"{name}.npy", "w") as file:
        np.lib.format.write_array(file, values, allow_pickle=False)


def _read_array(archive: zipfile.ZipFile, name: str) -> NDArray[Any]:
    with archive.open(f"{name}.npy") as file:
        values: NDArray[Any] = np.lib.format.read_array(file, allow_pickle=False)
        return values


def _offset_of_codes(path: Path, archive: zipfile.ZipFile) -> int:
    """Where in the file the first code lies: after the member's two headers, the zip's and the array's."""
    member = archive.getinfo(f"{_CODES}.npy")
    with path.open("rb") as file:
        file.seek(member.header_offset + _LOCAL_HEADER - 4)
        name, extra = np.frombuffer(file.read(4), "<u2").tolist()
        file.seek(member.header_offset + _LOCAL_HEADER + name + extra)
        np.lib.format.read_magic(file)
        np.lib.format.read_array_header_1_0(file)
        return file.tell()


def _read_track(
    path: Path, archive: zipfile.ZipFile, place: tuple[int, int], described: Sequence[int]
) -> tuple[FaceTrack, int]:
    """The track whose points begin at row `place[1]` of the codes, and the row after its last one."""
    number, start, person = described
    column = {
        name: _read_array(archive, f"{number}_{name}") for name in ("present", "confidence", "origin", "unit", "boxes")
    }
    extra = {
        name: _read_array(archive, f"{number}_{name}")
        for name in ("embedding", "landmarks")
        if f"{number}_{name}.npy" in archive.namelist()
    }
    present = column["present"]
    seen = np.flatnonzero(present)
    rows = np.full(len(present), -1, np.int64)
    rows[seen] = place[1] + np.arange(len(seen))
    points = StoredPoints(
        path, place[0], POINTS, rows, _spread(column["origin"], present), _spread(column["unit"], present)
    )
    landmarks = _spread(extra["landmarks"], present) if "landmarks" in extra else None
    track = FaceTrack(
        number,
        start,
        points,
        present,
        column["confidence"],
        _spread(column["boxes"], present),
        person,
        extra.get("embedding"),
        landmarks,
    )
    return track, place[1] + len(seen)


def _spread(values: NDArray[Any], present: NDArray[np.bool_]) -> NDArray[Any]:
    """Values of the frames seen, at their rows; zeros elsewhere."""
    spread = np.zeros((len(present), *values.shape[1:]), values.dtype)
    spread[present] = values
    return spread
