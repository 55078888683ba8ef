"""Where the time of a render goes, by stage. Knows no stage by name; stages on several threads may be timed at once."""

import time
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")


class Stopwatch:
    """Adds up wall-clock seconds by stage; `whole` runs from the watch's making."""

    def __init__(self) -> None:
        self._began = time.perf_counter()
        self._seconds: dict[str, float] = {}

    @property
    def seconds(self) -> dict[str, float]:
        """Seconds of every stage so far, and of the `whole`."""
        return {**self._seconds, "whole": time.perf_counter() - self._began}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time a block as part of a stage."""
        began = time.perf_counter()
        try:
            yield
        finally:
            self._seconds[name] = self._seconds.get(name, 0.0) + time.perf_counter() - began

    def items(self, name: str, items: Iterable[T]) -> Generator[T, None, None]:
        """The same items; the time that each takes to come belongs to a stage. Closing this closes the source."""
        source = iter(items)
        try:
            while True:
                with self.stage(name):
                    try:
                        item = next(source)
                    except StopIteration:
                        return
                yield item
        finally:
            close = getattr(source, "close", None)
            if close is not None:
                close()
