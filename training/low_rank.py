"""Learning a few small matrices beside the weights instead of the weights themselves. Knows no losses and no data.

LoRA (Hu et al. 2021, arXiv 2106.09685), by the library peft: beside every chosen layer a product of two matrices of low
rank is learned and added to what the layer gives. Gradients and the optimiser's moments are then those of the small
matrices alone, which is what lets a person be learned where the memory does not suffice for the whole network.
Afterwards the products are added to the weights, and nothing is left that another program would have to know of.

Chosen are attention, feed-forward parts and the residual convolutions: what differs from person to person is how they
look, and that goes through the convolutions.
"""

from pathlib import Path
from typing import Any

from torch import Tensor, nn

from core.errors import SettingsError
from training.networks import Painter, painter_in
from training.recipe import LowRank, restored

_LAYERS = r".*\.(to_q|to_k|to_v|to_out\.0|ff\.net\.0\.proj|ff\.net\.2|conv1|conv2)"
_OWN = ".lora_"  # in the names of what is learned
_KEPT = ".base_layer"  # what the names of the weights that are kept have between them


def add_adapters(painter: Painter, wanted: LowRank) -> None:
    """Put adapters beside the chosen layers; they alone learn from now on, and change nothing until they have.

    A painter on the `meta` device is given adapters there. Raises SettingsError if the library is not installed.
    """
    try:
        from peft import LoraConfig, inject_adapter_in_model
    except ImportError as error:
        raise SettingsError(
            "LoRA needs the package peft.", "Install it where Dubwright runs from source: pip install peft."
        ) from error
    config = LoraConfig(r=wanted.rank, lora_alpha=wanted.alpha, target_modules=_LAYERS, lora_dropout=0.0, bias="none")
    painter.requires_grad_(False)
    inject_adapter_in_model(config, painter, low_cpu_mem_usage=next(painter.parameters()).is_meta)
    for name, parameter in painter.named_parameters():
        parameter.requires_grad_(_OWN in name)


def learned_state(painter: nn.Module) -> dict[str, Tensor]:
    """What a checkpoint must keep of a painter: its adapters, if it has some, else everything."""
    state: dict[str, Tensor] = painter.state_dict()
    return {name: tensor for name, tensor in state.items() if _OWN in name} or state


def merged(painter: Painter) -> dict[str, Tensor]:
    """Ordinary weights of a painter with adapters, which is not to be used afterwards."""
    from peft.tuners.lora import LoraLayer

    for layer in painter.modules():
        if isinstance(layer, LoraLayer):
            layer.merge()  # type: ignore[no-untyped-call, unused-ignore]  # peft's own class says nothing of it
    state = painter.state_dict()
    return {name.replace(_KEPT, ""): tensor for name, tensor in state.items() if _OWN not in name}


def finished_weights(state: dict[str, Any], unet: Path) -> dict[str, Tensor]:
    """Ordinary weights of a checkpoint, averaged where it keeps an average; adapters are added to the base in `unet`.

    Raises WeightsError if that base cannot be read.
    """
    learned = {**state["painter"], **state["average"]}
    wanted = restored(state["recipe"]).low_rank
    if wanted is None:
        return learned
    painter = painter_in(unet)
    add_adapters(painter, wanted)
    painter.load_state_dict(learned, strict=False)
    return merged(painter)


def method_of(wanted: LowRank | None) -> str:
    """How weights were learned, for their description."""
    if wanted is None:
        return "all weights"
    return f"LoRA of rank {wanted.rank}, alpha {wanted.alpha}, merged into the base"
