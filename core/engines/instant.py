"""The built-in engine: a small network hears how a mouth moves, and the real face is moved to it. Knows no video files.

It needs no graphics card and no download, works at the footage's own resolution and never invents a face: skin and
lips are the person's own, and so are the teeth wherever the film shows them. Frames are independent of each other, so a
frame looks the same in a preview as in the film.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats, Image, Points, Sound
from core.engines import EngineSpec, FaceView, Patch, ReadFrames, Refusal
from core.engines.mouth_controls import TOTAL_AHEAD, Manner, calibrated, shapes_at
from core.face import lips, mesh, mouth
from core.face.cover import covered, skin_around
from core.face.ease import eased
from core.face.mouth import Portrait
from core.face.mouth_shape import MouthShape
from core.face.person import Person, study
from core.face.track import FaceTrack
from core.job import Job, run
from core.models.mouth_motion import CHANNELS, MOTION_RATE, MouthMotion
from core.project import EngineChoice
from core.voice import Listener, observe

TURNED, TOO_FAR = 29.0, 39.0
"""Degrees of yaw from which the mouth eases to the original, and at which it is all the original."""

CLEAR, COVERED = 0.1, 0.2
"""Share of unfamiliar skin around the mouth from which the mouth eases to the original, and at which it is all that."""

_SMALLEST = 12.0  # face scale in pixels below which there are no lips to move
_KEPT_ROWS = 2 * MOTION_RATE  # rows of motion that a stream remembers
_BEFORE = 1e-5  # seconds: at a row's own time the row after it is wanted too
_OWN_BEGINS, _OWN_ALL = 0.6, 0.15  # presence between which the inside of the mouth becomes the source's


@dataclass(frozen=True, slots=True)
class Face:
    """A face made ready for `generate`: what was seen of it, whose it is, and why it cannot be moved (if it cannot).

    `movable`, 0 to 1, falls as the head turns away and as something comes before the mouth.
    """

    portrait: Portrait
    person: Person
    rest_width: float
    movable: float
    refusal: str


class InstantEngine:
    """Sound → mouth shape → warp. `Person` is `core.face.person.Person`, `Features` are `MouthShape`s, `Faces` `Face`s.

    The choice is accepted for the protocol's sake; there is one network. Another one may be given for tests.
    """

    spec = EngineSpec(
        name="instant", crop_size=None, look_ahead=TOTAL_AHEAD, batch=2, eases=True, reach=mouth.REACH, licence="MIT"
    )

    def __init__(self, choice: EngineChoice | None = None, network: MouthMotion | None = None) -> None:
        self.choice = choice or EngineChoice()
        self._network = network

    def study(self, track: FaceTrack, read: ReadFrames) -> Job[Person]:
        """The habits of a person's mouth and the inside of it. Raises ValueError for a track without any face."""
        return study(track, read)

    def encode_audio(
        self, sound: Sound, times: NDArray[np.float64], rows: Floats | None = None
    ) -> Sequence[MouthShape]:
        """The shape of the mouth at every time. Raises WeightsError if the network cannot be had."""
        heard = run(observe(sound, self._network)).rows if rows is None else rows
        return shapes_at(calibrated(heard, Manner()), times)

    def stream(self) -> "MouthStream":
        """Begin to hear a voice that is being spoken. Raises WeightsError if the network cannot be had."""
        return MouthStream(Listener(self._network))

    def refusal(self, face: Face) -> str:
        """Why a face cannot be moved, empty if it can."""
        return face.refusal

    def encode_faces(self, faces: Sequence[FaceView], person: Person) -> Sequence[Face]:
        """What is seen of each face."""
        return [_seen(view.image, view.points, person) for view in faces]

    def generate(
        self, faces: Sequence[Face], features: Sequence[MouthShape], presence: Floats
    ) -> list[Patch | Refusal]:
        """New mouths; a face that cannot be moved well is refused."""
        return [_moved(face, shape, float(share)) for face, shape, share in zip(faces, features, presence, strict=True)]

    def notices(self) -> tuple[str, ...]:
        """Nothing happens here that is not told as a refusal."""
        return ()

    def close(self) -> None:
        """Give back the network."""
        self._network = None


class MouthStream:
    """The shapes of a mouth that says what is being heard: exactly those of `InstantEngine.encode_audio`."""

    def __init__(self, listener: Listener) -> None:
        self._listener, self._manner = listener, Manner()
        self._controls = np.zeros((0, len(CHANNELS) - 1), np.float32)
        self._first = 0  # number of the first row that is kept

    @property
    def known_until(self) -> float:
        """Seconds up to which shapes can be had: one row is wanted on either side, as a closure is seen ahead."""
        return (self._first + len(self._controls) - 1) / MOTION_RATE - _BEFORE

    def push(self, sound: Sound) -> None:
        """Hear more mono 16 kHz sound (n,)."""
        rows = self._listener.push(sound)
        controls = np.concatenate([self._controls, calibrated(rows, self._manner)])
        surplus = max(0, len(controls) - _KEPT_ROWS)
        self._controls, self._first = controls[surplus:], self._first + surplus

    def feature(self, time: float) -> MouthShape:
        """The shape at a time; at rest where it is not known yet, or no longer."""
        return shapes_at(self._controls, np.array([time]), self._first)[0]


def _seen(image: Image, points: Points, person: Person) -> Face:
    rest_width, yaw = person.at(points)
    frontal = 1 - eased(abs(yaw), TURNED, TOO_FAR)
    refusal = "head turned too far" if frontal == 0 else _fault(image, points)
    free = 0.0 if refusal else 1 - eased(covered(person.skin, skin_around(image, points)), CLEAR, COVERED)
    if not refusal and free == 0:
        refusal = "mouth covered"
    portrait = mouth.look(image, points) if not refusal else Portrait(image, points, np.zeros(3, np.float32))
    return Face(portrait, person, rest_width, frontal * free, refusal)


def _fault(image: Image, points: Points) -> str:
    """Why a mesh is not to be trusted, in a few words; empty if it is."""
    height, width = image.shape[:2]
    frame = mesh.face_frame(points)
    if not np.isfinite(points).all() or frame.scale < _SMALLEST:
        return "face too small"
    rims = points[[*mesh.UPPER_OUTER, *mesh.LOWER_OUTER], :2]
    if (rims < 0).any() or (rims >= (width, height)).any():
        return "mouth outside the picture"
    order = [mesh.NOSE_BASE, mesh.LIP_UPPER_INNER, mesh.LOWER_OUTER[5], mesh.CHIN]
    steps = np.diff(points[order] @ frame.down) / frame.scale
    if (steps < 0.02).any() or not 0.2 < mesh.mouth_width(points) < 1.2:
        return "mouth not made out"
    return ""


def _moved(face: Face, shape: MouthShape, presence: float) -> Patch | Refusal:
    if face.refusal:
        return Refusal(face.refusal)
    share = presence * face.movable
    pose = lips.pose(face.portrait.points, shape, face.person.habits, face.rest_width, share)
    drawn = mouth.draw(face.portrait, pose, face.person.inside, 1 - eased(share, _OWN_ALL, _OWN_BEGINS))
    if drawn is None:
        return Refusal("mouth outside the picture")
    area, image = drawn
    return Patch(int(area.x0), int(area.y0), image)
