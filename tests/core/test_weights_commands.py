"""`dubwright weights`: what each word says, and with which exit code."""

import json
from pathlib import Path
from typing import Any

import pytest

from core.__main__ import main
from core.job import run
from core.weights import catalogue
from tests.core.weights_catalogue import BIG, SMALL, hub, own_places, table, thing, use_catalogue
from tests.hub import FakeHub

__all__ = ["hub", "own_places", "thing"]


def outcome(capfd: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capfd.readouterr().out.splitlines()[-1])


def test_list_says_licence_size_memory_and_place(own_places: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["weights", "list"]) == 0
    told = capfd.readouterr().out
    for row in catalogue().values():
        assert row.name in told
        assert row.licence in told
    assert "The two contradict each other" in told
    assert "3.40 GB on disk, 3.40 GB of memory" in told
    assert main(["weights", "list", "--json"]) == 0
    rows = {row["name"]: row for row in outcome(capfd)["weights"]}
    assert (rows["instant"]["state"], rows["taesd"]["state"]) == ("here", "missing")


def test_get_verify_and_remove(thing: Path, hub: FakeHub, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["weights", "get", "toy", "--json"]) == 0  # by the name of the engine that needs it
    assert outcome(capfd)["weights"] == {"thing": str(thing / "thing")}
    assert main(["weights", "verify", "--json"]) == 0
    assert "hash as http" in outcome(capfd)["weights"][0]["basis"]
    (thing / "thing" / "config.json").write_bytes(SMALL.replace(b"T", b"t"))
    assert main(["weights", "verify"]) == 4
    assert "config.json is damaged" in capfd.readouterr().err
    assert main(["weights", "remove", "thing"]) == 2  # nobody can be asked here
    assert (thing / "thing").exists()
    assert main(["weights", "remove", "thing", "--yes"]) == 0
    assert not (thing / "thing").exists()


def test_verify_of_a_missing_set_fails_only_if_it_is_named(thing: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["weights", "verify"]) == 0
    assert main(["weights", "verify", "thing"]) == 4
    assert "weights get thing" in capfd.readouterr().err


def test_import_reports_what_it_found(thing: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "thing-folder"
    folder.mkdir()
    (folder / "big.bin").write_bytes(BIG)
    (folder / "config.json").write_bytes(SMALL)
    assert main(["weights", "import", str(tmp_path), "--json"]) == 0
    assert outcome(capfd)["weights"] == [{"name": "thing", "folder": str(folder), "licence": "MIT (nobody)"}]
    assert main(["weights", "list"]) == 0
    assert "imported" in capfd.readouterr().out
    (folder / "big.bin").unlink()
    assert main(["weights", "list"]) == 0
    assert "gone" in capfd.readouterr().out
    assert main(["weights", "verify"]) == 4


def test_a_licence_is_shown_before_it_is_accepted(
    thing: Path, hub: FakeHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    use_catalogue(table(extra="ask = true"), tmp_path / "resources", monkeypatch)
    assert main(["weights", "get", "thing"]) == 2
    assert "MIT (nobody)" in capfd.readouterr().err
    assert main(["weights", "get", "thing", "--accept-licence"]) == 0
    assert "You have accepted" in capfd.readouterr().err


def test_a_hub_that_is_not_there_is_an_error_of_weights(thing: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["weights", "get", "thing", "--mirror", "http://127.0.0.1:9"]) == 4
    assert "cannot be reached" in capfd.readouterr().err
    assert main(["weights", "get", "nothing"]) == 4


def test_every_licence_is_shown_before_any_is_accepted(own_places: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["weights", "get", "musetalk"]) == 2
    told = capfd.readouterr().err
    for name in ("musetalk-1.5", "face-parsing"):
        assert catalogue()[name].licence in told


def test_the_selfcheck_minds_damage_but_not_what_was_never_fetched(thing: Path, hub: FakeHub) -> None:
    from core.selfcheck import _weights

    assert run(_weights(0)) == []
    assert main(["weights", "get", "thing"]) == 0
    (finding,) = run(_weights(0))
    assert (finding.fault, finding.stops) == ("", False)
    (thing / "thing" / "config.json").write_bytes(SMALL.replace(b"T", b"t"))
    (finding,) = run(_weights(0))
    assert finding.fault == "config.json is damaged."
    assert "weights get thing" in finding.remedy
