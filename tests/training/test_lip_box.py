"""The rectangle that the mouth's critic sees: twice as wide as high, around the lips."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from tests.shared import parity
from training.lip_box import HEIGHT, WIDTH, cut_lips, lip_box


@pytest.mark.parity
def test_rectangles_are_those_of_the_published_code() -> None:
    golden = np.load(parity("golden/j_mouth_region.npz"))
    for face, size in enumerate(golden["face_sizes_wh"]):
        lips = golden["landmarks"][face, 48:67] * (256 / size)  # their slice stops one point short
        for row, padding in enumerate(golden["padding"]):
            for column, up in enumerate(golden["crop_margin"]):
                wanted = golden["mask_rect_x0y0x1y1"][face, row, column]
                assert lip_box(lips, (int(size[0]), int(size[1])), int(padding), float(up)) == tuple(wanted)


@pytest.mark.parity
@pytest.mark.parametrize("kind", ["real", "pred"])
def test_pictures_are_resized_as_in_the_published_code(kind: str) -> None:
    golden = np.load(parity("golden/j_mouth_region.npz"))
    pictures = torch.from_numpy(golden[f"region_{kind}_u8_rgb"]).permute(0, 3, 1, 2).float() / 127.5 - 1
    boxes = [(int(x0), int(y0), int(x1) - 1, int(y1) - 1) for x0, y0, x1, y1 in golden["region_mask_rect"]]
    cut = cut_lips(pictures, boxes, (256, 256))
    assert (cut[..., ::8, ::8] - torch.from_numpy(golden[f"region_{kind}_out_sub8"])).abs().max() < 1e-5


@given(
    x=st.floats(60, 190), y=st.floats(60, 190), width=st.floats(20, 90), height=st.floats(1, 60),
)  # fmt: skip
def test_the_shape_is_two_to_one_away_from_the_edges(x: float, y: float, width: float, height: float) -> None:
    lips = np.array([[x - width / 2, y], [x + width / 2, y], [x, y - height / 2], [x, y + height / 2]])
    x0, y0, x1, y1 = lip_box(lips, (256, 256))
    if min(x0, y0) > 0 and max(x1, y1) < 256:
        assert abs((x1 - x0) - 2 * (y1 - y0)) <= 3
        assert x0 <= lips[:, 0].min()
        assert x1 >= lips[:, 0].max()


def test_cut_lips_have_the_size_that_the_critic_wants() -> None:
    pictures = torch.rand(2, 3, 256, 256)
    assert cut_lips(pictures, [(10, 20, 110, 70), (0, 0, 256, 256)]).shape == (2, 3, HEIGHT, WIDTH)
