"""How the timeline tells whether a dubbed mouth is in step with the voice: signs and sentences. Paints nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.language import tr

if TYPE_CHECKING:
    from core.in_step import Judged


@dataclass(frozen=True, slots=True)
class Mark:
    """How a stretch is painted: a pattern, its opacity (of 255), and a sign in it."""

    brush: Qt.BrushStyle
    alpha: int
    text: str = ""


def mark_of(judged: Judged | None) -> Mark:
    """The mark of a stretch; None was not judged yet."""
    if judged is None:
        return Mark(Qt.BrushStyle.Dense7Pattern, 70)
    return {
        "good": Mark(Qt.BrushStyle.SolidPattern, 70, "✓"),
        "check": Mark(Qt.BrushStyle.BDiagPattern, 220, f"⚠ {_seconds(judged.found.lag)}"),
        "bad": Mark(Qt.BrushStyle.DiagCrossPattern, 220, "✕"),
        "unknown": Mark(Qt.BrushStyle.Dense7Pattern, 110, "?"),
    }[judged.verdict.value]


def sentence(judged: Judged | None) -> str:
    """What was measured in a stretch, and what it means."""
    if judged is None:
        return tr("Mouth and voice were not compared here yet. It is done while nothing else is asked.")
    return f"{_verdict(judged)}\n{_measured(judged)}"


def what_is_measured() -> str:
    """What the lane shows."""
    return tr(
        "Is the mouth in step with the voice? Measured in the finished picture: how the opening of the mouth that is "
        "seen follows the voice that is heard, in stretches of some seconds. ✓ in step, ⚠ late or early, ✕ the mouth "
        "does something else, ? too little to tell."
    )


def _verdict(judged: Judged) -> str:
    lag = judged.found.lag
    if judged.still:
        return tr("The voice speaks and the mouth does not move.")
    if judged.verdict.value == "check":
        late = tr("The mouth is {seconds:.2f} s late.") if lag > 0 else tr("The mouth is {seconds:.2f} s early.")
        return late.format(seconds=abs(lag))
    return {
        "good": tr("Mouth and voice are in step."),
        "bad": tr("The mouth does something else than the voice says."),
        "unknown": tr("Too little is spoken or seen here to tell whether mouth and voice are in step."),
    }[judged.verdict.value]


def _measured(judged: Judged) -> str:
    whose = tr("dubbed mouth") if judged.dubbed >= 0.5 else tr("mouth as filmed")
    if not judged.found.judged:
        return whose
    measured = tr("{whose}, {seconds:.1f} s of speech, correlation {r:.2f}, lag {lag:+.2f} s").format(
        whose=whose, seconds=judged.found.seconds, r=judged.found.r, lag=judged.found.lag
    )
    return f"{measured}\n{tr('judged by: {judge}').format(judge=_judge(judged))}"


def _judge(judged: Judged) -> str:
    return {
        "lips": tr("the opening of the lips"),
        "sync-small": tr("the opening of the lips and your own small network"),
        "syncnet": tr("SyncNet"),
    }[judged.by.value]


def _seconds(lag: float) -> str:
    return f"{lag:+.2f} s".replace("-", "−")
