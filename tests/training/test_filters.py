"""Every fault of a clip is told in words; a clip without faults is kept."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from core.agreement import Agreement
from training.filters import ClipFigures, Limits, level_db, reasons, sharpness

GOOD = ClipFigures(6.0, 220.0, 0.4, 1, -20.0, 0.9, Agreement(0.6, 0.01, 1.4, 5.0))


def test_a_good_clip_is_kept() -> None:
    assert reasons(GOOD, Limits()) == ()


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ({"seconds": 1.0}, "shorter"),
        ({"faces": 2}, "2 people"),
        ({"width": 40.0}, "40 pixels"),
        ({"sharpness": 0.2}, "blurred"),
        ({"level_db": -90.0}, "no sound"),
        ({"speech": 0.1}, "10%"),
        ({"agreement": Agreement(0.0, 0.0, 0.0, 0.0)}, "does not move"),
        ({"agreement": Agreement(0.2, 0.0, 0.3, 5.0)}, "do not belong together"),
        ({"agreement": Agreement(0.6, 0.0, 2.0, 5.0, believed=3.0)}, "do not belong together"),
        ({"agreement": Agreement(0.6, 0.4, 1.4, 5.0)}, "0.40 s too late"),
        ({"agreement": Agreement(0.6, -0.2, 1.4, 5.0)}, "0.20 s too early"),
    ],
)
def test_every_fault_is_told(fault: dict[str, object], told: str) -> None:
    why = reasons(replace(GOOD, **fault), Limits())  # type: ignore[arg-type]
    assert len(why) == 1
    assert told in why[0]


def test_several_faults_are_all_told() -> None:
    assert len(reasons(replace(GOOD, seconds=1.0, faces=3, level_db=-90.0), Limits())) == 3


def test_a_blurred_picture_is_less_sharp_and_a_dull_one_is_not() -> None:
    rng = np.random.default_rng(0)
    noise = sum(cv2.resize(rng.normal(0, 20, (256 >> k, 256 >> k)), (256, 256)) * 1.5**k for k in range(6))
    picture = np.clip(128 + np.asarray(noise), 0, 255).astype(np.uint8)[..., None].repeat(3, 2)
    blurred = np.asarray(cv2.GaussianBlur(picture, (0, 0), 3), np.uint8)
    dull = (64 + picture // 2).astype(np.uint8)
    assert sharpness([blurred]) < 0.7 * sharpness([picture])
    assert sharpness([dull]) == pytest.approx(sharpness([picture]), rel=0.05)
    assert sharpness([np.full((256, 256, 3), 9, np.uint8)]) == 0
    assert sharpness([]) == 0


def test_levels_are_decibels_of_full_scale() -> None:
    tone = np.sin(np.arange(16_000) / 5).astype(np.float32)
    assert level_db(tone) == pytest.approx(-3, abs=0.1)
    assert level_db(tone * np.float32(0.1)) == pytest.approx(-23, abs=0.1)
    assert level_db(np.zeros_like(tone)) == level_db(tone[:0]) == -120
