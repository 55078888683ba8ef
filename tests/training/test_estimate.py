"""The memory that is told before a training is what it then takes; what cannot fit is refused with a reason."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from core.errors import DeviceError
from tests.training.runs import CRITICS, PIXELS, tiny_recipe, tiny_run
from training import estimate as estimating
from training.estimate import Estimate, estimate, refuse_if_too_large
from training.recipe import Precision

CPU = torch.device("cpu")

CASES = {
    "pixels, 24 faces": replace(tiny_recipe(steps=2, batch=24, losses=PIXELS), recompute=False),
    "critics, 2 parts of 10 faces, recomputed": tiny_recipe(steps=2, batch=20, parts=2, losses=CRITICS),
}

PROGRAM = """
import json, resource, sys
from pathlib import Path
import torch
torch.set_num_threads(1)
from core.job import run
from tests.training.runs import tiny_run
from tests.training.test_estimate import CASES, CPU
from training.estimate import estimate
from training.train import train
wanted = tiny_run(Path(sys.argv[1]), CASES[sys.argv[2]])
told = estimate(wanted.recipe, wanted.folders, CPU)
run(train(wanted, lambda _: None))
print(json.dumps([told.memory, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024, told.base]))
"""


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES)
def test_memory_is_told_within_a_quarter(case: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path), case], capture_output=True, text=True, timeout=200, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    told, measured, base = json.loads(done.stdout.splitlines()[-1])
    assert 0.75 * measured < told < 1.25 * measured, (told, measured, base)
    assert 0.65 * (measured - base) < told - base < 1.35 * (measured - base), (told, measured, base)


def told(tmp_path: Path, **changes: object) -> Estimate:
    recipe = replace(tiny_recipe(batch=4), recompute=False)
    wanted = tiny_run(tmp_path, recipe)
    return estimate(replace(recipe, **changes), wanted.folders, CPU)


def test_parts_recomputation_and_short_numbers_save_memory(tmp_path: Path) -> None:
    plain, parts = told(tmp_path), told(tmp_path, parts=2)
    assert parts.peak < 0.75 * plain.peak
    assert plain.multiplications == pytest.approx(parts.multiplications)
    assert told(tmp_path, recompute=True, precision=Precision.BFLOAT16).peak < plain.peak
    assert plain.seconds == pytest.approx(4 * plain.multiplications / plain.rate)


def test_what_does_not_fit_is_refused_with_a_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = tiny_run(tmp_path, tiny_recipe())
    found = Estimate(1 << 30, 6 << 30, 1e12, 1e11, 3600)
    monkeypatch.setattr(estimating, "estimate", lambda *_: found)
    monkeypatch.setattr(estimating, "_free", lambda _: 8 << 30)
    assert refuse_if_too_large(wanted).as_text() == "About 7.5 GB of memory and 10.0 hours are needed; 9.7 GB are free."
    monkeypatch.setattr(estimating, "_free", lambda _: 6 << 30)
    with pytest.raises(DeviceError, match=r"7\.5 GB are free") as refused:
        refuse_if_too_large(wanted)
    assert "parts=2" in refused.value.hint
