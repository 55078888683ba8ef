"""What the pictures betray of the mouth that is to be painted, before any network has learned. Knows no networks.

Both sampling rules of the paper are there so that a network must listen: a reference with the same mouth can be copied,
and a crop that ends at the chin tells how far the jaw has dropped. How much is told can be measured directly, where the
gap of the lips is known: by a linear reading of what the network is shown, which learns it from some presenters and is
asked about others.

    above        the upper half of the crop, which is not hidden
    reference    the reference
    both         both

The figure is Pearson's r of gap read and gap known over the samples of one presenter. 0 betrays nothing; what a network
can read is at least what a line can.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats
from core.job import Job, Progress
from training.division import Division
from training.networks import HIDDEN_FROM
from training.presenter.talking import known_gaps
from training.recipe import Recipe
from training.samples import Sample, Samples, Sampling
from training.shard import Shard
from training.tiny.known_mouths import correlation

SHOWN = ("above", "reference", "both")

_SIDE = 32  # rows and columns that a picture is shrunk to, as many as its latents have
_PENALTIES = (0.01, 0.1, 1.0)  # of the linear reading, in units of the features' mean square


@dataclass(frozen=True, slots=True)
class Reading:
    """How many samples are learned from, and how many of every held-out presenter are read."""

    learned: int = 1500
    read: int = 80


@dataclass(frozen=True, slots=True)
class _Shown:
    """Features of samples by what is shown, (n, k) each, and the gaps (n,) in centimetres."""

    features: dict[str, Floats]
    gaps: Floats


def betrayed(recipe: Recipe, division: Division, reading: Reading | None = None) -> Job[dict[str, list[float]]]:
    """How much each of `SHOWN` tells of every held-out presenter's lips, under a recipe's references and margins."""
    reading = reading or Reading()
    shown = yield from _drawn(division.learned, recipe, reading.learned, "learned")
    found: dict[str, list[float]] = {name: [] for name in SHOWN}
    readers = {name: _reader(shown.features[name], shown.gaps) for name in SHOWN}
    for shard in division.held_out:
        other = yield from _drawn((shard,), recipe, reading.read, shard.facts.person)
        for name in SHOWN:
            read = readers[name].read(other.features[name])
            told = correlation(read, other.gaps)
            found[name].append(told if np.isfinite(told) else 0.0)
    return found


def _drawn(shards: Sequence[Shard], recipe: Recipe, count: int, label: str) -> Job[_Shown]:
    """Samples of some clips as a training draws them, with the known gap in the place of the sound."""
    sampling = Sampling(1, recipe.share, recipe.margins)
    samples = Samples(shards, _gaps_for_sound, sampling, recipe.seed)
    features: dict[str, list[Floats]] = {"above": [], "reference": []}
    gaps = np.empty(count, np.float32)
    for number in range(count):
        sample = samples.sample(number)
        for name, picture in _pictures(sample).items():
            features[name].append(picture)
        gaps[number] = sample.audio.flat[0]
        yield Progress(number + 1, count, label)
    stacked: dict[str, Floats] = {name: np.stack(rows) for name, rows in features.items()}
    return _Shown({**stacked, "both": np.concatenate(list(stacked.values()), axis=1)}, gaps)


def _gaps_for_sound(shard: Shard) -> list[Floats]:
    return [np.full((1, 1), gap, np.float32) for gap in known_gaps(shard.path)]


def _pictures(sample: Sample) -> dict[str, Floats]:
    return {"above": _small(sample.targets[0][:HIDDEN_FROM]), "reference": _small(sample.references[0])}


def _small(picture: NDArray[np.uint8]) -> Floats:
    height = _SIDE * picture.shape[0] // picture.shape[1]
    grey = cv2.resize(picture, (_SIDE, height), interpolation=cv2.INTER_AREA).mean(axis=-1)
    return np.asarray(grey.reshape(-1) / 127.5 - 1, np.float32)


@dataclass(frozen=True, slots=True)
class _Reader:
    """A linear reading: features are taken relative to `mean` and `scale`."""

    mean: Floats
    scale: Floats
    weights: Floats
    bias: float

    def read(self, features: Floats) -> Floats:
        """Gaps (n,) of features (n, k)."""
        return np.asarray((features - self.mean) / self.scale @ self.weights + self.bias, np.float32)


def _reader(features: Floats, gaps: Floats) -> _Reader:
    """The reading with the penalty that reads the last fifth of the samples best when it learned from the others."""
    cut = len(gaps) * 4 // 5
    tried = [_fitted(features[:cut], gaps[:cut], penalty) for penalty in _PENALTIES]
    errors = [float(np.square(one.read(features[cut:]) - gaps[cut:]).mean()) for one in tried]
    return _fitted(features, gaps, _PENALTIES[int(np.argmin(errors))])


def _fitted(features: Floats, gaps: Floats, penalty: float) -> _Reader:
    """Ridge regression (Hoerl & Kennard 1970) in its dual form: there are more features than samples."""
    mean, scale = features.mean(axis=0), features.std(axis=0) + 1e-3
    rows = ((features - mean) / scale).astype(np.float64)
    alike = rows @ rows.T / rows.shape[1]
    dual = np.linalg.solve(alike + penalty * np.eye(len(rows)), gaps - gaps.mean())
    weights = (rows.T @ dual / rows.shape[1]).astype(np.float32)
    return _Reader(mean, scale, weights, float(gaps.mean()))
