# ruff: noqa: T201 - a program of its own, which tells what it does
"""`python -m tests.bundle DIR [-o OUT]`: uses the built program in DIR as one does who knows nothing of Python.

DIR is what `python3 bootstrap.py bundle` made. It is copied to a folder whose name has spaces and letters that are not
Latin, and its programs run with an empty environment: no Python on the search path, a home of their own, another
current folder. As root on Linux the repository and Python themselves are hidden from them too, by empty folders over
them in a mount namespace of their own. One line a check, with seconds; pictures of the window go to OUT; the exit code
is 0 only if everything came about. Needs Xvfb for the window.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.framebuffer import Screen

REPOSITORY = Path(__file__).resolve().parent.parent
PROGRAMS = ("dubwright", "dubwright-app", "dubwright-train")
OF_THE_DESKTOP = {"libwayland-cursor.so.0", "libwayland-egl.so.1"}
"""Libraries that every desktop has which uses them; the bundle has none of its own."""

CHANGES = "_internal/resources/CHANGELOG.md"
ACCENT = bytes((0xFF, 0xA2, 0x5A))
"""Blue, green and red of the dark theme's accent: seen only where the style sheet was read."""
PATIENCE = 600.0
"""Seconds within which every command must end."""


class BundleError(Exception):
    """The bundle does not do what it should; the text says what."""


class Bundle:
    """The program where it was copied to, and a machine that has nothing else. `out` takes pictures."""

    def __init__(self, folder: Path, scratch: Path, out: Path) -> None:
        self.folder, self.scratch, self.out = folder, scratch, out
        self.demo = folder / "_internal" / "resources" / "demo"
        self.work = scratch / "Meine Filme – фильмы 映画"
        self.work.mkdir()
        self.home = scratch / "home"
        self.home.mkdir()
        self.writable = True

    def environment(self, **more: str) -> dict[str, str]:
        """What the programs see: nothing of ours."""
        empty = self.scratch / "bin"
        temporary = self.scratch / "tmp"
        for folder in (empty, temporary):
            folder.mkdir(exist_ok=True)
        places = {"PATH": str(empty), "HOME": str(self.home), "TMPDIR": str(temporary), "LANG": "C.UTF-8"}
        return {**places, "OMP_NUM_THREADS": os.environ.get("OMP_NUM_THREADS", "2"), **more}

    def start(self, program: str, *arguments: str | Path, **more: str) -> subprocess.Popen[str]:
        """Start one of the programs in the folder for films."""
        words = [str(self.folder / program), *map(str, arguments)]
        return subprocess.Popen(
            [*self._hidden(), *words],
            cwd=self.work,
            env=self.environment(**more),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, program: str, *arguments: str | Path, expected: int = 0) -> str:
        """Run one of the programs to its end; returns its standard output. Raises BundleError for another exit code."""
        return finished(self.start(program, *arguments), f"{program} {arguments[0]}", expected)

    def told(self, program: str, *arguments: str | Path) -> dict[str, Any]:
        """The result that a command tells to programs."""
        lines = [json.loads(line) for line in self.run(program, *arguments, "--json").splitlines()]
        return dict(lines[-1])

    def _hidden(self) -> list[str]:
        """What to put before a command so that it cannot see this repository, nor Python, nor write to the bundle."""
        if not can_hide():
            return []
        folders = {REPOSITORY, Path(sys.base_prefix).resolve(), Path(sys.prefix).resolve()}
        folders = {one for one in folders if one not in (Path("/usr"), Path("/")) and one not in self.folder.parents}
        steps = [f"mount -t tmpfs none '{one}'" for one in sorted(folders) if not _within(one, folders)]
        if not self.writable:
            steps += [f"mount --bind '{self.folder}' '{self.folder}'", f"mount -o remount,ro,bind '{self.folder}'"]
        script = " && ".join([*steps, 'exec "$@"'])
        return ["/usr/bin/unshare", "--mount", "/bin/sh", "-c", f"PATH=/usr/bin:/bin:/usr/sbin; {script}", "sh"]


def main() -> int:
    """Run every check; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("-o", "--out", type=Path, default=Path("bundle-pictures"), help="folder for the pictures")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="these checks, and what they build on")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="dubwright bundle ") as scratch:
        place = Path(scratch) / "Программы 程序" / "Dubwright öfter"
        shutil.copytree(options.folder, place, symlinks=True)
        hidden = "hidden" if can_hide() else "not hidden (that takes root and Linux)"
        print(f"in {place}\nthis repository and Python are {hidden}; load {os.getloadavg()[0]:.1f}", flush=True)
        bundle = Bundle(place, Path(scratch), options.out.resolve())
        return carry_out(bundle, [check for check in CHECKS if not options.only or check.__name__ in options.only])


def carry_out(bundle: Bundle, checks: list[Callable[[Bundle], str]]) -> int:
    """Run checks one after the other, a line each; returns how the program ends."""
    faults = 0
    for check in checks:
        started = time.monotonic()
        try:
            mark, told = "ok   ", check(bundle)
        except (BundleError, OSError) as fault:
            mark, told, faults = "FAULT", str(fault), faults + 1
        print(f"{mark} {time.monotonic() - started:6.1f} s  {check.__name__:18} {told}", flush=True)
    print("bundle: done" if not faults else f"bundle: {faults} faults")
    return 1 if faults else 0


def contents(bundle: Bundle) -> str:
    """The programs, the licences, one Qt; no tests; every library finds what it is linked with."""
    missing = [name for name in (*PROGRAMS, "LICENCES", CHANGES) if not (bundle.folder / name).is_file()]
    files = [path for path in bundle.folder.rglob("*") if path.is_file() and not path.is_symlink()]
    qt = {path.name for path in files if "Core" in path.name and path.name.startswith(("libQt", "Qt"))}
    expect(not missing, f"missing: {missing}")
    expect(len([name for name in qt if ".so" in name or ".dll" in name]) <= 2, f"more than one Qt: {sorted(qt)}")
    tests = [str(path) for path in files if "tests" in path.relative_to(bundle.folder).parts]
    expect(not tests, f"tests are packed: {tests[:3]}")
    lost = list(unlinked(bundle, files))
    expect(not lost, f"libraries that are not found: {lost[:6]}")
    size = sum(path.stat().st_size for path in files)
    return f"{size / 1e6:.0f} MB in {len(files)} files; every library finds what it is linked with"


def versions(bundle: Bundle) -> str:
    """All three tell the same version."""
    told = {bundle.run(program, "--version").strip() for program in PROGRAMS}
    expect(len(told) == 1 and "." in next(iter(told)), f"{told}")
    return next(iter(told))


def selfcheck(bundle: Bundle) -> str:
    """Nothing that stops a dub; the weights that belong to the program are in it."""
    found = bundle.told("dubwright", "selfcheck")["findings"]
    stops = [one["fault"] for one in found if one["fault"] and one["stops"]]
    expect(not stops, f"{stops}")
    inside = [one["name"] for one in found if one["name"].startswith("weights ") and str(bundle.folder) in one["value"]]
    expect({"weights face_mesh", "weights instant"} <= set(inside), f"weights inside: {inside}")
    return "; ".join(one["fault"] for one in found if one["fault"]) or "no fault"


def licences(bundle: Bundle) -> str:
    """The list tells of what is inside, and stands as a file beside the programs."""
    rows = bundle.told("dubwright", "licences")["licences"]
    names = {row["name"]: row["licence"] for row in rows}
    expect({"torch", "numpy", "openvino", "FFmpeg, the program"} <= set(names), f"{sorted(names)}")
    text = (bundle.folder / "LICENCES").read_text(encoding="utf-8")
    expect(all(name in text for name in names), "the file lacks some")
    return f"{len(rows)} parts; FFmpeg's program: {names['FFmpeg, the program']}"


def demo(bundle: Bundle) -> str:
    """The built-in clip is dubbed."""
    started = time.monotonic()
    bundle.told("dubwright", "demo", "-o", bundle.work / "демо")
    expect((bundle.work / "демо" / "dubbed.mp4").stat().st_size > 50_000, "the film is empty")
    return f"8 s of film, start and analysis included, in {time.monotonic() - started:.1f} s"


def dub(bundle: Bundle) -> str:
    """A film whose path has spaces and letters that are not Latin."""
    film, voice = bundle.work / "мой фильм 映画.mp4", bundle.work / "voix à moi.flac"
    shutil.copy(bundle.demo / "presenter.mp4", film)
    shutil.copy(bundle.demo / "voice.flac", voice)
    bundle.told("dubwright", "dub", film.name, voice, "-o", "говорит é.mkv", "--range", "0:1", "--codec", "hevc")
    expect((bundle.work / "говорит é.mkv").stat().st_size > 10_000, "the film is empty")
    return "говорит é.mkv written, hevc"


def menu(bundle: Bundle) -> str:
    """The desktop is told of the program, and told to forget it; the path stands in quotation marks."""
    if not sys.platform.startswith("linux"):
        return "not on this system"
    words = ["/bin/sh", str(bundle.folder / "install.sh")]
    environment = bundle.environment(PATH="/usr/bin:/bin")
    subprocess.run(words, env=environment, check=True, stdout=subprocess.DEVNULL)
    entry = bundle.home / ".local/share/applications/dubwright.desktop"
    wanted = f'Exec="{bundle.folder}/dubwright-app" %F'
    expect(wanted in entry.read_text(encoding="utf-8").splitlines(), f"no {wanted}")
    told = subprocess.run([bundle.home / ".local/bin/dubwright", "--version"], env=environment, capture_output=True)
    expect(told.returncode == 0, f"by its link: {told.stderr[-300:]!r}")
    if validate := shutil.which("desktop-file-validate"):
        found = subprocess.run([validate, str(entry)], capture_output=True, text=True)
        expect(found.returncode == 0, found.stdout)
    subprocess.run([*words, "--remove"], env=environment, check=True)
    expect(not entry.exists(), "the entry stays")
    return "entry, icons and links made and removed" + (", entry valid" if validate else "")


def live(bundle: Bundle) -> str:
    """A face speaks for two seconds, recorded."""
    clip, sound = bundle.demo / "presenter.mp4", bundle.demo / "voice.flac"
    bundle.told("dubwright", "live", "--face", clip, "--sound", sound, "--seconds", "2", "-o", "live.mp4")
    expect((bundle.work / "live.mp4").stat().st_size > 10_000, "the film is empty")
    return "live.mp4 written"


def window(bundle: Bundle) -> str:
    """The window opens on a display, twice empty, then with a film; a picture of each."""
    seconds = [opened(bundle, "window-empty"), opened(bundle, "window-empty-again")]
    clip, voice = bundle.demo / "presenter.mp4", bundle.demo / "voice.flac"
    opened(bundle, "window-film", clip, voice, rest=25.0)
    return f"first picture after {seconds[0]:.1f} s, then {seconds[1]:.1f} s"


def weights(bundle: Bundle) -> str:
    """A folder in the official layout is imported and verified; it dubs, and runs with both backends."""
    models = bundle.scratch / "модели models"
    code = f"from pathlib import Path; from tests.official import write_official; write_official(Path({str(models)!r}))"
    subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, check=True)
    bundle.told("dubwright", "weights", "import", models, "--name", "mine")
    clip, voice = bundle.demo / "presenter.mp4", bundle.demo / "voice.flac"
    bundle.told("dubwright", "weights", "verify", "mine")
    engine = ("--engine", "musetalk", "--weights", models)
    bundle.told("dubwright", "dub", clip, voice, "-o", "musetalk.mp4", *engine, "--range", "0:0.4", "--region", "jaw")
    for backend in ("torch", "openvino"):
        bundle.told("dubwright", "bench", *engine, "--seconds", "0", "--backend", backend)
    return "imported, verified, dubbed with, run by torch and by OpenVINO"


def training(bundle: Bundle) -> str:
    """Clips are prepared from a film, the recipe `smoke` trains, and what it made is exported."""
    films, models = bundle.work / "people" / "one", bundle.scratch / "модели models"
    films.mkdir(parents=True)
    shutil.copy(bundle.work / "демо" / "dubbed.mp4", films)
    bundle.told("dubwright-train", "prepare", films.parent, "-o", "shards")
    bundle.told("dubwright-train", "train", "smoke", "--data", "shards", "--weights", models, "-o", "run")
    bundle.told("dubwright-train", "export", "run", "-o", "trained")
    return "prepared, trained, exported"


def processes(bundle: Bundle) -> str:
    """The trainer starts processes of its own program."""
    bundle.run("dubwright-train", "mouth", "--minutes", "0.05", "-o", "mouth")
    expect(any((bundle.work / "mouth").iterdir()), "no weights were written")
    return "speech was made by two processes, and learned from"


def two_at_once(bundle: Bundle) -> str:
    """Two dubs and two windows of the same person at the same time."""
    dubs = [bundle.start("dubwright", "demo", "-o", bundle.work / f"twin {number}") for number in (1, 2)]
    for number, process in enumerate(dubs, 1):
        finished(process, f"dub {number} of 2")
    films = [(bundle.work / f"twin {number}" / "dubbed.mp4").read_bytes() for number in (1, 2)]
    expect(len(films[0]) == len(films[1]), "the two films differ in length")
    with Screen(1600, 1000) as screen:
        windows = [bundle.start("dubwright-app", DISPLAY=screen.name) for _ in range(2)]
        screen.wait_for_picture(60)
        time.sleep(12)
        screen.save(bundle.out / "two-windows.png")
        for process in windows:
            ended(process, "a window of two")
    return "two dubs with the same result, two windows"


def read_only(bundle: Bundle) -> str:
    """Nothing is ever written into the folder of the program, and it need not be writable."""
    before = listing(bundle.folder)
    bundle.writable = False
    bundle.told("dubwright", "demo", "-o", bundle.work / "read-only")
    opened(bundle, "window-read-only")
    bundle.writable = True
    expect(listing(bundle.folder) == before, "files have changed")
    return "read-only by a mount" if can_hide() else "nothing was written"


CHECKS: list[Callable[[Bundle], str]] = [
    *(
        contents,
        versions,
        selfcheck,
        licences,
        demo,
        dub,
        menu,
        live,
        window,
        weights,
        training,
        processes,
        two_at_once,
    ),
    read_only,
]


def opened(bundle: Bundle, picture: str, *files: Path, rest: float = 3.0) -> float:
    """Open the window on a screen of its own; returns the seconds until something was painted."""
    with Screen(1600, 1000) as screen:
        started = time.monotonic()
        process = bundle.start("dubwright-app", *files, DISPLAY=screen.name)
        try:
            screen.wait_for_picture(60)
            seconds = time.monotonic() - started
            time.sleep(rest)
            screen.save(bundle.out / f"{picture}.png")
            expect(ACCENT in screen.pixels(), "the window is not dressed: its accent colour is nowhere to be seen")
        except TimeoutError as error:
            process.kill()
            raise BundleError(f"no window: {process.communicate()[1][-500:]}") from error
        ended(process, "the window")
    return seconds


def ended(process: subprocess.Popen[str], name: str) -> None:
    """Ask a window that still runs to end. Raises BundleError if it had died, or complained of a defect."""
    alive = process.poll() is None
    process.terminate()
    try:
        _, complaint = process.communicate(timeout=30)
    except subprocess.TimeoutExpired:
        process.kill()
        _, complaint = process.communicate()
    expect(alive, f"{name} ended by itself: {complaint[-500:]}")
    expect("Traceback" not in complaint, f"{name}: {complaint[-500:]}")


def finished(process: subprocess.Popen[str], name: str, expected: int = 0) -> str:
    """Wait for a command; returns its standard output. Raises BundleError for another exit code."""
    try:
        told, complaint = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired as error:
        process.kill()
        raise BundleError(f"{name} did not end within {PATIENCE:.0f} s") from error
    expect(process.returncode == expected, f"{name}: exit code {process.returncode}: {(told + complaint)[-700:]}")
    return told


def expect(truth: bool, otherwise: str) -> None:
    """Raise BundleError with these words if something is not as it should be."""
    if not truth:
        raise BundleError(otherwise)


def unlinked(bundle: Bundle, files: list[Path]) -> Iterator[str]:
    """Libraries that some library of the bundle is linked with, and that neither it nor the system has."""
    if not (sys.platform.startswith("linux") and shutil.which("ldd")):
        return
    inside = bundle.folder / "_internal"
    for file in files:
        if ".so" in file.name:
            asked = subprocess.run(
                ["ldd", str(file)], env={"LD_LIBRARY_PATH": str(inside), "PATH": "/usr/bin:/bin"}, text=True,
                capture_output=True, check=False,
            )  # fmt: skip
            lost = {line.split()[0] for line in asked.stdout.splitlines() if "not found" in line}
            yield from (f"{file.name}: {name}" for name in lost - OF_THE_DESKTOP)


def listing(folder: Path) -> list[tuple[str, int, int]]:
    """Every file with its size and time of change."""
    found = [(path, path.lstat()) for path in sorted(folder.rglob("*"))]
    return [(str(path), state.st_size, state.st_mtime_ns) for path, state in found]


def can_hide() -> bool:
    """Whether folders can be hidden from a program."""
    if not (sys.platform.startswith("linux") and os.geteuid() == 0 and shutil.which("unshare")):
        return False
    return subprocess.run(["unshare", "--mount", "true"], capture_output=True, check=False).returncode == 0


def _within(folder: Path, folders: set[Path]) -> bool:
    return any(other in folder.parents for other in folders)


if __name__ == "__main__":
    sys.exit(main())
