"""Damaged and wrong inputs for the command line: `python -m tests.fuzz FOLDER SEED COUNT`.

Runs `dubwright dub` or `probe` on every one of them in this process and prints one JSON line each, so that a crash of
a codec library shows as lines that are missing. `tests/test_fuzz.py` judges the lines.
"""

import contextlib
import hashlib
import io
import json
import random
import struct
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from core.__main__ import main

Maker = Callable[[random.Random, Path, list[Path]], Path]


def bit_flips(rng: random.Random, folder: Path, seeds: list[Path]) -> Path:
    source = rng.choice(seeds)
    content = bytearray(source.read_bytes())
    for _ in range(rng.choice([1, 4, 30, 300])):
        content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
    return _written(folder / f"flipped{source.suffix}", bytes(content))


def header_flips(rng: random.Random, folder: Path, seeds: list[Path]) -> Path:
    source = rng.choice(seeds)
    content = bytearray(source.read_bytes())
    ends = [rng.randrange(min(2000, len(content))), len(content) - 1 - rng.randrange(min(2000, len(content)))]
    for at in ends:
        content[at] = rng.randrange(256)
    return _written(folder / f"header{source.suffix}", bytes(content))


def truncated(rng: random.Random, folder: Path, seeds: list[Path]) -> Path:
    source = rng.choice(seeds)
    content = source.read_bytes()
    return _written(folder / f"short{source.suffix}", content[: rng.randrange(len(content))])


def garbage(rng: random.Random, folder: Path, seeds: list[Path]) -> Path:
    suffix = rng.choice([".mp4", ".mkv", ".wav", ".png", ".mov", ".dub", ".jpg", ".mp3"])
    return _written(folder / f"garbage{suffix}", rng.randbytes(rng.choice([0, 1, 12, 4096, 100_000])))


def text(rng: random.Random, folder: Path, seeds: list[Path]) -> Path:
    suffix = rng.choice([".mp4", ".mov", ".dub", ".wav", ".png"])
    words = rng.choice(
        ["hello\n", "{}", "[]", '{"version": 1}', '{"version": 1, "clips": "x"}', "#EXTM3U\nfile:///etc/passwd\n"]
    )
    return _written(folder / f"text{suffix}", words.encode())


def directory(rng: random.Random, folder: Path, seeds: list[Path]) -> Path:
    path = folder / rng.choice(["folder.mp4", "folder", "folder.dub"])
    path.mkdir()
    if rng.random() < 0.5:
        _written(path / "readme.txt", b"nothing to see")
    return path


def huge_picture(rng: random.Random, folder: Path, seeds: list[Path]) -> Path:
    side = rng.choice([60_000, 2**31 - 1, 0])
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    chunks = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(100))), (b"IEND", b""))
    )
    return _written(folder / "huge.png", b"\x89PNG\r\n\x1a\n" + chunks)


def missing(rng: random.Random, folder: Path, seeds: list[Path]) -> Path:
    return folder / rng.choice(["not there.mp4", "nicht/da.mp4", "没有.mp4", "it's “none”.dub"])


def swapped(rng: random.Random, folder: Path, seeds: list[Path]) -> Path:
    source = rng.choice(seeds)
    suffix = rng.choice([".mp4", ".wav", ".png", ".dub", ".mkv"])
    return _written(folder / f"swapped{suffix}", source.read_bytes())


MAKERS: dict[Maker, int] = {
    bit_flips: 6, header_flips: 6, truncated: 6, garbage: 3, text: 3, directory: 2, huge_picture: 2, missing: 2,
    swapped: 2,
}  # fmt: skip


def cases(folder: Path, seed: int, count: int) -> Iterator[tuple[str, Path, list[str], random.Random]]:
    """Name, damaged file, arguments for the command line."""
    seeds = sorted(path for path in (folder / "seeds").iterdir())
    films, voices = [p for p in seeds if p.suffix != ".wav"], [p for p in seeds if p.suffix == ".wav"]
    rng = random.Random(seed)
    for number in range(count):
        place = folder / f"case {number}"
        place.mkdir()
        maker = rng.choices(list(MAKERS), list(MAKERS.values()))[0]
        bad = maker(rng, place, seeds)
        out = str(place / "out.mp4")
        command = rng.choices(
            [
                ["dub", str(bad), str(voices[0]), "-o", out, "--json"],
                ["dub", str(films[0]), str(bad), "-o", out, "--json"],
                ["probe", str(bad), "--json"],
                ["analyse", str(bad), "--json"],
            ],
            [4, 3, 2, 1],
        )[0]
        yield maker.__name__, bad, command, rng


def judge(name: str, bad: Path, command: list[str]) -> dict[str, object]:
    """Run one case and say what came of it."""
    before = _content(bad)
    out, err = io.StringIO(), io.StringIO()
    began = time.monotonic()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(command)
    last = json.loads(out.getvalue().strip().splitlines()[-1]) if out.getvalue().strip() else {}
    return {
        "maker": name,
        "command": command,
        "code": code,
        "seconds": round(time.monotonic() - began, 2),
        "message": last.get("message", ""),
        "hint": last.get("hint", ""),
        "traceback": "Traceback" in out.getvalue() + err.getvalue(),
        "input_changed": _content(bad) != before,
        "leftovers": sorted(p.name for p in bad.parent.rglob("*") if ".part" in p.name),
        "output": (bad.parent / "out.mp4").exists(),
    }


def _content(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else str(path.exists())


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


if __name__ == "__main__":
    for name, bad, command, _ in cases(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])):
        sys.__stdout__.write(json.dumps(judge(name, bad, command)) + "\n")  # type: ignore[union-attr]
        sys.__stdout__.flush()  # type: ignore[union-attr]
