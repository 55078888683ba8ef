import numpy as np
import pytest

from core.face import interior, mesh
from core.face.borrowed import borrow
from core.face.interior import Interior, Opening
from core.face.painted import paint
from tests.core.face.faces import TOOTH, face_mesh, face_picture

OPEN = face_mesh(0.2)
BORROWED = borrow(face_picture(OPEN), OPEN)
PAINTED = paint(face_picture(face_mesh()), face_mesh())
SIZE = (400, 400)


def opening(gap: float, **kind: float) -> Opening:
    points = face_mesh(gap, **kind)
    return interior.opening(points, points[:, :2], gap, (0, 0))


def drawn(inside: Interior, gap: float, light: float = 1.0, **kind: float) -> np.ndarray:
    return interior.draw(inside, opening(gap, **kind), inside.skin * np.float32(light), SIZE)


def column(picture: np.ndarray, gap: float) -> np.ndarray:
    """Brightness down the middle of the opening."""
    here = opening(gap)
    top, bottom = int(here.upper[5, 1]) + 1, int(here.lower[5, 1])
    return picture[top:bottom, 200].mean(axis=-1)


@pytest.mark.parametrize("inside", [BORROWED, PAINTED])
def test_layers_are_colours_and_opacities(inside: Interior) -> None:
    for layer in (inside.upper, inside.lower):
        assert layer.dtype == np.float32
        opacity = layer[..., 3]
        assert opacity.min() >= 0
        assert opacity.max() <= 1
        shown = layer[layer[..., 3] > 0.05]
        assert shown[..., :3].min() > -20
        assert shown[..., :3].max() < 280


def test_borrowed_teeth_keep_their_colour() -> None:
    teeth = column(drawn(BORROWED, 0.2), 0.2)
    assert teeth[2:8].mean() == pytest.approx(np.mean(TOOTH), rel=0.08)


@pytest.mark.parametrize("inside", [BORROWED, PAINTED])
def test_an_open_mouth_shows_teeth_above_and_dark_below(inside: Interior) -> None:
    shown = column(drawn(inside, 0.24), 0.24)
    assert shown[2:5].mean() > 2 * shown[-8:-2].mean()


def test_upper_teeth_stay_while_the_jaw_drops() -> None:
    narrow, wide = drawn(BORROWED, 0.14), drawn(BORROWED, 0.22)
    rows = slice(int(opening(0.14).upper[5, 1]) + 2, int(opening(0.14).upper[5, 1]) + 7)
    assert narrow[rows, 180:220] == pytest.approx(wide[rows, 180:220], abs=20)


def test_teeth_do_not_flicker_as_the_mouth_opens_little_by_little() -> None:
    gaps = np.linspace(0.08, 0.22, 30)
    brightness = [column(drawn(BORROWED, gap), gap)[2:6].mean() for gap in gaps]
    assert np.abs(np.diff(brightness)).max() < 12
    assert min(brightness) > 0.9 * max(brightness)


def test_a_slit_is_darker_than_an_open_mouth() -> None:
    assert column(drawn(BORROWED, 0.02), 0.02).mean() < 0.88 * column(drawn(BORROWED, 0.2), 0.2)[2:8].mean()


def test_the_inside_follows_the_light_on_the_skin() -> None:
    assert drawn(BORROWED, 0.2, light=0.7).mean() == pytest.approx(0.7 * drawn(BORROWED, 0.2).mean(), rel=0.02)


def test_more_of_the_arch_is_seen_on_the_near_side_of_a_turned_head() -> None:
    picture, here = drawn(PAINTED, 0.24, yaw=25), opening(0.24, yaw=25)
    y = int(here.upper[5, 1]) + 4
    bright = np.flatnonzero(picture[y].mean(axis=-1) > 60)
    near, far = here.upper[5, 0] - bright.min(), bright.max() - here.upper[5, 0]
    assert near > 1.2 * far


def test_paint_takes_the_teeths_brightness_from_the_skin() -> None:
    picture = face_picture(face_mesh())
    dark = paint((picture // 2).astype(np.uint8), face_mesh())
    assert drawn(dark, 0.2)[188:194, 190:210].mean() < 0.75 * drawn(PAINTED, 0.2)[188:194, 190:210].mean()


def test_skin_colour_is_that_of_the_cheeks_even_when_one_is_hidden() -> None:
    points = face_mesh()
    picture = face_picture(points)
    free = interior.skin_colour(picture, points)
    picture[:, 260:] = (0, 255, 0)
    picture[:, 260:300] = (0, 0, 0)
    assert free == pytest.approx(np.median(face_picture(points), axis=(0, 1)), abs=6)
    assert interior.skin_colour(picture, points).max() > 60


def test_faces_beyond_the_picture_have_a_skin_colour_too() -> None:
    points = face_mesh(centre=(-300, 900))
    assert np.isfinite(interior.skin_colour(face_picture(points), points)).all()
    assert mesh.face_frame(points).scale > 0


def test_teeth_that_rest_on_the_lip_are_seen_in_the_light() -> None:
    here, skin = opening(0.04), BORROWED.skin
    shaded, bared = (interior.draw(BORROWED, here, skin, SIZE, share) for share in (0.0, 1.0))
    rows = slice(int(here.upper[5, 1]) + 1, int(here.lower[5, 1]))
    assert bared[rows, 190:210].mean() > 1.15 * shaded[rows, 190:210].mean()
