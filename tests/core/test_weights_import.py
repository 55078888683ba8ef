"""Imported weights are read where they lie; what is not the published file, has changed or has gone is named."""

import hashlib
import shutil
from pathlib import Path

import pytest

from core import weights
from core.errors import SettingsError, WeightsError
from core.job import Job, Progress, run
from core.weights import ensure_whole, find, resolve_choice, verify
from core.weights_import import import_folder, removal, remove
from tests.core.weights_catalogue import BIG, SMALL, own_places, table, thing, use_catalogue
from tests.official import write_official

__all__ = ["own_places", "thing"]


@pytest.fixture(scope="session")
def official(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The authors' layout with tiny networks, `models` and all."""
    folder = tmp_path_factory.mktemp("official") / "models"
    parts = ("musetalkV15", "musetalk", "sd-vae", "whisper", "taesd")
    return write_official(folder, only=parts)


@pytest.fixture
def things(tmp_path: Path) -> Path:
    """A folder in the layout of the set `thing`."""
    folder = tmp_path / "elsewhere" / "thing-folder"
    folder.mkdir(parents=True)
    (folder / "big.bin").write_bytes(BIG)
    (folder / "config.json").write_bytes(SMALL)
    return folder


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("above", [0, 1])
def test_a_set_is_read_where_it_lies(thing: Path, things: Path, above: int) -> None:
    steps: list[Progress] = []
    found = run(import_folder([things, things.parent][above]), steps.append)
    assert [(row.name, row.folder) for row in found] == [("thing", things)]
    assert find("thing") == ensure_whole("thing") == things
    assert not (thing / "thing").exists()
    assert (steps[-1].done, steps[-1].total) == (len(BIG) + len(SMALL),) * 2
    assert verify("thing").basis.startswith("hash as it was at the import on 20")


def test_every_official_folder_is_told_apart(own_places: Path, official: Path) -> None:
    expected = {
        "musetalk-1.5": "musetalkV15",
        "musetalk-1.0": "musetalk",
        "sd-vae-ft-mse": "sd-vae",
        "whisper-tiny": "whisper",
        "taesd": "taesd",
        "face-parsing": None,
    }
    for name, folder in expected.items():
        place = official / folder if folder else None
        assert find(name, within=official) == place
        assert find(name, within=official.parent) == place
        for other in ("musetalkV15", "musetalk", "sd-vae", "whisper", "taesd"):
            assert find(name, within=official / other) == (place if other == folder else None)


def test_a_file_may_stand_for_another(own_places: Path, official: Path) -> None:
    asked = weights.weights_file("sd-vae-ft-mse", "diffusion_pytorch_model.safetensors", within=official)
    assert asked == official / "sd-vae" / "diffusion_pytorch_model.bin"
    with pytest.raises(WeightsError, match=r"missing in .*whisper"):
        weights.weights_file("musetalk-1.5", "unet.pth", within=official / "whisper")


def test_what_is_not_the_published_file_is_refused_by_name(own_places: Path, official: Path) -> None:
    with pytest.raises(WeightsError, match=r"musetalk\.json is not the published file") as caught:
        run(import_folder(official))
    assert "--name" in caught.value.hint
    assert weights.imports() == {}


def test_under_a_name_of_ones_own_anything_goes(own_places: Path, official: Path) -> None:
    run(import_folder(official, name="tiny"))
    assert resolve_choice("tiny") == official
    assert find("musetalk-1.5", within=resolve_choice("tiny")) == official / "musetalkV15"
    row = weights.weights_set("tiny")
    assert (row.own, row.engine) == (True, "musetalk")
    assert "musetalkV15/unet.pth" in {file.name for file in row.files}


def test_own_weights_whose_byte_flips_later_are_refused_by_name(thing: Path, things: Path) -> None:
    run(import_folder(things, name="mine"))
    assert ensure_whole("mine") == things
    flip(things / "big.bin")
    with pytest.raises(WeightsError, match=r"big\.bin is damaged"):
        resolve_choice("mine")
    assert verify("mine").fault == "big.bin is damaged."


def test_a_pinned_hash_is_what_an_import_is_held_against(
    thing: Path, things: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_catalogue(table(pinned=True), tmp_path / "resources", monkeypatch)
    flip(things / "big.bin")
    with pytest.raises(WeightsError, match=r"big\.bin is not the published file"):
        run(import_folder(things))
    run(import_folder(things, name="mine"))
    flip(things / "big.bin")
    run(import_folder(things))
    assert hashlib.sha256(BIG).hexdigest() in str(weights.imports()["thing"])


def test_what_was_found_whole_is_not_read_again_until_it_changes(
    thing: Path, things: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(import_folder(things))
    read: list[Path] = []
    hashing = weights.hashing

    def counted(path: Path, done: int, total: int, label: str) -> Job[str]:
        read.append(path)
        return hashing(path, done, total, label)

    monkeypatch.setattr(weights, "hashing", counted)
    ensure_whole("thing")
    assert read == []
    (things / "config.json").touch()
    ensure_whole("thing")
    assert read == [things / "config.json"]
    ensure_whole("thing")
    assert len(read) == 1


def test_a_folder_that_has_gone_is_told(thing: Path, things: Path) -> None:
    run(import_folder(things))
    things.rename(things.with_name("moved"))
    with pytest.raises(WeightsError, match=r"no longer in .*thing-folder") as caught:
        ensure_whole("thing")
    assert "weights import" in caught.value.hint
    assert "no longer in" in verify("thing").fault
    assert find("thing") is None


def test_a_cancelled_import_registers_nothing(thing: Path, things: Path) -> None:
    job = import_folder(things)
    next(job)
    job.close()
    assert weights.imports() == {}


@pytest.mark.parametrize("name", ["../away", "thing", ".hidden", "a b"])
def test_a_name_that_cannot_be_one_is_refused(thing: Path, things: Path, name: str) -> None:
    with pytest.raises(SettingsError):
        run(import_folder(things, name=name))


def test_a_folder_without_weights_says_what_is_looked_for(thing: Path, tmp_path: Path) -> None:
    with pytest.raises(WeightsError) as caught:
        run(import_folder(tmp_path))
    assert "thing-folder" in caught.value.hint
    with pytest.raises(WeightsError, match="There is no folder"):
        run(import_folder(tmp_path / "nothing"))


def test_removing_an_import_leaves_its_files(thing: Path, things: Path) -> None:
    run(import_folder(things))
    assert "stays as it is" in removal("thing")
    remove("thing")
    assert find("thing") is None
    assert (things / "big.bin").read_bytes() == BIG
    with pytest.raises(WeightsError, match="not on this machine"):
        remove("thing")


def test_removing_what_was_fetched_deletes_it_and_falls_back_to_an_import(thing: Path, things: Path) -> None:
    run(import_folder(things))
    shutil.copytree(things, thing / "thing")
    assert find("thing") == thing / "thing"
    assert "deleted" in remove("thing")
    assert find("thing") == things
    assert (things / "big.bin").exists()


def test_a_link_in_the_weights_folder_is_cut_and_not_followed(thing: Path, things: Path) -> None:
    (thing).mkdir(exist_ok=True)
    (thing / "thing").symlink_to(things)
    remove("thing")
    assert (things / "big.bin").exists()
    assert find("thing") is None


def test_what_was_imported_from_the_weights_folder_is_not_deleted_with_it(thing: Path, things: Path) -> None:
    shutil.copytree(things, thing / "thing")
    run(import_folder(thing / "thing", name="mine"))
    with pytest.raises(WeightsError, match="mine"):
        remove("thing")
    remove("mine")
    assert (thing / "thing" / "big.bin").exists()


def test_what_belongs_to_the_program_stays(own_places: Path) -> None:
    with pytest.raises(WeightsError, match="belong to the program"):
        remove("instant")


def test_described_folders_among_the_weights_are_ones_own(thing: Path) -> None:
    folder = thing / "ann"
    folder.mkdir(parents=True)
    (folder / "net.bin").write_bytes(b"tensors")
    digest = hashlib.sha256(b"tensors").hexdigest()
    weights.write_table(
        folder / "weights.json",
        {"engine": "toy", "licence": "mine", "files": {"net.bin": {"bytes": 7, "sha256": digest}}},
    )
    assert resolve_choice("ann") == folder
    assert weights.weights_set("ann").licence == "mine"
    (folder / "net.bin").write_bytes(b"Tensors")
    with pytest.raises(WeightsError, match=r"net\.bin is damaged"):
        resolve_choice("ann")


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "[]",
        "{",
        '{"mine": 3}',
        '{"mine": {"files": {}}}',
        '{"mine": {"folder": "/", "files": {"a": {"bytes": "many"}}}}',
    ],
)
def test_a_damaged_register_counts_as_nothing_imported(thing: Path, things: Path, damage: str) -> None:
    thing.mkdir(exist_ok=True)
    (thing / "imports.json").write_text(damage)
    assert find("thing") is None
    run(import_folder(things))
    assert find("thing") == things


def test_a_choice_is_nothing_a_name_or_a_path(thing: Path, things: Path, tmp_path: Path) -> None:
    assert resolve_choice("") is None
    assert resolve_choice(str(things)) == things
    with pytest.raises(WeightsError, match="no weights called"):
        resolve_choice(str(tmp_path / "nothing"))
    with pytest.raises(WeightsError, match="Not on this machine"):
        resolve_choice("thing")
