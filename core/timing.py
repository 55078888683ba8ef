"""Frames, seconds and samples, converted without rounding errors. Knows nothing of media files.

Every time is a `Fraction` of seconds and every rate a `Fraction` of frames (or samples) a second, so that an
hour at 29.97 frames a second ends where it should: on the frame, not 3.6 seconds beside it.
"""

import re
from fractions import Fraction
from math import ceil, floor

from core.errors import SettingsError

NTSC = {24: Fraction(24000, 1001), 30: Fraction(30000, 1001), 48: Fraction(48000, 1001),
        60: Fraction(60000, 1001), 120: Fraction(120000, 1001)}  # fmt: skip

_CLOCK = re.compile(r"^(?:(?:(\d+):)?(\d+):)?(\d+(?:\.\d+)?)$")
_TIMECODE = re.compile(r"^(\d+):(\d{2}):(\d{2})[:;](\d{2,3})$")
_START = re.compile(r"^(\d{2}):(\d{2}):(\d{2})([:;.])(\d{2,3})$")


def frame_time(frame: int, rate: Fraction) -> Fraction:
    """When frame number `frame` is first shown, in seconds."""
    return Fraction(frame) / rate


def frame_at(time: Fraction, rate: Fraction) -> int:
    """Number of the frame shown at `time`: the last one that has begun."""
    return floor(time * rate)


def nearest_frame(time: Fraction, rate: Fraction) -> int:
    """Number of the frame whose start lies nearest to `time`; halves go to the later frame."""
    return floor(time * rate + Fraction(1, 2))


def frames_within(duration: Fraction, rate: Fraction) -> int:
    """How many frames are needed to cover `duration`: the last one may be shown only in part."""
    return ceil(duration * rate)


def sample_at(time: Fraction, sample_rate: int) -> int:
    """Number of the sample nearest to `time`."""
    return floor(time * sample_rate + Fraction(1, 2))


def sample_time(sample: int, sample_rate: int) -> Fraction:
    """When sample number `sample` is played, in seconds."""
    return Fraction(sample, sample_rate)


def samples_of_frame(frame: int, rate: Fraction, sample_rate: int) -> tuple[int, int]:
    """Half-open range of the samples that belong to a frame; ranges of neighbours meet without gap or overlap."""
    return (sample_at(frame_time(frame, rate), sample_rate), sample_at(frame_time(frame + 1, rate), sample_rate))


def named_rate(value: Fraction) -> Fraction:
    """The broadcast rate that `value` stands for, where a container only stored an approximation.

    Containers with a coarse clock say 29.97 or 2997/100 and mean 30000/1001. A value within 20 millionths of a
    whole rate or of a rate of SMPTE ST 12-1 (n · 1000/1001) is that rate; any other is left as it is.
    """
    candidates = [Fraction(round(value)), *NTSC.values()]
    for candidate in candidates:
        if candidate and abs(value - candidate) <= candidate * Fraction(20, 1_000_000):
            return candidate
    return value


def parse_time(text: str, rate: Fraction | None = None) -> Fraction:
    """Seconds from what people type: `12.5`, `1:02.5`, `1:00:02`, or a timecode `01:00:02:12` if `rate` is given.

    Raises SettingsError if the text is none of these.
    """
    stripped = text.strip()
    if (clock := _CLOCK.match(stripped)) is not None:
        hours, minutes, seconds = clock.groups(default="0")
        return Fraction(hours) * 3600 + Fraction(minutes) * 60 + Fraction(seconds)
    if rate is not None and (code := _TIMECODE.match(stripped)) is not None:
        whole = [int(part) for part in code.groups()]
        return frame_time((whole[0] * 3600 + whole[1] * 60 + whole[2]) * round(rate) + whole[3], rate)
    raise SettingsError(f"“{text}” is not a time.", "Write seconds (12.5), minutes (1:02.5) or hours (1:00:02).")


def timecode(frame: int, rate: Fraction) -> str:
    """Non-drop timecode hh:mm:ss:ff of a frame (SMPTE ST 12-1), counted at the nominal whole rate."""
    nominal = max(1, round(rate))
    seconds, frames = divmod(frame, nominal)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}:{frames:02}"


def later_timecode(start: str, frames: int, rate: Fraction) -> str:
    """The timecode so many frames after one as files carry it, `01:02:03:04`; `;` and `.` stand for drop-frame.

    Drop-frame timecode (SMPTE ST 12-1) leaves out the first labels of every minute that is no multiple of ten. After
    24 hours it begins anew. Raises ValueError if `start` is no timecode of this rate.
    """
    found, nominal = _START.match(start.strip()), max(1, round(rate))
    if found is None or int(found[5]) >= nominal:
        raise ValueError(f"“{start}” is no timecode at {nominal} frames a second")
    dropped = nominal // 15 if found[4] in ";." and nominal % 30 == 0 else 0
    minutes = 60 * int(found[1]) + int(found[2])
    count = (60 * minutes + int(found[3])) * nominal + int(found[5]) - dropped * (minutes - minutes // 10)
    a_minute, ten = 60 * nominal - dropped, 600 * nominal - 9 * dropped
    tens, rest = divmod((count + frames) % (144 * ten), ten)
    minute = 0 if rest < 60 * nominal else 1 + (rest - 60 * nominal) // a_minute
    label = timecode((count + frames) % (144 * ten) + dropped * (9 * tens + minute), Fraction(nominal))
    return label[:8] + found[4] + label[9:]
