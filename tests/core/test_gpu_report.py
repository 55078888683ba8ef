"""The report on a graphics card: made with small networks on the processor; refused where there is no card."""

from pathlib import Path

import pytest

from core.__main__ import main
from core.bench_networks import operations
from core.device import CPU
from core.gpu_report import Builders, measure_device
from core.job import run
from core.models.full_size import UNET, VAE
from core.models.unet import OneStepUnet, build_unet
from core.models.vae import LatentDecoder, build_vae

SMALL = Builders(
    lambda: build_unet(UNET | {"block_out_channels": [8, 8, 16, 16], "norm_num_groups": 4, "attention_head_dim": 2}),
    lambda: build_vae(VAE | {"block_out_channels": [4, 4, 8, 8], "norm_num_groups": 4}),
)


def test_every_combination_is_in_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("torch.compile", lambda function, dynamic: function)  # what a compiler makes is not ours
    report = run(measure_device(CPU, SMALL, (1, 2)))
    data = report.as_json()
    assert [row[:3] for row in data["rows"]] == [
        [batch, compiled, graphs] for batch in (1, 2) for compiled in (False, True) for graphs in (False, True)
    ]
    assert all(row[3] > 0 for row in data["rows"])
    assert data["times_plain"] > 0
    assert data["times_floor"] > 1, "nothing is faster than arithmetic"
    assert sum(line.startswith("| ") for line in report.as_text().splitlines()) == 3


@pytest.mark.slow
def test_a_batch_that_does_not_fit_is_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    from core import gpu_report

    real = gpu_report._frames_a_second

    def cramped(*arguments: object) -> float:
        if arguments[-1] == 2:
            raise torch.OutOfMemoryError("no memory left, says the test")
        return real(*arguments)

    monkeypatch.setattr("torch.compile", lambda function, dynamic: function)
    monkeypatch.setattr(gpu_report, "_frames_a_second", cramped)
    report = run(measure_device(CPU, SMALL, (1, 2)))
    assert "| 2 | – | – | – | – |" in report.as_text()
    assert report.best.batch == 1


def test_a_machine_without_a_card_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DUBWRIGHT_DEVICE", "cpu")
    assert main(["bench", "--gpu-report", str(tmp_path / "report.md")]) == 5
    assert "no graphics card" in capsys.readouterr().err
    assert not (tmp_path / "report.md").exists()


def test_the_floor_counts_what_the_facts_say() -> None:
    """170 GFLOP for the U-Net and 620 for the decoder, two for every multiplication and addition, and attention."""
    import torch

    with torch.device("meta"):
        unet, decoder = OneStepUnet(build_unet(UNET)), LatentDecoder(build_vae(VAE))
    assert operations(unet, (8, 32, 32), (50, 384)) / 1e9 == pytest.approx(170, rel=0.06)
    assert operations(decoder, (4, 32, 32)) / 1e9 == pytest.approx(620, rel=0.06)
