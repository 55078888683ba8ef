"""Dynamic Margin Sampling: how far below the chin a training crop reaches. Knows no networks.

The edge of the crop tells the network where the chin is, and so how wide the mouth was opened. Drawing the margin at
random, for the picture to be made and for its reference apart, takes that hint away (Zhang et al. 2024, arXiv
2410.10122, section "Dynamic Margin Sampling"): normally distributed, kept within one standard deviation.
"""

from dataclasses import dataclass

import numpy as np

from core.arrays import Floats


@dataclass(frozen=True, slots=True)
class Margins:
    """Distribution of the margin, in pixels of a face crop of 256 pixels.

    `shared` gives the picture and its reference the same margin, which is an ablation of the paper, not the method.
    """

    mean: float = 10.0
    deviation: float = 10.0
    shared: bool = False

    def __post_init__(self) -> None:
        if self.deviation < 0:
            raise ValueError(f"a standard deviation of {self.deviation}")

    def draw(self, rng: np.random.Generator, targets: int) -> tuple[Floats, Floats]:
        """Margins (targets,) of the pictures, which belong to one stretch of film, and of their references.

        All pictures of the stretch have the same one, as a film has; every reference has its own.
        """
        one = self.limited(self._normal(rng, 1))
        of_targets = np.repeat(one, targets)
        if self.shared:
            return of_targets, of_targets.copy()
        return of_targets, self.limited(self._normal(rng, targets))

    def limited(self, draws: Floats) -> Floats:
        """Draws kept within one standard deviation of the mean, and never negative."""
        return np.maximum(np.clip(draws, self.mean - self.deviation, self.mean + self.deviation), 0)

    def _normal(self, rng: np.random.Generator, count: int) -> Floats:
        return rng.normal(self.mean, self.deviation, count).astype(np.float32)


def lowered(box: tuple[int, int, int, int], margin: float, height: int) -> tuple[int, int, int, int]:
    """A box (x0, y0, x1, y1) that reaches `margin` whole pixels further down, but not beyond a picture's height."""
    x0, y0, x1, y1 = box
    return x0, y0, x1, min(y1 + int(margin), height)
