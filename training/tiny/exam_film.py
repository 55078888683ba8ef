"""A film of a held-out presenter and another one's voice, as files that anybody could dub. Knows no networks."""

from fractions import Fraction
from pathlib import Path

import soundfile

from core.errors import SettingsError
from core.media.sound import ENGINE_RATE
from core.media.write_spec import WriteSpec
from core.media.writer import write_video
from training.shard import RATE, Shard

FILM, VOICE, DUBBED = "film.mp4", "voice.wav", "dubbed.mp4"


def write_exam(presenter: Shard, speaker: Shard, folder: Path) -> None:
    """Write the pictures of one clip and the sound of another. Raises MediaError if a file cannot be written."""
    first = presenter.piece(0)
    spec = WriteSpec(first.shape[1], first.shape[0], tuple(range(len(presenter))), Fraction(1, RATE), 1)
    with write_video(folder / FILM, spec) as writer:
        for frame in range(len(presenter)):
            writer.put(presenter.piece(frame))
    soundfile.write(folder / VOICE, speaker.sound, ENGINE_RATE)


def dub_exam(folder: Path, weights: Path) -> Path:
    """Dub the film with the voice by the program that a user has; the result. Raises SettingsError if it cannot."""
    from core.__main__ import main

    out = folder / DUBBED
    chosen = ["--engine", "musetalk", "--weights", str(weights), "--sheet", str(out.with_suffix(".png"))]
    if main(["dub", str(folder / FILM), str(folder / VOICE), "-o", str(out), *chosen]) != 0:
        raise SettingsError(f"{folder / FILM} could not be dubbed.", "See what was said above.")
    return out
