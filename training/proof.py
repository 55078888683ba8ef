"""Whether a training helped: the same held-out seconds painted before and after, and a verdict. Trains nothing.

Every held-out second is painted twice by each network: with its own sound, and with the sound of another second. What
is measured of it, smaller being better but for the last:

- `error`      difference from the film in the painted half
- `mouth`      difference of the lip gap, seen anew by the tracker, from the film's
- `softness`   how much less detail the mouth has than the film's
- `listening`  how much worse the lips become with the wrong sound: a network that does not listen has 0

The last one is why useless data cannot win. Trained on another person's voice or on noise, a network learns what the
face looks like and may well come nearer to the pixels; it does not learn to listen, and that shows.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

import numpy as np

from core.arrays import Floats
from core.job import Job, Progress
from core.models.face_landmarks import FaceMesh
from training.bootstrap import Interval, difference, interval
from training.brush import Brush, crops_of, landmarks_of
from training.figures import Crops, hidden_error, lip_gaps, lip_rectangles, lips_error, sharpness_ratio
from training.informative_sampling import InformativeSampler
from training.samples import Windows, crop_of
from training.shard import RATE, Shard

NAMES = ("error", "mouth", "softness", "listening")
_MOST = 40  # seconds that are painted at most
_MATTERS = 0.01  # share of a figure by which it must change to count
_SEEN = 0.5  # share of a second's frames in which the tracker must see a face


class Verdict(StrEnum):
    """What a training was good for."""

    BETTER = "better"
    SAME = "no difference"
    WORSE = "worse"


@dataclass(frozen=True, slots=True)
class Change:
    """One figure before and after, and the difference; None where it could not be measured."""

    before: Interval | None
    after: Interval | None
    difference: Interval | None


@dataclass(frozen=True, slots=True)
class Proof:
    """All figures by name, over how many seconds, and what follows."""

    changes: dict[str, Change]
    seconds: int
    verdict: Verdict

    def as_json(self) -> dict[str, Any]:
        """JSON values."""
        return {"verdict": self.verdict.value, "seconds": self.seconds} | {
            name: asdict(change) for name, change in self.changes.items()
        }

    def as_text(self) -> str:
        """A table for a terminal."""
        lines = [f"{'':10} {'before':24} {'after':24} difference"]
        for name, change in self.changes.items():
            cells = [
                "not measured" if found is None else found.as_text()
                for found in (change.before, change.after, change.difference)
            ]
            lines.append(f"{name:10} {cells[0]:24} {cells[1]:24} {cells[2]}")
        return "\n".join([*lines, f"{self.seconds} held-out seconds: {self.verdict}"])


@dataclass(frozen=True, slots=True)
class _Second:
    shard: Shard
    frames: range
    reference: int


def prove(before: Brush, after: Brush, held_out: Sequence[Shard], windows: Windows, mesh: FaceMesh) -> Job[Proof]:
    """Paint held-out seconds with both and compare. Raises MediaError if a shard is damaged."""
    seconds = _seconds(held_out)
    rows: list[tuple[Floats, Floats]] = []
    for number, second in enumerate(seconds):
        yield Progress(number, len(seconds), "comparing")
        other = seconds[(number + len(seconds) // 2) % len(seconds)]
        sounds = [_sound(one, windows, len(second.frames)) for one in (second, other)]
        rows.append((_measured(before, second, sounds, mesh), _measured(after, second, sounds, mesh)))
    table = np.array(rows).reshape(-1, 2, len(NAMES))
    return judged(table[:, 0], table[:, 1])


def judged(before: Floats, after: Floats) -> Proof:
    """The verdict on figures (seconds, 4) in the order of `NAMES`; NaN where one was not measured.

    Better: nearer to the film, listening, and in nothing worse. Worse: in anything worse. All beyond chance, and by a
    hundredth at least.
    """
    columns = [(list(map(float, one)), list(map(float, other))) for one, other in zip(before.T, after.T, strict=True)]
    changes = {
        name: Change(interval(one), interval(other), difference(one, other))
        for name, (one, other) in zip(NAMES, columns, strict=True)
    }
    return Proof(changes, len(before), _verdict(changes))


def _verdict(changes: dict[str, Change]) -> Verdict:
    moved = {name: _moved(change) for name, change in changes.items()}
    listening = moved.pop("listening")
    if max(moved.values()) > 0 or listening < 0:
        return Verdict.WORSE
    error, listens = changes["error"].difference, changes["listening"].after
    enough = error is not None and error.groups > 2
    if enough and moved["error"] < 0 and listens is not None and listens.low > 0:
        return Verdict.BETTER
    return Verdict.SAME


def _moved(change: Change) -> int:
    """1 or -1 if a figure rose or fell, beyond chance and by a share that matters; else 0."""
    found = change.difference
    if found is None or change.before is None or abs(found.mean) < _MATTERS * abs(change.before.mean):
        return 0
    return int(found.low > 0) - int(found.high < 0)


def _seconds(shards: Sequence[Shard]) -> list[_Second]:
    """Whole seconds, evenly spread; each with one reference of another mouth in its pose."""
    found = []
    for shard in shards:
        sampler = InformativeSampler(shard.landmarks, shard.boxes.astype(np.float32))
        for first in range(0, len(shard) - RATE + 1, RATE):
            reference = sampler.choose(first + RATE // 2, np.random.default_rng(first))
            found.append(_Second(shard, range(first, first + RATE), reference))
    return found[:: -(-len(found) // _MOST)] if found else []


def _sound(second: _Second, windows: Windows, count: int) -> Floats:
    heard = windows(second.shard)
    return np.stack([heard[frame] for frame in second.frames][:count]).astype(np.float32)


def _measured(brush: Brush, second: _Second, sounds: Sequence[Floats], mesh: FaceMesh) -> Floats:
    real = crops_of(second.shard, second.frames)
    references = np.repeat(crop_of(second.shard, second.reference)[None], len(real), axis=0)
    right, wrong = (brush.paint(real, references, sound) for sound in sounds)
    lips = lip_rectangles(landmarks_of(second.shard, second.frames))
    listening = lips_error(wrong, real, lips) - lips_error(right, real, lips)
    softness = max(1 - sharpness_ratio(right, real, lips), 0.0)
    return np.array([hidden_error(right, real), _mouth(right, real, mesh), softness, listening], np.float64)


def _mouth(made: Crops, real: Crops, mesh: FaceMesh) -> float:
    apart = np.abs(lip_gaps(mesh, made) - lip_gaps(mesh, real))
    return float(np.nanmean(apart)) if np.isfinite(apart).mean() >= _SEEN else float("nan")
