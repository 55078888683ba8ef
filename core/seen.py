"""What of a project can be seen in its pictures, and in which of them. Knows no pixel and nothing that is kept.

Two projects that are alike here have the same frames, so that a change renders again only what it touches:

    change                                       frames that look otherwise
    export, markers, in and out, takes           none
    what the engine in use does not heed         none
    a clip, its voice, face or look              those in the clip
    what was done to its mask by hand            those in the clip that `core.retouch.here` says
    engine, weights, options of the engine       those in any clip
    film                                         all
"""

from collections.abc import Hashable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from core.project import CHEEKS, Clip, DubProject, EngineChoice, Look, Region, Retouch
from core.retouch import edges, here

_HEEDS_NOTHING = frozenset({"instant"})
"""Engines with one set of weights and no options."""


def seen(project: DubProject) -> DubProject:
    """The project with nothing in it but what its pictures depend on; whatever does not matter has its default."""
    clips = tuple(replace(clip, look=_seen_look(clip.look)) for clip in project.clips)
    return DubProject(project.footage, clips, _seen_engine(project.engine, clips))


def bare(project: DubProject) -> DubProject:
    """What it takes to be made ready: as `seen`, without looks and what was done by hand, applied as they are."""
    shown = seen(project)
    return replace(shown, clips=tuple(map(_bare_clip, shown.clips)))


def stretches(project: DubProject) -> Iterator[tuple[int, int, Hashable]]:
    """The film in stretches [start, stop) of frames, each with a key of all that its frames depend on beside the film.

    Frames of two projects of one film are alike where their keys are equal.
    """
    shown = seen(project)
    frames = shown.footage.frames if shown.footage is not None else 0
    rate = shown.footage.rate if shown.footage is not None else Fraction(25)
    borders = {0, frames}
    for clip in shown.clips:
        inside = {edge for edge in edges(clip.retouch, rate) if edge in clip.span}
        borders |= {edge for edge in (clip.span.start, clip.span.stop, *inside) if edge <= frames}
    for start, stop in pairwise(sorted(borders)):
        clips = tuple(
            (replace(clip, retouch=Retouch()), here(clip.retouch, start, rate))
            for clip in shown.clips
            if start in clip.span
        )
        yield start, stop, (shown.engine, clips) if clips else bool(shown.clips)


def _seen_engine(choice: EngineChoice, clips: tuple[Clip, ...]) -> EngineChoice:
    """The choice as far as its engine heeds it; a folder of weights may hold the parser for masks, whatever engine."""
    if choice.engine not in _HEEDS_NOTHING:
        return choice
    parsed = any(clip.look.region is not Region.MESH for clip in clips)
    return EngineChoice(choice.engine, choice.weights if parsed else "")


def _bare_clip(clip: Clip) -> Clip:
    return replace(clip, look=Look(), retouch=Retouch())


def _seen_look(look: Look) -> Look:
    return look if look.region is Region.JAW else replace(look, cheeks=CHEEKS)
