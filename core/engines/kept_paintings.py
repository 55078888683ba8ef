"""Paints mouths and remembers on disk what it has painted, so that no work is done twice. Knows no film and no faces.

    crop ──▶ latents            kept under: pixels of the crop, autoencoder
    latents, sound ──▶ crop     kept under: the above, the window of sound, U-Net, decoder

A film rendered again with another voice, look or codec encodes no face again. A render that was killed goes on where it
was, and ends with the same bytes: what one call painted is kept as a whole or not at all, so that what remains to be
painted is painted in the same company as it would have been, down to the last bit of every sum.
"""

import hashlib
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats, Image, frozen
from core.blob_store import BlobStore
from core.cache import content_key

LATENTS, PAINTINGS = "latents", "paintings"
"""Kinds of what is kept."""

_LATENTS_BUDGET, _PAINTINGS_BUDGET = 1 << 30, 8 << 30
"""Bytes on disk: 20 minutes of latents at 25 frames a second, 50 minutes of painted crops."""

_SHAPE = (8, 32, 32)
_WORTH = 2.0
"""How many times as long painting must take as keeping, for a painting to be kept."""

_PACKING = 1  # changes when something is packed or made in another way, so that what was kept is not taken for it


class Inpainting(Protocol):
    """What `core.engines.inpainter.Inpainter` does, as far as it is needed here."""

    def encode(self, crops: Image) -> Floats:
        """Latents (n, 8, 32, 32) of crops (n, 256, 256, 3)."""

    def generate(self, latents: Floats, audio: Floats) -> list[Image | None]:
        """A crop for every row, or None where the networks gave no finite numbers."""

    def notices(self) -> tuple[str, ...]:
        """What a person should know."""

    def close(self) -> None:
        """Give back memory."""


@dataclass(frozen=True, slots=True)
class Latent:
    """A crop as the networks see it, (8, 32, 32), and the key of what it was made from."""

    key: str
    values: Floats


class KeptPaintings:
    """Does what `inpainting` does, once for every content. Owned by one thread; takes over the networks.

    `encoder` and `painter` name everything the two halves depend on: weights, number format, decoder.
    """

    def __init__(self, inpainting: Inpainting, encoder: str, painter: str) -> None:
        self._inpainting = inpainting
        self._encoder, self._painter = encoder, painter
        self._latents = BlobStore(LATENTS, _LATENTS_BUDGET)
        self._paintings = BlobStore(PAINTINGS, _PAINTINGS_BUDGET)
        self._painting, self._keeping = 0.0, 0.0  # seconds spent on pictures that were painted and kept

    def encode(self, crops: Sequence[Image]) -> list[Latent]:
        """Latents of crops (256, 256, 3), RGB; all that are new go through the networks at once."""
        keys = [content_key(LATENTS, _PACKING, self._encoder, _digest(crop)) for crop in crops]
        known = {key: values for key in dict.fromkeys(keys) if (values := self._recall_latent(key)) is not None}
        missing = {key: crop for key, crop in zip(keys, crops, strict=True) if key not in known}
        if missing:
            made = dict(zip(missing, self._inpainting.encode(np.stack(list(missing.values()))), strict=True))
            self._latents.put_all({key: values.astype("<f4").tobytes() for key, values in made.items()})
            known |= made
        return [Latent(key, known[key]) for key in keys]

    def paint(self, latents: Sequence[Latent], windows: Sequence[Floats]) -> list[Image | None]:
        """A crop (256, 256, 3) for each of the latents and its window of sound (50, 384), or None; see `Inpainting`."""
        keys = [
            content_key(PAINTINGS, _PACKING, self._painter, latent.key, _digest(window))
            for latent, window in zip(latents, windows, strict=True)
        ]
        known = {key: image for key in dict.fromkeys(keys) if (image := self._recall_painting(key)) is not None}
        missing = {key: row for row, key in enumerate(keys) if key not in known}
        if missing:
            rows = list(missing.values())
            known |= self._paint(list(missing), [latents[row] for row in rows], [windows[row] for row in rows])
        return [known.get(key) for key in keys]

    def notices(self) -> tuple[str, ...]:
        """What has happened since the last call that a person should know."""
        return (*self._inpainting.notices(), *self._latents.notices(), *self._paintings.notices())

    def close(self) -> None:
        """Give back the networks and the files; may be called twice."""
        self._inpainting.close()
        self._latents.close()
        self._paintings.close()

    def _paint(self, keys: list[str], latents: list[Latent], windows: list[Floats]) -> dict[str, Image]:
        begun = time.perf_counter()
        images = self._inpainting.generate(np.stack([latent.values for latent in latents]), np.stack(windows))
        finite = {key: image for key, image in zip(keys, images, strict=True) if image is not None}
        painted = time.perf_counter()
        if self._painting >= _WORTH * self._keeping:
            self._paintings.put_all({key: _packed(image) for key, image in finite.items()})
            self._painting += painted - begun
            self._keeping += time.perf_counter() - painted
        return finite

    def _recall_latent(self, key: str) -> Floats | None:
        value = self._latents.get(key)
        if value is None or len(value) != 4 * int(np.prod(_SHAPE)):
            return None
        return np.frombuffer(value, "<f4").reshape(_SHAPE).astype(np.float32, copy=False)

    def _recall_painting(self, key: str) -> Image | None:
        value = self._paintings.get(key)
        return None if value is None else _unpacked(value)


def _digest(array: NDArray[np.generic]) -> str:
    return hashlib.blake2b(np.ascontiguousarray(array).tobytes(), digest_size=16).hexdigest()


def _packed(image: Image) -> bytes:
    """PNG; the channels keep their order, whatever a viewer would take them for."""
    done, data = cv2.imencode(".png", image, [cv2.IMWRITE_PNG_COMPRESSION, 1])
    if not done:
        raise ValueError(f"a picture of shape {image.shape} cannot be packed")
    return data.tobytes()


def _unpacked(value: bytes) -> Image | None:
    image = cv2.imdecode(np.frombuffer(value, np.uint8), cv2.IMREAD_COLOR)
    return None if image is None else frozen(image.astype(np.uint8, copy=False))
