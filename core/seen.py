"""What of a project can be seen in its pictures, and in which of them. Knows no pixel and nothing that is kept.

Two projects that are alike here have the same frames, so that a change renders again only what it touches:

    change                                       frames that look otherwise
    export, markers, in and out, takes           none
    what the engine in use does not heed         none
    a clip, its voice, face or look              those in the clip
    engine, weights, options of the engine       those in any clip
    film                                         all
"""

from collections.abc import Hashable, Iterator
from dataclasses import replace
from itertools import pairwise

from core.project import CHEEKS, Clip, DubProject, EngineChoice, Look, Region

_HEEDS_NOTHING = frozenset({"instant"})
"""Engines with one set of weights and no options."""


def seen(project: DubProject) -> DubProject:
    """The project with nothing in it but what its pictures depend on; whatever does not matter has its default."""
    clips = tuple(replace(clip, look=_seen_look(clip.look)) for clip in project.clips)
    return DubProject(project.footage, clips, _seen_engine(project.engine, clips))


def bare(project: DubProject) -> DubProject:
    """What it takes to be made ready: as `seen`, without looks, which are applied as they are."""
    shown = seen(project)
    return replace(shown, clips=tuple(replace(clip, look=Look()) for clip in shown.clips))


def stretches(project: DubProject) -> Iterator[tuple[int, int, Hashable]]:
    """The film in stretches [start, stop) of frames, each with a key of all that its frames depend on beside the film.

    Frames of two projects of one film are alike where their keys are equal.
    """
    shown = seen(project)
    frames = shown.footage.frames if shown.footage is not None else 0
    edges = {0, frames} | {edge for clip in shown.clips for edge in (clip.span.start, min(clip.span.stop, frames))}
    borders = sorted(edge for edge in edges if edge <= frames)
    for start, stop in pairwise(borders):
        here = tuple(clip for clip in shown.clips if start in clip.span)
        yield start, stop, (shown.engine, here) if here else bool(shown.clips)


def _seen_engine(choice: EngineChoice, clips: tuple[Clip, ...]) -> EngineChoice:
    """The choice as far as its engine heeds it; a folder of weights may hold the parser for masks, whatever engine."""
    if choice.engine not in _HEEDS_NOTHING:
        return choice
    parsed = any(clip.look.region is not Region.MESH for clip in clips)
    return EngineChoice(choice.engine, choice.weights if parsed else "")


def _seen_look(look: Look) -> Look:
    return look if look.region is Region.JAW else replace(look, cheeks=CHEEKS)
