"""Names every pixel of a face: cuts a square around it, asks the parsing network, keeps the answer. Knows no masks.

A label map depends on nothing but the pixels that the network sees, so it is kept under them: a film that is rendered
again, with another voice or another look, and frames that a film shows twice are parsed once. Nothing is loaded before
a face is met that was never parsed.
"""

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from core.arrays import Image, Points
from core.blob_store import BlobStore
from core.cache import content_key
from core.device import Device, choose_device, every_core
from core.errors import WeightsError
from core.face.parse_mask import SIDE, Classes, FaceLabels
from core.face.points68 import RIDGE, from_mesh
from core.geometry import Box
from core.weights import ensure_whole, find

WEIGHTS, FILE = "face-parsing", "79999_iter.pth"

_BUDGET = 1 << 29
"""Bytes of label maps that are kept; one takes about 4 kB, so this is more than an hour of film."""

_BATCH = 8
"""Faces parsed at once where there is a graphics processor; a processor gains nothing by it."""

_PACKING = 2  # changes when a label map is packed or made in another way, so that old ones are not taken for it


def square_around(face: Box, expand: float = 1.5) -> Box:
    """The square of whole pixels, perhaps reaching beyond the picture, that is parsed of a face in the box `face`.

    As published: its side is one and a half times the longer side of the box, so that hair and neck are in it.
    """
    half = int(max(face.width, face.height) // 2 * expand)
    x, y = (face.x0 + face.x1) // 2, (face.y0 + face.y1) // 2
    return Box(x - half, y - half, x + half, y + half)


def square_of(points: Points) -> Box | None:
    """The square that is parsed of a face with mesh `points` (468, 2 or 3); None if they enclose nothing.

    It is the published one but for the rounding: whole pixels would let the cheek bands tremble on a face that glides.
    """
    flat = from_mesh(points)
    low, high, border = flat.min(axis=0), flat.max(axis=0), float(flat[RIDGE, 1])
    half = 0.75 * max(float(high[0] - low[0]), 2 * (float(high[1]) - border))
    if not half >= 1:
        return None
    x = float(low[0] + high[0]) / 2
    return Box(x - half, border - half, x + half, border + half)


def find_parser(choice: str = "") -> "FaceParser | None":
    """The parser, if its weights are on this machine; a folder named by `choice` is looked through first.

    `choice` is `EngineChoice.weights`: the authors of MuseTalk keep the parser's weights beside the engine's.
    Raises WeightsError if the weights are there and damaged.
    """
    within = Path(choice)
    beside = find(WEIGHTS, within) if choice and within.is_dir() else None
    if beside is not None:
        return FaceParser(beside / FILE)
    return None if find(WEIGHTS) is None else FaceParser(ensure_whole(WEIGHTS) / FILE)


class FaceParser:
    """Label maps of faces, made by the weights in `path`; on the device given, else on the best one there is.

    Owned by one thread. Raises WeightsError if there is no such file.
    """

    def __init__(self, path: Path, device: Device | None = None, store: BlobStore | None = None) -> None:
        self._path, self._device = path, device
        self._store = BlobStore("labels", _BUDGET) if store is None else store
        self._network: _Network | None = None
        self._weights = _identity(path)

    def labels(self, faces: Sequence[tuple[Image, Box]]) -> list[FaceLabels]:
        """The label map of each face: of the pixels of that square, black where it reaches beyond the picture.

        Raises WeightsError if the weights are damaged or of another network.
        """
        crops = [_cut(image, box) for image, box in faces]
        keys = [self._key(crop) for crop in crops]
        known = {key: classes for key in dict.fromkeys(keys) if (classes := self._recall(key)) is not None}
        missing = {key: crop for key, crop in zip(keys, crops, strict=True) if key not in known}
        for key, classes in zip(missing, self._parse(missing.values()), strict=True):
            self._store.put(key, zlib.compress(classes.tobytes(), 1))
            known[key] = classes
        return [FaceLabels(known[key], box) for key, (_, box) in zip(keys, faces, strict=True)]

    def notices(self) -> tuple[str, ...]:
        """What has happened since the last call that a person should know."""
        return self._store.notices()

    def close(self) -> None:
        """Give back memory and the file of label maps; may be called twice."""
        self._network = None
        self._store.close()

    def _parse(self, crops: Iterable[Image]) -> list[Classes]:
        wanted = list(crops)
        if wanted and self._network is None:
            self._network = _Network(self._path, self._chosen())
        return [] if self._network is None else self._network.classes(wanted)

    def _recall(self, key: str) -> Classes | None:
        packed = self._store.get(key)
        if packed is None:
            return None
        return np.frombuffer(zlib.decompress(packed), np.uint8).reshape(SIDE, SIDE)

    def _key(self, crop: Image) -> str:
        """Labels depend on the pixels, the weights and, in the last bits of the scores, on the number format."""
        pixels = hashlib.blake2b(crop.tobytes(), digest_size=16).hexdigest()
        return content_key("labels", _PACKING, self._weights, self._chosen().precision, pixels)

    def _chosen(self) -> Device:
        if self._device is None:
            self._device = choose_device()
        return self._device


class _Network:
    """The network on its device, in its number format, without normalisations."""

    def __init__(self, path: Path, device: Device) -> None:
        import torch

        from core.models.checkpoint import load_state, load_strictly
        from core.models.face_parser import DEVIATION, MEAN, BiSeNet

        with torch.device("meta"):
            network = BiSeNet().eval()
        load_strictly(network, load_state(path), path)
        network.fold()
        self._device = device
        self._network = network.to(device.name, device.dtype)
        for weight in self._network.parameters():
            if weight.dim() == 4:
                weight.data = weight.data.contiguous(memory_format=torch.channels_last)
        self._mean = (255 * torch.tensor(MEAN, device=device.name)).view(1, 3, 1, 1)
        self._deviation = (255 * torch.tensor(DEVIATION, device=device.name)).view(1, 3, 1, 1)

    def classes(self, crops: Sequence[Image]) -> list[Classes]:
        """The likeliest class of every pixel of pictures of 512 × 512."""
        step = 1 if self._device.is_cpu else _BATCH
        made: list[Classes] = []
        with every_core():
            for first in range(0, len(crops), step):
                made += self._likeliest(np.stack(crops[first : first + step]))
        return made

    def _likeliest(self, crops: NDArray[np.uint8]) -> list[Classes]:
        """The pixels of a picture stay together in memory all the way, which is what makes this fast."""
        import torch

        with torch.inference_mode():
            pixels = torch.from_numpy(crops).to(self._device.name).permute(0, 3, 1, 2)
            scores = self._network((pixels - self._mean).div_(self._deviation).to(self._device.dtype))
            return list(scores.argmax(dim=1).to(torch.uint8).cpu().numpy())


def _identity(path: Path) -> tuple[str, int, int]:
    """What tells a file of weights from another one: path, size, time of change. Raises WeightsError."""
    try:
        state = path.stat()
    except OSError as error:
        hint = "Fetch or copy it again; “dubwright weights verify” says what is whole."
        raise WeightsError(f"The weights file {path} cannot be read: {error.strerror}.", hint) from error
    return (str(path.resolve()), state.st_size, state.st_mtime_ns)


def _cut(image: Image, box: Box) -> Image:
    """The pixels of a square as a picture of 512 × 512, black where there is none."""
    outer = box.rounded_out()
    piece = _piece(image, outer)
    if box.width > SIDE:  # smoothed first, as every other pixel would be left out
        size = [max(round(length * SIDE / box.width), 1) for length in (outer.width, outer.height)]
        piece = cv2.resize(piece, size, interpolation=cv2.INTER_AREA).astype(np.uint8, copy=False)
    across, down = piece.shape[1] / outer.width, piece.shape[0] / outer.height
    step = box.width / SIDE
    x, y = (step / 2 + box.x0 - outer.x0) * across - 0.5, (step / 2 + box.y0 - outer.y0) * down - 0.5
    matrix = np.array([[step * across, 0, x], [0, step * down, y]])
    way = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return np.asarray(cv2.warpAffine(piece, matrix, (SIDE, SIDE), flags=way, borderMode=cv2.BORDER_REPLICATE), np.uint8)


def _piece(image: Image, box: Box) -> Image:
    """The pixels of a box of whole pixels, black where it reaches beyond the picture."""
    inside = box.clip_to(image.shape[1], image.shape[0])
    if inside == box:
        return image[box.slices]
    piece = np.zeros((int(box.height), int(box.width), 3), np.uint8)
    if inside.area > 0:
        piece[inside.shift(-box.x0, -box.y0).slices] = image[inside.slices]
    return piece
