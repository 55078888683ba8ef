"""What was done by hand holds exactly where it was done, goes evenly to its neighbours, and touches no other frame."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import edit
from core.project import Correction, Curve, Dial, DubProject, Key, Nudge, Span, Stroke
from core.retouch import SPREAD, correction_at, value_at
from core.seen import bare, stretches
from tests.factories import make_clip, make_footage

LONG = DubProject(make_footage(200), (make_clip("a", 0, 150, 0), make_clip("b", 20, 60, 1)))

curves = st.dictionaries(st.integers(0, 500), st.floats(0, 1), min_size=1, max_size=6).map(
    lambda keys: Curve(Dial.STRENGTH, tuple(Key(*each) for each in sorted(keys.items())))
)


@given(curves)
def test_at_a_key_a_curve_has_exactly_its_value(curve: Curve) -> None:
    assert [value_at(curve, key.frame) for key in curve.keys] == [key.value for key in curve.keys]


@given(curves, st.fractions(-10, 520))
def test_elsewhere_it_lies_on_the_line_between_its_neighbours(curve: Curve, place: Fraction) -> None:
    before = [key for key in curve.keys if key.frame <= place] or [curve.keys[0]]
    after = [key for key in curve.keys if key.frame >= place] or [curve.keys[-1]]
    one, other = before[-1], after[0]
    made = value_at(curve, place)
    assert min(one.value, other.value) <= made <= max(one.value, other.value)
    if one.frame < other.frame:
        share = (place - one.frame) / (other.frame - one.frame)
        exact = Fraction(one.value) * (1 - share) + Fraction(other.value) * share
        assert made == float(exact)


def test_a_correction_is_exact_in_its_frame_and_bridges_to_the_next() -> None:
    first, second = Correction(10, 0.5, 0, 1.5, (Nudge(13, 0.0, 0.5),)), Correction(110, -0.5)
    both = (first, second)
    assert correction_at(both, 10) == first
    middle = correction_at(both, 60)
    assert middle is not None
    assert (middle.dx, middle.size, middle.nudges) == (0.0, 1.25, (Nudge(13, 0.0, 0.25),))


def test_a_correction_fades_beyond_the_outermost_ones_and_stays_in_its_shot() -> None:
    one = (Correction(50, 0.6),)
    sizes = [made.dx if (made := correction_at(one, frame)) else 0.0 for frame in range(50, 70)]
    assert sizes[:SPREAD] == sorted(sizes[:SPREAD], reverse=True)
    assert sizes[SPREAD - 1] == pytest.approx(0.6 / SPREAD)
    assert not any(sizes[SPREAD:])
    assert correction_at(one, 49, cuts=(50,)) is None
    assert correction_at(one, 51, cuts=(50,)) is not None


def touched(change: edit.Edit, before: DubProject = LONG) -> list[int]:
    """The frames whose pictures a kept one of before no longer serves for."""
    states = [
        [key for start, stop, key in stretches(project) for _ in range(start, stop)]
        for project in (before, change(before))
    ]
    return [frame for frame, (old, new) in enumerate(zip(*states, strict=True)) if old != new]


def test_a_stroke_touches_its_own_frames() -> None:
    stroke = Stroke(Span(30, 40), True, 0.1, 0.5, ((0.0, 0.3),))
    assert touched(edit.add_stroke("a", stroke)) == list(range(30, 40))


def test_a_key_touches_the_frames_up_to_its_neighbours() -> None:
    keyed = LONG
    for frame, value in ((10, 0.5), (50, 0.9), (80, 0.9), (120, 0.2)):
        keyed = edit.set_key("a", Dial.STRENGTH, Key(frame, value))(keyed)
    assert touched(edit.set_key("a", Dial.STRENGTH, Key(50, 0.7)), keyed) == list(range(11, 80))
    assert touched(edit.set_key("a", Dial.STRENGTH, Key(120, 0.7)), keyed) == list(range(81, 150))


def test_a_correction_touches_its_spread() -> None:
    assert touched(edit.correct_face("a", Correction(70, 0.1))) == list(range(70 - SPREAD + 1, 70 + SPREAD))


def test_a_stretch_as_filmed_touches_itself_and_the_eases_beside_it() -> None:
    frames = touched(edit.use_original("a", Span(80, 90)))
    assert frames == list(range(frames[0], frames[-1] + 1))
    assert frames[0] in range(70, 78)
    assert frames[-1] in range(92, 100)


def test_nothing_outside_of_the_clip_is_touched_and_no_voice_is_listened_to_again() -> None:
    change = edit.use_original("b", Span(0, 200))
    assert touched(change) == list(range(20, 60))
    assert bare(change(LONG)) == bare(LONG)


@given(st.integers(0, 149), st.integers(1, 60), st.integers(0, 149))
def test_whatever_a_frame_shows_otherwise_has_another_key(frame: int, length: int, other: int) -> None:
    before = edit.correct_face("a", Correction(other, 0.2))(edit.use_original("a", Span(other, other + 3))(LONG))
    change = edit.correct_face("a", Correction(frame, 0.1, nudges=(Nudge(13, 0.0, 0.1),)))
    changed = set(touched(change, before))
    for cuts in ((), (frame + length,), (max(frame - length, 1),)):
        for each in range(150):
            old, new = (correction_at(p.clips[0].retouch.corrections, each, cuts) for p in (before, change(before)))
            assert old == new or each in changed
