"""Which files the MuseTalk engine runs with, and how those weights want to be run. Loads nothing, knows no network."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from core.cache import content_key
from core.engines.musetalk_options import V1, V15, Semantics
from core.errors import WeightsError
from core.project import Decoder, EngineChoice
from core.weights import ensure_whole, find, own_sets, resolve_choice, weights_set

VERSIONS = (V15, V1)
"""What is looked for, the better one first."""

VAE, WHISPER, TINY = "sd-vae-ft-mse", "whisper-tiny", "taesd"


@dataclass(frozen=True, slots=True)
class MuseTalkFiles:
    """Folders of the networks, and how they are to be run; `tiny` only where the tiny decoder was chosen."""

    semantics: Semantics
    unet: Path
    vae: Path
    whisper: Path
    tiny: Path | None
    licence: str


def resolve(choice: EngineChoice) -> MuseTalkFiles:
    """The files of a choice: a version's name, the name of one's own set, a folder, or nothing for the best there is.

    In a folder in the official layout everything is looked for there first, and what it lacks among the usual weights.
    Raises WeightsError, which says how to get what is missing.
    """
    semantics, unet, within = _inpainting(choice.weights)
    return MuseTalkFiles(
        semantics,
        unet,
        _companion(VAE, within),
        _companion(WHISPER, within),
        _companion(TINY, within) if choice.decoder is Decoder.TINY else None,
        weights_set(semantics.weights).licence,
    )


def identity_of(folder: Path) -> str:
    """A key that changes when a file in a folder is exchanged; the files are not read."""
    files = sorted(path for path in folder.iterdir() if path.is_file())
    return content_key([(str(path.resolve()), path.stat().st_size, path.stat().st_mtime_ns) for path in files])


def _inpainting(wanted: str) -> tuple[Semantics, Path, Path | None]:
    """How the U-Net is run, its folder, and where the other networks are looked for first."""
    for semantics in VERSIONS:
        if wanted == semantics.weights or (not wanted and find(semantics.weights) is not None):
            return semantics, ensure_whole(semantics.weights), None
    if not wanted:
        ensure_whole(VERSIONS[0].weights)
    within = resolve_choice(wanted)
    assert within is not None  # a choice that names something has a place
    for semantics, unet in _found_in(within):
        return semantics, unet, None if wanted in own_sets() else within
    raise WeightsError(
        f"“{wanted}” holds no weights of the engine “musetalk”.",
        "Name a folder in the official layout, or run “dubwright weights get musetalk-1.5”.",
    )


def _found_in(folder: Path) -> Iterator[tuple[Semantics, Path]]:
    for semantics in VERSIONS:
        unet = find(semantics.weights, folder)
        if unet is not None:
            yield semantics, unet


def _companion(name: str, within: Path | None) -> Path:
    found = find(name, within) if within is not None else None
    return found or ensure_whole(name)
