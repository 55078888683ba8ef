"""What the program is made of: complete, named as it is, and the same in a bundle."""

import json
from importlib.metadata import distribution
from pathlib import Path

import pytest

from core import licences
from core.__main__ import main
from core.licences import Licence, as_text, read_licences, required, words_of, write_licences


@pytest.fixture(scope="module")
def listed() -> dict[str, Licence]:
    return {one.name: one for one in licences.licences()}


def test_everything_has_a_licence_and_its_words(listed: dict[str, Licence]) -> None:
    assert not [one.name for one in listed.values() if not one.licence or not one.text or "see its text" in one.licence]
    assert {"dubwright", "Python", "torch", "numpy", "PySide6_Essentials"} <= set(listed)


def test_builds_of_ffmpeg_are_named_as_they_are(listed: dict[str, Licence]) -> None:
    program, libraries = listed["FFmpeg, the program"], listed["FFmpeg, PyAV's libraries"]
    assert program.licence.startswith("GPL-") == ("--enable-gpl" in program.text)
    assert ("libx264" in libraries.licence) == ("--enable-libx264" in libraries.text)
    assert "https://" in program.text
    assert "GENERAL PUBLIC LICENSE" in program.text


def test_carried_weights_are_listed_and_fetched_ones_are_not(listed: dict[str, Licence]) -> None:
    assert {name for name in listed if name.startswith("weights")} == {"weights “instant”", "weights “face_mesh”"}


def test_requirements_are_followed_without_extras() -> None:
    found = required("dubwright")
    assert {"dubwright", "torch", "sympy", "mpmath"} <= found
    assert "pytest" not in found
    assert required("no-such-distribution") == set()


def test_words_are_found_by_the_name_of_the_licence() -> None:
    assert "Apache License" in words_of("Apache 2.0")
    lesser = words_of("LGPL-3.0-only")
    assert lesser.startswith("GNU LESSER" if not lesser[0].isspace() else lesser[0])
    assert "Version 2, June 1991" not in lesser
    assert words_of("a licence of its own") == ""


def test_a_bundle_shows_the_list_of_its_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = Licence("thing", "1", "MIT", "words")
    write_licences([one], tmp_path / licences.LISTED)
    monkeypatch.setattr(licences, "RESOURCES", tmp_path)
    assert licences.licences() == (one,) == read_licences(tmp_path / licences.LISTED)


def test_command_prints_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["licences", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out.splitlines()[-1])["licences"]
    assert {"name": "numpy", "version": distribution("numpy").version} == {
        key: value for row in rows if row["name"] == "numpy" for key, value in row.items() if key != "licence"
    }
    assert "words" in as_text([Licence("thing", "1", "MIT", "words")])
