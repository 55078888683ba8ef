"""Analysis of a film: done once, kept, made again when damaged; every frame has its place."""

import itertools
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from core import analysis as module
from core.analysis import Analysis, AnalysisOptions, analyse, choose_face
from core.arrays import Image
from core.cache_users import USERS
from core.errors import FaceError, SettingsError
from core.face import mesh
from core.face.finder import FaceSource
from core.face.landmarks import FaceFound
from core.face.track import FaceTrack
from core.job import Progress, run
from core.media.probe import probe
from core.project import Span
from tests.core.face.people import finder, make_mesh, make_texture, pictures
from tests.shared import media

WIDTH, HEIGHT = 320, 240


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    cache = tmp_path / "cache"
    monkeypatch.setenv("DUBWRIGHT_CACHE", str(cache))
    return cache


class Painted:
    """Finds a white square as if it were a face, so that films for tests can be painted."""

    looked = 0

    def reset(self) -> None:
        pass

    def update(self, image: Image) -> list[FaceFound]:
        Painted.looked += 1
        rows, columns = np.nonzero(image.min(axis=-1) > 200)
        if len(rows) < 200:
            return []
        return [FaceFound(make_mesh(columns.mean(), rows.mean(), 25), 0.9, make_texture(1))]


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> None:
    def source(options: AnalysisOptions) -> FaceSource:
        return Painted()

    monkeypatch.setattr(module, "_source", source)
    Painted.looked = 0


def film(path: Path, images: list[Image]) -> Path:
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=Fraction(25), options={"crf": "12", "preset": "ultrafast"})
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        for image in images:
            container.mux(stream.encode(av.VideoFrame.from_ndarray(image, format="rgb24")))
        container.mux(stream.encode())
    return path


def scene(kind: int, frames: int, faceless: range = range(0)) -> list[Image]:
    """A square that wanders over a ground with a pattern of its own."""
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    grounds = [(x // 40 + y // 40) % 2 * 90, (x // 15) % 2 * 60 + y // 3]
    images = []
    for number in range(frames):
        image = np.repeat(grounds[kind][..., None], 3, axis=-1).astype(np.uint8)
        image[..., kind] += 60
        if number not in faceless:
            left = 60 + 2 * number
            image[80:130, left : left + 50] = 250
        images.append(image)
    return images


@pytest.mark.usefixtures("painted")
class TestFilm:
    def test_every_frame_has_its_place_also_those_without_a_face(self, tmp_path: Path) -> None:
        path = film(tmp_path / "film.mp4", scene(0, 50, range(20, 26)) + scene(1, 30))
        found = run(analyse(probe(path), AnalysisOptions()))
        assert found.cuts == (50,)
        assert (found.frames, found.size, found.backend) == (80, (WIDTH, HEIGHT), "mesh")
        assert [(track.start, track.stop) for track in found.tracks] == [(0, 50), (50, 80)]
        first = found.tracks[0]
        assert np.flatnonzero(~first.present).tolist() == list(range(20, 26))
        for frame in (0, 19, 26, 49):
            points = first.at(frame)
            assert points is not None
            assert points[mesh.NOSE_BRIDGE, 0] == pytest.approx(84.5 + 2 * frame, abs=0.7)

    def test_the_second_time_nothing_is_looked_at(self, tmp_path: Path) -> None:
        info = probe(film(tmp_path / "film.mp4", scene(0, 30)))
        once = run(analyse(info, AnalysisOptions()))
        looked = Painted.looked
        again = run(analyse(info, AnalysisOptions()))
        assert Painted.looked == looked == 30
        assert np.array_equal(np.asarray(again.tracks[0].points), np.asarray(once.tracks[0].points))
        assert again.cuts == once.cuts
        run(analyse(info, AnalysisOptions(steady=False)))
        assert Painted.looked == 60

    def test_a_film_moved_elsewhere_is_known_and_another_is_not(self, tmp_path: Path) -> None:
        path = film(tmp_path / "film.mp4", scene(0, 30))
        run(analyse(probe(path), AnalysisOptions()))
        run(analyse(probe(path.rename(tmp_path / "renamed.mp4")), AnalysisOptions()))
        assert Painted.looked == 30
        run(analyse(probe(film(tmp_path / "other.mp4", scene(1, 30))), AnalysisOptions()))
        assert Painted.looked == 60

    def test_a_damaged_entry_is_made_again_with_a_notice(self, tmp_path: Path, folder: Path) -> None:
        info = probe(film(tmp_path / "film.mp4", scene(0, 30)))
        run(analyse(info, AnalysisOptions()))
        (kept,) = (folder / "faces").iterdir()
        kept.write_bytes(kept.read_bytes()[:3000])
        notices: list[str] = []
        found = run(analyse(info, AnalysisOptions()), lambda progress: notices.append(progress.notice))
        assert any("damaged" in notice for notice in notices)
        assert len(found.tracks) == 1
        assert run(analyse(info, AnalysisOptions())).tracks[0].at(3) is not None

    def test_progress_rises_and_shows_pictures(self, tmp_path: Path) -> None:
        info = probe(film(tmp_path / "film.mp4", scene(0, 100)))
        seen: list[Progress] = []
        run(analyse(info, AnalysisOptions()), seen.append)
        done = [progress.done for progress in seen if progress.label == "faces"]
        assert done == sorted(done)
        assert len(done) >= 10
        assert all(progress.total == 100 for progress in seen if progress.label == "faces")
        assert any(progress.image is not None for progress in seen)

    def test_a_cancelled_analysis_leaves_nothing(self, tmp_path: Path, folder: Path) -> None:
        job = analyse(probe(film(tmp_path / "film.mp4", scene(0, 100))), AnalysisOptions())
        next(job)
        next(job)
        job.close()
        assert [path for path in folder.rglob("*") if path.is_file() and path.parent.name != USERS] == []

    def test_a_film_without_faces(self, tmp_path: Path) -> None:
        path = film(tmp_path / "film.mp4", scene(0, 20, range(20)))
        found = run(analyse(probe(path), AnalysisOptions()))
        assert found.tracks == ()
        with pytest.raises(FaceError):
            choose_face(found, Span(0, 20), None)


def track(number: int, start: int, length: int, side: float, person: int = -1) -> FaceTrack:
    points = np.repeat(make_mesh(scale=side / 2)[None], length, axis=0)
    boxes = np.repeat(np.array([[0, 0, side, side]], np.float32), length, axis=0)
    return FaceTrack(number, start, points, np.ones(length, bool), np.ones(length, np.float32), boxes, person)


def people(*tracks: FaceTrack) -> Analysis:
    return Analysis("print", (640, 480), 300, tracks, (100, 200), "mesh")


def test_the_largest_and_longest_face_of_the_span_is_chosen() -> None:
    found = people(track(0, 0, 100, 50), track(1, 0, 100, 100), track(2, 100, 100, 300))
    assert choose_face(found, Span(0, 100), None).id == 1
    assert choose_face(found, Span(90, 150), None).id == 2
    assert choose_face(found, Span(0, 100), 0).id == 0


def test_a_face_that_is_not_there_is_told() -> None:
    found = people(track(0, 0, 100, 50), track(1, 150, 10, 100))
    with pytest.raises(FaceError) as nowhere:
        choose_face(found, Span(110, 140), None)
    with pytest.raises(FaceError) as elsewhere:
        choose_face(found, Span(0, 50), 1)
    with pytest.raises(FaceError) as unknown:
        choose_face(found, Span(0, 50), 7)
    messages = {caught.value.message for caught in (nowhere, elsewhere, unknown)}
    assert len(messages) == 3
    assert "0, 1" in unknown.value.hint


def test_a_person_known_in_several_shots_is_chosen_in_all_of_them() -> None:
    found = people(track(0, 0, 100, 80, 5), track(1, 100, 100, 120, 6), track(2, 200, 100, 80, 5))
    chosen = choose_face(found, Span(0, 300), 2)
    assert (chosen.start, chosen.stop) == (0, 300)
    assert [chosen.seen(frame) for frame in (50, 150, 250)] == [True, False, True]


def test_options_that_cannot_be_are_refused() -> None:
    with pytest.raises(SettingsError):
        AnalysisOptions(backend="other")
    with pytest.raises(SettingsError):
        AnalysisOptions(backend="insightface")


@pytest.mark.footage
def test_a_real_film_of_several_shots() -> None:
    finder()
    info = probe(media("face_recognition/short_hamilton_clip.mp4"))
    found = run(analyse(info, AnalysisOptions()))
    assert found.cuts == (20, 82, 211)
    shots = [0, 20, 82, 211, info.frames]
    for one in found.tracks:
        assert any(start <= one.start and one.stop <= stop for start, stop in itertools.pairwise(shots))
    assert [len([one for one in found.tracks if one.start == start]) for start in (0, 82)] == [2, 1]
    raw: Iterator[Image] = pictures(info.path, 20)
    (first, *_) = finder().update(next(raw))
    assert min(np.abs(one.points[0] - first.points).mean() for one in found.tracks if one.start == 0) < 1
