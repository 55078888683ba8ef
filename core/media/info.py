"""What was found in a media file, as values. Knows nothing of how it is found."""

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from core.arrays import Alpha, Image


@dataclass(frozen=True, slots=True)
class StreamInfo:
    """A stream that is not the picture: `kind` is audio, subtitle, data, attachment or (a second picture) video."""

    index: int
    kind: str
    codec: str
    language: str = ""
    title: str = ""
    sample_rate: int = 0
    channels: int = 0
    layout: str = ""
    duration: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Colour:
    """Colour tags in the names of ffmpeg (`bt709`, `smpte2084`, `tv` …); empty where the file says nothing."""

    matrix: str = ""
    primaries: str = ""
    transfer: str = ""
    range: str = ""

    @property
    def hdr(self) -> bool:
        """Whether the picture is PQ or HLG (ITU-R BT.2100)."""
        return self.transfer in {"smpte2084", "arib-std-b67"}


@dataclass(frozen=True, slots=True)
class VideoInfo:
    """The picture of a film. Width and height are as shown: rotation applied, pixels not yet stretched.

    `times` holds the presentation time of every frame in seconds, first frame first, as whole multiples of
    `time_base`, which makes variable frame rates exact; `start` is the time of the first one on the file's clock.
    `duration` is the time from the first frame's start to the last one's end.

    The stored picture is mirrored left to right, if `mirrored`, and turned `rotation` degrees clockwise to be upright.
    `keys` are the frames at which decoding can begin; `counted` says that the file's own times cannot be used, so
    that frames are found by counting from the beginning. `pictures` are the files of a still or a folder of them.
    `notices` are sentences for the user.
    """

    path: Path
    width: int
    height: int
    rate: Fraction
    constant_rate: bool
    ticks: tuple[int, ...]
    time_base: Fraction
    duration: Fraction
    codec: str = ""
    pixel_format: str = ""
    bits: int = 8
    alpha: bool = False
    rotation: int = 0
    pixel_aspect: Fraction = Fraction(1)
    colour: Colour = Colour()
    streams: tuple[StreamInfo, ...] = ()
    chapters: int = 0
    metadata: tuple[tuple[str, str], ...] = ()
    notices: tuple[str, ...] = field(default=())
    mirrored: bool = False
    keys: tuple[int, ...] = ()
    counted: bool = False
    pictures: tuple[Path, ...] = ()

    @property
    def frames(self) -> int:
        """Number of frames that can be decoded."""
        return len(self.ticks)

    @property
    def start(self) -> Fraction:
        """Presentation time of the first frame on the file's own clock."""
        return self.ticks[0] * self.time_base

    def time_of(self, frame: int) -> Fraction:
        """When a frame is shown, in seconds after the first frame."""
        return (self.ticks[frame] - self.ticks[0]) * self.time_base

    @property
    def audio(self) -> tuple[StreamInfo, ...]:
        """The audio streams."""
        return tuple(stream for stream in self.streams if stream.kind == "audio")


@dataclass(frozen=True, slots=True)
class Frame:
    """One decoded frame: number in the film, seconds after the first frame, upright RGB picture, alpha if any."""

    index: int
    time: Fraction
    image: Image
    alpha: Alpha | None = None
