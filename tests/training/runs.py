"""Small training runs for tests: drawn faces, random networks in the official layout. Also a program for processes.

python -m tests.training.runs painter FOLDER PARTS
python -m tests.training.runs sync FOLDER
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch

from core.arrays import Floats
from core.job import run
from core.models.unet import build_unet
from core.models.vae import build_vae
from training.loop import Metrics
from training.margins import Margins
from training.networks import Folders
from training.recipe import Losses, Optimising, Recipe, SyncRecipe, load_any
from training.samples import Samples, Sampling
from training.shard import ClipData, Shard, ShardFacts, encoded, shards_in, write_shard
from training.sync_samples import Clips, Stretches
from training.sync_train import SyncRun, train_sync
from training.train import TrainingRun, train

FRAMES = 40


def write_drawn_shard(path: Path, seed: int = 0, count: int = FRAMES) -> Shard:
    """A clip of an oval face whose mouth opens and closes."""
    rng = np.random.default_rng(seed)
    points = rng.uniform(30, 110, (68, 2))
    landmarks, pieces = [], []
    for frame in range(count):
        opening = 6 + 5 * np.sin(frame)
        image = np.full((150, 140, 3), 90, np.uint8)
        cv2.ellipse(image, (70, 75), (50, 65), 0, 0, 360, (200, 160, 140), -1)
        cv2.ellipse(image, (70, 105), (18, int(opening)), 0, 0, 360, (120, 40, 40), -1)
        moved = points.copy()
        angles = np.linspace(0, 2 * np.pi, 20)
        moved[48:68] = np.stack([70 + 18 * np.cos(angles), 105 + opening * np.sin(angles)], 1)
        landmarks.append(moved)
        pieces.append(encoded(image, lossless=True))
    data = ClipData(
        ShardFacts(f"{seed}.mp4", str(seed), 0.0, f"person {seed}", {}),
        pieces,
        np.zeros((count, 2), np.int32),
        np.stack(landmarks).astype(np.float32),
        np.tile(np.array([15, 5, 125, 140], np.int32), (count, 1)),
        rng.normal(0, 0.1, count * 640).astype(np.float32),
    )
    write_shard(path, data)
    return Shard(path)


def windows(shard: Shard) -> Sequence[Floats]:
    """Features that tell how far the mouth is open."""
    base = np.random.default_rng(5).normal(0, 1, (50, 384))
    return [(base * np.sin(frame)).astype(np.float32) for frame in range(len(shard))]


PIXELS = Losses(perceptual=0.0)
CRITICS = Losses(perceptual=0.0, adversarial=0.1, features=0.5, critic_channels=4)


def tiny_recipe(steps: int = 4, batch: int = 2, parts: int = 1, losses: Losses = PIXELS) -> Recipe:
    """A recipe that a processor gets through in seconds."""
    optimising = Optimising(rate=1e-3, critic_rate=1e-3, warm_up=1, average=0.5)
    return Recipe(steps=steps, batch=batch, parts=parts, losses=losses, optimising=optimising, checkpoint_every=2)


def write_networks(models: Path) -> None:
    """A U-Net of 30,000 and an autoencoder of 20,000 parameters in the official layout."""
    unet = {
        "in_channels": 8, "out_channels": 4, "cross_attention_dim": 384, "block_out_channels": [8, 8],
        "down_block_types": ["CrossAttnDownBlock2D", "DownBlock2D"],
        "up_block_types": ["UpBlock2D", "CrossAttnUpBlock2D"],
        "layers_per_block": 1, "attention_head_dim": 2, "norm_num_groups": 4,
    }  # fmt: skip
    vae = {
        "_class_name": "AutoencoderKL",
        "in_channels": 3, "out_channels": 3, "latent_channels": 4, "block_out_channels": [4, 4, 8, 8],
        "down_block_types": ["DownEncoderBlock2D"] * 4, "up_block_types": ["UpDecoderBlock2D"] * 4,
        "layers_per_block": 1, "norm_num_groups": 4,
    }  # fmt: skip
    torch.manual_seed(0)
    for folder, config, network, weights in (
        (models / "musetalkV15", (unet, "musetalk.json"), build_unet(unet), "unet.pth"),
        (models / "sd-vae", (vae, "config.json"), build_vae(vae), "diffusion_pytorch_model.bin"),
    ):
        folder.mkdir(parents=True)
        (folder / config[1]).write_text(json.dumps(config[0]))
        torch.save(network.state_dict(), folder / weights)


def tiny_run(folder: Path, recipe: Recipe) -> TrainingRun:
    """A run whose shard, networks and checkpoints lie in `folder`; what is there already is used."""
    models, shard = folder / "models", folder / "a.shard"
    if not models.exists():
        write_networks(models)
        write_drawn_shard(shard)
    sampling = Sampling(frames=recipe.frames, share=recipe.share, margins=Margins())
    samples = Samples([Shard(shard)], windows, sampling, recipe.seed)
    folders = Folders(models / "musetalkV15", models / "sd-vae")
    return TrainingRun(recipe, folders, samples, samples, folder / "run", (0, 1))


def weights_of(folder: Path, recipe: Recipe) -> tuple[dict[str, torch.Tensor], list[Metrics]]:
    """Train to the end; the painter's weights and the figures of every step."""
    told: list[Metrics] = []
    painter = run(train(tiny_run(folder, recipe), told.append))
    return {name: tensor.detach().clone() for name, tensor in painter.state_dict().items()}, told


def tiny_sync_recipe(steps: int = 4, batch: int = 2, **changes: Any) -> SyncRecipe:
    """A recipe of the sync network that a processor gets through in seconds."""
    recipe = load_any("syncnet", [f"steps={steps}", f"batch={batch}", "frames=8", "channels=8", "width=16", "folds=2"])
    assert isinstance(recipe, SyncRecipe)
    return replace(recipe, checkpoint_every=2, tell_every=1, **changes)


def sync_weights_of(data: Path, folder: Path) -> dict[str, torch.Tensor]:
    """The sync network's weights after two steps of four stretches."""
    clips = Clips([Shard(path) for path in shards_in(data)])
    optimising = Optimising(rate=1e-3, warm_up=1, average=0.5)
    recipe = tiny_sync_recipe(2, 4, optimising=optimising)
    network = run(train_sync(SyncRun(recipe, Stretches(clips, clips.persons, 8, 1), folder), lambda _: None))
    return {name: tensor.detach().clone() for name, tensor in network.state_dict().items()}


def by_two_processes(*arguments: str) -> dict[str, torch.Tensor]:
    """What this program, begun by `accelerate launch` with these arguments, writes into FOLDER."""
    command = [sys.executable, "-m", "accelerate.commands.launch", "--cpu", "--num_processes", "2", "--mixed_precision"]
    command += ["no", "--num_machines", "1", "--dynamo_backend", "no", "-m", "tests.training.runs", *arguments]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=280, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    weights: dict[str, torch.Tensor] = torch.load(Path(arguments[1]) / "weights.pt", weights_only=True)
    return weights


def main() -> None:
    """What `accelerate launch` starts, in double precision; the main process writes its weights into FOLDER."""
    network, folder = sys.argv[1], Path(sys.argv[2])
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    if network == "painter":
        weights, _ = weights_of(folder, tiny_recipe(steps=2, batch=8, parts=int(sys.argv[3]), losses=CRITICS))
    else:
        weights = sync_weights_of(folder, folder / "run")
    import torch.distributed as processes

    if not processes.is_initialized() or processes.get_rank() == 0:
        torch.save(weights, folder / "weights.pt")


if __name__ == "__main__":
    main()
