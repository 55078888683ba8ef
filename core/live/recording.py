"""A live session as a film: its pictures, and the sound that belongs to them. Knows no face.

Every picture lies at the time of its own sound, so the film is in sync however late the picture was when it was shown.
The picture is encoded while it comes, by the writer of exports and on a thread of its own; a picture that was not made,
or that the encoder has no time for, is stood for by the one before it.

Picture and sound lie in a folder of their own beside the film and can be read at any moment: what a killed program left
is finished by `core.live.unfinished`.
"""

import tempfile
from contextlib import ExitStack, suppress
from fractions import Fraction
from pathlib import Path
from queue import Full, Queue
from shutil import rmtree
from threading import Thread
from types import TracebackType
from typing import Self

import numpy as np

from core.arrays import Image, Sound
from core.errors import DubError, MediaError
from core.job import run
from core.live.figures import LiveFrame
from core.live.source import RATE
from core.media.join import join
from core.media.recording import GrowingWav
from core.media.ring import LostSoundError, Ring
from core.media.target import check_not_input
from core.media.write_spec import WriteSpec
from core.media.writer import check_target, write_video
from core.recovery import Claim

PICTURE, SOUND = "picture.mp4", "sound.wav"
"""Names of the parts of a recording, in its folder."""

LONGEST = 12 * 3600
"""Seconds that a recording may last."""

_WAITING = 25  # pictures that may wait for the encoder


class _AbandonedError(Exception):
    """The recording is not wanted any more."""


class Recording:
    """Takes pictures and the sound of a ring, and writes `out` when the `with` block ends.

    What was spoken is kept however the session ends: by itself, cancelled, by a trouble that is told, by a defect of
    ours. Where the film cannot be written its parts stay, to be finished later.

    `rate` is the session's full rate, `size` (width, height). Entering raises MediaError if `out` cannot be written;
    leaving raises it if writing failed. `repeated` counts pictures that stand for one that is missing.
    """

    def __init__(self, out: Path, ring: Ring, rate: Fraction, size: tuple[int, int], inputs: tuple[Path, ...]) -> None:
        self.repeated = 0
        self._out, self._ring, self._rate = out, ring, rate
        self._spec = _spec(rate, size, inputs)
        self._queue: Queue[tuple[Image, int] | None] = Queue(_WAITING)
        self._thread = Thread(target=self._encode, name="recording", daemon=True)
        self._opened, self._parts = ExitStack(), ExitStack()
        self._next = self._last = self._cursor = self._end = 0
        self._before: Image | None = None
        self._abandoned = False
        self._error: DubError | None = None

    def __enter__(self) -> Self:
        check_target(self._out, self._spec)
        check_not_input(self._out, self._spec.inputs)
        with self._parts:
            folder = Path(tempfile.mkdtemp(".live", "", self._out.parent))
            self._parts.callback(rmtree, folder, ignore_errors=True)
            with suppress(OSError):  # without a folder for such notes there is only no second chance
                self._parts.callback(Claim(folder, self._out).close)
            self._picture, self._sound = folder / PICTURE, folder / SOUND
            self._file = self._opened.enter_context(GrowingWav(self._sound, RATE, synced=False))
            self._parts = self._parts.pop_all()
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._parts, self._opened:
            self._abandoned = self._before is None
            if self._before is not None and self._last >= self._next:
                self._queue.put((self._before, self._last + 1 - self._next))
            self._queue.put(None)
            self._thread.join()
            if not self._abandoned:
                self._finish()

    def _finish(self) -> None:
        """Make the film; where that fails its parts stay."""
        try:
            if self._error is not None:
                raise self._error
            self._hear(self._end)
            self._write_sound(np.zeros(max(0, self._end - self._cursor), np.float32))
            run(join(self._picture, self._sound, self._out))
        except DubError as error:
            self._parts.pop_all()
            hint = f"{error.hint} What was recorded is kept and finished when Dubwright is started again."
            raise MediaError(error.message, hint) from error

    def put(self, frame: LiveFrame) -> None:
        """Take a picture. Raises MediaError if writing has failed meanwhile."""
        if self._error is not None:
            raise self._error
        if frame.number >= len(self._spec.ticks):
            raise MediaError("The recording has reached its longest length.", "Begin another one.")
        if self._before is None:
            self._cursor = frame.sample - round(frame.time * RATE)
        missing = frame.number - self._next
        try:
            if missing > 0:
                self._queue.put_nowait((frame.image if self._before is None else self._before, missing))
                self._next += missing
                self.repeated += missing
            self._queue.put_nowait((frame.image, 1))
            self._next += 1
        except Full:
            pass  # the next one that finds room makes up for it
        self._before, self._last = frame.image, frame.number
        self._end = frame.sample + round(RATE / self._rate)
        self._hear(self._end)

    def _hear(self, end: int) -> None:
        """Write the sound up to a sample, as far as it is there; silence where it is lost."""
        try:
            self._write_sound(self._ring.read(self._cursor, max(0, end - self._cursor))[:, 0])
        except LostSoundError as lost:
            self._write_sound(np.zeros(lost.oldest - self._cursor, np.float32))

    def _write_sound(self, sound: Sound) -> None:
        self._file.write(sound)
        self._cursor += len(sound)

    def _encode(self) -> None:
        try:
            with write_video(self._picture, self._spec) as writer:
                while (item := self._queue.get()) is not None:
                    for _ in range(item[1]):
                        writer.put(item[0])
                if self._abandoned:
                    raise _AbandonedError
        except _AbandonedError:
            return
        except DubError as error:
            self._error = error
            while self._queue.get() is not None:  # so that nobody waits for room
                continue


def _spec(rate: Fraction, size: tuple[int, int], inputs: tuple[Path, ...]) -> WriteSpec:
    ticks = range(0, round(LONGEST * rate) * rate.denominator, rate.denominator)
    return WriteSpec(
        *size, ticks, Fraction(1, rate.numerator), rate.denominator, rate=rate, inputs=inputs, open_end=True
    )
