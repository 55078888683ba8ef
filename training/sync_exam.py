"""How well lips and sound are told apart by something that never saw these people: planted offsets and foreign voices.

Every clip is cut into pieces of five seconds. The sound of each is moved by -10 … +10 frames, one after the other, and
the lag must be found again to within a frame; each is also given the voices of others, and its own must stand out.
Persons are the groups of every interval. Films are not always in sync themselves: what they are off counts as an error,
for whoever is examined.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from core.arrays import Floats, Sound
from core.job import Job, Progress
from core.models.sync_small import REACH, SyncNetwork, confidence, lag_curve, windows_of
from training.bootstrap import Interval, interval
from training.shard import RATE, SAMPLES
from training.sync_samples import Clips, Stretch
from training.sync_train import tensors_of

FURTHEST = 10
"""Frames by which sound is moved, in both directions."""

PIECE, LEAST = 5 * RATE, 2 * RATE
"""Frames of a piece, and of the shortest that is examined."""

_OTHERS = 6  # foreign voices for every piece, at most


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a clip: whose it is, its mouths (t, 64, 64, 3) and its sound of 640 samples a frame."""

    person: str
    clip: int
    frames: range
    mouths: NDArray[np.uint8]
    sound: Sound


Meter = Callable[[Piece, Sequence[Sound]], list[Floats]]
"""Curves over lags -15 … 15 (`lag_curve`) of a piece's lips against each of some sounds as long as it."""


@dataclass(frozen=True, slots=True)
class PersonMarks:
    """One person's pieces.

    - `accuracy`: share of planted offsets found to within a frame
    - `error`: median of how far they were missed, in frames
    - `auc`: how often the right sound stood out more than a wrong one, over all pairs of both
    """

    person: str
    pieces: int
    accuracy: float
    error: float
    auc: float


@dataclass(frozen=True, slots=True)
class Marks:
    """Everybody's, each judged by who never saw them."""

    persons: tuple[PersonMarks, ...]

    @property
    def summary(self) -> dict[str, Interval | None]:
        """Means over persons with intervals."""
        names = ("accuracy", "error", "auc")
        return {name: interval([getattr(person, name) for person in self.persons]) for name in names}

    def as_json(self) -> dict[str, Any]:
        """JSON values."""
        summary = {name: found and asdict(found) for name, found in self.summary.items()}
        people = [
            {name: None if value != value else value for name, value in asdict(one).items()} for one in self.persons
        ]
        return {"summary": summary, "persons": people}

    def as_text(self) -> str:
        """A table for a terminal."""
        lines = [f"{'person':24} pieces  within 1 frame  error  AUC"]
        for one in self.persons:
            lines.append(f"{one.person[:24]:24} {one.pieces:6}  {one.accuracy:14.2f}  {one.error:5.1f}  {one.auc:.2f}")
        told = {name: "not measured" if found is None else found.as_text() for name, found in self.summary.items()}
        lines.append(f"within 1 frame {told['accuracy']}; error {told['error']} frames; AUC {told['auc']}")
        return "\n".join(lines)


def examine(meter: Meter, clips: Clips, persons: Sequence[str]) -> Job[tuple[PersonMarks, ...]]:
    """The marks of these persons; foreign voices are those of the others of them. Raises MediaError.

    With one person alone the foreign voices are those of everybody else's clips.
    """
    pieces = pieces_of(clips, persons)
    foreign = pieces if len(persons) > 1 else pieces_of(clips, clips.persons)
    marks = []
    for number, person in enumerate(persons):
        yield Progress(number, len(persons), "examined")
        mine = [piece for piece in pieces if piece.person == person]
        if mine:
            marks.append(_marks(meter, person, mine, foreign))
    return tuple(marks)


def meter_of(network: SyncNetwork) -> Meter:
    """The network as a meter; it is used where it lies."""
    device = next(network.parameters()).device

    @torch.inference_mode()
    def measure(piece: Piece, sounds: Sequence[Sound]) -> list[Floats]:
        told = [windows_of(sound, len(piece.frames)) for sound in sounds]
        mouths, _ = tensors_of([Stretch(piece.mouths, told[0])], device)
        lips = network.lips(mouths)[0].cpu().numpy()
        heard = torch.from_numpy(np.stack(told)).to(device) / 4
        return [lag_curve(lips, row) for row in network.sounds(heard).cpu().numpy()]

    return measure


def pieces_of(clips: Clips, persons: Sequence[str]) -> list[Piece]:
    """The pieces of these persons' clips, of five seconds or what is left."""
    found = []
    for person, mine in clips.of(persons).items():
        for clip in mine:
            sound, count = clips.shards[clip].sound, len(clips.shards[clip])
            for first in range(0, count, PIECE):
                frames = range(first, min(first + PIECE, count))
                if len(frames) >= LEAST:
                    heard = sound[first * SAMPLES : frames.stop * SAMPLES]
                    found.append(Piece(person, clip, frames, clips.mouths(clip)[first : frames.stop], heard))
    return found


def moved(sound: Sound, frames: int) -> Sound:
    """Sound that many frames earlier, so that lips are late by them; as long as before, with silence at one end."""
    count = abs(frames) * SAMPLES
    quiet = np.zeros(count, np.float32)
    if frames >= 0:
        return np.concatenate([sound[count:], quiet])
    return np.concatenate([quiet, sound[:-count]])


def area(right: Sequence[float], wrong: Sequence[float]) -> float:
    """Share of all pairs in which the right one is larger, ties counting half; NaN if there are none."""
    if not len(right) or not len(wrong):
        return float("nan")
    apart = np.asarray(right)[:, None] - np.asarray(wrong)[None]
    return float((apart > 0).mean() + (apart == 0).mean() / 2)


def _marks(meter: Meter, person: str, mine: Sequence[Piece], everybody: Sequence[Piece]) -> PersonMarks:
    offsets = range(-FURTHEST, FURTHEST + 1)
    missed, right, wrong = [], [], []
    for number, piece in enumerate(mine):
        curves = meter(piece, [moved(piece.sound, offset) for offset in offsets])
        missed += [abs(int(curve.argmax()) - REACH - offset) for curve, offset in zip(curves, offsets, strict=True)]
        right.append(confidence(curves[FURTHEST]))
        wrong += [confidence(curve) for curve in meter(piece, _foreign(piece, everybody, number))]
    close = float(np.mean(np.array(missed) <= 1))
    return PersonMarks(person, len(mine), close, float(np.median(missed)), area(right, wrong))


def _foreign(piece: Piece, everybody: Sequence[Piece], number: int) -> list[Sound]:
    """Other people's sound, repeated or cut to the piece's length; others for every piece of a person."""
    others = [one for one in everybody if one.person != piece.person]
    chosen = np.random.default_rng(number).permutation(len(others))[:_OTHERS]
    return [np.resize(others[int(place)].sound, len(piece.sound)) for place in chosen]
