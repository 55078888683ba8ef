"""Finishes recordings of programs that were killed: picture and sound, as far as they came, become a film.

Where there is no picture that can be shown, the sound alone is kept. Nothing is thrown away before the result is there.
"""

import shutil
import time
from fractions import Fraction
from pathlib import Path

import soundfile

from core.errors import MediaError
from core.job import Job, Progress
from core.live.recording import PICTURE, SOUND
from core.media.join import join
from core.media.probe import probe
from core.media.target import part_of
from core.recovery import Unfinished

_SETTLED = 1.0  # seconds without growth: an encoder outlives its program by some pictures
_PATIENCE = 15.0


def finish(left: Unfinished) -> Job[Path | None]:
    """Make a film, or a sound, of what was recorded; None if nothing was. Raises MediaError, and all is left as it is.

    The result has the name that was wished, or one with a number behind it where there is such a file by now.
    """
    picture = next((path for path in _pictures(left) if path.exists()), None)
    sound, seconds = left.folder / SOUND, _seconds(left.folder / SOUND)
    if picture is not None:
        yield from _settled(picture)
    if picture is not None and _is_playable(picture) and seconds:
        out = _free(left.out)
        yield from join(picture, sound, out, seconds)
    elif seconds:
        out = _free(left.out.with_suffix(".wav"))
        _keep(sound, out)
    else:
        out = None
    left.forget()
    return out


def _pictures(left: Unfinished) -> tuple[Path, Path]:
    whole = left.folder / PICTURE
    return whole, part_of(whole)


def _settled(path: Path) -> Job[None]:
    """Wait until a file does not grow any more."""
    size, since, begun = path.stat().st_size, time.monotonic(), time.monotonic()
    while time.monotonic() - since < _SETTLED and time.monotonic() - begun < _PATIENCE:
        yield Progress(0, 0, "recording")
        time.sleep(0.1)
        if path.stat().st_size != size:
            size, since = path.stat().st_size, time.monotonic()


def _seconds(sound: Path) -> Fraction:
    try:
        with soundfile.SoundFile(sound) as file:
            return Fraction(file.frames, file.samplerate)
    except (soundfile.LibsndfileError, OSError):
        return Fraction(0)


def _is_playable(picture: Path) -> bool:
    try:
        return probe(picture).frames > 0
    except MediaError:
        return False


def _keep(sound: Path, out: Path) -> None:
    try:
        shutil.copyfile(sound, out)
    except OSError as error:
        reason = error.strerror or str(error)
        raise MediaError(f"{out} cannot be written: {reason}.", "Free some space on the disk.") from error


def _free(path: Path) -> Path:
    numbered = (path.with_stem(f"{path.stem}-{number}") for number in range(2, 10_000))
    return path if not path.exists() else next(each for each in numbered if not each.exists())
