"""Run an iterator on its own thread, a few items ahead. Knows nothing of what the items are."""

import queue
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

_POLL = 0.05
"""Seconds after which a waiting filler looks whether it should stop."""


@dataclass(frozen=True, slots=True)
class _End:
    """The last thing in the queue: the source is exhausted, or it raised `error`."""

    error: BaseException | None = None


@dataclass(frozen=True, slots=True)
class _Item(Generic[T]):
    value: T


def prefetch(items: Iterable[T], ahead: int) -> Iterator[T]:
    """Yield `items` in order, computing up to `ahead` of them early on another thread.

    Closing this iterator closes the source (on its own thread) and waits for the thread to end. An exception of the
    source is raised here, at its place in the order.
    """
    ready: queue.Queue[_Item[T] | _End] = queue.Queue(maxsize=ahead)
    stop = threading.Event()
    thread = threading.Thread(target=_fill, args=(items, ready, stop), name="prefetch", daemon=True)
    thread.start()
    try:
        while isinstance(item := ready.get(), _Item):
            yield item.value
        if item.error is not None:
            raise item.error
    finally:
        stop.set()
        thread.join()


def _fill(items: Iterable[T], ready: "queue.Queue[_Item[T] | _End]", stop: threading.Event) -> None:
    source = iter(items)
    end = _End()
    try:
        for value in source:
            if not _put(ready, _Item(value), stop):
                break
    except BaseException as error:  # noqa: BLE001 - not swallowed: prefetch() raises it on the reader's thread
        end = _End(error)
    finally:
        close = getattr(source, "close", None)
        if close is not None:
            close()
        _put(ready, end, stop)


def _put(ready: "queue.Queue[_Item[T] | _End]", item: "_Item[T] | _End", stop: threading.Event) -> bool:
    while not stop.is_set():
        try:
            ready.put(item, timeout=_POLL)
        except queue.Full:
            continue
        return True
    return False
