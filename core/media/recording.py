"""Records a microphone into a WAV file that can be played at any moment, also after a crash. Knows no film.

    microphone ▸ ring (its own thread) ▸ file (this thread, every twentieth of a second; header and samples flushed)

The header tells the length at every flush, so that what was said survives a killed program.
"""

from __future__ import annotations

import os
import struct
import threading
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

import numpy as np

from core.arrays import Sound
from core.errors import DeviceError, DubError, MediaError
from core.media.devices import Microphone, find_input
from core.media.ring import Ring

RATE = 48_000
"""Samples a second of every recording; one channel."""

_RING_SECONDS = 30
_EVERY = 0.05
_SYNC_EVERY = 20  # flushes to the disk itself: one a second
_HEADER = struct.Struct("<4sI4s4sIHHIIHHH4sII4sI")
_FLOAT = 3  # WAVE_FORMAT_IEEE_FLOAT


class GrowingWav:
    """A mono WAV file of float samples that is valid after every `write`. Use as a context manager.

    Where it is `synced` it outlives a power cut, too; that makes a write wait for the disk every so often. Creating it
    raises MediaError if the file cannot be written; so does `write`.
    """

    def __init__(self, path: Path, rate: int, synced: bool = True) -> None:
        self.path = path
        self.samples = 0
        self._rate, self._writes, self._synced = rate, 0, synced
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file: BinaryIO = path.open("xb")
        except OSError as error:
            raise _unwritable(path, error) from error
        self.write(np.zeros(0, np.float32))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def write(self, sound: Sound) -> None:
        """Add samples (n,)."""
        try:
            self._file.seek(0, os.SEEK_END)
            self._file.write(np.ascontiguousarray(sound, "<f4").tobytes())
            self.samples += len(sound)
            self._file.seek(0)
            self._file.write(self._header())
            self._file.flush()
            self._writes += 1
            if self._synced and self._writes % _SYNC_EVERY == 0:
                os.fsync(self._file.fileno())
        except OSError as error:
            raise _unwritable(self.path, error) from error

    def _header(self) -> bytes:
        size = 4 * self.samples
        form = (18, _FLOAT, 1, self._rate, 4 * self._rate, 4, 32, 0)
        return _HEADER.pack(
            b"RIFF", _HEADER.size - 8 + size, b"WAVE", b"fmt ", *form, b"fact", 4, self.samples, b"data", size
        )


@dataclass(frozen=True, slots=True)
class Recorded:
    """A finished recording: `zero` is when its first sample was in the air, in seconds of `time.perf_counter`."""

    path: Path
    samples: int
    zero: float
    rate: int = RATE


class Recorder:
    """Records on a thread of its own until it is stopped or the microphone is gone; everything else may be asked.

    Without a path it only listens, for the meter.
    """

    def __init__(self, device: str, path: Path | None) -> None:
        self._device, self._path = device, path
        self._ring = Ring(_RING_SECONDS * RATE)
        self._microphone: Microphone | None = None
        self._failure: DubError | None = None
        self._recorded: Recorded | None = None
        self._written = 0
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="recorder")
        self._thread.start()

    @property
    def failure(self) -> DubError | None:
        """Why it does not record, or not any more; what was recorded before is kept."""
        return self._failure

    @property
    def runs(self) -> bool:
        """Whether it records, or is about to."""
        return self._thread.is_alive()

    @property
    def zero(self) -> float | None:
        """When the first sample was in the air, in seconds of `time.perf_counter`; None before it came."""
        microphone = self._microphone
        return microphone.clock.time_of(0) if microphone is not None and microphone.clock.runs else None

    @property
    def seconds(self) -> float:
        """How much has been recorded."""
        return self._written / RATE

    def drain_levels(self) -> tuple[float, bool]:
        """The highest level, 0..1, since the last call, and whether it was too loud."""
        microphone = self._microphone
        return (0.0, False) if microphone is None else (microphone.drain_peak(), microphone.drain_clipped() > 0)

    def stop(self) -> None:
        """End the recording soon."""
        self._stopping.set()

    def join(self) -> Recorded | None:
        """End the recording and wait for it; None if nothing was recorded."""
        self.stop()
        self._thread.join()
        return self._recorded

    def _run(self) -> None:
        try:
            with Microphone(find_input(self._device), RATE, self._ring) as microphone:
                self._microphone = microphone
                if self._path is None:
                    self._listen(microphone)
                else:
                    with GrowingWav(self._path, RATE) as file:
                        self._record(microphone, file)
        except DubError as error:
            self._failure = error
        if self._path is not None and self._written == 0:
            self._path.unlink(missing_ok=True)

    def _listen(self, microphone: Microphone) -> None:
        while not self._stopping.wait(_EVERY):
            self._check(microphone)

    def _record(self, microphone: Microphone, file: GrowingWav) -> None:
        """Write what comes until the end; what has come when that is asked for is written still."""
        try:
            while not self._stopping.wait(_EVERY):
                self._write(file)
                self._check(microphone)
        finally:
            self._write(file)
            if self._written:
                self._recorded = Recorded(file.path, self._written, microphone.clock.time_of(0))

    def _write(self, file: GrowingWav) -> None:
        sound = self._ring.read(self._written, self._ring.written - self._written)[:, 0]
        if len(sound):
            file.write(sound)
            self._written += len(sound)

    def _check(self, microphone: Microphone) -> None:
        if microphone.gone:
            kept = " What was said before is kept." if self._written else ""
            hint = "Plug the microphone in again, or choose another."
            raise DeviceError(f"The microphone “{microphone.device.name}” is gone.{kept}", hint)


def _unwritable(path: Path, error: OSError) -> MediaError:
    hint = "Check the folder and the free space."
    return MediaError(f"{path.name} cannot be written: {error.strerror or error}.", hint)
