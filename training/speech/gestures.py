"""From phones in time to the motion of the mouth, 50 times a second. Knows no sound and no network.

Every phone pulls the lips towards its target with a strength that falls off before and after it; the lips are where
the pulls balance (dominance functions, Cohen and Massaro 1993). Closures are laid over that as plateaus, because the
lips close fast and press against each other for p, b, m (Löfqvist and Gracco 1997) whatever stands beside them.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats
from training.speech.articulation import REST, TARGETS, VOWELS, LipTarget
from training.speech.utterance import PAUSE, Phone

RATE = 50
CHANNELS = ("open", "wide", "round", "press", "tuck", "speech")

VISUAL_LEAD = 0.04
"""Seconds by which the mouth is shown ahead of the phones. In running speech lips and sound are within 20 ms of sound
lead and 70 ms of sound lag (Schwartz and Savariaux 2014); ITU-R BT.1359 finds late sound easier to bear than early
sound, its tolerance centred near 40 ms."""

_BEFORE = np.array([0.05, 0.06, 0.11])  # seconds over which the pull on open, wide, round rises …
_AFTER = np.array([0.05, 0.06, 0.07])  # … and falls; rounding begins early (Daniloff and Moll 1968)
_FALL = 1.2
_ANYTHING = "h"  # stands for a mark without a letter of its own (espeak-ng's separate ʲ): the neighbours decide
_SPELLINGS = {"ε": "ɛ", "ᵻ": "ɪ", "g": "ɡ", "ʦ": "s", "ʣ": "z"}  # other spellings of letters of the table
_SHORTEST = 0.004
_CONTACT = 0.008  # how fast a closure is reached, seconds of its logistic edge
_REACH = 0.5  # beyond this many seconds a pull is nothing
_SPEECH_BEFORE, _SPEECH_AFTER = 0.04, 0.06
_SMOOTHING = 0.018  # standard deviation in seconds; lips do not jump


def mouth_curves(phones: Sequence[Phone], count: int) -> Floats:
    """Motion (count, 6) at `RATE` for the channels `CHANNELS`, all in 0..1; row i is what is seen at i / RATE s."""
    times = np.arange(count) / RATE + VISUAL_LEAD
    pulled, strength = np.zeros((count, 3)), np.full((count, 3), 1e-3)
    plateaus = np.zeros((count, 3))
    for phone, target in _targets(phones):
        near = slice(*np.searchsorted(times, (phone.start - _REACH, phone.end + _REACH)))
        pull = _pull(phone, target, times[near])
        pulled[near] += pull * (target.open, target.wide, target.round)
        strength[near] += pull
        plateaus[near] = np.maximum(plateaus[near], _plateaus(phone, target, times[near]))
    shape = pulled / strength
    shape[:, 0] *= (1 - plateaus[:, 0]) * (1 - 0.7 * plateaus[:, 1])
    smoothed = _smoothed(np.concatenate([shape, plateaus[:, :2]], axis=1))
    curves: Floats = np.concatenate([smoothed, plateaus[:, 2:]], axis=1).astype(np.float32)
    return curves


def letters(ipa: str) -> list[str]:
    """The IPA letters of a phone that the table knows, marks of length, tone and the like left out."""
    return [letter for letter in map(_SPELLINGS.get, ipa, ipa) if letter in TARGETS]


def _targets(phones: Sequence[Phone]) -> Iterator[tuple[Phone, LipTarget]]:
    """Phones with the target of each; diphthongs and affricates become two."""
    for phone in phones:
        if phone.end - phone.start < _SHORTEST:
            continue
        if phone.ipa == PAUSE:
            yield phone, REST
            continue
        parts = letters(phone.ipa) or [_ANYTHING]
        start = phone.start
        for letter, share in zip(parts, _shares(parts), strict=True):
            end = start + share * (phone.end - phone.start)
            yield Phone(start, end, letter), TARGETS[letter]
            start = end


def _shares(parts: list[str]) -> list[float]:
    """How a phone of several letters divides its time: first part of a diphthong 0.55, stop of an affricate 0.35."""
    if len(parts) != 2:
        return [1 / len(parts)] * len(parts)
    if parts[0] in VOWELS:
        return [0.55, 0.45]
    return [0.35, 0.65] if parts[0] in "tdʈɖ" else [0.5, 0.5]


def _pull(phone: Phone, target: LipTarget, times: NDArray[np.float64]) -> NDArray[np.float64]:
    weights = np.array([target.weight, target.spread_weight, target.round_weight])
    duration = phone.end - phone.start
    if phone.ipa == PAUSE:
        weights = weights * min(1.0, duration / 0.12)
    elif phone.ipa in VOWELS:
        weights = weights * min(1.0, 0.45 + duration / 0.15)  # short vowels undershoot (Lindblom 1963)
    before = np.clip(phone.start - times, 0, None)[:, None] / _BEFORE
    after = np.clip(times - phone.end, 0, None)[:, None] / _AFTER
    pull: NDArray[np.float64] = weights * np.exp(-((before + after) ** _FALL))
    return pull


def _plateaus(phone: Phone, target: LipTarget, times: NDArray[np.float64]) -> NDArray[np.float64]:
    """Closure, lip to teeth, speech: (n, 3) in 0..1."""
    inside = np.minimum(times - phone.start, phone.end - times)
    contact = 1 / (1 + np.exp(-np.clip(inside / _CONTACT, -30, 30)))
    speaking = (times > phone.start - _SPEECH_BEFORE) & (times < phone.end + _SPEECH_AFTER) & bool(phone.ipa)
    return np.stack([contact * target.closure, contact * target.tuck, speaking], axis=1)


def _smoothed(curves: NDArray[np.float64]) -> NDArray[np.float64]:
    radius = 3
    kernel = np.exp(-0.5 * (np.arange(-radius, radius + 1) / RATE / _SMOOTHING) ** 2)
    padded = np.pad(curves, ((radius, radius), (0, 0)), mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * radius + 1, axis=0)
    smoothed: NDArray[np.float64] = windows @ (kernel / kernel.sum())
    return smoothed
