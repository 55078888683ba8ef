"""Which data is learned from, and which is only looked at. Knows no networks and no pictures.

    several persons   whole persons are held out, never clips of one who is learned from
    one person        the end of their last clips is held out, with a second in between that nobody uses

Frames of one person at one time are nearly the same picture: a network that has seen one of them knows the others, and
held-out figures would praise it for its memory.
"""

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass

from core.errors import MediaError
from training.shard import RATE, Shard

GAP = RATE
"""Frames between what is learned from and what is held out, where both are of one clip."""

LEAST = 2 * RATE
"""Frames that are held out at least."""

_HINT = "Prepare more film: a minute is little, five are good."


@dataclass(frozen=True, slots=True)
class Division:
    """Shards to learn from, and held-out ones; `told` says in a sentence how they were divided."""

    learned: tuple[Shard, ...]
    held_out: tuple[Shard, ...]
    told: str


def divide(shards: Sequence[Shard], share: float = 0.1) -> Division:
    """Hold out about `share` of the persons, one at least; of one person, of the frames.

    Who is held out depends on names alone, not on their order and not on chance. Raises MediaError if there is too
    little data to divide, ValueError for a share outside (0, 1).
    """
    if not 0 < share < 1:
        raise ValueError(f"a share of {share}")
    persons = sorted({shard.facts.person for shard in shards}, key=_lot)
    if len(persons) < 2:
        return _by_time(shards, share)
    count = min(math.ceil(share * len(persons)), len(persons) - 1)
    chosen = set(persons[:count])
    return Division(
        tuple(shard for shard in shards if shard.facts.person not in chosen),
        tuple(shard for shard in shards if shard.facts.person in chosen),
        f"{count} of {len(persons)} persons held out: {', '.join(sorted(chosen))}",
    )


def _lot(person: str) -> str:
    return hashlib.sha256(person.encode()).hexdigest()


def _by_time(shards: Sequence[Shard], share: float) -> Division:
    """The last frames of the last clips; a clip that is divided loses `GAP` frames in the middle."""
    ordered = sorted(shards, key=lambda shard: (shard.facts.film, shard.facts.begin))
    total = sum(map(len, ordered))
    wanted = max(round(share * total), LEAST)
    if total < wanted + GAP + LEAST:
        raise MediaError(f"{total / RATE:.0f} seconds of film are too few to hold any of it out.", _HINT)
    learned, held_out = list(ordered), []
    while wanted > 0:
        last = learned.pop()
        begin = len(last) - wanted
        if begin <= GAP:  # nothing worth keeping would be left of it
            held_out.append(last)
        else:
            held_out.append(Shard(last.path, slice(begin, None)))
            learned.append(Shard(last.path, slice(0, begin - GAP)))
        wanted -= len(last)
    seconds = sum(map(len, held_out)) / RATE
    return Division(tuple(learned), tuple(reversed(held_out)), f"one person; the last {seconds:.0f} s held out")
