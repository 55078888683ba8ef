"""From nothing to weights that dub, with painted presenters: every step in order, each kept when it is done.

    FOLDER/clips/       presenters who speak, and the known gaps of their lips
    FOLDER/networks/    autoencoder, ear, and a U-Net that has learned nothing
    FOLDER/stage1/      a training run; mouths.json: how well held-out lips obeyed at every checkpoint
    FOLDER/middle/      the weights after it
    FOLDER/stage2/      the second run, which begins with them; mouths.json
    FOLDER/weights/     what dubs: “dubwright dub FILM VOICE -o OUT --engine musetalk --weights FOLDER/weights”
    FOLDER/figures.json
    FOLDER/film.mp4, voice.wav    a held-out presenter, and another one's voice

Clips, runs and the two stages are those of `dubwright-train train`; nothing here knows how a step is made.
"""

import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import torch

from core.cache import writing
from core.device import multiplies_bfloat16
from core.face.finder import MESH_FILE, WEIGHTS
from core.job import Job
from core.models.face_landmarks import FaceMesh
from core.weights import read_table, weights_file
from training.checkpoints import Checkpoints
from training.division import Division, divide
from training.presenter.talking import TalkingPlan, make_talking
from training.recipe import Recipe, load_recipe
from training.record import FILE, read_metrics
from training.run_setup import Order, Prepared, carry_out, open_shards, set_up
from training.telling import Teller
from training.tiny.autoencoder import AutoencoderPlan, autoencoder_config, spread, train_autoencoder
from training.tiny.curve import Point, measure_run
from training.tiny.exam_film import write_exam
from training.tiny.known_mouths import Judge, seen_in_films
from training.tiny.layout import EAR, VAE, write_networks, write_unet

HELD_OUT = 0.25
"""Share of the presenters who are not learned from, by the autoencoder neither."""

FIGURES = "figures.json"
STAGES = ("stage1", "stage2")


@dataclass(frozen=True, slots=True)
class Course:
    """Where everything lies, and how much of everything. `ear` is a folder of Whisper tiny; None for random weights.

    `changes` are changes of the recipes, as on the command line: of both, or of one, like "stage2.steps=50".
    """

    folder: Path
    ear: Path | None = None
    talking: TalkingPlan = field(default_factory=lambda: TalkingPlan(persons=24, seconds=4.0))
    autoencoder: AutoencoderPlan = field(default_factory=AutoencoderPlan)
    changes: tuple[str, ...] = ()
    every: int = 4

    @property
    def clips(self) -> Path:
        """Prepared clips."""
        return self.folder / "clips"

    @property
    def networks(self) -> Path:
        """The networks that every run begins with."""
        return self.folder / "networks"

    @property
    def weights(self) -> Path:
        """What dubs in the end."""
        return self.folder / "weights"


@dataclass(frozen=True, slots=True)
class Result:
    """What a course came to: lips at every checkpoint of both stages, losses there, and how well lips can be seen."""

    stage1: tuple[Point, ...]
    stage2: tuple[Point, ...]
    losses: dict[str, list[list[float]]]
    seen: list[float]

    def as_json(self) -> dict[str, Any]:
        """JSON values."""
        return asdict(self)

    def as_text(self) -> str:
        """A table for a terminal."""
        rows = [point.line("stage 1") for point in self.stage1] + [point.line("stage 2") for point in self.stage2]
        seen = sum(self.seen) / len(self.seen)
        return "\n".join([*rows, f"the films themselves: gap seen and gap known agree at r = {seen:.2f}"])


def follow(course: Course, teller: Teller, wants_stop: Callable[[], bool] = lambda: False) -> Job[Result | None]:
    """Do what is not done yet; None if somebody wanted it to stop before the end.

    Raises SettingsError without flite, WeightsError without the face mesh or the ear, MediaError.
    """
    yield from lay_ground(course)
    middle = course.folder / "middle"
    first = yield from _stage(course, "stage1", (course.networks, middle), teller, wants_stop)
    if first is None:
        return None
    second = yield from _stage(course, "stage2", (middle, course.weights), teller, wants_stop)
    if second is None:
        return None
    judge = judge_of(course, first.run.recipe)
    result = Result(
        (yield from measure_run(first.run, judge)),
        (yield from measure_run(second.run, judge_of(course, second.run.recipe))),
        {name: _losses(course.folder / name / FILE) for name in STAGES},
        seen_in_films(judge),
    )
    write_exam(judge.shards[0], judge.shards[1], course.folder)
    with writing(course.folder / FIGURES) as part:
        part.write_text(json.dumps(result.as_json(), indent=1), encoding="utf-8")
    return result


def lay_ground(course: Course) -> Job[None]:
    """Clips, autoencoder, ear and a U-Net that has learned nothing; what is there stays."""
    yield from draw_clips(course)
    if read_table(course.networks / VAE / "config.json"):
        return
    learned = ground(course).learned
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    net = yield from train_autoencoder(learned, course.autoencoder, device)
    config = autoencoder_config(1 / spread(net, learned))
    write_networks(course.networks, (net, config), course.ear, course.autoencoder.seed)


def draw_clips(course: Course) -> Job[None]:
    """Presenters who speak, those that are not there yet."""
    yield from make_talking(course.talking, course.clips)


def ground(course: Course) -> Division:
    """Who is learned from and who is held out."""
    return divide(open_shards(course.clips), HELD_OUT)


def judge_of(course: Course, recipe: Recipe, voices: int = 1) -> Judge:
    """What held-out lips are judged with; crops have the mean of the margins that a recipe learned with."""
    from training.features import SpeechFeatures

    mesh = FaceMesh(weights_file(WEIGHTS, MESH_FILE))
    margin = recipe.margins.mean if recipe.margins else 0.0
    return Judge(mesh, SpeechFeatures(course.networks / EAR), ground(course).held_out, course.every, voices, margin)


def precision() -> str:
    """In what numbers to compute, as a change of a recipe."""
    return f"precision={'bf16' if torch.cuda.is_available() or multiplies_bfloat16() else 'fp32'}"


def changes_of(stage: str, changes: Sequence[str]) -> list[str]:
    """Those that are meant for one stage, as its recipe takes them."""
    others = tuple(f"{name}." for name in STAGES if name != stage)
    return [change.removeprefix(f"{stage}.") for change in changes if not change.startswith(others)]


def _stage(
    course: Course, name: str, places: tuple[Path, Path], teller: Teller, wants_stop: Callable[[], bool]
) -> Job[Prepared | None]:
    """One stage from one folder of weights to another; None if it was stopped."""
    begin, end = places
    recipe = load_recipe(f"tiny-{name}", [precision(), *changes_of(name, course.changes)])
    out = course.folder / name
    ready = set_up(Order(recipe, course.clips, str(begin), out, held_out=HELD_OUT), wants_stop)
    yield from carry_out(ready.run, teller)
    state, _ = Checkpoints(out).newest()
    if state is None or not Checkpoints(out).reached(recipe.steps):
        return None
    for part in (VAE, EAR):
        shutil.copytree(course.networks / part, end / part, dirs_exist_ok=True)
    painter = {**state["painter"], **state["average"]}
    write_unet(end, {key.removeprefix("unet."): tensor for key, tensor in painter.items()})
    return ready


def _losses(path: Path) -> list[list[float]]:
    """Step and mean absolute difference of the pictures at every told step."""
    return [[row["step"], row["losses"]["pixel"]] for row in read_metrics(path)]
