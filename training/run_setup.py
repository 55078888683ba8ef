"""From names to a training run: which shards, which networks, who is held out; and the run itself, with its record.

Knows no command line. What a run was begun with is written into its folder, so that weights made of it can say so.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeVar

from core.cache import content_key, writing
from core.engines.musetalk_weights import MuseTalkFiles, identity_of, resolve
from core.errors import MediaError, SettingsError
from core.job import Job
from core.project import EngineChoice
from core.weights import read_table
from training.division import Division, divide
from training.features import SpeechFeatures
from training.loop import Metrics, Pace
from training.networks import Folders, Painter
from training.recipe import Recipe, described
from training.record import Record
from training.samples import Samples, Sampling
from training.shard import Shard, shards_in
from training.telling import Teller
from training.train import TrainingRun, train

T = TypeVar("T")

ORDER = "order.json"
"""Name of the file in a run's folder that says what it was begun with, and on which data."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted: `data` is a folder of shards, `weights` what `dubwright dub --weights` takes, `out` the run's.

    `fresh` takes only the dimensions from the weights; `held_out` is the share of `training.division`.
    """

    recipe: Recipe
    data: Path
    weights: str
    out: Path
    fresh: bool = False
    vgg: Path | None = None
    syncnet: Path | None = None
    held_out: float = 0.1


@dataclass(frozen=True, slots=True)
class Prepared:
    """A run that can begin, with the data as it was divided and the files it begins with."""

    run: TrainingRun
    division: Division
    files: MuseTalkFiles
    base: str


def set_up(order: Order, wants_stop: Callable[[], bool] = lambda: False) -> Prepared:
    """Find everything, divide the data, note in the run's folder what it is begun with.

    Raises MediaError, WeightsError and SettingsError if something is missing, or the folder belongs to another run.
    """
    if order.fresh and order.recipe.low_rank is not None:
        raise SettingsError("LoRA adapts weights; there are none to begin with.", "Leave out --fresh.")
    files = resolve(EngineChoice("musetalk", order.weights))
    division = divide(open_shards(order.data), order.held_out)
    windows = SpeechFeatures(files.whisper)
    sampling = Sampling(order.recipe.frames, order.recipe.share, order.recipe.margins)
    learned, held_out = (
        _samples(shards, windows, sampling, order.recipe.seed) for shards in (division.learned, division.held_out)
    )
    folders = Folders(files.unet, files.vae, order.vgg, order.syncnet, order.fresh)
    wanted = TrainingRun(order.recipe, folders, learned, held_out, order.out, wants_stop=wants_stop)
    base = order.weights or files.semantics.weights
    _note(order, base, files, division)
    return Prepared(wanted, division, files, base)


def open_shards(folder: Path) -> list[Shard]:
    """Every shard of a folder. Raises MediaError if there is none or one is damaged."""
    paths = shards_in(folder)
    if not paths:
        hint = "Run “dubwright-train prepare FILMS -o FOLDER” first."
        raise MediaError(f"There are no prepared clips in {folder}.", hint)
    return [Shard(path) for path in paths]


def carry_out(wanted: TrainingRun, teller: Teller) -> Job[Painter]:
    """Train with the run's record and tell about it. Raises what `train` and `recorded` raise."""
    return (yield from recorded(lambda tell: train(wanted, tell), wanted.folder, wanted.recipe, teller))


def recorded(begin: Callable[[Callable[[Metrics], None]], Job[T]], folder: Path, pace: Pace, teller: Teller) -> Job[T]:
    """Run what `begin` begins, which is given where figures go; keep the record of `folder`, and tell about it.

    Raises MediaError if the record cannot be written, and what the job raises.
    """
    record = Record(folder)
    if record.notice:
        teller.notice(record.notice)
    if any(record.earlier.values()):
        teller.tell("earlier", record.earlier)

    def tell(metrics: Metrics) -> None:
        if metrics.step % pace.tell_every == 0 or metrics.step == pace.steps:
            record.metrics(metrics)
            teller.metrics(metrics)

    job = begin(tell)
    try:
        while True:
            try:
                progress = next(job)
            except StopIteration as end:
                result: T = end.value
                return result
            if progress.image is not None:
                teller.sample(record.picture(progress.done, progress.image))
            yield progress
    finally:
        job.close()
        record.close()


def named(shards: Sequence[Shard]) -> list[object]:
    """What shards are known by, for the key of a run."""
    return [(shard.path.name, len(shard), asdict(shard.facts)) for shard in shards]


def _samples(shards: tuple[Shard, ...], windows: SpeechFeatures, sampling: Sampling, seed: int) -> Samples:
    try:
        return Samples(shards, windows, sampling, seed)
    except ValueError as error:
        hint = "Prepare longer clips, or use a recipe with fewer frames."
        raise MediaError(f"The prepared data cannot be used: {error}.", hint) from error


def _note(order: Order, base: str, files: MuseTalkFiles, division: Division) -> None:
    """Write what the run is begun with, or find that it was begun with the same."""
    path = order.out / ORDER
    mine: dict[str, Any] = {
        "base": base,
        "fresh": order.fresh,
        "networks": identity_of(files.unet),
        "data": content_key([named(division.learned), named(division.held_out)]),
    }
    there = read_table(path)
    if there and {key: there.get(key) for key in mine} != mine:
        what = f"The run in {order.out} was begun with other weights or other data."
        raise SettingsError(what, "Name another folder for the run.")
    if not there:
        with writing(path) as part:
            table = {
                **mine,
                "licence": files.licence,
                "unet": str(files.unet),
                "shards": [str(shard.path) for shard in division.learned],
                "divided": division.told,
                "recipe": described(order.recipe),
            }
            part.write_text(json.dumps(table, indent=1), encoding="utf-8")
