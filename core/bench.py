"""How fast this machine dubs, from file to file, and how much memory it takes. Knows no engine by its inside."""

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import psutil

from core.cache_users import attend
from core.demo import FILM, demo_voice
from core.device import describe_cpu
from core.job import Job
from core.media.ffmpeg import ffmpeg_program, run
from core.media.probe import footage_of, probe
from core.paths import cache_folder
from core.project import Clip, DubProject, EngineChoice, Span, Voice
from core.render import export
from core.report import ExportReport


@dataclass(frozen=True, slots=True)
class BenchOutcome:
    """One measured render. `peak_memory` is this process's largest resident size so far, in bytes."""

    engine: str
    size: tuple[int, int]
    report: ExportReport
    peak_memory: int

    def as_json(self) -> dict[str, Any]:
        """For programs; stages in milliseconds a frame."""
        report = self.report
        return {
            "engine": self.engine,
            "machine": describe_cpu(),
            "size": list(self.size),
            "frames": report.frames,
            "dubbed": report.dubbed,
            "frames_per_second": round(report.frames_per_second, 2),
            "real_time_factor": round(report.frames_per_second / float(report.rate), 3),
            "milliseconds_per_frame": {k: round(1000 * v / report.frames, 2) for k, v in report.seconds.items()},
            "peak_memory_mib": round(self.peak_memory / 2**20, 1),
        }

    def as_text(self) -> str:
        """For people: a small table."""
        data = self.as_json()
        stages = [f"  {name:10} {value:8.2f} ms a frame" for name, value in data["milliseconds_per_frame"].items()]
        head = [
            f"{data['machine']}",
            f"{data['engine']}, {self.size[0]}×{self.size[1]}, {data['frames']} frames, {data['dubbed']} dubbed",
            f"{data['frames_per_second']} frames/s from file to file, {data['real_time_factor']} × real time",
            f"{data['peak_memory_mib']} MiB at the most",
        ]
        return "\n".join([*head, *stages])


def measure(engine: EngineChoice, seconds: float, lent: Iterable[str] = ()) -> Job[BenchOutcome]:
    """Render the built-in clip, repeated to a length of `seconds`, and time it. Nothing of it is kept.

    The clip is analysed anew: a cached analysis would flatter the figure. Of the user's cache only the kinds named by
    `lent` are used.
    """
    attend(cache_folder())
    with (
        tempfile.TemporaryDirectory(prefix="bench", dir=cache_folder(), ignore_cleanup_errors=True) as name,
        _cache_in(Path(name), lent),
    ):
        folder = Path(name)
        film, voice = folder / "film.mp4", folder / "voice.wav"
        _repeat(FILM, seconds, film, ["-c", "copy"])
        _repeat(demo_voice(), seconds, voice, [])
        info = probe(film)
        footage = footage_of(info)
        clip = Clip("voice", Span(0, info.frames), Voice(voice, Fraction(0)))
        project = DubProject(footage, (clip,), engine)
        report = yield from export(project, folder / "out.mp4")
    return BenchOutcome(engine.engine, (info.width, info.height), replace(report, out=Path("out.mp4")), peak_memory())


def peak_memory() -> int:
    """Largest resident size of this process so far, in bytes."""
    if sys.platform == "win32":
        peak: int = psutil.Process().memory_info().peak_wset
        return peak
    import resource  # not on Windows

    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return largest if sys.platform == "darwin" else largest * 1024


@contextmanager
def _cache_in(folder: Path, lent: Iterable[str]) -> Iterator[None]:
    """Keep observations in another folder for a while; kinds that cannot be lent there are made anew."""
    usual = cache_folder()
    with suppress(OSError):  # links need a privilege on Windows
        for kind in lent:
            (usual / kind).mkdir(exist_ok=True)
            (folder / kind).symlink_to(usual / kind, target_is_directory=True)
    before = os.environ.get("DUBWRIGHT_CACHE")
    os.environ["DUBWRIGHT_CACHE"] = str(folder)
    try:
        yield
    finally:
        del os.environ["DUBWRIGHT_CACHE"]
        if before is not None:
            os.environ["DUBWRIGHT_CACHE"] = before


def _repeat(source: Path, seconds: float, target: Path, options: list[str]) -> None:
    run([ffmpeg_program(), "-y", "-stream_loop", "-1", "-i", str(source), "-t", str(seconds), *options, str(target)])
