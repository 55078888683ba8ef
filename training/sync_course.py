"""A small sync network that was judged by people it never saw: a run for every fold of persons, then one of all.

    RUN/fold-1 …    a training run without the persons of that fold; exam.json: their marks
    RUN/whole/      a training run with everybody
    RUN/weights/    sync.safetensors and weights.json, with the marks of the folds, which are those to be expected

Everything that is there already is kept, so that the same command goes on.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from core.cache import content_key, writing
from core.errors import MediaError, SettingsError
from core.job import Job
from core.models.sync_small import SyncNetwork
from core.weights import DESCRIPTION, read_table, sha256, write_table
from training.checkpoints import Checkpoints
from training.recipe import SyncRecipe, described
from training.run_setup import named, open_shards, recorded
from training.sync_exam import Marks, PersonMarks, examine, meter_of
from training.sync_samples import Clips, Stretches
from training.sync_train import SyncRun, train_sync
from training.telling import Teller

FILE = "sync.safetensors"
EXAM = "exam.json"


@dataclass(frozen=True, slots=True)
class SyncCourse:
    """What is wanted: by which recipe, on which prepared clips, and where everything is to lie."""

    recipe: SyncRecipe
    data: Path
    folder: Path


@dataclass(frozen=True, slots=True)
class SyncResult:
    """Where the weights lie, and the marks of everybody, given by networks that never saw them."""

    weights: Path
    marks: Marks


def follow(
    course: SyncCourse, teller: Teller, wants_stop: Callable[[], bool] = lambda: False
) -> Job[SyncResult | None]:
    """Do what is not done yet; None if somebody wanted it to stop before the end.

    Raises MediaError if there are no clips, they are too short or fewer than three people's, SettingsError if the
    folder belongs to another run.
    """
    clips = Clips(open_shards(course.data))
    folds = folds_of(clips.persons, course.recipe.folds)
    _note(course, clips)
    marks: list[PersonMarks] = []
    for number, held_out in enumerate(folds, 1):
        teller.notice(f"Fold {number} of {len(folds)}: {', '.join(held_out)} held out.")
        place = course.folder / f"fold-{number}"
        found = _read_exam(place)
        if found is None:
            learned = [person for person in clips.persons if person not in held_out]
            network = yield from _trained(course, clips, learned, place, teller, wants_stop)
            if network is None:
                return None
            found = yield from examine(meter_of(network), clips, held_out)
            _write_exam(place, found)
        marks += found
    network = yield from _trained(course, clips, clips.persons, course.folder / "whole", teller, wants_stop)
    if network is None:
        return None
    everybody = Marks(tuple(sorted(marks, key=lambda one: one.person)))
    return SyncResult(write_sync(network, course.recipe, everybody, course.folder / "weights"), everybody)


def folds_of(persons: tuple[str, ...], count: int) -> list[tuple[str, ...]]:
    """Persons in `count` parts of about one size, in order of their names dealt round; 0 for one person each.

    Raises MediaError for fewer than three persons: who is judged needs others to be told from.
    """
    if len(persons) < 3:
        hint = "Prepare films of more people, a folder for each."
        raise MediaError(f"{len(persons)} people are too few to learn from some and judge by others.", hint)
    count = min(count or len(persons), len(persons))
    return [persons[number::count] for number in range(count)]


def write_sync(network: SyncNetwork, recipe: SyncRecipe, marks: Marks, folder: Path) -> Path:
    """Write the weights with what they were made by; `folder`. Raises WeightsError if it cannot be written."""
    from safetensors.torch import save_file

    with writing(folder / FILE) as part:
        save_file({name: tensor.detach().cpu().contiguous() for name, tensor in network.state_dict().items()}, part)
    path = folder / FILE
    table = {
        "name": "sync-small",
        "format": "safetensors",
        "purpose": "Tells whether lips and sound belong together; not LSE-C and not LSE-D.",
        "recipe": described(recipe),
        "figures": marks.as_json(),
        "licence": "yours to decide; trained from nothing on your own data",
        "files": {FILE: {"bytes": path.stat().st_size, "sha256": sha256(path)}},
    }
    write_table(folder / DESCRIPTION, table)
    return folder


def _trained(
    course: SyncCourse,
    clips: Clips,
    persons: list[str] | tuple[str, ...],
    place: Path,
    teller: Teller,
    wants_stop: Callable[[], bool],
) -> Job[SyncNetwork | None]:
    """A network of a run that reached its end; None if it was stopped."""
    recipe = course.recipe
    try:
        stretches = Stretches(clips, persons, recipe.frames, recipe.seed)
    except ValueError as error:
        hint = "Prepare longer clips, or set frames to less."
        raise MediaError(f"The prepared data cannot be used: {error}.", hint) from error
    wanted = SyncRun(recipe, stretches, place, wants_stop)
    network = yield from recorded(lambda tell: train_sync(wanted, tell), place, recipe, teller)
    return network if _steps(place) >= recipe.steps else None


def _steps(place: Path) -> int:
    state, _ = Checkpoints(place).newest()
    return int(state["step"]) if state is not None else 0


def _note(course: SyncCourse, clips: Clips) -> None:
    """Write what the course is begun with, or find that it was begun with the same."""
    path = course.folder / "order.json"
    free = replace(course.recipe, tell_every=1, checkpoint_every=1, show_every=1, keep=1)
    mine: dict[str, Any] = {"recipe": described(free), "data": content_key(named(clips.shards))}
    there = read_table(path)
    if there and there != json.loads(json.dumps(mine)):
        what = f"The run in {course.folder} was begun with another recipe or other data."
        raise SettingsError(what, "Name another folder for the run.")
    write_table(path, mine)


def _read_exam(place: Path) -> tuple[PersonMarks, ...] | None:
    try:
        return TypeAdapter(tuple[PersonMarks, ...]).validate_json((place / EXAM).read_bytes())
    except (OSError, ValidationError):
        return None


def _write_exam(place: Path, marks: tuple[PersonMarks, ...]) -> None:
    with writing(place / EXAM) as part:
        part.write_bytes(TypeAdapter(tuple[PersonMarks, ...]).dump_json(marks, indent=1))
