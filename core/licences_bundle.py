"""Which distributions and system libraries a bundle was made of, found by its files; used only when one is built.

Knows nothing of PyInstaller but that a bundle is a list of places and of the files that go there.
"""

import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from importlib.metadata import distributions
from pathlib import Path, PurePath

from core.licences import Licence, gather, required

_SHARED = "FFmpeg, OpenCV's libraries"
"""A bundle in which OpenCV uses PyAV's has no build for OpenCV."""

_DEBIAN = Path("/usr/share/doc")


def licences_of_bundle(entries: Iterable[tuple[str, str]]) -> tuple[Licence, ...]:
    """Licences of what lies in a bundle; `entries` are (place in the bundle, the file it is made of).

    A place belongs to the distributions that have installed something of the same first name, such as `numpy.libs`.
    Files from the folders of the system belong to packages of Debian; elsewhere they are not looked for.
    """
    entries = tuple(entries)
    owners = _owners()
    names = {owner for place, _ in entries for owner in owners[_first(PurePath(place).parts)]}
    system = {Path(source) for _, source in entries if source.startswith(("/usr/", "/lib"))}
    parts = gather(names | {"dubwright"}, _system(system))
    carried = any("opencv_python" in source and "avcodec" in place for place, source in entries)
    return tuple(one for one in parts if carried or one.name != _SHARED)


def unlisted(entries: Iterable[tuple[str, str]]) -> set[str]:
    """Distributions that Dubwright needs and that a bundle has nothing of: left out on purpose, or forgotten."""
    owners = _owners()
    return required("dubwright") - {owner for place, _ in entries for owner in owners[_first(PurePath(place).parts)]}


@cache
def _owners() -> dict[str, set[str]]:
    """First part of a place beside Python's packages → names of the distributions that have files there."""
    owners: dict[str, set[str]] = defaultdict(set)
    for one in distributions():
        name = one.name.lower().replace("_", "-")  # reading it parses the metadata
        for file in one.files or []:
            if file.parts[0] not in ("..", "__pycache__"):
                owners[_first(file.parts)].add(name)
    return owners


def _first(parts: tuple[str, ...]) -> str:
    """The first part of a place; of a module that is a single file its name, whatever it is compiled to."""
    return parts[0] if len(parts) > 1 else parts[0].split(".")[0]


def _system(files: Iterable[Path]) -> list[Licence]:
    """The Debian packages that files belong to, each with what Debian wrote down of its licence."""
    if not shutil.which("dpkg-query"):
        return []
    packages = {package for file in files for package in _packages_of(file)}
    return [_of_package(package) for package in sorted(packages)]


def _packages_of(file: Path) -> set[str]:
    """Names of the packages that own a file; it may be registered by another of its paths."""
    for path in (file, file.resolve(), Path(str(file.resolve()).removeprefix("/usr"))):
        asked = subprocess.run(["dpkg-query", "-S", str(path)], capture_output=True, text=True, check=False)
        if asked.returncode == 0:
            return {line.rsplit(": ", 1)[0].split(":")[0] for line in asked.stdout.splitlines()}
    return set()


def _of_package(package: str) -> Licence:
    version = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Version}", package], capture_output=True, text=True, check=False
    ).stdout
    text = (_DEBIAN / package / "copyright").read_text(encoding="utf-8", errors="replace")
    names = [line.partition(":")[2].strip() for line in text.splitlines() if line.startswith("License:")]
    licence = ", ".join(dict.fromkeys(name for name in names if name)) or "see its text"
    return Licence(f"{package} (Debian)", version, licence, text)
