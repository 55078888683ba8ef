"""A fine-tune that proves itself: films of one person ▸ check ▸ training ▸ proof on held-out film ▸ weights.

The base is never touched, and what is made is not used unless somebody names it: who reads the verdict decides. Where
it is not *better*, the base is what is recommended.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import torch

from core.errors import DeviceError, MediaError
from core.face.finder import MESH_FILE, WEIGHTS
from core.job import Job
from core.models.face_landmarks import FaceMesh
from core.models.network_config import network_config
from core.models.unet import CONFIG_FILE
from core.weights import read_table, weights_file
from training.brush import NetworkBrush, load_brush
from training.checkpoints import Checkpoints
from training.estimate import refuse_if_too_large
from training.export import Origin, hashes_of, place_of, write_weights
from training.features import SpeechFeatures
from training.low_rank import finished_weights, method_of
from training.pairs import write_pairs
from training.prepare import FilmVerdict, Preparation, prepare
from training.proof import Proof, Verdict, prove
from training.recipe import Recipe, described
from training.run_setup import ORDER, Order, Prepared, carry_out, set_up
from training.telling import Teller
from training.verdict_table import as_text, kept_seconds, told_of

LEAST = 20.0
"""Seconds of usable film without which nothing is tried."""


@dataclass(frozen=True, slots=True)
class FineTune:
    """What is wanted: films of one person, the name of the weights, a folder for data and run; `order` says how.

    The order's `data` and `out` are set here. `smaller` is the recipe that is used where the memory does not suffice
    for the order's; with None the order's is used or refused. With `only_check` nothing is learned.
    """

    films: tuple[Path, ...]
    name: str
    work: Path
    order: Order
    only_check: bool = False
    smaller: Recipe | None = None

    @property
    def shards(self) -> Path:
        """Where the prepared clips lie."""
        return self.work / "shards"

    @property
    def run(self) -> Path:
        """Where the checkpoints and the record lie."""
        return self.work / "run"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: where the weights lie, whether they help, which to use, and films of both for a blind look."""

    folder: Path
    proof: Proof
    use: str
    pairs: tuple[Path, ...] = ()


def finetune(wanted: FineTune, teller: Teller, wants_stop: Callable[[], bool] = lambda: False) -> Job[Outcome | None]:
    """Do all of it, or go on where it was left; None if it was only a check, or somebody wanted it to stop.

    Raises MediaError with every reason if the films are not fit, SettingsError if the name is taken, DeviceError if
    the memory does not suffice, WeightsError.
    """
    place_of(wanted.name)
    verdicts = yield from prepare(Preparation(Path(), wanted.shards, films=wanted.films, person=wanted.name))
    teller.tell("check", told_of(verdicts, LEAST))
    refuse_if_unfit(verdicts)
    if wanted.only_check:
        with TemporaryDirectory() as nowhere:
            order = replace(wanted.order, recipe=fitting(wanted), data=wanted.shards, out=Path(nowhere))
            _tell_room(set_up(order), teller)
        return None
    return (yield from adapt(wanted, teller, wants_stop))


def adapt(wanted: FineTune, teller: Teller, wants_stop: Callable[[], bool] = lambda: False) -> Job[Outcome | None]:
    """Training, proof and weights from clips that were prepared and checked before; as `finetune`."""
    place = place_of(wanted.name)
    order = replace(wanted.order, recipe=fitting(wanted), data=wanted.shards, out=wanted.run)
    ready = set_up(order, wants_stop)
    _tell_room(ready, teller)
    yield from carry_out(ready.run, teller)
    if _steps_done(ready) < ready.run.recipe.steps:
        return None
    proof = yield from prove_run(ready)
    pairs = yield from pairs_of_run(ready, wanted.work / "pairs")
    data = yield from hashes_of([shard.path for shard in ready.division.learned])
    origin = Origin(
        ready.base,
        f"as its base “{ready.base}”: {ready.files.licence}",
        described(ready.run.recipe),
        data,
        proof.as_json(),
        f"Draws the mouth in the engine `musetalk`; against {ready.base} on held-out film: {proof.verdict}.",
        method_of(ready.run.recipe.low_rank),
    )
    state = dict(_tuned(ready).painter.state_dict())
    write_weights(state, network_config(ready.files.unet / CONFIG_FILE), origin, place)
    return Outcome(place, proof, wanted.name if proof.verdict is Verdict.BETTER else ready.base, pairs)


def fitting(wanted: FineTune) -> Recipe:
    """The recipe of a run that was begun; of a new one the order's if there is memory for it, else the smaller one."""
    begun = read_table(wanted.run / ORDER).get("recipe")
    if wanted.smaller is None:
        return wanted.order.recipe
    if begun:
        return wanted.smaller if begun.get("low_rank") else wanted.order.recipe
    with TemporaryDirectory() as nowhere:
        ready = set_up(replace(wanted.order, data=wanted.shards, out=Path(nowhere)))
    try:
        refuse_if_too_large(ready.run)
    except DeviceError:
        return wanted.smaller
    return wanted.order.recipe


def refuse_if_unfit(verdicts: Sequence[FilmVerdict]) -> None:
    """Raise MediaError with the table of reasons if too little of the films can be learned from."""
    kept = kept_seconds(verdicts)
    if kept < LEAST:
        raise MediaError(
            f"{kept:.0f} seconds of these films can be learned from; {LEAST:.0f} are the least.\n{as_text(verdicts)}",
            "Use sharp film of one person who faces the camera and speaks, with its own sound; a minute or more.",
        )


def prove_run(ready: Prepared) -> Job[Proof]:
    """Compare a run's newest weights with those it began with, on what it never learned from."""
    mesh = FaceMesh(weights_file(WEIGHTS, MESH_FILE))
    windows = SpeechFeatures(ready.files.whisper)
    base = load_brush(replace(ready.run.folders, fresh=False), _device())
    return (yield from prove(base, _tuned(ready), ready.division.held_out, windows, mesh))


def pairs_of_run(ready: Prepared, folder: Path) -> Job[tuple[Path, ...]]:
    """Films of held-out seconds, painted by the weights a run began with and by its newest ones."""
    brushes = (load_brush(replace(ready.run.folders, fresh=False), _device()), _tuned(ready))
    return (yield from write_pairs(brushes, ready.division.held_out, SpeechFeatures(ready.files.whisper), folder))


def _tell_room(ready: Prepared, teller: Teller) -> None:
    """Say how the data is divided and what the run takes. Raises DeviceError if the memory does not suffice."""
    teller.notice(f"{ready.division.told}.")
    if ready.run.recipe.low_rank is not None:
        teller.notice(f"Learned is {method_of(ready.run.recipe.low_rank)}.")
    room = refuse_if_too_large(ready.run)
    teller.tell("estimate", room.as_json())
    teller.notice(room.as_text())


def _tuned(ready: Prepared) -> NetworkBrush:
    """The weights of the newest checkpoint, averaged where the recipe has an average."""
    state, _ = Checkpoints(ready.run.folder).newest()
    brush = load_brush(replace(ready.run.folders, fresh=False), _device())
    if state is not None:
        brush.painter.load_state_dict(finished_weights(state, ready.run.folders.unet))
    return brush


def _steps_done(ready: Prepared) -> int:
    state, _ = Checkpoints(ready.run.folder).newest()
    return int(state["step"]) if state is not None else 0


def _device() -> torch.device:
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")
