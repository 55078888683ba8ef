"""How the learning rate goes with the steps. Knows no optimiser.

Steps are those of the optimiser. (The published code counts every part of an accumulated batch, and multiplies the
length of its schedules by the number of parts: its rate hardly falls.)
"""


def linear(step: int, peak: float, warm_up: int, steps: int) -> float:
    """Rises from 0 to `peak` over `warm_up` steps, then falls to 0 at step `steps`."""
    if step < warm_up:
        return peak * step / warm_up
    return peak * max(steps - step, 0) / max(steps - warm_up, 1)
