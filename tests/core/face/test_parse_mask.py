"""Regions made of a label map."""

import numpy as np
import pytest

from core.face.parse_mask import FaceLabels, region_mask
from core.geometry import Box
from core.project import Region
from tests.shared import parity

BOX = Box(0, 0, 512, 512)


def labels(skin=slice(200, 400), **others):
    classes = np.zeros((512, 512), np.uint8)
    classes[skin, 150:362] = 1
    for number, place in others.items():
        classes[place] = int(number[1:])
    return FaceLabels(classes, BOX)


def test_raw_is_skin_and_mouth_and_neck_adds_the_neck():
    face = labels(_12=(slice(330, 340), slice(240, 270)), _10=(slice(240, 280), slice(240, 270)), _14=slice(400, 450))
    raw, neck = region_mask(face, Region.RAW), region_mask(face, Region.NECK)
    assert raw[335, 250] == 1
    assert raw[260, 250] == 0
    assert raw[420, 250] == 0
    assert neck[420, 250] == 1
    assert np.array_equal(neck[:400], raw[:400])


def test_jaw_grows_below_the_chin_more_than_beside_the_cheeks():
    jaw = region_mask(labels(), Region.JAW)
    assert jaw[:, 256].nonzero()[0].max() == 405
    assert jaw[300].nonzero()[0].min() > 150


def test_a_lip_outside_the_skin_belongs_to_every_region():
    face = labels(_13=(slice(450, 460), slice(100, 120)))
    assert all(region_mask(face, region)[455, 110] == 1 for region in (Region.RAW, Region.JAW, Region.NECK))


def test_the_mesh_region_needs_no_label_map():
    with pytest.raises(ValueError, match="not made of a label map"):
        region_mask(labels(), Region.MESH)


def test_a_label_map_of_another_size_is_refused():
    with pytest.raises(ValueError, match="label map"):
        FaceLabels(np.zeros((256, 256), np.uint8), BOX)


@pytest.mark.parity
@pytest.mark.parametrize("cheeks", [90, 80])
def test_regions_equal_the_published_ones(cheeks):
    golden = np.load(parity("golden/f_parsing_masks.npz"))
    for index, classes in enumerate(golden["labels"]):
        face = FaceLabels(classes, BOX)
        wanted = {Region.JAW: f"jaw_{cheeks}_{cheeks}", Region.RAW: "raw", Region.NECK: "neck"}
        for region, name in wanted.items():
            assert np.array_equal(region_mask(face, region, (cheeks, cheeks)) * 255, golden[name][index]), (
                index,
                region,
            )
