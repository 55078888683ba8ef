"""Observing a voice: how a mouth that speaks it moves, and when anybody speaks at all. Knows no face and no engine.

Every engine uses `presence`: it says where the new mouth is wanted and where the film keeps its own. The motion itself
is what the built-in engine is made of.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from core.arrays import Floats, Sound, frozen
from core.job import Job, Progress
from core.media.sound import read_engine_sound
from core.models.mouth_motion import CHANNELS, MOTION_RATE, NETWORK_AHEAD, MouthMotion, activated, load_mouth_motion
from core.models.speech_features import SAMPLE_RATE, WINDOW_AHEAD, Loudness, MelPower, relative
from core.weights import weights_file

LOOK_AHEAD = NETWORK_AHEAD + WINDOW_AHEAD
"""Seconds of sound after its own time that a row of motion depends on."""

RISE = 0.1
"""Seconds over which the new mouth takes over before speech begins."""

_PIECE = 10 * SAMPLE_RATE
_ROW_SAMPLES = SAMPLE_RATE // MOTION_RATE
_SPEECH = CHANNELS.index("speech")
_BEGINS, _ENDS = 0.6, 0.35  # probability at which speech is taken to begin and to end: between them, as before
_AT_ONCE = 1e-6  # seconds: a shorter fade is none
_SHORTEST = 3  # rows: what is shorter is a click


@dataclass(frozen=True, slots=True)
class Voicing:
    """A voice and what was heard in it.

    - `sound` (samples,): mono 16 kHz, as engines are given it
    - `rows` (n, 6): motion of a mouth that says it, row i at i / 50 seconds, channels as in `core.models.mouth_motion`
    """

    sound: Sound
    rows: Floats

    @property
    def speech(self) -> Floats:
        """Probability that somebody speaks, (n,)."""
        speech: Floats = self.rows[:, _SPEECH]
        return speech


class Listener:
    """Hears mono 16 kHz sound in pieces of any length and tells the motion of the mouth, 50 rows a second.

    Row i is known `LOOK_AHEAD` seconds after i / 50. What it tells does not depend on how the sound is cut into pieces.
    """

    def __init__(self, network: MouthMotion | None = None) -> None:
        self._network = network or mouth_network()
        self._power = MelPower()
        self._loudness = Loudness()
        self._state = self._network.start()
        self._samples = 0
        self._rows = 0

    def push(self, sound: Sound) -> Floats:
        """The rows (n, 6) that are known after these samples (m,)."""
        self._samples += len(sound)
        return self._told(self._power.push(sound), last=False)

    def finish(self) -> Floats:
        """The rows that were still waiting for more sound, as if silence followed. Nothing may be pushed after it."""
        missing = -self._samples % _ROW_SAMPLES
        silence = np.zeros(missing + SAMPLE_RATE // 20, np.float32)
        wanted = (self._samples + missing) // _ROW_SAMPLES - self._rows
        return self._told(self._power.push(silence), last=True)[:wanted]

    @torch.inference_mode()
    def _told(self, power: Floats, last: bool) -> Floats:
        features = torch.from_numpy(relative(power, self._loudness))[None]
        raw, self._state = self._network(features, self._state, last)
        rows: Floats = activated(raw)[0].numpy()
        self._rows += len(rows)
        return rows


@cache
def mouth_network() -> MouthMotion:
    """The built-in network. Raises WeightsError if its weights are missing or damaged."""
    return load_mouth_motion(weights_file("instant", "mouth.safetensors"))


def listen(path: Path) -> Job[Voicing]:
    """Read a voice from a file and observe it. Raises MediaError for a file that has no sound, else as `observe`."""
    sound = yield from read_engine_sound(path)
    return (yield from observe(sound))


def observe(sound: Sound, network: MouthMotion | None = None) -> Job[Voicing]:
    """Hear a whole voice, mono 16 kHz; memory does not grow with its length but for the result.

    Progress counts samples. Raises WeightsError if the built-in network cannot be had.
    """
    listener = Listener(network)
    told = []
    for start in range(0, len(sound), _PIECE):
        yield Progress(start, len(sound), "sound")
        told.append(listener.push(sound[start : start + _PIECE]))
    told.append(listener.finish())
    yield Progress(len(sound), len(sound), "sound")
    return Voicing(sound, frozen(np.concatenate(told)))


def presence(voicing: Voicing, times: NDArray[np.float64], hold: float, fade: float) -> Floats:
    """How much of the mouth is ours at each time (n,) in seconds of the sound: 1 all, 0 the film's own.

    Exactly 1 while somebody speaks and for `hold` seconds after, then falling to exactly 0 over `fade` seconds; before
    speech it rises over `RISE` seconds. Times before the sound and after it are allowed.
    """
    begins, ends = _spans(voicing.speech)
    if len(begins) == 0:
        return np.zeros(len(times), np.float32)
    at = np.asarray(times, np.float64)
    earlier = np.searchsorted(begins, at, side="right") - 1
    since = np.where(earlier >= 0, np.maximum(at - ends[np.maximum(earlier, 0)], 0.0), np.inf)
    later = np.minimum(earlier + 1, len(begins) - 1)
    until = np.where(earlier + 1 < len(begins), begins[later] - at, np.inf)
    share = np.maximum(_eased(since - hold, fade), _eased(until, RISE))
    return share.astype(np.float32)


def speech_spans(voicing: Voicing) -> NDArray[np.float64]:
    """When somebody speaks: (n, 2), from and to in seconds of the voice, rising."""
    return np.column_stack(_spans(voicing.speech))


def _eased(distance: NDArray[np.float64], length: float) -> NDArray[np.float64]:
    """1 up to distance 0, 0 from `length` on, smooth in between."""
    if length < _AT_ONCE:
        return (distance <= 0).astype(np.float64)
    share = np.clip(1 - distance / length, 0.0, 1.0)
    eased: NDArray[np.float64] = share * share * (3 - 2 * share)
    return eased


def _spans(speech: Floats) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """When speech begins and ends, in seconds, (k,) each and in order."""
    speaking = np.zeros(len(speech) + 2, bool)
    now = False
    for index, probability in enumerate(speech.tolist()):
        now = probability > (_ENDS if now else _BEGINS)
        speaking[index + 1] = now
    edges = np.flatnonzero(speaking[1:] != speaking[:-1])
    begins, ends = edges[::2], edges[1::2]
    long = ends - begins >= _SHORTEST
    return begins[long] / MOTION_RATE, ends[long] / MOTION_RATE
