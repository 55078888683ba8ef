"""What each word of the training program's command line does: make a value, run a job, tell the result."""

import argparse
import os
import signal
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from core.errors import SettingsError
from core.job import Job, run
from training.telling import StopWish, Teller

if TYPE_CHECKING:
    from training.recipe import MouthRecipe, Recipe, SyncRecipe
    from training.run_setup import Order
    from training.tiny.course import Course

T = TypeVar("T")


def prepare(options: argparse.Namespace, teller: Teller) -> None:
    """Make shards of a folder of films, and a table of what was kept and what was not."""
    from training.prepare import Preparation
    from training.prepare import prepare as job
    from training.verdict_table import as_text, reasons_counted, write_tables

    part, parts = part_of(options.shard)
    wanted = Preparation(
        options.folder, options.out, lossless=options.lossless, part=part, parts=parts, sync=options.sync
    )
    verdicts = run(job(wanted), teller.progress)
    stem = "prepared" if parts == 1 else f"prepared-{part + 1}-of-{parts}"
    tables = write_tables(verdicts, options.out / stem)
    films = [asdict(verdict) for verdict in verdicts]
    told = {"films": films, "reasons": dict(reasons_counted(verdicts)), "tables": [str(path) for path in tables]}
    teller.result(told, f"{as_text(verdicts)}\nThe table is in {tables[0]} and {tables[1].name}.")


def train(options: argparse.Namespace, teller: Teller) -> None:
    """Train by a recipe, or go on where a run was left: whichever network the recipe is for."""
    from training.recipe import MouthRecipe, SyncRecipe, load_any

    recipe = load_any(options.recipe, options.changes)
    if isinstance(recipe, MouthRecipe):
        mouth(recipe, options.out, options.out / "speech", teller)
    elif options.data is None:
        raise SettingsError("This recipe learns from prepared clips.", "Add --data SHARDS, what “prepare” made.")
    elif isinstance(recipe, SyncRecipe):
        _train_sync(recipe, options, teller)
    else:
        _train_painter(_order(recipe, options), teller)


def _train_painter(order: "Order", teller: Teller) -> None:
    from training.checkpoints import Checkpoints
    from training.estimate import refuse_if_too_large
    from training.run_setup import carry_out, set_up

    wish = Wish()
    ready = set_up(order, wish)
    teller.notice(f"{ready.division.told}.")
    teller.notice(refuse_if_too_large(ready.run).as_text())
    wish.while_running(carry_out(ready.run, teller), teller)
    state, _ = Checkpoints(order.out).newest()
    step, steps = (int(state["step"]) if state else 0), ready.run.recipe.steps
    teller.result(
        {"run": str(order.out), "step": step, "steps": steps},
        f"Step {step} of {steps}; the run is in {order.out}. The same command goes on, “dubwright-train export” "
        "makes weights of it.",
    )


def _train_sync(recipe: "SyncRecipe", options: argparse.Namespace, teller: Teller) -> None:
    from training.sync_course import SyncCourse, follow

    wish = Wish()
    result = wish.while_running(follow(SyncCourse(recipe, options.data, options.out), teller, wish), teller)
    if result is None:
        teller.result({"stopped": True, "run": str(options.out)}, "Stopped and saved. The same command goes on.")
        return
    told = {"weights": str(result.weights), **result.marks.as_json()}
    advice = f"“dubwright weights import {result.weights}” lets it judge lip sync beside the built-in measure."
    teller.result(told, f"{result.marks.as_text()}\n{result.weights}\n{advice}")


def mouth(recipe: "MouthRecipe", out: Path, speech: Path, teller: Teller) -> None:
    """Teach the built-in engine's network, or go on; `speech` is where it is kept, and found again."""
    from core.device import single_threaded
    from training.mouth import MouthPlan, MouthRun, held_out, train_mouth
    from training.mouth_weights import Provenance, write_weights
    from training.run_setup import recorded

    plan, wish = MouthPlan(speech, recipe), Wish()
    wanted = MouthRun(plan, out, wish)
    with single_threaded():
        taught = wish.while_running(recorded(lambda tell: train_mouth(wanted, tell), out, recipe, teller), teller)
        if taught.step < recipe.steps:
            teller.result({"stopped": True, "run": str(out)}, "Stopped and saved. The same command goes on.")
            return
        figures = held_out(taught.network, plan)
    command = f"dubwright-train mouth --minutes {recipe.minutes:g} --seed {recipe.seed}"
    provenance = Provenance(command, plan.hours, recipe.seed, recipe.steps, taught.seconds, figures)
    written = write_weights(taught.network, provenance, out)
    correlations = ", ".join(f"{channel} {value:.2f}" for channel, value in figures.items())
    teller.result(
        {"weights": str(written), "hours": plan.hours, "seconds": taught.seconds, "held_out": figures},
        f"{written}: {plan.hours:.1f} h of speech, {taught.seconds / 60:.0f} min\nheld-out correlation: {correlations}",
    )


def export(options: argparse.Namespace, teller: Teller) -> None:
    """Make weights that dub of a run's newest checkpoint."""
    from training.export import export_run

    place = run(export_run(options.run, options.name), teller.progress)
    teller.result(
        {"name": options.name, "folder": str(place)},
        f"{place}\nUse them with “dubwright dub FILM VOICE -o OUT --engine musetalk --weights {options.name}”.",
    )


def finetune(options: argparse.Namespace, teller: Teller) -> None:
    """Adapt weights to one person, and say whether it helped."""
    from core.paths import cache_folder
    from training.finetune import FineTune
    from training.finetune import finetune as job
    from training.recipe import load_recipe
    from training.run_setup import Order

    changes = [*options.changes]
    if options.vgg is None:
        changes.insert(0, "losses.perceptual=0")
        teller.notice("Without --vgg the perceptual loss is left out: pixels alone are learned from.")
    work = options.work or cache_folder() / "finetune" / options.name
    recipe, smaller = (load_recipe(name, changes) if name else None for name in _recipes(options))
    assert recipe is not None
    order = Order(recipe, work, options.base, work, vgg=options.vgg, held_out=options.held_out)
    wish = Wish(options.attended)
    wanted = FineTune(tuple(options.clips), options.name, work, order, options.check, smaller)
    outcome = wish.while_running(job(wanted, teller, wish), teller)
    if outcome is None and options.check:
        teller.result({"checked": True}, "The clips can be learned from. The same command without --check begins.")
        return
    if outcome is None:
        teller.result({"stopped": True, "work": str(work)}, "Stopped and saved. The same command goes on.")
        return
    told = {"folder": str(outcome.folder), "use": outcome.use, "proof": outcome.proof.as_json()}
    told["pairs"] = [str(path) for path in outcome.pairs]
    advice = f"Use them with --weights {options.name}." if outcome.use == options.name else f"Stay with {outcome.use}."
    teller.result(told, f"{outcome.proof.as_text()}\n{outcome.folder}\n{advice}")


def _recipes(options: argparse.Namespace) -> tuple[str, str]:
    """Names of a fine-tune's recipe, and of the one where the memory does not suffice for it; "" for none."""
    if options.recipe:
        return options.recipe, ""
    smaller = "finetune-lora" if find_spec("peft") else ""  # the built program goes without, and refuses for the memory
    return {"auto": ("finetune", smaller), "full": ("finetune", ""), "lora": ("finetune-lora", "")}[options.method]


def evaluate(options: argparse.Namespace, teller: Teller) -> None:
    """Measure weights on people they were not made with, each with another's voice."""
    import torch

    from core.engines.musetalk_weights import resolve
    from core.face.finder import MESH_FILE, WEIGHTS
    from core.models.chung_syncnet import LipSync
    from core.models.face_landmarks import FaceMesh
    from core.project import EngineChoice
    from core.weights import weights_file
    from training.brush import load_brush
    from training.evaluate import Instruments
    from training.evaluate import evaluate as job
    from training.evaluation_page import write_evaluation
    from training.features import SpeechFeatures
    from training.identity import Identity, Scaling, pack_file
    from training.inception import Inspector
    from training.networks import Folders
    from training.run_setup import open_shards

    files = resolve(EngineChoice("musetalk", options.weights))
    recognition = options.identity or pack_file()
    if recognition is not None and options.identity is None:
        teller.notice(f"CSIM is measured with {recognition.name}; insightface's packs are for research only.")
    tools = Instruments(
        FaceMesh(weights_file(WEIGHTS, MESH_FILE)),
        SpeechFeatures(files.whisper),
        Identity(recognition, Scaling(options.identity_scaling)) if recognition else None,
        Inspector(options.inception) if options.inception else None,
        LipSync(options.syncnet) if options.syncnet else None,
    )
    brush = load_brush(Folders(files.unet, files.vae), torch.device("cuda" if torch.cuda.is_available() else "cpu"))
    found = run(job(brush, open_shards(options.data), tools, options.seconds), teller.progress)
    title = options.weights or files.semantics.weights
    place = run(write_evaluation(found, options.out, title), teller.progress)
    teller.result({"page": str(place), **found.as_json()}, f"{found.as_text()}\n{place}")


def tiny(options: argparse.Namespace, teller: Teller) -> None:
    """Teach the whole method to small networks, measure held-out lips, and dub a film with what came of it."""
    from training.tiny.course import follow
    from training.tiny.exam_film import dub_exam

    course, wish = _course(options, teller), Wish()
    result = wish.while_running(follow(course, teller, wish), teller)
    if result is None:
        teller.result({"stopped": True, "out": str(options.out)}, "Stopped and saved. The same command goes on.")
        return
    film = dub_exam(course.folder, course.weights)
    teller.result({**result.as_json(), "film": str(film)}, f"{result.as_text()}\n{film}")


def ablations(options: argparse.Namespace, teller: Teller) -> None:
    """Train small networks with other references and other margins, and compare held-out lips."""
    from training.tiny.ablations import Ablations, ablate, as_json, as_text, measure_shown

    course, wish = _course(options, teller), Wish()
    chosen = {"only": tuple(options.only)} if options.only else {}
    wanted = Ablations(course, seeds=tuple(options.seeds), begin=options.begin, changes=course.changes, **chosen)
    trials = wish.while_running(measure_shown(wanted) if options.shown else ablate(wanted, teller, wish), teller)
    if trials is None:
        teller.result({"stopped": True, "out": str(options.out)}, "Stopped and saved. The same command goes on.")
        return
    teller.result({"trials": as_json(trials)}, as_text(trials))


def part_of(text: str) -> tuple[int, int]:
    """Which part of the work is this process's, counted from 0, and of how many.

    `text` is like "2/3", or empty for what `accelerate launch` says. Raises SettingsError.
    """
    if not text:
        return int(os.environ.get("RANK", "0")), int(os.environ.get("WORLD_SIZE", "1"))
    try:
        part, parts = (int(number) for number in text.split("/"))
    except ValueError:
        part, parts = 0, 0
    if not 1 <= part <= parts:
        raise SettingsError(f"“{text}” is no part of the work.", "Write e.g. 2/3 for the second machine of three.")
    return part - 1, parts


class Wish:
    """Somebody wants the training to stop: `stop` on standard input, Ctrl-C, or a polite request to end."""

    def __init__(self, attended: bool = False) -> None:
        self._written = StopWish(attended=attended)
        self._interrupted = False

    def __call__(self) -> bool:
        """Whether to stop after this step."""
        return self._interrupted or self._written()

    def while_running(self, job: Job[T], teller: Teller) -> T:
        """Drive a job; the first signal only makes a wish, the second ends it at once.

        Raises KeyboardInterrupt after the job, which has saved its work, if there was a signal.
        """
        before = {number: signal.signal(number, self._interrupt) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            result = run(job, teller.progress)
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
        if self._interrupted:
            raise KeyboardInterrupt
        return result

    def _interrupt(self, *_: object) -> None:
        if self._interrupted:
            raise KeyboardInterrupt
        self._interrupted = True


def _course(options: argparse.Namespace, teller: Teller) -> "Course":
    """What `tiny` and `ablations` have in common; says whether an ear of random weights must do."""
    from core.engines.musetalk_weights import WHISPER
    from core.weights import find
    from training.tiny.course import Course

    ear = options.ear or find(WHISPER)
    if ear is None:
        teller.notice("The weights of Whisper tiny are not here: an ear of random weights takes their place.")
    return Course(options.out, ear, changes=tuple(options.changes))


def _order(recipe: "Recipe", options: argparse.Namespace) -> "Order":
    from training.run_setup import Order

    return Order(
        recipe=recipe,
        data=options.data,
        weights=options.weights,
        out=options.out,
        fresh=options.fresh,
        vgg=options.vgg,
        syncnet=options.syncnet,
        held_out=options.held_out,
    )
