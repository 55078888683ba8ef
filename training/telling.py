"""How a training tells what it is doing: JSON lines to a program, a line now and then to a person. Runs nothing.

Beside the lines of `core.console`:

    {"event": "metrics", "step": 20, "losses": {"pixel": 0.1}, "rate": 2e-05, "norm": 0.8}
    {"event": "sample", "step": 20, "path": "…/sample-00000020.png", "error": 0.07}
    {"event": "earlier", "metrics": [{"step": 20, …}], "samples": [{"step": 20, …}]}    of a run that goes on
    {"event": "check", "films": [{"film", "trouble", "clips"}], "seconds": 48.0, "least": 20.0}
    {"event": "estimate", "memory": 9e9, "free": 12e9, "seconds": 5400, "steps": 2000}
"""

from __future__ import annotations

import os
import sys
import threading
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TextIO

from core.console import Console, JsonConsole, TextConsole

if TYPE_CHECKING:  # torch comes with them: `--help` does not wait for it
    from training.loop import Metrics
    from training.record import Sample

_PERIOD = 10.0  # seconds between two lines for a person


class Teller(Console, Protocol):
    """A console that knows what a training has to say."""

    def metrics(self, metrics: Metrics) -> None:
        """The figures of a step."""

    def sample(self, sample: Sample) -> None:
        """A picture was written."""

    def tell(self, event: str, data: dict[str, Any]) -> None:
        """Something only programs want to know: a person is told it in a notice or an error."""


class JsonTeller(JsonConsole):
    """Speaks to a program."""

    def metrics(self, metrics: Metrics) -> None:
        """Write a metrics line."""
        self._write({"event": "metrics", **asdict(metrics)})

    def sample(self, sample: Sample) -> None:
        """Write a sample line."""
        self.tell("sample", sample.as_json())

    def tell(self, event: str, data: dict[str, Any]) -> None:
        """Write a line of this event."""
        self._write({"event": event, **data})


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

    def sample(self, sample: Sample) -> None:
        """Say where the picture is, once a run."""
        self.notice(f"Samples are drawn into {sample.path.parent}.")

    def tell(self, event: str, data: dict[str, Any]) -> None:
        """Nothing: it was said in words."""


def teller(json: bool) -> Teller:
    """Where this process speaks to; only the first one of `accelerate launch` speaks at all."""
    if os.environ.get("RANK", "0") != "0":
        return JsonTeller(Path(os.devnull).open("w", encoding="utf-8"))
    return JsonTeller() if json else TextTeller()


class StopWish:
    """Whether somebody wrote `stop` to a stream since it was opened. Reads it on a thread of its own, until its end.

    `attended` means that whoever began this is to be outlived by no more than a step: the stream's end is a wish too.
    """

    def __init__(self, stream: TextIO | None = None, attended: bool = False) -> None:
        self.wished = False
        self._attended = attended
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
            self.wished = self.wished or self._attended
        except (OSError, ValueError):  # the stream was closed: nobody can wish any more
            return
