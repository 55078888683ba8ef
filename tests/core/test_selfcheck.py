"""Every fault of a machine is found, and has a remedy."""

from pathlib import Path
from types import SimpleNamespace

import pytest
import torch

from core import selfcheck
from core.__main__ import main
from core.errors import DeviceError
from core.job import run
from core.selfcheck import Checkup, Finding, check
from tests.core.weights_catalogue import own_places

__all__ = ["own_places"]


@pytest.fixture
def quick(own_places: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Encoders are probed elsewhere."""
    monkeypatch.setattr(selfcheck, "probe_encoders", lambda: [SimpleNamespace(name="h264", works=True)])


def found(name: str) -> Finding:
    return next(each for each in run(check()).findings if each.name == name)


def use_card(monkeypatch: pytest.MonkeyPatch, works: bool, cuda: str | None) -> None:
    monkeypatch.setattr(selfcheck, "_nvidia", lambda: "a card, 550.1")
    monkeypatch.setattr(torch.cuda, "is_available", lambda: works)
    monkeypatch.setattr(torch.version, "cuda", cuda)


def test_everything_that_is_asked_for_is_looked_at(quick: None) -> None:
    outcome = run(check())
    names = [each.name for each in outcome.findings]
    assert {"processor", "memory", "device", "driver", "encoders", "microphone", "cache", "temporary files"} <= set(
        names
    )
    assert {"weights instant", "weights face_mesh"} <= set(names)
    assert all(each.remedy for each in outcome.faults)


def test_a_folder_that_cannot_be_made_is_told_with_its_variable(
    quick: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("DUBWRIGHT_LOGS", str(tmp_path / "file" / "logs"))
    finding = found("logs")
    assert finding.stops
    assert "cannot be made: Not a directory." in finding.fault
    assert "DUBWRIGHT_LOGS" in finding.remedy


def test_little_space_is_told(quick: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selfcheck.shutil, "disk_usage", lambda _: SimpleNamespace(free=10))
    assert "Little space" in found("cache").fault


@pytest.mark.parametrize(
    ("works", "cuda", "fault"),
    [(True, "12.4", ""), (False, None, "built without CUDA"), (False, "12.4", "driver does not work")],
)
def test_a_card_that_is_not_used_is_told(
    quick: None, monkeypatch: pytest.MonkeyPatch, works: bool, cuda: str | None, fault: str
) -> None:
    monkeypatch.setenv("DUBWRIGHT_DEVICE", "cpu")
    use_card(monkeypatch, works, cuda)
    finding = found("driver")
    assert fault in finding.fault
    assert bool(finding.fault) == bool(fault)
    assert not finding.stops


def test_a_device_that_is_not_here_stops_a_dub(quick: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUBWRIGHT_DEVICE", "cuda:9")
    finding = found("device")
    assert "cuda:9" in finding.fault
    assert finding.stops


def test_no_sound_system_is_no_reason_to_stop(quick: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise DeviceError("PortAudio cannot be used.", "Install it.")

    monkeypatch.setattr(selfcheck, "inputs", broken)
    finding = found("microphone")
    assert (finding.fault, finding.remedy, finding.stops) == ("PortAudio cannot be used.", "Install it.", False)


def test_missing_weights_of_the_program_stop_a_dub_and_give_the_exit_code(quick: None) -> None:
    assert found("weights face_mesh").stops
    assert main(["selfcheck"]) == 4


def test_a_check_can_be_stopped_and_tells_how_far_it_is(quick: None) -> None:
    job = check()
    steps = [next(job) for _ in range(3)]
    assert [step.done for step in steps] == [0, 1, 2]
    job.close()


def test_a_line_says_by_a_word_how_grave_it_is() -> None:
    told = Checkup((Finding("a", "x"), Finding("b", "y", "Bad.", "Mend."), Finding("c", "z", "Worse.", "Mend.", True)))
    assert [line.split()[0] for line in told.as_text().splitlines()] == ["ok", "note", "STOP"]
