"""Films of a painted presenter: a face of nobody, for the demonstration and for tests. Knows nothing of painting."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from core.arrays import Image
from core.job import Job, Progress
from core.media.write_spec import WriteSpec
from core.media.writer import write_video
from training.presenter.appearance import appearance
from training.presenter.motion import IdleMotion
from training.presenter.painter import Presenter

RATE = 25
"""Pictures a second."""


def presenter_frames(seconds: float, size: tuple[int, int], seed: int) -> Iterator[Image]:
    """Pictures of a presenter who waits, `size` is (width, height); the last one leads back to the first."""
    presenter, motion = Presenter(appearance(seed), *size), IdleMotion(seconds, seed)
    for index in range(round(seconds * RATE)):
        time = index / RATE
        yield presenter.draw(motion.pose(time), motion.mouth(time))


def render_presenter(
    out: Path, seconds: float = 8.0, size: tuple[int, int] = (1280, 720), seed: int = 0, quality: int = 16
) -> Job[Path]:
    """Write a film of the presenter of `seed`; returns `out`.

    `quality` runs from 0 (best) to 51. Raises MediaError if `out` cannot be written.
    """
    total = round(seconds * RATE)
    spec = WriteSpec(*size, ticks=tuple(range(total)), time_base=Fraction(1, RATE), last=1, quality=quality)
    with write_video(out, spec) as writer:
        for index, image in enumerate(presenter_frames(seconds, size, seed)):
            writer.put(image)
            yield Progress(index + 1, total, "frames", image)
    return out
