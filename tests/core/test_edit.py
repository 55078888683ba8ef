"""Edits keep a project's rules, return a new value, and can be taken back one by one."""

from collections.abc import Callable
from fractions import Fraction
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import edit
from core.history import History
from core.project import (
    Correction,
    Decoder,
    Dial,
    DubProject,
    EngineChoice,
    ExportOptions,
    Key,
    Length,
    Look,
    Mix,
    Nudge,
    Part,
    Region,
    Retouch,
    Span,
    Stroke,
    Take,
    Voice,
)
from tests.factories import make_clip, make_footage, make_project

NAMES = [f"c{i}" for i in range(4)]


frames, clips = st.integers(0, 120), st.sampled_from([*NAMES, "take-0"])
spans = st.builds(lambda start, size: Span(start, start + size), frames, st.integers(1, 30))
shares, moves = (st.sampled_from(each) for each in ((0.0, 0.25, 0.9, 1.0), (-0.5, -0.1, 0.0, 0.3)))
times = st.integers(-99, 99).map(lambda number: Fraction(number, 30))
paths = st.sampled_from([Path(f"/{name}.wav") for name in ("one", "two", "three")])
takes = st.builds(Take, paths, times, spans, st.integers(0, 5))
dials = st.sampled_from(Dial)
looks = st.builds(Look, st.sampled_from(Region), shares, moves, shares, st.booleans(), shares, shares)
strokes = st.builds(
    Stroke, spans, st.booleans(), st.just(0.1), shares, st.lists(st.tuples(moves, moves), min_size=1).map(tuple)
)
corrections = st.builds(
    Correction,
    frames,
    moves,
    moves,
    st.just(1.5),
    st.just(()) | st.builds(Nudge, frames, moves, moves).map(lambda n: (n,)),
)
engines = st.builds(
    EngineChoice,
    st.sampled_from(["instant", "musetalk"]),
    st.sampled_from(["", "mine"]),
    moves,
    st.none() | shares,
    st.sampled_from(Decoder),
)
exports = st.builds(
    ExportOptions,
    st.sampled_from(["h264", "hevc", "prores", "ffv1"]),
    st.integers(1, 40),
    st.sampled_from(Mix),
    st.sampled_from(Length),
    st.none() | st.just(-16.0),
    st.sampled_from(Part),
)
new_clips = st.builds(lambda name, span, face: make_clip(name, span.start, span.stop, face), clips, spans, st.none())

KINDS: dict[Callable[..., edit.Edit], tuple[st.SearchStrategy[Any], ...]] = {
    edit.set_footage: (st.integers(1, 200).map(make_footage),),
    edit.add_clip: (new_clips,),
    edit.place_voice: (paths, spans, st.lists(st.integers(0, 3), unique=True, max_size=3)),
    edit.remove_clip: (clips,),
    edit.move_clip: (clips, frames),
    edit.trim_clip: (clips, spans),
    edit.split_clip: (clips, frames, frames.map("new-{}".format)),
    edit.delay_voice: (clips, times),
    edit.set_look: (clips, looks),
    edit.set_key: (clips, dials, st.builds(Key, frames, shares.map(lambda share: share / 2))),
    edit.remove_key: (clips, dials, frames),
    edit.move_keys: (clips, frames, frames),
    edit.add_stroke: (clips, strokes),
    edit.clear_strokes: (clips, spans),
    edit.correct_face: (clips, corrections),
    edit.uncorrect_face: (clips, frames),
    edit.use_original: (clips, spans),
    edit.use_dub: (clips, spans),
    edit.set_face: (clips, st.none() | st.integers(0, 3)),
    edit.set_engine: (engines,),
    edit.set_export: (exports,),
    edit.set_marker: (frames, st.sampled_from(["", "here"])),
    edit.remove_marker: (frames,),
    edit.set_in_out: (st.none() | spans,),
    edit.add_take: (takes,),
    edit.use_take: (takes,),
    edit.rate_take: (paths, st.integers(0, 5)),
    edit.remove_take: (paths,),
    edit.relink: (st.dictionaries(paths | st.just(Path("/films/film.mp4")), st.just(Path("/moved"))),),
}
"""Every kind of edit, with what it is given."""


def edits() -> st.SearchStrategy[edit.Edit]:
    return st.one_of(*(st.builds(kind, *given) for kind, given in KINDS.items()))


def test_every_kind_of_edit_is_tried() -> None:
    kinds = [
        each
        for name, each in vars(edit).items()
        if name[0].islower() and getattr(each, "__module__", "") == edit.__name__
    ]
    assert set(kinds) == set(KINDS)


def applied(project: DubProject, change: edit.Edit) -> DubProject:
    try:
        return change(project)
    except ValueError:
        return project


@settings(max_examples=60)
@given(st.lists(edits(), max_size=30))
def test_any_edits_keep_clips_sorted_apart_and_inside(changes: list[edit.Edit]) -> None:
    project = make_project()
    for change in changes:
        project = applied(project, change)
    starts = [clip.span.start for clip in project.clips]
    assert starts == sorted(starts)
    assert project.footage is not None
    assert all(clip.span.stop <= project.footage.frames for clip in project.clips)
    for i, one in enumerate(project.clips):
        assert not any(one.face == two.face and one.span.overlaps(two.span) for two in project.clips[i + 1 :])


@settings(max_examples=60)
@given(st.lists(edits(), max_size=40))
def test_undo_all_is_the_first_state_and_redo_all_the_last(changes: list[edit.Edit]) -> None:
    history, states = History(make_project()), [make_project()]
    for change in changes:
        states.append(applied(history.value, change))
        history.push("Edit", states[-1])
    passed = [history.value]
    while history.undo_text:
        history.undo()
        passed.append(history.value)
    assert passed[::-1] == [state for state, _ in groupby(states)], "every state comes by, the first one last"
    while history.redo_text:
        history.redo()
    assert history.value == states[-1]
    for number in range(len(history.texts)):
        history.go(number)
        assert history.value == passed[::-1][number]


def test_moving_a_clip_takes_its_voice_along() -> None:
    moved = edit.move_clip("c1", 50)(make_project()).clips[-1]
    assert moved.span == Span(50, 58)
    assert moved.voice.start == Fraction(50, 25)


def test_splitting_leaves_the_voice_in_place() -> None:
    project = edit.split_clip("c1", 14, "new")(make_project())
    first, second = (clip for clip in project.clips if clip.id in ("c1", "new"))
    assert (first.span, second.span) == (Span(10, 14), Span(14, 18))
    assert first.voice == second.voice


VOICE = Path("/voices/new.wav")


def test_a_voice_is_placed_where_nobody_speaks() -> None:
    project = edit.place_voice(VOICE, Span(40, 60))(make_project(2))
    assert [clip.span for clip in project.clips] == [Span(0, 8), Span(10, 18), Span(40, 60)]
    assert project.clips[2].voice == Voice(VOICE, Fraction(40, 25))
    assert project.clips[2].face is None


def test_a_voice_placed_over_another_is_that_of_the_next_person() -> None:
    project = DubProject(make_footage(), (make_clip("a", 0, 100),))
    both = edit.place_voice(VOICE, Span(40, 60), (7, 2))(project)
    assert [(clip.id, clip.span, clip.face) for clip in both.clips] == [
        ("a", Span(0, 100), None),
        ("voice-1", Span(40, 60), 2),
    ]


@pytest.mark.parametrize("faces", [(), (7,)])
def test_a_voice_takes_its_span_where_nobody_else_can_speak(faces: tuple[int, ...]) -> None:
    project = DubProject(make_footage(), (make_clip("a", 0, 100),))
    placed = edit.place_voice(VOICE, Span(40, 60), faces)(project)
    assert [(clip.span, clip.face) for clip in placed.clips] == [
        (Span(0, 40), None),
        (Span(40, 60), None),
        (Span(60, 100), None),
    ]
    assert placed.clips[0].voice == placed.clips[2].voice == project.clips[0].voice
    assert len({clip.id for clip in placed.clips}) == 3


def test_an_unknown_clip_is_an_error() -> None:
    with pytest.raises(ValueError, match="no clip"):
        edit.set_look("nobody", Look())(make_project())


def test_a_drag_is_one_step_and_a_drag_back_is_none() -> None:
    history = History(make_project())
    for i in range(50):
        history.push("Feather", edit.set_look("c0", Look(feather=0.2 + i / 100))(history.value), gesture=1)
    history.undo()
    assert history.value == make_project()
    for feather in (0.5, 0.3, Look().feather):
        history.push("Feather", edit.set_look("c0", Look(feather=feather))(history.value), gesture=2)
    assert history.undo_text is None
    assert history.is_saved


@pytest.mark.parametrize("bad", [{"strength": 1.5}, {"feather": -0.1}, {"hold": -1.0}])
def test_impossible_looks_are_refused(bad: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"\d|negative"):
        Look(**bad)  # type: ignore[arg-type]


def test_markers_stay_in_order_and_one_stands_at_a_frame() -> None:
    project = make_project()
    for frame, text in ((40, ""), (7, "door"), (40, "glass")):
        project = edit.set_marker(frame, text)(project)
    assert [(marker.frame, marker.text) for marker in project.markers] == [(7, "door"), (40, "glass")]
    assert [marker.frame for marker in edit.remove_marker(7)(project).markers] == [40]
    with pytest.raises(ValueError, match="behind the film"):
        edit.set_marker(100)(project)


def test_a_shorter_film_takes_what_lies_behind_it() -> None:
    project = edit.set_in_out(Span(20, 90))(edit.set_marker(60)(make_project()))
    shorter = edit.set_footage(make_footage(50))(project)
    assert shorter.markers == ()
    assert shorter.in_out == Span(20, 50)
    assert edit.set_footage(make_footage(10))(project).in_out is None


def test_moved_files_are_found_where_they_are_now() -> None:
    project = make_project()
    assert project.footage is not None
    moved = edit.relink({project.footage.path: Path("/new/film.mp4"), Path("/voices/line.wav"): Path("/new/l.wav")})
    after = moved(project)
    assert after.footage is not None
    assert after.footage.path == Path("/new/film.mp4")
    assert {clip.voice.path for clip in after.clips} == {Path("/new/l.wav")}


def test_a_take_is_spoken_by_the_clip_it_was_said_for() -> None:
    take = Take(Path("/takes/one.wav"), Fraction(1, 4), Span(12, 16))
    spoken = edit.add_take(take)(make_project())
    assert [(clip.voice.path.name, clip.voice.start) for clip in spoken.clips][1] == ("one.wav", Fraction(1, 4))
    assert spoken.takes == (take,)
    elsewhere = Take(Path("/takes/two.wav"), Fraction(3), Span(60, 70))
    more = edit.add_take(elsewhere)(spoken)
    assert more.clips[-1].span == Span(60, 70)
    rated = edit.rate_take(take.path, 4)(more)
    assert [each.rating for each in rated.takes] == [4, 0]
    assert [each.path.name for each in edit.remove_take(take.path)(rated).takes] == ["two.wav"]
    with pytest.raises(ValueError, match="rating"):
        edit.rate_take(take.path, 6)(more)


def retouch_after(*changes: edit.Edit) -> Retouch:
    project = make_project()
    for change in changes:
        project = change(project)
    return project.clips[1].retouch


def test_a_key_at_a_frame_takes_the_place_of_the_one_there_and_the_last_one_removed_takes_the_curve_along() -> None:
    keys = [edit.set_key("c1", Dial.FEATHER, Key(frame, value)) for frame, value in ((15, 0.2), (11, 0.1), (15, 0.4))]
    made = retouch_after(*keys)
    assert made.curves[0].keys == (Key(11, 0.1), Key(15, 0.4))
    moved = retouch_after(*keys, edit.move_keys("c1", 11, 15))
    assert moved.curves[0].keys == (Key(15, 0.1),)
    assert retouch_after(*keys, edit.remove_key("c1", Dial.FEATHER, 11), edit.remove_key("c1", Dial.FEATHER, 15)) == (
        Retouch()
    )


def test_stretches_as_filmed_join_and_can_be_cut() -> None:
    joined = retouch_after(*(edit.use_original("c1", Span(*each)) for each in ((10, 12), (14, 16), (12, 14))))
    assert joined.originals == (Span(10, 16),)
    cut = retouch_after(edit.use_original("c1", Span(10, 18)), edit.use_dub("c1", Span(12, 14)))
    assert cut.originals == (Span(10, 12), Span(14, 18))


def test_strokes_are_cleared_where_the_person_says_and_stay_elsewhere() -> None:
    stroke = Stroke(Span(10, 18), True, 0.1, 0.5, ((0.0, 0.3),))
    left = retouch_after(edit.add_stroke("c1", stroke), edit.clear_strokes("c1", Span(12, 13)))
    assert [each.span for each in left.strokes] == [Span(10, 12), Span(13, 18)]
