"""A virtual screen whose pixels are read straight from its memory: Xvfb writes them to a file in the format XWD.

Uses the standard library only, so that a program can be looked at where nothing is installed.
"""

import os
import shutil
import struct
import subprocess
import tempfile
import time
import zlib
from pathlib import Path
from types import TracebackType


class Screen:
    """An Xvfb of its own while it is entered; `name` is what DISPLAY must be. Raises FileNotFoundError without Xvfb."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.name = ""

    def __enter__(self) -> "Screen":
        self._folder = Path(tempfile.mkdtemp(prefix="screen-"))
        reading, writing = os.pipe()
        size = f"{self.width}x{self.height}x24"
        words = [
            "Xvfb",
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            size,
            "-fbdir",
            str(self._folder),
            "-nolisten",
            "tcp",
        ]
        self._server = subprocess.Popen(words, pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as told:
            self.name = f":{told.readline().strip()}"
        self._blank = self.pixels()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.terminate()
        self._server.wait(10)
        shutil.rmtree(self._folder)

    def wait_for_picture(self, seconds: float) -> None:
        """Wait until more than a tenth of the screen is painted. Raises TimeoutError."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if self._painted() > 0.1:
                return
            time.sleep(0.05)
        raise TimeoutError(f"nothing was painted within {seconds:.0f} s")

    def save(self, path: Path) -> None:
        """Write what is shown as a PNG."""
        path.write_bytes(png(self.pixels(), self.width, self.height))

    def pixels(self) -> bytes:
        """What is shown: rows of blue, green, red and an unused byte."""
        data = (self._folder / "Xvfb_screen0").read_bytes()
        header, colours, row = struct.unpack(">I", data[:4])[0], *self._layout(data)
        start = header + colours * 12
        return b"".join(data[start + line * row :][: self.width * 4] for line in range(self.height))

    @staticmethod
    def _layout(data: bytes) -> tuple[int, int]:
        """Number of colours in the map and bytes of a row, from the header of X11/XWDFile.h."""
        fields = struct.unpack(">25I", data[:100])
        return fields[19], fields[12]

    def _painted(self) -> float:
        """Share of sampled pixels that differ from the empty screen."""
        now = self.pixels()
        sampled = range(0, len(now), 4 * 997)
        return sum(now[at : at + 3] != self._blank[at : at + 3] for at in sampled) / len(sampled)


def png(pixels: bytes, width: int, height: int) -> bytes:
    """A PNG of rows of blue, green, red and an unused byte."""
    rows = []
    for line in range(height):
        row = pixels[line * width * 4 : (line + 1) * width * 4]
        rgb = bytearray(width * 3)
        rgb[0::3], rgb[1::3], rgb[2::3] = row[2::4], row[1::4], row[0::4]
        rows.append(b"\0" + bytes(rgb))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(b"".join(rows), 6)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
