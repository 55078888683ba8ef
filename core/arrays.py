"""Names for the arrays that cross module borders. Knows shapes and types, nothing else."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.uint8]
"""`uint8` RGB, (height, width, 3)."""

Alpha = NDArray[np.float32]
"""Weight of every pixel in [0, 1], (height, width)."""

Points = NDArray[np.float32]
"""Landmarks in pixels, (n, 2) or (n, 3)."""

Sound = NDArray[np.float32]
"""Samples in [-1, 1]: (samples,) mono, or (samples, channels)."""

Floats = NDArray[np.float32]
"""Any other `float32` array; the docstring of its owner gives the shape."""


def frozen(array: NDArray[Any]) -> NDArray[Any]:
    """Mark an array read-only, so that it may be handed to another thread, and return it."""
    array.flags.writeable = False
    return array
