"""What came of a training: the verdict, its figures with intervals, and what can be done now. Decides nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton

from app.language import tr
from app.training_lines import Outcome
from app.training_words import BETTER, figures_of, verdict_of
from app.widgets.section import Section, muted

_SIGNS = {BETTER: "▲", "worse": "▼"}


class VerdictView(Section):
    """Shows one outcome."""

    def __init__(self) -> None:
        self.verdict = QLabel()
        self.verdict.setWordWrap(True)
        self.verdict.setAccessibleName(tr("Verdict"))
        self.figures = muted()
        self.figures.setAccessibleName(tr("Figures before and after"))
        self.use = QPushButton(tr("&Use the new weights"))
        self.use.setAccessibleName(tr("Use the new weights"))
        self.compare = QPushButton(tr("Compare &blindly …"))
        self.compare.setAccessibleName(tr("Compare blindly"))
        super().__init__(tr("Verdict"), self.verdict, self.figures, self.compare, self.use)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show what came of a run."""
        sign = _SIGNS.get(outcome.verdict, "＝")
        self.verdict.setText(f"{sign} {outcome.name}: {verdict_of(outcome)}")
        measured = tr("Measured on {seconds} held-out seconds; bounds hold 95 times of 100.")
        self.figures.setText("\n".join([*figures_of(outcome), measured.format(seconds=outcome.seconds)]))
        self.compare.setEnabled(any(path.is_file() for path in outcome.pairs))
