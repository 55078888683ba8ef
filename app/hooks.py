"""What Python does with exceptions that nobody catches, in slots and threads: here they are told, like all others."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from app.notify import Notifier


@contextmanager
def telling(notifier: Notifier) -> Iterator[None]:
    """Within the block, exceptions that reach the end of a slot or of a thread are told by `notifier`."""
    before = sys.excepthook, threading.excepthook

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            notifier.error(error)

    def tell_of_thread(failed: threading.ExceptHookArgs) -> None:
        if failed.exc_value is not None:
            notifier.raised.emit(failed.exc_value)  # the window is another thread's

    sys.excepthook, threading.excepthook = tell, tell_of_thread
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook = before
