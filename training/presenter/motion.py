"""How a presenter who waits moves: head, breath, lids, gaze and mouth at any moment. Knows nothing of pictures.

Every motion is a sum of harmonics of the film's length, so that the film can be looped without a jump.
"""

from dataclasses import dataclass

import numpy as np

from core.face.mouth_shape import MouthShape


@dataclass(frozen=True, slots=True)
class Pose:
    """Turn of the head in radians, its shift in centimetres, and the state of the face.

    `yaw` is positive to the viewer's right, `pitch` downwards, `roll` clockwise. `breath` lifts the shoulders and
    `lift` the brows, in centimetres; `shut` closes the lids, 0 to 1; `look_x`, `look_y` shift the irises in
    centimetres; `smile` is 0 to 1.
    """

    yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    x: float = 0.0
    y: float = 0.0
    breath: float = 0.0
    lift: float = 0.0
    shut: float = 0.0
    look_x: float = 0.0
    look_y: float = 0.0
    smile: float = 0.0


class IdleMotion:
    """The motion of a film of `seconds`, drawn by lot from `seed`."""

    def __init__(self, seconds: float, seed: int) -> None:
        random = np.random.default_rng(seed + 41)
        self._seconds = seconds
        self._waves = {
            name: _Wave(random, seconds) for name in ("yaw", "pitch", "roll", "x", "y", "smile", "lift", "eyes")
        }
        self._blinks = _moments(random, seconds, apart=(1.9, 3.6))
        self._nods = _moments(random, seconds, apart=(3.0, 4.5))
        self._words = _moments(random, seconds, apart=(2.4, 4.0))
        self._word_shapes = [(float(random.uniform(0.6, 1.0)), float(random.uniform(0.1, 0.8))) for _ in self._words]
        self._glance = [(float(random.normal(0, 0.07)), float(random.normal(0, 0.03))) for _ in self._blinks]

    def pose(self, time: float) -> Pose:
        """The pose at a time in seconds."""
        wave = {name: motion(time) for name, motion in self._waves.items()}
        nod = sum(_hump(self._since(time, at), 0.75) for at in self._nods)
        shut = min(sum(_blink(self._since(time, at)) for at in self._blinks), 1.0)
        breath = 0.5 - 0.5 * np.cos(2 * np.pi * time * round(self._seconds / 4) / self._seconds)
        look_x, look_y = self._look(time)
        return Pose(
            yaw=float(np.radians(4.6 * wave["yaw"])),
            pitch=float(np.radians(1.6 * wave["pitch"] + 2.8 * nod)),
            roll=float(np.radians(1.5 * wave["roll"] + 0.5 * wave["yaw"])),
            x=0.30 * wave["x"] + 0.15 * wave["yaw"],
            y=0.12 * wave["y"] + 0.20 * nod - 0.10 * float(breath),
            breath=float(breath),
            lift=max(0.0, 0.10 * wave["lift"]) + 0.05 * nod,
            shut=0.04 + 0.96 * shut,
            look_x=look_x - 0.10 * wave["yaw"] + 0.02 * wave["eyes"],
            look_y=look_y,
            smile=float(np.clip(0.68 + 0.25 * wave["smile"], 0, 1)),
        )

    def mouth(self, time: float) -> MouthShape:
        """The mouth at a time in seconds: mostly closed and at ease, now and then a silent word with the teeth seen."""
        shape = MouthShape(open=max(0.0, 0.05 * self._waves["lift"](time + 0.6)))
        for at, (opening, wide) in zip(self._words, self._word_shapes, strict=True):
            since = self._since(time, at)
            first, second = _hump(since, 0.34), _hump(since - 0.30, 0.42)
            swallow = _hump(since - 0.85, 0.35)
            shape = MouthShape(
                open=max(shape.open, opening * first, 0.75 * opening * second),
                wide=max(shape.wide, wide * second, 0.3 * wide * first),
                round=max(shape.round, 0.35 * (0.7 - wide) * first, 0.0),
                press=max(shape.press, 0.8 * swallow),
            )
        return shape

    def _since(self, time: float, at: float) -> float:
        """Seconds since a moment, the film being a loop: -0.5 to `seconds` - 0.5."""
        return float((time - at + 0.5) % self._seconds - 0.5)

    def _look(self, time: float) -> tuple[float, float]:
        """The gaze changes with the blinks and comes back to the viewer."""
        x = y = 0.0
        for at, (glance_x, glance_y) in zip(self._blinks, self._glance, strict=True):
            held = float(
                np.clip(self._since(time, at) / 0.06, 0, 1) * np.clip(1 - (self._since(time, at) - 0.9) / 0.08, 0, 1)
            )
            x, y = x + glance_x * held, y + glance_y * held
        return x, y


class _Wave:
    """A slow wandering between about -1 and 1 that comes back after `seconds`."""

    def __init__(self, random: np.random.Generator, seconds: float) -> None:
        harmonics = np.arange(1, max(round(seconds * 0.45), 2) + 1)
        strength = random.normal(0, 1, len(harmonics)) / harmonics**0.6
        self._rate = 2 * np.pi * harmonics / seconds
        self._phase = random.uniform(0, 2 * np.pi, len(harmonics))
        self._strength = strength / np.abs(strength).sum() * 1.3

    def __call__(self, time: float) -> float:
        return float((self._strength * np.sin(self._rate * time + self._phase)).sum())


def _moments(random: np.random.Generator, seconds: float, apart: tuple[float, float]) -> list[float]:
    """Moments at uneven distances, none within a second of the film's ends."""
    moments, at = [], float(random.uniform(0.9, 1.4))
    while at < seconds - 1.3:
        moments.append(at)
        at += float(random.uniform(*apart))
    return moments


def _hump(since: float, length: float) -> float:
    """A smooth rise and fall that begins at 0 and lasts `length` seconds."""
    return float(np.sin(np.pi * since / length) ** 2) if 0 < since < length else 0.0


def _blink(since: float) -> float:
    """Lids shut within 80 ms, open again within 180 ms."""
    if since < 0:
        return 0.0
    closing, opening = min(since / 0.08, 1.0), max(1 - max(since - 0.10, 0) / 0.18, 0.0)
    share = min(closing, opening)
    return share * share * (3 - 2 * share)
