"""How good weights are, by the paper's protocol: people who were not learned from, each with somebody else's voice.

Every person of a folder of prepared clips speaks with the next one's voice for some seconds. The face that is shown is
the reference as well, as in dubbing. What can be measured without large networks:

- `agreement`, `lag`   lips against voice: `core.agreement`, with the gap that the tracker sees in the painted face
- `sharpness`, `jitter`, `seam`   see `training.figures`; for the first two 1 is the film itself
- `csim`   see `training.identity`, if a network is named or a pack of insightface is there
- `fid`   see `training.inception`: of all people's painted faces against all of the film's, one in five
- `lse_c`, `lse_d`   see `core.models.chung_syncnet`

The last three are figures of particular published networks (Inception-v3, and the SyncNet of Chung & Zisserman 2016),
which this program does not bring. Whose file is not named is left out by name; nothing else is printed under theirs.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.agreement import agreement
from core.arrays import Sound
from core.errors import MediaError
from core.job import Job, Progress
from core.models.chung_syncnet import LipSync
from core.models.face_landmarks import FaceMesh
from core.voice import observe
from training.bootstrap import Interval, interval
from training.brush import Brush, crops_of, landmarks_of
from training.figures import Crops, jitter_ratio, lip_gaps, lip_rectangles, seam_difference, sharpness_ratio
from training.identity import Identity
from training.inception import Inspector, frechet_distance
from training.samples import Windows
from training.shard import RATE, SAMPLES, Shard

NOT_HERE = {
    "fid": "needs pytorch-fid's file of Inception-v3, which is not part of this program (--inception FILE)",
    "lse_c": "needs syncnet_v2.model of Chung & Zisserman, which is not part of this program (--syncnet FILE)",
    "lse_d": "needs syncnet_v2.model of Chung & Zisserman, which is not part of this program (--syncnet FILE)",
    "csim": "no recognition network was named or found (--identity FILE, or a pack of insightface)",
}
"""The paper's figures that are left out, and why."""

NETWORKS = {
    "agreement": "MediaPipe's face mesh (bundled) and the built-in voice network (bundled)",
    "lag": "as agreement; seconds by which lips are late",
    "sharpness": "none",
    "jitter": "none",
    "seam": "none; CIE 1976 ΔE",
}
"""What each figure is measured with."""

_EVERY = 5  # frames between two that are recognised or inspected


@dataclass(frozen=True, slots=True)
class Instruments:
    """What is measured with: without `identity` there is no CSIM, without the others no FID, LSE-C and LSE-D."""

    mesh: FaceMesh
    windows: Windows
    identity: Identity | None = None
    inspector: Inspector | None = None
    lip_sync: LipSync | None = None

    @property
    def networks(self) -> dict[str, str]:
        """What each figure that can be had is measured with."""
        told = dict(NETWORKS)
        if self.identity is not None:
            told["csim"] = self.identity.title
        if self.inspector is not None:
            told["fid"] = self.inspector.title
        if self.lip_sync is not None:
            told |= dict.fromkeys(("lse_c", "lse_d"), self.lip_sync.title)
        return told


@dataclass(frozen=True, slots=True)
class PersonResult:
    """One person with somebody else's voice: figures by name, NaN where one could not be had, and what was painted."""

    person: str
    voice: str
    figures: dict[str, float]
    film: Crops = field(repr=False)
    painted: Crops = field(repr=False)
    sound: Sound = field(repr=False)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All people; `networks` says what each figure was measured with, `left_out` why others are missing.

    `together` are figures of all people as one, which no person has.
    """

    people: tuple[PersonResult, ...]
    networks: dict[str, str]
    left_out: dict[str, str]
    together: dict[str, float] = field(default_factory=dict)

    @property
    def summary(self) -> dict[str, Interval | None]:
        """Every figure over all people, who are the groups of the bootstrap; those of all as one have no bounds."""
        return {
            name: interval(
                [self.together[name]] if name in self.together else [person.figures[name] for person in self.people]
            )
            for name in self.networks
        }

    def as_json(self) -> dict[str, Any]:
        """JSON values; a figure that could not be had is null."""
        people = [
            {"person": one.person, "voice": one.voice}
            | {name: value if np.isfinite(value) else None for name, value in one.figures.items()}
            for one in self.people
        ]
        summary = {name: found and asdict(found) for name, found in self.summary.items()}
        return {"summary": summary, "people": people, "networks": self.networks, "left_out": self.left_out}

    def as_text(self) -> str:
        """A table for a terminal."""
        lines = [f"{name:10} {_told(found):28} {self.networks[name]}" for name, found in self.summary.items()]
        lines += [f"{name:10} left out: {why}" for name, why in self.left_out.items()]
        return "\n".join([*lines, f"{len(self.people)} people, each with the voice of another clip"])


def evaluate(brush: Brush, shards: Sequence[Shard], instruments: Instruments, seconds: float = 8.0) -> Job[Evaluation]:
    """Paint every person with the next one's voice and measure. Raises MediaError if there are fewer than two clips.

    Of each person the longest clip is taken; where all clips are of one person, each counts as one of its own.
    """
    chosen = _one_each(shards)
    if len(chosen) < 2:
        raise MediaError("One clip cannot be given the voice of another.", "Prepare films of at least two people.")
    people = []
    for number, one in enumerate(chosen):
        yield Progress(number, len(chosen), "people")
        other = chosen[(number + 1) % len(chosen)]
        people.append((yield from _person(brush, one, other, instruments, round(seconds * RATE))))
    together = {}
    if instruments.inspector is not None:
        together["fid"] = yield from _distance(people, instruments.inspector)
    networks = instruments.networks
    left_out = {name: why for name, why in NOT_HERE.items() if name not in networks}
    return Evaluation(tuple(people), networks, left_out, together)


def _one_each(shards: Sequence[Shard]) -> list[tuple[str, Shard]]:
    longest: dict[str, Shard] = {}
    for shard in sorted(shards, key=len):
        longest[shard.facts.person] = shard
    if len(longest) > 1:
        return sorted(longest.items())
    return sorted((shard.path.stem, shard) for shard in shards)


def _person(
    brush: Brush, one: tuple[str, Shard], other: tuple[str, Shard], tools: Instruments, most: int
) -> Job[PersonResult]:
    (name, shard), (speaker, voice) = one, other
    count = min(len(shard), len(voice), most)
    frames = range(count)
    film, heard = crops_of(shard, frames), tools.windows(voice)
    pieces = []
    for first in range(0, count, RATE):
        yield Progress(first, count, name)
        rows = slice(first, min(first + RATE, count))
        sound = np.stack([heard[frame] for frame in frames[rows]]).astype(np.float32)
        pieces.append(brush.paint(film[rows], film[rows], sound))
    painted, sound = np.concatenate(pieces), voice.sound[: count * SAMPLES]
    landmarks = landmarks_of(shard, frames)
    lips = lip_rectangles(landmarks)
    figures = {
        **(yield from _lips_and_voice(painted, sound, tools.mesh)),
        "sharpness": sharpness_ratio(painted, film, lips),
        "jitter": jitter_ratio(painted, film, lips),
        "seam": seam_difference(painted, film),
    }
    if tools.identity is not None:
        figures["csim"] = _csim(tools.identity, painted, film, landmarks)
    if tools.lip_sync is not None:
        figures["lse_c"], figures["lse_d"] = tools.lip_sync.figures(painted, sound)
    return PersonResult(name, speaker, figures, film, painted, sound)


def _lips_and_voice(painted: Crops, sound: Sound, mesh: FaceMesh) -> Job[dict[str, float]]:
    voicing = yield from observe(sound)
    gaps = lip_gaps(mesh, painted)
    seen = np.isfinite(gaps)
    times = np.arange(len(gaps))[seen] / RATE
    found = agreement(gaps[seen], times, voicing.rows)
    unknown = float("nan")
    return {"agreement": found.r if found.judged else unknown, "lag": found.lag if found.judged else unknown}


def _distance(people: Sequence[PersonResult], inspector: Inspector) -> Job[float]:
    """The Fréchet distance of what was painted from the film, over everybody's frames together."""
    film, painted = [], []
    for number, person in enumerate(people):
        yield Progress(number, len(people), "inspected")
        film.append(inspector.features(person.film[::_EVERY]))
        painted.append(inspector.features(person.painted[::_EVERY]))
    return frechet_distance(np.concatenate(painted), np.concatenate(film))


def _csim(identity: Identity, painted: Crops, film: Crops, landmarks: NDArray[np.float32]) -> float:
    alike = [
        float(identity.embedding(painted[row], landmarks[row]) @ identity.embedding(film[row], landmarks[row]))
        for row in range(0, len(film), _EVERY)
    ]
    return float(np.mean(alike))


def _told(found: Interval | None) -> str:
    return "not measured" if found is None else found.as_text()
