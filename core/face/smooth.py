"""Steady faces: the mesh of one unbroken run of frames, smoothed in time without lag. Knows nothing of pictures.

A mesh is taken apart into the head's place in the picture (shift, size, turn) and the shape that is left. Each is
averaged over neighbouring frames on both sides that agree with the frame within the noise of the networks, after its
own steady motion is taken out: a bilateral filter (Tomasi and Manduchi 1998) along time. Where the head really moves
or jumps, neighbours do not agree and the frame stays as it was seen. The head is smoothed most, the lips least: a
closure for p, b or m lasts two frames and must stay.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from core.arrays import Floats, Points
from core.face import mesh


@dataclass(frozen=True, slots=True)
class Filter:
    """How far a filter looks.

    `reach` frames on either side, `spread` their standard deviation in time; `trust` is how many deviations of the
    noise a neighbour may differ before it counts for little.
    """

    reach: int
    spread: float
    trust: float


HEAD, SHAPE, LIPS = Filter(6, 3.0, 3.0), Filter(4, 1.5, 2.5), Filter(2, 0.8, 0.9)

_RIGID = np.array([33, 133, 362, 263, 168, 6, 197, 195, 5, 4, 2, 98, 327, 127, 356, 234, 454, 10, 109, 338, 117, 346,
                   9, 8, 151])  # fmt: skip  # moved by neither jaw nor lips
_LIPS = np.unique(mesh.UPPER_OUTER + mesh.LOWER_OUTER + mesh.UPPER_MIDDLE + mesh.LOWER_MIDDLE + mesh.UPPER_INNER
                  + mesh.LOWER_INNER)  # fmt: skip
_REST = np.setdiff1d(np.arange(mesh.POINTS), _LIPS)

_LEAST_NOISE = 5e-4  # of the face's scale; a film of still pictures has none at all
_MOST_NOISE = 0.01  # more is the head's own: films that stutter, because frames were doubled, look like noise
_SLOPE = 3  # frames on either side from which steady motion is measured
_ORDER, _GAIN = 4, 70.0  # of the differences that leave little of a nod; what they make of the variance of noise
_QUANTILE = 0.4  # of these differences: most frames of most films show little but noise
_CHUNK, _BLOCK, _BLOCKS = 256, 32, 24

ReadRows = Callable[[int, int], Floats]
"""Rows [start, stop) of a run: (k, 468, 3) float32."""


@dataclass(frozen=True, slots=True)
class Poses:
    """Where the head is in every frame, against a reference: shift (n, 2), natural log of size (n,), turn (n,)."""

    shift: Floats
    size: Floats
    turn: Floats

    def table(self) -> Floats:
        """All four as columns, (n, 4)."""
        return np.column_stack([self.shift, self.size, self.turn])


@dataclass(frozen=True, slots=True)
class Noise:
    """Standard deviations of the networks' trembling, against a `reference` face (468, 3).

    `head` (4,) as in Poses.table, `shape` (468, 3) in pixels of the reference.
    """

    reference: Points
    head: Floats
    shape: Floats


def smooth(points: Floats) -> Floats:
    """Points (n, 468, 3) of consecutive frames, steadied; row i is still frame i. For runs that fit into memory."""
    return np.concatenate(list(smooth_rows(lambda start, stop: points[start:stop], len(points))))


def smooth_rows(read: ReadRows, count: int) -> Iterator[Floats]:
    """Steadied rows of a run of `count` frames, some hundred at a time, in order; reads only a little ahead."""
    if count <= _ORDER:
        yield read(0, count)
        return
    noise = _noise(read, count)
    for start in range(0, count, _CHUNK):
        stop = min(start + _CHUNK, count)
        first, last = max(start - HEAD.reach, 0), min(stop + HEAD.reach, count)
        yield _steady(read(first, last), noise)[start - first : stop - first]


class LiveSmoother:
    """The same for a camera, where the future is not known: lags little, trembles a little more.

    The one-euro filter (Casiez, Roussel and Vogel, CHI 2012): the faster a value moves, the less it is held back.
    """

    def __init__(self, calm: float = 1.5, quick: float = 40.0) -> None:
        """`calm` is the cut-off in Hz for a still head; `quick` is how many Hz are added per face width a second."""
        self._calm, self._quick = calm, quick
        self.reset()

    def reset(self) -> None:
        """Forget the past, as at a cut or when another face is shown."""
        self._reference: Points | None = None
        self._head: Floats | None = None
        self._speed = np.zeros(4, np.float32)
        self._time = 0.0

    def update(self, points: Points, time: float) -> Points:
        """The steadied mesh (468, 3) of the frame seen at `time` seconds; times must rise."""
        if self._reference is None:
            self._reference = points
        poses, shapes = take_apart(points[None], self._reference)
        head = poses.table()[0] / self._units()
        if self._head is not None and time > self._time:
            head = self._held(head, time - self._time)
        self._head, self._time = head, time
        steadied: Points = put_together(_poses((head * self._units())[None]), shapes)[0]
        return steadied

    def _units(self) -> Floats:
        assert self._reference is not None
        scale = mesh.face_frame(self._reference).scale
        return np.array([scale, scale, 1, 1], np.float32)

    def _held(self, head: Floats, step: float) -> Floats:
        assert self._head is not None
        speed = (head - self._head) / np.float32(step)
        self._speed += _share(1.0, step) * (speed - self._speed)
        cut_offs = self._calm + self._quick * np.abs(self._speed)
        shares = np.array([_share(float(cut_off), step) for cut_off in cut_offs], np.float32)
        return np.asarray(self._head + shares * (head - self._head), np.float32)


def take_apart(points: Floats, reference: Points) -> tuple[Poses, Floats]:
    """Poses of the head in (n, 468, 3) against a reference face (468, 3), and the shapes left, (n, 468, 3)."""
    centre = reference[_RIGID, :2].mean(axis=0)
    model = _complex(reference[_RIGID, :2] - centre)
    seen = _complex(points[:, _RIGID, :2])
    middle = seen.mean(axis=1)
    factor = (seen - middle[:, None]) @ model.conj() / (np.abs(model) ** 2).sum()
    poses = Poses(np.column_stack([middle.real, middle.imag]), np.log(np.abs(factor)), np.unwrap(np.angle(factor)))
    plane = (_complex(points[..., :2]) - middle[:, None]) / factor[:, None]
    depth = points[..., 2] / np.abs(factor)[:, None]
    return poses, np.stack([plane.real, plane.imag, depth], axis=-1).astype(np.float32)


def put_together(poses: Poses, shapes: Floats) -> Floats:
    """The opposite of `take_apart`."""
    factor = np.exp(poses.size + 1j * poses.turn)[:, None]
    plane = _complex(shapes[..., :2]) * factor + _complex(poses.shift)[:, None]
    return np.stack([plane.real, plane.imag, shapes[..., 2] * np.abs(factor)], axis=-1).astype(np.float32)


def _complex(plane: Floats) -> NDArray[np.complex128]:
    return plane[..., 0].astype(np.float64) + 1j * plane[..., 1]


def _poses(table: Floats) -> Poses:
    return Poses(table[:, :2], table[:, 2], table[:, 3])


def _noise(read: ReadRows, count: int) -> Noise:
    """Noise from blocks of rows spread over the run."""
    reference = read(count // 2, count // 2 + 1)[0]
    step = max(count // _BLOCKS, _BLOCK)
    blocks = [read(start, min(start + _BLOCK, count)) for start in range(0, count - _ORDER, step)]
    apart = [take_apart(block, reference) for block in blocks if len(block) > _ORDER]
    scale = mesh.face_frame(reference).scale
    units = np.array([scale, scale, 1, 1], np.float32)
    head = np.concatenate([np.diff(poses.table(), _ORDER, axis=0) for poses, _ in apart])
    shape = np.concatenate([np.diff(shapes, _ORDER, axis=0) for _, shapes in apart])
    return Noise(
        reference,
        np.clip(_deviation(head), _LEAST_NOISE * units, _MOST_NOISE * units).astype(np.float32),
        np.clip(_deviation(shape), _LEAST_NOISE * scale, _MOST_NOISE * scale).astype(np.float32),
    )


def _deviation(differences: Floats) -> Floats:
    """Standard deviation of the normal noise whose differences have this quantile."""
    quantile = np.quantile(np.abs(differences), _QUANTILE, axis=0)
    return np.asarray(quantile / (ndtri(0.5 + _QUANTILE / 2) * np.sqrt(_GAIN)), np.float32)


def _steady(points: Floats, noise: Noise) -> Floats:
    poses, shapes = take_apart(points, noise.reference)
    head = poses.table().astype(np.float32) / noise.head
    shift = _filtered(head[:, None, :2], HEAD)[:, 0]
    size, turn = (_filtered(head[:, None, k : k + 1], HEAD)[:, 0] for k in (2, 3))
    table = np.column_stack([shift, size, turn]) * noise.head
    relative = shapes / noise.shape
    relative[:, _REST] = _filtered(relative[:, _REST], SHAPE)
    lips = relative[:, _LIPS].reshape(len(points), 1, -1)
    relative[:, _LIPS] = _filtered(lips, LIPS).reshape(len(points), -1, 3)
    return put_together(_poses(table), relative * noise.shape)


def _filtered(values: Floats, how: Filter) -> Floats:
    """Values (n, groups, k) in units of their noise; the k numbers of a group agree or disagree together."""
    slope = _slopes(values)
    total = values.copy()
    weights = np.ones(values.shape[:2], np.float32)
    for step in range(1, how.reach + 1):
        near = np.float32(np.exp(-0.5 * (step / how.spread) ** 2))
        for there, here, way in (
            (slice(step, None), slice(None, -step), step),
            (slice(None, -step), slice(step, None), -step),
        ):
            expected = values[there] - way * slope[here]
            apart = ((expected - values[here]) ** 2).mean(axis=-1)
            weight = near * np.exp(np.float32(-0.5 / how.trust**2) * apart)
            total[here] += weight[..., None] * expected
            weights[here] += weight
    return total / weights[..., None]


def _slopes(values: Floats) -> Floats:
    """Least-squares slope of every value over `_SLOPE` frames on either side, as many as there are."""
    count = len(values)
    slopes = np.empty_like(values)
    steps = np.arange(-_SLOPE, _SLOPE + 1, dtype=np.float32)
    inner = range(_SLOPE, count - _SLOPE)
    if inner:
        moved = [values[_SLOPE + int(k) : count - _SLOPE + int(k)] * k for k in steps]
        slopes[_SLOPE : count - _SLOPE] = sum(moved) / np.float32((steps**2).sum())
    for row in set(range(count)) - set(inner):
        window = np.arange(max(row - _SLOPE, 0), min(row + _SLOPE + 1, count))
        offsets = (window - window.mean()).astype(np.float32)
        slopes[row] = np.tensordot(offsets, values[window], axes=1) / max(float((offsets**2).sum()), 1.0)
    return slopes


def _share(cut_off: float, step: float) -> float:
    """Share of the newest value in a first-order low-pass of `cut_off` Hz, `step` seconds after the last one."""
    return 1 / (1 + 1 / (2 * np.pi * cut_off * step))
