"""A TensorFlow Lite network on one core. Knows nothing of what the network sees.

LiteRT is used because it measures fastest here: a face costs 1.0 ms for the detector and 1.1 ms for the mesh, where
OpenCV's DNN module takes 1.8 and 2.3 ms for the same numbers (one thread, 2.x GHz x86-64 with AVX-512).
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from core.arrays import Floats
from core.errors import WeightsError


class TfliteNet:
    """One network with a single square input (1, side, side, channels). Not safe to share between threads.

    `content` replaces what is in the file at `path`: a piece of it, cut out. Raises WeightsError if it cannot be read
    as a network.
    """

    def __init__(self, path: Path, content: bytes | None = None) -> None:
        with _without_chatter():
            self._net = _load(path, content)
            self._net.allocate_tensors()
        entry = self._net.get_input_details()[0]
        self._input: int = entry["index"]
        self.side = int(entry["shape"][1])
        self._order: list[int] = [out["index"] for out in self._net.get_output_details()]
        self._outputs: dict[str, int] = {out["name"]: out["index"] for out in self._net.get_output_details()}

    def run(self, pixels: Floats, *names: str) -> list[Floats]:
        """Named outputs for `pixels` (side, side, channels) float32, in the network's range already; fresh arrays."""
        self._invoke(pixels)
        return [np.asarray(self._net.get_tensor(self._outputs[name]), np.float32) for name in names]

    def run_all(self, pixels: Floats) -> list[Floats]:
        """All outputs, in the network's order."""
        self._invoke(pixels)
        return [np.asarray(self._net.get_tensor(index), np.float32) for index in self._order]

    def _invoke(self, pixels: Floats) -> None:
        self._net.set_tensor(self._input, pixels[None])
        self._net.invoke()


def unreadable(path: Path) -> WeightsError:
    """What is to be told where a file is not a network."""
    return WeightsError(
        f"{path.name} is not a network that can be read.", "Run “python3 bootstrap.py weights” in Dubwright's folder."
    )


def _load(path: Path, content: bytes | None) -> Any:
    from ai_edge_litert.interpreter import Interpreter

    try:
        if content is not None:
            return Interpreter(model_content=content, num_threads=1)
        return Interpreter(model_path=str(path), num_threads=1)
    except (ValueError, RuntimeError, OSError) as error:
        raise unreadable(path) from error


@contextmanager
def _without_chatter() -> Iterator[None]:
    """Hold back what the library's native code tells developers on standard error; it has no switch for that."""
    try:
        kept = os.dup(2)
    except OSError:  # a window without a console has no standard error
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
