"""How a training tells what it is doing: JSON lines to a program, a line now and then to a person. Runs nothing.

Beside the lines of `core.console`:

    {"event": "metrics", "step": 20, "losses": {"pixel": 0.1}, "rate": 2e-05, "norm": 0.8}
    {"event": "sample", "step": 20, "path": "…/sample-00000020.png"}
"""

import os
import sys
import threading
import time
from dataclasses import asdict
from pathlib import Path
from typing import Protocol, TextIO

from core.console import Console, JsonConsole, TextConsole
from training.train import Metrics

_PERIOD = 10.0  # seconds between two lines for a person


class Teller(Console, Protocol):
    """A console that knows what a training has to say."""

    def metrics(self, metrics: Metrics) -> None:
        """The figures of a step."""

    def sample(self, step: int, path: Path) -> None:
        """A picture was written."""


class JsonTeller(JsonConsole):
    """Speaks to a program."""

    def metrics(self, metrics: Metrics) -> None:
        """Write a metrics line."""
        self._write({"event": "metrics", **asdict(metrics)})

    def sample(self, step: int, path: Path) -> None:
        """Write a sample line."""
        self._write({"event": "sample", "step": step, "path": str(path)})


class TextTeller(TextConsole):
    """Speaks to a person."""

    def __init__(self) -> None:
        super().__init__()
        self._told = 0.0

    def metrics(self, metrics: Metrics) -> None:
        """Write a line every ten seconds."""
        if time.monotonic() - self._told >= _PERIOD:
            self._told = time.monotonic()
            figures = "  ".join(f"{name} {value:.4f}" for name, value in metrics.losses.items())
            self._print(f"step {metrics.step}: {figures}  (rate {metrics.rate:.1e})")

    def sample(self, step: int, path: Path) -> None:  # noqa: ARG002 - programs want it
        """Say where the picture is, once a run."""
        self.notice(f"Samples are drawn into {path.parent}.")


def teller(json: bool) -> Teller:
    """Where this process speaks to; only the first one of `accelerate launch` speaks at all."""
    if os.environ.get("RANK", "0") != "0":
        return JsonTeller(Path(os.devnull).open("w", encoding="utf-8"))
    return JsonTeller() if json else TextTeller()


class StopWish:
    """Whether somebody wrote `stop` to a stream since it was opened. Reads it on a thread of its own, until its end."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self.wished = False
        self._stream = sys.stdin if stream is None else stream
        if self._stream is not None:
            threading.Thread(target=self._listen, name="stop wish", daemon=True).start()

    def __call__(self) -> bool:
        """Whether to stop."""
        return self.wished

    def _listen(self) -> None:
        try:
            for line in self._stream:
                self.wished = self.wished or line.strip() == "stop"
        except (OSError, ValueError):  # the stream was closed: nobody can wish any more
            return
