"""The batch: measured once, remembered for the same networks and device, bounded by memory."""

import math
from dataclasses import replace
from pathlib import Path

import pytest

from core.device import CPU
from core.engines import inpaint_tuning
from core.engines.inpaint_tuning import tuned_batch


@pytest.fixture(autouse=True)
def empty_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUBWRIGHT_CACHE", str(tmp_path))
    monkeypatch.setattr(inpaint_tuning, "free_memory", lambda device: 1 << 50)


class Machine:
    """Takes so many seconds a row, by batch; counts how often it was asked."""

    def __init__(self, **seconds: float) -> None:
        self.seconds = {int(name[1:]): value for name, value in seconds.items()}
        self.asked: list[int] = []

    def __call__(self, batch: int) -> float:
        self.asked.append(batch)
        return self.seconds[batch]


def test_the_batch_grows_while_that_pays() -> None:
    assert tuned_batch("a", CPU, Machine(b1=1, b2=0.8, b4=0.7, b8=0.69, b16=0.1)) == 4


def test_it_is_remembered_for_these_networks_and_this_device_only() -> None:
    machine = Machine(b1=1, b2=0.5, b4=0.6)
    assert tuned_batch("a", CPU, machine) == 2
    assert tuned_batch("a", CPU, Machine()) == 2, "nothing is measured again"
    for key, device in (("b", CPU), ("a", replace(CPU, precision="bfloat16")), ("a", replace(CPU, title="other"))):
        again = Machine(b1=1, b2=2)
        assert tuned_batch(key, device, again) == 1
        assert again.asked == [1, 2]


def test_a_batch_for_which_there_is_no_memory_is_not_chosen() -> None:
    assert tuned_batch("a", CPU, Machine(b1=1, b2=0.5, b4=math.inf)) == 2


def test_what_is_unlikely_to_fit_is_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inpaint_tuning, "free_memory", lambda device: 3 * inpaint_tuning._ROW_BYTES)
    machine = Machine(b1=1, b2=0.5)
    assert tuned_batch("a", CPU, machine) == 2
    assert machine.asked == [1, 2]


def test_memory_that_has_become_scarce_makes_it_measure_again(monkeypatch: pytest.MonkeyPatch) -> None:
    assert tuned_batch("a", CPU, Machine(b1=1, b2=0.5, b4=0.2, b8=1)) == 4
    monkeypatch.setattr(inpaint_tuning, "free_memory", lambda device: inpaint_tuning._ROW_BYTES)
    assert tuned_batch("a", CPU, Machine(b1=1)) == 1


def test_a_damaged_note_is_no_obstacle(tmp_path: Path) -> None:
    tuned_batch("a", CPU, Machine(b1=1, b2=2))
    (note,) = tmp_path.rglob("*.json")
    note.write_text("{")
    assert tuned_batch("a", CPU, Machine(b1=1, b2=2)) == 1
