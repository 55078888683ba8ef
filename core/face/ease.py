"""Smooth steps from 0 to 1. Knows nothing of what is eased."""

import numpy as np

from core.arrays import Floats


def rise(value: Floats | float, low: float, high: float) -> Floats:
    """0 up to `low`, 1 from `high` on, and between them Hermite's 3t² − 2t³; of the shape of `value`."""
    share = np.clip((np.asarray(value, np.float32) - low) / (high - low), 0, 1)
    return np.asarray(share * share * (3 - 2 * share), np.float32)


def eased(value: float, low: float, high: float) -> float:
    """The same of a single number."""
    return float(rise(value, low, high))
