"""From the ring of a microphone to an engine that listens: what is new, without noise, at the engine's rate.

Knows no device and no picture.
"""

import numpy as np

from core.arrays import Floats, Sound
from core.engines import SAMPLE_RATE, AudioStream
from core.live.source import RATE
from core.media.ring import LostSoundError, Ring

GATE_DB = -50.0
"""Level in dBFS below which a sound is taken for noise, unless another is chosen."""

LATEST = 1.0
"""Seconds that hearing may lag behind the microphone; then what lies between is left out."""

_FACTOR = RATE // SAMPLE_RATE
_HALF = 48  # taps on either side of the filter's middle: 1 ms of the future
_CUTOFF = 7200.0  # Hz
_GATE_BLOCK = 32  # samples: 2 ms
_HOLD = SAMPLE_RATE // 4 // _GATE_BLOCK  # blocks for which the gate stays open after the last loud one
_RISE, _FALL = 0.5, 0.04  # change of gain per block: open in 4 ms, closed in 50


class Gate:
    """Lets sound through while it is louder than `threshold` dBFS, and for a quarter of a second after."""

    def __init__(self, threshold: float = GATE_DB) -> None:
        self._threshold = 10 ** (threshold / 20)
        self._waiting = np.zeros(0, np.float32)
        self._gain, self._held = 0.0, 0

    def push(self, sound: Sound) -> Sound:
        """The samples (m,) that are decided after these (n,); up to 2 ms wait. No gate at minus infinity."""
        heard = np.concatenate([self._waiting, sound], dtype=np.float32)
        blocks = len(heard) // _GATE_BLOCK
        self._waiting = heard[blocks * _GATE_BLOCK :]
        told = heard[: blocks * _GATE_BLOCK].reshape(blocks, _GATE_BLOCK)
        gains = self._gains(np.sqrt(np.mean(np.square(told), axis=1)))
        steps = np.arange(1, _GATE_BLOCK + 1, dtype=np.float32) / _GATE_BLOCK
        ramps = gains[:-1, None] + (gains[1:] - gains[:-1])[:, None] * steps
        passed: Sound = (told * ramps).reshape(-1).astype(np.float32)
        return passed

    def _gains(self, levels: Floats) -> Floats:
        """Gain before the first block and after every block, (n + 1,)."""
        gains = [self._gain]
        for level in levels.tolist():
            self._held = _HOLD if level >= self._threshold else max(0, self._held - 1)
            wanted = 1.0 if self._held else 0.0
            self._gain += min(max(wanted - self._gain, -_FALL), _RISE)
            gains.append(self._gain)
        return np.array(gains, np.float32)


class Decimator:
    """48 kHz in, 16 kHz out: every third sample after a linear-phase low-pass; sample i belongs to sample 3 i."""

    def __init__(self) -> None:
        position = np.arange(-_HALF, _HALF + 1)
        taps = np.sinc(2 * _CUTOFF / RATE * position) * np.blackman(2 * _HALF + 1)
        self._taps = (taps / taps.sum()).astype(np.float32)
        self._kept = np.zeros(_HALF, np.float32)  # the first of it belongs to the next output's first tap

    def push(self, sound: Sound) -> Sound:
        """The samples that are known after these; the last millisecond waits."""
        heard = np.concatenate([self._kept, sound], dtype=np.float32)
        count = max(0, (len(heard) - 2 * _HALF - 1) // _FACTOR + 1)
        self._kept = heard[count * _FACTOR :]
        if count == 0:
            return np.zeros(0, np.float32)
        used = heard[: (count - 1) * _FACTOR + 2 * _HALF + 1]
        told: Sound = np.convolve(used, self._taps, "valid")[::_FACTOR].astype(np.float32)
        return told


class Hearing:
    """Follows a ring from sample `start` on and keeps an engine's stream up to date.

    Times are seconds since `start`. `heard` is the number of the next sample to be heard, `skipped` the seconds that
    were left out because hearing was too slow, or was not asked for too long.
    """

    def __init__(self, ring: Ring, stream: AudioStream, threshold: float = GATE_DB) -> None:
        self.start = self.heard = ring.written
        self.skipped = 0.0
        self._ring, self._stream = ring, stream
        self._gate, self._decimator = Gate(threshold), Decimator()
        self._behind = 0.0  # seconds that the stream's clock is behind ours

    @property
    def known_until(self) -> float:
        """Time up to which features can be had."""
        return self._stream.known_until + self._behind

    def needed(self, time: float, look_ahead: float) -> int:
        """Samples the ring must have before the features at a time can be known."""
        return self.start + round((time + look_ahead) * RATE) + _HALF

    def listen(self) -> None:
        """Hear what is new."""
        waiting = self._ring.written - self.heard
        if waiting > LATEST * RATE:
            self._skip(waiting)
        try:
            sound = self._ring.read(self.heard, self._ring.written - self.heard)[:, 0]
        except LostSoundError:  # the machine stood still between the two lines above
            self._skip(self._ring.written - self.heard)
            return
        self.heard += len(sound)
        self._stream.push(self._gate.push(self._decimator.push(sound)))

    def feature(self, time: float) -> object:
        """What the engine makes of the sound around a time, which must be known."""
        return self._stream.feature(time - self._behind)

    def _skip(self, waiting: int) -> None:
        """Go on half a step behind the newest sound, as if what lies between had not been."""
        lost = waiting - round(LATEST * RATE / 2)
        self.heard += lost
        self.skipped += lost / RATE
        self._behind += lost / RATE
