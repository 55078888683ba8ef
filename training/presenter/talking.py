"""Clips of painted presenters who speak, ready to be learned from: every mouth is known exactly. Knows no training.

    seed ▸ a person, a voice, a few sentences ▸ phones in time ▸ motion of the mouth ▸ pictures ▸ a shard

The sound is synthesised, so when each phone is spoken is known; the mouth follows it by the rules of
`training.speech.gestures`; the head moves as a waiting presenter's does. Beside every shard lies a table of how far
the lips were really apart. Landmarks come from the same face mesh as in dubbing, so that boxes and crops are those that
a film of this person would get.

Persons differ in colours, room, voice and words, not in the shape of their faces: the painter has one.
"""

import random
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from core.arrays import Floats, Image, Points, Sound
from core.cache import writing
from core.errors import MediaError
from core.face.crop import CropRule, face_box
from core.face.mouth_shape import MouthShape
from core.face.points68 import from_mesh
from core.job import Job, Progress
from core.models.face_landmarks import FaceMesh
from core.weights import weights_file
from training.presenter.appearance import appearance
from training.presenter.lips import mouth_lines
from training.presenter.motion import IdleMotion
from training.presenter.painter import TOP, VIEW, Presenter
from training.shard import RATE, SAMPLES, SUFFIX, ClipData, ShardFacts, encoded, write_shard
from training.speech import augment, flite
from training.speech.gestures import RATE as MOTION_RATE
from training.speech.gestures import mouth_curves
from training.speech.texts import ENGLISH, sentence
from training.speech.utterance import PAUSE, SAMPLE_RATE, Phone, Utterance

SIDE = 320
"""Rows and columns of the pictures. The face box is about 125 × 160 of them."""

GAPS = ".gaps.npy"
"""What the name of a shard's table ends with: float32 (n,), centimetres between the inner lips of every frame."""

_LOOKED_AT = 15.5  # centimetres around the origin of the plane that the face mesh is shown
_PAUSE = 0.25  # seconds of silence before the first and between sentences


@dataclass(frozen=True, slots=True)
class TalkingPlan:
    """How many clips, of how many seconds each; `first` is the seed of the first one, every clip has its own person."""

    persons: int = 20
    seconds: float = 5.0
    first: int = 1


def make_talking(plan: TalkingPlan, folder: Path) -> Job[tuple[Path, ...]]:
    """Draw every clip that is not there yet; all shards in order of their seeds. Progress counts clips.

    Raises SettingsError if flite is not installed, WeightsError without the face mesh, MediaError if nothing can be
    written.
    """
    looking = MeshLook(FaceMesh(weights_file("face_mesh", "face_landmark.tflite")))
    paths = []
    for number in range(plan.persons):
        seed = plan.first + number
        path = folder / f"presenter-{seed:04}{SUFFIX}"
        if not (path.is_file() and gaps_file(path).is_file()):
            yield Progress(number, plan.persons, "clips")
            clip, gaps = yield from draw_clip(seed, plan.seconds, looking)
            with writing(gaps_file(path)) as part, part.open("wb") as file:
                np.save(file, gaps)
            write_shard(path, clip)
        paths.append(path)
    return tuple(paths)


def known_gaps(shard: Path) -> Floats:
    """How far the lips really are apart in every frame of a drawn shard, (n,) centimetres. Raises MediaError."""
    try:
        gaps: Floats = np.load(gaps_file(shard), allow_pickle=False)
    except (OSError, ValueError) as error:
        raise MediaError(
            f"What the mouth does in {shard.name} is not known.", "Draw the clips again; whole ones are kept."
        ) from error
    return gaps


def gaps_file(shard: Path) -> Path:
    """Where the table of a shard lies."""
    return shard.with_name(shard.name.removesuffix(SUFFIX) + GAPS)


def draw_clip(seed: int, seconds: float, looking: "MeshLook") -> Job[tuple[ClipData, Floats]]:
    """The clip of a seed, and the gap (n,) of every frame in centimetres."""
    count = round(seconds * RATE)
    said = utterance(seed, seconds)
    shapes = [_shape(row) for row in mouth_curves(said.phones, count * MOTION_RATE // RATE)[:: MOTION_RATE // RATE]]
    presenter, motion = Presenter(appearance(seed), SIDE, SIDE), IdleMotion(seconds, seed)
    pieces, points, gaps = [], [], []
    for frame, shape in enumerate(shapes):
        pose = motion.pose(frame / RATE)
        picture = presenter.draw(pose, shape)
        pieces.append(encoded(picture))
        points.append(from_mesh(looking(picture)))
        gaps.append(mouth_lines(shape, pose.smile).gap)
        yield Progress(frame, count, f"frames of presenter {seed}", picture)
    landmarks = np.stack(points).astype(np.float32)
    facts = ShardFacts(f"presenter-{seed}", f"seed {seed}", 0.0, f"presenter {seed}", {"seconds": seconds})
    corners = np.zeros((count, 2), np.int32)
    return (
        ClipData(facts, pieces, corners, landmarks, _boxes(landmarks), _cut(said.sound, count)),
        np.array(gaps, np.float32),
    )


def utterance(seed: int, seconds: float) -> Utterance:
    """At least so many seconds of English sentences in the voice of a seed."""
    chance = random.Random(f"talking/{seed}")
    voice = flite.FliteVoice(chance.choice(("slt", "rms", "awb")), chance.uniform(0.95, 1.25), chance.uniform(95, 210))
    sounds: list[Sound] = []
    phones: list[Phone] = []
    time = 0.0
    while time < seconds:
        said = flite.speak(sentence(chance, ENGLISH, 8), voice)
        silence = np.zeros(round(_PAUSE * SAMPLE_RATE), np.float32)
        phones.append(Phone(time, time + _PAUSE, PAUSE))
        phones += [Phone(p.start + time + _PAUSE, p.end + time + _PAUSE, p.ipa) for p in said.phones]
        sounds += [silence, said.sound]
        time += (len(silence) + len(said.sound)) / SAMPLE_RATE
    return Utterance(augment.levelled(np.concatenate(sounds)), tuple(phones))


class MeshLook:
    """The face mesh's points in pictures of a presenter, who is always in the same place: nobody need be searched."""

    def __init__(self, mesh: FaceMesh) -> None:
        self._mesh = mesh

    def __call__(self, picture: Image) -> Points:
        """Points (468, 3) in pixels of a square picture of the whole presenter."""
        side = picture.shape[0]
        detail = side / VIEW
        corner = np.array([side / 2 - _LOOKED_AT * detail, -(TOP + _LOOKED_AT) * detail])
        shrunk = 2 * _LOOKED_AT * detail / self._mesh.side
        # warpAffine maps pixel centres; both grids count from the first pixel's centre
        shift = corner + (shrunk - 1) / 2
        matrix = np.array([[shrunk, 0, shift[0]], [0, shrunk, shift[1]]])
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        size = (self._mesh.side, self._mesh.side)
        crop = cv2.warpAffine(picture, matrix, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)
        points, _ = self._mesh.look(np.asarray(crop, np.uint8))
        return np.asarray(points * shrunk + np.array([*shift, 0]), np.float32)


def _shape(row: Floats) -> MouthShape:
    opening, wide, rounding, press, tuck = (float(value) for value in row[:5])
    return MouthShape(opening, wide, rounding, press, tuck)


def _boxes(landmarks: Floats) -> "np.ndarray[tuple[int, int], np.dtype[np.int32]]":
    boxes = []
    for points in landmarks:
        box = face_box(points, CropRule())
        if box is None:
            raise MediaError("A drawn face was not found by the face mesh.", "Get the weights “face_mesh” again.")
        boxes.append((box.x0, box.y0, box.x1, box.y1))
    return np.array(boxes, np.int32)


def _cut(sound: Sound, frames: int) -> Sound:
    missing = max(frames * SAMPLES - len(sound), 0)
    return np.pad(sound, (0, missing))[: frames * SAMPLES].astype(np.float32)
