"""The published program's choice among proposals, number by number."""

import numpy as np
import pytest

from core.face.published_detection import kept_proposals, published_detection
from tests.shared import parity


@pytest.mark.parity
@pytest.mark.parametrize("case", range(4))
def test_the_choice_is_that_of_the_published_program(case: int) -> None:
    golden = np.load(parity("golden/b_detector_post.npz"))
    proposals = golden[f"candidates_{case}"]
    assert kept_proposals(proposals).tolist() == golden[f"nms_keep_{case}"].tolist()
    box, wanted = published_detection(proposals), golden[f"box_{case}"]
    if wanted[0] < 0:
        assert box is None
    else:
        assert box is not None
        assert [box.x0, box.y0, box.x1, box.y1] == wanted.tolist()


def test_without_proposals_there_is_no_face() -> None:
    assert published_detection(np.zeros((0, 5), np.float32)) is None
