# ruff: noqa: T201 - a program of its own, which tells what it measured
"""`python -m tests.scrub_report [--height N] [--gop N] [--jumps N] [--bursts N]`: how soon is a picture seen?

Makes a film of the built-in presenter, N pixels high, with a key frame every N frames, opens it in the real window with
the built-in voice, and jumps to places by chance: first without rough pictures, then with them. Measured is from the
jump to any picture of the new place, and to the frame itself, in milliseconds. Then 200 places are asked for, one every
5 ms, again and again, without rough pictures: measured is from the last of them to its frame, and how long the window's
thread was busy at a time.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from pathlib import Path

if not os.environ.get("DISPLAY") and sys.platform.startswith("linux"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.application import Application
from core.media import ffmpeg
from core.paths import RESOURCES
from tests.app.fakes import FakeDialogs
from tests.window_report import Beat, rest, share, until

DEMO = RESOURCES / "demo"


def make_film(folder: Path, height: int, gop: int) -> Path:
    film = folder / "film.mp4"
    source = ["-stream_loop", "9", "-i", str(DEMO / "presenter.mp4")]
    how = ["-vf", f"scale=-2:{height}", "-an", "-frames:v", "750", "-c:v", "libx264", "-preset", "fast", "-crf", "18"]
    keys = ["-g", str(gop), "-keyint_min", str(gop), "-sc_threshold", "0"]
    ffmpeg.run([ffmpeg.ffmpeg_program(), "-y", *source, *how, *keys, str(film)])
    return film


def jump(application: Application, frame: int) -> tuple[float, float]:
    """Milliseconds to any picture of a frame, and to the frame itself."""
    pictures: list[float] = []
    seen = application.preview.shown.connect(lambda shown: pictures.append(time.perf_counter()) if shown else None)
    begun = time.perf_counter()
    application.preview.seek(frame)
    until(lambda: application.window.stage.shown_frame == frame, "a picture")
    end = time.perf_counter()
    application.preview.shown.disconnect(seen)
    return (pictures[0] - begun) * 1000, (end - begun) * 1000


def measure(application: Application, places: list[int], title: str) -> None:
    waits = [jump(application, frame) for frame in places]
    for name, values in (("any picture", [w[0] for w in waits]), ("the frame itself", [w[1] for w in waits])):
        figures = " / ".join(f"{share(values, part):.0f}" for part in (0.5, 0.95, 1.0))
        print(f"| {title} | {name} | {figures} ms |", flush=True)


def burst(application: Application, places: list[int]) -> float:
    """Milliseconds from the last of many requests to its frame."""
    for frame in places:
        application.preview.seek(frame)
        rest(0.005)
    begun = time.perf_counter()
    until(lambda: application.window.stage.shown_frame == places[-1], "the last picture")
    return (time.perf_counter() - begun) * 1000


def measure_bursts(application: Application, bursts: int, chance: random.Random) -> None:
    beat = Beat(application)
    waits = []
    for _ in range(bursts):
        waits.append(burst(application, [chance.randrange(application.preview.frames) for _ in range(200)]))
        rest(0.5)
    beat.stop()
    for name, values in (("last of 200 in a burst, without", waits), ("gaps of a 5 ms timer meanwhile", beat.gaps)):
        figures = " / ".join(f"{share(values, part):.0f}" for part in (0.5, 0.95, 1.0))
        print(f"| {name} | | {figures} ms |", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--height", type=int, default=1080)
    parser.add_argument("--gop", type=int, default=250)
    parser.add_argument("--jumps", type=int, default=40)
    parser.add_argument("--bursts", type=int, default=10)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        for name in ("CONFIG", "LOGS", "CACHE", "RECOVERY"):
            os.environ[f"DUBWRIGHT_{name}"] = str(Path(home) / name.lower())
        film = make_film(Path(home), options.height, options.gop)
        application = Application(QApplication([]), dialogs=FakeDialogs())
        application.window.resize(1360, 860)
        application.window.show()
        application.commands.take([(DEMO / "voice.flac").absolute(), film])
        until(lambda: application.window.stage.video._dubbed is not None, "the dubbed picture")
        begun = time.perf_counter()
        until(lambda: application.preview._has_rough, "rough pictures")
        files = list((Path(home) / "cache" / "proxies").iterdir())
        size = sum(path.stat().st_size for path in files) / application.preview.frames / 1000
        print(f"rough pictures: {time.perf_counter() - begun:.0f} s, {size:.0f} kB a frame")
        application.preview._idle.setInterval(10**7)  # nothing is made ready meanwhile
        application.preview._stop_filling()
        application.preview.kept.limit(0)
        application.preview.seek(1)  # what was kept goes
        rest(1.0)
        chance = random.Random(5)
        places = chance.sample(range(application.preview.frames), options.jumps)
        print(f"load of this machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
        print("| | | median / 95 % / most |\n|---|---|---|")
        application.preview._has_rough = False
        measure(application, places, "without rough pictures")
        application.preview._has_rough = True
        measure(application, [place ^ 1 for place in places], "with them")
        application.preview._has_rough = False
        measure_bursts(application, options.bursts, chance)
        application.shut_down()
    return 0


if __name__ == "__main__":
    sys.exit(main())
