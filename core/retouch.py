"""What was done by hand to a clip's mask, frame by frame. Knows no pixel and no face.

keys          a ──────── b            linear between two, level before the first and after the last
corrections      ╱╲___╱╲              linear between two of one shot; they fade out over `SPREAD` frames beyond
originals     ──┐      ┌──            the mouth eases to the film's own within `EASE` seconds beside them
"""

from bisect import bisect_right
from collections.abc import Hashable, Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil

from core.project import Correction, Curve, Dial, Key, Look, Nudge, Retouch, Stroke

SPREAD = 12
"""Frames over which a correction fades out before the first and after the last one of a shot."""

EASE = 0.12
"""Seconds over which a mouth eases in and out where a clip, a face or a stretch as filmed begins or ends in a shot."""

_NONE = Correction(0)


def value_at(curve: Curve, place: int | Fraction) -> float:
    """The value of a curve at a frame, or between two of them; the nearest number to the exact one."""
    after = bisect_right(curve.keys, place, key=lambda key: key.frame)
    if after == 0:
        return curve.keys[0].value
    before = curve.keys[after - 1]
    if after == len(curve.keys) or before.frame == place:
        return before.value
    return _between(before, curve.keys[after], place)


def look_at(look: Look, retouch: Retouch, place: int | Fraction) -> Look:
    """The look in a frame: `look` with what its curves say there."""
    for curve in retouch.curves:
        value = value_at(curve, place)
        match curve.dial:
            case Dial.STRENGTH:
                look = replace(look, strength=value)
            case Dial.FEATHER:
                look = replace(look, feather=value)
            case Dial.MARGIN:
                look = replace(look, margin=value)
    return look


def strokes_at(retouch: Retouch, frame: int) -> tuple[Stroke, ...]:
    """The strokes that count in a frame, in their order."""
    return tuple(stroke for stroke in retouch.strokes if frame in stroke.span)


def is_original(retouch: Retouch, frame: int) -> bool:
    """Whether the person is shown as filmed in a frame."""
    return any(frame in span for span in retouch.originals)


def correction_at(corrections: Sequence[Correction], frame: int, cuts: Sequence[int] = ()) -> Correction | None:
    """The correction that holds in a frame, None if there is none.

    `cuts`, sorted, are the first frames of shots: what is corrected in one shot says nothing of another.
    """
    shot = bisect_right(cuts, frame)
    here = [each for each in corrections if bisect_right(cuts, each.frame) == shot]
    before, after = _neighbours(here, frame)
    if before is None and after is None:
        return None
    if before is not None and (after is None or before.frame == frame):
        return _mixed(before, _NONE, frame - before.frame, SPREAD, frame)
    assert after is not None
    if before is None:
        return _mixed(after, _NONE, after.frame - frame, SPREAD, frame)
    return _mixed(before, after, frame - before.frame, after.frame - before.frame, frame)


def edges(retouch: Retouch, rate: Fraction) -> set[int]:
    """The frames at which `here` may begin to say something else; some may lie before or behind the film."""
    found = {edge for curve in retouch.curves for key in curve.keys for edge in (key.frame, key.frame + 1)}
    found |= {edge for stroke in retouch.strokes for edge in (stroke.span.start, stroke.span.stop)}
    for correction in retouch.corrections:
        at = correction.frame
        found |= {at - SPREAD + 1, at, at + 1, at + SPREAD}
    eased = _eased(rate)
    for span in retouch.originals:
        found |= {span.start - eased, span.start, span.stop, span.stop + eased}
    return found


def here(retouch: Retouch, frame: int, rate: Fraction) -> Hashable:
    """All of a retouch on which a frame depends: frames look alike as far as this and their own place are alike."""
    curves = tuple((curve.dial, _keys_about(curve.keys, frame)) for curve in retouch.curves)
    eased = _eased(rate)
    originals = tuple(span for span in retouch.originals if span.start - eased <= frame < span.stop + eased)
    return curves, strokes_at(retouch, frame), _about(retouch.corrections, frame), originals


def _between(before: Key, after: Key, place: int | Fraction) -> float:
    share = Fraction(place - before.frame) / (after.frame - before.frame)
    return float(Fraction(before.value) + (Fraction(after.value) - Fraction(before.value)) * share)


def _neighbours(corrections: Sequence[Correction], frame: int) -> tuple[Correction | None, Correction | None]:
    """The last correction up to a frame and the first one behind it."""
    place = bisect_right(corrections, frame, key=lambda each: each.frame)
    before = corrections[place - 1] if place else None
    return before, corrections[place] if place < len(corrections) else None


def _mixed(one: Correction, other: Correction, way: int, whole: int, frame: int) -> Correction | None:
    """`one` after `way` of `whole` frames towards `other`; None if it has arrived at nothing."""
    if way >= whole and other is _NONE:
        return None
    share = way / whole
    nudges = []
    for point in sorted({nudge.point for nudge in (*one.nudges, *other.nudges)}):
        (x0, y0), (x1, y1) = _moved(one, point), _moved(other, point)
        nudges.append(Nudge(point, x0 + (x1 - x0) * share, y0 + (y1 - y0) * share))
    dx, dy = one.dx + (other.dx - one.dx) * share, one.dy + (other.dy - one.dy) * share
    return Correction(frame, dx, dy, one.size + (other.size - one.size) * share, tuple(nudges))


def _moved(correction: Correction, point: int) -> tuple[float, float]:
    return next(((nudge.dx, nudge.dy) for nudge in correction.nudges if nudge.point == point), (0.0, 0.0))


def _keys_about(keys: tuple[Key, ...], frame: int) -> tuple[Key, ...] | float:
    """The keys that a frame depends on; only their value where that is level."""
    after = bisect_right(keys, frame, key=lambda key: key.frame)
    if after == 0:
        return keys[0].value
    if after == len(keys) or keys[after - 1].frame == frame:
        return keys[after - 1].value
    return keys[after - 1 : after + 1]


def _about(corrections: tuple[Correction, ...], frame: int) -> tuple[Correction, ...]:
    """The corrections that a frame may depend on, wherever cuts are: no farther ones than its neighbours.

    Two corrections are bridged however far they are apart; beyond the outermost the fade decides. With a cut between
    two of them each fades for itself, which depends on the same two.
    """
    before, after = _neighbours(corrections, frame)
    if before is not None and before.frame == frame:
        return (before,)
    if before is not None and after is not None:
        return before, after
    near = before or after
    return (near,) if near is not None and abs(near.frame - frame) < SPREAD else ()


def _eased(rate: Fraction) -> int:
    """Frames that an ease may last, in a film of uneven rate too."""
    return ceil(2 * EASE * float(rate)) + 1
