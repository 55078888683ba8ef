"""Pure edits: each returns a function from a project to a new project. Knows no disk, no window and no undo.

An edit that would break a rule of the project (overlapping clips of one face, an empty span) raises ValueError and
changes nothing.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import count
from pathlib import Path

from core.project import (
    Clip,
    Correction,
    Curve,
    Dial,
    DubProject,
    EngineChoice,
    ExportOptions,
    Footage,
    Key,
    Look,
    Marker,
    Retouch,
    Span,
    Stroke,
    Take,
    Voice,
)

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


def place_voice(path: Path, span: Span, faces: Sequence[int] = ()) -> Edit:
    """Let a voice be spoken from the beginning of a span on and to its end, beside the voices that are there.

    Who speaks already in the span goes on if somebody else can: the first of `faces`, most important first, that is
    free. Otherwise the new voice takes the span from the largest face, or from whoever has it.
    """

    def edit(project: DubProject) -> DubProject:
        rate = project.footage.rate if project.footage else Fraction(25)
        met = [clip for clip in project.clips if clip.span.overlaps(span)]
        taken = {faces[0] if clip.face is None and faces else clip.face for clip in met}
        free = [face for face in faces if face not in taken] if met else [None]
        face = free[0] if free else next((clip.face for clip in met if clip.face is None), met[0].face)
        names = _free_names({clip.id for clip in project.clips})
        kept = [part for clip in project.clips for part in _cut_out(clip, span, names if clip.face == face else None)]
        return _with_clips(project, (*kept, Clip(next(names), span, Voice(path, Fraction(span.start) / rate), face)))

    return edit


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


def set_key(clip_id: str, dial: Dial, key: Key) -> Edit:
    """Give a dial a value at a frame, in place of the one that it may have there; its first key makes its curve."""

    def change(retouch: Retouch) -> Retouch:
        keys = [each for each in _keys(retouch, dial) if each.frame != key.frame]
        return _with_keys(retouch, dial, sorted([*keys, key]))

    return _on_retouch(clip_id, change)


def remove_key(clip_id: str, dial: Dial, frame: int) -> Edit:
    """Take a dial's key at a frame away; with the last one the dial is what the look says again."""

    def change(retouch: Retouch) -> Retouch:
        return _with_keys(retouch, dial, [each for each in _keys(retouch, dial) if each.frame != frame])

    return _on_retouch(clip_id, change)


def move_keys(clip_id: str, frame: int, to: int) -> Edit:
    """Move all keys that stand at a frame to another one, over those that stand there."""

    def change(retouch: Retouch) -> Retouch:
        for curve in retouch.curves:
            for key in curve.keys:
                if key.frame == frame:
                    rest = [each for each in curve.keys if each.frame not in (frame, to)]
                    retouch = _with_keys(retouch, curve.dial, sorted([*rest, Key(to, key.value)]))
        return retouch

    return _on_retouch(clip_id, change)


def add_stroke(clip_id: str, stroke: Stroke) -> Edit:
    """Draw on a clip's mask."""
    return _on_retouch(clip_id, lambda retouch: replace(retouch, strokes=(*retouch.strokes, stroke)))


def clear_strokes(clip_id: str, span: Span) -> Edit:
    """Take away all strokes in some frames; those that reach beyond stay there."""

    def change(retouch: Retouch) -> Retouch:
        kept = (replace(stroke, span=part) for stroke in retouch.strokes for part in _without(stroke.span, span))
        return replace(retouch, strokes=tuple(kept))

    return _on_retouch(clip_id, change)


def correct_face(clip_id: str, correction: Correction) -> Edit:
    """Say where a clip's face is in a frame, in place of what may have been said there."""

    def change(retouch: Retouch) -> Retouch:
        rest = (each for each in retouch.corrections if each.frame != correction.frame)
        return replace(retouch, corrections=tuple(sorted((*rest, correction), key=lambda each: each.frame)))

    return _on_retouch(clip_id, change)


def uncorrect_face(clip_id: str, frame: int) -> Edit:
    """Take back what was said of a clip's face in a frame."""

    def change(retouch: Retouch) -> Retouch:
        return replace(retouch, corrections=tuple(each for each in retouch.corrections if each.frame != frame))

    return _on_retouch(clip_id, change)


def use_original(clip_id: str, span: Span) -> Edit:
    """Show a clip's person as filmed in some frames."""

    def change(retouch: Retouch) -> Retouch:
        met = [each for each in retouch.originals if each.start <= span.stop and span.start <= each.stop]
        whole = Span(min(each.start for each in (*met, span)), max(each.stop for each in (*met, span)))
        rest = (each for each in retouch.originals if each not in met)
        return replace(retouch, originals=tuple(sorted((*rest, whole), key=lambda each: each.start)))

    return _on_retouch(clip_id, change)


def use_dub(clip_id: str, span: Span) -> Edit:
    """Show a clip's person as filmed in some frames no longer."""

    def change(retouch: Retouch) -> Retouch:
        return replace(retouch, originals=tuple(part for each in retouch.originals for part in _without(each, span)))

    return _on_retouch(clip_id, change)


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
    """Let a recording be spoken: by the clip that its stretch lies in, else by a new clip of that stretch.

    The new one is spoken by the largest face; what that speaks there so far gives way.
    """

    def edit(project: DubProject) -> DubProject:
        inside = next((clip for clip in project.clips if _lies_in(take.span, clip.span)), None)
        if inside is not None:
            voice = replace(inside.voice, path=take.path, start=take.start)
            return _on_clip(inside.id, lambda clip, _: replace(clip, voice=voice))(project)
        taken = {clip.id for clip in project.clips}
        name = next(name for name in (f"take-{number}" for number in count()) if name not in taken)
        names = _free_names(taken)
        met = ((clip, names if clip.face is None else None) for clip in project.clips)
        kept = [part for clip, free in met for part in _cut_out(clip, take.span, free)]
        return _with_clips(project, (*kept, Clip(name, take.span, Voice(take.path, take.start))))

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


def _on_retouch(clip_id: str, change: Callable[[Retouch], Retouch]) -> Edit:
    return _on_clip(clip_id, lambda clip, _: replace(clip, retouch=change(clip.retouch)))


def _keys(retouch: Retouch, dial: Dial) -> tuple[Key, ...]:
    return next((curve.keys for curve in retouch.curves if curve.dial is dial), ())


def _with_keys(retouch: Retouch, dial: Dial, keys: list[Key]) -> Retouch:
    """The curves in the order of `Dial`, with these keys for one of them."""
    known = {curve.dial: curve for curve in retouch.curves if curve.dial is not dial}
    if keys:
        known[dial] = Curve(dial, tuple(keys))
    return replace(retouch, curves=tuple(known[each] for each in Dial if each in known))


def _without(span: Span, hole: Span) -> list[Span]:
    """What is left of a span beside another one."""
    parts = ((span.start, min(span.stop, hole.start)), (max(span.start, hole.stop), span.stop))
    return [Span(start, stop) for start, stop in parts if start < stop]


def _cut_out(clip: Clip, hole: Span, names: Iterator[str] | None) -> list[Clip]:
    """What is left of a clip beside a hole, the second part under another name; without `names` all of it is."""
    if names is None or not clip.span.overlaps(hole):
        return [clip]
    parts = _without(clip.span, hole)
    return [replace(clip, id=clip.id if number == 0 else next(names), span=part) for number, part in enumerate(parts)]


def _free_names(taken: Collection[str]) -> Iterator[str]:
    """Names for clips that none of these has."""
    return (name for name in (f"voice-{number}" for number in count(1)) if name not in taken)


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
