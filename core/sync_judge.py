"""Who says whether lips and a voice belong together: the best judge that is on this machine. Knows no films.

    syncnet       SyncNet of Chung & Zisserman, if its file is there: its own curve and its own scale
    sync-small    a small network that was made by “dubwright-train train syncnet”, heard beside the gap
    lips          what is always there: how open the mouth is, laid beside what is heard (`core.agreement`)

Every judge needs the gaps of the lips: they tell whether anything was said with a moving mouth. What a judge wants of
the pictures beyond that it takes out of each by `look`, so that nobody has to keep whole pictures.

The small network alone is the poorer judge of people it never saw, and the lag that it finds is worth less than the
gap's. So the lag is always the gap's; what the network is asked is whether pictures and voice agree there.
`docs/performance.md` has the figures.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from core.agreement import LAGS, NOT_JUDGED, Agreement, GapCurve, agreement, gap_curve, summit
from core.arrays import Floats, Image, Points, Sound
from core.errors import WeightsError
from core.face.crop import CropRule, cut_out, face_box
from core.face.points68 import from_mesh
from core.voice import Voicing
from core.weights import ensure_whole, find, resolve_choice, sha256

if TYPE_CHECKING:
    from core.models.chung_syncnet import LipSync
    from core.models.sync_small import SyncNetwork

RATE = 25
"""Pictures a second that networks are shown."""

_SOUND_RATE = 16_000
_PIECE, _LEAST = 5 * RATE, 16  # frames that a network is shown at once, and the fewest that are of use
_HOLE = 0.1  # seconds without a face that end a run
_BELIEVED_SMALL = 0.84  # what 5 % of wrong pairs reach, as they do `core.agreement.BELIEVED`
_BELIEVED_CHUNG = 3.0  # below it clips are left out of training data by those who publish models made with this network
_FRAMES_BEFORE, _EDGE = 15, 5  # frames that sound is tried earlier and later, and those whose windows lack sound


class By(StrEnum):
    """Who judges; the networks' names are those of their sets of weights."""

    LIPS = "lips"
    SMALL = "sync-small"
    CHUNG = "syncnet"


FILES = {By.CHUNG: "syncnet_v2.model", By.SMALL: "sync.safetensors"}
"""What a set's folder holds, by who judges with it; the better judge first."""


@dataclass(frozen=True, slots=True)
class Lips:
    """A mouth in frames in which it is seen.

    - `gaps` (n,): in face scales, `core.face.mesh.lip_gap`
    - `times` (n,): seconds of the voice, ascending
    - `looks` (n, h, w, 3): what `SyncJudge.look` took of each picture; None if the judge takes nothing
    """

    gaps: Floats
    times: NDArray[np.float64]
    looks: NDArray[np.uint8] | None = None


class SyncJudge(Protocol):
    """Tells how a mouth agrees with a voice."""

    @property
    def by(self) -> By:
        """Who it is."""

    @property
    def key(self) -> str:
        """Changes with everything that its verdicts depend on."""

    @property
    def watches(self) -> bool:
        """Whether it takes anything out of pictures."""

    def look(self, image: Image, points: Points) -> Image | None:
        """What it wants of a picture with a face of these points (468, 3); None if there is nothing to be seen."""

    def judge(self, lips: Lips, voicing: Voicing) -> Agreement:
        """The verdict. `lips.looks` must be there if it `watches`."""


@dataclass(frozen=True, slots=True)
class GapJudge:
    """The opening of the mouth alone."""

    by: By = By.LIPS
    key: str = "lips"
    watches: bool = False

    def look(self, image: Image, points: Points) -> Image | None:  # noqa: ARG002 - the judge that needs no picture
        """Nothing is taken."""
        return None

    def judge(self, lips: Lips, voicing: Voicing) -> Agreement:
        """As `core.agreement.agreement`."""
        return agreement(lips.gaps, lips.times, voicing.rows)


@dataclass(frozen=True, slots=True)
class SmallJudge:
    """The opening of the mouth, and a small network that looks at the mouth."""

    network: "SyncNetwork"
    key: str
    by: By = By.SMALL
    watches: bool = True

    def look(self, image: Image, points: Points) -> Image | None:
        """The mouth (64, 64, 3), as the network was trained with."""
        from core.models.sync_small import mouths_of

        box = face_box(from_mesh(points), CropRule())
        return None if box is None else np.asarray(mouths_of(cut_out(image, box)[None])[0], np.uint8)

    def judge(self, lips: Lips, voicing: Voicing) -> Agreement:
        """The gap's verdict, believed more or less; without a run that is long enough for the network as `GapJudge`."""
        gap = gap_curve(lips.gaps, lips.times, voicing.rows)
        if gap is None:
            return NOT_JUDGED
        seen = _mean_curve(lips, self._curve_of(voicing.sound))
        if seen is None:
            return GapJudge().judge(lips, voicing)
        lag, height = summit(LAGS, gap.values)
        support = float(np.interp(lag, _FRAME_LAGS, seen) - np.median(seen))
        return _verdict(gap, lag, (height + support) * gap.seconds**0.5, _BELIEVED_SMALL)

    def _curve_of(self, sound: Sound) -> "_CurveOf":
        from core.models.sync_small import embedded_curve, windows_of

        def curve(looks: NDArray[np.uint8], begin: float) -> Floats:
            around = _FRAMES_BEFORE + _EDGE
            count = len(looks) + 2 * around
            heard = windows_of(_cut(sound, begin - around / RATE, count), count)
            return embedded_curve(self.network, looks, heard[_EDGE:-_EDGE])

        return curve


@dataclass(frozen=True, slots=True)
class ChungJudge:
    """The published SyncNet: its distances alone say how late lips are and how surely."""

    network: "LipSync"
    key: str
    by: By = By.CHUNG
    watches: bool = True

    def look(self, image: Image, points: Points) -> Image | None:
        """The face (224, 224, 3), blue first, with the room that is left around a crop."""
        from core.models.chung_syncnet import roomy

        box = face_box(from_mesh(points), CropRule())
        return None if box is None else np.asarray(roomy(cut_out(image, box)), np.uint8)

    def judge(self, lips: Lips, voicing: Voicing) -> Agreement:
        """The mean distances of all runs of frames; without one that is long enough as `GapJudge`."""
        gap = gap_curve(lips.gaps, lips.times, voicing.rows)
        if gap is None:
            return NOT_JUDGED
        near = _mean_curve(lips, self._curve_of(voicing.sound))
        if near is None:
            return GapJudge().judge(lips, voicing)
        lag, height = summit(_FRAME_LAGS, near)
        return _verdict(gap, lag, height, _BELIEVED_CHUNG)

    def _curve_of(self, sound: Sound) -> "_CurveOf":
        def curve(looks: NDArray[np.uint8], begin: float) -> Floats:
            early = self.network.distances(looks, _cut(sound, begin, len(looks)))
            if early is None:
                raise ValueError(f"{len(looks)} frames are too few")
            return np.asarray(-early.numpy()[::-1], np.float32)

        return curve


def chosen_judge(choice: str = "") -> SyncJudge:
    """The judge of that name, or of a set of weights, a folder or a file; without a name the best that is here.

    Raises WeightsError if there is nothing of that name, if what is there is no network of these, or is damaged.
    """
    if choice == By.LIPS:
        return GapJudge()
    if choice and choice not in set(By):
        return _judge_at(Path(choice)) if Path(choice).is_file() else _judge_in(resolve_choice(choice), choice)
    for by in FILES:
        if choice == by or (not choice and find(by) is not None):
            return _loaded(by, ensure_whole(by) / FILES[by])
    return GapJudge()


_CurveOf = Callable[[NDArray[np.uint8], float], Floats]
"""How well looks (t, h, w, 3) of a run from a second of the voice on agree with it at every lag (31,)."""

_FRAME_LAGS: NDArray[np.float64] = np.arange(-_FRAMES_BEFORE, _FRAMES_BEFORE + 1) / RATE


def _judge_in(folder: Path | None, choice: str) -> SyncJudge:
    for name in FILES.values():
        if folder is not None and (folder / name).is_file():
            return _judge_at(folder / name)
    wanted = " or ".join(FILES.values())
    raise WeightsError(f"“{choice}” holds no network that judges lip sync.", f"Name a folder with {wanted}.")


def _judge_at(path: Path) -> SyncJudge:
    return _loaded(By.SMALL if path.suffix == ".safetensors" else By.CHUNG, path)


def _loaded(by: By, path: Path) -> SyncJudge:
    state = path.stat()
    return _load(by, path, _digest(path, state.st_size, state.st_mtime_ns))


@lru_cache(len(FILES))
def _digest(path: Path, _size: int, _changed: int) -> str:
    """The hash of a file, which is not read again for every stretch as long as it is the same."""
    return sha256(path)


@lru_cache(1)
def _load(by: By, path: Path, digest: str) -> SyncJudge:
    """One network is held: stretch after stretch is judged by the same one."""
    key = f"{by}-{digest[:16]}"
    if by is By.SMALL:
        from core.models.sync_small import load_sync_network

        return SmallJudge(load_sync_network(path), key)
    from core.models.chung_syncnet import LipSync

    return ChungJudge(LipSync(path), key)


def _verdict(gap: GapCurve, lag: float, confidence: float, believed: float) -> Agreement:
    """An agreement whose `r` is the gap's correlation at the lag that was found."""
    r = float(np.interp(lag, LAGS, gap.values))
    return replace(NOT_JUDGED, r=r, lag=lag, confidence=confidence, seconds=gap.seconds, believed=believed)


def _mean_curve(lips: Lips, curve_of: _CurveOf) -> Floats | None:
    """The mean over all frames that a network can be shown; None if there are none."""
    if lips.looks is None:
        raise ValueError("this judge watches pictures")
    curves, counts = [], []
    for rows, begin in _shown(lips.times):
        curves.append(curve_of(lips.looks[rows], begin))
        counts.append(len(rows))
    return np.average(curves, axis=0, weights=counts).astype(np.float32) if curves else None


def _shown(times: NDArray[np.float64]) -> Iterator[tuple[NDArray[np.intp], float]]:
    """Rows (t,) of frames at 25 a second, and when the first is shown, for every piece of a run without a hole."""
    for run in np.split(np.arange(len(times)), np.flatnonzero(np.diff(times) > _HOLE) + 1):
        if len(run) < 2:
            continue
        ticks = np.arange(times[run[0]], times[run[-1]] + 0.5 / RATE, 1 / RATE)
        for first in range(0, len(ticks), _PIECE):
            piece = ticks[first : first + _PIECE]
            if len(piece) >= _LEAST:
                yield run[0] + _nearest(times[run], piece), float(piece[0])


def _nearest(times: NDArray[np.float64], ticks: NDArray[np.float64]) -> NDArray[np.intp]:
    after = np.clip(np.searchsorted(times, ticks), 1, len(times) - 1)
    return after - (ticks - times[after - 1] <= times[after] - ticks)


def _cut(sound: Sound, begin: float, frames: int) -> Sound:
    """The sound of some frames from a second on; silence where there is none."""
    first, count = round(begin * _SOUND_RATE), frames * _SOUND_RATE // RATE
    heard = sound[max(first, 0) : max(first + count, 0)]
    before = min(max(-first, 0), count)
    return np.pad(heard[: count - before], (before, max(count - before - len(heard), 0))).astype(np.float32)
