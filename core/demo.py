"""Dubs the built-in clip, so that a person sees a result before they have done anything. Knows where the clip lies."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.compare import write_sheet
from core.errors import MediaError
from core.job import Job
from core.media.probe import footage_of, probe
from core.paths import RESOURCES
from core.project import Clip, DubProject, Span, Voice
from core.render import export
from core.report import ExportReport

FOLDER = RESOURCES / "demo"
FILM = FOLDER / "presenter.mp4"


@dataclass(frozen=True, slots=True)
class DemoOutcome:
    """The dubbed film and the contact sheet."""

    report: ExportReport
    sheet: Path

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        return self.report.as_json() | {"sheet": str(self.sheet)}

    def as_text(self) -> str:
        """For people."""
        return f"{self.report.as_text()}\nFilm and result side by side: {self.sheet}"


def demo_voice() -> Path:
    """The voice that comes with the program. Raises MediaError if it is missing."""
    found = sorted(path for path in FOLDER.glob("voice.*"))
    if not found:
        raise MediaError("The built-in voice is missing.", "Install Dubwright again.")
    return found[0]


def demo_project() -> DubProject:
    """The built-in clip with the built-in voice over its whole length. Raises MediaError if one is missing."""
    info = probe(FILM)
    footage = footage_of(info)
    return DubProject(footage, (Clip("voice", Span(0, info.frames), Voice(demo_voice())),))


def run_demo(folder: Path) -> Job[DemoOutcome]:
    """Write `dubbed.mp4` and `sheet.png` into a folder. Raises MediaError if that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MediaError(f"{folder} cannot be made: {error.strerror}.", "Choose another folder with -o.") from error
    report = yield from export(demo_project(), folder / "dubbed.mp4")
    sheet = folder / "sheet.png"
    yield from write_sheet(FILM, report.out, sheet)
    return DemoOutcome(report, sheet)
