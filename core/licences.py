"""What this installation is made of, and under which licences. Knows nothing of how a bundle is built.

A bundle carries the list that was made when it was built. Elsewhere the list is made of what the installed packages say
of themselves; what Dubwright needs is found by walking the requirements from its own.
"""

import json
import platform
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from core.paths import RESOURCES

LISTED = "licences.json"
"""Name of the list in a bundle's resources."""

_TEXT = re.compile(r"^(licen[cs]e|copying|notice|third.?party|unlicen[cs]e)", re.IGNORECASE)
_REQUIRED = re.compile(r"^[A-Za-z0-9._-]+")
_OWN_COPIES = ("LGPL-3.0", "LGPL-2.1", "GPL-3.0", "GPL-2.0", "Apache-2.0", "MIT")
_STATED = {"insightface": "MIT"}
"""What is stated in a package's description only."""

_APART = "\n\n" + "-" * 80 + "\n\n"


@dataclass(frozen=True, slots=True)
class Licence:
    """One part of the program: what it is called, its version, the short name of its licence, and the licence's words.

    `text` is empty only if neither the part nor we have the words.
    """

    name: str
    version: str
    licence: str
    text: str


def licences() -> tuple[Licence, ...]:
    """Everything that this installation is made of, Dubwright first, then by name."""
    listed = RESOURCES / LISTED
    return read_licences(listed) if listed.is_file() else gather(required("dubwright"))


def gather(distributions: Iterable[str], others: Iterable[Licence] = ()) -> tuple[Licence, ...]:
    """The licences of these distributions, of Python, of FFmpeg's builds, of the weights and of `others`."""
    packages = [_of_distribution(distribution(name)) for name in set(distributions) - {"dubwright"}]
    parts = sorted([_python(), *packages, *_ffmpeg(), *_weights(), *others], key=lambda one: one.name.lower())
    return (_of_distribution(distribution("dubwright")), *parts)


def required(name: str) -> set[str]:
    """Names of the installed distributions that one needs, itself included, without extras."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        name = _normal(waiting.pop())
        if name in found or (known := _installed(name)) is None:
            continue
        found.add(name)
        waiting += [match[0] for text in known.requires or [] if "extra ==" not in text
                    if (match := _REQUIRED.match(text))]  # fmt: skip
    return found


def as_text(parts: Iterable[Licence]) -> str:
    """The list for people: a table of names, then every licence's words."""
    parts = tuple(parts)
    table = "\n".join(f"{one.name:32} {one.version:24} {one.licence}".rstrip() for one in parts)
    texts = [f"{one.name} {one.version}\n{one.licence}\n\n{one.text or 'It brings no text.'}" for one in parts]
    return f"{_HEAD}\n\n{table}{_APART}{_APART.join(texts)}\n"


def write_licences(parts: Iterable[Licence], path: Path) -> None:
    """Write the list where `read_licences` finds it; words that are the same are written once."""
    parts = tuple(parts)
    texts = list(dict.fromkeys(one.text for one in parts))
    rows = [asdict(one) | {"text": texts.index(one.text)} for one in parts]
    path.write_text(json.dumps({"texts": texts, "parts": rows}, ensure_ascii=False, indent=1), encoding="utf-8")


def read_licences(path: Path) -> tuple[Licence, ...]:
    """The list that was written to a file."""
    table = json.loads(path.read_text(encoding="utf-8"))
    return tuple(Licence(**row | {"text": table["texts"][row["text"]]}) for row in table["parts"])


def words_of(licence: str) -> str:
    """Our copy of the words of a licence that is named so or contains that name; "" if we have none."""
    wanted = re.split(r"[^a-z0-9.-]+", re.sub("apache (2|software)", "apache-2", licence.lower()))
    names = [name for name in _OWN_COPIES if any(word.startswith(name.lower().removesuffix(".0")) for word in wanted)]
    texts = [(RESOURCES / "licences" / f"{name}.txt").read_text(encoding="utf-8") for name in names]
    return _APART.join(texts)


_HEAD = (
    "Dubwright is under the MIT licence. What it is built of has licences of its own, which are listed here: first a\n"
    "table, then the words of each. Parts under the GPL are in it (FFmpeg's program, x264 and x265), so that a bundle\n"
    "as a whole is passed on under the terms of the GNU General Public License, version 3 or later."
)


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _of_distribution(found: Distribution) -> Licence:
    licence = _short_name(found)
    texts = list(_texts(found)) or [words_of(licence)]
    return Licence(found.metadata["Name"], found.version, licence, _APART.join(dict.fromkeys(texts)))


def _short_name(found: Distribution) -> str:
    """The expression; else the classifiers; else the first line of the free field, if it is a name and not a text."""
    if expression := _field(found, "License-Expression") or _STATED.get(_normal(found.name)):
        return expression
    free = _field(found, "License")
    classified = [
        str(line).rsplit("::", 1)[-1].strip()
        for line in found.metadata.get_all("Classifier") or []
        if str(line).startswith("License ::") and not str(line).endswith("OSI Approved")
    ]
    if free and "\n" not in free and free != "UNKNOWN" and len(free) < 80:
        return free
    return ", ".join(classified) or "see its text"


def _field(found: Distribution, name: str) -> str:
    return str(found.metadata[name]).strip() if name in found.metadata else ""


def _texts(found: Distribution) -> Iterator[str]:
    for file in found.files or []:
        if _TEXT.match(file.name) and file.suffix.lower() not in (".py", ".pyc", ".pyi", ".html"):
            place = Path(str(file.locate()))
            if place.is_file():
                yield place.read_text(encoding="utf-8", errors="replace").strip()


def _python() -> Licence:
    text = "Python is under the licence of the Python Software Foundation: https://docs.python.org/3/license.html"
    place = Path(sys.base_prefix) / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "LICENSE.txt"
    if place.is_file():
        text = place.read_text(encoding="utf-8")
    return Licence("Python", platform.python_version(), "PSF-2.0", text)


def _ffmpeg() -> list[Licence]:
    """The builds of FFmpeg, with where their source is, which the GPL asks for."""
    from core.media.builds import ffmpeg_builds

    source = "The source is at https://ffmpeg.org and, for what was changed, with those who built it:"
    return [
        Licence(
            f"FFmpeg, {build.within}",
            build.version,
            build.licence,
            f"{source}\n{build.builders}\n\nBuilt with: {build.configuration}\n\n{words_of(build.licence)}",
        )
        for build in ffmpeg_builds()
    ]


def _weights() -> list[Licence]:
    """The networks that are part of the program; others are fetched under licences of their own."""
    from core.weights import catalogue

    carried = [row for row in catalogue().values() if row.needed]
    return [Licence(f"weights “{row.name}”", "", row.licence, words_of(row.licence)) for row in carried]


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
