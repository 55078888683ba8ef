"""How much of a mouth is ours where a clip, a face or a shot begins and ends. Knows nothing of sound and pictures."""

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats


def ease_at_edges(
    inside: NDArray[np.bool_], breaks: NDArray[np.bool_], times: NDArray[np.float64], seconds: float
) -> Floats:
    """A curve (n,) that is 0 where `inside` is false and rises to 1 over `seconds` from every such edge.

    The first and last frame and both sides of a break (a shot cut before frame i where `breaks[i]`) are no edges:
    there is nothing the mouth could be seen to jump from. `times` (n,) are the frames' times in seconds, ascending.
    """
    if seconds <= 0:
        return inside.astype(np.float32)
    forward = _since_edge(inside, breaks, times)
    turned = np.concatenate([[False], breaks[1:][::-1]])
    backward = _since_edge(inside[::-1], turned, -times[::-1])[::-1]
    share = np.clip(np.minimum(forward, backward) / seconds, 0, 1)
    return np.where(inside, share * share * (3 - 2 * share), 0).astype(np.float32)


def _since_edge(
    inside: NDArray[np.bool_], breaks: NDArray[np.bool_], times: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Seconds since the last frame outside of the same shot; infinite where the shot has none."""
    since = np.full(len(inside), np.inf)
    last = -np.inf
    for frame in range(len(inside)):
        if breaks[frame]:
            last = -np.inf
        if not inside[frame]:
            last = times[frame]
        since[frame] = times[frame] - last
    return since
