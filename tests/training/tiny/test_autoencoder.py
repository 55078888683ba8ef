"""The small autoencoder learns to show what it was shown, and its latents come out of about unit size."""

from pathlib import Path

import torch

from core.job import run
from core.models.vae import build_vae
from tests.training.runs import write_drawn_shard
from training.brush import crops_of
from training.networks import pictures_of
from training.tiny.autoencoder import AutoencoderPlan, autoencoder_config, spread, train_autoencoder

PLAN = AutoencoderPlan(steps=16, batch=2, piece=64)


def test_it_learns(tmp_path: Path) -> None:
    torch.set_num_threads(1)
    shard = write_drawn_shard(tmp_path / "a.shard", count=12)
    net = run(train_autoencoder([shard], PLAN, torch.device("cpu")))
    pictures = pictures_of(crops_of(shard, range(2)), torch.device("cpu"))
    torch.manual_seed(PLAN.seed)
    fresh = build_vae({key: value for key, value in autoencoder_config().items() if not key.startswith("_")})
    assert _error(net, pictures) < 0.9 * _error(fresh, pictures)
    assert 0.05 < spread(net, [shard], pictures=2) < 20


def test_the_same_seed_learns_the_same(tmp_path: Path) -> None:
    torch.set_num_threads(1)
    shard = write_drawn_shard(tmp_path / "a.shard", count=12)
    plan = AutoencoderPlan(steps=2, batch=2, piece=64)
    one, again = (run(train_autoencoder([shard], plan, torch.device("cpu"))).state_dict() for _ in range(2))
    assert all((one[name] == again[name]).all() for name in one)


@torch.inference_mode()
def _error(net: torch.nn.Module, pictures: torch.Tensor) -> float:
    return float((net(pictures).sample - pictures).abs().mean())
