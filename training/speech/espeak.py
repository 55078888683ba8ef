"""Speech by espeak-ng: any of its languages and voices, with the time of every phone. Knows nothing of mouths.

The library is loaded at run time from where the system has it. It makes data and is neither linked nor shipped.
Its state is one per process, so is the `Espeak` object's.
"""

import ctypes
import ctypes.util
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import numpy as np
from scipy.signal import resample_poly

from core.arrays import Sound
from core.errors import SettingsError
from training.speech.utterance import PAUSE, SAMPLE_RATE, Phone, Utterance

# Values of espeak-ng's speak_lib.h.
_SYNCHRONOUS = 2
_PHONEME_EVENTS, _PHONEME_IPA = 1, 2
_EVENT_END, _EVENT_PHONEME = 0, 7
_RATE, _PITCH, _RANGE = 1, 3, 4
_UTF8 = 1

_VOICELESS_STOPS = frozenset("ptkcqʈ")
_QUIET = 0.02  # of the loudest 10 ms: the silence of a closure in synthetic sound
_LONGEST_CLOSURE = 0.07


@dataclass(frozen=True, slots=True)
class EspeakVoice:
    """A language with an optional speaker variant (`en-us+f3`), words a minute, and pitch and its range in 0..99."""

    name: str
    rate: int = 175
    pitch: int = 50
    pitch_range: int = 50


def speak(text: str, voice: EspeakVoice) -> Utterance | None:
    """The text as speech, or None if this voice cannot say it. Raises SettingsError if espeak-ng is not installed."""
    library = _library()
    if library.handle.espeak_SetVoiceByName(voice.name.encode()) != 0:
        return None
    for parameter, value in ((_RATE, voice.rate), (_PITCH, voice.pitch), (_RANGE, voice.pitch_range)):
        library.handle.espeak_SetParameter(parameter, value, 0)
    library.blocks.clear()
    library.events.clear()
    encoded = text.encode()
    library.handle.espeak_Synth(encoded, ctypes.c_size_t(len(encoded) + 1), 0, 1, 0, _UTF8, None, None)
    library.handle.espeak_Synchronize()
    if not library.blocks or len(library.events) < 2:
        return None
    samples = np.concatenate(library.blocks).astype(np.float32) / 32768
    duration = len(samples) / library.rate
    phones = _phones(library.events, duration)
    sound = resample_poly(samples, SAMPLE_RATE // 50, library.rate // 50).astype(np.float32)
    return Utterance(sound, tuple(_with_closures(phones, sound)))


def require() -> None:
    """Raise SettingsError, with the command that mends it, if espeak-ng is not installed."""
    _library()


class _EventId(ctypes.Union):
    _fields_ = [("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8)]


class _Event(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _EventId),
    ]


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


class _Library:
    """The loaded library with what its callback has collected: blocks of samples, and (seconds, IPA) events."""

    def __init__(self, handle: Any) -> None:
        self.handle = handle
        self.blocks: list[np.ndarray[Any, np.dtype[np.int16]]] = []
        self.events: list[tuple[float, str]] = []
        self.rate = int(handle.espeak_Initialize(_SYNCHRONOUS, 0, None, _PHONEME_EVENTS | _PHONEME_IPA))
        self._callback = _Callback(self._collect)  # kept: the library holds only a pointer
        handle.espeak_SetSynthCallback(self._callback)

    def _collect(self, samples: Any, count: int, events: Any) -> int:
        if samples and count > 0:
            self.blocks.append(np.ctypeslib.as_array(samples, (count,)).copy())
        index = 0
        while events[index].type != _EVENT_END:
            if events[index].type == _EVENT_PHONEME:
                raw = bytes(events[index].id.string).split(b"\0")[0]
                # A name longer than eight bytes is cut inside a letter; what is left still tells the phone.
                self.events.append((events[index].audio_position / 1000, raw.decode("utf-8", "ignore")))
            index += 1
        return 0


@cache
def _library() -> _Library:
    name = ctypes.util.find_library("espeak-ng") or "libespeak-ng.so.1"
    try:
        handle = ctypes.CDLL(name)
    except OSError as error:
        raise SettingsError(
            "espeak-ng, which speaks the training sentences, is not installed.",
            "Install it, on Debian and Ubuntu with: sudo apt-get install espeak-ng flite",
        ) from error
    return _Library(handle)


def _phones(events: list[tuple[float, str]], duration: float) -> list[Phone]:
    ends = [start for start, _ in events[1:]] + [duration]
    first = [Phone(0.0, events[0][0], PAUSE)] if events[0][0] > 0 else []
    return first + [
        Phone(start, max(start, end), ipa if not ipa.startswith("(") else PAUSE)
        for (start, ipa), end in zip(events, ends, strict=True)
    ]


def _with_closures(phones: list[Phone], sound: Sound) -> list[Phone]:
    """The same phones with voiceless stops moved onto their closure.

    The library reports a voiceless stop where its burst begins; the silence before it counts as part of
    the phone before. Seen on the waveforms: the silence begins 45 to 70 ms earlier.
    """
    loudness = _loudness(sound)
    moved: list[Phone] = []
    for phone in phones:
        if phone.ipa[:1] in _VOICELESS_STOPS and phone.ipa[:1] and moved:
            start = max(_silence_before(loudness, phone.start), moved[-1].start)
            moved[-1] = replace(moved[-1], end=start)
            moved.append(Phone(start, phone.start, phone.ipa[0]))
            rest = phone.ipa[1:].strip("ʰh̪ʲˠːʼ") or "h"
            moved.append(Phone(phone.start, phone.end, rest))
        else:
            moved.append(phone)
    return moved


def _loudness(sound: Sound) -> Sound:
    """Root mean square of every 5 ms, as a share of the loudest."""
    step = SAMPLE_RATE // 200
    blocks = sound[: len(sound) // step * step].reshape(-1, step)
    level = np.sqrt(np.square(blocks).mean(1))
    loudness: Sound = level / max(float(level.max(initial=0.0)), 1e-6)
    return loudness


def _silence_before(loudness: Sound, time: float) -> float:
    """Where the silence begins that ends at `time`, at most `_LONGEST_CLOSURE` earlier."""
    index = last = min(int(time * 200), len(loudness))
    while index > 0 and last - index < _LONGEST_CLOSURE * 200 and loudness[index - 1] < _QUIET:
        index -= 1
    return min(index / 200, time)
