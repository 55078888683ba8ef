"""What a film is to be that is written: size, times, colours, sound, and what it takes over. Writes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

from core.media.carry import Stretch
from core.media.colour import customary_matrix
from core.media.info import Colour, VideoInfo


@dataclass(frozen=True, slots=True)
class SoundPart:
    """A sound file that becomes the film's first and default audio stream.

    `start` is the time of the film's own clock at which its first sample is heard; `channels` its channel count.
    """

    path: Path
    start: Fraction
    channels: int = 2


@dataclass(frozen=True, slots=True)
class WriteSpec:
    """What is written.

    `ticks` are the presentation times of all frames in units of `time_base`, on the source's clock; `last` is how
    many ticks the last frame is shown, `rate` the frame rate that players are told, None for the mean. `source` is the
    film whose other streams are carried over, without the one numbered `replaced` and up to the time `until`, if given;
    of a film of which only a `stretch` is written, tags, chapters and timecode are.
    `colour` is how RGB becomes YUV; `tagged` False leaves it untold, as in a source that does not tell: players then
    guess for both alike. `inputs` are files that must not be written over. `quality` runs from 0 (best) to 51, as
    x264's crf. A film with an `open_end` may have fewer frames than times: nobody knows yet when it is over; as MP4 it
    can be read while it is written, up to half a second before its end.
    """

    width: int
    height: int
    ticks: Sequence[int]
    time_base: Fraction
    last: int
    rate: Fraction | None = None
    codec: str = "h264"
    quality: int = 16
    alpha: bool = False
    colour: Colour = field(default_factory=Colour)
    tagged: bool = True
    pixel_aspect: Fraction = Fraction(1)
    sound: SoundPart | None = None
    source: Path | None = None
    replaced: int | None = None
    until: Fraction | None = None
    stretch: Stretch | None = None
    inputs: tuple[Path, ...] = ()
    open_end: bool = False

    def __post_init__(self) -> None:
        if min(self.width, self.height, len(self.ticks), self.last) < 1:
            raise ValueError(f"a film of {len(self.ticks)} frames of {self.width} × {self.height}")
        if any(later <= earlier for earlier, later in pairwise(self.ticks)):
            raise ValueError("times do not rise")


def spec_like(info: VideoInfo, **changes: Any) -> WriteSpec:
    """What writes a film as `info` describes it: its size, times, colours, streams.

    `changes` are fields set otherwise.
    """
    shown = (info.duration - info.time_of(info.frames - 1)) / info.time_base
    tagged = bool(info.colour.matrix or info.pictures or info.colour.hdr)
    fields: dict[str, Any] = {
        "width": info.width,
        "height": info.height,
        "ticks": info.ticks,
        "time_base": info.time_base,
        "last": max(1, round(shown)),
        "rate": info.rate,
        "alpha": info.alpha,
        "colour": info.colour if tagged else Colour(matrix=_guessed_matrix(info), range=info.colour.range),
        "tagged": tagged,
        "pixel_aspect": info.pixel_aspect,
        "source": info.path,
        "inputs": (info.path,),
    }
    return WriteSpec(**(fields | changes))


def _guessed_matrix(info: VideoInfo) -> str:
    """What the reader takes an untagged film to be, by its lines as stored."""
    return customary_matrix(info.width if info.rotation in (90, 270) else info.height)
