"""Frames and pixels agree at every zoom; what lies under the pointer is what is painted there."""

import itertools
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.timeline.geometry import (
    Kind,
    Part,
    Scale,
    Shown,
    edges,
    hit,
    lanes,
    rows_of,
    snapped,
    ticks,
)
from core.project import DubProject, Marker, Span
from tests.factories import make_clip, make_footage

scales = st.builds(
    lambda frames, width, left, zoom: Scale(frames, width, left * frames, zoom).kept_inside(),
    st.integers(1, 200_000),
    st.floats(100, 3000),
    st.floats(0, 1),
    st.floats(0.001, 120),
)


@given(scales, st.floats(0, 1))
def test_the_frame_that_is_clicked_is_the_frame_that_is_painted_there(scale: Scale, share: float) -> None:
    frame = scale.frame_at(share * scale.width)
    assert scale.x_of(frame) <= share * scale.width + 1e-3
    assert scale.frame_at(scale.x_of(frame + 0.5)) == frame


@given(scales, st.floats(0.1, 10), st.floats(0, 1))
def test_zooming_keeps_what_is_under_the_pointer_and_the_film_in_view(scale: Scale, factor: float, at: float) -> None:
    x = at * scale.width
    zoomed = scale.zoomed(factor, x)
    assert zoomed.left >= 0
    assert zoomed.right <= max(scale.frames, zoomed.left + zoomed.width / zoomed.smallest) + 1e-3
    if zoomed.left > 0 and zoomed.right < scale.frames - 1e-6:
        assert abs(zoomed.place_at(x) - scale.place_at(x)) < 1e-3 * scale.frames


def test_one_can_zoom_to_single_frames_and_back_to_all() -> None:
    scale = Scale(100_000, 1000).fitted()
    assert scale.x_of(100_000) == pytest.approx(1000)
    for _ in range(60):
        scale = scale.zoomed(1.5, 500)
    assert scale.zoom == 120
    assert scale.fitted().zoom == pytest.approx(0.01)
    assert scale.resized(500).zoom == 120
    assert scale.fitted().resized(500).x_of(100_000) == pytest.approx(500)


@given(scales, st.sampled_from([Fraction(25), Fraction(24000, 1001), Fraction(60), Fraction(1), Fraction(12)]))
def test_labels_never_meet_and_lines_are_few(scale: Scale, rate: Fraction) -> None:
    lines = ticks(scale, rate, 96)
    named = [tick.frame for tick in lines if tick.named]
    assert all((later - earlier) * scale.zoom >= 95 for earlier, later in itertools.pairwise(named))
    assert len(lines) <= scale.width / 6 + 4


def shown(zoom: float = 4.0) -> Shown:
    clips = (make_clip("a", 10, 40), make_clip("b", 20, 60, face=1), make_clip("c", 60, 90))
    project = DubProject(make_footage(), clips, markers=(Marker(50),))
    return Shown(project, Scale(100, 400, 0, zoom), lanes(2, 1, True), ((70, 72),))


def lane_of(kind: Kind, number: int = 0) -> float:
    return next(lane.top + lane.height - 5 for lane in shown().lanes if (lane.kind, lane.number) == (kind, number))


@pytest.mark.parametrize(
    ("x", "kind", "row", "part", "clip"),
    [
        (100, Kind.VOICE, 0, Part.CLIP, "a"),
        (41, Kind.VOICE, 0, Part.START, "a"),
        (158, Kind.VOICE, 0, Part.STOP, "a"),
        (200, Kind.VOICE, 0, Part.FILM, ""),
        (120, Kind.VOICE, 1, Part.CLIP, "b"),
        (300, Kind.VOICE, 0, Part.CLIP, "c"),
        (202, Kind.RULER, 0, Part.MARKER, ""),
        (240, Kind.RULER, 0, Part.FILM, ""),
        (282, Kind.PROBLEMS, 0, Part.PROBLEM, ""),
        (120, Kind.PERSON, 0, Part.FILM, ""),
        (120, Kind.PICTURES, 0, Part.FILM, ""),
    ],
)
def test_what_lies_under_the_pointer(x: float, kind: Kind, row: int, part: Part, clip: str) -> None:
    found = hit(shown(), x, lane_of(kind, row))
    assert (found.part, found.clip) == (part, clip)


def test_between_and_below_lanes_there_is_nothing() -> None:
    assert hit(shown(), 100, 10_000).part is Part.NOTHING
    assert hit(replace(shown(), project=DubProject()), 100, 5).part is Part.NOTHING


def test_clips_that_overlap_lie_in_rows_of_their_own() -> None:
    assert rows_of(shown().project.clips) == {"a": 0, "b": 1, "c": 0}


def test_an_edge_snaps_within_a_few_pixels_and_not_beyond() -> None:
    assert snapped(51.5, [50, 60], zoom=4.0) == 50
    assert snapped(53.2, [50, 60], zoom=4.0) == 53
    assert snapped(51.5, [], zoom=4.0) == 52


def test_edges_are_everything_that_begins_or_ends() -> None:
    project = replace(shown().project, in_out=Span(5, 95))
    assert edges(project, (33,), without="b") == (0, 5, 10, 33, 40, 50, 60, 90, 95, 100)
