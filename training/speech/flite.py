"""Speech by flite: a few American and Scottish voices built from recordings of people. Knows nothing of mouths.

The program is called once per sentence; it prints the end of every phone with `-psdur`.
"""

import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import soundfile

from core.errors import SettingsError
from training.speech.utterance import PAUSE, Phone, Utterance

VOICES = ("slt", "awb", "rms", "kal16")
"""Voices that speak at 16 kHz."""

_DELAY = 0.01  # the phone borders lie this much before what is seen on the waveforms
_CLOSURE = 0.75  # share of a voiceless stop that is closure; the rest is burst and aspiration

# ARPABET, as flite writes it, to IPA.
_IPA = {
    "aa": "ɑ", "ae": "æ", "ah": "ʌ", "ao": "ɔ", "aw": "aʊ", "ax": "ə", "axr": "ɚ", "ay": "aɪ", "b": "b", "ch": "tʃ",
    "d": "d", "dh": "ð", "eh": "ɛ", "er": "ɚ", "ey": "eɪ", "f": "f", "g": "ɡ", "hh": "h", "hv": "h", "ih": "ɪ",
    "iy": "i", "jh": "dʒ", "k": "k", "l": "l", "m": "m", "n": "n", "ng": "ŋ", "ow": "oʊ", "oy": "ɔɪ", "p": "p",
    "r": "ɹ", "s": "s", "sh": "ʃ", "t": "t", "th": "θ", "uh": "ʊ", "uw": "u", "v": "v", "w": "w", "y": "j",
    "z": "z", "zh": "ʒ", "pau": PAUSE, "ssil": PAUSE, "brth": PAUSE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FliteVoice:
    """One of `VOICES`, how much slower than usual it speaks, and its mean pitch in hertz."""

    name: str
    stretch: float = 1.0
    pitch: float = 120.0


def speak(text: str, voice: FliteVoice) -> Utterance:
    """The text as speech. Raises SettingsError if flite is not installed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "said.wav"
        settings = [f"duration_stretch={voice.stretch:.3f}", f"int_f0_target_mean={voice.pitch:.1f}"]
        command = [_program(), "-voice", voice.name, "-psdur"]
        for setting in settings:
            command += ["--setf", setting]
        printed = subprocess.run(
            [*command, "-t", text, "-o", str(path)], capture_output=True, text=True, check=True
        ).stdout
        sound, _ = soundfile.read(path, dtype="float32")
    return Utterance(sound, tuple(_phones(printed)))


def require() -> None:
    """Raise SettingsError, with the command that mends it, if flite is not installed."""
    _program()


@cache
def _program() -> str:
    found = shutil.which("flite")
    if found is None:
        raise SettingsError(
            "flite, which speaks part of the training sentences, is not installed.",
            "Install it, on Debian and Ubuntu with: sudo apt-get install espeak-ng flite",
        )
    return found


def _phones(printed: str) -> list[Phone]:
    phones, start = [], 0.0
    for item in printed.split():
        name, _, end_text = item.rpartition(":")
        end = float(end_text) + _DELAY
        ipa = _IPA[name]
        if ipa in ("p", "t", "k"):
            burst = start + _CLOSURE * (end - start)
            phones += [Phone(start, burst, ipa), Phone(burst, end, "h")]
        else:
            phones.append(Phone(start, end, ipa))
        start = end
    return phones
