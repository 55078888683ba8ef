"""Which clips are good enough to learn from, and why the others are not. Knows no films and no files.

The paper's supplement keeps clips of one visible speaker whose lips belong to the sound. Small, blurred or silent clips
teach what nobody wants: soft mouths, and mouths that move without a voice.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from core.agreement import IN_SYNC, Agreement
from core.arrays import Image, Sound


@dataclass(frozen=True, slots=True)
class Limits:
    """What a clip must reach.

    - `seconds`: shortest clip
    - `width`: median width of the face box, in pixels of the film
    - `sharpness`: see `sharpness`; real faces have .27 to .59, blurred by 3 of 256 pixels .18 to .23
    - `level_db`: loudness of the sound, in dB of full scale
    - `speech`: share of the frames in which somebody speaks
    - `confidence`, `lag`: see `core.agreement`; without a confidence it is the one from which on its judge believes
    """

    seconds: float = 2.0
    width: float = 96.0
    sharpness: float = 0.26
    level_db: float = -50.0
    speech: float = 0.3
    confidence: float | None = None
    lag: float = IN_SYNC


@dataclass(frozen=True, slots=True)
class ClipFigures:
    """What was measured of a clip; `faces` is the largest number of people seen at once."""

    seconds: float
    width: float
    sharpness: float
    faces: int
    level_db: float
    speech: float
    agreement: Agreement

    def table(self) -> dict[str, float]:
        """The figures by name, as a shard keeps them."""
        lips = self.agreement
        return {
            "seconds": self.seconds, "width": self.width, "sharpness": self.sharpness, "faces": self.faces,
            "level_db": self.level_db, "speech": self.speech,
            "agreement": lips.r, "lag": lips.lag, "confidence": lips.confidence,
        }  # fmt: skip


def reasons(clip: ClipFigures, limits: Limits) -> tuple[str, ...]:
    """Why a clip is not used, in words for its owner; empty if it is."""
    found = [
        (clip.seconds < limits.seconds, f"shorter than {limits.seconds:g} s"),
        (clip.faces > 1, f"{clip.faces} people are seen"),
        (clip.width < limits.width, f"the face is {clip.width:.0f} pixels wide, less than {limits.width:.0f}"),
        (clip.sharpness < limits.sharpness, f"blurred (sharpness {clip.sharpness:.2f})"),
        (clip.level_db < limits.level_db, "no sound"),
    ]
    told = [text for failed, text in found if failed]
    if clip.level_db >= limits.level_db:
        told += _of_speech(clip, limits)
    return tuple(told)


def sharpness(crops: list[Image]) -> float:
    """How much detail faces show: the ratio of fine to coarse contrast of crops (256, 256, 3); the median of all.

    Fine is what a blur of 2 pixels takes away, coarse what lies between blurs of 2 and of 8.
    """
    return float(np.median([_detail(crop) for crop in crops])) if crops else 0.0


def level_db(sound: Sound) -> float:
    """Root mean square of mono sound in dB of full scale; -120 for silence."""
    power = float(np.mean(np.square(sound, dtype=np.float64))) if len(sound) else 0.0
    return 10 * float(np.log10(max(power, 1e-12)))


def _of_speech(clip: ClipFigures, limits: Limits) -> list[str]:
    if clip.speech < limits.speech:
        return [f"somebody speaks in {clip.speech:.0%} of it only"]
    lips = clip.agreement
    if not lips.judged:
        return ["the mouth does not move, or too little is spoken to tell"]
    if lips.confidence < (lips.believed if limits.confidence is None else limits.confidence):
        return [f"lips and sound do not belong together (confidence {lips.confidence:.2f})"]
    if abs(lips.lag) > limits.lag:
        return [f"the lips are {abs(lips.lag):.2f} s too {'late' if lips.lag > 0 else 'early'}"]
    return []


def _detail(crop: Image) -> float:
    grey = cv2.cvtColor(crop, cv2.COLOR_RGB2GRAY).astype(np.float32)
    soft = cv2.GaussianBlur(grey, (0, 0), 2)
    coarse = float((soft - cv2.GaussianBlur(grey, (0, 0), 8)).std())
    return float((grey - soft).std()) / coarse if coarse > 0 else 0.0
