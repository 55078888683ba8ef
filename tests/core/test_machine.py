"""What is said of a machine follows from its device, its memory and the weights that are there."""

from pathlib import Path

import pytest

from core import machine
from core.device import CPU, Device
from core.machine import look_at_machine, seconds_of_transfer
from core.weights import catalogue
from tests.core.weights_catalogue import own_places

__all__ = ["own_places"]

CARD = Device("cuda:0", "float16", "a card")


@pytest.fixture
def places(own_places: Path) -> Path:
    """Nothing is here but what comes with the program."""
    for file in catalogue()["face_mesh"].files:
        path = own_places / "face_mesh" / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return own_places


def use(monkeypatch: pytest.MonkeyPatch, device: Device, gigabytes: float) -> None:
    monkeypatch.setattr(machine, "choose_device", lambda: device)
    monkeypatch.setattr(machine, "total_memory", lambda _: int(gigabytes * 1e9))
    monkeypatch.setattr(machine, "free_memory", lambda _: int(gigabytes * 0.5e9))


def test_the_built_in_engine_is_ready_and_fits_everywhere(places: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, CPU, 1)
    fit = look_at_machine().fit("instant")
    assert fit.is_ready
    assert fit.fits
    assert fit.to_fetch == 0


def test_musetalk_says_what_is_missing_and_how_much_it_is(places: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, CPU, 16)
    fit = look_at_machine().fit("musetalk")
    names = {entry.set.name for entry in fit.missing}
    assert names == {"musetalk-1.5", "sd-vae-ft-mse", "whisper-tiny", "face-parsing"}
    assert fit.to_fetch == pytest.approx(3.94e9, rel=0.01)
    assert not fit.is_ready


@pytest.mark.parametrize(
    ("device", "gigabytes", "fits"),
    [(CPU, 4, False), (CPU, 6.5, False), (CPU, 8, True), (CARD, 2, False), (CARD, 4, True)],
)
def test_an_engine_fits_where_there_is_memory_for_it(
    places: Path, monkeypatch: pytest.MonkeyPatch, device: Device, gigabytes: float, fits: bool
) -> None:
    use(monkeypatch, device, gigabytes)
    assert look_at_machine().fit("musetalk").fits is fits


def test_this_machine_is_described(places: Path) -> None:
    found = look_at_machine()
    assert found.device.title
    assert 0 < found.free <= found.memory


def test_a_gigabyte_over_a_good_line() -> None:
    assert seconds_of_transfer(10**9, machine.FASTEST_LINE) == 80
