"""What a synthesiser hands over: sound, and which phone is spoken when. Knows no synthesiser."""

from dataclasses import dataclass

from core.arrays import Sound

SAMPLE_RATE = 16_000
PAUSE = ""


@dataclass(frozen=True, slots=True)
class Phone:
    """One phone in IPA (`PAUSE` = none) between two times in seconds.

    A stop consonant's phone is its closure alone: it ends with the burst. What follows until the vowel is a phone “h”.
    """

    start: float
    end: float
    ipa: str


@dataclass(frozen=True, slots=True)
class Utterance:
    """Mono sound at `SAMPLE_RATE` and its phones, in order and without gaps."""

    sound: Sound
    phones: tuple[Phone, ...]

    @property
    def duration(self) -> float:
        """Length in seconds."""
        return len(self.sound) / SAMPLE_RATE
