"""A generated mouth laid over a frame."""

from dataclasses import replace
from itertools import pairwise

import cv2
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.engines import Patch
from core.face import mesh
from core.face.blend import Mask, lay_over, mask
from core.face.parse import square_of
from core.face.parse_mask import FaceLabels
from core.face.points68 import RIDGE, from_mesh
from core.geometry import Box
from core.project import Look, Region
from tests.core.face.drawn_mesh import drawn_mesh

REACH = 0.25
LOOKS = st.builds(Look, feather=st.floats(0, 0.6), margin=st.floats(-0.3, 0.4))
FACES = st.builds(
    drawn_mesh,
    st.tuples(st.floats(-50, 370), st.floats(-50, 290)),
    st.floats(15, 90),
    st.floats(0, 0.3),
)


def picture(width=320, height=240, seed=0):
    """Soft colours with some grain, so that every pixel can tell whether it was touched."""
    random = np.random.default_rng(seed)
    coarse = random.uniform(60, 190, (6, 8, 3)).astype(np.float32)
    smooth = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    return np.clip(smooth + random.normal(0, 2, smooth.shape), 0, 255).astype(np.uint8)


def whole(frame, change=0):
    """A patch as large as the frame."""
    return Patch(0, 0, np.clip(frame.astype(np.int16) + change, 0, 255).astype(np.uint8))


def in_frame(made, width=320, height=240):
    """The weights of a mask in every pixel of a frame."""
    weights = np.zeros((height, width), np.float32)
    box = made.box.clip_to(width, height)
    weights[box.slices] = made.alpha[box.shift(-made.x, -made.y).slices]
    return weights


def labelled(points):
    """A label map whose skin is a disc around the mouth, for a square around the face."""
    face = mesh.face_frame(points)
    middle = points[mesh.NOSE_TIP, :2]
    box = Box(*(middle - 2 * face.scale), *(middle + 2 * face.scale))
    classes = np.zeros((512, 512), np.uint8)
    cv2.circle(classes, (256, 270), 130, 1, -1)
    return FaceLabels(classes, box)


@given(FACES, LOOKS, st.sampled_from([0.0, REACH]))
@settings(max_examples=40, deadline=None)
def test_weights_are_zero_on_the_border_and_within_their_range(points, look, reach):
    alpha = mask(points, look, reach).alpha
    assert alpha.dtype == np.float32
    assert alpha.min() >= 0
    assert alpha.max() <= 1
    assert max(alpha[0].max(), alpha[-1].max(), alpha[:, 0].max(), alpha[:, -1].max()) == 0


@given(FACES, LOOKS)
@settings(max_examples=40, deadline=None)
def test_the_lips_have_full_weight_whatever_the_look(points, look):
    made = mask(points, look, REACH)
    rim = 0.04 * mesh.face_frame(points).scale
    for ring in (mesh.UPPER_OUTER, mesh.LOWER_OUTER, mesh.UPPER_INNER, mesh.LOWER_INNER):
        exact = points[list(ring), :2]
        pixels = np.rint(exact).astype(int)
        near = np.linalg.norm(pixels - exact, axis=1) < 0.95 * rim  # in small faces the next pixel may lie beyond
        at = (pixels - (made.x, made.y))[near]
        full = 1 if rim >= 1 else 0.9  # or be covered in part
        assert np.all(made.alpha[at[:, 1], at[:, 0]] >= full)


def test_the_nose_and_the_eyes_are_left_alone_and_the_chin_is_not():
    points = drawn_mesh((160, 110), 60)
    weights = in_frame(mask(points, Look(), REACH))
    at = {point: weights[tuple(np.rint(points[point, 1::-1]).astype(int))] for point in (33, 263, 4, 168, 152)}
    assert at.pop(mesh.CHIN) == 1
    assert set(at.values()) == {0}


def test_the_mask_reaches_as_far_below_the_chin_as_the_engine_says():
    points = drawn_mesh((160, 100), 50)
    x, y = np.rint(points[mesh.CHIN, :2]).astype(int)
    below = [in_frame(mask(points, Look(), reach))[y:, x].sum() for reach in (0.0, 0.15, 0.3)]
    assert below[0] < 2
    assert below[0] + 5 < below[1]
    assert below[1] + 5 < below[2]


def test_the_edge_of_the_jaw_has_weight_where_the_engine_moves_it():
    points = drawn_mesh((160, 110), 60)
    jaw = np.rint(points[[172, 397, 150, 379], :2]).astype(int)
    still, moving = (in_frame(mask(points, Look(), reach))[jaw[:, 1], jaw[:, 0]] for reach in (0.0, REACH))
    assert still.max() < 0.2
    assert moving.min() > 0.7


@given(st.floats(0, 0.4), st.floats(0.01, 0.3))
@settings(max_examples=20, deadline=None)
def test_more_feather_never_gives_more_weight(feather, more):
    points = drawn_mesh((160, 110), 50)
    soft, softer = (in_frame(mask(points, Look(feather=f))) for f in (feather, feather + more))
    assert np.all(softer <= soft + 1e-5)


@given(st.floats(-0.3, 0.3), st.floats(0.01, 0.3), st.booleans())
@settings(max_examples=20, deadline=None)
def test_more_margin_never_gives_less_weight(margin, more, parsed):
    points = drawn_mesh((160, 110), 50)
    look = Look(region=Region.RAW if parsed else Region.MESH)
    small, large = (
        in_frame(mask(points, replace(look, margin=m), labels=labelled(points))) for m in (margin, margin + more)
    )
    assert np.all(large >= small - 1e-5)
    assert large.sum() > small.sum()


@pytest.mark.parametrize("region", [Region.MESH, Region.JAW, Region.RAW, Region.NECK])
def test_no_weight_jumps_from_one_pixel_to_the_next(region):
    points = drawn_mesh((160, 110), 60)
    look = Look(region=region)
    alpha = mask(points, look, labels=labelled(points)).alpha
    steepest = max(np.abs(np.diff(alpha, axis=axis)).max() for axis in (0, 1))
    assert steepest < 1.5 / (0.05 * 60) * 1.2


def test_strength_scales_every_weight():
    points = drawn_mesh((160, 110), 60)
    full, half = mask(points, Look()), mask(points, Look(strength=0.5))
    assert np.array_equal(half.alpha, full.alpha * np.float32(0.5))
    assert np.array_equal(full.scaled(0.5).alpha, half.alpha)


def test_weights_follow_a_slow_face_without_steps():
    masks = [in_frame(mask(drawn_mesh((160 + step / 10, 110), 60), Look())) for step in range(12)]
    steps = [np.abs(after - before).max() for before, after in pairwise(masks)]
    assert max(steps) < 0.05


def test_a_region_of_a_label_map_cannot_do_without_one():
    with pytest.raises(ValueError, match="needs a label map"):
        mask(drawn_mesh(), Look(region=Region.JAW))


def test_a_label_map_gives_the_lower_half_of_its_region():
    points = drawn_mesh((160, 110), 50)
    labels = labelled(points)
    weights = in_frame(mask(points, Look(region=Region.RAW, feather=0.0), labels=labels))
    rows, columns = np.nonzero(weights > 0.5)
    pixel = labels.box.width / 512
    assert rows.min() == pytest.approx(from_mesh(points)[RIDGE, 1], abs=1.5)
    assert rows.max() == pytest.approx(labels.box.y0 + 400 * pixel, abs=3)
    assert np.ptp(columns) == pytest.approx(260 * pixel, abs=4)


def test_the_upper_border_of_a_label_map_follows_a_slow_face_without_steps():
    """The border belongs to the face; the whole pixels of the label map's square jump while the face glides."""
    start = drawn_mesh((160, 110), 50)
    box = square_of(start)
    assert box is not None
    labels = FaceLabels(np.ones((512, 512), np.uint8), box)
    columns = slice(150, 171)
    made = []
    for step in range(21):
        points = start + np.float32([0, 0.1 * step, 0])
        moved = replace(labels, box=box.shift(0, round(0.1 * step)))
        made.append(in_frame(mask(points, Look(Region.RAW), labels=moved))[:120, columns])
    steepest = 1.6 / (0.12 * mesh.face_frame(start).scale)
    assert max(float(np.abs(b - a).max()) for a, b in pairwise(made)) < 1.2 * 0.1 * steepest


@given(FACES, LOOKS, st.booleans())
@settings(max_examples=30, deadline=None)
def test_what_lies_outside_the_mask_is_untouched_to_the_bit(points, look, match):
    frame = picture()
    before = frame.copy()
    made = mask(points, look, REACH)
    result = lay_over(frame, whole(255 - frame), made, match)
    outside = in_frame(made) == 0
    assert np.array_equal(result[outside], frame[outside])
    assert np.array_equal(frame, before)


@given(FACES, LOOKS, st.booleans())
@example(drawn_mesh((351.0, 0.0), 31.0), Look(feather=0.5, margin=0.0), True)  # half its seam is one column
@settings(max_examples=30, deadline=None)
def test_a_patch_like_the_frame_changes_nothing(points, look, match):
    frame = picture()
    assert np.array_equal(lay_over(frame, whole(frame), mask(points, look, REACH), match), frame)


def test_the_middle_of_the_mask_is_the_patch_itself():
    points = drawn_mesh((160, 110), 60)
    frame, other = picture(seed=1), picture(seed=2)
    made = mask(points, Look())
    result = lay_over(frame, whole(other), made, match_colour=False)
    inside = in_frame(made) == 1
    assert inside.sum() > 500
    assert np.array_equal(result[inside], other[inside])


def test_weights_round_to_the_nearest_level():
    frame = np.full((20, 20, 3), 100, np.uint8)
    alpha = np.zeros((10, 10), np.float32)
    alpha[5, 5], alpha[5, 6] = 0.375, 0.25
    result = lay_over(frame, Patch(5, 5, np.full((10, 10, 3), 102, np.uint8)), Mask(5, 5, alpha, 1.0), False)
    assert result[10, 10, 0] == 101
    assert np.sum(result != 100) in (3, 6)


@pytest.mark.parametrize(
    "cut", [Box(120, 80, 320, 240), Box(0, 0, 190, 240), Box(0, 0, 320, 165), Box(130, 0, 190, 240)]
)
def test_a_patch_that_ends_within_the_mask_leaves_no_edge(cut):
    points = drawn_mesh((160, 110), 60)
    frame = np.full((240, 320, 3), 80, np.uint8)
    patch = Patch(int(cut.x0), int(cut.y0), np.full((int(cut.height), int(cut.width), 3), 200, np.uint8))
    result = lay_over(frame, patch, mask(points, Look()), match_colour=False).astype(int)
    steepest = max(np.abs(np.diff(result, axis=axis)).max() for axis in (0, 1))
    assert steepest < 120 / 2.0


def test_at_the_edge_of_the_picture_the_mask_does_not_fade():
    points = drawn_mesh((160, 150), 60)
    frame = np.full((200, 320, 3), 80, np.uint8)
    result = lay_over(frame, Patch(0, 0, np.full_like(frame, 200)), mask(points, Look(), REACH), False)
    assert result[-1, 160, 0] == 200


@pytest.mark.parametrize("place", [(-500, -500), (2000, 100)])
def test_a_face_outside_the_picture_changes_nothing(place):
    frame = picture()
    assert np.array_equal(lay_over(frame, whole(255 - frame), mask(drawn_mesh(place, 60), Look())), frame)


@given(st.tuples(*[st.integers(-20, 20)] * 3))
@settings(max_examples=20, deadline=None)
def test_an_even_cast_of_the_patch_is_taken_back(cast):
    points = drawn_mesh((160, 110), 60)
    frame = picture()
    result = lay_over(frame, whole(frame, np.array(cast)), mask(points, Look()))
    assert np.abs(result.astype(int) - frame).max() <= 1


def test_a_slanting_cast_is_taken_back():
    points = drawn_mesh((160, 110), 60)
    frame = picture()
    slant = np.linspace(-12, 12, 320)[None, :, None]
    result = lay_over(frame, whole(frame, slant), mask(points, Look()))
    assert np.abs(result.astype(int) - frame).mean() < 0.5
    assert np.abs(result.astype(int) - frame).max() <= 3


def test_a_changed_mouth_keeps_its_colours():
    points = drawn_mesh((160, 110), 60)
    frame = picture()
    mouth = frame.copy()
    cv2.ellipse(mouth, tuple(int(v) for v in points[13, :2]), (18, 10), 0, 0, 360, (90, 10, 20), -1)
    result = lay_over(frame, whole(mouth), mask(points, Look(), REACH))
    assert np.array_equal(result, lay_over(frame, whole(mouth), mask(points, Look(), REACH), match_colour=False))


def test_a_quite_different_patch_is_moved_by_a_bounded_step():
    points = drawn_mesh((160, 110), 60)
    frame = np.full((240, 320, 3), 200, np.uint8)
    result = lay_over(frame, Patch(0, 0, np.full_like(frame, 50)), mask(points, Look()))
    assert result.min() == pytest.approx(50 + 24, abs=1)


@pytest.mark.parametrize("region", [Region.JAW, Region.RAW, Region.NECK])
def test_where_the_parser_saw_no_skin_the_lips_are_still_replaced(region):
    points = drawn_mesh((160.0, 100.0), 60.0)
    blank = replace(labelled(points), classes=np.zeros((512, 512), np.uint8))
    made = mask(points, Look(region), labels=blank)
    at = np.rint(points[mesh.LIP_UPPER_INNER, :2]).astype(int) - (made.x, made.y)
    assert made.alpha[at[1], at[0]] == 1
    assert np.isfinite(made.alpha).all()
    assert made.alpha.shape[0] < 1.5 * mesh.face_frame(points).scale


def test_labels_that_flicker_change_the_mask_only_where_they_are():
    """The distances are sampled at places that do not follow the edge of the region."""
    points = drawn_mesh((160.0, 100.0), 60.0)
    labels = labelled(points)
    more = labels.classes.copy()
    more[500:, :20] = 1
    plain = in_frame(mask(points, Look(Region.RAW), labels=labels))
    other = in_frame(mask(points, Look(Region.RAW), labels=replace(labels, classes=more)))
    assert np.abs(plain - other)[:, 100:220].max() < 1e-4
