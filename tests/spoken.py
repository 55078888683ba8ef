"""A microphone into which a file is spoken, in the place of `core.media.recording.Recorder`."""

import threading
from pathlib import Path

import numpy as np

from core.errors import DubError
from core.live.source import RATE, PacedSound
from core.media.devices import Device
from core.media.recording import GrowingWav, Recorded
from core.media.sound import read_sound

DEVICE = Device(0, "A file that is spoken", "none", 1, 0, RATE, True)


class SpokenRecorder:
    """Writes the file to `path` at its own pace; without a path it only shows its level."""

    def __init__(self, voice: Path, device: str, path: Path | None) -> None:
        assert device == DEVICE.name
        self._path, self._written = path, 0
        self._source = PacedSound(read_sound(voice, RATE))
        self._stopping = threading.Event()
        self.failure: DubError | None = None
        self._recorded: Recorded | None = None
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    @property
    def runs(self) -> bool:
        return self._thread.is_alive()

    @property
    def zero(self) -> float | None:
        return self._source.clock.time_of(0) if self._source.clock.runs else None

    @property
    def seconds(self) -> float:
        return self._written / RATE

    def drain_levels(self) -> tuple[float, bool]:
        return (min(3 * self._source.level, 1.0), False)

    def stop(self) -> None:
        self._stopping.set()

    def join(self) -> Recorded | None:
        self.stop()
        self._thread.join()
        return self._recorded

    def _run(self) -> None:
        with self._source as source:
            if self._path is None:
                self._stopping.wait()
                return
            with GrowingWav(self._path, RATE) as file:
                while not self._stopping.wait(0.05):
                    ring = source.ring
                    sound = ring.read(self._written, ring.written - self._written)
                    file.write(np.ascontiguousarray(sound[:, 0]))
                    self._written = file.samples
            self._recorded = Recorded(self._path, self._written, source.clock.time_of(0))
