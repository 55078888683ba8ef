"""Looks at the corpus of synthetic speech: random stretches, each time through another microphone and noise.

Everything is done on log-mel power, where a microphone is an addition and mixing is an addition of powers: that is
cheap enough to be done afresh for every batch. Knows nothing of the network.
"""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats
from core.models.speech_features import BANDS, FRAME_RATE, Loudness, relative
from training.speech.articulation import REST
from training.speech.augment import motion_scaled
from training.speech.corpus import FLOOR

_NEPERS_PER_DB = np.float32(np.log(10) / 10)


@dataclass(slots=True)
class Views:
    """Stretches of shards of speech over backgrounds. Shards are added as they come."""

    backgrounds: Floats
    bands: list[Floats] = field(default_factory=list)
    motion: list[Floats] = field(default_factory=list)

    @classmethod
    def over(cls, backgrounds: Path) -> "Views":
        """Views over the noises of a file, of no speech as yet."""
        with np.load(backgrounds) as shard:
            return cls(shard["bands"])

    def add(self, shard: Path) -> None:
        """Add a shard of speech."""
        with np.load(shard) as arrays:
            self.bands.append(arrays["bands"])
            self.motion.append(arrays["motion"])

    def batch(self, count: int, rows: int, chance: np.random.Generator) -> tuple[Floats, Floats]:
        """Features (count, 2 rows, BANDS) and motion (count, rows, 6) of random stretches."""
        bands, motion = np.empty((count, 2 * rows, BANDS), np.float32), np.empty((count, rows, 6), np.float32)
        for index in range(count):
            shard = chance.integers(len(self.bands))
            start = chance.integers(len(self.motion[shard]) - rows)
            bands[index] = self.bands[shard][2 * start : 2 * (start + rows)]
            motion[index] = self.motion[shard][start : start + rows]
            bands[index], motion[index] = _said(bands[index], motion[index], chance)
            _hush(bands[index], motion[index], chance)
        heard = self._heard(bands, chance)
        return _masked(relative(heard, Loudness()), chance), motion

    def _heard(self, bands: Floats, chance: np.random.Generator) -> Floats:
        """Power at the end of the microphone's cable, from log power at the lips."""
        count, frames = bands.shape[:2]
        power = np.exp(bands)
        for index in range(count):
            if chance.random() < 0.8:
                power[index] += self._noise(frames, chance)
            power[index] *= np.exp(_microphone(chance))
        power *= 10 ** (chance.uniform(-2.5, 1.0, (count, 1, 1)).astype(np.float32))
        heard: Floats = power
        return heard

    def _noise(self, frames: int, chance: np.random.Generator) -> Floats:
        number = chance.integers(len(self.backgrounds))
        start = chance.integers(self.backgrounds.shape[1] - frames)
        below_db = chance.uniform(4, 38) + (4 if number % 5 == 4 else 0)  # every fifth is babble: speech itself
        noise: Floats = np.exp(
            self.backgrounds[number, start : start + frames].astype(np.float32) - below_db * _NEPERS_PER_DB
        )
        return noise


def _said(bands: Floats, motion: Floats, chance: np.random.Generator) -> tuple[Floats, Floats]:
    """The same words with another vocal tract, deeper or shallower formants, and some of them louder or softer."""
    stretch = np.float32(chance.uniform(0.84, 1.18))
    source = np.clip(np.arange(BANDS, dtype=np.float32) * stretch, 0, BANDS - 1.001)
    low = source.astype(int)
    part = source - low
    bands = bands[:, low] * (1 - part) + bands[:, low + 1] * part
    if chance.random() < 0.6:
        gain_db = _wandering(len(bands), chance)
        bands = bands + gain_db[:, None] * _NEPERS_PER_DB
        motion = motion_scaled(motion, gain_db[::2])
    mean = bands.mean(1, keepdims=True)
    bands = mean + (bands - mean) * np.float32(chance.uniform(0.7, 1.25))
    return bands, motion


def _hush(bands: Floats, motion: Floats, chance: np.random.Generator) -> None:
    """Now and then leave out the beginning, the end or all of what is said: noise alone moves no mouth."""
    rows, draw = len(motion), chance.random()
    share = chance.uniform(0.02, 0.4)
    if draw < 0.08:
        quiet = slice(0, rows)
    elif draw < 0.33:
        quiet = slice(0, int(share * rows))
    elif draw < 0.43:
        quiet = slice(rows - int(share * rows), rows)
    else:
        return
    bands[2 * quiet.start : 2 * quiet.stop] = np.log(FLOOR)
    motion[quiet] = 0
    motion[quiet, 0] = REST.open


def _wandering(frames: int, chance: np.random.Generator) -> Floats:
    """A gain in decibels that wanders about 0 with a step every 0.15 to 0.8 s."""
    step = chance.uniform(0.15, 0.8) * FRAME_RATE
    knots = chance.standard_normal(int(frames / step) + 2) * chance.uniform(0, 5)
    gain: Floats = np.interp(np.arange(frames) / step, np.arange(len(knots)), knots).astype(np.float32)
    return gain


def _microphone(chance: np.random.Generator) -> NDArray[np.float32]:
    """Response in nepers of power, (BANDS,): a smooth curve, sometimes with an end cut off as by a telephone."""
    knots = chance.standard_normal(6) * chance.uniform(0, 1.4)
    response = np.interp(np.arange(BANDS), np.linspace(0, BANDS - 1, 6), knots)
    if chance.random() < 0.2:
        response[int(chance.uniform(0.62, 0.97) * BANDS) :] -= chance.uniform(2, 9)
    if chance.random() < 0.15:
        response[: int(chance.uniform(0.02, 0.12) * BANDS)] -= chance.uniform(2, 6)
    return response.astype(np.float32)


def _masked(features: Floats, chance: np.random.Generator) -> Floats:
    """The features with a few bands and moments wiped out (Park et al. 2019), so that none is relied upon alone."""
    for one in features:
        if chance.random() < 0.5:
            low, high = np.sort(chance.integers(0, BANDS + 1, 2))
            one[:, low : min(high, low + 8)] = one.mean()
        for _ in range(chance.integers(0, 3)):
            start = chance.integers(len(one))
            one[start : start + chance.integers(2, 9)] = one.mean()
    return features
