"""What a training leaves beside its checkpoints: figures, curves, pictures. Knows no networks.

    metrics.jsonl            the figures of every told step, one JSON object a line
    tensorboard/             the same as event files, if the package `tensorboard` is installed
    samples/sample-N.png     held-out samples painted after step N
    samples/samples.jsonl    how far each of these pictures is from the film

A run that goes on after a kill repeats steps: what was written of them before is taken out of `metrics.jsonl`.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from core.arrays import Image
from core.errors import MediaError
from training.loop import Metrics
from training.picture_strip import error_of

FILE = "metrics.jsonl"
SAMPLES = "samples/samples.jsonl"
_MOST = 1000  # rows of earlier figures that are told

WITHOUT = "TensorBoard event files are not written: the package is missing (pip install tensorboard)."


@dataclass(frozen=True, slots=True)
class Sample:
    """A strip of held-out samples painted after a step, and its `training.picture_strip.error_of`."""

    step: int
    path: Path
    error: float

    def as_json(self) -> dict[str, Any]:
        """JSON values."""
        return {"step": self.step, "path": str(self.path), "error": self.error}


class Record:
    """Writes into the folder of a run. Raises MediaError if it cannot; close it at the end."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._path = folder, folder / FILE
        self._begun = False
        self._board = _board(folder)

    @property
    def notice(self) -> str:
        """What is not written, in a sentence; empty if everything is."""
        return "" if self._board is not None else WITHOUT

    def metrics(self, metrics: Metrics) -> None:
        """Add the figures of a step."""
        with _writable(self._folder):
            if not self._begun:
                self._begun = True
                self._folder.mkdir(parents=True, exist_ok=True)
                earlier = [row for row in read_metrics(self._path) if row["step"] < metrics.step]
                self._path.write_text("".join(json.dumps(row) + "\n" for row in earlier), encoding="utf-8")
            with self._path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(asdict(metrics)) + "\n")
        if self._board is not None:
            for name, value in {**metrics.losses, "rate": metrics.rate, "norm": metrics.norm}.items():
                self._board.add_scalar(name, value, metrics.step)

    @property
    def earlier(self) -> dict[str, Any]:
        """What was written of this run before, thinned; every sample whose picture is there, the newest of a step."""
        rows = read_metrics(self._path)
        samples = {row["step"]: row for row in read_metrics(self._folder / SAMPLES) if Path(row["path"]).is_file()}
        return {"metrics": rows[:: len(rows) // _MOST + 1], "samples": list(samples.values())}

    def picture(self, step: int, image: Image) -> Sample:
        """Write a picture."""
        path = self._folder / "samples" / f"sample-{step:08d}.png"
        sample = Sample(step, path, error_of(image))
        with _writable(self._folder):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(cv2.imencode(".png", np.ascontiguousarray(image[..., ::-1]))[1].tobytes())
            with (self._folder / SAMPLES).open("a", encoding="utf-8") as file:
                file.write(json.dumps(sample.as_json()) + "\n")
        if self._board is not None:
            self._board.add_image("held out", image, step, dataformats="HWC")
            self._board.add_scalar("held out error", sample.error, step)
        return sample

    def close(self) -> None:
        """Write what is buffered."""
        if self._board is not None:
            self._board.close()


def read_metrics(path: Path) -> list[dict[str, Any]]:
    """The figures of a run; a line that a kill cut off is left out."""
    rows: list[dict[str, Any]] = []
    with suppress(FileNotFoundError):
        for line in path.read_text(encoding="utf-8").splitlines():
            with suppress(ValueError):
                rows.append(json.loads(line))
    return [row for row in rows if isinstance(row, dict) and "step" in row]


def _board(folder: Path) -> Any:
    if os.environ.get("RANK", "0") != "0":  # of several processes one keeps the record
        return None
    try:
        from torch.utils.tensorboard import SummaryWriter
    except ImportError:
        return None
    writer: Any = SummaryWriter
    return writer(str(folder / "tensorboard"))


@contextmanager
def _writable(folder: Path) -> Iterator[None]:
    """Turns what the system says of a folder into words."""
    try:
        yield
    except OSError as error:
        what = f"{folder} cannot be written: {error.strerror}."
        raise MediaError(what, "Make room, or name another folder.") from error
