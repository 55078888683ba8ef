"""Which files an engine's choice stands for, and what is said where there are none."""

import shutil
from pathlib import Path

import pytest

from core.engines.musetalk_options import V1, V15
from core.engines.musetalk_weights import identity_of, resolve
from core.errors import WeightsError
from core.project import Decoder, EngineChoice
from tests.official import write_official

PARTS = ("musetalkV15", "musetalk", "sd-vae", "whisper")


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_official(tmp_path_factory.mktemp("models") / "models", only=PARTS)


@pytest.fixture(autouse=True)
def own_weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DUBWRIGHT_WEIGHTS", str(tmp_path / "weights"))
    return tmp_path / "weights"


def choice(weights: Path | str, decoder: Decoder = Decoder.FULL) -> EngineChoice:
    return EngineChoice("musetalk", str(weights), decoder=decoder)


def part(models: Path, tmp_path: Path, *names: str) -> Path:
    folder = tmp_path / "part"
    for name in names:
        shutil.copytree(models / name, folder / name)
    return folder


def test_a_folder_in_the_official_layout(models: Path) -> None:
    for folder in (models, models.parent):
        files = resolve(choice(folder))
        assert files.semantics is V15
        assert (files.unet, files.vae) == (models / "musetalkV15", models / "sd-vae")
        assert (files.whisper, files.tiny) == (models / "whisper", None)
        assert files.licence


def test_a_folder_with_the_first_version_only_runs_it_as_it_was_trained(models: Path, tmp_path: Path) -> None:
    files = resolve(choice(part(models, tmp_path, "musetalk", "sd-vae", "whisper")))
    assert files.semantics is V1
    assert not files.semantics.speech.normed
    assert files.semantics.chin_margin == 0


@pytest.mark.parametrize(
    ("present", "missing"),
    [
        (("musetalkV15", "whisper"), "sd-vae-ft-mse"),
        (("musetalkV15", "sd-vae"), "whisper-tiny"),
    ],
)
def test_what_a_folder_lacks_is_named(models: Path, tmp_path: Path, present: tuple[str, ...], missing: str) -> None:
    with pytest.raises(WeightsError, match=missing) as caught:
        resolve(choice(part(models, tmp_path, *present)))
    assert f"dubwright weights get {missing}" in caught.value.hint


def test_what_a_folder_lacks_may_lie_among_the_usual_weights(models: Path, tmp_path: Path, own_weights: Path) -> None:
    tiny = write_official(tmp_path / "other", only=("taesd",)) / "taesd"
    own_weights.mkdir()
    shutil.copytree(tiny, own_weights / "taesd")
    with pytest.raises(WeightsError, match="taesd"):
        resolve(choice(models, Decoder.TINY))  # it is there, and is not what is known under that name
    folder = part(models, tmp_path, "musetalkV15", "sd-vae", "whisper")
    shutil.copytree(tiny, folder / "taesd")
    assert resolve(choice(folder, Decoder.TINY)).tiny == folder / "taesd"


def test_without_any_weights_the_command_that_gets_them_is_named() -> None:
    for name in ("", "musetalk-1.5"):
        with pytest.raises(WeightsError, match=r"musetalk-1\.5") as caught:
            resolve(choice(name))
        assert "dubwright weights get musetalk-1.5" in caught.value.hint
        assert caught.value.exit_code == 4
    with pytest.raises(WeightsError, match=r"musetalk-1\.0"):
        resolve(choice("musetalk-1.0"))


def test_other_weights_and_names_are_refused(tmp_path: Path) -> None:
    for wanted in ("instant", tmp_path):
        with pytest.raises(WeightsError, match="holds no weights of the engine"):
            resolve(choice(wanted))
    with pytest.raises(WeightsError, match="no-such-thing"):
        resolve(choice("no-such-thing"))


def test_exchanged_files_have_another_identity(models: Path, tmp_path: Path) -> None:
    folder = part(models, tmp_path, "sd-vae") / "sd-vae"
    before = identity_of(folder)
    assert identity_of(folder) == before
    with (folder / "config.json").open("a", encoding="utf-8") as file:
        file.write(" ")
    assert identity_of(folder) != before
