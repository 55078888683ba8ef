"""Films of the same seconds painted twice, side by side, with the sound: for a person who compares. Judges nothing.

The left half of a picture is the one before, the right half the one after; whoever shows them to a person who is not
to know takes the halves apart.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import numpy as np
import soundfile

from core.arrays import Sound
from core.errors import MediaError
from core.job import Job, Progress
from core.media.sound import ENGINE_RATE
from core.media.write_spec import SoundPart, WriteSpec
from core.media.writer import write_video
from training.brush import Brush, crops_of
from training.figures import Crops
from training.informative_sampling import InformativeSampler
from training.samples import Windows, crop_of
from training.shard import RATE, SAMPLES, Shard

MOST = 10
"""Films of a comparison: that many choices tell a real preference from chance, and nobody wants to make more."""

LONGEST = 2 * RATE
"""Frames of a film, at most: a word or two can be judged, and painting twice is what takes the time."""

_SHORTEST = RATE


def write_pairs(
    brushes: tuple[Brush, Brush], held_out: Sequence[Shard], windows: Windows, folder: Path
) -> Job[tuple[Path, ...]]:
    """Paint held-out stretches, evenly spread, with both brushes and their own sound; the films, in order.

    Raises MediaError if a shard is damaged or the films cannot be written.
    """
    stretches = _stretches(held_out)
    films = []
    for number, (shard, frames) in enumerate(stretches):
        yield Progress(number, len(stretches), "films to compare")
        film = folder / f"{number:02d}.mp4"
        write_pair(_painted(brushes, shard, frames, windows), _heard(shard, frames), film)
        films.append(film)
    return tuple(films)


def write_pair(halves: tuple[Crops, Crops], sound: Sound, out: Path) -> None:
    """Write crops (n, h, w, 3) side by side with 16 kHz sound. Raises MediaError if they cannot be written."""
    voice = out.with_suffix(".wav")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        soundfile.write(voice, sound, ENGINE_RATE)
    except OSError as error:
        raise MediaError(f"{out.parent} cannot be written: {error}.", "Make room, or name another folder.") from error
    left, right = halves
    height, width = left.shape[1:3]
    part = SoundPart(voice, Fraction(0), 1)
    spec = WriteSpec(2 * width, height, range(len(left)), Fraction(1, RATE), 1, Fraction(RATE), sound=part)
    try:
        with write_video(out, spec) as writer:
            for pair in zip(left, right, strict=True):
                writer.put(np.ascontiguousarray(np.concatenate(pair, axis=1)))
    finally:
        voice.unlink()


def _stretches(shards: Sequence[Shard]) -> list[tuple[Shard, range]]:
    """Stretches of one to two seconds, no two of which share a frame."""
    found = []
    for shard in shards:
        count = max(-(-len(shard) // LONGEST), 1)
        ends = [round(len(shard) * number / count) for number in range(count + 1)]
        found += [(shard, range(*pair)) for pair in pairwise(ends) if pair[1] - pair[0] >= _SHORTEST]
    chosen = np.linspace(0, len(found) - 1, min(MOST, len(found))).round().astype(int)
    return [found[index] for index in chosen.tolist()]


def _painted(brushes: tuple[Brush, Brush], shard: Shard, frames: range, windows: Windows) -> tuple[Crops, Crops]:
    sampler = InformativeSampler(shard.landmarks, shard.boxes.astype(np.float32))
    middle = frames[len(frames) // 2]
    reference = crop_of(shard, sampler.choose(middle, np.random.default_rng(middle)))
    shown, heard = crops_of(shard, frames), windows(shard)
    references = np.repeat(reference[None], len(shown), axis=0)
    sound = np.stack([heard[frame] for frame in frames]).astype(np.float32)
    before, after = (brush.paint(shown, references, sound) for brush in brushes)
    return before, after


def _heard(shard: Shard, frames: range) -> Sound:
    return shard.sound[frames.start * SAMPLES : frames.stop * SAMPLES]
