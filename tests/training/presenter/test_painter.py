"""A painted presenter."""

from pathlib import Path

import av
import numpy as np
import pytest

from core.errors import MediaError, WeightsError
from core.face import mesh
from core.face.finder import FaceFinder
from core.face.mouth_shape import MouthShape
from core.job import run
from training.presenter.appearance import appearance
from training.presenter.film import render_presenter
from training.presenter.motion import Pose
from training.presenter.painter import Presenter

POSES = [Pose(), Pose(yaw=0.1, pitch=-0.04, roll=0.03, x=0.4, shut=0.04, smile=0.6), Pose(yaw=-0.1, pitch=0.05, shut=1)]
SHAPES = [MouthShape(), MouthShape(open=1), MouthShape(open=0.4, round=1), MouthShape(open=0.5, wide=1)]


@pytest.fixture(scope="module")
def presenter():
    return Presenter(appearance(0), 640, 360)


def test_the_same_is_painted_twice_alike(presenter):
    pictures = [presenter.draw(POSES[1], SHAPES[1]) for _ in range(2)]
    assert pictures[0].shape == (360, 640, 3)
    assert np.array_equal(*pictures)


def test_the_shape_of_the_mouth_changes_the_lower_face_alone(presenter):
    changed = np.any(presenter.draw(Pose(), SHAPES[0]) != presenter.draw(Pose(), SHAPES[1]), axis=-1)
    rows, columns = np.nonzero(changed)
    nose, chin = presenter.project(np.array([[0, 4.0], [0, 11.2]], np.float32), Pose())
    assert rows.min() > nose[1]
    assert rows.max() < chin[1] + 20
    assert np.ptp(columns) < 140


@pytest.mark.parametrize("pose", POSES)
def test_known_lips_are_red_where_they_are_said_to_be(presenter, pose):
    picture = presenter.draw(pose, SHAPES[0]).astype(int)
    places = presenter.lip_points(pose, SHAPES[0])

    def redness(point):
        x, y = np.rint(point).astype(int)
        red, green, _ = picture[y - 1 : y + 2, x - 1 : x + 2].reshape(-1, 3).mean(axis=0)
        return red / green

    within = [np.mean([places[inner], places[outer]], axis=0) for inner, outer in ((13, 0), (14, 17))]
    above = np.array(places[0]) * 2 - places[13]
    assert min(map(redness, within)) > 1.15 * redness(above)


def test_an_open_mouth_has_its_known_gap(presenter):
    places = presenter.lip_points(Pose(), SHAPES[1])
    gap = places[mesh.LIP_LOWER_INNER][1] - places[mesh.LIP_UPPER_INNER][1]
    assert gap == pytest.approx(1.5 * 360 / 38.5, abs=0.7)


def test_seeds_give_different_people():
    pictures = [Presenter(appearance(seed), 128, 72).draw(Pose(), SHAPES[0]) for seed in (0, 1)]
    assert np.abs(pictures[0].astype(int) - pictures[1]).mean() > 3


def test_a_film_is_written_whole_and_tagged(tmp_path):
    out = tmp_path / "presenter.mp4"
    assert run(render_presenter(out, seconds=2.4, size=(96, 54))) == out
    with av.open(str(out)) as film:
        stream = film.streams.video[0]
        frames = list(film.decode(stream))
    assert len(frames) == 60
    assert stream.average_rate == 25
    assert (frames[0].width, frames[0].height) == (96, 54)
    assert (int(frames[0].colorspace), int(frames[0].color_primaries), int(frames[0].color_trc)) == (1, 1, 1)


def test_a_cancelled_film_leaves_nothing_behind(tmp_path):
    job = render_presenter(tmp_path / "presenter.mp4", seconds=2.4, size=(96, 54))
    next(job)
    job.close()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told_before_painting(tmp_path):
    with pytest.raises(MediaError):
        run(render_presenter(tmp_path / "none" / "presenter.mp4", seconds=2.4, size=(96, 54)))


@pytest.mark.weights
def test_the_face_is_found_with_its_lips_where_they_were_painted(presenter):
    try:
        finder = FaceFinder()
    except WeightsError as error:
        pytest.skip(error.message)
    for pose, shape in zip([*POSES, POSES[0]], SHAPES, strict=True):
        picture = presenter.draw(pose, shape)
        finder.reset()
        finder.update(picture)
        (face,) = finder.update(picture)
        places = presenter.lip_points(pose, shape)
        scale = mesh.face_frame(face.points).scale
        for point in (mesh.MOUTH_LEFT, mesh.MOUTH_RIGHT, 0, 17):
            assert np.linalg.norm(face.points[point, :2] - places[point]) < 0.08 * scale


def test_the_demonstration_is_small_and_there():
    folder = Path(__file__).resolve().parents[3] / "resources" / "demo"
    assert 50_000 < (folder / "presenter.mp4").stat().st_size < 2_000_000
    assert 50_000 < (folder / "voice.flac").stat().st_size < 300_000
