"""OpenVINO behind the same inpainter: the same pictures, kept conversions, a clear word where it is missing."""

import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from core.device import CPU
from core.engines import inpaint_openvino
from core.engines.inpainter import Inpainter, InpainterOptions, load_inpainter
from core.errors import DeviceError, SettingsError
from tests.official import write_official

TORCH = InpainterOptions(device="cpu", precision="float32", backend="torch", batch=2)
OPENVINO = replace(TORCH, backend="openvino")

installed = pytest.mark.skipif(not inpaint_openvino.is_installed(), reason="openvino is not installed")


@pytest.fixture(scope="module")
def official(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_official(tmp_path_factory.mktemp("official"), only=("musetalkV15", "sd-vae", "taesd"))


def loaded(folder: Path, options: InpainterOptions) -> Inpainter:
    return load_inpainter(folder / "musetalkV15", folder / "sd-vae", options)


@installed
@pytest.mark.parametrize("tiny", [False, True])
def test_pictures_and_latents_are_those_of_torch(official: Path, tiny: bool) -> None:
    folder = official / "taesd" if tiny else None
    ours = loaded(official, replace(OPENVINO, tiny_folder=folder))
    theirs = loaded(official, replace(TORCH, tiny_folder=folder))
    random = np.random.default_rng(1)
    crops = random.integers(0, 256, (3, 256, 256, 3), np.uint8)
    sound = random.standard_normal((3, 50, 384), np.float32)
    latents = theirs.encode(crops)
    assert np.abs(ours.encode(crops) - latents).max() < 1e-3
    for made, wanted in zip(ours.generate(latents, sound), theirs.generate(latents, sound), strict=True):
        assert made is not None
        assert wanted is not None
        assert np.abs(made.astype(int) - wanted).max() <= 1
    assert ours.kind != theirs.kind


def test_one_thread_never_computes_in_a_short_format(monkeypatch: pytest.MonkeyPatch) -> None:
    """The U-Net in bfloat16 on one thread ended the whole process with a division by zero."""
    wishes: dict[str, object] = {}

    class Core:
        def compile_model(self, model: Path, device: str, config: dict[str, object]) -> None:
            wishes.update(config)

    monkeypatch.setitem(sys.modules, "openvino", SimpleNamespace(Core=Core))
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    monkeypatch.setattr(inpaint_openvino, "usable_cores", lambda: 2)
    inpaint_openvino._compiled(Path("x"), "bfloat16")
    assert wishes["INFERENCE_NUM_THREADS"] == 2
    monkeypatch.setattr(inpaint_openvino, "usable_cores", lambda: 1)
    inpaint_openvino._compiled(Path("x"), "bfloat16")
    assert wishes["INFERENCE_PRECISION_HINT"] == "f32"


@installed
def test_a_conversion_is_made_once_and_again_for_other_weights(
    official: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []
    real = inpaint_openvino._convert

    def counted(source: inpaint_openvino.Source, target: Path, short: bool) -> Path:
        made.append(target)
        return real(source, target, short)

    monkeypatch.setattr(inpaint_openvino, "_convert", counted)
    monkeypatch.setenv("DUBWRIGHT_CACHE", str(tmp_path / "cache"))
    loaded(official, OPENVINO)
    assert len(made) == 3
    loaded(official, OPENVINO)
    assert len(made) == 3
    other = write_official(tmp_path / "other", seed=5, only=("musetalkV15",))
    load_inpainter(other / "musetalkV15", official / "sd-vae", OPENVINO)
    assert len(made) == 4


@installed
@pytest.mark.slow
def test_float32_is_a_move_away(official: Path) -> None:
    """What short formats lose comes back after the move that a notorious overflow leads to."""
    sound = np.random.default_rng(1).standard_normal((1, 50, 384), np.float32)
    latents = np.random.default_rng(2).standard_normal((1, 8, 32, 32), np.float32)
    short = loaded(official, replace(OPENVINO, precision="bfloat16"))
    for network in short.networks:
        network.move(CPU)
    (made,), (wanted,) = short.generate(latents, sound), loaded(official, TORCH).generate(latents, sound)
    assert made is not None
    assert wanted is not None
    assert np.abs(made.astype(int) - wanted).max() <= 3, "the weights are still those of the short format"


def test_without_the_package_it_says_what_to_do(official: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inpaint_openvino, "is_installed", lambda: False)
    with pytest.raises(DeviceError) as caught:
        loaded(official, OPENVINO)
    assert "pip install openvino" in caught.value.hint


def test_an_unknown_backend_is_refused(official: Path) -> None:
    with pytest.raises(SettingsError, match="abacus"):
        loaded(official, replace(TORCH, backend="abacus"))
