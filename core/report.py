"""What a render tells when it is done: how many frames were dubbed, which were not and why. Knows no pixels.

A report is read and shown without the libraries that made it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.timing import timecode

if TYPE_CHECKING:
    from core.dub import FrameResult


@dataclass(frozen=True, slots=True)
class PassedRange:
    """Neighbouring frames, [start, stop), that stayed as they were against the user's wish.

    They are counted as in the whole result, also where only a part of it was written.
    """

    start: int
    stop: int
    reason: str


@dataclass(slots=True)
class Tally:
    """Counts frames while they are written."""

    frames: int = 0
    dubbed: int = 0
    original: int = 0
    reasons: list[tuple[int, str]] = field(default_factory=list)

    def count(self, results: Iterable[FrameResult]) -> None:
        """Add finished frames, in order. A frame counts as dubbed if any face in it was."""
        from core.dub import Kind

        for result in results:
            kinds = {outcome.kind for outcome in result.outcomes}
            self.frames += 1
            self.dubbed += Kind.DUBBED in kinds
            self.original += kinds == {Kind.ORIGINAL}
            passed = sorted({outcome.reason for outcome in result.outcomes if outcome.kind is Kind.PASSED})
            self.reasons += [(result.number, reason) for reason in passed]

    def ranges(self) -> tuple[PassedRange, ...]:
        """The frames that were passed through, as ranges by reason, in order."""
        ranges: list[PassedRange] = []
        open_by_reason: dict[str, PassedRange] = {}
        for number, reason in self.reasons:
            before = open_by_reason.get(reason)
            if before is not None and before.stop == number:
                ranges.remove(before)
                open_by_reason[reason] = PassedRange(before.start, number + 1, reason)
            else:
                open_by_reason[reason] = PassedRange(number, number + 1, reason)
            ranges.append(open_by_reason[reason])
        return tuple(sorted(ranges, key=lambda passed: passed.start))


@dataclass(frozen=True, slots=True)
class ExportReport:
    """A finished render. `seconds` holds the wall-clock time of every stage and of the `whole`."""

    out: Path
    rate: Fraction
    frames: int
    dubbed: int
    original: int
    passed: tuple[PassedRange, ...]
    notices: tuple[str, ...]
    seconds: dict[str, float]

    @property
    def frames_per_second(self) -> float:
        """Frames a second from opening the film to the finished file."""
        return self.frames / max(self.seconds["whole"], 1e-9)

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        return {
            "out": str(self.out),
            "frames": self.frames,
            "dubbed": self.dubbed,
            "original": self.original,
            "passed": [{"start": p.start, "stop": p.stop, "reason": p.reason} for p in self.passed],
            "frames_per_second": round(self.frames_per_second, 2),
            "seconds": {name: round(value, 3) for name, value in self.seconds.items()},
        }

    def as_text(self) -> str:
        """For people: a summary, then a line for every range that stayed as it was."""
        speed = f"{self.frames_per_second:.1f} frames/s, {self.frames_per_second / float(self.rate):.2f} × real time"
        counted = Counter[str]()
        for passed in self.passed:
            counted[passed.reason] += passed.stop - passed.start
        lines = [f"{self.out}: {self.frames} frames, {self.dubbed} dubbed, {self.original} silent ({speed})"]
        lines += [f"{count} of {self.frames} frames stay as they were: {why}" for why, count in counted.most_common()]
        lines += [f"  {timecode(p.start, self.rate)} – {timecode(p.stop, self.rate)}  {p.reason}" for p in self.passed]
        return "\n".join(lines)
