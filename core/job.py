"""Long work as a generator: it yields `Progress`, returns its result and is cancelled by `close()`.

Knows nothing of threads and windows. Jobs compose with `yield from`.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TypeVar

from core.arrays import Image

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of a job: `done` of `total` (0 = no end known) in the unit that `label` names.

    `image` may be shown to the person who waits. `notice` is a sentence that must reach them: something was
    done otherwise than they may expect.
    """

    done: int
    total: int
    label: str = ""
    image: Image | None = None
    notice: str = ""


Job = Generator[Progress, None, T]


def run(job: Job[T], on_progress: Callable[[Progress], None] | None = None) -> T:
    """Drive a job to its end on this thread and return its result.

    If `on_progress` raises, or the thread is interrupted, the job is closed before the exception goes on.
    """
    try:
        while True:
            progress = next(job)
            if on_progress is not None:
                on_progress(progress)
    except StopIteration as end:
        result: T = end.value
        return result
    finally:
        job.close()
