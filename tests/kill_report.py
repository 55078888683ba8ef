# ruff: noqa: T201 - a program of its own, which tells what it measured
"""`python -m tests.kill_report [edit|export] [--times N]`: what is lost when the window is killed at random moments?

The real window (`tests.kill_target`) edits, or exports, until it gets SIGKILL at a moment by chance; then it is started
again as a person would, and once more killed, N times. Told is: how old the oldest lost edit was; whether the saved
project can be read; what became of half-written films, of the source, of the queue, of other programs and temporary
files. The exit code is 0 if less than ten seconds were lost and nothing was damaged.
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import psutil

from core.errors import DubError
from core.media.ffmpeg import ffmpeg_program, run
from core.media.probe import footage_of, probe
from core.paths import RESOURCES
from core.project import Clip, DubProject, Span, Voice
from core.project_file import load_project, save_project

ALLOWED = 10.0
"""Seconds of work that may be lost."""

_PATIENCE = 300.0
_MOMENT = 1.0
_ALONE = 10.0  # seconds after which programs that it had started must have ended


@dataclass
class Findings:
    """What was found after all kills."""

    kills: int = 0
    lost: list[float] = field(default_factory=list)
    remembered: int = 0
    halves: int = 0
    wrong: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def expect(self, is_so: bool, what: str) -> None:
        if not is_so:
            self.wrong.append(f"kill {self.kills}: {what}")


class Home:
    """A folder with a film and a project, in which everything that the window writes lies too."""

    def __init__(self, folder: Path, seconds: int) -> None:
        self.folder = folder
        self.films = folder / "films"
        self.film = folder / "film.mp4"
        self.project = folder / "film.dub"
        self._read = 0
        for each in (self.films, folder / "tmp"):
            each.mkdir()
        source = ["-t", str(seconds), "-i", str(RESOURCES / "demo" / "presenter.mp4")]
        run([ffmpeg_program(), "-y", *source, "-vf", "scale=480:-2", "-c:a", "aac", str(self.film)])
        info = probe(self.film)
        clip = Clip("a", Span(0, info.frames), Voice(RESOURCES / "demo" / "voice.flac"))
        save_project(DubProject(footage_of(info), (clip,)), self.project)
        self.source = sha256(self.film.read_bytes()).hexdigest()

    @contextmanager
    def started(self, kind: str) -> Iterator["subprocess.Popen[bytes]"]:
        """The window at work; it is killed at the end of the block, if it still lives."""
        names = ("CONFIG", "LOGS", "CACHE", "RECOVERY")
        own = {f"DUBWRIGHT_{name}": str(self.folder / name.lower()) for name in names}
        env = {**os.environ, **own, "TMPDIR": str(self.folder / "tmp")}
        if not os.environ.get("DISPLAY"):
            env["QT_QPA_PLATFORM"] = "offscreen"
        command = [sys.executable, "-m", "tests.kill_target", kind, str(self.folder)]
        with subprocess.Popen(command, env=env, start_new_session=True, stderr=subprocess.DEVNULL) as process:
            try:
                yield process
            finally:
                process.send_signal(signal.SIGKILL)

    def events(self) -> list[dict[str, Any]]:
        """What the window has told since the last time this was asked."""
        file = self.folder / "told.jsonl"
        lines = file.read_text(encoding="utf-8").split("\n")[:-1] if file.exists() else []
        new, self._read = lines[self._read :], len(lines)
        return [json.loads(line) for line in new]

    def wait(self, process: "subprocess.Popen[bytes]", *kinds: str) -> list[dict[str, Any]]:
        """Everything that is told until one of these comes."""
        seen: list[dict[str, Any]] = []
        end = time.monotonic() + _PATIENCE
        while not any(event["event"] in kinds for event in seen):
            if process.poll() is not None or time.monotonic() > end:
                raise SystemExit(f"kill_report: no {kinds} after {seen}")
            time.sleep(0.01)
            seen += self.events()
        return seen

    def check_source(self, findings: Findings) -> None:
        """Whether the film and the saved project are whole."""
        findings.expect(sha256(self.film.read_bytes()).hexdigest() == self.source, "the film was changed")
        try:
            load_project(self.project)
        except DubError as error:
            findings.expect(False, str(error))


def kill_editing(home: Home, times: int, chance: random.Random, longest: float = 12.0) -> Findings:
    """Kill while somebody edits."""
    findings = Findings()
    states: list[tuple[float, str]] = []
    died = 0.0
    for number in range(times + 1):
        with home.started("edit") as process:
            seen = home.wait(process, "state")
            findings.told += [event["text"] for event in seen if event["event"] in {"asked", "said"}]
            first = next(event for event in seen if event["event"] == "state")
            if number:
                _judge_loss(findings, states, died, first["print"])
            if number < times:
                time.sleep(chance.uniform(0.1, longest))
        died = time.time()
        findings.kills += number < times
        seen += home.events()
        states = [(event["time"], event["print"]) for event in seen if event["event"] == "state"]
        home.check_source(findings)
    return findings


def _judge_loss(findings: Findings, states: list[tuple[float, str]], died: float, found: str) -> None:
    """How old, when the program died, was the oldest edit that did not come back?"""
    places = [number for number, (_, state) in enumerate(states) if state == found]
    if not places:
        findings.expect(False, "what came back is no state that there was")
        return
    after = [at for at, _ in states[places[-1] + 1 :]]
    findings.lost.append(died - after[0] if after else 0.0)


def kill_exporting(home: Home, times: int, chance: random.Random) -> Findings:
    """Kill while films are written; at last one is let be finished."""
    findings = Findings()
    reference, seconds = _undisturbed(home)
    queue: dict[str, Any] = {}
    died = 0.0
    for number in range(times + 1):
        with home.started("export") as process:
            seen = home.wait(process, "found")
            findings.told += [event["text"] for event in seen if event["event"] in {"asked", "said"}]
            if number:
                _judge_start(findings, queue, died, next(event for event in seen if event["event"] == "found"))
            seen += home.wait(process, "queue", "progress")
            if number < times:
                _wait_for_the_moment(home, process, chance.uniform(0.0, seconds), is_writing=number % 2 == 0)
            else:
                (home.folder / "enough").touch()
                process.wait(_PATIENCE)
        died = time.time()
        findings.kills += number < times
        _judge_files(findings, home, reference, process.pid)
        queue = [event for event in [*seen, *home.events()] if event["event"] == "queue"][-1]
    findings.expect(any(home.films.glob("*.mp4")), "no film was written in the end")
    left = [path.name for place in (home.films, home.folder / "tmp") for path in place.iterdir()]
    findings.expect(all(name.endswith(".mp4") for name in left), f"left over: {left}")
    return findings


def _judge_start(findings: Findings, queue: dict[str, Any], died: float, told: dict[str, Any]) -> None:
    """Whether the queue is that of the killed program, but for what it did in its last moment, and halves are gone."""
    had = [state for state in queue["states"] if state in {"waiting", "running"}]
    remembered = told["states"] == ["waiting"] * len(had) and told["held"] == bool(had)
    findings.expect(remembered or died - queue["time"] < _MOMENT, f"the queue had {had} and has {told['states']}")
    findings.expect(not any(film.endswith(".part") for film in told["films"]), "half a film is left")
    findings.remembered += bool(had and remembered)


def _judge_files(findings: Findings, home: Home, reference: bytes, session: int) -> None:
    """Whether films that bear their names are whole, the source too, and nobody works on."""
    findings.expect(_all_ended(session), "a program that it started lives on")
    for film in home.films.glob("*.mp4"):
        findings.expect(film.read_bytes() == reference, f"{film.name} is not what is written undisturbed")
    findings.halves += len(list(home.films.glob("*.part")))
    home.check_source(findings)


def _wait_for_the_moment(home: Home, process: "subprocess.Popen[bytes]", seconds: float, is_writing: bool) -> None:
    """Wait for any moment of an export, or for one at which a film is being written."""
    end = time.monotonic() + _PATIENCE
    while is_writing and not any(home.films.glob("*.part")):
        if process.poll() is not None or time.monotonic() > end:
            raise SystemExit("kill_report: nothing is written")
        time.sleep(0.005)
    time.sleep(seconds / 4 if is_writing else seconds)


def _undisturbed(home: Home) -> tuple[bytes, float]:
    """The film that is written when nobody disturbs, which is taken away, and how long its writing takes."""
    (home.folder / "enough").touch()
    with home.started("export") as process:
        begun = home.wait(process, "queue")[-1]["time"]
        process.wait(_PATIENCE)
    (home.folder / "enough").unlink()
    seconds = home.events()[-1]["time"] - begun
    (film,) = home.films.iterdir()
    reference = film.read_bytes()
    film.unlink()
    return reference, seconds


def _all_ended(session: int) -> bool:
    """Whether nothing that a killed program had started works on; encoders may finish what they have."""
    end = time.monotonic() + _ALONE
    while time.monotonic() < end:
        if not any(_session_of(process) == session for process in psutil.process_iter()):
            return True
        time.sleep(0.1)
    return False


def _session_of(process: psutil.Process) -> int:
    try:
        return os.getsid(process.pid) if process.status() != psutil.STATUS_ZOMBIE else -1
    except (OSError, psutil.NoSuchProcess):
        return -1


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", choices=("edit", "export", "both"), default="both")
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--seed", type=int, default=None)
    options = parser.parse_args()
    seed = random.randrange(10**6) if options.seed is None else options.seed
    print(f"load of this machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; seed {seed}")
    wrong = 0
    for kind, kill in (("edit", kill_editing), ("export", kill_exporting)):
        if options.what not in {kind, "both"}:
            continue
        folder = Path(tempfile.mkdtemp(prefix="killed-"))
        findings = kill(Home(folder, 4), options.times, random.Random(seed))
        wrong += _show(kind, findings)
        shutil.rmtree(folder)
    return 1 if wrong else 0


def _show(kind: str, findings: Findings) -> int:
    print(f"{kind}: {findings.kills} kills, {len(findings.wrong)} faults", *findings.wrong, sep="\n  ")
    if findings.lost:
        every = sorted(findings.lost)
        print(f"  oldest edit that was lost: median {every[len(every) // 2]:.1f} s, most {every[-1]:.1f} s")
    if kind == "export":
        print(f"  half-written films: {findings.halves}; queues that came back: {findings.remembered}")
    for text in sorted(set(findings.told)):
        print(f"  {findings.told.count(text)} × {text}")
    return len(findings.wrong) + sum(lost > ALLOWED for lost in findings.lost)


if __name__ == "__main__":
    sys.exit(main())
