"""A change is seen where it changes pixels, and nowhere else."""

from dataclasses import replace

import pytest

from core.edit import Edit, set_engine, set_export, set_face, set_in_out, set_look, set_marker
from core.project import Decoder, DubProject, EngineChoice, ExportOptions, Look, Region, Span
from core.seen import bare, seen, stretches
from tests.factories import make_project

PROJECT = make_project()  # clips at 0–8, 10–18, 20–28 of 100 frames
JAW = set_look("c1", Look(Region.JAW))
MUSETALK = set_engine(EngineChoice("musetalk"))


def changed(before: DubProject, edit: Edit) -> list[int]:
    """The frames that an edit changes."""
    states = []
    for project in (before, edit(before)):
        states.append([key for start, stop, key in stretches(project) for _ in range(start, stop)])
    assert len(states[0]) == len(states[1]) == 100
    return [index for index, (old, new) in enumerate(zip(*states, strict=True)) if old != new]


@pytest.mark.parametrize(
    "edit",
    [
        set_export(ExportOptions("prores")),
        set_marker(5),
        set_in_out(Span(3, 7)),
        set_engine(EngineChoice(decoder=Decoder.TINY, bbox_shift=0.1, chin_margin=0.2, weights="mine")),
        set_look("c1", Look(cheeks=(80, 80))),
    ],
)
def test_what_does_not_matter_changes_no_frame(edit: Edit) -> None:
    assert changed(PROJECT, edit) == []
    assert seen(edit(PROJECT)) == seen(PROJECT)


@pytest.mark.parametrize("edit", [set_look("c1", Look(strength=0.5)), set_face("c1", 4), JAW])
def test_a_clip_changes_its_own_frames(edit: Edit) -> None:
    assert changed(PROJECT, edit) == list(range(10, 18))


def test_cheeks_matter_to_the_mask_that_has_them() -> None:
    assert changed(JAW(PROJECT), set_look("c1", Look(Region.JAW, cheeks=(80, 80)))) == list(range(10, 18))


@pytest.mark.parametrize(
    "choice",
    [
        EngineChoice(),
        EngineChoice("musetalk", decoder=Decoder.TINY),
        EngineChoice("musetalk", bbox_shift=0.1),
        EngineChoice("musetalk", chin_margin=0.1),
        EngineChoice("musetalk", "musetalk-1.0"),
    ],
)
def test_an_engine_changes_the_frames_of_all_clips(choice: EngineChoice) -> None:
    inside = [index for index in range(100) if any(index in clip.span for clip in PROJECT.clips)]
    assert changed(MUSETALK(PROJECT), set_engine(choice)) == inside


def test_a_folder_of_weights_matters_where_it_may_hold_the_parser_of_a_mask() -> None:
    assert changed(JAW(PROJECT), set_engine(EngineChoice(weights="/models"))) != []


def test_only_looks_take_no_preparing() -> None:
    assert bare(JAW(PROJECT)) == bare(PROJECT)
    assert bare(set_face("c1", 4)(PROJECT)) != bare(PROJECT)
    assert bare(MUSETALK(PROJECT)) != bare(PROJECT)


def test_a_film_without_clips_is_one_stretch_and_a_project_without_film_has_none() -> None:
    empty = replace(PROJECT, clips=())
    assert list(stretches(empty)) == [(0, 100, False)]
    assert list(stretches(DubProject())) == []


def test_a_new_field_of_the_project_is_not_forgotten_here() -> None:
    seen_in_pictures, not_seen = {"footage", "clips", "engine"}, {"export", "markers", "in_out", "takes", "version"}
    assert set(DubProject.__dataclass_fields__) == seen_in_pictures | not_seen
