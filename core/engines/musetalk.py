"""MuseTalk: networks that paint the lower half of a face to sound, in one step. Knows no film, no masks, no detector.

    study          the networks; where a person's own landmarks put the box, if the face back end has any
    encode_audio   sound ──▶ a window of Whisper's states for every frame
    encode_faces   face ──▶ box ──▶ 256 × 256 ──▶ latents of it without and with its lower half
    generate       latents, window ──▶ 256 × 256 ──▶ the box again

After Zhang et al., “MuseTalk: Real-Time High-Fidelity Video Dubbing via Spatio-Temporal Sampling” (arXiv 2410.10122),
with the weights that its authors publish. Where their published program is right, ours gives its numbers; where it
differs, it is on purpose:

*Time*
- A frame's window of sound is taken at the frame's own time, at any rate, fractional or variable. Theirs cuts the rate
  to a whole number, so that lips drift by a third of a frame in ten at 29.97, begins its windows early by up to 120 ms
  below 25 frames a second, and ends the program from 50 on.
- Pieces of 30 seconds are heard with overlap; theirs forget at every border what was said before it.
- Sound before and after the voice is silence; theirs runs out of padding and ends, or leaves the end out.
- Every frame of the film is a frame of the result. Theirs leaves out frames without a face, gives the frames after one
  the face of another frame, and omits the last frame in its live program.
- A film shorter than the voice is continued there and back without showing its ends twice, and across a turn it is
  faded (`core.schedule`); theirs stands for two frames at every turn.

*Faces*
- The box follows the smoothed mesh of one tracked person, in place of landmarks that move in steps of two to eight
  pixels from frame to frame and of a detector that may look at somebody else.
- A box that leaves the picture is filled up with the picture's border. Theirs is cut and stretched, which displaces
  the mouth, and moves the border of the mask where the top was cut.
- Chin margin and shift of the border are shares of the face's size; theirs are pixels, whatever the face's size.
- The hint for the shift that theirs prints has its ends exchanged; ours (`core.face.crop.shift_range`) has not.
- A face that cannot be painted well (too small, turned away) is left as it is and reported, never replaced by a box
  of the detector whose shape the networks were not trained on.

*Networks*
- Latents are the mode of their distribution, as in training. Theirs are drawn at random, so that no two runs agree.
- A result that is not finite is painted again in single precision, else the frame is left as it is; theirs becomes a
  black mouth.
- Version 1.0 runs as it was trained: the last state of the sound encoder before its normalisation, windows that repeat
  the ends, the floor of the spectrogram taken from the whole voice. Theirs runs these weights with the features of 1.5.
- Files are loaded without executing anything in them.

*Picture*
- The new mouth is laid over the film by this program's one mask path, which has no seam at the sides of the box and is
  the same live and in a file. `core.face.published_blend` reproduces theirs for comparison.
- Frames are never written as pictures in between, nor encoded twice; colour, rotation, depth, transparency and sound
  are those of the film (`core.media`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import cv2
import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats, Image, Points, Sound
from core.cache import content_key
from core.engines import EngineSpec, FaceView, Patch, ReadFrames, Refusal
from core.engines.kept_paintings import KeptPaintings, Latent
from core.engines.musetalk_weights import MuseTalkFiles, identity_of, resolve
from core.face import mesh
from core.face.crop import SIDE, CropRule, cut_out, face_box, piece, put_back, shift_range
from core.face.ease import eased
from core.face.points68 import from_landmarks, from_mesh
from core.face.track import FaceTrack
from core.geometry import Box, box_of
from core.job import Job, Progress
from core.project import EngineChoice

if TYPE_CHECKING:
    from core.engines.speech_stream import StreamingWindows
    from core.models.audio_encoder import AudioEncoder

TURNED, TOO_FAR = 45.0, 60.0
"""Degrees of yaw from which the painted mouth fades into the original, and at which the original is left alone."""

_SMALLEST = 12.0  # face scale in pixels below which there is no mouth to see
_USUAL_BATCH = 4  # faces at once, until the networks are there and know better
_SAMPLED = 48  # frames of a track in which landmarks are compared with the mesh


@dataclass(frozen=True, slots=True)
class Person:
    """How far the box from a person's landmarks lies from that of their mesh: x0, y0, x1, y1 in face scales.

    It is the median over the track, so that the box is where the landmarks put it and as steady as the mesh.
    """

    correction: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """A face made ready: its box and latents, what is there now, how much of it may be ours; or why it is refused."""

    box: Box
    latent: Latent | None
    original: Image
    frontal: float
    refusal: str


class MuseTalkEngine:
    """Sound and face → painted face. `Person` and `Face` are above; features are windows (50, 384) of sound.

    Raises WeightsError if weights are missing or damaged, here or in `study`, which loads them. `files` may be given
    by those who have resolved the choice already.
    """

    def __init__(self, choice: EngineChoice, files: MuseTalkFiles | None = None) -> None:
        self._choice = choice
        self._files = files or resolve(choice)
        self._notices: list[str] = []
        self._kept: KeptPaintings | None = None
        self._ears: AudioEncoder | None = None
        self.spec = EngineSpec(
            name="musetalk", crop_size=SIDE, look_ahead=self._files.semantics.speech.look_ahead, batch=_USUAL_BATCH,
            eases=False, reach=self._margin(), licence=self._files.licence,
        )  # fmt: skip

    def study(self, track: FaceTrack, read: ReadFrames) -> Job[Person]:  # noqa: ARG002 - no picture is needed for it
        """Where the person's own landmarks put the box. Loads the networks. Raises WeightsError and DeviceError."""
        yield Progress(0, 0, "faces")
        self._load()
        person = Person(_correction(track))
        self._check_shift(track)
        return person

    def adjust(self, choice: EngineChoice) -> bool:
        """Take another chin margin or shift of the border; other weights or another decoder are other networks."""
        same = replace(choice, bbox_shift=self._choice.bbox_shift, chin_margin=self._choice.chin_margin)
        if same != self._choice:
            return False
        self._choice = choice
        self.spec = replace(self.spec, reach=self._margin())
        return True

    def encode_audio(self, sound: Sound, times: NDArray[np.float64], rows: Floats | None = None) -> Sequence[Floats]:
        """A window (50, 384) of Whisper's states around every time, made when asked for. Raises WeightsError."""
        del rows
        from core.engines.speech_windows import SpeechWindows

        return SpeechWindows(sound, times, self._hearing(), self._files.semantics.speech)

    def stream(self) -> "StreamingWindows":
        """Begin to hear a voice that is being spoken; how near it comes is told there. Raises WeightsError."""
        from core.engines.speech_stream import StreamingWindows

        return StreamingWindows(self._hearing(), self._files.semantics.speech)

    def refusal(self, face: Face) -> str:
        """Why a face cannot be painted, empty if it can."""
        return face.refusal

    def encode_faces(self, faces: Sequence[FaceView], person: Person) -> Sequence[Face]:
        """Boxes and latents; all faces that are new go through the networks at once."""
        seen = [self._seen(view, person) for view in faces]
        rows = [row for row, face in enumerate(seen) if not face.refusal]
        crops = [cut_out(faces[row].image, seen[row].box) for row in rows]
        for row, latent in zip(rows, self._load().encode(crops), strict=True):
            seen[row] = replace(seen[row], latent=latent)
        return seen

    def generate(self, faces: Sequence[Face], features: Sequence[Floats], presence: Floats) -> list[Patch | Refusal]:
        """Painted faces at their places; `presence` is the caller's to apply."""
        del presence
        rows = [row for row, face in enumerate(faces) if face.latent is not None]
        latents = [face.latent for face in faces if face.latent is not None]
        painted = dict(zip(rows, self._load().paint(latents, [features[row] for row in rows]), strict=True))
        return [_patch(face, painted.get(row)) for row, face in enumerate(faces)]

    def notices(self) -> tuple[str, ...]:
        """What has happened since the last call that a person should know."""
        told, self._notices = tuple(self._notices), []
        return told if self._kept is None else (*told, *self._kept.notices())

    def close(self) -> None:
        """Give back the networks."""
        if self._kept is not None:
            self._kept.close()
        self._kept = self._ears = None

    def _hearing(self) -> "AudioEncoder":
        if self._ears is None:
            from core.models.audio_encoder import load_audio_encoder

            self._ears = load_audio_encoder(self._files.whisper)
        return self._ears

    def _load(self) -> KeptPaintings:
        if self._kept is None:
            from core.engines.inpainter import InpainterOptions, load_inpainter

            files = self._files
            inpainter = load_inpainter(files.unet, files.vae, InpainterOptions(tiny_folder=files.tiny))
            encoder = content_key(inpainter.kind, identity_of(files.vae))
            decoder = identity_of(files.tiny or files.vae)
            self._kept = KeptPaintings(inpainter, encoder, content_key(encoder, decoder, identity_of(files.unet)))
            self.spec = replace(self.spec, batch=inpainter.batch)
        return self._kept

    def _seen(self, view: FaceView, person: Person) -> Face:
        frame = mesh.face_frame(view.points)
        nothing = Box(0, 0, 0, 0)
        if not np.isfinite(view.points).all() or frame.scale < _SMALLEST:
            return Face(nothing, None, view.image, 0.0, "face too small")
        frontal = 1 - eased(abs(frame.yaw), TURNED, TOO_FAR)
        if frontal == 0:
            return Face(nothing, None, view.image, 0.0, "head turned too far")
        rule = CropRule(self._choice.bbox_shift * frame.scale, self._margin() * frame.scale)
        box = _corrected(face_box(from_mesh(view.points), rule), person, frame.scale)
        if box is None:
            return Face(nothing, None, view.image, 0.0, "face not made out")
        return Face(box, None, view.image, frontal, _fault(view, box))

    def _margin(self) -> float:
        margin = self._choice.chin_margin
        return self._files.semantics.chin_margin if margin is None else margin

    def _check_shift(self, track: FaceTrack) -> None:
        """Tell once where the border is moved further than any that the weights know."""
        ranges = [
            np.array(shift_range(from_mesh(points))) / mesh.face_frame(points).scale for _, points in _sampled(track)
        ]
        if not ranges or not self._choice.bbox_shift:
            return
        least, greatest = np.median(ranges, axis=0)
        if not least <= self._choice.bbox_shift <= greatest:
            notice = f"The border is moved off the nose's ridge; between {least:.2f} and {greatest:.2f} is usual."
            self._notices += [notice] if notice not in self._notices else []


def _sampled(track: FaceTrack) -> Iterator[tuple[int, Points]]:
    """Rows of a track in which its face is seen, evenly spread, with their mesh."""
    rows = np.flatnonzero(track.present)
    for row in rows[:: max(1, len(rows) // _SAMPLED)]:
        yield int(row), track.points[int(row)]


def _correction(track: FaceTrack) -> tuple[float, float, float, float]:
    if track.landmarks is None:
        return Person().correction
    steps = []
    for row, points in _sampled(track):
        ours = face_box(from_mesh(points), CropRule())
        theirs = face_box(from_landmarks(track.landmarks[row]), CropRule())
        if ours is not None and theirs is not None:
            scale = mesh.face_frame(points).scale
            steps.append(np.subtract(_edges(theirs), _edges(ours)) / scale)
    if not steps:
        return Person().correction
    x0, y0, x1, y1 = map(float, np.median(steps, axis=0))
    return (x0, y0, x1, y1)


def _edges(box: Box) -> tuple[float, float, float, float]:
    return (box.x0, box.y0, box.x1, box.y1)


def _corrected(box: Box | None, person: Person, scale: float) -> Box | None:
    if box is None:
        return None
    edges = [round(edge + scale * step) for edge, step in zip(_edges(box), person.correction, strict=True)]
    moved = Box(*edges)
    return moved if moved.width > 0 and moved.height > 0 else None


def _fault(view: FaceView, box: Box) -> str:
    """Why a face cannot be painted although it has a box; empty if it can."""
    height, width = view.image.shape[:2]
    lips = box_of(view.points[[*mesh.UPPER_OUTER, *mesh.LOWER_OUTER]])
    if lips.clip_to(width, height) != lips:
        return "mouth outside the picture"
    border = box.centre[1]
    return "" if lips.y0 > border else "mouth not made out"


def _patch(face: Face, painted: Image | None) -> Patch | Refusal:
    if face.refusal:
        return Refusal(face.refusal)
    if painted is None:
        return Refusal("the network gave no picture")
    image = put_back(painted, face.box)
    if face.frontal < 1:
        original = piece(face.original, face.box)
        image = cv2.addWeighted(image, face.frontal, original, 1 - face.frontal, 0).astype(np.uint8, copy=False)
    return Patch(int(face.box.x0), int(face.box.y0), image)
