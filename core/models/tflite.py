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
    """One network with a single image input (1, side, side, 3). Not safe to share between threads.

    Raises WeightsError if the file cannot be read as a network.
    """

    def __init__(self, path: Path) -> None:
        with _without_chatter():
            self._net = _load(path)
            self._net.allocate_tensors()
        entry = self._net.get_input_details()[0]
        self._input: int = entry["index"]
        self.side = int(entry["shape"][1])
        self._outputs: dict[str, int] = {out["name"]: out["index"] for out in self._net.get_output_details()}

    def run(self, pixels: Floats, *names: str) -> list[Floats]:
        """Named outputs for `pixels` (side, side, 3) float32, already in the network's range; fresh arrays."""
        self._net.set_tensor(self._input, pixels[None])
        self._net.invoke()
        return [np.asarray(self._net.get_tensor(self._outputs[name]), np.float32) for name in names]


def _load(path: Path) -> Any:
    from ai_edge_litert.interpreter import Interpreter

    try:
        return Interpreter(model_path=str(path), num_threads=1)
    except (ValueError, RuntimeError, OSError) as error:
        raise WeightsError(
            f"{path.name} is not a network that can be read.",
            "Run “python3 bootstrap.py weights” in Dubwright's folder.",
        ) from error


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
