"""The catalogue describes what is there, and a changed byte is found and named."""

from pathlib import Path

import pytest

from core import weights
from core.errors import WeightsError


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DUBWRIGHT_WEIGHTS", str(tmp_path))
    return tmp_path


def test_every_set_says_its_licence_and_purpose() -> None:
    for row in weights.catalogue().values():
        assert row.title
        assert row.purpose
        assert row.licence
        assert row.files
        assert all(len(file.sha256) in (0, 64) for file in row.files)
        assert row.repository or row.supplied or all(file.sha256 for file in row.files)


def test_bundled_weights_are_whole() -> None:
    assert weights.verify("instant").fault == ""


def test_missing_weights_are_an_error_with_a_remedy(own_folder: Path) -> None:
    with pytest.raises(WeightsError, match="missing") as caught:
        weights.weights_file("face_mesh", "face_landmark.tflite")
    assert "bootstrap.py" in caught.value.hint
    assert "Not on this machine" in weights.verify("face_mesh").fault


def test_in_a_bundle_nobody_is_sent_to_a_checkout(own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert weights.remedy(weights.weights_set("face_mesh")) == "Install Dubwright again."
    assert "weights get" in weights.remedy(weights.weights_set("musetalk-1.5"))


def test_a_flipped_byte_is_named(own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DUBWRIGHT_WEIGHTS")
    there = weights.find("face_mesh")
    assert there is not None
    monkeypatch.setenv("DUBWRIGHT_WEIGHTS", str(own_folder))
    (own_folder / "face_mesh").mkdir()
    for file in weights.weights_set("face_mesh").files:
        (own_folder / "face_mesh" / file.name).write_bytes((there / file.name).read_bytes())
    assert weights.verify("face_mesh").fault == ""
    victim = own_folder / "face_mesh" / "face_landmark.tflite"
    content = bytearray(victim.read_bytes())
    content[1000] ^= 1
    victim.write_bytes(content)
    assert "face_landmark.tflite is damaged" in weights.verify("face_mesh").fault


def test_an_unknown_set_lists_the_known_ones() -> None:
    with pytest.raises(WeightsError) as caught:
        weights.find("nothing")
    assert "face_mesh" in caught.value.hint
