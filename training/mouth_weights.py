"""Writes trained weights down as a set that `core.weights` accepts. Knows nothing of how they were trained."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import safetensors.torch
import torch

from core.models.mouth_motion import MouthMotion
from core.weights import sha256

FILE = "mouth.safetensors"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where weights come from: the command, the hours of speech, the seed, the seconds it took, held-out figures."""

    recipe: str
    speech_hours: float
    seed: int
    steps: int
    seconds: float
    held_out: dict[str, float]


def write_weights(network: MouthMotion, provenance: Provenance, folder: Path) -> Path:
    """Write `mouth.safetensors` and the `weights.json` that describes it; returns the former's path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE
    safetensors.torch.save_file(network.state_dict(), path)
    described = {
        "name": "instant",
        "engine": "instant",
        "files": {FILE: {"bytes": path.stat().st_size, "sha256": sha256(path)}},
        "recipe": provenance.recipe,
        "speech_hours": round(provenance.speech_hours, 2),
        "seeds": [provenance.seed],
        "steps": provenance.steps,
        "training_seconds": round(provenance.seconds),
        "held_out_correlation": {channel: round(value, 3) for channel, value in provenance.held_out.items()},
        "torch": torch.__version__,
        "date": datetime.now(UTC).date().isoformat(),
        "licence": "MIT",
    }
    (folder / "weights.json").write_text(json.dumps(described, indent=2) + "\n", encoding="utf-8")
    return path
