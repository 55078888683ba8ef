"""Makes one voice sound like many, in many rooms, over many noises. Knows nothing of phones and networks."""

import numpy as np
from numpy.typing import NDArray
from scipy.signal import fftconvolve, resample_poly

from core.arrays import Floats, Sound
from training.speech.utterance import SAMPLE_RATE, Phone, Utterance

Chance = np.random.Generator
_SPEECH_LEVEL = 0.08  # 90th percentile of the loudness of 100 ms
_UNCHANGED = 20


def resized(utterance: Utterance, length: int) -> Utterance:
    """The utterance played back at `20 / length` of its length: other vocal tract, pitch and pace, in one."""
    if length == _UNCHANGED:
        return utterance
    factor = _UNCHANGED / length
    phones = tuple(Phone(phone.start * factor, phone.end * factor, phone.ipa) for phone in utterance.phones)
    return Utterance(resample_poly(utterance.sound, _UNCHANGED, length).astype(np.float32), phones)


def levelled(sound: Sound) -> Sound:
    """The sound at the usual loudness of speech."""
    step = SAMPLE_RATE // 10
    if len(sound) < step:
        return sound
    loudness = np.sqrt(np.square(sound[: len(sound) // step * step]).reshape(-1, step).mean(1))
    scaled: Sound = sound * np.float32(_SPEECH_LEVEL / (np.percentile(loudness, 90) + 1e-5))
    return scaled


def in_room(sound: Sound, chance: Chance) -> Sound:
    """The sound with the reverberation of some room: exponentially decaying noise after the direct sound."""
    seconds = chance.uniform(0.08, 0.7)
    count = int(SAMPLE_RATE * seconds)
    tail = chance.standard_normal(count) * np.exp(-6.9 * np.arange(count) / count)
    tail[: int(SAMPLE_RATE * chance.uniform(0.0, 0.01))] = 0
    tail *= chance.uniform(0.05, 0.6) / np.sqrt(np.square(tail).sum())
    tail[0] = 1.0
    heard: Sound = fftconvolve(sound, tail)[: len(sound)].astype(np.float32)
    return heard


def noise(kind: str, seconds: float, chance: Chance) -> Sound:
    """A background at the usual loudness of speech: `hiss`, `rumble`, `hum`, `music`."""
    count = int(seconds * SAMPLE_RATE)
    made: Sound = levelled(_NOISES[kind](count, chance).astype(np.float32))
    return made


def _coloured(count: int, slope: float, chance: Chance) -> NDArray[np.float64]:
    """Noise whose power falls with frequency to the power of `slope`: 0 white, 1 pink, 2 brown."""
    spectrum = np.fft.rfft(chance.standard_normal(count))
    hertz = np.maximum(np.fft.rfftfreq(count, 1 / SAMPLE_RATE), 40.0)
    shaped: NDArray[np.float64] = np.fft.irfft(spectrum * hertz ** (-slope / 2), count)
    return shaped


def _hiss(count: int, chance: Chance) -> NDArray[np.float64]:
    return _coloured(count, chance.uniform(0.0, 1.0), chance)


def _rumble(count: int, chance: Chance) -> NDArray[np.float64]:
    return _coloured(count, chance.uniform(1.0, 2.2), chance)


def _hum(count: int, chance: Chance) -> NDArray[np.float64]:
    times = np.arange(count) / SAMPLE_RATE
    base = chance.choice([50.0, 60.0, chance.uniform(80, 300)])
    tones = [np.sin(2 * np.pi * base * k * times + chance.uniform(0, 6)) / k**1.2 for k in range(1, 12)]
    hummed: NDArray[np.float64] = np.sum(tones, axis=0) + 0.2 * _coloured(count, 1.0, chance) * len(tones) ** 0.5
    return hummed


def _music(count: int, chance: Chance) -> NDArray[np.float64]:
    """Chords of plucked or held harmonic tones in a steady beat, with a hissing stroke on some beats."""
    out = np.zeros(count)
    beat = int(SAMPLE_RATE * chance.uniform(0.2, 0.6))
    for start in range(0, count - beat, beat):
        length = min(count - start, int(beat * chance.uniform(1.0, 3.0)))
        times = np.arange(length) / SAMPLE_RATE
        decay = np.exp(-times * chance.uniform(0.5, 8.0))
        root = 55.0 * 2 ** (chance.integers(0, 48) / 12)
        for step in chance.choice([0, 3, 4, 7, 9, 12], size=3, replace=False):
            pitch = root * 2 ** (step / 12)
            for k in range(1, 7):
                out[start : start + length] += np.sin(2 * np.pi * pitch * k * times) * decay / k**1.5
        if chance.random() < 0.5:
            out[start : start + length] += 0.8 * chance.standard_normal(length) * np.exp(-times * 40)
    return out


_NOISES = {"hiss": _hiss, "rumble": _rumble, "hum": _hum, "music": _music}
NOISES: tuple[str, ...] = tuple(_NOISES)


def babble(voices: list[Sound], seconds: float, chance: Chance) -> Sound:
    """Several people talking at once in the background, at the usual loudness of speech."""
    count = int(seconds * SAMPLE_RATE)
    out = np.zeros(count, np.float32)
    for _ in range(chance.integers(3, 8)):
        voice = np.resize(voices[chance.integers(len(voices))], count)
        out += np.roll(voice, chance.integers(count)) * np.float32(chance.uniform(0.5, 1.0))
    return levelled(out)


def motion_scaled(motion: Floats, gain_db: Floats) -> Floats:
    """Mouth motion (rows, 6) as it would be if every row were spoken `gain_db` (rows,) louder.

    Louder speech opens lips and jaw further (Schulman 1989; Huber and Chandrasekaran 2006); the amount is ours.
    """
    scaled = motion.copy()
    scaled[:, 0] *= np.clip(10 ** (gain_db * _OPENING_PER_DB), 0.6, 1.6)
    return scaled


_OPENING_PER_DB = np.float32(0.018)  # 10 dB: half as wide again
