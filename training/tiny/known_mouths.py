"""How well painted lips do what they should, where it is known what that is. Knows no losses and no recipes.

Every held-out presenter speaks with the voice of the next one, or of the next few. What the lips of the voice's own
presenter did is known exactly (`training.presenter.talking`), and so is what the presenter's lips did in the film that
is dubbed:

- `told`    correlation of the painted gap with that of the voice: what is wanted
- `own`     correlation with the gap of the film that is dubbed: what the picture betrays and should not have told
- `size`    spread of the painted gap over that of the voice: 1 is a mouth that opens as far as it should

The painted gap is what the face mesh sees in the painted crop. `seen` is the same measured in the film itself: no
painter can be measured better.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from core.arrays import Floats
from core.job import Job, Progress
from core.models.face_landmarks import FaceMesh
from training.brush import Brush, crops_of
from training.figures import Crops, lip_gaps
from training.presenter.talking import known_gaps
from training.samples import Windows
from training.shard import Shard

FIGURES = ("told", "own", "size")
"""What is measured of every presenter; values between clips are compared by the persons' intervals."""

_FEWEST = 8  # frames in which the mesh must see a face
_STILL = 1e-6  # a spread that is nothing but rounding


@dataclass(frozen=True, slots=True)
class Judge:
    """What is judged with, and on whom: every `every`th frame of held-out clips, two at least.

    Each presenter is given so many `voices` of the others, one after another; crops reach `margin` of their pixels
    below the chin, as those did that were learned from.
    """

    mesh: FaceMesh
    windows: Windows
    shards: tuple[Shard, ...]
    every: int = 2
    voices: int = 1
    margin: float = 0.0

    def told(self) -> dict[str, Any]:
        """How it judges, as JSON values: figures of two judges are compared only if they say the same."""
        return {"every": self.every, "voices": self.voices, "margin": self.margin}


@dataclass(frozen=True, slots=True)
class PaintedMouth:
    """One presenter with another's voice: the figures, NaN where lips were not seen, and the painted crops."""

    person: str
    voice: str
    figures: dict[str, float]
    painted: Crops


def judge_mouths(brush: Brush, judge: Judge) -> Job[tuple[PaintedMouth, ...]]:
    """Paint every presenter with each voice, and measure. Raises MediaError if the gaps are not known."""
    found = []
    others = range(1, min(judge.voices, len(judge.shards) - 1) + 1)
    for number, shard in enumerate(judge.shards):
        yield Progress(number, len(judge.shards), "mouths")
        found += [_judged(brush, judge, shard, judge.shards[(number + k) % len(judge.shards)]) for k in others]
    return tuple(found)


def seen_in_films(judge: Judge) -> list[float]:
    """The correlation of what the mesh sees in the films themselves with the known gap, for every presenter.

    0 where it sees too little.
    """
    found = [
        correlation(lip_gaps(judge.mesh, crops_of(shard, frames)), known_gaps(shard.path)[frames])
        for shard, frames in ((shard, range(0, len(shard), judge.every)) for shard in judge.shards)
    ]
    return [0.0 if np.isnan(one) else one for one in found]


def correlation(one: Floats, other: Floats) -> float:
    """Pearson's r where both are known; NaN if that is too seldom or one of them does not move."""
    known = np.isfinite(one) & np.isfinite(other)
    if known.sum() < _FEWEST or min(one[known].std(), other[known].std()) < _STILL:
        return float("nan")
    return float(np.corrcoef(one[known], other[known])[0, 1])


def gathered(mouths: Sequence[PaintedMouth]) -> dict[str, list[float]]:
    """Every figure over the presenters, the mean over the voices of each.

    A mouth that does not move, or was not seen, does not obey: its correlation counts as 0.
    """
    persons = dict.fromkeys(mouth.person for mouth in mouths)
    return {name: [_mean(mouths, person, name) for person in persons] for name in FIGURES}


def _mean(mouths: Sequence[PaintedMouth], person: str, name: str) -> float:
    figures = [mouth.figures[name] for mouth in mouths if mouth.person == person]
    return float(np.mean(np.nan_to_num(figures, nan=0.0)))


def _judged(brush: Brush, judge: Judge, shard: Shard, voice: Shard) -> PaintedMouth:
    frames = range(0, min(len(shard), len(voice)), judge.every)
    film, heard = crops_of(shard, frames, judge.margin), judge.windows(voice)
    painted = brush.paint(film, film, np.stack([heard[frame] for frame in frames]).astype(np.float32))
    gaps, told, own = lip_gaps(judge.mesh, painted), known_gaps(voice.path)[frames], known_gaps(shard.path)[frames]
    seen = lip_gaps(judge.mesh, film)
    figures = {
        "told": correlation(gaps, told),
        "own": correlation(gaps, own),
        "size": _spread(gaps) / _spread(seen) * float(own.std() / told.std()) if _spread(seen) else float("nan"),
    }
    return PaintedMouth(shard.facts.person, voice.facts.person, figures, painted)


def _spread(gaps: Floats) -> float:
    """Standard deviation of what was seen; 0 if that is too seldom."""
    known = gaps[np.isfinite(gaps)]
    return float(known.std()) if len(known) >= _FEWEST else 0.0
