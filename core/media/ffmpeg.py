"""Finds the ffmpeg program and runs it without a shell. Knows nothing of what it is asked to do.

Arguments are built by ffmpeg-python; what ffmpeg complains of is collected and told in plain words.
"""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from fractions import Fraction
from functools import cache
from threading import Thread
from typing import IO, Any

import ffmpeg
import imageio_ffmpeg

from core.errors import MediaError
from core.job import Job, Progress

_QUIET = ("-hide_banner", "-nostats", "-loglevel", "error")
_TELLING = ("-progress", "pipe:1", "-stats_period", "0.2")
_DONE = re.compile(rb"out_time_us=(\d+)")
_EVERY = 0.05  # seconds between two looks at a process
_SPEAKER = re.compile(r"^(\[[^]]* @ [0-9a-fA-Fx]+\] ?)+")  # "[libx264 @ 0x55d0] " before a line
_REASONS = {
    "No space left on device": ("The disk is full.", "Free some space or choose another folder."),
    "File too large": ("The disk cannot hold a file of this size.", "Choose another folder."),
    "Permission denied": ("The file may not be written there.", "Choose another folder."),
    "Read-only file system": ("The disk is read-only.", "Choose another folder."),
    "Input/output error": ("The disk reported an error.", "Check the disk or choose another folder."),
}


@cache
def ffmpeg_program() -> str:
    """Path of an ffmpeg that starts: the one that imageio-ffmpeg ships, else the system's.

    Raises MediaError if there is none.
    """
    for candidate in _candidates():
        if candidate and _starts(candidate):
            return candidate
    raise MediaError("The program ffmpeg was not found.", "Install ffmpeg, or the Python package imageio-ffmpeg.")


def command(output: Any, *options: str, repeated: Sequence[str] = ()) -> list[str]:
    """Full command line of an ffmpeg-python output node with one output; `options` are global ones, put first.

    `repeated` are options of the output that occur more than once, which a node cannot hold.
    """
    *arguments, url = ffmpeg.get_args(output)
    return [ffmpeg_program(), *_QUIET, "-y", *options, *arguments, *repeated, url]


def complaint(log: str) -> tuple[str, str]:
    """What ffmpeg's log says, as a sentence and a hint.

    Where the cause is none of the known ones it is the first line: what follows are mostly consequences.
    """
    for pattern, told in _REASONS.items():
        if pattern in log:
            return told
    lines = [_SPEAKER.sub("", line).strip() for line in log.splitlines()]
    first = next((line for line in lines if line), "it gave no reason")
    return f"ffmpeg failed: {first.rstrip('.')}.", "Try another codec or container."


def run(arguments: Sequence[str], data: bytes = b"", seconds: float = 60.0) -> str:
    """Run a command to its end with `data` on its standard input and return its log, "" if it succeeded silently.

    What it writes to its standard output is thrown away.
    Raises MediaError if it fails or takes longer than `seconds`.
    """
    try:
        done = subprocess.run(
            arguments,
            input=data,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise MediaError(f"ffmpeg did not finish within {seconds:g} s.", "Try again, or another file.") from error
    log = done.stderr.decode("utf-8", "replace")
    if done.returncode != 0:
        raise MediaError(*complaint(log))
    return log


def watched(output: Any, total: Fraction | None, label: str, *options: str) -> Job[None]:
    """Run an ffmpeg-python output node to its end, telling how many of `total` seconds are done; closing it ends it.

    `options` are global ones. Raises MediaError with its reason if it fails.
    """
    arguments = command(output, *options, *_TELLING)
    seconds = round(total) if total else 0
    with (
        tempfile.TemporaryFile() as log,
        subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log) as process,
    ):
        assert process.stdout is not None
        told = _Told(process.stdout)
        try:
            while process.poll() is None:
                with suppress(subprocess.TimeoutExpired):
                    process.wait(_EVERY)
                yield Progress(min(int(told.seconds), seconds), seconds, label)
        finally:
            process.kill()
            told.join()
        if process.returncode != 0:
            log.seek(0)
            raise MediaError(*complaint(log.read().decode("utf-8", "replace")))


class _Told(Thread):
    """Reads what `-progress` writes, on a thread of its own: a pipe cannot be asked whether there is anything in it."""

    def __init__(self, pipe: IO[bytes]) -> None:
        super().__init__(name="ffmpeg progress", daemon=True)
        self.seconds = 0.0
        self._pipe = pipe
        self.start()

    def run(self) -> None:
        for line in self._pipe:
            found = _DONE.match(line)
            self.seconds = int(found[1]) / 1e6 if found else self.seconds


class FfmpegProcess:
    """A running ffmpeg that is fed through its standard input.

    Its log goes to an unnamed file and not to a pipe, so that neither side can wait for the other.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        self._log: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
        self._process = subprocess.Popen(
            arguments, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=self._log, bufsize=0
        )
        assert self._process.stdin is not None
        self.stdin: IO[bytes] = self._process.stdin

    @property
    def pid(self) -> int:
        """Number of the process."""
        return self._process.pid

    def finish(self) -> None:
        """Close its input and wait for it. Raises MediaError with its reason if it failed."""
        self._close_input()
        if self._process.wait() != 0:
            raise self.failure()
        self._log.close()

    def failure(self) -> MediaError:
        """Why it stopped, once it has."""
        self._process.wait()
        self._log.seek(0)
        return MediaError(*complaint(self._log.read().decode("utf-8", "replace")))

    def kill(self) -> None:
        """End it at once and reap it; harmless if it has ended."""
        self._process.kill()
        self._close_input()
        self._process.wait()
        self._log.close()

    def _close_input(self) -> None:
        try:
            self.stdin.close()
        except BrokenPipeError:
            return  # it has ended before us; wait() tells how


def _candidates() -> list[str | None]:
    try:
        shipped: str | None = imageio_ffmpeg.get_ffmpeg_exe()
    except RuntimeError:  # the wheel for this platform has no program
        shipped = None
    return [shipped, shutil.which("ffmpeg")]


def _starts(candidate: str) -> bool:
    try:
        done = subprocess.run([candidate, "-version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
