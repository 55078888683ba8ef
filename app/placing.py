"""Voices that are put on the timeline at a place: looked at first, then spoken from there on. Knows no widget."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import partial
from math import ceil
from pathlib import Path

from app.commands import Commands
from app.language import tr
from core import edit
from core.project import Span


def place_voices(commands: Commands, paths: Sequence[Path], frame: int) -> None:
    """Let voices be spoken from a frame on, one after the other; a film lends its sound."""
    if not paths:
        return
    path = paths[0].absolute()
    title = tr("Opening {name}").format(name=path.name)
    commands.desk.tasks.run(title, commands.desk.work.hear(path), partial(_place, commands, paths, frame))


def _place(commands: Commands, paths: Sequence[Path], frame: int, seconds: Fraction | None) -> None:
    """Put the first voice at its place and go on with the next one, which begins where this one ends."""
    footage, facts = commands.desk.document.project.footage, commands.desk.preview.facts
    if footage is None or frame >= footage.frames:
        return
    end = footage.frames if seconds is None else min(frame + max(ceil(seconds * footage.rate), 1), footage.frames)
    faces = () if facts is None else tuple(face.id for face in facts.faces)
    commands.change(tr("Place voice"), edit.place_voice(paths[0].absolute(), Span(frame, end), faces))
    place_voices(commands, paths[1:], end)
