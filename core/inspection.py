"""How a frame was dubbed, face by face, in figures and small pictures. Reads what a dubber traced; dubs nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from core.arrays import Alpha, Image, Points, frozen
from core.dub import Outcome
from core.engines import Patch
from core.face.mesh import face_frame
from core.geometry import Box, box_of
from core.trace import FaceTrace

_AROUND = 0.25
"""How far around a face that was left as it is a picture of it reaches, as a share of its box."""

_SEAM = (0.05, 0.6)
"""Weights between which a pixel belongs to the seam: beside the film's own pixels, and not where the mouth moves."""

_ENOUGH = 12


@dataclass(frozen=True, slots=True)
class Found:
    """The face of a clip in a frame: mesh `points` in pixels of the frame, None where none was seen, and how surely."""

    clip: str
    points: Points | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Seam:
    """Median difference of colour along the seam, in levels of 255, the channel that differs most.

    `before` is of the engine's picture against the film's, `after` of the same once its colours were matched.
    """

    before: float
    after: float


@dataclass(frozen=True, slots=True)
class FaceInspection:
    """One face. `crop_in` is the film's own part of the picture, `crop_out` what the engine made of it.

    `mask` holds the weights with which `crop_out` was laid over `crop_in`, in the same pixels; `box` is where they lie
    in the frame. `yaw` is the turn of the head in degrees. What a frame that was passed through has not is None.
    """

    outcome: Outcome
    confidence: float
    yaw: float | None = None
    points: Points | None = None
    box: Box | None = None
    crop_in: Image | None = None
    crop_out: Image | None = None
    mask: Alpha | None = None
    seam: Seam | None = None


@dataclass(frozen=True, slots=True)
class Inspection:
    """One frame: its faces in the order in which they were laid over, and seconds by stage."""

    index: int
    faces: tuple[FaceInspection, ...]
    seconds: Mapping[str, float] = field(default_factory=dict)


def inspect_face(outcome: Outcome, found: Found, trace: FaceTrace | None, image: Image) -> FaceInspection:
    """What became of one face. `trace` is None where the engine was not asked; then `image` shows the face."""
    if found.points is None:
        return FaceInspection(outcome, found.confidence)
    yaw = face_frame(found.points).yaw
    before = image if trace is None else trace.before
    if trace is None or not isinstance(trace.made, Patch) or trace.mask is None or trace.after is None:
        box = _inside(box_of(found.points[:, :2]).square().expand(_AROUND), before)
        crop = frozen(before[box.slices].copy())
        return FaceInspection(outcome, found.confidence, yaw, found.points, box, crop)
    patch = trace.made
    rows, columns = patch.image.shape[:2]
    box = _inside(Box(patch.x, patch.y, patch.x + columns, patch.y + rows), before)
    made = patch.image[box.shift(-patch.x, -patch.y).slices]
    weights = _weights(trace, box)
    return FaceInspection(
        outcome,
        found.confidence,
        yaw,
        found.points,
        box,
        frozen(before[box.slices].copy()),
        frozen(made.copy()),
        frozen(weights),
        _seam(before[box.slices], made, trace.after[box.slices], weights),
    )


def inspect_frame(
    index: int,
    outcomes: Sequence[Outcome],
    found: Sequence[Found],
    faces: Sequence[FaceTrace],
    image: Image,
) -> tuple[FaceInspection, ...]:
    """What became of every face of a frame; `image` is the film's picture, for faces that no engine saw."""
    traced = {face.clip: face for face in faces if face.number == index}
    known = {each.clip: each for each in found}
    return tuple(
        inspect_face(outcome, known[outcome.clip], traced.get(outcome.clip), image)
        for outcome in outcomes
        if outcome.clip in known
    )


def _inside(box: Box, image: Image) -> Box:
    return box.clip_to(image.shape[1], image.shape[0])


def _weights(trace: FaceTrace, box: Box) -> Alpha:
    """The mask in the pixels of a box, 0 beside it."""
    assert trace.mask is not None
    weights = np.zeros((round(box.height), round(box.width)), np.float32)
    mask = trace.mask
    x0, y0 = max(round(box.x0), mask.x), max(round(box.y0), mask.y)
    x1 = min(round(box.x1), mask.x + mask.alpha.shape[1])
    y1 = min(round(box.y1), mask.y + mask.alpha.shape[0])
    if x0 < x1 and y0 < y1:
        part = Box(x0, y0, x1, y1)
        weights[part.shift(-box.x0, -box.y0).slices] = mask.alpha[part.shift(-mask.x, -mask.y).slices]
    return weights


def _seam(theirs: Image, made: Image, after: Image, weights: Alpha) -> Seam | None:
    """None where there is too little seam to say anything."""
    ring = (weights > _SEAM[0]) & (weights < _SEAM[1])
    if np.count_nonzero(ring) < _ENOUGH:
        return None
    film = theirs[ring].astype(np.float32)
    raw = made[ring].astype(np.float32) - film
    laid = (after[ring].astype(np.float32) - film) / weights[ring][:, None]
    return Seam(*(float(np.abs(np.median(each, axis=0)).max()) for each in (raw, laid)))
