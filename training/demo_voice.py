"""The voice of the demonstration: two sentences by flite, made fit to be listened to. Knows nothing of pictures."""

from pathlib import Path

import numpy as np
import soundfile
import soxr
from scipy.signal import butter, sosfiltfilt

from core.arrays import Sound
from core.errors import MediaError
from training.speech.flite import FliteVoice, speak
from training.speech.utterance import SAMPLE_RATE

TEXT = "Hello, and a warm welcome. This is Dubwright: give it a film and a voice, and the mouth follows the words."
"""What is said."""

VOICE = FliteVoice("slt", stretch=1.04, pitch=178.0)
"""CMU ARCTIC's slt, whose licence allows any use of what it says."""

RATE = 24_000
"""Samples a second of the file."""

_PEAK = 0.7
_LEAD, _TAIL = 0.25, 0.45  # silence before and after, seconds


def write_demo_voice(out: Path, text: str = TEXT) -> Path:
    """Speak `text` into a FLAC, Ogg Vorbis or WAV file, mono; returns `out`.

    Raises SettingsError if flite is not installed and MediaError if `out` cannot be written.
    """
    sound = _finished(speak(text, VOICE).sound)
    try:
        soundfile.write(out, sound, RATE)
    except (soundfile.LibsndfileError, TypeError, ValueError) as error:
        hint = "Name the result with .flac, .ogg or .wav, in a folder that can be written to."
        raise MediaError(f"{out} cannot be written as a sound.", hint) from error
    return out


def _finished(sound: Sound) -> Sound:
    """The synthesiser's sound without rumble, a little warmer, at an even level, between two short silences."""
    full = np.asarray(soxr.resample(sound, SAMPLE_RATE, RATE), np.float64)
    clean = sosfiltfilt(butter(2, 70, "highpass", fs=RATE, output="sos"), full)
    warm = clean + 0.35 * sosfiltfilt(butter(1, (140, 420), "bandpass", fs=RATE, output="sos"), clean)
    harsh = sosfiltfilt(butter(1, (2600, 4200), "bandpass", fs=RATE, output="sos"), clean)
    mixed = warm - 0.25 * harsh
    mixed *= _PEAK / np.abs(mixed).max()
    edge = round(0.01 * RATE)
    ramp = np.sin(np.linspace(0, np.pi / 2, edge)) ** 2
    mixed[:edge] *= ramp
    mixed[-edge:] *= ramp[::-1]
    return np.pad(mixed, (round(_LEAD * RATE), round(_TAIL * RATE))).astype(np.float32)
