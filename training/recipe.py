"""What a training run does: typed values from a TOML file. Knows no networks and runs nothing.

A recipe holds what the method is (losses, steps, rates); where data and networks are is said on the command line. The
defaults are those of the paper's first stage (Zhang et al. 2024, arXiv 2410.10122).
"""

import tomllib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from core.errors import SettingsError
from training.losses import Adversary
from training.margins import Margins

T = TypeVar("T")

_STRICT = ConfigDict(extra="forbid")  # a name that is not known is a slip of the pen, not a wish

RECIPES = Path(__file__).parent / "recipes"


class Precision(StrEnum):
    """In what number format the networks compute; weights and optimiser are always float32."""

    FLOAT32 = "fp32"
    BFLOAT16 = "bf16"
    FLOAT16 = "fp16"


@dataclass(frozen=True, slots=True)
class Losses:
    """Weights of the losses. Those of 0 are not computed, and their networks are not loaded.

    - `pixel`: mean absolute difference of the pictures, in [-1, 1]
    - `perceptual`: `training.perceptual`
    - `adversarial`: of the face's and the lips' critic each, from step `critics_from` on; `adversary` says which kind
    - `features`: matching of the critics' maps; not in the paper
    - `critic_channels`: of the first layer of each critic; the others have up to eight times as many
    - `sync`: `training.losses.sync_loss`, for samples of 16 frames
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    pixel: float = 1.0
    perceptual: float = 0.01
    adversarial: float = 0.0
    features: float = 0.0
    sync: float = 0.0
    adversary: Adversary = Adversary.WASSERSTEIN
    critics_from: int = 0
    critic_channels: int = 64


@dataclass(frozen=True, slots=True)
class Optimising:
    """How weights are moved: AdamW after a linear rise of the rate and a linear fall to nothing."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    rate: float = 2e-5
    critic_rate: float = 5e-6
    warm_up: int = 1000
    betas: tuple[float, float] = (0.5, 0.999)
    decay: float = 0.01
    epsilon: float = 1e-8
    clip: float = 1.0
    average: float = 0.0  # decay of the moving average of the weights that is kept beside them; 0 keeps none


@dataclass(frozen=True, slots=True)
class LowRank:
    """Adapters that are learned instead of the weights, see `training.low_rank`: what they add counts alpha / rank."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    rank: int
    alpha: int

    def __post_init__(self) -> None:
        if self.rank < 1 or self.alpha <= 0:
            raise ValueError("a rank from 1 and an alpha above 0 are needed")


@dataclass(frozen=True, slots=True)
class Recipe:
    """A training run.

    - `steps`: of the optimiser; `batch`: samples of one step, over all processes and parts together
    - `parts`: how many parts of a batch each process computes one after the other, to save memory
    - `frames`, `share`, `margins`: see `training.samples`
    - `low_rank`: adapters that learn in place of the weights; None for the weights themselves
    - `tell_every`, `checkpoint_every`, `show_every`: steps between figures, checkpoints, pictures
    - `keep`: checkpoints that are kept
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    steps: int = 200_000
    batch: int = 32
    parts: int = 1
    frames: int = 1
    share: float = 0.5
    margins: Margins | None = None
    low_rank: LowRank | None = None
    losses: Losses = field(default_factory=Losses)
    optimising: Optimising = field(default_factory=Optimising)
    precision: Precision = Precision.FLOAT32
    recompute: bool = True
    seed: int = 1
    tell_every: int = 1
    checkpoint_every: int = 2_000
    show_every: int = 1_000
    keep: int = 3

    def __post_init__(self) -> None:
        counts = (self.steps, self.batch, self.parts, self.frames, self.keep)
        if min(*counts, self.tell_every, self.checkpoint_every, self.show_every) < 1:
            raise ValueError("steps, batch, parts, frames, keep and what happens every so often must be at least 1")
        if self.batch % self.parts:
            raise ValueError(f"a batch of {self.batch} cannot be divided into {self.parts} parts")
        if self.losses.sync and self.frames != 16:
            raise ValueError("lip sync is judged on samples of 16 frames")


@dataclass(frozen=True, slots=True)
class SyncRecipe:
    """A training of the small sync network.

    - `batch`: stretches of one step, over all processes together; `frames`: of a stretch
    - `channels`, `width`: see `core.models.sync_small`; `temperature`: see `training.sync_train.matching_loss`
    - `folds`: into how many parts persons are divided to be judged; 0 for as many as there are persons
    - the others as in `Recipe`
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    steps: int
    batch: int
    frames: int
    channels: int
    width: int
    temperature: float
    folds: int
    optimising: Optimising
    seed: int = 1
    tell_every: int = 1
    checkpoint_every: int = 100
    show_every: int = 100
    keep: int = 3

    def __post_init__(self) -> None:
        counts = (self.steps, self.batch, self.tell_every, self.checkpoint_every, self.show_every, self.keep)
        if min(counts) < 1:
            raise ValueError("steps, batch, keep and what happens every so often must be at least 1")
        if self.frames < 2 or self.folds < 0 or self.channels % 8 or self.temperature <= 0:
            raise ValueError("frames from 2, folds from 0, channels in eights and a temperature above 0 are needed")


@dataclass(frozen=True, slots=True)
class MouthRecipe:
    """A training of the built-in engine's network, `training.mouth`.

    - `minutes`: about how long it takes on two free cores
    - `speech`: minutes of speech that are learned from, `steps_a_minute`: steps of the optimiser, for each of these
    - `shards`: into how many files speech goes; the first is never learned from
    - `batch`: pieces of `seconds` of speech in a step
    - `rate`: the highest; `dropout`: of the network; `averaging`: memory of the running mean of the weights, which is
      what is kept in the end
    - the others as in `Recipe`
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    minutes: float
    speech: float
    steps_a_minute: float
    shards: int
    seed: int
    batch: int
    seconds: float
    rate: float
    dropout: float
    averaging: float
    tell_every: int = 20
    checkpoint_every: int = 200
    show_every: int = 200
    keep: int = 2

    def __post_init__(self) -> None:
        if self.shards < 2 or self.batch < 1 or min(self.minutes, self.speech, self.steps_a_minute, self.seconds) <= 0:
            raise ValueError(
                "two shards, a piece in a batch, and some of minutes, speech, steps and seconds are needed"
            )
        if min(self.tell_every, self.checkpoint_every, self.show_every, self.keep) < 1:
            raise ValueError("keep and what happens every so often must be at least 1")

    @property
    def steps(self) -> int:
        """Steps of the optimiser."""
        return max(1, round(self.minutes * self.steps_a_minute))

    @property
    def shard_minutes(self) -> float:
        """Minutes of speech in one file."""
        return self.minutes * self.speech / (self.shards - 1)


AnyRecipe = Recipe | SyncRecipe | MouthRecipe

_NETWORKS: dict[str, type[AnyRecipe]] = {"painter": Recipe, "sync": SyncRecipe, "mouth": MouthRecipe}
"""What `network` in a recipe says is trained; the painter, if it says nothing."""


def load_recipe(name: str, changes: Sequence[str] = ()) -> Recipe:
    """The recipe for the inpainting network of that name or in that file, with `changes` like "optimising.rate=1e-5".

    Raises SettingsError if there is none, if it or a change cannot be used, or if it trains something else.
    """
    found = load_any(name, changes)
    if not isinstance(found, Recipe):
        hint = f"Use it with “dubwright-train train {name}”."
        raise SettingsError(f"The recipe “{name}” does not train the inpainting network.", hint)
    return found


def load_any(name: str, changes: Sequence[str] = ()) -> AnyRecipe:
    """The recipe of that name or in that file, whatever it trains. Raises SettingsError as `load_recipe`."""
    path = RECIPES / f"{name}.toml"
    if not path.is_file():
        path = Path(name)
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        known = ", ".join(sorted(file.stem for file in RECIPES.glob("*.toml")))
        raise SettingsError(f"There is no recipe “{name}”.", f"Known are {known}; or name a TOML file.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"The recipe {path.name} cannot be read: {error}.", "Mend the file.") from error
    for change in changes:
        _change(table, change)
    kind = str(table.pop("network", "painter"))
    if kind not in _NETWORKS:
        raise SettingsError(f"{path.name}: “{kind}” is no network.", f"Known are {', '.join(_NETWORKS)}.")
    return _typed(_NETWORKS[kind], table, path.name)


def described(recipe: AnyRecipe) -> dict[str, Any]:
    """A recipe as JSON values."""
    table: dict[str, Any] = TypeAdapter(type(recipe)).dump_python(recipe, mode="json")
    return table


def restored(table: dict[str, Any]) -> Recipe:
    """What `described` gave of a recipe for the inpainting network. Raises SettingsError."""
    return _typed(Recipe, table, "the recipe of the checkpoint")


def same_but_for_length(one: Recipe, other: Recipe) -> bool:
    """Whether a run of one recipe may go on under the other: only what does not change a step may differ."""
    free = {"steps", "parts", "tell_every", "checkpoint_every", "show_every", "keep", "recompute"}
    mine, theirs = asdict(one), asdict(other)
    return all(mine[key] == theirs[key] for key in mine if key not in free)


def _typed(kind: type[T], table: dict[str, Any], name: str) -> T:
    try:
        return TypeAdapter(kind).validate_python(table)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "it"
        raise SettingsError(f"{name}: {place}: {first['msg']}.", "Correct the value.") from error


def _change(table: dict[str, Any], change: str) -> None:
    name, mark, text = change.partition("=")
    if not mark:
        raise SettingsError(f"“{change}” is no change of a recipe.", "Write NAME=VALUE, e.g. optimising.rate=1e-5.")
    *places, last = name.strip().split(".")
    for place in places:
        table = table.setdefault(place, {})
        if not isinstance(table, dict):
            raise SettingsError(f"“{name}” is not a table of the recipe.", "Write NAME=VALUE, e.g. batch=8.")
    try:
        table[last] = tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        table[last] = text.strip()
