"""What a mouth is asked to look like at one moment. Knows nothing of sound, of networks and of pixels."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MouthShape:
    """Five controls of the lips, free of any person's proportions; all zero is lips together, at ease.

    - `open` 0..1.25: gap between the inner lips; 0 = lips meet, 1 = the 95th percentile of this person's own opening
      while speaking
    - `wide` 0..1: spreading of the mouth corners; 0 = their place at rest, 1 = as in a clearly spoken “ee”
    - `round` 0..1: narrowing and protrusion; 0 = none, 1 = as in a clearly spoken “oo”
    - `press` 0..1: closure of p, b, m; at 1 the lips touch over their whole length, whatever `open` says
    - `tuck` 0..1: lower lip against the upper teeth of f, v; at 1 they touch

    `wide` and `round` are independent: both near 0 is a relaxed mouth.
    """

    open: float = 0.0
    wide: float = 0.0
    round: float = 0.0
    press: float = 0.0
    tuck: float = 0.0

    def eased(self, strength: float) -> "MouthShape":
        """The same shape made smaller: `strength` 1 leaves it, 0 brings the lips to rest."""
        return MouthShape(
            self.open * strength,
            self.wide * strength,
            self.round * strength,
            self.press * strength,
            self.tuck * strength,
        )
