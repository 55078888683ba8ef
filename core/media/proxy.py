"""Small pictures of every frame of a film, each decodable by itself: what is shown while somebody scrubs.

For films whose key frames lie far apart, where going to any frame means decoding hundreds. Made once and kept in the
cache. Nothing is judged or written from these pictures. Knows nothing of faces and voices.

    file    JPEG of frame 0 | JPEG of frame 1 | …  | where each begins (frames + 1 × int64) | number of frames (int64)
"""

import shutil
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

import cv2
import numpy as np
from numpy.typing import NDArray

from core.arrays import Image
from core.cache import DamagedEntryError, content_key, entry, trim, writing
from core.job import Job, Progress
from core.media.info import VideoInfo
from core.media.probe import fingerprint
from core.media.reader import VideoReader
from core.paths import cache_folder

FAR = 2.0
"""Seconds between two key frames from which on a film is given small pictures."""

HEIGHT = 480
"""Pixels of their height at most."""

BUDGET = 8 << 30
"""Bytes that those of all films together may take on disk."""

_KIND, _VERSION, _QUALITY = "proxies", 1, 80
_BYTES = 40_000  # of a picture, about
_SPARED = 0.5  # share of the free disk that is left alone
_NUMBER = np.dtype("<i8")


def is_wanted(info: VideoInfo) -> bool:
    """Whether going to a frame of a film takes so long that small pictures are worth their room."""
    if info.pictures:
        return False
    if info.counted or not info.keys:
        return float(info.duration) > FAR
    times = [*(info.time_of(key) for key in info.keys), info.duration]
    return any(after - before > FAR for before, after in pairwise(times))


def make_proxy(info: VideoInfo) -> Job[Path | None]:
    """The file with small pictures of a film, from the cache if it was made before; None where there is no room for it.

    Progress counts frames. Raises MediaError if the film or the cache cannot be read or written.
    """
    path = entry(_KIND, content_key(_VERSION, HEIGHT, _QUALITY, fingerprint(info.path), info.frames), ".jpegs")
    if path.exists():
        path.touch()
        return path
    if not _has_room(info.frames * _BYTES):
        return None
    with writing(path) as part:
        yield from _write(part, info)
    trim(_KIND, BUDGET)
    return path


class Proxy:
    """An open file of small pictures. Used in a `with` block; raises DamagedEntryError where it cannot be read."""

    def __init__(self, path: Path, frames: int) -> None:
        self.path, self._frames = path, frames
        self._file: BinaryIO | None = None
        self._begins: NDArray[np.int64] = np.zeros(0, np.int64)

    def __enter__(self) -> Self:
        size = (self._frames + 2) * _NUMBER.itemsize
        try:
            self._file = self.path.open("rb")
            self._file.seek(-size, 2)
            numbers = np.frombuffer(self._file.read(size), _NUMBER)
        except OSError as error:
            self.close()
            raise DamagedEntryError(str(self.path)) from error
        self._begins = numbers[:-1]
        if numbers[-1] != self._frames or (np.diff(self._begins) <= 0).any():
            self.close()
            raise DamagedEntryError(str(self.path))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def picture(self, index: int, width: int, height: int) -> Image:
        """The picture of a frame, brought to a size. Raises DamagedEntryError if it cannot be decoded."""
        if self._file is None:
            raise DamagedEntryError(str(self.path))
        self._file.seek(int(self._begins[index]))
        stored = np.frombuffer(self._file.read(int(self._begins[index + 1] - self._begins[index])), np.uint8)
        small = cv2.imdecode(stored, cv2.IMREAD_COLOR)
        if small is None:
            raise DamagedEntryError(f"{self.path}, frame {index}")
        large = cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR)
        image: Image = np.asarray(cv2.cvtColor(large, cv2.COLOR_BGR2RGB), np.uint8)
        return image

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
        self._file = None


def _write(path: Path, info: VideoInfo) -> Job[None]:
    with path.open("wb") as file, VideoReader(info) as reader:
        begins = [0]
        for number in range(info.frames):
            begins.append(begins[-1] + file.write(_small(reader.frame(number).image)))
            yield Progress(number + 1, info.frames, "pictures")
        file.write(np.array([*begins, info.frames], _NUMBER).tobytes())


def _small(image: Image) -> bytes:
    height, width = image.shape[:2]
    share = min(HEIGHT / height, 1.0)
    size = (max(round(width * share), 1), max(round(height * share), 1))
    small = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    stored = cv2.imencode(".jpg", cv2.cvtColor(small, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])[1]
    return stored.tobytes()


def _has_room(size: int) -> bool:
    free = shutil.disk_usage(cache_folder()).free
    return size <= min(BUDGET, free * (1 - _SPARED))
