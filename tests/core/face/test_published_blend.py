"""The published mask and compositing: equal to the published numbers, and how far from what we want."""

import numpy as np
import pytest

from core.face.parse import square_around
from core.face.parse_mask import FaceLabels, region_mask
from core.face.published_blend import (
    LIVE,
    OFFLINE,
    PublishedLook,
    blur_kernel,
    enlarged,
    kept_region,
    published_composite,
    published_mask,
)
from core.geometry import Box
from core.project import Region
from tests.shared import parity

CASES = range(5)


def box(numbers) -> Box:
    return Box(*map(float, numbers))


def golden(name: str):
    return np.load(parity(f"golden/{name}.npz"))


def labels_of(case: int, fixture) -> FaceLabels:
    index = int(fixture[f"case{case}_label_index"])
    return FaceLabels(golden("f_parsing_masks")["labels"][index], box(fixture[f"case{case}_crop_box"]))


@pytest.mark.parity
def test_squares_are_the_published_ones():
    table = golden("g_blend_masks")
    for given, made in zip(table["crop_box_table_in"], table["crop_box_table_out"], strict=True):
        square = square_around(box(given[:4]), float(given[4]))
        assert (square.x0, square.y0, square.x1, square.y1) == tuple(made[:4])
        assert square.width == 2 * made[4]


@pytest.mark.parity
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("region", [Region.RAW, Region.JAW, Region.NECK])
def test_masks_are_the_published_ones(case: int, region: Region):
    fixture = golden("g_blend_masks")
    face, labels = box(fixture[f"case{case}_face_box"]), labels_of(case, fixture)
    side = int(labels.box.width)
    assert square_around(face) == labels.box
    resized = enlarged(region_mask(labels, region) * np.uint8(255), side)
    assert np.abs(resized.astype(int) - fixture[f"case{case}_{region}_parsing_resized"]).max() <= 2
    kept = kept_region(labels, face, PublishedLook(region))
    assert np.abs(kept.astype(int) - fixture[f"case{case}_{region}_mask_before_blur"]).max() <= 2
    kernels = [blur_kernel(labels.box, blur) for blur in (OFFLINE, LIVE)]
    assert kernels == fixture[f"case{case}_blur_kernel_offline_realtime"].tolist()
    for blur, name in ((OFFLINE, "offline"), (LIVE, "realtime")):
        made = published_mask(labels, face, PublishedLook(region, blur=blur))
        assert np.abs(made.astype(int) - fixture[f"case{case}_{region}_mask_{name}"]).max() <= 1


@pytest.mark.parity
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize(("blur", "name"), [(OFFLINE, "offline"), (LIVE, "realtime")])
def test_composites_are_the_published_ones(case: int, blur: float, name: str):
    fixture = golden("h_composite")
    face, labels = box(fixture[f"case{case}_face_box"]), labels_of(case, fixture)
    frame, generated = fixture[f"case{case}_frame"], fixture[f"case{case}_generated_256"]
    look = PublishedLook(Region(str(fixture[f"case{case}_mode"])), blur=blur)
    mask = published_mask(labels, face, look)
    made = published_composite(frame, generated, face, mask).astype(int)
    difference = np.abs(made - fixture[f"case{case}_composite_{name}"])
    assert (difference > 1).mean() < 0.005
    untouched = np.ones(frame.shape[:2], bool)
    shown = labels.box.clip_to(frame.shape[1], frame.shape[0])
    untouched[shown.slices] = mask[shown.shift(-labels.box.x0, -labels.box.y0).slices] == 0
    assert np.array_equal(made[untouched], frame[untouched])


def test_the_frame_given_is_not_changed():
    frame = np.full((60, 60, 3), 9, np.uint8)
    face = Box(20, 20, 40, 44)
    square = square_around(face)
    mask = np.full((int(square.height), int(square.width)), 255, np.uint8)
    made = published_composite(frame, np.full((256, 256, 3), 200, np.uint8), face, mask)
    assert (frame == 9).all()
    assert (made[20:44, 20:40] == 200).all()
    assert (made[:20] == 9).all()
