"""What the user has decided: the film, who speaks which voice where, how it is laid over, how it is exported.

Plain frozen values without behaviour; nothing here touches a disk or a device.

    film     0────────────────────────────────────────────── frames
    clip A        [span.start ───────── span.stop)             face 0 speaks voice 1
    clip B                                   [───────)         face 1 speaks voice 2
    voice 1   ├── voice.start (seconds of the film; may be negative) ──…
"""

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

SCHEMA_VERSION = 2

_HALF = 256  # half a label map, in columns
_MESH = 468  # points of the face mesh

# What lies beyond these is damage, not a decision:
_FRAMES = 10**8
_SECONDS = 10**7
_FACES = 10**6
_REACH = 100.0  # in units of the face's scale
_RATE = 10**5


def _within(name: str, low: float, high: float, *values: float | Fraction) -> None:
    """Refuse what is not in low..high; what is not a number is nowhere. Stands here since defaults below need it."""
    for value in values:
        if not low <= value <= high:
            raise ValueError(f"{name} {value} is not in {low}..{high}")


class Region(StrEnum):
    """Which part of the face is replaced."""

    MESH = "mesh"  # lower face without the nose, from the face mesh
    JAW = "jaw"  # from a face-parsing label map, as the next two
    RAW = "raw"
    NECK = "neck"


CHEEKS = (90, 90)
"""The published distances of the cheek bands, see `Look`."""


class Mix(StrEnum):
    """What becomes of the film's own sound."""

    REPLACE = "replace"
    MIX = "mix"
    DUCK = "duck"


class Length(StrEnum):
    """Whose length the result has when picture and voice differ."""

    PICTURE = "picture"
    VOICE = "voice"


class Part(StrEnum):
    """Which part of the film is written."""

    ALL = "all"
    IN_OUT = "in-out"  # from the in point to the out point of the project; all if there are none


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open interval of frame numbers, [start, stop)."""

    start: int
    stop: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.stop <= _FRAMES:
            raise ValueError(f"empty or negative span {self.start}..{self.stop}")

    def __len__(self) -> int:
        return self.stop - self.start

    def __contains__(self, frame: object) -> bool:
        return isinstance(frame, int) and self.start <= frame < self.stop

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a frame."""
        return self.start < other.stop and other.start < self.stop


@dataclass(frozen=True, slots=True)
class Footage:
    """The film: where it lies, what identifies it when it was moved, and how its frames are counted.

    `fingerprint` is `core.media.probe.fingerprint`; `rate` is the (mean) frame rate. `face_pack` is a folder of
    insightface networks that look for faces in it, None the built-in ones.
    """

    path: Path
    fingerprint: str
    frames: int
    rate: Fraction
    face_pack: Path | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.frames <= _FRAMES or not 0 < self.rate <= _RATE:
            raise ValueError(f"footage of {self.frames} frames at {self.rate}")


@dataclass(frozen=True, slots=True)
class Voice:
    """One line of speech: `start` is the time of the film, in seconds, at which its first sample is heard."""

    path: Path
    start: Fraction = Fraction(0)
    gain_db: float = 0.0

    def __post_init__(self) -> None:
        _within("start of the voice", -_SECONDS, _SECONDS, self.start)
        _within("gain", -120, 120, self.gain_db)


@dataclass(frozen=True, slots=True)
class Look:
    """How the new mouth is laid over the old one. Lengths are shares of the face's scale (see `core.face.mesh`).

    `hold` and `fade` are seconds: how long after speech has ended the mouth is still ours, and how long it takes
    to ease back to the original. `cheeks` is how far left and right of the middle the jaw region keeps its full width,
    in columns of a label map of 512; the mask is narrower beyond.
    """

    region: Region = Region.MESH
    feather: float = 0.12
    margin: float = 0.0
    strength: float = 1.0
    match_colour: bool = True
    hold: float = 0.30
    fade: float = 0.20
    cheeks: tuple[int, int] = CHEEKS

    def __post_init__(self) -> None:
        _within("strength", 0, 1, self.strength)
        _within("feather", 0, 10, self.feather)
        _within("margin", -1, 1, self.margin)
        _within("hold", 0, 3600, self.hold)
        _within("fade", 0, 3600, self.fade)
        if not all(0 <= width <= _HALF for width in self.cheeks):
            raise ValueError(f"cheek widths {self.cheeks} are not in 0..{_HALF}")


class Dial(StrEnum):
    """A number of `Look` that can change over time; the value is its name there."""

    STRENGTH = "strength"
    FEATHER = "feather"
    MARGIN = "margin"

    @property
    def limits(self) -> tuple[float, float]:
        """The least and the largest value."""
        return (-0.5, 0.5) if self is Dial.MARGIN else (0.0, 1.0)


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """The value that a dial has in a frame of the film."""

    frame: int
    value: float


@dataclass(frozen=True, slots=True)
class Curve:
    """How a dial changes: linear between keys, level before the first and after the last (`core.retouch`).

    There is at least one key; keys are sorted and no two stand at one frame. A frame's number is its exact time,
    in a film of steady rate and in any other.
    """

    dial: Dial
    keys: tuple[Key, ...]

    def __post_init__(self) -> None:
        frames = [key.frame for key in self.keys]
        if not frames or frames[0] < 0 or frames[-1] > _FRAMES or frames != sorted(set(frames)):
            raise ValueError(f"keys of {self.dial} are not in order")
        low, high = self.dial.limits
        if not all(low <= key.value <= high for key in self.keys):
            raise ValueError(f"{self.dial} is not in {low}..{high}")


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line drawn on a face that adds to its mask, or takes from it, in the frames of `span`.

    `path` are places in the face's own axes (`core.face.axes`), so that the stroke goes with the face; `radius` is a
    share of its scale. Of the radius the outer part `softness`, 0 to 1, fades.
    """

    span: Span
    adds: bool
    radius: float
    softness: float
    path: tuple[tuple[float, float], ...]

    def __post_init__(self) -> None:
        if not self.path or not 0 < self.radius <= 1 or not 0 <= self.softness <= 1:
            raise ValueError(f"a stroke of {len(self.path)} places, radius {self.radius}, softness {self.softness}")
        for place in self.path:
            _within("place of a stroke", -_REACH, _REACH, *place)


@dataclass(frozen=True, slots=True, order=True)
class Nudge:
    """A point of the face mesh moved by (dx, dy) in the face's own axes; what lies around it goes along."""

    point: int
    dx: float
    dy: float

    def __post_init__(self) -> None:
        _within("nudge", -_REACH, _REACH, self.dx, self.dy)


@dataclass(frozen=True, slots=True)
class Correction:
    """Where a face really is in a frame: the whole face moved by (dx, dy) in its own axes and `size` times as large.

    `nudges` move single points beyond that. What it does to the frames around is told by `core.retouch`.
    """

    frame: int
    dx: float = 0.0
    dy: float = 0.0
    size: float = 1.0
    nudges: tuple[Nudge, ...] = ()

    def __post_init__(self) -> None:
        _within("frame of a correction", 0, _FRAMES, self.frame)
        _within("correction", -_REACH, _REACH, self.dx, self.dy)
        if not 0.2 <= self.size <= 5:
            raise ValueError(f"a correction at frame {self.frame} of size {self.size}")
        points = [nudge.point for nudge in self.nudges]
        if points != sorted(set(points)) or not all(0 <= point < _MESH for point in points):
            raise ValueError("nudges are not in order")


@dataclass(frozen=True, slots=True)
class Retouch:
    """What was done by hand to one clip's mask. All frames are those of the film; those outside the clip do nothing.

    There is one curve per dial at most. Strokes count in their order. Corrections are sorted, one per frame at most.
    In `originals`, which are sorted and apart, the person is shown as filmed.
    """

    curves: tuple[Curve, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    corrections: tuple[Correction, ...] = ()
    originals: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        dials = [curve.dial for curve in self.curves]
        if len(set(dials)) != len(dials):
            raise ValueError("two curves of one dial")
        frames = [correction.frame for correction in self.corrections]
        if frames != sorted(set(frames)):
            raise ValueError("corrections are not in order")
        if any(after.start <= before.stop for before, after in pairwise(self.originals)):
            raise ValueError("stretches of the original are not in order")


@dataclass(frozen=True, slots=True)
class Clip:
    """One stretch of the film that is dubbed: this face speaks this voice. `face` None is the largest face."""

    id: str
    span: Span
    voice: Voice
    face: int | None = None
    look: Look = Look()
    retouch: Retouch = Retouch()

    def __post_init__(self) -> None:
        _within("face", 0, _FACES, self.face or 0)


class Decoder(StrEnum):
    """How an engine that works on latents makes pictures of them."""

    FULL = "full"
    TINY = "tiny"  # a small network in its place: many times faster, softer teeth and skin


@dataclass(frozen=True, slots=True)
class EngineChoice:
    """An engine, its weights, and how it is run; what an engine has no use for, it ignores.

    - `weights`: name of a set or of a folder, empty for the engine's own choice; `core.weights` resolves it
    - `bbox_shift`: how far the border between kept and made picture lies below its usual place on the nose, as a share
      of the face's scale; positive opens the mouth more
    - `chin_margin`: how much is seen below the chin, same unit; None as the weights were trained
    """

    engine: str = "instant"
    weights: str = ""
    bbox_shift: float = 0.0
    chin_margin: float | None = None
    decoder: Decoder = Decoder.FULL

    def __post_init__(self) -> None:
        _within("bbox shift", -1, 1, self.bbox_shift)
        _within("chin margin", 0, 1, self.chin_margin or 0.0)


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How the film is written. `loudness` is a BS.1770 target in LUFS, or None to leave the level alone."""

    codec: str = "h264"
    quality: int = 16
    mix: Mix = Mix.REPLACE
    length: Length = Length.PICTURE
    loudness: float | None = None
    part: Part = Part.ALL

    def __post_init__(self) -> None:
        _within("quality", 0, 63, self.quality)
        _within("loudness", -100, 0, self.loudness or 0.0)


@dataclass(frozen=True, slots=True, order=True)
class Marker:
    """A place of the film that the user wants to find again."""

    frame: int
    text: str = ""

    def __post_init__(self) -> None:
        _within("frame of a marker", 0, _FRAMES, self.frame)


BEST = 5
"""The best rating of a take."""


@dataclass(frozen=True, slots=True)
class Take:
    """A recording: `start` is the time of the film at which its first sample was said, `span` what it was said for.

    `rating` is 0 for none, up to `BEST`.
    """

    path: Path
    start: Fraction
    span: Span
    rating: int = 0

    def __post_init__(self) -> None:
        _within("start of the take", -_SECONDS, _SECONDS, self.start)
        _within("rating", 0, BEST, self.rating)


@dataclass(frozen=True, slots=True)
class DubProject:
    """Everything the user has decided. Clips are sorted by their start and do not overlap on one face.

    `markers` are sorted and no two stand at one frame; `in_out` is the stretch that is being worked on, None for all.
    """

    footage: Footage | None = None
    clips: tuple[Clip, ...] = ()
    engine: EngineChoice = EngineChoice()
    export: ExportOptions = ExportOptions()
    markers: tuple[Marker, ...] = ()
    in_out: Span | None = None
    takes: tuple[Take, ...] = ()
    version: int = field(default=SCHEMA_VERSION)

    def __post_init__(self) -> None:
        starts = [clip.span.start for clip in self.clips]
        if starts != sorted(starts):
            raise ValueError("clips are not in order")
        for index, clip in enumerate(self.clips):
            for other in self.clips[index + 1 :]:
                if clip.face == other.face and clip.span.overlaps(other.span):
                    raise ValueError(f"clips {clip.id} and {other.id} overlap on one face")
        places = [marker.frame for marker in self.markers]
        if places != sorted(set(places)):
            raise ValueError("markers are not in order")
