"""Every frame gets its own mouth: missing faces, refusals and silence shift nothing and are told apart."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

import core.dub
from core.analysis import Analysis
from core.arrays import Floats, Image, Sound
from core.dub import CHOSEN, Dubber, FrameResult, Kind, Scene, Speaker
from core.engines import EngineSpec, FaceView, Patch, Refusal
from core.face.parse import FaceParser
from core.face.parse_mask import FaceLabels
from core.face.track import FaceTrack
from core.geometry import Box
from core.job import Job, Progress
from core.media.info import VideoInfo
from core.pictures import Picture
from core.project import Clip, Look, Region, Retouch, Span, Voice
from core.schedule import Slot
from tests.core.face.drawn_mesh import drawn_mesh

FRAMES, SIZE = 40, (240, 320)


class MarkingEngine:
    """Paints the number of the frame's features over the face; refuses frame 30."""

    def __init__(self, eases: bool) -> None:
        self.spec = EngineSpec("marking", None, 0.0, 7, eases, 0.1, "test")
        self.batches: list[int] = []

    def study(self, track: FaceTrack, read: Any) -> Job[str]:
        yield Progress(0, 0)
        return "person"

    def encode_audio(self, sound: Sound, times: NDArray[np.float64], rows: Floats | None = None) -> Sequence[int]:
        return list(range(len(times)))

    def encode_faces(self, faces: Sequence[FaceView], person: Any) -> Sequence[FaceView]:
        return faces

    def generate(self, faces: Sequence[Any], features: Sequence[Any], presence: Floats) -> list[Patch | Refusal]:
        self.batches.append(len(faces))
        return [
            Refusal("too far") if mark == 30 else Patch(0, 0, np.full((*SIZE, 3), 100 + mark, np.uint8))
            for mark in features
        ]

    def notices(self) -> tuple[str, ...]:
        return ()

    def close(self) -> None:
        pass


def speaker(present: NDArray[np.bool_], presence: Floats, wanted: NDArray[np.bool_]) -> Speaker:
    points = np.tile(drawn_mesh((160.0, 100.0), 60.0)[None], (FRAMES, 1, 1))
    boxes = np.tile(np.array([80, 30, 240, 200], np.float32), (FRAMES, 1))
    track = FaceTrack(0, 0, points, present, np.ones(FRAMES, np.float32), boxes)
    clip = Clip("a", Span(0, FRAMES), Voice(Path("v.wav")), look=Look(match_colour=False))
    return Speaker(clip, track, "person", list(range(FRAMES)), wanted, presence)


def pictures() -> Iterator[Picture]:
    return (Picture(i, Slot(i, i), np.full((*SIZE, 3), i, np.uint8)) for i in range(FRAMES))


def dubbed(one: Speaker, eases: bool = True) -> list[FrameResult]:
    dubber = Dubber(MarkingEngine(eases), [one])
    return [result for batch in dubber.batches(pictures()) for result in batch]


ALL, NONE = np.ones(FRAMES, bool), np.zeros(FRAMES, bool)
FULL = np.ones(FRAMES, np.float32)
MOUTH = (138, 160)


@pytest.mark.parametrize("missing", [[], [0], [39], [0, 1, 2], [15, 16], list(range(40)), [5, 11, 33]])
def test_a_missing_face_shifts_nothing(missing: list[int]) -> None:
    present = ALL.copy()
    present[missing] = False
    results = dubbed(speaker(present, FULL * present, ALL))
    assert [result.number for result in results] == list(range(FRAMES))
    for i, result in enumerate(results):
        if i in missing or i == 30:
            assert (result.image == i).all()
            assert result.outcomes[0].kind is Kind.PASSED
            assert result.outcomes[0].reason == ("no face" if i in missing else "too far")
        else:
            assert (result.image[MOUTH] == 100 + i).all()
            assert (result.image[0, 0] == i).all()


def test_silence_is_the_films_own_picture_and_no_failure() -> None:
    results = dubbed(speaker(ALL, np.zeros(FRAMES, np.float32), ALL))
    assert all((result.image == i).all() for i, result in enumerate(results))
    assert {result.outcomes[0].kind for result in results} == {Kind.ORIGINAL}


def test_frames_outside_the_clip_are_left_alone_and_not_counted() -> None:
    results = dubbed(speaker(ALL, FULL, NONE))
    assert all((result.image == i).all() and not result.outcomes for i, result in enumerate(results))


def test_an_engine_that_does_not_ease_is_cross_faded() -> None:
    half = np.full(FRAMES, 0.5, np.float32)
    results = dubbed(speaker(ALL, half, ALL), eases=False)
    assert results[10].image[MOUTH].tolist() == [60, 60, 60]
    assert dubbed(speaker(ALL, half, ALL), eases=True)[10].image[MOUTH].tolist() == [110, 110, 110]


def test_two_faces_speak_in_one_frame() -> None:
    one = speaker(ALL, FULL, ALL)
    results = [r for b in Dubber(MarkingEngine(True), [one, one]).batches(pictures()) for r in b]
    assert [len(result.outcomes) for result in results] == [2] * FRAMES


class SkinParser(FaceParser):
    """In place of the network: everything is skin; remembers which pictures it was asked about."""

    def __init__(self) -> None:
        self.seen: list[int] = []

    def labels(self, faces: Sequence[tuple[Image, Box]]) -> list[FaceLabels]:
        self.seen += [int(image[0, 0, 0]) for image, _ in faces]
        assert all((image == image[0, 0]).all() for image, _ in faces), "not the film's own picture"
        return [FaceLabels(np.ones((512, 512), np.uint8), box) for _, box in faces]

    def notices(self) -> tuple[str, ...]:
        return ("heard",)


def with_region(one: Speaker, region: Region) -> Speaker:
    return replace(one, clip=replace(one.clip, look=replace(one.clip.look, region=region)))


CHEEK = (150, 80)
"""A place that lies in a mask of skin and outside the mask of the mesh."""


def test_a_region_of_skin_is_made_of_the_films_own_pictures() -> None:
    present = ALL.copy()
    present[[3, 8]] = False
    one, parser = with_region(speaker(present, FULL * present, ALL), Region.RAW), SkinParser()
    dubber = Dubber(MarkingEngine(True), [one, one], parser)
    results = [result for batch in dubber.batches(pictures()) for result in batch]
    assert sorted(parser.seen) == sorted(2 * [i for i in range(FRAMES) if i not in (3, 8, 30)])
    assert results[10].image[CHEEK].tolist() == [110, 110, 110]
    assert dubbed(speaker(ALL, FULL, ALL))[10].image[CHEEK].tolist() == [10, 10, 10]
    assert dubber.notices() == ("heard",)


def test_a_face_that_cannot_be_parsed_gets_the_mesh_and_shifts_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    squares = iter([None if i in (2, 9) else Box(i, 0, i + 240, 240) for i in range(FRAMES) if i != 30])
    monkeypatch.setattr(core.dub, "square_of", lambda _: next(squares))
    asked: dict[int, float] = {}

    class Noting(SkinParser):
        def labels(self, faces: Sequence[tuple[Image, Box]]) -> list[FaceLabels]:
            asked.update({int(image[0, 0, 0]): box.x0 for image, box in faces})
            return super().labels(faces)

    one = with_region(speaker(ALL, FULL, ALL), Region.RAW)
    results = [result for batch in Dubber(MarkingEngine(True), [one], Noting()).batches(pictures()) for result in batch]
    assert asked == {i: float(i) for i in range(FRAMES) if i not in (2, 9, 30)}
    meshed = dubbed(speaker(ALL, FULL, ALL))
    alike = [i for i in range(FRAMES) if np.array_equal(results[i].image, meshed[i].image)]
    assert alike == [2, 9, 30]


def test_the_mesh_region_asks_no_parser() -> None:
    parser = SkinParser()
    for _ in Dubber(MarkingEngine(True), [speaker(ALL, FULL, ALL)], parser).batches(pictures()):
        pass
    assert parser.seen == []


@pytest.mark.parametrize("region", [Region.JAW, Region.RAW, Region.NECK])
def test_without_a_parser_the_mesh_serves_and_it_is_told_once(region: Region) -> None:
    dubber = Dubber(MarkingEngine(True), [with_region(speaker(ALL, FULL, ALL), region)])
    (notice,) = dubber.notices()
    assert "lower face" in notice
    assert "face-parsing" in notice
    meshed = dubbed(speaker(ALL, FULL, ALL))
    for batch in dubber.batches(pictures()):
        assert all(np.array_equal(result.image, meshed[result.number].image) for result in batch)
    assert dubber.notices() == ()


def test_breaks_lie_where_a_shot_begins() -> None:
    info = VideoInfo(Path("f"), 320, 240, Fraction(25), True, tuple(range(10)), Fraction(1, 25), Fraction(10, 25))
    scene = Scene(info, Analysis("f", (320, 240), 10, (), (4,), "mesh"), tuple(Slot(i, i) for i in range(10)))
    assert np.flatnonzero(scene.breaks()).tolist() == [4]


def test_a_stretch_as_filmed_is_the_films_own_picture_and_told_as_chosen() -> None:
    one = speaker(ALL, FULL, ALL)
    one = replace(one, clip=replace(one.clip, retouch=Retouch(originals=(Span(5, 9),))))
    results = dubbed(one)
    assert all((results[i].image == i).all() for i in range(5, 9))
    assert {results[i].outcomes[0].reason for i in range(5, 9)} == {CHOSEN}
    assert results[9].outcomes[0].kind is Kind.DUBBED
