"""Pure edits: each returns a function from a project to a new project. Knows no disk, no window and no undo.

An edit that would break a rule of the project (overlapping clips of one face, an empty span) raises ValueError and
changes nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from core.project import Clip, DubProject, EngineChoice, ExportOptions, Footage, Look, Marker, Span, Take, Voice

Edit = Callable[[DubProject], DubProject]


def set_footage(footage: Footage) -> Edit:
    """Choose the film; what lies behind its end is shortened or dropped."""

    def edit(project: DubProject) -> DubProject:
        kept = (_within(clip, footage.frames) for clip in project.clips)
        markers = tuple(marker for marker in project.markers if marker.frame < footage.frames)
        return replace(
            project,
            footage=footage,
            clips=tuple(clip for clip in kept if clip is not None),
            markers=markers,
            in_out=_shortened(project.in_out, footage.frames),
        )

    return edit


def add_clip(clip: Clip) -> Edit:
    """Dub one more stretch."""
    return lambda project: _with_clips(project, (*project.clips, clip))


def remove_clip(clip_id: str) -> Edit:
    """Dub one stretch less."""
    return lambda project: _with_clips(project, tuple(clip for clip in project.clips if clip.id != clip_id))


def move_clip(clip_id: str, start: int) -> Edit:
    """Move a clip, and its voice with it, so that it begins at frame `start`."""

    def change(clip: Clip, project: DubProject) -> Clip:
        rate = project.footage.rate if project.footage else Fraction(25)
        shift = Fraction(start - clip.span.start) / rate
        moved = replace(clip.voice, start=clip.voice.start + shift)
        return replace(clip, span=Span(start, start + len(clip.span)), voice=moved)

    return _on_clip(clip_id, change)


def trim_clip(clip_id: str, span: Span) -> Edit:
    """Give a clip other in and out points; its voice stays where it is in the film."""
    return _on_clip(clip_id, lambda clip, _: replace(clip, span=span))


def split_clip(clip_id: str, frame: int, new_id: str) -> Edit:
    """Cut a clip in two at `frame`, which becomes the first frame of the second part."""

    def edit(project: DubProject) -> DubProject:
        clip = _clip(project, clip_id)
        first = replace(clip, span=Span(clip.span.start, frame))
        second = replace(clip, id=new_id, span=Span(frame, clip.span.stop))
        rest = (other for other in project.clips if other.id != clip_id)
        return _with_clips(project, (*rest, first, second))

    return edit


def delay_voice(clip_id: str, start: Fraction) -> Edit:
    """Let a clip's voice begin at another time of the film, in seconds; the clip stays where it is."""
    return _on_clip(clip_id, lambda clip, _: replace(clip, voice=replace(clip.voice, start=start)))


def set_look(clip_id: str, look: Look) -> Edit:
    """Lay one clip's mouth over the film in another way."""
    return _on_clip(clip_id, lambda clip, _: replace(clip, look=look))


def set_face(clip_id: str, face: int | None) -> Edit:
    """Let another person speak; None is the largest face."""
    return _on_clip(clip_id, lambda clip, _: replace(clip, face=face))


def set_engine(engine: EngineChoice) -> Edit:
    """Use another engine or other weights."""
    return lambda project: replace(project, engine=engine)


def set_export(export: ExportOptions) -> Edit:
    """Write the film in another way."""
    return lambda project: replace(project, export=export)


def set_marker(frame: int, text: str = "") -> Edit:
    """Mark a frame, or give the mark that stands there another text."""

    def edit(project: DubProject) -> DubProject:
        if project.footage is not None and frame >= project.footage.frames:
            raise ValueError("the marker stands behind the film")
        others = (marker for marker in project.markers if marker.frame != frame)
        return replace(project, markers=tuple(sorted((*others, Marker(frame, text)))))

    return edit


def remove_marker(frame: int) -> Edit:
    """Mark a frame no longer."""
    return lambda project: replace(project, markers=tuple(each for each in project.markers if each.frame != frame))


def set_in_out(span: Span | None) -> Edit:
    """Work on a stretch of the film, or with None on all of it."""

    def edit(project: DubProject) -> DubProject:
        if span is not None and project.footage is not None and span.stop > project.footage.frames:
            raise ValueError("the stretch ends behind the film")
        return replace(project, in_out=span)

    return edit


def add_take(take: Take) -> Edit:
    """Keep a recording, and let it be spoken."""

    def edit(project: DubProject) -> DubProject:
        others = tuple(each for each in project.takes if each.path != take.path)
        return use_take(take)(replace(project, takes=(*others, take)))

    return edit


def use_take(take: Take) -> Edit:
    """Let a recording be spoken: by the clip that its stretch lies in, else by a new clip of that stretch."""

    def edit(project: DubProject) -> DubProject:
        inside = next((clip for clip in project.clips if _lies_in(take.span, clip.span)), None)
        if inside is not None:
            voice = replace(inside.voice, path=take.path, start=take.start)
            return _on_clip(inside.id, lambda clip, _: replace(clip, voice=voice))(project)
        names = {clip.id for clip in project.clips}
        name = next(name for name in (f"take-{number}" for number in range(len(names) + 1)) if name not in names)
        return add_clip(Clip(name, take.span, Voice(take.path, take.start)))(project)

    return edit


def rate_take(path: Path, rating: int) -> Edit:
    """Say how good a recording is."""

    def edit(project: DubProject) -> DubProject:
        takes = tuple(replace(take, rating=rating) if take.path == path else take for take in project.takes)
        return replace(project, takes=takes)

    return edit


def remove_take(path: Path) -> Edit:
    """Keep a recording out of the list; its file stays, and a clip that speaks it too."""
    return lambda project: replace(project, takes=tuple(take for take in project.takes if take.path != path))


def relink(paths: Mapping[Path, Path]) -> Edit:
    """Find film and voices, which were moved, at other places."""

    def edit(project: DubProject) -> DubProject:
        footage = project.footage
        if footage is not None:
            footage = replace(footage, path=paths.get(footage.path, footage.path))
        clips = tuple(
            replace(clip, voice=replace(clip.voice, path=paths.get(clip.voice.path, clip.voice.path)))
            for clip in project.clips
        )
        takes = tuple(replace(take, path=paths.get(take.path, take.path)) for take in project.takes)
        return replace(project, footage=footage, clips=clips, takes=takes)

    return edit


def _on_clip(clip_id: str, change: Callable[[Clip, DubProject], Clip]) -> Edit:
    def edit(project: DubProject) -> DubProject:
        changed = change(_clip(project, clip_id), project)
        return _with_clips(project, tuple(changed if clip.id == clip_id else clip for clip in project.clips))

    return edit


def _clip(project: DubProject, clip_id: str) -> Clip:
    for clip in project.clips:
        if clip.id == clip_id:
            return clip
    raise ValueError(f"there is no clip {clip_id}")


def _with_clips(project: DubProject, clips: tuple[Clip, ...]) -> DubProject:
    frames = project.footage.frames if project.footage else None
    if frames is not None and any(clip.span.stop > frames for clip in clips):
        raise ValueError("a clip ends behind the film")
    if len({clip.id for clip in clips}) != len(clips):
        raise ValueError("two clips have the same id")
    return replace(project, clips=tuple(sorted(clips, key=lambda clip: clip.span.start)))


def _within(clip: Clip, frames: int) -> Clip | None:
    if clip.span.start >= frames:
        return None
    return replace(clip, span=Span(clip.span.start, min(clip.span.stop, frames)))


def _lies_in(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.stop <= outer.stop


def _shortened(span: Span | None, frames: int) -> Span | None:
    if span is None or span.start >= frames:
        return None
    return Span(span.start, min(span.stop, frames))
