"""Values for tests: projects, sounds, faces. Small, exact, made anew each time."""

from fractions import Fraction
from pathlib import Path

from core.project import Clip, DubProject, Footage, Span, Voice


def make_footage(frames: int = 100, rate: Fraction = Fraction(25)) -> Footage:
    return Footage(Path("/films/film.mp4"), "f" * 16, frames, rate)


def make_clip(name: str = "a", start: int = 0, stop: int = 10, face: int | None = None) -> Clip:
    return Clip(name, Span(start, stop), Voice(Path("/voices/line.wav"), Fraction(start, 25)), face)


def make_project(clips: int = 3, frames: int = 100) -> DubProject:
    made = tuple(make_clip(f"c{i}", i * 10, i * 10 + 8) for i in range(clips))
    return DubProject(footage=make_footage(frames), clips=made)
