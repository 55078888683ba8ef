"""From a training run to a folder of weights that dubs: the U-Net, its dimensions, and what it was made of.

    unet.safetensors    musetalk.json    weights.json

Lies in the folder of weights under a name of its own, so that `dubwright weights list` shows it and `dubwright dub
--weights NAME` uses it. Nothing that is there is ever overwritten. Knows no training loop.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from torch import Tensor

from core.errors import SettingsError, WeightsError
from core.job import Job, Progress
from core.models.network_config import network_config
from core.models.unet import CONFIG_FILE
from core.paths import weights_folder
from core.weights import DESCRIPTION, catalogue, own_sets, read_table, sha256, unwritable
from training.checkpoints import Checkpoints
from training.low_rank import finished_weights, method_of
from training.recipe import restored
from training.run_setup import ORDER

UNET_FILE = "unet.safetensors"
FRESH_LICENCE = "yours to decide; trained from nothing on your own data"


@dataclass(frozen=True, slots=True)
class Origin:
    """What weights were made of: name of the `base`, the `recipe`, shards with their hashes, `figures` measured.

    `method` says whether all weights were learned, or adapters: `training.low_rank.method_of`.
    """

    base: str
    licence: str
    recipe: dict[str, Any]
    data: dict[str, str]
    figures: dict[str, Any] = field(default_factory=dict)
    purpose: str = "Draws the mouth in the engine `musetalk`, as you have trained it."
    method: str = "all weights"


def export_run(folder: Path, name: str) -> Job[Path]:
    """Export a run's newest checkpoint under a name; the folder of the weights.

    Raises WeightsError if there is no checkpoint, SettingsError if the name cannot be used or is taken.
    """
    place = place_of(name)
    order, (state, _) = read_table(folder / ORDER), Checkpoints(folder).newest()
    if state is None or not order:
        raise WeightsError(f"There is no training run in {folder}.", "Name the folder of “dubwright-train train”.")
    data = yield from hashes_of([Path(shard) for shard in order["shards"]])
    method = method_of(restored(state["recipe"]).low_rank)
    origin = Origin(order["base"], _licence(order), state["recipe"], data, {"steps": state["step"]}, method=method)
    unet = finished_weights(state, Path(order["unet"]))
    return write_weights(unet, network_config(Path(order["unet"]) / CONFIG_FILE), origin, place)


def place_of(name: str) -> Path:
    """Where weights of that name are to lie. Raises SettingsError if it cannot be a name or is taken."""
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", name):
        raise SettingsError(f"“{name}” cannot be a name of weights.", "Use letters, digits, dots and dashes.")
    if name in catalogue() or name in own_sets() or (weights_folder() / name).exists():
        raise SettingsError(f"There are weights called “{name}” already.", "Choose another name; none is overwritten.")
    return weights_folder() / name


def hashes_of(shards: Sequence[Path]) -> Job[dict[str, str]]:
    """SHA-256 of every shard by name; one that is gone has an empty one."""
    found = {}
    for number, path in enumerate(shards):
        yield Progress(number, len(shards), "data")
        found[path.name] = sha256(path) if path.is_file() else ""
    return found


def write_weights(unet: Mapping[str, Tensor], config: dict[str, Any], origin: Origin, place: Path) -> Path:
    """Write a folder of weights, whole or not at all; `place`. Raises WeightsError if it cannot be written.

    `unet` has diffusers' names, with or without `unet.` before them; `config` are its dimensions.
    """
    from safetensors.torch import save_file

    part = place.with_name(f".{place.name}.part")
    tensors = {name.removeprefix("unet."): tensor.detach().cpu().contiguous() for name, tensor in unet.items()}
    try:
        part.mkdir(parents=True, exist_ok=True)
        save_file(tensors, part / UNET_FILE)
        (part / CONFIG_FILE).write_text(json.dumps(config, indent=2), encoding="utf-8")
        _describe(part, place.name, origin)
        part.replace(place)
    except OSError as error:
        raise unwritable(place.parent, error) from error
    return place


def _describe(folder: Path, name: str, origin: Origin) -> None:
    files = {
        path.name: {"bytes": path.stat().st_size, "sha256": sha256(path)}
        for path in (folder / UNET_FILE, folder / CONFIG_FILE)
    }
    table = {
        "name": name,
        "engine": "musetalk",
        "format": "safetensors",
        "purpose": origin.purpose,
        "base": origin.base,
        "licence": origin.licence,
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "crop": 256,
        "method": origin.method,
        "recipe": origin.recipe,
        "data": origin.data,
        "figures": origin.figures,
        "files": files,
    }
    (folder / DESCRIPTION).write_text(json.dumps(table, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _licence(order: dict[str, Any]) -> str:
    return FRESH_LICENCE if order["fresh"] else f"as its base “{order['base']}”: {order['licence']}"
